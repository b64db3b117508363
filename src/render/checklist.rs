//! The eligibility checklist of a service's page: its questions, what the answers lead to, and the rules behind it.

use super::conditions::Conditions;
use super::items::{otherwise, unconfirmed, wording};
use super::pen::Pen;
use super::view::{Asked, Channel, Checklist, Failed, Notice, OfferedAnswer, Words};
use crate::language::Language;
use crate::model::service::{Question as QuestionDocument, Requirements};
use crate::model::{Slot, Text};
use crate::resolve::service::{Service, States};
use crate::rule::compile::{Checklist as Compiled, Kind as Outcome};
use crate::rule::domain::Domain;
use crate::rule::questions::{Kind, Question};
use crate::rule::words;

/// The most letters of all answers to a question that stand beside each other on the narrowest phone.
const SHORT: usize = 12;

/// The checklist of a service; `None` for one that asks nothing.
///
/// `channels` are those to ask through.
pub fn checklist(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    service: &Service<'_>,
    channels: Vec<Channel>,
) -> Option<Checklist> {
    let compiled = service.checklist.as_ref()?;
    let asked = rules.questions().list.iter().zip(&compiled.domains.list);
    let questions_asked = asked.enumerate().filter_map(|(at, (question, domain))| {
        let posed = service.posed(&question.id)?;
        Some(asked_question(
            pen,
            rules,
            (at, question),
            domain,
            posed.written,
        ))
    });
    let questions: Vec<Asked> = questions_asked.collect();
    Some(Checklist {
        count: count(pen, questions.len()),
        style: format!("{}{}", service.style(), left(pen, questions.len())),
        questions,
        failed: failed(pen, service),
        verdicts: verdicts(service),
        in_words: compiled.waits(),
        brings: brings(service),
        notices: notices(pen, rules, compiled, service),
        channels,
    })
}

/// "5 pertanyaan, jawaban tidak dikirim"
pub(super) fn count(pen: &Pen<'_>, questions: usize) -> String {
    match questions {
        1 => pen.word("checklist.count_one"),
        many => pen.fill("checklist.count", &[("n", &many.to_string())]),
    }
}

/// The words for how many questions are left, as a counter style: "Semua terjawab", "1 belum dijawab", …
pub(super) fn left(pen: &Pen<'_>, questions: usize) -> String {
    let words = (1..=questions).map(|left| {
        let left = left.to_string();
        pen.fill("checklist.left_count", &[("n", &left)])
    });
    let words = std::iter::once(pen.word("checklist.left_none")).chain(words);
    let symbols: String = words.map(|words| css_string(&words)).collect();
    format!("@counter-style unanswered{{system:fixed 0;symbols:{symbols}}}")
}

/// A text as a string of a style sheet, safe inside a `style` element.
fn css_string(text: &str) -> String {
    let mut string = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' | '<' | '>' => string.push_str(&format!("\\{:x} ", u32::from(letter))),
            letter if letter.is_control() => string.push(' '),
            letter => string.push(letter),
        }
    }
    string.push('"');
    string
}

