//! What is said about texts that are not translated.

use std::collections::BTreeSet;

use super::super::layout::address_name;
use super::super::translate::texts::Nameless;
use super::Surveyed;
use crate::diagnostic::{Code, Diagnostic, say};
use crate::span::Span;
use crate::yaml::{Node, Value};

/// The longest id that is offered.
const LONGEST_ID: usize = 32;

/// A text of the file at `path` without words in a language.
pub(super) fn untranslated(path: &str, lang: &str, key: &str, text: &Node) -> Diagnostic {
    let finding = Diagnostic::new(
        Code::K0704,
        text.span,
        say!(
            "`{key}` ini belum diterjemahkan ke bahasa `{lang}`",
            "this `{key}` is not translated into `{lang}`"
        ),
    );
    finding.help(say!(
        "isi di terjemahannya; jika tempatnya belum ada di sana, ketik: maklumat new translation {path} --to {lang}",
        "write it in the translation; if there is no place for it yet, type: maklumat new translation {path} --to {lang}"
    ))
}

/// A file without a translation.
pub(super) fn no_translation(path: &str, surveyed: &Surveyed) -> Diagnostic {
    let Surveyed { lang, texts, .. } = surveyed;
    let finding = Diagnostic::new(
        Code::K0704,
        Span::file_start(surveyed.original),
        say!(
            "berkas ini ({texts} teks) belum diterjemahkan ke bahasa `{lang}`",
            "this file ({texts} texts) is not translated into `{lang}`"
        ),
    );
    finding.help(say!(
        "ketik: maklumat new translation {path} --to {lang}, lalu isi berkas yang ditulisnya",
        "type: maklumat new translation {path} --to {lang}, then fill in the file that it writes"
    ))
}

/// An item of a file that can be translated once it has this id, which is a safe change. A sentence alone goes under `key`.
pub(super) fn without_id(nameless: &Nameless<'_>, id: &str, key: &str, file: &str) -> Diagnostic {
    let Nameless { item, list, .. } = nameless;
    let (start, end) = (item.span.start as usize, item.span.end as usize);
    let finding = Diagnostic::new(
        Code::K0704,
        item.span,
        say!(
            "butir `{list}` ini belum dapat diterjemahkan, karena tidak punya `id`",
            "this item of `{list}` cannot be translated, because it has no `id`"
        ),
    );
    let finding = finding.help(say!(
        "ketik sebagai kunci pertamanya: id: {id}; `maklumat check --untranslated --fix` menulisnya",
        "type as its first key: id: {id}; `maklumat check --untranslated --fix` writes it"
    ));
    let line = file[..start].rfind('\n').map_or(0, |end| end + 1);
    let indent = " ".repeat(file[line..start].chars().count());
    let place = Span::new(item.span.file, start, start);
    match &item.value {
        Value::Map(_) if file[start..].starts_with('{') => {
            let inside = Span::new(item.span.file, start + 1, start + 1);
            finding.fix(inside, format!("id: {id}, "))
        }
        Value::Map(_) => finding.fix(place, format!("id: {id}\n{indent}")),
        // A sentence alone becomes the text of an item; one on several lines is left to people.
        Value::Scalar(_) if !file[start..end].contains('\n') && file[line..].starts_with(' ') => {
            finding.fix(place, format!("id: {id}\n{indent}{key}: "))
        }
        _ => finding,
    }
}

/// An id made of the first words of an item, other than all that are taken.
pub(super) fn id_for(nameless: &Nameless<'_>, taken: &mut BTreeSet<String>) -> String {
    let item = nameless.item;
    let words = ["label", "text", "bunyi", "name", "nama"];
    let words = words.iter().find_map(|key| item.get(key)?.as_str());
    let name = address_name(words.or(item.as_str()).unwrap_or_default());
    let short = match name.get(..LONGEST_ID) {
        Some(start) => start.rsplit_once('-').map_or(start, |(words, _)| words),
        None if name.is_empty() => "butir",
        None => &name,
    };
    let mut id = short.to_owned();
    for number in 2.. {
        if taken.insert(id.clone()) {
            break;
        }
        id = format!("{short}-{number}");
    }
    id
}
