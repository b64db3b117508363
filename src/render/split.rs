//! A list that is too long for a page, on several: by the first letter of its names, then by the letters that follow.
//!
//! # Steps
//!
//! 1. Names are told apart by their letters alone, [`key`]: what is a letter of its own does not depend on a language.
//! 2. A page of names holds all that begin with the fewest letters that at most [`ON_A_PAGE`] have in common.
//! 3. Where more begin alike stands a page that leads on, to at most `ROWS` others unless the next letters alone are
//!    more.
//!
//! So a new name changes the names of one page. Only where that page was full it is parted: then its names stand on pages
//! whose beginnings are longer than its own, and those of all other pages stay.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::collate;

/// How many names stand on a page at most, unless they are all alike.
pub const ON_A_PAGE: usize = 150;

/// To how many pages a page leads at most where the longest of them could be parted further.
const ROWS: usize = 40;

/// Letters after which names count as alike.
const ALIKE: usize = 60;

/// What stands in a [`key`] for a first letter that is none: a digit or a sign.
const NO_LETTER: char = '#';

/// What stands after the last letter of names that are as short as the beginning of others.
const END: char = '\0';

/// The pages of a list, by the beginning of their names; that of the first page is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Split {
    pages: BTreeMap<String, Page>,
}

/// What stands on a page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// Names, by their places in the list.
    Names(Vec<usize>),
    /// The ways to other pages.
    Rows(Vec<Row>),
}

/// The way to a page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// With what its names begin.
    pub start: String,
    /// The place of the first of them.
    pub first: usize,
    /// The place of the last.
    pub last: usize,
}

/// By what the pages of a list tell names apart: of a folded name the letters without their marks.
pub fn key(folded: &str) -> String {
    let bare = collate::bare(folded);
    match bare.chars().next() {
        Some(first) if first.is_alphabetic() => bare,
        _ => format!("{NO_LETTER}{bare}"),
    }
}

/// The beginning of names as a part of an address: small Latin letters, digits and hyphens, others by their numbers.
pub fn slug(start: &str) -> String {
    let digits = start.strip_prefix(NO_LETTER);
    if digits == Some("") {
        return "0_9".to_owned();
    }
    let mut slug = String::new();
    for c in digits.unwrap_or(start).chars() {
        match c {
            END => slug.push('_'),
            ' ' => slug.push('-'),
            c if c.is_ascii_alphanumeric() => slug.push(c),
            c => slug.push_str(&format!("_{:x}_", u32::from(c))),
        }
    }
    slug
}

/// The beginning of names as readers see it; `None` for the digits and signs together.
pub fn shown(start: &str) -> Option<String> {
    let letters = start.strip_prefix(NO_LETTER).unwrap_or(start);
    let letters = letters.trim_end_matches([END, ' ']);
    let mut chars = letters.chars();
    let first = chars.next()?;
    Some(first.to_uppercase().chain(chars).collect())
}

impl Split {
    /// The pages of a list whose names have these keys, in the order of the list.
    pub fn of(keys: &[String]) -> Self {
        let mut order: Vec<usize> = (0..keys.len()).collect();
        order.sort_by_key(|place| keys[*place].as_str());
        let sorted = Sorted { keys, order };
        let mut pages = BTreeMap::new();
        let mut open = vec![Branch {
            start: String::new(),
            range: 0..keys.len(),
        }];
        while let Some(branch) = open.pop() {
            let page = match sorted.rows(&branch) {
                None => Page::Names(sorted.places(&branch)),
                Some(rows) => {
                    let page = rows.iter().map(|row| sorted.row(row)).collect();
                    open.extend(rows);
                    Page::Rows(page)
                }
            };
            pages.insert(branch.start, page);
        }
        Self { pages }
    }

    /// The pages, each with the beginning of its names.
    pub fn pages(&self) -> impl Iterator<Item = (&str, &Page)> {
        self.pages.iter().map(|(start, page)| (&**start, page))
    }

    /// The page whose names begin so.
    pub fn page(&self, start: &str) -> Option<&Page> {
        self.pages.get(start)
    }

    /// The beginnings of the pages that lead to one, from the outermost; the first page of the list is not among them.
    pub fn above<'a>(&'a self, start: &'a str) -> impl Iterator<Item = &'a str> {
        let ends = start.char_indices().map(|(at, _)| at).skip(1);
        let shorter = ends.map(|end| &start[..end]);
        shorter.filter(|shorter| self.pages.contains_key(*shorter))
    }
}

/// All names that begin alike.
#[derive(Debug, Clone)]
struct Branch {
    start: String,
    range: Range<usize>,
}

/// The names of a list in the order of their keys.
struct Sorted<'a> {
    keys: &'a [String],
    order: Vec<usize>,
}

impl Sorted<'_> {
    fn key(&self, at: usize) -> &str {
        self.order.get(at).map_or("", |place| &self.keys[*place])
    }

    fn places(&self, branch: &Branch) -> Vec<usize> {
        let places: BTreeSet<usize> = self.order[branch.range.clone()].iter().copied().collect();
        places.into_iter().collect()
    }

    fn row(&self, branch: &Branch) -> Row {
        Row {
            start: branch.start.clone(),
            first: self.order[branch.range.start],
            last: self.order[branch.range.end - 1],
        }
    }

    /// Where the page of names that begin alike leads; `None` where it holds them all.
    fn rows(&self, branch: &Branch) -> Option<Vec<Branch>> {
        let mut rows = self.parted(branch)?;
        // The first page of a list shows nothing but first letters.
        if branch.start.is_empty() {
            return Some(rows);
        }
        let mut longer: Vec<Option<Vec<Branch>>> =
            rows.iter().map(|row| self.parted(row)).collect();
        loop {
            let fits = |at: &usize| {
                let more = longer[*at].as_ref().map(Vec::len);
                more.is_some_and(|more| rows.len() + more - 1 <= ROWS)
            };
            let size = |at: &usize| (rows[*at].range.len(), std::cmp::Reverse(*at));
            let Some(at) = (0..rows.len()).filter(fits).max_by_key(size) else {
                return Some(rows);
            };
            let parts = longer[at].take().unwrap_or_default();
            let of_parts: Vec<_> = parts.iter().map(|part| self.parted(part)).collect();
            longer.splice(at..=at, of_parts);
            rows.splice(at..=at, parts);
        }
    }

    /// The same names by the next letter in which they differ; `None` where one page can or must hold them.
    fn parted(&self, branch: &Branch) -> Option<Vec<Branch>> {
        let Range { start, end } = branch.range;
        if end - start <= ON_A_PAGE || branch.start.ends_with(END) {
            return None;
        }
        let (first, last) = (self.key(start), self.key(end - 1));
        let shared = first.chars().zip(last.chars());
        let shared: String = shared.take_while(|(a, b)| a == b).map(|(a, _)| a).collect();
        // Digits and signs stand together first.
        let shared = match branch.start.is_empty() && shared.starts_with(NO_LETTER) {
            true => String::new(),
            false => shared,
        };
        if first == last || shared.chars().count() >= ALIKE {
            return None;
        }
        let mut parts = Vec::new();
        let mut from = start;
        while from < end {
            let next = self.key(from)[shared.len()..].chars().next();
            let rest = &self.order[from..end];
            let alike = |place: &usize| self.keys[*place][shared.len()..].chars().next() == next;
            let to = from + rest.partition_point(alike);
            parts.push(Branch {
                start: format!("{shared}{}", next.unwrap_or(END)),
                range: from..to,
            });
            from = to;
        }
        Some(parts)
    }
}
