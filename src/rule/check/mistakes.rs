//! What is said about a condition that can be read but means nothing, and which word was probably meant.

use super::Questions;
use crate::diagnostic::{Code, Diagnostic, Message, say};
use crate::rule::questions::{Choice, Fact, Kind, Question};
use crate::rule::syntax::{Name, Op, Value, ValueKind};
use crate::span::Span;

/// How near a word must be to be suggested, from 0 to 1.
const NEAR: f64 = 0.6;

/// A text as it is compared: small letters, one space between words, `_` and `-` as spaces.
pub(super) fn plain(text: &str) -> String {
    let spaced = text.to_lowercase().replace(['_', '-'], " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    words.join(" ")
}

/// How near two texts are; a text that holds the other as whole words is near.
fn nearness(written: &str, candidate: &str) -> f64 {
    let (written, candidate) = (plain(written), plain(candidate));
    if written.is_empty() || candidate.is_empty() {
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
fn nearest<T>(candidates: impl IntoIterator<Item = (f64, T)>) -> Option<T> {
    let mut best: Option<(f64, T)> = None;
    for (score, candidate) in candidates {
        if score >= NEAR && best.as_ref().is_none_or(|(top, _)| score > *top) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn nearest_choice<'a>(written: &str, choices: &'a [Choice]) -> Option<&'a Choice> {
    nearest(choices.iter().map(|choice| {
        let score = nearness(written, &choice.id).max(nearness(written, &choice.label));
        (score, choice)
    }))
}

/// K0311. `whole` is the comparison the name stands in.
pub(super) fn unknown_name(name: &Name, whole: &str, questions: &Questions) -> Diagnostic {
    let written = &name.text;
    let finding = Diagnostic::new(
        Code::K0311,
        name.span,
        say!(
            "tidak ada pertanyaan atau keadaan bernama `{written}`",
            "there is no question or fact named `{written}`"
        ),
    );
    let asked = questions.list.iter().map(|question| {
        (
            nearness(written, &question.id).max(nearness(written, &question.ask)),
            &question.id,
        )
    });
    let known = questions.facts.iter().map(|(id, fact)| {
        let label = fact
            .as_ref()
            .and_then(|fact| fact.label.as_deref())
            .unwrap_or(id);
        (nearness(written, id).max(nearness(written, label)), id)
    });
    let near = nearest(asked.chain(known).map(|(score, id)| (score, id.clone())));
    let option = questions.list.iter().find_map(|question| {
        let Kind::Choices(choices) = &question.kind else {
            return None;
        };
        let meant = choices.iter().find(|choice| {
            plain(&choice.id) == plain(written) || plain(&choice.label) == plain(written)
        })?;
        Some((&question.id, &meant.id))
    });
    match (option, near) {
        (Some((question, option)), _) => finding
            .label(say!(
                "ini pilihan dari pertanyaan `{question}`",
                "this is an option of question `{question}`"
            ))
            .help(say!(
                "ketik: {question} = {option}",
                "type: {question} = {option}"
            )),
        (None, Some(meant)) => {
            let typed = whole.replacen(written, &meant, 1);
            finding.help(say!(
                "mungkin maksud Anda `{meant}`, ketik: {typed}",
                "did you mean `{meant}`? type: {typed}"
            ))
        }
        (None, None) => finding.help(all_names(questions)),
    }
}

fn all_names(questions: &Questions) -> Message {
    let ids = questions.list.iter().map(|question| question.id.as_str());
    let names: Vec<&str> = ids
        .chain(questions.facts.keys().map(String::as_str))
        .collect();
    let names = names.join(", ");
    if names.is_empty() {
        return say!(
            "layanan ini belum punya pertanyaan; tulis dahulu di bawah `pertanyaan:`",
            "this service has no questions yet; write them under `questions:`"
        );
    }
    say!("nama yang ada: {names}", "the names there are: {names}")
}

/// K0312.
pub(super) fn unknown_option(question: &Question, value: &Value, operator: &str) -> Diagnostic {
    let id = &question.id;
    let written = match &value.kind {
        ValueKind::Integer(number) => number.to_string(),
        ValueKind::Words(text) | ValueKind::Quoted(text) => text.clone(),
    };
    let options = question.options().join(", ");
    if question.kind == Kind::YesNo {
        return Diagnostic::new(
            Code::K0313,
            value.span,
            say!(
                "pertanyaan `{id}` dijawab `ya` atau `tidak`, bukan `{written}`",
                "question `{id}` is answered `ya` or `tidak`, not `{written}`"
            ),
        )
        .help(say!("ketik: {id} = ya", "type: {id} = ya"));
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
        "the options: {options}"
    ));
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

/// K0313: a question that is no yes/no question, standing alone.
pub(super) fn bare_question(name: &Name, question: &Question) -> Diagnostic {
    let id = &question.id;
    let (message, example) = match &question.kind {
        Kind::Number { min, max, .. } => {
            let middle = min.midpoint(*max);
            (
                say!(
                    "pertanyaan `{id}` dijawab dengan bilangan, jadi harus dibandingkan",
                    "question `{id}` is answered by a number and must be compared"
                ),
                format!("{id} >= {middle}"),
            )
        }
        _ => {
            let first = question
                .options()
                .first()
                .copied()
                .unwrap_or_default()
                .to_owned();
            (
                say!(
                    "pertanyaan `{id}` punya beberapa pilihan; sebutkan yang mana",
                    "question `{id}` has several options; say which"
                ),
                format!("{id} = {first}"),
            )
        }
    };
    Diagnostic::new(Code::K0313, name.span, message).help(say!(
        "misalnya, ketik: {example}",
        "for example, type: {example}"
    ))
}

/// K0313: `<` and its kin on a question that is no number.
pub(super) fn not_a_number(name: &Name, op: Op, value: &Value, question: &Question) -> Diagnostic {
    let (id, sign) = (&question.id, op.sign());
    let finding = Diagnostic::new(
        Code::K0313,
        name.span.to(value.span),
        say!(
            "`{sign}` hanya untuk pertanyaan yang dijawab dengan bilangan; `{id}` bukan",
            "`{sign}` is only for a question that is answered by a number; `{id}` is not"
        ),
    );
    let example = match &question.kind {
        Kind::YesNo => id.clone(),
        _ => format!("{id} in [{}]", question.options().join(", ")),
    };
    finding.help(say!(
        "misalnya, ketik: {example}",
        "for example, type: {example}"
    ))
}

/// K0313: something that is no number where a number belongs.
pub(super) fn no_number(question: &Question, value: &Value) -> Diagnostic {
    let id = &question.id;
    let digits: String = value
        .to_string()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let finding = Diagnostic::new(
        Code::K0313,
        value.span,
        say!(
            "pertanyaan `{id}` dijawab dengan bilangan bulat, bukan `{value}`",
            "question `{id}` is answered by a whole number, not `{value}`"
        ),
    );
    if digits.is_empty() {
        return finding.help(say!(
            "ketik bilangan dengan angka, misalnya: 17",
            "type a number in digits, such as: 17"
        ));
    }
    finding.help(say!(
        "ketik angkanya saja: {digits}",
        "type the digits alone: {digits}"
    ))
}

/// K0313: a fact compared with something else than yes or no.
pub(super) fn fact_compared(id: &str, value: &Value) -> Diagnostic {
    Diagnostic::new(
        Code::K0313,
        value.span,
        say!(
            "keadaan `{id}` berlaku atau tidak berlaku; tidak dapat dibandingkan dengan `{value}`",
            "fact `{id}` holds or does not hold; it cannot be compared with `{value}`"
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
            "fact `{id}` uses itself: {round}"
        ),
    )
    .help(say!(
        "tulis salah satu dari keadaan itu dengan pertanyaan saja",
        "write one of these facts with questions alone"
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
