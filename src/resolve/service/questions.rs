//! The questions of a service with its facts, and what tests answer to them.

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::service::{Question as QuestionDocument, ServiceDocument};
use crate::model::{Slot, Text};
use crate::parse::dictionary::Dictionary;
use crate::resolve::conditions;
use crate::rule::check::{self, Questions};
use crate::rule::questions::{Choice, Fact, Kind, PLACE, Phrase, Question};
use crate::rule::syntax::Value as RuleValue;
use crate::similar::nearest;
use crate::span::Span;

/// The questions and facts of a document.
pub(super) fn questions(service: &ServiceDocument, sink: &mut Sink) -> Questions {
    let facts = service.facts.get().map_or(&[][..], |facts| &facts.0);
    let facts: Vec<Fact> = facts
        .iter()
        .filter_map(|(name, condition)| {
            Some(Fact {
                id: name.value.clone(),
                expr: conditions::expression(condition, sink)?,
                span: name.span,
            })
        })
        .collect();
    Questions::new(worded(service, &Dictionary::default()), &facts, sink)
}

/// The same questions in the words of a translation.
pub(super) fn translated(
    service: &ServiceDocument,
    own: &Questions,
    words: &Dictionary,
) -> Questions {
    let mut questions = own.clone();
    questions.list = worded(service, words);
    questions
}

fn worded(service: &ServiceDocument, words: &Dictionary) -> Vec<Question> {
    let list = service.questions.items().iter();
    list.filter_map(|document| question(document, words))
        .collect()
}

/// Answers in tests name questions and options that exist.
pub(super) fn check_tests(service: &ServiceDocument, questions: &Questions, sink: &mut Sink) {
    for test in service.tests.items() {
        for (name, answer) in test.answers.get().map_or(&[][..], |answers| &answers.0) {
            let known = questions.find(&name.value);
            match known.and_then(|at| questions.list.get(at)) {
                Some(question) => {
                    let value = RuleValue::plain(&answer.value, answer.span);
                    check::check_answer(question, &value, sink);
                }
                None => sink.push(no_question(questions, &name.value, name.span)),
            }
        }
    }
}

/// An answer of a test to a question that is not there.
fn no_question(questions: &Questions, name: &str, span: Span) -> Diagnostic {
    let ids = || questions.list.iter().map(|question| question.id.as_str());
    let list: Vec<&str> = ids().collect();
    let known = list.join(", ");
    let finding = Diagnostic::new(
        Code::K0311,
        span,
        say!(
            "`{name}` bukan id pertanyaan",
            "`{name}` is not a question id"
        ),
    );
    if known.is_empty() {
        return finding.help(say!(
            "layanan ini belum punya pertanyaan; tulis dulu di bawah `pertanyaan:`",
            "this service has no questions yet; add them under `questions:`"
        ));
    }
    match nearest(name, ids()) {
        Some(near) => finding.help(say!(
            "mungkin maksud Anda `{near}`; id yang ada: {known}",
            "did you mean `{near}`? available ids: {known}"
        )),
        None => finding.help(say!("id yang ada: {known}", "available ids: {known}")),
    }
}

fn question(document: &QuestionDocument, words: &Dictionary) -> Option<Question> {
    let said = |text: &Text| words.get(text).unwrap_or(text).value.clone();
    let text = |slot: &Slot<Text>| slot.get().map(said);
    // On a translated page the words beside a phrase that is not translated say more than the phrase.
    let phrase = |slot: &Slot<Text>, beside: &Slot<Text>| {
        let own = slot.get()?;
        let translated = |text: &Text| words.get(text).is_some();
        let foreign = !translated(own) && beside.get().is_some_and(translated);
        (!foreign).then(|| said(own))
    };
    let id = document.id.get()?;
    let kind = if let Some(choices) = document.choices.get() {
        let choices = choices.0.iter().map(|(id, choice)| Choice {
            id: id.value.clone(),
            label: text(&choice.label).unwrap_or_default(),
            phrase: Phrase {
                is: phrase(&choice.phrase, &choice.label),
                is_not: phrase(&choice.phrase_not, &choice.label),
            },
        });
        Kind::Choices(choices.collect())
    } else if let Some(range) = document.number.get() {
        let (min, max) = range.scaled()?;
        Kind::Number {
            min,
            max,
            decimals: range.places(),
            unit: text(&range.unit),
        }
    } else {
        Kind::YesNo
    };
    let is_number = matches!(kind, Kind::Number { .. });
    let whole = |said: &String| !is_number || said.matches(PLACE).count() == 1;
    Some(Question {
        id: id.value.clone(),
        ask: text(&document.ask).unwrap_or_default(),
        kind,
        phrase: Phrase {
            is: phrase(&document.phrase, &document.ask).filter(whole),
            is_not: phrase(&document.phrase_not, &document.ask),
        },
        sensitive: document.sensitive.get() == Some(&true),
        span: id.span,
    })
}
