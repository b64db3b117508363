//! What it costs: nothing for everyone, rows of a tariff, or only words.

use serde_json::{Value, json};

use super::amounts::{Piece, pieces};
use super::cues::{is_nothing, says_free_of_cost};
use super::free::{Free, for_whom};
use super::lexis::{
    BY_RULE, EVERYONE, FREE_WORDS, PAPERS, PAYS, PHASES, RANGES, REGULATIONS, SERVICES,
};
use super::lists::split_inline;
use super::pen::{Pen, record, text};
use super::rupiah::{closed, marked};
use super::sheet::Line;
use super::words::{ends_with, is_one, place, says, starts, tidy, words};
use crate::diagnostic::say;

/// A sentence of the tariff, below the heads of its groups.
struct Entry {
    heads: Vec<String>,
    text: String,
}

impl Entry {
    /// Its words with its sums in the spelling in which they are read, and the sum that lacks the sign of the rupiah.
    fn readable(&self) -> (String, Option<String>) {
        readable(&self.text)
    }
}

fn readable(text: &str) -> (String, Option<String>) {
    let closed = closed(text);
    match marked(&closed).filter(|_| pieces(&closed).is_empty()) {
        Some((text, sum)) => (text, Some(sum)),
        None => (closed, None),
    }
}

/// Writes the cost of a page.
pub(super) fn write(pen: &mut Pen, lines: &[Line], is_cut: bool) {
    let mut entries = Vec::new();
    gather(lines, &[], &mut entries);
    entries.retain(|entry| entry.text.chars().any(|c| c.is_alphanumeric() || c == '-'));
    if entries.is_empty() {
        return;
    }
    let empty = |entry: &Entry| {
        words(&entry.text)
            .iter()
            .all(|word| is_one(word, "rp idr rupiah biaya tarif retribusi"))
    };
    if entries.iter().all(empty) {
        pen.doubt("cost", nothing_said());
        return;
    }
    let mut rows = Rows::default();
    let (whole, rest) = entries.split_at(entries.len() - usize::from(is_cut && entries.len() > 1));
    for entry in whole {
        rows.take(entry);
    }
    for entry in rest {
        rows.push(json!({ "text": entry.text }));
    }
    rows.end(pen);
}

/// The sentences of lines: a line with others below it is the head of a group, unless it states something itself.
fn gather(lines: &[Line], heads: &[String], entries: &mut Vec<Entry>) {
    for line in lines {
        if let Some((head, parts)) = split_inline(&line.text)
            && parts.iter().filter(|part| states(&part.text)).count() > 1
        {
            let mut below = heads.to_vec();
            if says(&head, REGULATIONS) && !states(&head) {
                entries.push(Entry {
                    heads: Vec::new(),
                    text: head.trim_end_matches(':').to_owned(),
                });
            } else {
                below.extend(Some(head).filter(|head| !head.is_empty()));
            }
            gather(&parts, &below, entries);
            gather(&line.lines, &below, entries);
            continue;
        }
        let states = states(&line.text);
        let mut below = heads.to_vec();
        if line.lines.is_empty() || states {
            entries.extend(sentences(&line.text).into_iter().map(|text| Entry {
                heads: heads.to_vec(),
                text: text.to_owned(),
            }));
        } else {
            below.push(line.text.clone());
        }
        gather(&line.lines, &below, entries);
    }
}

/// Whether a text states an amount, or that nothing is paid.
fn states(text: &str) -> bool {
    says_free_of_cost(text) || !pieces(&readable(text).0).is_empty()
}

/// The sentences of a text, where each states what is paid.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = vec![text.trim()];
    for (mark, all) in [(". ", false), ("; ", false), (", ", true)] {
        found = found
            .into_iter()
            .flat_map(|part| cut(part, mark, all))
            .collect();
    }
    found.retain(|part| !part.is_empty());
    found
}

