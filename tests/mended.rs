//! `check --fix`: after it a file means what it meant before something was pasted into it, and a second run changes
//! nothing.

use crate::site::{Folder, SERVICE, Site};

/// A sound service.
const SOUND: &str = "judul: Contoh Layanan KTP
ringkasan: Contoh ringkasan layanan.
persyaratan:
  - Fotokopi KK
  - KTP lama
prosedur:
  - bunyi: Datang ke loket
    oleh: pemohon
  - bunyi: Menerima KTP
    oleh: pemohon
biaya:
  - label: Cetak
    rupiah: 10000
pengaduan:
  saluran:
    - loket: Loket 1
      catatan: Di lantai 1
dasar_hukum:
  - bunyi: Peraturan Contoh
";

/// What people paste or type, and how the sound file looks then.
fn pasted() -> Vec<(&'static str, String)> {
    let lines = |change: &dyn Fn(&str) -> String| -> String {
        SOUND.lines().map(|line| change(line) + "\n").collect()
    };
    let indented = |with: &'static str| {
        move |line: &str| {
            let body = line.trim_start();
            with.repeat((line.len() - body.len()) / 2) + body
        }
    };
    let instead = |from: &str, to: &str| {
        assert!(SOUND.contains(from), "{from}");
        SOUND.replace(from, to)
    };
    vec![
        ("tabs for each level", lines(&indented("\t"))),
        ("no-break spaces", lines(&indented("\u{a0}\u{a0}"))),
        ("a tab after each colon", SOUND.replace(": ", ":\t")),
        (
            "a no-break space after each colon",
            SOUND.replace(": ", ":\u{a0}"),
        ),
        ("a tab after each dash", SOUND.replace("- ", "-\t")),
        (
            "bullets",
            instead(
                "  - Fotokopi KK\n  - KTP lama",
                "  • Fotokopi KK\n  • KTP lama",
            ),
        ),
        (
            "numbers at the left edge",
            instead(
                "  - Fotokopi KK\n  - KTP lama",
                "1. Fotokopi KK\n2. KTP lama",
            ),
        ),
        (
            "letters",
            instead(
                "  - Fotokopi KK\n  - KTP lama",
                "  a) Fotokopi KK\n  b) KTP lama",
            ),
        ),
        ("an indented first line", format!("\t{SOUND}")),
        ("a first line further in", format!("  {SOUND}")),
        (
            "curly quotes",
            instead(
                "ringkasan: Contoh ringkasan layanan.",
                "ringkasan: “Contoh ringkasan layanan.”",
            ),
        ),
        ("capitals", instead("prosedur:", "Prosedur:")),
        (
            "headings",
            instead("dasar_hukum:", "Dasar Hukum:")
                .replace("persyaratan:", "Persyaratan Pelayanan:"),
        ),
        (
            "known other words",
            instead("ringkasan:", "deskripsi:")
                .replace("prosedur:", "Sistem, Mekanisme, dan Prosedur:"),
        ),
        (
            "an amount in words of money",
            instead("10000", "Rp. 10.000,00"),
        ),
        (
            "everything at once",
            format!(
                "\t{}",
                instead("10000", "Rp 10.000")
                    .replace("biaya:", "Biaya:")
                    .replace("    oleh: ", "\u{a0}\u{a0}  oleh:\u{a0}")
                    .replace(
                        "  - Fotokopi KK\n  - KTP lama",
                        "1. Fotokopi KK\n2. KTP lama"
                    )
            ),
        ),
    ]
}

fn value(text: &str) -> serde_yaml::Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}:\n{text}"))
}

#[test]
fn a_mended_file_means_what_it_meant_and_stays() {
    for (what, text) in pasted() {
        assert_ne!(text, SOUND, "{what}");
        let folder = Site::with_service().with(SERVICE, &text).on_disk();
        let run = folder.run("check --fix --today 2026-11-01").exits(0);
        let mended = folder.read(SERVICE);
        assert_eq!(
            value(&mended),
            value(SOUND),
            "{what}:\n{mended}\n{}",
            run.err
        );
        assert!(
            run.err.starts_with(&format!("{SERVICE}: ")),
            "{what}: {}",
            run.err
        );
        assert!(run.err.contains("\n  baris "), "{what}: {}", run.err);
        let again = folder.run("check --fix --today 2026-11-01").exits(0);
        assert_eq!(folder.read(SERVICE), mended, "{what}");
        assert!(!again.err.contains("diperbaiki"), "{what}: {}", again.err);
    }
}

#[test]
fn what_may_be_meant_in_two_ways_is_left_as_it_is() {
    for text in [
        "judul: Contoh Layanan KTP\nbiaya:\n  - label: Cetak\n    rupiah: Rp 10.000 per lembar\n",
        "judul: Contoh Layanan KTP\nbiaya:\n  - label: Cetak\n    rupiah: 300,000\n",
        "judul: Contoh Layanan KTP\nringkassan: Contoh\n",
        "judul: Contoh Layanan KTP\nringkasan: Contoh\nRingkasan: Contoh\n",
    ] {
        let folder = Folder::site().with(SERVICE, text);
        folder.run("check --fix").exits(1);
        assert_eq!(folder.read(SERVICE), text);
    }
}
