//! `AGENCY/SERVICE-lampiran.html`: the standard as the annex of its decree, all fourteen components word for word.

use std::collections::BTreeSet;

use super::amounts;
use super::channels;
use super::details::{self, labelled};
use super::frame::{About, frame};
use super::pen::Pen;
use super::service::{agency_link, words};
use super::standing;
use super::view::{Annex, AnnexClause, AnnexGroup, AnnexRow, Channel, Help, Link, Words};
use crate::analyze::SoundService;
use crate::model::agency::AgencyDocument;
use crate::model::service::{CostRow, Requirements, ServiceDocument, Time};
use crate::model::{Slot, Text};
use crate::resolve::components;
use crate::resolve::service::{Item, List, Service, Written};

/// The view of the annex, in the language of the content.
pub fn view(pen: &Pen<'_>, sound: &SoundService<'_>) -> Annex {
    let (service, document) = (sound.service(), sound.service().document);
    let folder = sound.entry().agency.as_str();
    let agency = pen.desk.site.agencies.get(folder);
    let title = words(pen, document.title_verbatim.or(&document.title).get());
    let page = pen.desk.routes.page(&sound.entry().subject(), pen.lang());
    let own = Link {
        href: page.map(|page| pen.link(page)),
        label: words(pen, document.title.get()),
    };
    let agency_link = agency_link(pen, folder, agency);
    let name = agency_link.label.text.clone();
    let mut frame = frame(
        pen,
        about(pen, &title, [agency_link, own]),
        agency.map(|agency| (folder, agency)),
    );
    // What they say of the office is in their own parts, and the address that counts is that of the page.
    frame.help = Help::default();
    frame.canonical = frame.canonical.and(page).map(|page| pen.url(page));
    let decree = components::decree(document, agency).get();
    Annex {
        number: decree.and_then(|decree| Some(pen.text(decree.number.get()?))),
        date: decree.and_then(|decree| Some(pen.date(decree.date.get()?))),
        signed_by: decree.and_then(|decree| Some(pen.text(decree.signed_by.get()?))),
        about: pen.fill("annex.about", &[("agency", &name)]),
        groups: vec![
            delivery(pen, service, agency),
            management(pen, document, agency),
        ],
        version: sound.version().to_owned(),
        found_at: frame.canonical.clone(),
        title,
        frame,
    }
}

fn about(pen: &Pen<'_>, title: &Words, way: [Link; 2]) -> About {
    let own = pen.word("annex.name");
    let head = format!("{own}: {}", title.text);
    let here = Link {
        href: None,
        label: pen.said(own),
    };
    About {
        title: head,
        description: String::new(),
        trail: way.into_iter().chain([here]).collect(),
    }
}

/// The components A.1 to A.6.
fn delivery(pen: &Pen<'_>, service: &Service<'_>, agency: Option<&AgencyDocument>) -> AnnexGroup {
    let document = service.document;
    let rows = [
        ("requirements", requirements(pen, service)),
        ("procedure", procedure(pen, service)),
        ("time", time(pen, document)),
        ("cost", cost(pen, service)),
        ("products", products(pen, document)),
        ("complaints", complaints(pen, document, agency)),
    ];
    let states = components::states(document, agency);
    let mut group = group(pen, "A", rows, &states[..6]);
    if matches!(document.requirements.get(), Some(Requirements::None))
        && let Some(row) = group.rows.first_mut()
    {
        row.none = Some(pen.word("annex.none"));
    }
    group
}

/// The components B.1 to B.8.
fn management(
    pen: &Pen<'_>,
    document: &ServiceDocument,
    agency: Option<&AgencyDocument>,
) -> AnnexGroup {
    let rows = standing::management(pen, document);
    let rows = rows.map(|(key, clauses)| {
        let clauses = clauses.into_iter().filter_map(|clause| clause.text);
        (key, clauses.map(sentence).collect())
    });
    let states = components::states(document, agency);
    group(pen, "B", rows, &states[6..])
}

