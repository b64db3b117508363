//! `/api/v1/services.json`: the catalogue of services, in files of so many entries, each of which names the next.

use serde_json::{Map, Value, json};

use super::{FOLDER, file, made_by, pages, service};
use crate::model::Text;
use crate::model::service::Status;
use crate::model::site::OutputKind;
use crate::outputs::{Kind, Listing, Made, Make};
use crate::render::pen::{Desk, Pen};
use crate::resolve::{ServiceEntry, Site};
use crate::route::{Route, Subject};

/// The catalogue.
pub(in crate::outputs) const KIND: Kind = Kind {
    called: ["data daftar layanan", "the data of the list of services"],
    output: OutputKind::Api,
    linked: None,
    routes,
    make: Make::Shared(make),
};

/// How many services a file lists.
const IN_A_FILE: usize = 5_000;

fn routes(_: &Site, listing: &mut Listing) {
    let count = listing.shelves().all().len();
    for part in 1..=count.div_ceil(IN_A_FILE).max(1) {
        let (subject, name) = match part {
            1 => (Subject::Site, "services.json".to_owned()),
            _ => (Subject::Part(part), format!("services-{part}.json")),
        };
        listing.once(&subject, &format!("{FOLDER}/{name}"));
    }
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let part = match route.subject {
        Subject::Site => 1,
        Subject::Part(part) => part,
        _ => return None,
    };
    let pen = &Pen::new(desk, route);
    let all = desk.catalogue.all();
    let here = all.chunks(IN_A_FILE).nth(part - 1).unwrap_or_default();
    let mut body = Map::new();
    body.insert("language".to_owned(), json!(desk.routes.primary()));
    body.insert("total".to_owned(), json!(all.len()));
    if part * IN_A_FILE < all.len() {
        let next = format!("services-{}.json", part + 1);
        body.insert("next".to_owned(), json!(next));
    }
    let entries: Vec<Value> = here.iter().map(|one| entry(pen, one)).collect();
    body.insert("services".to_owned(), Value::Array(entries));
    file(pen, body)
}

fn entry(pen: &Pen<'_>, entry: &ServiceEntry) -> Value {
    let card = &entry.card;
    let mut data = Map::new();
    let mut say = |key: &str, value: Value| data.insert(key.to_owned(), value);
    say("id", entry.id().into());
    say("title", card.title.value.as_str().into());
    if let Some(summary) = &card.summary {
        say("summary", summary.value.as_str().into());
    }
    say("agency", entry.agency.as_str().into());
    say("status", card.status.unwrap_or(Status::Active).key().into());
    if let Some(category) = &card.category {
        say("category", category.as_str().into());
    }
    let lists = [
        ("life_events", &card.life_events),
        ("offered_at", &card.offered_at),
    ];
    for (key, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        say(key, json!(list));
    }
    let aliases: Vec<&str> = card.aliases.iter().map(|alias| &*alias.value).collect();
    if !aliases.is_empty() {
        say("aliases", json!(aliases));
    }
    if let Some(date) = card.dated {
        say("dated", date.value.to_string().into());
    }
    say("pages", pages(pen, &entry.subject()).into());
    if let Some(file) = made_by(&service::KIND, pen, &entry.subject()) {
        say("data", pen.address_of(file).into());
    }
    let translations = translations(pen, entry);
    if !translations.is_empty() {
        say("translations", translations.into());
    }
    Value::Object(data)
}

/// What translations say of the title and the summary, by language.
fn translations(pen: &Pen<'_>, entry: &ServiceEntry) -> Map<String, Value> {
    let site = pen.desk.site;
    let card = &entry.card;
    let languages = site.languages().into_iter().skip(1);
    let said = languages.filter_map(|language| {
        let words = site.words.get(&language)?;
        let texts = [
            ("title", Some(&card.title)),
            ("summary", card.summary.as_ref()),
        ];
        let said = texts
            .into_iter()
            .filter_map(|(key, text): (_, Option<&Text>)| {
                let said = words.get(text?)?;
                Some((key.to_owned(), said.value.as_str().into()))
            });
        let said: Map<String, Value> = said.collect();
        (!said.is_empty()).then_some((language, Value::Object(said)))
    });
    said.collect()
}
