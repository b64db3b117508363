//! What is said of the answers to several questions: a tree of statements, and how it is written in a line or a list.
//!
//! Of two levels the outer joint has a comma and the inner one has none, so each line can be read in one way only. What
//! is deeper has its members counted.

use crate::language::{Language, fill};

/// The most levels that a line has without counting.
const DEEPEST_LINE: usize = 2;

/// The most words of a line before a list is easier to read.
const LONGEST_LINE: usize = 20;

/// What is said, as a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sentence {
    /// A statement about one question, without capital and full stop, and the levels of joints in its own words.
    One(String, usize),
    /// All of these.
    All(Vec<Sentence>),
    /// One of these is enough.
    Any(Vec<Sentence>),
}

/// A sentence as a short list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// "semua ini", "one of these"
    pub heading: String,
    /// A line each.
    pub members: Vec<String>,
}

impl Sentence {
    /// A statement in somebody's own words, whose "dan" and "atau" must not be taken for joints between statements.
    pub(super) fn phrase(text: &str, language: &Language) -> Self {
        let phrases = language.phrases();
        let comma = language.words().get("list.comma");
        let has = |joints: &[&str]| joints.iter().any(|joint| holds(text, joint));
        let depth = if has(&[comma, &phrases.and, &phrases.or]) {
            2
        } else {
            usize::from(has(&[&phrases.and_inner, &phrases.or_inner]))
        };
        Self::One(language.own(text), depth)
    }

    /// All of these, with the members of members that are such groups taken in.
    pub(super) fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let members = parts.into_iter().flat_map(|part| match part {
            Self::All(inner) => inner,
            other => vec![other],
        });
        Self::All(members.collect())
    }

    /// One of these, likewise.
    pub(super) fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let members = parts.into_iter().flat_map(|part| match part {
            Self::Any(inner) => inner,
            other => vec![other],
        });
        Self::Any(members.collect())
    }

    /// All in one line, with its members counted where joints alone would leave a doubt.
    pub fn line(&self, language: &Language) -> String {
        self.written(language, 0)
    }

    /// The same as a list, where it is too long or too deep for a line.
    pub fn listed(&self, language: &Language) -> Option<Listed> {
        let words = self.line(language).split_whitespace().count();
        let list = || self.list(language);
        (self.depth() > DEEPEST_LINE || words > LONGEST_LINE)
            .then(list)
            .flatten()
    }

    /// The same as a list, where it has members.
    pub fn list(&self, language: &Language) -> Option<Listed> {
        let (members, heading) = match self {
            Self::One(..) => return None,
            Self::All(members) => (members, &language.phrases().all),
            Self::Any(members) => (members, &language.phrases().any),
        };
        Some(Listed {
            heading: heading.clone(),
            members: members.iter().map(|member| member.line(language)).collect(),
        })
    }

    /// The levels of joints.
    fn depth(&self) -> usize {
        match self {
            Self::One(_, depth) => *depth,
            Self::All(parts) | Self::Any(parts) => {
                1 + parts.iter().map(Self::depth).max().unwrap_or(0)
            }
        }
    }

    fn written(&self, language: &Language, level: usize) -> String {
        let phrases = language.phrases();
        let (parts, joint, heading) = match self {
            Self::One(text, _) => return text.clone(),
            Self::All(parts) => (parts, &phrases.and, &phrases.all),
            Self::Any(parts) => (parts, &phrases.or, &phrases.any),
        };
        if self.depth() <= DEEPEST_LINE {
            let lines: Vec<String> = parts.iter().map(|part| part.inner(language)).collect();
            return match lines.as_slice() {
                [first @ .., last] if !first.is_empty() => {
                    fill(joint, &[("first", &language.row(first)), ("last", last)])
                }
                _ => lines.concat(),
            };
        }
        let members = parts.iter().enumerate().map(|(index, part)| {
            let mark = mark(index, level);
            format!("{mark} {}", part.written(language, level + 1))
        });
        let members = members
            .reduce(|first, last| fill(&phrases.members, &[("first", &first), ("last", &last)]));
        let members = members.unwrap_or_default();
        fill(
            &phrases.group,
            &[("heading", heading), ("members", &members)],
        )
    }

    /// A group within a line, joined without commas.
    fn inner(&self, language: &Language) -> String {
        let phrases = language.phrases();
        let (parts, joint) = match self {
            Self::One(text, _) => return text.clone(),
            Self::All(parts) => (parts, &phrases.and_inner),
            Self::Any(parts) => (parts, &phrases.or_inner),
        };
        let lines = parts.iter().map(|part| part.inner(language));
        let joined =
            |first: String, last: String| fill(joint, &[("first", &first), ("last", &last)]);
        lines.reduce(joined).unwrap_or_default()
    }
}

/// Whether a text has what stands between the two places of a joint.
fn holds(text: &str, joint: &str) -> bool {
    let between = joint
        .split_once('}')
        .and_then(|(_, after)| after.split_once('{'));
    between.is_some_and(|(between, _)| !between.trim().is_empty() && text.contains(between))
}

/// The mark of a member of a counted group: (a), (1), (2.1) …, different on each level.
fn mark(index: usize, level: usize) -> String {
    let letter = u8::try_from(index)
        .ok()
        .filter(|index| *index < 26)
        .map(|index| char::from(b'a' + index));
    match letter {
        Some(letter) if level == 0 => format!("({letter})"),
        _ if level <= 1 => format!("({})", index + 1),
        _ => format!("({level}.{})", index + 1),
    }
}
