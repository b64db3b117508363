//! Mobile numbers in the sentences of a draft: somebody's own are taken away, others are doubted where citizens read them.

use super::lexis::PERSONS;
use super::pen::Pen;
use super::personal;
use super::words::says;
use crate::diagnostic::say;
use crate::telephone::{self, Kind};

/// What stands in the place of somebody's own telephone number.
const NUMBER: &str = "…";

/// How many letters before and after a number say whose it is.
const NEAR: (usize, usize) = (60, 40);

/// Where such a sentence is that citizens read.
const SENTENCES: [&str; 2] = ["requirements", "procedure"];

/// Takes the mobile numbers of persons away, each with a doubt, and doubts the others; no doubt quotes any.
pub(super) fn take_away(pen: &mut Pen) {
    pen.reasons(quotable);
    let changed = pen.texts(&mut |text| match without_mobiles(text, names_a_person) {
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
                "nomor HP pribadi seseorang dihapus dari kalimat ini (tanda …): tulis nomor resmi dinas, atau hapus ajakannya",
                "somebody's own mobile number was removed from this sentence (the sign …): write the agency's number, or delete the invitation"
            ),
        );
    }
    let unnamed = pen.texts(&mut |text| without_mobiles(text, |_| true).is_some());
    let unnamed = unnamed.into_iter();
    for place in unnamed.filter(|place| SENTENCES.iter().any(|key| place.starts_with(key))) {
        pen.doubt(
            place,
            say!(
                "di sini ada nomor HP: periksa apakah nomor itu milik dinas, bukan milik seseorang",
                "a mobile number stands here: check that it is the agency's and nobody's own"
            ),
        );
    }
}

/// A text as a doubt may quote it, without any number of a person.
pub(super) fn quotable(text: &str) -> String {
    let text = personal::without(text).unwrap_or_else(|| text.to_owned());
    without_mobiles(&text, |_| true).unwrap_or(text)
}

/// Whether a name or an office stands beside a number.
pub(super) fn names_a_person(text: &str) -> bool {
    says(text, PERSONS)
}

/// A text without the mobile numbers whose surroundings fit; `None` where it has none.
fn without_mobiles(text: &str, fits: impl Fn(&str) -> bool) -> Option<String> {
    let mut kept = String::new();
    let mut at = 0;
    let mut found = false;
    while let Some(c) = text[at..].chars().next() {
        let starts = c == '+' || c.is_ascii_digit();
        let apart = !text[..at].ends_with(|c: char| c.is_ascii_digit() || c == '+');
        let length = Some(at).filter(|_| starts && apart);
        let length = length.and_then(|at| mobile(&text[at..]));
        match length.filter(|length| fits(near(text, at, at + length))) {
            Some(length) => {
                kept.push_str(NUMBER);
                found = true;
                at += length;
            }
            None => {
                kept.push(c);
                at += c.len_utf8();
            }
        }
    }
    found.then_some(kept)
}

/// The words around a number, in its own part of a sentence.
fn near(text: &str, from: usize, to: usize) -> &str {
    let before = text[..from].char_indices().rev().nth(NEAR.0);
    let after = text[to..].char_indices().nth(NEAR.1);
    let start = before.map_or(0, |(at, _)| at);
    let end = after.map_or(text.len(), |(at, _)| to + at);
    let start = text[start..from].rfind(';').map_or(start, |at| start + at);
    let end = text[to..end].find(';').map_or(end, |at| to + at);
    &text[start..end]
}

/// The most digits of a number, with the code of its country.
const LONGEST: usize = 15;

/// The bytes of the mobile number with which a text begins, however its digits are set apart.
fn mobile(text: &str) -> Option<usize> {
    let mut digits = String::new();
    let mut apart = 0;
    let mut found = None;
    for (at, c) in text.char_indices() {
        if digits.len() > LONGEST {
            break;
        } else if c.is_ascii_digit() || c == '+' && at == 0 {
            digits.push(c);
            apart = 0;
            let goes_on = text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
            if !goes_on && is_mobile(&digits) {
                found = Some(at + 1);
            }
        } else if " .-–—‑()".contains(c) && apart < 3 {
            apart += 1;
        } else {
            break;
        }
    }
    found
}

fn is_mobile(digits: &str) -> bool {
    let whole = digits.starts_with(['0', '+']) || digits.starts_with("62");
    whole && telephone::read(digits).is_ok_and(|number| number.kind == Kind::Mobile)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobiles_of_persons_are_taken_away_however_they_are_written() {
        let own = |text: &str| without_mobiles(text, names_a_person);
        for (text, left) in [
            (
                "Hubungi Sdr. Budi di 081234567890 ya",
                "Hubungi Sdr. Budi di … ya",
            ),
            ("Ibu Ani HP 0857-1234-5678", "Ibu Ani HP …"),
            ("Bpk. Joko (+62 812.3456.7890)", "Bpk. Joko (…)"),
            ("Bu Ani HP081234567890", "Bu Ani HP…"),
            ("0812 – 3456 – 7890 a.n. Budi", "… a.n. Budi"),
        ] {
            assert_eq!(own(text).as_deref(), Some(left), "{text}");
        }
        for text in [
            "WA layanan 0811 222 333 44",
            "Bpk. Joko, telepon (0251) 111222",
            "Bpk. Joko datang; WA layanan 081122233344",
        ] {
            assert_eq!(own(text), None, "{text}");
        }
        assert_eq!(
            quotable("WA 081122233344, NIP 197001011990031001"),
            "WA …, NIP […]"
        );
    }
}
