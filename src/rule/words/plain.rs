//! A rule made ready to be said: no *not* on groups, facts written out, groups of one kind joined, what one answer must
//! pass brought together.

use crate::rule::check::{Node, Rule, Test};
use crate::rule::syntax::Op;

/// A rule without *not* on groups.
pub(super) enum Plain {
    /// The answer to a question passes.
    Test(usize, Test),
    /// The number stands within these bounds.
    Within(usize, Bounds),
    /// All of these hold.
    All(Vec<Plain>),
    /// One of these holds.
    Any(Vec<Plain>),
}

/// The ends of a number, each as a rule compares with it.
#[derive(Clone, Copy, Default)]
pub(super) struct Bounds {
    /// Above, or at least.
    pub low: Option<(Op, i64)>,
    /// Below, or at most.
    pub high: Option<(Op, i64)>,
}

impl Bounds {
    /// The comparison as bounds; `None` for one that is no end.
    fn of(op: Op, constant: i64) -> Option<Self> {
        let end = Some((op, constant));
        match op {
            Op::Above | Op::AtLeast => Some(Self {
                low: end,
                high: None,
            }),
            Op::Below | Op::AtMost => Some(Self {
                low: None,
                high: end,
            }),
            Op::Equal | Op::NotEqual => None,
        }
    }

    /// The smallest number within.
    pub fn first(&self) -> Option<i64> {
        self.low.map(|(op, constant)| match op {
            Op::Above => constant.saturating_add(1),
            _ => constant,
        })
    }

    /// The largest number within.
    pub fn last(&self) -> Option<i64> {
        self.high.map(|(op, constant)| match op {
            Op::Below => constant.saturating_sub(1),
            _ => constant,
        })
    }

    /// What is within these and the others.
    fn and(self, other: Self) -> Self {
        Self {
            low: if other.first() > self.first() {
                other.low
            } else {
                self.low
            },
            high: match (self.last(), other.last()) {
                (Some(own), Some(last)) if own <= last => self.high,
                (own, None) if own.is_some() => self.high,
                _ => other.high,
            },
        }
    }
}

/// The rule, or what holds exactly where it does not.
pub(super) fn plain(rule: &Rule, negated: bool) -> Plain {
    match &rule.node {
        Node::Test(question, test) if negated => opposite(*question, test),
        Node::Test(question, test) => tested(*question, test.clone()),
        Node::Fact(fact) => plain(&fact.rule, negated),
        Node::Not(part) => plain(part, !negated),
        Node::And(parts) if negated => joined(parts, true, false),
        Node::And(parts) => joined(parts, false, true),
        Node::Or(parts) if negated => joined(parts, true, true),
        Node::Or(parts) => joined(parts, false, false),
    }
}

fn tested(question: usize, test: Test) -> Plain {
    let bounds = match &test {
        Test::Number(op, constant) => Bounds::of(*op, *constant),
        _ => None,
    };
    match bounds {
        Some(bounds) => Plain::Within(question, bounds),
        None => Plain::Test(question, test),
    }
}

/// A group, with the members of members of the same kind taken in.
fn joined(parts: &[Rule], negated: bool, all: bool) -> Plain {
    let mut members: Vec<Plain> = Vec::new();
    for part in parts {
        match (plain(part, negated), all) {
            (Plain::All(inner), true) | (Plain::Any(inner), false) => {
                inner
                    .into_iter()
                    .for_each(|member| add(&mut members, member, all));
            }
            (member, _) => add(&mut members, member, all),
        }
    }
    match members.pop() {
        Some(only) if members.is_empty() => only,
        last => {
            members.extend(last);
            if all {
                Plain::All(members)
            } else {
                Plain::Any(members)
            }
        }
    }
}

/// Adds a member; two tests of the answer to one question become one, two ends of one number a range.
fn add(members: &mut Vec<Plain>, member: Plain, all: bool) {
    for known in &mut *members {
        match (known, &member) {
            (Plain::Test(same, Test::OneOf(before)), Plain::Test(question, Test::OneOf(mask)))
                if same == question =>
            {
                *before = if all { *before & mask } else { *before | mask };
                return;
            }
            (Plain::Within(same, before), Plain::Within(question, bounds))
                if all && same == question =>
            {
                *before = before.and(*bounds);
                return;
            }
            _ => {}
        }
    }
    members.push(member);
}

/// What exactly the other answers pass; bits past the last answer do not matter.
fn opposite(question: usize, test: &Test) -> Plain {
    match test {
        Test::OneOf(mask) => Plain::Test(question, Test::OneOf(!mask)),
        Test::Number(op, constant) => {
            let op = match op {
                Op::Equal => Op::NotEqual,
                Op::NotEqual => Op::Equal,
                Op::Below => Op::AtLeast,
                Op::AtMost => Op::Above,
                Op::Above => Op::AtMost,
                Op::AtLeast => Op::Below,
            };
            tested(question, Test::Number(op, *constant))
        }
        Test::Numbers(numbers) => {
            let each = |number: &i64| Plain::Test(question, Test::Number(Op::NotEqual, *number));
            Plain::All(numbers.iter().map(each).collect())
        }
    }
}
