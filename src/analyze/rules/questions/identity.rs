//! Questions for what identifies a person: a number of an identity card, a name, a telephone, an address.
//!
//! A choice or a yes/no may speak of such things ("Apakah nama di KTP berubah?"); what is refused is to ask for them.

use crate::analyze::texts::lexicon::{
    BETWEEN, MARKS, MONEY, NOT, ORDERS, OWN, QUESTIONS, SHORT_MARKS, WHOLE,
};
use crate::analyze::texts::words::{Word, begin, words};
use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::model::Text;
use crate::model::service::Question;
use crate::span::Span;

/// From here on a number is a mark of somebody, not an amount.
const A_MARK: i64 = 1_000_000_000;

/// From here on a number that is called NIK or the like is one.
const LARGE: i64 = 100_000;

/// How far after an order the thing stands.
const REACH: usize = 4;

/// Reports a question that asks who somebody is.
pub fn check(question: &Question, sink: &mut Sink) {
    let number = question.number.get();
    let max = number.and_then(|range| range.max.get());
    let unit = number.and_then(|range| range.unit.get());
    let money = unit.is_some_and(|unit| words(&unit.value).iter().any(|word| word.is(MONEY)));
    let texts = [&question.ask, &question.hint];
    for text in texts.into_iter().filter_map(|text| text.get()) {
        let large = max.is_some_and(|max| max.value.whole() >= LARGE) && !money;
        if let Some((what, span)) = asked_for(text, large) {
            sink.push(finding(&what, span));
            return;
        }
    }
    if let (Some(id), Some(_)) = (question.id.get(), number)
        && is_mark(&id.value)
    {
        sink.push(finding(&id.value, id.span));
    } else if let Some(max) = max
        && max.value.whole() >= A_MARK
        && !money
    {
        sink.push(too_large(max.span, max.value.whole()));
    }
}

/// What the text asks for, and where; in a question for a `large` number it is enough that it is named.
fn asked_for(text: &Text, large: bool) -> Option<(String, Span)> {
    let words = words(&text.value);
    (0..words.len()).find_map(|at| {
        let length = mark(&words, at)?;
        let asked = questioned(&words, at) || ordered(&words, at);
        let (from, to) = (words[at].from, words[at + length - 1].to);
        (asked || large).then(|| (text.value[from..to].to_owned(), text.span_of(from, to)))
    })
}

/// Whether the id of a question for a number names what identifies a person.
fn is_mark(id: &str) -> bool {
    let id = id.replace(['_', '-'], " ");
    let words = words(&id);
    let mark = words.first().filter(|word| word.is(SHORT_MARKS));
    let known = begin(&words, MARKS).or(mark.map(|_| 1));
    known == Some(words.len())
}

/// The number of words of the mark that starts here.
fn mark(words: &[Word], at: usize) -> Option<usize> {
    let here = &words[at..];
    if let Some(found) = begin(here, MARKS) {
        return Some(found);
    }
    // A name or an address is somebody's only with a word that says whose. "Di mana alamat Anda?" may have choices;
    // only an order asks for it in free words.
    let free = here[0].is("nama") || ordered(words, at);
    let length = 1 + usize::from(begin(here, WHOLE).is_some());
    begin(here, OWN).filter(|_| free).map(|_| length)
}

fn questioned(words: &[Word], at: usize) -> bool {
    let before = words[..at].iter().rev();
    let mut before = before.skip_while(|word| word.is(BETWEEN));
    before.next().is_some_and(|word| word.is(QUESTIONS))
}

fn ordered(words: &[Word], at: usize) -> bool {
    (0..at).rev().take(REACH).any(|order| {
        let not = words[..order].last().is_some_and(|word| word.is(NOT));
        words[order].is(ORDERS) && !not
    })
}

fn mend() -> Message {
    say!(
        "tanyakan hanya yang menentukan syarat, misalnya: tanya: Apakah Anda sudah punya NIK? lalu ya_tidak: ya; nomor dan nama diminta petugas di loket",
        "ask only what decides a condition, for example: ask: Apakah Anda sudah punya NIK? and yes_no: true; numbers and names are for the officer at the counter"
    )
}

fn finding(what: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0336,
        span,
        say!(
            "pertanyaan ini meminta `{what}`, yang menunjukkan identitas seseorang",
            "this question asks for `{what}`, which identifies a person"
        ),
    )
    .help(if what.to_lowercase().contains("nama") {
        say!(
            "hapus pertanyaan ini; nama diminta petugas di loket",
            "delete this question; the officer at the counter asks for the name"
        )
    } else {
        mend()
    })
}

fn too_large(span: Span, max: i64) -> Diagnostic {
    Diagnostic::new(
        Code::K0336,
        span,
        say!(
            "jawaban sampai {max} bukan jumlah, melainkan nomor identitas seseorang",
            "an answer of up to {max} is not a quantity but a number that identifies a person"
        ),
    )
    .help(mend())
}
