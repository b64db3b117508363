//! A text with its mappings in their new order and its words changed.

use super::order::{Layout, Order};
use crate::yaml::change::Change;

/// The text with all changes, and the parts of each mapping in their order.
pub(super) fn write(text: &str, mut changes: Vec<Change>, mut orders: Vec<Order>) -> String {
    changes.sort_by_key(|change| (change.from, change.to));
    // The outer of two that begin together comes first.
    orders.sort_by_key(|order| (order.start(), usize::MAX - order.end()));
    let writer = Writer {
        text,
        changes,
        orders,
        line_break: if text.contains("\r\n") { "\r\n" } else { "\n" },
    };
    writer.between(0, text.len())
}

struct Writer<'a> {
    text: &'a str,
    changes: Vec<Change>,
    orders: Vec<Order>,
    line_break: &'static str,
}

impl Writer<'_> {
    /// What stands between two bytes, in its new order.
    fn between(&self, from: usize, to: usize) -> String {
        let mut out = String::new();
        let mut at = from;
        let first = self.orders.partition_point(|order| order.start() < from);
        for order in &self.orders[first..] {
            if order.start() >= to {
                break;
            }
            // What lies inside one that was written is written with it; what holds this part is written by others.
            if order.start() < at || order.end() > to {
                continue;
            }
            out.push_str(&self.as_is(at, order.start()));
            out.push_str(&match order.layout {
                Layout::Flow => self.in_braces(order),
                Layout::Lines => self.on_lines(order, 0),
                Layout::Item(column) => self.on_lines(order, column),
            });
            at = order.end();
        }
        out + &self.as_is(at, to)
    }

    /// What stands between two bytes, with the changed words.
    fn as_is(&self, from: usize, to: usize) -> String {
        let mut out = String::new();
        let mut at = from;
        let first = self.changes.partition_point(|change| change.from < from);
        let inside = self.changes[first..].iter();
        for change in inside.take_while(|change| change.to <= to) {
            out.push_str(&self.text[at..change.from]);
            out.push_str(&change.text);
            at = change.to;
        }
        out + &self.text[at..to]
    }

    fn in_braces(&self, order: &Order) -> String {
        let mut out = String::new();
        let mut at = order.start();
        for (place, part) in order.sorted.iter().enumerate() {
            let (from, to) = order.parts[*part];
            let (own_from, own_to) = order.parts[place];
            out.push_str(&self.as_is(at, own_from));
            out.push_str(&self.between(from, to));
            at = own_to;
        }
        out
    }

    /// Parts that each have their lines. The first of an item stands behind a dash, on `column`: whichever comes first
    /// now gives its place on the line to the one that stood there.
    fn on_lines(&self, order: &Order, column: usize) -> String {
        let mut parts: Vec<String> = order
            .parts
            .iter()
            .map(|(from, to)| self.between(*from, *to))
            .collect();
        let last_breaks = parts.last().is_none_or(|part| part.ends_with('\n'));
        if let Some(first) = parts.first_mut() {
            first.insert_str(0, &" ".repeat(column));
        }
        for part in &mut parts {
            if !part.ends_with('\n') {
                part.push_str(self.line_break);
            }
        }
        self.swap_blank_lines(&mut parts, order.sorted[0]);
        let sorted = order.sorted.iter().map(|at| parts[*at].as_str());
        let out: String = sorted.collect();
        let inset = out.len() - out.trim_start_matches(' ').len();
        let mut out = out[inset.min(column)..].to_owned();
        if !last_breaks {
            out.truncate(out.len() - self.line_break.len());
        }
        out
    }

    /// Blank lines stay between parts: those above the part that comes first now go above the one that was first.
    fn swap_blank_lines(&self, parts: &mut [String], first: usize) {
        let Some(blank) = parts.get(first).map(|part| blank_lines(part)) else {
            return;
        };
        if first > 0 && blank > 0 {
            let lines: String = parts[first].drain(..blank).collect();
            parts[0].insert_str(0, &lines);
        }
    }
}

/// How many bytes of blank lines a text begins with.
fn blank_lines(text: &str) -> usize {
    let lines = text.split_inclusive('\n');
    let blank = lines.take_while(|line| line.trim().is_empty());
    blank.map(str::len).sum()
}
