//! Numbers of a sentence that differ from those of the rule beside it.

use std::collections::BTreeSet;

use super::lexicon::{AGE, Bound, COUNTED};
use super::mentions::{Mention, mentions};
use super::words::words;
use crate::diagnostic::{Code, Diagnostic, Lang, Sink, say};
use crate::model::Text;
use crate::resolve::service::{Item, List, Service};
use crate::rule::check::{Questions, Rule, Test};
use crate::rule::questions::{Kind, Question};
use crate::rule::syntax::Op;

/// Units of time: the numbers of a time's own sentence.
const OF_TIME: [&str; 6] = ["menit", "jam", "hari", "hari kerja", "minggu", "bulan"];

/// Reports every such number of a service.
pub fn check(service: &Service<'_>, sink: &mut Sink) {
    for item in &service.items {
        let without = match item.list {
            List::Time => &OF_TIME[..],
            _ => &[],
        };
        if let Some(text) = item.wording().1.get() {
            sentence(text, item, &service.questions, without, sink);
        }
    }
}

/// A number of a rule: the question it belongs to, and where it cuts.
struct Constant {
    question: usize,
    test: Test,
    value: i64,
    cuts: BTreeSet<i64>,
}

/// One sentence and its conditions; questions with a unit in `without` are not compared.
fn sentence(
    text: &Text,
    item: &Item<'_>,
    questions: &Questions,
    without: &[&str],
    sink: &mut Sink,
) {
    let mut constants: Vec<(Constant, &Rule)> = Vec::new();
    for rule in [&item.must, &item.when].into_iter().flatten() {
        rule.each_test(&mut |question, test| {
            constants.extend(
                constant(question, test)
                    .into_iter()
                    .map(|constant| (constant, rule)),
            );
        });
    }
    if constants.is_empty() {
        return;
    }
    let asked: BTreeSet<usize> = constants
        .iter()
        .map(|(constant, _)| constant.question)
        .collect();
    for index in asked {
        let Some(question) = questions.list.get(index) else {
            continue;
        };
        let unit = unit_of(question);
        if without.contains(&unit.as_str()) {
            continue;
        }
        let own: Vec<&(Constant, &Rule)> = constants
            .iter()
            .filter(|(constant, _)| constant.question == index)
            .collect();
        let said = mentions(&text.value, question.decimals()).into_iter();
        let said = said.filter(|mention| divides(mention, question));
        let said: Vec<Mention> = said.collect();
        if let Some((mention, (constant, rule))) = differing(&said, &own, &unit) {
            sink.push(finding(text, mention, question, constant, rule));
        }
    }
}

fn unit_of(question: &Question) -> String {
    match &question.kind {
        Kind::Number {
            unit: Some(unit), ..
        } => unit.to_lowercase(),
        Kind::Number { .. } => unit_of_age(question),
        _ => String::new(),
    }
}

/// The unit that a question for an age leaves out: years, unless it names another.
fn unit_of_age(question: &Question) -> String {
    let asked = format!("{} {}", question.id.replace(['_', '-'], " "), question.ask);
    let asked = words(&asked);
    let age = asked.iter().any(|word| word.is(AGE));
    let named = |unit: &&&str| asked.iter().any(|word| word.is(unit));
    let other = ["bulan", "minggu", "hari"];
    match (age, other.iter().find(named)) {
        (false, _) => String::new(),
        (true, Some(unit)) => (*unit).to_owned(),
        (true, None) => "tahun".to_owned(),
    }
}

fn constant(question: usize, test: &Test) -> Vec<Constant> {
    let cut = |test: Test, value: i64| {
        let mut cuts = BTreeSet::new();
        test.cuts(&mut cuts);
        Constant {
            question,
            test,
            value,
            cuts,
        }
    };
    match test {
        Test::OneOf(_) => Vec::new(),
        Test::Number(_, value) => vec![cut(test.clone(), *value)],
        Test::Numbers(numbers) => {
            let one = |number: &i64| cut(Test::Numbers(BTreeSet::from([*number])), *number);
            numbers.iter().map(one).collect()
        }
    }
}

/// Where a mention says that the numbers are cut.
fn cuts(mention: &Mention) -> Vec<i64> {
    let (at, after) = (mention.value, mention.value.saturating_add(1));
    match mention.bound {
        Bound::Least | Bound::Below => vec![at],
        Bound::Above | Bound::Most => vec![after],
        Bound::Plain => vec![at, after],
    }
}

/// Whether a mention divides the answers at all: "0 sampai 5 tahun" says nothing by its 0.
fn divides(mention: &Mention, question: &Question) -> bool {
    let Kind::Number { min, max, .. } = &question.kind else {
        return false;
    };
    cuts(mention).iter().any(|cut| min < cut && cut <= max)
}

