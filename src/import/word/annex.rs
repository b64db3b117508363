//! The services of a decree's annex: which rows of its tables are whose, and what each is called.

use super::super::columns::Column;
use super::super::words::{begins, places, squeezed};
use super::super::{Component, Line, Part, Sheet, lines_of_text, sheet_of_text};
use super::content::{Block, one_line, written};
use crate::model::dates_in;

/// How lines above a table begin that are not the name of a service.
const NO_TITLE: &str = "lampiran, keputusan, surat keputusan, nomor, no, tanggal, tentang, komponen, kepala, menimbang, \
     mengingat, menetapkan, memutuskan, ditetapkan, service delivery, service point, manufacturing, bagian, halaman, standar \
     komponen, kesatu, kedua, ketiga, pemerintah, bupati, wali kota, walikota, gubernur";

/// How the lines above the number of a decree begin.
const DECREES: &str = "lampiran, keputusan, surat keputusan";

/// How the name of a service is announced.
const ANNOUNCED: &str = "jenis pelayanan, jenis layanan, nama pelayanan, nama layanan, nama jenis pelayanan, judul layanan";

/// The services of a document.
pub fn sheets(blocks: &[Block]) -> Vec<Sheet> {
    let text = written(blocks);
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let decree = number(&lines).map(|(_, number)| number);
    let (date, signer) = (date(&lines), signer(&lines));
    let mut sheets = match blocks.iter().any(is_annex) {
        true => of_tables(blocks),
        false => of_paragraphs(blocks),
    };
    for sheet in &mut sheets {
        if sheet.decree.is_none() {
            sheet.decree.clone_from(&decree);
        }
        if sheet.signed.is_none() && sheet.decree == decree {
            sheet.signed.clone_from(&date);
        }
        if sheet.signed_by.is_none() && sheet.decree == decree {
            sheet.signed_by.clone_from(&signer);
        }
    }
    sheets
}

/// Whether a block is a table of components.
fn is_annex(block: &Block) -> bool {
    let Block::Table(rows) = block else {
        return false;
    };
    let found = rows.iter().filter_map(|row| heading(row));
    found.take(2).count() == 2
}

/// The component that a row is about, and the cell in which that stands.
fn heading(row: &[Vec<Block>]) -> Option<(usize, Column)> {
    let cells = row.iter().enumerate().take(3);
    cells
        .filter(|(at, _)| at + 1 < row.len())
        .find_map(|(at, cell)| {
            let text = first_line(cell)?;
            Some((
                at,
                Column::of_heading(text.trim_end_matches([':', ';', '.']))?,
            ))
        })
}

/// The words of a cell without a mark, if it is one line.
fn first_line(cell: &[Block]) -> Option<String> {
    let lines = lines_of_text(&one_line(&written(cell)));
    let [line] = lines.as_slice() else {
        return None;
    };
    Some(line.text.clone())
}

/// The number of the decree that is named in lines, and on which of them.
fn number(lines: &[&str]) -> Option<(usize, String)> {
    let named = |at: usize| {
        lines[at.saturating_sub(4)..at]
            .iter()
            .any(|line| begins(line, DECREES))
    };
    let at = (0..lines.len().min(80)).find(|at| begins(lines[*at], "nomor") && named(*at))?;
    let after = places(lines[at]).first()?.to;
    let number = lines[at][after..].trim_start_matches([':', ' ', '.']);
    let number = one_line(number);
    let is_number = number.chars().any(|c| c.is_ascii_digit());
    is_number.then_some((at, number))
}

/// How far below the number of a decree its date may stand.
const NEAR: usize = 4;

/// When the decree that is named in lines was signed; `None` where that can be read in more than one way.
fn date(lines: &[&str]) -> Option<String> {
    let (at, _) = number(lines)?;
    let below = lines[at + 1..].iter().take(NEAR);
    let said = below.into_iter().find(|line| begins(line, "tanggal"))?;
    let (_, said) = said.split_once([':', ' '])?;
    match dates_in(said.trim_matches([':', ' '])).as_slice() {
        [date] => Some(date.to_string()),
        _ => None,
    }
}

