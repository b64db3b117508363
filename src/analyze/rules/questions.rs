//! What a checklist asks: how much, and nothing that says who somebody is.

mod identity;
mod phrases;

pub use phrases::check as check_phrases;

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::resolve::service::Service;

/// The most questions that people answer before they give up.
const MOST_QUESTIONS: usize = 7;

/// Reports too many questions, and questions for what identifies a person.
pub fn check(service: &Service<'_>, sink: &mut Sink) {
    check_count(service, sink);
    for question in service.document.questions.items() {
        identity::check(question, sink);
    }
}

/// The questions beyond the seventh, and those that decide least.
fn check_count(service: &Service<'_>, sink: &mut Sink) {
    let questions = service.document.questions.items();
    let count = questions.len();
    let Some(beyond) = questions.get(MOST_QUESTIONS) else {
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
    let span = beyond.id.get().map_or(beyond.span, |id| id.span);
    sink.push(
        Diagnostic::new(
            Code::K0333,
            span,
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
