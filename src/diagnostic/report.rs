//! Where findings are gathered, and where they get their lines and columns.

use std::collections::{BTreeMap, BTreeSet};

use super::{Code, Diagnostic, Fix, Message, Severity};
use crate::span::{FileId, Lines, Span};

/// Takes findings while a stage works; a stage never stops because of one.
#[derive(Debug, Default)]
pub struct Sink {
    findings: Vec<Diagnostic>,
    /// What holds only if nothing stands at an address of the site.
    unless: Vec<(String, Diagnostic)>,
    counts: BTreeMap<Code, usize>,
    hearing: Hearing,
}

/// Whether a sink keeps what it is told.
#[derive(Debug, Default, PartialEq, Eq)]
enum Hearing {
    #[default]
    Keeps,
    Deaf,
}

/// After so many findings of one code nobody reads what each was meant to be.
const MANY: usize = 50;

impl Sink {
    /// A sink that keeps nothing: for what is read again after all of it was told.
    pub fn deaf() -> Self {
        Self {
            hearing: Hearing::Deaf,
            ..Self::default()
        }
    }

    /// Keeps one finding.
    pub fn push(&mut self, finding: Diagnostic) {
        if self.hearing == Hearing::Keeps {
            *self.counts.entry(finding.code).or_default() += 1;
            self.findings.push(finding);
        }
    }

    /// Keeps a finding that holds only if nothing stands at an address of the site; all addresses are known when
    /// everything was looked at, see [`settle`](Self::settle).
    pub fn push_unless(&mut self, address: &str, finding: Diagnostic) {
        if self.hearing == Hearing::Keeps {
            *self.counts.entry(finding.code).or_default() += 1;
            self.unless.push((address.to_owned(), finding));
        }
    }

    /// Decides what [`push_unless`](Self::push_unless) left open: `stands` says whether an address is the site's.
    pub fn settle(&mut self, stands: impl Fn(&str) -> bool) {
        for (address, finding) in std::mem::take(&mut self.unless) {
            if !stands(&address) {
                self.findings.push(finding);
            }
        }
    }

    /// Whether there are so many findings of a code that no more is worth a guess of what was meant.
    pub fn has_many(&self, code: Code) -> bool {
        self.counts.get(&code).is_some_and(|count| *count >= MANY)
    }

    /// Keeps some findings, or none.
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }

    /// Keeps all findings of another sink.
    pub fn append(&mut self, other: Sink) {
        self.extend(other.findings);
        for (address, finding) in other.unless {
            self.push_unless(&address, finding);
        }
    }

    /// Whether a finding of error weight (before `strictness`) is among them.
    pub fn has_errors(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.code.severity() == Severity::Error)
    }

    /// Whether nothing was found so far.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// The findings so far, in the order they came.
    pub fn findings(&self) -> &[Diagnostic] {
        &self.findings
    }

    /// Keeps only the findings that pass; those that wait for the addresses of the site stay.
    pub fn retain(&mut self, keep: impl Fn(&Diagnostic) -> bool) {
        self.findings.retain(keep);
    }

    /// The findings, in the order they came.
    pub fn into_findings(self) -> Vec<Diagnostic> {
        self.findings
    }
}

/// A line of which all is shown; of a longer one only what is around the mark.
const WHOLE_LINE: usize = 1000;

/// How many bytes of a long line are shown before the mark and from its start on.
const AROUND: (usize, usize) = (100, 200);

/// A place as people read it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path from the site's folder.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Line of the first character after the range, from 1.
    pub end_line: usize,
    /// Column of the first character after the range, from 1.
    pub end_column: usize,
    /// The first marked line, without its end; of a very long one the part around the mark.
    pub source_line: String,
    /// The bytes of `source_line` that are marked.
    pub marked: (usize, usize),
}

impl Place {
    /// The place of `span` in a file with that path and text.
    pub fn of(span: Span, path: &str, lines: &Lines<'_>) -> Self {
        let start = lines.floor(span.start as usize);
        let end = lines.floor(span.end as usize).max(start);
        let (first, last) = (lines.place(start), lines.place(end));
        let (source_line, marked) = excerpt(lines, lines.range(first.line), (start, end));
        Self {
            path: path.to_owned(),
            line: first.line,
            column: first.column,
            end_line: last.line,
            end_column: last.column,
            source_line,
            marked,
        }
    }
}

/// What is shown of a line, and the bytes of it that are marked.
fn excerpt(
    lines: &Lines<'_>,
    line: (usize, usize),
    mark: (usize, usize),
) -> (String, (usize, usize)) {
    let (from, to) = if line.1 - line.0 <= WHOLE_LINE {
        line
    } else {
        let from = mark.0.saturating_sub(AROUND.0).max(line.0);
        (
            lines.floor(from),
            lines.floor(line.1.min(mark.0 + AROUND.1)),
        )
    };
    let within = |at: usize| at.clamp(from, to) - from;
    (
        lines.text()[from..to].to_owned(),
        (within(mark.0), within(mark.1)),
    )
}

