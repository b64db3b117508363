//! Checks of one service: every name it uses, its ids, its files, its Markdown.

use super::item::{Item, List, Written};
use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::markdown;
use crate::model::service::{LegalBasis, ServiceDocument, files};
use crate::model::{Slot, Text};
use crate::resolve::agency::in_order;
use crate::resolve::names::Names;
use crate::resolve::old_address;
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
    old_address::check(&service.moved_from, sink);
    for file in files(service) {
        names.expect_file(file, sink);
    }
    in_order(&service.effective_from, &service.effective_to, sink);
    if let Some(decree) = service.decree.get() {
        in_order(&decree.date, &decree.valid_until, sink);
    }
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
