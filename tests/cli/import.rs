//! `import`: pages become drafts that pass, again and again, and never over what somebody edited.

use serde_json::Value;

use crate::site::{Folder, Site, text_of};

/// A page with headings.
const PAGE: &str = "\
Izin Contoh

Persyaratan
1. Fotokopi KTP
2. Surat kehilangan

Sistem, Mekanisme dan Prosedur
1. Datang ke loket
2. Petugas memeriksa berkas
";

const DRAFT: &str = "content/dinas-contoh/izin-contoh.yaml";

fn site() -> Folder {
    Site::new().on_disk().with("halaman/izin.txt", PAGE)
}

#[test]
fn a_page_becomes_a_draft_that_passes() {
    let folder = site();
    let done = folder.run("import halaman --today 2026-11-28");
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(
        done.out.contains(&format!("{DRAFT} (baru)")),
        "{}",
        done.out
    );
    let draft = folder.read(DRAFT);
    for line in [
        "judul: Izin Contoh\n",
        "status: rancangan\n",
        "  diimpor: 2026-11-28\n",
        "  - bunyi: Fotokopi KTP\n",
    ] {
        assert!(draft.contains(line), "{line}{draft}");
    }
    let checked = folder.run("check --deny warnings");
    assert_eq!(checked.code, Some(0), "{}", checked.err);
    let built = folder.run("build --drafts --deny warnings");
    assert_eq!(built.code, Some(0), "{}", built.err);
    assert!(folder.has("public/dinas-contoh/izin-contoh.html"));
}

#[test]
fn keys_are_english_if_asked() {
    let folder = site();
    let done = folder.run("import halaman/izin.txt --keys en");
    assert_eq!(done.code, Some(0), "{}", done.err);
    let draft = folder.read(DRAFT);
    assert!(
        draft.contains("title: Izin Contoh\nstatus: draft\n"),
        "{draft}"
    );
    assert!(draft.contains("  - text: Fotokopi KTP\n"), "{draft}");
}

#[test]
fn a_second_import_says_what_is_another() {
    let folder = site();
    folder.run("import halaman --today 2026-11-28");
    let first = folder.read(DRAFT);
    let again = folder.run("import halaman --today 2026-12-24");
    assert!(again.out.contains("(tetap)"), "{}", again.out);
    assert_eq!(folder.read(DRAFT), first);

    folder.write("halaman/izin.txt", PAGE.replace("Fotokopi KTP", "KTP asli"));
    let changed = folder.run("import halaman --today 2026-12-24");
    assert!(changed.out.contains("(diperbarui)"), "{}", changed.out);
    assert!(
        changed.err.contains(": bunyi: Fotokopi KTP")
            || changed.err.contains("  - bunyi: Fotokopi KTP"),
        "{}",
        changed.err
    );
    assert!(
        changed.err.contains("  - bunyi: KTP asli"),
        "{}",
        changed.err
    );
    assert!(folder.read(DRAFT).contains("bunyi: KTP asli"));
}

#[test]
fn what_somebody_edited_is_left_as_it_is() {
    let folder = site();
    folder.run("import halaman");
    let edited = folder
        .read(DRAFT)
        .replace("Datang ke loket", "Datang ke loket 1");
    folder.write(DRAFT, &edited);
    for _ in 0..2 {
        let done = folder.run("import halaman");
        assert_eq!(done.code, Some(0), "{}", done.err);
        assert!(
            done.out.contains("(sudah disunting, dibiarkan)"),
            "{}",
            done.out
        );
        assert!(done.err.contains("sumbernya sama"), "{}", done.err);
        assert!(!done.err.contains("bunyi:"), "{}", done.err);
        assert!(done.err.contains("tidak ada yang ditulis"), "{}", done.err);
        assert!(!done.err.contains("keraguan"), "{}", done.err);
        assert_eq!(folder.read(DRAFT), edited);
    }
    // Of another source only what is not in the file yet is told.
    folder.write(
        "halaman/izin.txt",
        PAGE.replace("Surat kehilangan", "Surat baru"),
    );
    let done = folder.run("import halaman");
    let new: Vec<&str> = done
        .err
        .lines()
        .filter(|line| line.starts_with("  + "))
        .collect();
    assert_eq!(
        new,
        [
            "  + persyaratan: - bunyi: Surat baru",
            "  + prosedur: - bunyi: Datang ke loket"
        ]
    );
    assert_eq!(folder.read(DRAFT), edited);
    // What was written by hand is nobody's draft.
    folder.write(DRAFT, "judul: Izin Contoh\n");
    folder.run("import halaman");
    assert_eq!(folder.read(DRAFT), "judul: Izin Contoh\n");
}

