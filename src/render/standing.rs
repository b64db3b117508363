//! What stands behind a service: the decree, the source, the last check, the second group of components.

use super::basis::links as basis_links;
use super::pen::Pen;
use super::view::{Clause, Fact, Link, Standard};
use crate::model::agency::AgencyDocument;
use crate::model::service::{Decree, ServiceDocument};
use crate::model::{Date, Lines, Slot, Text};
use crate::resolve::{components, page_date};

/// The decree, the source and the last check; nothing of the components.
pub fn binding(
    pen: &Pen<'_>,
    service: &ServiceDocument,
    agency: Option<&AgencyDocument>,
) -> Standard {
    let decree = components::decree(service, agency).get();
    let known = decree.and_then(|decree| decree.number.get());
    let mut facts = decree_facts(pen, decree);
    facts.extend(validity_facts(pen, service));
    facts.extend(source_facts(pen, service));
    facts.extend(review_fact(pen, service));
    let date = page_date(service);
    Standard {
        binding: match known {
            Some(number) => {
                let number = &pen.worded(number).value;
                pen.fill("binding.sentence", &[("number", number)])
            }
            None => pen.word("binding.missing"),
        },
        facts,
        date_words: date.map(|date| {
            let date = pen.date(date);
            pen.fill("date.updated", &[("date", &date)])
        }),
        ..Standard::default()
    }
}

/// Whether the number of the decree is known.
pub fn has_decree(service: &ServiceDocument, agency: Option<&AgencyDocument>) -> bool {
    let decree = components::decree(service, agency).get();
    decree.is_some_and(|decree| decree.number.get().is_some())
}

/// The heading that site.yaml gives a component.
pub fn own_title(pen: &Pen<'_>, key: &str) -> Option<String> {
    let titles = pen.desk.site.config.component_titles.get()?;
    let (_, id) = components::COMPONENTS.iter().find(|(en, _)| *en == key)?;
    let title = titles.get(key).or_else(|| titles.get(id))?;
    Some(title.value.clone())
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
pub fn changes(pen: &Pen<'_>, service: &ServiceDocument) -> Vec<Fact> {
    let changes = service.changes.items().iter();
    let dated = changes.filter_map(|change| Some((change.date.get()?, change.note.get()?)));
    let mut dated: Vec<_> = dated.collect();
    dated.sort_by_key(|(date, _)| std::cmp::Reverse(date.value));
    let facts = dated.into_iter().map(|(date, note)| Fact {
        term: pen.date(date),
        value: pen.text(note),
        href: None,
    });
    facts.collect()
}

/// The components B.1 to B.8: key, and what each says.
pub fn management(pen: &Pen<'_>, service: &ServiceDocument) -> [(&'static str, Vec<Clause>); 8] {
    let plain = |text: &Text| Clause {
        text: Some(pen.text(text)),
        ..Clause::default()
    };
    let of_lines = |key, slot: &Slot<Lines>| {
        let given = slot.get().map_or(&[][..], |lines| &lines.0);
        (key, given.iter().map(plain).collect::<Vec<_>>())
    };
    let facilities = service.facilities.items().iter();
    let facilities = facilities.filter_map(|facility| {
        let mut clause = plain(facility.text.get()?);
        if facility.for_vulnerable.get() == Some(&true)
            && let Some(words) = &mut clause.text
        {
            words.text = pen.fill("facility.for_vulnerable", &[("facility", &words.text)]);
        }
        Some(clause)
    });
    let basis = basis_links(pen, service.legal_basis.items()).into_iter();
    let basis = basis.map(|Link { href, label }| Clause {
        text: Some(label),
        href,
        ..Clause::default()
    });
    let staff = service.staff_count.get().map(plain).into_iter();
    [
        ("legal_basis", basis.collect()),
        ("facilities", facilities.collect()),
        of_lines("staff_competence", &service.staff_competence),
        of_lines("internal_supervision", &service.internal_supervision),
        ("staff_count", staff.collect()),
        of_lines("service_guarantee", &service.service_guarantee),
        of_lines("safety_guarantee", &service.safety_guarantee),
        of_lines("performance_evaluation", &service.performance_evaluation),
    ]
}
