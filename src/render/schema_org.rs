//! What a page says to search engines in the words of schema.org.

use serde_json::{Map, Value, json};

use super::pen::Pen;
use super::view::{Frame, Link};
use crate::model::agency::{Address, AgencyDocument};
use crate::model::channel::{ChannelDocument, ChannelKind};
use crate::model::hours::{Closing, HoursDocument, Opening, Weekday};
use crate::model::service::{ServiceDocument, Time};
use crate::resolve::service::{List, Service, Written};
use crate::route::Subject;

/// The data of a page as it stands in a script: what it is about, and the way from the home page. Nothing of a page that
/// has no address, and of one about a service, of which [`service`] has more to say.
pub fn data(
    pen: &Pen<'_>,
    (title, description): (&str, &str),
    agency: Option<&AgencyDocument>,
    breadcrumb: &[Link],
) -> Option<String> {
    if !pen.has_address() {
        return None;
    }
    let mut about = match (&pen.route().subject, agency) {
        (Subject::Service(_), _) => return None,
        (Subject::Agency(_), Some(agency)) => organization(agency),
        (subject, _) => {
            let kind = match subject {
                Subject::Site if pen.is_page_of(subject) => "WebSite",
                Subject::Page(_) => "WebPage",
                _ => "CollectionPage",
            };
            Map::from_iter([("@type".to_owned(), json!(kind))])
        }
    };
    about.insert("name".to_owned(), json!(title));
    if !description.is_empty() {
        about.insert("description".to_owned(), json!(description));
    }
    about.insert("inLanguage".to_owned(), json!(pen.lang()));
    if pen.desk.base_url.contains("://") {
        about.insert("url".to_owned(), json!(pen.url(pen.route())));
    }
    let mut graph = vec![Value::Object(about)];
    graph.extend(trail(pen, breadcrumb));
    Some(script(
        &json!({"@context": "https://schema.org", "@graph": graph}),
    ))
}

/// The data of a page about a service, in few bytes.
pub fn service(
    pen: &Pen<'_>,
    service: &Service<'_>,
    agency: Option<&AgencyDocument>,
    frame: &Frame,
) -> Option<String> {
    let document = service.document;
    let agency = agency.and_then(|agency| agency.name.get());
    let operator = agency
        .map(|name| json!({"@type": "GovernmentOrganization", "name": pen.worded(name).value}));
    let areas = document.service_area.items().iter();
    let areas: Vec<&str> = areas.map(|area| pen.worded(area).value.as_str()).collect();
    let time = document.time.get().and_then(Time::duration);
    let channel = time.map(|time| json!({"@type": "ServiceChannel", "processingTime": time}));
    let mut about = Map::from_iter([
        ("@type".to_owned(), json!("GovernmentService")),
        ("name".to_owned(), json!(pen.str(&document.title))),
    ]);
    let summary = pen.str(&document.summary);
    for (key, value) in [
        (
            "description",
            Some(json!(summary)).filter(|_| !summary.is_empty()),
        ),
        ("url", frame.canonical.as_ref().map(|url| json!(url))),
        ("serviceOperator", operator),
        (
            "areaServed",
            Some(json!(areas)).filter(|_| !areas.is_empty()),
        ),
        ("availableChannel", channel),
        ("offers", offer(service)),
    ] {
        about.extend(value.map(|value| (key.to_owned(), value)));
    }
    let mut graph = vec![Value::Object(about)];
    graph.extend(trail(pen, &frame.breadcrumb));
    graph.extend(questions(pen, document));
    let data = json!({"@context": "https://schema.org", "@graph": graph});
    pen.has_address().then(|| script(&data))
}

/// What the service costs, where all pay one sum.
fn offer(service: &Service<'_>) -> Option<Value> {
    let mut rows = service
        .list(List::Cost)
        .filter_map(|item| match item.written {
            Written::Price(row) => Some((item.is_unconditional() && row.unit.is_absent(), row)),
            _ => None,
        });
    let (single, row) = rows.next()?;
    let amount = row
        .amount
        .get()
        .filter(|_| single && rows.next().is_none())?;
    Some(json!({"@type": "Offer", "price": amount.value, "priceCurrency": "IDR"}))
}

