//! An original and what there is of its translation, for whoever writes places for what is missing.

use super::super::pages::stamp_of_page;
use super::super::translate::texts::Texts;
use super::super::{Reader, language_of_keys};
use crate::diagnostic::{Lang, Sink};
use crate::model::shape::Shape;
use crate::yaml::Tree;

/// What a translation is written of.
#[derive(Debug)]
pub struct Draft {
    /// The path of the original.
    pub original: String,
    /// The path of the translation, be it there or not.
    pub path: String,
    /// The language in which the original writes its keys.
    pub keys: Lang,
    /// The stamp of a page, which is translated as a whole; `None` for what is translated text by text.
    pub page: Option<String>,
    /// The translation as it is; nothing where there is none.
    pub text: String,
    /// What is written in it.
    pub written: Option<Tree>,
    tree: Tree,
    shape: Shape,
    /// The text of the original.
    source: String,
}

impl Reader<'_> {
    /// The original at a path and its translation into a language; `None` where there is no such original, or nothing
    /// of it can be read.
    pub fn draft(&self, path: &str, lang: &str) -> Option<Draft> {
        let originals = self.translatable().into_iter();
        let is_it = |file| self.layout.path(file) == path;
        let original = { originals }.find(|original| original.files.file.is_some_and(is_it))?;
        let file = original.files.file?;
        let (tree, source) = (self.quietly(file)?, self.text(file, &mut Sink::deaf())?);
        let there = original.files.translations.get(lang).copied();
        let text = there.and_then(|file| self.text(file, &mut Sink::deaf()));
        let (stem, end) = path.rsplit_once('.')?;
        let end = if original.is_page() { end } else { "yaml" };
        let new = || format!("{stem}.{lang}.{end}");
        Some(Draft {
            original: path.to_owned(),
            path: there.map_or_else(new, |file| self.layout.path(file).to_owned()),
            keys: language_of_keys(&tree.node, original.keys),
            page: original.is_page().then(|| stamp_of_page(&tree.node)),
            text: text.unwrap_or_default(),
            written: there.and_then(|file| self.quietly(file)),
            shape: original.shape,
            tree,
            source,
        })
    }
}

impl Draft {
    /// The sentences of the original.
    pub fn texts(&self) -> Texts<'_> {
        Texts::of(&self.tree.node, &self.shape)
    }

    /// Whether there is a translation that cannot be read as a whole, so that nothing is safely added to it.
    pub fn is_broken(&self) -> bool {
        let says = |line: &str| !(line.trim().is_empty() || line.trim_start().starts_with('#'));
        match &self.written {
            Some(tree) => !tree.whole,
            None => self.text.lines().any(says),
        }
    }

    /// What stands below the front matter of the original.
    pub fn body(&self) -> Option<&str> {
        self.tree.node.get("body")?.as_str()
    }

    /// The lines of items that cannot be translated before they have an id.
    pub fn lines_without_id(&self) -> Vec<usize> {
        let texts = self.texts();
        let starts = texts
            .nameless
            .iter()
            .map(|item| item.item.span.start as usize);
        let before = starts.filter_map(|start| self.source.get(..start));
        before
            .map(|before| before.matches('\n').count() + 1)
            .collect()
    }
}
