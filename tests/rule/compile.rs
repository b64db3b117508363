//! The compiled checklist says what trying every completion says.

use maklumat::diagnostic::Sink;
use maklumat::rule::check::Questions;
use maklumat::rule::compile::{Checklist, Claim, Condition, DecisionId, Key, Kind, State, Verdict};
use maklumat::rule::diagram::NEVER;
use maklumat::rule::questions::Kind as Answers;
use maklumat::rule::terms::Term;

use super::example::{expr, question};
use super::oracle::{Service, compiled, truths};
use super::random::{Random, any_service, large_service, seed_service};
use crate::oracle::truths::{Shown, Truths};

/// Answers that the terms of a service may name.
const MOST_LITERALS: usize = 1_000;

/// The numbers of the partial answers for which the checklist differs from brute force.
fn differences(
    checklist: &Checklist,
    oracle: &Truths,
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
    let oracle = truths(&service, &checklist.domains);
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
        let oracle = truths(&service, &checklist.domains);
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
        let claims = checklist.claims();
        for number in (0..count).step_by(count.div_ceil(50)) {
            let answers = oracle.partial(number);
            assert_eq!(
                claimed(&claims, &answers),
                checklist.verdict(&answers),
                "service {services}, {answers:?}: {service:#?}"
            );
        }
        services += 1;
    }
    assert!(compared > 30_000, "{compared}");
}

/// The one verdict that is claimed.
fn claimed(claims: &[Claim], answers: &[Option<u8>]) -> Verdict {
    let made = |claim: &&Claim| {
        let mut lists = claim.all.iter();
        lists.all(|terms| terms.iter().any(|term| term.matches(answers)))
    };
    let made: Vec<Verdict> = claims
        .iter()
        .filter(made)
        .map(|claim| claim.verdict)
        .collect();
    match made[..] {
        [] => Verdict::Incomplete,
        [only] => only,
        _ => panic!("{made:?} at once"),
    }
}

/// What follows from the rest is not asked, and everything that is asked decides.
#[test]
fn a_claim_asks_nothing_that_decides_nothing() {
    let mut random = Random(0x6b_6c61_696d);
    let mut spoiled = 0;
    for _ in 0..60 {
        let service = any_service(&mut random);
        let checklist = service.compile();
        let oracle = truths(&service, &checklist.domains);
        let count = oracle.partial_count();
        if count > 500 {
            continue;
        }
        let differs = |claims: &[Claim]| {
            (0..count).any(|number| {
                let answers = oracle.partial(number);
                let verdict = checklist.verdict(&answers);
                let made = |claim: &Claim| {
                    let mut lists = claim.all.iter();
                    lists.all(|terms| terms.iter().any(|term| term.matches(&answers)))
                };
                claims
                    .iter()
                    .any(|claim| made(claim) != (claim.verdict == verdict))
            })
        };
        let claims = checklist.claims();
        let mut lists = claims.iter().flat_map(|claim| &claim.all);
        assert!(lists.all(|terms| !terms.is_empty()));
        assert!(!differs(&claims), "{service:#?}");
        for claim in 0..claims.len() {
            for list in 0..claims[claim].all.len() {
                let mut wider = claims.clone();
                wider[claim].all.remove(list);
                assert!(differs(&wider), "{claim} {list} {service:#?}");
                for term in 0..claims[claim].all[list].len() {
                    let mut narrower = claims.clone();
                    narrower[claim].all[list].remove(term);
                    spoiled += 1;
                    assert!(differs(&narrower), "{claim} {list} {term} {service:#?}");
                }
            }
        }
    }
    assert!(spoiled > 200, "{spoiled}");
}

