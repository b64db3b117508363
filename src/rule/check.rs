//! Checks a condition against the questions: every name known, every comparison of the right type.
//!
//! What passes is a [`Rule`]: a tree over the numbers of the questions, in which nothing can be misread any more.

mod meant;
mod mistakes;
mod number;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::Sink;
use crate::rule::questions::{Answer, Fact, Kind, Question};
use crate::rule::syntax::{Expr, ExprKind, Name, Op, Value, ValueKind};
use crate::span::Span;

/// The parts a rule may have once its facts are written out.
const MOST_PARTS: usize = 4_096;

/// So many facts may stand in one another.
const DEEPEST_FACT: usize = 64;

/// A condition that means something: checked, with its facts resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// What it says.
    pub node: Node,
    /// Where it stands.
    pub span: Span,
}

/// The forms of a checked condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// The answer to a question, by the question's number from 0, passes a test.
    Test(usize, Test),
    /// A named condition holds.
    Fact(Arc<CheckedFact>),
    /// All of these hold; of none, always.
    And(Vec<Rule>),
    /// At least one of these holds; of none, never.
    Or(Vec<Rule>),
    /// This does not hold.
    Not(Box<Rule>),
}

/// What is demanded of one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// It is one of these, a bit for each answer of the question.
    OneOf(u64),
    /// The number compares so.
    Number(Op, i64),
    /// The number is one of these.
    Numbers(BTreeSet<i64>),
}

/// A named condition, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedFact {
    /// Its name.
    pub id: String,
    /// What it stands for.
    pub rule: Rule,
    /// The number of its parts, facts written out.
    size: usize,
}

/// What conditions may speak of: the questions in the author's order, and the facts.
#[derive(Debug, Clone, Default)]
pub struct Questions {
    /// The questions, in the author's order.
    pub list: Vec<Question>,
    /// The facts by name; `None` for one with a mistake, which is reported already.
    facts: BTreeMap<String, Option<Arc<CheckedFact>>>,
}

impl Questions {
    /// Takes the questions and checks the facts. Their ids must differ already; a question wins over a fact.
    pub fn new(list: Vec<Question>, facts: &[Fact], sink: &mut Sink) -> Self {
        for question in &list {
            question.inspect(sink);
        }
        let mut questions = Self {
            list,
            facts: BTreeMap::new(),
        };
        let declared: BTreeMap<&str, &Fact> =
            facts.iter().map(|fact| (fact.id.as_str(), fact)).collect();
        for fact in facts {
            questions.settle(fact, &declared, &mut Vec::new(), sink);
        }
        questions
    }

    /// The number of the question with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.list.iter().position(|question| question.id == id)
    }

    /// Checks a fact after the facts it uses.
    fn settle<'a>(
        &mut self,
        fact: &'a Fact,
        declared: &BTreeMap<&str, &'a Fact>,
        path: &mut Vec<&'a str>,
        sink: &mut Sink,
    ) {
        if self.facts.contains_key(&fact.id) {
            return;
        }
        let round = path.iter().position(|id| *id == fact.id);
        if round.is_some() || path.len() >= DEEPEST_FACT {
            sink.push(match round {
                Some(start) => mistakes::cycle(fact, &path[start..]),
                None => mistakes::too_large(fact.span),
            });
            self.facts.insert(fact.id.clone(), None);
            return;
        }
        path.push(&fact.id);
        for name in fact.expr.names() {
            if let Some(used) = declared.get(name.text.as_str()) {
                self.settle(used, declared, path, sink);
            }
        }
        path.pop();
        if self.facts.contains_key(&fact.id) {
            return;
        }
        // Facts are settled in the order they need one another, so each name of this one is known by now.
        let rule = check(&fact.expr, self, sink);
        let checked = rule.map(|rule| {
            Arc::new(CheckedFact {
                id: fact.id.clone(),
                size: rule.size(),
                rule,
            })
        });
        self.facts.insert(fact.id.clone(), checked);
    }
}

/// Checks a condition. `None` if it means nothing; the sink then has every reason.
pub fn check(expr: &Expr, questions: &Questions, sink: &mut Sink) -> Option<Rule> {
    let rule = Checker {
        questions,
        sink,
        whole: expr.span,
    }
    .rule(expr)?;
    if rule.size() > MOST_PARTS {
        sink.push(mistakes::too_large(expr.span));
        return None;
    }
    Some(rule)
}

/// Checks an answer that a test gives to a question.
pub fn check_answer(question: &Question, value: &Value, sink: &mut Sink) -> Option<Answer> {
    match question.kind {
        Kind::Number { .. } => number(question, value, sink).map(Answer::Number),
        _ => option(question, value, "", sink).map(Answer::Choice),
    }
}

impl Rule {
    /// `must`, but only of those for whom `when` holds: a criterion that has a condition itself.
    #[must_use]
    pub fn only_when(self, when: Rule) -> Rule {
        let span = self.span;
        let not_when = Rule {
            span: when.span,
            node: Node::Not(Box::new(when)),
        };
        Rule {
            node: Node::Or(vec![not_when, self]),
            span,
        }
    }

