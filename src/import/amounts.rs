//! The amounts of money in a sentence, each with what is paid for.

use super::lexis::{FINES, MORE, PAST, PRESENT, RANGES};
use super::rupiah::is_no_fee;
use super::words::{is_one, last_part, says, starts, tidy, words};
use crate::diagnostic::{Message, say};
use crate::figure::{self, Figure, Stated, Unit, figures};

/// An amount with the words that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// The words.
    pub text: String,
    /// In rupiah, if that can be read in one way.
    pub rupiah: Option<i64>,
    /// What is paid for.
    pub label: Option<String>,
    /// For each of what.
    pub per: Option<String>,
    /// Whether it was paid once, and is no more.
    pub is_past: bool,
    /// Whether it is no fee of the office: stamp duty, a fine.
    pub is_aside: bool,
    /// Why it is not clear.
    pub doubt: Option<Message>,
    /// What is said behind it that does not belong to it.
    pub rest: String,
}

/// The amounts of a sentence, in order.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let found = figures(text);
    let found = found.into_iter().filter(|figure| is_money(text, figure));
    let found = as_ranges(text, found);
    let Some(first) = found.first() else {
        return Vec::new();
    };
    let leads = text[..first.from].chars().any(char::is_alphanumeric);
    let cuts = cuts(text, &found, leads);
    let mut from = 0;
    let mut pieces = Vec::new();
    for (figure, to) in found.iter().zip(cuts) {
        let (start, end) = (from, to);
        from = to;
        pieces.push(piece(text, figure, (start, end)));
    }
    pieces
}

/// Amounts with nothing between them but a word that makes them the ends of a range, as one: `Rp5.000 s.d. Rp10.000`.
fn as_ranges(text: &str, amounts: impl Iterator<Item = Figure>) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    for amount in amounts {
        match found.last_mut() {
            Some(low) if is_range(text, low, &amount) => {
                *low = Figure {
                    low: Some(low.value),
                    from: low.from,
                    ..amount
                };
            }
            _ => found.push(amount),
        }
    }
    found
}

/// Whether one amount is the lower end of a range and the next its upper end.
fn is_range(text: &str, low: &Figure, high: &Figure) -> bool {
    let between = &text[low.to..high.from];
    let own = words(between);
    let dash = matches!(between.trim(), "-" | "–" | "—") && !between.contains('\n');
    let said = starts(&own, RANGES).is_some_and(|count| count == own.len());
    let both = own == ["dan"] && says(&text[..low.from], "antara");
    dash || said || both
}

/// Whether a figure is money: it says so, or `,-` stands behind it.
fn is_money(text: &str, figure: &Figure) -> bool {
    let dash = text[figure.from..figure.to].trim_end().ends_with('-');
    figure.unit == Unit::Rupiah || (dash && matches!(figure.unit, Unit::None | Unit::Other(_)))
}

/// Where the words that belong to each amount end: behind it where words lead, else before the next one, or before the
/// words behind a mark that lead to that: `Rp 2.000 per m2, paling sedikit Rp 50.000`.
fn cuts(text: &str, found: &[Figure], leads: bool) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    for next in found.iter().skip(1) {
        let last = &found[ends.len()];
        ends.push(if leads {
            end_of(text, last, next.from)
        } else {
            last_mark(text, last.to, next.from).unwrap_or(next.from)
        });
    }
    ends.push(text.len());
    ends
}

/// The end of the words behind an amount that belong to it: a bracket, "/unit", "per lembar", a mark.
fn end_of(text: &str, figure: &Figure, limit: usize) -> usize {
    let between = &text[figure.to..limit];
    let mut end = 0;
    let trimmed = between.trim_start();
    if trimmed.starts_with('(')
        && let Some(close) = between.find(')')
    {
        end = close + 1;
    }
    let rest = &between[end..];
    let marks = [". ", "; ", ", ", "\n"];
    if let Some(at) = marks
        .iter()
        .filter_map(|mark| rest.find(mark).map(|at| at + 1))
        .min()
    {
        let before = &rest[..at];
        let own = words(before);
        let tied = own
            .first()
            .is_none_or(|word| is_one(word, "untuk bagi per tiap setiap rupiah"));
        if tied && own.len() <= 6 {
            return figure.to + end + at;
        }
    }
    let unit = rest.trim_start_matches([',', ' ']);
    let skipped = rest.len() - unit.len();
    let tied = unit.strip_prefix('/').map(|unit| unit.trim_start());
    let tied = tied.or_else(|| {
        let word = unit.split_whitespace().next()?;
        is_one(&word.to_lowercase(), "per tiap setiap").then(|| unit[word.len()..].trim_start())
    });
    if let Some(tied) = tied {
        let word = tied.split_whitespace().next().unwrap_or("");
        let start = rest.len() - tied.len();
        return figure.to + end + start.max(skipped) + word.len();
    }
    figure.to + end
}

