//! Addresses that meet: two pages or files of one name, a file named like a folder, names that differ only in capitals.

use std::collections::HashMap;

use super::called;
use super::redirect::old_addresses;
use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::model::{Id, Slot, Text};
use crate::parse::layout::Translated;
use crate::resolve::Site;
use crate::route::{Route, Routes, Subject};
use crate::span::Span;

/// Reports the routes that cannot stand beside each other, each with the source of both.
pub(super) fn check(site: &Site, routes: &Routes, sink: &mut Sink) {
    // The finding is about the later kind: its address is the one that staff chose.
    let languages = site.languages();
    let mut in_order: Vec<&Route> = routes
        .iter()
        .filter(|route| !in_folder_of_language(route, &languages))
        .collect();
    in_order.sort_by_key(|route| route.kind);
    let mut taken: HashMap<&str, &Route> = HashMap::new();
    let mut in_small: HashMap<String, &Route> = HashMap::new();
    for route in &in_order {
        if let Some(first) = taken.get(route.address.as_str()) {
            sink.push(same(site, first, route));
            continue;
        }
        taken.insert(&route.address, route);
        if let Some(first) = in_small.insert(route.address.to_lowercase(), route) {
            sink.push(alike(site, first, route));
        }
    }
    let mut folders: HashMap<&str, &Route> = HashMap::new();
    for route in &in_order {
        for (at, _) in route.address.match_indices('/') {
            folders.entry(&route.address[..at]).or_insert(route);
        }
    }
    for route in in_order {
        if let Some(inside) = folders.get(route.address.as_str()) {
            sink.push(file_and_folder(site, route, inside));
        }
    }
}

/// Whether it belongs to an agency whose folder is called like another language of the site, which is reported.
fn in_folder_of_language(route: &Route, languages: &[String]) -> bool {
    let folder = match &route.subject {
        Subject::Agency(folder) => folder,
        Subject::Service(id) => id.split('/').next().unwrap_or_default(),
        _ => return false,
    };
    languages.iter().skip(1).any(|tag| tag == folder)
}

fn same(site: &Site, first: &Route, second: &Route) -> Diagnostic {
    let (address, [id, en]) = (&second.address, called(first));
    Diagnostic::new(
        Code::K0404,
        source(site, second),
        say!(
            "alamat `{address}` sudah dipakai {id}",
            "the address `{address}` is already used by {en}"
        ),
    )
    .also(source(site, first), here(first))
    .help(match (&first.subject, moved_from(site, second)) {
        (_, Some(_)) => say!(
            "hapus `{address}` dari `pindah_dari`, atau ganti nama yang lain",
            "delete `{address}` from `moved_from`, or rename the other one"
        ),
        (Subject::Site | Subject::Part(_) | Subject::List(..), None) => {
            say!("ganti nama berkas ini", "rename this file")
        }
        _ => say!("ganti nama salah satu berkasnya", "rename one of the files"),
    })
}

fn file_and_folder(site: &Site, file: &Route, inside: &Route) -> Diagnostic {
    let (address, other) = (&file.address, &inside.address);
    let [id, en] = called(inside);
    let (marked, also) = if file.kind >= inside.kind {
        (file, inside)
    } else {
        (inside, file)
    };
    Diagnostic::new(
        Code::K0404,
        source(site, marked),
        say!(
            "`{address}` tidak dapat menjadi berkas: `{other}` ({id}) ada di folder dengan nama itu",
            "`{address}` cannot be a file: `{other}` ({en}) is in a folder of that name"
        ),
    )
    .also(source(site, also), here(also))
    .help(say!(
        "ganti nama berkas atau folder itu",
        "rename the file or the folder"
    ))
}

fn alike(site: &Site, first: &Route, second: &Route) -> Diagnostic {
    let (one, other) = (&first.address, &second.address);
    Diagnostic::new(
        Code::K0407,
        source(site, second),
        say!(
            "alamat `{other}` hanya berbeda huruf besar dan kecilnya dari `{one}`",
            "the addresses `{other}` and `{one}` differ only in upper and lower case"
        ),
    )
    .also(source(site, first), here(first))
    .help(say!(
        "ganti nama salah satunya: di Windows dan macOS keduanya sama",
        "rename one of them: Windows and macOS treat them as the same"
    ))
}

fn here(route: &Route) -> Message {
    let [id, en] = called(route);
    say!("{id}", "{en}")
}

/// What staff would change to move a route: the file it is made from, or the line that names it.
fn source(site: &Site, route: &Route) -> Span {
    if let Some(written) = moved_from(site, route) {
        return written;
    }
    if let Subject::Finder(topic) = &route.subject {
        let subject = (**topic).clone();
        return source(
            site,
            &Route {
                subject,
                ..route.clone()
            },
        );
    }
    let start = |files: Option<&Translated>| {
        let files = files?;
        let translated = files.translations.get(&*route.language).copied();
        Some(Span::file_start(translated.or(files.file)?))
    };
    let layout = &site.layout;
    let found = match &route.subject {
        Subject::Site | Subject::Part(_) | Subject::List(..) | Subject::Finder(_) => None,
        Subject::Agency(folder) => start(layout.agencies.get(&**folder).map(|files| &files.agency)),
        Subject::LifeEvent(id) => of_id(site.registries.life_events.iter().map(|one| &one.id), id),
        Subject::Category(id) => of_id(site.registries.categories.iter().map(|one| &one.id), id),
        Subject::Document(id) => of_id(site.registries.documents.iter().map(|one| &one.id), id),
        Subject::Page(name) => start(layout.pages.get(&**name)),
        Subject::Service(id) => start(site.service(id).map(|entry| &entry.files)),
        Subject::File(file) => Some(Span::file_start(*file)),
    };
    found.unwrap_or_else(|| Span::file_start(layout.site.unwrap_or_default()))
}

/// Where a list of the content gives something its id.
fn of_id<'a>(mut ids: impl Iterator<Item = &'a Slot<Id>>, id: &str) -> Option<Span> {
    let named = ids.find_map(|slot| slot.get().filter(|named| named.value == id))?;
    Some(named.span)
}

/// Where `moved_from` names this very address.
fn moved_from(site: &Site, route: &Route) -> Option<Span> {
    let mut old = old_addresses(site);
    let is_it =
        |(subject, old): &(Subject, &Text)| *subject == route.subject && old.value == route.address;
    let (_, written) = old.find(is_it)?;
    Some(written.span)
}
