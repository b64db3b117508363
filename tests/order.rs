//! In which order services are used, against every tie between drawn services.

use maklumat::resolve::order::{Ask, Member, Order};

use crate::oracle::random::Random;

const PAPERS: [&str; 12] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

/// A tie: who gives, who asks, and whether one may have the paper already.
#[derive(Debug, Clone, Copy)]
struct Tie {
    from: usize,
    to: usize,
    is_weak: bool,
}

/// Services that give and ask for a few of the papers, at most `most` of each.
fn drawn(random: &mut Random, services: usize, papers: usize, most: usize) -> Vec<Member<'static>> {
    let mut member = || {
        let mut some = |most: usize| {
            let count = random.below(most + 1);
            let mut some: Vec<&str> = (0..count).map(|_| PAPERS[random.below(papers)]).collect();
            some.sort_unstable();
            some.dedup();
            some
        };
        let (gives, asked) = (some(1), some(most));
        let asks = asked.into_iter().map(|document| Ask {
            document,
            is_weak: random.below(5) == 0,
            is_for_some: false,
        });
        Member {
            gives,
            asks: asks.collect(),
        }
    };
    (0..services).map(|_| member()).collect()
}

/// Every tie between two services, one by one.
fn ties(members: &[Member<'_>]) -> Vec<Tie> {
    let givers = |document: &str| {
        let members = members.iter().enumerate();
        let givers = members.filter(move |(_, member)| member.gives.contains(&document));
        givers.map(|(at, _)| at).collect::<Vec<usize>>()
    };
    let mut ties = Vec::new();
    for (to, member) in members.iter().enumerate() {
        for ask in &member.asks {
            let givers = givers(ask.document);
            if givers.contains(&to) {
                continue;
            }
            let is_weak = ask.is_weak || givers.len() > 1;
            ties.extend(givers.into_iter().map(|from| Tie { from, to, is_weak }));
        }
    }
    ties
}

/// Who is reached from whom over ties.
fn reach<'t>(services: usize, ties: impl Iterator<Item = &'t Tie>) -> Vec<Vec<bool>> {
    let mut reach = vec![vec![false; services]; services];
    for tie in ties {
        reach[tie.from][tie.to] = true;
    }
    for by in 0..services {
        for from in 0..services {
            if reach[from][by] {
                let further = reach[by].clone();
                for (to, reached) in further.into_iter().enumerate() {
                    reach[from][to] |= reached;
                }
            }
        }
    }
    reach
}

