//! The report as Markdown.

use std::fmt::Write as _;

use super::words;
use crate::audit::Audit;
use crate::audit::points::{POINTS, Whose};
use crate::diagnostic::{Lang, Message};

/// The report as Markdown.
pub fn markdown(audit: &Audit, lang: Lang) -> String {
    let [title, count, what] = words::head(audit);
    let mut out = format!(
        "# {}\n\n{}. {}\n\n{}\n",
        title.get(lang),
        count.get(lang),
        what.get(lang),
        words::signs(lang)
    );
    heading(&mut out, &words::of_services(), lang);
    services(&mut out, audit, lang);
    heading(&mut out, &words::of_agencies(), lang);
    agencies(&mut out, audit, lang);
    let remarks = words::remarks(audit, lang);
    if !remarks.is_empty() {
        heading(&mut out, &words::of_remarks(), lang);
        for (whose, what) in remarks {
            let _ = writeln!(out, "- {}: {}", cell(&whose), cell(&what));
        }
    }
    if !audit.shared.is_empty() {
        heading(&mut out, &words::of_shared(), lang);
        shared(&mut out, audit, lang);
    }
    heading(&mut out, &words::of_basis(), lang);
    for service in audit.without_basis() {
        let _ = writeln!(out, "- {} ({})", service.id, words::bare(service).get(lang));
        for (number, requirement) in &service.without_basis {
            let _ = writeln!(out, "    - {number}: {}", cell(requirement));
        }
    }
    heading(&mut out, &words::of_points(), lang);
    for point in &POINTS {
        let (short, name, source) = (point.short(lang), point.name(lang), point.source(lang));
        let _ = writeln!(out, "- {short}: {name}. {source}");
    }
    out
}

fn heading(out: &mut String, title: &Message, lang: Lang) {
    let _ = writeln!(out, "\n## {}\n", title.get(lang));
}

fn services(out: &mut String, audit: &Audit, lang: Lang) {
    let points = || POINTS.iter().filter(|point| point.whose != Whose::Agency);
    let heads: Vec<&str> = points().map(|point| point.short(lang)).collect();
    let _ = writeln!(
        out,
        "| | {} | {} |\n| --- | ---: |{}",
        words::count_heading(lang),
        heads.join(" | "),
        " --- |".repeat(heads.len())
    );
    for service in &audit.services {
        let signs = points().zip(&service.answers);
        let signs = signs.map(|(_, answer)| words::sign(answer.state).to_string());
        let signs: Vec<String> = signs.collect();
        let name = cell(&format!("{}: {}", service.id, words::title(service, lang)));
        let _ = writeln!(
            out,
            "| {name} | {} | {} |",
            service.components(),
            signs.join(" | ")
        );
    }
}

fn agencies(out: &mut String, audit: &Audit, lang: Lang) {
    for agency in &audit.agencies {
        let count = words::count_of(agency);
        let (name, id) = (cell(&agency.name), &agency.id);
        let _ = writeln!(out, "- {name} ({id}): {}", count.get(lang));
        for (point, answer) in &agency.answers {
            let answer = cell(&words::answer(answer, audit.today, lang));
            let _ = writeln!(out, "    - {}: {answer}", point.name(lang));
        }
    }
}

fn shared(out: &mut String, audit: &Audit, lang: Lang) {
    for shared in &audit.shared {
        let offices: Vec<&str> = shared.offices.iter().map(|one| one.id.as_str()).collect();
        let _ = writeln!(out, "- {} ({})", cell(&shared.title), offices.join(", "));
        if shared.differing.is_empty() {
            let _ = writeln!(out, "    - {}", words::alike().get(lang));
        }
        for (paper, who) in words::differences(shared, lang) {
            let _ = writeln!(out, "    - {}: {}", cell(&paper), cell(&who));
        }
    }
}

/// A text of the content without anything that Markdown reads as more than text.
fn cell(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '\\' | '|' | '<' | '>' | '[' | ']' | '*' | '_' | '`' | '#' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}
