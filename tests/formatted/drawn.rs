//! Drawn services with their keys in a drawn order and drawn comments between them.

use maklumat::diagnostic::Lang;
use maklumat::edit::format::{Outcome, format};
use maklumat::model::shape::RecordShape;

use super::{comments_of, fmt};
use crate::oracle::random::{Random, Service};
use crate::schema::records;
use crate::site::{SERVICE, Site};

/// A mapping of lines: each key with its lines, put in another order, with comments above and behind.
struct Author<'r> {
    random: &'r mut Random,
    comments: usize,
}

impl Author<'_> {
    /// The lines of a mapping on a column, in a drawn order.
    fn mapping(&mut self, lines: &[&str], column: usize) -> Vec<String> {
        let mut parts: Vec<Vec<String>> = Vec::new();
        for part in self.split(lines, column) {
            let at = self.random.below(parts.len() + 1);
            let part = self.part(&part, column);
            parts.insert(at, part);
        }
        parts.concat()
    }

    /// The lines of each key.
    fn split<'l>(&self, lines: &[&'l str], column: usize) -> Vec<Vec<&'l str>> {
        let mut parts: Vec<Vec<&str>> = Vec::new();
        for line in lines {
            let inset = line.len() - line.trim_start().len();
            let starts = inset == column && !line.trim_start().starts_with('-');
            match parts.last_mut() {
                Some(last) if !starts => last.push(line),
                _ => parts.push(vec![line]),
            }
        }
        parts
    }

    /// A key with its lines: mappings below it in a drawn order too, unless the author's names stand there.
    fn part(&mut self, part: &[&str], column: usize) -> Vec<String> {
        let mut out = Vec::new();
        while self.random.below(4) == 0 {
            out.push(self.comment(column));
        }
        let (first, rest) = (part[0], &part[1..]);
        let plain = !first.contains(['"', '#', '|', '>', '{', '[']) && first.contains(": ");
        match plain && self.random.below(5) == 0 {
            true => {
                let comment = self.comment(2);
                out.push(format!("{first}{comment}"));
            }
            false => out.push(first.to_owned()),
        }
        out.extend(self.below(rest));
        if self.random.below(6) == 0 && !first.trim_end().ends_with(['|', '>']) {
            out.push(self.comment(column + 3));
        }
        out
    }

    /// What stands below a key: the mappings of a list's items in a drawn order too.
    fn below(&mut self, lines: &[&str]) -> Vec<String> {
        let dash = lines.first().and_then(|line| line.find("- "));
        let Some(dash) = dash.filter(|dash| lines[0][..*dash].trim().is_empty()) else {
            return lines.iter().map(|line| (*line).to_owned()).collect();
        };
        let starts = |line: &&str| {
            line.get(..dash + 2)
                .is_some_and(|start| start.trim() == "-")
        };
        let mut out = Vec::new();
        for item in lines.chunk_by(|_, next| !starts(next)) {
            let first = &item[0][dash + 2..];
            let is_mapping = first.ends_with(':') || first.contains(": ");
            if !is_mapping || first.starts_with(['"', '\'', '{', '[']) {
                out.extend(item.iter().map(|line| (*line).to_owned()));
                continue;
            }
            let own = format!("{}{first}", " ".repeat(dash + 2));
            let keys: Vec<&str> = std::iter::once(own.as_str())
                .chain(item[1..].iter().copied())
                .collect();
            let mut written = self.mapping(&keys, dash + 2);
            written[0].replace_range(dash..=dash, "-");
            out.extend(written);
        }
        out
    }

    fn comment(&mut self, column: usize) -> String {
        self.comments += 1;
        format!("{}# komentar {}", " ".repeat(column), self.comments)
    }
}

/// The keys of a file's first level, in the order in which they stand.
fn first_level(text: &str) -> Vec<&str> {
    let lines = text.lines();
    let keys = lines.filter(|line| !line.starts_with([' ', '#', '-']));
    keys.filter_map(|line| line.split(':').next()).collect()
}

#[test]
fn drawn_services_keep_their_meaning_and_their_comments() {
    let shape: &RecordShape = records()
        .into_iter()
        .find(|record| record.name == "service")
        .expect("services");
    let place = |key: &&str| {
        let mut fields = shape.fields.iter();
        fields.position(|field| [field.en, field.id].contains(key))
    };
    let mut comments = 0;
    for seed in 1..=60 {
        let mut random = Random(seed * 7_919);
        let drawn = Service::draw(&mut random).yaml("Layanan", &mut random);
        let lines: Vec<&str> = drawn.lines().collect();
        let mut author = Author {
            random: &mut random,
            comments: 0,
        };
        let text = author.mapping(&lines, 0).join("\n") + "\n";
        comments += author.comments;
        let new = fmt(&text, None);
        assert_eq!(fmt(&new, None), new, "{text}");
        assert_eq!(
            comments_of(SERVICE, &new),
            comments_of(SERVICE, &text),
            "{text}"
        );
        let value = |text: &str| -> serde_json::Value { serde_yaml::from_str(text).expect("YAML") };
        assert_eq!(value(&new), value(&text), "{text}\n{new}");
        let order = first_level(&new);
        assert!(order.is_sorted_by_key(place), "{order:?}");
        let en = fmt(&new, Some(Lang::En));
        let id = fmt(&en, Some(Lang::Id));
        assert_eq!(fmt(&id, Some(Lang::En)), en, "{text}");
        assert_eq!(
            comments_of(SERVICE, &id),
            comments_of(SERVICE, &text),
            "{text}"
        );
        for key in first_level(&en) {
            assert!(shape.fields.iter().any(|field| field.en == key), "{key}");
        }
        // No line is lost, none is new but for its words.
        assert_eq!(new.lines().count(), text.lines().count());
        assert_eq!(id.lines().count(), text.lines().count());
        // Line by line only words change.
        for (en, id) in en.lines().zip(id.lines()) {
            let inset = |line: &str| line.len() - line.trim_start().len();
            assert_eq!(inset(en), inset(id), "{en}\n{id}");
        }
        let site = Site::new().with(SERVICE, &id);
        let again = format(&site, None, &|path| path == SERVICE).expect("a list");
        assert!(matches!(again[0].result, Outcome::Same), "{id}");
    }
    assert!(comments > 100, "{comments}");
}