#[test]
fn a_service_in_markdown_is_known() {
    let folder = site();
    let by_hand = "---\njudul: Izin Contoh\n---\n\nSurat kehilangan diminta.\n";
    folder.write("content/dinas-contoh/izin.md", by_hand);
    let done = folder.run("import halaman");
    assert!(
        done.out.contains("izin.md (sudah disunting, dibiarkan)"),
        "{}",
        done.out
    );
    assert!(!folder.has(DRAFT));
    assert_eq!(folder.read("content/dinas-contoh/izin.md"), by_hand);
}

#[test]
fn a_renamed_draft_is_found_again() {
    let folder = site();
    folder.run("import halaman --today 2026-11-28");
    let renamed = "content/dinas-contoh/izin.yaml";
    let done = folder.run("rename dinas-contoh/izin-contoh izin");
    assert_eq!(done.code, Some(0), "{}", done.err);
    let again = folder.run("import halaman");
    assert!(
        again.out.contains(&format!("{renamed} (tetap)")),
        "{}",
        again.out
    );
    assert!(!folder.has(DRAFT));
    // Also with another name, while its source is the same.
    let edited = folder
        .read(renamed)
        .replace("judul: Izin Contoh", "judul: Izin");
    folder.write(renamed, &edited);
    let again = folder.run("import halaman");
    assert!(
        again.out.contains("(sudah disunting, dibiarkan)"),
        "{}",
        again.out
    );
    assert!(!folder.has(DRAFT));
    // And by its old address once it was published.
    let published = edited.replace(
        "status: rancangan\n",
        "pindah_dari: [dinas-contoh/izin-contoh.html]\n",
    );
    folder.write(renamed, &published);
    folder.write("halaman/izin.txt", PAGE.replace("KTP", "KK"));
    let again = folder.run("import halaman");
    assert!(
        again.err.contains("  + persyaratan: - bunyi: Fotokopi KK"),
        "{}",
        again.err
    );
    assert_eq!(folder.read(renamed), published);
    assert!(!folder.has(DRAFT));
}

#[test]
fn an_export_that_comes_back_is_the_same_service() {
    let folder = site();
    folder.run("import halaman");
    let before = folder.read(DRAFT);
    folder.run("export --csv a.csv");
    let csv = folder.read("a.csv").replace("Fotokopi KTP", "KTP asli");
    let folder = folder.with("a.csv", csv);
    let done = folder.run("import a.csv");
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(done.err.contains("KTP asli"), "{}", done.err);
    assert!(!done.err.contains("Surat kehilangan"), "{}", done.err);
    assert_eq!(folder.read(DRAFT), before);
    assert!(!folder.has(&DRAFT.replace(".yaml", "-2.yaml")));
}

#[test]
fn a_row_of_another_agency_is_doubted() {
    let table =
        "Nama layanan;Instansi;Persyaratan\nIzin A;Dinas Lain;KTP\nIzin B;dinas contoh;KTP\n";
    let folder = Site::new().on_disk().with("a.csv", table);
    let done = folder.run("import a.csv");
    assert_eq!(done.code, Some(0), "{}", done.err);
    let doubt = "# RAGU: tabelnya menyebut instansi “Dinas Lain”";
    assert!(
        folder
            .read("content/dinas-contoh/izin-a.yaml")
            .contains(doubt)
    );
    let ours = folder.read("content/dinas-contoh/izin-b.yaml");
    assert!(!ours.contains("tabelnya menyebut"), "{ours}");
}

