//! The order of names in a list by letter, as Indonesian and English dictionaries have it.
//!
//! Both languages use the plain Latin alphabet. A name is ordered by its letters and digits alone: capitals, accents,
//! quotes and hyphens do not count, a space comes before any letter (`KK baru` before `KKN`), digits come before letters
//! and numbers in the order of their values (`Tahap 2` before `Tahap 10`).

/// The digits to which a number is filled up, so that numbers stand in the order of their values.
const DIGITS: usize = 9;

/// By what a name is ordered.
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            key.push_str(plain(c).unwrap_or(c.encode_utf8(&mut [0; 4])));
        } else if (c.is_whitespace() || c == '/') && !key.ends_with(' ') && !key.is_empty() {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
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

/// The letter under which a name with this key stands: a capital, or `None` for a digit or a sign.
pub fn letter(key: &str) -> Option<String> {
    let first = key.chars().next().filter(|first| first.is_alphabetic())?;
    Some(first.to_uppercase().collect())
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
        names.sort_by_key(|name| key(name));
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
        let under = |name: &str| letter(&key(name));
        assert_eq!(under("“Kartu” Anak").as_deref(), Some("K"));
        assert_eq!(under("État").as_deref(), Some("E"));
        assert_eq!(under("3 in 1"), None);
        assert_eq!(under("…"), None);
        assert_eq!(under("بطاقة").as_deref(), Some("ب"));
    }
}