fn piece(text: &str, figure: &Figure, (from, whole): (usize, usize)) -> Piece {
    let before = &text[from..figure.from];
    let is_past = is_past(before, &text[figure.to..whole]);
    let is_aside = is_aside(before);
    let stated = |to: usize| read(text[from..to].trim(), text, figure);
    let is_price = |to: &usize| matches!(stated(*to).0, Stated::Price(_));
    // Words behind a mark that cannot be read with the amount stand beside it.
    let to = mark_after(text, figure.to, whole)
        .filter(|_| !is_price(&whole))
        .filter(is_price);
    let to = to.unwrap_or(whole);
    let words_of = text[from..to].trim();
    let (stated, doubt) = stated(to);
    let price = match stated {
        Stated::Price(price) => Some(price),
        _ => None,
    };
    let behind = &text[figure.to..to];
    let per = number_unit(behind)
        .map(|(_, unit)| unit)
        .or_else(|| price.as_ref().and_then(|price| price.per.clone()));
    let unsure = per.as_deref().and_then(unsure_unit);
    let doubt = doubt
        .or_else(|| {
            unsure
                .is_some()
                .then(|| unit(per.as_deref().unwrap_or_default()))
        })
        .or_else(|| says(&text[figure.to..whole], MORE).then(more));
    let label = price
        .as_ref()
        .and_then(|price| price.label.clone())
        .or_else(|| price.as_ref().and_then(|_| after(behind)))
        .and_then(|label| tidied(&label));
    Piece {
        text: tidy(
            words_of
                .trim_end_matches(',')
                .trim_start_matches([',', ';']),
        ),
        rupiah: price.as_ref().map(|price| price.rupiah),
        label,
        per: unsure.or(per),
        is_past,
        is_aside,
        doubt: doubt.filter(|_| !is_past && !is_aside),
        rest: tidy(text[to..whole].trim_matches([',', ';', '.', ' '])),
    }
}

/// What the words state, and why that is in doubt.
fn read(words_of: &str, text: &str, figure: &Figure) -> (Stated, Option<Message>) {
    let unclear = || {
        say!(
            "jumlah ini tidak dapat dibaca dengan pasti sebagai biayanya",
            "this sum cannot be read for certain as the price"
        )
    };
    if figure.low.is_some() {
        return (Stated::Nothing, Some(range()));
    }
    if figure.rupiah() == Some(0) {
        let price = figure::Price {
            rupiah: 0,
            label: None,
            per: None,
        };
        return (Stated::Price(price), None);
    }
    if let Some(rupiah) = in_english(text, figure) {
        let price = figure::Price {
            rupiah,
            label: None,
            per: None,
        };
        let why = say!(
            "ribuannya ditulis dengan koma: periksa jumlahnya",
            "its thousands are written with a comma: check the amount"
        );
        return (Stated::Price(price), Some(why));
    }
    let number = &text[figure.from..figure.to];
    let (before, behind) = words_of.split_once(number).unwrap_or(("", ""));
    if before.rsplit(';').next().is_some_and(is_formula) {
        return (Stated::Nothing, Some(formula()));
    }
    let behind = number_unit(behind).map_or(behind, |(rest, _)| rest);
    let sign = if figure.unit == Unit::Rupiah {
        ""
    } else {
        "Rp "
    };
    let readable = format!("{before}{sign}{number}{behind}");
    match figure::price(&readable) {
        Stated::Price(price) => (Stated::Price(price), None),
        other if figure::says_free(words_of) => (other, None),
        other => (other, Some(unclear())),
    }
}

/// Where the words of an amount end at a mark, outside brackets.
fn mark_after(text: &str, from: usize, to: usize) -> Option<usize> {
    let behind = &text[from..to];
    let marks = [", ", "; ", ". "]
        .iter()
        .flat_map(|mark| behind.match_indices(mark));
    let outside =
        |at: &usize| behind[..*at].matches('(').count() <= behind[..*at].matches(')').count();
    let at = marks.map(|(at, _)| at).filter(outside).min()?;
    Some(from + at)
}

