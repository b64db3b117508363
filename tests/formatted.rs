//! `fmt`: keys in the order of the model and in one language; comments, wording and line breaks as they were.

mod drawn;

use maklumat::diagnostic::{Lang, Sink};
use maklumat::edit::format::{Outcome, format};
use maklumat::parse::front_matter;
use maklumat::source::Sources;
use maklumat::span::FileId;
use maklumat::yaml::{self, comments};

use crate::site::{Folder, SERVICE, Site, TOWN};

/// The new text of the service, or its own.
#[track_caller]
fn fmt(text: &str, keys: Option<Lang>) -> String {
    let site = Site::new().with(SERVICE, text);
    formatted(&site, SERVICE, keys)
}

#[track_caller]
fn formatted(site: &Site, path: &str, keys: Option<Lang>) -> String {
    let files = format(site, keys, &|asked| asked == path).expect("a list");
    match &files[0].result {
        Outcome::Same => site.text(path),
        Outcome::New(text) => text.clone(),
        Outcome::Left(why) => panic!("{path} is left alone: {why:?}\n{}", site.text(path)),
    }
}

/// A site with every file formatted.
fn whole(site: &Site, keys: Option<Lang>) -> Site {
    let mut site = site.clone();
    for file in format(&site, keys, &|_| true).expect("a list") {
        match file.result {
            Outcome::Same => {}
            Outcome::New(text) => site = site.with(&file.path, text),
            Outcome::Left(why) => panic!("{}: {why:?}", file.path),
        }
    }
    site
}

#[test]
fn keys_stand_in_the_order_of_the_model_with_their_comments() {
    let before = r#"# Kepala berkas, bukan tentang ringkasan

# dari SK
ringkasan: "Satu: kalimat"   # disetujui
lain_sekali: tetap
persyaratan:
  # yang pertama
  - label: Fotokopi
    # kata demi kata
    bunyi: |
      Baris satu
        baris dua

      baris # tiga
    id: kk # pendek

    #catatan: nanti
  - KTP
# dua baris
# tentang judul
judul: >-
  Judul
  panjang
sk: {tanggal: 2025-01-02, nomor: "1, 2"}

biaya: gratis
# akhir berkas
"#;
    let after = r#"# Kepala berkas, bukan tentang ringkasan

# dua baris
# tentang judul
judul: >-
  Judul
  panjang
lain_sekali: tetap
# dari SK
ringkasan: "Satu: kalimat"   # disetujui
sk: {nomor: "1, 2", tanggal: 2025-01-02}
persyaratan:
  # yang pertama
  - id: kk # pendek
    # kata demi kata
    bunyi: |
      Baris satu
        baris dua

      baris # tiga
    label: Fotokopi

    #catatan: nanti
  - KTP

biaya: gratis
# akhir berkas
"#;
    let written = fmt(before, None);
    assert_eq!(written, after);
    assert_eq!(fmt(after, None), after);
}

#[test]
fn keys_and_fixed_values_change_their_language() {
    let id = "\
judul: KTP
status: aktif
pertanyaan:
  - id: lama
    tanya: Ada KTP lama?
    ya_tidak: ya   # ya atau tidak
persyaratan:
  - bunyi: Fotokopi KK
    bentuk: \"fotokopi\"
    jika: lama
waktu: {paling_lambat: 4, satuan: hari_kerja, sejak: berkas_lengkap}
";
    let en = "\
title: KTP
status: active
questions:
  - id: lama
    ask: Ada KTP lama?
    yes_no: true   # ya atau tidak
requirements:
  - text: Fotokopi KK
    form: \"copy\"
    when: lama
time: {max: 4, unit: working_day, from: documents_complete}
";
    assert_eq!(fmt(id, Some(Lang::En)), en);
    assert_eq!(fmt(en, Some(Lang::Id)), id);
    assert_eq!(fmt(en, None), en);
}

#[test]
fn windows_line_breaks_and_a_file_without_a_last_one_stay_so() {
    assert_eq!(
        fmt("ringkasan: b\r\njudul: a\r\n", None),
        "judul: a\r\nringkasan: b\r\n"
    );
    assert_eq!(
        fmt("ringkasan: b\njudul: a", None),
        "judul: a\nringkasan: b"
    );
}

#[test]
fn a_page_and_a_translation_are_put_in_order_too() {
    let site = Site::with_service()
        .with("site.yaml", "judul: Kota\nbahasa: [id, en]\ncontoh: ya\n")
        .with(
            "content/pages/a.md",
            "---\nringkasan: b # c\njudul: a\n---\n\nringkasan: x\njudul: y\n",
        )
        .with(
            "content/dinas-contoh/ktp.en.yaml",
            "ringkasan:\n  # cap\n  dari: 12345678\n  bunyi: A sentence\njudul: Card\n",
        )
        .with(SERVICE, "judul: Kartu\nringkasan: Kalimat\n");
    assert_eq!(
        formatted(&site, "content/pages/a.md", Some(Lang::En)),
        "---\ntitle: a\nsummary: b # c\n---\n\nringkasan: x\njudul: y\n"
    );
    assert_eq!(
        formatted(&site, "content/dinas-contoh/ktp.en.yaml", Some(Lang::En)),
        "title: Card\nsummary:\n  # cap\n  of: 12345678\n  text: A sentence\n"
    );
}

