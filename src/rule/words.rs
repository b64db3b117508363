//! A condition in words, as a person would read it aloud, in any language that has the phrases.
//!
//! Questions are whole sentences, so an atom quotes the question and says how it is answered:
//! “Bagaimana keadaan KTP lama Anda?” dijawab “Hilang”. *Not* is said of the answers, never of a group; a group
//! within a group has its members counted, so that no sentence can be read in two ways.

mod answers;

pub use answers::{answers, band};

use crate::language::{Language, fill};
use crate::rule::check::{Node, Questions, Rule, Test, everything};
use crate::rule::syntax::Op;

/// A condition in words, as a tree.
enum Words {
    /// One sentence about one question, without capital and full stop.
    Line(String),
    /// All of these.
    All(Vec<Words>),
    /// One of these is enough.
    Any(Vec<Words>),
}

/// The condition in one line: what follows "Hanya jika" or "Only if".
pub fn words(rule: &Rule, questions: &Questions, language: &Language) -> String {
    said(&plain(rule, false), questions, language).line(language, 0)
}

impl Words {
    fn line(&self, language: &Language, level: usize) -> String {
        let phrases = language.phrases();
        let (parts, joint, heading) = match self {
            Self::Line(line) => return line.clone(),
            Self::All(parts) => (parts, &phrases.and, &phrases.all),
            Self::Any(parts) => (parts, &phrases.or, &phrases.any),
        };
        let lines: Option<Vec<&str>> = parts
            .iter()
            .map(|part| match part {
                Self::Line(line) => Some(line.as_str()),
                _ => None,
            })
            .collect();
        if let (Some([first @ .., last]), 0) = (lines.as_deref(), level) {
            return fill(joint, &[("first", &language.row(first)), ("last", last)]);
        }
        let members = parts.iter().enumerate().map(|(index, part)| {
            format!("{} {}", mark(index, level), part.line(language, level + 1))
        });
        let members = members
            .reduce(|first, last| fill(&phrases.members, &[("first", &first), ("last", &last)]));
        let members = members.unwrap_or_default();
        fill(
            &phrases.group,
            &[("heading", heading), ("members", &members)],
        )
    }
}

/// The mark of a member of a counted group: (a), (1), (a1), (11) …, different on each level.
fn mark(index: usize, level: usize) -> String {
    let letter = u8::try_from(index)
        .ok()
        .filter(|index| *index < 26)
        .map(|index| char::from(b'a' + index));
    match letter {
        Some(letter) if level == 0 => format!("({letter})"),
        _ if level <= 1 => format!("({})", index + 1),
        _ => format!("({level}.{})", index + 1),
    }
}

/// A rule without *not* on groups, facts written out, groups of one kind joined.
enum Plain {
    Test(usize, Test),
    All(Vec<Plain>),
    Any(Vec<Plain>),
}

fn plain(rule: &Rule, negated: bool) -> Plain {
    match &rule.node {
        Node::Test(question, test) if negated => opposite(*question, test),
        Node::Test(question, test) => Plain::Test(*question, test.clone()),
        Node::Fact(fact) => plain(&fact.rule, negated),
        Node::Not(part) => plain(part, !negated),
        Node::And(parts) if negated => joined(parts, true, false),
        Node::And(parts) => joined(parts, false, true),
        Node::Or(parts) if negated => joined(parts, true, true),
        Node::Or(parts) => joined(parts, false, false),
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

/// Adds a member; two tests of the answer to one question become one.
fn add(members: &mut Vec<Plain>, member: Plain, all: bool) {
    if let Plain::Test(question, Test::OneOf(mask)) = &member {
        for known in &mut *members {
            if let Plain::Test(same, Test::OneOf(before)) = known
                && same == question
            {
                *before = if all { *before & mask } else { *before | mask };
                return;
            }
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
            Plain::Test(question, Test::Number(op, *constant))
        }
        Test::Numbers(numbers) => {
            let each = |number: &i64| Plain::Test(question, Test::Number(Op::NotEqual, *number));
            Plain::All(numbers.iter().map(each).collect())
        }
    }
}

fn said(plain: &Plain, questions: &Questions, language: &Language) -> Words {
    let phrases = language.phrases();
    let several = |parts: &[Plain]| {
        parts
            .iter()
            .map(|part| said(part, questions, language))
            .collect()
    };
    match plain {
        Plain::All(parts) if parts.is_empty() => Words::Line(phrases.always.clone()),
        Plain::Any(parts) if parts.is_empty() => Words::Line(phrases.never.clone()),
        Plain::All(parts) => Words::All(several(parts)),
        Plain::Any(parts) => Words::Any(several(parts)),
        Plain::Test(index, test) => {
            let Some(question) = questions.list.get(*index) else {
                return Words::Line(String::new());
            };
            let test = match test {
                Test::OneOf(mask) => Test::OneOf(mask & everything(question)),
                other => other.clone(),
            };
            Words::Line(answers::test(question, &test, language))
        }
    }
}
