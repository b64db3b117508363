//! One mistake, one message: whatever is spoilt in a sound service, at most one error is told.
//!
//! Keys and values are spoilt one at a time, each in every way that fits it. `FULL=1` spoils all lines of all services.

use std::collections::BTreeSet;

use maklumat::diagnostic::{Located, Severity};
use maklumat::model::Decode;
use maklumat::model::service::ServiceDocument;
use maklumat::model::shape::{RecordShape, Shape};

use crate::site::{FEW, Site, TOWN};

/// Of so many spoilt lines one is looked at, unless all is asked for.
const EACH: usize = 23;

/// The keys of a service and all its records.
#[derive(Default)]
struct Keys {
    records: BTreeSet<&'static str>,
    words: BTreeSet<&'static str>,
}

impl Keys {
    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::List(inner) | Shape::Named(inner) => self.shape(inner),
            Shape::Any(shapes) => shapes.iter().for_each(|shape| self.shape(shape)),
            Shape::Record(record) => self.record(record),
            _ => {}
        }
    }

    fn record(&mut self, record: &RecordShape) {
        if self.records.insert(record.name) {
            for field in record.fields {
                self.words.extend([field.en, field.id]);
                self.shape(&(field.shape)());
            }
        }
    }
}

/// The ways in which the line `key: value` is spoilt, each with the line that stands in its place.
fn spoilt(before: &str, key: &str, value: &str) -> Vec<(&'static str, String)> {
    let upper = key[..1].to_uppercase() + &key[1..];
    let doubled = format!("{}{}", &key[..2], &key[1..]);
    let mut all = vec![
        ("an unknown key", format!("{before}zzz: {value}")),
        ("a capital", format!("{before}{upper}: {value}")),
        ("a slip", format!("{before}{doubled}: {value}")),
        ("no blank", format!("{before}{key}:{value}")),
    ];
    if value.is_empty() {
        all.remove(3);
        return all;
    }
    if !value.starts_with(['"', '\'', '[', '{', '|', '>']) {
        all.push(("a list", format!("{before}{key}: [{value}, b]")));
        all.push(("a colon inside", format!("{before}{key}: Catatan: {value}")));
        all.push(("an open quote", format!("{before}{key}: \"{value}")));
        all.push(("an at sign", format!("{before}{key}: @{value}")));
        all.push(("a bracket", format!("{before}{key}: [x] {value}")));
        if !value.contains(',') {
            all.push(("a mapping", format!("{before}{key}: {{zzz: {value}}}")));
        }
    }
    all
}

fn errors(report: &[Located]) -> Vec<String> {
    let errors = report
        .iter()
        .filter(|found| found.severity == Severity::Error);
    errors
        .map(|found| {
            format!(
                "{}:{}: {}",
                found.place.line,
                found.code.number(),
                found.message.en
            )
        })
        .collect()
}

#[test]
fn one_spoilt_line_is_told_once() {
    let mut keys = Keys::default();
    keys.shape(&ServiceDocument::shape());
    let each = if std::env::var_os("FULL").is_some() {
        1
    } else {
        EACH
    };
    let (mut tried, mut told) = (0, 0);
    let mut complaints = Vec::new();
    let sound = Site::small_town();
    for path in FEW {
        let text = crate::site::text_of(&format!("{TOWN}/{path}"));
        assert_eq!(errors(&sound.check().0.findings), Vec::<String>::new());
        let lines: Vec<&str> = text.lines().collect();
        for (number, line) in lines.iter().enumerate() {
            let body = line.trim_start().trim_start_matches("- ");
            let before = &line[..line.len() - body.len()];
            let Some((key, value)) = body.split_once(':') else {
                continue;
            };
            if !keys.words.contains(key) || key.len() < 3 {
                continue;
            }
            for (way, instead) in spoilt(before, key, value.trim()) {
                tried += 1;
                if tried % each != 0 {
                    continue;
                }
                let mut spoiled = lines.clone();
                spoiled[number] = &instead;
                let site = sound.clone().with(path, spoiled.join("\n") + "\n");
                let found = errors(&site.check().0.findings);
                told += found.len();
                if found.len() > 1 {
                    let number = number + 1;
                    complaints.push(format!(
                        "{path}:{number}: {way}: {instead}\n  {}",
                        found.join("\n  ")
                    ));
                }
            }
        }
    }
    assert!(told > 50, "{told} of {tried} were told");
    let count = complaints.len();
    let shown = complaints
        .into_iter()
        .take(40)
        .collect::<Vec<_>>()
        .join("\n");
    assert_eq!(count, 0, "of {tried}:\n{shown}\n");
}
