//! What a row says where the text is silent, where the agency states no cost or time, and of a time in numbers.

use maklumat::diagnostic::{Lang, Sink};
use maklumat::parse::layout::Layout;
use maklumat::parse::{Reader, Registries};
use maklumat::resolve::names::Names;
use maklumat::resolve::service::Service;
use maklumat::source::{MemorySources, Sources};
use maklumat::table::{Row, rows, write};

const SILENT: &str = "judul: Contoh
pertanyaan:
  - id: hilang
    tanya: Apakah hilang?
    ya_tidak: ya
  - id: rusak
    tanya: Apakah rusak?
    ya_tidak: ya
persyaratan:
  - KK
  - id: lapor
    bunyi: Telah melapor
    harus: tidak rusak
    jika_tidak:
      jenis: lakukan_dulu
      pesan: Lapor dahulu
belum_diatur:
  - jika: hilang
    pesan: Standar tidak menyebut kartu yang hilang
waktu: null
biaya: null
";

/// The rows of a service.
fn table(text: &str, lang: Lang) -> Vec<Row> {
    let sources = MemorySources::default().with("content/dinas/contoh.yaml", text);
    let mut sink = Sink::default();
    let layout = Layout::new(sources.entries().expect("a map"), &mut sink);
    let files = &layout.agencies["dinas"].services["contoh"];
    let read = Reader::new(&sources, &layout).service(files, &mut sink);
    let read = read.expect("a service");
    let registries = Registries::default();
    let names = Names::new(&layout, &registries);
    let service = Service::of(&read.document, "dinas/contoh", &names, &mut sink);
    rows(&service, None, lang).expect("a table")
}

#[test]
fn a_silence_of_the_text_is_no_promise() {
    let found = table(SILENT, Lang::Id);
    let verdicts: Vec<(&str, usize)> = found
        .iter()
        .map(|row| (row.verdict, row.fails.len()))
        .collect();
    // With a lost card one asks first, whether or not it is reported.
    let expected = [
        ("eligible", 0),
        ("do_first", 1),
        ("ask_first", 0),
        ("ask_first", 1),
    ];
    assert_eq!(verdicts, expected);
    let open = found.into_iter().filter(|row| row.verdict == "ask_first");
    let open: Vec<Row> = open.collect();
    for printed in [
        write::text("Contoh", &open, Lang::Id),
        write::markdown("Contoh", &open, Lang::Id),
        write::csv(&open, Lang::Id),
        write::html("Contoh", &open, Lang::Id),
    ] {
        assert!(
            printed.contains("belum diatur di standar; tanyakan dulu ke dinas"),
            "{printed}"
        );
        assert!(!printed.contains("memenuhi syarat"), "{printed}");
    }
    assert!(write::json("Contoh", &open).contains("\"verdict\": \"ask_first\""));
    let english = write::text("Contoh", &open, Lang::En);
    assert!(
        english.contains("not settled by the standard; ask the agency first"),
        "{english}"
    );
}

#[test]
fn a_cost_and_a_time_known_to_be_missing_are_named() {
    for (lang, said) in [
        (Lang::Id, "instansi belum mencantumkan"),
        (Lang::En, "not stated by the agency"),
    ] {
        for row in table(SILENT, lang) {
            assert_eq!(
                (row.cost, row.time),
                (vec![said.to_owned()], vec![said.to_owned()])
            );
        }
        let unknown = table("judul: Contoh\npersyaratan:\n  - KK\n", lang);
        assert!(
            unknown
                .iter()
                .all(|row| row.cost.is_empty() && row.time.is_empty())
        );
    }
}

#[test]
fn a_time_made_of_numbers_is_in_the_table_as_on_the_page() {
    let text =
        "judul: Contoh\npersyaratan:\n  - KK\nwaktu:\n  paling_lambat: 4\n  satuan: hari_kerja\n";
    for (lang, said) in [(Lang::Id, "4 hari kerja"), (Lang::En, "4 working days")] {
        for row in table(text, lang) {
            let [time] = &row.time[..] else {
                panic!("{:?}", row.time);
            };
            assert!(time.contains(said), "{time}");
        }
    }
}
