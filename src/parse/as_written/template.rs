//! Sentences and values that still are those of a template.

use super::scalars;
use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::yaml::Node;

/// How a sentence of a template begins, in small letters.
const MARKS: [&str; 2] = ["(contoh)", "(example)"];

/// Reports each text that begins with a template's mark.
pub(super) fn check(node: &Node, sink: &mut Sink) {
    let mut found = Vec::new();
    scalars(node, &mut found);
    for node in found {
        let text = node.as_str().unwrap_or_default().trim_start();
        let small = text.to_lowercase();
        if MARKS.iter().any(|mark| small.starts_with(mark)) {
            sink.push(finding(node));
        }
    }
}

/// Values of the templates that stand for an agency's own.
const VALUES: [&str; 3] = ["470/1/2026", "Jl. Contoh No. 5", "Nama Contoh"];

/// Reports each value of the templates: numbers and addresses that nobody has. A site that says of itself that it
/// is an example may have them.
pub(super) fn check_values(node: &Node, sink: &mut Sink) {
    let mut found = Vec::new();
    scalars(node, &mut found);
    for node in found {
        if is_of_template(node.as_str().unwrap_or_default().trim()) {
            sink.push(value(node));
        }
    }
}

fn is_of_template(text: &str) -> bool {
    VALUES.contains(&text) || is_no_number(text) || has_example_host(text)
}

/// A telephone number of zeros: `0254 000 000`, `081200000000`.
fn is_no_number(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let number = text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '+' | '-' | '(' | ')'));
    number && (8..=15).contains(&digits.len()) && digits.ends_with("000000")
}

/// An address at a host that is reserved for examples: `pengaduan@dinas.contoh.example`.
fn has_example_host(text: &str) -> bool {
    let lower = text.to_lowercase();
    let address = lower.contains('@') || lower.contains("://");
    address
        && lower.match_indices(".example").any(|(at, found)| {
            let next = lower[at + found.len()..].chars().next();
            next.is_none_or(|c| !c.is_alphanumeric() && c != '-' && c != '.')
        })
}

fn value(node: &Node) -> Diagnostic {
    let text = node.as_str().unwrap_or_default();
    Diagnostic::new(
        Code::K0225,
        node.span,
        say!(
            "`{text}` masih nilai contoh dari `maklumat new`",
            "`{text}` is still a sample value from `maklumat new`"
        ),
    )
    .help(say!(
        "ganti dengan yang sebenarnya, atau hapus baris ini; jika seluruh situs memang contoh, ketik di site.yaml: contoh: ya",
        "write the real one, or delete this line; if the whole site is an example, type in site.yaml: example: true"
    ))
}

fn finding(node: &Node) -> Diagnostic {
    Diagnostic::new(
        Code::K0225,
        node.span,
        say!(
            "kalimat ini masih contoh dari `maklumat new`",
            "this sentence is still the example from `maklumat new`"
        ),
    )
    .help(say!(
        "ganti dengan kalimat dari SK, atau hapus butir ini; selama belum selesai, ketik di atas: status: rancangan",
        "write the sentence from the decree, or delete the item; until that is done, type at the top: status: draft"
    ))
}
