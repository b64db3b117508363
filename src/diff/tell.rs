//! The words that every sentence about a change is made with.

use serde_json::{Map, Value};

use super::pairs::plain;
use crate::diagnostic::{Lang, Message};
use crate::language::{Language, capitalised};
use crate::model::{Encode, Encoder, Text};
use crate::parse::dictionary::Dictionary;

/// How many letters a text may have to be quoted whole.
const QUOTED: usize = 100;

/// How many words stand before and after what changed in a longer one.
const AROUND: usize = 4;

/// Speaks one language.
#[derive(Debug, Clone, Copy)]
pub struct Voice {
    /// The language of the sentences.
    pub lang: Lang,
    /// How it writes numbers, dates and conditions.
    pub language: &'static Language,
}

impl Voice {
    /// The voice of a language.
    pub fn new(lang: Lang) -> Self {
        Self {
            lang,
            language: Language::spoken(lang),
        }
    }

    /// A message in its language.
    pub fn say(self, message: &Message) -> String {
        message.get(self.lang).to_owned()
    }

    /// The first of two words in Indonesian, the second in English.
    pub fn word(self, [id, en]: [&str; 2]) -> String {
        match self.lang {
            Lang::Id => id,
            Lang::En => en,
        }
        .to_owned()
    }

    /// What it was and what it is, quoted; of long texts only what differs.
    pub fn change(self, old: &str, new: &str) -> String {
        let (old, new) = (plain(old), plain(new));
        let (old, new) = match old.chars().count().max(new.chars().count()) > QUOTED {
            true => excerpts(&old, &new),
            false => (old, new),
        };
        format!("“{old}” → “{new}”")
    }
}

/// A sentence about something that has a name: "Biaya: …".
pub fn headed(head: &str, says: &str) -> String {
    format!("{}: {says}", capitalised(head))
}

/// A text of some length in quotes, its end left out if it is long.
pub fn quoted(text: &str) -> String {
    let text = plain(text);
    match text.char_indices().nth(2 * QUOTED) {
        Some((end, _)) => format!("“{} …”", text[..end].trim_end()),
        None => format!("“{text}”"),
    }
}

/// The parts of two texts that differ, with some words around.
fn excerpts(old: &str, new: &str) -> (String, String) {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split(' ').collect(), new.split(' ').collect());
    let alike = |(one, other): &(&&str, &&str)| one == other;
    let start = old.iter().zip(&new).take_while(alike).count();
    let shortest = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev());
    let end = end.take(shortest).take_while(alike).count();
    let part = |words: &[&str]| {
        let (from, to) = (
            start.saturating_sub(AROUND),
            words.len() - end.saturating_sub(AROUND),
        );
        let before = if from > 0 { "… " } else { "" };
        let after = if to < words.len() { " …" } else { "" };
        format!("{before}{}{after}", words[from..to].join(" "))
    };
    (part(&old), part(&new))
}

/// A record with its English keys, in the words of a translation where there are some.
pub fn data(record: &dyn Encode, words: &Dictionary, lang: Lang) -> Value {
    let find = |text: &Text| words.get(text).map(|text| text.value.as_str());
    let languages: Vec<(String, crate::model::Find<'_>)> =
        vec![(lang.tag().to_owned(), Box::new(find))];
    let mut out = Encoder::new(languages, str::to_owned);
    let mut value = record.encode(&mut out).unwrap_or(Value::Null);
    let said = out.into_translations();
    let said: Option<&Map<String, Value>> = said.get(lang.tag()).and_then(Value::as_object);
    for (pointer, words) in said.into_iter().flatten() {
        if let Some(place) = value.pointer_mut(pointer) {
            *place = words.clone();
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_text_what_differs_is_quoted() {
        let long = |day: &str| {
            format!(
                "Pemohon datang ke kantor pada jam kerja, mengambil nomor antrean, lalu menunggu sampai hari {day} untuk dipanggil ke loket pertama"
            )
        };
        let voice = Voice::new(Lang::Id);
        assert_eq!(
            voice.change(&long("Senin"), &long("Rabu")),
            "“… lalu menunggu sampai hari Senin untuk dipanggil ke loket …” → “… lalu menunggu sampai hari Rabu untuk dipanggil ke loket …”"
        );
        assert_eq!(voice.change("a  b", "a c"), "“a b” → “a c”");
    }
}
