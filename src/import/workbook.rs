//! An Excel file (.xlsx) → sheets, one for each row of its tables.

use std::io::Cursor;

use calamine::{CellErrorType, DataRef, ExcelDateTime, Reader, Style, Xlsx, XlsxError};

use super::grid::Grid;
use super::package::{Package, damaged};
use super::{Sheet, guarded};
use crate::diagnostic::Message;

/// The most different texts that a file may say it has.
const MOST_TEXTS: usize = 300_000;

/// The services of an Excel file.
///
/// # Errors
/// Why it cannot be read.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Message> {
    let package = Package::open(bytes, is_needed)?;
    if package
        .get("xl/sharedStrings.xml")
        .is_some_and(lies_about_texts)
    {
        return Err(damaged());
    }
    guarded::run(move || read(package.packed()))
}

fn is_needed(name: &str) -> bool {
    let starts = [
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
    ];
    let of_cells = ["xl/sharedStrings.xml", "xl/styles.xml"];
    let is_sheet = name.starts_with("xl/worksheets/") && name.ends_with(".xml");
    starts.contains(&name) || of_cells.contains(&name) || is_sheet
}

/// Whether the list of texts says that it is longer than any file is: room is made for what it says.
fn lies_about_texts(part: &[u8]) -> bool {
    let text = String::from_utf8_lossy(&part[..part.len().min(4_000)]).into_owned();
    let counts = text.split("ount=").skip(1).filter_map(|rest| {
        let digits = rest.trim_start_matches(['"', '\'']);
        let end = digits.find(|c: char| !c.is_ascii_digit());
        Some(digits[..end?].parse().unwrap_or(usize::MAX))
    });
    counts.into_iter().any(|count| count > MOST_TEXTS)
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
