//! Answers that conditions speak of without a phrase: there the page quotes the whole question.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::resolve::service::Service;
use crate::rule::questions::{Kind, Question};
use crate::rule::words;
use crate::yaml::write::quoted;

/// One hint for each question, with its answers that have no phrase.
pub fn check(service: &Service<'_>, sink: &mut Sink) {
    let items = service.items.iter();
    let said = items.flat_map(|item| [&item.when, &item.must]);
    let cases = service.unsettled.iter().map(|case| &case.when);
    let mut lacking: BTreeMap<usize, u64> = BTreeMap::new();
    for rule in said.chain(cases).flatten() {
        for (question, answers) in words::without_phrase(rule, &service.questions) {
            // What a shared question lacks is said once, where it is written.
            if service
                .posed
                .get(question)
                .is_some_and(|posed| posed.is_shared)
            {
                continue;
            }
            *lacking.entry(question).or_default() |= answers;
        }
    }
    for (index, answers) in lacking {
        if let Some(question) = service.questions.list.get(index) {
            sink.push(finding(question, answers));
        }
    }
}

/// A hint where a condition of some service would have to quote a shared question.
pub fn check_shared(question: &Question, sink: &mut Sink) {
    let answers = words::answers_without_phrase(question);
    if answers == 0 {
        return;
    }
    let (id, names) = (&question.id, names(question, answers));
    let message = match question.kind {
        Kind::Number { .. } => say!(
            "pertanyaan bersama `{id}` tanpa frasa, jadi syarat yang memakainya mengutip pertanyaannya",
            "the shared question `{id}` has no phrase, so conditions that use it quote the question"
        ),
        _ => say!(
            "jawaban {names} dari pertanyaan bersama `{id}` tanpa frasa, jadi syarat yang memakainya mengutip pertanyaannya",
            "the answers {names} of the shared question `{id}` have no phrase, so conditions that use them quote the question"
        ),
    };
    sink.push(Diagnostic::new(Code::K0338, question.span, message).help(help(question, answers)));
}

fn names(question: &Question, answers: u64) -> String {
    let options = question.options();
    let lacking = |(index, _): &(usize, &&str)| answers >> index & 1 == 1;
    let named = options.iter().enumerate().filter(lacking);
    let names: Vec<String> = named.map(|(_, name)| format!("`{name}`")).collect();
    names.join(", ")
}

fn finding(question: &Question, answers: u64) -> Diagnostic {
    let (id, names) = (&question.id, names(question, answers));
    let message = match question.kind {
        Kind::Number { .. } => say!(
            "syarat memakai angka `{id}` tanpa frasa, jadi halaman mengutip pertanyaannya",
            "conditions use the number `{id}` without a phrase, so the page quotes the question"
        ),
        _ => say!(
            "syarat memakai jawaban {names} dari `{id}` tanpa frasa, jadi halaman mengutip pertanyaannya",
            "conditions use the answers {names} of `{id}` without a phrase, so the page quotes the question"
        ),
    };
    Diagnostic::new(Code::K0338, question.span, message).help(help(question, answers))
}

fn help(question: &Question, answers: u64) -> Message {
    let id = &question.id;
    match &question.kind {
        Kind::Number { .. } => say!(
            "ketik di bawah `{id}`: frasa: \"… {{}}\", kalimat yang cocok sesudah \"jika\", dengan {{}} di tempat angkanya",
            "type below `{id}`: phrase: \"… {{}}\", words that fit after \"if\", with {{}} where the number stands"
        ),
        Kind::YesNo => {
            let key = |id: [&str; 2]| match answers & 0b11 {
                0b01 => format!("{}: …", id[0]),
                0b10 => format!("{}: …", id[1]),
                _ => format!("{}: …, {}: …", id[0], id[1]),
            };
            let (indonesian, english) =
                (key(["frasa", "frasa_bukan"]), key(["phrase", "phrase_not"]));
            say!(
                "ketik di bawah `{id}`: {indonesian} (kalimat yang cocok sesudah \"jika\")",
                "type below `{id}`: {english} (words that fit after \"if\")"
            )
        }
        Kind::Choices(choices) => {
            let mut choices = choices.iter().enumerate();
            let first = choices.find(|(index, _)| answers >> index & 1 == 1);
            let (name, label) =
                first.map_or(("…", "…"), |(_, choice)| (&choice.id, &choice.label));
            let label = quoted(label);
            say!(
                "ketik di bawah tiap pilihan itu, misalnya di bawah `{name}`: label: {label}, lalu frasa: … (kalimat yang cocok sesudah \"jika\")",
                "type below each of these options, for example below `{name}`: label: {label}, then phrase: … (words that fit after \"if\")"
            )
        }
    }
}
