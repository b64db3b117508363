//! Forty bad inputs: each gets its message at its place, exit code 1, and leaves the last good site untouched.
//!
//! `BAD_INPUTS_TABLE=FILE` writes what was found as a Markdown table.

use std::fs;

use crate::site::{Folder, Run, Site};

/// How the example site is broken.
enum Break {
    /// A file is written, whole.
    File(&'static str, Vec<u8>),
    /// A text in a file is replaced by another.
    Replace(&'static str, &'static str, &'static str),
    /// A folder stands where the file did.
    FolderInstead(&'static str),
    /// A link to nothing stands where the file did.
    Dangling(&'static str),
    /// A file is gone.
    Remove(&'static str),
}

use Break::{Dangling, File, FolderInstead, Remove, Replace};

const SERVICE: &str = "content/disdukcapil-kota-serang/penerbitan-ktp-elektronik.yaml";
const AGENCY: &str = "content/disdukcapil-kota-serang/agency.yaml";
const PAPERS: &str = "content/documents.yaml";

/// What is broken, how, and how the first line of the message begins.
fn cases() -> Vec<(&'static str, Break, &'static str)> {
    let text = |path, text: &str| File(path, text.as_bytes().to_vec());
    let deep = format!(
        "judul: Contoh\nringkasan: {}\n",
        "[".repeat(70) + &"]".repeat(70)
    );
    let line = |from: &'static str, to: &'static str| Replace(SERVICE, from, to);
    vec![
        (
            "tab as indentation",
            line("    angka:", "\tangka:"),
            "kesalahan[K0102]: baris ini menjorok dengan tab",
        ),
        (
            "no-break spaces as indentation",
            line("    angka:", "\u{a0}\u{a0}\u{a0}\u{a0}angka:"),
            "kesalahan[K0107]: baris ini menjorok dengan spasi khusus dari Word",
        ),
        (
            "a quote that is not closed",
            line("label: Fotokopi Kartu Keluarga (KK)", "label: \"Fotokopi"),
            "kesalahan[K0101]: berkas tidak dapat dibaca di sini",
        ),
        (
            "a bracket that is not closed",
            line("[belum_punya, hilang]", "[belum_punya, hilang"),
            "kesalahan[K0301]",
        ),
        (
            "an anchor",
            line("judul: Penerbitan", "judul: &a Penerbitan"),
            "kesalahan[K0109]: tanda `&`",
        ),
        (
            "an alias",
            line("bunyi: Fotocopy KK", "bunyi: *a"),
            "kesalahan[K0109]: tanda `&`",
        ),
        (
            "a merge key",
            line(
                "judul: Penerbitan KTP Elektronik",
                "<<: {judul: A}\njudul: Penerbitan",
            ),
            "kesalahan[K0109]: tanda `&`",
        ),
        (
            "a tag",
            line("rupiah: 0", "rupiah: !!int 0"),
            "kesalahan[K0109]: tanda `&`",
        ),
        (
            "a second document",
            line("uji:", "---\nuji:"),
            "kesalahan[K0110]: berkas ini berisi dokumen kedua",
        ),
        (
            "a NUL",
            File(SERVICE, b"judul: A\0B\n".to_vec()),
            "kesalahan[K0005]: ada karakter kendali U+0000",
        ),
        (
            "not UTF-8",
            File(SERVICE, b"judul: \xff\xfe\n".to_vec()),
            "kesalahan[K0004]: baris 1 tidak ditulis dalam UTF-8",
        ),
        (
            "over a megabyte",
            File(SERVICE, vec![b'#'; 1_000_001]),
            "kesalahan[K0003]: berkas ini 1000 kB",
        ),
        (
            "nested seventy deep",
            text(SERVICE, &deep),
            "kesalahan[K0111]: daftar di dalam daftar lebih dari 64 tingkat",
        ),
        (
            "a key twice",
            line("biaya:", "judul: Lagi\nbiaya:"),
            "kesalahan[K0108]: `judul` ditulis dua kali",
        ),
        (
            "a key in both languages",
            line("biaya:", "title: Again\nbiaya:"),
            "kesalahan[K0108]: `title` sama artinya dengan `judul`",
        ),
        (
            "an empty file",
            File(SERVICE, Vec::new()),
            "kesalahan[K0006]: berkas ini kosong",
        ),
        (
            "a folder where a file should be",
            FolderInstead(SERVICE),
            "kesalahan[K0002]",
        ),
        (
            "a file that cannot be read: a link to nothing",
            Dangling(SERVICE),
            "kesalahan[K0002]",
        ),
        (
            "no site.yaml",
            Remove("site.yaml"),
            "kesalahan[K0010]: `site.yaml` tidak ada",
        ),
        (
            "no agency.yaml",
            Remove(AGENCY),
            "kesalahan[K0009]: folder `content/disdukcapil-kota-serang`",
        ),
        (
            "a file name that is no address",
            text(
                "content/disdukcapil-kota-serang/KTP Baru.yaml",
                "judul: A\n",
            ),
            "kesalahan[K0007]: nama `KTP Baru`",
        ),
        (
            "an unknown key",
            line("ringkasan:", "ringkasn:"),
            "kesalahan[K0201]: `ringkasn` bukan kunci yang dikenal di sini",
        ),
        (
            "a list where a text belongs",
            line("judul: Penerbitan KTP Elektronik", "judul: [a, b]"),
            "kesalahan[K0202]: `judul` harus berisi teks, bukan daftar",
        ),
        (
            "a number with words",
            line("paling_lambat: 4", "paling_lambat: empat"),
            "kesalahan[K0203]: `empat` bukan bilangan bulat",
        ),
        (
            "a date that does not exist",
            line("sumber:\n", "berlaku_mulai: 2026-02-30\nsumber:\n"),
            "kesalahan[K0204]: `2026-02-30` tidak ada di kalender",
        ),
        (
            "an unknown fixed value",
            line("satuan: hari_kerja", "satuan: harikerja"),
            "kesalahan[K0205]: `harikerja` bukan nilai dari `satuan`",
        ),
        (
            "neither yes nor no",
            line("resmi: ya", "resmi: mungkin"),
            "kesalahan[K0206]: `mungkin` bukan ya atau tidak",
        ),
        (
            "javascript: as an address",
            Replace(
                AGENCY,
                "http://disdukcapil.serangkota.go.id",
                "javascript:alert(1)",
            ),
            "kesalahan[K0207]: alamat dengan `javascript:` tidak boleh",
        ),
        (
            "an address without a host",
            Replace(
                AGENCY,
                "http://disdukcapil.serangkota.go.id",
                "https:///layanan",
            ),
            "kesalahan[K0207]: `https:///layanan` bukan alamat situs yang benar",
        ),
        (
            "no title",
            line("judul: Penerbitan KTP Elektronik\n", ""),
            "kesalahan[K0208]: `judul` belum ditulis",
        ),
        (
            "an empty text",
            line("judul: Penerbitan KTP Elektronik", "judul: \"\""),
            "kesalahan[K02",
        ),
        (
            "an e-mail address without a host",
            line("disdukcapilkotaserang@gmail.com", "disdukcapilkotaserang@"),
            "kesalahan[K0213]: `disdukcapilkotaserang@` bukan alamat email",
        ),
        (
            "the number of a person (NIK)",
            line("bunyi: Fotocopy KK", "bunyi: Fotocopy KK 3604000000000001"),
            "kesalahan[K0214]: nomor 16 angka ini tampaknya NIK",
        ),
        (
            "and mixed with or",
            line(
                "usia >= 17 atau kawin",
                "usia >= 17 atau kawin dan perekaman",
            ),
            "kesalahan[K0302]",
        ),
        (
            "an unknown question",
            line("harus: perekaman", "harus: perekamn"),
            "kesalahan[K0311]: tidak ada pertanyaan atau keadaan bernama `perekamn`",
        ),
        (
            "an unknown option",
            line(
                "jika: ktp_lama = hilang\n    diperoleh",
                "jika: ktp_lama adalah KTP hilang\n    diperoleh",
            ),
            "kesalahan[K0312]: `KTP hilang` bukan pilihan dari pertanyaan `ktp_lama`",
        ),
        (
            "facts in a circle",
            line("persyaratan:\n", "keadaan:\n  a: b\n  b: a\npersyaratan:\n"),
            "kesalahan[K0314]",
        ),
        (
            "a paper that is not in the list",
            line("dokumen: kartu-keluarga", "dokumen: kartu-keluraga"),
            "kesalahan[K0401]: `kartu-keluraga` bukan dokumen di documents.yaml",
        ),
        (
            "an id twice",
            Replace(
                PAPERS,
                "id: surat-pengantar-kelurahan",
                "id: kartu-keluarga",
            ),
            "kesalahan[K0211]: nama `kartu-keluarga` dipakai dua kali",
        ),
        (
            "raw HTML in Markdown",
            text(
                "content/pages/tentang.md",
                "---\njudul: A\n---\n\n<script>alert(1)</script>\n",
            ),
            "kesalahan[K0601]: HTML `<script>",
        ),
        (
            "a picture without a text",
            text(
                "content/pages/tentang.md",
                "---\njudul: A\n---\n\n![](https://contoh.example/a.png)\n",
            ),
            "kesalahan[K0602]: gambar ini tidak punya keterangan",
        ),
        (
            "a test that fails",
            line("      - surat-hilang", "      - ktp-asli"),
            "kesalahan[K0801]: uji `KTP hilang` gagal",
        ),
    ]
}

fn spoil(site: &Folder, how: &Break) {
    match how {
        File(path, bytes) => site.write(path, bytes),
        Replace(path, from, to) => {
            let text = site.read(path);
            assert!(text.contains(from), "{path} does not hold {from:?}");
            site.write(path, text.replacen(from, to, 1));
        }
        FolderInstead(path) => {
            site.remove(path);
            fs::create_dir(site.path(path)).expect("a folder");
        }
        Dangling(path) => {
            site.remove(path);
            #[cfg(unix)]
            std::os::unix::fs::symlink("nowhere", site.path(path)).expect("a link");
        }
        Remove(path) => site.remove(path),
    }
}

#[test]
fn forty_bad_inputs_are_told_and_harm_nothing() {
    let example = Site::read(".");
    let cases = cases();
    assert!(cases.len() >= 40, "{} cases", cases.len());
    let mut table =
        String::from("| input | first line | exit | last good site |\n| --- | --- | --- | --- |\n");
    let mut wrong = Vec::new();
    for (name, how, expected) in cases {
        let site = example.on_disk();
        site.run("build").exits(0);
        let before = site.tree("public");
        spoil(&site, &how);
        let Run {
            err: said, code, ..
        } = site.run("build");
        let errors = said.lines().filter(|line| line.starts_with("kesalahan["));
        let first = errors.clone().find(|line| line.starts_with(expected));
        let shown = first
            .or_else(|| errors.clone().next())
            .or_else(|| said.lines().next());
        let shown = shown.unwrap_or_default();
        let untouched = site.tree("public") == before;
        if first.is_none() || code != Some(1) || !untouched {
            wrong.push(format!(
                "{name}: exit {code:?}, untouched {untouched}\n{said}"
            ));
        }
        let cell = shown.replace('|', "\\|");
        let state = if untouched { "untouched" } else { "CHANGED" };
        table += &format!("| {name} | {cell} | {} | {state} |\n", code.unwrap_or(-1));
    }
    if let Ok(path) = std::env::var("BAD_INPUTS_TABLE") {
        fs::write(path, table).expect("the table");
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
