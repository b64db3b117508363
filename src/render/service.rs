//! `AGENCY/SERVICE.html`: the page the whole program is for.

use super::card::service_link;
use super::checklist::checklist;
use super::conditions::Conditions;
use super::contact::contact;
use super::details;
use super::due::{self, Calendar, Dues};
use super::facts::facts;
use super::frame::{About, frame};
use super::items::{self, prose};
use super::papers::papers;
use super::pen::Pen;
use super::places::{Office, destinations};
use super::report::report;
use super::schema_org;
use super::standard::standard;
use super::standing;
use super::view::{
    Channel, Link, Question, Related, Row, ServicePage, StatusNotice, Steps, Unsettled, Words,
};
use crate::analyze::SoundService;
use crate::model::Text;
use crate::model::agency::AgencyDocument;
use crate::model::service::{ServiceDocument, Status};
use crate::percent::encode_value;
use crate::resolve::service::{List, Service};
use crate::route::Subject;

/// The view of a service in the language of the pen.
pub fn view(pen: &Pen<'_>, service: &SoundService<'_>) -> ServicePage {
    let pen = &pen.clone().with(service.words(pen.lang()));
    let rules = Conditions::of(pen, service);
    let folder = service.entry().agency.as_str();
    let agency = pen.desk.site.agencies.get(folder);
    of_service(pen, &rules, service, folder, agency)
}

fn of_service(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    sound: &SoundService<'_>,
    folder: &str,
    agency: Option<&AgencyDocument>,
) -> ServicePage {
    let resolved = sound.service();
    let service = resolved.document;
    let title = words(pen, service.title.get());
    let agency_link = agency_link(pen, folder, agency);
    let about = about(pen, service, &title, &agency_link);
    let mut frame = frame(pen, about, agency.map(|agency| (folder, agency)));
    frame.data = schema_org::service(pen, resolved, agency, &frame);
    let contact = contact(pen, service, agency, standing::has_decree(service, agency));
    let page = frame.canonical.as_ref().unwrap_or(&title.text);
    frame.report = report(pen, &contact.channels, page, sound.version());
    let channels = whom_to_ask(&contact.channels);
    let office = Office { agency };
    let calendar = calendar(pen, agency);
    let dues = Dues::of(pen, service, calendar.as_ref());
    let destinations = destinations(pen, rules, resolved, &office);
    let details = details::details(pen, rules, resolved, &office, &destinations, &dues);
    let mut lines = details.iter().flat_map(|row| &row.lines);
    let names_a_day = lines.any(|line| line.due.is_some());
    let checklist = checklist(pen, rules, resolved, channels);
    ServicePage {
        facts: facts(pen, resolved, &office, &destinations, &details),
        unsettled: unsettled(pen, rules, resolved),
        checklist,
        papers: papers(pen, rules, resolved),
        who: items::who(pen, rules, resolved),
        calendar: calendar
            .filter(|_| names_a_day)
            .map(|calendar| calendar.data(pen)),
        details: without_named_product(details, &title),
        send: send(&title, frame.canonical.as_deref()),
        steps: steps(pen, rules, resolved),
        summary: service.summary.get().map(|summary| pen.text(summary)),
        status: status(pen, service),
        in_force: standing::in_force(pen, service),
        guidance: service.guidance.get().map(|text| prose(pen, text, 3)),
        faq: faq(pen, service),
        attachments: attachments(pen, service),
        related: related(pen, service),
        standard: standard(pen, rules, resolved, agency),
        contact,
        title,
        frame,
        version: sound.version().to_owned(),
    }
}

/// A text in the words of the page; nothing where it is not given.
pub fn words(pen: &Pen<'_>, text: Option<&Text>) -> Words {
    text.map(|text| pen.text(text)).unwrap_or_default()
}

/// The rows without a product that the title names in the same words, unless there is more to say of it.
fn without_named_product(details: Vec<Row>, title: &Words) -> Vec<Row> {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let title = words(&title.text);
    let names = |product: &[String]| {
        let mut parts = title.windows(product.len().max(1));
        parts.any(|part| part == product)
    };
    let bare = |row: &Row| {
        let [line] = row.lines.as_slice() else {
            return false;
        };
        let more = !line.details.is_empty() || !line.pictures.is_empty() || !line.links.is_empty();
        row.key == "product" && !more && names(&words(&line.label.text))
    };
    details.into_iter().filter(|row| !bare(row)).collect()
}

