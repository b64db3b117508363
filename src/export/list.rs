//! One row a service, for spreadsheets.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::components;
use crate::diagnostic::{Failure, say};
use crate::import::columns::COLUMNS;
use crate::import::grid::FORMULA;
use crate::pipeline::Standard;

/// The widths of columns: of names, and of components.
const WIDTHS: [f64; 2] = [24.0, 42.0];

/// The headings, and the row of each service.
pub(super) fn rows(standards: &[Standard]) -> Vec<Vec<String>> {
    let head = COLUMNS.iter().map(|(_, heading)| (*heading).to_owned());
    let rows = standards.iter().map(|standard| {
        let view = &standard.view;
        let decree = view.number.as_ref().map(|number| number.text.clone());
        let own = [
            view.title.text.clone(),
            standard.agency.clone().unwrap_or_default(),
            decree.unwrap_or_default(),
        ];
        let components = components(standard).into_iter().map(|(_, lines)| {
            let lines = lines.iter().map(super::Line::written);
            lines.collect::<Vec<_>>().join("\n")
        });
        own.into_iter().chain(components).collect()
    });
    std::iter::once(head.collect()).chain(rows).collect()
}

/// The list as CSV, as Excel opens it where numbers have a comma: parted by semicolons, with a mark of its encoding.
///
/// # Errors
/// When a row cannot be written.
pub fn csv(standards: &[Standard]) -> Result<Vec<u8>, Failure> {
    write_csv(&rows(standards))
}

/// Rows as CSV.
pub(super) fn write_csv(rows: &[Vec<String>]) -> Result<Vec<u8>, Failure> {
    let mut out = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer(&mut out);
    for row in rows {
        // No text is to be run as a formula.
        let cells = row.iter().map(|cell| match cell.starts_with(FORMULA) {
            true => format!("'{cell}"),
            false => cell.clone(),
        });
        writer
            .write_record(cells)
            .map_err(|error| unwritten(&error))?;
    }
    writer.flush().map_err(|error| unwritten(&error))?;
    drop(writer);
    Ok(out)
}

/// How many characters a cell of Excel has room for.
const MOST_IN_CELL: usize = 32_767;

/// Whether a cell of Excel cannot hold a text whole; it counts as UTF-16 does.
fn is_too_long(cell: &str) -> bool {
    cell.encode_utf16().count() > MOST_IN_CELL
}

/// The list as an Excel file.
///
/// # Errors
/// When it cannot be written, or the text of a cell would not be whole.
pub fn workbook(standards: &[Standard]) -> Result<Vec<u8>, Failure> {
    let rows = rows(standards);
    if let Some(row) = rows
        .iter()
        .find(|row| row.iter().any(|cell| is_too_long(cell)))
    {
        let title = row.first().map_or("", String::as_str);
        return Err(Failure::new(say!(
            "berkas Excel tidak ditulis: sebuah komponen layanan “{title}” lebih panjang dari yang dimuat satu sel Excel ({MOST_IN_CELL} huruf); pakai --csv atau --docx",
            "the Excel file was not written: a component of the service “{title}” is longer than a cell of Excel can hold ({MOST_IN_CELL} characters); use --csv or --docx"
        )));
    }
    let mut book = Workbook::new();
    fill(book.add_worksheet(), "Standar pelayanan", &rows).map_err(|error| unwritten(&error))?;
    book.save_to_buffer().map_err(|error| unwritten(&error))
}

/// Fills a sheet with rows below their headings; every cell is a text.
pub(super) fn fill(
    sheet: &mut Worksheet,
    name: &str,
    rows: &[Vec<String>],
) -> Result<(), XlsxError> {
    let text = Format::new()
        .set_num_format("@")
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    let head = text.clone().set_bold();
    sheet.set_name(name)?.set_freeze_panes(1, 1)?;
    for (at, row) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(row) {
            if at == 0 {
                let width = WIDTHS[usize::from(column > 2)];
                sheet.set_column_width(column, width)?;
                sheet.set_column_format(column, &text)?;
            }
            let format = if at == 0 { &head } else { &text };
            sheet.write_string_with_format(at, column, cell, format)?;
        }
    }
    Ok(())
}

/// The failure to write a file of an office.
pub(super) fn unwritten(error: &dyn std::error::Error) -> Failure {
    Failure::new(say!(
        "berkasnya tidak dapat dibuat: {error}",
        "the file cannot be made: {error}"
    ))
}
