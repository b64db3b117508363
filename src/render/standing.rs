//! What stands behind a service: the decree, the source, the last check, the second group of components.

use super::items::basis_links;
use super::parts::own_title;
use super::pen::Pen;
use super::view::{Binding, Change, Component, Fact, Link};
use crate::model::agency::AgencyDocument;
use crate::model::service::{Decree, ServiceDocument};
use crate::model::{Date, Lines, Slot};

/// The decree, the source and the last check.
pub fn binding(
    pen: &Pen<'_>,
    service: &ServiceDocument,
    agency: Option<&AgencyDocument>,
) -> Binding {
    let none = Slot::Absent;
    let default = agency.map_or(&none, |agency| &agency.decree);
    let decree = service.decree.or(default);
    let number = decree.get().map(|decree| &decree.number);
    let known = number.and_then(Slot::get);
    let mut facts = decree_facts(pen, decree.get());
    facts.extend(validity_facts(pen, service));
    facts.extend(source_facts(pen, service));
    facts.extend(review_fact(pen, service));
    let date = page_date(service);
    Binding {
        sentence: match known {
            Some(number) => {
                let number = &pen.worded(number).value;
                pen.fill("binding.sentence", &[("number", number)])
            }
            None => pen.word("binding.missing"),
        },
        if_asked_for_more: known.map(|_| pen.word("binding.if_asked_for_more")),
        state: match (decree, number) {
            (_, Some(number)) => number.state(),
            (slot, None) => slot.state(),
        },
        facts,
        date: date.map(|date| date.value.to_string()),
        date_words: date.map(|date| {
            let date = pen.date(date);
            pen.fill("date.updated", &[("date", &date)])
        }),
    }
}

/// A page's date: the latest of its changes and its review.
fn page_date(service: &ServiceDocument) -> Option<&Date> {
    let changes = service.changes.items().iter();
    let changes = changes.filter_map(|change| change.date.get());
    let review = service.reviewed.get().and_then(|review| review.date.get());
    changes.chain(review).max_by_key(|date| date.value)
}

