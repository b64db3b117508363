//! Nothing that was written vanishes: each text that a file can hold is on a page, or a finding names it.
//!
//! # Steps
//!
//! 1. [`fill`] writes the reference with a mark of its own in every text that the declared shapes have.
//! 2. What `check` refuses is named so, and written another way or taken out, until nothing is refused.
//! 3. Each mark that is left must be seen on a page, or stand where a finding says that it is not shown.
//!
//! This is done with all texts at once, and with each text of a record without the others.

mod fill;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use maklumat::diagnostic::{Code, Located, Severity};
use maklumat::model::Decode;
use maklumat::model::registry::PageDocument;
use maklumat::model::shape::Shape;
use maklumat::parse::file_shapes;
use scraper::{Html, Node};
use serde_yaml::Value;

use crate::site::{Built, Site, text_of};
use fill::{Filler, Mark, Numbers, Share, is_text, place};
use tree::{Tree, Writer, Written, remove};

const FOLDER: &str = "tests/data/reference";

/// The files of the reference that hold texts, with their shapes; those with a translation.
const FILES: [(&str, &str, bool); 12] = [
    ("site.yaml", "site", false),
    ("content/documents.yaml", "documents", false),
    ("content/regulations.yaml", "regulations", false),
    ("content/life-events.yaml", "life-events", false),
    ("content/categories.yaml", "categories", false),
    ("content/holidays.yaml", "holidays", false),
    ("content/questions.yaml", "questions", false),
    ("content/dinas-contoh/agency.yaml", "agency", true),
    ("content/dinas-contoh/layanan-lengkap.md", "service", true),
    ("content/dinas-contoh/kk.yaml", "service", true),
    ("content/pages/tentang.md", "page", true),
    ("content/pages/tentang.en.md", "page", false),
];

/// Codes that say of a text that it is not shown.
const NOT_SHOWN: [Code; 2] = [Code::K0215, Code::K0505];

/// Texts that are for no reader: a theme is a folder, tests of the rules are run by `check`, and by its other names a
/// service names a paper. A phrase is another way to say an answer; it stands where a condition needs it.
const NOT_FOR_READERS: [&str; 6] = [
    "site.theme",
    "test.",
    "document.aliases",
    "question.phrase",
    "choice.phrase",
    "en question.phrase",
];

/// Entries of lists: what no service names is no part of its standard.
const LISTED: [&str; 4] = ["document.", "regulation.", "category.", "life_event."];

/// A file of the site.
struct File {
    path: String,
    tree: Tree,
}

/// What became of the marks of a key.
#[derive(Debug, Default)]
struct Fate {
    shown: usize,
    named: BTreeSet<&'static str>,
    vanished: Vec<String>,
}

/// A value of the reference; of a Markdown file the front matter with its body.
fn value(path: &str) -> Value {
    let text = text_of(&format!("{FOLDER}/{}", path.replace(".en.md", ".md")));
    let Some(rest) = text.strip_prefix("---\n") else {
        let mut value: Value = serde_yaml::from_str(&text).expect("YAML");
        if let Some(pairs) = value.as_mapping_mut() {
            pairs.remove("strictness"); // What the reference refuses, most sites only warn of.
        }
        return value;
    };
    let (front, body) = rest.split_once("\n---\n").expect("front matter");
    let mut value: Value = serde_yaml::from_str(front).expect("YAML");
    value["body"] = body.trim().into();
    value
}

fn shape(name: &str) -> Shape {
    let mut shapes = file_shapes().into_iter();
    let found = shapes.find(|(known, _)| *known == name);
    found.map_or_else(PageDocument::shape, |(_, shape)| shape)
}

/// The files with a mark in each text of the share, and the marks.
fn marked(share: Share) -> (Vec<File>, Vec<Mark>) {
    let mut filler = Filler::new(share);
    let mut files = Vec::new();
    for (path, kind, translated) in FILES {
        let value = value(path);
        let mut tree = filler.file(&shape(kind), &value);
        if kind == "page" {
            let body = filler.mark("page.body", None);
            if let Tree::Map(pairs) = &mut tree {
                pairs.push(("body".to_owned(), body));
            }
        } else if translated {
            let words = filler.translation(&tree).expect("texts");
            files.push(File {
                path: format!("{}.en.yaml", stem(path)),
                tree: words,
            });
        }
        let path = match kind {
            "page" => path.to_owned(),
            _ => format!("{}.yaml", stem(path)),
        };
        files.push(File { path, tree });
    }
    (files, filler.marks)
}