/// A finding with its places and its final weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// The kind of problem.
    pub code: Code,
    /// The weight after `strictness`.
    pub severity: Severity,
    /// What was found.
    pub message: Message,
    /// Where.
    pub place: Place,
    /// A text beside the mark.
    pub label: Option<Message>,
    /// Other places.
    pub also: Vec<(Place, Message)>,
    /// What to type.
    pub help: Option<Message>,
    /// A safe change.
    pub fix: Option<Fix>,
}

/// Findings of one code that are counted only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// What they weigh.
    pub severity: Severity,
    /// How many there are.
    pub count: usize,
}

/// How many findings of one code are kept of one file. Nobody reads the next; a file with a million of them is answered
/// as fast as any.
const KEPT: usize = 1000;

/// All findings of one run, placed and sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The findings by file, line, column and code.
    pub findings: Vec<Located>,
    /// Findings that are counted only: of a code that one file has over a thousand times, those behind the first thousand.
    pub left_out: BTreeMap<Code, LeftOut>,
    /// How many pages were handed to the output; 0 when errors stopped the build.
    pub pages: usize,
    /// How many services were left out of them, because they are drafts.
    pub drafts: usize,
}

impl Report {
    /// Places and weighs findings. `weigh` gives the weight of a code in a file (`None` = off); `read` gives the path and
    /// text of a file and is asked only for files with findings. Equal findings at one place are kept once.
    pub fn new(
        findings: Vec<Diagnostic>,
        weigh: impl Fn(Code, FileId) -> Option<Severity>,
        read: impl Fn(FileId) -> (String, String),
    ) -> Self {
        let (findings, left_out) = first_of_each_file(findings, &weigh);
        let files: BTreeSet<FileId> = findings
            .iter()
            .flat_map(|finding| {
                let also = finding.also.iter().map(|(span, _)| span.file);
                also.chain([finding.span.file])
            })
            .collect();
        let texts: BTreeMap<FileId, (String, String)> =
            files.into_iter().map(|file| (file, read(file))).collect();
        let lines: BTreeMap<FileId, (&str, Lines<'_>)> = texts
            .iter()
            .map(|(file, (path, text))| (*file, (path.as_str(), Lines::new(text))))
            .collect();
        let place = |span: Span| {
            let (path, lines) = &lines[&span.file];
            Place::of(span, path, lines)
        };
        let mut located: Vec<Located> = findings
            .into_iter()
            .filter_map(|finding| {
                Some(Located {
                    code: finding.code,
                    severity: weigh(finding.code, finding.span.file)?,
                    place: place(finding.span),
                    message: finding.message,
                    label: finding.label,
                    also: finding
                        .also
                        .into_iter()
                        .map(|(span, what)| (place(span), what))
                        .collect(),
                    help: finding.help,
                    fix: finding.fix,
                })
            })
            .collect();
        located.sort_by(|a, b| {
            (&a.place, a.code, &a.message.en).cmp(&(&b.place, b.code, &b.message.en))
        });
        located.dedup();
        Self {
            findings: located,
            left_out,
            pages: 0,
            drafts: 0,
        }
    }

    /// How many findings have this weight.
    pub fn count(&self, severity: Severity) -> usize {
        let kept = self.findings.iter();
        let kept = kept.filter(|finding| finding.severity == severity).count();
        let left_out = self.left_out.values();
        let left_out = left_out.filter(|left| left.severity == severity);
        kept + left_out.map(|left| left.count).sum::<usize>()
    }

    /// Whether an error was found.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}

/// The first [`KEPT`] findings of each code in each file, and how many more there are.
fn first_of_each_file(
    findings: Vec<Diagnostic>,
    weigh: &impl Fn(Code, FileId) -> Option<Severity>,
) -> (Vec<Diagnostic>, BTreeMap<Code, LeftOut>) {
    let mut counts: BTreeMap<(FileId, Code), usize> = BTreeMap::new();
    let mut left_out: BTreeMap<Code, LeftOut> = BTreeMap::new();
    let mut kept = Vec::new();
    for finding in findings {
        let count = counts.entry((finding.span.file, finding.code)).or_default();
        *count += 1;
        if *count <= KEPT {
            kept.push(finding);
        } else if let Some(severity) = weigh(finding.code, finding.span.file) {
            let none = LeftOut { severity, count: 0 };
            left_out.entry(finding.code).or_insert(none).count += 1;
        }
    }
    (kept, left_out)
}
