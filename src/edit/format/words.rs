//! Keys and fixed values in the other language.

use super::super::files::Form;
use super::super::walk::STAMP;
use crate::diagnostic::Lang;
use crate::model::YesNo;
use crate::model::shape::{Choice, RecordShape, Shape};
use crate::yaml::change::Change;
use crate::yaml::{Key, Node, Pair, Value};

/// Further keys of a text beside its stamp.
const BESIDE: [[&str; 2]; 3] = [["label", "label"], ["say", "pesan"], ["name", "nama"]];

/// The keys of a mapping in a language.
pub(super) fn keys(
    map: &Node,
    shape: &RecordShape,
    form: Form,
    lang: Lang,
) -> impl Iterator<Item = Change> {
    map.pairs().iter().filter_map(move |pair| {
        let Some(field) = shape.find(&pair.key.text) else {
            let of_translation = form == Form::Translation || shape.name == "page";
            return stamp(pair, lang).filter(|_| of_translation);
        };
        let name = field.name(lang);
        // A word may be the key of one thing in English and of another in Indonesian.
        let same = shape.find(name).is_some_and(|known| known.en == field.en);
        replace(&pair.key, name).filter(|_| same)
    })
}

/// The keys of a text beside its stamp in a language.
pub(super) fn stamps(pairs: &[Pair], lang: Lang) -> impl Iterator<Item = Change> {
    pairs.iter().filter_map(move |pair| stamp(pair, lang))
}

fn stamp(pair: &Pair, lang: Lang) -> Option<Change> {
    let mut known = STAMP.iter().chain(&BESIDE);
    let words = known.find(|words| words.contains(&pair.key.text.as_str()))?;
    replace(&pair.key, words[at(lang)])
}

/// A fixed value in a language.
pub(super) fn value(node: &Node, shape: &Shape, lang: Lang) -> Option<Change> {
    let written = node.as_str()?;
    let word = translated(written, shape, lang)?;
    let span = match &node.value {
        // Quotes stay.
        Value::Scalar(scalar) if scalar.verbatim_at.is_some() => node.span_of(0, written.len()),
        _ => node.span,
    };
    (word != written).then(|| Change::at(span, word))
}

/// A word of a fixed value in a language; `None` for what is none.
pub(super) fn translated(written: &str, shape: &Shape, lang: Lang) -> Option<&'static str> {
    match shape {
        Shape::Choice(choices) => chosen(written, choices, lang),
        Shape::Boolean => YesNo::of(written).map(|word| word.name(lang)),
        Shape::Any(shapes) => {
            let mut words = shapes.iter();
            words.find_map(|shape| translated(written, shape, lang))
        }
        _ => None,
    }
}

fn chosen(written: &str, choices: &[Choice], lang: Lang) -> Option<&'static str> {
    let place = |word: &str| {
        let mut choices = choices.iter();
        choices.position(|choice| choice.en == word || choice.id == word)
    };
    let at = place(written)?;
    let word = match lang {
        Lang::En => choices[at].en,
        Lang::Id => choices[at].id,
    };
    (place(word) == Some(at)).then_some(word)
}

fn at(lang: Lang) -> usize {
    match lang {
        Lang::En => 0,
        Lang::Id => 1,
    }
}

fn replace(key: &Key, name: &'static str) -> Option<Change> {
    let length = (key.span.end - key.span.start) as usize;
    let quoted = length == key.text.len() + 2;
    let plain = length == key.text.len();
    if key.text == name || !(plain || quoted) {
        return None;
    }
    let mut span = key.span;
    if quoted {
        span.start += 1;
        span.end -= 1;
    }
    Some(Change::at(span, name))
}
