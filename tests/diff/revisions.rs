//! `maklumat diff` as it is typed: folders, and revisions of a repository that the test makes.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::site::{Folder, Site};

const OLD: &str = "judul: Contoh Layanan KTP\npersyaratan:\n  - Fotokopi KK\nwaktu: 4 hari kerja\n";
const NEW: &str = "judul: Contoh Layanan KTP\npersyaratan:\n  - Fotokopi KK\nwaktu: 3 hari kerja\n";

fn git(folder: &Path, arguments: &[&str]) {
    let run = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["-c", "user.name=Uji", "-c", "user.email=uji@contoh.example"])
        .args(arguments)
        .output()
        .expect("git runs");
    assert!(
        run.status.success(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&run.stderr)
    );
}

/// A site in a subfolder of a repository, once as it was, once as it is.
fn repository() -> Folder {
    let site = Site::with_service();
    let folder = Folder::empty();
    let write = |text: &str| {
        for path in ["site.yaml", "content/dinas-contoh/agency.yaml"] {
            folder.write(&format!("situs kota/{path}"), site.text(path));
        }
        folder.write("situs kota/content/dinas-contoh/ktp.yaml", text);
    };
    git(folder.root(), &["init", "--quiet", "--initial-branch=main"]);
    git(
        folder.root(),
        &["commit", "--quiet", "--allow-empty", "-m", "kosong"],
    );
    git(folder.root(), &["tag", "kosong"]);
    write(OLD);
    git(folder.root(), &["add", "."]);
    git(folder.root(), &["commit", "--quiet", "-m", "lama"]);
    git(folder.root(), &["tag", "lama"]);
    write(NEW);
    git(folder.root(), &["commit", "--quiet", "--all", "-m", "baru"]);
    folder
}

#[test]
fn two_revisions_of_a_site_in_a_subfolder_are_compared_without_a_checkout() {
    let folder = repository();
    let said = "Contoh Layanan KTP (dinas-contoh/ktp)\n  Waktu: 4 → 3 hari kerja\n";
    let site = ["diff", "--site", "situs kota"];
    let diff = |more: &[&str]| folder.run_with(&[&site[..], more].concat());
    for asked in [
        &["lama", "main"][..],
        &["lama"],
        &["HEAD~1", "HEAD"],
        &["lama", "situs kota"],
    ] {
        let run = diff(asked);
        assert_eq!(
            (run.out.as_str(), run.code),
            (said, Some(0)),
            "{asked:?} {}",
            run.err
        );
    }
    let same = diff(&["main"]);
    assert_eq!(same.out, "Tidak ada yang berubah bagi warga.\n");
    assert_eq!(same.code, Some(0));
    let english = diff(&["lama", "--lang", "en"]);
    assert!(
        english.out.contains("Time: 4 → 3 working days"),
        "{}",
        english.out
    );
    let new = diff(&["kosong", "main"]);
    assert!(new.out.contains("Layanan baru"), "{}", new.out);
    // What is not committed yet counts as the folder stands.
    folder.write("situs kota/content/dinas-contoh/ktp.yaml", OLD);
    assert_eq!(diff(&["main"]).out, said.replace("4 → 3", "3 → 4"));
}

