//! `/api/v1/AGENCY/SERVICE.hsds.json`: a service by HSDS 3, the Open Referral standard of directories of services.
//!
//! Ids are made from the site's address and the name of the thing, so that they stay. The standard's log of changed fields
//! wants the value before each change, which no file holds: there is none.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::api::{Contact, FOLDER, bytes};
use super::{Kind, Listing, Made, Make};
use crate::analyze::SoundService;
use crate::model::Text;
use crate::model::agency::AgencyDocument;
use crate::model::channel::ChannelKind;
use crate::model::hours::{Closing, HoursDocument, Opening};
use crate::model::service::{CostRow, Status};
use crate::model::site::OutputKind;
use crate::render::pen::{Desk, Pen};
use crate::resolve::Site;
use crate::resolve::service::{Item, List, Role, Written};
use crate::route::Route;

/// A service by the standard of directories.
pub(super) const KIND: Kind = Kind {
    called: ["data direktori layanan", "the directory data of a service"],
    output: OutputKind::Api,
    linked: None,
    routes,
    make: Make::Service(make),
};

fn routes(site: &Site, listing: &mut Listing) {
    for entry in &site.entries {
        let address = format!("{FOLDER}/{}.hsds.json", entry.id());
        listing.once(&entry.subject(), &address);
    }
}

fn make(desk: Desk<'_>, route: &Route, sound: &SoundService<'_>) -> Made {
    let pen = &Pen::new(desk, route);
    let writer = Writer {
        pen,
        sound,
        contact: Contact::of(pen, sound),
    };
    Some(Ok(bytes(&writer.service())))
}

/// Writes one service.
struct Writer<'a> {
    pen: &'a Pen<'a>,
    sound: &'a SoundService<'a>,
    contact: Contact<'a>,
}

/// The keys that have something to say.
fn object<const N: usize>(keys: [(&str, Value); N]) -> Value {
    let keys = keys.into_iter().filter(|(_, value)| {
        let empty = value.as_array().is_some_and(Vec::is_empty) || value.as_str() == Some("");
        !value.is_null() && !empty
    });
    let keys = keys.map(|(key, value)| (key.to_owned(), value));
    Value::Object(keys.collect::<Map<String, Value>>())
}

fn text(text: Option<&Text>) -> Value {
    text.map_or(Value::Null, |text| text.value.as_str().into())
}