/// A text cut at a mark, if several parts state something then; `all` where every one must, and one of them "free".
fn cut<'t>(text: &'t str, mark: &str, all: bool) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(mark) {
        let after = at + mark.len();
        let sentence = mark != ". " || text[after..].starts_with(char::is_uppercase);
        let open = text[from..at].matches('(').count() > text[from..at].matches(')').count();
        let range = mark == ". " && ends_with(&words(&text[from..at]), RANGES);
        if sentence && !open && !range && !text[..at].ends_with("Rp") {
            parts.push(text[from..=at].trim_end_matches([',', ' ']).trim());
            from = after;
        }
    }
    parts.push(text[from..].trim());
    let stating = parts.iter().filter(|part| states(part)).count();
    let free = parts.iter().filter(|part| says_free_of_cost(part)).count();
    let fits = match all {
        true => stating == parts.len() && free > 0 && free < parts.len(),
        false => stating > 1,
    };
    if fits { parts } else { vec![text] }
}

/// What the rows say together.
#[derive(Default)]
struct Rows {
    rows: Vec<Value>,
    /// Sentences that state nothing and wait for the row they belong to.
    waiting: Vec<String>,
    frees: Vec<Free>,
    /// Rows that name a group for which nothing is paid, each with its place among `frees`.
    groups: Vec<(usize, usize, String)>,
    paid: usize,
    /// How many of those are fees of the office, as they are now.
    fees: usize,
    is_only_words: bool,
    by_regulation: bool,
    doubts: Vec<(usize, crate::diagnostic::Message)>,
}

impl Rows {
    fn take(&mut self, entry: &Entry) {
        let (readable, bare) = entry.readable();
        let found = pieces(&readable);
        if let Some(sum) = bare {
            self.doubts.push((self.rows.len(), without_sign(&sum)));
        }
        if let Some(text) =
            without_stamp(&entry.text).filter(|_| found.iter().all(|piece| piece.is_aside))
        {
            let heads = entry.heads.clone();
            let text = text.to_owned();
            self.free(&Entry { heads, text }, &entry.text);
            return;
        }
        let priced = found.iter().any(|piece| piece.rupiah != Some(0));
        let free = says_free_of_cost(&entry.text) || is_nothing(&entry.text);
        let zero = !found.is_empty() && !priced;
        match (free || zero, priced) {
            (true, false) => self.free(entry, &entry.text),
            (false, true) => self.priced(entry, &found, false),
            (true, true) => self.priced(entry, &found, true),
            (false, false) => self.words(entry),
        }
    }

    /// A sentence that says that nothing is paid, of which `said` is all.
    fn free(&mut self, entry: &Entry, said: &str) {
        let free = for_whom(&entry.heads, &entry.text);
        if let Some(group) = group_of(&entry.text).filter(|_| !matches!(free, Free::Some(_))) {
            self.groups.push((self.rows.len(), self.frees.len(), group));
        }
        let amount = (free == Free::All).then(|| json!(0));
        let (label, exempt) = match &free {
            Free::Some(who) => (who.first().cloned(), Some(json!(who))),
            _ => (None, None),
        };
        self.push(record([
            ("label", label.map(Value::String)),
            ("amount", amount),
            ("text", text(said)),
            ("exempt", exempt),
        ]));
        self.frees.push(free);
    }

    fn priced(&mut self, entry: &Entry, found: &[Piece], free: bool) {
        let live: Vec<&Piece> = found
            .iter()
            .filter(|piece| !piece.is_past && !piece.is_aside)
            .collect();
        let known = live.iter().filter(|piece| piece.rupiah.is_some()).count();
        self.paid += live.len().max(1);
        self.fees += live.len();
        if free {
            self.frees.push(Free::Unclear);
        }
        for piece in found.iter().filter(|piece| piece.is_past) {
            self.doubts.push((self.rows.len(), said_past(&piece.text)));
        }
        if live.len() < 2 {
            let piece = live.first();
            let value = piece.and_then(|piece| piece.rupiah);
            if let Some(why) = piece.and_then(|piece| piece.doubt.clone()) {
                self.doubts.push((self.rows.len(), why));
            }
            let label = piece.and_then(|piece| self.label(entry, piece));
            let per = piece
                .and_then(|piece| piece.per.clone())
                .filter(|_| value.is_some());
            self.push(record([
                ("label", label.map(Value::String)),
                ("amount", value.map(Value::from)),
                ("unit", per.map(Value::String)),
                ("text", text(&entry.text)),
            ]));
            return;
        }
        self.several(entry, &live, known);
    }

