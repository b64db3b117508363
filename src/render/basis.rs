//! The articles of regulations that something rests on.

use super::pen::Pen;
use super::view::Link;
use crate::model::registry::Regulation;
use crate::model::service::LegalBasis;
use crate::resolve::registry;

/// The articles that something rests on, linked to their regulation.
pub fn links(pen: &Pen<'_>, list: &[LegalBasis]) -> Vec<Link> {
    list.iter().filter_map(|basis| link(pen, basis)).collect()
}

fn link(pen: &Pen<'_>, basis: &LegalBasis) -> Option<Link> {
    let named = basis.regulation.get();
    let regulation = named.and_then(|id| pen.desk.names.regulation(&id.value));
    let mut label = match (regulation, basis.text.get()) {
        (Some(regulation), _) => pen.said(regulation_name(pen, regulation)),
        (None, Some(text)) => pen.text(text),
        (None, None) => return None,
    };
    if let Some(article) = basis.article.get() {
        let values = [
            ("regulation", label.text.as_str()),
            ("article", &pen.worded(article).value),
        ];
        label.text = pen.fill("legal_basis.with_article", &values);
    }
    let beside = basis.text.get().filter(|_| regulation.is_some());
    for note in beside.into_iter().chain(basis.note.get()) {
        let note = &pen.worded(note).value;
        let values = [("basis", label.text.as_str()), ("note", note)];
        label.text = pen.fill("legal_basis.with_note", &values);
    }
    Some(Link {
        href: regulation
            .and_then(|regulation| regulation.url.get())
            .map(|url| url.value.clone()),
        label,
    })
}

fn regulation_name(pen: &Pen<'_>, regulation: &Regulation) -> String {
    let name = registry::regulation(regulation, pen.language());
    if regulation.in_force.get() != Some(&false) {
        return name;
    }
    let next = regulation.replaced_by.get();
    match next.and_then(|next| pen.desk.names.regulation(&next.value)) {
        Some(next) => {
            let next = registry::regulation(next, pen.language());
            let values = [("name", name.as_str()), ("replacement", &next)];
            pen.fill("regulation.replaced", &values)
        }
        None => pen.fill("regulation.not_in_force", &[("name", &name)]),
    }
}
