//! Where to complain: one entry for each way, the agency's own alone.

use serde_json::{Map, Value, json};

use super::cues::{is_address, is_hours};
use super::labels::{Segment, segments};
use super::lexis::{BY, COME, LEADS, PERSONS, TITLES};
use super::pen::Pen;
use super::sheet::Line;
use super::values::{self, Found};
use super::words::{is_one, places, says, starts, tidy, words};
use crate::diagnostic::say;
use crate::telephone;

/// Writes the complaint channels of a page; of one that was cut without its last words.
pub(super) fn write(pen: &mut Pen, lines: &[Line], is_cut: bool) {
    let mut rows = Vec::new();
    flatten(lines, &mut rows);
    let mut book = Book::default();
    for (at, row) in rows.iter().enumerate() {
        let last = at + 1 == rows.len();
        book.row(pen, row, rows.get(at + 1), is_cut && last);
    }
    book.end(pen);
}

/// A line, and whether it is an item.
struct Row<'l> {
    text: &'l str,
    is_item: bool,
    /// Whether others stand below it.
    is_head: bool,
}

fn flatten<'l>(lines: &'l [Line], rows: &mut Vec<Row<'l>>) {
    for line in lines {
        rows.push(Row {
            text: &line.text,
            is_item: line.mark.is_some(),
            is_head: !line.lines.is_empty(),
        });
        flatten(&line.lines, rows);
    }
}

/// The channels found so far.
#[derive(Default)]
struct Book {
    channels: Vec<Value>,
    steps: Vec<String>,
    /// A title that stands above the next channel.
    title: Option<String>,
    /// A label that waits for its number on the next line.
    waiting: Vec<&'static str>,
}

impl Book {
    fn row(&mut self, pen: &mut Pen, row: &Row<'_>, next: Option<&Row<'_>>, is_cut: bool) {
        let sentence = row.text.trim();
        if !sentence.chars().any(char::is_alphanumeric) {
            return;
        }
        if is_title(row, next) {
            self.title = Some(sentence.trim_end_matches(':').trim().to_owned());
            return;
        }
        if is_hours(sentence) && !is_labelled(sentence) {
            self.steps.push(sentence.to_owned());
            return;
        }
        let (parts, led) = ways(sentence);
        if led {
            self.steps.push(sentence.to_owned());
        }
        let count = parts.len();
        for (at, part) in parts.iter().enumerate() {
            if is_cut && at + 1 == count {
                pen.doubt(
                    format!("complaints.channels[{}]", self.channels.len()),
                    say!(
                        "teksnya terpotong di tengah saluran ini, jadi tidak dipakai",
                        "the text stops in the middle of this channel, so it was left out"
                    ),
                );
                return;
            }
            self.part(pen, part);
        }
    }

    fn part(&mut self, pen: &mut Pen, part: &str) {
        let own = words(part);
        if let Some(count) = starts(&own, COME) {
            let rest = places(part)
                .get(count)
                .map_or(part, |place| &part[place.from..]);
            self.add("counter", rest, None);
            return;
        }
        for segment in segments(part) {
            self.segment(pen, part, &segment);
        }
    }

