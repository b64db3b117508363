//! An Excel file (.xlsx) → sheets, one for each row of its tables.

use std::io::Cursor;

use calamine::{CellErrorType, DataRef, ExcelDateTime, Reader, Style, Xlsx, XlsxError};

use super::Sheet;
use super::grid::Grid;
use super::package::{Package, damaged, end_of_tag};
use crate::diagnostic::Message;

/// The part that lists the texts of all cells.
const TEXTS: &str = "xl/sharedStrings.xml";

/// What is no tag, by its start and its end.
const SILENT: [(&[u8], &[u8]); 3] = [(b"<!--", b"-->"), (b"<![CDATA[", b"]]>"), (b"<?", b"?>")];

/// The services of an Excel file.
///
/// # Errors
/// Why it cannot be read.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Message> {
    let mut package = Package::open(bytes, is_needed)?;
    if let Some(texts) = package.get(TEXTS).map(without_counts) {
        package.put(TEXTS, texts);
    }
    read(package.packed())
}

fn is_needed(name: &str) -> bool {
    let starts = [
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
    ];
    let of_cells = [TEXTS, "xl/styles.xml"];
    let is_sheet = name.starts_with("xl/worksheets/") && name.ends_with(".xml");
    starts.contains(&name) || of_cells.contains(&name) || is_sheet
}

/// The list of texts without what it says of its own length: room would be made for that.
fn without_counts(part: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(part.len());
    let mut rest = part;
    while let Some(at) = memchr::memchr(b'<', rest) {
        kept.extend(&rest[..at]);
        rest = &rest[at..];
        let skipped = SILENT.iter().find(|(start, _)| rest.starts_with(start));
        let end = match skipped {
            Some((_, end)) => memchr::memmem::find(rest, end),
            None => end_of_tag(rest),
        };
        let tag = &rest[..end.unwrap_or(rest.len())];
        let name = tag[1..].split(|byte| byte.is_ascii_whitespace() || *byte == b'/');
        let name = name.into_iter().next().unwrap_or_default();
        let is_list = name == b"sst" || name.ends_with(b":sst");
        if is_list && !tag.starts_with(b"</") {
            kept.push(b'<');
            kept.extend(name);
            kept.extend(if tag.ends_with(b"/") { &b"/"[..] } else { b"" });
        } else {
            kept.extend(tag);
        }
        rest = &rest[tag.len()..];
    }
    kept.extend(rest);
    kept
}

fn read(bytes: Vec<u8>) -> Result<Vec<Sheet>, Message> {
    let unreadable = |_: XlsxError| damaged();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else {
            continue;
        };
        let mut grid = Grid::default();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(unreadable)? {
            let (row, column) = cell.get_position();
            let text = text(cell.get_value(), cells.styles().get(style));
            grid.put(row as usize, column as usize, text)?;
        }
        sheets.extend(grid.sheets());
    }
    Ok(sheets)
}

/// What a cell shows, as far as its format is known here.
fn text(value: &DataRef<'_>, style: Option<&Style>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => padded(&number.to_string(), style),
        DataRef::Float(number) => padded(&decimal(*number), style),
        DataRef::Bool(true) => "ya".to_owned(),
        DataRef::Bool(false) => "tidak".to_owned(),
        DataRef::DateTime(moment) => date(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => not_there(error),
    }
}

/// A formula that failed shows nothing that could be meant.
fn not_there(_: &CellErrorType) -> String {
    String::new()
}

/// A number without the decimals that it does not have, else with a comma: a point parts thousands.
fn decimal(number: f64) -> String {
    format!("{number}").replace('.', ",")
}

/// A number whose format fills it up with zeros: `0254200083`.
fn padded(digits: &str, style: Option<&Style>) -> String {
    let format = style.and_then(|style| style.number_format.as_ref());
    let format = format.map_or("", |format| format.format_code.as_str());
    let zeros = !format.is_empty() && format.chars().all(|c| c == '0');
    match digits.chars().all(|c| c.is_ascii_digit()) && zeros {
        true => format!("{digits:0>width$}", width = format.len()),
        false => digits.to_owned(),
    }
}

fn date(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let time = format!("{hour:02}:{minute:02}");
    match (moment.as_f64() < 1.0, time.as_str()) {
        (true, _) => time,
        (false, "00:00") => date,
        (false, _) => format!("{date} {time}"),
    }
}
