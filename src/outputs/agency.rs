//! `AGENCY/index.html`

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make, pledge as pledge_page};
use crate::model::agency::AgencyDocument;
use crate::model::hours::works_on;
use crate::model::registry::{Holiday, HolidayYear};
use crate::model::site::OutputKind;
use crate::render::channels::{above, agency_channels, hours, lines, own_and_shared};
use crate::render::due::YEARS;
use crate::render::frame::{About, frame};
use crate::render::listed::listed;
use crate::render::pen::{Desk, Pen};
use crate::render::pledge::pledge;
use crate::render::topics::way;
use crate::render::view::{AgencyPage, Fact, Holidays, Link};
use crate::resolve::Site;
use crate::route::{List, Route, Subject};

/// The page of an agency.
pub(super) const KIND: Kind = Kind {
    called: ["halaman dinas", "the page of an agency"],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Shared(make),
};

fn routes(site: &Site, listing: &mut Listing) {
    for folder in site.agencies.keys() {
        let subject = Subject::Agency(folder.as_str().into());
        listing.in_each_language(&subject, &format!("{folder}/index.html"));
    }
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let Subject::Agency(folder) = &route.subject else {
        return None;
    };
    let document = desk.site.agencies.get(&**folder)?;
    let pen = Pen::new(desk, route);
    let view = view(&pen, folder, document);
    Some(Artifact::page(&pen, "agency.html", &view))
}

fn view(pen: &Pen<'_>, folder: &str, document: &AgencyDocument) -> AgencyPage {
    let name = document
        .name
        .get()
        .map(|name| pen.text(name))
        .unwrap_or_default();
    let own = Link {
        href: None,
        label: name.clone(),
    };
    let about = About {
        title: name.text.clone(),
        description: pen.fill("head.agency_services", &[("agency", &name.text)]),
        trail: way(pen, &List::Agencies).into_iter().chain([own]).collect(),
    };
    let address = document.address.get();
    AgencyPage {
        frame: frame(pen, about, Some((folder, document))),
        title: name,
        parent: above(pen, document),
        address: address
            .map(|address| lines(pen, address))
            .unwrap_or_default(),
        map: map(document),
        website: document.website.get().map(|url| url.value.clone()),
        hours: hours(pen, document.hours.items()),
        holidays: holidays(pen, document),
        channels: own_and_shared(agency_channels(pen, document)).0,
        list: listed(pen, &List::OfAgency(folder.into())),
        pledge: pledge(pen, document),
        pledge_page: pledge_page::link(pen, folder),
        facts: facts(pen, document),
    }
}

/// The listed holidays of the latest years, and on which of them the agency is open.
fn holidays(pen: &Pen<'_>, agency: &AgencyDocument) -> Vec<Holidays> {
    let years = &pen.desk.site.registries.holidays;
    let mut years: Vec<&HolidayYear> = years.iter().collect();
    years.sort_by_key(|year| year.year.get().map(|year| year.value));
    let latest = years.len().saturating_sub(YEARS);
    let page = |year: &&HolidayYear| {
        let number = year.year.get()?.value.to_string();
        let days = year.days.items().iter();
        Some(Holidays {
            title: pen.fill("holidays.title", &[("year", &number)]),
            basis: year.basis.get().map(|basis| pen.text(basis)),
            days: days.filter_map(|day| holiday(pen, agency, day)).collect(),
        })
    };
    years[latest..].iter().filter_map(page).collect()
}

fn holiday(pen: &Pen<'_>, agency: &AgencyDocument, day: &Holiday) -> Option<Fact> {
    let mut value = match day.name.get() {
        Some(name) => pen.text(name),
        None => pen.said(pen.word("holidays.unnamed")),
    };
    let leave = day.collective_leave.get() == Some(&true);
    let open = works_on(agency.hours.items(), day);
    let remarks = [("holidays.leave", leave), ("holidays.open", open)];
    for (key, _) in remarks.into_iter().filter(|(_, holds)| *holds) {
        value.text = pen.fill(key, &[("name", &value.text)]);
    }
    Some(Fact {
        term: pen.date(day.date.get()?),
        value,
        href: None,
    })
}

/// A link to a map of the place, where its coordinates are known.
fn map(agency: &AgencyDocument) -> Option<String> {
    let address = agency.address.get()?;
    let number = |text: &str| text.parse::<f64>().ok().map(|_| text.to_owned());
    let lat = number(&address.lat.get()?.value)?;
    let lon = number(&address.lon.get()?.value)?;
    Some(format!(
        "https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}"
    ))
}

fn facts(pen: &Pen<'_>, agency: &AgencyDocument) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(decree) = agency.decree.get() {
        facts.extend(decree.number.get().map(|number| Fact {
            term: pen.word("agency.decree"),
            value: pen.text(number),
            href: decree.file.get().and_then(|file| pen.file(&file.value)),
        }));
    }
    if let Some(survey) = agency.survey.get() {
        let year = survey.year.get().map(|year| year.value.to_string());
        let year = year.unwrap_or_default();
        let (score, grade) = (pen.str(&survey.score), pen.str(&survey.grade));
        let key = match (score.is_empty(), grade.is_empty()) {
            (false, false) => "survey.value",
            (false, true) => "survey.score",
            (true, false) => "survey.grade",
            (true, true) => "survey.year",
        };
        facts.push(Fact {
            term: pen.word("survey.term"),
            value: pen.said(pen.fill(key, &[("year", &year), ("score", score), ("grade", grade)])),
            href: survey.url.get().map(|url| url.value.clone()),
        });
        facts.extend(survey.follow_up.get().map(|follow_up| Fact {
            term: pen.word("survey.follow_up"),
            value: pen.text(follow_up),
            href: None,
        }));
    }
    facts.extend(events(pen, agency));
    facts
}

/// The consultation, and where the standard is posted.
fn events(pen: &Pen<'_>, agency: &AgencyDocument) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(held) = agency.consultation.get() {
        let file = held.file.get().and_then(|file| pen.file(&file.value));
        let minutes = file.as_ref().map(|_| pen.word("consultation.minutes"));
        let date = held.date.get().map(|date| pen.date(date));
        let said = date.into_iter().chain(minutes);
        facts.extend(event(pen, "consultation.term", said, file));
    }
    if let Some(posted) = agency.posted.get() {
        let photo = posted.photo.get().and_then(|photo| pen.file(&photo.value));
        let date = posted.date.get().map(|date| pen.date(date));
        let place = posted
            .place
            .get()
            .map(|place| pen.worded(place).value.clone());
        let alt = pen.str(&posted.alt);
        let picture = photo
            .as_ref()
            .map(|_| pen.fill("posted.photo", &[("alt", alt)]));
        let said = date.into_iter().chain(place).chain(picture);
        facts.extend(event(pen, "posted.term", said, photo));
    }
    facts
}

/// What is known of an event, in one line; nothing where nothing is.
fn event(
    pen: &Pen<'_>,
    term: &str,
    said: impl Iterator<Item = String>,
    href: Option<String>,
) -> Option<Fact> {
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| Fact {
        term: pen.word(term),
        value: pen.said(pen.language().row(&said)),
        href,
    })
}
