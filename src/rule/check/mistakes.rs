//! What is said about a condition that can be read but means nothing, and which word was probably meant.

use super::Questions;
use crate::diagnostic::{Code, Diagnostic, Message, say};
use crate::rule::questions::{Choice, Fact, Kind, Question};
use crate::rule::syntax::{Name, Op, Value, ValueKind};
use crate::similar::are_opposites;
use crate::span::Span;

/// How near a word must be to be suggested, from 0 to 1.
const NEAR: f64 = 0.6;

/// What stands after a word that says *not*: `tidak hilang`.
pub(super) fn after_not(written: &str) -> Option<&str> {
    let (first, rest) = written.trim().split_once([' ', '_'])?;
    ["tidak", "bukan", "not"]
        .iter()
        .any(|word| first.eq_ignore_ascii_case(word))
        .then_some(rest.trim())
}

/// A text as it is compared: small letters, one space between words, `_` and `-` as spaces.
pub(super) fn plain(text: &str) -> String {
    let spaced = text.to_lowercase().replace(['_', '-'], " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    words.join(" ")
}

/// How near two texts are; a text that holds the other as whole words is near.
pub(super) fn nearness(written: &str, candidate: &str) -> f64 {
    let (written, candidate) = (plain(written), plain(candidate));
    if written.is_empty() || candidate.is_empty() || are_opposites(&written, &candidate) {
        return 0.0;
    }
    let within = |outer: &str, inner: &str| format!(" {outer} ").contains(&format!(" {inner} "));
    let distance = strsim::normalized_damerau_levenshtein(&written, &candidate);
    if written == candidate {
        1.0
    } else if within(&written, &candidate) || within(&candidate, &written) {
        distance.max(0.8)
    } else {
        distance
    }
}

/// The nearest of several candidates that is near enough; of equals the first.
pub(super) fn nearest<T>(candidates: impl IntoIterator<Item = (f64, T)>) -> Option<T> {
    let mut best: Option<(f64, T)> = None;
    for (score, candidate) in candidates {
        if score >= NEAR && best.as_ref().is_none_or(|(top, _)| score > *top) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

pub(super) fn nearest_choice<'a>(written: &str, choices: &'a [Choice]) -> Option<&'a Choice> {
    nearest(choices.iter().map(|choice| {
        let score = nearness(written, &choice.id).max(nearness(written, &choice.label));
        (score, choice)
    }))
}

pub(super) fn all_names(questions: &Questions) -> Message {
    let ids = questions.list.iter().map(|question| question.id.as_str());
    let names: Vec<&str> = ids
        .chain(questions.facts.keys().map(String::as_str))
        .collect();
    let names = names.join(", ");
    if names.is_empty() {
        return say!(
            "layanan ini belum punya pertanyaan; tulis dulu di bawah `pertanyaan:`",
            "this service has no questions yet; add them under `questions:`"
        );
    }
    say!("nama yang ada: {names}", "available names: {names}")
}

/// Advice about a part of a condition: whoever types it must leave the other parts.
pub(super) fn of_a_part(help: Message) -> Message {
    Message {
        id: help
            .id
            .replacen("ketik: ", "ganti bagian ini saja, ketik: ", 1),
        en: help
            .en
            .replacen("type: ", "replace this part only, type: ", 1),
    }
}

/// K0312.
pub(super) fn unknown_option(question: &Question, value: &Value, operator: &str) -> Diagnostic {
    let id = &question.id;
    let written = match &value.kind {
        ValueKind::Integer(number) => number.to_string(),
        ValueKind::Words(text) | ValueKind::Alone(text) | ValueKind::Quoted(text) => text.clone(),
    };
    let options = question.options().join(", ");
    if question.kind == Kind::YesNo {
        return no_yes_or_no(question, value.span, &written, operator);
    }
    let choices: &[Choice] = match &question.kind {
        Kind::Choices(choices) => choices,
        _ => &[],
    };
    let finding = Diagnostic::new(
        Code::K0312,
        value.span,
        say!(
            "`{written}` bukan pilihan dari pertanyaan `{id}`",
            "`{written}` is not an option of question `{id}`"
        ),
    )
    .label(say!(
        "pilihan yang ada: {options}",
        "available options: {options}"
    ));
    if let Some(help) = several(question, &written, choices, operator) {
        return finding.help(help);
    }
    if let Some(meant) = after_not(&written).and_then(|rest| nearest_choice(rest, choices)) {
        return finding.help(turned_round(question, &meant.id, operator));
    }
    let Some(meant) = nearest_choice(&written, choices) else {
        return finding.help(say!(
            "ketik salah satu pilihan itu, atau tambahkan `{written}` pada pertanyaannya",
            "type one of these options, or add `{written}` to the question"
        ));
    };
    let meant = &meant.id;
    let typed = match operator {
        "" => format!("{id}: {meant}"),
        "in" => format!("{id} in [{meant}]"),
        sign => format!("{id} {sign} {meant}"),
    };
    let typed_id = match operator {
        "=" => format!("{id} adalah {meant}"),
        "!=" => format!("{id} bukan {meant}"),
        "in" => format!("{id} salah satu dari [{meant}]"),
        _ => typed.clone(),
    };
    finding.help(say!(
        "mungkin maksud Anda `{meant}`, ketik: {typed_id}",
        "did you mean `{meant}`? type: {typed}"
    ))
}

/// The help for `ktp_lama = rusak / hilang`: options side by side are a list.
fn several(
    question: &Question,
    written: &str,
    choices: &[Choice],
    operator: &str,
) -> Option<Message> {
    let named = |part: &str| {
        let known = |choice: &&Choice| {
            [&choice.id, &choice.label]
                .into_iter()
                .any(|text| plain(text) == plain(part))
        };
        choices.iter().find(known).map(|choice| choice.id.as_str())
    };
    let parts = written.split(['/', ',', ';']).map(named);
    let parts: Vec<&str> = parts.collect::<Option<_>>()?;
    let (id, list) = (&question.id, parts.join(", "));
    Some(match (operator, parts.len()) {
        (_, 1) => return None,
        ("=", _) => say!(
            "ketik: {id} salah satu dari [{list}]",
            "type: {id} in [{list}]"
        ),
        ("!=", _) => say!(
            "ketik: {id} bukan salah satu dari [{list}]",
            "type: {id} not in [{list}]"
        ),
        _ => say!(
            "pisahkan dengan koma: {list}",
            "separate them with commas: {list}"
        ),
    })
}

/// K0313: an answer to a yes/no question that is neither.
fn no_yes_or_no(question: &Question, span: Span, written: &str, operator: &str) -> Diagnostic {
    let id = &question.id;
    let sign = if operator.is_empty() { ":" } else { " =" };
    Diagnostic::new(
        Code::K0313,
        span,
        say!(
            "pertanyaan `{id}` dijawab `ya` atau `tidak`, bukan `{written}`",
            "question `{id}` is answered with `ya` or `tidak`, not `{written}`"
        ),
    )
    .help(say!(
        "ketik {id}{sign} ya, atau {id}{sign} tidak",
        "type {id}{sign} ya, or {id}{sign} tidak"
    ))
}

/// The help for `ktp_lama = tidak hilang`: the opposite comparison, never the same one.
fn turned_round(question: &Question, meant: &str, operator: &str) -> Message {
    let id = &question.id;
    match operator {
        "=" => say!("ketik: {id} bukan {meant}", "type: {id} != {meant}"),
        "!=" => say!("ketik: {id} adalah {meant}", "type: {id} = {meant}"),
        _ => {
            let others = question.options();
            let others: Vec<&str> = others.into_iter().filter(|id| *id != meant).collect();
            let others = others.join(", ");
            say!(
                "sebutkan pilihan yang lain satu per satu: {others}",
                "name the other options one by one: {others}"
            )
        }
    }
}

/// The help that asks for the rule itself, which only the author knows.
pub(super) fn say_which(question: &Question) -> Message {
    let id = &question.id;
    match &question.kind {
        Kind::YesNo => say!(
            "ketik {id} saja jika jawabannya ya, atau bukan {id} jika tidak",
            "type just {id} if the answer is yes, or not {id} if it is no"
        ),
        Kind::Choices(_) => {
            let options = question.options();
            let (last, first) = options.split_last().unwrap_or((&"", &[]));
            let first = first.join(", ");
            say!(
                "sebutkan pilihannya: {id} adalah … ({first}, atau {last})",
                "say which option: {id} = … ({first}, or {last})"
            )
        }
        Kind::Number { .. } => say!(
            "bandingkan dengan angka dari SK, misalnya `{id} >= …`",
            "compare it with the number in the decree, such as `{id} >= …`"
        ),
    }
}

/// K0313: a question that is no yes/no question, standing alone.
pub(super) fn bare_question(name: &Name, question: &Question) -> Diagnostic {
    let id = &question.id;
    let message = match &question.kind {
        Kind::Number { .. } => say!(
            "pertanyaan `{id}` dijawab dengan bilangan, jadi harus dibandingkan",
            "question `{id}` is answered with a number, so it must be compared"
        ),
        _ => say!(
            "pertanyaan `{id}` punya beberapa pilihan; sebutkan yang mana",
            "question `{id}` has several options; say which"
        ),
    };
    Diagnostic::new(Code::K0313, name.span, message).help(say_which(question))
}

/// K0313: `<` and its kin on a question that is no number.
pub(super) fn not_a_number(name: &Name, op: Op, value: &Value, question: &Question) -> Diagnostic {
    let (id, sign) = (&question.id, op.sign());
    Diagnostic::new(
        Code::K0313,
        name.span.to(value.span),
        say!(
            "`{sign}` hanya untuk pertanyaan yang dijawab dengan bilangan; `{id}` bukan",
            "`{sign}` is only for questions answered with a number; `{id}` is not one"
        ),
    )
    .help(say_which(question))
}

/// K0313: a fact compared with something else than yes or no.
pub(super) fn fact_compared(id: &str, value: &Value) -> Diagnostic {
    Diagnostic::new(
        Code::K0313,
        value.span,
        say!(
            "keadaan `{id}` berlaku atau tidak berlaku; tidak dapat dibandingkan dengan `{value}`",
            "fact `{id}` is true or false; it cannot be compared with `{value}`"
        ),
    )
    .help(say!(
        "ketik: {id}, atau: bukan {id}",
        "type: {id}, or: not {id}"
    ))
}

/// K0314.
pub(super) fn cycle(fact: &Fact, path: &[&str]) -> Diagnostic {
    let id = &fact.id;
    let round = [path, &[id.as_str()]].concat().join(" → ");
    Diagnostic::new(
        Code::K0314,
        fact.span,
        say!(
            "keadaan `{id}` memakai dirinya sendiri: {round}",
            "fact `{id}` refers to itself: {round}"
        ),
    )
    .help(say!(
        "tulis salah satu keadaan itu hanya dengan pertanyaan",
        "write one of these facts using only questions"
    ))
}

/// A rule that would grow past all bounds.
pub(super) fn too_large(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0301,
        span,
        say!(
            "syarat ini terlalu panjang setelah semua keadaan di dalamnya dituliskan",
            "this condition is too long once the facts in it are written out"
        ),
    )
    .help(say!(
        "pisahkan menjadi beberapa syarat yang lebih pendek",
        "split it into several shorter conditions"
    ))
}
