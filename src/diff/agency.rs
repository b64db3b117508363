//! What changed of an agency: where it is, when it is open, how it is reached, its decree and its pledge.

use std::collections::BTreeMap;

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
    let moved = moves(old, new);
    let mut ids: Vec<&String> = old.agencies.keys().chain(new.agencies.keys()).collect();
    ids.sort();
    ids.dedup();
    ids.retain(|id| !moved.values().any(|from| from == id));
    let changed = ids.into_par_iter().filter_map(|id| {
        let from = moved.get(id).copied();
        let (before, now) = (old.agencies.get(from.unwrap_or(id)), new.agencies.get(id));
        let (fate, changes) = match (before, now) {
            (None, _) => (Fate::New, Vec::new()),
            (_, None) => (Fate::Gone, Vec::new()),
            (Some(before), Some(now)) => {
                let changes = of_agency((old, before), (new, now), lang);
                let moved = from.map(|from| Fate::Moved(from.clone()));
                (moved.unwrap_or(Fate::Stays), changes)
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

/// The agencies whose folder has another name now, each with the one that it had: it says so itself, or its name is that
/// of one that is gone, which no other has.
fn moves<'a>(old: &'a State<'_>, new: &'a State<'_>) -> BTreeMap<&'a String, &'a String> {
    let gone = old
        .agencies
        .iter()
        .filter(|(id, _)| !new.agencies.contains_key(*id));
    let gone: Vec<(&String, &AgencyDocument)> = gone.collect();
    let come = new
        .agencies
        .iter()
        .filter(|(id, _)| !old.agencies.contains_key(*id));
    let come: Vec<(&String, &AgencyDocument)> = come.collect();
    let mut moved: BTreeMap<&String, &String> = BTreeMap::new();
    for (to, now) in &come {
        let says = |(from, _): &&(&String, &AgencyDocument)| {
            let mut addresses = now.moved_from.items().iter();
            addresses.any(|address| folder_of(&address.value) == *from)
        };
        let called = |(_, one): &&(&String, &AgencyDocument)| {
            !now.name.str().is_empty() && one.name.str() == now.name.str()
        };
        let mut named = gone.iter().filter(called);
        let alone = come.iter().filter(called).count() == 1;
        let only = named.next().filter(|_| alone && named.next().is_none());
        if let Some((from, _)) = gone.iter().find(says).or(only)
            && !moved.values().any(|known| known == from)
        {
            moved.insert(to, from);
        }
    }
    moved
}

/// The folder whose page an address was.
fn folder_of(address: &str) -> &str {
    let address = address.trim().trim_start_matches('/');
    let address = address.strip_suffix("index.html").unwrap_or(address);
    address
        .strip_suffix(".html")
        .unwrap_or(address)
        .trim_end_matches('/')
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
            // Where it moved from its fate says.
            "moved_from" => Vec::new(),
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
