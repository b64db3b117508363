//! What a checklist asks: how much, and nothing that says who somebody is.

mod identity;
mod phrases;

pub use phrases::check as check_phrases;
use phrases::check_shared as check_shared_phrases;

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::Id;
use crate::parse::SharedQuestions;
use crate::resolve;
use crate::resolve::service::Service;

/// The most questions that people answer before they give up.
const MOST_QUESTIONS: usize = 7;

/// Reports too many questions, and questions for what identifies a person.
pub fn check(service: &Service<'_>, sink: &mut Sink) {
    check_count(service, sink);
    for own in service.posed.iter().filter(|posed| !posed.is_shared) {
        identity::check(own.written, sink);
    }
}

/// Reports what is wrong with the questions that services share, once for all of them: questions for what identifies a
/// person, answers that no condition could speak of, and, if it is known what is `asked`, those that no service asks.
pub fn check_shared(shared: &SharedQuestions, asked: Option<&BTreeSet<&str>>, sink: &mut Sink) {
    for written in &shared.list {
        identity::check(written, sink);
        if let Some(question) = resolve::question::as_written(written) {
            check_shared_phrases(&question, sink);
        }
        if let (Some(id), Some(asked)) = (written.id.get(), asked)
            && !asked.contains(id.value.as_str())
        {
            sink.push(unasked(id));
        }
    }
}

fn unasked(id: &Id) -> Diagnostic {
    let name = &id.value;
    Diagnostic::new(
        Code::K0340,
        id.span,
        say!(
            "tidak ada layanan yang menanyakan `{name}`",
            "no service asks `{name}`"
        ),
    )
    .help(say!(
        "sebut id-nya di layanan yang memerlukannya, ketik di bawah `pertanyaan:`: - {name}; atau hapus pertanyaan ini",
        "name it in a service that needs it, type below `questions:`: - {name}; or delete this question"
    ))
}

/// The questions beyond the seventh, and those that decide least.
fn check_count(service: &Service<'_>, sink: &mut Sink) {
    let count = service.posed.len();
    let Some(beyond) = service.posed.get(MOST_QUESTIONS) else {
        return;
    };
    let mut least: Vec<(usize, usize, &str)> = service
        .questions
        .list
        .iter()
        .enumerate()
        .map(|(index, question)| {
            let reading = service.conditions();
            let reading = reading.filter(|rule| rule.reads().contains(&index));
            (reading.count(), index, question.id.as_str())
        })
        .collect();
    least.sort_unstable();
    let few = least.iter().take(count - MOST_QUESTIONS);
    let list = |units: [&str; 2]| -> String {
        let each = few.clone();
        let each = each.map(|(conditions, _, id)| {
            format!(
                "`{id}` ({conditions} {})",
                units[usize::from(*conditions != 1)]
            )
        });
        each.collect::<Vec<String>>().join(", ")
    };
    let (id, en) = (
        list(["syarat", "syarat"]),
        list(["condition", "conditions"]),
    );
    sink.push(
        Diagnostic::new(
            Code::K0333,
            beyond.span,
            say!(
                "ada {count} pertanyaan; lebih dari {MOST_QUESTIONS} jarang dijawab sampai selesai",
                "there are {count} questions; few people answer more than {MOST_QUESTIONS}"
            ),
        )
        .help(say!(
            "yang paling sedikit menentukan: {id}; gabungkan dua pertanyaan ya/tidak menjadi satu dengan `pilihan`, atau pecah menjadi dua layanan",
            "the ones that decide least: {en}; merge two yes/no questions into one with `choices`, or split the service in two"
        )),
    );
}
