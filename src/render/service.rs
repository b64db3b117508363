//! `AGENCY/SERVICE.html`: the page the whole program is for.

use super::amounts::{cost_in_short, in_short, sum_in_short, time_in_short};
use super::card::service_link;
use super::channels;
use super::checklist::checklist;
use super::conditions::Conditions;
use super::due::{self, Dues};
use super::frame::{About, frame};
use super::items;
use super::parts;
use super::pen::Pen;
use super::standing;
use super::view::{
    Channel, Duration, Glance, Item, Link, Office, Part, Question, Related, ServicePage,
    Slot as SlotView, StatusNotice, Unsettled, Words,
};
use crate::analyze::SoundService;
use crate::model::Text;
use crate::model::agency::AgencyDocument;
use crate::model::service::{Requirements, ServiceDocument, Status};
use crate::resolve::service::{List, Service, Written};
use crate::route::Subject;
use crate::rule::compile::Kind;

/// The view of a service in the language of the pen.
pub fn view(pen: &Pen<'_>, service: &SoundService<'_>) -> ServicePage {
    let pen = &pen.clone().with(service.words(pen.lang()));
    let rules = Conditions::of(pen, service);
    let folder = service.entry().agency.as_str();
    let agency = pen.desk.site.agencies.get(folder);
    of_service(pen, &rules, service.service(), folder, agency)
}

fn of_service(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    resolved: &Service<'_>,
    folder: &str,
    agency: Option<&AgencyDocument>,
) -> ServicePage {
    let service = resolved.document;
    let title = words(pen, service.title.get());
    let agency_link = agency_link(pen, folder, agency);
    let about = about(pen, service, &title, &agency_link);
    let requirements = requirements(pen, rules, resolved);
    let guidance = service.guidance.get();
    let guidance_words = words(pen, guidance.map(|guidance| &guidance.0));
    let frame = frame(pen, about, agency.map(|agency| (folder, agency)));
    let complaints = parts::complaints(pen, service, agency);
    let eligibility = items::eligibility(pen, rules, resolved);
    let items = requirements.items.iter().chain(&eligibility);
    let office = office(&frame.help.channels, &complaints.channels.items);
    let checklist = checklist(pen, rules, resolved, items, office);
    let (time, calendar) = time(pen, rules, resolved, agency);
    ServicePage {
        frame,
        checklist,
        title_verbatim: verbatim_title(pen, service),
        title,
        summary: service.summary.get().map(|summary| pen.text(summary)),
        agency: agency_link,
        status: status(pen, service),
        in_force: standing::in_force(pen, service),
        glance: glance(pen, resolved),
        requirements,
        eligibility,
        unsettled: unsettled(pen, rules, resolved),
        procedure: parts::procedure(pen, rules, resolved),
        channels: parts::service_channels(pen, rules, resolved),
        time,
        calendar,
        cost: parts::cost(pen, rules, resolved),
        payment_methods: pen.joined(service.payment_methods.items()),
        accounts: parts::accounts(pen, service.accounts.items()),
        products: parts::products(pen, &service.products),
        complaints,
        management: standing::management(pen, service),
        guidance: guidance.map(|guidance| pen.html(guidance, 3)),
        guidance_lang: guidance_words.lang,
        guidance_dir: guidance_words.dir,
        offices: offices(pen, rules, resolved),
        faq: faq(pen, service),
        attachments: attachments(pen, service),
        related: related(pen, service),
        binding: standing::binding(pen, service, agency),
        changes: standing::changes(pen, service),
    }
}

