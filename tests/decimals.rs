//! A question answered with a fraction: its bands on the page, in data and styles, in the table, and in tests of staff.

use std::collections::BTreeSet;

use maklumat::diagnostic::{Code, Lang, Severity};
use maklumat::resolve::names::Names;
use maklumat::table;
use scraper::{Html, Selector};

use crate::site::{PAGE, SERVICE, Site};
use crate::styles::questions;

/// A scholarship and a plot of land: both kinds of mark, in sentences and in a mapping.
const TEXT: &str = "judul: Contoh Layanan KTP
pertanyaan:
  - id: ipk
    tanya: Berapa IPK Anda?
    angka:
      min: 0
      maks: 4,00
      desimal: 2
  - id: luas
    tanya: Berapa luas lahan Anda?
    angka:
      min: 0.1
      maks: 2500
      satuan: hektare
      desimal: 1
persyaratan:
  - bunyi: Transkrip dengan IPK paling rendah 2,75
    harus: ipk >= 2,75
    jika_tidak: IPK paling rendah 2,75.
  - bunyi: Surat prestasi
    jika: ipk di atas 3.50
  - bunyi: Surat ukur
    jika:
      luas: \">= 0,5 hektare\"
  - bunyi: Izin lokasi
    jika: luas > 1500 dan ipk < 3,9
uji:
  - nama: IPK tepat di batas
    jawaban:
      ipk: 2,75
      luas: 0,4
    bawa: []
  - nama: IPK kurang seperseratus
    jawaban:
      ipk: 2.74
      luas: 0.5
    hasil: tidak_memenuhi
  - nama: Lahan tepat di batas
    jawaban:
      ipk: 3,5
      luas: 0,5
    bawa:
      - 3
  - nama: Lahan luas
    jawaban:
      ipk: 3.51
      luas: 1500,1
    bawa:
      - 2
      - 3
      - 4
";

fn site(text: &str) -> Site {
    let config =
        "judul: Contoh\nalamat_situs: https://contoh.example/\ncontoh: ya\nbahasa: [id, en]\n";
    Site::new().with(SERVICE, text).with("site.yaml", config)
}

/// The values and labels of a question's radio buttons, without "I don't know".
fn bands(html: &str, question: &str) -> Vec<(String, String)> {
    let html = Html::parse_document(html);
    let label = format!("[data-question={question}] label:not(.unknown)");
    let label = Selector::parse(&label).expect("a selector");
    let input = Selector::parse("input").expect("a selector");
    let said = Selector::parse("input + span").expect("a selector");
    let read = |label: scraper::ElementRef<'_>| {
        let radio = label.select(&input).next().expect("a radio button");
        let value = radio.attr("value").expect("a value").to_owned();
        let said = label.select(&said).next().expect("its words");
        (value, said.text().collect::<String>().trim().to_owned())
    };
    html.select(&label).map(read).collect()
}

fn errors(text: &str) -> Vec<Code> {
    let findings = site(text).check().0.findings.into_iter();
    let errors = findings.filter(|found| found.severity != Severity::Hint);
    errors.map(|found| found.code).collect()
}

#[test]
fn the_bands_of_a_fraction_are_those_of_the_rules() {
    let built = site(TEXT).build();
    let read = |page: &str, question: &str| bands(built.page(page), question);
    let pairs = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        let pair = |(one, other): &(&str, &str)| ((*one).to_owned(), (*other).to_owned());
        list.iter().map(pair).collect()
    };
    assert_eq!(
        read(PAGE, "ipk"),
        pairs(&[
            ("0", "di bawah 2,75"),
            ("2.75", "2,75 sampai 3,5"),
            ("3.51", "di atas 3,5 sampai di bawah 3,9"),
            ("3.9", "3,9 atau lebih"),
        ])
    );
    assert_eq!(
        read(PAGE, "luas"),
        pairs(&[
            ("0.1", "di bawah 0,5 hektare"),
            ("0.5", "0,5 sampai 1.500 hektare"),
            ("1500.1", "di atas 1.500 hektare"),
        ])
    );
    let english = read(&format!("en/{PAGE}"), "ipk");
    let labels: Vec<&str> = english.iter().map(|(_, label)| label.as_str()).collect();
    assert_eq!(
        labels,
        [
            "under 2.75",
            "2.75 to 3.5",
            "over 3.5 to under 3.9",
            "3.9 or more"
        ]
    );
    let page = built.page(PAGE);
    assert!(page.contains("“Berapa IPK Anda?” dijawab 2,75 atau lebih"));
    assert!(page.contains("[name=ipk][value=\"2.75\"]") || page.contains("[value=\"2.75\"]"));
    let (_, values) = &questions(page)[0];
    assert_eq!(values, &["0", "2.75", "3.51", "3.9"]);
}