/// A comparison that cannot fail proves nothing: each small damage to what is shown must be seen.
#[test]
fn planted_errors_are_found() {
    let service = seed_service();
    let right = service.compile();
    let oracle = truths(&service, &right.domains);
    let conditions = right.items.iter().map(|(_, condition)| *condition);
    let conditions = conditions.chain(right.criteria.iter().map(|(_, condition, _)| *condition));
    let mut shown: Vec<DecisionId> = conditions
        .flat_map(|condition| [condition.yes, condition.no])
        .collect();
    shown.extend(right.ladder.iter().map(|rung| rung.reached));
    shown.extend(right.ladder.iter().flat_map(|rung| &rung.passed));
    shown.extend(right.unsettled.iter().map(|condition| condition.yes));
    for id in shown {
        for term in 0..right.decisions[id].terms.len() {
            let mut damaged = right.clone();
            damaged.decisions[id].terms.remove(term);
            // A decision without terms is one that no page makes.
            if damaged.decisions[id].terms.is_empty() {
                damaged.decisions[id].function = NEVER;
            }
            assert!(
                !differences(&damaged, &oracle, 0..405).is_empty(),
                "decision {id} without term {term}"
            );
            let mut damaged = right.clone();
            damaged.decisions[id].terms[term].allowed.pop();
            assert!(
                !differences(&damaged, &oracle, 0..405).is_empty(),
                "decision {id}, term {term} widened"
            );
            let literals = right.decisions[id].terms[term].allowed.len();
            for literal in 0..literals {
                let mut damaged = right.clone();
                let (question, mask) = &mut damaged.decisions[id].terms[term].allowed[literal];
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
    let terms = |key: Key| {
        let (_, condition) = checklist
            .items
            .iter()
            .find(|(known, _)| *known == key)
            .unwrap();
        checklist.decisions[condition.yes].terms.clone()
    };
    let term = |allowed: &[(usize, u64)]| Term {
        allowed: allowed.to_vec(),
    };
    // Damaged; or damaged or whole, with changed data.
    assert_eq!(
        terms(6),
        [term(&[(2, 0b0100)]), term(&[(2, 0b0110), (3, 0b01)])]
    );
    assert_eq!(terms(7), [term(&[(2, 0b1000)])]);
}

#[test]
fn the_reason_is_the_shortest_term() {
    let checklist = seed_service().compile();
    let (_, six) = &checklist.items[0];
    let answers = [Some(1), None, Some(2), Some(0), None];
    let reason = checklist.reason(six.yes, &answers).unwrap();
    assert_eq!(reason.allowed, [(2, 0b0100)]);
    let mut without = checklist.clone();
    without.decisions[six.yes].terms.clear();
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
        let mut items = checklist.items.iter();
        assert!(items.all(|(_, condition)| !checklist.in_words(*condition)));
        most = most.max(
            checklist
                .decisions
                .iter()
                .flat_map(|decision| &decision.terms)
                .map(|term| term.allowed.len())
                .sum(),
        );
    }
    assert!(most <= MOST_LITERALS, "{most}");
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

/// Twenty criteria in a round, each forbidding one pair of answers: "some criterion fails" has 380 terms. It is then
/// known once one of them fails by itself, which is always so when all is answered.
#[test]
fn a_verdict_of_too_many_ways_waits_for_one_criterion() {
    let list: Vec<_> = (0..20)
        .map(|q| question(&format!("q{q}"), "Apa?", Answers::YesNo))
        .collect();
    let forbidden = |q: usize| format!("not (q{q} and not q{})", (q + 1) % 20);
    let criterion = |q: usize| {
        let rule = expr(&forbidden(q));
        (q, rule, Kind::NotEligible)
    };
    let service = Service {
        questions: Questions::new(list, &[], &mut Sink::default()),
        items: Vec::new(),
        criteria: (0..20).map(criterion).collect(),
        concerned: Vec::new(),
        unsettled: Vec::new(),
    };
    let checklist = service.compile();
    let failing = checklist.ladder[0].reached;
    assert_eq!(checklist.decisions[failing].terms.len(), 20);
    let mut random = Random(3);
    for round in 0..500 {
        let least = round % 2;
        let answers: Vec<Option<u8>> = (0..20)
            .map(|_| u8::try_from(least + random.below(3 - least)).unwrap())
            .map(|answer| answer.checked_sub(1))
            .collect();
        let pair = |q: usize| (answers[q], answers[(q + 1) % 20]) == (Some(0), Some(1));
        let fails = (0..20).any(pair);
        // A yes and a no anywhere in the round: somewhere between them a pair is forbidden.
        let whole = answers.iter().all(Option::is_some);
        assert!(!whole || fails == (answers.contains(&Some(0)) && answers.contains(&Some(1))));
        let expected = match (fails, whole) {
            (true, _) => Verdict::NotEligible,
            (false, true) => Verdict::Eligible,
            (false, false) => Verdict::Incomplete,
        };
        assert_eq!(checklist.verdict(&answers), expected, "{answers:?}");
    }
    assert_eq!(checklist.verdict(&[Some(0); 20]), Verdict::Eligible);
}

/// Ten criteria of which each pair of questions stands far apart: what several of them demand together is more than the
/// diagrams can hold.
fn far_apart() -> Checklist {
    let list: Vec<_> = (0..40)
        .map(|q| question(&format!("q{q}"), "Apa?", Answers::YesNo))
        .collect();
    let criterion = |q: usize| {
        let rule = format!("(q{q} and q{}) or (q{} and q{})", q + 10, q + 20, q + 30);
        (q, expr(&rule), Kind::NotEligible)
    };
    let service = Service {
        questions: Questions::new(list, &[], &mut Sink::default()),
        items: Vec::new(),
        criteria: (0..10).map(criterion).collect(),
        concerned: Vec::new(),
        unsettled: Vec::new(),
    };
    service.compile()
}

#[test]
fn a_claim_that_cannot_be_shortened_is_whole() {
    let checklist = far_apart();
    let claims = checklist.claims();
    let mut met = vec![None; 40];
    met[..20].fill(Some(0));
    let mut failing = met.clone();
    (failing[3], failing[23]) = (Some(1), Some(1));
    let mut open = met.clone();
    open[7] = None;
    for (answers, verdict) in [
        (vec![None; 40], Verdict::Incomplete),
        (open, Verdict::Incomplete),
        (met, Verdict::Eligible),
        (failing, Verdict::NotEligible),
    ] {
        assert_eq!(checklist.verdict(&answers), verdict);
        assert_eq!(claimed(&claims, &answers), verdict, "{answers:?}");
    }
}

#[test]
fn sums_that_cannot_be_told_apart_leave_no_decision_behind() {
    let mut checklist = far_apart();
    let function = |id: DecisionId| checklist.decisions[id].function;
    let sides: Vec<_> = checklist
        .criteria
        .iter()
        .map(|(_, must, _)| [function(must.yes), function(must.no)])
        .collect();
    // Which of the first five are met, and none of the others.
    let sums: Vec<Vec<_>> = (0..32)
        .map(|met: usize| {
            let each = sides.iter().enumerate();
            each.map(|(at, sides)| sides[usize::from(at > 4 || met >> at & 1 == 0)])
                .collect()
        })
        .collect();
    let before = checklist.decisions.len();
    checklist.decide_sums(&sums);
    assert_eq!(
        (checklist.sums.len(), checklist.decisions.len()),
        (0, before)
    );
    // Few enough, they are decided.
    checklist.decide_sums(&[vec![sides[0][0]], vec![sides[0][0], sides[1][1]]]);
    assert_eq!(checklist.sums.len(), 2);
}

/// Whichever decisions no page can claim, what it does claim is true, and no one is eligible while a criterion is open.
#[test]
fn what_stands_in_words_never_makes_a_page_say_something_false() {
    let mut random = Random(42);
    let (mut open, mut claimed) = (0, 0);
    for _ in 0..200 {
        let service = any_service(&mut random);
        let mut checklist = service.compile();
        let oracle = truths(&service, &checklist.domains);
        for decision in &mut checklist.decisions {
            if random.below(3) == 0 {
                (decision.function, decision.terms) = (NEVER, Vec::new());
            }
        }
        for _ in 0..60 {
            let answers = oracle.partial(random.below(oracle.partial_count()));
            let (said, truth) = (compiled(&checklist, &answers), oracle.shown(&answers));
            let states = |shown: &Shown| [shown.items.clone(), shown.criteria.clone()].concat();
            for (said, truth) in states(&said).into_iter().zip(states(&truth)) {
                assert!(said == truth || said == State::Maybe);
                open += usize::from(said != truth);
            }
            assert!(said.verdict == truth.verdict || said.verdict == Verdict::Incomplete);
            let met = said.criteria.iter().all(|state| *state == State::Yes);
            let open = said.notices.contains(&true);
            assert!(said.verdict != Verdict::Eligible || met && !open);
            let concerns = said.unconcerned.iter().zip(&truth.unconcerned);
            assert!(concerns.clone().all(|(said, truth)| *truth || !said));
            claimed += usize::from(said.verdict != Verdict::Incomplete);
            let hidden = said.irrelevant.iter().zip(&truth.irrelevant);
            assert!(hidden.clone().all(|(said, truth)| *truth || !said));
        }
    }
    assert!(open > 1_000 && claimed > 1_000, "{open} {claimed}");
}

/// A condition of so many cases that one side of it is beyond the bound: the other is still known.
#[test]
fn a_condition_beyond_the_bound_stands_in_words() {
    let list: Vec<_> = (0..20)
        .map(|q| question(&format!("q{q}"), "Apa?", Answers::YesNo))
        .collect();
    let pairs: Vec<String> = (0..10)
        .map(|q| format!("(q{} and q{})", 2 * q, 2 * q + 1))
        .collect();
    let either = pairs.join(" or ");
    let service = Service {
        questions: Questions::new(list, &[], &mut Sink::default()),
        items: vec![(1, expr(&either))],
        criteria: vec![(2, expr(&format!("not ({either})")), Kind::NotEligible)],
        concerned: Vec::new(),
        unsettled: vec![expr(&either), expr(&format!("not ({either})"))],
    };
    let checklist = service.compile();
    let (_, condition) = checklist.items[0];
    assert_eq!(checklist.decisions[condition.yes].terms.len(), 10);
    assert!(checklist.decisions[condition.no].in_words() && checklist.in_words(condition));
    assert_eq!(
        checklist.noticed(0),
        checklist.unsettled[0].yes,
        "known as it is"
    );
    assert_eq!(
        checklist.decisions[checklist.noticed(1)].terms,
        [Term::default()]
    );
    // The analysis is exact all the same.
    assert_eq!(checklist.verdict(&[Some(1); 20]), Verdict::AskFirst);
    assert_eq!(checklist.state(condition, &[Some(1); 20]), State::No);
}

/// A notice that always shows, and a condition of a criterion that no page can tell: nothing is said to be settled, and
/// the criterion is not called met where it may concern nobody.
#[test]
fn what_depends_on_a_condition_in_words_is_never_claimed() {
    let list: Vec<_> = (0..20)
        .map(|q| question(&format!("q{q}"), "Apa?", Answers::YesNo))
        .collect();
    let pairs: Vec<String> = (0..10)
        .map(|q| format!("(q{} and q{})", 2 * q, 2 * q + 1))
        .collect();
    let either = pairs.join(" or ");
    let service = Service {
        questions: Questions::new(list, &[], &mut Sink::default()),
        items: Vec::new(),
        criteria: vec![(1, expr(&format!("not ({either}) or q0")), Kind::DoFirst)],
        concerned: vec![(1, expr(&either))],
        unsettled: vec![expr(&format!("not ({either})"))],
    };
    let checklist = service.compile();
    assert!(checklist.decisions[checklist.unconcerned[0].1].in_words());
    let (_, condition, _) = checklist.criteria[0];
    assert!(checklist.decisions[condition.yes].in_words());
    let [silence, criterion] = &checklist.ladder[..] else {
        panic!("{:?}", checklist.ladder);
    };
    assert_eq!(silence.verdict, Verdict::AskFirst);
    assert!(checklist.decisions[silence.passed[0]].in_words());
    assert_eq!(criterion.passed, [condition.yes]);
}