/// The verdicts to which failing criteria lead.
fn verdicts(service: &Service<'_>) -> Vec<&'static str> {
    let kinds = [
        (Outcome::NotEligible, "not_eligible"),
        (Outcome::NotNeeded, "not_needed"),
        (Outcome::DoFirst, "do_first"),
    ];
    let leads = |kind: Outcome| service.criteria().any(|item| item.kind() == kind);
    let led_to = kinds.into_iter().filter(|(kind, _)| leads(*kind));
    led_to.map(|(_, verdict)| verdict).collect()
}

/// What is known of what to bring; that requirements are not written says nothing of papers.
fn brings(service: &Service<'_>) -> &'static str {
    let requirements = &service.document.requirements;
    let none = matches!(requirements.get(), Some(Requirements::None));
    if service.papers().next().is_some() {
        "papers"
    } else if none || !requirements.listed().is_empty() {
        "nothing"
    } else {
        "unknown"
    }
}

/// A question with its answers.
pub(super) fn asked_question(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    (at, question): (usize, &Question),
    domain: &Domain,
    document: &QuestionDocument,
) -> Asked {
    let values = domain.values(question);
    let of_one = |say: &dyn Fn(&Question, &Language) -> String| {
        rules.worded(|questions, language| {
            let question = questions.list.get(at);
            question.map_or_else(String::new, |question| say(question, language))
        })
    };
    let labels = match domain {
        Domain::YesNo => ["answer.yes", "answer.no"]
            .map(|key| (pen.said(pen.word(key)), None))
            .to_vec(),
        Domain::Bands(bands) => {
            let band = |range, question: &Question, language: &Language| {
                words::band(question, bands, range, language)
            };
            // A number alone is in no language but the page's.
            let counted = matches!(&question.kind, Kind::Number { unit: Some(_), .. });
            let said = |range: &(i64, i64)| match counted {
                true => of_one(&|question, language| band(*range, question, language)),
                false => pen.said(band(*range, question, pen.language())),
            };
            bands.iter().map(|band| (said(band), None)).collect()
        }
        Domain::Choices(_) => choices(pen, document),
    };
    let sentences = (0..).map(|place| {
        of_one(&|question, language| words::answered(question, domain, place, language))
    });
    let short = |labels: &[(Words, Option<Words>)]| {
        let lengths = labels.iter().map(|(label, _)| label.text.chars().count());
        lengths.sum::<usize>() <= SHORT && labels.iter().all(|(_, hint)| hint.is_none())
    };
    Asked {
        short: short(&labels),
        sensitive: question.sensitive,
        id: question.id.clone(),
        ask: said(pen, &document.ask).unwrap_or_default(),
        hint: said(pen, &document.hint),
        answers: values
            .into_iter()
            .zip(labels)
            .zip(sentences)
            .map(|((value, (label, hint)), said)| OfferedAnswer {
                value,
                label,
                hint,
                said,
            })
            .collect(),
    }
}

fn choices(pen: &Pen<'_>, document: &QuestionDocument) -> Vec<(Words, Option<Words>)> {
    let choices = document.choices.get().map_or(&[][..], |choices| &choices.0);
    choices
        .iter()
        .map(|(_, choice)| {
            let label = said(pen, &choice.label).unwrap_or_default();
            (label, said(pen, &choice.hint))
        })
        .collect()
}

fn said(pen: &Pen<'_>, text: &Slot<Text>) -> Option<Words> {
    text.get().map(|text| pen.text(text))
}

/// A line for each criterion that the answers decide, parts of groups too.
fn failed(pen: &Pen<'_>, service: &Service<'_>) -> Vec<Failed> {
    let criteria = service.items.iter();
    let criteria = criteria.filter(|item| matches!(item.states, Some(States::Criterion(_))));
    let lines = criteria.map(|item| {
        let (label, text) = item.wording();
        Failed {
            path: item.path.clone(),
            label: wording(pen, label, text).0,
            say: item.otherwise().and_then(|written| otherwise(pen, written)),
            interpretation: unconfirmed(pen, item),
        }
    });
    lines.collect()
}

/// The notices by the number of their case, counted as the rules count them.
fn notices(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    compiled: &Compiled,
    service: &Service<'_>,
) -> Vec<Notice> {
    let cases = service.unsettled.iter();
    let cases = cases.filter(|case| case.when.is_some());
    cases
        .enumerate()
        .filter_map(|(index, case)| {
            let always = compiled.noticed(index) != compiled.unsettled[index].yes;
            let told = case.when.as_ref().filter(|_| always);
            Some(Notice {
                number: index + 1,
                condition: rules.said(told),
                say: pen.text(case.written.say.get()?),
            })
        })
        .collect()
}
