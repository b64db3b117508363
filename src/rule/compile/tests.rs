//! The compiled checklist says what trying every completion says.

use super::oracle::{Oracle, Service, compiled};
use super::random::{Random, any_service, large_service, seed_service};
use super::*;
use crate::diagnostic::Sink;
use crate::rule::check::Questions;
use crate::rule::example::{expr, question};
use crate::rule::questions::Kind as Answers;
use crate::rule::terms::Term;

/// The numbers of the partial answers for which the checklist differs from brute force.
fn differences(
    checklist: &Checklist,
    oracle: &Oracle<'_>,
    numbers: impl Iterator<Item = usize>,
) -> Vec<usize> {
    numbers
        .filter(|number| {
            let answers = oracle.partial(*number);
            compiled(checklist, &answers) != oracle.shown(&answers)
        })
        .collect()
}

#[test]
fn the_seed_is_right_for_all_405_sets_of_answers() {
    let service = seed_service();
    let checklist = service.compile();
    let oracle = Oracle::new(&service, &checklist.domains);
    assert_eq!(oracle.partial_count(), 405);
    assert_eq!(
        differences(&checklist, &oracle, 0..405),
        Vec::<usize>::new()
    );
}

#[test]
fn five_hundred_services_are_right() {
    let mut random = Random(0x6d61_6b6c_756d_6174);
    let (mut services, mut compared) = (0, 0);
    while services < 500 {
        let service = any_service(&mut random);
        let checklist = service.compile();
        let oracle = Oracle::new(&service, &checklist.domains);
        let count = oracle.partial_count();
        let numbers: Vec<usize> = match count {
            0..=300 => (0..count).collect(),
            _ => (0..120).map(|_| random.below(count)).collect(),
        };
        compared += numbers.len();
        let wrong = differences(&checklist, &oracle, numbers.into_iter());
        assert_eq!(
            wrong,
            Vec::<usize>::new(),
            "service {services}: {service:#?}"
        );
        services += 1;
    }
    assert!(compared > 30_000, "{compared}");
}

#[test]
fn the_diagram_alone_says_the_same() {
    let mut random = Random(42);
    for _ in 0..60 {
        let service = any_service(&mut random);
        let mut checklist = service.compile();
        checklist
            .decisions
            .iter_mut()
            .for_each(|decision| decision.terms = None);
        let oracle = Oracle::new(&service, &checklist.domains);
        let numbers: Vec<usize> = (0..60)
            .map(|_| random.below(oracle.partial_count()))
            .collect();
        assert_eq!(
            differences(&checklist, &oracle, numbers.into_iter()),
            Vec::<usize>::new()
        );
    }
}

/// A comparison that cannot fail proves nothing: each small damage to what is shown must be seen.
#[test]
fn planted_errors_are_found() {
    let service = seed_service();
    let right = service.compile();
    let oracle = Oracle::new(&service, &right.domains);
    let conditions = right.items.iter().map(|(_, condition)| *condition);
    let conditions = conditions.chain(right.criteria.iter().map(|(_, condition, _)| *condition));
    let mut shown: Vec<DecisionId> = conditions
        .flat_map(|condition| [condition.yes, condition.no])
        .collect();
    shown.extend(right.failing.iter().flatten());
    shown.extend(right.unsettled.iter().map(|condition| condition.yes));
    for id in shown {
        for term in 0..right.decisions[id].terms.as_ref().unwrap().len() {
            let mut damaged = right.clone();
            damaged.decisions[id].terms.as_mut().unwrap().remove(term);
            assert!(
                !differences(&damaged, &oracle, 0..405).is_empty(),
                "decision {id} without term {term}"
            );
            let mut damaged = right.clone();
            damaged.decisions[id].terms.as_mut().unwrap()[term]
                .allowed
                .pop();
            assert!(
                !differences(&damaged, &oracle, 0..405).is_empty(),
                "decision {id}, term {term} widened"
            );
            let literals = right.decisions[id].terms.as_ref().unwrap()[term]
                .allowed
                .len();
            for literal in 0..literals {
                let mut damaged = right.clone();
                let (question, mask) =
                    &mut damaged.decisions[id].terms.as_mut().unwrap()[term].allowed[literal];
                *mask = !*mask & right.domains.list[*question].full();
                assert!(
                    !differences(&damaged, &oracle, 0..405).is_empty(),
                    "decision {id}, term {term}, literal {literal} turned"
                );
            }
        }
    }
    for question in 0..5 {
        let mut damaged = right.clone();
        damaged.indifferent[question].clear();
        assert!(
            !differences(&damaged, &oracle, 0..405).is_empty(),
            "question {question} always hidden"
        );
    }
}

