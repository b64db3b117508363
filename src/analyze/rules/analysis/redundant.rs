//! Finds a part of a condition that could be left out without changing what it says.

use super::Analysis;
use super::written::written;
use crate::diagnostic::{Code, Diagnostic, say};
use crate::rule::check::{Node, Rule};
use crate::rule::diagram::{ALWAYS, Function, NEVER};
use crate::span::Span;

/// Parts that are tried; longer conditions are not.
const MOST_PARTS: usize = 64;

impl Analysis<'_> {
    /// Reports the conditions of items, criteria and silences that could be shorter.
    pub(super) fn all_redundant(&mut self) {
        let service = self.service;
        let criteria = service
            .rules
            .criteria
            .iter()
            .map(|(key, rule, _)| (key, rule));
        let items = service.rules.items.iter().map(|(key, rule)| (key, rule));
        for (key, rule) in items.chain(criteria) {
            let item = service.items.get(*key).into_iter();
            let around = item.flat_map(|item| service.around(item));
            let groups = around.filter_map(|group| Some(group.condition.as_ref()?.span));
            self.redundant(rule, &groups.collect::<Vec<_>>());
        }
        for rule in &service.rules.unsettled {
            self.redundant(rule, &[]);
        }
    }

    /// Reports the first part without which a rule says the same; `groups` are the places of its groups' conditions.
    ///
    /// Only what the item itself says is looked at; the condition of its group belongs to the group.
    fn redundant(&mut self, rule: &Rule, groups: &[Span]) {
        let whole = self.function(rule);
        if whole == NEVER || whole == ALWAYS {
            return;
        }
        let Some(piece) = piece(rule, groups) else {
            return;
        };
        let alone = piece.around(Rule::all(Vec::new(), piece.own.span));
        if piece.group.is_some() && self.says(&alone, whole) {
            self.sink.push(said_by_group(&piece.own));
            return;
        }
        let found = shorter(&piece.own)
            .into_iter()
            .take(MOST_PARTS)
            .find(|way| self.says(&piece.around(way.rest.clone()), whole));
        if let Some(way) = found {
            let finding = self.changes_nothing(&way);
            self.sink.push(finding);
        }
    }

    fn changes_nothing(&self, way: &Shorter) -> Diagnostic {
        let part = written(&way.part, self.questions);
        let rest = written(&way.rest, self.questions);
        let (part_id, part_en) = (part.id, part.en);
        let (rest_id, rest_en) = (rest.id, rest.en);
        Diagnostic::new(
            Code::K0328,
            way.part.span,
            say!(
                "`{part_id}` di sini tidak mengubah apa pun",
                "`{part_en}` changes nothing here"
            ),
        )
        .help(say!(
            "hapus, ketik: {rest_id}",
            "delete it, type: {rest_en}"
        ))
    }

    fn says(&mut self, rule: &Rule, whole: Function) -> bool {
        self.function(rule) == whole
    }

    /// The rule without any part that changes nothing.
    pub(super) fn shortest(&mut self, mut rule: Rule) -> Rule {
        let whole = self.function(&rule);
        for _ in 0..MOST_PARTS {
            let ways = shorter(&rule).into_iter().take(MOST_PARTS);
            let Some(way) = ways.into_iter().find(|way| self.says(&way.rest, whole)) else {
                break;
            };
            rule = way.rest;
        }
        rule
    }
}

fn said_by_group(own: &Rule) -> Diagnostic {
    Diagnostic::new(
        Code::K0328,
        own.span,
        say!(
            "syarat ini tidak mengubah apa pun: kelompoknya sudah mensyaratkannya",
            "this condition changes nothing: its group already requires it"
        ),
    )
    .help(say!(
        "hapus `jika` di butir ini",
        "delete the `when` of this item"
    ))
}

/// A condition that the item itself writes, and what stands around it.
struct Piece {
    own: Rule,
    /// The condition of the group.
    group: Option<Rule>,
    /// The condition of the group of a criterion, where the piece is its `must`.
    when: Option<Rule>,
}

impl Piece {
    /// The whole rule with something else in the place of the piece.
    fn around(&self, own: Rule) -> Rule {
        match (&self.group, &self.when) {
            (Some(group), _) => Rule::all(vec![group.clone(), own], self.own.span),
            (None, Some(when)) => own.only_when(when.clone()),
            (None, None) => own,
        }
    }
}

/// What an item itself says, apart from its groups.
fn piece(rule: &Rule, groups: &[Span]) -> Option<Piece> {
    let bare = |own: &Rule| Piece {
        own: own.clone(),
        group: None,
        when: None,
    };
    if groups.contains(&rule.span) {
        return None;
    }
    Some(match (&rule.node, rule_parts(rule)) {
        (Node::And(_), [group, own]) if groups.contains(&group.span) => Piece {
            group: Some(group.clone()),
            ..bare(own)
        },
        (Node::Or(_), [not, must]) if must.span == rule.span => match &not.node {
            Node::Not(when) if !inside(when.span, rule.span) => Piece {
                when: Some((**when).clone()),
                ..bare(must)
            },
            _ => bare(rule),
        },
        _ => bare(rule),
    })
}

fn rule_parts(rule: &Rule) -> &[Rule] {
    match &rule.node {
        Node::And(parts) | Node::Or(parts) => parts,
        _ => &[],
    }
}

fn inside(inner: Span, outer: Span) -> bool {
    inner.file == outer.file && outer.start <= inner.start && inner.end <= outer.end
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
