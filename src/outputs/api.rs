//! `/api/v1/`: what the site knows as JSON for other programs, described by a schema that is published with it.
//!
//! - `services.json` lists the services, `AGENCY/SERVICE.json` holds one with its rules.
//! - `agencies.json` holds the agencies, `lists.json` what services name by id.
//! - `schema.json` describes them all.
//!
//! The files are there once, in the content's own language; what translations say stands beside it.

pub(super) mod agencies;
pub(super) mod lists;
pub(super) mod schema;
pub(super) mod service;
pub(super) mod services;

use serde_json::{Map, Value, json};

use super::artifact::Artifact;
use super::{Kind, Made};
use crate::analyze::SoundService;
use crate::model::channel::{ChannelDocument, ChannelKind};
use crate::model::{Encode, Encoder, Find, Slot, Text};
use crate::parse::dictionary::Dictionary;
use crate::render::pen::Pen;
use crate::route::{Route, Subject};

/// Where the files stand.
pub(super) const FOLDER: &str = "api/v1";

/// A file with the link to its schema before all else.
fn file(pen: &Pen<'_>, body: Map<String, Value>) -> Made {
    let up =
        "../".repeat(pen.route().address.matches('/').count() - FOLDER.matches('/').count() - 1);
    let schema = json!(format!("{up}schema.json"));
    let mut whole = Map::from_iter([("$schema".to_owned(), schema)]);
    whole.extend(body);
    Some(Ok(bytes(&Value::Object(whole))))
}

/// JSON as bytes.
pub(super) fn bytes(value: &Value) -> Artifact {
    let mut bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.push(b'\n');
    Artifact::Data(bytes)
}

/// The channels of a service that are published: its own, else its agency's.
pub(super) struct Contact<'a>(pub Vec<&'a ChannelDocument>);

impl<'a> Contact<'a> {
    /// Those of a service.
    pub fn of(pen: &'a Pen<'a>, sound: &'a SoundService<'a>) -> Self {
        let own = sound.service().document.complaints.get();
        let own = own.map_or(&Slot::Absent, |complaints| &complaints.channels);
        let agency = pen.desk.site.agencies.get(&sound.entry().agency);
        let shared = agency.map_or(&Slot::Absent, |agency| &agency.channels);
        let channels = own.or(shared).items().iter();
        Self(channels.filter(|channel| channel.is_published()).collect())
    }

    /// The numbers or addresses of a kind.
    pub fn of_kind(&self, wanted: ChannelKind) -> Vec<&'a str> {
        let entries = self.0.iter().filter_map(|channel| channel.entry());
        let entries = entries.filter(|(kind, _)| *kind == wanted);
        entries.map(|(_, text)| text.value.as_str()).collect()
    }
}

/// Records that stand under keys of a file, with what translations say of them.
struct Records<'a> {
    out: Encoder<'a>,
    body: Map<String, Value>,
}

impl<'a> Records<'a> {
    /// Of a file that `pen` writes; `own` are the words of its translations beside those of the site.
    fn new(pen: &'a Pen<'a>, own: impl Fn(&str) -> Option<&'a Dictionary>) -> Self {
        let site = pen.desk.site;
        let languages = site.languages().into_iter().skip(1);
        let languages = languages.map(|language| {
            let known = [own(&language), site.words.get(&language)];
            let find: Find<'a> = Box::new(move |text: &Text| {
                let mut known = known.iter().flatten();
                let said = known.find_map(|words| words.get(text));
                said.map(|text| text.value.as_str())
            });
            (language, find)
        });
        Self {
            out: Encoder::new(languages.collect(), |path: &str| pen.address_of_file(path)),
            body: Map::new(),
        }
    }

    /// Puts what is no record under a key.
    fn say(&mut self, key: &str, value: impl Into<Value>) {
        self.body.insert(key.to_owned(), value.into());
    }

    /// Puts a record under a key.
    fn put(&mut self, key: &str, record: &(impl Encode + ?Sized)) {
        let value = self.out.inside(key, record);
        self.say(key, value.unwrap_or_default());
    }

    /// Puts records under keys under a key.
    fn put_all<'r, T: Encode + 'r>(
        &mut self,
        key: &str,
        records: impl Iterator<Item = (&'r String, &'r T)>,
    ) {
        let all = records.map(|(name, record)| {
            let value = self.out.inside(&format!("{key}/{name}"), record);
            (name.clone(), value.unwrap_or_default())
        });
        let all: Map<String, Value> = all.collect();
        self.say(key, all);
    }

    /// All that was put, and what translations say of it.
    fn finish(self) -> Map<String, Value> {
        let mut body = self.body;
        let translations = self.out.into_translations();
        if !translations.is_empty() {
            body.insert("translations".to_owned(), Value::Object(translations));
        }
        body
    }
}

/// The addresses of the pages about a subject, by language.
pub(super) fn pages(pen: &Pen<'_>, subject: &Subject) -> Map<String, Value> {
    let languages = pen.desk.site.languages().into_iter();
    let pages = languages.filter_map(|language| {
        let page = pen.desk.routes.page(subject, &language)?;
        Some((language, pen.address_of(page).into()))
    });
    pages.collect()
}

/// What a kind makes of a subject, if it makes something.
pub(super) fn made_by<'a>(kind: &Kind, pen: &Pen<'a>, subject: &Subject) -> Option<&'a Route> {
    let own = kind.route(pen, subject);
    own.or_else(|| kind.route_in(pen, subject, pen.desk.routes.primary()))
}
