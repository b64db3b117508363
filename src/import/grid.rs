//! Rows of cells, of a spreadsheet or of CSV → a sheet for each row.

use super::columns::{COLUMNS, Column, EXAMPLE};
use super::words::{squeezed, tidy};
use super::{Component, Part, Sheet, lines_of_text};
use crate::diagnostic::{Message, say};

/// The most rows that are read.
pub const MOST_ROWS: usize = 5_000;

/// The most columns that are read.
pub const MOST_COLUMNS: usize = 200;

/// The most characters of a cell; Excel allows 32,767.
const LONGEST_CELL: usize = 100_000;

/// The most bytes of all cells.
const MOST_BYTES: usize = 20_000_000;

/// The signs with which spreadsheets begin formulas.
pub const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// How far down the headings may stand.
const LAST_HEADINGS: usize = 30;

/// Rows of cells as they are filled.
#[derive(Debug, Default)]
pub struct Grid {
    rows: Vec<Vec<String>>,
    bytes: usize,
}

impl Grid {
    /// Puts a text into a cell, counted from 0.
    ///
    /// # Errors
    /// When there is too much of it.
    pub fn put(&mut self, row: usize, column: usize, text: String) -> Result<(), Message> {
        if text.trim().is_empty() {
            return Ok(());
        }
        self.bytes += text.len();
        let long = text.chars().count() > LONGEST_CELL || self.bytes > MOST_BYTES;
        if long || row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(too_much());
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
        Ok(())
    }

    /// The sheets of the rows below the headings; none where there are no headings.
    pub fn sheets(&self) -> Vec<Sheet> {
        let headings = |row: &Vec<String>| -> Vec<Option<Column>> {
            row.iter().map(|cell| Column::of_heading(cell)).collect()
        };
        let head = self.rows.iter().take(LAST_HEADINGS).enumerate();
        let mut head = head.map(|(at, row)| (at, headings(row)));
        let known = |columns: &[Option<Column>]| columns.iter().flatten().count();
        let Some((at, columns)) = head.find(|(_, columns)| known(columns) >= 2) else {
            return Vec::new();
        };
        let rows = self.rows[at + 1..].iter();
        let sheets = rows.filter_map(|row| {
            let mut sheet = sheet(row, &columns)?;
            sheet.others = others(row, &self.rows[at], &columns);
            Some(sheet)
        });
        sheets.collect()
    }
}

/// What a row says; `None` where it says nothing, or is the example of the template.
fn sheet(row: &[String], columns: &[Option<Column>]) -> Option<Sheet> {
    let mut sheet = Sheet::default();
    let mut parts: Vec<(Component, String)> = Vec::new();
    for (cell, column) in row.iter().zip(columns) {
        let text = without_guard(cell.trim());
        let Some(column) = column.filter(|_| !text.is_empty()) else {
            continue;
        };
        let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match column {
            Column::Title => sheet.title = Some(one_line),
            Column::Decree => sheet.decree = Some(one_line),
            Column::Agency => sheet.agency = Some(one_line),
            // Two columns of one component are one part.
            Column::Of(component) => {
                match parts.iter_mut().find(|(known, _)| *known == component) {
                    Some((_, known)) => *known = format!("{known}\n{text}"),
                    None => parts.push((component, text.to_owned())),
                }
            }
        }
    }
    let example = |title: &String| title.to_lowercase().starts_with(EXAMPLE);
    if parts.is_empty() || sheet.title.as_ref().is_some_and(example) {
        return None;
    }
    let place = |component: Component| {
        COLUMNS
            .iter()
            .position(|(column, _)| *column == Column::Of(component))
    };
    parts.sort_by_key(|(component, _)| place(*component));
    sheet.parts = parts
        .into_iter()
        .map(|(component, text)| Part {
            component,
            is_guessed: false,
            lines: lines_of_text(&text),
        })
        .collect();
    Some(sheet)
}

/// What stands in columns that are none of ours, with their headings; numbers of rows are left out.
fn others(row: &[String], head: &[String], columns: &[Option<Column>]) -> Vec<String> {
    let cells = row.iter().enumerate();
    let other = cells.filter(|(at, _)| columns.get(*at).is_none_or(Option::is_none));
    let others = other.filter_map(|(at, cell)| {
        let (name, text) = (
            head.get(at).map_or("", String::as_str),
            without_guard(cell.trim()),
        );
        let counts =
            squeezed(name, "urut") == "no" || name.is_empty() && text.parse::<u16>().is_ok();
        let said = [name, text].map(tidy).join(": ");
        (!text.is_empty() && !counts).then(|| said.trim_start_matches([':', ' ']).to_owned())
    });
    others.collect()
}

/// A text without the sign that keeps spreadsheets from taking it for a formula.
fn without_guard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) => rest,
        _ => text,
    }
}

fn too_much() -> Message {
    say!(
        "tabel ini terlalu besar (paling banyak {MOST_ROWS} baris, {MOST_COLUMNS} kolom, {LONGEST_CELL} huruf satu sel); bagi menjadi beberapa berkas",
        "this table is too large (at most {MOST_ROWS} rows, {MOST_COLUMNS} columns, {LONGEST_CELL} characters a cell); divide it"
    )
}
