//! How pages look and which words stand on them: templates, one style sheet, and words per language.
//!
//! # Steps
//!
//! 1. The default theme is part of the program (`files`); a site's own files replace it one by one.
//! 2. Each file is checked alone: its policy (`policy`), its syntax (`compile`), its words (`words`).
//! 3. What stands is made smaller (`minify`) and compiled, once, into a [`Theme`], and [`Theme::render`] fills it with a page's view.

mod compile;
mod files;
mod filters;
mod gallery;
mod minify;
mod policy;
mod problem;
mod script;
mod style;
mod words;

pub use files::DefaultFile;
pub use gallery::{Example, Part};
pub use minify::minify;
pub use problem::ThemeProblem;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use sha2::{Digest, Sha256};
use tera::{Context, Tera, Value};

use crate::diagnostic::Report;
use crate::language::{self, Language, Words};

/// The scripts that stand inside pages: the template's name for each, and its file.
const SCRIPTS: [(&str, &str); 5] = [
    ("checklist_script", "service/checklist.js"),
    ("due_script", "service/due.js"),
    ("finder_script", "finder/finder.js"),
    ("keep_script", "offline/keep.js"),
    ("search_script", "search/search.js"),
];

/// A script in a file of its own, which no page holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Program {
    /// The service worker.
    Worker,
    /// The service worker of a site that keeps nothing.
    Leave,
}

/// The files of those scripts.
const PROGRAMS: [(Program, &str); 2] = [
    (Program::Worker, "offline/worker.js"),
    (Program::Leave, "offline/leave.js"),
];

/// The styles that stand inside pages: the template's name for each, and the files it is made of, by what their paths
/// start with.
const STYLES: [(&str, &[&str]); 6] = [
    ("finder_style", &["finder/", "service/questions"]),
    ("lists_style", &["lists/"]),
    ("print_style", &["print/"]),
    ("search_style", &["search/"]),
    ("service_style", &["service/"]),
    ("style", &["style.css", "parts/"]),
];

/// How much of a template's white space reaches the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// What can be left out is left out. The same as [`AsWritten`](Form::AsWritten) without the feature `minify`.
    #[default]
    Minified,
    /// As the theme wrote it.
    AsWritten,
}

/// A theme ready to render: compiled templates, styles and scripts, and the words of each language.
#[derive(Debug)]
pub struct Theme {
    /// The compiled templates as they were written.
    written: Tera,
    /// The same without what says nothing.
    minified: Option<Tera>,
    /// Styles and scripts in few bytes, by the name that templates have for them.
    parts: BTreeMap<&'static str, Value>,
    /// Scripts in files of their own, in few bytes.
    programs: BTreeMap<Program, String>,
    /// The words by language.
    languages: BTreeMap<String, Spoken>,
    /// The templates as they were written, by file.
    templates: BTreeMap<String, String>,
    /// Which files are the site's own.
    own: BTreeSet<String>,
    /// Whether one of those says something else than the default theme.
    changed: bool,
    /// What its files lack, though pages can be made without it.
    notes: Vec<(ThemeProblem, String)>,
    /// Hash of every file.
    fingerprint: String,
}

/// A language of the theme, for Rust and for templates.
#[derive(Debug)]
struct Spoken {
    /// What Rust code asks.
    language: Language,
    /// Its words as nested maps: `w.unit.day`.
    value: Value,
}

impl Theme {
    /// The default theme.
    ///
    /// # Panics
    ///
    /// Never: a test compiles the embedded files.
    pub fn embedded() -> Self {
        match Self::with_files(&BTreeMap::new()) {
            Ok(theme) => theme,
            Err(problems) => unreachable!("the embedded theme is sound: {problems:?}"),
        }
    }

