//! Sums of money in the spelling in which they can be read: in groups without blanks, behind the sign of the rupiah.

use super::lexis::{MEASURES, NO_PRICE, NO_SUM, PAST};
use super::words::{first_part, is_one, last_part, says, words};

/// A text whose sums have no blanks inside, nor a semicolon before their dash, nor a unit that begins with a number right
/// behind a slash: `Rp 10 000`, `Rp 5.000;-`, `Rp 50.000/24 jam`.
pub(super) fn closed(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        kept.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest
            .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
            .unwrap_or(rest.len());
        let (number, mut after) = rest.split_at(end);
        let money = is_rupiah(&kept);
        kept.push_str(number);
        if money {
            let short = number.len() <= 3 || number.ends_with('.');
            while short && let Some(group) = next_group(after) {
                if !kept.ends_with('.') {
                    kept.push('.');
                }
                kept.push_str(&group[..3]);
                after = &group[3..];
            }
            // "Rp 5.000;-" is a slip for "Rp 5.000,-".
            if let Some(rest) = after.strip_prefix(";-") {
                kept.push_str(",-");
                after = rest;
            }
            let slash = after.trim_start_matches([' ', '-']);
            if let Some(unit) = slash.strip_prefix('/').map(str::trim_start)
                && unit.starts_with(|c: char| c.is_ascii_digit())
            {
                kept.push_str(" per ");
                after = unit;
            }
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// What begins with the next three digits of a sum, which a blank sets apart.
fn next_group(after: &str) -> Option<&str> {
    let next = after.strip_prefix('.').unwrap_or(after);
    let group = next.trim_start();
    let digits = group.bytes().take_while(u8::is_ascii_digit).count();
    (digits == 3 && group.len() < next.len()).then_some(group)
}

/// A text with `Rp` before its only sum in groups of three, where it has none; and that sum.
pub(super) fn marked(text: &str) -> Option<(String, String)> {
    let mut found = numbers(text)
        .into_iter()
        .filter(|(from, digits)| is_bare_sum(&text[..*from], digits, &text[from + digits.len()..]));
    let (from, sum) = found.next().filter(|_| found.next().is_none())?;
    Some((
        format!("{} Rp {}", &text[..from], &text[from..]),
        sum.to_owned(),
    ))
}

/// Each number of a text with the byte at which it begins: digits with the dots and commas between them.
pub(super) fn numbers(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let from = at + start;
        let length = text[from..]
            .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
            .unwrap_or(text.len() - from);
        at = from + length;
        found.push((from, text[from..at].trim_end_matches(['.', ','])));
    }
    found
}

/// Whether digits without a sign look like a sum: in groups of three, and they count or name nothing.
fn is_bare_sum(before: &str, digits: &str, after: &str) -> bool {
    let glued = before.ends_with(|c: char| c.is_alphabetic());
    let sen = digits.ends_with(",00") || after.starts_with(",-") || after.starts_with(".-");
    if glued && !sen || before.ends_with(['/', '-', '.']) || is_rupiah(before) {
        return false;
    }
    let (_, is_grouped) = grouped(digits);
    is_grouped && !counts(before, after) && !is_no_price(before)
}

/// Whether the words around a number say that it counts, measures or names something else.
pub(super) fn counts(before: &str, after: &str) -> bool {
    let last = words(last_part(before)).pop().unwrap_or_default();
    let next = words(first_part(after))
        .into_iter()
        .next()
        .unwrap_or_default();
    let measures = !after.trim_start().starts_with('/') && is_one(&next, MEASURES);
    is_one(&last, NO_SUM) || measures
}

/// Whether the words before a sum say that it is no price: stamp duty, an income, what was paid once.
pub(super) fn is_no_price(before: &str) -> bool {
    is_no_fee(before) || says(&near(before).join(" "), PAST)
}

/// Whether the words before a sum say that it is no fee of the office: stamp duty, an income.
pub(super) fn is_no_fee(before: &str) -> bool {
    near(before).iter().any(|word| is_one(word, NO_PRICE))
}

/// The few words before a sum.
fn near(before: &str) -> Vec<String> {
    let own = words(last_part(before));
    own[own.len().saturating_sub(5)..].to_vec()
}

/// Whether words end with the sign of the rupiah.
pub(super) fn is_rupiah(before: &str) -> bool {
    let before =
        before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | '='));
    ["rp", "idr"].iter().any(|sign| {
        let at = before.len().checked_sub(sign.len());
        let cut = at.and_then(|at| Some((before.get(..at)?, before.get(at..)?)));
        cut.is_some_and(|(rest, own)| {
            own.eq_ignore_ascii_case(sign) && !rest.ends_with(char::is_alphanumeric)
        })
    })
}