    fn segment(&mut self, pen: &mut Pen, part: &str, segment: &Segment) {
        let waiting = std::mem::take(&mut self.waiting);
        let found = |kind: &&'static str| {
            !values::of(kind, segment.label_of(kind), &segment.value, &segment.whole).is_empty()
        };
        let kinds = match segment.kinds.as_slice() {
            [] => waiting.into_iter().filter(found).collect(),
            kinds => kinds.to_vec(),
        };
        if kinds.is_empty() {
            self.unlabelled(pen, &segment.value);
            return;
        }
        if segment.value.is_empty() && kinds.iter().all(|kind| needs_value(kind)) {
            match segment.is_open {
                // "Email:" may go on on the next line; alone it says nothing.
                true => {
                    self.waiting = kinds;
                    self.waiting.retain(|kind| by_number(kind));
                }
                false => self.without_value(pen, &kinds, &segment.whole),
            }
            return;
        }
        let joined = kinds.len() > 1;
        for kind in &kinds {
            let found = values::of(kind, segment.label_of(kind), &segment.value, &segment.whole);
            if found.is_empty() {
                self.without_value(pen, &[kind], &segment.whole);
            }
            for entry in found {
                self.entry(pen, part, kind, entry, joined);
            }
        }
    }

    fn entry(&mut self, pen: &mut Pen, part: &str, kind: &'static str, entry: Found, joined: bool) {
        let field = format!("complaints.channels[{}]", self.channels.len());
        let mobile = telephone::names_a_mobile(&entry.value);
        if mobile && is_personal(part) {
            pen.doubt(field, of_a_person());
            return;
        }
        if let Some(why) = entry.doubt {
            pen.doubt(&*field, why);
        }
        if joined && kind == "sms" {
            pen.doubt(
                field,
                say!(
                    "satu nomor tertulis untuk beberapa cara: periksa apakah juga menerima SMS",
                    "one number is written for several ways: check that it also takes SMS"
                ),
            );
        }
        let is_other = entry.is_other || matches!(kind, "fax" | "video");
        let key = if is_other { "other" } else { kind };
        let known = self.channels.len();
        self.add(key, &entry.value, entry.note.as_deref());
        if let (Some(extension), Some(Value::Object(map))) =
            (entry.extension, self.channels.get_mut(known))
        {
            map.insert("extension".to_owned(), json!(extension));
        }
    }

    /// A label with words behind it, and no number: that there is one is said, which it is not.
    fn without_value(&mut self, pen: &mut Pen, kinds: &[&'static str], whole: &str) {
        for kind in kinds {
            let field = format!("complaints.channels[{}]", self.channels.len());
            match *kind {
                "sms" | "fax" | "video" | "counter" => self.add("other", whole, None),
                kind => {
                    pen.doubt(
                        field,
                        say!(
                            "salurannya disebut, tetapi nomor atau alamatnya tidak ada",
                            "the channel is named, but its number or address is missing"
                        ),
                    );
                    let mut map = Map::new();
                    map.insert(kind.to_owned(), Value::Null);
                    map.insert("note".to_owned(), json!(tidy(whole)));
                    self.channels.push(Value::Object(map));
                }
            }
        }
    }

    /// Words without a label: an address of a known form, a number, or a place.
    fn unlabelled(&mut self, pen: &mut Pen, text: &str) {
        if text.is_empty() {
            return;
        }
        if let Some((kind, value)) = values::by_form(text) {
            self.add(kind, &value, None);
            return;
        }
        if telephone::names_a_mobile(text) {
            let field = format!("complaints.channels[{}]", self.channels.len());
            if is_personal(text) {
                pen.doubt(field, of_a_person());
                return;
            }
            pen.doubt(
                &*field,
                say!(
                    "tidak tertulis apakah ini nomor telepon atau WhatsApp",
                    "it is not said whether this number is for calls or for WhatsApp"
                ),
            );
            if !text.chars().any(char::is_alphabetic) {
                return;
            }
        }
        let office = text.starts_with(char::is_lowercase)
            && words(text).first().is_some_and(|word| word == "kantor");
        let kind = if office || is_address(text) {
            "counter"
        } else {
            "other"
        };
        self.add(kind, text, None);
    }

    fn add(&mut self, key: &str, value: &str, note: Option<&str>) {
        let value =
            tidy(value.trim_matches(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | ':')));
        let known = |channel: &Value| channel.get(key).is_some_and(|known| *known == json!(value));
        if value.is_empty() || self.channels.iter().any(known) {
            return;
        }
        let mut map = Map::new();
        map.insert(key.to_owned(), json!(value));
        let title = self.title.take();
        let notes: Vec<&str> = title.as_deref().into_iter().chain(note).collect();
        if !notes.is_empty() {
            map.insert("note".to_owned(), json!(notes.join("; ")));
        }
        self.channels.push(Value::Object(map));
    }

    fn end(mut self, pen: &mut Pen) {
        self.steps.extend(self.title.take());
        let mut map = Map::new();
        if !self.channels.is_empty() {
            map.insert("channels".to_owned(), Value::Array(self.channels));
        }
        if !self.steps.is_empty() {
            map.insert("steps".to_owned(), json!(self.steps));
        }
        if !map.is_empty() {
            pen.write("complaints", Some(Value::Object(map)));
        }
    }
}