/// The questions and answers of the page.
fn questions(pen: &Pen<'_>, document: &ServiceDocument) -> Option<Value> {
    let asked = document.faq.items().iter().filter_map(|faq| {
        let answer = &pen.worded(&faq.answer.get()?.0).value;
        Some(json!({
            "@type": "Question",
            "name": pen.str(&faq.question),
            "acceptedAnswer": {"@type": "Answer", "text": answer},
        }))
    });
    let asked: Vec<Value> = asked.collect();
    (!asked.is_empty()).then(|| json!({"@type": "FAQPage", "mainEntity": asked}))
}

/// JSON that no browser can take for the end of its script.
pub fn script(data: &Value) -> String {
    data.to_string().replace('<', "\\u003c")
}

/// The way from the home page, if a page has one; links need the address of the site.
fn trail(pen: &Pen<'_>, breadcrumb: &[Link]) -> Option<Value> {
    let known = pen.desk.base_url.contains("://");
    let items = (1..).zip(breadcrumb).map(|(position, link): (usize, _)| {
        let mut item = json!({"@type": "ListItem", "position": position, "name": link.label.text});
        if let Some(href) = link.href.as_ref().filter(|_| known) {
            item["item"] = pen.whole(href).into();
        }
        item
    });
    let items: Vec<Value> = items.collect();
    (!items.is_empty()).then(|| json!({"@type": "BreadcrumbList", "itemListElement": items}))
}

fn organization(agency: &AgencyDocument) -> Map<String, Value> {
    let mut data = Map::from_iter([("@type".to_owned(), json!("GovernmentOrganization"))]);
    let mut say = |key: &str, value: Value| {
        let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        if !empty {
            data.insert(key.to_owned(), value);
        }
    };
    if let Some(address) = agency.address.get() {
        say("address", postal(address));
    }
    let of_kind = |kind: ChannelKind| -> Value {
        let channels = agency.channels.items().iter();
        let published = channels.filter(|channel| channel.is_published());
        let entries = published.filter_map(ChannelDocument::entry);
        let entries = entries.filter(|(known, _)| *known == kind);
        entries.map(|(_, text)| json!(text.value)).collect()
    };
    say("telephone", of_kind(ChannelKind::Phone));
    say("email", of_kind(ChannelKind::Email));
    let hours = agency.hours.items().iter().filter_map(opening);
    say("openingHoursSpecification", hours.collect());
    let website = agency.website.get();
    say(
        "sameAs",
        website.map_or(Value::Null, |url| json!(url.value)),
    );
    if let Some(parent) = agency.parent.get() {
        let parent = json!({"@type": "GovernmentOrganization", "name": parent.value});
        say("parentOrganization", parent);
    }
    data
}

fn postal(address: &Address) -> Value {
    let parts = [
        ("streetAddress", &address.street),
        ("addressLocality", &address.city),
        ("addressRegion", &address.province),
        ("postalCode", &address.postal_code),
    ];
    let parts = parts.into_iter().filter_map(|(key, text)| {
        let text = text.get()?;
        Some((key.to_owned(), json!(text.value)))
    });
    let mut postal = Map::from_iter([
        ("@type".to_owned(), json!("PostalAddress")),
        ("addressCountry".to_owned(), json!("ID")),
    ]);
    postal.extend(parts);
    Value::Object(postal)
}

/// Opening hours that have a beginning and an end.
fn opening(row: &HoursDocument) -> Option<Value> {
    let Opening::Open(Some(opens), Some(Closing::At(closes))) = row.opening() else {
        return None;
    };
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let days: Vec<&str> = row.days.items().iter().map(|day| english(*day)).collect();
    Some(json!({
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": days,
        "opens": clock(opens.minutes),
        "closes": clock(closes.minutes),
    }))
}

fn english(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
