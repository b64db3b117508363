//! The answer to one question in words: what passes a test, a set of answers, a band of a number.

use crate::diagnostic::Lang;
use crate::rule::check::{Test, everything};
use crate::rule::domain::Domain;
use crate::rule::questions::{Kind, Question};
use crate::rule::syntax::Op;

/// The words for a condition that always holds.
pub(super) fn always(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "selalu",
        Lang::En => "always",
    }
}

/// The words for a condition that never holds.
pub(super) fn never(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "tidak pernah",
        Lang::En => "never",
    }
}

/// A test of the answer to `question`: “Apakah Anda sudah menikah?” dijawab ya.
pub(super) fn test(question: &Question, test: &Test, lang: Lang) -> String {
    let answer = match test {
        Test::OneOf(mask) if *mask == 0 => return never(lang).to_owned(),
        Test::OneOf(mask) if *mask == everything(question) => return always(lang).to_owned(),
        Test::OneOf(mask) => choices(question, *mask, lang),
        Test::Number(op, constant) => number(question, *op, *constant, lang),
        Test::Numbers(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(i64::to_string).collect();
            with_unit(question, &listed(&numbers, lang))
        }
    };
    asked(question, &answer, lang)
}

/// A set of answers to `question` as a sentence, the answers given by their places: for reasons and examples.
pub fn answers(question: &Question, domain: &Domain, mask: u64, lang: Lang) -> String {
    let Domain::Bands(bands) = domain else {
        return test(question, &Test::OneOf(mask), lang);
    };
    if mask & domain.full() == domain.full() {
        return always(lang).to_owned();
    }
    let mut ranges: Vec<(i64, i64)> = Vec::new();
    let chosen = bands
        .iter()
        .enumerate()
        .filter(|(index, _)| mask >> index & 1 == 1);
    for (_, (first, last)) in chosen {
        match ranges.last_mut() {
            Some((_, end)) if *end == first.saturating_sub(1) => *end = *last,
            _ => ranges.push((*first, *last)),
        }
    }
    if ranges.is_empty() {
        return never(lang).to_owned();
    }
    let ranges: Vec<String> = ranges
        .into_iter()
        .map(|range| band(question, range, lang))
        .collect();
    asked(question, &apart(&ranges, lang), lang)
}

/// A band of a number in words, as the label of its radio button: "di bawah 17 tahun", "17 tahun atau lebih".
pub fn band(question: &Question, (first, last): (i64, i64), lang: Lang) -> String {
    let (min, max) = match question.kind {
        Kind::Number { min, max, .. } => (min, max),
        _ => (first, last),
    };
    if first == last {
        with_unit(question, &first.to_string())
    } else if first == min && last == max {
        with_unit(question, &between(first, last, lang))
    } else if first == min {
        number(question, Op::Below, last.saturating_add(1), lang)
    } else if last == max {
        number(question, Op::AtLeast, first, lang)
    } else {
        with_unit(question, &between(first, last, lang))
    }
}

fn between(first: i64, last: i64, lang: Lang) -> String {
    match lang {
        Lang::Id => format!("{first} sampai {last}"),
        Lang::En => format!("{first} to {last}"),
    }
}

fn asked(question: &Question, answer: &str, lang: Lang) -> String {
    let ask = &question.ask;
    match lang {
        Lang::Id => format!("“{ask}” dijawab {answer}"),
        Lang::En => format!("“{ask}” is answered {answer}"),
    }
}

fn choices(question: &Question, mask: u64, lang: Lang) -> String {
    let all = everything(question);
    let chosen = (mask & all).count_ones();
    let others = (!mask & all).count_ones();
    if chosen > others && chosen > 1 {
        let names = listed(&labels(question, !mask, lang), lang);
        return match lang {
            Lang::Id => format!("selain {names}"),
            Lang::En => format!("anything but {names}"),
        };
    }
    listed(&labels(question, mask, lang), lang)
}

fn labels(question: &Question, mask: u64, lang: Lang) -> Vec<String> {
    let all: Vec<String> = match (&question.kind, lang) {
        (Kind::Choices(choices), _) => choices
            .iter()
            .map(|choice| format!("“{}”", choice.label))
            .collect(),
        (_, Lang::Id) => vec!["ya".to_owned(), "tidak".to_owned()],
        (_, Lang::En) => vec!["yes".to_owned(), "no".to_owned()],
    };
    let chosen = all
        .into_iter()
        .enumerate()
        .filter(|(index, _)| mask >> index & 1 == 1);
    chosen.map(|(_, label)| label).collect()
}

/// Ranges, which hold an "atau" of their own: "A, atau B".
fn apart(ranges: &[String], lang: Lang) -> String {
    let or = match lang {
        Lang::Id => ", atau ",
        Lang::En => ", or ",
    };
    ranges.join(or)
}

/// "A", "A atau B", "A, B, atau C".
fn listed(items: &[String], lang: Lang) -> String {
    let or = match lang {
        Lang::Id => "atau",
        Lang::En => "or",
    };
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first, last] => format!("{first} {or} {last}"),
        [first @ .., last] => format!("{}, {or} {last}", first.join(", ")),
    }
}

fn number(question: &Question, op: Op, constant: i64, lang: Lang) -> String {
    let amount = with_unit(question, &constant.to_string());
    match (op, lang) {
        (Op::Equal, Lang::Id) => format!("tepat {amount}"),
        (Op::Equal, Lang::En) => format!("exactly {amount}"),
        (Op::NotEqual, Lang::Id) => format!("selain {amount}"),
        (Op::NotEqual, Lang::En) => format!("anything but {amount}"),
        (Op::Below, Lang::Id) => format!("di bawah {amount}"),
        (Op::Below, Lang::En) => format!("under {amount}"),
        (Op::AtMost, Lang::Id) => format!("{amount} atau kurang"),
        (Op::AtMost, Lang::En) => format!("{amount} or less"),
        (Op::Above, Lang::Id) => format!("di atas {amount}"),
        (Op::Above, Lang::En) => format!("over {amount}"),
        (Op::AtLeast, Lang::Id) => format!("{amount} atau lebih"),
        (Op::AtLeast, Lang::En) => format!("{amount} or more"),
    }
}

fn with_unit(question: &Question, amount: &str) -> String {
    match &question.kind {
        Kind::Number {
            unit: Some(unit), ..
        } => format!("{amount} {unit}"),
        _ => amount.to_owned(),
    }
}
