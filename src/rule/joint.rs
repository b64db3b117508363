//! The questions of two versions of a service as one list, so that the same answers can be given to both.
//!
//! A question is the same in both if it has the same id and its answers can be compared. Numbers are cut where either
//! version cuts them, within the range of both; of choices those count that both offer. A question that only one version
//! asks stands for itself: the other gives the same result whatever is answered.

use crate::language::Language;
use crate::rule::carry::Counterpart;
use crate::rule::check::Questions;
use crate::rule::domain::{Bands, Domain, Domains};
use crate::rule::questions::{Choice, Kind, MOST_ANSWERS, Question};
use crate::rule::terms::Term;
use crate::rule::words;

/// The questions of one version, and how its rules tell their answers apart.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The questions.
    pub questions: &'a Questions,
    /// Their answers.
    pub domains: &'a Domains,
}

/// The questions of both versions.
#[derive(Debug, Clone)]
pub struct Joint {
    /// The answers that are told apart, of each question.
    pub domains: Domains,
    /// What the questions of the first and of the second version are among them.
    pub sides: [Vec<Option<Counterpart>>; 2],
    asked: Vec<Whole>,
}

/// A question with the answers of both versions.
#[derive(Debug, Clone)]
struct Whole {
    question: Question,
    domain: Domain,
    /// The place of each answer that is told apart.
    places: Vec<usize>,
}

/// A question that both ask: its own answers by those of both.
struct Shared {
    whole: Whole,
    domain: Domain,
    answers: [Vec<Option<usize>>; 2],
}

impl Joint {
    /// The questions of the first and the second version; those of the second in its order, then those that only the
    /// first asks. `None` where a question has more answers than can be told apart.
    pub fn of(first: Asked<'_>, second: Asked<'_>) -> Option<Self> {
        let mut joint = Self {
            domains: Domains::default(),
            sides: [
                vec![None; first.questions.list.len()],
                vec![None; second.questions.list.len()],
            ],
            asked: Vec::new(),
        };
        for (at, question) in second.questions.list.iter().enumerate() {
            let domain = second.domains.list.get(at)?;
            let known = first.questions.find(&question.id);
            let known = known.and_then(|known| {
                let old = (&first.questions.list[known], first.domains.list.get(known)?);
                Some((known, shared(old, (question, domain))?))
            });
            match known {
                Some((known, shared)) => joint.share(known, at, shared),
                None => joint.alone(1, at, question, domain),
            }
        }
        for (at, question) in first.questions.list.iter().enumerate() {
            if joint.sides[0][at].is_none() {
                joint.alone(0, at, question, first.domains.list.get(at)?);
            }
        }
        let mut all = joint
            .domains
            .list
            .iter()
            .chain(joint.asked.iter().map(|one| &one.domain));
        all.all(|domain| domain.size() <= MOST_ANSWERS)
            .then_some(joint)
    }

    /// The id of each question.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.asked.iter().map(|one| one.question.id.as_str())
    }

    /// A question in the words of both versions, and the place in it of each answer that is told apart.
    pub fn question(&self, at: usize) -> Option<(&Question, &[usize])> {
        let whole = self.asked.get(at)?;
        Some((&whole.question, &whole.places))
    }

    /// What is answered, in words, one for each question that matters.
    pub fn say(&self, term: &Term, language: &Language) -> Vec<String> {
        let said = term.allowed.iter().filter_map(|(question, mask)| {
            let whole = self.asked.get(*question)?;
            let places = whole.places.iter().enumerate();
            let chosen = places.filter(|(answer, _)| mask >> answer & 1 == 1);
            let mask = chosen.fold(0, |mask, (_, place)| mask | 1 << place);
            Some(words::answers(
                &whole.question,
                &whole.domain,
                mask,
                language,
            ))
        });
        said.collect()
    }

    fn share(&mut self, first: usize, second: usize, shared: Shared) {
        let question = self.asked.len();
        let Shared {
            whole,
            domain,
            answers,
        } = shared;
        for ((side, at), answers) in self.sides.iter_mut().zip([first, second]).zip(answers) {
            side[at] = Some(Counterpart { question, answers });
        }
        self.asked.push(whole);
        self.domains.list.push(domain);
    }

    fn alone(&mut self, side: usize, at: usize, question: &Question, domain: &Domain) {
        let size = domain.size();
        self.sides[side][at] = Some(Counterpart {
            question: self.asked.len(),
            answers: (0..size).map(Some).collect(),
        });
        self.asked.push(Whole {
            question: question.clone(),
            domain: domain.clone(),
            places: (0..size).collect(),
        });
        self.domains.list.push(domain.clone());
    }
}

