//! Sentences that still are those of a template.

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
