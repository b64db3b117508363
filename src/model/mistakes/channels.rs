//! The kind of channel that a text without a key names.

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
