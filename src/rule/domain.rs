//! The finite answers of each question: choices, yes/no, and numbers cut into bands where the rules cut them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::rule::check::{Node, Questions, Rule, Test};
use crate::rule::questions::{Answer, Kind, MOST_ANSWERS, Question};
use crate::rule::syntax::Op;

/// The answers of all questions of a service.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Domains {
    /// One for each question, in the author's order.
    pub list: Vec<Domain>,
}

/// The answers of one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Domain {
    /// Yes (0), no (1).
    YesNo,
    /// So many choices.
    Choices(usize),
    /// Bands of a number; together the whole range, in order.
    Bands(Bands),
}

/// The bands of a number, each from its first to its last, and the number by which the rules name each edge.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bands {
    list: Vec<(i64, i64)>,
    /// First numbers of bands whose edge the rules name by the number before: 101 for `<= 100`.
    named_by_last: BTreeSet<i64>,
}

impl Bands {
    /// Whether the rules name the edge before `first` by the last number below it, as `<= 100` and `> 100` do.
    pub fn named_by_last(&self, first: i64) -> bool {
        self.named_by_last.contains(&first)
    }

    /// These bands, with the edge before `first` named by the last number below it.
    pub(crate) fn naming_by_last(mut self, first: i64) -> Self {
        self.named_by_last.insert(first);
        self
    }
}

impl Deref for Bands {
    type Target = [(i64, i64)];

    fn deref(&self) -> &Self::Target {
        &self.list
    }
}

impl From<Vec<(i64, i64)>> for Bands {
    fn from(list: Vec<(i64, i64)>) -> Self {
        Self {
            list,
            named_by_last: BTreeSet::new(),
        }
    }
}

impl Domain {
    /// The number of answers.
    pub fn size(&self) -> usize {
        match self {
            Self::YesNo => 2,
            Self::Choices(count) => *count,
            Self::Bands(bands) => bands.len(),
        }
    }

    /// A bit for every answer.
    pub fn full(&self) -> u64 {
        let size = u32::try_from(self.size()).unwrap_or(u32::MAX);
        1_u64.checked_shl(size).map_or(u64::MAX, |bit| bit - 1)
    }

    /// The values of the radio buttons on the page, in order: `ya`, an option's id, a band's first number.
    pub fn values(&self, question: &Question) -> Vec<String> {
        match self {
            Self::Bands(bands) => {
                let firsts = bands.iter().map(|(first, _)| *first);
                firsts.map(|first| question.typed_in_list(first)).collect()
            }
            _ => question.options().into_iter().map(str::to_owned).collect(),
        }
    }

    /// Which of these answers an answer of `other` is, a domain of the same question: of a number the band in which its
    /// first number lies.
    pub fn holding(&self, other: &Self, answer: usize) -> Option<usize> {
        match (self, other) {
            (Self::Bands(own), Self::Bands(others)) => {
                let (number, _) = *others.get(answer)?;
                own.iter()
                    .position(|(first, last)| (*first..=*last).contains(&number))
            }
            _ => (answer < self.size()).then_some(answer),
        }
    }

    /// The answers that pass a test, a bit for each.
    pub fn passing(&self, test: &Test) -> u64 {
        let Self::Bands(bands) = self else {
            return match test {
                Test::OneOf(mask) => mask & self.full(),
                _ => 0,
            };
        };
        let mut mask = 0;
        for (index, (first, _)) in bands.iter().enumerate() {
            // All numbers of a band pass alike: the bands are cut at every constant of every rule.
            mask |= u64::from(test.passes(Answer::Number(*first))) << index;
        }
        mask
    }
}

impl Test {
    /// Whether an answer passes.
    pub fn passes(&self, answer: Answer) -> bool {
        match (self, answer) {
            (Self::OneOf(mask), Answer::Choice(index)) => mask & (1 << index) != 0,
            (Self::Numbers(numbers), Answer::Number(number)) => numbers.contains(&number),
            (Self::Number(op, constant), Answer::Number(number)) => match op {
                Op::Equal => number == *constant,
                Op::NotEqual => number != *constant,
                Op::Below => number < *constant,
                Op::AtMost => number <= *constant,
                Op::Above => number > *constant,
                Op::AtLeast => number >= *constant,
            },
            _ => false,
        }
    }

    /// The numbers at which a new band begins.
    pub(crate) fn cuts(&self, into: &mut BTreeSet<i64>) {
        into.extend(self.edges().into_iter().map(|(first, _)| first));
    }

