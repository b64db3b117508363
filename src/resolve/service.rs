//! Checks of one service: every name it uses, its ids, its files, its Markdown.

use super::agency::in_order;
use super::names::Names;
use super::registry::unique;
use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::markdown;
use crate::model::service::{LegalBasis, Otherwise, Question, Requirement, ServiceDocument, files};
use crate::model::{Id, Slot, Text};

/// Reports every name of a service that fits nothing.
pub fn check(service: &ServiceDocument, names: &Names<'_>, sink: &mut Sink) {
    check_identity(service, names, sink);
    check_ids(service, sink);
    for requirement in service.requirements.items() {
        check_requirement(requirement, names, sink);
    }
    for criterion in service.eligibility.items() {
        check_basis(criterion.legal_basis.items(), names, sink);
        check_otherwise(&criterion.otherwise, names, sink);
    }
    for step in service.procedure.items() {
        if let Some(document) = step.produces.get() {
            names.expect_document(document, sink);
        }
    }
    for product in service.products.items() {
        if let Some(document) = product.document.get() {
            names.expect_document(document, sink);
        }
    }
    for row in service.cost.get().map_or(&[][..], |table| &table.0) {
        check_basis(row.legal_basis.items(), names, sink);
    }
    check_basis(service.legal_basis.items(), names, sink);
    super::named::check(service, sink);
    check_texts(service, names, sink);
}

fn check_identity(service: &ServiceDocument, names: &Names<'_>, sink: &mut Sink) {
    if let Some(category) = service.category.get() {
        names.expect_category(category, sink);
    }
    for event in service.life_events.items() {
        names.expect_life_event(event, sink);
    }
    for agency in service.offered_at.items() {
        names.expect_agency(agency, sink);
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
                    "`{text}` is no address of a page of this site"
                ),
            )
            .help(say!(
                "tulis alamat lama tanpa nama situs, misalnya: lama/layanan.html",
                "write the old address without the site's name, such as: old/service.html"
            )),
        );
    }
}

fn check_ids(service: &ServiceDocument, sink: &mut Sink) {
    let mut ids = Vec::new();
    collect_ids(service.requirements.items(), &mut ids);
    let criteria = service
        .eligibility
        .items()
        .iter()
        .map(|criterion| &criterion.id);
    unique(ids.into_iter().chain(criteria), sink);
    unique(service.procedure.items().iter().map(|step| &step.id), sink);
    unique(
        service
            .questions
            .items()
            .iter()
            .map(|question| &question.id),
        sink,
    );
    for question in service.questions.items() {
        check_question(question, sink);
    }
}

fn collect_ids<'a>(requirements: &'a [Requirement], ids: &mut Vec<&'a Slot<Id>>) {
    for requirement in requirements {
        ids.push(&requirement.id);
        collect_ids(requirement.items.items(), ids);
    }
}

/// A question is answered in exactly one way; choices are at least two.
fn check_question(question: &Question, sink: &mut Sink) {
    let kinds = [
        !question.choices.is_absent(),
        !question.yes_no.is_absent(),
        !question.number.is_absent(),
    ];
    let name = question.id.get().map_or("…", |id| id.value.as_str());
    let count = kinds.iter().filter(|given| **given).count();
    let span = question.id.get().map_or(question.span, |id| id.span);
    if count > 1 {
        sink.push(
            Diagnostic::new(
                Code::K0222,
                span,
                say!(
                    "pertanyaan `{name}` punya beberapa macam jawaban",
                    "the question `{name}` has several kinds of answers"
                ),
            )
            .help(say!(
                "sisakan satu: pilihan, ya_tidak atau angka",
                "keep one: choices, yes_no or number"
            )),
        );
    }
    check_range(question, sink);
    let few = question
        .choices
        .get()
        .is_some_and(|choices| choices.0.len() < 2);
    if count == 0 || few {
        sink.push(
            Diagnostic::new(
                Code::K0316,
                span,
                say!(
                    "pertanyaan `{name}` tidak punya jawaban untuk dipilih",
                    "the question `{name}` has no answers to choose from"
                ),
            )
            .help(say!(
                "tambahkan ya_tidak: ya, atau pilihan: dengan paling sedikit dua baris, atau angka: dengan min dan maks",
                "add yes_no: true, or choices: of at least two lines, or number: with min and max"
            )),
        );
    }
}

fn check_range(question: &Question, sink: &mut Sink) {
    if let Some(range) = question.number.get()
        && let (Some(min), Some(max)) = (range.min.get(), range.max.get())
        && min.value >= max.value
    {
        sink.push(
            Diagnostic::new(
                Code::K0216,
                min.span,
                say!(
                    "angka paling kecil harus di bawah angka paling besar",
                    "the smallest number must be below the largest"
                ),
            )
            .also(max.span, say!("paling besar", "the largest"))
            .help(say!("tukar keduanya", "exchange the two")),
        );
    }
}

fn check_requirement(requirement: &Requirement, names: &Names<'_>, sink: &mut Sink) {
    let lists = [&requirement.any_of, &requirement.all_of];
    let listed = lists.into_iter().flat_map(Slot::items);
    for document in listed.chain(requirement.document.get()) {
        names.expect_document(document, sink);
    }
    check_basis(requirement.legal_basis.items(), names, sink);
    check_otherwise(&requirement.otherwise, names, sink);
    if let (Some(must), Some(when)) = (requirement.must.get(), requirement.when.get()) {
        sink.push(must_and_when(must.span(), when.span()));
    }
    for item in requirement.items.items() {
        check_requirement(item, names, sink);
    }
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
        "untuk surat pakai `jika`; untuk syarat orang pakai `harus`, ketik: harus: tidak (syarat jika) atau (syarat harus)",
        "a paper has `when`; a criterion has `must`, type: must: not (the when) or (the must)"
    ))
}

fn check_otherwise(otherwise: &Slot<Otherwise>, names: &Names<'_>, sink: &mut Sink) {
    if let Some(see) = otherwise.get().and_then(|otherwise| otherwise.see.get()) {
        names.expect_service(see, sink);
    }
}

fn check_basis(basis: &[LegalBasis], names: &Names<'_>, sink: &mut Sink) {
    for regulation in basis.iter().filter_map(|basis| basis.regulation.get()) {
        names.expect_regulation(regulation, sink);
    }
}

fn check_texts(service: &ServiceDocument, names: &Names<'_>, sink: &mut Sink) {
    if let Some(guidance) = service.guidance.get() {
        check_markdown(&guidance.0, names, sink);
    }
    for faq in service.faq.items() {
        if let Some(answer) = faq.answer.get() {
            check_markdown(&answer.0, names, sink);
        }
    }
    check_help(service.requirements.items(), names, sink);
}

fn check_help(requirements: &[Requirement], names: &Names<'_>, sink: &mut Sink) {
    for requirement in requirements {
        if let Some(help) = requirement.help.get() {
            check_markdown(&help.0, names, sink);
        }
        check_help(requirement.items.items(), names, sink);
    }
}

/// Reports what Markdown must not hold, and its links that lead nowhere.
pub fn check_markdown(text: &Text, names: &Names<'_>, sink: &mut Sink) {
    for link in markdown::check(text, sink) {
        names.expect_target(&link.target, link.span, sink);
    }
}
