//! Where to complain: one entry for each way, the agency's own alone.

use serde_json::{Map, Value, json};

use super::cues::{is_address, is_hours};
use super::labels::{Segment, segments};
use super::lexis::{BY, COME, LEADS, TITLES, WAYS};
use super::mobiles::{names_a_person, quotable};
use super::pen::Pen;
use super::sheet::Line;
use super::values::{self, Found};
use super::words::{is_one, places, says, starts, tidy, words};
use crate::diagnostic::{Message, say};
use crate::figure;
use crate::telephone::{self, Kind};

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
        let (mut parts, led) = ways(sentence);
        if led {
            self.steps.push(sentence.to_owned());
            // What else the sentence says stands in it.
            parts.retain(|part| !is_course(part));
        }
        let count = parts.len();
        for (at, part) in parts.iter().enumerate() {
            if is_cut && at + 1 == count {
                let part = quotable(part);
                pen.doubt(
                    CHANNELS,
                    say!(
                        "teksnya terpotong di tengah saluran ini, jadi tidak dipakai: “{part}”",
                        "the text stops in the middle of this channel, so it was left out: “{part}”"
                    ),
                );
                return;
            }
            self.part(pen, part, led);
        }
    }

    fn part(&mut self, pen: &mut Pen, part: &str, is_led: bool) {
        let own = words(part);
        if let Some(count) = starts(&own, COME) {
            let rest = places(part)
                .get(count)
                .map_or(part, |place| &part[place.from..]);
            self.add("counter", rest, None);
            return;
        }
        for segment in segments(part) {
            self.segment(pen, part, &segment, is_led);
        }
    }

    fn segment(&mut self, pen: &mut Pen, part: &str, segment: &Segment, is_led: bool) {
        let waiting = std::mem::take(&mut self.waiting);
        let found = |kind: &&'static str| {
            !values::of(kind, segment.label_of(kind), &segment.value, &segment.whole).is_empty()
        };
        let kinds = match segment.kinds.as_slice() {
            [] => waiting.into_iter().filter(found).collect(),
            kinds => kinds.to_vec(),
        };
        if kinds.is_empty() {
            self.unlabelled(pen, &segment.value, is_led);
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
        for kind in &kinds {
            let found = values::of(kind, segment.label_of(kind), &segment.value, &segment.whole);
            if found.is_empty() {
                self.without_value(pen, &[kind], &segment.whole);
            }
            for entry in found {
                self.entry(pen, part, kind, entry, &kinds);
            }
        }
    }

    fn entry(
        &mut self,
        pen: &mut Pen,
        part: &str,
        kind: &'static str,
        entry: Found,
        kinds: &[&'static str],
    ) {
        let field = format!("{CHANNELS}[{}]", self.channels.len());
        let mobile = telephone::names_a_mobile(&entry.value);
        if mobile && names_a_person(part) {
            pen.doubt(CHANNELS, of_a_person(part));
            return;
        }
        if is_national(kind, &entry.value) {
            self.national(part);
            return;
        }
        let fixed = telephone::read(&entry.value).is_ok_and(|one| one.kind == Kind::Landline);
        if fixed && matches!(kind, "whatsapp" | "sms") {
            let is_phone = kinds.contains(&"phone");
            pen.doubt(
                if is_phone { CHANNELS } else { &field },
                of_a_line(kind, part),
            );
            if is_phone {
                return;
            }
        }
        if let Some(why) = entry.doubt {
            pen.doubt(&*field, why);
        }
        if kinds.len() > 1 {
            doubt_joined(pen, field, kind);
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
    fn unlabelled(&mut self, pen: &mut Pen, text: &str, is_led: bool) {
        if text.is_empty() {
            return;
        }
        if let Some((kind, value)) = values::by_form(text) {
            match is_national(kind, &value) {
                true => self.national(text),
                false => self.add(kind, &value, None),
            }
            return;
        }
        if telephone::names_a_mobile(text) {
            if names_a_person(text) {
                pen.doubt(CHANNELS, of_a_person(text));
                return;
            }
            let left_out = !text.chars().any(char::is_alphabetic);
            if left_out {
                pen.doubt(
                    CHANNELS,
                    say!(
                        "tidak tertulis apakah ini nomor telepon atau WhatsApp, jadi tidak dipakai: “{text}”",
                        "it is not said whether this number is for calls or for WhatsApp, so it was left out: “{text}”"
                    ),
                );
                return;
            }
            pen.doubt(
                format!("{CHANNELS}[{}]", self.channels.len()),
                say!(
                    "tidak tertulis apakah ini nomor telepon atau WhatsApp",
                    "it is not said whether this number is for calls or for WhatsApp"
                ),
            );
        } else if !is_led && !is_way(text) {
            pen.doubt(
                format!("complaints.steps[{}]", self.steps.len()),
                say!(
                    "tidak jelas apakah kalimat ini cara mengadu: pindahkan, atau hapus",
                    "it is not clear whether this says how to complain: move it, or delete it"
                ),
            );
            self.steps.push(tidy(text));
            return;
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

    /// SP4N-LAPOR!, once.
    fn national(&mut self, text: &str) {
        let known = |channel: &Value| channel.get("lapor").is_some();
        if !self.channels.iter().any(known) {
            self.add("lapor", text, None);
        }
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

/// The list of channels, where doubts about those stand that were left out.
const CHANNELS: &str = "complaints.channels";

fn of_a_person(part: &str) -> Message {
    let part = quotable(part);
    say!(
        "di baris ini tampaknya ada nomor HP seseorang, jadi tidak dipakai: “{part}”; jika nomor itu milik dinas, tulis dengan `resmi: ya`",
        "this line seems to hold somebody's own mobile number, so it was left out: “{part}”; if it is the agency's, write it with `official: true`"
    )
}

fn of_a_line(kind: &str, part: &str) -> Message {
    let part = quotable(part);
    let name = if kind == "sms" { "SMS" } else { "WhatsApp" };
    say!(
        "“{part}”: ini nomor telepon kantor; periksa apakah benar menerima {name}",
        "“{part}”: this is a fixed line; check that it really takes {name}"
    )
}

/// Casts a doubt on the ways that hardly share a number with another.
fn doubt_joined(pen: &mut Pen, field: String, kind: &str) {
    let name = match kind {
        "sms" => ("juga menerima SMS", "it also takes SMS"),
        "fax" => ("juga nomor faks", "it is also that of a fax"),
        _ => return,
    };
    let (id, en) = name;
    pen.doubt(
        field,
        say!(
            "satu nomor tertulis untuk beberapa cara: periksa apakah {id}",
            "one number is written for several ways: check that {en}"
        ),
    );
}

/// Whether a value is the number or address of SP4N-LAPOR!, whoever writes it.
fn is_national(kind: &str, value: &str) -> bool {
    match kind {
        "sms" | "phone" => value.trim() == "1708",
        "web" => value.to_lowercase().contains("lapor.go.id"),
        _ => false,
    }
}

/// Whether words without a label name a way to complain: a place, a thing, or who takes complaints.
fn is_way(text: &str) -> bool {
    says(text, WAYS) || is_address(text) || segments(text).iter().any(|one| !one.kinds.is_empty())
}

/// Whether a part of a sentence says what becomes of a complaint: how long it takes, what is done.
fn is_course(part: &str) -> bool {
    let first = words(part).into_iter().next().unwrap_or_default();
    let done = first.starts_with("di") && first.ends_with("kan") || first.starts_with("ditindak");
    done || !figure::lengths(part).is_empty()
}

/// Whether a kind is known by the form of its value.
fn by_number(kind: &str) -> bool {
    matches!(kind, "email" | "phone" | "whatsapp" | "sms" | "fax")
}

/// Whether a kind is nothing without a number or an address.
fn needs_value(kind: &str) -> bool {
    !matches!(kind, "box" | "lapor")
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