#[test]
fn terms_are_prime_and_all_there() {
    let service = seed_service();
    let checklist = service.compile();
    let terms = |path: &str| {
        let (_, condition) = checklist
            .items
            .iter()
            .find(|(known, _)| known == path)
            .unwrap();
        checklist.decisions[condition.yes].terms.clone().unwrap()
    };
    let term = |allowed: &[(usize, u64)]| Term {
        allowed: allowed.to_vec(),
    };
    // Damaged; or damaged or whole, with changed data.
    assert_eq!(
        terms("requirements.6"),
        [term(&[(2, 0b0100)]), term(&[(2, 0b0110), (3, 0b01)])]
    );
    assert_eq!(terms("requirements.7"), [term(&[(2, 0b1000)])]);
}

#[test]
fn the_reason_is_the_shortest_term() {
    let checklist = seed_service().compile();
    let (_, six) = &checklist.items[0];
    let answers = [Some(1), None, Some(2), Some(0), None];
    let reason = checklist.reason(six.yes, &answers).unwrap();
    assert_eq!(reason.allowed, [(2, 0b0100)]);
    let mut without = checklist.clone();
    without.decisions[six.yes].terms = None;
    assert_eq!(
        without.reason(six.yes, &answers).unwrap().allowed,
        [(2, 0b0100)]
    );
}

/// Twelve questions of six options, twelve conditions, six criteria: inside the bound, whatever they say.
#[test]
fn a_large_service_stays_inside_the_bound() {
    let mut random = Random(7);
    let mut most = 0;
    for _ in 0..20 {
        let service = large_service(&mut random, 12, 6, 12, 6);
        let checklist = service.compile();
        assert!(checklist.items.iter().all(|(_, condition)| {
            checklist.decisions[condition.yes].terms.is_some()
                && checklist.decisions[condition.no].terms.is_some()
        }));
        most = most.max(checklist.term_count());
    }
    assert!(most <= 2_000, "{most}");
}

/// Too many completions to try all: 10,000 of them against the expressions, whole and with answers left open.
#[test]
fn a_large_service_agrees_with_ten_thousand_completions() {
    let mut random = Random(12);
    let service = large_service(&mut random, 12, 6, 12, 6);
    let checklist = service.compile();
    let conditions: Vec<Condition> = checklist
        .items
        .iter()
        .map(|(_, condition)| *condition)
        .chain(
            checklist
                .criteria
                .iter()
                .map(|(_, condition, _)| *condition),
        )
        .collect();
    for _ in 0..10_000 {
        let complete: Vec<usize> = (0..12).map(|_| random.below(6)).collect();
        let truth = service.truth(&checklist.domains, &complete);
        let whole: Vec<Option<u8>> = complete
            .iter()
            .map(|answer| u8::try_from(*answer).ok())
            .collect();
        let part: Vec<Option<u8>> = whole
            .iter()
            .map(|answer| answer.filter(|_| random.below(2) == 0))
            .collect();
        for (condition, holds) in conditions.iter().zip(truth) {
            let state = if holds { State::Yes } else { State::No };
            assert_eq!(checklist.state(*condition, &whole), state);
            let open = checklist.state(*condition, &part);
            assert!(open == state || open == State::Maybe);
        }
    }
}

/// Twenty criteria in a round, each forbidding one pair of answers: "some criterion fails" has 380 terms, its
/// diagram a few nodes, and the verdict stays exact.
#[test]
fn a_verdict_that_explodes_is_decided_by_its_diagram() {
    let list: Vec<_> = (0..20)
        .map(|q| question(&format!("q{q}"), "Apa?", Answers::YesNo))
        .collect();
    let forbidden = |q: usize| format!("not (q{q} and not q{})", (q + 1) % 20);
    let service = Service {
        questions: Questions::new(list, &[], &mut Sink::default()),
        items: Vec::new(),
        criteria: (0..20)
            .map(|q| {
                (
                    format!("eligibility.{q}"),
                    expr(&forbidden(q)),
                    Kind::NotEligible,
                )
            })
            .collect(),
        unsettled: Vec::new(),
    };
    let checklist = service.compile();
    assert!(
        checklist.decisions[checklist.failing[0].unwrap()]
            .terms
            .is_none()
    );
    let mut random = Random(3);
    for _ in 0..500 {
        let answers: Vec<Option<u8>> = (0..20)
            .map(|_| u8::try_from(random.below(3)).unwrap().checked_sub(1))
            .collect();
        // A yes and a no anywhere in the round: somewhere between them a pair is forbidden.
        let both = answers.contains(&Some(0)) && answers.contains(&Some(1));
        let expected = if both {
            Verdict::NotEligible
        } else {
            Verdict::Incomplete
        };
        assert_eq!(checklist.verdict(&answers), expected, "{answers:?}");
        let reason = checklist.reason(checklist.failing[0].unwrap(), &answers);
        assert_eq!(reason.map(|term| term.allowed.len()), both.then_some(2));
    }
    assert_eq!(checklist.verdict(&[Some(0); 20]), Verdict::Eligible);
}
