//! The headings of a page: which of its rows they are.
//!
//! Headings of one page look alike. Where several kinds of rows could be headings (marked with letters, with numbers, or
//! with none), those of the kind that names most components are, and the others are what stands below them.

use super::heading::heading_rest;
use super::rows::{Row, Style, count, style};
use super::sheet::Component;

/// A heading: its row, its component (`None` for one of none), and what stands behind it on the same row.
#[derive(Debug)]
pub(super) struct Heading {
    pub at: usize,
    pub component: Option<Component>,
    pub rest: Option<String>,
}

/// How a row is marked, as far as headings are told apart by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Level,
    Plain,
    Marked(Style),
}

impl Kind {
    fn of(row: &Row) -> Self {
        match (&row.mark, row.level) {
            (_, 1..) => Self::Level,
            (Some(mark), _) => Self::Marked(style(mark)),
            (None, _) => Self::Plain,
        }
    }

    /// Whether lists inside parts are marked like this as well.
    fn is_inner(self) -> bool {
        matches!(self, Self::Marked(Style::Lower(_) | Style::Bullet(_)))
    }
}

/// A row that may be a heading.
struct Candidate {
    at: usize,
    kind: Kind,
    component: Component,
    rest: Option<String>,
}

/// How many components headings have to name before a page is told by them.
const FEW: usize = 2;

/// The same where they could be items of a list.
const SEVERAL: usize = 3;

/// The headings of a page; none where it has too few to be told by them.
pub(super) fn outline(rows: &[Row]) -> Vec<Heading> {
    let mut found = without_contents(chosen(candidates(rows)), rows);
    let sure = found.iter().filter(|one| one.is_sure());
    let all = distinct(found.iter()) >= SEVERAL;
    if !all && distinct(sure) < FEW {
        return Vec::new();
    }
    found.retain(|one| all || one.is_sure());
    // Lists above all headings are those of a page that has some of them only.
    let first = found.first().map_or(rows.len(), |first| first.at);
    let lists = rows[..first].iter().any(|row| row.mark.is_some());
    if lists
        && !found
            .iter()
            .any(|one| one.component == Component::Requirements)
    {
        return Vec::new();
    }
    let mut headings: Vec<Heading> = Vec::new();
    for one in &found {
        let again = headings.last().and_then(|last| last.component) == Some(one.component);
        // What names the same component once more is a part of it: `Persyaratan teknis`.
        if !again || one.kind == Kind::Level {
            headings.push(Heading {
                at: one.at,
                component: Some(one.component),
                rest: one.rest.clone(),
            });
        }
    }
    with_others(headings, rows)
}

impl Candidate {
    /// Whether it is no item of a list that says something of a component.
    fn is_sure(&self) -> bool {
        let counted = matches!(self.kind, Kind::Marked(Style::Number(_)));
        !(self.kind.is_inner() || counted && self.rest.is_some())
    }
}

fn candidates(rows: &[Row]) -> Vec<Candidate> {
    let found = rows.iter().enumerate().filter_map(|(at, row)| {
        let text = row.text.trim_end_matches([':', ';', '.', '?', ' ']);
        let whole = Component::of_heading(text).map(|component| (component, String::new()));
        let (component, rest) = whole.or_else(|| Component::at_start(&row.text))?;
        Some(Candidate {
            at,
            kind: Kind::of(row),
            component,
            rest: Some(rest).filter(|rest| !rest.is_empty()),
        })
    });
    found.collect()
}

