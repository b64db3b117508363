//! What a page says of a service at first sight.

use scraper::{Html, Selector};

use crate::site::{PAGE, SERVICE, Site};

/// Criteria of which two hold for some people only.
const GROUPS: &str = "judul: Contoh Layanan
pertanyaan:
  - id: asing
    tanya: Apakah Anda warga negara asing?
    ya_tidak: ya
  - id: usia
    tanya: Berapa usia Anda?
    angka:
      min: 0
      maks: 120
  - id: kitap
    tanya: Apakah Anda punya KITAP?
    ya_tidak: ya
persyaratan:
  - bunyi: Berusia 17 tahun
    harus: usia >= 17
  - bunyi: Bagi warga negara asing
    jika: asing
    rincian:
      - bunyi: Punya KITAP
        harus: kitap
      - Paspor
  - bunyi: Dokumen bagi semua
    rincian:
      - bunyi: Berusia paling tinggi 100 tahun
        harus: usia <= 100
      - Kartu Keluarga
";

#[test]
fn whom_it_is_for_names_no_criterion_of_some_people_only() {
    let built = Site::new().with(SERVICE, GROUPS).build();
    let html = Html::parse_document(built.page(PAGE));
    let glance = Selector::parse(".glance").expect("a selector");
    let said: String = html
        .select(&glance)
        .flat_map(|place| place.text())
        .collect();
    assert!(
        said.contains("Berusia 17 tahun; Berusia paling tinggi 100 tahun"),
        "{said}"
    );
    assert!(!said.contains("Punya KITAP"), "{said}");
}

/// The parts of a page that a selector finds, each as one line.
fn said(text: &str, selector: &str) -> Vec<String> {
    let built = Site::new().with(SERVICE, text).build();
    assert!(!built.report.has_errors(), "{:?}", built.report.findings);
    let html = Html::parse_document(built.page(PAGE));
    let selector = Selector::parse(selector).expect("a selector");
    let found = html.select(&selector);
    found
        .map(|part| part.text().collect::<Vec<_>>().join(" "))
        .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

#[test]
fn requirements_that_are_none_are_no_gap() {
    let none = "Tidak ada persyaratan. Anda tidak perlu membawa dokumen.";
    for (written, sentence, missing) in [
        ("persyaratan: tidak ada\n", none, 0),
        ("persyaratan: Tidak ada\n", none, 0),
        ("requirements: none\n", none, 0),
        ("persyaratan: []\n", "Bagian ini belum ditulis.", 1),
        ("persyaratan: null\n", "Dinas belum mencantumkan ini.", 1),
        ("", "Bagian ini belum ditulis.", 1),
    ] {
        let text = format!("judul: Contoh Layanan\n{written}");
        assert_eq!(said(&text, "#requirements > p"), [sentence], "{written}");
        let gaps = said(&text, "#requirements > .missing");
        assert_eq!(gaps.len(), missing, "{written}");
        assert!(said(&text, "[data-item^=requirements]").is_empty());
        let who = &said(&text, ".glance .who dd")[0];
        assert_eq!(who == "Tidak ada persyaratan", missing == 0, "{who}");
    }
}

#[test]
fn nobody_is_told_to_bring_nothing() {
    let asked = "judul: Contoh Layanan
pertanyaan:
  - id: dewasa
    tanya: Apakah Anda dewasa?
    ya_tidak: ya
syarat_tersirat:
  - harus: dewasa
    jika_tidak: Layanan ini untuk orang dewasa.
";
    let verdict = |papers: &str| {
        let text = format!("{asked}persyaratan: {papers}\n");
        said(&text, "[data-verdict=eligible]").remove(0)
    };
    assert_eq!(
        verdict("tidak ada"),
        "Anda bisa mengurus ini. Tidak ada dokumen yang perlu dibawa."
    );
    assert_eq!(
        verdict("[KK]"),
        "Anda bisa mengurus ini. Bawa: Lihat dokumennya"
    );
}
