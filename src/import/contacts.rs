//! Where to complain: one entry for each way, the agency's own alone.

use serde_json::{Map, Value, json};

use super::cues::{is_address, is_hours};
use super::labels::{Segment, brackets_first, only_labels, segments};
use super::lexis::{BY, COME, COUNTERS, HEADS, LEADS, WAYS};
use super::mobiles::{names_a_person, quotable};
use super::pen::Pen;
use super::sheet::Line;
use super::spelled::{bare, is_whatsapp, national_name};
use super::values::{self, Found};
use super::verbs::verb;
use super::ways::{
    Row, is_course, is_handling, is_labelled, is_title, opens_course, place_of, rows, ways,
    without_manner,
};
use super::words::{begins, is_one, places, says, starts, tidy, words};
use crate::diagnostic::{Message, say};
use crate::telephone::{self, Kind};

/// Writes the complaint channels of a page; of one that was cut without its last words.
pub(super) fn write(pen: &mut Pen, lines: &[Line], is_cut: bool) {
    let rows = rows(lines);
    let mut book = Book::default();
    for (at, row) in rows.iter().enumerate() {
        let last = at + 1 == rows.len();
        book.row(pen, row, &rows[at + 1..], is_cut && last);
    }
    book.end(pen);
}

/// The channels found so far.
#[derive(Default)]
struct Book {
    channels: Vec<Value>,
    steps: Vec<String>,
    /// A title that stands above the next channel.
    title: Option<String>,
    /// Labels that wait for their values on the next lines.
    waiting: Vec<&'static str>,
    /// Whether what stands here says how a complaint goes on.
    is_course: bool,
    /// Whether the line at hand is an item of a list.
    is_item: bool,
}

