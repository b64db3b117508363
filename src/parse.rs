//! Second stage: files become documents, each one alone, every mistake reported.
//!
//! # Steps
//!
//! 1. [`layout`] says which file is what.
//! 2. [`Reader::text`] reads a file and refuses what is no text.
//! 3. [`crate::yaml`] (for `.md` through [`front_matter`]) makes the tree.
//! 4. [`translate`] finds the words of each translation, a [`dictionary`].
//! 5. [`crate::model`] reads the tree into records.

mod as_written;
mod conflict;
pub mod dictionary;
pub mod doubts;
pub mod front_matter;
mod held;
pub mod layout;
mod pages;
pub mod spoiled;
pub mod survey;
pub mod translate;

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Lang, Sink, say};
use crate::model::agency::AgencyDocument;
use crate::model::registry::{Category, DocumentRecord, HolidayYear, LifeEvent, Regulation};
use crate::model::service::{Question, ServiceDocument, Status};
use crate::model::shape::{RecordShape, Shape};
use crate::model::site::SiteDocument;
use crate::model::{Context, Decode, Slot};
use crate::source::Sources;
use crate::span::{FileId, Span};
use crate::yaml::change::{Change, apply};
use crate::yaml::{self, Key, Node, Pair, Scalar, Tree, Value};
use dictionary::{Dictionary, Worded};
pub use held::{Fingerprint, Held};
use layout::{Layout, Translated};
pub use pages::{Page, Versions};
use spoiled::Spoiled;

/// The lists that services share.
#[derive(Debug, Clone, Default)]
pub struct Registries {
    /// Papers.
    pub documents: Vec<DocumentRecord>,
    /// Laws and regulations.
    pub regulations: Vec<Regulation>,
    /// Life events.
    pub life_events: Vec<LifeEvent>,
    /// Categories.
    pub categories: Vec<Category>,
    /// Holidays by year.
    pub holidays: Vec<HolidayYear>,
    /// Questions that services name by their ids.
    pub questions: SharedQuestions,
}

/// The questions that services share, and what their translations say.
#[derive(Debug, Clone, Default)]
pub struct SharedQuestions {
    /// The questions.
    pub list: Vec<Question>,
    /// Whether all of the file was read: what was not may be a question that services name.
    pub whole: bool,
    /// The words of each translation.
    pub words: BTreeMap<String, Dictionary>,
}

/// What looks at the trees of an original and of its translations beside the record.
type Look = (fn(&Node, &mut Sink), fn(&Node, &Node, &mut Sink));

/// A file as it is written.
#[derive(Debug)]
pub struct Written {
    /// Its text.
    pub text: String,
    /// What is written.
    pub tree: Tree,
    /// The language in which it writes its keys.
    pub keys: Lang,
    /// Whether it is front matter with a text below.
    is_markdown: bool,
}

impl Written {
    /// Its text with further items in the list below a key, given in English; an item is its lines. `None` where the list
    /// has no room for them, or what came of it could not be read.
    pub fn with_items(&self, key: &str, items: &[Vec<String>], side: yaml::Side) -> Option<String> {
        let (text, root) = (&self.text, &self.tree.node);
        let new = more_items(text, root, &ServiceDocument::SHAPE, key, items, side)?;
        let text = apply(text, vec![new]);
        self.is_kept(&text).then_some(text)
    }

    /// Whether a new text can be read, and all that stood in the old one stands there.
    fn is_kept(&self, text: &str) -> bool {
        let (file, mut told) = (self.tree.node.span.file, Sink::default());
        let Some(tree) = read_tree(file, text, self.is_markdown, &mut told) else {
            return false;
        };
        let is_there = |pair: &yaml::Pair| tree.node.get(&pair.key.text).is_some();
        tree.whole && !told.has_errors() && self.tree.node.pairs().iter().all(is_there)
    }
}

/// The tree of a text.
fn read_tree(file: FileId, text: &str, is_markdown: bool, sink: &mut Sink) -> Option<Tree> {
    match is_markdown {
        true => front_matter::read(file, text, sink),
        false => yaml::read(file, 0, text, sink),
    }
}

