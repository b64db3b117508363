//! Steps, channels, times, costs, products and complaints.

use super::amounts;
use super::channels;
use super::conditions::Conditions;
use super::due::Dues;
use super::items::{basis_links, paper, states, wording};
use super::pen::Pen;
use super::view::{
    Complaints, CostRow, Duration, Fact, Part, Product, ServiceChannel, Step, Words,
};
use crate::model::agency::AgencyDocument;
use crate::model::service::{
    Account, Product as ProductDocument, ServiceDocument, Step as StepDocument, Time,
};
use crate::model::{Slot, Text};
use crate::resolve::service::{Item, List, Service, Written};

/// A component with its heading; the sentence for one without content.
pub fn part<T>(pen: &Pen<'_>, key: &'static str, state: &'static str, items: Vec<T>) -> Part<T> {
    let own = own_title(pen, key);
    let legal = pen.word(&format!("component.{key}.legal"));
    let title = own.unwrap_or_else(|| pen.word(&format!("component.{key}.title")));
    // A list without items says no more than an absent one.
    let state = if state == "given" && items.is_empty() {
        "absent"
    } else {
        state
    };
    Part {
        legal_title: (legal != title).then_some(legal),
        title,
        state,
        missing: match state {
            "given" => None,
            "missing" => Some(pen.word("missing.component")),
            _ => Some(pen.word("missing.absent")),
        },
        items,
    }
}

/// The heading that site.yaml gives a component.
pub fn own_title(pen: &Pen<'_>, key: &str) -> Option<String> {
    let titles = pen.desk.site.config.component_titles.get()?;
    let (_, id) = crate::resolve::registry::COMPONENTS
        .iter()
        .find(|(en, _)| *en == key)?;
    let title = titles.get(key).or_else(|| titles.get(id))?;
    Some(title.value.clone())
}

