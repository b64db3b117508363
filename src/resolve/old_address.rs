//! Old addresses of pages: those at which a page can stand.

use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::model::{Slot, Text};

/// Reports old addresses at which a page cannot stand.
pub fn check(moved_from: &Slot<Vec<Text>>, sink: &mut Sink) {
    for address in moved_from.items() {
        check_old_address(address, sink);
    }
}

fn check_old_address(address: &Text, sink: &mut Sink) {
    let text = &address.value;
    let inside = text
        .split('/')
        .all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '?', '#']));
    if !inside || !text.ends_with(".html") {
        sink.push(
            Diagnostic::new(
                Code::K0223,
                address.span,
                say!(
                    "`{text}` bukan alamat halaman di situs ini",
                    "`{text}` is not the address of a page on this site"
                ),
            )
            .help(instead_of_old(text)),
        );
    }
}

/// What can be done about an old address at which a host of files cannot answer with a page.
fn instead_of_old(text: &str) -> Message {
    let path = text.split(['?', '#']).next().unwrap_or_default();
    let last = path.rsplit('/').next().unwrap_or_default();
    let plain = !path.contains([':', '\\']) && !path.starts_with('/');
    if plain && text.ends_with('/') && text.len() > 1 {
        return say!(
            "alamat folder dijawab oleh index.html di dalamnya, ketik: {text}index.html",
            "the address of a folder is answered by the index.html in it, type: {text}index.html"
        );
    }
    let is_page = !last.contains('.') || last.ends_with(".html");
    if plain && (text.contains('?') || last.ends_with(".php")) {
        return say!(
            "situs ini berupa berkas, jadi `{text}` tidak dapat dialihkan dari sini; minta pengelola server mengalihkannya, dan hapus baris ini",
            "this site is made of files, so `{text}` cannot be redirected from here; ask whoever runs the server to redirect it, and delete this line"
        );
    }
    if plain && !is_page {
        return say!(
            "berkas tidak dapat dialihkan; taruh berkasnya di static/{path} agar tetap ada di alamat lama, dan hapus baris ini",
            "a file cannot be redirected; put it at static/{path} so that it stays at its old address, and delete this line"
        );
    }
    say!(
        "tulis alamat lama tanpa nama situs, misalnya: lama/layanan.html",
        "write the old address without the site's name, for example: old/service.html"
    )
}