/// What the standard requires, or that it says it requires nothing.
fn requirements(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Part<Item> {
    let written = &service.document.requirements;
    let items = items::requirements(pen, rules, service);
    let part = parts::part(pen, "requirements", written.state(), items);
    match written.get() {
        Some(Requirements::None) => Part {
            state: "none",
            missing: Some(pen.word("requirements.none")),
            ..part
        },
        _ => part,
    }
}

/// A text in the words of the page; nothing where it is not given.
fn words(pen: &Pen<'_>, text: Option<&Text>) -> Words {
    text.map(|text| pen.text(text)).unwrap_or_default()
}

/// How long it takes, and the office's calendar where a day is to be named.
fn time(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    service: &Service<'_>,
    agency: Option<&AgencyDocument>,
) -> (Part<Duration>, Option<String>) {
    let years = &pen.desk.site.registries.holidays;
    let calendar = agency.and_then(|agency| due::calendar(agency, years));
    let dues = Dues::of(pen, service.document, calendar.as_ref());
    let time = parts::time(pen, rules, &dues, service);
    let named = time.items.iter().any(|item| item.due.is_some());
    (
        time,
        calendar
            .filter(|_| named)
            .map(|calendar| calendar.data(pen)),
    )
}

fn agency_link(pen: &Pen<'_>, folder: &str, agency: Option<&AgencyDocument>) -> Link {
    let name = agency.and_then(|agency| agency.name.get());
    Link {
        href: pen.to(&Subject::Agency(folder.into())),
        label: name.map(|name| pen.text(name)).unwrap_or_default(),
    }
}

/// Whom to ask about a doubtful case: the agency's own channels first, and no more than a reader tries.
fn office(agency: &[Channel], complaints: &[Channel]) -> Vec<Channel> {
    let mut all: Vec<Channel> = Vec::new();
    let reached = |channel: &&Channel| channel.href.is_some();
    for channel in agency.iter().chain(complaints).filter(reached) {
        if !all.iter().any(|known| known.kind == channel.kind) {
            all.push(channel.clone());
        }
    }
    all.truncate(3);
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

fn verbatim_title(pen: &Pen<'_>, service: &ServiceDocument) -> Option<Words> {
    let verbatim = service.title_verbatim.get()?;
    (pen.worded(verbatim).value != pen.str(&service.title)).then(|| pen.text(verbatim))
}

fn status(pen: &Pen<'_>, service: &ServiceDocument) -> Option<StatusNotice> {
    let status = service.status.get().copied().unwrap_or(Status::Active);
    let note = service.status_note.get().map(|note| pen.text(note));
    let active = status == Status::Active;
    (!active || note.is_some()).then(|| StatusNotice {
        status: status.key(),
        label: (!active).then(|| pen.word(&format!("notice.{}", status.key()))),
        note,
    })
}

/// The first screen.
fn glance(pen: &Pen<'_>, resolved: &Service<'_>) -> Vec<Glance> {
    let service = resolved.document;
    let product = in_short(pen, &service.products, |products| {
        let first = products.first()?;
        let (mut words, _) = items::wording(pen, &first.label, &first.text);
        if products.len() > 1 {
            let more = (products.len() - 1).to_string();
            let more = pen.fill("glance.more", &[("n", &more)]);
            words.text = format!("{} {more}", words.text);
        }
        Some(words)
    });
    let rows = [
        ("who", who(pen, resolved), criteria_at(resolved)),
        ("time", time_in_short(pen, &service.time), "#time"),
        ("cost", cost_in_short(pen, &resolved.cost()), "#cost"),
        ("product", product, "#products"),
    ];
    rows.into_iter()
        .map(|(key, slot, href)| Glance {
            key,
            term: pen.word(&format!("glance.{key}")),
            slot,
            sums: match key {
                "cost" => sums(pen, resolved),
                _ => Vec::new(),
            },
            href: href.to_owned(),
        })
        .collect()
}

/// The costs of which the answers say which one it is, in the order of their decisions.
fn sums(pen: &Pen<'_>, service: &Service<'_>) -> Vec<Words> {
    let sums = service.decided_sums().iter();
    sums.map(|sum| sum_in_short(pen, sum)).collect()
}

/// Who may use it: its audience and the criteria that turn away; never more than the standard says.
fn who(pen: &Pen<'_>, service: &Service<'_>) -> SlotView {
    // A criterion of a group that concerns some people only says nothing of everyone.
    let criteria = service.criteria().filter(|item| item.condition.is_none());
    let criteria = criteria.filter(|item| item.kind() == Kind::NotEligible);
    let words: Vec<Words> = criteria
        .filter(|item| item.words().is_some())
        .map(|item| {
            let (label, text) = item.wording();
            items::wording(pen, label, text).0
        })
        .collect();
    let audience = audience(pen, service.document);
    if let Some(first) = words.first() {
        let texts = audience.iter().chain(words.iter().map(|words| &words.text));
        let texts: Vec<&str> = texts.map(String::as_str).collect();
        return given(first.saying(texts.join("; ")));
    }
    let key = match service.document.requirements.get() {
        Some(Requirements::None) if service.criteria().next().is_none() => "glance.no_conditions",
        _ => "glance.see_conditions",
    };
    given(pen.said(audience.unwrap_or_else(|| pen.word(key))))
}

/// Where it stands who may use it: of a service that lists no requirements, the criteria that it implies.
fn criteria_at(service: &Service<'_>) -> &'static str {
    let implied = !service.document.eligibility.items().is_empty();
    match service.document.requirements.listed() {
        [] if implied => "#eligibility",
        _ => "#requirements",
    }
}

/// Whom the service is for, and where: "Perorangan di Kota Contoh".
fn audience(pen: &Pen<'_>, service: &ServiceDocument) -> Option<String> {
    let who = service.audience.items().iter();
    let who: Vec<String> = who
        .map(|who| pen.word(&format!("audience.{}", who.key())))
        .collect();
    let who = (!who.is_empty()).then(|| pen.language().row(&who));
    let area = pen.joined(service.service_area.items());
    match (who, area) {
        (Some(who), Some(area)) => {
            let values = [("who", who.as_str()), ("area", &area.text)];
            Some(pen.fill("glance.who_in_area", &values))
        }
        (None, Some(area)) => Some(pen.fill("glance.in_area", &[("area", &area.text)])),
        (who, None) => who,
    }
}

fn given(words: Words) -> SlotView {
    SlotView {
        state: "given",
        words,
    }
}

fn unsettled(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Vec<Unsettled> {
    let cases = service.unsettled.iter().enumerate();
    cases
        .filter_map(|(index, case)| {
            Some(Unsettled {
                number: index + 1,
                condition: rules.only_if(case.when.as_ref()).unwrap_or_default(),
                only_if: rules.said(case.when.as_ref()),
                say: pen.text(case.written.say.get()?),
            })
        })
        .collect()
}

fn offices(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Vec<Office> {
    let offered = service.list(List::Offices);
    offered
        .filter_map(|item| {
            let Written::Office(office) = item.written else {
                return None;
            };
            let folder = office.agency.get()?.value.as_str();
            let agency = pen.desk.site.agencies.get(folder)?;
            let address = agency.address.get();
            Some(Office {
                path: item.path.clone(),
                number: item.place(),
                condition: rules.only_if(item.when.as_ref()),
                only_if: rules.said(item.when.as_ref()),
                states: items::states(item),
                agency: Link {
                    href: pen.to(&Subject::Agency(folder.into())),
                    label: pen.text(agency.name.get()?),
                },
                address: address.and_then(|address| channels::one_line(pen, address)),
                hours: channels::hours(pen, agency.hours.items()),
                channels: channels::agency_channels(pen, agency),
            })
        })
        .collect()
}

fn faq(pen: &Pen<'_>, service: &ServiceDocument) -> Vec<Question> {
    let list = service.faq.items().iter();
    list.filter_map(|faq| {
        let answer = faq.answer.get()?;
        Some(Question {
            question: pen.text(faq.question.get()?),
            answer: pen.html(answer, 4),
            lang: pen.text(&answer.0).lang,
            dir: pen.text(&answer.0).dir,
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
