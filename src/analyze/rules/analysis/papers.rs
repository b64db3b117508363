//! Papers that are demanded of people who cannot have them.

use super::{Analysis, Paper};
use crate::diagnostic::{Code, Diagnostic, Message, say};
use crate::resolve::service::Item;
use crate::rule::check::{Node, Questions, Rule, Test, everything};
use crate::rule::diagram::{ALWAYS, Function, NEVER};

use super::written::written;

impl Analysis<'_> {
    pub(super) fn papers(&mut self, admitted: Function) {
        for paper in self.limited_papers() {
            let when = needed(paper.0).map_or(ALWAYS, |when| self.function(when));
            let cannot = self.function(paper.1);
            let impossible = self.diagrams.all(&[admitted, when, cannot]);
            if impossible != NEVER {
                let finding = self.impossible(paper, impossible);
                self.sink.push(finding);
            }
        }
    }

    fn impossible(&mut self, (paper, cannot): Paper<'_>, impossible: Function) -> Diagnostic {
        let shown = self.example(impossible);
        let name = name(paper);
        let span = paper.when.as_ref().unwrap_or(cannot).span;
        Diagnostic::new(
            Code::K0323,
            span,
            say!(
                "`{name}` diminta dari orang yang tidak mungkin memilikinya",
                "`{name}` is required from people who cannot have it"
            ),
        )
        .label(shown)
        .also(
            cannot.span,
            say!("menurut baris ini", "according to this line"),
        )
        .help(self.narrowed(paper, cannot))
    }

    /// The condition of the paper without those who cannot have it, as it can be typed.
    fn narrowed(&mut self, paper: &Item<'_>, cannot: &Rule) -> Message {
        let others = opposite(cannot, self.questions);
        let narrow = match &paper.when {
            Some(own) => {
                let mut parts = match &own.node {
                    Node::And(parts) => parts.clone(),
                    _ => vec![own.clone()],
                };
                parts.push(others);
                self.shortest(Rule::all(parts, own.span))
            }
            None => others,
        };
        if self.function(&narrow) == NEVER {
            return say!(
                "yang diminta persis orang yang tidak mungkin memilikinya; perbaiki `jika` atau `tidak_mungkin_ada_jika`",
                "it is required from exactly the people who cannot have it; fix `when` or `cannot_have`"
            );
        }
        let Message { id, en } = written(&narrow, self.questions);
        say!(
            "persempit syaratnya, ketik: jika: {id}",
            "narrow the condition, type: when: {en}"
        )
    }
}

/// When a paper is demanded; `None` for always, or where it demands something itself.
pub(super) fn needed<'a>(paper: &'a Item<'_>) -> Option<&'a Rule> {
    paper.condition.as_ref().filter(|_| paper.must.is_none())
}

/// What to call a paper.
pub(super) fn name<'a>(paper: &Item<'a>) -> &'a str {
    paper.words().map_or("", |name| &name.value)
}

/// The opposite of a rule, as plain as it can be said.
fn opposite(rule: &Rule, questions: &Questions) -> Rule {
    let node = match &rule.node {
        Node::Test(index, Test::OneOf(mask)) => {
            let all = questions.list.get(*index).map_or(u64::MAX, everything);
            Node::Test(*index, Test::OneOf(!mask & all))
        }
        Node::Not(part) => return (**part).clone(),
        _ => Node::Not(Box::new(rule.clone())),
    };
    Rule {
        node,
        span: rule.span,
    }
}
