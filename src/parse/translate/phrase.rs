//! Whether a translated phrase of a number keeps the place of the number.

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::Text;

/// Where the number stands in a phrase.
const PLACE: &str = "{}";

/// Reports a text under `key` that is a phrase with more or fewer places than its original.
pub(super) fn check(key: &str, original: &str, text: &Text, sink: &mut Sink) {
    let places = |text: &str| text.matches(PLACE).count();
    let is_phrase = matches!(key, "phrase" | "frasa");
    if !is_phrase || places(original) == places(&text.value) {
        return;
    }
    sink.push(
        Diagnostic::new(
            Code::K0232,
            text.span,
            say!(
                "frasa terjemahan ini tidak punya `{PLACE}` sebanyak frasa aslinya",
                "this translated phrase does not have as many `{PLACE}` as the original phrase"
            ),
        )
        .help(say!(
            "tulis `{PLACE}` di tempat angkanya, seperti di aslinya: \"{original}\"",
            "write `{PLACE}` where the number stands, as in the original: \"{original}\""
        )),
    );
}
