//! Lines of a service's page: requirements, implied criteria, steps; and what stands behind them.

use super::basis::links as basis_links;
use super::card::service_link;
use super::conditions::Conditions;
use super::paper::Paper;
use super::pen::Pen;
use super::view::{Fact, Item, Link, Prose, Words};
use crate::model::service::{Actor, Otherwise, Requirement, RequirementKind};
use crate::model::{Markdown, Slot, Text};
use crate::resolve::service::{
    Item as Resolved, List, Role, Service, States, Written, is_kept, kind_of,
};
use crate::rule::compile::Key;

/// A line that is no item of the contract.
pub fn said(words: Words) -> Item {
    Item {
        label: words,
        ..Item::default()
    }
}

/// What every line has: its place in the contract, its words, its condition as written at itself.
pub fn line(pen: &Pen<'_>, rules: &Conditions<'_>, item: &Resolved<'_>) -> Item {
    let (label, text) = item.wording();
    let label = wording(pen, label, text).0;
    Item {
        path: item.path.clone(),
        number: item.number.clone(),
        condition: rules.said_beside(Some(&label), item.when.as_ref()),
        label,
        states: states(item),
        of_some: item.must.is_some() && item.condition.is_some(),
        ..Item::default()
    }
}

/// A paper or a group of them, with what one needs to know to bring it. `heading` is what the list it stands in says
/// of the place where it is got.
pub fn paper(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    item: &Resolved<'_>,
    heading: Option<&str>,
) -> Item {
    let own = line(pen, rules, item);
    let Some(requirement) = item.requirement() else {
        return own;
    };
    let said = own.label.text.to_lowercase();
    let papers = Paper::all(pen, requirement);
    let place = requirement.obtain_from.get().map(|place| pen.text(place));
    let place =
        place.filter(|place| heading != Some(place.text.as_str()) && !says(&said, &place.text));
    let place = place.map(|place| {
        let from = pen.fill("item.from", &[("place", &place.text)]);
        place.saying(from)
    });
    let mut details: Vec<Words> = form(pen, requirement, &said).into_iter().collect();
    details.extend(acknowledged(pen, requirement, &said));
    details.extend(place);
    details.extend(choice(
        pen,
        &said,
        "item.any_of",
        requirement.any_of.items(),
    ));
    details.extend(choice(
        pen,
        &said,
        "item.all_of",
        requirement.all_of.items(),
    ));
    details.extend(papers.iter().filter_map(|paper| paper.validity(pen)));
    details.extend(requirement.note.get().map(|note| pen.text(note)));
    let kept = is_kept(requirement);
    let services = papers.iter().filter(|_| !kept);
    Item {
        details,
        links: services.filter_map(|paper| paper.service(pen)).collect(),
        pictures: papers
            .iter()
            .filter_map(|paper| paper.picture(pen))
            .collect(),
        help: requirement
            .help
            .get()
            .map(|help| prose(pen, help, 4))
            .into_iter()
            .collect(),
        ..own
    }
}