/// How many components rows name.
fn distinct<'c>(found: impl Iterator<Item = &'c Candidate>) -> usize {
    let mut all: Vec<Component> = found.map(|one| one.component).collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

/// The candidates that look like those of the kind that names most components; others only for components that none of
/// these names.
fn chosen(found: Vec<Candidate>) -> Vec<Candidate> {
    let of = |kind: Kind| distinct(found.iter().filter(|one| one.kind == kind));
    let enough = |kind: Kind| match kind {
        Kind::Level => of(kind) >= FEW,
        _ => of(kind) >= SEVERAL,
    };
    let kinds = found
        .iter()
        .map(|one| one.kind)
        .filter(|kind| enough(*kind));
    // Of equals, headings of HTML and rows without a mark first.
    let rank = |kind: Kind| match kind {
        Kind::Level => (usize::MAX, 2),
        Kind::Plain => (of(kind), 1),
        Kind::Marked(_) => (of(kind), 0),
    };
    let Some(best) = kinds.max_by_key(|kind| rank(*kind)) else {
        let mut found = found;
        found.retain(|one| !one.kind.is_inner());
        return found;
    };
    let own: Vec<Component> = found
        .iter()
        .filter(|one| one.kind == best)
        .map(|one| one.component)
        .collect();
    let kept = found
        .into_iter()
        .filter(|one| one.kind == best || !one.kind.is_inner() && !own.contains(&one.component));
    kept.collect()
}

/// Without a table of contents: headings right after one another that all come again below.
fn without_contents(mut found: Vec<Candidate>, rows: &[Row]) -> Vec<Candidate> {
    let bare = |one: &Candidate| one.rest.is_none();
    let mut length = usize::from(found.first().is_some_and(bare));
    while length > 0
        && found.get(length).is_some_and(|next| {
            let between = &rows[found[length - 1].at + 1..next.at];
            bare(next)
                && between
                    .iter()
                    .all(|row| row.mark.is_none() && row.text.len() <= 60)
        })
    {
        length += 1;
    }
    // The last of them may be the first heading of the page itself.
    while length > 0 {
        let (contents, below) = found.split_at(length);
        let again = |one: &Candidate| below.iter().any(|other| other.component == one.component);
        if contents.iter().all(again) {
            break;
        }
        length -= 1;
    }
    if length >= SEVERAL {
        found.drain(..length);
    }
    found
}

/// Headings with those of no component between and after them.
fn with_others(headings: Vec<Heading>, rows: &[Row]) -> Vec<Heading> {
    let mut all = Vec::new();
    for (index, heading) in headings.iter().enumerate() {
        let end = headings.get(index + 1).map_or(rows.len(), |next| next.at);
        let others = (heading.at + 1..end).filter(|at| is_other(rows, heading.at, *at, end));
        let others = others.map(|at| Heading {
            at,
            component: None,
            rest: None,
        });
        let others: Vec<Heading> = others.collect();
        all.push(Heading {
            at: heading.at,
            component: heading.component,
            rest: heading.rest.clone(),
        });
        all.extend(others);
    }
    all
}

/// Whether a row below a heading is a heading of no component: by its level, by its words, or because its mark goes on
/// with those of the headings.
fn is_other(rows: &[Row], heading: usize, at: usize, end: usize) -> bool {
    let (row, above) = (&rows[at], &rows[heading]);
    if row.level > 0 {
        return above.level == 0 || row.level <= above.level;
    }
    let text = row.text.trim_end_matches([':', '.']);
    if Component::is_division(text) {
        return true;
    }
    let (Some(mark), Some(own)) = (&row.mark, &above.mark) else {
        let apart = above.mark.is_none() || row.after_blank;
        return row.mark.is_none() && apart && Component::is_other(text);
    };
    let (mark, own) = ((style(mark), count(mark)), (style(own), count(own)));
    let is_next = |one: (Style, Option<usize>), other: (Style, Option<usize>)| {
        one.0 == other.0 && one.1.is_some() && one.1.map(|count| count + 1) == other.1
    };
    // An item of a list that reached the same number belongs to the list, and so does one whose number is that of the
    // next heading.
    let marks = rows[heading + 1..at]
        .iter()
        .filter_map(|row| row.mark.as_deref());
    let mut marks = marks.map(|mark| (style(mark), count(mark)));
    let next = rows.get(end).and_then(|next| next.mark.as_deref());
    let taken = next.is_some_and(|next| (style(next), count(next)) == mark);
    let item = taken || marks.any(|one| is_next(one, mark));
    let short = row.text.len() <= 60 && heading_rest(&row.text).is_none();
    is_next(own, mark) && !item && short && row.indent <= above.indent
}
