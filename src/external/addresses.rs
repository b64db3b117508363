//! The addresses of other sites in the text of content files.

use std::collections::BTreeMap;

use crate::diagnostic::Sink;
use crate::source::Sources;
use crate::span::{FileId, Span};
use crate::yaml;

/// How a web address begins.
const SCHEMES: [&str; 2] = ["https://", "http://"];

/// So many digits in a row may be somebody's number.
const PERSONAL: usize = 10;

/// Every address in these files with its places, without that of the site itself.
pub fn addresses<'f>(
    files: impl IntoIterator<Item = (FileId, &'f str)>,
    sources: &dyn Sources,
    own: &str,
) -> BTreeMap<String, Vec<Span>> {
    let mut found: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for (file, path) in files {
        let bytes = sources.read(path).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let comments = match path.ends_with(".md") {
            true => Vec::new(),
            false => comments_of(file, &text),
        };
        for (from, to) in in_text(&text, &comments) {
            let address = &text[from..to];
            if own.is_empty() || address.trim_end_matches('/') != own.trim_end_matches('/') {
                let places = found.entry(address.to_owned()).or_default();
                places.push(Span::new(file, from, to));
            }
        }
    }
    found
}

/// Where the comments of a file stand, which are for staff alone; in one that cannot be read whole those on lines of
/// their own.
fn comments_of(file: FileId, text: &str) -> Vec<(usize, usize)> {
    let mut told = Sink::default();
    let tree = yaml::read(file, 0, text, &mut told);
    match tree.filter(|tree| tree.whole && !told.has_errors()) {
        Some(tree) => {
            let comments = yaml::comments(0, text, &tree).into_iter();
            let places = comments.map(|one| (one.span.start as usize, one.span.end as usize));
            places.collect()
        }
        None => {
            let mut at = 0;
            let lines = text.split_inclusive('\n').map(|line| {
                at += line.len();
                (at - line.len(), at)
            });
            let is_comment =
                |(from, _): &(usize, usize)| text[*from..].trim_start().starts_with('#');
            lines.filter(is_comment).collect()
        }
    }
}

/// The bytes of each address in a text, but of those in its comments.
fn in_text(text: &str, comments: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let mut at = 0;
        while let Some(from) = next(&line[at..]).map(|from| at + from) {
            let to = from + length(&line[from..]);
            let is_within =
                |(first, last): &(usize, usize)| (*first..*last).contains(&(start + from));
            if !comments.iter().any(is_within) {
                found.push((start + from, start + to));
            }
            at = to;
        }
        start += line.len();
    }
    found
}

fn next(line: &str) -> Option<usize> {
    SCHEMES.iter().filter_map(|scheme| line.find(scheme)).min()
}

/// How many bytes of a text that begins with an address are the address.
fn length(text: &str) -> usize {
    let ends = |c: char| {
        c.is_whitespace() || matches!(c, '"' | '<' | '>' | '`' | '\\' | '|' | '”' | '“' | '…')
    };
    let mut address = text.split(ends).next().unwrap_or_default();
    loop {
        let unopened = |open: char, close: char| {
            address.ends_with(close)
                && address.matches(close).count() > address.matches(open).count()
        };
        let cut = address.ends_with(['.', ',', ';', ':', '!', '?', '\'', '*'])
            || unopened('(', ')')
            || unopened('[', ']')
            || unopened('{', '}');
        // What follows `](…)` in Markdown is no part of it.
        if let Some(at) = address.find(")[").or(address.find("](")) {
            address = &address[..at];
        } else if cut {
            address = &address[..address.len() - 1];
        } else {
            return address.len();
        }
    }
}

/// Whether an address may tell of a person: a name before its host, or a long number.
pub fn is_personal(address: &str) -> bool {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let mut run = 0;
    let long = rest.chars().any(|c| {
        run = if c.is_ascii_digit() { run + 1 } else { 0 };
        run >= PERSONAL
    });
    authority.contains('@') || rest.contains("%40") || long
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        for (text, address) in [
            ("url: https://a.example/x", "https://a.example/x"),
            (
                "[jdih](https://a.example/x_(1)), lalu",
                "https://a.example/x_(1)",
            ),
            ("Lihat https://a.example/x.", "https://a.example/x"),
            ("situs: \"http://a.example\"", "http://a.example"),
            (
                "survey: {url: https://a.example/s, grade: A}",
                "https://a.example/s",
            ),
            ("<https://a.example/x?y=1#z>", "https://a.example/x?y=1#z"),
        ] {
            let found = in_text(text, &[]);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(&text[found[0].0..found[0].1], address);
        }
    }

    #[test]
    fn comments_of_yaml_are_left_alone() {
        for (text, expected) in [
            ("# https://a.example\nx: y  # https://a.example\n", 0),
            ("x: https://a.example/#bagian\n", 1),
            ("x: \"Lihat butir #2 di https://a.example\"\n", 1),
            ("x: |\n  Lihat #2\n  # di https://a.example\n", 1),
            ("x: [\n# https://a.example\ny: https://b.example\n", 1),
        ] {
            let comments = comments_of(FileId::default(), text);
            assert_eq!(in_text(text, &comments).len(), expected, "{text}");
        }
        assert_eq!(in_text("# Judul https://a.example\n", &[]).len(), 1);
    }

    #[test]
    fn what_may_tell_of_a_person_is_known() {
        for address in [
            "https://nama@a.example/",
            "https://wa.me/6281200000000",
            "https://a.example/?email=nama%40a.example",
            "https://a.example/cek/3604000000000001",
        ] {
            assert!(is_personal(address), "{address}");
        }
        assert!(!is_personal("https://jdih.example/2025/02/01/perda-12.pdf"));
    }
}
