//! Numbers that were pasted along with the items of a list, which the page numbers by itself.

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::service::ServiceDocument;
use crate::yaml::{Node, Value};

/// Lists whose items the page numbers, by their English name.
const NUMBERED: [&str; 2] = ["requirements", "procedure"];

/// Keys of an item that hold its sentence.
const SENTENCES: [&str; 4] = ["text", "bunyi", "label", "action"];

/// Keys of an item that hold a list of items.
const LISTS: [&str; 6] = [
    "items",
    "rincian",
    "any_of",
    "salah_satu",
    "all_of",
    "semua",
];

/// Reports the numbers pasted into requirements and steps.
pub(super) fn check(node: &Node, sink: &mut Sink) {
    for pair in node.pairs() {
        let field = ServiceDocument::SHAPE.find(&pair.key.text);
        if field.is_some_and(|field| NUMBERED.contains(&field.en)) {
            list(&pair.value, sink);
        }
    }
}

fn list(node: &Node, sink: &mut Sink) {
    let items = node.items();
    for (index, item) in items.iter().enumerate() {
        for sentence in sentences(item) {
            let text = sentence.as_str().unwrap_or_default();
            let Some(number) = number(text) else { continue };
            // `B. Indonesia` is a subject of a school; only a row of capitals numbers something.
            let capital = text.starts_with(|c: char| c.is_ascii_uppercase());
            let goes_on = goes_on(number, text);
            if !goes_on && (!capital || in_a_row(items, index)) {
                sink.push(finding(sentence, number));
            }
        }
        for pair in item.pairs() {
            if LISTS.contains(&pair.key.text.as_str()) {
                list(&pair.value, sink);
            }
        }
    }
}

/// The sentences of an item: itself, or the values of its keys.
fn sentences(item: &Node) -> Vec<&Node> {
    match &item.value {
        Value::Scalar(_) => vec![item],
        _ => SENTENCES.iter().filter_map(|key| item.get(key)).collect(),
    }
}

/// The number at the start of a sentence, with the blank after it: `1. `, `2) `, `(3) `, `a. `.
fn number(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let letter = usize::from(inner.starts_with(|c: char| c.is_ascii_alphabetic()));
    let mark = if digits > 0 { digits } else { letter };
    let rest = inner.get(mark..)?;
    let closed = rest.starts_with(')') || (inner.len() == text.len() && rest.starts_with('.'));
    let after = rest.get(1..).filter(|_| closed)?;
    let sentence = after.trim_start_matches([' ', '\u{a0}']);
    let fits = (1..=2).contains(&mark) && sentence.len() < after.len() && !sentence.is_empty();
    fits.then(|| &text[..text.len() - sentence.len()])
}

/// Whether the next number or letter of the same form stands later in the sentence: `a. KTP, b. KK` counts inside it.
fn goes_on(first: &str, text: &str) -> bool {
    let mark = first.trim().trim_matches(['(', ')', '.']);
    let next = match (mark.parse::<u32>(), mark.as_bytes()) {
        (Ok(number), _) => (number + 1).to_string(),
        (_, [letter]) => char::from(letter + 1).to_string(),
        _ => return false,
    };
    let next = first.trim().replace(mark, &next);
    let rest = &text[first.len()..];
    rest.match_indices(&next).any(|(at, _)| {
        let before = rest[..at].chars().next_back();
        let after = rest[at + next.len()..].chars().next();
        before.is_some_and(|c| !c.is_alphanumeric() && c != '.')
            && after.is_some_and(char::is_whitespace)
    })
}

/// Whether a neighbour of the item has the letter before or after its own.
fn in_a_row(items: &[Node], index: usize) -> bool {
    let letter = |at: usize| -> Option<u8> {
        let text = sentences(items.get(at)?).first()?.as_str()?;
        number(text).and_then(|_| text.bytes().next())
    };
    let own = letter(index);
    let before = index.checked_sub(1).and_then(letter);
    before.is_some_and(|before| own == Some(before + 1))
        || letter(index + 1).is_some_and(|after| own.map(|own| own + 1) == Some(after))
}

fn finding(sentence: &Node, number: &str) -> Diagnostic {
    let plain = number.trim();
    Diagnostic::new(
        Code::K0227,
        sentence.span_of(0, plain.len()),
        say!(
            "nomor `{plain}` ikut tertempel; halaman memberi nomor sendiri",
            "the number `{plain}` was pasted too; the page adds numbers itself"
        ),
    )
    .help(say!("hapus `{number}`", "delete `{number}`"))
}

#[cfg(test)]
mod tests {
    use super::{goes_on, number};

    #[test]
    fn a_sentence_that_counts_inside_itself_keeps_its_first_number() {
        for (text, counts) in [
            ("a. KTP asli; b. KK asli; c. foto", true),
            ("1) mengisi formulir, 2) menyerahkannya", true),
            ("(1) KTP dan (2) KK", true),
            ("a. Meterai", false),
            ("1. Foto 2.000 piksel", false),
            ("1. Foto 12. halaman", false),
        ] {
            let first = number(text).unwrap();
            assert_eq!(goes_on(first, text), counts, "{text}");
        }
    }

    #[test]
    fn numbers_of_lists_and_what_only_looks_like_them() {
        for (text, found) in [
            ("1. Surat pengantar", "1. "),
            ("12.  KK", "12.  "),
            ("2) KK", "2) "),
            ("(3) KTP", "(3) "),
            ("a. Meterai", "a. "),
            ("b) Meterai", "b) "),
        ] {
            assert_eq!(number(text), Some(found), "{text}");
        }
        for text in [
            "3 lembar foto",
            "17 tahun atau sudah menikah",
            "1.000 rupiah",
            "a.n. pemohon",
            "2026. Laporan tahunan",
            "3x4, dua lembar",
            "1.",
            "(asli) KTP",
            "KK",
            "",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