/// How lines begin above the one who signs.
const SIGNED: &str = "ditetapkan oleh, ditetapkan di, pada tanggal";

/// Those who sign decrees.
const SIGNERS: &str = "kepala, plt kepala, pj kepala, bupati, wali kota, walikota, gubernur, camat, lurah, direktur, \
     sekretaris, pimpinan, ketua, rektor, dekan";

/// Who signed what stands in lines: the office that is named below *Ditetapkan*.
fn signer(lines: &[&str]) -> Option<String> {
    let lines: Vec<&&str> = lines.iter().filter(|line| !line.is_empty()).collect();
    let at = lines.iter().rposition(|line| begins(line, SIGNED))?;
    let below = lines[at + 1..].iter().take(2);
    let found: Vec<&&&str> = below.collect();
    let by = begins(lines[at], "ditetapkan oleh");
    let at = found.iter().position(|line| by || begins(line, SIGNERS))?;
    let office = one_line(found[at]);
    let named = office.chars().any(char::is_alphabetic);
    named.then(|| office.trim_end_matches([',', '.', ';', ':']).to_owned())
}

/// Services whose components stand in tables.
fn of_tables(blocks: &[Block]) -> Vec<Sheet> {
    let mut builder = Builder::default();
    for block in blocks {
        match block {
            Block::Line(_, _, text) => {
                let lines = text.lines().map(one_line);
                builder.loose.extend(lines.filter(|line| !line.is_empty()));
            }
            Block::Table(rows) => {
                rows.iter().for_each(|row| builder.row(row));
                // What stands between the tables of one service is not the name of the next.
                builder.loose.clear();
            }
        }
    }
    builder.sign();
    builder.sheets
}

#[derive(Default)]
struct Builder {
    sheets: Vec<Sheet>,
    /// Lines since the last row that is about a component.
    loose: Vec<String>,
    /// A name that was announced, for the service whose rows come next.
    announced: Option<String>,
}

impl Builder {
    fn row(&mut self, row: &[Vec<Block>]) {
        let Some((at, column)) = heading(row) else {
            return self.other(row);
        };
        let rest: Vec<Block> = row[at + 1..].iter().flatten().cloned().collect();
        let text = written(&rest);
        match column {
            Column::Title => self.announced = Some(one_line(&text)),
            Column::Decree | Column::Agency => {}
            Column::Of(component) => self.component(component, lines_of_text(&text)),
        }
        self.loose.clear();
    }

    fn component(&mut self, component: Component, lines: Vec<Line>) {
        let known = |sheet: &Sheet| sheet.parts.iter().any(|part| part.component == component);
        let is_next = self.announced.is_some() || self.sheets.last().is_none_or(known);
        if is_next {
            let title = self.announced.take().or_else(|| title(&self.loose));
            self.sign();
            let lines: Vec<&str> = self.loose.iter().map(String::as_str).collect();
            self.sheets.push(Sheet {
                title,
                decree: number(&lines).map(|(_, number)| number),
                signed: date(&lines),
                ..Sheet::default()
            });
        }
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.parts.push(Part {
                component,
                is_guessed: false,
                lines,
            });
        }
    }

    /// Reads who signed below the last service.
    fn sign(&mut self) {
        let lines: Vec<&str> = self.loose.iter().map(String::as_str).collect();
        if let (Some(sheet), Some(office)) = (self.sheets.last_mut(), signer(&lines)) {
            sheet.signed_by = Some(office);
        }
    }

    /// A row that begins no component: the heads of tables and parts, a name, or more of the component above.
    fn other(&mut self, row: &[Vec<Block>]) {
        let cells: Vec<String> = row.iter().map(|cell| written(cell)).collect();
        let full: Vec<&String> = cells
            .iter()
            .filter(|cell| !cell.trim().is_empty())
            .collect();
        match full.as_slice() {
            [] => {}
            [only] if row.len() == 1 || !cells[0].trim().is_empty() => {
                self.loose.push(one_line(only))
            }
            _ if is_head(&full) => {}
            several => {
                let counts = |cell: &str| cell.trim().trim_end_matches('.').parse::<u16>().is_ok();
                let text = several.iter().map(|cell| cell.as_str());
                let text: Vec<&str> = text.filter(|cell| !counts(cell)).collect();
                // More of the component above has no name of its own.
                let name = usize::from(counts(&cells[0]) || cells[0].trim().is_empty());
                let is_more = cells.get(name).is_none_or(|cell| cell.trim().is_empty());
                let Some(sheet) = self.sheets.last_mut() else {
                    return;
                };
                match sheet.parts.last_mut().filter(|_| is_more) {
                    Some(part) => part.lines.extend(lines_of_text(&text.join("\n"))),
                    None => {
                        let texts: Vec<String> = text.iter().map(|cell| one_line(cell)).collect();
                        sheet.others.push(texts.join(": "));
                    }
                }
            }
        }
    }
}

