//! The standard in its own numbers and words, as the law orders it, and what stands behind it.
//!
//! What the page has said already in the same words is not repeated; a sentence of the source that the page says in
//! other words stands here, beside its number.

use super::amounts;
use super::conditions::Conditions;
use super::details::{phases, price_basis};
use super::items::{inference, remarks, wording};
use super::pen::Pen;
use super::standing;
use super::view::{Clause, Fact, Section, Standard, Words};
use crate::model::agency::AgencyDocument;
use crate::model::service::{ServiceDocument, Time};
use crate::model::{Slot, Text};
use crate::resolve::components;
use crate::resolve::service::{Item, List, Service, Written};

/// The fold of a service's page.
pub fn standard(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    service: &Service<'_>,
    agency: Option<&AgencyDocument>,
) -> Standard {
    let document = service.document;
    let mut standard = Standard {
        beyond: beyond(pen, rules, service),
        changes: standing::changes(pen, document),
        ..standing::binding(pen, document, agency)
    };
    let title = verbatim_title(pen, document);
    standard.facts.splice(0..0, title);
    let parts = [
        ("requirements", requirements(pen, rules, service)),
        ("procedure", procedure(pen, service)),
        ("time", time(pen, service)),
        ("cost", cost(pen, service)),
        ("products", products(pen, document)),
        ("complaints", Vec::new()),
    ];
    let numbers = (1..=6).map(|number| ("A", number));
    let numbers = numbers.chain((1..=8).map(|number| ("B", number)));
    let parts = parts.into_iter().chain(standing::management(pen, document));
    let states = components::states(document, agency);
    for ((number, (key, clauses)), state) in numbers.zip(parts).zip(states) {
        add(pen, &mut standard, number, key, state, clauses);
    }
    standard
}

/// Adds a component: what it says, or its name among those that are not written.
fn add(
    pen: &Pen<'_>,
    standard: &mut Standard,
    (group, number): (&str, usize),
    key: &str,
    state: &str,
    clauses: Vec<Clause>,
) {
    let legal = pen.word(&format!("component.{key}.legal"));
    let own_title = standing::own_title(pen, key).filter(|title| *title != legal);
    let title = format!("{group}.{number} {legal}");
    match state {
        "missing" => standard.missing.push(title),
        "given" => {
            let says = |clause: &Clause| clause.text.is_some() || !clause.remarks.is_empty();
            let (clauses, above): (Vec<Clause>, Vec<Clause>) = clauses.into_iter().partition(says);
            let above: Vec<String> = above.into_iter().map(|clause| clause.number).collect();
            standard.sections.push(Section {
                title,
                own_title,
                // Where all is above, no number need say so.
                as_above: match clauses.is_empty() {
                    true => String::new(),
                    false => pen.language().row(&above),
                },
                clauses,
            });
        }
        _ => standard.unwritten.push(title),
    }
}

/// A sentence in the source's words, where the page says it in others.
fn verbatim(pen: &Pen<'_>, label: &Slot<Text>, text: &Slot<Text>) -> Option<Words> {
    wording(pen, label, text).1
}

/// A clause that says something, or has a number that others may ask for.
fn clause(number: String, text: Option<Words>, remarks: Vec<Fact>) -> Option<Clause> {
    let says = text.is_some() || !remarks.is_empty() || !number.is_empty();
    says.then(|| Clause {
        number,
        text,
        remarks,
        ..Clause::default()
    })
}

