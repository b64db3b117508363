//! The answer to one question in words: what passes a test, a set of answers, a single one.
//!
//! Phrases say it where there are any: "KTP lama rusak". Without them the question is quoted and its answer named, for
//! questions are whole sentences: “Bagaimana keadaan KTP lama Anda?” dijawab “Hilang”.

use super::numbers::{band, compared, one_of};
use super::sentence::Sentence;
use crate::language::{Language, fill};
use crate::rule::check::{Test, everything};
use crate::rule::domain::{Bands, Domain};
use crate::rule::questions::{Kind, PLACE, Phrase, Question};

/// A test of the answer to `question`.
pub(super) fn test(question: &Question, test: &Test, language: &Language) -> Sentence {
    let phrases = language.phrases();
    match test {
        Test::OneOf(mask) if *mask == 0 => Sentence::One(phrases.never.clone(), 0),
        Test::OneOf(mask) if *mask == everything(question) => {
            Sentence::One(phrases.always.clone(), 0)
        }
        Test::OneOf(mask) => options(question, *mask, language),
        Test::Number(op, constant) => number(
            question,
            &compared(question, *op, *constant, language),
            0,
            language,
        ),
        Test::Numbers(numbers) => {
            let depth = usize::from(numbers.len() > 1);
            number(
                question,
                &one_of(question, numbers, language),
                depth,
                language,
            )
        }
    }
}

/// What a number says that is `said` so, in words with so many levels of joints.
pub(super) fn number(
    question: &Question,
    said: &str,
    depth: usize,
    language: &Language,
) -> Sentence {
    match &question.phrase.is {
        Some(phrase) => match Sentence::phrase(phrase, language) {
            Sentence::One(phrase, own) => {
                Sentence::One(phrase.replacen(PLACE, said, 1), own.max(depth))
            }
            group => group,
        },
        None => Sentence::One(asked(question, said, language), depth),
    }
}

/// A set of answers to `question` as a sentence, the answers given by their places: for reasons and examples.
pub fn answers(question: &Question, domain: &Domain, mask: u64, language: &Language) -> String {
    let Domain::Bands(bands) = domain else {
        return test(question, &Test::OneOf(mask), language).line(language);
    };
    let phrases = language.phrases();
    if mask & domain.full() == domain.full() {
        return phrases.always.clone();
    }
    let ranges = ranges(bands, mask).into_iter();
    let mut ranges = ranges.map(|range| band(question, bands, range, language));
    if question.phrase.is.is_some() {
        let said: Vec<Sentence> = ranges
            .map(|range| number(question, &range, 0, language))
            .collect();
        return match said.as_slice() {
            [] => phrases.never.clone(),
            _ => Sentence::Any(said).line(language),
        };
    }
    // A range may hold an "atau" of its own: "A, atau B".
    let first = ranges.next();
    let joined =
        |first: String, last: String| fill(&phrases.or, &[("first", &first), ("last", &last)]);
    match first.map(|first| ranges.fold(first, joined)) {
        Some(ranges) => asked(question, &ranges, language),
        None => phrases.never.clone(),
    }
}

/// The chosen answers by their labels alone, as the cell of a table below the question: "Rusak atau hilang", "17 tahun atau
/// lebih"; `None` where it does not matter what is answered.
pub fn cell(
    question: &Question,
    domain: &Domain,
    mask: u64,
    language: &Language,
) -> Option<String> {
    if mask & domain.full() == domain.full() {
        return None;
    }
    let said: Vec<String> = match domain {
        Domain::Bands(bands) => {
            let ranges = ranges(bands, mask).into_iter();
            ranges
                .map(|range| band(question, bands, range, language))
                .collect()
        }
        _ => {
            let chosen = (0..domain.size()).filter(|place| mask >> place & 1 == 1);
            chosen
                .map(|place| label(question, place, language))
                .collect()
        }
    };
    Some(language.one_of(&said))
}

/// The chosen bands, neighbours together.
fn ranges(bands: &Bands, mask: u64) -> Vec<(i64, i64)> {
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
    ranges
}

/// What one answer says, given by its place: "KTP lama hilang"; without a phrase the question and the answer, "Berapa
/// usia Anda? 17 tahun atau lebih".
pub fn answered(question: &Question, domain: &Domain, place: usize, language: &Language) -> String {
    let range = match domain {
        Domain::Bands(bands) => bands.get(place).map(|range| (bands, *range)),
        _ => None,
    };
    let (phrase, answer) = match range {
        Some((bands, range)) => {
            let said = band(question, bands, range, language);
            let phrase = question.phrase.is.is_some();
            let phrase = phrase.then(|| number(question, &said, 0, language));
            (phrase, said)
        }
        None => {
            let others: Vec<usize> = (0..domain.size()).filter(|other| *other != place).collect();
            let phrase = phrased(question, &[place], &others, language);
            (phrase, label(question, place, language))
        }
    };
    if let Some(phrase) = phrase {
        return phrase.line(language);
    }
    let values = [("ask", question.ask.as_str()), ("answer", &answer)];
    fill(&language.phrases().answered, &values)
}