fn of_a_person() -> crate::diagnostic::Message {
    say!(
        "ini tampaknya nomor HP seseorang, jadi tidak dipakai; jika nomor itu milik dinas, tulis dengan `resmi: ya`",
        "this looks like somebody's own mobile number, so it was left out; if it is the agency's, write it with `official: true`"
    )
}

/// Whether a kind is known by the form of its value.
fn by_number(kind: &str) -> bool {
    matches!(kind, "email" | "phone" | "whatsapp" | "sms" | "fax")
}

/// Whether a kind is nothing without a number or an address.
fn needs_value(kind: &str) -> bool {
    !matches!(kind, "box" | "lapor")
}

/// Whether a name or an office stands beside a number.
fn is_personal(text: &str) -> bool {
    says(text, PERSONS)
}

/// Whether a label stands in a line.
fn is_labelled(text: &str) -> bool {
    segments(text)
        .iter()
        .any(|segment| !segment.kinds.is_empty())
}

/// Whether a line is the title of those after it.
fn is_title(row: &Row<'_>, next: Option<&Row<'_>>) -> bool {
    let sentence = row.text.trim();
    let Some(next) = next.filter(|_| !is_labelled(sentence)) else {
        return false;
    };
    let own = words(sentence);
    if sentence.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    let opens = sentence.ends_with(':') && own.len() <= 8 && !is_hours(sentence);
    let above = !row.is_item && (next.is_item || is_labelled(next.text)) && own.len() <= 5;
    let titled = own
        .iter()
        .any(|word| is_one(word, &TITLES.replace(',', " ")));
    let place = says(sentence, "lantai, gedung, jl, jalan, di, ke, lewat");
    opens || titled && !place && (above || row.is_head)
}

/// The ways that a sentence names, and whether words lead up to them: "Pengaduan disampaikan lewat kotak atau loket".
fn ways(sentence: &str) -> (Vec<String>, bool) {
    let all = places(sentence);
    let leads = all
        .iter()
        .take_while(|place| is_one(&place.word, LEADS))
        .count();
    let by = all.get(leads).is_some_and(|place| is_one(&place.word, BY));
    let inside = all.get(leads).is_some_and(|place| place.word == "di");
    let direct = leads > 0 && all[leads - 1].word == "langsung";
    let start = match (leads, by, inside) {
        (_, true, _) => leads + 1,
        (leads, false, true) if leads > 0 && direct => leads - 1,
        (leads, false, true) if leads > 1 => leads,
        _ => 0,
    };
    let Some(first) = all.get(start).filter(|_| start > 0) else {
        return (vec![sentence.to_owned()], false);
    };
    let rest = sentence[first.from..].trim_end_matches('.');
    let led = leads > 0;
    let mut parts = vec![rest.to_owned()];
    if by {
        for mark in [" atau ", " dan ", ", ", "; "] {
            parts = parts
                .iter()
                .flat_map(|part| part.split(mark).map(str::to_owned).collect::<Vec<_>>())
                .collect();
        }
    }
    let parts = parts.iter().map(|part| {
        let own = places(part);
        let skip = own
            .iter()
            .take_while(|place| is_one(&place.word, BY) || place.word == "atau")
            .count();
        own.get(skip)
            .map_or(String::new(), |place| part[place.from..].to_owned())
    });
    (parts.filter(|part| !part.is_empty()).collect(), led)
}
