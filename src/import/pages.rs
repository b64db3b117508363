//! A page of a catalogue, or of an office's own site, as text or HTML → its [`Sheet`].
//!
//! # Steps
//!
//! 1. `mend` takes away the dirt of copying; `rows` cuts the text into rows, `markup` does so with HTML.
//! 2. The catalogue's footer and what a blog puts below its posts are cut off.
//! 3. Where the page has headings, they say what stands below them; where it has none, `order` concludes it from the
//!    order that catalogues keep and from the words.

use super::cues::{has_channel, is_address, is_agency};
use super::lexis::{DECREE, FOOTER, NATIONAL, RUBBISH};
use super::lists::{Block, blocks};
use super::outline::{Heading, outline};
use super::rows::{Row, rows};
use super::sheet::{Component, Sheet};
use super::words::{begins, is_one, places, same, says, squeezed, words};
use super::{end, order, site};
use crate::model::dates_in;

/// What a page of text says about one service.
pub fn sheet_of_text(text: &str) -> Sheet {
    sheet_of_rows(rows(text))
}

fn sheet_of_rows(mut rows: Vec<Row>) -> Sheet {
    let ended = cut_footer(&mut rows);
    site::take_away(&mut rows);
    take_numbers(&mut rows);
    let mut sheet = Sheet::default();
    let decree = take_decree(&mut rows, &mut sheet);
    let headings = outline(&rows);
    if headings.is_empty() {
        let head = decree.map_or(0, |decree| head_rows(&rows[..decree], &sheet));
        let blocks = blocks(&rows[head..]);
        order::fill(&mut sheet, blocks);
    } else {
        under_headings(&mut sheet, &rows, &headings);
    }
    sheet.is_cut = !ended && end::is_cut(&sheet, &rows, headings.is_empty());
    sheet
}

/// Takes away the numbers that stand on lines of their own above headings, as the first column of a table is copied.
fn take_numbers(rows: &mut Vec<Row>) {
    let is_number = |row: &Row| {
        let digits = row.text.bytes().all(|byte| byte.is_ascii_digit());
        digits && (1..=2).contains(&row.text.len()) && row.mark.is_none()
    };
    let is_heading = |row: &Row| Component::of_heading(row.text.trim_end_matches(':')).is_some();
    let next = rows.iter().skip(1).map(is_heading).chain([false]);
    let kept: Vec<bool> = rows
        .iter()
        .zip(next)
        .map(|(row, heading)| !(heading && is_number(row)))
        .collect();
    let mut kept = kept.into_iter();
    rows.retain(|_| kept.next().unwrap_or(true));
}

/// Takes the footer away; whether there was one.
fn cut_footer(rows: &mut Vec<Row>) -> bool {
    let sure = (0..rows.len()).find(|at| is_footer(&rows[*at..]));
    let end = sure.unwrap_or(rows.len());
    // The sentences above its links belong to it.
    let sentence = |row: &Row| {
        let long = words(&row.text).len() >= 6;
        row.mark.is_none() && row.level == 0 && row.text.contains("LAPOR!") && long
    };
    let above = rows[..end].iter().rev().take_while(|row| sentence(row));
    let start = end - above.count();
    let found = start < rows.len();
    rows.truncate(start);
    let found = cut_national(rows) || found;
    let rubbish = rows.iter().position(|row| {
        row.mark.is_none() && words(&row.text).len() <= 6 && begins(&row.text, RUBBISH)
    });
    if let Some(at) = rubbish.filter(|at| *at > 0) {
        rows.truncate(at);
        return true;
    }
    found
}

/// How many rows of a footer are looked at.
const FOOTER_ROWS: usize = 4;

/// Whether rows are the footer: the first names a mark of it and no channel, and it has two of them; three where items,
/// headings or channels follow, or where it is a list itself.
fn is_footer(rows: &[Row]) -> bool {
    let Some(first) = rows.first() else {
        return false;
    };
    let marks = |rows: &[Row]| {
        let texts: Vec<String> = rows.iter().map(|row| row.text.to_lowercase()).collect();
        let named = |mark: &&&str| texts.iter().any(|text| text.contains(**mark));
        FOOTER.iter().filter(named).count()
    };
    let lower = first.text.to_lowercase();
    let opens = FOOTER.iter().any(|mark| lower.starts_with(mark));
    if !(opens || marks(&rows[..1]) > 1) || has_channel(&first.text) {
        return false;
    }
    let own = |row: &Row| row.mark.is_some() || row.level > 0 || has_channel(&row.text);
    let is_last = first.mark.is_none() && !rows[1..].iter().any(own);
    let near = &rows[..rows.len().min(FOOTER_ROWS)];
    marks(near) > if is_last { 1 } else { 2 }
}

