//! What the rules of a service mean: what is wrong with its questions and conditions, and whether the tests of staff
//! come out.

mod analysis;
mod coverage;
mod questions;
mod staff_tests;

use crate::analyze::texts;
use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::service::Time;
use crate::resolve::service::{Item, List, Service, Written};
use crate::rule::check::Rule;
use crate::span::Span;
use analysis::{Inferred, Paper, Rest, Subject, Table};
use staff_tests::Tested;

/// Reports what is wrong with the questions, and with rules that are understood.
pub fn check(service: &Service<'_>, sink: &mut Sink) {
    questions::check(service, sink);
    if !service.understood || service.questions.list.is_empty() {
        return;
    }
    cases_without_condition(service, sink);
    if let Some(checklist) = &service.checklist {
        let tested = Tested { service, checklist };
        tested.run(sink);
        coverage::check(&tested, sink);
    }
    let items = service.items.iter();
    let groups = items.filter_map(|item| Some((item.key, item.group?)));
    let subject = Subject {
        papers: papers(service),
        tables: tables(service),
        inferred: inferred(service),
        demanded: service.requirements().map(|item| item.key).collect(),
        groups: groups.collect(),
        rules: service.rules.clone(),
    };
    analysis::analyze(&subject, &service.questions, sink);
}

/// The papers that some people cannot have, each with its whole condition.
fn papers(service: &Service<'_>) -> Vec<Paper> {
    let papers = service.requirements();
    papers
        .filter_map(|item| {
            let cannot_have = item.cannot_have.clone()?;
            let sentence = item.wording().1.str();
            let reads = cannot_have.reads();
            let name = item.words().map(|name| name.value.clone());
            Some(Paper {
                key: item.key,
                other_reason: texts::names_other_reason(sentence, &service.questions, &reads),
                explained: item.inference().is_some(),
                name: name.unwrap_or_default(),
                when: item.condition.clone().filter(|_| item.must.is_none()),
                own: item.when.clone(),
                cannot_have,
            })
        })
        .collect()
}

/// What an editor inferred and nobody confirmed, by the criteria that rest on it.
fn inferred(service: &Service<'_>) -> Vec<Inferred> {
    let criteria = service.rules.criteria.iter();
    criteria
        .filter_map(|(key, must, kind)| {
            let (note, confirmed) = service.items.get(*key)?.inference()?;
            confirmed.is_none().then(|| Inferred {
                must: must.clone(),
                kind: *kind,
                span: note.span,
            })
        })
        .collect()
}

/// The rows of the tariff and the cases of time, of which exactly one should hold.
fn tables(service: &Service<'_>) -> Vec<Table> {
    let time = service.document.time.get();
    let whole = time.is_some_and(has_whole);
    let cost = table(service, List::Cost, Rest::Nothing);
    let time = table(
        service,
        List::Time,
        if whole { Rest::Given } else { Rest::Nothing },
    );
    cost.into_iter().chain(time).collect()
}

/// Reports cases of the time that hold for everyone beside those that hold for some: whose case it is, nobody can tell.
fn cases_without_condition(service: &Service<'_>, sink: &mut Sink) {
    let mut conditions = service
        .list(List::Time)
        .filter_map(|case| case.when.as_ref());
    let Some(other) = conditions.next() else {
        return;
    };
    for item in service.list(List::Time) {
        let Written::Case(case) = item.written else {
            continue;
        };
        if item.is_unconditional() {
            let span = item.words().map_or(case.span, |words| words.span);
            sink.push(for_everyone(span, other.span));
        }
    }
}

fn for_everyone(span: Span, other: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0324,
        span,
        say!(
            "kasus ini tanpa `jika`, jadi berlaku juga bagi orang dengan kasus lain",
            "this case has no `when`, so it also applies to people in another case"
        ),
    )
    .also(other, say!("kasus yang lain", "another case"))
    .help(say!(
        "ketik di bawahnya: jika: …; waktu bagi semua yang lain ditulis di `waktu` sendiri, bukan di `kasus`",
        "add below it: when: …; the time for everyone else belongs in `time` itself, not under `cases`"
    ))
}

fn has_whole(time: &Time) -> bool {
    time.text.get().is_some() || time.max.get().is_some()
}

/// The conditions of a list; a row without one holds for the rest.
fn table(service: &Service<'_>, list: List, rest: Rest) -> Option<Table> {
    let rows: Vec<Rule> = service
        .list(list)
        .filter_map(|row| row.when.clone())
        .collect();
    let plain = service.list(list).any(Item::is_unconditional);
    let span = rows.first()?.span;
    let rest = if plain { Rest::Given } else { rest };
    Some(Table { span, rows, rest })
}
