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