    /// The numbers at which a new band begins, and whether the test names the edge by the number before.
    fn edges(&self) -> Vec<(i64, bool)> {
        let before = |constant: i64| (constant, false);
        let after = |constant: i64| (constant.saturating_add(1), true);
        match self {
            Self::OneOf(_) => Vec::new(),
            Self::Number(Op::Below | Op::AtLeast, constant) => vec![before(*constant)],
            Self::Number(Op::AtMost | Op::Above, constant) => vec![after(*constant)],
            Self::Number(Op::Equal | Op::NotEqual, constant) => {
                vec![before(*constant), after(*constant)]
            }
            Self::Numbers(numbers) => numbers
                .iter()
                .flat_map(|constant| [before(*constant), after(*constant)])
                .collect(),
        }
    }
}

impl Domains {
    /// The answers of all questions, numbers cut at the constants of `rules`, which must be all of the service.
    /// `None` if a question has more answers than can be told apart; the sink then has the reason.
    pub fn of<'a>(
        questions: &Questions,
        rules: impl IntoIterator<Item = &'a Rule>,
        sink: &mut Sink,
    ) -> Option<Self> {
        let mut cuts: Vec<BTreeMap<i64, bool>> = vec![BTreeMap::new(); questions.list.len()];
        for rule in rules {
            rule.each_test(&mut |question, test| {
                let Some(cuts) = cuts.get_mut(question) else {
                    return;
                };
                for (first, by_last) in test.edges() {
                    let known = cuts.entry(first).or_insert(by_last);
                    *known &= by_last;
                }
            });
        }
        let mut list = Vec::with_capacity(cuts.len());
        for (question, cuts) in questions.list.iter().zip(&cuts) {
            let domain = domain(question, cuts);
            if domain.size() > MOST_ANSWERS {
                sink.push(too_many(question, domain.size()));
                return None;
            }
            list.push(domain);
        }
        Some(Self { list })
    }

    /// The place of an answer among those of a question.
    pub fn index(&self, question: usize, answer: Answer) -> Option<u8> {
        let index = match (self.list.get(question)?, answer) {
            (Domain::Bands(bands), Answer::Number(number)) => bands
                .iter()
                .position(|(first, last)| (*first..=*last).contains(&number))?,
            (Domain::YesNo | Domain::Choices(_), Answer::Choice(index)) => index.into(),
            _ => return None,
        };
        u8::try_from(index)
            .ok()
            .filter(|_| index < self.list[question].size())
    }

    /// Whether a rule holds for a complete set of answers, given by their places.
    pub fn holds(&self, rule: &Rule, answers: &[u8]) -> bool {
        match &rule.node {
            Node::Test(question, test) => {
                let passing = self
                    .list
                    .get(*question)
                    .map_or(0, |domain| domain.passing(test));
                answers
                    .get(*question)
                    .is_some_and(|answer| passing >> answer & 1 == 1)
            }
            Node::Fact(fact) => self.holds(&fact.rule, answers),
            Node::And(parts) => parts.iter().all(|part| self.holds(part, answers)),
            Node::Or(parts) => parts.iter().any(|part| self.holds(part, answers)),
            Node::Not(part) => !self.holds(part, answers),
        }
    }
}

fn domain(question: &Question, cuts: &BTreeMap<i64, bool>) -> Domain {
    match &question.kind {
        Kind::YesNo => Domain::YesNo,
        Kind::Choices(choices) => Domain::Choices(choices.len()),
        Kind::Number { min, max, .. } => {
            let mut bands = Bands::default();
            let mut first = *min;
            let inside = |cut: &i64| *min < *cut && *cut <= *max;
            for (cut, by_last) in cuts.iter().filter(|(cut, _)| inside(cut)) {
                bands.list.push((first, cut - 1));
                bands.named_by_last.extend(by_last.then_some(*cut));
                first = *cut;
            }
            bands.list.push((first, *max));
            Domain::Bands(bands)
        }
    }
}

fn too_many(question: &Question, count: usize) -> Diagnostic {
    let id = &question.id;
    Diagnostic::new(
        Code::K0316,
        question.span,
        say!(
            "syarat-syarat membagi jawaban `{id}` menjadi {count} bagian; paling banyak {MOST_ANSWERS}",
            "the conditions divide the answers to `{id}` into {count} ranges, but at most {MOST_ANSWERS} are possible"
        ),
    )
    .help(say!(
        "bandingkan `{id}` dengan lebih sedikit bilangan yang berbeda",
        "compare `{id}` with fewer different numbers"
    ))
}
