//! `check --accept`: tests of every result, written once, that somebody has to confirm.

use crate::site::{FEW, Folder, Site};

const SERVICE: &str = "content/dinas-contoh/ktp.yaml";

const TEXT: &str = "# Kartu
judul: Contoh Layanan KTP
pertanyaan:
  - id: ktp
    tanya: Bagaimana KTP Anda?
    pilihan: {baik: Baik, rusak: Rusak, hilang: Hilang}
  - id: usia
    tanya: Berapa usia Anda?
    angka: {min: 0, max: 120, satuan: tahun}
persyaratan:
  - bunyi: Formulir
  - id: lama
    bunyi: KTP lama
    jika: ktp = rusak
  - id: umur
    bunyi: Cukup umur
    harus: usia >= 17
biaya:
  - label: Retribusi
    rupiah: 5000
    jika: ktp = hilang
  - label: Gratis bagi yang lain
    rupiah: 0
    jika: ktp != hilang
uji:
  # milik kami
  - nama: Rusak
    jawaban: {ktp: rusak, usia: 30}
    bawa: [1, lama]
";

fn accept(folder: &Folder, names: &[&str]) -> String {
    let run = folder.run_with(&[&["check", "--accept", "--format", "short"], names].concat());
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    assert!(!run.out.contains("K0801"), "{}", run.out);
    run.err + &run.out
}

#[test]
fn each_result_that_no_test_tries_gets_one_that_is_a_draft() {
    let folder = Site::with_service().with(SERVICE, TEXT).on_disk();
    let said = accept(&folder, &["dinas-contoh/ktp"]);
    let added = "  - nama: ktp hilang, usia 17
    rancangan: ya
    jawaban:
      ktp: hilang
      usia: 17
    bawa:
      - 1
    biaya: 5000
  - nama: ktp baik, usia 17
    rancangan: ya
    jawaban:
      ktp: baik
      usia: 17
    bawa:
      - 1
    biaya: 0
  - nama: usia 16
    rancangan: ya
    jawaban:
      usia: 16
    hasil: tidak_memenuhi
";
    assert_eq!(folder.read(SERVICE), format!("{TEXT}{added}"));
    assert!(said.contains("3 uji ditulis sebagai rancangan"), "{said}");
    assert!(said.contains("K0341"), "{said}");
    // Again: nothing is doubled. Confirmed: nothing waits.
    let again = accept(&folder, &[SERVICE]);
    assert!(again.contains("tiap hasil sudah punya uji"), "{again}");
    assert_eq!(folder.read(SERVICE), format!("{TEXT}{added}"));
    folder.write(
        SERVICE,
        folder.read(SERVICE).replace("    rancangan: ya\n", ""),
    );
    assert!(!accept(&folder, &[SERVICE]).contains("K0341"));
}

#[test]
fn a_changed_rule_makes_a_draft_fail() {
    let folder = Site::with_service().with(SERVICE, TEXT).on_disk();
    accept(&folder, &["dinas-contoh/ktp"]);
    folder.write(
        SERVICE,
        folder.read(SERVICE).replace("usia >= 17", "usia >= 21"),
    );
    let run = folder.run("check --format short");
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.out.contains("K0801"), "{}", run.out);
    // A site with errors is left as it is.
    let before = folder.read(SERVICE);
    let run = folder.run("check --accept dinas-contoh/ktp");
    assert!(run.err.contains("perbaiki dulu kesalahan"), "{}", run.err);
    assert_eq!(folder.read(SERVICE), before);
}

#[test]
fn real_services_pass_what_is_written_of_them() {
    let folder = Site::small_town().on_disk();
    accept(&folder, &FEW);
    let texts = FEW.map(|path| folder.read(path));
    assert!(texts.iter().any(|text| text.contains("rancangan: ya")));
    accept(&folder, &FEW);
    assert_eq!(FEW.map(|path| folder.read(path)), texts);
}

#[test]
fn services_are_named_and_brackets_have_no_room() {
    let flow = TEXT.replace(
        "uji:\n  # milik kami\n  - nama: Rusak\n    jawaban: {ktp: rusak, usia: 30}\n    bawa: [1, lama]\n",
        "uji: [{nama: Rusak, jawaban: {ktp: rusak, usia: 30}, bawa: [1, lama]}]\n",
    );
    let folder = Site::with_service().with(SERVICE, &flow).on_disk();
    assert!(accept(&folder, &["dinas-contoh/ktp"]).contains("ditulis di dalam kurung []"));
    assert_eq!(folder.read(SERVICE), flow);
    assert_eq!(folder.run("check --accept").code, Some(2));
}