    fn several(&mut self, entry: &Entry, live: &[&Piece], known: usize) {
        self.is_only_words |= known == 0;
        for piece in live {
            if let Some(why) = &piece.doubt {
                self.doubts.push((self.rows.len(), why.clone()));
            }
            let label = self.label(entry, piece);
            let per = piece.per.clone().filter(|_| piece.rupiah.is_some());
            self.push(record([
                ("label", label.map(Value::String)),
                ("amount", piece.rupiah.map(Value::from)),
                ("unit", per.map(Value::String)),
                ("text", text(&piece.text)),
            ]));
            self.waiting
                .extend(Some(piece.rest.clone()).filter(|rest| !rest.is_empty()));
        }
    }

    fn label(&self, entry: &Entry, piece: &Piece) -> Option<String> {
        let heads: Vec<String> = entry
            .heads
            .iter()
            .filter(|head| !says(head, REGULATIONS))
            .map(|head| tidy(head.trim_end_matches(':')))
            .collect();
        let own = piece.label.clone();
        let whole: Vec<String> = heads
            .into_iter()
            .chain(own)
            .filter(|part| !part.is_empty())
            .collect();
        (!whole.is_empty()).then(|| whole.join(", "))
    }

    /// A sentence that states nothing: what a row after it is about, or a row of words alone.
    fn words(&mut self, entry: &Entry) {
        let rules = says(&entry.text, REGULATIONS);
        self.by_regulation |= rules;
        let labelled = entry.text.contains(':') && !entry.text.trim_end().ends_with(':');
        if rules && labelled {
            self.is_only_words = true;
            let label = entry.text.split_once(':').map(|(label, _)| tidy(label));
            let label = label.filter(|label| labelled && words(label).len() <= 6);
            self.push(record([
                ("label", label.map(Value::String)),
                ("text", text(&entry.text)),
            ]));
        } else {
            self.waiting.push(entry.text.to_owned());
        }
    }

    fn push(&mut self, mut row: Value) {
        if let (Value::Object(map), false) = (&mut row, self.waiting.is_empty()) {
            let note = std::mem::take(&mut self.waiting).join(" ");
            map.insert("note".to_owned(), note.into());
        }
        self.rows.push(row);
    }

    /// Groups for which nothing is paid, where others pay.
    fn exempt(&mut self) {
        if self.paid == 0 && !self.is_only_words {
            return;
        }
        for (row, free, group) in std::mem::take(&mut self.groups) {
            self.doubts.push((row, only_group(&group)));
            if let Some(Value::Object(map)) = self.rows.get_mut(row) {
                map.remove("amount");
                map.insert("label".to_owned(), json!(group));
                map.insert("exempt".to_owned(), json!([group]));
            }
            self.frees[free] = Free::Some(vec![group]);
        }
    }

    fn end(mut self, pen: &mut Pen) {
        self.exempt();
        let waiting = std::mem::take(&mut self.waiting);
        let all_free = self.paid == 0
            && !self.is_only_words
            && !self.frees.is_empty()
            && self.frees.iter().all(|free| *free == Free::All);
        if !waiting.is_empty() {
            let said = waiting.join(" ");
            let last = self.rows.last_mut().and_then(Value::as_object_mut);
            match last {
                // What else is said beside "free" may take it back.
                Some(row) if all_free && says(&said, PAYS) => {
                    row.remove("amount");
                    self.frees = vec![Free::Unclear];
                    row.insert("note".to_owned(), said.into());
                }
                Some(row) => {
                    let note = row
                        .get("note")
                        .and_then(Value::as_str)
                        .map(|note| format!("{note} {said}"));
                    row.insert("note".to_owned(), note.unwrap_or(said).into());
                }
                None => {
                    self.is_only_words = true;
                    self.rows
                        .extend(waiting.iter().map(|line| json!({ "text": line })));
                }
            }
        }
        self.doubt(pen);
        if !self.rows.is_empty() {
            pen.write("cost", Some(Value::Array(self.rows)));
        }
    }

