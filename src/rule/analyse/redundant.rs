//! Finds a part of a condition that could be left out without changing what it says.

use super::Analysis;
use super::written::written;
use crate::diagnostic::{Code, Diagnostic, say};
use crate::rule::check::{Node, Rule};
use crate::rule::diagram::{ALWAYS, Function, NEVER};

/// Parts that are tried; longer conditions are not.
const MOST_PARTS: usize = 64;

impl Analysis<'_> {
    /// Reports the first part without which the rule says the same.
    pub(super) fn redundant(&mut self, rule: &Rule) {
        let whole = self.function(rule);
        if whole == NEVER || whole == ALWAYS {
            return;
        }
        let ways = shorter(rule);
        let found = ways
            .into_iter()
            .take(MOST_PARTS)
            .find(|way| self.says(&way.rest, whole));
        let Some(way) = found else { return };
        let part = written(&way.part, self.questions);
        let rest = written(&way.rest, self.questions);
        let finding = Diagnostic::new(
            Code::K0328,
            way.part.span,
            say!(
                "`{part}` di sini tidak mengubah apa pun",
                "`{part}` changes nothing here"
            ),
        )
        .help(say!("hapus, ketik: {rest}", "delete it, type: {rest}"));
        self.sink.push(finding);
    }

    fn says(&mut self, rule: &Rule, whole: Function) -> bool {
        self.function(rule) == whole
    }
}

/// A rule with one part left out.
struct Shorter {
    part: Rule,
    rest: Rule,
}

/// All ways to leave out one part of a group, the outermost first; facts are left as they are.
fn shorter(rule: &Rule) -> Vec<Shorter> {
    let mut ways = Vec::new();
    let (parts, all) = match &rule.node {
        Node::And(parts) => (parts, true),
        Node::Or(parts) => (parts, false),
        Node::Not(part) => {
            return shorter(part)
                .into_iter()
                .map(|way| Shorter {
                    part: way.part,
                    rest: with(rule, Node::Not(Box::new(way.rest))),
                })
                .collect();
        }
        Node::Test(..) | Node::Fact(_) => return ways,
    };
    let group = |parts: Vec<Rule>| {
        if all {
            Node::And(parts)
        } else {
            Node::Or(parts)
        }
    };
    for (index, part) in parts.iter().enumerate() {
        let mut rest = parts.clone();
        rest.remove(index);
        let rest = match rest.pop() {
            Some(only) if rest.is_empty() => only,
            last => {
                rest.extend(last);
                with(rule, group(rest))
            }
        };
        ways.push(Shorter {
            part: part.clone(),
            rest,
        });
    }
    for (index, part) in parts.iter().enumerate() {
        for way in shorter(part) {
            let mut rest = parts.clone();
            rest[index] = way.rest;
            ways.push(Shorter {
                part: way.part,
                rest: with(rule, group(rest)),
            });
        }
        if ways.len() > MOST_PARTS {
            break;
        }
    }
    ways
}

fn with(rule: &Rule, node: Node) -> Rule {
    Rule {
        node,
        span: rule.span,
    }
}