/// An answer as the page offers it.
fn label(question: &Question, place: usize, language: &Language) -> String {
    match &question.kind {
        Kind::Choices(choices) => choices.get(place).map(|choice| choice.label.clone()),
        _ => ["answer.yes", "answer.no"]
            .get(place)
            .map(|key| language.words().get(key).to_owned()),
    }
    .unwrap_or_default()
}

fn asked(question: &Question, answer: &str, language: &Language) -> String {
    let values = [("ask", question.ask.as_str()), ("answer", answer)];
    fill(&language.phrases().asked, &values)
}

/// One of the answers of the mask, which are some and not all.
fn options(question: &Question, mask: u64, language: &Language) -> Sentence {
    let places = 0..question.options().len();
    let (chosen, others): (Vec<usize>, Vec<usize>) =
        places.partition(|index| mask >> index & 1 == 1);
    if let Some(sentence) = phrased(question, &chosen, &others, language) {
        return sentence;
    }
    let but = chosen.len() > others.len() && chosen.len() > 1;
    let named = if but { &others } else { &chosen };
    let mut answer = language.one_of(&labels(question, named, language));
    if but {
        answer = fill(&language.phrases().but, &[("answer", &answer)]);
    }
    let depth = usize::from(named.len() > 1);
    Sentence::One(asked(question, &answer, language), depth)
}

/// The answers of the mask that no phrase says, where phrases do not say it all.
pub(super) fn lacking(question: &Question, mask: u64) -> u64 {
    let own = phrases(question);
    let has = |place: usize, which: fn(&Phrase) -> &Option<String>| which(&own[place]).is_some();
    let (chosen, others): (Vec<usize>, Vec<usize>) =
        (0..own.len()).partition(|place| mask >> place & 1 == 1);
    let by_others = others.len() == 1 || others.len() < chosen.len();
    let said_by_others = by_others && others.iter().all(|place| has(*place, |own| &own.is_not));
    if chosen.is_empty() || others.is_empty() || said_by_others {
        return 0;
    }
    let lacking = chosen.iter().filter(|place| !has(**place, |own| &own.is));
    lacking.fold(0, |mask, place| mask | 1 << place)
}

/// The same in phrases, where there are enough: those of the chosen answers, or that it is none of the others.
fn phrased(
    question: &Question,
    chosen: &[usize],
    others: &[usize],
    language: &Language,
) -> Option<Sentence> {
    let own = phrases(question);
    let said = |places: &[usize], which: fn(&Phrase) -> &Option<String>| {
        let each = places.iter().map(|place| {
            let phrase = which(own.get(*place)?).as_ref()?;
            Some(Sentence::phrase(phrase, language))
        });
        each.collect::<Option<Vec<Sentence>>>()
    };
    let are = || said(chosen, |phrase| &phrase.is).map(|list| group(list, Sentence::Any));
    let are_not = || said(others, |phrase| &phrase.is_not).map(|list| group(list, Sentence::All));
    if others.len() < chosen.len() {
        are_not().or_else(are)
    } else if others.len() == 1 {
        are().or_else(are_not)
    } else {
        are()
    }
}

fn group(mut list: Vec<Sentence>, of: fn(Vec<Sentence>) -> Sentence) -> Sentence {
    match list.pop() {
        Some(only) if list.is_empty() => only,
        last => {
            list.extend(last);
            of(list)
        }
    }
}

/// What each answer says: an option, yes and no.
fn phrases(question: &Question) -> Vec<Phrase> {
    match &question.kind {
        Kind::Choices(choices) => choices.iter().map(|choice| choice.phrase.clone()).collect(),
        _ => {
            let Phrase { is, is_not } = question.phrase.clone();
            let no = Phrase {
                is: is_not.clone(),
                is_not: is.clone(),
            };
            vec![Phrase { is, is_not }, no]
        }
    }
}

fn labels(question: &Question, places: &[usize], language: &Language) -> Vec<String> {
    let phrases = language.phrases();
    let all: Vec<String> = match &question.kind {
        Kind::Choices(choices) => choices
            .iter()
            .map(|choice| fill(&phrases.option, &[("label", &choice.label)]))
            .collect(),
        _ => vec![phrases.yes.clone(), phrases.no.clone()],
    };
    let named = places.iter().filter_map(|place| all.get(*place));
    named.cloned().collect()
}
