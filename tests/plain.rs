//! Plain language: what the sites of this repository have to say to it, and that no build fails because of it.

use maklumat::diagnostic::{Code, Severity};

use crate::site::{Folder, SERVICE, Site, TOWN};

const CODES: [Code; 3] = [Code::K0606, Code::K0607, Code::K0608];

/// How often each code is found in a site.
fn counts(site: &Site) -> [usize; 3] {
    let (report, _) = site.check();
    CODES.map(|code| {
        report
            .findings
            .iter()
            .filter(|one| one.code == code)
            .count()
    })
}

const HARD: &str = "judul: Contoh Layanan KTP
ringkasan: Pemohon melampirkan SPTJM apabila ada. Dilampirkan bilamana diperkenankan, diverifikasi sebagaimana mestinya.
persyaratan:
  - id: satu
    bunyi: Satu
    label: Kertas ini harus sudah dibaca oleh semua orang yang tinggal di rumah Anda sebelum Anda datang ke loket kami pada hari kerja yang sudah kami tentukan untuk Anda
";

/// The words of the real service and of the example town were read one by one; nothing is left there to say.
#[test]
fn the_sites_of_the_repository_speak_plainly() {
    assert_eq!(counts(&Site::read(".")), [0, 0, 0]);
    assert_eq!(counts(&Site::read(TOWN)), [0, 0, 0]);
    // KITAP, a paper whose name the file of all keys does not write out.
    assert_eq!(counts(&Site::read("tests/data/reference")), [0, 0, 1]);
}

/// Papers that are named without a link: none in the town, whose editor looked at each; the short form of the reference.
#[test]
fn no_paper_of_the_sites_is_named_without_a_link() {
    let count = |site: &str| {
        let (report, _) = Site::read(site).check();
        let named = report.findings.iter().filter(|one| one.code == Code::K0409);
        named.count()
    };
    assert_eq!([".", TOWN, "tests/data/reference"].map(count), [0, 0, 1]);
}

#[test]
fn a_file_has_one_finding_of_each_kind_however_many_places() {
    let site = Site::with_service().with(SERVICE, HARD);
    assert_eq!(counts(&site), [1, 1, 1]);
    let (report, _) = site.check();
    let words = report.findings.iter().find(|one| one.code == Code::K0607);
    let words = words.expect("words of offices");
    // Five are shown: pemohon, melampirkan, apabila, dilampirkan, bilamana.
    assert!(words.message.id.ends_with(": 8"), "{}", words.message.id);
    assert_eq!(words.also.len(), 4);
    let help = words.help.as_ref().expect("help");
    assert!(help.id.ends_with("(dan 3 tempat lagi)"), "{}", help.id);
    assert_eq!(words.severity, Severity::Hint);
}

#[test]
fn a_hint_about_words_never_fails_a_build() {
    let case = Folder::site().with(SERVICE, HARD);
    case.run("check --deny warnings").exits(0);
    case.run("build --deny warnings").exits(0);
    let config = case.read("site.yaml");
    let off = "ketelitian:\n  long-sentence: mati\n  office-word: mati\n  K0608: mati\n";
    let said = |case: &Folder| case.run("check --format short").exits(0).out;
    let before = said(&case);
    for code in CODES {
        assert!(before.contains(code.number()), "{before}");
    }
    case.write("site.yaml", config + off);
    let after = said(&case);
    for code in CODES {
        assert!(!after.contains(code.number()), "{after}");
    }
}
