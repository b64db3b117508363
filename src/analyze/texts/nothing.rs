//! A list of requirements whose only item says that there are none.

use super::lexicon::{NOTHING, OF_ANY};
use super::words::{begin, words};
use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::resolve::service::{Item, List, Role, Service};

/// Reports it: the page would ask for a paper of that name.
pub fn check(service: &Service<'_>, sink: &mut Sink) {
    let mut list = service.list(List::Requirements);
    let (Some(only), None) = (list.next(), list.next()) else {
        return;
    };
    let Some(text) = only.words().filter(|text| says_nothing(only, &text.value)) else {
        return;
    };
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

/// Whether an item that would be a paper says that there is none. "Tidak ada tunggakan PBB" names what one must not have.
fn says_nothing(item: &Item<'_>, sentence: &str) -> bool {
    let said = words(sentence);
    let rest = begin(&said, NOTHING).map(|length| &said[length..]);
    item.role == Role::Paper && rest.is_some_and(|rest| rest.iter().all(|word| word.is(OF_ANY)))
}
