//! The order of names in a list by letter, as Indonesian and English dictionaries have it.
//!
//! Both languages use the plain Latin alphabet. A name is ordered by its letters and digits alone: capitals, accents,
//! quotes and hyphens do not count, a blank comes before any letter (`KK baru` before `KKN`), and digits before letters.

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
    key
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
