//! A line cut at the labels in it: `Email: a@b.example; Instagram: nama`.

use super::cues::is_address;
use super::lexis::{LABEL_TAILS, LABELS, LEADS, PERSONS};
use super::words::{Place, is_one, places, says, starts};
use crate::similar::nearest;

/// What stands behind one label, or behind several that are joined: `Telp/WA`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segment {
    /// The keys of its labels; empty where there is none.
    pub kinds: Vec<&'static str>,
    /// The label of each, as written.
    pub labels: Vec<String>,
    /// What stands behind them.
    pub value: String,
    /// Whether the label ends with a colon.
    pub is_open: bool,
    /// Whether the label stands first.
    pub starts: bool,
    /// Words before the first label of the line that are no segment of their own.
    pub before: String,
    /// All of it.
    pub whole: String,
}

impl Segment {
    /// The label of a key, as written.
    pub fn label_of(&self, kind: &str) -> &str {
        let mut known = self.kinds.iter().zip(&self.labels);
        known
            .find(|(own, _)| **own == kind)
            .map_or("", |(_, label)| label)
    }
}

/// A label in a line.
#[derive(Debug, Clone, Copy)]
struct Label {
    kind: &'static str,
    from: usize,
    to: usize,
}

/// What may stand between a label and what it names, or between labels.
const BETWEEN: &[char] = &[
    ' ', ':', '=', '.', '/', ',', ';', '|', '&', '-', '–', '(', '\t', '!', ')',
];

/// The segments of a line.
pub(super) fn segments(line: &str) -> Vec<Segment> {
    let all = places(line);
    let labels = labels(line, &all);
    let Some(first) = labels.first() else {
        return vec![plain(line)];
    };
    let mut found: Vec<Segment> = Vec::new();
    let before = line[..first.from].trim_matches(BETWEEN);
    if !before.is_empty() && labels.len() == 1 && !has_value(line, &labels, 0) {
        // A label at the end of other words belongs to them: "Lewat aplikasi WA".
        let kind = first.kind;
        return vec![Segment {
            kinds: vec![kind],
            labels: vec![line[first.from..first.to].to_owned()],
            value: String::new(),
            is_open: false,
            starts: false,
            before: String::new(),
            whole: match line[..first.from].trim_end().ends_with(':') {
                true => line[first.from..].trim().to_owned(),
                false => line.trim().to_owned(),
            },
        }];
    }
    let alone = stands_alone(&line[..first.from]);
    if alone {
        found.push(plain(before));
    }
    let mut at = 0;
    while at < labels.len() {
        let start = at;
        while let Some(next) = labels.get(at + 1)
            && share(&labels[at], next)
            && joined(&line[labels[at].to..next.from])
        {
            at += 1;
        }
        let end = labels.get(at + 1).map_or(line.len(), |next| next.from);
        found.push(segment(line, &labels[start..=at], end));
        at += 1;
    }
    if let (Some(one), false) = (found.first_mut(), alone) {
        one.before = before.to_owned();
    }
    found
}

fn plain(line: &str) -> Segment {
    Segment {
        kinds: Vec::new(),
        labels: Vec::new(),
        value: line.trim().to_owned(),
        is_open: false,
        starts: false,
        before: String::new(),
        whole: line.trim().to_owned(),
    }
}

fn segment(line: &str, labels: &[Label], end: usize) -> Segment {
    let (from, to) = (labels[0].from, labels[labels.len() - 1].to);
    let mut kinds: Vec<&'static str> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    for label in labels {
        if !kinds.contains(&label.kind) {
            kinds.push(label.kind);
            names.push(line[label.from..label.to].to_owned());
        }
    }
    let rest = past_tails(&line[to..end]);
    let value = rest.trim_start_matches([' ', ':', '=', '.', ',', '-', '–', '!', '\t']);
    let value = without_join(value.trim_end_matches([' ', ',', ';', '/', '|', '-', '–', '&']));
    Segment {
        kinds,
        labels: names,
        value: value.to_owned(),
        is_open: rest.trim_start_matches([' ', '.']).starts_with([':', '=']),
        starts: line[..from].trim_matches(BETWEEN).is_empty(),
        before: String::new(),
        whole: line[from..end]
            .trim_matches([' ', ',', ';', '/', '|', '-', '–'])
            .to_owned(),
    }
}

/// Whether words before a label say something themselves: an address, a number, or what a mark sets apart.
fn stands_alone(before: &str) -> bool {
    let text = before.trim_matches(BETWEEN);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let apart = before.trim_end().ends_with(['/', ';', ',', '|']);
    let leads = places(text).iter().all(|place| is_one(&place.word, LEADS));
    let address = is_address(text) || text.contains('@') || text.starts_with("www.");
    address || digits >= NUMBER || apart && !leads && !says(text, PERSONS)
}

/// The fewest digits of a number of which the area is said.
const NUMBER: usize = 8;