/// Whether a row is the head of a table: *No · Komponen · Uraian*.
fn is_head(cells: &[&String]) -> bool {
    let is_word = |cell: &&&String| {
        let words = squeezed(cell, "");
        [
            "no",
            "nomor",
            "komponen",
            "uraian",
            "keterangan",
            "komponen standar pelayanan",
        ]
        .contains(&words.as_str())
    };
    cells.iter().filter(is_word).count() >= 2
}

/// The name of a service among the lines above it.
fn title(lines: &[String]) -> Option<String> {
    let announced = lines.iter().rev().find_map(|line| {
        let (head, name) = line.split_once(':')?;
        let fits = begins(head, ANNOUNCED) && !name.trim().is_empty();
        fits.then(|| name.trim().to_owned())
    });
    announced.or_else(|| {
        lines.iter().rev().find_map(|line| {
            let read = lines_of_text(line);
            let text = &read.first()?.text;
            let says = squeezed(text, "standar pelayanan layanan publik dan");
            let fits = !says.is_empty()
                && !begins(text, NO_TITLE)
                && Component::of_heading(text).is_none();
            fits.then(|| text.trim_end_matches([':', '.', ';']).to_owned())
        })
    })
}

/// Services whose components stand under headings in paragraphs.
fn of_paragraphs(blocks: &[Block]) -> Vec<Sheet> {
    let text = written(blocks);
    let lines: Vec<&str> = text.lines().collect();
    let headings: Vec<(usize, Component)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| {
            let read = lines_of_text(line.trim());
            let [only] = read.as_slice() else { return None };
            let text = only.text.trim_end_matches([':', ';', '.']);
            Some((at, Component::of_heading(text)?))
        })
        .collect();
    let mut starts = Vec::new();
    let mut seen = Vec::new();
    for (at, component) in headings {
        // `Persyaratan teknis` right below `Persyaratan` begins no other service.
        if seen.last() == Some(&component) {
            continue;
        }
        if starts.is_empty() || seen.contains(&component) {
            starts.push(at);
            seen.clear();
        }
        seen.push(component);
    }
    if starts.is_empty() {
        return vec![sheet_of_text(&text)];
    }
    let mut sheets = Vec::new();
    for (number, start) in starts.iter().enumerate() {
        let end = starts.get(number + 1).copied();
        // The line above the first heading of the next service is its name.
        let end = end.map_or(lines.len(), |end| above(&lines, end));
        let first = if number == 0 {
            0
        } else {
            above(&lines, *start)
        };
        let loose: Vec<String> = lines[first..*start]
            .iter()
            .map(|line| one_line(line))
            .collect();
        let loose: Vec<String> = loose.into_iter().filter(|line| !line.is_empty()).collect();
        let mut sheet = sheet_of_text(&lines[*start..end].join("\n"));
        sheet.title = title(&loose).or(sheet.title);
        sheets.push(sheet);
    }
    sheets
}

/// The line above another that is not empty.
fn above(lines: &[&str], at: usize) -> usize {
    let found = lines[..at].iter().rposition(|line| !line.trim().is_empty());
    found.unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_decree_may_stand_behind_a_mark() {
        for line in ["NOMOR : 470/12", "• Nomor : 470/12", "Nomor. 470/12"] {
            let found = number(&["KEPUTUSAN KEPALA DINAS", line]);
            assert_eq!(found, Some((1, "470/12".to_owned())), "{line}");
        }
    }
}
