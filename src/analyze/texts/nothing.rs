//! A list of requirements whose only item says that there are none.

use super::lexicon::NOTHING;
use super::words::{begin, words};
use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::resolve::service::{List, Service};

/// The most words of a sentence that says nothing else.
const MOST_WORDS: usize = 4;

/// Reports it: the page would ask for a paper of that name.
pub fn check(service: &Service<'_>, sink: &mut Sink) {
    let mut list = service.list(List::Requirements);
    let (Some(only), None) = (list.next(), list.next()) else {
        return;
    };
    let Some(text) = only.words() else { return };
    let said = words(&text.value);
    if said.len() > MOST_WORDS || begin(&said, NOTHING).is_none() {
        return;
    }
    let sentence = &text.value;
    sink.push(
        Diagnostic::new(
            Code::K0209,
            text.span,
            say!(
                "`{sentence}` akan tampil sebagai dokumen yang harus dibawa",
                "`{sentence}` would be shown as a document to bring"
            ),
        )
        .help(say!(
            "hapus butir ini, ketik: persyaratan: tidak ada",
            "delete this item, type: requirements: none"
        )),
    );
}
