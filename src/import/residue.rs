//! The last look: what the page says and its draft does not.
//!
//! Each sum, each length of time, each number and address of the page must stand in a field of its kind. What does not is
//! doubted and named, whatever the readers of the single components took it for.

mod channels;
mod sums;

use serde_json::Value;

use super::clauses::begins_valid;
use super::cues::says_free_of_cost;
use super::heading::heading_rest;
use super::mobiles::quotable;
use super::pen::Pen;
use super::sheet::{Component, Line, Sheet};
use super::words::says;
use crate::diagnostic::say;
use crate::figure::{self, Length, Period};

/// A line of the page with the component below which it stands.
struct Said<'s> {
    component: Component,
    text: &'s str,
}

/// Doubts what the page says and the draft does not.
pub(super) fn doubt(pen: &mut Pen, sheet: &Sheet) {
    let mut lines = Vec::new();
    for part in &sheet.parts {
        gather(&part.lines, part.component, &mut lines);
    }
    sums::doubt(pen, &lines);
    lengths(pen, &lines);
    channels::doubt(pen, &lines);
    headings(pen, &lines);
    others(pen, sheet);
}

/// Names what stands beside the components, which is in no field.
fn others(pen: &mut Pen, sheet: &Sheet) {
    for other in &sheet.others {
        let said = quotable(other);
        pen.doubt(
            "body",
            say!(
                "`{said}` tertulis di luar komponen standar dan belum ada di berkas ini: masukkan ke bagian yang sesuai jika perlu",
                "`{said}` stands beside the components of the standard and is not in this file yet: put it where it belongs if it is needed"
            ),
        );
    }
}

fn gather<'s>(lines: &'s [Line], component: Component, found: &mut Vec<Said<'s>>) {
    for line in lines {
        found.push(Said {
            component,
            text: &line.text,
        });
        gather(&line.lines, component, found);
    }
}

/// Whether a doubt stands at a place or above it.
fn covered(pen: &Pen, place: &str) -> bool {
    pen.doubts().iter().any(|doubt| {
        place
            .strip_prefix(doubt.field.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    })
}

/// Casts a doubt on lengths of time that are in no field: those below the heading, and all others where the draft has none.
fn lengths(pen: &mut Pen, lines: &[Said<'_>]) {
    if covered(pen, "time") {
        return;
    }
    let mut known = Vec::new();
    let time = pen.written("time");
    if let Some(time) = time {
        lengths_of(time, &mut known);
    }
    let own = |line: &&Said<'_>| match line.component {
        Component::Time => true,
        Component::Procedure | Component::Cost | Component::Products => time.is_none(),
        _ => false,
    };
    let lost = lines.iter().filter(own).find_map(|line| {
        let said = figure::lengths(line.text);
        let mut said = said.iter();
        let lost = said.find(|said| match said.figure.length() {
            _ if begins_valid(&line.text[..said.from]) => false,
            Some(length) => !known.iter().any(|own: &Length| own.is(length)),
            None => true,
        });
        lost.and_then(|said| line.text.get(said.from..said.to))
    });
    if let Some(said) = lost.map(str::trim) {
        pen.doubt(
            "time",
            say!(
                "`{said}` tertulis di halaman, tetapi tidak terbaca sebagai waktu layanan ini",
                "the page says `{said}`, which was not read as a time of this service"
            ),
        );
    }
}

/// The lengths of time in a value, its ends and those of its cases and phases.
fn lengths_of(value: &Value, found: &mut Vec<Length>) {
    let unit = value.get("unit").and_then(Value::as_str);
    let period = Period::ALL
        .into_iter()
        .find(|period| Some(period.values().1) == unit);
    if let Some(period) = period {
        let ends = ["min", "max"].into_iter().filter_map(|end| value.get(end));
        let ends = ends.filter_map(Value::as_i64);
        found.extend(ends.map(|value| Length { value, period }));
    }
    let parts = ["cases", "phases"]
        .into_iter()
        .filter_map(|key| value.get(key));
    for part in parts.filter_map(Value::as_array).flatten() {
        lengths_of(part, found);
    }
}

/// Words that speak of what is paid.
const TARIFF: &str = "tarif, retribusi, biaya, pnbp, pungutan";

/// Casts a doubt on components whose heading, or whose words, stand below another.
fn headings(pen: &mut Pen, lines: &[Said<'_>]) {
    for line in lines {
        let head = heading_rest(line.text).map(|(component, _)| component);
        let whole = Component::of_heading(line.text.trim_end_matches([':', '.']));
        let named = head
            .or(whole)
            .filter(|component| *component != line.component);
        let paid = line.component == Component::Time
            && (says(line.text, TARIFF) || says_free_of_cost(line.text));
        let named = named.or_else(|| paid.then_some(Component::Cost));
        let Some(key) = named.map(Component::key) else {
            continue;
        };
        if covered(pen, key) {
            continue;
        }
        let (said, place) = (quotable(line.text), line.component.key());
        pen.doubt(
            key,
            say!(
                "`{said}` tertulis di bagian lain halaman (`{place}`): periksa apakah termasuk di sini",
                "`{said}` stands in another part of the page (`{place}`): check whether it belongs here"
            ),
        );
    }
}