/// The office's calendar, where a day can be named by it.
fn calendar(pen: &Pen<'_>, agency: Option<&AgencyDocument>) -> Option<Calendar> {
    due::calendar(agency?, &pen.desk.site.registries.holidays)
}

/// The steps of the citizen and those of the office.
fn steps(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Steps {
    let mut steps = Steps::default();
    for item in service.list(List::Procedure) {
        let list = if item.is_readers() {
            &mut steps.own
        } else {
            &mut steps.officers
        };
        list.push(items::step(pen, rules, service, item));
    }
    if steps.own.is_empty() && steps.officers.is_empty() {
        let key = match service.document.procedure.state() {
            "missing" => "missing.component",
            _ => "missing.absent",
        };
        steps.missing = Some(pen.word(key));
    }
    steps
}

/// A message with the title and the address of the page, for whoever it is sent to.
fn send(title: &Words, address: Option<&str>) -> Option<String> {
    let text = format!("{} {}", title.text, address?);
    Some(format!("https://wa.me/?text={}", encode_value(&text)))
}

/// The agency of a service, linked.
pub fn agency_link(pen: &Pen<'_>, folder: &str, agency: Option<&AgencyDocument>) -> Link {
    let name = agency.and_then(|agency| agency.name.get());
    Link {
        href: pen.to(&Subject::Agency(folder.into())),
        label: name.map(|name| pen.text(name)).unwrap_or_default(),
    }
}

/// Whom to ask about a doubtful case: no more channels than a reader tries, one of each kind.
fn whom_to_ask(channels: &[Channel]) -> Vec<Channel> {
    let mut all: Vec<Channel> = Vec::new();
    for kind in ["phone", "whatsapp", "sms", "email"] {
        let mut of_kind = channels.iter().filter(|channel| channel.kind == kind);
        all.extend(of_kind.find(|channel| channel.href.is_some()).cloned());
    }
    all.truncate(2);
    all
}

/// What the page says of itself.
fn about(pen: &Pen<'_>, service: &ServiceDocument, title: &Words, agency: &Link) -> About {
    About {
        title: title.text.clone(),
        description: pen.str(&service.summary).to_owned(),
        trail: vec![
            agency.clone(),
            Link {
                href: None,
                label: title.clone(),
            },
        ],
    }
}

/// The notice for a service that is not simply available.
pub fn status(pen: &Pen<'_>, service: &ServiceDocument) -> Option<StatusNotice> {
    let status = service.status.get().copied().unwrap_or(Status::Active);
    let note = service.status_note.get().map(|note| pen.text(note));
    let active = status == Status::Active;
    (!active || note.is_some()).then(|| StatusNotice {
        status: status.key(),
        label: (!active).then(|| pen.word(&format!("notice.{}", status.key()))),
        note,
    })
}

/// All cases that are left open: answers or not, the page says when to ask first.
fn unsettled(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Vec<Unsettled> {
    let cases = service.unsettled.iter().filter_map(|case| {
        Some(Unsettled {
            condition: rules.said(case.when.as_ref()),
            say: pen.text(case.written.say.get()?),
        })
    });
    cases.collect()
}

fn faq(pen: &Pen<'_>, service: &ServiceDocument) -> Vec<Question> {
    let list = service.faq.items().iter();
    list.filter_map(|faq| {
        let answer = faq.answer.get()?;
        Some(Question {
            question: pen.text(faq.question.get()?),
            answer: prose(pen, answer, 4),
        })
    })
    .collect()
}

fn attachments(pen: &Pen<'_>, service: &ServiceDocument) -> Vec<Link> {
    let list = service.attachments.items().iter();
    list.filter_map(|attachment| {
        let file = &attachment.file.get()?.value;
        let name = file.rsplit('/').next().unwrap_or(file);
        Some(Link {
            href: pen.file(file),
            label: match attachment.label.get() {
                Some(label) => pen.text(label),
                None => pen.said(name),
            },
        })
    })
    .collect()
}

fn related(pen: &Pen<'_>, service: &ServiceDocument) -> Vec<Related> {
    let Some(related) = service.related.get() else {
        return Vec::new();
    };
    let rows = [
        ("requires", &related.requires),
        ("next", &related.next),
        ("see_also", &related.see_also),
    ];
    rows.into_iter()
        .map(|(key, list)| Related {
            key,
            term: pen.word(&format!("related.{key}")),
            links: list
                .items()
                .iter()
                .filter_map(|id| service_link(pen, &id.value))
                .collect(),
        })
        .filter(|related| !related.links.is_empty())
        .collect()
}
