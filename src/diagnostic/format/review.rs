//! For those who review a change: a comment in Markdown, and GitLab's code quality report.

use std::fmt::Write as _;

use serde_json::{Value, json as value};
use sha2::{Digest, Sha256};

use super::super::{Lang, Located, Report, Severity, say};
use super::{severity_word, summary};

/// Findings as a comment on a change: one line each with its place, or the link that `link` knows for its file.
///
/// Hints are folded away. What could be read as HTML or call somebody by name is shown as written.
pub fn markdown(report: &Report, lang: Lang, link: &dyn Fn(&str) -> Option<String>) -> String {
    let heading = say!("Pemeriksaan isi situs", "Check of the site's content");
    let mut out = format!("### {}\n\n", heading.get(lang));
    if report.findings.is_empty() {
        out.push_str(say!("Tidak ada temuan.", "No findings.").get(lang));
        out.push('\n');
        return out;
    }
    let _ = writeln!(out, "{}\n", summary(report, lang));
    let (hints, heavy): (Vec<&Located>, Vec<&Located>) = report
        .findings
        .iter()
        .partition(|finding| finding.severity == Severity::Hint);
    for finding in heavy {
        line(&mut out, finding, lang, link);
    }
    if !hints.is_empty() {
        let word = severity_word(Severity::Hint, lang);
        let _ = write!(
            out,
            "\n<details><summary>{word}: {}</summary>\n\n",
            hints.len()
        );
        for finding in hints {
            line(&mut out, finding, lang, link);
        }
        out.push_str("\n</details>\n");
    }
    out
}

/// An item of the list: weight, place, message and code; below it what to type.
fn line(out: &mut String, finding: &Located, lang: Lang, link: &dyn Fn(&str) -> Option<String>) {
    let place = &finding.place;
    let mut at = format!("`{}:{}`", place.path.replace('`', "'"), place.line);
    if let Some(address) = link(&place.path) {
        let open = say!("buka di editor", "open in the editor");
        let _ = write!(at, " ([{}]({address}))", open.get(lang));
    }
    let _ = writeln!(
        out,
        "- **{}** {at}: {} ({})",
        severity_word(finding.severity, lang),
        harmless(finding.message.get(lang)),
        finding.code.number()
    );
    if let Some(help) = &finding.help {
        let word = say!("saran", "help");
        let _ = writeln!(
            out,
            "  <br>{}: {}",
            word.get(lang),
            harmless(help.get(lang))
        );
    }
}

/// A text on one line that neither is HTML nor calls anybody, outside of code too.
fn harmless(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts: Vec<&str> = line.split('`').collect();
    // With an odd number of marks nobody knows which are pairs.
    let paired = parts.len() % 2 == 1;
    let escaped = parts.iter().enumerate().map(|(at, part)| {
        if paired && at % 2 == 1 {
            (*part).to_owned()
        } else {
            escape(part)
        }
    });
    let mark = if paired { "`" } else { "&#96;" };
    escaped.collect::<Vec<_>>().join(mark)
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '@' => out.push_str("&#64;"),
            '\\' | '*' | '_' | '[' | ']' | '#' | '!' | '|' | '~' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

/// GitLab's code quality report: its merge requests show what a change adds.
pub fn gitlab(report: &Report, lang: Lang) -> String {
    let entries: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            let severity = match finding.severity {
                Severity::Error => "critical",
                Severity::Warning => "minor",
                Severity::Hint => "info",
            };
            value!({
                "description": finding.message.get(lang),
                "check_name": finding.code.number(),
                "fingerprint": fingerprint(finding),
                "severity": severity,
                "location": {
                    "path": finding.place.path,
                    "lines": {"begin": finding.place.line, "end": finding.place.end_line},
                },
            })
        })
        .collect();
    format!("{:#}\n", Value::Array(entries))
}

/// What makes a finding the same one in two versions of a file: all but its line.
fn fingerprint(finding: &Located) -> String {
    let (code, path) = (finding.code.number(), &finding.place.path);
    let said = format!("{code}\0{path}\0{}", finding.message.get(Lang::En));
    let hash = Sha256::digest(said.as_bytes());
    hash.iter().take(16).fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_message_is_no_markup_and_calls_nobody() {
        let shown = harmless("<img src=x> @kota/semua\n`a_b @c` *tebal*");
        assert_eq!(
            shown,
            "&lt;img src=x&gt; &#64;kota/semua `a_b @c` \\*tebal\\*"
        );
        assert_eq!(harmless("satu ` <b>"), "satu &#96; &lt;b&gt;");
    }
}
