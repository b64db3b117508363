//! Questions that services share: a service that names one is the service that writes it, in every language.

use maklumat::diagnostic::Code;

use crate::site::{PAGE, SERVICE, Site};

const LIST: &str = "\
- id: usia
  ask: Berapa usia Anda?
  hint: Pada hari ini.
  number: {min: 0, max: 120, unit: tahun}
  phrase: \"usia Anda {}\"
- id: warga
  tanya: Apa kewarganegaraan Anda?
  pilihan:
    wni: {label: Warga negara Indonesia, frasa: Anda WNI, frasa_bukan: Anda bukan WNI}
    wna: {label: Warga negara asing, frasa: Anda WNA}
    tanpa: {label: Tanpa kewarganegaraan, frasa: Anda tanpa kewarganegaraan}
";

const ENGLISH: &str = "\
usia: {ask: How old are you?, phrase: \"you are {}\"}
warga:
  ask: What is your citizenship?
  choices:
    wni: {label: Indonesian, phrase: you are Indonesian}
    wna: {label: Foreign}
";

const RULES: &str = "\
requirements:
  - text: KITAP
    when: warga = wna
  - text: Telah berusia 17 tahun
    must: usia >= 17
tests:
  - name: Muda
    answers: {usia: 16, warga: wni}
    not_eligible: [2]
";

fn indented(text: &str) -> String {
    let lines = text.lines();
    lines.map(|line| format!("  {line}\n")).collect()
}

fn site() -> Site {
    Site::new().with(
        "site.yaml",
        "title: Kota Contoh\nlanguages: [id, en]\nexample: true\nbase_url: https://contoh.example/\n",
    )
}

/// A site whose service writes the questions itself.
fn written() -> Site {
    let questions = indented(LIST);
    let service = format!("title: KTP\nquestions:\n{questions}{RULES}");
    let words = format!("title: ID card\nquestions:\n{}", indented(ENGLISH));
    site()
        .with(SERVICE, service)
        .with("content/dinas-contoh/ktp.en.yaml", words)
}

/// The same site, whose service names them.
fn named() -> Site {
    let service = format!("title: KTP\nquestions:\n  - usia\n  - warga\n{RULES}");
    site()
        .with(SERVICE, service)
        .with("content/dinas-contoh/ktp.en.yaml", "title: ID card\n")
        .with("content/questions.yaml", LIST)
        .with("content/questions.en.yaml", ENGLISH)
}

/// A page without what names the version of its file.
fn page(site: &Site, path: &str) -> String {
    let built = site.build();
    let page = built.page(path).to_owned();
    let hashed = |word: &str| word.len() == 8 && word.bytes().all(|b| b.is_ascii_hexdigit());
    let versions: Vec<String> = page
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| hashed(word))
        .map(str::to_owned)
        .collect();
    versions
        .iter()
        .fold(page, |page, version| page.replace(version, "VERSION"))
}

#[test]
fn a_service_that_names_questions_has_the_page_of_one_that_writes_them() {
    for path in [PAGE, "en/dinas-contoh/ktp.html"] {
        let (one, other) = (page(&written(), path), page(&named(), path));
        assert!(one.contains("data-question"), "{path} asks nothing");
        assert_eq!(one, other, "{path}");
    }
    assert!(page(&named(), "en/dinas-contoh/ktp.html").contains("What is your citizenship?"));
    assert!(page(&named(), "en/dinas-contoh/ktp.html").contains("you are under 17"));
}

#[test]
fn tests_of_staff_run_with_shared_questions() {
    let (report, _) = named().check();
    let found = |code| report.findings.iter().any(|finding| finding.code == code);
    assert!(!found(Code::K0801));
    let wrong = RULES.replace("not_eligible: [2]", "verdict: eligible");
    let service = format!("title: KTP\nquestions:\n  - usia\n  - warga\n{wrong}");
    let (report, _) = named().with(SERVICE, service).check();
    assert!(
        report
            .findings
            .iter()
            .any(|finding| finding.code == Code::K0801)
    );
}

#[test]
fn a_change_of_the_list_is_seen_by_every_service() {
    let changed = LIST.replace("min: 0, max: 120", "min: 20, max: 120");
    let site = named().with("content/questions.yaml", changed);
    let (report, _) = site.check();
    let at_service = |code| {
        let mut found = report.findings.iter();
        found.any(|finding| finding.code == code && finding.place.path == SERVICE)
    };
    assert!(at_service(Code::K0315), "{:#?}", report.findings);
    assert!(site.build().files.is_empty());
}

#[test]
fn an_option_that_another_service_tells_apart_is_not_idle() {
    let idle = |site: &Site| {
        let (report, _) = site.check();
        report
            .findings
            .iter()
            .filter(|found| found.code == Code::K0322)
            .count()
    };
    assert_eq!((idle(&written()), idle(&named())), (1, 0));
}