/// What is wrong with an order.
fn wrong(members: &[Member<'_>], order: &Order<'_>) -> Vec<String> {
    let ties = ties(members);
    let all = reach(members.len(), ties.iter());
    let strong = reach(members.len(), ties.iter().filter(|tie| !tie.is_weak));
    let counts = |tie: &&Tie| match tie.is_weak {
        true => !all[tie.to][tie.from],
        false => !strong[tie.to][tie.from],
    };
    let kept: Vec<&Tie> = ties.iter().filter(counts).collect();
    let stage = |service: usize| {
        let mut stages = order.stages.iter();
        stages.position(|stage| stage.contains(&service))
    };
    let mut wrong = Vec::new();
    let mut listed: Vec<usize> = order
        .stages
        .iter()
        .flatten()
        .chain(&order.free)
        .copied()
        .collect();
    listed.sort_unstable();
    if listed != (0..members.len()).collect::<Vec<_>>() {
        wrong.push(format!("listed: {listed:?}"));
    }
    for tie in &kept {
        if stage(tie.from) >= stage(tie.to) || stage(tie.from).is_none() {
            wrong.push(format!("{tie:?} is not kept"));
        }
    }
    for service in 0..members.len() {
        let before = kept.iter().filter(|tie| tie.to == service);
        let earliest = before.map(|tie| stage(tie.from).map_or(0, |stage| stage + 1));
        let tied = kept.iter().any(|tie| [tie.from, tie.to].contains(&service));
        let expected = tied.then(|| earliest.max().unwrap_or_default());
        if stage(service) != expected {
            wrong.push(format!(
                "{service} stands at {:?}, not {expected:?}",
                stage(service)
            ));
        }
        let waits = kept.iter().any(|tie| tie.to == service);
        if waits == order.needs[service].is_empty() {
            wrong.push(format!("{service} needs {:?}", order.needs[service]));
        }
    }
    let in_circle = |service: usize| strong[service][service];
    let mut knots: Vec<usize> = (0..members.len()).filter(|one| in_circle(*one)).collect();
    for circle in &order.circles {
        let next = circle.iter().cycle().skip(1);
        for ((service, document), (giver, _)) in circle.iter().zip(next) {
            let asks = &members[*service].asks;
            let ask = asks
                .iter()
                .find(|ask| ask.document == *document && !ask.is_weak);
            if ask.is_none() || !members[*giver].gives.contains(document) {
                wrong.push(format!("{circle:?} is no circle"));
            }
        }
        let first = circle.first().map_or(0, |(service, _)| *service);
        knots.retain(|one| !(strong[first][*one] && strong[*one][first]));
    }
    if !knots.is_empty() {
        wrong.push(format!("{knots:?} are in a circle that is not told"));
    }
    wrong
}

#[test]
fn the_order_keeps_every_tie_that_is_in_no_circle() {
    let mut random = Random(0x7572_7574_616e_2121);
    let (mut circles, mut deep, mut free) = (0, 0, 0);
    for round in 0..3000 {
        let services = 1 + random.below(9);
        let papers = 1 + random.below(PAPERS.len());
        let most = 1 + random.below(4);
        let members = drawn(&mut random, services, papers, most);
        let order = Order::of(&members);
        assert_eq!(
            wrong(&members, &order),
            Vec::<String>::new(),
            "{round}: {members:?}"
        );
        assert_eq!(order, Order::of(&members));
        circles += order.circles.len();
        deep += usize::from(order.stages.len() > 2);
        free += order.free.len();
    }
    assert!(
        circles > 50 && deep > 100 && free > 100,
        "{circles} {deep} {free}"
    );
}

#[test]
fn an_order_that_breaks_a_tie_is_noticed() {
    let ask = |document, is_weak| Ask {
        document,
        is_weak,
        is_for_some: false,
    };
    let member = |gives: &[&'static str], asks: &[Ask<'static>]| Member {
        gives: gives.to_vec(),
        asks: asks.to_vec(),
    };
    let members = [member(&[], &[ask("a", false)]), member(&["a"], &[])];
    let mut order = Order::of(&members);
    assert_eq!(order.stages, [[1], [0]]);
    order.stages.reverse();
    assert_eq!(wrong(&members, &order).len(), 3);
    // A weak tie gives way to a strong one.
    let members = [
        member(&["a"], &[ask("b", true)]),
        member(&["b"], &[ask("a", false)]),
    ];
    let order = Order::of(&members);
    assert_eq!(order.stages, [[0], [1]]);
    assert!(order.circles.is_empty());
    // A circle of strong ties orders nothing, and is told.
    let members = [
        member(&["a"], &[ask("b", false)]),
        member(&["b"], &[ask("a", false)]),
    ];
    let order = Order::of(&members);
    assert_eq!(order.circles, [[(0, "b"), (1, "a")]]);
    assert_eq!((order.stages.len(), order.free), (0, vec![0, 1]));
}

/// Ties are not listed one by one: these would be a hundred million.
#[test]
fn ten_thousand_services_of_one_event_are_ordered() {
    let names: Vec<String> = (0..10_000).map(|n| format!("surat-{n}")).collect();
    let ask = |document| Ask {
        document,
        is_weak: false,
        is_for_some: false,
    };
    let all_for_all = (0..20_000).map(|n| match n < 10_000 {
        true => Member {
            gives: vec!["surat"],
            asks: Vec::new(),
        },
        false => Member {
            gives: Vec::new(),
            asks: vec![ask("surat")],
        },
    });
    let order = Order::of(&all_for_all.collect::<Vec<_>>());
    assert_eq!(order.stages.len(), 2);
    let one_by_one = (0..10_000).map(|n| Member {
        gives: vec![&*names[n]],
        asks: n
            .checked_sub(1)
            .map(|n| ask(&*names[n]))
            .into_iter()
            .collect(),
    });
    let order = Order::of(&one_by_one.collect::<Vec<_>>());
    assert_eq!(order.stages.len(), 10_000);
    let in_a_ring = (0..10_000).map(|n| Member {
        gives: vec![&*names[n]],
        asks: vec![ask(&*names[(n + 1) % 10_000])],
    });
    let order = Order::of(&in_a_ring.collect::<Vec<_>>());
    assert_eq!(order.circles.len(), 1);
    assert_eq!(order.circles[0].len(), 10_000);
    // Every office asks for the paper that every other one gives: all are in one knot.
    let in_a_knot = (0..20_000).map(|n| {
        let (gives, asks) = [("kk", "ktp"), ("ktp", "kk")][n % 2];
        Member {
            gives: vec![gives],
            asks: vec![ask(asks)],
        }
    });
    let order = Order::of(&in_a_knot.collect::<Vec<_>>());
    let placed = order.stages.iter().map(Vec::len).sum::<usize>() + order.free.len();
    assert_eq!(placed, 20_000);
}
