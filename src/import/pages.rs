//! A page of a catalogue, or of an office's own site, as text or HTML → its [`Sheet`].
//!
//! # Steps
//!
//! 1. `mend` takes away the dirt of copying; `rows` cuts the text into rows, `markup` does so with HTML.
//! 2. The catalogue's footer and what a blog puts below its posts are cut off.
//! 3. Where the page has headings, they say what stands below them; where it has none, `order` concludes it from the
//!    order that catalogues keep and from the words.

use super::cues::{has_channel, is_agency};
use super::lexis::{DECREE, FOOTER, NATIONAL, OPEN_ENDS, RUBBISH};
use super::lists::{Block, blocks};
use super::order;
use super::rows::{Row, Style, rows, style};
use super::sheet::{Component, Part, Sheet};
use super::words::{begins, is_one, same, says, words};

/// What a page of text says about one service.
pub fn sheet_of_text(text: &str) -> Sheet {
    sheet_of_rows(rows(text))
}

fn sheet_of_rows(mut rows: Vec<Row>) -> Sheet {
    let ended = cut_footer(&mut rows);
    let mut sheet = Sheet::default();
    let decree = take_decree(&mut rows, &mut sheet);
    let headings = headings(&rows);
    if headings.is_empty() {
        let head = decree.map_or(0, |decree| head_rows(&rows[..decree], &sheet));
        let blocks = blocks(&rows[head..]);
        order::fill(&mut sheet, blocks, ended);
    } else {
        under_headings(&mut sheet, &rows, &headings);
    }
    sheet.is_cut |= !ended
        && rows
            .last()
            .is_some_and(|last| stops_in_word(&last.text, &rows));
    sheet
}

/// Whether the last word of a page is but the start of a word of it, and stands nowhere as a word of its own; or one with
/// which no sentence ends.
fn stops_in_word(last: &str, rows: &[Row]) -> bool {
    let own = words(last);
    let is_sentence = own.len() >= 4 && last.ends_with(char::is_alphabetic);
    let Some(end) = own.last().filter(|_| is_sentence && !has_channel(last)) else {
        return false;
    };
    let all: Vec<String> = rows.iter().flat_map(|row| words(&row.text)).collect();
    let alone = all.iter().filter(|word| *word == end).count() > 1;
    let longer = |word: &String| word.starts_with(end.as_str()) && word.len() >= end.len() + 2;
    is_one(end, OPEN_ENDS) || !alone && end.len() >= 3 && all.iter().any(longer)
}

/// Takes the footer away; whether there was one.
fn cut_footer(rows: &mut Vec<Row>) -> bool {
    let marks = |row: &Row| {
        let text = row.text.to_lowercase();
        FOOTER.iter().filter(|mark| text.contains(*mark)).count()
    };
    let sure = rows.iter().position(|row| marks(row) >= 2);
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
        let said = number.trim();
        sheet.decree = said
            .chars()
            .any(char::is_alphanumeric)
            .then(|| said.to_owned());
        if let Some(next) = rows.get_mut(at) {
            next.after_blank = true;
        }
        name(sheet, &rows[..at]);
    }
    at
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

/// A heading: its row, its component, and what stands behind it on the same row.
struct Heading {
    at: usize,
    component: Component,
    rest: Option<String>,
}

/// The headings of a page; none where it has too few to be told by them.
fn headings(rows: &[Row]) -> Vec<Heading> {
    let mut found: Vec<(Heading, bool)> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let counted = row.mark.as_deref().map(style);
        let outer = !matches!(counted, Some(Style::Lower(_) | Style::Bullet(_)));
        if !outer {
            continue;
        }
        let text = row.text.trim_end_matches([':', ';', '.']);
        let whole = Component::of_heading(text).map(|component| (component, None));
        let start = || {
            let (component, rest) = Component::at_start(&row.text)?;
            Some((component, Some(rest.to_owned())))
        };
        let Some((component, rest)) = whole.or_else(start) else {
            continue;
        };
        let rest = rest.filter(|rest| !rest.is_empty());
        let numbered = matches!(counted, Some(Style::Number(_)));
        let sure = !(numbered && rest.is_some());
        found.push((
            Heading {
                at,
                component,
                rest,
            },
            sure,
        ));
    }
    let distinct = |sure: bool| {
        let found = found.iter().filter(|(_, own)| *own || !sure);
        let mut found: Vec<Component> = found.map(|(heading, _)| heading.component).collect();
        found.sort_unstable();
        found.dedup();
        found.len()
    };
    let all = distinct(false) >= 3;
    if !all && distinct(true) < 2 {
        return Vec::new();
    }
    let kept = found.into_iter().filter(|(_, sure)| all || *sure);
    kept.map(|(heading, _)| heading).collect()
}

fn under_headings(sheet: &mut Sheet, rows: &[Row], headings: &[Heading]) {
    let first = headings.first().map_or(rows.len(), |heading| heading.at);
    head(sheet, &rows[..first]);
    for (index, heading) in headings.iter().enumerate() {
        let end = headings.get(index + 1).map_or(rows.len(), |next| next.at);
        let mut below: Vec<Row> = Vec::new();
        if let Some(rest) = &heading.rest {
            below.extend(super::rows::rows(rest));
        }
        let rows = &rows[heading.at + 1..end];
        // A heading that is none of ours ends the part: the agency's block stands once more in the middle of a page.
        let other = rows.iter().position(|row| row.level > 0);
        below.extend_from_slice(&rows[..other.unwrap_or(rows.len())]);
        if heading.component == Component::Complaints {
            take_agency(sheet, &mut below);
        }
        let lines: Vec<_> = blocks(&below)
            .into_iter()
            .flat_map(|block: Block| block.lines)
            .collect();
        let known = sheet
            .parts
            .iter_mut()
            .find(|part| part.component == heading.component);
        match known {
            Some(part) => part.lines.extend(lines),
            None => sheet.parts.push(Part {
                component: heading.component,
                is_guessed: false,
                lines,
            }),
        }
    }
}

/// What stands above the first heading: the agency and the title.
fn head(sheet: &mut Sheet, rows: &[Row]) {
    let title = rows.iter().find(|row| row.level == 1);
    let mut plain = rows
        .iter()
        .filter(|row| row.level == 0 && row.mark.is_none());
    let first_plain = plain
        .clone()
        .find(|row| !names_agency(row))
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
            named.level == 0 && (words(&named.text).len() < 2 && others || names_agency(named))
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
