//! What is not translated: for each file of a site and each further language, the texts without words and those whose
//! original changed.

mod draft;
mod findings;

use std::collections::BTreeSet;

use super::layout::Translated;
use super::pages::{is_untouched, stale_page, stamp_of_page, texts_of_page};
use super::translate::stamps::{self, keys};
use super::translate::texts::Texts;
use super::translate::{Said, Stale, words};
use super::{Reader, context, front_matter, language_of_keys};
use crate::diagnostic::{Code, Diagnostic, Lang, Sink};
use crate::model::Decode;
use crate::model::agency::AgencyDocument;
use crate::model::registry::PageDocument;
use crate::model::service::{Question, ServiceDocument};
use crate::model::shape::{RecordShape, Shape};
use crate::span::{FileId, Span};
use crate::yaml::{Node, Tree, Value};
pub use draft::Draft;
use findings::{id_for, no_translation, untranslated, without_id};

/// How far the translation of a file into a language is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surveyed {
    /// The original.
    pub original: FileId,
    /// The language.
    pub lang: String,
    /// The translation, if there is one.
    pub translation: Option<FileId>,
    /// How many texts the original has.
    pub texts: usize,
    /// How many of them have no words in that language.
    pub missing: usize,
    /// How many stamps are not those of the original.
    pub stale: usize,
    /// Each text without words, at its place in the original; one finding for a file without any.
    pub findings: Vec<Diagnostic>,
}

/// A file whose texts can be translated, and the keys it may have.
struct Original<'f> {
    files: &'f Translated,
    /// The shape of its file.
    shape: Shape,
    /// The keys of its mapping, or of the items of its list.
    keys: &'static RecordShape,
}

impl Reader<'_> {
    /// How far each file is in each of these languages but the first, which is the content's own.
    pub fn survey(&self, languages: &[String]) -> Vec<Surveyed> {
        let further = languages.get(1..).unwrap_or_default();
        let originals = self.translatable().into_iter();
        originals
            .flat_map(|original| self.survey_one(&original, further))
            .collect()
    }

    /// Translations with stamps for all their texts that have none: each file, its new text, and how many were written.
    /// Whoever asks for them says that these translations are those of the original as it is now.
    pub fn stamped(&self) -> Vec<(FileId, String, usize)> {
        let mut stamped = Vec::new();
        for original in self.translatable() {
            for (lang, file) in &original.files.translations {
                let found = match original.is_page() {
                    true => self.stamped_page(&original, *file),
                    false => self.stamped_words(&original, lang, *file),
                };
                stamped.extend(found.map(|(text, count)| (*file, text, count)));
            }
        }
        stamped
    }

    /// The stamps of all translations that are not those of their originals.
    pub fn stale(&self) -> Vec<Stale> {
        let mut stale = Vec::new();
        for original in self.translatable() {
            let Some(before) = original.files.file.and_then(|file| self.quietly(file)) else {
                continue;
            };
            for (lang, file) in &original.files.translations {
                let Some(tree) = self.quietly(*file) else {
                    continue;
                };
                match original.is_page() {
                    true => stale.extend(stale_page(&before.node, &tree.node)),
                    false => {
                        let said = original.say(&before, &tree, lang, &mut Sink::deaf());
                        stale.extend(said.stale);
                    }
                }
            }
        }
        stale
    }

    /// The files with an original, sorted by what they are.
    fn translatable(&self) -> Vec<Original<'_>> {
        let folders = self.layout.agencies.values();
        let documents = folders.flat_map(|folder| {
            let services = folder.services.values();
            let services = services.map(|files| (files, &ServiceDocument::SHAPE));
            std::iter::once((&folder.agency, &AgencyDocument::SHAPE)).chain(services)
        });
        let pages = self.layout.pages.values();
        let pages = pages.map(|files| (files, &PageDocument::SHAPE));
        let mappings = documents.chain(pages).map(|(files, keys)| Original {
            files,
            shape: Shape::Record(keys),
            keys,
        });
        let questions = Original {
            files: &self.layout.questions,
            shape: Vec::<Question>::shape(),
            keys: &Question::SHAPE,
        };
        let all = mappings.chain([questions]);
        all.filter(|original| original.files.file.is_some())
            .collect()
    }

    fn survey_one(&self, original: &Original<'_>, languages: &[String]) -> Vec<Surveyed> {
        let file = original.files.file.filter(|_| !languages.is_empty());
        let Some((file, tree)) = file.and_then(|file| Some((file, self.quietly(file)?))) else {
            return Vec::new();
        };
        let texts = original.texts(&tree);
        if texts.count() == 0 {
            return Vec::new();
        }
        let surveyed = languages.iter().map(|lang| {
            let translation = original.files.translations.get(lang).copied();
            Surveyed {
                original: file,
                lang: lang.clone(),
                translation,
                texts: texts.count(),
                missing: texts.count(),
                stale: 0,
                findings: Vec::new(),
            }
        });
        let mut surveyed: Vec<Surveyed> = surveyed.collect();
        let path = self.layout.path(file);
        // An id helps every language: it is asked for once.
        let mut nameless = self.nameless((file, original.keys), &tree, &texts);
        for one in &mut surveyed {
            let read = one.translation.and_then(|file| self.quietly(file));
            let Some(read) = read else {
                one.findings.push(no_translation(path, one));
                continue;
            };
            let (said, stale) = original.said(&tree, &read, &one.lang);
            let left = texts.all().into_iter();
            let left = left.filter(|(_, text)| !said.contains(&text.span));
            let left = left.map(|(key, text)| untranslated(path, &one.lang, key, text));
            one.findings = left.collect();
            let unnamed = texts.nameless.iter().map(|item| item.texts);
            one.missing = one.findings.len() + unnamed.sum::<usize>();
            one.stale = stale;
            one.findings.append(&mut nameless);
        }
        surveyed
    }

    /// Each item that cannot be translated before it has an id, with one to give it.
    fn nameless(
        &self,
        (file, shape): (FileId, &RecordShape),
        tree: &Tree,
        texts: &Texts<'_>,
    ) -> Vec<Diagnostic> {
        let Some(text) = self.text(file, &mut Sink::deaf()) else {
            return Vec::new();
        };
        let [_, key] = keys(language_of_keys(&tree.node, shape));
        let mut taken = BTreeSet::new();
        ids_of(&tree.node, &mut taken);
        let nameless = texts.nameless.iter();
        nameless
            .map(|item| without_id(item, &id_for(item, &mut taken), key, &text))
            .collect()
    }

    fn quietly(&self, file: FileId) -> Option<Tree> {
        // What is wrong with a file is told by those who read it for its page.
        self.tree(file, &mut Sink::deaf())
    }

    fn stamped_words(
        &self,
        original: &Original<'_>,
        lang: &str,
        file: FileId,
    ) -> Option<(String, usize)> {
        let before = self.quietly(original.files.file?)?;
        let (text, tree) = (self.text(file, &mut Sink::deaf())?, self.quietly(file)?);
        let said = original.say(&before, &tree, lang, &mut Sink::deaf());
        if said.unstamped.is_empty() || !tree.whole {
            return None;
        }
        let keys = original.keys_of(&tree);
        let (stamped, count) = stamps::write(&text, &tree.node, &said.unstamped, keys);
        // Nothing but stamps may have changed.
        let again = read_again(file, self.layout.path(file), &stamped)?;
        let after = original.say(&before, &again, lang, &mut Sink::deaf());
        let same = said.words.said().eq(after.words.said());
        let fewer = after.unstamped.len() + count == said.unstamped.len();
        (same && fewer && count > 0).then_some((stamped, count))
    }

    fn stamped_page(&self, original: &Original<'_>, file: FileId) -> Option<(String, usize)> {
        let before = self.quietly(original.files.file?)?;
        let (text, tree) = (self.text(file, &mut Sink::deaf())?, self.quietly(file)?);
        let stamped = ["of", "dari"]
            .iter()
            .any(|key| tree.node.get(key).is_some());
        let first = tree.node.pairs().first()?;
        let written = first.key.span.start < first.key.span.end;
        if stamped || !written || is_untouched(&tree.node) {
            return None;
        }
        let [of, _] = keys(original.keys_of(&tree));
        let (at, hash) = (first.key.span.start as usize, stamp_of_page(&before.node));
        let (head, tail) = text.split_at_checked(at)?;
        Some((format!("{head}{of}: {hash}\n{tail}"), 1))
    }
}

