//! A test that is ready to be copied into a service's file.

use std::fmt::Write;

use crate::analyze::rules::staff_tests::Tested;
use crate::diagnostic::Lang;
use crate::model::service::Verdict;
use crate::resolve::service::{List, Service};
use crate::rule::compile::Verdict as Decided;
use crate::rule::domain::Domain;
use crate::rule::questions::{Kind, Question};

/// A test with the result that the rules give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ready {
    /// Question and answer, in both languages.
    answers: Vec<(String, [String; 2])>,
    expected: Expected,
    /// The cost that holds, where a row of the tariff is tried.
    cost: Option<String>,
    /// The time that holds, where a case of it is tried.
    time: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Expected {
    /// Papers by id or number.
    Bring(Vec<String>),
    /// The verdict's English name.
    Verdict(&'static str),
}

/// What the condition that a test tries decides beside papers and verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tried {
    /// A row of the tariff.
    cost: bool,
    /// A case of the time.
    time: bool,
}

impl Tried {
    /// The kind of the items of a list.
    pub fn of(list: List) -> Self {
        Self {
            cost: list == List::Cost,
            time: list == List::Time,
        }
    }

    /// What the conditions of a service decide for somebody with this verdict: who is turned away pays and waits nothing.
    pub fn by(service: &Service<'_>, verdict: Decided) -> Self {
        let admitted = !matches!(verdict, Decided::NotEligible | Decided::NotNeeded);
        Self {
            cost: admitted && service.has_conditional(List::Cost),
            time: admitted && service.has_conditional(List::Time),
        }
    }

    /// What either decides.
    pub fn or(self, other: Self) -> Self {
        Self {
            cost: self.cost || other.cost,
            time: self.time || other.time,
        }
    }
}

fn only(list: Vec<String>) -> Option<String> {
    <[String; 1]>::try_from(list).ok().map(|[only]| only)
}

fn said(answer: &[String; 2], lang: Lang) -> &str {
    match lang {
        Lang::Id => &answer[0],
        Lang::En => &answer[1],
    }
}

/// A text as a value of a key, in quotes where it may need them.
fn scalar(text: &str) -> String {
    let plain =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | ',' | '-' | '/' | '(' | ')');
    let starts = text.starts_with(|c: char| c.is_alphanumeric());
    if starts && text.chars().all(plain) && text.trim() == text {
        text.to_owned()
    } else {
        format!("{text:?}")
    }
}

impl Ready {
    /// The test with these answers; of a number any of its band, unless one is `exact`.
    pub fn new(
        tested: &Tested<'_>,
        answers: &[Option<u8>],
        exact: Option<(usize, i64)>,
        tried: Tried,
    ) -> Self {
        let questions = tested.service.questions.list.iter().enumerate();
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
            cost: tested.cost(answers).filter(|_| tried.cost),
            time: only(tested.times(answers)).filter(|_| tried.time),
        }
    }

    /// Whether another test has the same answers; then this one takes over what the other expects besides.
    pub fn absorb(&mut self, other: &Self) -> bool {
        let same = self.answers == other.answers;
        if same {
            self.cost = self.cost.take().or_else(|| other.cost.clone());
            self.time = self.time.take().or_else(|| other.time.clone());
        }
        same
    }

    /// Its name in a language.
    pub fn name(&self, lang: Lang) -> String {
        let each = self.answers.iter();
        let title: Vec<String> = each
            .map(|(id, answer)| format!("{id} {}", said(answer, lang)))
            .collect();
        title.join(", ")
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
        let number = exact.unwrap_or(edge);
        return Some([Lang::Id, Lang::En].map(|lang| question.typed(number, lang)));
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
    let needed = tested.brought(answers);
    let needed: Vec<String> = needed.map(|item| item.name().to_owned()).collect();
    if verdict == "eligible" && !needed.is_empty() {
        Expected::Bring(needed)
    } else {
        Expected::Verdict(verdict)
    }
}

/// The tests as lines of a file, in block style.
pub fn written(tests: &[Ready], lang: Lang) -> String {
    let mut text = String::new();
    for test in tests {
        for (at, line) in test.lines(lang, Standing::Known).iter().enumerate() {
            let start = if at == 0 { "  - " } else { "    " };
            let _ = writeln!(text, "{start}{line}");
        }
    }
    text.trim_end().to_owned()
}

/// Whether somebody will look at a test before it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Somebody copies it.
    Known,
    /// The program writes it, and marks it as a draft.
    Draft,
}

impl Ready {
    /// The test as the lines of an item.
    pub fn lines(&self, lang: Lang, standing: Standing) -> Vec<String> {
        let [name, given, bring, verdict, cost, time] = match lang {
            Lang::Id => ["nama", "jawaban", "bawa", "hasil", "biaya", "waktu"],
            Lang::En => ["name", "answers", "bring", "verdict", "cost", "time"],
        };
        let mut lines = vec![format!("{name}: {}", self.name(lang))];
        if standing == Standing::Draft {
            let mark = match lang {
                Lang::Id => "rancangan: ya",
                Lang::En => "draft: true",
            };
            lines.push(mark.to_owned());
        }
        lines.push(format!("{given}:"));
        let answers = self.answers.iter();
        lines.extend(answers.map(|(id, answer)| format!("  {id}: {}", said(answer, lang))));
        match &self.expected {
            Expected::Bring(papers) => {
                lines.push(format!("{bring}:"));
                lines.extend(papers.iter().map(|paper| format!("  - {paper}")));
            }
            Expected::Verdict(key) => {
                let word = Verdict::CHOICES.iter().find(|choice| choice.en == *key);
                let word = word.map_or(*key, |choice| match lang {
                    Lang::Id => choice.id,
                    Lang::En => choice.en,
                });
                lines.push(format!("{verdict}: {word}"));
            }
        }
        for (key, value) in [(cost, &self.cost), (time, &self.time)] {
            if let Some(value) = value {
                lines.push(format!("{key}: {}", scalar(value)));
            }
        }
        lines
    }
}