/// The rows of a group, each with its number; one that says nothing says that.
fn group<const N: usize>(
    pen: &Pen<'_>,
    letter: &str,
    rows: [(&str, Vec<AnnexClause>); N],
    states: &[&str],
) -> AnnexGroup {
    let rows = rows.into_iter().zip(states).enumerate();
    let row = |(index, ((key, clauses), state)): (usize, ((&str, Vec<AnnexClause>), &&str))| {
        let legal = || pen.word(&format!("component.{key}.legal"));
        let missing = match *state {
            "missing" => "missing.component",
            _ => "missing.absent",
        };
        AnnexRow {
            number: format!("{letter}.{}", index + 1),
            title: standing::own_title(pen, key).unwrap_or_else(legal),
            none: clauses.is_empty().then(|| pen.word(missing)),
            clauses,
        }
    };
    AnnexGroup {
        title: pen.word(&format!("annex.group_{}", letter.to_lowercase())),
        rows: rows.map(row).collect(),
    }
}

fn sentence(text: Words) -> AnnexClause {
    AnnexClause {
        text,
        ..AnnexClause::default()
    }
}

/// The legal sentence of an item, else its only words.
fn clause(pen: &Pen<'_>, item: &Item<'_>) -> AnnexClause {
    let (label, text) = item.wording();
    AnnexClause {
        number: item.number.clone(),
        text: words(pen, text.or(label).get()),
        parts: Vec::new(),
    }
}

fn requirements(pen: &Pen<'_>, service: &Service<'_>) -> Vec<AnnexClause> {
    fn with_parts(pen: &Pen<'_>, service: &Service<'_>, item: &Item<'_>) -> AnnexClause {
        let parts = service.parts_of(item);
        AnnexClause {
            parts: parts.map(|part| with_parts(pen, service, part)).collect(),
            ..clause(pen, item)
        }
    }
    let items = service.list(List::Requirements);
    items.map(|item| with_parts(pen, service, item)).collect()
}

fn procedure(pen: &Pen<'_>, service: &Service<'_>) -> Vec<AnnexClause> {
    let steps = service.list(List::Procedure);
    steps.map(|item| clause(pen, item)).collect()
}

/// The sentence of the whole, what is remarked on it, the cases and the phases; words for the numbers only where there
/// is no sentence.
fn time(pen: &Pen<'_>, document: &ServiceDocument) -> Vec<AnnexClause> {
    let Some(time) = document.time.get() else {
        return Vec::new();
    };
    let note = |slot: &Slot<Text>| slot.get().map(|text| pen.text(text));
    let whole = amounts::time(pen, &time.text, &time.min, &time.max, &time.unit);
    let from = time.from.get().filter(|_| time.text.get().is_none());
    let from = from.map(|from| pen.said(pen.word(&format!("time.from.{}", from.key()))));
    let cases = time.cases.items().iter().flat_map(|case| {
        let length = amounts::time(pen, &case.text, &case.min, &case.max, &case.unit);
        let said = labelled(pen, &case.label, length, &case.note);
        let told = note(&case.note).filter(|note| said.as_ref() != Some(note));
        said.into_iter().chain(told)
    });
    let phases = time
        .phases
        .items()
        .iter()
        .filter_map(|phase| note(&phase.note));
    let phases = details::phases(pen, time).chain(phases);
    let all = whole.into_iter().chain(note(&time.note));
    let mut said: Vec<Words> = Vec::new();
    for words in all.chain(cases).chain(phases).chain(from) {
        if !said.contains(&words) {
            said.push(words);
        }
    }
    said.into_iter().map(sentence).collect()
}

/// The rows of the tariff, and how they are paid.
fn cost(pen: &Pen<'_>, service: &Service<'_>) -> Vec<AnnexClause> {
    let rows = service
        .list(List::Cost)
        .flat_map(|item| match item.written {
            Written::Price(row) => price(pen, item, row),
            _ => Vec::new(),
        });
    let document = service.document;
    let means = pen.joined(document.payment_methods.items());
    let accounts = details::accounts(pen, document.accounts.items());
    let accounts = accounts.into_iter().map(|account| account.label);
    let said = |key: &str, words: Words| {
        let term = pen.word(key);
        sentence(words.saying(format!("{term}: {}", words.text)))
    };
    let means = means.map(|means| said("details.payment", means));
    let accounts = accounts.map(|account| said("details.account", account));
    rows.chain(means).chain(accounts).collect()
}

