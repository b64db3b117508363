//! The bytes of a file → the sheets of the services it tells of.

use super::{Sheet, sheet_of_html, sheet_of_text, text_of_bytes};
use crate::diagnostic::{Message, say};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 20_000_000;

/// The largest text, in bytes; a page has a few thousand.
const MAX_TEXT: usize = 2_000_000;

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Html,
}

/// Endings of names, and what such a file is.
const ENDINGS: [(&str, Kind); 5] = [
    ("txt", Kind::Text),
    ("text", Kind::Text),
    ("html", Kind::Html),
    ("htm", Kind::Html),
    ("xhtml", Kind::Html),
];

/// Whether a file of this name is read when its folder is named.
pub fn is_known(name: &str) -> bool {
    kind_of_name(name).is_some()
}

fn kind_of_name(name: &str) -> Option<Kind> {
    let (_, ending) = name.rsplit_once('.')?;
    let ending = ending.to_lowercase();
    let known = ENDINGS.iter().find(|(known, _)| *known == ending);
    known.map(|(_, kind)| *kind)
}

/// The services that a file tells of.
///
/// # Errors
/// Why it cannot be read, and what to do.
pub fn sheets(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Message> {
    if bytes.len() as u64 > MAX_BYTES {
        let megabytes = MAX_BYTES / 1_000_000;
        return Err(say!(
            "berkas ini lebih dari {megabytes} MB; simpan tanpa gambar, atau bagi menjadi beberapa berkas",
            "this file is over {megabytes} MB; save it without pictures, or divide it"
        ));
    }
    let sheets = match kind(name, bytes)? {
        Kind::Text => vec![sheet_of_text(&text(bytes)?)],
        Kind::Html => vec![sheet_of_html(&text(bytes)?)],
    };
    let sheets: Vec<Sheet> = sheets
        .into_iter()
        .filter(|sheet| !sheet.parts.is_empty())
        .collect();
    if sheets.is_empty() {
        return Err(say!(
            "tidak ada komponen standar pelayanan di berkas ini; salin halamannya mulai dari judul sampai pengaduan, lalu coba lagi",
            "there is no component of a service standard in this file; copy the page from its title to the complaints and try again"
        ));
    }
    Ok(sheets)
}

/// What kind of file it is: by its first bytes, else by its name.
fn kind(name: &str, bytes: &[u8]) -> Result<Kind, Message> {
    if bytes.starts_with(b"%PDF") {
        return Err(say!(
            "berkas PDF tidak dibaca; simpan sebagai Word (.docx), atau salin teksnya ke berkas .txt",
            "PDF files are not read; save it as Word (.docx), or copy its text into a .txt file"
        ));
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1000)]).to_lowercase();
    let start = start.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return Ok(Kind::Html);
    }
    Ok(kind_of_name(name).unwrap_or(Kind::Text))
}

/// The text of a file that is one.
fn text(bytes: &[u8]) -> Result<String, Message> {
    if bytes.len() > MAX_TEXT {
        return Err(say!(
            "teksnya lebih dari 2 MB; satu halaman layanan hanya beberapa kB",
            "its text is over 2 MB; the page of a service has a few kB"
        ));
    }
    let text = text_of_bytes(bytes);
    let nulls = text.chars().filter(|c| *c == '\0').count();
    if nulls > 0 {
        return Err(say!(
            "isi berkas ini bukan teks; simpan sebagai .txt, .docx, .xlsx atau .csv",
            "what is in this file is no text; save it as .txt, .docx, .xlsx or .csv"
        ));
    }
    Ok(text)
}
