//! How long it takes, as offices write it: cases, phases, and numbers that are no time of the service.

use maklumat::import::{Draft, Papers, sheet_of_text, understand};
use serde_json::{Value, json};

fn draft(time: &str) -> Draft {
    let page = format!(
        "# Layanan Contoh\n\n## Persyaratan\n\n1. KTP\n2. KK\n\n## Prosedur\n\n1. Pemohon datang\n2. Petugas memeriksa\n\n\
         ## Waktu\n\n{time}\n\n## Biaya\n\nGratis\n\n## Produk\n\nSurat\n\n## Pengaduan\n\nEmail : a@b.example\n"
    );
    understand(&sheet_of_text(&page), &Papers::default())
}

/// The greatest of each part of a list, with its label.
fn parts(draft: &Draft, key: &str) -> Vec<(String, Value)> {
    let list = draft.service["time"].get(key).and_then(Value::as_array);
    let list = list.into_iter().flatten();
    let part = |part: &Value| {
        (
            part["label"].as_str().unwrap_or_default().to_owned(),
            part["max"].clone(),
        )
    };
    list.map(part).collect()
}

fn doubts(draft: &Draft) -> Vec<&str> {
    let fields = draft.doubts.iter().map(|doubt| doubt.field.as_str());
    fields.filter(|field| field.starts_with("time")).collect()
}

fn own(label: &str, max: impl Into<Value>) -> (String, Value) {
    (label.to_owned(), max.into())
}

#[test]
fn a_bracket_with_a_case_of_its_own_states_a_most_as_the_words_before_it_do() {
    let draft = draft("maksimal 3 hari kerja ( 7 hari kerja bila perlu cek lapangan )");
    let found = parts(&draft, "cases");
    assert_eq!(found, [own("", 3), own("bila perlu cek lapangan", 7)]);
    let least = draft.service["time"]["cases"][1].get("min");
    assert_eq!(least, None);
}

#[test]
fn cases_are_told_by_what_the_times_are_for() {
    for (time, cases) in [
        (
            "- Tanpa peninjauan lapangan : 3 (tiga) hari kerja\n- Dengan peninjauan lapangan : 7 (tujuh) hari kerja",
            vec![
                own("Tanpa peninjauan lapangan", 3),
                own("Dengan peninjauan lapangan", 7),
            ],
        ),
        (
            "5 hari kerja untuk jual beli, 38 hari kerja untuk pemecahan, 98 hari kerja untuk pengakuan hak",
            vec![
                own("jual beli", 5),
                own("pemecahan", 38),
                own("pengakuan hak", 98),
            ],
        ),
        (
            "Aduan ringan dijawab dalam 30 menit. Aduan berat diteruskan, 14 hari kerja.",
            vec![
                own("Aduan ringan dijawab", 30),
                own("Aduan berat diteruskan", 14),
            ],
        ),
        (
            "Lama : 10 hari\nRusak : 3 hari",
            vec![own("Lama", 10), own("Rusak", 3)],
        ),
    ] {
        let draft = draft(time);
        assert_eq!(parts(&draft, "cases"), cases, "{time}");
        assert!(doubts(&draft).is_empty(), "{time}: {:?}", draft.doubts);
    }
}

#[test]
fn a_case_without_a_length_is_kept_in_doubt() {
    for time in [
        "Rawat jalan 8 - 12 kali pertemuan\nRawat inap 3 s.d. 6 bulan",
        "Baru : sesuai penyelidikan\nPerpanjangan : 6 bulan",
    ] {
        let draft = draft(time);
        let found = parts(&draft, "cases");
        let numbers: Vec<&Value> = found.iter().map(|(_, max)| max).collect();
        assert_eq!(numbers, [&Value::Null, &json!(6)], "{time}");
        assert_eq!(draft.service["time"].get("max"), None, "{time}");
        assert_eq!(doubts(&draft), ["time.cases[0]"], "{time}");
    }
}

#[test]
fn a_case_without_a_length_on_the_line_of_others_is_named() {
    let draft = draft(
        "Bagi pemohon baru 5 hari, bagi perpanjangan 2 hari, bagi yang hilang sesuai hasil pemeriksaan",
    );
    assert_eq!(
        parts(&draft, "cases"),
        [own("pemohon baru", 5), own("perpanjangan", 2)]
    );
    assert_eq!(doubts(&draft), ["time.cases"]);
}

#[test]
fn a_total_and_the_phases_behind_their_lengths_stand_beside_each_other() {
    let draft = draft(
        "Lama pelayanan seluruhnya maksimal 60 menit dengan rincian waktu :\n- 10 menit pemeriksaan dokumen;\n\
         - 45 menit peninjauan lokasi;\n- 5 menit tanda tangan pejabat.",
    );
    assert_eq!(draft.service["time"]["max"], 60);
    let phases = [
        own("pemeriksaan dokumen", 10),
        own("peninjauan lokasi", 45),
        own("tanda tangan pejabat", 5),
    ];
    assert_eq!(parts(&draft, "phases"), phases);
}

#[test]
fn the_time_of_all_is_no_phase_and_a_case_among_phases_is_doubted() {
    let draft = draft(
        "Waktu pelayanan 15 menit, dengan rincian: pendaftaran 3 menit, verifikasi 5 menit, pencetakan 7 menit",
    );
    assert_eq!(draft.service["time"]["max"], 15);
    assert_eq!(
        parts(&draft, "phases"),
        [
            own("pendaftaran", 3),
            own("verifikasi", 5),
            own("pencetakan", 7)
        ]
    );
    let mixed = self::draft("1. Verifikasi 1 hari\n2. Penerbitan 2 hari\n3. Perpanjangan 1 hari");
    assert_eq!(doubts(&mixed), ["time"]);
}

#[test]
fn how_long_something_is_valid_and_a_length_said_twice_are_no_other_times() {
    let valid = draft("Izin berlaku 5 tahun. Proses 7 hari kerja");
    assert_eq!(
        (&valid.service["time"]["max"], doubts(&valid)),
        (&json!(7), vec![])
    );
    let twice = draft("1 minggu (7 hari)");
    assert_eq!(
        (&twice.service["time"]["max"], doubts(&twice)),
        (&json!(1), vec![])
    );
}