fn requirements(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Vec<Clause> {
    let clauses = service.requirements().filter_map(|item| {
        let (label, text) = item.wording();
        clause(
            item.number.clone(),
            verbatim(pen, label, text),
            remarks(pen, rules, item),
        )
    });
    clauses.collect()
}

fn procedure(pen: &Pen<'_>, service: &Service<'_>) -> Vec<Clause> {
    let clauses = service.list(List::Procedure).filter_map(|item| {
        let (label, text) = item.wording();
        clause(item.number.clone(), verbatim(pen, label, text), Vec::new())
    });
    clauses.collect()
}

/// The source's full sentence, which the page says in short.
fn time(pen: &Pen<'_>, service: &Service<'_>) -> Vec<Clause> {
    let time = service.document.time.get();
    let note = time.and_then(|time| {
        let said = has_whole(time);
        time.note.get().filter(|_| said)
    });
    let note = note.and_then(|note| clause(String::new(), Some(pen.text(note)), Vec::new()));
    // A time that is known by its phases alone is told in full.
    let told = time.filter(|time| {
        !time.cases.items().is_empty() || has_whole(time) || time.note.get().is_some()
    });
    let phases = told.into_iter().flat_map(|time| phases(pen, time));
    let phases = phases.filter_map(|words| clause(String::new(), Some(words), Vec::new()));
    let notes = time.map_or(&[][..], |time| time.phases.items()).iter();
    let notes = notes.filter_map(|phase| {
        let time = amounts::time(pen, &phase.text, &phase.min, &phase.max, &phase.unit);
        let said = time.is_some() || phase.label.get().is_some();
        let note = phase.note.get().filter(|_| said)?;
        clause(String::new(), Some(pen.text(note)), Vec::new())
    });
    note.into_iter().chain(phases).chain(notes).collect()
}

/// Whether the time of the whole is given.
fn has_whole(time: &Time) -> bool {
    !time.text.is_absent() || !time.max.is_absent() || !time.min.is_absent()
}

fn cost(pen: &Pen<'_>, service: &Service<'_>) -> Vec<Clause> {
    let clauses = service.list(List::Cost).filter_map(|item| {
        let Written::Price(price) = item.written else {
            return None;
        };
        let amount = amounts::amount(pen, price);
        let text = price.text.get().filter(|_| amount.is_some());
        let said = amount.unwrap_or_default();
        let text = text.filter(|text| !pen.worded(text).value.eq_ignore_ascii_case(&said));
        let text = text.map(|text| pen.text(text));
        clause(item.number.clone(), text, price_basis(pen, item))
    });
    clauses.collect()
}

fn products(pen: &Pen<'_>, service: &ServiceDocument) -> Vec<Clause> {
    let products = service.products.items().iter();
    let clauses = products.filter_map(|product| {
        let text = verbatim(pen, &product.label, &product.text);
        let paper = product.document.get();
        let paper = paper.and_then(|name| super::paper::Paper::named(pen, name));
        let issuer = paper.and_then(|paper| paper.issuer(pen));
        clause(String::new(), text, issuer.into_iter().collect())
    });
    clauses.collect()
}

/// What the standard does not say: criteria that it implies, and cases that it leaves open.
fn beyond(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Vec<Clause> {
    let implied = service
        .list(List::Eligibility)
        .map(|item| implied(pen, rules, item));
    let open = service.unsettled.iter().filter_map(|case| {
        let say = pen.text(case.written.say.get()?);
        let when = rules.demand(case.when.as_ref());
        let when = when.map(|words| Fact {
            term: pen.word("standard.unsettled_when"),
            value: words,
            href: None,
        });
        clause(String::new(), Some(say), when.into_iter().collect())
    });
    implied.flatten().chain(open).collect()
}

fn implied(pen: &Pen<'_>, rules: &Conditions<'_>, item: &Item<'_>) -> Option<Clause> {
    let (label, text) = item.wording();
    let said = verbatim(pen, label, text).or_else(|| item.words().map(|words| pen.text(words)));
    let mut remarks = remarks(pen, rules, item);
    // An inference is what this part is about: it is said first.
    if inference(pen, item).is_some()
        && let Some(last) = remarks.pop()
    {
        remarks.insert(0, last);
    }
    clause(
        String::new(),
        said.or_else(|| rules.demand(item.must.as_ref())),
        remarks,
    )
}

fn verbatim_title(pen: &Pen<'_>, service: &ServiceDocument) -> Option<Fact> {
    let verbatim = service.title_verbatim.get()?;
    let differs = pen.worded(verbatim).value != pen.str(&service.title);
    differs.then(|| Fact {
        term: pen.word("title.verbatim"),
        value: pen.text(verbatim),
        href: None,
    })
}
