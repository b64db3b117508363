//! `/api/v1/AGENCY/SERVICE.json`: a whole service, and its rules compiled so that others can evaluate them.

use serde_json::{Map, Value, json};

use super::{FOLDER, Records, file, made_by, pages};
use crate::analyze::SoundService;
use crate::model::site::OutputKind;
use crate::outputs::{Kind, Listing, Made, Make};
use crate::render::conditions::Conditions;
use crate::render::pen::{Desk, Pen};
use crate::resolve::Site;
use crate::resolve::service::{Item, List, Service};
use crate::route::Route;

/// A service as JSON.
pub(in crate::outputs) const KIND: Kind = Kind {
    called: ["data layanan", "the data of a service"],
    output: OutputKind::Api,
    linked: None,
    routes,
    make: Make::Service(make),
};

fn routes(site: &Site, listing: &mut Listing) {
    for entry in &site.entries {
        listing.once(&entry.subject(), &format!("{FOLDER}/{}.json", entry.id()));
    }
}

fn make(desk: Desk<'_>, route: &Route, sound: &SoundService<'_>) -> Made {
    let pen = &Pen::new(desk, route);
    let (entry, service) = (sound.entry(), sound.service());
    let mut records = Records::new(pen, |language| sound.words(language));
    let agency = desk.site.agencies.get(&entry.agency);
    let agency = agency.map_or("", |agency| agency.name.str());
    records.say("id", entry.id());
    records.say("language", desk.routes.primary());
    records.say("version", sound.version());
    if let Some(date) = entry.card.dated {
        records.say("dated", date.value.to_string());
    }
    records.say("agency", json!({"id": entry.agency, "name": agency}));
    records.say("pages", pages(pen, &entry.subject()));
    let links = [
        ("linked_data", &crate::outputs::cpsv::KIND),
        ("open_referral", &crate::outputs::hsds::KIND),
    ];
    let links = links.into_iter().filter_map(|(name, kind)| {
        let file = made_by(kind, pen, &entry.subject())?;
        Some((name.to_owned(), pen.address_of(file).into()))
    });
    records.say("links", links.collect::<Map<String, Value>>());
    records.put("standard", service.document);
    records.say("items", items(pen, sound));
    if let Some(rules) = rules(service) {
        records.say("rules", rules);
    }
    file(pen, records.finish())
}

/// The items of the lists: what each is, and where in the standard it stands.
fn items(pen: &Pen<'_>, sound: &SoundService<'_>) -> Vec<Value> {
    let (service, words) = (sound.service(), Conditions::of(pen, sound));
    let item = |item: &Item<'_>| {
        let mut data = json!({
            "path": item.path,
            "number": item.number,
            "role": item.role.key(),
            "at": pointer(item),
        });
        let group = item.group.and_then(|group| service.items.get(group));
        let when = words.demand(item.condition.as_ref());
        let must = words.demand(item.must.as_ref());
        let further = [
            ("id", item.id.map(str::to_owned)),
            ("group", group.map(|group| group.path.clone())),
            ("when", when.map(|words| words.text)),
            ("must", must.map(|words| words.text)),
            (
                "otherwise",
                item.must
                    .as_ref()
                    .map(|_| item.kind().verdict().name().to_owned()),
            ),
        ];
        for (key, value) in further {
            if let Some(value) = value {
                data[key] = value.into();
            }
        }
        data
    };
    service.items.iter().map(item).collect()
}

/// The JSON Pointer of the record from which an item was made.
fn pointer(item: &Item<'_>) -> String {
    let numbers = item.number.split('.');
    let places = numbers.filter_map(|number| number.parse::<usize>().ok()?.checked_sub(1));
    let places: Vec<String> = places.map(|place| place.to_string()).collect();
    let list = match item.list {
        List::Time => "time/cases",
        list => list.key(),
    };
    format!("/standard/{list}/{}", places.join("/items/"))
}

/// The compiled rules; a service that asks nothing has none.
fn rules(service: &Service<'_>) -> Option<Value> {
    let checklist = service.checklist.as_ref()?;
    let name = |key: usize| service.items.get(key).map_or("", |item| item.path.as_str());
    Some(crate::rule::data::published(
        checklist,
        &service.questions,
        &name,
    ))
}