/// Takes away what the national catalogue says of itself below a page; whether there was any.
fn cut_national(rows: &mut Vec<Row>) -> bool {
    let start = rows.iter().enumerate().rposition(|(at, row)| {
        let own =
            row.mark.is_some() || row.level > 0 || has_channel(&row.text) && !is_national(row);
        at == 0 || own
    });
    let start = start.map_or(0, |at| at + 1);
    let first = rows[start..].iter().position(is_national);
    if let Some(first) = first {
        rows.truncate(start + first);
    }
    first.is_some()
}

/// Whether a row names the catalogue, or those who keep it.
fn is_national(row: &Row) -> bool {
    says(&row.text, NATIONAL) && words(&row.text).len() <= 12 || row.text.starts_with('©')
}

/// Takes the line of the decree away; where it stood.
fn take_decree(rows: &mut Vec<Row>, sheet: &mut Sheet) -> Option<usize> {
    let at = rows.iter().position(|row| {
        let head = row.text.split_once(':').map_or("", |(head, _)| head);
        row.mark.is_none() && begins(head, DECREE) && words(head).len() <= 4
    });
    if let Some(at) = at {
        let row = rows.remove(at);
        let number = row.text.split_once(':').map_or("", |(_, number)| number);
        take_number(sheet, number.trim());
        if let Some(next) = rows.get_mut(at) {
            next.after_blank = true;
        }
        name(sheet, &rows[..at]);
    }
    at
}

/// Takes what stands behind *No. SK*: the number, and the date if it ends with one: `5/2023 tanggal 9 Januari 2023`.
fn take_number(sheet: &mut Sheet, said: &str) {
    let dated = places(said).into_iter().rev().find_map(|place| {
        let date =
            is_one(&place.word, "tanggal tgl tertanggal").then(|| said[place.to..].trim())?;
        match dates_in(date.trim_start_matches([':', '.', ' '])).as_slice() {
            [only] if words(date).len() <= 4 => Some((place.from, only.to_string())),
            _ => None,
        }
    });
    let number = dated.as_ref().map_or(said, |(from, _)| &said[..*from]);
    let number = number.trim_matches([',', ' ', ';', ':']);
    let is_said = number.chars().any(char::is_alphanumeric);
    sheet.decree = is_said.then(|| number.to_owned());
    sheet.signed = dated.map(|(_, date)| date).filter(|_| is_said);
}

/// The title of a service and its agency, from the lines above its decree: the title is the last that names no agency.
fn name(sheet: &mut Sheet, above: &[Row]) {
    let plain = above.iter().rev().take_while(|row| row.mark.is_none());
    let plain: Vec<&Row> = plain.collect();
    let Some(last) = plain.first() else { return };
    let agencies = plain.iter().take_while(|row| names_agency(row)).count();
    let title = plain.get(agencies).filter(|_| last.level == 0);
    let under = title.filter(|_| agencies > 0);
    sheet.title = Some(title.unwrap_or(last).text.clone());
    let agency = match agencies {
        0 => plain.iter().skip(1).find(|row| names_agency(row)),
        below => plain.get(below - 1).filter(|_| under.is_some()),
    };
    sheet.agency = agency.map(|row| row.text.clone());
    // A menu has such short lines, too; and the name of an agency alone is hardly that of a service.
    let short = under.is_some_and(|title| words(&title.text).len() < 2);
    sheet.is_title_guessed = short || under.is_none() && agencies > 0;
}

/// Whether a line of a head is the name of an agency.
fn names_agency(row: &Row) -> bool {
    row.level == 0 && is_agency(&row.text)
}

/// How many rows above the decree of a page without headings are its title, its agency and a menu.
fn head_rows(above: &[Row], sheet: &Sheet) -> usize {
    let own = |row: &Row| {
        let title = sheet.title.as_ref().is_some_and(|title| *title == row.text);
        title || names_agency(row) || words(&row.text).len() <= 3
    };
    let is_head = above.iter().all(|row| row.mark.is_none() && own(row));
    if is_head { above.len() } else { 0 }
}

fn under_headings(sheet: &mut Sheet, rows: &[Row], headings: &[Heading]) {
    let first = headings.first().map_or(rows.len(), |heading| heading.at);
    head(sheet, &rows[..first]);
    sheet.others.extend(introduction(sheet, &rows[..first]));
    let mut found: Vec<(Component, Vec<Block>)> = Vec::new();
    for (index, heading) in headings.iter().enumerate() {
        let end = headings.get(index + 1).map_or(rows.len(), |next| next.at);
        let mut below: Vec<Row> = Vec::new();
        if let Some(rest) = &heading.rest {
            below.extend(super::rows::rows(rest));
        }
        below.extend_from_slice(&rows[heading.at + 1..end]);
        let Some(component) = heading.component else {
            sheet.others.extend(other(sheet, &rows[heading.at], &below));
            continue;
        };
        if component == Component::Complaints {
            take_agency(sheet, &mut below);
        }
        found.push((component, blocks(&below)));
    }
    let known: Vec<Component> = found.iter().map(|(component, _)| *component).collect();
    for (component, mut blocks) in found {
        // Where the next components have no headings, what stands below the first block may be theirs.
        let list = blocks
            .iter()
            .position(Block::is_list)
            .filter(|_| is_list(component));
        let rest = blocks.split_off(blocks.len().min(list.unwrap_or(0) + 1));
        let lines = blocks.into_iter().flat_map(|block| block.lines).collect();
        sheet.put(component, false, lines);
        order::fill_rest(sheet, rest, component, &known);
    }
}