#[test]
fn a_number_without_its_zero_is_doubted() {
    let table = "Nama layanan;Persyaratan;Pengaduan\nIzin A;KTP;2518300333\n";
    let folder = Site::new().on_disk().with("a.csv", table);
    folder.run("import a.csv");
    let draft = folder.read("content/dinas-contoh/izin-a.yaml");
    assert!(
        draft.contains("# RAGU: nomor ini tanpa 0 di depan"),
        "{draft}"
    );
}

#[test]
fn two_pages_with_one_title_are_two_files() {
    let folder = site().with("halaman/lain.txt", PAGE.replace("KTP", "KK"));
    let second = DRAFT.replace(".yaml", "-2.yaml");
    folder.run("import halaman");
    let (izin, lain) = (folder.read(DRAFT), folder.read(&second));
    assert!(izin.contains("Fotokopi KTP") && lain.contains("Fotokopi KK"));
    // Each finds its own file again, also alone.
    let again = folder.run("import halaman/lain.txt");
    assert!(
        again.out.contains(&format!("{second} (tetap)")),
        "{}",
        again.out
    );
    assert_eq!((folder.read(DRAFT), folder.read(&second)), (izin, lain));
}

#[test]
fn json_is_data_and_writes_nothing_unless_asked() {
    let folder = site();
    let done = folder.run("import halaman --format json");
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(!folder.has(DRAFT));
    let data: Value = serde_json::from_str(&done.out).expect("JSON alone");
    let first = &data[0];
    assert_eq!(first["file"], "halaman/izin.txt");
    assert_eq!(first["service"]["title"], "Izin Contoh");
    assert_eq!(first["service"]["requirements"][0]["text"], "Fotokopi KTP");
    for doubt in first["doubts"].as_array().expect("a list") {
        assert!(
            doubt["field"].is_string() && doubt["reason"].is_string(),
            "{doubt}"
        );
    }
    let written = folder.run("import halaman --format json --output hasil --agency dinas-lain");
    let data: Value = serde_json::from_str(&written.out).expect("JSON alone");
    assert_eq!(data[0]["written"], "hasil/dinas-lain/izin-contoh.yaml");
    assert!(folder.has("hasil/dinas-lain/izin-contoh.yaml"));
}

#[test]
fn an_agency_that_is_not_there_is_made() {
    let folder = site();
    let done = folder.run("import halaman --agency dinas-baru");
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(
        folder
            .read("content/dinas-baru/agency.yaml")
            .contains("nama: Dinas Baru\n")
    );
    assert!(done.err.contains("`Dinas Baru`"), "{}", done.err);
    assert!(folder.has("content/dinas-baru/izin-contoh.yaml"));
    let checked = folder.run("check");
    assert_eq!(checked.code, Some(0), "{}", checked.err);
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_read() {
    let folder = site()
        .with("halaman/a.txt", "\n")
        .with("halaman/b.pdf", b"%PDF-1.7 \0")
        .with("halaman/c.txt", b"\0\0\0\0");
    let done = folder.run("import halaman halaman/b.pdf");
    assert_eq!(done.code, Some(1), "{}", done.err);
    for file in ["halaman/a.txt: ", "halaman/b.pdf: ", "halaman/c.txt: "] {
        assert!(done.err.contains(file), "{file}{}", done.err);
    }
    assert!(folder.has(DRAFT));
    let none = folder.run("import tidak-ada.txt");
    assert_eq!(none.code, Some(2), "{}", none.err);
}

#[test]
fn every_page_of_the_corpus_becomes_a_draft_that_builds() {
    let folder = Site::new()
        .with("site.yaml", text_of("tests/sites/kota-contoh/site.yaml"))
        .on_disk();
    let corpus = crate::site::repository().join("tests/data/corpus");
    let corpus = corpus.to_str().expect("a path");
    let done = folder.run_with(&["import", corpus, "--agency", "dinas-contoh"]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    let drafts = std::fs::read_dir(folder.path("content/dinas-contoh")).expect("a folder");
    assert_eq!(drafts.count(), 27 + 1, "{}", done.out);
    let built = folder.run("build --drafts --deny warnings");
    assert_eq!(built.code, Some(0), "{}", built.err);
}