#[test]
fn what_is_no_revision_and_no_site_is_said() {
    let folder = repository();
    let run = folder.run_with(&["diff", "--site", "situs kota", "tidak-ada"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.err
            .contains("tidak ada folder atau revisi git bernama `tidak-ada`"),
        "{}",
        run.err
    );
    let option = folder.run_with(&["diff", "--site", "situs kota", "--", "--output=x"]);
    assert_eq!(option.code, Some(2), "{}", option.out);
    assert!(!folder.has("x"));
    let outside = Folder::empty().run("diff lama baru");
    assert_eq!(outside.code, Some(2), "{}", outside.err);
    let none = folder.run("diff .git");
    assert!(none.err.contains("tidak ada site.yaml"), "{}", none.err);
}

#[test]
fn each_format_says_the_same_and_json_says_nothing_else() {
    let folder = Folder::empty();
    for (name, text) in [("lama", OLD), ("baru", NEW)] {
        // A folder of agencies, without a site around it.
        folder.write(
            &format!("{name}/dinas-contoh/agency.yaml"),
            "nama: Dinas *Contoh*\n",
        );
        folder.write(&format!("{name}/dinas-contoh/ktp.yaml"), text);
    }
    let sentence = "Waktu: 4 → 3 hari kerja";
    let markdown = folder.run("diff lama baru --format markdown");
    let expected = format!(
        "## Yang berubah bagi warga\n\n### Contoh Layanan KTP (`dinas-contoh/ktp`)\n\n- {sentence}\n"
    );
    assert_eq!((markdown.out, markdown.err.as_str()), (expected, ""));
    let feed = folder.run("diff lama baru --format feed");
    assert_eq!(
        feed.out,
        format!("Contoh Layanan KTP (dinas-contoh/ktp)\n{sentence}.\n")
    );
    let json = folder.run("diff lama baru --format json");
    let json: Value = serde_json::from_str(&json.out).expect("JSON and nothing else");
    let service = &json["services"][0];
    assert_eq!(service["fate"], "changed");
    assert_eq!(service["changes"][0]["field"], "time");
    assert_eq!(service["changes"][0]["says"], sentence);
    assert_eq!(service["note"], format!("{sentence}."));
}

#[test]
fn what_changed_is_noted_in_the_file_once_and_nothing_else_is_touched() {
    let folder = repository();
    let path = "situs kota/content/dinas-contoh/ktp.yaml";
    let write = |folder: &Folder| {
        let arguments = [
            "diff",
            "--site",
            "situs kota",
            "lama",
            "--write",
            "--today",
            "2026-11-28",
        ];
        let run = folder.run_with(&arguments);
        assert_eq!(run.code, Some(0), "{}", run.err);
        run.err
    };
    folder.write(path, format!("# Kartu\n{NEW}# akhir\n"));
    let said = write(&folder);
    let entry = "  - tanggal: 2026-11-28\n    catatan: \"Waktu: 4 → 3 hari kerja.\"\n";
    let noted = format!("# Kartu\n{NEW}# akhir\nperubahan:\n{entry}");
    assert_eq!(folder.read(path), noted);
    assert!(
        said.contains("dicatat di `perubahan`: Waktu: 4 → 3 hari kerja."),
        "{said}"
    );
    assert_eq!(write(&folder), "");
    assert_eq!(folder.read(path), noted);
    let check = folder.run_with(&["check", "--site", "situs kota"]);
    assert_eq!(check.code, Some(0), "{}", check.err);
    // A further change of the day: what is noted already is not said again.
    folder.write(
        path,
        noted.replace("  - Fotokopi KK\n", "  - Fotokopi KK\n  - Pas foto\n"),
    );
    write(&folder);
    let second = "  - tanggal: 2026-11-28\n    catatan: \"Kini perlu: pas foto.\"\n";
    assert!(
        folder
            .read(path)
            .ends_with(&format!("perubahan:\n{second}{entry}")),
        "{}",
        folder.read(path)
    );
    // With keys in English; a list that goes downward is continued below.
    let english = "title: Contoh Layanan KTP\nrequirements:\n  - Fotokopi KK\ntime: 2 hari kerja\nchanges:\n- date: 2025-01-01 # awal\n  note: Terbit\n- date: 2025-02-01\n  note: Lagi\nfaq: []\n";
    folder.write(path, english);
    write(&folder);
    let third = "- date: 2026-11-28\n  note: \"Waktu: 4 → 2 hari kerja.\"\n";
    assert_eq!(
        folder.read(path),
        english.replace("faq:", &format!("{third}faq:"))
    );
    // A list in brackets has no room, and a revision cannot be written.
    let flow = format!("{NEW}perubahan: [{{tanggal: 2025-01-01, catatan: Terbit}}]\n");
    folder.write(path, &flow);
    assert!(write(&folder).contains("tidak dicatat"));
    assert_eq!(folder.read(path), flow);
    let run = folder.run_with(&["diff", "--site", "situs kota", "lama", "main", "--write"]);
    assert_eq!(run.code, Some(2), "{}", run.err);
}

/// What is said between two texts of the service.
fn said(old: &str, new: &str, more: &str) -> String {
    let folder = Folder::empty();
    for (name, text) in [("lama", old), ("baru", new)] {
        folder.write(
            &format!("{name}/dinas-contoh/agency.yaml"),
            "nama: Dinas Contoh\n",
        );
        let text = format!("judul: Contoh Layanan KTP\n{text}");
        folder.write(&format!("{name}/dinas-contoh/ktp.yaml"), text);
    }
    folder.run(&format!("diff lama baru {more}")).exits(0).out
}

#[test]
fn a_sentence_that_says_more_than_its_number_is_told_beside_it() {
    for (old, new, expected) in [
        (
            "waktu:\n  paling_lambat: 4\n  satuan: hari_kerja\n  bunyi: 4 hari kerja sejak berkas lengkap\n",
            "waktu:\n  paling_lambat: 3\n  satuan: hari_kerja\n  bunyi: 3 hari kerja sejak berkas didaftar\n",
            &[
                "Waktu: 4 → 3 hari kerja",
                "“4 hari kerja sejak berkas lengkap” → “3 hari kerja sejak berkas didaftar”",
            ][..],
        ),
        (
            "waktu: 4 (empat) hari kerja\n",
            "waktu: 3 (tiga) hari kerja\n",
            &["Waktu: 4 → 3 hari kerja"],
        ),
        (
            "biaya:\n  - label: Paspor\n    rupiah: 10000\n    bunyi: Rp10.000 bagi WNI\n",
            "biaya:\n  - label: Paspor\n    rupiah: 20000\n    bunyi: Rp20.000 bagi WNA\n",
            &[
                "Rp10.000 → Rp20.000",
                "“Rp10.000 bagi WNI” → “Rp20.000 bagi WNA”",
            ],
        ),
        (
            "pengaduan:\n  saluran:\n    - telepon: 0254 200 083\n      catatan: pagi\n",
            "pengaduan:\n  saluran:\n    - telepon: 0254 200 084\n      catatan: sore\n",
            &[
                "Pengaduan dan pertanyaan, Telepon: 0254 200 083 → 0254 200 084",
                "Telepon 0254 200 084: catatan “pagi” → “sore”",
            ],
        ),
    ] {
        let out = said(old, new, "");
        let lines: Vec<&str> = out.lines().skip(1).collect();
        assert_eq!(lines.len(), expected.len(), "{out}");
        for sentence in expected {
            assert!(out.contains(sentence), "{sentence}\n{out}");
        }
    }
}

#[test]
fn a_name_for_a_price_is_no_other_price() {
    let out = said(
        "biaya: Rp10.000\n",
        "biaya:\n  - label: Umum\n    rupiah: 10000\n  - label: Warga asing\n    rupiah: 20000\n",
        "",
    );
    assert!(out.contains("Biaya baru: warga asing Rp20.000"), "{out}");
    assert!(
        !out.contains("dihapus") && !out.contains("baru: umum"),
        "{out}"
    );
}

#[test]
fn each_format_says_that_a_service_was_not_compared() {
    let (old, new) = ("waktu: 4 hari kerja\n", "waktu: [4 hari kerja\n");
    let why = "ada yang tidak terbaca di salah satu versi, lihat maklumat check";
    assert_eq!(
        said(old, new, "--format feed"),
        format!("Contoh Layanan KTP (dinas-contoh/ktp)\nTidak dibandingkan: {why}.\n")
    );
    assert_eq!(
        said(old, new, "--format markdown"),
        format!(
            "## Yang berubah bagi warga\n\n### Contoh Layanan KTP (`dinas-contoh/ktp`)\n\n_tidak dibandingkan: {why}_\n"
        )
    );
    let json: Value = serde_json::from_str(&said(old, new, "--format json")).expect("JSON");
    assert_eq!(
        json["services"][0]["note"],
        format!("Tidak dibandingkan: {why}.")
    );
}

#[test]
fn a_change_within_a_longer_sentence_is_still_noted() {
    let folder = repository();
    let path = "situs kota/content/dinas-contoh/ktp.yaml";
    let note = "\"Kini perlu: pas foto. Jangka waktu: 4 → 3 hari kerja. Waktu: 4 → 3 hari kerja kalender.\"";
    folder.write(
        path,
        format!("{NEW}perubahan:\n  - tanggal: 2026-11-27\n    catatan: {note}\n"),
    );
    folder
        .run_with(&[
            "diff",
            "--site",
            "situs kota",
            "lama",
            "--write",
            "--today",
            "2026-11-28",
        ])
        .exits(0);
    let now = folder.read(path);
    assert!(
        now.contains("catatan: \"Waktu: 4 → 3 hari kerja.\""),
        "{now}"
    );
}

#[test]
fn a_unit_a_phrase_and_an_exact_time_are_told_in_every_format() {
    let row = |per: &str| format!("biaya:\n  - bunyi: Sewa\n    rupiah: 375000\n{per}");
    let question = |phrase: &str| {
        format!(
            "pertanyaan:\n  - id: hilang\n    tanya: Apakah KTP hilang?\n    ya_tidak: ya\n    frasa: {phrase}\npersyaratan:\n  - bunyi: Surat kehilangan\n    jika: hilang\n"
        )
    };
    let time = "waktu:\n  paling_lambat: 3\n  satuan: hari_kerja\n";
    for (old, new, expected) in [
        (row("    per: hari\n"), row("    per: jam\n"), "per jam"),
        (row(""), row("    per: jam\n"), "per jam"),
        (
            "biaya:\n  - rupiah: 375000\n    per: hari\n".to_owned(),
            "biaya:\n  - rupiah: 375000\n    per: jam\n".to_owned(),
            "Rp375.000 per jam",
        ),
        (
            question("KTP hilang"),
            question("KTP Anda hilang"),
            "“KTP hilang” → “KTP Anda hilang”",
        ),
        (
            time.to_owned(),
            format!("{time}  paling_cepat: 3\n"),
            "Waktu: ",
        ),
    ] {
        for (old, new) in [(&old, &new), (&new, &old)] {
            for format in ["human", "markdown", "feed", "json"] {
                let out = said(old, new, &format!("--format {format}"));
                let told = [" → ", "per jam"].iter().any(|sign| out.contains(sign));
                assert!(told, "{format}: {out}");
            }
        }
        let out = said(&old, &new, "");
        assert!(out.contains(expected), "{expected}\n{out}");
    }
}

#[test]
fn nothing_is_said_twice_and_no_sentence_ends_within_another() {
    let out = said(
        "biaya:\n  - rupiah: 0\n    bunyi: Tidak dipungut biaya\n",
        "biaya:\n  - rupiah: 10000\n    bunyi: Rp10.000\n",
        "",
    );
    assert!(out.contains("  Biaya: gratis → Rp10.000\n"), "{out}");
    assert_eq!(out.matches("→").count(), 1, "{out}");
    let papers = |choice: &str| {
        format!("persyaratan:\n  - bunyi: Kartu\n    {choice}: [Kartu Satu, Kartu Dua]\n")
    };
    let out = said(&papers("salah_satu"), &papers("semua"), "");
    assert!(
        out.contains("dulu Kartu Satu atau Kartu Dua, kini Kartu Satu dan Kartu Dua"),
        "{out}"
    );
    assert!(!out.contains("dihapus"), "{out}");
    let paper = "pertanyaan:\n  - id: wakil\n    tanya: Apakah diwakilkan?\n    ya_tidak: ya\n    frasa: diwakilkan\npersyaratan:\n  - KTP\n";
    let gone = format!("{paper}  - bunyi: Surat kuasa bila dikuasakan.\n    jika: wakil\n");
    let out = said(&gone, paper, "");
    assert!(
        out.contains("Tidak lagi perlu: surat kuasa bila dikuasakan jika diwakilkan\n"),
        "{out}"
    );
    let guarantee = |text: &str| format!("jaminan_pelayanan: {text}\n");
    let (old, new) = (
        "Kami ganti berkas yang terlambat.",
        "Kami ganti berkas yang hilang.",
    );
    let out = said(&guarantee(old), &guarantee(new), "--format feed");
    assert!(!out.contains(".”.") && out.contains("hilang.”\n"), "{out}");
}

#[test]
fn an_agency_that_moved_is_no_new_one() {
    let folder = Folder::empty();
    for (name, agency, more) in [
        ("lama", "dinas-lama", ""),
        (
            "baru",
            "dinas-baru",
            "pindah_dari: [dinas-lama/index.html]\n",
        ),
    ] {
        let text = format!("nama: Dinas {agency}\n{more}");
        folder.write(&format!("{name}/{agency}/agency.yaml"), text);
        let text = "judul: Contoh Layanan KTP\n";
        folder.write(&format!("{name}/{agency}/ktp.yaml"), text);
    }
    let out = folder.run("diff lama baru").exits(0).out;
    assert!(out.contains("Pindah dari dinas-lama\n"), "{out}");
    assert!(
        !out.contains("Instansi baru") && !out.contains("tidak ada lagi"),
        "{out}"
    );
    // Names of folders are nothing to tell citizens.
    let out = folder.run("diff lama baru --format feed").exits(0).out;
    assert!(out.contains("Alamat halaman ini berubah."), "{out}");
    assert!(!out.contains("Pindah dari"), "{out}");
}
