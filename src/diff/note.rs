//! What changed, written into the files of the services as entries of `changes`.

use jiff::civil::Date;

use super::pairs::plain;
use super::state::{Read, State};
use super::write::{ended, sentences};
use super::{Changed, Changes, Fate};
use crate::diagnostic::Lang;
use crate::model::service::{ChangeRecord, ServiceDocument};
use crate::parse::Written;
use crate::yaml::Side;
use crate::yaml::write::scalar;

/// What becomes of the file of a service that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The file's path.
    pub path: String,
    /// The note.
    pub note: String,
    /// Its new text; `None` where its list of changes has no room, or not all of the file can be read.
    pub text: Option<String>,
}

/// The files of changed services with an entry of `today`. What an entry that is new since `old` says already is not said
/// again.
pub fn noted(
    (old, new): (&State<'_>, &State<'_>),
    changes: &Changes,
    lang: Lang,
    today: Date,
) -> Vec<Noted> {
    let services = changes.services.iter();
    let noted = services
        .filter(|one| one.fate != Fate::Gone)
        .filter_map(|one| {
            let read = new.service(&one.id)?;
            let before = match &one.fate {
                Fate::Moved(from) => old.service(from),
                _ => old.service(&one.id),
            };
            let note = note(one, before.as_ref(), &read, lang)?;
            let written = new.written(read.file);
            Some(Noted {
                path: new.path(read.file).to_owned(),
                text: written.and_then(|written| with_entry(&written, &read, &note, today)),
                note,
            })
        });
    noted.collect()
}

/// What no new entry says yet.
fn note(one: &Changed, before: Option<&Read>, now: &Read, lang: Lang) -> Option<String> {
    let entries = |document: &ServiceDocument| -> Vec<(Option<Date>, String)> {
        let entries = document.changes.items().iter();
        let entry = |entry: &ChangeRecord| {
            let date = entry.date.get().map(|date| date.value);
            (date, plain(entry.note.str()))
        };
        entries.map(entry).collect()
    };
    let old = before
        .map(|before| entries(&before.document))
        .unwrap_or_default();
    let told = entries(&now.document)
        .into_iter()
        .filter(|entry| !old.contains(entry));
    let told: Vec<String> = told.map(|(_, note)| note).collect();
    let says = sentences(one, lang).into_iter().map(ended);
    let is_new = |says: &String| !told.iter().any(|note| has_sentence(note, &plain(says)));
    let note = says.filter(is_new).collect::<Vec<_>>().join(" ");
    (!note.is_empty()).then_some(note)
}

/// Whether a note says a whole sentence, not only its words within a longer one.
fn has_sentence(note: &str, sentence: &str) -> bool {
    let note = ended(note.to_owned());
    note.match_indices(sentence).any(|(at, _)| {
        let (before, after) = (&note[..at], &note[at + sentence.len()..]);
        let ends = before
            .strip_suffix(' ')
            .map(|one| one.trim_end_matches(['”', ')']));
        let starts = before.is_empty() || ends.is_some_and(|one| one.ends_with(['.', '?', '!']));
        starts && (after.is_empty() || after.starts_with(' '))
    })
}

/// The file with a further entry: where the latest stands.
fn with_entry(written: &Written, read: &Read, note: &str, today: Date) -> Option<String> {
    let dates = read.document.changes.items().iter();
    let dates = dates.filter_map(|entry| entry.date.get().map(|date| date.value));
    let dates: Vec<Date> = dates.collect();
    let side = match (dates.first(), dates.last()) {
        (Some(first), Some(last)) if first < last => Side::Last,
        _ => Side::First,
    };
    let fields = ["date", "note"].map(|key| ChangeRecord::SHAPE.find(key));
    let [date, words] = fields.map(|field| field.map_or("", |field| field.name(written.keys)));
    let lines = vec![
        format!("{date}: {today}"),
        format!("{words}: {}", scalar(note)),
    ];
    written.with_items("changes", &[lines], side)
}
