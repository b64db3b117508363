//! What the citizen gets.

use serde_json::{Value, json};

use super::lists::split_inline;
use super::papers::Papers;
use super::pen::{Pen, record, text};
use super::sheet::Line;
use super::words::words;

/// Writes the products of a page.
pub(super) fn write(pen: &mut Pen, lines: &[Line], papers: &Papers) {
    let mut names = Vec::new();
    gather(lines, &mut names);
    let products = names
        .iter()
        .filter(|name| name.chars().any(char::is_alphanumeric))
        .map(|name| {
            let document = papers.named(name).map(|id| json!(id));
            record([("text", text(name)), ("document", document)])
        });
    let products: Vec<Value> = products.collect();
    if !products.is_empty() {
        pen.write("products", Some(Value::Array(products)));
    }
}

fn gather(lines: &[Line], names: &mut Vec<String>) {
    for line in lines {
        let head = !line.lines.is_empty() && line.text.ends_with(':');
        if !head {
            names.extend(parts(&line.text));
        }
        gather(&line.lines, names);
    }
}

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
    let short = commas
        .iter()
        .all(|part| words(part).len() <= SHORT && !part.contains(" dan "));
    if commas.len() > 2 && short {
        return commas;
    }
    vec![sentence.to_owned()]
}

fn outside_brackets(text: &str, mark: char) -> Vec<&str> {
    let mut depth = 0;
    text.split(|c: char| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        c == mark && depth <= 0
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_products_on_a_line_are_told_apart() {
        assert_eq!(parts("Kartu Keluarga"), ["Kartu Keluarga"]);
        assert_eq!(parts("1. Buku 2. Kotak"), ["Buku", "Kotak"]);
        assert_eq!(
            parts("konsultasi, pemeriksaan gigi, penambalan"),
            ["konsultasi", "pemeriksaan gigi", "penambalan"]
        );
        assert_eq!(parts("Surat A; Surat B"), ["Surat A", "Surat B"]);
        assert_eq!(
            parts("Konsultasi dan rujukan, bila perlu"),
            ["Konsultasi dan rujukan, bila perlu"]
        );
    }
}