/// A row of a table that was copied without the gaps between its cells, with them: `KiosRp. 5.000/HariLuas 4 m2` as
/// `Kios Rp. 5.000/Hari Luas 4 m2`. Other rows are as they were.
pub(super) fn with_gaps(row: &str) -> String {
    let glued = row.match_indices("Rp").any(|(at, sign)| {
        let before = row[..at].chars().next_back();
        let after = row[at + sign.len()..].trim_start_matches(['.', ' ']);
        let ends_a_word = before.is_some_and(|c| c.is_lowercase() || c == ')');
        ends_a_word && after.starts_with(|c: char| c.is_ascii_digit())
    });
    if !glued {
        return row.to_owned();
    }
    let mut kept = String::with_capacity(row.len() + 8);
    let mut before = ' ';
    for c in row.chars() {
        let ends = before.is_lowercase() || before == ')' || before.is_ascii_digit();
        if ends && c.is_uppercase() {
            kept.push(' ');
        }
        kept.push(c);
        before = c;
    }
    kept
}

/// The digits of a number without sen, and whether they stand in groups of three.
pub(super) fn grouped(digits: &str) -> (String, bool) {
    let mut groups: Vec<&str> = digits.split(['.', ',']).collect();
    if groups.len() > 1 && groups.last().is_some_and(|group| group.len() == 2) {
        groups.pop();
    }
    let first = groups.first().is_some_and(|group| group.len() <= 3);
    let threes = groups.iter().skip(1).all(|group| group.len() == 3);
    (groups.concat(), first && groups.len() > 1 && threes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_a_copied_row_get_their_gaps_back() {
        for (row, wanted) in [
            (
                "1Kios DepanRp. 155.000/BulanUkuran 3x4 M",
                "1 Kios Depan Rp. 155.000/Bulan Ukuran 3x4 M",
            ),
            ("Sewa (siang)Rp 5.000", "Sewa (siang) Rp 5.000"),
            ("CoA dan SKPWNIRp baru", "CoA dan SKPWNIRp baru"),
            ("Biaya Rp. 5.000 eKTP", "Biaya Rp. 5.000 eKTP"),
        ] {
            assert_eq!(with_gaps(row), wanted);
        }
    }

    #[test]
    fn sums_are_spelled_in_one_way() {
        for (text, wanted) in [
            ("Rp. 10 000,- per orang", "Rp. 10.000,- per orang"),
            ("Rp 1. 250. 000", "Rp 1.250.000"),
            ("Rp. 50.000/24 jam", "Rp. 50.000 per 24 jam"),
            ("Rp 40.000 / 3 tahun", "Rp 40.000 per 3 tahun"),
            ("Rp 10.000 100 lembar", "Rp 10.000 100 lembar"),
            ("luas 10 000 m2", "luas 10 000 m2"),
            (
                "Rp. 220.000;- (dua ratus ribu)",
                "Rp. 220.000,- (dua ratus ribu)",
            ),
        ] {
            assert_eq!(closed(text), wanted, "{text}");
        }
        for (text, wanted) in [
            ("Kelas I : 50.000", Some("50.000")),
            ("SIM Aper penerbitan80.000,00", Some("80.000,00")),
            ("6 Stamper 75.000/hari", Some("75.000")),
            ("luas 1.200 m2", None),
            ("Perda Nomor 7.500", None),
            ("meterai 10.000", None),
            ("1.000 sampai 2.000", None),
            ("A80.000", None),
        ] {
            let found = marked(text).map(|(_, sum)| sum);
            assert_eq!(found.as_deref(), wanted, "{text}");
        }
    }
}