/// Behind the last mark between two amounts, outside brackets, if words follow it.
fn last_mark(text: &str, from: usize, to: usize) -> Option<usize> {
    let between = &text[from..to];
    let mut at = None;
    while let Some(next) = mark_after(text, at.unwrap_or(from), to) {
        at = Some(next + 1);
    }
    let led = |at: &usize| between[at - from..].contains(char::is_alphabetic);
    at.filter(led)
}

/// A unit that begins with a number, `per 3 tahun`, right behind an amount: what stands behind it, and the unit.
fn number_unit(behind: &str) -> Option<(&str, String)> {
    let text = behind.trim_start_matches([',', '-', '.', ' ']);
    let text = ["/", "per ", "tiap ", "setiap "]
        .iter()
        .find_map(|per| text.strip_prefix(per))?
        .trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let word = text.get(digits..)?.trim_start();
    let end = word
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(word.len());
    let fits = (1..=3).contains(&digits) && end > 0;
    fits.then(|| {
        (
            &word[end..],
            format!("{} {}", &text[..digits], &word[..end]),
        )
    })
}

/// Whether words multiply something that is no number: `luas x tarif dasar`.
fn is_formula(text: &str) -> bool {
    let own = words(text);
    let named = |at: usize| {
        own.get(at)
            .is_some_and(|word| word.chars().all(char::is_alphabetic))
    };
    let times = |at: usize| matches!(own[at].as_str(), "x" | "dikali" | "dikalikan");
    (0..own.len()).any(|at| times(at) && (at > 0 && named(at - 1) || named(at + 1)))
        || text.contains('%')
}

fn formula() -> Message {
    say!(
        "jumlah ini bagian dari rumus, bukan biayanya sendiri",
        "this sum is part of a formula and not the price itself"
    )
}

/// The first word of a unit behind which something else begins with a capital: `Jam Tipe A`.
fn unsure_unit(unit: &str) -> Option<String> {
    let (first, rest) = unit.split_once(' ')?;
    let capital =
        |word: &str| word.starts_with(char::is_uppercase) && !word.eq_ignore_ascii_case("per");
    (!capital(first) || rest.chars().any(char::is_lowercase))
        .then_some(first)
        .filter(|_| rest.split(' ').any(capital))
        .map(str::to_owned)
}

fn unit(unit: &str) -> Message {
    say!(
        "satuannya tidak pasti: “{unit}”",
        "its unit is not certain: “{unit}”"
    )
}

fn more() -> Message {
    say!(
        "di samping jumlah ini ada lagi yang dibayar: periksa kalimatnya",
        "something more is paid beside this sum: check the sentence"
    )
}

fn range() -> Message {
    say!(
        "ini rentang, bukan satu jumlah: tulis siapa yang membayar berapa",
        "this is a range, not one amount: say who pays how much"
    )
}

/// `Rp.10,000`: no amount of rupiah has three digits of sen.
fn in_english(text: &str, figure: &Figure) -> Option<i64> {
    let number = text[figure.from..figure.to].trim_end_matches(['-', ',', ' ', '.']);
    let digits = number.trim_start_matches(|c: char| !c.is_ascii_digit());
    let (whole, thousands) = digits.split_once(',')?;
    let fits = figure.unit == Unit::Rupiah
        && !figure.is_certain
        && figure.low.is_none()
        && (1..=3).contains(&whole.len())
        && thousands.len() == 3
        && [whole, thousands]
            .iter()
            .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    fits.then(|| format!("{whole}{thousands}").parse().ok())
        .flatten()
}

/// Whether the words before an amount say that it was paid once; those behind may say so too.
fn is_past(before: &str, after: &str) -> bool {
    let old = |text: &str| says(text, PAST);
    let now = |text: &str| says(text, PRESENT);
    old(before) && !now(before) || says(after, "tarif lama, dahulu, dulu") && !now(before)
}

/// Whether an amount is stamp duty or the like.
fn is_aside(before: &str) -> bool {
    let own = words(last_part(before));
    let fine = own.iter().rev().take(4).any(|word| is_one(word, FINES));
    fine || is_no_fee(before)
}

