//! What a translation says: words for texts of the original, found by the place of each.

use std::collections::BTreeMap;

use super::spoiled::Spoiled;
use crate::model::Text;
use crate::span::Span;

/// The words of one language for texts of an original. It knows no structure and no rules: those are the original's.
#[derive(Debug, Clone, Default)]
pub struct Dictionary {
    /// By the place of the original; one scalar can hold several texts, as `Rp10.000 per lembar` holds its unit.
    texts: BTreeMap<Span, Vec<Entry>>,
}

#[derive(Debug, Clone)]
struct Entry {
    /// The original's words.
    of: String,
    text: Text,
    form: Form,
}

/// How a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As it stands.
    Plain,
    /// As Markdown.
    Markdown,
}

impl Dictionary {
    /// Takes `text` as the words for what stands at `span` and says `of`.
    pub(super) fn insert(&mut self, span: Span, of: &str, text: Text, form: Form) {
        let of = of.to_owned();
        let entries = self.texts.entry(span).or_default();
        entries.retain(|entry| entry.of != of);
        entries.push(Entry { of, text, form });
    }

    /// The words for a text of the original, if it is translated.
    pub fn get(&self, original: &Text) -> Option<&Text> {
        let mut entries = self.texts.get(&original.span)?.iter();
        let entry = entries.find(|entry| entry.of == original.value)?;
        Some(&entry.text)
    }

    /// What is said, by the place of the original.
    pub(super) fn said(&self) -> impl Iterator<Item = (Span, &str)> {
        let texts = self.texts.iter();
        texts.flat_map(|(span, entries)| entries.iter().map(|entry| (*span, &*entry.text.value)))
    }

    /// The translated texts in Markdown, whose links and HTML want to be looked at.
    pub fn markdown(&self) -> impl Iterator<Item = &Text> {
        let marked = self.texts.values().flatten();
        let marked = marked.filter(|entry| entry.form == Form::Markdown);
        marked.map(|entry| &entry.text)
    }

    /// The words for these texts alone.
    pub fn only<'t>(&self, texts: impl IntoIterator<Item = &'t Text>) -> Self {
        let found = texts.into_iter().filter_map(|text| {
            let entries = self.texts.get(&text.span)?;
            Some((text.span, entries.clone()))
        });
        Self {
            texts: found.collect(),
        }
    }

    /// Adds the words of another file.
    pub fn extend(&mut self, other: Self) {
        self.texts.extend(other.texts);
    }
}

/// A document, and what its translations say, by language tag.
#[derive(Debug, Clone, Default)]
pub struct Worded<T> {
    /// What was written in the content's own language.
    pub document: T,
    /// Whether everything of its file was read; what was not may be written all the same.
    pub whole: bool,
    /// In which parts of it something could not be read, which is reported.
    pub spoiled: Spoiled,
    /// The words of each translation.
    pub words: BTreeMap<String, Dictionary>,
}