type Pair<'a> = (&'a Mention, &'a (Constant, &'a Rule));

/// A number of the sentence that no constant bears out, and a constant that no number of the sentence does.
///
/// Numbers with the question's unit are compared; without any, numbers that count nothing known.
fn differing<'a>(
    said: &'a [Mention],
    constants: &[&'a (Constant, &'a Rule)],
    unit: &str,
) -> Option<Pair<'a>> {
    let with_unit = |mention: &&Mention| !unit.is_empty() && mention.unit == unit;
    let mut of_question: Vec<&Mention> = said.iter().filter(with_unit).collect();
    if of_question.is_empty() {
        let free = |mention: &&Mention| match unit {
            "" => !COUNTED.split(", ").any(|unit| unit == mention.unit),
            _ => mention.unit.is_empty(),
        };
        of_question = said.iter().filter(free).collect();
    }
    let agree = |mention: &Mention, constant: &Constant| {
        cuts(mention).iter().any(|cut| constant.cuts.contains(cut))
    };
    let alone = of_question.iter().find(|mention| {
        !constants
            .iter()
            .any(|(constant, _)| agree(mention, constant))
    })?;
    let other = constants
        .iter()
        .find(|(constant, _)| !of_question.iter().any(|mention| agree(mention, constant)))?;
    Some((alone, other))
}

/// The test as the sentence has it: the same sign where only the number differs.
fn mended(test: &Test, mention: &Mention) -> (&'static str, i64) {
    let Test::Number(op, _) = test else {
        return ("=", mention.value);
    };
    let own = match mention.bound {
        Bound::Least => Op::AtLeast,
        Bound::Above => Op::Above,
        Bound::Below => Op::Below,
        Bound::Most => Op::AtMost,
        Bound::Plain => return (op.sign(), mention.value),
    };
    let upwards = |op: Op| matches!(op, Op::AtLeast | Op::Above);
    let downwards = |op: Op| matches!(op, Op::AtMost | Op::Below);
    if upwards(own) == upwards(*op) && downwards(own) == downwards(*op) {
        return (own.sign(), mention.value);
    }
    // The rule speaks of the others: "at least 17" is broken by "under 17".
    match (own, op) {
        (Op::AtLeast, Op::Below) | (Op::Below, Op::AtLeast) => (op.sign(), mention.value),
        (Op::Above, Op::AtMost) | (Op::AtMost, Op::Above) => (op.sign(), mention.value),
        (Op::AtLeast, Op::AtMost) | (Op::Below, Op::Above) => {
            (op.sign(), mention.value.saturating_sub(1))
        }
        (Op::Above, Op::Below) | (Op::AtMost, Op::AtLeast) => {
            (op.sign(), mention.value.saturating_add(1))
        }
        _ => (own.sign(), mention.value),
    }
}

fn finding(
    text: &Text,
    mention: &Mention,
    question: &Question,
    constant: &Constant,
    rule: &Rule,
) -> Diagnostic {
    let (id, value) = (&question.id, constant.value);
    let sign = match &constant.test {
        Test::Number(op, _) => op.sign(),
        _ => "=",
    };
    let unit = unit_of(question);
    let with_unit = |number: &str| format!("{number} {unit}").trim_end().to_owned();
    let (new_sign, new) = mended(&constant.test, mention);
    let typed = |lang: Lang| [value, new].map(|number| question.typed(number, lang));
    let ([value_id, new_id], [value_en, new_en]) = (typed(Lang::Id), typed(Lang::En));
    let said = |new: &str, lang: Lang| {
        let said = &text.value[mention.from..mention.to];
        match mention.value == value {
            true => format!("`{id} {new_sign} {new}`"),
            false if mention.is_end => with_unit(&question.typed(mention.value, lang)),
            false if mention.unit.is_empty() => with_unit(said),
            false => said.to_owned(),
        }
    };
    let (there_id, there_en) = (said(&new_id, Lang::Id), said(&new_en, Lang::En));
    let (here_id, here_en) = (with_unit(&value_id), with_unit(&value_en));
    Diagnostic::new(
        Code::K0332,
        text.span_of(mention.from, mention.to),
        say!(
            "kalimat ini menyebut {there_id}, tetapi aturannya memakai `{id} {sign} {value_id}`",
            "this sentence says {there_en}, but its rule uses `{id} {sign} {value_en}`"
        ),
    )
    .also(rule.span, say!("aturannya memakai {here_id}", "the rule uses {here_en}"))
    .help(say!(
        "jika kalimatnya benar menurut SK, ketik: {id} {new_sign} {new_id}; jika tidak, perbaiki kalimatnya menurut SK",
        "if the sentence matches the decree, type: {id} {new_sign} {new_en}; if not, correct the sentence to match the decree"
    ))
}