/// Further items for the list below a key, given in English, of a record that is written in a file; an item is its lines.
/// `None` where the list has no room for them.
pub fn more_items(
    text: &str,
    root: &Node,
    shape: &RecordShape,
    key: &str,
    items: &[Vec<String>],
    side: yaml::Side,
) -> Option<Change> {
    let field = shape.find(key)?;
    let keys = [
        field.name(language_of_keys(root, shape)),
        field.en,
        field.id,
    ];
    let before = shape.fields.iter().take_while(|known| known.en != field.en);
    let before: Vec<&str> = before.flat_map(|known| [known.en, known.id]).collect();
    yaml::insertion(text, root, (&keys, &before), items, side)
}

/// Reads the files of a site.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    sources: &'a dyn Sources,
    layout: &'a Layout,
    held: Option<&'a Held>,
    /// Whether the site says that it is real, so that nothing of a template may stand in it.
    real: bool,
}

impl<'a> Reader<'a> {
    /// A reader of the files in `layout`.
    pub fn new(sources: &'a dyn Sources, layout: &'a Layout) -> Self {
        Self {
            sources,
            layout,
            held: None,
            real: false,
        }
    }

    /// A reader that reports values of the templates, unless the site is an example.
    #[must_use]
    pub fn of(self, site: &SiteDocument) -> Self {
        let real = self.layout.site.is_some() && site.example.get() != Some(&true);
        Self { real, ..self }
    }

    /// The bytes of a document's files as they are now.
    pub fn hold(&self, files: &Translated) -> Held {
        Held::read(self.sources, self.layout, files)
    }