    /// The default theme with some files replaced; a file of words replaces only the keys it holds, and may be that of
    /// a language which the default theme does not know.
    ///
    /// # Errors
    ///
    /// All problems of all files, by file.
    pub fn with_files(overrides: &BTreeMap<String, String>) -> Result<Self, Vec<ThemeProblem>> {
        let mut problems = Vec::new();
        let mut sources: BTreeMap<&str, &str> = files::ALL
            .iter()
            .map(|file| (file.path, file.text))
            .collect();
        for (path, text) in overrides {
            if files::find(path).is_some() || words::tag_of(path).is_some() {
                problems.extend(policy::check(path, text));
                sources.insert(path, text);
            } else {
                problems.push(files::unknown(path));
            }
        }
        let mut notes = Vec::new();
        let languages = read_languages(overrides, &mut problems, &mut notes);
        let replaced = |path: &str| overrides.contains_key(path);
        let tera = compile::templates(&sources, &replaced, &mut problems);
        let parts = compact_parts(&sources, &mut problems);
        let programs = PROGRAMS.map(|(name, file)| (name, compact(&sources, file, &mut problems)));
        match tera {
            Some(written) if problems.is_empty() => Ok(Self {
                written,
                minified: compile::minified(&sources),
                parts,
                programs: programs.into(),
                templates: sources
                    .iter()
                    .filter(|(path, _)| path.ends_with(".html"))
                    .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
                    .collect(),
                own: overrides.keys().cloned().collect(),
                changed: overrides.iter().any(is_other),
                languages,
                notes,
                fingerprint: fingerprint(&sources, overrides),
            }),
            _ => {
                for problem in &mut problems {
                    if !overrides.contains_key(&problem.file) {
                        problem.is_of_default();
                    }
                }
                problems.sort_by(|a, b| (&a.file, a.span.start).cmp(&(&b.file, b.span.start)));
                Err(problems)
            }
        }
    }

    /// One page in a form: `page` is the view, `w` the words of `lang`; beside them stand the styles and scripts.
    ///
    /// # Errors
    ///
    /// What the template asks of the view and the view does not hold, with its place.
    pub fn render(
        &self,
        template: &str,
        form: Form,
        lang: &str,
        view: &impl Serialize,
    ) -> Result<String, ThemeProblem> {
        let problem = |error: tera::Error| {
            let mut problem = compile::problem(template, &error);
            if !self.own.contains(&problem.file) {
                problem.is_of_default();
            }
            problem
        };
        let page = Value::try_from_serializable(view).map_err(problem)?;
        let mut context = Context::new();
        context.insert_value("page", page);
        context.insert_value("w", self.spoken(lang).value.clone());
        for (name, part) in &self.parts {
            context.insert_value(*name, part.clone());
        }
        if form == Form::Minified
            && let Some(minified) = &self.minified
            && let Ok(html) = minified.render(template, &context)
        {
            return Ok(html);
        }
        // Only the templates as written know the places of their mistakes.
        self.written.render(template, &context).map_err(problem)
    }

    /// A script in a file of its own, in few bytes.
    pub fn program(&self, program: Program) -> &str {
        self.programs.get(&program).map_or("", String::as_str)
    }

    /// The text of a template, in which a [`ThemeProblem`] has its place; empty for any other file.
    pub fn text(&self, file: &str) -> &str {
        self.templates.get(file).map_or("", String::as_str)
    }

    /// Whether the site has templates of its own. What those ask of a view shows only when pages are made.
    pub fn has_own_templates(&self) -> bool {
        self.own.iter().any(|path| files::is_template(path))
    }

    /// A language: `en` for `en-GB`, and the first of the product where the theme does not know it.
    pub fn language(&self, lang: &str) -> &Language {
        &self.spoken(lang).language
    }

    /// Whether the site has changed the theme: what was tested of the default theme may not hold for it.
    pub fn is_changed(&self) -> bool {
        self.changed
    }

    /// The languages the theme has words for, the first of the product first.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        let first = self.languages.get_key_value(language::FIRST);
        let others = self.languages.keys().filter(|tag| *tag != language::FIRST);
        first
            .map(|(tag, _)| tag)
            .into_iter()
            .chain(others)
            .map(String::as_str)
    }

    /// What files of the theme lack, though pages can be made without it, each with the text of its file.
    pub fn notes(&self) -> &[(ThemeProblem, String)] {
        &self.notes
    }

    /// A hash of every file of the theme: another theme has another one.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// A file of the default theme, by its path inside the theme's folder.
    pub fn default_file(path: &str) -> Option<&'static str> {
        files::find(path).map(|file| file.text)
    }

    /// What a site starts from that writes this file: the default theme's own, and for the words of another language
    /// those of the first.
    pub fn file_to_change(path: &str) -> Option<&'static str> {
        let first = files::ALL
            .iter()
            .find(|file| words::tag_of(file.path) == Some(language::FIRST));
        let words = words::tag_of(path).and(first).map(|file| file.text);
        Self::default_file(path).or(words)
    }

    /// The file of the default theme that is called so in some folder, or is most similar.
    pub fn near(path: &str) -> Option<&'static str> {
        files::near(path)
    }

    /// Every file of the default theme, sorted by path.
    pub fn default_files() -> &'static [DefaultFile] {
        files::ALL
    }

    /// The words of `lang`, of its primary language, or of the first language of the product.
    fn spoken(&self, lang: &str) -> &Spoken {
        let primary = lang.split('-').next().unwrap_or(lang);
        [lang, primary, language::FIRST]
            .iter()
            .find_map(|tag| self.languages.get(*tag))
            .unwrap_or_else(|| unreachable!("the embedded words are always loaded"))
    }
}

