//! Conditions that the words show: suggested as questions of the checklist, never taken for granted.

use serde_json::{Value, json};

use super::draft::Suggestion;
use super::lexis::{COURSE, DENIED, OPENERS, PEOPLE_OPENERS, WHEN};
use super::mobiles::quotable;
use super::pen::Pen;
use super::words::{is_one, place, places, says, squeezed, starts, tidy, words};
use crate::diagnostic::{Message, say};

/// The longest condition, in words.
const LONGEST: usize = 14;

/// The longest id, in words.
const ID_WORDS: usize = 4;

/// Where the words begin that make a sentence hold for some, by their place among its words.
pub(super) fn opener(own: &[String]) -> Option<usize> {
    place(own, WHEN).or_else(|| place(own, OPENERS))
}

/// A condition in the words of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Condition {
    ask: String,
    phrase: String,
    phrase_not: String,
}

/// Suggests the condition of a sentence; that of a group may be all its words.
pub(super) fn suggest(pen: &mut Pen, field: &str, sentence: &str, is_group: bool) {
    // What is suggested is no place for anybody's number.
    let Some(condition) = read(&quotable(sentence), is_group) else {
        return;
    };
    let id = pen.question(&id_of(&condition.phrase), |id| {
        json!({
            "id": id,
            "ask": condition.ask,
            "yes_no": true,
            "phrase": condition.phrase,
            "phrase_not": condition.phrase_not,
        })
    });
    pen.suggest(Suggestion {
        field: field.to_owned(),
        reason: limited(),
        lines: json!({ "when": id }),
    });
}

fn limited() -> Message {
    say!(
        "kalimatnya membatasi butir ini; jika benar, pakai pertanyaan yang disarankan di atas",
        "its words limit this item; if that is right, use the question suggested above"
    )
}

/// Suggests one question for groups of which each person needs one: `Masuk`, `Keluar`.
pub(super) fn choose(pen: &mut Pen, groups: &[(String, String)]) {
    let mut ids: Vec<String> = Vec::new();
    let mut choices = serde_json::Map::new();
    for (_, label) in groups {
        let label = quotable(label);
        let id = id_of(&label);
        let spoken = small(&label);
        choices.insert(
            id.clone(),
            json!({
                "label": label,
                "phrase": format!("yang diurus {spoken}"),
                "phrase_not": format!("yang diurus bukan {spoken}"),
            }),
        );
        ids.push(id);
    }
    if choices.len() < groups.len() || choices.len() < 2 {
        return;
    }
    let id = pen.question(
        "keperluan",
        |id| json!({ "id": id, "ask": "Apa yang Anda urus?", "choices": choices }),
    );
    for ((field, _), choice) in groups.iter().zip(ids) {
        pen.suggest(Suggestion {
            field: field.clone(),
            reason: limited(),
            lines: json!({ "when": format!("{id} = {choice}") }),
        });
    }
}

/// Suggests all questions at once.
pub(super) fn ask(pen: &mut Pen) {
    let questions = pen.questions();
    if !questions.is_empty() {
        pen.suggest(Suggestion {
            field: "questions".to_owned(),
            reason: say!(
                "pertanyaan ini dibaca dari kalimat persyaratan; periksa dan perbaiki sebelum dipakai",
                "these questions were read from the requirements; check and correct them before use"
            ),
            lines: Value::Array(questions),
        });
    }
}

fn read(sentence: &str, is_group: bool) -> Option<Condition> {
    let text = sentence.trim_end_matches([';', '.', ' ']);
    let brackets = text.split('(').skip(1).filter(|inner| {
        let own = words(inner);
        starts(&own, WHEN)
            .or_else(|| starts(&own, PEOPLE_OPENERS))
            .is_some()
    });
    if brackets.count() > 1 {
        return None;
    }
    let clause = in_brackets(text)
        .or_else(|| at_start(text, is_group))
        .or_else(|| at_end(text))?;
    let own = words(&clause);
    if let Some(count) = starts(&own, WHEN) {
        let rest = after(&clause, count)?;
        let about = words(&rest);
        if says(&rest, COURSE) || about.is_empty() || about.len() > LONGEST {
            return None;
        }
        return Some(Condition {
            ask: format!("Apakah {}?", small(&rest)),
            phrase_not: negated(&small(&rest)),
            phrase: small(&rest),
        });
    }
    let count = starts(&own, PEOPLE_OPENERS)?;
    let who = after(&clause, count)?;
    let about = words(&who);
    let digits = about
        .first()
        .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    if about.is_empty()
        || about.len() > LONGEST
        || digits
        || says(&who, "semua, seluruh, masing-masing")
    {
        return None;
    }
    Some(Condition {
        ask: format!("Apakah ini untuk {who}?"),
        phrase: format!("ini untuk {who}"),
        phrase_not: format!("ini bukan untuk {who}"),
    })
}

