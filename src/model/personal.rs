//! Numbers that identify a person: 16 digits (NIK) or 18 (NIP), in one piece or in groups.
//!
//! Accounts, virtual accounts and tax objects (NOP) have as many digits. One passes where a word before it says that it is
//! one, or where the channel that holds it is said to be official.

use super::context::Context;
use super::text::Text;
use crate::diagnostic::{Code, Diagnostic, say};

/// What may stand between two groups of digits.
const SEPARATORS: [char; 4] = [' ', '\u{a0}', '.', '-'];

/// Words after which a number of that length is somebody's, however it is grouped.
const NAMED: [&str; 4] = ["nik", "nip", "ktp", "kk"];

/// Words that say that a number belongs to an office: of an account, of a tax object.
const OFFICES: [&str; 9] = [
    "rekening",
    "rek",
    "norek",
    "account",
    "va",
    "nop",
    "billing",
    "bayar",
    "pembayaran",
];

/// How many words before a number may name it: "nomor rekening Bank Contoh Cabang Contoh".
const BEFORE: usize = 6;

/// How many characters before a number are looked at for such a word.
const NEAR: usize = 200;

/// From here on a word of hexadecimal digits is a hash.
const A_HASH: usize = 32;

/// Reports each number of a text that identifies a person; such a number is never published.
pub(super) fn report(text: &Text, cx: &mut Context<'_>) {
    if cx.official {
        return;
    }
    let value = text.value.as_str();
    let mut at = 0;
    while let Some(skipped) = value[at..].find(|c: char| c.is_ascii_digit()) {
        let run = Run::of(value, at + skipped);
        let whole = run.count();
        let long = |count: usize| matches!(count, 16 | 18);
        let groups = run.groups.iter();
        let one_is = long(whole) || groups.map(|group| group.to - group.from).any(long);
        if !one_is || of_an_office(&value[..run.from]) {
            // Too short, or what names the number says whose it is.
        } else if matches!(whole, 16 | 18) && run.identifies(value) {
            cx.sink.push(finding(text, run.from, run.to, whole));
        } else {
            for group in &run.groups {
                let count = group.to - group.from;
                if matches!(count, 16 | 18) && !in_hash(value, group) && !is_id(value, group) {
                    cx.sink.push(finding(text, group.from, group.to, count));
                }
            }
        }
        at = run.to;
    }
}

fn finding(text: &Text, from: usize, to: usize, count: usize) -> Diagnostic {
    let kind = if count == 16 { "NIK" } else { "NIP" };
    Diagnostic::new(
        Code::K0214,
        text.span_of(from, to),
        say!(
            "nomor {count} angka ini tampaknya {kind}, nomor identitas seseorang",
            "this number of {count} digits looks like a {kind}, which identifies a person"
        ),
    )
    .help(say!(
        "hapus nomor itu, nama jabatan sudah cukup; jika ini nomor rekening, VA atau NOP, tulis kata itu di depannya; di saluran, tambahkan resmi: ya",
        "delete it, the person's job title is enough; if it is an account (rekening, VA) or a tax object (NOP), write that word before it; in a channel add official: true"
    ))
}

/// Digits without anything between them.
struct Group {
    from: usize,
    to: usize,
}

/// Groups of digits with one separator between each two.
struct Run {
    from: usize,
    to: usize,
    groups: Vec<Group>,
    separators: Vec<char>,
}

impl Run {
    /// The run that starts with the digit at `from`.
    fn of(value: &str, from: usize) -> Self {
        let digits = |at: usize| {
            let end = value[at..].find(|c: char| !c.is_ascii_digit());
            end.map_or(value.len(), |end| at + end)
        };
        let mut run = Self {
            from,
            to: digits(from),
            groups: Vec::new(),
            separators: Vec::new(),
        };
        run.groups.push(Group { from, to: run.to });
        while let Some(separator) = value[run.to..].chars().next() {
            let next = run.to + separator.len_utf8();
            let follows = value[next..].starts_with(|c: char| c.is_ascii_digit());
            if !SEPARATORS.contains(&separator) || !follows {
                break;
            }
            run.separators.push(separator);
            run.to = digits(next);
            run.groups.push(Group {
                from: next,
                to: run.to,
            });
        }
        run
    }

    /// The number of its digits.
    fn count(&self) -> usize {
        self.groups.iter().map(|group| group.to - group.from).sum()
    }

    /// Whether groups of together 16 or 18 digits are the number of a person, and no dates, years, amount or telephone.
    fn identifies(&self, value: &str) -> bool {
        if self.separators.is_empty() {
            return false; // In one piece: the caller looks at it.
        }
        if named(&value[..self.from]) {
            return true;
        }
        let parts: Vec<&str> = self
            .groups
            .iter()
            .map(|group| &value[group.from..group.to])
            .collect();
        let before = value[..self.from].chars().next_back();
        let after = value[self.to..].chars().next();
        let of_a_code = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '+');
        let alone = !before.is_some_and(of_a_code) && !after.is_some_and(of_a_code);
        let first = self.separators.first();
        let alike = self.separators.iter().all(|one| Some(one) == first);
        let long = parts.iter().any(|part| part.len() >= 4);
        let fits = if self.count() == 18 {
            starts_with_birthday(&parts.concat())
        } else {
            !parts.concat().starts_with('0') && !are_years(&parts) && !has_date(&parts)
        };
        alone && alike && long && fits
    }
}

/// Whether the text ends with a word that announces such a number: `NIP. `, `No. KTP: `.
fn named(before: &str) -> bool {
    let word = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let start = word.rfind(|c: char| !c.is_alphanumeric());
    let word = word[start.map_or(0, |at| at + 1).min(word.len())..].to_lowercase();
    NAMED.contains(&word.as_str())
}

