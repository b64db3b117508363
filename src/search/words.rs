//! Words as they are looked for.

use std::collections::BTreeSet;

/// The words of a text in small letters, none twice. One with a hyphen, a point or an apostrophe inside is one word and its
/// parts: `e-KTP` is `ektp` and `ktp`.
pub fn words(text: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for run in text.split(|c: char| !c.is_alphanumeric() && !is_inside(c)) {
        let parts: Vec<String> = run
            .split(is_inside)
            .filter(|part| !part.is_empty())
            .map(str::to_lowercase)
            .collect();
        if parts.len() > 1 {
            words.insert(parts.concat());
        }
        words.extend(parts.into_iter().filter(|part| part.chars().count() > 1));
    }
    words
}

/// Whether a sign stands inside words.
fn is_inside(c: char) -> bool {
    matches!(c, '-' | '.' | '\'' | '’' | '‑')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_with_a_hyphen_is_found_with_it_and_without() {
        let found = words("Kartu e-KTP (F-1.02), Jum'at/Sabtu");
        let expected = [
            "02", "f102", "ektp", "jum", "jumat", "kartu", "ktp", "at", "sabtu",
        ];
        assert_eq!(found, BTreeSet::from(expected.map(str::to_owned)));
    }
}