impl Writer<'_> {
    fn service(&self) -> Value {
        let (service, entry) = (self.sound.service(), self.sound.entry());
        let document = service.document;
        let page = self.pen.desk.routes.page(&entry.subject(), self.primary());
        let page = page.map(|page| self.pen.address_of(page));
        let aliases = document.aliases.items().iter();
        let aliases: Vec<&str> = aliases.map(|alias| alias.value.as_str()).collect();
        let reviewed = document.reviewed.get().and_then(|review| review.date.get());
        let dated = entry.card.dated;
        object([
            ("id", self.id("service", &entry.id())),
            ("name", text(document.title.get())),
            ("alternate_name", aliases.join(", ").into()),
            ("description", text(document.summary.get())),
            ("url", page.filter(|page| page.contains("://")).into()),
            (
                "email",
                self.contact
                    .of_kind(ChannelKind::Email)
                    .first()
                    .copied()
                    .into(),
            ),
            ("status", status(document.status.get().copied()).into()),
            ("alert", text(document.status_note.get())),
            ("application_process", self.lines(List::Procedure).into()),
            ("fees_description", self.lines(List::Cost).into()),
            ("eligibility_description", self.criteria().into()),
            (
                "assured_date",
                reviewed.map(|date| date.value.to_string()).into(),
            ),
            (
                "last_modified",
                dated.map(|date| format!("{}T00:00:00Z", date.value)).into(),
            ),
            ("phones", self.phones()),
            ("schedules", self.schedules()),
            ("service_areas", self.areas()),
            ("languages", self.languages()),
            ("organization", self.organization()),
            ("cost_options", self.costs()),
            ("required_documents", self.papers()),
        ])
    }

    fn primary(&self) -> &str {
        self.pen.desk.routes.primary()
    }

    /// A UUID (of version 8, RFC 9562) that is the same in every build.
    fn id(&self, kind: &str, name: &str) -> Value {
        let base = self.pen.desk.base_url;
        let digest = Sha256::digest(format!("{base}\n{kind}\n{name}"));
        let mut bytes = [0_u8; 16];
        bytes.copy_from_slice(&digest[..16]);
        bytes[6] = bytes[6] & 0x0f | 0x80;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let parts = [
            &hex[..8],
            &hex[8..12],
            &hex[12..16],
            &hex[16..20],
            &hex[20..],
        ];
        parts.join("-").into()
    }

    /// The id of something that belongs to the service.
    fn own_id(&self, name: &str) -> Value {
        let service = self.sound.entry().id();
        self.id("part", &format!("{service}#{name}"))
    }

    fn agency(&self) -> Option<&AgencyDocument> {
        let agencies = &self.pen.desk.site.agencies;
        agencies.get(&self.sound.entry().agency)
    }

    /// The words of a list, a line for each item.
    fn lines(&self, list: List) -> String {
        let items = self.sound.service().list(list);
        let lines: Vec<&str> = items
            .filter_map(Item::words)
            .map(|text| &*text.value)
            .collect();
        lines.join("\n")
    }

    fn criteria(&self) -> String {
        let criteria = self.sound.service().criteria();
        let lines = criteria.filter_map(|item| {
            let otherwise = item.otherwise().and_then(|otherwise| otherwise.say.get());
            item.words().or(otherwise)
        });
        let lines: Vec<&str> = lines.map(|text| text.value.as_str()).collect();
        lines.join("\n")
    }

    fn phones(&self) -> Value {
        let phones = (1..)
            .zip(&self.contact.0)
            .filter_map(|(number, channel): (usize, _)| {
                let (kind, value) = channel.entry()?;
                let kind = match kind {
                    ChannelKind::Phone => "voice",
                    ChannelKind::Sms => "text",
                    _ => return None,
                };
                let extension: Option<u32> = channel.extension.str().parse().ok();
                Some(object([
                    ("id", self.own_id(&format!("phone.{number}"))),
                    ("number", value.value.as_str().into()),
                    ("extension", extension.into()),
                    ("type", kind.into()),
                    ("description", text(channel.note.get())),
                ]))
            });
        phones.collect()
    }

    fn schedules(&self) -> Value {
        let hours = self.agency().map_or(&[][..], |agency| agency.hours.items());
        let rows = (1..)
            .zip(hours)
            .filter_map(|(number, row)| self.schedule(number, row));
        rows.collect()
    }

    fn schedule(&self, number: usize, row: &HoursDocument) -> Option<Value> {
        let Opening::Open(opens, closes) = row.opening() else {
            return None;
        };
        let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
        let closes = match closes {
            Some(Closing::At(time)) => Some(clock(time.minutes)),
            _ => None,
        };
        let days = row.days.items().iter().map(|day| day.key());
        let days: Vec<String> = days.map(|day| day[..2].to_uppercase()).collect();
        Some(object([
            ("id", self.own_id(&format!("schedule.{number}"))),
            ("freq", "WEEKLY".into()),
            ("wkst", "MO".into()),
            ("byday", days.join(",").into()),
            ("opens_at", opens.map(|time| clock(time.minutes)).into()),
            ("closes_at", closes.into()),
            ("notes", text(row.note.get())),
        ]))
    }

    fn areas(&self) -> Value {
        let areas = self.sound.service().document.service_area.items().iter();
        let areas = (1..).zip(areas).map(|(number, area): (usize, _)| {
            let id = self.own_id(&format!("service_area.{number}"));
            json!({"id": id, "name": area.value})
        });
        areas.collect()
    }

    fn languages(&self) -> Value {
        let tag = self.primary();
        let name = self.pen.word_in(tag, "language.name");
        json!([{"id": self.own_id("language"), "name": name, "code": tag}])
    }

    fn organization(&self) -> Value {
        let folder = self.sound.entry().agency.as_str();
        let agency = self.agency();
        let name = agency.and_then(|agency| agency.name.get());
        let owner = self.pen.desk.site.config.agency.get();
        let above = agency.and_then(|agency| agency.parent.get());
        let above = above.or(owner.and_then(|owner| owner.name.get()));
        let described = [name, above].into_iter().flatten();
        let described: Vec<&str> = described.map(|text| text.value.as_str()).collect();
        let website = agency.and_then(|agency| agency.website.get());
        object([
            ("id", self.id("agency", folder)),
            ("name", text(name)),
            ("description", described.join(", ").into()),
            ("website", website.map(|url| url.value.as_str()).into()),
        ])
    }

    fn costs(&self) -> Value {
        let rows = self.sound.service().list(List::Cost);
        let rows = rows.filter_map(|item| match item.written {
            Written::Price(row) => Some(self.cost(item, row)),
            _ => None,
        });
        rows.collect()
    }

    fn cost(&self, item: &Item<'_>, row: &CostRow) -> Value {
        let amount = row.amount.get().map(|amount| amount.value);
        let per = [row.text.get(), row.unit.get()].into_iter().flatten();
        let per: Vec<&str> = per.map(|text| text.value.as_str()).collect();
        object([
            ("id", self.own_id(&item.path)),
            ("option", text(row.label.get())),
            ("currency", amount.map(|_| "IDR").into()),
            ("amount", amount.into()),
            ("amount_description", per.join(", ").into()),
        ])
    }

    fn papers(&self) -> Value {
        let papers = self.sound.service().items.iter();
        let papers = papers.filter(|item| item.role == Role::Paper);
        let papers = papers.filter_map(|item| {
            let words = item.words()?;
            Some(json!({"id": self.own_id(&item.path), "document": words.value}))
        });
        papers.collect()
    }
}

fn status(status: Option<Status>) -> &'static str {
    match status.unwrap_or(Status::Active) {
        Status::Active => "active",
        Status::Suspended => "temporarily closed",
        Status::Withdrawn => "defunct",
        Status::Draft => "inactive",
    }
}