/// Whether one of the words before a number says that it is an office's, and none after that that it is a person's.
fn of_an_office(before: &str) -> bool {
    let near = before.char_indices().rev().nth(NEAR);
    let line = before[near.map_or(0, |(at, _)| at)..]
        .rsplit(['\n', ';'])
        .next()
        .unwrap_or(before)
        .to_lowercase();
    let words = line.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let last = words.iter().rev().take(BEFORE);
    let mut telling = last.filter(|word| OFFICES.contains(word) || NAMED.contains(word));
    telling.next().is_some_and(|word| OFFICES.contains(word))
}

/// Whether a number in a web address is an id there: it is not built as the number of a person.
fn is_id(value: &str, group: &Group) -> bool {
    let start = value[..group.from].rfind(char::is_whitespace);
    let address = &value[start.map_or(0, |at| at + 1)..group.from];
    let digits = &value[group.from..group.to];
    let person = match digits.len() {
        16 => is_nik(digits),
        _ => starts_with_birthday(digits),
    };
    (address.contains("://") || address.starts_with("www.")) && !named(address) && !person
}

/// A NIK is a district, the day of birth (of women plus 40), month, year, and a number from 1 on.
fn is_nik(digits: &str) -> bool {
    let two = |from: usize| {
        digits
            .get(from..from + 2)
            .and_then(|part| part.parse().ok())
    };
    let two = |from: usize| -> u32 { two(from).unwrap_or(0) };
    let day = two(6) % 40;
    (11..=97).contains(&two(0))
        && (1..=31).contains(&day)
        && (1..=12).contains(&two(8))
        && !digits.ends_with("0000")
}

/// A NIP starts with year, month and day of birth.
fn starts_with_birthday(digits: &str) -> bool {
    let number = |from: usize, to: usize| {
        let part = digits.get(from..to);
        part.and_then(|part| part.parse::<u32>().ok()).unwrap_or(0)
    };
    (1900..2100).contains(&number(0, 4))
        && (1..=12).contains(&number(4, 6))
        && (1..=31).contains(&number(6, 8))
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && (part.starts_with("19") || part.starts_with("20"))
}

fn are_years(parts: &[&str]) -> bool {
    parts.iter().all(|part| is_year(part))
}

/// Whether three groups are a date: `2026-01-02`, `2-1-2026`.
fn has_date(parts: &[&str]) -> bool {
    parts.windows(3).any(|three| {
        let short = |at: usize| three[at].len() <= 2;
        short(1) && (is_year(three[0]) && short(2) || is_year(three[2]) && short(0))
    })
}

fn in_hash(value: &str, group: &Group) -> bool {
    let hexadecimal = |c: char| c.is_ascii_hexdigit();
    let before = value[..group.from].trim_end_matches(hexadecimal).len();
    let rest = &value[group.to..];
    let after = value.len() - rest.trim_start_matches(hexadecimal).len();
    after - before >= A_HASH
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Sink;

    /// The numbers reported in a text.
    fn found(value: &str) -> Vec<String> {
        let text = Text {
            value: value.to_owned(),
            verbatim_at: Some(0),
            lines: Vec::new(),
            ..Text::default()
        };
        let mut sink = Sink::default();
        report(&text, &mut Context::new(&mut sink));
        let spans = sink.into_findings().into_iter().map(|finding| finding.span);
        spans
            .map(|span| value[span.start as usize..span.end as usize].to_owned())
            .collect()
    }

    #[test]
    fn numbers_of_persons_are_found_in_one_piece_and_in_groups() {
        for (text, number) in [
            ("NIK 0000000000000000", "0000000000000000"),
            ("NIP 19700101 199003 1 001", "19700101 199003 1 001"),
            ("NIP. 19700101.199003.1.001", "19700101.199003.1.001"),
            ("19700101-199003-1-001, kepala", "19700101-199003-1-001"),
            ("NIK 3171 2345 6789 0001", "3171 2345 6789 0001"),
            ("(3171-2345-6789-0001)", "3171-2345-6789-0001"),
            ("No. KTP: 31.71.23-456789-0001", "31.71.23-456789-0001"),
            (
                "3171\u{a0}2345\u{a0}6789\u{a0}0001",
                "3171\u{a0}2345\u{a0}6789\u{a0}0001",
            ),
            ("2026 3171234567890001", "3171234567890001"),
            ("Rekening atas NIK 3171234567890001", "3171234567890001"),
            (
                "https://dinas.contoh.example/cek/3171234501990001",
                "3171234501990001",
            ),
            (
                "https://dinas.contoh.example/cek?nik=9900000000001234",
                "9900000000001234",
            ),
        ] {
            assert_eq!(found(text), [number], "{text}");
        }
    }

    #[test]
    fn other_numbers_are_not() {
        for text in [
            "0812-3456-7890-1234",
            "+62 812 3456 7890 12345",
            "0254 200083 0254 20008",
            "0254 200083, 0254 200084",
            "470/1234-5678-9012/2026",
            "SK-1234-5678-9012-3456",
            "Rp1.000.000.000.000.000",
            "2026-01-02 2026-12-31",
            "01-02-2026 03-04-2026",
            "2019 2020 2021 2022",
            "1 2 3 4 5 6 7 8 9 10 11 12 13",
            "Nomor 1497 Tahun 2025, Nomor 2 Tahun 2025",
            "Rekening Bank Contoh 0000111122223333 atas nama Kas Daerah",
            "Transfer ke VA: 8808 0000 1111 2222",
            "NOP 360000000000000001",
            "https://dinas.contoh.example/formulir/9900000000001234",
            "9f86d081884c7d659a2feaa0c55ad0151234567890123456b822cd15d6c15b0f",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
