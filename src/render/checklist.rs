//! The eligibility checklist of a service's page: its questions, what the answers lead to, and the rules behind it.

use super::conditions::Conditions;
use super::pen::Pen;
use super::view::{Asked, Channel, Checklist, Failed, Item, Notice, OfferedAnswer, Words};
use crate::language::capitalised;
use crate::model::service::{Question as QuestionDocument, Requirements};
use crate::model::{Slot, Text};
use crate::resolve::service::Service;
use crate::rule::compile::Checklist as Compiled;
use crate::rule::domain::Domain;
use crate::rule::questions::Question;
use crate::rule::words;

/// The words that the script says: its own name of each, and the theme's.
const SAID: [(&str, &str); 11] = [
    ("because", "said.because"),
    ("given", "said.given"),
    ("between", "said.between"),
    ("date", "date.format"),
    ("count", "said.count"),
    ("copy", "said.copy"),
    ("copied", "said.copied"),
    ("kept", "said.kept"),
    ("maybe", "state.maybe"),
    ("not_kept", "said.not_kept"),
    ("forgotten", "said.forgotten"),
];

/// The checklist of a service; `None` for one that asks nothing.
///
/// `items` are its requirements and implied criteria, `office` the channels to ask through.
pub fn checklist<'a>(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    service: &Service<'_>,
    items: impl IntoIterator<Item = &'a Item>,
    office: Vec<Channel>,
) -> Option<Checklist> {
    let compiled = service.checklist.as_ref()?;
    let documents = service.document.questions.items();
    let asked = rules.questions().list.iter().zip(&compiled.domains.list);
    let questions_asked = asked.filter_map(|(question, domain)| {
        let document = documents
            .iter()
            .find(|document| document.id.get().is_some_and(|id| id.value == question.id))?;
        Some(asked_question(pen, question, domain, document))
    });
    let mut failed = Vec::new();
    for item in items {
        failed_lines(item, &mut failed);
    }
    Some(Checklist {
        questions: questions_asked.collect(),
        failed,
        in_words: compiled.waits(),
        brings: brings(service),
        notices: notices(pen, rules, compiled, service),
        channels: office,
        style: service.style().to_owned(),
        data: data_text(pen, service.data()),
    })
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

fn asked_question(
    pen: &Pen<'_>,
    question: &Question,
    domain: &Domain,
    document: &QuestionDocument,
) -> Asked {
    let values = domain.values(question);
    let labels = match domain {
        Domain::YesNo => ["answer.yes", "answer.no"]
            .map(|key| (pen.said(pen.word(key)), None))
            .to_vec(),
        Domain::Bands(bands) => {
            let language = pen.language();
            let said = |band: &(i64, i64)| words::band(question, bands, *band, language);
            bands
                .iter()
                .map(|band| (pen.said(said(band)), None))
                .collect()
        }
        Domain::Choices(_) => choices(pen, document),
    };
    Asked {
        id: question.id.clone(),
        ask: said(pen, &document.ask).unwrap_or_default(),
        hint: said(pen, &document.hint),
        answers: values
            .into_iter()
            .zip(labels)
            .enumerate()
            .map(|(place, (value, (label, hint)))| OfferedAnswer {
                value,
                label,
                hint,
                said: capitalised(&words::answered(question, domain, place, pen.language())),
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

/// A line for each criterion, parts of groups too.
fn failed_lines(item: &Item, lines: &mut Vec<Failed>) {
    if item.states == Some("criterion") {
        lines.push(Failed {
            path: item.path.clone(),
            label: item.label.clone(),
            say: item.otherwise.clone(),
            interpretation: item.unconfirmed.clone(),
        });
    }
    for part in &item.items {
        failed_lines(part, lines);
    }
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
                condition: rules.only_if(told),
                only_if: rules.said(told),
                say: pen.text(case.written.say.get()?),
            })
        })
        .collect()
}

/// The rules as data for the script, with the words it says; safe inside a script element.
fn data_text(pen: &Pen<'_>, rules: &str) -> String {
    let words = SAID.map(|(name, key)| (name.to_owned(), serde_json::Value::from(pen.word(key))));
    let mut words = serde_json::Value::Object(words.into_iter().collect());
    words["months"] = serde_json::json!(pen.language().months());
    let rules = rules.strip_suffix('}').unwrap_or(rules);
    format!("{rules},\"words\":{words}}}").replace('<', "\\u003c")
}
