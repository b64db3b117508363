//! A checked rule written as a condition again, for suggestions that can be typed.

use crate::diagnostic::{Lang, Message};
use crate::rule::check::{Node, Questions, Rule, Test, everything};
use crate::rule::domain::{Domain, Domains};
use crate::rule::questions::{Kind, Question};
use crate::rule::terms::Term;

/// The words of the language that join conditions.
struct Words {
    lang: Lang,
    and: &'static str,
    or: &'static str,
    not: &'static str,
    one_of: &'static str,
}

fn words(lang: Lang) -> Words {
    match lang {
        Lang::Id => Words {
            lang,
            and: " dan ",
            or: " atau ",
            not: "tidak",
            one_of: "salah satu dari",
        },
        Lang::En => Words {
            lang,
            and: " and ",
            or: " or ",
            not: "not",
            one_of: "in",
        },
    }
}

/// The rule as it is typed, in both languages.
pub(super) fn written(rule: &Rule, questions: &Questions) -> Message {
    let say = |lang: Lang| in_language(rule, questions, &words(lang));
    Message {
        id: say(Lang::Id),
        en: say(Lang::En),
    }
}

fn in_language(rule: &Rule, questions: &Questions, words: &Words) -> String {
    let bracketed = |rule: &Rule| match rule.node {
        Node::And(_) | Node::Or(_) => format!("({})", in_language(rule, questions, words)),
        _ => in_language(rule, questions, words),
    };
    let group = |parts: &[Rule], word: &str| {
        let parts: Vec<String> = parts.iter().map(bracketed).collect();
        parts.join(word)
    };
    match &rule.node {
        Node::Fact(fact) => fact.id.clone(),
        Node::And(parts) => group(parts, words.and),
        Node::Or(parts) => group(parts, words.or),
        Node::Not(part) => format!("{} {}", words.not, bracketed(part)),
        Node::Test(index, test) => questions
            .list
            .get(*index)
            .map_or_else(String::new, |question| atom(question, test, words)),
    }
}

fn atom(question: &Question, test: &Test, words: &Words) -> String {
    let id = &question.id;
    let one_of = words.one_of;
    let mask = match test {
        Test::Number(op, constant) => {
            let constant = question.typed(*constant, words.lang);
            return format!("{id} {} {constant}", op.sign());
        }
        Test::Numbers(numbers) => {
            let numbers = numbers.iter();
            let numbers: Vec<String> = numbers.map(|one| question.typed_in_list(*one)).collect();
            return format!("{id} {one_of} [{}]", numbers.join(", "));
        }
        Test::OneOf(mask) => *mask,
    };
    if question.kind == Kind::YesNo {
        return match mask {
            0b01 => id.clone(),
            0b10 => format!("{} {id}", words.not),
            _ => format!("{id} {one_of} [ya, tidak]"),
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
        _ => format!("{id} {one_of} [{}]", inside.join(", ")),
    }
}

/// Answers as a condition: `ktp_lama = hilang and data_berubah`.
pub(super) fn written_term(term: &Term, questions: &Questions, domains: &Domains) -> Message {
    let say = |lang: Lang| {
        let words = words(lang);
        let parts: Vec<String> = term
            .allowed
            .iter()
            .filter_map(|(index, mask)| {
                let question = questions.list.get(*index)?;
                Some(match domains.list.get(*index)? {
                    Domain::Bands(bands) => ranges(question, bands, *mask, &words),
                    _ => atom(question, &Test::OneOf(*mask), &words),
                })
            })
            .collect();
        parts.join(words.and)
    };
    Message {
        id: say(Lang::Id),
        en: say(Lang::En),
    }
}

/// Bands of a number as comparisons.
fn ranges(question: &Question, bands: &[(i64, i64)], mask: u64, words: &Words) -> String {
    let id = &question.id;
    let chosen = bands.iter().enumerate();
    let mut joined: Vec<(i64, i64)> = Vec::new();
    for (_, (first, last)) in chosen.filter(|(index, _)| mask >> index & 1 == 1) {
        match joined.last_mut() {
            Some((_, end)) if *end == first.saturating_sub(1) => *end = *last,
            _ => joined.push((*first, *last)),
        }
    }
    let low = bands.first().map_or(i64::MIN, |band| band.0);
    let high = bands.last().map_or(i64::MAX, |band| band.1);
    let several = joined.len() > 1;
    let one = |(start, end): &(i64, i64)| {
        let typed = |number: i64| question.typed(number, words.lang);
        let (first, last) = (typed(*start), typed(*end));
        if start == end {
            format!("{id} = {first}")
        } else if *start == low {
            format!("{id} <= {last}")
        } else if *end == high {
            format!("{id} >= {first}")
        } else {
            let both = format!("{id} >= {first}{}{id} <= {last}", words.and);
            if several { format!("({both})") } else { both }
        }
    };
    let parts: Vec<String> = joined.iter().map(one).collect();
    let all = parts.join(words.or);
    if several { format!("({all})") } else { all }
}