/// From when and until when the standard is in force, with the dates: no page knows the day on which it is read. A start
/// that was reached when the page was last looked at goes without saying.
pub fn in_force(pen: &Pen<'_>, service: &ServiceDocument) -> Option<String> {
    let start = service.effective_from.get();
    let start =
        start.filter(|start| page_date(service).is_none_or(|date| date.value < start.value));
    let says = |key: &str, date: &Date| pen.fill(key, &[("date", &pen.date(date))]);
    let start = start.map(|date| says("notice.from", date));
    let end = service.effective_to.get();
    let end = end.map(|date| says("notice.until", date));
    let said: Vec<String> = start.into_iter().chain(end).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

fn decree_facts(pen: &Pen<'_>, decree: Option<&Decree>) -> Vec<Fact> {
    let Some(decree) = decree else {
        return Vec::new();
    };
    let number = match &decree.number {
        Slot::Given(number) => Some(pen.text(number)),
        Slot::Missing(_) => Some(pen.said(pen.word("missing.value"))),
        Slot::Absent | Slot::Wrong => None,
    };
    let date = |slot: &Slot<Date>| slot.get().map(|date| pen.said(pen.date(date)));
    let rows = [
        ("decree.number", number),
        ("decree.date", date(&decree.date)),
        (
            "decree.signed_by",
            decree.signed_by.get().map(|who| pen.text(who)),
        ),
        ("decree.valid_until", date(&decree.valid_until)),
    ];
    let mut facts: Vec<Fact> = rows
        .into_iter()
        .filter_map(|(key, value)| {
            Some(Fact {
                term: pen.word(key),
                value: value?,
                href: None,
            })
        })
        .collect();
    facts.extend(decree.file.get().map(|file| Fact {
        term: pen.word("decree.file"),
        value: pen.said(pen.word("decree.open")),
        href: pen.file(&file.value),
    }));
    facts
}

fn validity_facts(pen: &Pen<'_>, service: &ServiceDocument) -> Vec<Fact> {
    let rows = [
        ("date.effective_from", &service.effective_from),
        ("date.effective_to", &service.effective_to),
    ];
    rows.into_iter()
        .filter_map(|(key, slot)| {
            Some(Fact {
                term: pen.word(key),
                value: pen.said(pen.date(slot.get()?)),
                href: None,
            })
        })
        .collect()
}

fn source_facts(pen: &Pen<'_>, service: &ServiceDocument) -> Vec<Fact> {
    let Some(source) = service.source.get() else {
        return Vec::new();
    };
    let mut facts = Vec::new();
    if let Some(system) = source.system.get() {
        let key = format!("source.{}", system.value);
        let known = pen.word(&key);
        let value = if known == key {
            pen.text(system)
        } else {
            pen.said(known)
        };
        facts.push(Fact {
            term: pen.word("source.term"),
            value,
            href: source.url.get().map(|url| url.value.clone()),
        });
    } else if let Some(url) = source.url.get() {
        facts.push(Fact {
            term: pen.word("source.term"),
            value: pen.said(url.value.clone()),
            href: Some(url.value.clone()),
        });
    }
    facts.extend(source.file.get().map(|file| Fact {
        term: pen.word("source.file"),
        value: pen.said(pen.word("source.open")),
        href: pen.file(&file.value),
    }));
    facts.extend(source.imported.get().map(|date| Fact {
        term: pen.word("source.imported"),
        value: pen.said(pen.date(date)),
        href: None,
    }));
    facts.extend(source.sha256.get().map(|hash| Fact {
        term: pen.word("source.sha256"),
        value: pen.said(hash.value.clone()),
        href: None,
    }));
    facts
}

fn review_fact(pen: &Pen<'_>, service: &ServiceDocument) -> Option<Fact> {
    let review = service.reviewed.get();
    let date = review.and_then(|review| review.date.get());
    let value = match date {
        None => pen.word("reviewed.never"),
        Some(date) => {
            let date = pen.date(date);
            let by = review.map_or("", |review| pen.str(&review.by));
            let role = review.map_or("", |review| pen.str(&review.role));
            let key = match (by.is_empty(), role.is_empty()) {
                (false, false) => "reviewed.by_role",
                (true, true) => "reviewed.value",
                _ => "reviewed.by",
            };
            let by = if by.is_empty() { role } else { by };
            let values = [("date", date.as_str()), ("by", by), ("role", role)];
            pen.fill(key, &values)
        }
    };
    Some(Fact {
        term: pen.word("reviewed.term"),
        value: pen.said(value),
        href: None,
    })
}

/// What changed when, the latest first.
pub fn changes(pen: &Pen<'_>, service: &ServiceDocument) -> Vec<Change> {
    let mut dated: Vec<_> = service
        .changes
        .items()
        .iter()
        .filter_map(|change| Some((change.date.get()?, change.note.get()?)))
        .collect();
    dated.sort_by_key(|(date, _)| std::cmp::Reverse(date.value));
    dated
        .into_iter()
        .map(|(date, note)| Change {
            date: date.value.to_string(),
            date_words: pen.date(date),
            note: pen.text(note),
        })
        .collect()
}

/// The components M1 to M8.
pub fn management(pen: &Pen<'_>, service: &ServiceDocument) -> Vec<Component> {
    let plain = |text: &crate::model::Text| Link {
        href: None,
        label: pen.text(text),
    };
    let lines = |slot: &Slot<Lines>| {
        let given = slot.get().map_or(&[][..], |lines| &lines.0);
        given.iter().map(plain).collect::<Vec<_>>()
    };
    let facilities = service.facilities.items().iter();
    let facilities = facilities.filter_map(|facility| {
        let mut link = plain(facility.text.get()?);
        if facility.for_vulnerable.get() == Some(&true) {
            let text = link.label.text;
            link.label.text = pen.fill("facility.for_vulnerable", &[("facility", &text)]);
        }
        Some(link)
    });
    let basis = basis_links(pen, service.legal_basis.items());
    let staff = service.staff_count.get().map(plain).into_iter().collect();
    [
        ("legal_basis", service.legal_basis.state(), basis),
        (
            "facilities",
            service.facilities.state(),
            facilities.collect(),
        ),
        (
            "staff_competence",
            service.staff_competence.state(),
            lines(&service.staff_competence),
        ),
        (
            "internal_supervision",
            service.internal_supervision.state(),
            lines(&service.internal_supervision),
        ),
        ("staff_count", service.staff_count.state(), staff),
        (
            "service_guarantee",
            service.service_guarantee.state(),
            lines(&service.service_guarantee),
        ),
        (
            "safety_guarantee",
            service.safety_guarantee.state(),
            lines(&service.safety_guarantee),
        ),
        (
            "performance_evaluation",
            service.performance_evaluation.state(),
            lines(&service.performance_evaluation),
        ),
    ]
    .into_iter()
    .map(|(key, state, lines)| component(pen, key, state, lines))
    .collect()
}

fn component(pen: &Pen<'_>, key: &'static str, state: &'static str, lines: Vec<Link>) -> Component {
    let title = own_title(pen, key).unwrap_or_else(|| pen.word(&format!("component.{key}.title")));
    let state = match state {
        "given" if lines.is_empty() => "absent",
        other => other,
    };
    let missing = match state {
        "given" => None,
        "missing" => Some(pen.word("missing.component")),
        _ => Some(pen.word("missing.absent")),
    };
    Component {
        key,
        title,
        state,
        lines: match missing {
            None => lines,
            Some(sentence) => vec![Link {
                href: None,
                label: pen.said(sentence),
            }],
        },
    }
}
