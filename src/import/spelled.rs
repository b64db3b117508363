//! Names and values of ways to complain without what people write around them.

use super::words::{is_one, says};

/// Whether a bracket at the end of a label says that its number is one of WhatsApp: `Hotline kantor (WA) : 0812…`.
pub(super) fn is_whatsapp(part: &str) -> bool {
    let label = part.split_once(':').map(|(label, _)| label.trim_end());
    let label = label.and_then(|label| label.strip_suffix(')')?.rsplit_once('('));
    label.is_some_and(|(_, kind)| says(kind, "wa, whatsapp"))
}

/// A value without the signs around it and the words that lead to the next way: `Kotak saran dan melalui`.
pub(super) fn bare(value: &str) -> &str {
    let sign = |c: char| c.is_whitespace() || matches!(c, ';' | ',' | ':');
    let mut value = value.trim_matches(sign);
    while let Some((rest, word)) = value.rsplit_once(char::is_whitespace)
        && is_one(
            &word.to_lowercase(),
            "dan atau serta maupun melalui lewat via dan/atau",
        )
    {
        value = rest.trim_end_matches(sign);
    }
    value
}

/// The address of SP4N-LAPOR! in a text, else its name, without the words around it.
pub(super) fn national_name(text: &str) -> &str {
    let words = text.split_whitespace();
    let words = words.map(|word| {
        word.trim_matches(['(', ')', ';', ',', ':'])
            .trim_end_matches('.')
    });
    let address = words
        .into_iter()
        .find(|word| word.to_lowercase().contains("lapor.go.id"));
    address.unwrap_or_else(|| {
        let names = [
            "sp4n-lapor!",
            "sp4n lapor!",
            "sp4n-lapor",
            "sp4n lapor",
            "lapor sp4n",
        ];
        let lower = text.to_ascii_lowercase();
        let found = names
            .iter()
            .find_map(|name| Some((lower.find(name)?, name.len())));
        found.map_or(text, |(from, length)| &text[from..from + length])
    })
}
