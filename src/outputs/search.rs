//! `cari/kata.js`, `cari/1.js` …: the index by which pages find services as one types.

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::model::Text;
use crate::model::site::OutputKind;
use crate::parse::dictionary::Dictionary;
use crate::percent::encode;
use crate::render::pen::{Desk, Pen};
use crate::render::view::Search;
use crate::resolve::{ServiceEntry, Site};
use crate::route::{Route, Subject};
use crate::search::{Field, Found, Index, Packed};

/// The index.
pub(super) const KIND: Kind = Kind {
    called: ["indeks pencarian", "the search index"],
    output: OutputKind::Search,
    linked: None,
    routes,
    make: Make::Shared(make),
};

/// The words.
const VOCABULARY: &str = "kata.js";

/// How many services a shard is for: with so many, one is a few kilobytes.
const SERVICES: usize = 16;

/// What a word says, by where it stands.
const TITLE: u32 = 100;
const ALIAS: u32 = 90;
const PRODUCT: u32 = 60;
const GIVEN: u32 = 60;
const SUMMARY: u32 = 40;
const ASKED: u32 = 12;
const PAPER: u32 = 12;

fn routes(_: &Site, listing: &mut Listing) {
    let services = listing.shelves().all().len();
    listing.in_each_language(&Subject::Site, &format!("cari/{VOCABULARY}"));
    for number in 1..=shards(services) {
        listing.in_each_language(&Subject::Part(number), &format!("cari/{number}.js"));
    }
}

fn shards(services: usize) -> usize {
    services.div_ceil(SERVICES).max(1)
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let packed = desk
        .catalogue
        .search(&route.language, || index(desk, &route.language))?;
    let script = match route.subject {
        Subject::Part(number) => packed.shards.get(number - 1)?,
        _ => &packed.vocabulary,
    };
    Some(Ok(Artifact::Data(script.clone().into_bytes())))
}

/// The form of a page, which leads to a list without script; nothing where there is no list or no search.
pub(super) fn form(pen: &Pen<'_>, list: Option<&Route>) -> Option<Search> {
    let index = KIND.route(pen, &Subject::Site)?;
    let folder = index.address.strip_suffix(VOCABULARY)?;
    Some(Search {
        action: pen.link(list?),
        root: pen.root(),
        index: folder.to_owned(),
    })
}

/// The index of all services that lists show, in a language.
fn index(desk: Desk<'_>, language: &str) -> Packed {
    let mut index = Index::default();
    let translated = desk.site.words.get(language);
    let services = desk.catalogue.all();
    for entry in services {
        let Some(page) = desk.routes.page(&entry.subject(), language) else {
            continue;
        };
        let title = worded(&entry.card.title, translated);
        let agency = desk.site.agencies.get(&entry.agency);
        let agency = agency.and_then(|agency| agency.name.get());
        let found = Found {
            title: title.value.clone(),
            beside: agency
                .map_or("", |name| &worded(name, translated).value)
                .to_owned(),
            href: encode(&page.address),
        };
        index.add(found, &fields(desk, entry, translated));
    }
    index.pack(shards(services.len()))
}

/// The texts of a service, in the original and in the words of a translation.
fn fields<'a>(
    desk: Desk<'a>,
    entry: &'a ServiceEntry,
    translated: Option<&'a Dictionary>,
) -> Vec<Field<'a>> {
    let card = &entry.card;
    let mut fields = Vec::new();
    let mut add = |text: &'a Text, weight: u32| {
        fields.push(Field {
            text: &text.value,
            weight,
        });
        let other = worded(text, translated);
        if !std::ptr::eq(other, text) {
            fields.push(Field {
                text: &other.value,
                weight,
            });
        }
    };
    add(&card.title, TITLE);
    card.aliases.iter().for_each(|alias| add(alias, ALIAS));
    card.products
        .iter()
        .for_each(|product| add(product, PRODUCT));
    card.summary
        .iter()
        .for_each(|summary| add(summary, SUMMARY));
    card.papers.iter().for_each(|paper| add(paper, PAPER));
    let gives = card.gives.iter().map(|given| (&given.document, GIVEN));
    let asks = card.asks.iter().map(|asked| (&asked.document, ASKED));
    for (id, weight) in gives.chain(asks) {
        let Some(document) = desk.names.document(id) else {
            continue;
        };
        let names = document
            .name
            .get()
            .into_iter()
            .chain(document.aliases.items());
        names.for_each(|name| add(name, weight));
    }
    fields
}

/// A text in the words of a translation, if that has any for it.
fn worded<'a>(text: &'a Text, translated: Option<&'a Dictionary>) -> &'a Text {
    translated.and_then(|words| words.get(text)).unwrap_or(text)
}