/// A question of both versions; `None` where no answer can be given to both.
fn shared(
    (old, of_old): (&Question, &Domain),
    (new, of_new): (&Question, &Domain),
) -> Option<Shared> {
    match (&old.kind, &new.kind) {
        (Kind::YesNo, Kind::YesNo) => Some(Shared {
            whole: whole(new.clone(), of_new.clone()),
            domain: of_new.clone(),
            answers: [vec![Some(0), Some(1)], vec![Some(0), Some(1)]],
        }),
        (Kind::Choices(olds), Kind::Choices(news)) => choices(olds, news, new),
        (Kind::Number { .. }, Kind::Number { .. }) => numbers((old, of_old), (new, of_new)),
        _ => None,
    }
}

fn whole(question: Question, domain: Domain) -> Whole {
    Whole {
        places: (0..domain.size()).collect(),
        question,
        domain,
    }
}

/// The choices that both offer; words know those of either.
fn choices(olds: &[Choice], news: &[Choice], new: &Question) -> Option<Shared> {
    let place = |list: &[Choice], id: &str| list.iter().position(|one| one.id == id);
    let mut all = news.to_vec();
    all.extend(
        olds.iter()
            .filter(|one| place(news, &one.id).is_none())
            .cloned(),
    );
    let both = news.iter().enumerate();
    let both = both.filter_map(|(at, one)| Some((at, place(olds, &one.id)?)));
    let both: Vec<(usize, usize)> = both.collect();
    (!both.is_empty()).then(|| Shared {
        domain: Domain::Choices(both.len()),
        answers: [
            both.iter().map(|(_, old)| Some(*old)).collect(),
            both.iter().map(|(new, _)| Some(*new)).collect(),
        ],
        whole: Whole {
            domain: Domain::Choices(all.len()),
            places: both.iter().map(|(new, _)| *new).collect(),
            question: Question {
                kind: Kind::Choices(all),
                ..new.clone()
            },
        },
    })
}

/// The numbers that both take, cut where either cuts them.
fn numbers(
    (old, of_old): (&Question, &Domain),
    (new, of_new): (&Question, &Domain),
) -> Option<Shared> {
    let (Domain::Bands(olds), Domain::Bands(news)) = (of_old, of_new) else {
        return None;
    };
    let (
        Kind::Number {
            decimals: a,
            unit: counted,
            ..
        },
        Kind::Number { decimals, unit, .. },
    ) = (&old.kind, &new.kind)
    else {
        return None;
    };
    let same = |unit: &Option<String>| unit.as_deref().map(str::to_lowercase);
    if a != decimals || same(counted) != same(unit) {
        return None;
    }
    let ends = |bands: &Bands| Some((bands.first()?.0, bands.last()?.1));
    let ((a, b), (c, d)) = (ends(olds)?, ends(news)?);
    let (min, max) = (a.max(c), b.min(d));
    if min > max {
        return None;
    }
    let joined = joined(olds, news, (min, max));
    let holding = |bands: &Bands| -> Vec<Option<usize>> {
        let of = |first: i64| {
            bands
                .iter()
                .position(|(from, to)| (*from..=*to).contains(&first))
        };
        joined.iter().map(|(first, _)| of(*first)).collect()
    };
    let answers = [holding(olds), holding(news)];
    let question = Question {
        kind: Kind::Number {
            min,
            max,
            decimals: *decimals,
            unit: unit.clone(),
        },
        ..new.clone()
    };
    let domain = Domain::Bands(joined);
    Some(Shared {
        whole: whole(question, domain.clone()),
        domain,
        answers,
    })
}

/// The range, cut at every edge of either.
fn joined(olds: &Bands, news: &Bands, (min, max): (i64, i64)) -> Bands {
    let edges = olds.iter().chain(news.iter()).map(|(first, _)| *first);
    let mut edges: Vec<i64> = edges
        .filter(|first| (min + 1..=max).contains(first))
        .collect();
    edges.sort_unstable();
    edges.dedup();
    let firsts = std::iter::once(min).chain(edges.iter().copied());
    let lasts = edges.iter().map(|first| first - 1).chain([max]);
    let bands = Bands::from(firsts.zip(lasts).collect::<Vec<_>>());
    let has = |bands: &Bands, edge: i64| bands.iter().any(|(first, _)| *first == edge);
    let by_last = |edge: &i64| {
        let each = [olds, news].into_iter().filter(|bands| has(bands, *edge));
        { each }.all(|bands| bands.named_by_last(*edge))
    };
    let named = edges.iter().filter(|edge| by_last(edge));
    named.fold(bands, |bands, edge| bands.naming_by_last(*edge))
}