/// Whether a file of a site says something else than that of the default theme.
fn is_other((path, text): (&String, &String)) -> bool {
    files::find(path).is_none_or(|file| file.text != text)
}

/// The problems of a theme's files, each at its place below `folder`.
pub fn report(problems: &[ThemeProblem], folder: &str, files: &BTreeMap<String, String>) -> Report {
    let located = problems.iter().map(|problem| {
        let default = Theme::default_file(&problem.file).unwrap_or_default();
        let text = files.get(&problem.file).map_or(default, String::as_str);
        problem.located(folder, text)
    });
    Report {
        findings: located.collect(),
        ..Report::default()
    }
}

/// The folder of the theme that site.yaml names.
pub fn folder(name: &str) -> String {
    format!("themes/{}", if name.is_empty() { "default" } else { name })
}

/// The styles and scripts as they go into pages.
fn compact_parts(
    sources: &BTreeMap<&str, &str>,
    problems: &mut Vec<ThemeProblem>,
) -> BTreeMap<&'static str, Value> {
    let mut parts = BTreeMap::new();
    for (name, file) in SCRIPTS {
        parts.insert(name, Value::safe_string(&compact(sources, file, problems)));
    }
    for (name, starts) in STYLES {
        let files = starts.iter().flat_map(|start| {
            let files = sources.iter();
            files.filter(move |(path, _)| path.starts_with(start) && path.ends_with(".css"))
        });
        let small = style::bundle(files.map(|(_, text)| *text));
        parts.insert(name, Value::safe_string(&small));
    }
    parts
}

/// A script in few bytes; nothing if it cannot be read, which is reported.
fn compact(sources: &BTreeMap<&str, &str>, file: &str, problems: &mut Vec<ThemeProblem>) -> String {
    script::compact(sources[file]).unwrap_or_else(|mistake| {
        problems.push(script::problem(file, mistake));
        String::new()
    })
}

/// Every language of the theme: the default's own, with the site's words laid over, and those that the site adds.
fn read_languages(
    overrides: &BTreeMap<String, String>,
    problems: &mut Vec<ThemeProblem>,
    notes: &mut Vec<(ThemeProblem, String)>,
) -> BTreeMap<String, Spoken> {
    let mut all: BTreeMap<String, Words> = BTreeMap::new();
    for file in files::ALL {
        let Some(tag) = words::tag_of(file.path) else {
            continue;
        };
        let mut words = Words::default();
        problems.extend(words::lay_over(&mut words, file.path, file.text));
        if let Some(text) = overrides.get(file.path) {
            problems.extend(words::lay_over(&mut words, file.path, text));
        }
        all.insert(tag.to_owned(), words);
    }
    let added = overrides
        .iter()
        .filter(|(path, _)| files::find(path).is_none())
        .filter_map(|(path, text)| Some((words::tag_of(path)?, (path, text))));
    // In the order of their tags: a variety such as `zh-hant` comes after `zh`.
    for (tag, (path, text)) in added.collect::<BTreeMap<_, _>>() {
        let variety_of = tag.rsplit_once('-').and_then(|(wider, _)| all.get(wider));
        let base = variety_of.or_else(|| all.get(language::FIRST));
        let mut words = base.cloned().unwrap_or_default();
        if variety_of.is_none() {
            let missing = words::missing(&words, path, text);
            notes.extend(missing.map(|note| (note, text.clone())));
        }
        problems.extend(words::lay_over(&mut words, path, text));
        all.insert(tag.to_owned(), words);
    }
    let spoken = all.into_iter().map(|(tag, words)| {
        let value = words::nested(&words);
        let language = Language::new(words);
        (tag, Spoken { language, value })
    });
    spoken.collect()
}

/// Hash of all files in the order of their paths, the default's words included.
fn fingerprint(sources: &BTreeMap<&str, &str>, overrides: &BTreeMap<String, String>) -> String {
    let mut hash = Sha256::new();
    let defaults = files::ALL
        .iter()
        .filter(|file| overrides.contains_key(file.path) && words::tag_of(file.path).is_some())
        .map(|file| (file.path, file.text));
    for (path, text) in sources.iter().map(|(p, t)| (*p, *t)).chain(defaults) {
        for part in [path, text] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
    }
    let bytes = hash.finalize();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
