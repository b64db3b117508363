//! What a row says where the text is silent, where the agency states no cost or time, and of a time in numbers.

use maklumat::diagnostic::{Lang, Sink};
use maklumat::parse::layout::Layout;
use maklumat::parse::{Reader, Registries};
use maklumat::resolve::names::Names;
use maklumat::resolve::service::Service;
use maklumat::source::{MemorySources, Sources};
use maklumat::table::write::grid;
use maklumat::table::{Row, questions, rows, write};

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
    asked(text, lang).1
}

/// The questions of a service and its rows.
fn asked(text: &str, lang: Lang) -> (Vec<String>, Vec<Row>) {
    let sources = MemorySources::default().with("content/dinas/contoh.yaml", text);
    let mut sink = Sink::default();
    let layout = Layout::new(sources.entries().expect("a map"), &mut sink);
    let files = &layout.agencies["dinas"].services["contoh"];
    let read = Reader::new(&sources, &layout).service(files, &mut sink);
    let read = read.expect("a service");
    let registries = Registries::default();
    let names = Names::new(&layout, &registries);
    let service = Service::of(&read.document, "dinas/contoh", &names, &mut sink);
    (
        questions(&service, None),
        rows(&service, None, lang).expect("a table"),
    )
}

const GRID: &str = "judul: Contoh
pertanyaan:
  - id: ktp
    tanya: Bagaimana KTP Anda?
    pilihan: {baik: Baik, rusak: Rusak, hilang: Hilang}
  - id: usia
    tanya: Berapa usia Anda?
    angka: {min: 0, max: 120, satuan: tahun}
persyaratan:
  - Formulir
  - bunyi: KTP lama
    jika: ktp = rusak
  - bunyi: Cukup umur
    harus: usia >= 17
biaya: Rp5.000
";

#[test]
fn a_grid_has_a_column_for_each_question_and_a_line_for_each_case() {
    let (questions, rows) = asked(GRID, Lang::Id);
    let text = grid::text("Contoh", &questions, &rows, Lang::Id);
    let expected = "Contoh

P1  Bagaimana KTP Anda?
P2  Berapa usia Anda?
1. Formulir
2. KTP lama

No.  P1                P2                   Hasil                                   Dibawa  Biaya
1    Baik atau Hilang  17 tahun atau lebih  memenuhi syarat                         1       Rp5.000
2    Rusak             17 tahun atau lebih  memenuhi syarat                         1, 2    Rp5.000
3    –                 di bawah 17 tahun    tidak memenuhi syarat; – 3. Cukup umur
";
    assert_eq!(text, expected);
    let markdown = grid::markdown("Contoh", &questions, &rows, Lang::Id);
    assert!(
        markdown.starts_with("# Contoh\n\n| No. | Bagaimana KTP Anda? | Berapa usia Anda? | Hasil | Dibawa | Biaya | Waktu | Catatan |\n"),
        "{markdown}"
    );
    let csv = grid::csv(&questions, &rows, Lang::En);
    assert_eq!(csv.matches("\r\n").count(), rows.len() + 1, "{csv}");
    assert!(csv.contains("\"3\",\"–\",\"di bawah 17 tahun\""), "{csv}");
}

/// Answers that cannot be said as one case.
const EITHER: &str = "judul: Contoh
pertanyaan:
  - id: a
    tanya: A?
    ya_tidak: ya
  - id: b
    tanya: B?
    ya_tidak: ya
persyaratan:
  - Formulir
  - bunyi: Surat <kuasa>
    jika: a or b
";

#[test]
fn a_result_of_several_cases_stands_once_on_the_page_that_is_signed() {
    let (questions, rows) = asked(EITHER, Lang::Id);
    let html = grid::html("Contoh", &questions, &rows, Lang::Id);
    assert_eq!(html.matches("<tr><th scope=\"row\">").count(), 3, "{html}");
    assert_eq!(html.matches("rowspan=\"2\">").count(), 5, "{html}");
    assert_eq!(html.matches("Surat &lt;kuasa&gt;").count(), 1, "{html}");
    for words in [
        "<th scope=\"col\">A?</th>",
        "<td>–</td>",
        "Tanda tangan:",
        ">2a<",
        ">2b<",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&grid::json("Contoh", &questions, &rows)).expect("JSON");
    assert_eq!(
        json["rows"][1]["cases"].as_array().map(Vec::len),
        Some(2),
        "{json}"
    );
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