fn stem(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(stem, _)| stem)
}

/// The words of each mark now.
fn words(marks: &[Mark]) -> BTreeMap<usize, String> {
    let marks = marks.iter().enumerate();
    marks
        .map(|(at, mark)| (at, mark.tries[mark.now].0.clone()))
        .collect()
}

/// What a file says; of a free page its body stands below.
fn written(file: &File, text: &BTreeMap<usize, String>) -> Writer {
    let mut writer = Writer::file(&file.tree, text);
    if file.path.ends_with(".md") {
        let body = writer.lines.pop().unwrap_or_default();
        let body = body.trim_start_matches("body: ").trim_matches('"');
        writer.lines.insert(0, "---".to_owned());
        writer.lines.extend(["---".to_owned(), body.to_owned()]);
    }
    writer
}

fn site(files: &[File], marks: &[Mark]) -> Site {
    let text = words(marks);
    let statics = text.values().filter(|text| text.starts_with("static/"));
    let site = Site::read(FOLDER)
        .without("content/dinas-contoh/layanan-lengkap.md")
        .with_all(statics.map(|path| (path.as_str(), "x")));
    let lines = |file: &File| written(file, &text).lines.join("\n") + "\n";
    site.with_all(files.iter().map(|file| (file.path.as_str(), lines(file))))
}

/// Whether a finding marks words that hold the text.
fn marks_text(finding: &Located, text: &str) -> bool {
    let place = &finding.place;
    let (from, to) = place.marked;
    place.line == place.end_line
        && place
            .source_line
            .get(from..to)
            .is_some_and(|marked| marked.contains(text))
}

/// What a finding refuses: the mark at its place, or the way to the item that holds the place.
enum Refused {
    Mark(usize),
    Part(Vec<usize>),
}

fn refused(parts: &[Written], text: &BTreeMap<usize, String>, finding: &Located) -> Refused {
    let line = finding.place.line - usize::from(finding.place.path.ends_with(".md"));
    let holds = |part: &&Written| (part.lines.0..=part.lines.1).contains(&line);
    let leaf = parts.iter().filter(holds).find_map(|part| part.mark);
    if let Some(leaf) = leaf.filter(|leaf| marks_text(finding, &text[leaf])) {
        return Refused::Mark(leaf);
    }
    let item = parts.iter().filter(holds).find(|part| part.item);
    let part = item.or_else(|| parts.iter().find(holds));
    Refused::Part(part.unwrap_or_else(|| panic!("{finding:#?}")).way.clone())
}

/// Writes another way what is refused in a file, or takes it out.
fn settle(file: &mut File, marks: &mut [Mark], findings: &[&Located]) {
    let text = words(marks);
    let parts = written(file, &text).parts;
    let mut out = BTreeSet::new();
    for finding in findings {
        match refused(&parts, &text, finding) {
            Refused::Part(way) => drop(out.insert(way)),
            Refused::Mark(leaf) => {
                let mark = &mut marks[leaf];
                mark.refused.get_or_insert(finding.code.number());
                if mark.now + 1 < mark.tries.len() {
                    mark.now += 1;
                } else {
                    let part = parts.iter().find(|part| part.mark == Some(leaf));
                    out.extend(part.map(|part| part.way.clone()));
                }
            }
        }
    }
    // From the end, so that what is taken out moves nothing that is still to come.
    for way in out.iter().rev() {
        let inside = (1..way.len()).any(|part| out.contains(&way[..part]));
        if !inside {
            remove(&mut file.tree, way);
        }
    }
}

/// Takes out all that is refused.
fn make_sound(files: &mut [File], marks: &mut [Mark]) {
    let mut last = Vec::new();
    for _ in 0..40 {
        let (report, _) = site(files, marks).check();
        let errors = report.findings.iter();
        let errors = errors.filter(|finding| finding.severity == Severity::Error);
        let errors: Vec<&Located> = errors.collect();
        if errors.is_empty() {
            return;
        }
        for file in files.iter_mut() {
            let own = errors.iter().copied();
            let own: Vec<&Located> = own.filter(|one| one.place.path == file.path).collect();
            settle(file, marks, &own);
        }
        last = errors.into_iter().cloned().collect();
    }
    panic!("refused without end: {last:#?}");
}

