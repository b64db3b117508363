//! A page in another language decides as the original does.

use crate::site::{PAGE, SERVICE, Site};

/// The condition names an option by its label, which is another in the translation.
const BY_LABEL: &str = "judul: Layanan Contoh
pertanyaan:
  - id: keadaan
    tanya: Bagaimana keadaan kartu lama Anda?
    pilihan:
      hilang: Sudah hilang
      rusak: Masih ada tetapi rusak
persyaratan:
  - id: kartu
    bunyi: Kartu lama
    jika: keadaan adalah \"Masih ada tetapi rusak\"
  - id: lapor
    bunyi: Kartu tidak hilang
    harus: keadaan bukan \"Sudah hilang\"
";

const IN_ENGLISH: &str = "title: Sample service
questions:
  keadaan:
    ask: What about your old card?
    choices:
      hilang: It is lost
      rusak: It is damaged
requirements:
  kartu: {text: The old card}
  lapor: {text: The card is not lost}
";

/// The styles by which a page decides.
fn decisions(page: &str) -> &str {
    let from = page.find("@supports selector(:has(*))").expect("styles");
    let to = page[from..]
        .find("</style>")
        .expect("the end of the styles");
    &page[from..from + to]
}

#[test]
fn an_option_named_by_its_label_counts_in_every_language() {
    let site = Site::of([
        (
            "site.yaml",
            "title: Situs Contoh\nlanguages: [id, en]\nexample: true\n",
        ),
        super::AROUND[1],
        (SERVICE, BY_LABEL),
        ("content/dinas-contoh/ktp.en.yaml", IN_ENGLISH),
    ]);
    let built = site.build();
    let original = built.page(PAGE);
    let english = built.page(&format!("en/{PAGE}"));
    assert!(decisions(original).contains("[data-failed=\"requirements.2\"]"));
    assert_eq!(decisions(original), decisions(english));
    assert!(english.contains("“What about your old card?” is answered “It is damaged”"));
    assert!(!english.contains("Sudah hilang"));
}
