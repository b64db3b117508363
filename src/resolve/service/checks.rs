//! Checks of one service: every name it uses, its ids, its files, its Markdown.

use super::item::{Item, List, Written};
use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::markdown;
use crate::model::service::{LegalBasis, ServiceDocument, files};
use crate::model::{Slot, Text};
use crate::resolve::agency::in_order;
use crate::resolve::names::Names;
use crate::resolve::registry::unique;

/// Reports every name of a service that fits nothing.
pub(super) fn check(
    service: &ServiceDocument,
    items: &[Item<'_>],
    names: &Names<'_>,
    sink: &mut Sink,
) {
    check_identity(service, names, sink);
    check_ids(items, sink);
    for item in items {
        check_item(item, names, sink);
    }
    for product in service.products.items() {
        if let Some(paper) = product.document.get() {
            names.expect_document(paper, sink);
        }
    }
    check_basis(service.legal_basis.items(), names, sink);
    if let Some(guidance) = service.guidance.get() {
        check_markdown(&guidance.0, names, sink);
    }
    for faq in service.faq.items() {
        if let Some(answer) = faq.answer.get() {
            check_markdown(&answer.0, names, sink);
        }
    }
}

fn check_identity(service: &ServiceDocument, names: &Names<'_>, sink: &mut Sink) {
    if let Some(category) = service.category.get() {
        names.expect_category(category, sink);
    }
    for event in service.life_events.items() {
        names.expect_life_event(event, sink);
    }
    if let Some(related) = service.related.get() {
        let lists = [&related.requires, &related.next, &related.see_also];
        for id in lists.into_iter().flat_map(Slot::items) {
            names.expect_service(id, sink);
        }
    }
    for address in service.moved_from.items() {
        check_old_address(address, sink);
    }
    for file in files(service) {
        names.expect_file(file, sink);
    }
    in_order(&service.effective_from, &service.effective_to, sink);
    if let Some(decree) = service.decree.get() {
        in_order(&decree.date, &decree.valid_until, sink);
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

fn check_ids(items: &[Item<'_>], sink: &mut Sink) {
    let ids = |named: fn(List) -> bool| {
        let items = items.iter().filter(move |item| named(item.list));
        items.filter_map(|item| item.written_id().get())
    };
    unique(ids(List::is_named), sink);
    unique(ids(|list| list == List::Procedure), sink);
}

fn check_item(item: &Item<'_>, names: &Names<'_>, sink: &mut Sink) {
    match item.written {
        Written::Requirement(one) => {
            let lists = [&one.any_of, &one.all_of];
            let listed = lists.into_iter().flat_map(Slot::items);
            for document in listed.chain(one.document.get()) {
                names.expect_document(document, sink);
            }
            if let (Some(must), Some(when)) = (one.must.get(), one.when.get()) {
                sink.push(must_and_when(must.span(), when.span()));
            }
            if let Some(help) = one.help.get() {
                check_markdown(&help.0, names, sink);
            }
        }
        Written::Step(one) => {
            if let Some(document) = one.produces.get() {
                names.expect_document(document, sink);
            }
        }
        Written::Office(one) => {
            if let Some(agency) = one.agency.get() {
                names.expect_agency(agency, sink);
            }
        }
        Written::Criterion(_) | Written::Case(_) | Written::Price(_) | Written::Channel(_) => {}
    }
    if let (None, Some(confirmed)) = item.inferred() {
        sink.push(nothing_confirmed(confirmed.span));
    }
    check_basis(item.legal_basis(), names, sink);
    if let Some(see) = item.otherwise().and_then(|otherwise| otherwise.see.get()) {
        names.expect_service(see, sink);
    }
}

fn nothing_confirmed(span: crate::span::Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0208,
        span,
        say!(
            "`dikonfirmasi` tidak tampil, karena `penafsiran` belum ditulis",
            "`confirmed` is not shown, because the `interpretation` is missing"
        ),
    )
    .help(say!(
        "tambahkan: penafsiran: … (apa yang disimpulkan), atau hapus `dikonfirmasi`",
        "add: interpretation: … (what was inferred), or delete `confirmed`"
    ))
}

fn must_and_when(must: crate::span::Span, when: crate::span::Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0222,
        must,
        say!(
            "satu persyaratan tidak dapat punya `harus` dan `jika` sekaligus",
            "a requirement cannot have both `must` and `when`"
        ),
    )
    .also(when, say!("`jika` di sini", "`when` here"))
    .help(say!(
        "untuk dokumen pakai `jika`; untuk syarat orang pakai `harus`, ketik: harus: tidak (syarat jika) atau (syarat harus)",
        "use `when` for a document and `must` for a criterion, type: must: not (the when) or (the must)"
    ))
}

fn check_basis(basis: &[LegalBasis], names: &Names<'_>, sink: &mut Sink) {
    for regulation in basis.iter().filter_map(|basis| basis.regulation.get()) {
        names.expect_regulation(regulation, sink);
    }
}

/// Reports what Markdown must not hold, and its links that lead nowhere.
pub fn check_markdown(text: &Text, names: &Names<'_>, sink: &mut Sink) {
    for link in markdown::check(text, sink) {
        names.expect_target(&link.target, link.span, sink);
    }
}
