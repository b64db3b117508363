//! How large the letters of a poster can be, told from how much it says: no script measures a sheet of paper.

use crate::render::view::{Condition, Contact, Poster, PosterLine, PosterPart, Words};

/// A size of letters.
struct Size {
    /// Its name in the style sheet.
    name: &'static str,
    /// Letters on a line of a column, of which there are two.
    column: usize,
    /// Lines on a sheet of A4, less what is as tall at every size.
    lines: usize,
}

/// The sizes for one sheet, the largest first; what fits none of them takes two.
const SIZES: [Size; 5] = [
    Size {
        name: "1",
        column: 26,
        lines: 29,
    },
    Size {
        name: "2",
        column: 30,
        lines: 33,
    },
    Size {
        name: "3",
        column: 34,
        lines: 39,
    },
    Size {
        name: "4",
        column: 39,
        lines: 44,
    },
    Size {
        name: "5",
        column: 43,
        lines: 49,
    },
];

/// The largest size at which a poster stands on one sheet.
pub(super) fn of(poster: &Poster) -> &'static str {
    let fits = |size: &&Size| lines(poster, size.column) <= size.lines;
    SIZES.iter().find(fits).map_or("two", |size| size.name)
}

/// How many lines a poster takes, at so many letters on a line of a column.
fn lines(poster: &Poster, column: usize) -> usize {
    let whole = 2 * column + column / 8;
    let title = 2 * wrapped(poster.title.text.chars().count(), whole * 2 / 5);
    let summary = poster.summary.iter().map(|words| of_words(words, whole));
    let above = 5 + title + summary.sum::<usize>() + 2 * usize::from(poster.status.is_some());
    let facts = poster
        .facts
        .iter()
        .map(|part| of_fact(part, column * 2 / 3));
    let parts = poster.parts.iter().map(|part| of_part(part, column));
    let columns = parts.sum::<usize>() + of_contact(&poster.contact, column);
    let pledge = poster.pledge.iter().flat_map(|pledge| &pledge.paragraphs);
    let pledge: usize = pledge.map(|words| of_words(words, whole)).sum();
    let pledge = pledge + 3 * usize::from(poster.pledge.is_some());
    above + facts.max().unwrap_or_default() + columns.div_ceil(2) + 1 + pledge
}

/// The letters of a component.
pub(super) fn letters(part: &PosterPart) -> usize {
    let lines = part.lines.iter().map(of_line_letters);
    let notes = part.notes.iter().map(|words| words.text.chars().count());
    let none = part.none.as_ref().map_or(0, |none| none.chars().count());
    lines.chain(notes).sum::<usize>() + none
}

fn of_line_letters(line: &PosterLine) -> usize {
    let words = std::iter::once(&line.label).chain(&line.details);
    let condition = line.condition.iter().flat_map(of_condition);
    words
        .chain(condition)
        .map(|words| words.text.chars().count() + 2)
        .sum()
}

fn of_condition(condition: &Condition) -> impl Iterator<Item = &Words> {
    std::iter::once(&condition.text).chain(&condition.members)
}

/// Beside two others, the first line in letters half as large again.
fn of_fact(part: &PosterPart, column: usize) -> usize {
    let lines = part
        .lines
        .iter()
        .map(|line| 2 * wrapped(of_line_letters(line), column * 2 / 3));
    let notes = part.notes.iter().map(|words| of_words(words, column));
    2 + lines.chain(notes).sum::<usize>()
}

fn of_part(part: &PosterPart, column: usize) -> usize {
    let lines = part.lines.iter().map(|line| of_line(line, column));
    let notes = part.notes.iter().map(|words| of_words(words, column));
    2 + usize::from(part.none.is_some()) + lines.chain(notes).sum::<usize>()
}

/// A line with its parts; a quarter of a line stands between two.
fn of_line(line: &PosterLine, column: usize) -> usize {
    let own = wrapped(of_line_letters(line) + 4, column.saturating_sub(4));
    let parts = line
        .parts
        .iter()
        .map(|part| of_line(part, column.saturating_sub(4)));
    own + parts.sum::<usize>()
}

fn of_contact(contact: &Contact, column: usize) -> usize {
    let channels = contact.channels.iter().chain(&contact.ladder);
    let channels = channels.map(|channel| {
        let letters = channel.kind_label.chars().count() + channel.value.text.chars().count();
        let note = channel
            .note
            .as_ref()
            .map_or(0, |note| note.text.chars().count() + 3);
        wrapped(letters + note + 4, column)
    });
    let facts = contact.facts.iter().map(|fact| {
        let letters = fact.term.chars().count() + fact.value.text.chars().count();
        wrapped(letters + 2, column)
    });
    let steps = contact.steps.iter().map(|words| of_words(words, column));
    5 + channels.chain(facts).chain(steps).sum::<usize>()
}

fn of_words(words: &Words, column: usize) -> usize {
    wrapped(words.text.chars().count(), column)
}

/// Lines of so many letters, the last of each some words short.
fn wrapped(letters: usize, column: usize) -> usize {
    letters.div_ceil(column.max(1)).max(1)
}
