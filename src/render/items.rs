//! Requirements and implied criteria.

use super::card::service_link;
use super::conditions::Conditions;
use super::pen::Pen;
use super::view::{Item, Link, Paper, Picture, Words};
use crate::model::registry::{DocumentRecord, Regulation};
use crate::model::service::{LegalBasis, Otherwise, Requirement, RequirementKind};
use crate::model::{Slot, Text};
use crate::resolve::service::{Item as Resolved, List, Role, Service, States, kind_of};
use crate::route::Subject;

/// The requirements of a service, with the law's numbers.
pub fn requirements(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Vec<Item> {
    let list = service.list(List::Requirements);
    list.filter_map(|item| requirement(pen, rules, service, item))
        .collect()
}

fn requirement(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    service: &Service<'_>,
    item: &Resolved<'_>,
) -> Option<Item> {
    let requirement = item.requirement()?;
    let acknowledged: Vec<String> = requirement
        .acknowledged_by
        .items()
        .iter()
        .map(|who| pen.worded(who).value.clone())
        .collect();
    let parts = service.parts_of(item);
    let document = requirement.document.get();
    let own = demanding(pen, item);
    Some(Item {
        form: form(pen, requirement, &own.label.text),
        tick: service.checklist.is_some() && item.role == Role::Paper,
        kind: kind(pen, requirement),
        condition: rules.only_if(item.when.as_ref()),
        only_if: rules.said_beside(Some(&own.label), item.when.as_ref()),
        must: rules.demand(item.must.as_ref()),
        demand: rules.said_beside(Some(&own.label), item.must.as_ref()),
        otherwise_kind: own.otherwise_kind.filter(|_| item.must.is_some()),
        document: document.and_then(|name| paper(pen, name)),
        acknowledged_by: requirement
            .acknowledged_by
            .items()
            .first()
            .map(|first| pen.text(first).saying(pen.language().all_of(&acknowledged))),
        obtain_from: requirement.obtain_from.get().map(|place| pen.text(place)),
        any_of: papers(pen, requirement.any_of.items()),
        all_of: papers(pen, requirement.all_of.items()),
        items: parts
            .filter_map(|part| self::requirement(pen, rules, service, part))
            .collect(),
        help: requirement.help.get().map(|help| pen.html(help, 4)),
        note: requirement.note.get().map(|note| pen.text(note)),
        source_number: source_number(pen, requirement, item.place()),
        ..own
    })
}

/// The criteria that the text implies.
pub fn eligibility(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Vec<Item> {
    let list = service.list(List::Eligibility);
    list.map(|item| {
        let demand = rules.demand(item.must.as_ref());
        let own = demanding(pen, item);
        match item.words() {
            Some(_) => Item {
                must: demand,
                demand: rules.said_beside(Some(&own.label), item.must.as_ref()),
                ..own
            },
            None => Item {
                label: demand.unwrap_or_default(),
                ..own
            },
        }
    })
    .collect()
}

/// What requirements and implied criteria have in common.
fn demanding(pen: &Pen<'_>, item: &Resolved<'_>) -> Item {
    let (label, text) = item.wording();
    let (label, text) = wording(pen, label, text);
    let otherwise = item.otherwise();
    Item {
        anchor: item.path.replace('.', "-"),
        number: item.place(),
        label,
        text,
        states: states(item),
        of_some: item.must.is_some() && item.condition.is_some(),
        otherwise: otherwise.and_then(|otherwise| otherwise_link(pen, otherwise)),
        otherwise_kind: Some(otherwise_kind(otherwise)),
        legal_basis: basis_links(pen, item.legal_basis()),
        interpretation: interpretation(pen, item),
        unconfirmed: unconfirmed(pen, item),
        path: item.path.clone(),
        ..Item::default()
    }
}

/// Which states an item has: those of an `item` or of a `criterion`; `None` where nothing decides it.
pub fn states(item: &Resolved<'_>) -> Option<&'static str> {
    item.states.map(|states| match states {
        States::Item(_) => "item",
        States::Criterion(_) => "criterion",
    })
}

/// The citizen's wording, and the legal one where it differs.
pub fn wording(pen: &Pen<'_>, label: &Slot<Text>, text: &Slot<Text>) -> (Words, Option<Words>) {
    match (label.get(), text.get()) {
        (Some(label), Some(text)) if pen.worded(label).value != pen.worded(text).value => {
            (pen.text(label), Some(pen.text(text)))
        }
        (Some(only), _) | (None, Some(only)) => (pen.text(only), None),
        (None, None) => (Words::default(), None),
    }
}

/// The kind in words where it tells more than "a paper".
fn kind(pen: &Pen<'_>, requirement: &Requirement) -> Option<String> {
    let kind = kind_of(requirement);
    (kind != RequirementKind::Document).then(|| pen.word(&format!("kind.{}", kind.key())))
}

/// The form and number of a paper, where its label does not say the form already.
fn form(pen: &Pen<'_>, requirement: &Requirement, label: &str) -> Option<String> {
    let form = requirement.form.get();
    let form = form.map(|form| pen.word(&format!("form.{}", form.key())));
    let label = label.to_lowercase();
    let form = form.filter(|form| !label.contains(form.as_str()));
    let copies = requirement.copies.get().map(|copies| copies.value);
    let number = copies.map(|copies| copies.to_string()).unwrap_or_default();
    Some(match (form, copies) {
        (Some(form), Some(1)) => pen.fill("form.copies_one", &[("form", &form)]),
        (Some(form), Some(_)) => pen.fill("form.copies", &[("form", &form), ("n", &number)]),
        (Some(form), None) => form,
        (None, Some(1)) => pen.word("copies.one"),
        (None, Some(_)) => pen.fill("copies.many", &[("n", &number)]),
        (None, None) => return None,
    })
}

fn otherwise_kind(otherwise: Option<&Otherwise>) -> &'static str {
    let kind = otherwise.and_then(|otherwise| otherwise.kind.get());
    kind.map_or("not_eligible", |kind| kind.key())
}

fn otherwise_link(pen: &Pen<'_>, otherwise: &Otherwise) -> Option<Link> {
    let see = otherwise.see.get();
    let service = see.and_then(|see| service_link(pen, &see.value));
    match (otherwise.say.get(), service) {
        (Some(say), service) => Some(Link {
            href: service.and_then(|service| service.href),
            label: pen.text(say),
        }),
        (None, service) => service,
    }
}

fn interpretation(pen: &Pen<'_>, item: &Resolved<'_>) -> Option<Words> {
    let (inferred, confirmed) = item.inference()?;
    let mut words = pen.text(inferred);
    if let Some(confirmed) = confirmed
        && let (Some(by), Some(date)) = (confirmed.by.get(), confirmed.date.get())
    {
        let date = pen.date(date);
        let by = &pen.worded(by).value;
        let said = pen.fill("item.confirmed", &[("by", by), ("date", &date)]);
        words.text = format!("{} {said}", words.text);
    }
    Some(words)
}

/// An inference that nobody has confirmed.
fn unconfirmed(pen: &Pen<'_>, item: &Resolved<'_>) -> Option<Words> {
    let (inferred, confirmed) = item.inference()?;
    confirmed.is_none().then(|| pen.text(inferred))
}

fn source_number(pen: &Pen<'_>, requirement: &Requirement, number: usize) -> Option<String> {
    let source = requirement.source_number.get()?;
    let source = &pen.worded(source).value;
    let differs = *source != number.to_string();
    differs.then(|| pen.fill("item.source_number", &[("number", source)]))
}

/// The papers of a list of names.
pub fn papers(pen: &Pen<'_>, names: &[Text]) -> Vec<Paper> {
    names.iter().filter_map(|name| paper(pen, name)).collect()
}

/// The paper that a name means.
pub fn paper(pen: &Pen<'_>, name: &Text) -> Option<Paper> {
    let document = pen.desk.names.document(&name.value)?;
    Some(Paper {
        name: pen.text(document.name.get()?),
        issued_by: document.issued_by.get().and_then(|by| issuer(pen, by)),
        validity: document.validity.get().map(|validity| pen.text(validity)),
        image: picture(pen, document),
    })
}

/// Who issues a paper; on the page of that service it goes without saying.
fn issuer(pen: &Pen<'_>, by: &Text) -> Option<Link> {
    if pen.is_page_of(&Subject::Service(by.value.as_str().into())) {
        return None;
    }
    Some(service_link(pen, &by.value).unwrap_or_else(|| Link {
        href: None,
        label: pen.text(by),
    }))
}

fn picture(pen: &Pen<'_>, document: &DocumentRecord) -> Option<Picture> {
    Some(Picture {
        src: pen.file(&document.image.get()?.value)?,
        alt: pen.text(document.alt.get()?),
    })
}

/// The articles that something rests on, linked to their regulation.
pub fn basis_links(pen: &Pen<'_>, list: &[LegalBasis]) -> Vec<Link> {
    list.iter()
        .filter_map(|basis| basis_link(pen, basis))
        .collect()
}

fn basis_link(pen: &Pen<'_>, basis: &LegalBasis) -> Option<Link> {
    let named = basis.regulation.get();
    let regulation = named.and_then(|id| pen.desk.names.regulation(&id.value));
    let mut label = match (regulation, basis.text.get()) {
        (Some(regulation), _) => pen.said(regulation_name(pen, regulation)),
        (None, Some(text)) => pen.text(text),
        (None, None) => return None,
    };
    if let Some(article) = basis.article.get() {
        let values = [
            ("regulation", label.text.as_str()),
            ("article", &pen.worded(article).value),
        ];
        label.text = pen.fill("legal_basis.with_article", &values);
    }
    let beside = basis.text.get().filter(|_| regulation.is_some());
    for note in beside.into_iter().chain(basis.note.get()) {
        let note = &pen.worded(note).value;
        let values = [("basis", label.text.as_str()), ("note", note)];
        label.text = pen.fill("legal_basis.with_note", &values);
    }
    Some(Link {
        href: regulation
            .and_then(|regulation| regulation.url.get())
            .map(|url| url.value.clone()),
        label,
    })
}

fn regulation_name(pen: &Pen<'_>, regulation: &Regulation) -> String {
    let name = regulation_title(pen, regulation);
    if regulation.in_force.get() != Some(&false) {
        return name;
    }
    let next = regulation.replaced_by.get();
    match next.and_then(|next| pen.desk.names.regulation(&next.value)) {
        Some(next) => {
            let next = regulation_title(pen, next);
            let values = [("name", name.as_str()), ("replacement", &next)];
            pen.fill("regulation.replaced", &values)
        }
        None => pen.fill("regulation.not_in_force", &[("name", &name)]),
    }
}

/// "UU Nomor 25 Tahun 2009 tentang Pelayanan Publik", or what is known of it.
fn regulation_title(pen: &Pen<'_>, regulation: &Regulation) -> String {
    let year = regulation.year.get().map(|year| year.value.to_string());
    let (kind, number) = (regulation.kind.str(), regulation.number.str());
    let title = regulation.title.str();
    match year {
        Some(year) if !kind.is_empty() && !number.is_empty() => {
            let values = [
                ("kind", kind),
                ("number", number),
                ("year", &year),
                ("title", title),
            ];
            let key = if title.is_empty() {
                "regulation.name"
            } else {
                "regulation.named"
            };
            pen.fill(key, &values)
        }
        _ if !title.is_empty() => title.to_owned(),
        _ => regulation
            .id
            .get()
            .map(|id| id.value.clone())
            .unwrap_or_default(),
    }
}
