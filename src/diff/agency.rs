//! What changed of an agency: where it is, when it is open, how it is reached, its decree and its pledge.

use rayon::prelude::*;
use serde_json::Value;

use super::channels::channels;
use super::fields::Fields;
use super::pairs::plain;
use super::state::State;
use super::tell::{Voice, data, headed};
use super::{Change, Changed, Fate, Outcome};
use crate::diagnostic::Lang;
use crate::model::agency::{Address, AgencyDocument};
use crate::model::hours::HoursDocument;
use crate::resolve::opening;

/// What changed of each agency.
pub fn changed(old: &State<'_>, new: &State<'_>, lang: Lang) -> Vec<Changed> {
    let mut ids: Vec<&String> = old.agencies.keys().chain(new.agencies.keys()).collect();
    ids.sort();
    ids.dedup();
    let changed = ids.into_par_iter().filter_map(|id| {
        let (before, now) = (old.agencies.get(id), new.agencies.get(id));
        let (fate, changes) = match (before, now) {
            (None, _) => (Fate::New, Vec::new()),
            (_, None) => (Fate::Gone, Vec::new()),
            (Some(before), Some(now)) => {
                let changes = of_agency((old, before), (new, now), lang);
                (Fate::Stays, changes)
            }
        };
        let title = now.or(before)?.name.str();
        let same = fate == Fate::Stays && changes.is_empty();
        (!same).then(|| Changed {
            id: id.clone(),
            title: title.to_owned(),
            fate,
            changes,
            outcome: Outcome::default(),
        })
    });
    changed.collect()
}

fn of_agency(
    (old, before): (&State<'_>, &AgencyDocument),
    (new, now): (&State<'_>, &AgencyDocument),
    lang: Lang,
) -> Vec<Change> {
    let voice = Voice::new(lang);
    let (of_old, of_new) = (old.words(None, lang), new.words(None, lang));
    let (was, is) = (data(before, &of_old, lang), data(now, &of_new, lang));
    let fields = Fields::new(voice, &|_, _| None);
    let mut changes = Vec::new();
    for field in AgencyDocument::SHAPE.fields {
        let says = match field.en {
            "hours" => hours(before.hours.items(), now.hours.items(), voice),
            "address" => address(&was, &is, &fields, voice),
            "channels" => channels(
                (before.channels.items(), &of_old),
                (now.channels.items(), &of_new),
                voice,
            ),
            _ => fields.field(None, field, (was.get(field.en), is.get(field.en))),
        };
        changes.extend(says.into_iter().map(|says| Change {
            field: field.en,
            says,
        }));
    }
    changes
}

/// The address in one line, and what does not stand in it.
fn address(was: &Value, is: &Value, fields: &Fields<'_>, voice: Voice) -> Vec<String> {
    const LINE: [&str; 6] = [
        "street",
        "village",
        "district",
        "city",
        "postal_code",
        "province",
    ];
    let (Some(old), Some(new)) = (was.get("address"), is.get("address")) else {
        let field = AgencyDocument::SHAPE.find("address");
        let says =
            field.map(|field| fields.field(None, field, (was.get("address"), is.get("address"))));
        return says.unwrap_or_default();
    };
    let line = |address: &Value| {
        let parts = LINE.iter().filter_map(|key| address.get(key)?.as_str());
        let parts: Vec<&str> = parts.collect();
        voice.language.row(&parts)
    };
    let name = voice.word(["alamat", "address"]);
    let (before, now) = (line(old), line(new));
    let differs = plain(&before) != plain(&now);
    let mut says: Vec<String> = Vec::new();
    if differs {
        says.push(headed(&name, &format!("{before} → {now}")));
    }
    says.extend(fields.record(Some(&name), &Address::SHAPE, (old, new), &LINE));
    says
}

/// The hours of both, each in one line.
fn hours(old: &[HoursDocument], new: &[HoursDocument], voice: Voice) -> Vec<String> {
    let said = |rows: &[HoursDocument]| {
        let mut rows: Vec<(u8, String)> = rows.iter().map(|row| row_of(row, voice)).collect();
        // The order of rows is no change.
        rows.sort();
        let rows = rows.into_iter().map(|(_, said)| said);
        rows.collect::<Vec<_>>().join("; ")
    };
    let (old, new) = (said(old), said(new));
    if old == new {
        return Vec::new();
    }
    let none = || voice.word(["belum diisi", "not filled in"]);
    let [old, new] = [old, new].map(|said| if said.is_empty() { none() } else { said });
    let name = voice.word(["jam layanan", "hours"]);
    vec![headed(&name, &format!("{old} → {new}"))]
}

fn row_of(row: &HoursDocument, voice: Voice) -> (u8, String) {
    let days = opening::days(row.days.items(), voice.language);
    let times = opening::times(row, voice.language);
    let note = row
        .note
        .get()
        .map(|note| format!("({})", plain(&note.value)));
    let parts = [days, times].into_iter().chain(note);
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    let first = row.days.items().iter().map(|day| *day as u8).min();
    (first.unwrap_or(u8::MAX), parts.join(" "))
}