/// What is paid for, where it stands behind the amount, or behind its unit.
fn after(text: &str) -> Option<String> {
    let unit = text.trim_start_matches([',', '-', '.', ' ']);
    let behind = unit.strip_prefix('/').or_else(|| unit.strip_prefix("per "));
    let behind = behind.and_then(|unit| unit.trim_start().split_once(' '));
    let text = behind.map_or(text, |(_, behind)| behind);
    let rest = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
    let rest = rest.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')');
    let own = words(rest);
    let names = own.first().is_some_and(|word| is_one(word, "untuk bagi"));
    (names && own.len() <= 10).then(|| rest.to_owned())
}

/// A label without the words that only say that it is paid.
fn tidied(label: &str) -> Option<String> {
    let starts = "untuk bagi khusus biaya tarif dan sedangkan kini sekarang menjadi sebesar adalah retribusi";
    let ends = "biayanya biaya tarif tarifnya dikenakan dikenai membayar dipungut sebesar yaitu menjadi kini sekarang adalah retribusi";
    let mut parts: Vec<&str> = label.split_whitespace().collect();
    let is = |part: &str, list: &str| words(part).first().is_none_or(|word| is_one(word, list));
    while parts.first().is_some_and(|part| is(part, starts)) && parts.len() > 1 {
        parts.remove(0);
    }
    while parts.last().is_some_and(|part| is(part, ends)) {
        parts.pop();
    }
    let label = parts.join(" ");
    let label = label.trim_matches(|c: char| matches!(c, ',' | ':' | '=' | '-' | '–' | ' '));
    let plain = words(label)
        .iter()
        .all(|word| is_one(word, starts) || is_one(word, ends));
    (!label.is_empty() && !plain).then(|| label.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(Option<String>, Option<i64>, Option<String>)> {
        pieces(text)
            .into_iter()
            .filter(|piece| !piece.is_past && !piece.is_aside)
            .map(|piece| (piece.label, piece.rupiah, piece.per))
            .collect()
    }

    #[test]
    fn amounts_have_their_labels_and_units() {
        let own = |label: &str, rupiah, per: Option<&str>| {
            let label = Some(label.to_owned()).filter(|label| !label.is_empty());
            (label, Some(rupiah), per.map(str::to_owned))
        };
        for (text, wanted) in [
            ("Rp. 10.000,-", vec![own("", 10_000, None)]),
            ("Rp.10,000", vec![own("", 10_000, None)]),
            (
                "Truk 4 ban : Rp.125.000,-/unit",
                vec![own("Truk 4 ban", 125_000, Some("unit"))],
            ),
            (
                "Truk 6 ban : Rp.175.000, /unit",
                vec![own("Truk 6 ban", 175_000, Some("unit"))],
            ),
            (
                "Malaria Rp18.500,00 Darah (Hb, AL) Rp25.000,00",
                vec![
                    own("Malaria", 18_500, None),
                    own("Darah (Hb, AL)", 25_000, None),
                ],
            ),
            (
                "Rp5.000 untuk motor, Rp10.000 untuk mobil",
                vec![own("motor", 5_000, None), own("mobil", 10_000, None)],
            ),
            (
                "Dulu biayanya Rp10.000 (sepuluh ribu rupiah), kini menjadi Rp30.000.",
                vec![own("", 30_000, None)],
            ),
            (
                "Untuk Warga Asing (WNA) biayanya Rp 60.000",
                vec![own("Warga Asing (WNA)", 60_000, None)],
            ),
            (
                "Pendaftaran 25.000,-",
                vec![own("Pendaftaran", 25_000, None)],
            ),
            ("Surat bermeterai Rp 10.000", vec![]),
            ("tarif Rp5.000 - Rp10.000", vec![(None, None, None)]),
            (
                "Kios Rp. 5.000 s.d. Rp. 10.000,- per hari",
                vec![(None, None, None)],
            ),
            (
                "Rp. 5.000 s/d Rp. 10.000 per lembar",
                vec![(None, None, None)],
            ),
            ("antara Rp5.000 dan Rp10.000", vec![(None, None, None)]),
            ("Rp5.000,- hingga Rp10.000,-", vec![(None, None, None)]),
            ("UU No. 24 Tahun 2013, luas 100 m2", vec![]),
        ] {
            assert_eq!(said(text), wanted, "{text}");
        }
    }
}
