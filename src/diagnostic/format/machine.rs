//! For machines: one line each, JSON, SARIF 2.1.0, and GitHub's workflow commands.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json as value};

use super::super::{Code, Lang, Located, Place, Report, Severity};
use super::severity_word;
use crate::percent::encode;

/// One line a finding: `path:line:column: weight[code]: message; help`.
pub fn short(report: &Report, lang: Lang) -> String {
    let mut out = String::new();
    for finding in &report.findings {
        let Place {
            path, line, column, ..
        } = &finding.place;
        let word = severity_word(finding.severity, lang);
        let number = finding.code.number();
        let message = finding.message.get(lang);
        let _ = writeln!(out, "{path}:{line}:{column}: {word}[{number}]: {message}");
    }
    out
}

/// The version of what [`json`] writes; it grows when a key is taken away or means something else.
pub const FINDINGS_VERSION: u32 = 1;

/// All findings as one JSON object; `left_out` counts those that are not listed, by code.
pub fn json(report: &Report, lang: Lang) -> String {
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| finding_value(finding, lang))
        .collect();
    let left_out: BTreeMap<&str, usize> = report
        .left_out
        .iter()
        .map(|(code, left)| (code.number(), left.count))
        .collect();
    let object = value!({
        "version": FINDINGS_VERSION,
        "errors": report.count(Severity::Error),
        "warnings": report.count(Severity::Warning),
        "hints": report.count(Severity::Hint),
        "findings": findings,
        "left_out": left_out,
    });
    format!("{object:#}\n")
}

fn finding_value(finding: &Located, lang: Lang) -> Value {
    let also: Vec<Value> = finding
        .also
        .iter()
        .map(|(place, what)| value!({"place": place_value(place), "message": what.get(lang)}))
        .collect();
    let fix = finding
        .fix
        .as_ref()
        .map(|fix| value!({"start": fix.span.start, "end": fix.span.end, "text": fix.text}));
    value!({
        "code": finding.code.number(),
        "name": finding.code.name(),
        "severity": severity_word(finding.severity, Lang::En),
        "message": finding.message.get(lang),
        "place": place_value(&finding.place),
        "label": finding.label.as_ref().map(|label| label.get(lang)),
        "also": also,
        "help": finding.help.as_ref().map(|help| help.get(lang)),
        "fix": fix,
    })
}

fn place_value(place: &Place) -> Value {
    value!({
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    })
}

/// A SARIF 2.1.0 log of one run.
pub fn sarif(report: &Report, lang: Lang) -> String {
    let mut codes: Vec<Code> = report.findings.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let rules: Vec<Value> = codes
        .iter()
        .map(|code| {
            value!({
                "id": code.number(),
                "name": code.name(),
                "help": {"text": code.page(lang), "markdown": code.page(lang)},
                "defaultConfiguration": {"level": sarif_level(code.severity())},
            })
        })
        .collect();
    let results: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| sarif_result(finding, lang))
        .collect();
    let log = value!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "maklumat",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn sarif_level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

fn sarif_result(finding: &Located, lang: Lang) -> Value {
    let related: Vec<Value> = finding
        .also
        .iter()
        .map(|(place, what)| {
            let mut location = sarif_location(place);
            location["message"] = value!({"text": what.get(lang)});
            location
        })
        .collect();
    value!({
        "ruleId": finding.code.number(),
        "level": sarif_level(finding.severity),
        "message": {"text": with_help(finding, lang)},
        "locations": [sarif_location(&finding.place)],
        "relatedLocations": related,
    })
}

fn sarif_location(place: &Place) -> Value {
    value!({"physicalLocation": {
        "artifactLocation": {"uri": encode(&place.path)},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    }})
}

fn with_help(finding: &Located, lang: Lang) -> String {
    let message = finding.message.get(lang);
    match &finding.help {
        Some(help) => format!("{message}\n{}", help.get(lang)),
        None => message.to_owned(),
    }
}

/// GitHub workflow commands: annotations on the change.
pub fn github(report: &Report, lang: Lang) -> String {
    let mut out = String::new();
    for finding in &report.findings {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let place = &finding.place;
        let path = escape_property(&place.path);
        let title = escape_property(&format!(
            "{} {}",
            finding.code.number(),
            finding.code.name()
        ));
        let message = escape_data(&with_help(finding, lang));
        let (line, column, end_line) = (place.line, place.column, place.end_line);
        let _ = writeln!(
            out,
            "::{command} file={path},line={line},endLine={end_line},col={column},title={title}::{message}"
        );
    }
    out
}

fn escape_data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}