#[test]
fn the_table_and_the_tests_of_staff_know_fractions() {
    assert_eq!(errors(TEXT), []);
    let site = site(TEXT);
    let sound = site.check().1.expect("a sound site");
    let resolved = sound.site();
    let names = Names::new(&resolved.layout, &resolved.registries);
    let read = sound.read(&resolved.entries[0], &site).expect("unchanged");
    let read = read.resolve(&names);
    for (lang, edge) in [(Lang::Id, "di bawah 2,75"), (Lang::En, "under 2.75")] {
        let rows = table::rows(read.service(), None, lang).expect("a table");
        let answers = rows.iter().flat_map(|row| row.answers.iter().flatten());
        let answers: BTreeSet<&str> = answers.map(String::as_str).collect();
        assert!(answers.iter().any(|one| one.contains(edge)), "{answers:?}");
    }
    // Each edge by itself: a hundredth, a tenth beside it is another answer.
    for (right, wrong) in [
        ("ipk: 2,75\n", "ipk: 2,74\n"),
        ("luas: 0,5\n", "luas: 0,4\n"),
        ("ipk: 3.51\n", "ipk: 3.50\n"),
        ("luas: 1500,1\n", "luas: 1500\n"),
    ] {
        assert!(TEXT.contains(right));
        assert_eq!(
            errors(&TEXT.replacen(right, wrong, 1)),
            [Code::K0801],
            "{wrong}"
        );
    }
}

/// A sentence that says another fraction than its rule is noticed, and what is offered settles it.
#[test]
fn a_sentence_with_another_fraction_is_noticed() {
    let other = TEXT.replace("IPK paling rendah 2,75\n", "IPK paling rendah 2,8\n");
    assert_eq!(errors(&other), [Code::K0332]);
    let report = site(&other).check().0;
    let found = report
        .findings
        .iter()
        .find(|found| found.code == Code::K0332);
    let help = found.and_then(|found| found.help.clone()).expect("a help");
    assert!(help.id.contains("ketik: ipk >= 2,8;"), "{}", help.id);
    assert!(help.en.contains("type: ipk >= 2.8;"), "{}", help.en);
}

/// Tests that are offered are typed as they stand, and pass.
#[test]
fn offered_tests_pass() {
    let bare = TEXT.split("uji:").next().expect("the rules");
    let report = site(bare).check().0;
    let offered = report
        .findings
        .iter()
        .filter_map(|found| found.help.as_ref());
    let offered = offered.filter_map(|help| help.id.split_once(":\n"));
    let tests: String = offered.map(|(_, tests)| format!("{tests}\n")).collect();
    assert!(
        tests.contains("ipk: 2,74") && tests.contains("luas: 1500,1"),
        "{tests}"
    );
    let found = errors(&format!("{bare}uji:\n{tests}"));
    assert!(!found.contains(&Code::K0801), "{tests}");
}

/// One mistake in the ends or the decimals of a question is one finding, however often it is asked.
#[test]
fn a_question_with_a_wrong_end_is_still_asked() {
    let service = |number: &str| {
        format!(
            "judul: Contoh Layanan KTP\npertanyaan:\n  - id: luas\n    tanya: Berapa luas lahan Anda?\n    angka:\n{number}persyaratan:\n  - bunyi: Surat ukur\n    jika: luas >= 1\n  - bunyi: Izin\n    jika: luas > 50\nuji:\n  - nama: Luas\n    jawaban:\n      luas: 60\n    bawa: [1, 2]\n"
        )
    };
    for (number, code) in [
        ("      min: 0,25\n      maks: 100\n", Code::K0203),
        ("      min: 0\n      maks: 99,5\n", Code::K0203),
        (
            "      min: 0,125\n      maks: 100\n      desimal: 1\n",
            Code::K0203,
        ),
        (
            "      min: 0\n      maks: 100\n      desimal: 9\n",
            Code::K0216,
        ),
        (
            "      min: 0\n      maks: 100\n      desimal: -1\n",
            Code::K0216,
        ),
    ] {
        assert_eq!(errors(&service(number)), [code], "{number}");
    }
    assert_eq!(errors(&service("      min: 0\n      maks: 100\n")), []);
}
