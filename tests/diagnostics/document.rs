//! Reading and writing the documents.

use std::collections::BTreeSet;

use maklumat::source::SourceKind;

use crate::site::Site;

/// What a document writes for what nobody can see: no-break space, tab, NUL, carriage return, byte order mark.
const SIGNS: [(char, char); 5] = [
    ('⍽', '\u{a0}'),
    ('⇥', '\t'),
    ('␀', '\0'),
    ('␍', '\r'),
    ('⦿', '\u{feff}'),
];

/// A document: sections under headings of the second level.
pub struct Document {
    before: String,
    /// The sections in their order.
    pub sections: Vec<Section>,
}

/// A site and what is found about it.
#[derive(Default)]
pub struct Section {
    /// The heading, codes included.
    pub heading: String,
    /// The codes in brackets at the end of the heading.
    pub codes: BTreeSet<String>,
    /// The section up to the expected output.
    source: String,
    files: Vec<File>,
    /// What people see.
    pub human: String,
    /// What machines see, in English, with the labels and the help.
    pub short: String,
}

struct File {
    path: String,
    /// What follows the path: `a folder`, `a link`, `unreadable`, `missing`, or a size.
    state: String,
    text: String,
}

impl Document {
    /// Reads a document.
    pub fn parse(text: &str) -> Self {
        let mut parts = vec![String::new()];
        let mut in_fence = false;
        for line in text.lines() {
            in_fence ^= line.starts_with("```");
            match line.strip_prefix("## ") {
                Some(heading) if !in_fence => parts.push(format!("{heading}\n")),
                _ => parts.last_mut().expect("a part").extend([line, "\n"]),
            }
        }
        let before = parts.remove(0);
        let sections = parts.iter().map(|part| Section::parse(part)).collect();
        Self { before, sections }
    }

    /// The document with other results, one pair (human, short) for each section.
    pub fn with_results(&self, results: &[(String, String)]) -> String {
        let mut out = format!("{}\n", self.before.trim_end());
        for (section, (people, machines)) in self.sections.iter().zip(results) {
            out.push_str(&format!("\n## {}\n", section.source.trim_end()));
            for (name, text) in [("human", people), ("short", machines)] {
                if !text.is_empty() {
                    out.push_str(&format!("\n```{name}\n{text}```\n"));
                }
            }
        }
        out
    }
}

impl Section {
    fn parse(text: &str) -> Self {
        let mut section = Self {
            heading: text.lines().next().unwrap_or_default().to_owned(),
            ..Self::default()
        };
        section.codes = codes_of(&section.heading);
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            let fence = line.strip_prefix("```");
            let mut body = || joined(lines.by_ref().take_while(|line| *line != "```"));
            match fence {
                Some("human") => section.human = body(),
                Some("short") => section.short = body(),
                Some(_) => {
                    let body = body();
                    section.source.push_str(&format!("{line}\n{body}```\n"));
                    let file = section.files.last_mut().expect("a path before its fence");
                    file.text = body;
                }
                None => {
                    section.files.extend(file_of(line));
                    section.source.push_str(line);
                    section.source.push('\n');
                }
            }
        }
        section
    }

    /// The small site with the section's files laid over it.
    pub fn site(&self) -> Site {
        let mut site = Site::new();
        for File { path, state, text } in &self.files {
            site = match state.as_str() {
                "" => site.with(path, bytes(text)),
                "a folder" => site.with_other(path, SourceKind::Folder),
                "a link" => site.with_other(path, SourceKind::Other),
                "unreadable" => site.with_unreadable(path),
                "missing" => site.without(path),
                size => {
                    let size = size
                        .strip_suffix(" bytes")
                        .and_then(|size| size.parse().ok());
                    let mut filled = bytes(text);
                    filled.resize(size.expect("a state of a file"), b'#');
                    site.with(path, filled)
                }
            };
        }
        site
    }
}

/// `…(K0103, K0201)` names two codes.
fn codes_of(heading: &str) -> BTreeSet<String> {
    let list = heading.rsplit_once('(').map_or("", |(_, list)| list);
    let words = list.trim_end_matches(')').split(", ");
    let is_code = |word: &&str| word.len() == 5 && word.starts_with('K');
    words.filter(is_code).map(str::to_owned).collect()
}

/// `**path**` or `**path**: state`, alone on a line.
fn file_of(line: &str) -> Option<File> {
    let (path, state) = line.strip_prefix("**")?.split_once("**")?;
    Some(File {
        path: path.to_owned(),
        state: state.strip_prefix(": ").unwrap_or(state).to_owned(),
        text: String::new(),
    })
}

fn joined<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.map(|line| format!("{line}\n")).collect()
}

/// The bytes of a file; `�` stands for a byte that is not UTF-8.
fn bytes(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    for c in text.chars() {
        if c == '\u{fffd}' {
            out.push(0xff);
            continue;
        }
        let hidden = SIGNS.iter().find(|(sign, _)| *sign == c);
        let c = hidden.map_or(c, |(_, hidden)| *hidden);
        out.extend(c.encode_utf8(&mut [0; 4]).bytes());
    }
    out
}

/// A text with signs for what nobody can see, and no blanks at the ends of its lines.
pub fn visible(text: &str) -> String {
    let show = |c: char| SIGNS.iter().find(|(_, hidden)| *hidden == c && c != '\t');
    let shown: String = text
        .chars()
        .map(|c| show(c).map_or(c, |(sign, _)| *sign))
        .collect();
    joined(shown.trim_end().lines().map(str::trim_end))
}
