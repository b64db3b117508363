//! The bytes of a file → the sheets of the services it tells of.

use super::package::{MAGIC, damaged, locked, names};
use super::{
    Draft, Papers, Sheet, commas, guarded, sheet_of_html, sheet_of_text, text_of_bytes, understand,
    word, workbook,
};
use crate::diagnostic::{Message, say};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 20_000_000;

/// The largest text, in bytes; a page has a few thousand.
const MAX_TEXT: usize = 300_000;

/// The largest page of HTML, in bytes: scripts and styles weigh more than its text.
const MAX_HTML: usize = 3_000_000;

/// The first bytes of a file of Word or Excel before 2007.
const OLD: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The most tags of a page of HTML; one has a few hundred.
const MOST_TAGS: usize = 50_000;

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Html,
    Word,
    Workbook,
    Commas,
}

/// Endings of names, and what such a file is.
const ENDINGS: [(&str, Kind); 9] = [
    ("txt", Kind::Text),
    ("text", Kind::Text),
    ("html", Kind::Html),
    ("htm", Kind::Html),
    ("xhtml", Kind::Html),
    ("docx", Kind::Word),
    ("xlsx", Kind::Workbook),
    ("csv", Kind::Commas),
    ("tsv", Kind::Commas),
];

/// Whether a file of this name is read when its folder is named.
pub fn is_known(name: &str) -> bool {
    kind_of_name(name).is_some()
}

/// Whether a file of this name has rows, with a column for each thing.
pub fn is_table(name: &str) -> bool {
    matches!(kind_of_name(name), Some(Kind::Workbook | Kind::Commas))
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
    let (name, bytes) = (name.to_owned(), bytes.to_vec());
    guarded::run(move || read(&name, &bytes))
}

/// The drafts of the services that a file tells of, each with the agency that it names.
///
/// # Errors
/// Why it cannot be read, and what to do.
pub fn drafts(
    name: &str,
    bytes: &[u8],
    papers: &Papers,
) -> Result<Vec<(Draft, Option<String>)>, Message> {
    let (name, bytes, papers) = (name.to_owned(), bytes.to_vec(), papers.clone());
    guarded::run(move || {
        let sheets = read(&name, &bytes)?.into_iter();
        let drafts = sheets.map(|sheet| (understand(&sheet, &papers), sheet.agency));
        Ok(drafts.collect())
    })
}

fn read(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Message> {
    if bytes.len() as u64 > MAX_BYTES {
        let megabytes = MAX_BYTES / 1_000_000;
        return Err(say!(
            "berkas ini lebih dari {megabytes} MB; simpan tanpa gambar, atau bagi menjadi beberapa berkas",
            "this file is over {megabytes} MB; save it without pictures, or divide it"
        ));
    }
    let sheets = match kind(name, bytes)? {
        Kind::Text => vec![sheet_of_text(&text(bytes, MAX_TEXT)?)],
        Kind::Html => vec![sheet_of_html(&page(bytes)?)],
        Kind::Word => word::sheets(bytes)?,
        Kind::Workbook => workbook::sheets(bytes)?,
        Kind::Commas => commas::sheets(bytes)?,
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

/// The text of a page of HTML.
fn page(bytes: &[u8]) -> Result<String, Message> {
    let text = text(bytes, MAX_HTML)?;
    if memchr::memchr_iter(b'<', text.as_bytes()).count() > MOST_TAGS {
        return Err(say!(
            "halaman ini terlalu besar; simpan bagian standar pelayanannya saja sebagai teks (.txt)",
            "this page is too large; save just the service standard as text (.txt)"
        ));
    }
    Ok(text)
}

/// What kind of file it is: by its first bytes, else by its name.
fn kind(name: &str, bytes: &[u8]) -> Result<Kind, Message> {
    if bytes.starts_with(b"%PDF") {
        return Err(say!(
            "berkas PDF tidak dibaca; simpan sebagai Word (.docx), atau salin teksnya ke berkas .txt",
            "PDF files are not read; save it as Word (.docx), or copy its text into a .txt file"
        ));
    }
    if bytes.starts_with(MAGIC) {
        let names = names(bytes)?;
        let has = |start: &str| names.iter().any(|name| name.starts_with(start));
        return match (has("word/"), has("xl/")) {
            (true, _) => Ok(Kind::Word),
            (_, true) => Ok(Kind::Workbook),
            _ => Err(say!(
                "berkas ini bukan berkas Word atau Excel; simpan sebagai .docx atau .xlsx",
                "this is no Word or Excel file; save it as .docx or .xlsx"
            )),
        };
    }
    if bytes.starts_with(OLD) {
        // Word and Excel lock their files in the same wrapping that old files have.
        let is_locked = memchr::memmem::find(bytes, &in_two_bytes("EncryptedPackage")).is_some();
        return Err(if is_locked { locked() } else { old() });
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1000)]).to_lowercase();
    let start = start.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return Ok(Kind::Html);
    }
    match kind_of_name(name) {
        Some(Kind::Word | Kind::Workbook) => Err(damaged()),
        kind => Ok(kind.unwrap_or(Kind::Text)),
    }
}

/// What is said of a file in an old format.
fn old() -> Message {
    say!(
        "format lama (.doc, .xls) tidak dibaca; buka di Word atau Excel, lalu simpan sebagai .docx atau .xlsx",
        "old formats (.doc, .xls) are not read; open it in Word or Excel and save it as .docx or .xlsx"
    )
}

/// A name as old files write it.
fn in_two_bytes(name: &str) -> Vec<u8> {
    name.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The text of a file that is one.
fn text(bytes: &[u8], most: usize) -> Result<String, Message> {
    if bytes.len() > most {
        let most = most / 1000;
        return Err(say!(
            "teksnya lebih dari {most} kB; satu halaman layanan hanya beberapa kB",
            "its text is over {most} kB; the page of a service has a few kB"
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