#[test]
fn a_file_with_an_error_is_left_alone() {
    let case = Folder::site().with(SERVICE, "ringkasan: b\njudul: [a\n");
    let before = case.read(SERVICE);
    let run = case.run("fmt").exits(1);
    assert!(
        run.err
            .starts_with("content/dinas-contoh/ktp.yaml: dibiarkan; "),
        "{}",
        run.err
    );
    assert_eq!(case.read(SERVICE), before);
}

#[test]
fn check_names_the_files_and_changes_nothing() {
    let text = "ringkasan: b\njudul: a\n";
    let case = Folder::site().with(SERVICE, text);
    let named = "content/dinas-contoh/ktp.yaml\n";
    case.run("fmt --check").exits(1).prints(named).says("");
    assert_eq!(case.read(SERVICE), text);
    case.run_below("content/dinas-contoh", "fmt --check ktp.yaml")
        .exits(1)
        .prints("ktp.yaml\n");
    case.run("fmt")
        .exits(0)
        .says("content/dinas-contoh/ktp.yaml: dirapikan\n");
    assert_eq!(case.read(SERVICE), "judul: a\nringkasan: b\n");
    case.run("fmt --check")
        .exits(0)
        .prints("")
        .says("sudah rapi; tidak ada yang diubah\n");
    case.run("fmt --keys en ktp.yaml").exits(2);
    case.run("fmt --keys en dinas-contoh/ktp").exits(0);
    assert_eq!(case.read(SERVICE), "title: a\nsummary: b\n");
}

/// The comments of a file, sorted.
fn comments_of(path: &str, text: &str) -> Vec<String> {
    let mut sink = Sink::default();
    let file = FileId::default();
    let read = match path.ends_with(".md") {
        true => front_matter::read(file, text, &mut sink),
        false => yaml::read(file, 0, text, &mut sink),
    };
    let Some(tree) = read else { return Vec::new() };
    // Below a front matter a `#` is a heading.
    let end = match path.ends_with(".md") {
        true => text
            .match_indices("\n---")
            .next()
            .map_or(text.len(), |(at, _)| at + 1),
        false => text.len(),
    };
    let found = comments(0, &text[..end], &tree);
    let place = |comment: &maklumat::yaml::Comment| {
        text[comment.span.start as usize..comment.span.end as usize].to_owned()
    };
    let mut found: Vec<String> = found.iter().map(place).collect();
    found.sort();
    found
}

/// What a site says to programs, but for the hash of each file's bytes.
fn data(site: &Site) -> Vec<(String, serde_json::Value)> {
    let built = site.build();
    assert!(!built.report.has_errors(), "{:#?}", built.report.findings);
    let json = |path: &&String| path.starts_with("api/") && path.ends_with(".json");
    let paths: Vec<&String> = built.files.keys().filter(json).collect();
    assert!(!paths.is_empty(), "no data");
    let read = paths.into_iter().map(|path| {
        let mut value = serde_json::from_slice(&built.files[path]).expect("JSON");
        without_version(&mut value);
        (path.clone(), value)
    });
    read.collect()
}

fn without_version(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(map) => {
            map.remove("version");
            map.values_mut().for_each(without_version);
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(without_version),
        _ => {}
    }
}

/// The sites of this repository: formatted in either language they say the same, with every comment.
#[test]
fn every_file_of_the_sites_means_the_same() {
    for folder in ["tests/data/reference", ".", TOWN] {
        let site = Site::read(folder);
        let before = data(&site);
        let plain = whole(&site, None);
        let en = whole(&plain, Some(Lang::En));
        let id = whole(&en, Some(Lang::Id));
        assert_eq!(whole(&id, Some(Lang::En)).texts(), en.texts(), "{folder}");
        for other in [&plain, &en, &id] {
            assert_eq!(data(other), before, "{folder}");
            assert_eq!(whole(other, None).texts(), other.texts(), "{folder}");
        }
        for entry in site.entries().expect("a list") {
            let path = entry.path.as_str();
            if path.starts_with("static/") || !(path.ends_with(".yaml") || path.ends_with(".md")) {
                continue;
            }
            let own = comments_of(path, &site.text(path));
            for other in [&plain, &en, &id] {
                assert_eq!(comments_of(path, &other.text(path)), own, "{path}");
            }
        }
    }
}
