//! Keys of a service with nothing after the colon: read as `null`, which says more than most who leave them empty mean.

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::service::ServiceDocument;
use crate::yaml::{Node, Pair, Value};

/// Keys of which `null` tells the citizen something, by their English name.
const TELLING: [&str; 19] = [
    "requirements",
    "procedure",
    "channels",
    "time",
    "cost",
    "payment_methods",
    "products",
    "complaints",
    "legal_basis",
    "facilities",
    "staff_competence",
    "internal_supervision",
    "staff_count",
    "service_guarantee",
    "safety_guarantee",
    "performance_evaluation",
    "summary",
    "decree",
    "status_note",
];

/// Reports the keys that are empty without saying `null`.
pub(super) fn check(node: &Node, sink: &mut Sink) {
    for pair in node.pairs() {
        let field = ServiceDocument::SHAPE.find(&pair.key.text);
        match field.map(|field| field.en) {
            Some("decree") if !pair.value.pairs().is_empty() => {
                let parts = pair.value.pairs().iter();
                let numbers = parts.filter(|part| matches!(&*part.key.text, "number" | "nomor"));
                numbers.for_each(|number| report(number, sink));
            }
            Some(name) if TELLING.contains(&name) => report(pair, sink),
            _ => {}
        }
    }
}

fn report(pair: &Pair, sink: &mut Sink) {
    let value = &pair.value;
    // `null` and `~` have letters, what was left out has none.
    if value.value != Value::Null || value.span.start < value.span.end {
        return;
    }
    let key = &pair.key.text;
    sink.push(
        Diagnostic::new(
            Code::K0226,
            pair.key.span,
            say!(
                "`{key}:` kosong dan dibaca sebagai null, artinya dinas memang belum mencantumkannya",
                "`{key}:` is empty and is read as null, which says that the agency is known to have none"
            ),
        )
        .help(say!(
            "jika benar, ketik: {key}: null; jika belum diisi, hapus baris ini",
            "if so, type: {key}: null; if it is not filled in yet, delete this line"
        )),
    );
}
