//! What the citizen gets.

use serde_json::{Value, json};

use super::lexis::{GIVEN, PAPERS, VALID};
use super::lists::split_inline;
use super::papers::Papers;
use super::pen::{Pen, record, text};
use super::sheet::Line;
use super::words::{begins, is_one, places, starts, tidy, without_brackets, words};

/// Writes the products of a page.
pub(super) fn write(pen: &mut Pen, lines: &[Line], papers: &Papers) {
    let mut found = Vec::new();
    gather(lines, &mut found);
    let products = found
        .iter()
        .filter(|product| product.name.chars().any(char::is_alphanumeric))
        .map(|product| {
            let document = papers.named(&product.name).map(|id| json!(id));
            let validity = product.validity.as_deref().and_then(text);
            record([
                ("text", text(&product.name)),
                ("document", document),
                ("validity", validity),
            ])
        });
    let products: Vec<Value> = products.collect();
    if !products.is_empty() {
        pen.write("products", Some(Value::Array(products)));
    }
}

/// What the citizen gets, and how long it is valid.
#[derive(Debug, Default, PartialEq, Eq)]
struct Product {
    name: String,
    validity: Option<String>,
}

fn gather(lines: &[Line], found: &mut Vec<Product>) {
    for line in lines {
        // How long it is valid may stand below a product as well as beside it.
        if let Some(product) = found
            .last_mut()
            .filter(|one| one.validity.is_none() && is_validity(line))
        {
            product.validity = Some(term(&line.text).to_owned());
            continue;
        }
        let head = !line.lines.is_empty() && line.text.ends_with(':');
        if head {
            gather(&line.lines, found);
            continue;
        }
        let (validity, below): (Vec<&Line>, Vec<&Line>) =
            line.lines.iter().partition(|line| is_validity(line));
        let names = named_in(line).into_iter();
        found.extend(names.map(|name| Product {
            name,
            validity: None,
        }));
        if let (Some(product), [line]) = (found.last_mut(), validity.as_slice()) {
            product.validity = Some(term(&line.text).to_owned());
        } else {
            let lines: Vec<Line> = validity.into_iter().cloned().collect();
            gather(&lines, found);
        }
        let below: Vec<Line> = below.into_iter().cloned().collect();
        gather(&below, found);
    }
}

/// The products that a line names; its mark may be the first of those on it: `a. Laporan b. Label`.
fn named_in(line: &Line) -> Vec<String> {
    let text = without_lead(&line.text);
    let whole = line.mark.as_ref().map(|mark| format!("{mark} {text}"));
    let several = whole.map(|whole| parts(&whole));
    several
        .filter(|parts| parts.len() > 1)
        .unwrap_or_else(|| parts(text))
}

/// What stands behind `Produk layanan berupa`.
fn without_lead(sentence: &str) -> &str {
    let all = places(sentence);
    let own = all
        .iter()
        .take_while(|place| is_one(&place.word, "produk pelayanan layanan ini hasil"));
    let count = own.count();
    let named = all
        .get(count)
        .is_some_and(|place| is_one(&place.word, "berupa adalah yaitu ialah"));
    let rest = all.get(count + 1).filter(|_| count > 0 && named);
    rest.map_or(sentence, |rest| &sentence[rest.from..])
}

/// Whether a line says how long the product above it is valid, and nothing else.
fn is_validity(line: &Line) -> bool {
    let said = term(&line.text);
    begins(&line.text, VALID) && words(said).len() <= LONGEST_TERM && line.lines.is_empty()
}

/// What stands behind the words that say that a product is valid.
fn term(sentence: &str) -> &str {
    let own = places(sentence);
    let said: Vec<String> = own.iter().map(|place| place.word.clone()).collect();
    let place = starts(&said, VALID).and_then(|count| own.get(count));
    let rest = place.map_or("", |place| &sentence[place.from..]);
    rest.trim().trim_end_matches(['.', ';'])
}

/// The longest term, in words.
const LONGEST_TERM: usize = 8;

/// The longest name in a list on one line, in words.
const SHORT: usize = 4;

