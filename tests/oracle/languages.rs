//! A page in another language decides as the original does.

use scraper::{Html, Selector};

use super::{AROUND, drawn_services};
use crate::site::{PAGE, SERVICE, Site};

/// A site in two languages.
const TWO: (&str, &str) = (
    "site.yaml",
    "title: Situs Contoh\nlanguages: [id, en]\nexample: true\n",
);

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
    let (styles, _) = page.split_once("</style>").expect("styles");
    let from = styles.rfind("@supports selector(:has(*))");
    let rules = &styles[from.expect("rules")..];
    // The words of a counter are those of a language.
    let counter = rules.find("@counter-style");
    &rules[..counter.unwrap_or(rules.len())]
}

#[test]
fn an_option_named_by_its_label_counts_in_every_language() {
    let site = Site::of(AROUND).with_all([
        TWO,
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

/// The attributes by which a page is asked and shows what it decides.
const CONTRACT: [&str; 9] = [
    "data-question",
    "value",
    "data-item",
    "data-state",
    "data-tick",
    "data-failed",
    "data-notice",
    "data-verdict",
    "data-lists",
];

/// What a page decides: its styles, and the elements of its contract.
fn decided(page: &str) -> (String, Vec<String>) {
    let html = Html::parse_document(page);
    let select = |selector: &str| Selector::parse(selector).expect("a selector");
    let marked = CONTRACT.map(|name| format!("[{name}]")).join(",");
    let marked = select(&marked);
    let elements = html.select(&marked).map(|element| {
        let element = element.value();
        let attributes = CONTRACT.iter().filter_map(|name| {
            let value = element.attr(name)?;
            Some(format!("{name}={value}"))
        });
        attributes.collect::<Vec<String>>().join(" ")
    });
    (decisions(page).to_owned(), elements.collect())
}

/// The pages of a drawn service, in both languages.
fn pages(path: &str, yaml: &str, english: &str) -> [String; 2] {
    let translation = path.replace(".yaml", ".en.yaml");
    let site = Site::of(AROUND).with_all([TWO, (path, yaml), (translation.as_str(), english)]);
    let built = site.build();
    let address = path.replace("content/", "").replace(".yaml", ".html");
    [address.clone(), format!("en/{address}")].map(|address| built.page(&address).to_owned())
}

#[test]
fn every_drawn_service_decides_the_same_in_both_languages() {
    let (taken, _) = drawn_services();
    let (mut elements, mut by_label) = (0, 0);
    for one in taken {
        let [original, english] = pages(&one.path, &one.yaml, &one.english);
        let shown = decided(&original);
        assert!(shown == decided(&english), "{}", one.yaml);
        elements += shown.1.len();
        let conditions = one.yaml.lines().filter(|line| !line.contains("pilihan_"));
        by_label += conditions.filter(|line| line.contains("Jawaban_")).count();
        // It is a translation: nothing of the service is left in the original's words.
        let body = english.split_once("<main").expect("the main part").1;
        for word in [
            "Syarat ",
            "Langkah ke-",
            "Jawaban_",
            "Belum diatur ke-",
            "Bagaimana",
        ] {
            assert!(!body.contains(word), "{word}: {}", one.english);
        }
        assert!(english.contains("Requirement 1") && english.contains("What is your answer"));
    }
    println!(
        "{} services in two languages, {elements} elements, {by_label} conditions by label",
        taken.len()
    );
    assert!(by_label >= 20, "{by_label}");
}

/// A comparison that cannot fail proves nothing. The last fault is that of a program that reads conditions in the
/// words of the translation: those that name an option by its label are lost.
#[test]
fn a_page_that_decides_otherwise_is_noticed() {
    let (taken, _) = drawn_services();
    let mut lost = 0;
    for one in taken {
        let [original, english] = pages(&one.path, &one.yaml, &one.english);
        let shown = decided(&original);
        for (right, wrong) in [
            (":initial;--m:none}", ":none}"),
            ("data-state=\"maybe\"", "data-state=\"needed\""),
        ] {
            let planted = english.replacen(right, wrong, 1);
            assert_ne!(planted, english, "{right}");
            assert!(shown != decided(&planted), "{right}");
        }
        let mut lines = one.yaml.lines();
        let by_label = lines.find(|line| {
            let key = line.trim_start();
            let own = ["when: ", "jika: "]
                .iter()
                .any(|start| key.starts_with(start));
            own && line.contains("Jawaban_")
        });
        if let Some(line) = by_label {
            let without = one.yaml.replacen(&format!("{line}\n"), "", 1);
            let site = Site::of(AROUND).with(&one.path, &without);
            if site.check().1.is_some() {
                let [_, english] = pages(&one.path, &without, &one.english);
                lost += usize::from(shown != decided(&english));
            }
        }
    }
    // A condition may repeat that of its group; then nothing is lost with it.
    assert!(lost >= 3, "{lost}");
}
