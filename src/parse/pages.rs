//! Free pages: a translated page is a page of its own, with one stamp for all of its original.

use std::collections::BTreeMap;

use super::layout::Translated;
use super::translate::{Stale, hash8, stale, unstamped_page};
use super::{Reader, decode};
use crate::diagnostic::Sink;
use crate::model::registry::PageDocument;
use crate::model::{Context, Decode, Text};
use crate::span::FileId;
use crate::yaml::{Node, Pair, Tree, Value};

/// A free page in each of its languages: a translated page is a page of its own.
#[derive(Debug, Clone, Default)]
pub struct Versions<T> {
    /// In the content's own language.
    pub original: T,
    /// By language tag.
    pub translations: BTreeMap<String, T>,
}

impl<T> Versions<T> {
    /// The version for pages in `lang`: the translation if there is one.
    pub fn for_language(&self, lang: &str) -> &T {
        self.translations.get(lang).unwrap_or(&self.original)
    }
}

/// The keys of the stamp of a translated page.
const STAMP: [&str; 2] = ["of", "dari"];

/// A free page: its front matter and its text.
pub type Page = (PageDocument, Option<Text>);

impl Reader<'_> {
    /// A free page in every language.
    pub fn page(&self, files: &Translated, sink: &mut Sink) -> Option<Versions<Page>> {
        let tree = self.tree(files.file?, sink)?;
        let stamp = stamp_of_page(&tree.node);
        let original = page_of(tree, None, sink)?;
        let translations = files.translations.iter().filter_map(|(lang, file)| {
            let page = self.translated_page(lang, *file, &stamp, sink)?;
            Some((lang.clone(), page))
        });
        let translations = translations.collect();
        Some(Versions {
            original,
            translations,
        })
    }

    fn translated_page(
        &self,
        lang: &str,
        file: FileId,
        stamp: &str,
        sink: &mut Sink,
    ) -> Option<Page> {
        let mut tree = self.tree(file, sink)?;
        let of = take(&mut tree.node, &STAMP);
        if is_untouched(&tree.node) {
            return None;
        }
        match of.as_ref().map(|of| (of, of.value.as_str())) {
            Some((_, Some(hash))) if hash == stamp => {}
            Some((of, _)) => sink.push(stale(&of.key.text, stamp, of.value.span)),
            None => {
                let first = tree.node.pairs().first();
                let place = first.map_or(tree.node.span, |pair| pair.key.span);
                sink.push(unstamped_page(place, stamp));
            }
        }
        page_of(tree, Some(lang), sink)
    }
}

/// The stamp of a page: all it says, in the order written.
pub(super) fn stamp_of_page(original: &Node) -> String {
    hash8(&texts_of_page(original))
}

/// The stamp of a translated page, if it has one that is not that of the original.
pub(super) fn stale_page(original: &Node, translation: &Node) -> Option<Stale> {
    let pair = translation
        .pairs()
        .iter()
        .find(|pair| STAMP.contains(&pair.key.text.as_str()))?;
    let (span, now) = (pair.value.span, stamp_of_page(original));
    (pair.value.as_str()? != now).then_some(Stale { span, now })
}

/// What a page says: what stands in its front matter but for a stamp, and the text below.
pub(super) fn texts_of_page(page: &Node) -> Vec<&str> {
    let texts = page.pairs().iter();
    let texts = texts.filter(|pair| !STAMP.contains(&pair.key.text.as_str()));
    texts.filter_map(|pair| pair.value.as_str()).collect()
}

/// Whether nothing of a translated page is written yet: it is as `maklumat new translation` makes one.
pub(super) fn is_untouched(page: &Node) -> bool {
    texts_of_page(page).is_empty()
}

/// Takes a key out of a mapping.
fn take(node: &mut Node, keys: &[&str]) -> Option<Pair> {
    let Value::Map(pairs) = &mut node.value else {
        return None;
    };
    let at = pairs
        .iter()
        .position(|pair| keys.contains(&pair.key.text.as_str()))?;
    Some(pairs.remove(at))
}

fn page_of(mut tree: Tree, lang: Option<&str>, sink: &mut Sink) -> Option<Page> {
    let body = take(&mut tree.node, &["body"]);
    mark_language(&mut tree.node, lang);
    let document = decode::<PageDocument>(&tree, &PageDocument::SHAPE, sink)?;
    let mut cx = Context::new(sink);
    let text = body.and_then(|Pair { mut value, .. }| {
        mark_language(&mut value, lang);
        Text::decode(&value, &mut cx)
    });
    Some((document, text))
}

fn mark_language(node: &mut Node, lang: Option<&str>) {
    match &mut node.value {
        Value::Scalar(scalar) => scalar.lang = lang.map(str::to_owned),
        Value::List(items) => items.iter_mut().for_each(|item| mark_language(item, lang)),
        Value::Map(pairs) => pairs
            .iter_mut()
            .for_each(|pair| mark_language(&mut pair.value, lang)),
        Value::Null => {}
    }
}