/// What stands above the first heading beside name, agency and address: sentences that are in no component.
fn introduction(sheet: &Sheet, rows: &[Row]) -> Option<String> {
    let is_own = |row: &&Row| {
        let text = &row.text;
        let known = sheet.title.as_ref() == Some(text) || names_agency(row);
        let plain = row.level == 0 && row.mark.is_none() && words(text).len() >= SENTENCE;
        plain && !known && !is_address(text) && !has_channel(text) && !begins(text, AGENCIES_ABOVE)
    };
    let said: Vec<&str> = rows
        .iter()
        .filter(is_own)
        .map(|row| row.text.as_str())
        .collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// How many lines above the headings may be the name before none surely is.
const SEVERAL_NAMES: usize = 3;

/// The least words of a sentence.
const SENTENCE: usize = 6;

/// How the line begins that names the government of an agency.
const AGENCIES_ABOVE: &str = "pemerintah, kementerian, kepolisian, provinsi, kabupaten, kota";

/// Whether a component is a list on every page.
fn is_list(component: Component) -> bool {
    matches!(component, Component::Requirements | Component::Procedure)
}

/// What stands under a heading of no component, in one sentence; nothing where that is the agency's block, which stands
/// once more in the middle of a page.
fn other(sheet: &Sheet, heading: &Row, below: &[Row]) -> Option<String> {
    let agency = sheet
        .agency
        .as_ref()
        .is_some_and(|agency| same(agency, &heading.text));
    let said = below.iter().map(|row| row.text.as_str());
    let texts: Vec<&str> = [heading.text.as_str()].into_iter().chain(said).collect();
    let known = agency || names_agency(heading) || is_agency(&heading.text);
    (!known && texts.len() > 1).then(|| texts.join(" "))
}

/// What stands above the first heading: the agency and the title.
fn head(sheet: &mut Sheet, rows: &[Row]) {
    let title = rows.iter().find(|row| row.level == 1);
    // "Standar Pelayanan" alone names no service.
    let bare =
        |row: &&Row| squeezed(&row.text, "standar pelayanan layanan publik sop sp").is_empty();
    let mut plain = rows
        .iter()
        .filter(|row| row.level == 0 && row.mark.is_none() && !bare(row));
    let first_plains = plain.clone().filter(|row| {
        let short = (2..=15).contains(&words(&row.text).len()) && !row.text.ends_with('.');
        short && !names_agency(row) && !is_address(&row.text) && !has_channel(&row.text)
    });
    let first_plain = plain
        .clone()
        .find(|row| !names_agency(row) && !is_address(&row.text) && !has_channel(&row.text))
        .or_else(|| plain.next());
    let agency = rows
        .iter()
        .find(|row| row.level >= 2 && title.is_none_or(|title| !same(&row.text, &title.text)));
    let of_heading = title.or_else(|| rows.iter().find(|row| row.level > 0));
    if sheet.title.is_none() {
        let named = of_heading.or(first_plain);
        sheet.title = named.map(|row| row.text.clone());
        sheet.is_title_guessed = named.is_some_and(|named| {
            let others = rows
                .iter()
                .any(|row| row.level == 0 && row.text != named.text);
            let names = first_plains.clone().count();
            let vague = words(&named.text).len() < 2 && others || names >= SEVERAL_NAMES;
            named.level == 0 && (vague || names_agency(named))
        });
    } else if let Some(title) = title {
        sheet.title = Some(title.text.clone());
        sheet.is_title_guessed = false;
    }
    let agency = agency.filter(|_| title.is_some());
    sheet.agency = agency.map(|row| row.text.clone()).or(sheet.agency.take());
    if sheet.agency.is_none() {
        let named = rows
            .iter()
            .find(|row| Some(&row.text) != sheet.title.as_ref() && is_agency(&row.text));
        sheet.agency = named.map(|row| row.text.clone());
    }
}

/// Takes the agency's name from the head of its complaint channels.
fn take_agency(sheet: &mut Sheet, rows: &mut Vec<Row>) {
    let named = rows
        .first()
        .filter(|row| row.mark.is_none() && rows.len() > 1 && is_agency(&row.text));
    let Some(name) = named.map(|row| row.text.clone()) else {
        return;
    };
    rows.remove(0);
    sheet.agency.get_or_insert(name);
}