/// What stands behind a label and the words that belong to it: `Telepon pengaduan kantor : 0254 200083`.
fn past_tails(rest: &str) -> &str {
    let end = rest.find([':', '=', '@']).unwrap_or(rest.len());
    let all = places(rest);
    let tails = all
        .iter()
        .take_while(|place| place.to <= end && is_one(&place.word, LABEL_TAILS));
    let Some(last) = tails
        .last()
        .filter(|last| !rest[last.to..].starts_with('@'))
    else {
        return rest;
    };
    let value = &rest[last.to..];
    let first = value.trim_start();
    let opens = |c: char| matches!(c, ':' | '=' | '(' | '+' | '@') || c.is_ascii_digit();
    if first.is_empty() || first.starts_with(opens) {
        value
    } else {
        rest
    }
}

/// The kinds of a line that is nothing but labels which need a value.
pub(super) fn only_labels(line: &str) -> Vec<&'static str> {
    let found = segments(line);
    let bare = |one: &Segment| {
        let needs = !one
            .kinds
            .iter()
            .any(|kind| matches!(*kind, "box" | "lapor" | "counter"));
        !one.kinds.is_empty() && one.value.is_empty() && needs
    };
    if !found.iter().all(bare) || !found.first().is_some_and(|one| one.starts) {
        return Vec::new();
    }
    found.into_iter().flat_map(|one| one.kinds).collect()
}

/// A line with each label that stands in brackets behind its value before it: `0812 0000 6405 (WA)`.
pub(super) fn brackets_first(line: &str) -> String {
    let mut text = line.to_owned();
    let mut at = 0;
    while let Some(open) = text[at..].find('(').map(|open| at + open) {
        let Some(close) = text[open..].find(')').map(|close| open + close) else {
            break;
        };
        at = close + 1;
        let Some((inner, more)) = label_in(&text[open + 1..close]) else {
            continue;
        };
        let value =
            |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+' | '.' | '(' | ')' | '–');
        let before = text[..open].trim_end();
        let number = before.rfind(|c: char| !value(c)).map_or(0, |at| {
            at + before[at..].chars().next().map_or(1, char::len_utf8)
        });
        let word = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let digits = before[number..].bytes().filter(u8::is_ascii_digit).count();
        let from = match digits {
            5.. => {
                number
                    + before[number..]
                        .find(|c: char| c.is_ascii_digit() || "(+".contains(c))
                        .unwrap_or(0)
            }
            _ if before[word..].contains('@') => word,
            _ => continue,
        };
        let (value, rest) = (&before[from..], &text[close + 1..]);
        let more = match more.as_str() {
            "" => more,
            more => format!(" ({more})"),
        };
        let mut moved = format!("{} {inner} {value}{more}", text[..from].trim_end());
        at = moved.len();
        moved.push_str(rest);
        text = moved;
    }
    text
}

/// The labels with which the words of a bracket begin, and what else it says; `None` where it holds a value of theirs.
fn label_in(inner: &str) -> Option<(String, String)> {
    let mut found = segments(inner).into_iter();
    let one = found
        .next()
        .filter(|one| one.starts && !one.kinds.is_empty())?;
    let valued =
        one.value.contains('@') || one.value.bytes().filter(u8::is_ascii_digit).count() > 4;
    let needs = !one
        .kinds
        .iter()
        .any(|kind| matches!(*kind, "box" | "lapor" | "counter"));
    let end = inner
        .find(one.value.as_str())
        .filter(|_| !one.value.is_empty())
        .unwrap_or(inner.len());
    let label = inner[..end]
        .trim_end_matches([' ', ',', ':', ';'])
        .to_owned();
    (needs && !valued && found.next().is_none()).then(|| (label, one.value.clone()))
}

/// Whether two labels may have one value: both need one, or say the same.
fn share(one: &Label, other: &Label) -> bool {
    let needs = |label: &Label| !matches!(label.kind, "box" | "lapor");
    one.kind == other.kind || needs(one) && needs(other)
}

/// A value without the "dan" that leads to the next label.
fn without_join(value: &str) -> &str {
    [" dan", " atau", " serta"]
        .iter()
        .find_map(|join| value.strip_suffix(join))
        .unwrap_or(value)
}

/// Whether nothing but signs and words of joining stand between two labels.
fn joined(between: &str) -> bool {
    let word = between.trim_matches(BETWEEN);
    let short = between.trim().chars().count() <= 3 || !word.is_empty();
    let open = between.contains([':', '=']);
    short && !open && (word.is_empty() || matches!(word, "dan" | "atau" | "maupun"))
}

/// Whether something stands behind a label.
fn has_value(line: &str, labels: &[Label], at: usize) -> bool {
    let end = labels.get(at + 1).map_or(line.len(), |next| next.from);
    !line[labels[at].to..end].trim_matches(BETWEEN).is_empty()
}