/// The opposite of a phrase: what denies something without that word, what begins with what is done with `tidak`, any
/// other denied as a whole.
fn negated(phrase: &str) -> String {
    let first = phrase.split(' ').next().unwrap_or_default();
    let passive = first.starts_with("di") && first.ends_with("kan");
    if passive || is_one(first, DENIED) {
        return format!("tidak {phrase}");
    }
    match phrase.split_once(' ') {
        Some(("tidak", rest)) => rest.to_owned(),
        Some(("belum", rest)) if rest.starts_with("pernah ") => rest.to_owned(),
        Some(("belum", rest)) => format!("sudah {rest}"),
        _ => format!("tidak benar bahwa {phrase}"),
    }
}

/// `(untuk yang hilang)`.
fn in_brackets(text: &str) -> Option<String> {
    let inner = text.rsplit_once('(')?.1;
    let inner = inner.split(')').next()?.trim();
    let own = words(inner);
    let opens = starts(&own, WHEN)
        .or_else(|| starts(&own, PEOPLE_OPENERS))
        .is_some();
    opens.then(|| tidy(inner))
}

/// `Bagi WNA: paspor`, or the head of a group.
fn at_start(text: &str, is_group: bool) -> Option<String> {
    let own = words(text);
    let opens = starts(&own, PEOPLE_OPENERS)
        .or_else(|| starts(&own, WHEN))
        .is_some();
    let end = text.find([':', ',']);
    match (opens, end) {
        (true, Some(end)) => Some(tidy(&text[..end])),
        (true, None) if is_group => Some(tidy(text)),
        _ => None,
    }
}

/// `… apabila KTP lama hilang`.
fn at_end(text: &str) -> Option<String> {
    let own = words(text);
    let at = place(&own, WHEN)
        .or_else(|| place(&own, OPENERS))
        .filter(|at| *at > 0)?;
    let from = places(text).get(at)?.from;
    let clause = &text[from..];
    let end = clause.find(['(', ';', '.']).unwrap_or(clause.len());
    Some(tidy(clause[..end].trim_end_matches([',', ' '])))
}

/// The rest of a clause after its first words.
fn after(clause: &str, count: usize) -> Option<String> {
    let rest = places(clause)
        .get(count)
        .map(|place| &clause[place.from..])?;
    Some(tidy(rest.trim_end_matches([':', ',', ')', ' '])))
}

/// A clause that begins in the middle of a sentence: its first letter small, unless it is of a name in capitals.
fn small(text: &str) -> String {
    let mut chars = text.chars();
    let (Some(first), second) = (chars.next(), text.chars().nth(1)) else {
        return String::new();
    };
    if second.is_some_and(|c| c.is_uppercase() || c == '-') {
        return text.to_owned();
    }
    format!("{}{}", first.to_lowercase(), &text[first.len_utf8()..])
}

/// A name for rules, of the first words.
fn id_of(text: &str) -> String {
    let said = squeezed(text, "ini untuk yang");
    let parts: Vec<String> = said
        .split(' ')
        .map(|word| {
            word.chars()
                .filter(char::is_ascii_alphanumeric)
                .collect::<String>()
        })
        .filter(|word| !word.is_empty())
        .take(ID_WORDS)
        .collect();
    let id = parts.join("_");
    match id.chars().next() {
        Some(c) if c.is_ascii_alphabetic() && parts.len() > 1 => id,
        _ => format!("untuk_{id}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(text: &str) -> Option<String> {
        read(text, false).map(|condition| condition.phrase)
    }

    #[test]
    fn what_denies_something_is_negated_without_its_denial() {
        for (phrase, opposite) in [
            ("tidak memiliki surat kelahiran", "memiliki surat kelahiran"),
            ("belum menikah", "sudah menikah"),
            ("belum pernah merekam", "pernah merekam"),
            ("dikuasakan", "tidak dikuasakan"),
            ("memiliki anak", "tidak memiliki anak"),
            ("KTP lama hilang", "tidak benar bahwa KTP lama hilang"),
        ] {
            assert_eq!(negated(phrase), opposite);
        }
    }

    #[test]
    fn conditions_are_read_where_the_words_name_one() {
        for (text, wanted) in [
            (
                "Surat kehilangan apabila KTP lama hilang",
                Some("KTP lama hilang"),
            ),
            (
                "Surat kehilangan (untuk KTP-el yang hilang)",
                Some("ini untuk KTP-el yang hilang"),
            ),
            ("Bagi WNA: paspor", Some("ini untuk WNA")),
            (
                "KK lama, bila yang diajukan adalah perubahan data",
                Some("yang diajukan adalah perubahan data"),
            ),
            ("Rapor bila ada", None),
            ("Fotokopi KK", None),
            ("Foto 3x4 untuk 2 lembar", None),
        ] {
            assert_eq!(phrase(text).as_deref(), wanted, "{text}");
        }
    }
}