/// A row of the tariff: its sentence, after its label where the sentence does not have all its words.
fn price(pen: &Pen<'_>, item: &Item<'_>, row: &CostRow) -> Vec<AnnexClause> {
    let label = row.label.get().filter(|label| match row.text.get() {
        Some(text) => !says_all(&text.value, &label.value),
        None => true,
    });
    let amount = || amounts::amount(pen, row).map(|amount| pen.said(amount));
    let figure = row.text.get().map(|text| pen.text(text)).or_else(amount);
    let text = match (label.map(|label| pen.text(label)), figure) {
        (Some(label), Some(figure)) => label.saying(format!("{}: {}", label.text, figure.text)),
        (label, figure) => label.or(figure).unwrap_or_default(),
    };
    let exempt = pen.joined(row.exempt.items()).map(|who| {
        let text = pen.fill("cost.exempt", &[("who", &who.text)]);
        sentence(who.saying(text))
    });
    let note = row.note.get().map(|note| sentence(pen.text(note)));
    vec![AnnexClause {
        number: item.number.clone(),
        text,
        parts: exempt.into_iter().chain(note).collect(),
    }]
}

/// Whether all words of a label stand in a sentence.
fn says_all(sentence: &str, label: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    words(label).is_subset(&words(sentence))
}

fn products(pen: &Pen<'_>, document: &ServiceDocument) -> Vec<AnnexClause> {
    let products = document.products.items().iter().enumerate();
    let clauses = products.map(|(index, product)| {
        let facts = [
            ("product.validity", &product.validity),
            ("product.delivery", &product.delivery),
        ];
        let parts = facts.into_iter().filter_map(|(key, slot)| {
            let words = pen.text(slot.get()?);
            let text = pen.fill(key, &[("value", &words.text)]);
            Some(sentence(words.saying(text)))
        });
        AnnexClause {
            number: (index + 1).to_string(),
            text: words(pen, product.text.or(&product.label).get()),
            parts: parts.collect(),
        }
    });
    clauses.collect()
}

/// The channels of the service, else those of its agency; what happens with a complaint, and when.
fn complaints(
    pen: &Pen<'_>,
    document: &ServiceDocument,
    agency: Option<&AgencyDocument>,
) -> Vec<AnnexClause> {
    let own = document.complaints.get();
    let channels = own.map_or(&[][..], |own| own.channels.items());
    let channels = match (channels, agency) {
        ([], Some(agency)) => channels::channels(pen, agency.channels.items()),
        (channels, _) => channels::channels(pen, channels),
    };
    let channels = channels.iter().map(channel);
    let steps = own.map_or(&[][..], |own| own.steps.items()).iter();
    let steps = steps.map(|step| pen.text(step));
    let term = |key: &str, words: Words| {
        let term = pen.word(key);
        words.saying(format!("{term}: {}", words.text))
    };
    let response = own.and_then(|own| response(pen, own.response_time.get()?));
    let response = response.map(|words| term("complaint.response_time", words));
    let officer = own.and_then(|own| own.officer_role.get());
    let officer = officer.map(|role| term("complaint.officer_role", pen.text(role)));
    let all = channels.chain(steps).chain(response).chain(officer);
    all.map(sentence).collect()
}

fn channel(channel: &Channel) -> Words {
    let value = &channel.value;
    let mut text = match value.text.is_empty() {
        true => channel.kind_label.clone(),
        false => format!("{}: {}", channel.kind_label, value.text),
    };
    if let Some(note) = &channel.note {
        text.push_str(&format!(" ({})", note.text));
    }
    value.saying(text)
}

fn response(pen: &Pen<'_>, time: &Time) -> Option<Words> {
    let said = amounts::time(pen, &time.text, &time.min, &time.max, &time.unit);
    said.or_else(|| Some(pen.text(time.note.get()?)))
}
