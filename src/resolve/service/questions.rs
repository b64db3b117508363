//! The questions of a service, those that it shares with others among them; its facts, and what tests answer.

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::Id;
use crate::model::service::{ListedQuestion, Question as QuestionDocument, ServiceDocument};
use crate::resolve::names::Names;
use crate::resolve::question::{self, Translate};
use crate::resolve::{conditions, registry};
use crate::rule::check::{self, Questions};
use crate::rule::questions::{Fact, Question};
use crate::rule::syntax::Value as RuleValue;
use crate::similar::nearest;
use crate::span::Span;

/// A question that a service asks.
#[derive(Debug, Clone, Copy)]
pub struct Posed<'a> {
    /// What was written, in the service's file or in questions.yaml.
    pub written: &'a QuestionDocument,
    /// Where the service writes or names it.
    pub span: Span,
    /// Whether it stands in questions.yaml.
    pub is_shared: bool,
}

/// The questions that a document writes or names; a name that fits none is reported, and `None` stands for it.
pub(super) fn posed<'a>(
    service: &'a ServiceDocument,
    names: &Names<'a>,
    sink: &mut Sink,
) -> Vec<Option<Posed<'a>>> {
    let listed = service.questions.items().iter();
    let posed = listed.map(|listed| match listed {
        ListedQuestion::Own(written) => Some(Posed {
            written,
            span: written.id.get().map_or(written.span, |id| id.span),
            is_shared: false,
        }),
        ListedQuestion::Shared(id) => {
            let written = names.expect_question(id, sink)?;
            question::is_sound(written).then_some(Posed {
                written,
                span: id.span,
                is_shared: true,
            })
        }
    });
    posed.collect()
}

/// Reports questions that cannot be asked, and those that stand in questions.yaml already.
pub(super) fn check<'a>(
    service: &'a ServiceDocument,
    posed: &[Posed<'a>],
    names: &Names<'a>,
    sink: &mut Sink,
) {
    let listed = service.questions.items();
    registry::unique(listed.iter().filter_map(ListedQuestion::id), sink);
    let of = |shared: bool| {
        let posed = posed.iter().filter(move |posed| posed.is_shared == shared);
        posed.map(|posed| posed.written)
    };
    for own in of(false) {
        question::check(own, sink);
        let shared = own
            .id
            .get()
            .and_then(|id| Some((id, names.question(&id.value)?)));
        if let Some((id, shared)) = shared {
            sink.push(written_again(id, shared));
        }
    }
    question::check_phrases(of(false), of(true), sink);
}

/// A question with the id of one of questions.yaml: whoever reads a rule cannot tell which is meant.
fn written_again(id: &Id, shared: &QuestionDocument) -> Diagnostic {
    let name = &id.value;
    let there = shared.id.get().map_or(shared.span, |id| id.span);
    Diagnostic::new(
        Code::K0339,
        id.span,
        say!(
            "`{name}` sudah ada di questions.yaml, tetapi ditulis lagi di sini",
            "`{name}` stands in questions.yaml already, but is written again here"
        ),
    )
    .also(there, say!("pertanyaan bersama", "the shared question"))
    .help(say!(
        "jika maksudnya sama, ganti seluruh pertanyaan ini dengan id-nya saja, ketik: - {name}; jika lain, beri nama lain, misalnya: id: {name}_lain",
        "if it asks the same, replace this whole question by its id alone, type: - {name}; if not, choose another id, for example: id: {name}_2"
    ))
}

/// The questions and facts of a document.
pub(super) fn questions(
    service: &ServiceDocument,
    posed: &[Posed<'_>],
    sink: &mut Sink,
) -> Questions {
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
    Questions::new(worded(posed, &question::untranslated), &facts, sink)
}

/// The same questions in the words of a translation.
pub(super) fn translated(
    posed: &[Posed<'_>],
    own: &Questions,
    translate: Translate<'_>,
) -> Questions {
    let mut questions = own.clone();
    questions.list = worded(posed, translate);
    questions
}

/// Findings about what a service makes of a shared question belong where the service names it.
fn worded(posed: &[Posed<'_>], translate: Translate<'_>) -> Vec<Question> {
    let read = posed.iter().filter_map(|posed| {
        let question = question::read(posed.written, translate)?;
        let span = posed.span;
        Some(Question { span, ..question })
    });
    read.collect()
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