    /// Every rule of a list, as one.
    pub fn all(rules: Vec<Rule>, span: Span) -> Rule {
        Rule {
            node: Node::And(rules),
            span,
        }
    }

    /// The numbers of the questions it reads.
    pub fn reads(&self) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        self.each_test(&mut |question, _| {
            found.insert(question);
        });
        found
    }

    /// Shows every test of the rule, facts included.
    pub(crate) fn each_test(&self, see: &mut dyn FnMut(usize, &Test)) {
        match &self.node {
            Node::Test(question, test) => see(*question, test),
            Node::Fact(fact) => fact.rule.each_test(see),
            Node::And(parts) | Node::Or(parts) => parts.iter().for_each(|part| part.each_test(see)),
            Node::Not(part) => part.each_test(see),
        }
    }

    fn size(&self) -> usize {
        match &self.node {
            Node::Test(..) => 1,
            Node::Fact(fact) => fact.size.saturating_add(1),
            Node::And(parts) | Node::Or(parts) => parts
                .iter()
                .fold(1, |sum, part| sum.saturating_add(part.size())),
            Node::Not(part) => part.size().saturating_add(1),
        }
    }
}

/// What a name stands for.
enum Meaning<'a> {
    Question(usize, &'a Question),
    Fact(Arc<CheckedFact>),
    /// Unknown, or a fact with a mistake: reported already.
    Nothing,
}

struct Checker<'a> {
    questions: &'a Questions,
    sink: &'a mut Sink,
    /// Where the whole condition stands.
    whole: Span,
}

impl<'a> Checker<'a> {
    /// Checks one part; advice about a part says that the rest of the condition stays.
    fn rule(&mut self, expr: &Expr) -> Option<Rule> {
        let leaf = !matches!(
            expr.kind,
            ExprKind::And(_) | ExprKind::Or(_) | ExprKind::Not(_)
        );
        if !leaf || expr.span == self.whole {
            return self.any_rule(expr);
        }
        let mut found = Sink::default();
        let rule = Checker {
            questions: self.questions,
            sink: &mut found,
            whole: self.whole,
        }
        .any_rule(expr);
        for mut finding in found.into_findings() {
            finding.help = finding.help.map(mistakes::of_a_part);
            self.sink.push(finding);
        }
        rule
    }

    fn any_rule(&mut self, expr: &Expr) -> Option<Rule> {
        let node = match &expr.kind {
            ExprKind::Name(name) => self.name_alone(name, expr)?,
            ExprKind::Compare { name, op, value } => self.compare(expr, name, *op, value)?,
            ExprKind::In { name, values } => self.one_of(expr, name, values)?,
            ExprKind::And(parts) => Node::And(self.parts(parts)?),
            ExprKind::Or(parts) => {
                if let Some(mut finding) = meant::options_in_a_row(parts, self.questions) {
                    if expr.span != self.whole {
                        finding.help = finding.help.map(mistakes::of_a_part);
                    }
                    self.sink.push(finding);
                    return None;
                }
                Node::Or(self.parts(parts)?)
            }
            ExprKind::Not(part) => Node::Not(Box::new(self.rule(part)?)),
        };
        Some(Rule {
            node,
            span: expr.span,
        })
    }

    /// All parts, so that every mistake is seen before the whole is given up.
    fn parts(&mut self, parts: &[Expr]) -> Option<Vec<Rule>> {
        let checked: Vec<Option<Rule>> = parts.iter().map(|part| self.rule(part)).collect();
        checked.into_iter().collect()
    }

