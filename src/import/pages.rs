//! A page of a catalogue, or of an office's own site, as text or HTML → its [`Sheet`].
//!
//! # Steps
//!
//! 1. `mend` takes away the dirt of copying; `rows` cuts the text into rows, `markup` does so with HTML.
//! 2. The catalogue's footer and what a blog puts below its posts are cut off.
//! 3. Where the page has headings, they say what stands below them; where it has none, `order` concludes it from the
//!    order that catalogues keep and from the words.

use super::lexis::{AGENCIES, DECREE, FOOTER, RUBBISH};
use super::lists::{Block, blocks};
use super::order;
use super::rows::{Row, Style, rows, style};
use super::sheet::{Component, Part, Sheet};
use super::words::{begins, is_one, same, words};

/// What a page of text says about one service.
pub fn sheet_of_text(text: &str) -> Sheet {
    sheet_of_rows(rows(text))
}

fn sheet_of_rows(mut rows: Vec<Row>) -> Sheet {
    let ended = cut_footer(&mut rows);
    let mut sheet = Sheet::default();
    take_decree(&mut rows, &mut sheet);
    let headings = headings(&rows);
    if headings.is_empty() {
        let blocks = blocks(&rows);
        order::fill(&mut sheet, blocks, ended);
    } else {
        under_headings(&mut sheet, &rows, &headings);
    }
    sheet
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
    let rubbish = rows.iter().position(|row| {
        row.mark.is_none() && words(&row.text).len() <= 6 && begins(&row.text, RUBBISH)
    });
    if let Some(at) = rubbish.filter(|at| *at > 0) {
        rows.truncate(at);
        return true;
    }
    found
}

/// Takes the line of the decree away.
fn take_decree(rows: &mut Vec<Row>, sheet: &mut Sheet) {
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
        if sheet.title.is_none() && at > 0 && rows[at - 1].mark.is_none() {
            sheet.title = Some(rows[at - 1].text.clone());
        }
    }
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
    let first_plain = rows.iter().find(|row| row.level == 0 && row.mark.is_none());
    let agency = rows
        .iter()
        .find(|row| row.level >= 2 && title.is_none_or(|title| !same(&row.text, &title.text)));
    let of_heading = title.or_else(|| rows.iter().find(|row| row.level > 0));
    if sheet.title.is_none() {
        sheet.title = of_heading.or(first_plain).map(|row| row.text.clone());
    } else if let Some(title) = title {
        sheet.title = Some(title.text.clone());
    }
    sheet.agency = agency
        .filter(|_| title.is_some())
        .map(|row| row.text.clone());
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

/// Whether a row is nothing but the name of an agency.
fn is_agency(text: &str) -> bool {
    let words = words(text);
    let first = words.first().is_some_and(|word| is_one(word, AGENCIES));
    first
        && (2..=9).contains(&words.len())
        && !text.contains([':', '@', '/', ',', '.', ';'])
        && !text.chars().any(|c| c.is_ascii_digit())
}