impl Book {
    fn row(&mut self, pen: &mut Pen, row: &Row, rest: &[Row], is_cut: bool) {
        let next = rest.first();
        let sentence = brackets_first(row.text.trim());
        let sentence = sentence.trim();
        self.is_item = row.is_item;
        if opens_course(row, next) {
            self.is_course = true;
            self.steps.push(sentence.to_owned());
            return;
        }
        if is_title(row, next) {
            self.is_course = false;
            self.title = Some(sentence.trim_end_matches(':').trim().to_owned());
            return;
        }
        let bare = values::by_form(sentence).is_empty();
        if bare && self.is_no_way(sentence) {
            self.steps.push(sentence.to_owned());
            return;
        }
        let (mut parts, led) = ways(sentence);
        let named = parts
            .last()
            .map(|part| only_labels(part))
            .unwrap_or_default();
        if parts.len() == 1 && !named.is_empty() && self.is_answered(&named, rest) {
            self.waiting.extend(named);
            self.title = led
                .then(|| sentence.trim_end_matches([':', ' ']).to_owned())
                .or(self.title.take());
            return;
        }
        if led {
            self.steps.push(sentence.to_owned());
            // What else the sentence says stands in it.
            parts.retain(|part| {
                let handled = is_handling(part) && values::by_form(part).is_empty();
                !is_course(part) && !handled
            });
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

    /// Whether a sentence without any number or address says when somebody is there, or what becomes of a complaint.
    fn is_no_way(&self, sentence: &str) -> bool {
        let first = segments(sentence)
            .first()
            .is_some_and(|one| one.starts && !one.kinds.is_empty());
        let names = first || begins(sentence, HEADS);
        let hours = is_hours(sentence) && !is_labelled(sentence);
        let course = self.is_course && (verb(sentence).is_some() && !ways(sentence).1 || !names);
        hours || course || is_handling(sentence) && !first
    }

    /// Whether the first line after labels that stand alone holds a value of one of them.
    fn is_answered(&self, named: &[&'static str], rest: &[Row]) -> bool {
        let more = rest.iter().map(|row| only_labels(&row.text));
        let more: Vec<Vec<&str>> = more.take_while(|kinds| !kinds.is_empty()).collect();
        let Some(row) = rest.get(more.len()).filter(|row| !is_labelled(&row.text)) else {
            return false;
        };
        let mut kinds = more.iter().flatten().chain(named).chain(&self.waiting);
        kinds.any(|kind| holds(kind, &row.text))
    }

    fn part(&mut self, pen: &mut Pen, part: &str, is_led: bool) {
        let part = without_manner(part);
        // "Menulis di kotak saran": the place or thing of what somebody does.
        let place =
            place_of(part).filter(|_| verb(part).is_some() && values::by_form(part).is_empty());
        let part = match place {
            Some(place) if !is_led => {
                self.steps.push(tidy(part));
                place
            }
            Some(place) => place,
            None => part,
        };
        let own = words(part);
        if let Some(count) = starts(&own, COME) {
            let rest = places(part)
                .get(count)
                .map_or(part, |place| &part[place.from..]);
            if values::by_form(rest).is_empty() && !is_labelled(rest) {
                self.add("counter", rest, None);
                return;
            }
        }
        for segment in segments(part) {
            let says_more = |word: &String| !is_one(word, LEADS) && !is_one(word, BY);
            if !is_led && self.title.is_none() && words(&segment.before).iter().any(says_more) {
                self.title = Some(tidy(&segment.before));
            }
            self.segment(pen, part, &segment, is_led);
        }
    }

    fn segment(&mut self, pen: &mut Pen, part: &str, segment: &Segment, is_led: bool) {
        if segment.kinds.is_empty() {
            let found = self
                .waiting
                .iter()
                .position(|kind| holds(kind, &segment.value));
            if let Some(at) = found {
                let kind = self.waiting.remove(at);
                for entry in values::of(kind, "", &segment.value, &segment.whole) {
                    self.entry(pen, part, kind, entry, &[kind]);
                }
                return;
            }
        }
        self.waiting.clear();
        if segment.kinds.is_empty() {
            self.unlabelled(pen, &segment.value, is_led);
            return;
        }
        let of_whatsapp = vec!["whatsapp"];
        let kinds = match segment.kinds.as_slice() {
            ["phone"] if is_whatsapp(part) => &of_whatsapp,
            _ => &segment.kinds,
        };
        if segment.value.is_empty() && kinds.iter().all(|kind| needs_value(kind)) {
            // "Email:" alone says nothing.
            if !segment.is_open {
                self.without_value(pen, kinds, &segment.whole);
            }
            return;
        }
        for kind in kinds {
            let found = values::of(kind, segment.label_of(kind), &segment.value, &segment.whole);
            if found.is_empty() {
                self.without_value(pen, &[kind], &segment.whole);
            }
            for entry in found {
                self.entry(pen, part, kind, entry, kinds);
            }
        }
        // A number or an address of mail behind a box or a place is a way of its own.
        if kinds
            .iter()
            .all(|kind| matches!(*kind, "box" | "lapor" | "counter"))
        {
            for (kind, entry) in values::by_form(&segment.value) {
                if kind != "web" {
                    self.entry(pen, part, kind, entry, &[kind]);
                }
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
            self.title = None;
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
        let found = values::by_form(text);
        if found.is_empty() {
            self.place(pen, text, is_led);
            return;
        }
        for (kind, mut entry) in found {
            // A place beside a number is a way of its own.
            if let Some(place) = entry.note.take_if(|note| is_address(note)) {
                self.add("counter", &place, None);
            }
            let mobile = telephone::names_a_mobile(&entry.value);
            if kind == "phone" && mobile && entry.doubt.is_none() && !names_a_person(text) {
                entry.doubt = Some(say!(
                    "tidak tertulis apakah ini nomor telepon atau WhatsApp",
                    "it is not said whether this number is for calls or for WhatsApp"
                ));
            }
            self.entry(pen, text, kind, entry, &[kind]);
        }
    }

    /// Words without a label or a number: a place, a thing, or somebody who takes complaints.
    fn place(&mut self, pen: &mut Pen, text: &str, is_led: bool) {
        let item = self.is_item && verb(text).is_none() && words(text).len() <= SHORT_NAME;
        if !is_led && !is_way(text) && item {
            pen.doubt(
                format!("{CHANNELS}[{}]", self.channels.len()),
                say!(
                    "tidak jelas apakah ini cara mengadu: biarkan, atau hapus",
                    "it is not clear whether this is a way to complain: leave it, or delete it"
                ),
            );
        } else if !is_led && (!is_way(text) || verb(text).is_some()) {
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
        let kind = if office || is_address(text) || begins(text, COUNTERS) {
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
        let value = match key {
            "lapor" => national_name(value),
            _ => value,
        };
        let value = tidy(bare(value));
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
    let labelled = segments(text).iter().any(|one| !one.kinds.is_empty());
    begins(text, HEADS) || says(text, WAYS) || is_address(text) || labelled
}

/// Whether a text is the value of a kind, by its form.
fn holds(kind: &str, text: &str) -> bool {
    let formed = |wanted: &[&str]| {
        let found = values::by_form(text);
        found.iter().any(|(own, _)| wanted.contains(own))
    };
    match kind {
        "phone" | "whatsapp" | "sms" | "fax" => formed(&["phone"]),
        "email" => formed(&["email"]),
        "web" => formed(&["web"]),
        "instagram" | "facebook" | "x" | "telegram" => {
            text.trim_start().starts_with('@')
                || !text.trim().contains(' ') && !formed(&["phone", "email", "web"])
        }
        _ => false,
    }
}

/// How many words a name may have that stands in a list of ways and names none itself.
const SHORT_NAME: usize = 4;

/// Whether a kind is nothing without a number or an address.
fn needs_value(kind: &str) -> bool {
    !matches!(kind, "box" | "lapor")
}
