//! In which order the keys of a mapping should stand, and which lines go with which key.

use crate::model::shape::RecordShape;
use crate::yaml::place::{end_of, end_of_value, is_flow, line_end, line_start};
use crate::yaml::{Node, Pair};

/// The parts of a mapping and their new order.
#[derive(Debug, Clone)]
pub(super) struct Order {
    /// Where each part stands, from its first byte to the first that is no longer its own.
    pub(super) parts: Vec<(usize, usize)>,
    /// The places of the parts in their new order.
    pub(super) sorted: Vec<usize>,
    /// How they are written.
    pub(super) layout: Layout,
}

/// How the parts of a mapping are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// In braces: what stands between the parts stays.
    Flow,
    /// Each on lines of its own.
    Lines,
    /// The first behind the dash of a list's item, on this column.
    Item(usize),
}

impl Order {
    /// The first byte of all parts.
    pub(super) fn start(&self) -> usize {
        self.parts.first().map_or(0, |part| part.0)
    }

    /// The byte behind all parts.
    pub(super) fn end(&self) -> usize {
        self.parts.last().map_or(0, |part| part.1)
    }
}

/// The order of a mapping, if it should be another.
pub(super) fn of(text: &str, map: &Node, shape: &RecordShape) -> Option<Order> {
    // What stands below a front matter has no key.
    let written = |pair: &&Pair| pair.key.span.start < pair.key.span.end;
    let pairs: Vec<&Pair> = map.pairs().iter().filter(written).collect();
    let sorted = sorted(&pairs, shape)?;
    let (parts, layout) = match is_flow(text, map) {
        true => (in_braces(text, map, &pairs)?, Layout::Flow),
        false => on_lines(text, &pairs)?,
    };
    Some(Order {
        parts,
        sorted,
        layout,
    })
}

/// The places of the pairs in the order of the model; an unknown key keeps its place. `None` if they stand so.
fn sorted(pairs: &[&Pair], shape: &RecordShape) -> Option<Vec<usize>> {
    let place = |pair: &Pair| {
        let field = shape.find(&pair.key.text)?;
        shape.fields.iter().position(|known| known.en == field.en)
    };
    let places: Vec<Option<usize>> = pairs.iter().map(|pair| place(pair)).collect();
    let mut known: Vec<usize> = (0..pairs.len())
        .filter(|at| places[*at].is_some())
        .collect();
    known.sort_by_key(|at| places[*at]);
    let mut known = known.into_iter();
    let sorted: Option<Vec<usize>> = (0..pairs.len())
        .map(|at| match places[at] {
            Some(_) => known.next(),
            None => Some(at),
        })
        .collect();
    sorted.filter(|sorted| !sorted.is_sorted())
}

/// Pairs in braces; `None` where a comment stands between them, for it would lose its pair.
fn in_braces(text: &str, map: &Node, pairs: &[&Pair]) -> Option<Vec<(usize, usize)>> {
    let parts: Vec<(usize, usize)> = pairs
        .iter()
        .map(|pair| (pair.key.span.start as usize, end_in_braces(text, pair)))
        .collect();
    let mut at = map.span.start as usize;
    let end = map.span.end as usize;
    for (from, to) in parts.iter().copied().chain([(end, end)]) {
        if text.get(at..from)?.contains('#') {
            return None;
        }
        at = to;
    }
    Some(parts)
}

fn end_in_braces(text: &str, pair: &Pair) -> usize {
    let key = pair.key.span.end as usize;
    match end_of_value(text, &pair.value) {
        Some(end) => end,
        None => {
            let colon = text[key..].find(':').map_or(key, |colon| key + colon + 1);
            let closes = text[key..].find([',', '}']).map_or(key, |at| key + at);
            colon.min(closes)
        }
    }
}

/// Pairs on lines: what stands above a key goes with it, and comments below that are set deeper.
fn on_lines(text: &str, pairs: &[&Pair]) -> Option<(Vec<(usize, usize)>, Layout)> {
    let first = pairs.first()?.key.span.start as usize;
    let line = line_start(text, first);
    let column = text[line..first].chars().count();
    let before = &text[line..first];
    let (mut from, layout) = match before.trim().is_empty() {
        false => (first, Layout::Item(column)),
        true => lead(text, line, column),
    };
    let mut parts = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        let next = pairs.get(at + 1);
        let until = next.map_or(text.len(), |next| {
            line_start(text, next.key.span.start as usize)
        });
        let end = line_end(text, end_of(text, pair));
        let end = deeper(text, end, until, column);
        // Two keys on one line are no lines.
        if end > until || end < from {
            return None;
        }
        parts.push((from, end));
        from = end;
    }
    Some((parts, layout))
}

/// Where the lines begin that go with the first key: below the last blank line above it, or behind the dash of an item.
fn lead(text: &str, line: usize, column: usize) -> (usize, Layout) {
    let mut from = line;
    loop {
        let above = line_start(text, from.saturating_sub(1));
        let written = text[above..from].trim();
        if from == 0 || above == from {
            return (from, Layout::Lines);
        }
        // What tells an editor the schema stands at the top.
        if written.starts_with('#') && !written.starts_with("# yaml-language-server:") {
            from = above;
            continue;
        }
        let item = written.trim_start_matches(['-', ' ']);
        if written.starts_with('-') && item.starts_with('#') && !written.starts_with("---") {
            let at = above + text[above..from].find('#').unwrap_or(0);
            return (at, Layout::Item(column));
        }
        return (from, Layout::Lines);
    }
}

/// The end of the comments below a key that are set deeper than it.
fn deeper(text: &str, end: usize, until: usize, column: usize) -> usize {
    let (mut at, mut deepest) = (end, end);
    for line in text[end..until.max(end)].split_inclusive('\n') {
        at += line.len();
        let inset = line.len() - line.trim_start_matches(' ').len();
        let written = line.trim();
        if written.starts_with('#') && inset > column {
            deepest = at;
        } else if !written.is_empty() {
            break;
        }
    }
    deepest
}