/// Several products that stand on one line.
fn parts(sentence: &str) -> Vec<String> {
    if let Some((head, items)) = split_inline(sentence)
        && (head.is_empty() || head.ends_with(':'))
    {
        return items.into_iter().map(|item| item.text).collect();
    }
    let by_mark = |mark: char| -> Vec<String> {
        let parts = outside_brackets(sentence, mark);
        let parts = parts
            .iter()
            .map(|part| part.trim().trim_end_matches('.').to_owned());
        parts.filter(|part| !part.is_empty()).collect()
    };
    let lines = by_mark(';');
    if lines.len() > 1 {
        return lines;
    }
    let commas = by_mark(',');
    let plain: Vec<String> = commas
        .iter()
        .map(|part| tidy(&without_brackets(part)))
        .collect();
    let short = plain
        .iter()
        .all(|part| words(part).len() <= SHORT && !part.contains(" dan "));
    // Of two, the second has to be a thing of its own: `Tanda tera, SKHP`, but not `Akta, asli`.
    let own = |part: &String| {
        let own = words(part);
        let letters = part.len() > 2 && part.chars().all(|c| c.is_ascii_uppercase());
        let named = own
            .first()
            .is_some_and(|word| is_one(word, PAPERS) || is_one(word, GIVEN));
        letters || named
    };
    if short && (commas.len() > 2 || commas.len() == 2 && own(&plain[1])) {
        return commas;
    }
    vec![sentence.to_owned()]
}

fn outside_brackets(text: &str, mark: char) -> Vec<&str> {
    let mut depth = 0_usize;
    text.split(|c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == mark && depth == 0
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_that_was_never_opened_closes_nothing() {
        let names = parts("KTP) baru, KK (asli, berwarna), KIA");
        assert_eq!(names, ["KTP) baru", "KK (asli, berwarna)", "KIA"]);
    }

    #[test]
    fn how_long_a_product_is_valid_is_no_product() {
        let line = |text: &str, lines: &[&str]| Line {
            text: text.to_owned(),
            lines: lines
                .iter()
                .map(|text| Line {
                    text: (*text).to_owned(),
                    mark: Some("•".to_owned()),
                    lines: Vec::new(),
                })
                .collect(),
            mark: None,
        };
        let read = |lines: &[Line]| {
            let mut found = Vec::new();
            gather(lines, &mut found);
            let pairs = found.into_iter();
            let pairs = pairs.map(|one| (one.name, one.validity.unwrap_or_default()));
            pairs.collect::<Vec<_>>()
        };
        let pair = |name: &str, validity: &str| (name.to_owned(), validity.to_owned());
        assert_eq!(
            read(&[line("Surat izin", &["berlaku 6 bulan", "Diantar ke rumah"])]),
            [pair("Surat izin", "6 bulan"), pair("Diantar ke rumah", "")]
        );
        assert_eq!(
            read(&[
                line("Surat izin", &[]),
                line("masa berlaku 1 (satu) bulan", &[])
            ]),
            [pair("Surat izin", "1 (satu) bulan")]
        );
        assert_eq!(
            read(&[line("Terdiri dari:", &["Surat izin", "Kartu"])]),
            [pair("Surat izin", ""), pair("Kartu", "")]
        );
    }

    #[test]
    fn several_products_on_a_line_are_told_apart() {
        assert_eq!(parts("Kartu Keluarga"), ["Kartu Keluarga"]);
        assert_eq!(parts("1. Buku 2. Kotak"), ["Buku", "Kotak"]);
        assert_eq!(
            parts("konsultasi, pemeriksaan gigi, penambalan"),
            ["konsultasi", "pemeriksaan gigi", "penambalan"]
        );
        assert_eq!(
            parts("Imunisasi dasar (HB, BCG), konseling, penanganan KIPI"),
            ["Imunisasi dasar (HB, BCG)", "konseling", "penanganan KIPI"]
        );
        assert_eq!(parts("Tanda tera sah, SKHP"), ["Tanda tera sah", "SKHP"]);
        assert_eq!(
            parts("Layanan ambulans, layanan mobil jenazah"),
            ["Layanan ambulans", "layanan mobil jenazah"]
        );
        assert_eq!(parts("Akta nikah, asli"), ["Akta nikah, asli"]);
        assert_eq!(parts("Surat A; Surat B"), ["Surat A", "Surat B"]);
        assert_eq!(
            parts("Konsultasi dan rujukan, bila perlu"),
            ["Konsultasi dan rujukan, bila perlu"]
        );
    }
}
