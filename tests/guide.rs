//! The guide for staff keeps its word: every example is sound, and every form of a condition is read.

use maklumat::diagnostic::{Located, Severity};
use maklumat::scaffold;

use crate::site::Site;

/// The pages for staff.
const GUIDE: [&str; 3] = [
    include_str!("../docs/panduan.md"),
    include_str!("../docs/contoh.md"),
    include_str!("../docs/aturan.md"),
];

/// The examples of the guide: the path each names in its first line, and its text.
fn examples() -> Vec<(String, String)> {
    GUIDE.iter().flat_map(|page| examples_of(page)).collect()
}

fn examples_of(page: &str) -> Vec<(String, String)> {
    page.split("\n```yaml\n")
        .skip(1)
        .map(|rest| {
            let text = rest.split("\n```").next().unwrap_or(rest).to_owned() + "\n";
            let first = text.lines().next().unwrap_or_default();
            let path = first.strip_prefix("# ").expect("an example names its file");
            assert!(path.starts_with("content/"), "{path}");
            (path.to_owned(), text)
        })
        .collect()
}

/// What is found in a new site with these files, hints left out.
fn findings(files: &[(String, String)]) -> Vec<Located> {
    let site = Site::of(scaffold::init("Kota Contoh"))
        .with_all(files.iter().map(|(path, text)| (path, text)));
    let (report, _) = site.with_drafts().check();
    let heavy = |finding: &Located| finding.severity != Severity::Hint;
    report.findings.into_iter().filter(heavy).collect()
}

#[test]
fn every_example_of_the_guide_is_sound() {
    let examples = examples();
    assert!(examples.len() >= 10, "{}", examples.len());
    for (at, example) in examples.iter().enumerate() {
        let mut files = vec![example.clone()];
        if example.0.ends_with(".en.yaml") {
            // A translation lies over the example before it.
            files.insert(0, examples[at - 1].clone());
        }
        // A service that names shared questions comes after their list.
        let before = at.checked_sub(1).map(|at| &examples[at]);
        files.extend(
            before
                .filter(|(path, _)| path == "content/questions.yaml")
                .cloned(),
        );
        let wrong: Vec<String> = findings(&files)
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| format!("{}: {}", finding.code.number(), finding.message.en))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}\n{}", example.1);
    }
}

#[test]
fn every_form_in_the_table_of_conditions_is_read() {
    let table = GUIDE[2].split_once("## Bentuk").expect("its heading").1;
    let table = table.split_once("\n- ").expect("what follows it").0;
    let forms: Vec<&str> = table.split('`').skip(1).step_by(2).collect();
    assert!(forms.len() > 20, "{forms:?}");
    for form in forms {
        let text = format!(
            "judul: Contoh\npertanyaan:\n  - id: kawin\n    tanya: Menikah?\n    ya_tidak: ya\n  - id: usia\n    \
             tanya: Usia?\n    angka: {{min: 0, maks: 120}}\n  - id: ktp_lama\n    tanya: KTP lama?\n    pilihan: \
             {{ada: Ada, rusak: Rusak, hilang: Hilang}}\nkeadaan:\n  wajib_ktp: kawin atau usia >= 17\n\
             persyaratan:\n  - bunyi: Buku nikah\n    jika: \"{form}\"\n"
        );
        let file = ("content/dinas-contoh/ktp.yaml".to_owned(), text);
        let wrong: Vec<&str> = findings(&[file])
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| finding.code.number())
            .collect();
        assert!(wrong.is_empty(), "{form}: {wrong:?}");
    }
}
