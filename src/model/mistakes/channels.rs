//! The kind of channel that a text without a key, or a key that is none, names.

use super::{Unknown, no_key, unknown_key};
use crate::diagnostic::{Lang, say};
use crate::model::context::Context;
use crate::model::shape::{Field, RecordShape};
use crate::yaml::Pair;

/// Keys of a channel that are no kinds of channels.
const BESIDE: [&str; 3] = ["extension", "official", "note"];

/// Reports a kind of channel that is not known, `fax: 0299 123456`: it is another way.
pub(super) fn unknown(
    pairs: &[Pair],
    at: usize,
    shape: &'static RecordShape,
    cx: &mut Context<'_>,
) -> Unknown {
    let Pair { key, value } = &pairs[at];
    let kind = |field: &Field| !BESIDE.contains(&field.en);
    let mut known = pairs.iter().filter_map(|pair| shape.find(&pair.key.text));
    let Some(other) = shape.find("other").filter(|_| !known.any(kind)) else {
        cx.sink.push(no_key(key, None, shape, cx.lang));
        return Unknown::Nothing;
    };
    let name = key.text.replace('_', " ");
    let mut letters = name.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string());
    let name = first.unwrap_or_default() + letters.as_str();
    let text = format!("{name} {}", value.as_str().unwrap_or_default());
    let text = text.trim_end();
    let safe = !text.contains([':', '#', '"', '\\']);
    let text = if safe {
        text.to_owned()
    } else {
        format!("{text:?}")
    };
    let dash = if at == 0 { "- " } else { "" };
    let (id, en) = (other.name(Lang::Id), other.name(cx.lang));
    cx.sink.push(unknown_key(key).help(say!(
        "jenis saluran yang lain ditulis `{id}`, ketik: {dash}{id}: {text}",
        "any other kind is written `{en}`, type: {dash}{en}: {text}"
    )));
    Unknown::Means(other)
}

/// What a text without a key starts with, and the kind of channel it names.
const WORDS: &[(&str, &[&str])] = &[
    (
        "phone",
        &[
            "telepon",
            "telp",
            "tlp",
            "tel",
            "telpon",
            "phone",
            "hotline",
            "call center",
            "hp",
        ],
    ),
    ("whatsapp", &["whatsapp", "wa"]),
    ("sms", &["sms"]),
    ("email", &["email", "e-mail", "surel"]),
    ("web", &["website", "web", "situs", "laman"]),
    ("instagram", &["instagram", "ig"]),
    ("facebook", &["facebook", "fb"]),
    ("telegram", &["telegram"]),
];

/// The kind of channel that a text without a key names, and the text without that name.
pub(super) fn kind(text: &str) -> (&'static str, &str) {
    let lower = text.to_lowercase();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    for (kind, names) in WORDS {
        for name in *names {
            let rest = lower
                .strip_prefix(name)
                .filter(|rest| rest.starts_with([' ', '.', ':', '/']));
            let has_value = digits > 4 || !matches!(*kind, "phone" | "whatsapp" | "sms");
            if rest.is_some() && has_value && lower.len() == text.len() {
                let value = &text[name.len()..];
                return (kind, value.trim_start_matches([' ', '.', ':', '/']));
            }
        }
    }
    let kind = if lower.contains("kotak saran") {
        "box"
    } else if lower.contains("loket") || lower.contains("counter") {
        "counter"
    } else if lower.contains("lapor") {
        "lapor"
    } else if lower.contains('@') && lower.contains('.') {
        "email"
    } else if lower.starts_with("http") || lower.starts_with("www.") {
        "web"
    } else if digits > 4 && !lower.contains(char::is_alphabetic) {
        "phone"
    } else {
        "other"
    };
    (kind, text)
}