/// What a page shows: its words, and where its links and pictures lead.
fn seen(page: &str) -> String {
    let html = Html::parse_document(page);
    let mut seen = String::new();
    for node in html.tree.nodes() {
        match node.value() {
            Node::Text(text) => {
                let quiet = ["script", "style", "title"];
                let parent = node.parent();
                let parent = parent.and_then(|parent| parent.value().as_element());
                if parent.is_none_or(|parent| !quiet.contains(&parent.name())) {
                    seen.push_str(text);
                }
            }
            Node::Element(element) => {
                let shown = ["href", "src", "alt"];
                let attributes = element.attrs().filter(|(name, _)| shown.contains(name));
                for (_, value) in attributes {
                    seen.push_str(value);
                    seen.push('\n');
                }
            }
            _ => {}
        }
    }
    seen
}

/// Everything that the pages of a site show, and their addresses.
fn all_seen(built: &Built) -> String {
    assert!(!built.report.has_errors(), "{:#?}", built.report.findings);
    let pages = built.files.iter();
    let pages = pages.filter(|(path, _)| path.ends_with(".html"));
    let pages = pages.map(|(path, bytes)| path.clone() + &seen(&String::from_utf8_lossy(bytes)));
    pages.collect::<Vec<_>>().join("\n")
}

/// The marks that stand where a finding says that they are not shown.
fn not_shown(
    built: &Built,
    files: &[File],
    text: &BTreeMap<usize, String>,
) -> BTreeMap<usize, &'static str> {
    let findings = built.report.findings.iter();
    let findings = findings.filter(|finding| NOT_SHOWN.contains(&finding.code));
    let mut told = BTreeMap::new();
    for finding in findings {
        let place = &finding.place;
        let file = files.iter().find(|file| file.path == place.path);
        let parts = file.map(|file| written(file, text).parts);
        let lines = place.line..=place.end_line;
        let parts = parts.into_iter().flatten();
        let parts = parts.filter(|part| lines.contains(&part.lines.0));
        told.extend(parts.filter_map(|part| Some((part.mark?, finding.code.number()))));
    }
    told
}

/// The marks that are still written.
fn still_written(files: &[File], text: &BTreeMap<usize, String>) -> BTreeSet<usize> {
    let parts = files.iter().flat_map(|file| written(file, text).parts);
    parts.filter_map(|part| part.mark).collect()
}

/// What becomes of every text of a share.
fn judge(share: Share, fates: &mut BTreeMap<String, Fate>) -> usize {
    let (mut files, mut marks) = marked(share);
    make_sound(&mut files, &mut marks);
    let built = site(&files, &marks).build();
    let seen = all_seen(&built);
    let text = words(&marks);
    let told = not_shown(&built, &files, &text);
    let written = still_written(&files, &text);
    for (at, mark) in marks.iter().enumerate() {
        let fate = fates.entry(mark.key.clone()).or_default();
        fate.named.extend(mark.refused);
        if !written.contains(&at) {
            continue;
        }
        let sought = &mark.tries[mark.now].1;
        if sought.is_empty() {
            continue;
        }
        match told.get(&at) {
            _ if seen.contains(sought) => fate.shown += 1,
            Some(code) => drop(fate.named.insert(code)),
            None => fate.vanished.push(format!("{share:?}: {}", text[&at])),
        }
    }
    marks.len()
}