impl Original<'_> {
    fn is_page(&self) -> bool {
        self.keys.name == PageDocument::SHAPE.name
    }

    fn texts<'n>(&self, tree: &'n Tree) -> Texts<'n> {
        Texts::of(&tree.node, &self.shape)
    }

    /// The places of the original for which a translation has words, and how many of its stamps are old.
    fn said(&self, tree: &Tree, translation: &Tree, lang: &str) -> (BTreeSet<Span>, usize) {
        if self.is_page() {
            return page_said(tree, translation);
        }
        let mut sink = Sink::default();
        let said = self.say(tree, translation, lang, &mut sink);
        let findings = sink.into_findings();
        let stale = findings.iter().filter(|one| one.code == Code::K0701);
        let places = said.words.said().map(|(place, _)| place);
        (places.collect(), stale.count())
    }

    fn say(&self, tree: &Tree, translation: &Tree, lang: &str, sink: &mut Sink) -> Said {
        let mut cx = context(&tree.node, self.keys, sink);
        words(&tree.node, &translation.node, &self.shape, lang, &mut cx)
    }

    /// The language of the keys of a translation; of a list its items are called by their ids.
    fn keys_of(&self, translation: &Tree) -> Lang {
        let node = &translation.node;
        match (&self.shape, node.pairs().first()) {
            (Shape::List(_), Some(first)) => language_of_keys(&first.value, self.keys),
            _ => language_of_keys(node, self.keys),
        }
    }
}

/// A page is translated as a whole.
fn page_said(tree: &Tree, translation: &Tree) -> (BTreeSet<Span>, usize) {
    if texts_of_page(&translation.node).is_empty() {
        return (BTreeSet::new(), 0);
    }
    let places = tree.node.pairs().iter().map(|pair| pair.value.span);
    let of = ["of", "dari"]
        .iter()
        .find_map(|key| translation.node.get(key));
    let hash = of.and_then(Node::as_str);
    let stale = hash.is_some_and(|hash| hash != stamp_of_page(&tree.node));
    (places.collect(), usize::from(stale))
}

fn read_again(file: FileId, path: &str, text: &str) -> Option<Tree> {
    let mut sink = Sink::default();
    let tree = match path.ends_with(".md") {
        true => front_matter::read(file, text, &mut sink),
        false => crate::yaml::read(file, 0, text, &mut sink),
    };
    tree.filter(|tree| tree.whole)
}

/// Every id of a file.
fn ids_of(node: &Node, found: &mut BTreeSet<String>) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| ids_of(item, found)),
        Value::Map(pairs) => {
            let id = node.get("id").and_then(Node::as_str);
            found.extend(id.map(str::to_owned));
            pairs.iter().for_each(|pair| ids_of(&pair.value, found));
        }
        Value::Scalar(_) | Value::Null => {}
    }
}
