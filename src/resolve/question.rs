//! A question by itself, whether a service writes it or questions.yaml does: whether it can be asked, and what it is to
//! the rules.

mod phrases;

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::service::Question as QuestionDocument;
use crate::model::{Slot, Text};
use crate::rule::questions::{Choice, Kind, PLACE, Phrase, Question};

pub(super) use phrases::check as check_phrases;

/// The words of a translation for a text, if it has some.
pub type Translate<'t> = &'t dyn Fn(&Text) -> Option<&'t Text>;

/// No translation.
pub(super) fn untranslated<'t>(_: &Text) -> Option<&'t Text> {
    None
}

/// What it is to the rules, in the original's words.
pub fn as_written(question: &QuestionDocument) -> Option<Question> {
    read(question, &untranslated)
}

/// Whether it can be asked; if not, that is reported where it is written.
pub(super) fn is_sound(question: &QuestionDocument) -> bool {
    let mut found = Sink::default();
    check(question, &mut found);
    let read = as_written(question);
    if let Some(read) = &read {
        read.inspect(&mut found);
    }
    read.is_some() && !question.ask.is_absent() && !found.has_errors()
}

/// A question is answered in exactly one way; choices are at least two.
pub(super) fn check(question: &QuestionDocument, sink: &mut Sink) {
    let kinds = [
        !question.choices.is_absent(),
        !question.yes_no.is_absent(),
        !question.number.is_absent(),
    ];
    let name = question.id.get().map_or("…", |id| id.value.as_str());
    let count = kinds.iter().filter(|given| **given).count();
    let span = question.id.get().map_or(question.span, |id| id.span);
    if count > 1 {
        sink.push(
            Diagnostic::new(
                Code::K0222,
                span,
                say!(
                    "pertanyaan `{name}` punya lebih dari satu jenis jawaban",
                    "the question `{name}` has more than one kind of answer"
                ),
            )
            .help(say!(
                "sisakan satu: pilihan, ya_tidak atau angka",
                "keep one: choices, yes_no or number"
            )),
        );
    }
    check_range(question, sink);
    let few = question
        .choices
        .get()
        .is_some_and(|choices| choices.0.len() < 2);
    if count == 0 || few {
        sink.push(
            Diagnostic::new(
                Code::K0316,
                span,
                say!(
                    "pertanyaan `{name}` tidak punya jawaban untuk dipilih",
                    "the question `{name}` has no answers to choose from"
                ),
            )
            .help(say!(
                "tambahkan ya_tidak: ya, atau pilihan: dengan paling sedikit dua baris, atau angka: dengan min dan maks",
                "add yes_no: true, or choices: with at least two lines, or number: with min and max"
            )),
        );
    }
}

fn check_range(question: &QuestionDocument, sink: &mut Sink) {
    if let Some(range) = question.number.get()
        && let (Some(min), Some(max)) = (range.min.get(), range.max.get())
        && let Some((least, most)) = range.scaled()
        && least >= most
    {
        sink.push(
            Diagnostic::new(
                Code::K0216,
                min.span,
                say!(
                    "angka paling kecil harus di bawah angka paling besar",
                    "the smallest number must be less than the largest"
                ),
            )
            .also(max.span, say!("paling besar", "the largest"))
            .help(say!("tukar keduanya", "swap them")),
        );
    }
}

/// What it is to the rules, in the words of a translation.
pub(super) fn read(document: &QuestionDocument, translate: Translate<'_>) -> Option<Question> {
    let said = |text: &Text| translate(text).unwrap_or(text).value.clone();
    let text = |slot: &Slot<Text>| slot.get().map(said);
    // On a translated page the words beside a phrase that is not translated say more than the phrase.
    let phrase = |slot: &Slot<Text>, beside: &Slot<Text>| {
        let own = slot.get()?;
        let translated = |text: &Text| translate(text).is_some();
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
