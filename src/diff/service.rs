//! What changed of a service, key by key in the order of its file.

use serde_json::Value;

use super::amounts::{Length, has_own_words, says_more, times};
use super::channels::channels;
use super::conditions::Conditions;
use super::fields::Fields;
use super::said::{Outcome, outcome};
use super::state::{Named, Read};
use super::tell::{Voice, data, headed};
use super::versions::Versions;
use super::{Change, items, results};
use crate::diagnostic::{Lang, Sink, say};
use crate::model::service::{Question as QuestionDocument, ServiceDocument, Time};
use crate::model::shape::Field;
use crate::parse::dictionary::Dictionary;
use crate::resolve::service::{List, Service};

/// Keys that say nothing to a citizen, or of which another says it.
const SILENT: [&str; 8] = [
    "title_verbatim",
    "source",
    "reviewed",
    "facts",
    "moved_from",
    "changes",
    "tests",
    "status_note",
];

/// What changed of a service, and of the results of its checklist.
pub fn changed(
    (old, before): (Named<'_>, &Read),
    (new, now): (Named<'_>, &Read),
    lang: Lang,
) -> (Vec<Change>, Outcome) {
    let voice = Voice::new(lang);
    let words = |site: Named<'_>, read| site.state.words(Some(read), lang);
    let (of_old, of_new) = (words(old, before), words(new, now));
    let mut unseen = Sink::deaf();
    let was = Service::of(&before.document, &before.id, old.names, &mut unseen);
    let is = Service::of(&now.document, &now.id, new.names, &mut unseen);
    let questions = [
        was.questions_in(&|text| of_old.get(text)),
        is.questions_in(&|text| of_new.get(text)),
    ];
    let [asked, asks] = &questions;
    let documents = [&before.document, &now.document];
    let words = [&of_old, &of_new];
    let versions = Versions {
        services: [&was, &is],
        data: [0, 1].map(|side| data(documents[side], words[side], lang)),
        words,
        conditions: Conditions::new([&was, &is], [asked, asks], voice),
        voice,
        sites: [old, new],
    };
    let changes = Says(&versions).changes();
    let outcome = outcome(&versions, results::results(&was, &is));
    let told = |field: &str| changes.iter().any(|change| change.field == field);
    let outcome = outcome.beside(&told);
    (changes, outcome)
}

/// Says what changed of two versions.
struct Says<'v, 'a>(&'v Versions<'a>);

impl Says<'_, '_> {
    fn changes(&self) -> Vec<Change> {
        let names = |key: &str, value: &str| self.0.name(key, value);
        let fields = Fields::new(self.0.voice, &names);
        let mut changes = Vec::new();
        for field in ServiceDocument::SHAPE.fields {
            if !SILENT.contains(&field.en) {
                self.of_field(field, &fields, &mut changes);
            }
        }
        changes
    }

    fn of_field(&self, field: &'static Field, fields: &Fields<'_>, changes: &mut Vec<Change>) {
        let list = match field.en {
            "requirements" => List::Requirements,
            "eligibility" => List::Eligibility,
            "procedure" => List::Procedure,
            "cost" => List::Cost,
            "channels" => List::Channels,
            "offered_at" => List::Offices,
            "time" => {
                changes.extend(self.of_time(field, fields));
                List::Time
            }
            _ => {
                let says = match field.en {
                    "questions" => self.of_questions(fields),
                    "unsettled" => self.of_silences(fields),
                    "status" => self.of_status(field, fields),
                    "complaints" => self.of_complaints(fields),
                    _ => fields.field(None, field, self.values(field.en)),
                };
                changes.extend(says.into_iter().map(|says| Change {
                    field: field.en,
                    says,
                }));
                return;
            }
        };
        let own = items::changed(self.0, fields, list, field.en);
        // A list that is known to be missing, or said to have nothing on it.
        if own.is_empty() && self.states_of(field.en) {
            let says = fields.field(None, field, self.values(field.en)).into_iter();
            changes.extend(says.map(|says| Change {
                field: field.en,
                says,
            }));
        }
        changes.extend(own);
    }

    /// Whether what stands below a key is no list in one version, and another thing in the other.
    fn states_of(&self, key: &str) -> bool {
        let (old, new) = self.values(key);
        let is_list = |value: Option<&Value>| value.is_some_and(Value::is_array);
        old != new && !(is_list(old) && is_list(new)) && key != "time"
    }

    fn values(&self, key: &str) -> (Option<&Value>, Option<&Value>) {
        let [old, new] = &self.0.data;
        (old.get(key), new.get(key))
    }

    /// The whole time, its phases, and what else is said of it.
    fn of_time(&self, field: &'static Field, fields: &Fields<'_>) -> Vec<Change> {
        let slots = self.0.services.map(|service| &service.document.time);
        let [old, new] = slots.map(|slot| slot.get());
        let [of_old, of_new] = self.0.words;
        let mut says: Vec<String> = Vec::new();
        let name = self.0.voice.word(["waktu", "time"]);
        let states = slots.map(|slot| slot.state());
        if states[0] != states[1] && (old.is_none() || new.is_none()) {
            let (old, new) = self.values("time");
            let short = |time: Option<&Time>, words: &Dictionary| {
                time.and_then(|time| Length::of(time).said(words, self.0.voice))
            };
            let said = [short(slots[0].get(), of_old), short(slots[1].get(), of_new)];
            let none = |value: Option<&Value>| match value {
                Some(_) => self
                    .0
                    .voice
                    .word(["diketahui belum ada", "known to be missing"]),
                None => self.0.voice.word(["belum diisi", "not filled in"]),
            };
            let [was, is] = said;
            let (was, is) = (
                was.unwrap_or_else(|| none(old)),
                is.unwrap_or_else(|| none(new)),
            );
            says.push(headed(&name, &format!("{was} → {is}")));
        }
        if let (Some(old), Some(new)) = (old, new) {
            let length = |time| Some(Length::of(time));
            let whole = times((length(old), of_old), (length(new), of_new), self.0.voice);
            let is_told = whole.is_some();
            says.extend(whole.map(|says| headed(&name, &says)));
            let mut but = vec!["min", "max", "unit", "cases", "phases"];
            if let (Some(old), Some(new)) = self.values("time") {
                if is_told && !says_more(old, new) {
                    but.push("text");
                }
                says.extend(fields.record(Some(&name), &Time::SHAPE, (old, new), &but));
            }
            says.extend(self.of_phases(old, new, fields));
        }
        let change = |says| Change {
            field: field.en,
            says,
        };
        says.into_iter().map(change).collect()
    }

    fn of_phases(&self, old: &Time, new: &Time, fields: &Fields<'_>) -> Vec<String> {
        let Some(field) = Time::SHAPE.find("phases") else {
            return Vec::new();
        };
        let worded = |time: &Time, words: &Dictionary| -> Vec<Value> {
            let phases = time.phases.items().iter();
            let worded = phases.map(|phase| {
                let mut value = data(phase, words, self.0.voice.lang);
                let own = value.get("text").filter(|_| has_own_words(&value));
                let own = own.and_then(Value::as_str).map(str::to_owned);
                // The numbers in words, as one value.
                if let (Some(time), Some(map)) = (
                    Length::of_phase(phase).said(words, self.0.voice),
                    value.as_object_mut(),
                ) {
                    let counted = ["min", "max", "unit"].map(|key| map.remove(key).is_some());
                    if counted.contains(&true) {
                        let said = match own {
                            Some(own) => format!("{time} ({own})"),
                            None => time,
                        };
                        map.insert("text".to_owned(), said.into());
                    }
                }
                value
            });
            worded.collect()
        };
        let (olds, news) = (worded(old, self.0.words[0]), worded(new, self.0.words[1]));
        match (field.shape)() {
            crate::model::shape::Shape::List(shape) => {
                fields.list(None, field, &shape, (&olds, &news))
            }
            _ => Vec::new(),
        }
    }

    /// The questions of one version.
    fn posed(&self, side: usize) -> Vec<Value> {
        let posed = self.0.services[side].posed.iter();
        let lang = self.0.voice.lang;
        let posed = posed.map(|posed| data(posed.written, self.0.words[side], lang));
        posed.collect()
    }

    fn of_questions(&self, fields: &Fields<'_>) -> Vec<String> {
        let (olds, news) = (self.posed(0), self.posed(1));
        let of =
            |values: &[Value], id: &str| values.iter().find(|value| value["id"] == id).cloned();
        let ids = |values: &[Value]| -> Vec<String> {
            let ids = values.iter().filter_map(|value| value["id"].as_str());
            ids.map(str::to_owned).collect()
        };
        let ask = |value: &Value| value["ask"].as_str().unwrap_or_default().to_owned();
        let mut says = Vec::new();
        for id in ids(&news) {
            let Some(new) = of(&news, &id) else { continue };
            let asked = ask(&new);
            let Some(old) = of(&olds, &id) else {
                says.push(self.0.voice.say(&say!(
                    "Pertanyaan baru: “{asked}”",
                    "New question: “{asked}”"
                )));
                continue;
            };
            let name = self.0.voice.word(["pertanyaan", "question"]);
            if super::pairs::plain(&ask(&old)) != super::pairs::plain(&asked) {
                says.push(headed(&name, &self.0.voice.change(&ask(&old), &asked)));
            }
            let whole = format!("{name} “{asked}”");
            says.extend(fields.record(
                Some(&whole),
                &QuestionDocument::SHAPE,
                (&old, &new),
                &["id", "ask"],
            ));
        }
        for id in ids(&olds).into_iter().filter(|id| of(&news, id).is_none()) {
            let asked = of(&olds, &id).map(|old| ask(&old)).unwrap_or_default();
            says.push(self.0.voice.say(&say!(
                "Pertanyaan dihapus: “{asked}”",
                "Question removed: “{asked}”"
            )));
        }
        says
    }

    /// What the text leaves open.
    fn of_silences(&self, fields: &Fields<'_>) -> Vec<String> {
        let Some(field) = ServiceDocument::SHAPE.find("unsettled") else {
            return Vec::new();
        };
        let with_words = |side: usize| -> Option<Value> {
            let mut value = self.0.data[side].get("unsettled")?.clone();
            let cases = value.as_array_mut()?.iter_mut();
            for (case, one) in cases.zip(&self.0.services[side].unsettled) {
                let Some(rule) = &one.when else { continue };
                let said = self.0.conditions.said(rule, side);
                let say = case["say"].as_str().unwrap_or_default();
                let both = self
                    .0
                    .voice
                    .say(&say!("{say} (jika {said})", "{say} (if {said})"));
                case["say"] = both.into();
            }
            Some(value)
        };
        let (old, new) = (with_words(0), with_words(1));
        fields.field(None, field, (old.as_ref(), new.as_ref()))
    }

    /// Whether it can be used, and why not.
    fn of_status(&self, field: &Field, fields: &Fields<'_>) -> Vec<String> {
        let active = Value::String("active".to_owned());
        let (old, new) = self.values("status");
        let states = (old.unwrap_or(&active), new.unwrap_or(&active));
        let mut says = fields.field(None, field, (Some(states.0), Some(states.1)));
        let note = |value: &Value| {
            value
                .get("status_note")
                .and_then(Value::as_str)
                .map(str::to_owned)
        };
        let [old, new] = self.0.data.each_ref().map(note);
        match (says.last_mut(), old, new) {
            (Some(said), _, Some(why)) => *said = format!("{said} ({why})"),
            (None, old, new) if old != new => {
                if let Some(field) = ServiceDocument::SHAPE.find("status_note") {
                    says.extend(fields.field(None, field, self.values("status_note")));
                }
            }
            _ => {}
        }
        says
    }

    fn of_complaints(&self, fields: &Fields<'_>) -> Vec<String> {
        let complaints = self
            .0
            .services
            .map(|service| service.document.complaints.get());
        let (Some(old), Some(new)) = (complaints[0], complaints[1]) else {
            let Some(field) = ServiceDocument::SHAPE.find("complaints") else {
                return Vec::new();
            };
            return self.whole_complaints(field, fields);
        };
        let mut says = channels(
            (old.channels.items(), self.0.words[0]),
            (new.channels.items(), self.0.words[1]),
            self.0.voice,
        );
        let answer = [old, new].map(|one| one.response_time.get());
        let name = self
            .0
            .voice
            .word(["waktu tanggapan pengaduan", "time to answer complaints"]);
        let [was, is] = answer.map(|time| time.map(Length::of));
        let said = times((was, self.0.words[0]), (is, self.0.words[1]), self.0.voice);
        says.extend(said.map(|said| headed(&name, &said)));
        let (Some(old), Some(new)) = self.values("complaints") else {
            return says;
        };
        if let (Some(old), Some(new)) = (old.get("response_time"), new.get("response_time"))
            && says_more(old, new)
        {
            let text = |time: &Value| time["text"].as_str().unwrap_or_default().to_owned();
            let change = self.0.voice.change(&text(old), &text(new));
            says.push(headed(&name, &change));
        }
        let of = self.0.voice.word(["pengaduan", "complaints"]);
        let but = ["channels", "response_time"];
        says.extend(fields.record(
            Some(&of),
            &crate::model::service::Complaints::SHAPE,
            (old, new),
            &but,
        ));
        says
    }

    fn whole_complaints(&self, field: &Field, fields: &Fields<'_>) -> Vec<String> {
        let listed = self.0.services.map(|service| {
            let complaints = service.document.complaints.get();
            complaints.map_or(&[][..], |complaints| complaints.channels.items())
        });
        let says = channels(
            (listed[0], self.0.words[0]),
            (listed[1], self.0.words[1]),
            self.0.voice,
        );
        match says.is_empty() {
            true => fields.field(None, field, self.values(field.en)),
            false => says,
        }
    }
}
