//! Sums of money on a page that are no amount of its cost.

use serde_json::Value;

use super::Said;
use crate::diagnostic::say;
use crate::import::cues::says_free_of_cost;
use crate::import::lexis::{MORE, PAYS, REGULATIONS, TABLE_HEADS};
use crate::import::pen::Pen;
use crate::import::rupiah::{closed, counts, grouped, is_no_price, is_rupiah, numbers};
use crate::import::sheet::Component;
use crate::import::words::{first_part, is_one, says, words};

/// A sum in a text.
#[derive(Debug, PartialEq, Eq)]
struct Sum {
    rupiah: i64,
    /// As it is written.
    text: String,
    /// Whether it says that it is money.
    is_marked: bool,
}

/// Casts doubts on the cost.
pub(super) fn doubt(pen: &mut Pen, lines: &[Said<'_>]) {
    lost(pen, lines);
    unread(pen);
}

/// Sums that are no amount.
fn lost(pen: &mut Pen, lines: &[Said<'_>]) {
    let rows = pen.written("cost").and_then(Value::as_array);
    let mut left: Vec<i64> = rows.into_iter().flatten().filter_map(amount).collect();
    let end = left_end(rows.map(Vec::len));
    let all = left.clone();
    let said: Vec<(Component, Vec<Sum>)> = lines
        .iter()
        .map(|line| (line.component, sums(&closed(line.text))))
        .collect();
    let priced = |(component, sums): &(Component, Vec<Sum>)| {
        *component == Component::Cost && sums.iter().any(|sum| sum.is_marked)
    };
    let priced = said.iter().any(priced);
    let mut lost: Vec<String> = Vec::new();
    for (component, mut sums) in said {
        let own = component == Component::Cost;
        sums.retain(|sum| sum.is_marked || own && priced);
        sums.dedup_by_key(|sum| sum.rupiah);
        for sum in sums {
            let known = match own {
                true => take(&mut left, sum.rupiah),
                false => all.contains(&sum.rupiah),
            };
            if !known && !lost.contains(&sum.text) {
                lost.push(sum.text);
            }
        }
    }
    let quoted = |sum: &String| {
        pen.doubts()
            .iter()
            .any(|doubt| doubt.field.starts_with("cost") && doubt.reason.id.contains(sum.as_str()))
    };
    lost.retain(|sum| !quoted(sum));
    if lost.is_empty() {
        return;
    }
    let said = lost.join("`, `");
    pen.doubt(
        end,
        say!(
            "`{said}` tertulis di halaman, tetapi tidak menjadi jumlah biaya mana pun",
            "the page says `{said}`, which is no amount of the cost"
        ),
    );
}

/// The place of the row that is missing.
fn left_end(rows: Option<usize>) -> String {
    rows.map_or_else(|| "cost".to_owned(), |count| format!("cost[{count}]"))
}

fn amount(row: &Value) -> Option<i64> {
    row.get("amount").and_then(Value::as_i64)
}

/// Takes one of a value out of a list; whether there was one.
fn take(left: &mut Vec<i64>, value: i64) -> bool {
    let at = left.iter().position(|own| *own == value);
    at.map(|at| left.swap_remove(at)).is_some()
}

/// Rows of words among rows with amounts, and notes that speak of what is paid.
fn unread(pen: &mut Pen) {
    let rows = pen.written("cost").and_then(Value::as_array).cloned();
    let rows = rows.unwrap_or_default();
    let some = rows
        .iter()
        .any(|row| amount(row).is_some_and(|sum| sum != 0));
    for (at, row) in rows.iter().enumerate() {
        let words_of = |key: &str| row.get(key).and_then(Value::as_str).unwrap_or_default();
        let bare = some && amount(row).is_none() && row.get("exempt").is_none();
        let note = words_of("note");
        let speaks = speaks_of_payment(note);
        let free_beside =
            some && amount(row).is_some_and(|sum| sum != 0) && says_free_of_cost(words_of("text"));
        let field = format!("cost[{at}]");
        if !(bare || speaks || free_beside) || super::covered(pen, &field) {
            continue;
        }
        let said = if speaks { note } else { words_of("text") };
        pen.doubt(
            field,
            say!(
                "`{said}` juga menyangkut biaya, tetapi tidak terbaca sebagai jumlah",
                "`{said}` is about the cost too, but no amount was read from it"
            ),
        );
    }
}

/// Whether a note speaks of what is paid, and is more than the head of a table or the name of a regulation.
fn speaks_of_payment(note: &str) -> bool {
    let own = words(note);
    let head = own.iter().all(|word| is_one(word, TABLE_HEADS));
    let rule = says(note, REGULATIONS)
        && !says(
            note,
            "kecuali, selain, denda, membayar, dikenakan, dikenai, jaminan",
        );
    let paid = says(note, PAYS) && !head && !rule;
    let formula = own.iter().any(|word| word == "x") || note.contains('%') || says(note, MORE);
    paid || formula || says_free_of_cost(note) || says(note, "jaminan, deposit")
}

/// The sums of a text but those of nothing, of stamp duty and of former times.
fn sums(text: &str) -> Vec<Sum> {
    let found = numbers(text)
        .into_iter()
        .filter_map(|(from, digits)| sum(&text[..from], digits, &text[from + digits.len()..]));
    found.collect()
}

fn sum(before: &str, digits: &str, after: &str) -> Option<Sum> {
    let after = first_part(after);
    if before.ends_with(|c: char| c.is_alphabetic() && !is_rupiah(before) || c == '/') {
        return None;
    }
    let (groups, is_grouped) = grouped(digits);
    let scale = scale(after);
    let dash = after
        .trim_start_matches(['.', ','])
        .trim_start()
        .starts_with('-')
        && after.starts_with([',', '.']);
    let next = words(after).into_iter().next().unwrap_or_default();
    let is_marked = is_rupiah(before)
        || is_grouped && (dash || next == "rupiah")
        || scale.is_some() && words(after).get(1).is_some_and(|word| word == "rupiah");
    let plain = is_grouped && scale.is_none() && !counts(before, after);
    if is_no_price(before) || !(is_marked || plain) {
        return None;
    }
    let rupiah = match scale {
        Some(scale) => scaled(digits, scale)?,
        None => groups.parse().ok()?,
    };
    let mark = if is_rupiah(before) { "Rp" } else { "" };
    (rupiah != 0).then(|| Sum {
        rupiah,
        text: format!("{mark}{digits}"),
        is_marked,
    })
}

/// What the word behind a number multiplies it by.
fn scale(after: &str) -> Option<i64> {
    let next = words(after).into_iter().next()?;
    let near = after.trim_start().starts_with(char::is_alphabetic);
    match next.as_str() {
        "ribu" | "rb" if near => Some(1_000),
        "juta" | "jt" if near => Some(1_000_000),
        "miliar" | "milyar" if near => Some(1_000_000_000),
        _ => None,
    }
}

/// A number with decimals, multiplied.
fn scaled(digits: &str, scale: i64) -> Option<i64> {
    let (whole, part) = digits.split_once([',', '.']).unwrap_or((digits, ""));
    let decimals = u32::try_from(part.len()).ok()?;
    let part: i64 = if part.is_empty() {
        0
    } else {
        part.parse().ok()?
    };
    let whole: i64 = whole.parse().ok()?;
    let small = part.checked_mul(scale)? / 10_i64.checked_pow(decimals)?;
    whole.checked_mul(scale)?.checked_add(small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_found_in_all_their_spellings_and_other_numbers_are_none() {
        let said = |text: &str| -> Vec<(i64, bool)> {
            let sums = sums(text).into_iter();
            sums.map(|sum| (sum.rupiah, sum.is_marked)).collect()
        };
        for (text, wanted) in [
            ("Sewa Rp. 25.000,-/hari", vec![(25_000, true)]),
            (
                "Rp.25,000 dan 30.000.-",
                vec![(25_000, true), (30_000, true)],
            ),
            ("IDR 25000,00", vec![(25_000, true)]),
            ("Rp 1,5 juta", vec![(1_500_000, true)]),
            ("Becak 7.500/hari", vec![(7_500, false)]),
            ("Perda Nomor 7.500 Tahun 2018", vec![]),
            ("bermeterai Rp10.000", vec![]),
            ("luas 1.200 m2, 2 x 24 jam", vec![]),
            ("dulu Rp5.000", vec![]),
            ("Rp. 0,-", vec![]),
        ] {
            assert_eq!(said(text), wanted, "{text}");
        }
    }
}
