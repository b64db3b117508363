//! For people: the source line, the mark, and what to type.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::super::{Code, Lang, Located, Place, Report, Severity};
use super::severity_word;

/// How many findings of one code are printed before they are counted only.
const MAX_OF_A_CODE: usize = 20;

/// Whether the text is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Plain text.
    Never,
    /// ANSI colours.
    Always,
}

/// All findings as text, at most 20 of a code.
pub fn human(report: &Report, lang: Lang, colour: Colour) -> String {
    let parts = first_of_each(report, |_| true, lang, colour);
    parts.iter().map(|part| format!("{part}\n\n")).collect()
}

/// The errors and warnings, each a text of its own, for those who show them one by one; at most 20 of a code.
pub fn human_each(report: &Report, lang: Lang, colour: Colour) -> Vec<String> {
    first_of_each(report, |severity| severity != Severity::Hint, lang, colour)
}

/// The first findings of each code, and how many more there are.
fn first_of_each(
    report: &Report,
    shown: impl Fn(Severity) -> bool,
    lang: Lang,
    colour: Colour,
) -> Vec<String> {
    let renderer = renderer(colour);
    let mut found: BTreeMap<Code, usize> = BTreeMap::new();
    let mut parts = Vec::new();
    for finding in report
        .findings
        .iter()
        .filter(|finding| shown(finding.severity))
    {
        let count = found.entry(finding.code).or_default();
        *count += 1;
        if *count <= MAX_OF_A_CODE {
            parts.push(one(finding, lang, &renderer));
        }
    }
    let many = found
        .into_iter()
        .filter(|(_, count)| *count > MAX_OF_A_CODE);
    parts.extend(many.map(|(code, count)| {
        let (more, number) = (count - MAX_OF_A_CODE, code.number());
        match lang {
            Lang::Id => {
                format!("… dan {more} {number} lagi; lihat semua: maklumat check --format short")
            }
            Lang::En => {
                format!("… and {more} more {number}; see all: maklumat check --format short")
            }
        }
    }));
    parts
}

fn renderer(colour: Colour) -> Renderer {
    match colour {
        Colour::Never => Renderer::plain(),
        Colour::Always => Renderer::styled(),
    }
}

fn one(finding: &Located, lang: Lang, renderer: &Renderer) -> String {
    let word = severity_word(finding.severity, lang);
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE,
    };
    let title = level
        .with_name(word)
        .primary_title(finding.message.get(lang))
        .id(finding.code.number());
    let mut places: BTreeMap<&str, Vec<Mark<'_>>> = BTreeMap::new();
    let label = finding.label.as_ref().map(|label| label.get(lang));
    let main = Mark {
        kind: AnnotationKind::Primary,
        place: &finding.place,
        label,
    };
    let same = |place: &Place| place.path == finding.place.path;
    for (place, what) in &finding.also {
        places.entry(&place.path).or_default().push(Mark {
            kind: AnnotationKind::Context,
            place,
            label: Some(what.get(lang)),
        });
    }
    let mut first = places
        .remove(finding.place.path.as_str())
        .unwrap_or_default();
    first.retain(|mark| same(mark.place));
    first.push(main);
    let mut group = title.elements(snippets(&first));
    for marks in places.values() {
        group = group.elements(snippets(marks));
    }
    let mut out = at_its_column(renderer.render(&[group]), &finding.place);
    if let Some(help) = &finding.help {
        let word = match lang {
            Lang::Id => "saran",
            Lang::En => "help",
        };
        let _ = write!(out, "\n{word}: {}", help.get(lang));
    }
    out
}

/// The rendered text with the column of the file, where only a part of the line is shown.
fn at_its_column(rendered: String, place: &Place) -> String {
    let Place {
        path, line, column, ..
    } = place;
    let shown = place.source_line[..place.marked.0].chars().count() + 1;
    if shown == *column {
        return rendered;
    }
    rendered.replacen(
        &format!("{path}:{line}:{shown}"),
        &format!("{path}:{line}:{column}"),
        1,
    )
}

struct Mark<'a> {
    kind: AnnotationKind,
    place: &'a Place,
    label: Option<&'a str>,
}

/// One snippet a marked line: only that line is kept of the source.
fn snippets<'a>(marks: &[Mark<'a>]) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    // Of a very long line each mark brings the part around it.
    let mut lines: BTreeMap<(usize, &str), Vec<&Mark<'a>>> = BTreeMap::new();
    for mark in marks {
        let line = (mark.place.line, mark.place.source_line.as_str());
        lines.entry(line).or_default().push(mark);
    }
    // The line of the primary mark comes first, as its place is the finding's.
    let mut lines: Vec<_> = lines.into_iter().collect();
    lines.sort_by_key(|(line, marks)| {
        let primary = marks
            .iter()
            .any(|mark| matches!(mark.kind, AnnotationKind::Primary));
        (!primary, *line)
    });
    lines
        .into_iter()
        .filter_map(|((line, text), marks)| {
            let path = marks.first()?.place.path.as_str();
            let snippet = Snippet::source(text).line_start(line).path(path);
            Some(snippet.annotations(marks.iter().map(|mark| {
                let annotation = mark.kind.span(range(mark.place));
                match mark.label {
                    Some(label) => annotation.label(label),
                    None => annotation,
                }
            })))
        })
        .collect()
}

/// The bytes of the shown line that are marked; at least one character where the line has any.
fn range(place: &Place) -> std::ops::Range<usize> {
    let (start, end) = place.marked;
    let start =
        start.max(place.source_line.len() - place.source_line.trim_start_matches('\u{feff}').len());
    let next = place.source_line[start..]
        .chars()
        .next()
        .map_or(0, char::len_utf8);
    let end = end.min(place.source_line.trim_end().len());
    start..end.max(start + next)
}
