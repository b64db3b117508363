//! A CSV file → sheets, one for each row: parted by commas, semicolons or tabs, in whatever encoding.

use super::grid::Grid;
use super::package::damaged;
use super::{Sheet, text_of_bytes};
use crate::diagnostic::Message;

/// What may part cells.
const PARTING: [u8; 3] = [b';', b',', b'\t'];

/// The services of a CSV file.
///
/// # Errors
/// Why it cannot be read.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Message> {
    let text = text_of_bytes(bytes);
    // The one that gives headings is the one that was meant.
    let mut failed = None;
    for parting in PARTING {
        match read(&text, parting) {
            Ok(sheets) if !sheets.is_empty() => return Ok(sheets),
            Ok(_) => {}
            Err(why) => failed = Some(why),
        }
    }
    failed.map_or(Ok(Vec::new()), Err)
}

fn read(text: &str, parting: u8) -> Result<Vec<Sheet>, Message> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(parting)
        .from_reader(text.as_bytes());
    let mut grid = Grid::default();
    for (row, record) in reader.records().enumerate() {
        let record = record.map_err(|_| damaged())?;
        for (column, cell) in record.iter().enumerate() {
            grid.put(row, column, cell.to_owned())?;
        }
    }
    Ok(grid.sheets())
}
