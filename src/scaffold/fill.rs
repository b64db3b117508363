//! Filling a template: «kunci|key» becomes the word of the language, «@name» the name as YAML.

use crate::diagnostic::Lang;
use crate::yaml::write::scalar;

/// What a template is filled with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Filling<'a> {
    /// The language of keys and notes.
    pub lang: Lang,
    /// The name of the site, agency or service, on one line.
    pub name: &'a str,
}

impl Filling<'_> {
    /// The text of a template.
    pub(super) fn fill(&self, template: &str) -> String {
        let mut text = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('«') {
            let (place, after) = after.split_once('»').unwrap_or((after, ""));
            text.push_str(before);
            text.push_str(&self.place(place));
            rest = after;
        }
        text.push_str(rest);
        text
    }

    /// What stands in a place.
    fn place(&self, place: &str) -> String {
        match place {
            "@name" => scalar(self.name),
            "@plain" => self.name.to_owned(),
            "@version" => env!("CARGO_PKG_VERSION").to_owned(),
            words => {
                let (id, en) = words.split_once('|').unwrap_or((words, words));
                let word = match self.lang {
                    Lang::Id => id,
                    Lang::En => en,
                };
                word.to_owned()
            }
        }
    }
}

/// A name without line breaks, control characters and doubled blanks.
pub(super) fn one_line(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_control() || c == '\u{feff}' {
                ' '
            } else {
                c
            }
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
