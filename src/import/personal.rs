//! Numbers that identify a person, taken out of the sentences of a draft: a NIK has 16 digits, a NIP 18.

use super::pen::Pen;
use crate::diagnostic::say;

/// What stands in the place of such a number.
const GONE: &str = "[…]";

/// Words before a number that belongs to an office: an account, a tax object.
const OFFICES: [&str; 6] = ["rekening", "rek", "va", "nop", "billing", "virtual account"];

/// Takes such numbers away, each with a doubt.
pub(super) fn take_away(pen: &mut Pen) {
    let changed = pen.texts(&mut |text| match without(text) {
        Some(shorter) => {
            *text = shorter;
            true
        }
        None => false,
    });
    for place in changed {
        pen.doubt(
            place,
            say!(
                "nomor identitas seseorang (NIK atau NIP) dihapus dari kalimat ini",
                "a number that identifies a person (NIK or NIP) was removed from this sentence"
            ),
        );
    }
}

/// A text without such numbers; `None` where it has none.
fn without(text: &str) -> Option<String> {
    let mut kept = String::new();
    let mut rest = text;
    let mut found = false;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        kept.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = run(rest);
        let digits = rest[..length].bytes().filter(u8::is_ascii_digit).count();
        let before = kept.to_lowercase();
        let near = before.char_indices().rev().nth(40).map_or(0, |(at, _)| at);
        let office = OFFICES.iter().any(|word| before[near..].contains(word));
        let whole = !kept.ends_with(|c: char| c.is_alphanumeric() || c == '/');
        if matches!(digits, 16 | 18) && !office && whole {
            kept.push_str(GONE);
            found = true;
        } else {
            kept.push_str(&rest[..length]);
        }
        rest = &rest[length..];
    }
    kept.push_str(rest);
    found.then_some(kept)
}

/// The bytes of digits with single blanks, points or dashes between them.
fn run(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while digit(at) || (matches!(bytes.get(at), Some(b' ' | b'.' | b'-')) && digit(at + 1)) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_persons_are_taken_away_and_others_are_not() {
        assert_eq!(
            without("Kepala Dinas, NIP. 19700101 199003 1 001").as_deref(),
            Some("Kepala Dinas, NIP. […]")
        );
        for text in [
            "Rekening 0000 1111 2222 3333",
            "0812 0000 6405",
            "Nomor 2 Tahun 2024",
        ] {
            assert_eq!(without(text), None, "{text}");
        }
    }
}