/// Who can use a service and what must be done before: the requirements that are not brought, then what the text
/// implies.
pub fn who(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Vec<Item> {
    let listed = service.requirements().filter(|item| is_of_who(item));
    let listed = listed.map(|item| demanded(pen, rules, service, item));
    let implied = service.list(List::Eligibility).map(|item| {
        let own = line(pen, rules, item);
        let demand = || rules.demand(item.must.as_ref()).unwrap_or_default();
        Item {
            number: String::new(),
            // One that nothing decides keeps out of the contract.
            path: own.states.map(|_| own.path).unwrap_or_default(),
            label: item.words().map_or_else(demand, |_| own.label),
            ..own
        }
    });
    listed.chain(implied).collect()
}

/// Whether something is said of who can use a service.
pub fn says_who(service: &Service<'_>) -> bool {
    let implied = service.list(List::Eligibility).next();
    implied.is_some() || service.requirements().any(is_of_who)
}

/// Whether a requirement is not brought: something that one must be, have done, or do.
fn is_of_who(item: &Resolved<'_>) -> bool {
    !matches!(item.role, Role::Paper | Role::Group)
}

/// A requirement that is not brought; of a group with the condition of the group.
fn demanded(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    service: &Service<'_>,
    item: &Resolved<'_>,
) -> Item {
    let mut own = paper(pen, rules, item, None);
    own.condition = rules.said_beside(Some(&own.label), item.condition.as_ref());
    let kind = kind(pen, item);
    own.details.splice(0..0, kind);
    let bare = service.around(item).filter(|group| !brings(service, group));
    for group in bare.collect::<Vec<_>>() {
        head(
            &mut own,
            paper(pen, rules, group, None),
            first_of(service, group) == Some(item.key),
        );
    }
    own
}

/// What a requirement that is not brought is, in a word, where its words may not say so.
pub fn kind(pen: &Pen<'_>, item: &Resolved<'_>) -> Option<Words> {
    let kind = item.requirement().map(kind_of)?;
    let told = match kind {
        RequirementKind::Criterion => false,
        // That it must hold before says as much.
        RequirementKind::PriorAction => item.must.is_none(),
        _ => true,
    };
    told.then(|| pen.said(pen.word(&format!("kind.{}", kind.key()))))
}

/// A group without papers has no line of its own: each part begins with its label, the first with all else.
fn head(part: &mut Item, group: Item, first: bool) {
    let label = Some(group.label).filter(|words| !words.text.is_empty());
    let beyond = group.details.into_iter().filter(|_| first);
    part.details.splice(0..0, label.into_iter().chain(beyond));
    if first {
        part.links.splice(0..0, group.links);
        part.help.splice(0..0, group.help);
        part.pictures.splice(0..0, group.pictures);
    }
}

/// The first line of a group that is no group itself.
fn first_of(service: &Service<'_>, group: &Resolved<'_>) -> Option<Key> {
    let mut within = service.items.iter().skip(group.key + 1);
    within
        .find(|item| item.role != Role::Group)
        .map(|item| item.key)
}

/// Whether a group holds something to bring.
pub fn brings(service: &Service<'_>, group: &Resolved<'_>) -> bool {
    service
        .parts_of(group)
        .any(|part| part.role == Role::Paper || brings(service, part))
}

/// A step, with where and how long.
pub fn step(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    service: &Service<'_>,
    item: &Resolved<'_>,
) -> Item {
    let own = line(pen, rules, item);
    let Written::Step(step) = item.written else {
        return own;
    };
    let said = own.label.text.to_lowercase();
    let channel = step.channel.get();
    let channel =
        channel.map(|kind| pen.said(pen.word(&format!("service_channel.{}", kind.key()))));
    // A place that depends on the answers stands among the places to go to.
    let listed = item.is_readers() && own.states.is_some();
    let place = step.location.get().filter(|_| !listed);
    let place = place.map(|place| pen.text(place));
    let needs = step.needs.items().iter();
    let needs = needs.filter_map(|name| service.requirement(&name.value)?.words());
    let needs: Vec<String> = needs.map(|words| pen.worded(words).value.clone()).collect();
    let needs = (!needs.is_empty()).then(|| {
        let list = pen.language().all_of(&needs);
        pen.said(pen.fill("step.needs", &[("papers", &list)]))
    });
    let produces = step.produces.get().and_then(|name| Paper::named(pen, name));
    let produces = produces.map(|paper| paper.name(pen));
    let produces = produces.filter(|name| !says(&said, &name.text));
    let produces = produces.map(|name| {
        let text = pen.fill("step.produces", &[("paper", &name.text)]);
        name.saying(text)
    });
    // Who does what an officer does goes without saying.
    let other = step.actor.get();
    let other = other.filter(|actor| matches!(actor, Actor::System | Actor::Other));
    let other = other.map(|actor| pen.said(pen.word(&format!("actor.{}", actor.key()))));
    let details = [
        other,
        channel.filter(|channel| !says(&said, &channel.text)),
        place.filter(|place| !says(&said, &place.text)),
        step.duration.get().map(|time| pen.text(time)),
        needs,
        produces,
        step.note.get().map(|note| pen.text(note)),
    ];
    Item {
        details: details.into_iter().flatten().collect(),
        ..own
    }
}

/// Whether a label says these words already.
fn says(label: &str, words: &str) -> bool {
    label.contains(&words.to_lowercase())
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

/// Markdown with its language.
pub fn prose(pen: &Pen<'_>, text: &Markdown, top: u8) -> Prose {
    let Words { lang, dir, .. } = pen.text(&text.0);
    let html = pen.html(text, top);
    Prose { html, lang, dir }
}

/// The form and number of a paper, where its label does not say the form already.
fn form(pen: &Pen<'_>, requirement: &Requirement, label: &str) -> Option<Words> {
    let form = requirement.form.get();
    let form = form.map(|form| pen.word(&format!("form.{}", form.key())));
    let form = form.filter(|form| !label.contains(form.as_str()));
    let copies = requirement.copies.get().map(|copies| copies.value);
    let number = copies.map(|copies| copies.to_string()).unwrap_or_default();
    let said = match (form, copies) {
        (Some(form), Some(1)) => pen.fill("form.copies_one", &[("form", &form)]),
        (Some(form), Some(_)) => pen.fill("form.copies", &[("form", &form), ("n", &number)]),
        (Some(form), None) => form,
        (None, Some(1)) => pen.word("copies.one"),
        (None, Some(_)) => pen.fill("copies.many", &[("n", &number)]),
        (None, None) => return None,
    };
    Some(pen.said(said))
}

/// Who must have acknowledged a paper, where its label does not name them.
fn acknowledged(pen: &Pen<'_>, requirement: &Requirement, label: &str) -> Option<Words> {
    let who = requirement.acknowledged_by.items();
    let names: Vec<String> = who
        .iter()
        .map(|who| pen.worded(who).value.clone())
        .collect();
    if names.iter().all(|name| says(label, name)) {
        return None;
    }
    let list = pen.language().all_of(&names);
    let said = pen.fill("item.acknowledged_by", &[("who", &list)]);
    who.first().map(|first| pen.text(first).saying(said))
}

/// Papers of which one is enough, or all are needed, where the label does not name them.
fn choice(pen: &Pen<'_>, label: &str, key: &str, names: &[Text]) -> Option<Words> {
    let named = names.iter().filter_map(|name| Paper::named(pen, name));
    let named: Vec<Words> = named.map(|paper| paper.name(pen)).collect();
    if named.iter().all(|name| says(label, &name.text)) {
        return None;
    }
    let list: Vec<&str> = named.iter().map(|name| name.text.as_str()).collect();
    let list = pen.language().row(&list);
    let first = named.first()?;
    Some(first.saying(pen.fill(key, &[("papers", &list)])))
}

/// What follows where a criterion fails: the sentence, with a link where it names a service.
pub fn otherwise(pen: &Pen<'_>, otherwise: &Otherwise) -> Option<Link> {
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

/// An editor's inference, with who confirmed it.
pub fn inference(pen: &Pen<'_>, item: &Resolved<'_>) -> Option<Words> {
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
pub fn unconfirmed(pen: &Pen<'_>, item: &Resolved<'_>) -> Option<Words> {
    let (inferred, confirmed) = item.inference()?;
    confirmed.is_none().then(|| pen.text(inferred))
}

/// What stands behind a requirement or an implied criterion: the exact condition, what follows where it fails, the
/// articles it rests on, what was inferred.
pub fn remarks(pen: &Pen<'_>, rules: &Conditions<'_>, item: &Resolved<'_>) -> Vec<Fact> {
    let fact = |key: &str, value: Words, href: Option<String>| Fact {
        term: pen.word(key),
        value,
        href,
    };
    let mut remarks = Vec::new();
    let demand = rules.demand(item.must.as_ref());
    let demand = demand.filter(|_| item.words().is_some());
    remarks.extend(demand.map(|demand| fact("item.must", demand, None)));
    let written = item.otherwise();
    if let Some(link) = written.and_then(|written| otherwise(pen, written)) {
        let kind = written.and_then(|written| written.kind.get());
        let kind = kind.map_or("not_eligible", |kind| kind.key());
        remarks.push(fact(
            &format!("item.otherwise_{kind}"),
            link.label,
            link.href,
        ));
    }
    if let Some(requirement) = item.requirement() {
        let papers = Paper::all(pen, requirement);
        let kept = is_kept(requirement);
        let issuers = papers.iter().filter_map(|paper| match kept {
            true => paper.service(pen).or_else(|| paper.issuer(pen)),
            false => paper.issuer(pen),
        });
        remarks.extend(issuers);
        remarks.extend(source_number(pen, requirement, item.place()));
    }
    let basis = basis_links(pen, item.legal_basis()).into_iter();
    remarks.extend(basis.map(|link| fact("item.legal_basis", link.label, link.href)));
    let inferred = inference(pen, item);
    remarks.extend(inferred.map(|words| fact("item.interpretation", words, None)));
    remarks
}

fn source_number(pen: &Pen<'_>, requirement: &Requirement, number: usize) -> Option<Fact> {
    let source = requirement.source_number.get()?;
    let differs = pen.worded(source).value != number.to_string();
    differs.then(|| Fact {
        term: pen.word("item.source_number"),
        value: pen.text(source),
        href: None,
    })
}