    fn doubt(&self, pen: &mut Pen) {
        for (at, why) in &self.doubts {
            pen.doubt(format!("cost[{at}]"), why.clone());
        }
        let some = self
            .frees
            .iter()
            .filter(|free| matches!(free, Free::Some(_)))
            .count();
        let mixed = !self.frees.is_empty() && (self.paid > 0 || self.is_only_words);
        if self.frees.contains(&Free::Unclear) || mixed && some < self.frees.len() {
            pen.doubt(
                "cost",
                say!(
                    "tertulis gratis, tetapi tidak jelas bagi siapa",
                    "it says free, but for whom is not clear"
                ),
            );
        } else if some > 0 && self.paid == 0 && !self.is_only_words {
            pen.doubt(
                "cost",
                say!(
                    "gratis hanya bagi sebagian orang; biaya bagi yang lain tidak tertulis",
                    "it is free for some only; what others pay is not said"
                ),
            );
        }
        let stated = |row: &&Value| row.get("amount").is_some_and(|amount| *amount != json!(0));
        if self.is_only_words && self.paid == 0 {
            pen.doubt("cost", by_rule(self.by_regulation));
        } else if self.paid > 0 && self.fees == 0 {
            pen.doubt("cost", no_fee());
        } else if self
            .rows
            .iter()
            .filter(stated)
            .filter(|row| row.get("unit").is_none())
            .count()
            > 1
        {
            pen.doubt(
                "cost",
                say!(
                    "ada beberapa tarif tanpa `jika`, jadi halaman akan menjumlahkannya; tulis siapa yang membayar yang mana",
                    "there are several prices without `when`, so the page would add them up; say who pays which"
                ),
            );
        }
    }
}

/// A sentence that says that nothing is paid, without the words on stamp duty behind it.
fn without_stamp(text: &str) -> Option<&str> {
    let lower = text.to_lowercase();
    let openers = ["(di luar", "(diluar", "(belum termasuk", "(tidak termasuk"];
    let at = openers
        .iter()
        .filter_map(|opener| lower.find(opener))
        .min()?;
    let (before, after) = (text.get(..at)?, text.get(at..)?);
    let stamp =
        says(after, "meterai, materai") && after.trim_end_matches(['.', ' ']).ends_with(')');
    (stamp && says_free_of_cost(before) && after.matches(')').count() == 1).then_some(before)
}

/// The group of `GROUP : gratis`: neither the service, nor a step of it, nor everyone.
fn group_of(text: &str) -> Option<String> {
    let (label, said) = text.split_once([':', '='])?;
    let free = says_free_of_cost(said)
        || is_nothing(said)
        || pieces(said).iter().all(|piece| piece.rupiah == Some(0));
    let own = words(label);
    let end = place(&own, BY_RULE)
        .filter(|at| *at > 0)
        .unwrap_or(own.len());
    let first = own.first()?;
    let work =
        [SERVICES, PAPERS].iter().any(|list| is_one(first, list)) || starts(&own, PHASES).is_some();
    let plain = own
        .iter()
        .all(|word| is_one(word, EVERYONE) || is_one(word, FREE_WORDS));
    let label: Vec<&str> = label.split_whitespace().take(end).collect();
    (free && !work && !plain && own.len() <= 8).then(|| label.join(" "))
}

fn only_group(group: &str) -> crate::diagnostic::Message {
    say!(
        "periksa apakah hanya “{group}” yang tidak membayar",
        "check that only “{group}” pay nothing"
    )
}

fn without_sign(sum: &str) -> crate::diagnostic::Message {
    say!(
        "`{sum}` ditulis tanpa Rp: periksa apakah ini jumlahnya",
        "`{sum}` is written without Rp: check that it is the amount"
    )
}

fn by_rule(regulation: bool) -> crate::diagnostic::Message {
    if regulation {
        say!(
            "biayanya hanya disebut menurut peraturan; jumlahnya tidak tertulis",
            "the cost is only said to be set by a regulation; no amount is written"
        )
    } else {
        say!(
            "jumlahnya tidak tertulis, dan tidak tertulis gratis",
            "no amount is written, nor that it is free"
        )
    }
}

fn no_fee() -> crate::diagnostic::Message {
    say!(
        "yang tertulis hanya denda, meterai atau tarif lama; biayanya sendiri tidak tertulis",
        "only a fine, stamp duty or a former price is written; the cost itself is not"
    )
}

fn nothing_said() -> crate::diagnostic::Message {
    say!("biayanya tidak diisi", "the cost was left empty")
}

fn said_past(sentence: &str) -> crate::diagnostic::Message {
    say!(
        "`{sentence}` adalah tarif lama, jadi tidak dipakai",
        "`{sentence}` is a former price, so it was not taken"
    )
}
