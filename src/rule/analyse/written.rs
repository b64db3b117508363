//! A checked rule written as a condition again, for suggestions that can be typed.

use crate::rule::check::{Node, Questions, Rule, Test, everything};
use crate::rule::questions::{Kind, Question};

/// The rule in the signs of the language.
pub(super) fn written(rule: &Rule, questions: &Questions) -> String {
    let group = |parts: &[Rule], word: &str| {
        let parts: Vec<String> = parts
            .iter()
            .map(|part| bracketed(part, questions))
            .collect();
        parts.join(word)
    };
    match &rule.node {
        Node::Fact(fact) => fact.id.clone(),
        Node::And(parts) => group(parts, " and "),
        Node::Or(parts) => group(parts, " or "),
        Node::Not(part) => format!("not {}", bracketed(part, questions)),
        Node::Test(index, test) => questions
            .list
            .get(*index)
            .map_or_else(String::new, |question| atom(question, test)),
    }
}

fn bracketed(rule: &Rule, questions: &Questions) -> String {
    match rule.node {
        Node::And(_) | Node::Or(_) => format!("({})", written(rule, questions)),
        _ => written(rule, questions),
    }
}

fn atom(question: &Question, test: &Test) -> String {
    let id = &question.id;
    let mask = match test {
        Test::Number(op, constant) => return format!("{id} {} {constant}", op.sign()),
        Test::Numbers(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(i64::to_string).collect();
            return format!("{id} in [{}]", numbers.join(", "));
        }
        Test::OneOf(mask) => *mask,
    };
    if question.kind == Kind::YesNo {
        return match mask {
            0b01 => id.clone(),
            0b10 => format!("not {id}"),
            _ => format!("{id} in [ya, tidak]"),
        };
    }
    let options = question.options();
    let pick = |wanted: u64| -> Vec<&str> {
        let chosen = options
            .iter()
            .enumerate()
            .filter(|(index, _)| wanted >> index & 1 == 1);
        chosen.map(|(_, option)| *option).collect()
    };
    let (inside, outside) = (pick(mask), pick(!mask & everything(question)));
    match (inside.as_slice(), outside.as_slice()) {
        ([only], _) => format!("{id} = {only}"),
        (_, [only]) => format!("{id} != {only}"),
        _ => format!("{id} in [{}]", inside.join(", ")),
    }
}