/// The labels of a line, each at the start of something or before a value.
fn labels(line: &str, all: &[Place]) -> Vec<Label> {
    let words: Vec<String> = all.iter().map(|place| place.word.clone()).collect();
    let mut found: Vec<Label> = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let Some((kind, count)) = label_at(&words[at..]) else {
            at += 1;
            continue;
        };
        let (from, to) = (all[at].from, all[at + count - 1].to);
        // Not inside an address: "surel@situs.example", "www.web.example".
        let before = line[..from].chars().next_back();
        let after = line[to..].chars().next();
        let tied =
            |c: Option<char>| c.is_some_and(|c| matches!(c, '@' | '_') || c.is_alphanumeric());
        let dotted = after == Some('.') && line[to + 1..].starts_with(char::is_alphanumeric);
        let slash = before == Some('/') && line[..from].contains("://");
        let point = before == Some('.') && !line[..from].ends_with(". ");
        // "1 x 24 jam" and "on line" name no account.
        let letter = matches!(words[at].as_str(), "x" | "line")
            && count == 1
            && !line[to..].trim_start().starts_with([':', '=', '@']);
        if letter
            || tied(before)
            || tied(after)
            || (dotted && kind != "phone" && kind != "fax")
            || slash
            || point
        {
            at += 1;
            continue;
        }
        let opens = found.is_empty() && at <= 3
            || line[..from]
                .trim_end()
                .ends_with(['/', ',', ';', '|', '&', ')', '-', '–', ':'])
            || at > 0 && matches!(words[at - 1].as_str(), "dan" | "atau" | "lewat" | "melalui");
        let opens = opens
            || found
                .last()
                .is_some_and(|last| joined(&line[last.to..from]));
        let named = line[to..]
            .trim_start()
            .starts_with([':', '=', '(', '@', '+', '0', '.']);
        if opens || named {
            found.push(Label { kind, from, to });
        }
        at += count;
    }
    found
}

/// The label with which words begin: the longest, or one with a slip in it.
fn label_at(words: &[String]) -> Option<(&'static str, usize)> {
    let known = LABELS
        .iter()
        .filter_map(|(phrases, kind)| Some((*kind, starts(words, phrases)?)));
    if let Some(found) = known.max_by_key(|(_, count)| *count) {
        return Some(found);
    }
    let word = words.first().filter(|word| word.len() >= LONG)?;
    let names = LABELS.iter().flat_map(|(phrases, kind)| {
        let single = phrases
            .split(',')
            .map(str::trim)
            .filter(|name| !name.contains(' ') && name.len() >= LONG);
        single.map(move |name| (name, *kind))
    });
    let names: Vec<(&str, &str)> = names.collect();
    let near = nearest(word, names.iter().map(|(name, _)| *name))?;
    let close = strsim::levenshtein(near, word) <= 2 && near.chars().next() == word.chars().next();
    let known = names
        .iter()
        .find(|(name, _)| *name == near)
        .filter(|_| close)?;
    LABELS
        .iter()
        .find(|(_, kind)| *kind == known.1)
        .map(|(_, kind)| (*kind, 1))
}

/// Words from this length on are read with a slip in them.
const LONG: usize = 7;

#[cfg(test)]
mod tests {
    use super::*;

    fn said(line: &str) -> Vec<(String, String)> {
        segments(line)
            .into_iter()
            .map(|one| (one.kinds.join("+"), one.value))
            .collect()
    }

    #[test]
    fn a_line_is_cut_at_its_labels() {
        let pair = |kinds: &str, value: &str| (kinds.to_owned(), value.to_owned());
        for (line, wanted) in [
            ("Email : a@b.example", vec![pair("email", "a@b.example")]),
            (
                "Telepon/WA/SMS : 0812",
                vec![pair("phone+whatsapp+sms", "0812")],
            ),
            (
                "Email: a@b.example; Instagram : nama",
                vec![pair("email", "a@b.example"), pair("instagram", "nama")],
            ),
            (
                "Call center telp/WA 0812",
                vec![pair("phone+whatsapp", "0812")],
            ),
            ("Watshapp : 0812", vec![pair("whatsapp", "0812")]),
            (
                "Telp. (0299) 8921101",
                vec![pair("phone", "(0299) 8921101")],
            ),
            ("Kotak Saran/Kotak Pengaduan", vec![pair("box", "")]),
            ("Email:", vec![pair("email", "")]),
            (
                "WA (0812 0000 6405)",
                vec![pair("whatsapp", "(0812 0000 6405)")],
            ),
            (
                "Ruang pengaduan di lantai 1",
                vec![pair("", "Ruang pengaduan di lantai 1")],
            ),
            ("surel@situs.example", vec![pair("", "surel@situs.example")]),
        ] {
            assert_eq!(said(line), wanted, "{line}");
        }
    }
}
