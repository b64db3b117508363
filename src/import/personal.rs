//! Numbers that identify a person, taken out of the sentences of a draft: a NIK has 16 digits, a NIP 18.

use super::pen::Pen;
use super::words::{is_one, words};
use crate::diagnostic::say;

/// What stands in the place of such a number.
const GONE: &str = "[…]";

/// Words before a number that belongs to an office: an account, a tax object.
const OFFICES: &str = "rekening rek va nop billing virtual";

/// Words before a number that belongs to a person.
const HOLDERS: &str = "nik nip ktp ktp-el e-ktp";

/// So many digits, or groups of them, are more than any such number has.
const LONGEST: usize = 19;

/// How many digits the groups of such a number have where blanks, points or dashes stand between them.
const FORMS: [&[usize]; 5] = [
    &[8, 6, 1, 3],
    &[8, 6, 4],
    &[8, 10],
    &[4, 4, 4, 4],
    &[6, 6, 4],
];

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
pub(super) fn without(text: &str) -> Option<String> {
    let mut kept = String::new();
    let mut rest = text;
    let mut found = false;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        kept.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = match length(rest) {
            Some(length) if is_personal(&kept) => {
                kept.push_str(GONE);
                found = true;
                length
            }
            _ => {
                let length = groups(rest, "").next().map_or(0, |(_, to)| to);
                kept.push_str(&rest[..length]);
                length
            }
        };
        rest = &rest[length..];
    }
    kept.push_str(rest);
    found.then_some(kept)
}

/// Whether what stands before a number leaves it to a person: of an office and a person the nearer one counts.
fn is_personal(before: &str) -> bool {
    let near = before.char_indices().rev().nth(40).map_or(0, |(at, _)| at);
    let said = words(&before[near..]);
    let office = said.iter().rev().find_map(|word| {
        let office = is_one(word, OFFICES);
        (office || is_one(word, HOLDERS)).then_some(office)
    });
    let tied = before.ends_with(|c: char| c.is_alphanumeric() || c == '/');
    let named = said.last().is_some_and(|word| is_one(word, HOLDERS));
    office != Some(true) && (!tied || named && !before.ends_with('/'))
}

/// The bytes of such a number at the start of a text: one group, groups of a known form, or groups without blanks.
fn length(text: &str) -> Option<usize> {
    let fits = |digits: usize| matches!(digits, 16 | 18);
    if let Some((digits, to)) = groups(text, "").next()
        && fits(digits)
    {
        return Some(to);
    }
    let form = |form: &&[usize]| {
        let found = groups(text, " .-").take(form.len());
        found.map(|(digits, _)| digits).eq(form.iter().copied())
    };
    if let Some(form) = FORMS.iter().find(|one| form(one)) {
        return groups(text, " .-").nth(form.len() - 1).map(|(_, to)| to);
    }
    let (digits, to) = groups(text, ".-")
        .take(LONGEST)
        .fold((0, 0), |(sum, _), (digits, to)| (sum + digits, to));
    fits(digits).then_some(to)
}

/// The groups of digits with which a text begins, single signs of `between` between them: how many, and where they end.
fn groups(text: &str, between: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let skipped = usize::from(at > 0 && rest.starts_with(|c| between.contains(c)));
        let digits = rest[skipped..]
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count();
        at += skipped + digits;
        (digits > 0).then_some((digits, at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_persons_are_taken_away_and_others_are_not() {
        for (text, wanted) in [
            (
                "Kepala Dinas, NIP. 19700101 199003 1 001",
                "Kepala Dinas, NIP. […]",
            ),
            (
                "Surat dari Direktur Budi, NIP 19700101.199003.1.001",
                "Surat dari Direktur Budi, NIP […]",
            ),
            (
                "Validasi oleh NIK 3604000000000001",
                "Validasi oleh NIK […]",
            ),
            (
                "Setor ke rekening kas daerah dengan NIK 3604000000000001",
                "Setor ke rekening kas daerah dengan NIK […]",
            ),
            ("NIP 197001011990031001 08121234567", "NIP […] 08121234567"),
            ("KTP 3604000000000001 2 lembar", "KTP […] 2 lembar"),
            ("2 NIK 360400 000000 0001 asli", "2 NIK […] asli"),
            ("NIP197001011990031001", "NIP[…]"),
            ("3604000000000001 dan 3604-0000-0000-0002.", "[…] dan […]."),
        ] {
            assert_eq!(without(text).as_deref(), Some(wanted), "{text}");
        }
        for text in [
            "Rekening 0000 1111 2222 3333",
            "No. Rek. 3604000000000001",
            "NOP 32.71.010.001.001-0001.0",
            "0812 0000 6405",
            "Nomor 2 Tahun 2024",
        ] {
            assert_eq!(without(text), None, "{text}");
        }
    }
}