    /// A reader that takes the bytes of these files from where they are held.
    pub fn with<'b>(self, held: &'b Held) -> Reader<'b>
    where
        'a: 'b,
    {
        Reader {
            held: Some(held),
            ..self
        }
    }

    fn bytes(&self, file: FileId, path: &str) -> Result<Vec<u8>, String> {
        match self.held.and_then(|held| held.get(file)) {
            Some(held) => held.clone(),
            None => self.sources.read(path),
        }
    }

    /// The text of a file, or findings why it has none.
    pub fn text(&self, file: FileId, sink: &mut Sink) -> Option<String> {
        let entry = self.layout.entries.get(file.0 as usize)?;
        if entry.size > yaml::text::MAX_BYTES {
            sink.push(yaml::text::too_large(file, entry.size));
            return None;
        }
        match self.bytes(file, &entry.path) {
            Ok(bytes) => yaml::text::decode(file, bytes, sink),
            Err(why) => {
                let path = &entry.path;
                let reason = crate::source::reason_in_indonesian(&why);
                sink.push(
                    Diagnostic::new(
                        Code::K0001,
                        Span::file_start(file),
                        say!(
                            "berkas `{path}` tidak dapat dibaca: {reason}",
                            "the file `{path}` cannot be read: {why}"
                        ),
                    )
                    .help(say!(
                        "periksa izin berkas itu",
                        "check the file's permissions"
                    )),
                );
                None
            }
        }
    }

    /// The tree of a file.
    pub fn tree(&self, file: FileId, sink: &mut Sink) -> Option<Tree> {
        let text = self.text(file, sink)?;
        let markdown = self.layout.path(file).ends_with(".md");
        let text = conflict::settle(file, text, markdown, sink);
        read_tree(file, &text, markdown, sink)
    }

    /// `site.yaml`; a default where it cannot be used.
    pub fn site(&self, sink: &mut Sink) -> SiteDocument {
        let read = self.layout.site.and_then(|file| self.tree(file, sink));
        read.and_then(|tree| decode(&tree, &SiteDocument::SHAPE, sink))
            .unwrap_or_default()
    }

    /// The shared lists.
    pub fn registries(&self, sink: &mut Sink) -> Registries {
        let one = |file: Option<FileId>| file.into_iter().collect::<Vec<_>>();
        Registries {
            documents: self.list(&self.layout.documents, &DocumentRecord::SHAPE, sink),
            regulations: self.list(&one(self.layout.regulations), &Regulation::SHAPE, sink),
            life_events: self.list(&one(self.layout.life_events), &LifeEvent::SHAPE, sink),
            categories: self.list(&one(self.layout.categories), &Category::SHAPE, sink),
            holidays: self.list(&one(self.layout.holidays), &HolidayYear::SHAPE, sink),
            questions: self.questions(sink),
        }
    }

    /// The questions that services share; a site without them has none.
    fn questions(&self, sink: &mut Sink) -> SharedQuestions {
        let files = &self.layout.questions;
        let mut shared = SharedQuestions {
            whole: true,
            ..SharedQuestions::default()
        };
        let Some(file) = files.file else {
            return shared;
        };
        let mut found = Sink::default();
        let tree = self.tree(file, &mut found);
        if let Some(tree) = &tree {
            let path = self.layout.path(file);
            shared.list = decode_list(&tree.node, path, &Question::SHAPE, &mut found);
        }
        shared.whole = tree.as_ref().is_some_and(|tree| tree.whole) && !found.has_errors();
        sink.append(found);
        let Some(tree) = tree else { return shared };
        for (lang, file) in &files.translations {
            if let Some(translation) = self.tree(*file, sink) {
                let shape = Vec::<Question>::shape();
                let mut cx = context(&tree.node, &Question::SHAPE, sink);
                let said = translate::words(&tree.node, &translation.node, &shape, lang, &mut cx);
                shared.words.insert(lang.clone(), said.words);
            }
        }
        shared
    }

    /// The items of files that each hold a list, or one item; an item without an id takes its file's name.
    fn list<T: Decode>(
        &self,
        files: &[FileId],
        shape: &'static RecordShape,
        sink: &mut Sink,
    ) -> Vec<T> {
        let mut all = Vec::new();
        for file in files {
            let Some(mut tree) = self.tree(*file, sink) else {
                continue;
            };
            let path = self.layout.path(*file);
            if matches!(tree.node.value, Value::Map(_)) && path.starts_with("content/documents/") {
                name_after_file(&mut tree.node, path);
                all.extend(decode::<T>(&tree, shape, sink));
            } else {
                all.extend(decode_list::<T>(&tree.node, path, shape, sink));
            }
        }
        all
    }

    /// A service's file as it is written, for whoever adds to it; `None` where not all of it can be read.
    pub fn written(&self, file: FileId) -> Option<Written> {
        let mut unseen = Sink::deaf();
        let text = self.text(file, &mut unseen)?;
        let tree = self.tree(file, &mut unseen).filter(|tree| tree.whole)?;
        let keys = language_of_keys(&tree.node, &ServiceDocument::SHAPE);
        Some(Written {
            text,
            tree,
            keys,
            is_markdown: self.layout.path(file).ends_with(".md"),
        })
    }

    /// An agency, and the words of its translations.
    pub fn agency(&self, files: &Translated, sink: &mut Sink) -> Option<Worded<AgencyDocument>> {
        self.worded(files, &AgencyDocument::SHAPE, None, sink)
    }

    /// A service, and the words of its translations.
    pub fn service(&self, files: &Translated, sink: &mut Sink) -> Option<Worded<ServiceDocument>> {
        let look: Look = (as_written::check, as_written::check_translation);
        let read: Worded<ServiceDocument> =
            self.worded(files, &ServiceDocument::SHAPE, Some(look), sink)?;
        let is_draft = match read.document.status {
            Slot::Given(status) => status == Status::Draft,
            // What somebody wrote there may have been just that.
            Slot::Wrong => true,
            Slot::Absent | Slot::Missing(_) => false,
        };
        if let Some(file) = files.file.filter(|_| !is_draft) {
            self.doubts(file, sink);
        }
        Some(read)
    }

    /// Reports the doubts that are left in a file.
    fn doubts(&self, file: FileId, sink: &mut Sink) {
        let bytes = self.bytes(file, self.layout.path(file));
        if !bytes.is_ok_and(|bytes| doubts::may_be_in(&bytes)) {
            return;
        }
        let mut told = Sink::deaf();
        let text = self.text(file, &mut told);
        let tree = self.tree(file, &mut told);
        if let (Some(text), Some(tree)) = (text, tree) {
            doubts::check(&text, &tree, sink);
        }
    }

    /// The tree and the record of an original.
    fn original<T: Decode>(
        &self,
        file: FileId,
        shape: &'static RecordShape,
        look: Option<Look>,
        sink: &mut Sink,
    ) -> Option<(Tree, T)> {
        let tree = self.tree(file, sink)?;
        if let Some((original, _)) = look {
            original(&tree.node, sink);
        }
        if self.real {
            as_written::check_values(&tree.node, sink);
        }
        let document = decode::<T>(&tree, shape, sink)?;
        Some((tree, document))
    }

    fn worded<T: Decode>(
        &self,
        files: &Translated,
        shape: &'static RecordShape,
        look: Option<Look>,
        sink: &mut Sink,
    ) -> Option<Worded<T>> {
        let mut found = Sink::default();
        let read = self.original(files.file?, shape, look, &mut found);
        let whole = read.as_ref().is_some_and(|(tree, _)| tree.whole);
        // A key may have nothing after its colon only because what stood there could not be read.
        found.retain(|finding| whole || finding.code != Code::K0226);
        let spoiled = Spoiled::of(read.as_ref().map(|(tree, _)| tree), shape, &found);
        sink.append(found);
        let (tree, document) = read?;
        let mut words = BTreeMap::new();
        for (lang, file) in &files.translations {
            let Some(translation) = self.tree(*file, sink) else {
                continue;
            };
            if let Some((_, look)) = look {
                look(&tree.node, &translation.node, sink);
            }
            let mut cx = context(&tree.node, shape, sink);
            let whole = Shape::Record(shape);
            let found = translate::words(&tree.node, &translation.node, &whole, lang, &mut cx);
            words.insert(lang.clone(), found.words);
        }
        Some(Worded {
            document,
            whole: tree.whole && !spoiled.everything(),
            spoiled,
            words,
        })
    }
}