/// Every text that a file can hold.
fn declared() -> BTreeSet<String> {
    fn gather(shape: &Shape, known: &mut BTreeSet<&'static str>, found: &mut BTreeSet<String>) {
        match shape {
            Shape::List(inner) | Shape::Named(inner) => gather(inner, known, found),
            Shape::Any(shapes) => shapes.iter().for_each(|shape| gather(shape, known, found)),
            Shape::Record(record) if known.insert(record.name) => {
                for field in record.fields {
                    let shape = (field.shape)();
                    if is_text(&shape) || names_texts(&shape) {
                        found.insert(place(record, field));
                    }
                    gather(&shape, known, found);
                }
            }
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    let shapes = FILES.iter().map(|(_, kind, _)| shape(kind));
    shapes.for_each(|shape| gather(&shape, &mut BTreeSet::new(), &mut found));
    found
}

/// Whether a shape holds texts under names that the author chooses.
fn names_texts(shape: &Shape) -> bool {
    matches!(shape, Shape::Named(item) if is_text(item))
}

/// As many texts as the largest record has.
const ROUNDS: usize = 16;

#[test]
fn no_text_of_any_file_vanishes() {
    let mut fates = BTreeMap::new();
    let mut count = judge(Share::All, &mut fates);
    for number in 0..ROUNDS {
        for numbers in [Numbers::Kept, Numbers::Left] {
            count += judge(Share::One(number, numbers), &mut fates);
        }
    }
    let excused = |key: &str| {
        let own = key.strip_prefix("en ").unwrap_or(key);
        NOT_FOR_READERS.iter().any(|known| own.starts_with(known))
    };
    // What is not shown in the original is not shown in its translation.
    let untold = |key: &str| {
        let original = key.strip_prefix("en ").and_then(|own| fates.get(own));
        let named = original.map(|fate| &fate.named);
        named.is_some_and(|named| NOT_SHOWN.iter().any(|code| named.contains(code.number())))
    };
    let listed = |key: &str| LISTED.iter().any(|known| key.starts_with(known));
    let vanished = fates.iter().filter(|(key, fate)| {
        !excused(key) && !listed(key) && !untold(key) && !fate.vanished.is_empty()
    });
    let vanished: Vec<_> = vanished.collect();
    println!("{count} marks of {} keys", fates.len());
    assert!(vanished.is_empty(), "{vanished:#?}");
    let judged = |key: &String| {
        fates
            .get(key)
            .is_some_and(|fate| fate.shown > 0 || !fate.named.is_empty())
    };
    let declared = declared();
    let left: Vec<&String> = declared
        .iter()
        .filter(|key| !excused(key) && !judged(key))
        .collect();
    assert!(left.is_empty(), "never judged: {left:#?}");
    assert!(count > 5000, "{count} marks are few");
}

/// Texts that are no part of the data: free pages, how the site is built, and tests of staff.
const NO_DATA: [&str; 6] = [
    "page.",
    "site.theme",
    "test.",
    "en page.",
    "en test.",
    "site.strictness",
];

/// Every text and number below `/api/v1/`, without the schema.
fn all_data(built: &Built) -> String {
    fn gather(value: &serde_json::Value, found: &mut String) {
        match value {
            serde_json::Value::Object(map) => map.values().for_each(|one| gather(one, found)),
            serde_json::Value::Array(list) => list.iter().for_each(|one| gather(one, found)),
            serde_json::Value::String(text) => {
                found.push_str(text);
                found.push('\n');
            }
            other => found.push_str(&format!("{other}\n")),
        }
    }
    let mut found = String::new();
    for (path, bytes) in &built.files {
        let own = path.starts_with("api/v1/") && path.ends_with(".json");
        if own && !path.ends_with("/schema.json") && !path.ends_with(".hsds.json") {
            gather(&serde_json::from_slice(bytes).expect("JSON"), &mut found);
        }
    }
    found
}

#[test]
fn every_text_reaches_the_data() {
    let (mut files, mut marks) = marked(Share::All);
    make_sound(&mut files, &mut marks);
    let built = site(&files, &marks).build();
    let data = all_data(&built);
    let text = words(&marks);
    let written = still_written(&files, &text);
    let told = not_shown(&built, &files, &text);
    let (mut count, mut lost) = (0, Vec::new());
    for (at, mark) in marks.iter().enumerate() {
        let apart = NO_DATA.iter().any(|key| mark.key.starts_with(key));
        if apart || !written.contains(&at) || told.contains_key(&at) {
            continue;
        }
        count += 1;
        let own = text[&at].trim_start_matches("static/").trim();
        if !data.contains(own) {
            lost.push(format!("{}: {own}", mark.key));
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
    assert!(count > 250, "{count} marks are few");
}