/// The steps.
pub fn procedure(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Part<Step> {
    let steps = service.list(List::Procedure);
    let steps = steps.filter_map(|item| match item.written {
        Written::Step(step) => Some(one_step(pen, rules, service, item, step)),
        _ => None,
    });
    let state = service.document.procedure.state();
    part(pen, "procedure", state, steps.collect())
}

fn one_step(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    service: &Service<'_>,
    item: &Item<'_>,
    step: &StepDocument,
) -> Step {
    let (label, text) = wording(pen, &step.label, &step.text);
    let actor = step.actor.get().map(|actor| actor.key());
    let fact = |key: &str, value: Words| Fact {
        term: pen.word(key),
        value,
        href: None,
    };
    let mut facts = Vec::new();
    if let Some(channel) = step.channel.get() {
        let word = pen.word(&format!("service_channel.{}", channel.key()));
        facts.push(fact("step.channel", pen.said(word)));
    }
    facts.extend(
        step.location
            .get()
            .map(|place| fact("step.location", pen.text(place))),
    );
    facts.extend(
        step.duration
            .get()
            .map(|time| fact("step.duration", pen.text(time))),
    );
    let needs = step.needs.items().iter();
    let needs = needs.filter_map(|name| service.requirement(&name.value)?.words());
    let needs: Vec<String> = needs.map(|words| pen.worded(words).value.clone()).collect();
    if !needs.is_empty() {
        facts.push(fact("step.needs", pen.said(needs.join("; "))));
    }
    if let Some(paper) = step.produces.get().and_then(|name| paper(pen, name)) {
        facts.push(fact("step.produces", paper.name));
    }
    let only_if = rules.said_beside(Some(&label), item.when.as_ref());
    Step {
        states: states(item),
        path: item.path.clone(),
        number: item.place(),
        anchor: item.path.replace('.', "-"),
        label,
        text,
        actor,
        actor_label: actor.map(|actor| pen.word(&format!("actor.{actor}"))),
        only_if,
        condition: rules.only_if(item.when.as_ref()),
        facts,
        note: step.note.get().map(|note| pen.text(note)),
    }
}

/// How to use the service.
pub fn service_channels(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    service: &Service<'_>,
) -> Vec<ServiceChannel> {
    let channels = service.list(List::Channels);
    channels
        .filter_map(|item| {
            let Written::Channel(channel) = item.written else {
                return None;
            };
            let kind = channel.kind.get()?.key();
            let mut facts = Vec::new();
            let mut add = |key: &str, value: Words| {
                facts.push(Fact {
                    term: pen.word(key),
                    value,
                    href: None,
                });
            };
            if let Some(hours) = channel.hours.get() {
                add("service_channel.hours", pen.text(hours));
            }
            if let Some(needed) = channel.appointment.get() {
                let key = if *needed { "yes" } else { "no" };
                let word = pen.word(&format!("service_channel.appointment_{key}"));
                add("service_channel.appointment", pen.said(word));
            }
            let who = channel.representation.items().iter();
            let who: Vec<String> = who
                .map(|who| pen.word(&format!("delegation.{}", who.key())))
                .collect();
            if !who.is_empty() {
                add(
                    "service_channel.representation",
                    pen.said(pen.language().row(&who)),
                );
            }
            Some(ServiceChannel {
                path: item.path.clone(),
                number: item.place(),
                condition: rules.only_if(item.when.as_ref()),
                only_if: rules.said(item.when.as_ref()),
                states: states(item),
                kind_label: pen.word(&format!("service_channel.{kind}")),
                location: channel.location.get().map(|place| pen.text(place)),
                href: channel.url.get().map(|url| url.value.clone()),
                facts,
            })
        })
        .collect()
}

/// How long it takes.
pub fn time(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    dues: &Dues<'_>,
    service: &Service<'_>,
) -> Part<Duration> {
    let slot = &service.document.time;
    let items = slot
        .get()
        .map(|time| durations(pen, rules, dues, service, time))
        .unwrap_or_default();
    part(pen, "time", slot.state(), items)
}

fn durations(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    dues: &Dues<'_>,
    service: &Service<'_>,
    time: &Time,
) -> Vec<Duration> {
    let from = time.from.get();
    let from = from.map(|from| pen.word(&format!("time.from.{}", from.key())));
    let whole = amounts::time(pen, &time.text, &time.min, &time.max, &time.unit);
    let whole = said_of_time(pen, &Slot::Absent, whole, &time.note);
    let whole = whole.map(|(label, text, note)| Duration {
        kind: "whole",
        path: None,
        states: None,
        label,
        text,
        from,
        condition: None,
        only_if: None,
        note,
        due: dues.line(&time.max, &time.unit),
    });
    let cases = service.list(List::Time).filter_map(|item| {
        let Written::Case(case) = item.written else {
            return None;
        };
        let text = amounts::time(pen, &case.text, &case.min, &case.max, &case.unit);
        let (label, text, note) = said_of_time(pen, &case.label, text, &case.note)?;
        Some(Duration {
            only_if: rules.said_beside(label.as_ref().or(Some(&text)), item.when.as_ref()),
            kind: "case",
            states: states(item),
            path: Some(item.path.clone()),
            label,
            text,
            from: None,
            condition: rules.only_if(item.when.as_ref()),
            note,
            due: dues.line(&case.max, &case.unit),
        })
    });
    let phases = time.phases.items().iter().filter_map(|phase| {
        let text = amounts::time(pen, &phase.text, &phase.min, &phase.max, &phase.unit);
        let (label, text, note) = said_of_time(pen, &phase.label, text, &phase.note)?;
        Some(Duration {
            kind: "phase",
            path: None,
            states: None,
            label,
            text,
            from: None,
            condition: None,
            only_if: None,
            note,
            due: None,
        })
    });
    whole.into_iter().chain(cases).chain(phases).collect()
}

/// Label, text and remark of a time; where it has no text, its label or remark is what it says.
fn said_of_time(
    pen: &Pen<'_>,
    label: &Slot<Text>,
    text: Option<Words>,
    note: &Slot<Text>,
) -> Option<(Option<Words>, Words, Option<Words>)> {
    let [label, note] = [label, note].map(|slot| slot.get().map(|text| pen.text(text)));
    match (label, text, note) {
        (label, Some(text), note) => Some((label, text, note)),
        (Some(label), None, note) => Some((None, label, note)),
        (None, None, Some(note)) => Some((None, note, None)),
        (None, None, None) => None,
    }
}

/// When a complaint is answered, with what is remarked on it.
fn response(pen: &Pen<'_>, time: &Time) -> Option<Words> {
    let said = amounts::time(pen, &time.text, &time.min, &time.max, &time.unit);
    let (_, words, note) = said_of_time(pen, &Slot::Absent, said, &time.note)?;
    Some(match note {
        Some(note) => words.saying(format!("{} ({})", words.text, note.text)),
        None => words,
    })
}

/// What it costs.
pub fn cost(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Part<CostRow> {
    let rows = service.list(List::Cost).filter_map(|item| {
        let Written::Price(row) = item.written else {
            return None;
        };
        let amount = amounts::amount(pen, row);
        let said = amount.clone().unwrap_or_default();
        let label = row.label.get().map(|label| pen.text(label));
        let says_more = |text: &&Text| !pen.worded(text).value.eq_ignore_ascii_case(&said);
        Some(CostRow {
            states: states(item),
            path: item.path.clone(),
            number: item.place(),
            only_if: rules.said_beside(label.as_ref(), item.when.as_ref()),
            label,
            text: row.text.get().filter(says_more).map(|text| pen.text(text)),
            amount,
            condition: rules.only_if(item.when.as_ref()),
            exempt: pen.joined(row.exempt.items()),
            legal_basis: basis_links(pen, row.legal_basis.items()),
            note: row.note.get().map(|note| pen.text(note)),
        })
    });
    part(pen, "cost", service.document.cost.state(), rows.collect())
}

/// Into which accounts is paid: "Bank Contoh 0000 1111 2222, atas nama Kas Daerah".
pub fn accounts(pen: &Pen<'_>, accounts: &[Account]) -> Vec<Words> {
    let said = accounts.iter().filter_map(|account| {
        let number = &account.number.get()?.0;
        let first = account.bank.get().unwrap_or(number);
        let mut words = pen.worded(number).value.clone();
        if let Some(bank) = account.bank.get() {
            words = format!("{} {words}", pen.worded(bank).value);
        }
        if let Some(holder) = account.holder.get() {
            let values = [
                ("account", words.as_str()),
                ("holder", &pen.worded(holder).value),
            ];
            words = pen.fill("cost.account_of", &values);
        }
        Some(pen.text(first).saying(words))
    });
    said.collect()
}

/// What the citizen gets.
pub fn products(pen: &Pen<'_>, slot: &Slot<Vec<ProductDocument>>) -> Part<Product> {
    let items = slot.items().iter().map(|product| {
        let (label, text) = wording(pen, &product.label, &product.text);
        let facts = [
            ("product.validity", &product.validity),
            ("product.delivery", &product.delivery),
        ];
        let facts = facts.into_iter().filter_map(|(key, slot)| {
            Some(Fact {
                term: pen.word(key),
                value: pen.text(slot.get()?),
                href: None,
            })
        });
        Product {
            label,
            text,
            document: product.document.get().and_then(|name| paper(pen, name)),
            facts: facts.collect(),
        }
    });
    part(pen, "products", slot.state(), items.collect())
}

/// Where to ask or complain: the service's own channels, else its agency's.
pub fn complaints(
    pen: &Pen<'_>,
    service: &ServiceDocument,
    agency: Option<&AgencyDocument>,
) -> Complaints {
    let own = service.complaints.get();
    let own_channels = own.map_or(&Slot::Absent, |complaints| &complaints.channels);
    let none = Slot::Absent;
    let default = agency.map_or(&none, |agency| &agency.channels);
    let (state, list) = match (&service.complaints, own_channels) {
        (Slot::Missing(_), _) | (_, Slot::Missing(_)) => ("missing", Vec::new()),
        (_, slot) => {
            let slot = slot.or(default);
            let shown = channels::channels(pen, slot.items());
            // Channels that are known to be missing, or may not be printed.
            let none = shown.is_empty() && !slot.items().is_empty();
            (if none { "missing" } else { slot.state() }, shown)
        }
    };
    let mut facts = Vec::new();
    let mut steps = Vec::new();
    if let Some(complaints) = own {
        steps = complaints
            .steps
            .items()
            .iter()
            .map(|step| pen.text(step))
            .collect();
        let response = complaints.response_time.get();
        let response = response.and_then(|time| self::response(pen, time));
        let officer = complaints.officer_role.get().map(|role| pen.text(role));
        let found = [
            ("complaint.response_time", response),
            ("complaint.officer_role", officer),
        ];
        facts.extend(found.into_iter().filter_map(|(key, value)| {
            Some(Fact {
                term: pen.word(key),
                value: value?,
                href: None,
            })
        }));
    }
    let mut channels = part(pen, "complaints", state, list);
    if channels.state == "absent" && !(steps.is_empty() && facts.is_empty()) {
        (channels.state, channels.missing) = ("given", None);
    }
    Complaints {
        channels,
        steps,
        facts,
    }
}