    fn meaning(&mut self, name: &Name, expr: &Expr) -> Meaning<'a> {
        let questions = self.questions;
        if let Some(index) = questions.find(&name.text) {
            return Meaning::Question(index, &questions.list[index]);
        }
        match questions.facts.get(&name.text) {
            Some(Some(fact)) => Meaning::Fact(Arc::clone(fact)),
            Some(None) => Meaning::Nothing,
            None => {
                self.sink.push(meant::unknown_name(name, expr, questions));
                Meaning::Nothing
            }
        }
    }

    fn name_alone(&mut self, name: &Name, expr: &Expr) -> Option<Node> {
        match self.meaning(name, expr) {
            Meaning::Question(index, question) if question.kind == Kind::YesNo => {
                Some(Node::Test(index, Test::OneOf(1)))
            }
            Meaning::Question(_, question) => {
                self.sink.push(mistakes::bare_question(name, question));
                None
            }
            Meaning::Fact(fact) => Some(Node::Fact(fact)),
            Meaning::Nothing => None,
        }
    }

    fn compare(&mut self, expr: &Expr, name: &Name, op: Op, value: &Value) -> Option<Node> {
        let (index, question) = match self.meaning(name, expr) {
            Meaning::Question(index, question) => (index, question),
            Meaning::Fact(fact) => return self.compare_fact(fact, op, value),
            Meaning::Nothing => return None,
        };
        if let Kind::Number { .. } = question.kind {
            let constant = number(question, value, self.sink)?;
            return Some(Node::Test(index, Test::Number(op, constant)));
        }
        if !matches!(op, Op::Equal | Op::NotEqual) {
            self.sink
                .push(mistakes::not_a_number(name, op, value, question));
            return None;
        }
        let chosen = 1_u64 << option(question, value, op.sign(), self.sink)?;
        let mask = match op {
            Op::NotEqual => everything(question) & !chosen,
            _ => chosen,
        };
        Some(Node::Test(index, Test::OneOf(mask)))
    }

    /// `dewasa = ya`, `dewasa != tidak`: a fact is true or not.
    fn compare_fact(&mut self, fact: Arc<CheckedFact>, op: Op, value: &Value) -> Option<Node> {
        let said = match (&value.kind, op) {
            (ValueKind::Words(word), Op::Equal | Op::NotEqual) => yes_or_no(word),
            _ => None,
        };
        let Some(said) = said else {
            self.sink.push(mistakes::fact_compared(&fact.id, value));
            return None;
        };
        let span = fact.rule.span;
        let holds = Node::Fact(fact);
        Some(if said == (op == Op::Equal) {
            holds
        } else {
            Node::Not(Box::new(Rule { node: holds, span }))
        })
    }

    fn one_of(&mut self, expr: &Expr, name: &Name, values: &[Value]) -> Option<Node> {
        let (index, question) = match self.meaning(name, expr) {
            Meaning::Question(index, question) => (index, question),
            Meaning::Fact(fact) => {
                let value = values.first()?;
                self.sink.push(mistakes::fact_compared(&fact.id, value));
                return None;
            }
            Meaning::Nothing => return None,
        };
        if let Kind::Number { .. } = question.kind {
            if let Some(unclear) = number::parted_or_decimal(question, values) {
                self.sink.push(unclear);
                return None;
            }
            let values = number::parted(values);
            let numbers: Vec<Option<i64>> = values
                .iter()
                .map(|value| number(question, value, self.sink))
                .collect();
            let numbers = numbers.into_iter().collect::<Option<BTreeSet<i64>>>()?;
            return Some(Node::Test(index, Test::Numbers(numbers)));
        }
        let values = number::parted(values);
        let chosen: Vec<Option<u8>> = values
            .iter()
            .map(|value| option(question, value, "in", self.sink))
            .collect();
        let chosen = chosen.into_iter().collect::<Option<Vec<u8>>>()?;
        let mask = chosen.iter().fold(0, |mask, index| mask | 1_u64 << index);
        Some(Node::Test(index, Test::OneOf(mask)))
    }
}

/// A bit for every answer of a question that is not a number.
pub(crate) fn everything(question: &Question) -> u64 {
    let count = u32::try_from(question.options().len()).unwrap_or(u32::MAX);
    1_u64.checked_shl(count).map_or(u64::MAX, |bit| bit - 1)
}

fn yes_or_no(word: &str) -> Option<bool> {
    match word.to_lowercase().as_str() {
        "ya" | "yes" => Some(true),
        "tidak" | "no" => Some(false),
        _ => None,
    }
}

/// The place of the answer that `value` names, by its id or by a label no other answer has.
fn option(question: &Question, value: &Value, operator: &str, sink: &mut Sink) -> Option<u8> {
    let written = match &value.kind {
        ValueKind::Integer(number) => number.to_string(),
        ValueKind::Words(text) | ValueKind::Alone(text) | ValueKind::Quoted(text) => text.clone(),
    };
    let found = match &question.kind {
        Kind::YesNo => yes_or_no(&written).map(|yes| usize::from(!yes)),
        Kind::Choices(choices) => choices
            .iter()
            .position(|choice| choice.id == written)
            .or_else(|| {
                let mut labelled = choices.iter().enumerate().filter(|(_, choice)| {
                    mistakes::plain(&choice.label) == mistakes::plain(&written)
                });
                let (index, _) = labelled.next()?;
                labelled.next().is_none().then_some(index)
            }),
        Kind::Number { .. } => None,
    };
    let index = found.filter(|index| *index < crate::rule::questions::MOST_ANSWERS);
    if index.is_none() {
        sink.push(mistakes::unknown_option(question, value, operator));
    }
    index.and_then(|index| u8::try_from(index).ok())
}

/// The number that `value` is, in units of the question's last decimal and within its bounds; its unit may follow.
fn number(question: &Question, value: &Value, sink: &mut Sink) -> Option<i64> {
    let Kind::Number {
        min,
        max,
        decimals,
        unit,
    } = &question.kind
    else {
        return None;
    };
    let read = match &value.kind {
        ValueKind::Integer(number) => number::scaled(&number.to_string(), *decimals),
        ValueKind::Words(words) | ValueKind::Alone(words) => {
            number::with_unit(words, unit.as_deref(), *decimals)
        }
        ValueKind::Quoted(_) => None,
    };
    let Some(number) = read else {
        sink.push(number::no_number(question, value));
        return None;
    };
    if (*min..=*max).contains(&number) {
        return Some(number);
    }
    sink.push(number::out_of_range(question, value, number));
    None
}
