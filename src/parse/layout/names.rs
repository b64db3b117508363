//! Names of files and folders: which can be addresses, and what language stands in them.

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::language::is_tag;
use crate::span::{FileId, Span};

/// Names of the content folder that are not those of an agency.
pub const RESERVED: [&str; 4] = ["pages", "documents", "static", "api"];

/// `layanan.en` is the English translation of `layanan`.
pub fn split_language(stem: &str) -> (&str, Option<&str>) {
    match stem.rsplit_once('.') {
        Some((name, lang)) if is_tag(lang) => (name, Some(lang)),
        _ => (stem, None),
    }
}

/// Whether a name can be an address; reported where it cannot.
pub fn good_name(name: &str, file: FileId, sink: &mut Sink) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let good = !name.is_empty() && name.chars().all(fits) && !name.starts_with('-');
    if !good {
        let mend = address_name(name);
        sink.push(
            Diagnostic::new(
                Code::K0007,
                Span::file_start(file),
                say!(
                    "nama `{name}` tidak dapat menjadi alamat halaman",
                    "the name `{name}` cannot be used as a page address"
                ),
            )
            .label(say!(
                "hanya huruf kecil a-z, angka dan tanda hubung",
                "only lower-case a-z, digits and hyphens"
            ))
            .help(say!(
                "ganti namanya menjadi: {mend}",
                "rename it to: {mend}"
            )),
        );
    }
    good
}

/// A name made fit for an address: `KTP Hilang` becomes `ktp-hilang`.
pub fn address_name(name: &str) -> String {
    let mut out = String::new();
    for c in name.to_lowercase().chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

/// Whether a folder may be called so; reported where the program needs the name.
pub fn not_reserved(agency: &str, file: FileId, sink: &mut Sink) -> bool {
    let reserved = RESERVED.contains(&agency);
    if reserved {
        sink.push(
            Diagnostic::new(
                Code::K0007,
                Span::file_start(file),
                say!(
                    "nama folder `{agency}` dipakai program ini sendiri",
                    "the folder name `{agency}` is reserved by the program"
                ),
            )
            .help(say!(
                "beri folder itu nama dinasnya, misalnya: dinas-{agency}",
                "name the folder after its agency, for example: dinas-{agency}"
            )),
        );
    }
    !reserved
}
