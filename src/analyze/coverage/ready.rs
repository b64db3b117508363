//! A test that is ready to be copied into a service's file.

use std::fmt::Write;

use crate::analyze::staff_tests::Tested;
use crate::diagnostic::Lang;
use crate::model::service::Verdict;
use crate::rule::compile::State;
use crate::rule::domain::Domain;
use crate::rule::questions::{Kind, Question};

/// A test with the result that the rules give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ready {
    /// Question and answer, in both languages.
    answers: Vec<(String, [String; 2])>,
    expected: Expected,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Expected {
    /// Papers by id or number.
    Bring(Vec<String>),
    /// The verdict's English name.
    Verdict(&'static str),
}

impl Ready {
    /// The test with these answers; of a number any of its band, unless one is `exact`.
    pub fn new(tested: &Tested<'_>, answers: &[Option<u8>], exact: Option<(usize, i64)>) -> Self {
        let questions = tested.rules.questions.list.iter().enumerate();
        let given = questions.filter_map(|(index, question)| {
            let answer = usize::from(answers.get(index).copied().flatten()?);
            let exact = exact
                .filter(|(at, _)| *at == index)
                .map(|(_, number)| number);
            let domain = tested.checklist.domains.list.get(index)?;
            Some((question.id.clone(), value(question, domain, answer, exact)?))
        });
        Self {
            answers: given.collect(),
            expected: expected(tested, answers),
        }
    }
}

fn value(
    question: &Question,
    domain: &Domain,
    answer: usize,
    exact: Option<i64>,
) -> Option<[String; 2]> {
    if let Domain::Bands(bands) = domain {
        let (first, last) = *bands.get(answer)?;
        let edge = if answer == 0 { last } else { first };
        let number = exact.unwrap_or(edge).to_string();
        return Some([number.clone(), number]);
    }
    if question.kind == Kind::YesNo {
        let words = [["ya", "yes"], ["tidak", "no"]];
        return Some(words.get(answer)?.map(str::to_owned));
    }
    let option = (*question.options().get(answer)?).to_owned();
    Some([option.clone(), option])
}

fn expected(tested: &Tested<'_>, answers: &[Option<u8>]) -> Expected {
    let verdict = tested.checklist.verdict(answers).name();
    let mut papers = Vec::new();
    tested.papers(tested.service.requirements.items(), "", &mut papers);
    let needed = papers.into_iter().filter(|(number, _)| {
        tested.state_of(&format!("requirements.{number}"), answers) == State::Yes
    });
    let needed: Vec<String> = needed
        .map(|(number, requirement)| requirement.id.get().map_or(number, |id| id.value.clone()))
        .collect();
    if verdict == "eligible" && !needed.is_empty() {
        Expected::Bring(needed)
    } else {
        Expected::Verdict(verdict)
    }
}

/// The tests as lines of a file, in block style.
pub fn written(tests: &[Ready], lang: Lang) -> String {
    let keys = match lang {
        Lang::Id => ["nama", "jawaban", "bawa", "hasil"],
        Lang::En => ["name", "answers", "bring", "verdict"],
    };
    let mut lines = String::new();
    for test in tests {
        one(test, &keys, lang, &mut lines);
    }
    lines.trim_end().to_owned()
}

fn one(test: &Ready, [name, given, bring, verdict]: &[&str; 4], lang: Lang, lines: &mut String) {
    let said = |answer: &[String; 2]| match lang {
        Lang::Id => answer[0].clone(),
        Lang::En => answer[1].clone(),
    };
    let each = test.answers.iter();
    let title: Vec<String> = each
        .map(|(id, answer)| format!("{id} {}", said(answer)))
        .collect();
    let _ = writeln!(lines, "  - {name}: {}", title.join(", "));
    let _ = writeln!(lines, "    {given}:");
    for (id, answer) in &test.answers {
        let _ = writeln!(lines, "      {id}: {}", said(answer));
    }
    match &test.expected {
        Expected::Bring(papers) => {
            let _ = writeln!(lines, "    {bring}:");
            for paper in papers {
                let _ = writeln!(lines, "      - {paper}");
            }
        }
        Expected::Verdict(key) => {
            let word = Verdict::CHOICES.iter().find(|choice| choice.en == *key);
            let word = word.map_or(*key, |choice| match lang {
                Lang::Id => choice.id,
                Lang::En => choice.en,
            });
            let _ = writeln!(lines, "    {verdict}: {word}");
        }
    }
}
