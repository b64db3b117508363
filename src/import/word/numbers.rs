//! The numbers that Word writes before paragraphs of lists: they stand nowhere in the file and are counted here.

use std::collections::{BTreeMap, BTreeSet};

use docx_rs::{Docx, Level, Paragraph};

/// How deep a list is counted.
const DEEPEST: usize = 9;

/// How many styles a style may be based on.
const MOST_BASES: usize = 10;

/// Counts the paragraphs of lists.
pub struct Numbers<'d> {
    docx: &'d Docx,
    /// How far each list is, by its definition: the number on each level.
    counts: BTreeMap<usize, [usize; DEEPEST]>,
    /// The lists that began anew already.
    begun: BTreeSet<usize>,
}

impl<'d> Numbers<'d> {
    /// Nothing is counted yet.
    pub fn new(docx: &'d Docx) -> Self {
        Self {
            docx,
            counts: BTreeMap::new(),
            begun: BTreeSet::new(),
        }
    }

    /// The mark of the next paragraph, and how deep it stands.
    pub fn next(&mut self, paragraph: &Paragraph) -> (Option<String>, usize) {
        let Some((list, level)) = self.place(paragraph) else {
            return (None, 0);
        };
        let level = level.min(DEEPEST - 1);
        let numberings = &self.docx.numberings;
        let Some(numbering) = numberings.numberings.iter().find(|one| one.id == list) else {
            return (Some("•".to_owned()), level);
        };
        let definition = numbering.abstract_num_id;
        let levels = numberings
            .abstract_nums
            .iter()
            .find(|one| one.id == definition);
        let levels = levels.map(|one| one.levels.as_slice()).unwrap_or_default();
        let of_level = |at: usize| levels.iter().find(|one| one.level == at);
        let overrides = numbering.level_overrides.iter();
        let starts: Vec<(usize, usize)> = overrides
            .filter_map(|one| Some((one.level, one.override_start?)))
            .collect();
        let first = |at: usize| {
            let anew = starts.iter().find(|(level, _)| *level == at);
            anew.map_or_else(|| of_level(at).map_or(1, start), |(_, start)| *start)
        };
        if self.begun.insert(list) && !starts.is_empty() {
            self.counts.remove(&definition);
        }
        let counts = self.counts.entry(definition).or_insert([0; DEEPEST]);
        counts[level] = match counts[level] {
            0 => first(level),
            before => before + 1,
        };
        counts[level + 1..].fill(0);
        let number = counts[level];
        (
            Some(of_level(level).map_or_else(|| format!("{number}."), |one| mark(one, number))),
            level,
        )
    }

    /// The list of a paragraph and the level in it: its own, or that of its style.
    fn place(&self, paragraph: &Paragraph) -> Option<(usize, usize)> {
        let own = paragraph.property.numbering_property.as_ref();
        let mut style = paragraph
            .property
            .style
            .as_ref()
            .map(|style| style.val.clone());
        let mut of_style = None;
        for _ in 0..MOST_BASES {
            let Some(id) = style else { break };
            let Some(found) = self.docx.styles.find_style_by_id(&id) else {
                break;
            };
            if let Some(numbering) = &found.paragraph_property.numbering_property {
                of_style = Some(numbering);
                break;
            }
            style = found
                .based_on
                .as_ref()
                .and_then(|base| serde_json::to_value(base).ok()?.as_str().map(str::to_owned));
        }
        let list = own.and_then(|own| own.id.as_ref());
        let list = list
            .or_else(|| of_style.and_then(|style| style.id.as_ref()))?
            .id;
        let level = own.and_then(|own| own.level.as_ref());
        let level = level.or_else(|| of_style.and_then(|style| style.level.as_ref()));
        // The list 0 takes a paragraph out of the list of its style.
        (list != 0).then(|| (list, level.map_or(0, |level| level.val)))
    }
}

/// What crates keep to themselves, as they write it.
fn written(value: &impl serde::Serialize) -> serde_json::Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn start(level: &Level) -> usize {
    let start = written(&level.start).as_u64();
    start
        .and_then(|start| usize::try_from(start).ok())
        .unwrap_or(1)
}

/// The mark of a number on a level: `1.`, `a)`, `(ii)`, a bullet.
fn mark(level: &Level, number: usize) -> String {
    let count = match level.format.val.as_str() {
        "bullet" | "none" => return "•".to_owned(),
        "lowerLetter" => letters(number),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerRoman" => roman(number),
        "upperRoman" => roman(number).to_uppercase(),
        _ => number.to_string(),
    };
    let shape = written(&level.text);
    let shape = shape.as_str().unwrap_or_default();
    // Of `%1.%2)` the last number alone says which item of its list it is.
    let opens = shape.starts_with('(');
    let closes = shape.ends_with(')');
    match (opens, closes) {
        (true, true) => format!("({count})"),
        (false, true) => format!("{count})"),
        _ => format!("{count}."),
    }
}

fn letters(number: usize) -> String {
    let place = u8::try_from((number.max(1) - 1) % 26).unwrap_or_default();
    let letter = char::from(b'a' + place);
    letter.to_string().repeat((number.max(1) - 1) / 26 % 3 + 1)
}

fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 9] = [
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut left = number.min(399);
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            out.push_str(sign);
            left -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        let all = |count: fn(usize) -> String, numbers: &[usize]| -> String {
            numbers.iter().map(|number| count(*number) + " ").collect()
        };
        assert_eq!(all(letters, &[1, 2, 26, 27, 53]), "a b z aa aaa ");
        assert_eq!(all(roman, &[1, 4, 9, 14, 40, 99]), "i iv ix xiv xl xcix ");
    }
}
