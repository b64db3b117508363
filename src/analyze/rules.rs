//! What the rules of a service mean: what is wrong with its questions and conditions, whether the tests of staff come
//! out, and which rows of its tariff are added without a word.

mod analysis;
mod coverage;
mod drafted;
mod questions;
mod staff_tests;
mod tariff;

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::resolve::service::{List, Service, Written};
use crate::span::Span;
pub use drafted::Drafter;
pub use questions::check_shared;
use staff_tests::Tested;

/// Reports what is wrong with the questions, and with rules that are understood.
pub fn check(service: &Service<'_>, sink: &mut Sink) {
    questions::check(service, sink);
    tariff::check(service, sink);
    if !service.understood || service.questions.list.is_empty() {
        return;
    }
    cases_without_condition(service, sink);
    questions::check_phrases(service, sink);
    if let Some(checklist) = &service.checklist {
        let tested = Tested { service, checklist };
        tested.run(sink);
        coverage::check(&tested, sink);
    }
    analysis::analyze(service, sink);
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
