//! The order of names in a list by letter, as dictionaries of a language have it.
//!
//! A language's file of words gives its alphabet, `language.alphabet`. A name is ordered by its letters and digits alone:
//! capitals, quotes, hyphens and the marks of letters that the alphabet does not have do not count, a space comes before
//! any letter (`KK baru` before `KKN`), digits come before letters and numbers in the order of their values (`Tahap 2`
//! before `Tahap 10`). Letters of two signs (the Welsh *ll*) are ordered as two.

/// The digits to which a number is filled up, so that numbers stand in the order of their values.
const DIGITS: usize = 9;

/// What stands before a letter of another alphabet, so that it comes last.
const OTHER: char = char::MAX;

/// What tells names apart in every language: letters and digits in small letters, with single spaces.
pub fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            folded.push(c);
        } else if (c.is_whitespace() || c == '/') && !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// By what a [`folded`] name is ordered in a language with this alphabet. Letters of other alphabets come last.
pub fn key(folded: &str, alphabet: &str) -> String {
    let place = |letter: char| {
        let place = alphabet.chars().position(|known| known == letter)?;
        char::from_u32(u32::from('a') + u32::try_from(place).ok()?)
    };
    let mut key = String::with_capacity(folded.len());
    for c in folded.chars() {
        match (place(c), plain(c)) {
            (Some(own), _) => key.push(own),
            (None, Some(plain)) => key.extend(plain.chars().filter_map(place)),
            (None, None) if c.is_alphabetic() => key.extend([OTHER, c]),
            (None, None) => key.push(c),
        }
    }
    filled_up(&key)
}

/// The key with zeros before each number.
fn filled_up(key: &str) -> String {
    let mut filled = String::with_capacity(key.len());
    let mut rest = key;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let number = rest[at..].find(|c: char| !c.is_ascii_digit());
        let end = number.map_or(rest.len(), |length| at + length);
        let digits = &rest[at..end];
        filled.push_str(&rest[..at]);
        filled.push_str(&"0".repeat(DIGITS.saturating_sub(digits.len())));
        filled.push_str(digits);
        rest = &rest[end..];
    }
    filled + rest
}

/// A [`folded`] name without the marks of its letters, the same in every language.
pub fn bare(folded: &str) -> String {
    let mut bare = String::with_capacity(folded.len());
    for c in folded.chars() {
        match plain(c) {
            Some(plain) => bare.push_str(plain),
            None => bare.push(c),
        }
    }
    bare
}

/// The letter under which a [`folded`] name stands: a capital, or `None` for a digit or a sign.
pub fn letter(folded: &str, alphabet: &str) -> Option<String> {
    let first = folded
        .chars()
        .next()
        .filter(|first| first.is_alphabetic())?;
    let base = plain(first).and_then(|plain| plain.chars().next());
    let own = alphabet.contains(first);
    let shown = base.filter(|_| !own).unwrap_or(first);
    Some(shown.to_uppercase().collect())
}

/// The plain letters for one with a mark.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' => "a",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'ĭ' => "i",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' => "o",
        'ś' | 'š' | 'ş' => "s",
        'ù'..='ü' | 'ū' | 'ŭ' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";

    #[test]
    fn names_are_ordered_as_a_dictionary_has_them() {
        let mut names = [
            "surat keterangan",
            "Kartu Keluarga",
            "KKN",
            "e-KTP",
            "KK baru",
            "Ékspor",
            "2 lembar foto",
            "Ekspor kopi",
            "“Kartu” Anak",
            "KTP/KIA",
            "KTP hilang",
            "Tahap 10",
            "Tahap 2",
        ];
        names.sort_by_key(|name| key(&folded(name), LATIN));
        assert_eq!(
            names,
            [
                "2 lembar foto",
                "Ékspor",
                "Ekspor kopi",
                "e-KTP",
                "“Kartu” Anak",
                "Kartu Keluarga",
                "KK baru",
                "KKN",
                "KTP hilang",
                "KTP/KIA",
                "surat keterangan",
                "Tahap 2",
                "Tahap 10",
            ]
        );
    }

    #[test]
    fn a_name_stands_under_its_first_letter() {
        let under = |name: &str| letter(&folded(name), LATIN);
        assert_eq!(under("“Kartu” Anak").as_deref(), Some("K"));
        assert_eq!(under("État").as_deref(), Some("E"));
        assert_eq!(under("3 in 1"), None);
        assert_eq!(under("…"), None);
        assert_eq!(under("بطاقة").as_deref(), Some("ب"));
    }

    /// Swedish has å, ä and ö after z, Spanish ñ after n, Arabic its own letters.
    #[test]
    fn a_language_orders_names_by_its_own_alphabet() {
        let sorted = |alphabet: &str, names: &[&str]| {
            let mut names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            names.sort_by_key(|name| key(&folded(name), alphabet));
            names.join(" ")
        };
        let swedish = format!("{LATIN}åäö");
        assert_eq!(
            sorted(&swedish, &["Ö", "Å", "Zon", "É", "Åa", "Ord"]),
            "É Ord Zon Å Åa Ö"
        );
        assert_eq!(letter("åa", &swedish).as_deref(), Some("Å"));
        assert_eq!(letter("åa", LATIN).as_deref(), Some("A"));
        let spanish = "abcdefghijklmnñopqrstuvwxyz";
        assert_eq!(sorted(spanish, &["Ñu", "Nz", "Oa", "Na"]), "Na Nz Ñu Oa");
        assert_eq!(sorted(LATIN, &["Ñu", "Nz", "Oa", "Na"]), "Na Ñu Nz Oa");
        // Names that are not translated come after those in the language's own letters.
        assert_eq!(
            sorted("ابتثجحخد", &["KTP", "دار", "بطاقة", "12"]),
            "12 بطاقة دار KTP"
        );
    }
}