/// `documents/kartu-keluarga.yaml` without an `id` is the document `kartu-keluarga`.
fn name_after_file(node: &mut Node, path: &str) {
    let stem = path
        .rsplit('/')
        .next()
        .and_then(|name| name.strip_suffix(".yaml"));
    let span = node.span;
    if let (Value::Map(pairs), Some(stem)) = (&mut node.value, stem)
        && !pairs.iter().any(|pair| pair.key.text == "id")
    {
        pairs.push(Pair {
            key: Key {
                text: "id".to_owned(),
                span,
            },
            value: Node {
                span,
                value: Value::Scalar(Scalar {
                    text: stem.to_owned(),
                    verbatim_at: None,
                    lines: Vec::new(),
                    lang: None,
                }),
            },
        });
    }
}

/// Reads a tree into a record, with messages in the language of its keys.
fn decode<T: Decode>(tree: &Tree, shape: &RecordShape, sink: &mut Sink) -> Option<T> {
    let mut cx = context(&tree.node, shape, sink);
    cx.lost = !tree.whole;
    T::decode(&tree.node, &mut cx)
}

/// What reading the record of a file needs beside its tree.
fn context<'s>(node: &Node, shape: &RecordShape, sink: &'s mut Sink) -> Context<'s> {
    let mut cx = Context::new(sink);
    cx.lang = language_of_keys(node, shape);
    shape.name.clone_into(&mut cx.key);
    cx
}

fn decode_list<T: Decode>(node: &Node, path: &str, shape: &RecordShape, sink: &mut Sink) -> Vec<T> {
    let mut cx = Context::new(sink);
    if let Some(first) = node.items().first() {
        cx.lang = language_of_keys(first, shape);
    }
    path.rsplit('/')
        .next()
        .unwrap_or(path)
        .clone_into(&mut cx.key);
    Vec::<T>::decode(node, &mut cx).unwrap_or_default()
}

/// The language in which most keys of a mapping are written; Indonesian unless more are English only.
pub fn language_of_keys(node: &Node, shape: &RecordShape) -> Lang {
    // Of a list the first item tells.
    let node = node.items().first().unwrap_or(node);
    let mut balance = 0_i32;
    for pair in node.pairs() {
        if let Some(field) = shape.find(&pair.key.text)
            && field.en != field.id
        {
            balance += if field.id == pair.key.text { 1 } else { -1 };
        }
    }
    if balance < 0 { Lang::En } else { Lang::Id }
}

/// The shape of a whole file, for the editor's schema.
pub fn file_shapes() -> Vec<(&'static str, Shape)> {
    vec![
        ("site", SiteDocument::shape()),
        ("agency", AgencyDocument::shape()),
        ("service", ServiceDocument::shape()),
        ("documents", Vec::<DocumentRecord>::shape()),
        ("regulations", Vec::<Regulation>::shape()),
        ("life-events", Vec::<LifeEvent>::shape()),
        ("categories", Vec::<Category>::shape()),
        ("holidays", Vec::<HolidayYear>::shape()),
        ("questions", Vec::<Question>::shape()),
    ]
}
