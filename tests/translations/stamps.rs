//! Stamps that `check --fix` writes: beside every text without one, and nothing else changes.

use crate::site::{Folder, SERVICE as SAMPLE, Site};

const ORIGINAL: &str = "judul: Contoh Layanan KTP
ringkasan: Contoh ringkasan.
nama_lain: [satu, dua]
pertanyaan:
  - id: lama
    tanya: Bagaimana KTP lama Anda?
    petunjuk: Lihat kartunya.
    pilihan:
      baik: Masih baik
      rusak:
        label: Rusak
        frasa: KTP lama rusak
persyaratan:
  - id: kk
    bunyi: Fotokopi KK
  - id: surat
    bunyi: Surat pengantar
    jika: lama = rusak
    catatan: Berlaku sebulan.
prosedur:
  - id: datang
    bunyi: Datang
  - id: ambil
    bunyi: Ambil
waktu: 2 hari
";

/// Every way in which a text can be written.
const TRANSLATION: &str = "# Terjemahan
judul: Sample  # nomor satu
ringkasan: |
  A summary
  on two lines.

nama_lain: [one, two]
pertanyaan:
  lama:
    tanya: \"How is your
      old card?\"
    petunjuk:
      # Lihat
      Look at
      the card.
    pilihan:
      baik: 'Still good: yes'
      rusak: {label: Broken, frasa: your old card is broken}
persyaratan:
  kk: {bunyi: \"Copy of the card, {old}\"}
  surat:
    dari: 00000000
    bunyi: Letter
    catatan:
      Valid for
      a month.
prosedur:
  datang:
    bunyi: Come
  ambil:
    dari: 00000000
    bunyi: Take
";

fn site(translation: &str) -> Site {
    Site::new()
        .with(
            "site.yaml",
            "judul: Kota Contoh\ncontoh: ya\nbahasa: [id, en]\n",
        )
        .with(SAMPLE, ORIGINAL)
        .with(&SAMPLE.replace(".yaml", ".en.yaml"), translation)
}

fn english(folder: &Folder) -> String {
    folder.read(&SAMPLE.replace(".yaml", ".en.yaml"))
}

#[test]
fn stamps_are_written_only_when_asked() {
    let folder = site(TRANSLATION).on_disk();
    folder.run("check").exits(0);
    assert_eq!(english(&folder), TRANSLATION);
}

#[test]
fn every_text_without_a_stamp_gets_one_and_says_the_same() {
    let folder = site(TRANSLATION).on_disk();
    let before = site(TRANSLATION).build();
    let run = folder.run("check --fix --lang en").exits(0);
    assert!(
        run.err.contains("ktp.en.yaml: 8 texts stamped"),
        "{}",
        run.err
    );
    let text = english(&folder);
    // An old stamp stays old, and what stands below a comment has no room for one.
    assert_eq!(text.matches("00000000").count(), 2, "{text}");
    let after = site(&text).build();
    let page = format!("en/{}", crate::site::PAGE);
    assert_eq!(before.page(&page), after.page(&page));
    let mut codes: Vec<&str> = super::found(&after);
    codes.retain(|code| code.contains("translation"));
    codes.sort_unstable();
    let old = ["stale-translation", "stale-translation"];
    assert_eq!(
        codes,
        [&old[..], &["translation-without-stamp"]].concat(),
        "{text}"
    );
    // What is stamped is watched from now on.
    let other = site(&text).with(SAMPLE, ORIGINAL.replace("Masih baik", "Masih utuh"));
    let codes = other.build();
    let stale = super::found(&codes).into_iter();
    assert_eq!(stale.filter(|code| *code == "stale-translation").count(), 3);
    // A second time there is nothing to do.
    let again = folder.run("check --fix --lang en").exits(0);
    assert!(!again.err.contains("stamped"), "{}", again.err);
    assert_eq!(english(&folder), text);
}

#[test]
fn stamps_are_written_in_the_language_of_the_keys_and_only_where_asked() {
    let other = "content/dinas-contoh/agency.en.yaml";
    let folder = site("title: Sample\nsummary: A summary.\n").on_disk();
    folder.write(other, "name: Sample Agency\n");
    folder.run("check --fix dinas-contoh/ktp").exits(0);
    assert_eq!(
        english(&folder),
        "title:
  of: 41d2b706
  text: Sample
summary:
  of: 81bd3056
  text: A summary.
"
    );
    assert_eq!(folder.read(other), "name: Sample Agency\n");
}

#[test]
fn a_page_has_one_stamp() {
    let original = "content/pages/tentang.md";
    let translation = "content/pages/tentang.en.md";
    let site = site("judul: Sample\n")
        .with(original, "---\njudul: Tentang\n---\nSebuah kalimat.\n")
        .with(translation, "---\njudul: About\n---\nA sentence: one.\n");
    let folder = site.on_disk();
    folder.run("check --fix").exits(0);
    let text = folder.read(translation);
    let (stamp, rest) = text["---\ndari: ".len()..].split_at(8);
    assert_eq!(rest, "\njudul: About\n---\nA sentence: one.\n");
    assert!(stamp.chars().all(|c| c.is_ascii_hexdigit()), "{text}");
    let quiet = folder.run("check --lang en").exits(0);
    assert!(!quiet.err.contains("tentang.en.md"), "{}", quiet.err);
    folder.write(original, "---\njudul: Tentang\n---\nKalimat lain.\n");
    let stale = folder.run("check --lang en --fix").exits(0);
    assert!(stale.err.contains("tentang.en.md:2:7"), "{}", stale.err);
    assert!(stale.err.contains("K0701"), "{}", stale.err);
    assert_eq!(folder.read(translation), text);
}
