//! The phrases of questions and options: they fit into a sentence, and no two say the same.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::model::service::Question;
use crate::model::{Slot, Text};
use crate::rule::questions::PLACE;
use crate::span::Span;
use crate::yaml::write::quoted;

/// Words that stand before a phrase already.
const BEFORE: [&str; 8] = [
    "jika",
    "karena",
    "kalau",
    "apabila",
    "bila",
    "hanya jika",
    "if",
    "because",
];

/// Reports phrases of questions that cannot be said, or say what one of the `others` beside them says.
pub fn check<'q>(
    questions: impl Iterator<Item = &'q Question>,
    others: impl Iterator<Item = &'q Question>,
    sink: &mut Sink,
) {
    let others = others.flat_map(phrases);
    let mut known: BTreeMap<&str, Span> = others
        .map(|text| (text.value.as_str(), text.span))
        .collect();
    for question in questions {
        let own = [&question.phrase, &question.phrase_not];
        let number = !question.number.is_absent();
        // What kind it is may stand under a key with a slip, which is told already.
        let unknown = !number && question.choices.is_absent() && question.yes_no.is_absent();
        if number {
            check_place(&question.phrase, sink);
            unused(&question.phrase_not, of_number(), sink);
        } else if !question.choices.is_absent() {
            for phrase in own {
                unused(phrase, of_choices(question), sink);
            }
        }
        for text in phrases(question) {
            check_words(text, number || unknown, sink);
            match known.get(text.value.as_str()) {
                Some(before) => sink.push(twice(text, *before)),
                None => drop(known.insert(&text.value, text.span)),
            }
        }
    }
}

/// Everything that the answers to a question say.
fn phrases(question: &Question) -> impl Iterator<Item = &Text> {
    let options = question.choices.get().map_or(&[][..], |choices| &choices.0);
    let options = options.iter();
    let options = options.flat_map(|(_, choice)| [&choice.phrase, &choice.phrase_not]);
    let own = [&question.phrase, &question.phrase_not];
    own.into_iter().chain(options).filter_map(Slot::get)
}

/// The phrase of a number has one place for it.
fn check_place(phrase: &Slot<Text>, sink: &mut Sink) {
    let Some(text) = phrase.get() else {
        return;
    };
    let count = text.value.matches(PLACE).count();
    if count == 1 {
        return;
    }
    let once = match count {
        0 => format!("{} {PLACE}", text.value),
        _ => {
            let (first, rest) = text.value.split_once(PLACE).unwrap_or_default();
            format!("{first}{PLACE}{}", rest.replace(PLACE, ""))
        }
    };
    let once = once.split_whitespace().collect::<Vec<_>>().join(" ");
    let message = match count {
        0 => say!(
            "frasa pertanyaan angka ini tidak punya `{PLACE}`, tempat angkanya disebut",
            "the phrase of this question for a number has no `{PLACE}`, where the number stands"
        ),
        _ => say!(
            "frasa pertanyaan angka ini punya {count} `{PLACE}`; tempat angkanya hanya satu",
            "the phrase of this question for a number has {count} `{PLACE}`, but the number stands in one place"
        ),
    };
    let once = quoted(&once);
    let help = say!(
        "tulis `{PLACE}` satu kali di tempat angkanya, ketik: frasa: {once}",
        "write `{PLACE}` once where the number stands, type: phrase: {once}"
    );
    sink.push(Diagnostic::new(Code::K0232, text.span, message).help(help));
}

/// A phrase that nothing says.
fn unused(phrase: &Slot<Text>, (message, help): (Message, Message), sink: &mut Sink) {
    if let Some(text) = phrase.get() {
        sink.push(Diagnostic::new(Code::K0232, text.span, message).help(help));
    }
}

fn of_number() -> (Message, Message) {
    let message = say!(
        "`frasa_bukan` tidak dipakai untuk pertanyaan angka; kebalikannya adalah angka yang lain",
        "`phrase_not` is not used for a question for a number; its opposite is the other numbers"
    );
    (message, say!("hapus baris ini", "delete this line"))
}

fn of_choices(question: &Question) -> (Message, Message) {
    let choices = question.choices.get();
    let first = choices.and_then(|choices| choices.0.first());
    let name = first.map_or("…", |(id, _)| id.value.as_str());
    let message = say!(
        "frasa pertanyaan dengan `pilihan` ditulis di tiap pilihannya, bukan di pertanyaannya",
        "the phrases of a question with `choices` belong to each option, not to the question"
    );
    let help = say!(
        "pindahkan ke pilihannya, ketik di bawah `{name}`: label: … lalu frasa: …",
        "move it to its option, type below `{name}`: label: … and then phrase: …"
    );
    (message, help)
}

/// What stands in the middle of a sentence has no full stop, no "jika" of its own, and no place that nothing fills.
fn check_words(text: &Text, number: bool, sink: &mut Sink) {
    let trimmed = text.value.trim();
    let plain = trimmed.trim_end_matches(['.', ',', ';', ':']).trim_end();
    let lower = plain.to_lowercase();
    let before = BEFORE.iter().find_map(|word| {
        let rest = lower.strip_prefix(word)?;
        rest.starts_with(' ').then_some(word.len())
    });
    let plain = before.map_or(plain, |length| plain[length..].trim_start());
    if plain != trimmed {
        let plain = quoted(plain);
        sink.push(
            Diagnostic::new(
                Code::K0232,
                text.span,
                say!(
                    "frasa berdiri di tengah kalimat, sesudah \"jika\" atau \"karena\" dan tanpa titik",
                    "a phrase stands in the middle of a sentence, after \"if\" or \"because\" and without a full stop"
                ),
            )
            .help(say!("ketik: {plain}", "type: {plain}")),
        );
    } else if !number && text.value.contains(PLACE) {
        sink.push(
            Diagnostic::new(
                Code::K0232,
                text.span,
                say!(
                    "`{PLACE}` hanya untuk frasa pertanyaan angka; di sini tidak ada angka yang disebut",
                    "`{PLACE}` is only for phrases of questions for a number; no number stands here"
                ),
            )
            .help(say!("hapus `{PLACE}`", "delete `{PLACE}`")),
        );
    }
}

fn twice(text: &Text, before: Span) -> Diagnostic {
    let phrase = &text.value;
    Diagnostic::new(
        Code::K0232,
        text.span,
        say!(
            "frasa `{phrase}` dipakai dua kali, jadi syaratnya tidak dapat dibedakan",
            "the phrase `{phrase}` is used twice, so the conditions cannot be told apart"
        ),
    )
    .also(before, say!("pertama kali di sini", "first used here"))
    .help(say!(
        "tulis frasa lain yang hanya cocok untuk jawaban ini",
        "write another phrase that fits only this answer"
    ))
}
