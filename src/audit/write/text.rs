//! For people at a terminal: a line for each service, with a sign for each point.

use std::fmt::Write as _;

use super::words;
use crate::audit::Audit;
use crate::audit::look::Answer;
use crate::audit::points::{POINTS, Point, Whose};
use crate::diagnostic::{Lang, Message};

/// The report for a terminal.
pub fn text(audit: &Audit, lang: Lang) -> String {
    let mut out = String::new();
    for line in words::head(audit) {
        let _ = writeln!(out, "{}", line.get(lang));
    }
    let _ = writeln!(out, "\n{}", words::signs(lang));
    heading(&mut out, &words::of_services(), lang);
    services(&mut out, audit, lang);
    heading(&mut out, &words::of_agencies(), lang);
    agencies(&mut out, audit, lang);
    let remarks = words::remarks(audit, lang);
    if !remarks.is_empty() {
        heading(&mut out, &words::of_remarks(), lang);
        for (whose, what) in remarks {
            let _ = writeln!(out, "  {whose}: {what}");
        }
    }
    shared(&mut out, audit, lang);
    heading(&mut out, &words::of_basis(), lang);
    for service in audit.without_basis() {
        let _ = writeln!(
            out,
            "  {:>8}  {}",
            words::bare(service).get(lang),
            service.id
        );
    }
    heading(&mut out, &words::of_points(), lang);
    for point in &POINTS {
        let (short, name, source) = (point.short(lang), point.name(lang), point.source(lang));
        let _ = writeln!(out, "  {short:<3}  {name}: {source}");
    }
    out
}

fn heading(out: &mut String, title: &Message, lang: Lang) {
    let _ = writeln!(out, "\n{}\n", title.get(lang));
}

fn services(out: &mut String, audit: &Audit, lang: Lang) {
    let points = || POINTS.iter().filter(|point| point.whose != Whose::Agency);
    let count = words::count_heading(lang);
    let _ = writeln!(
        out,
        "  {count}  {}",
        row(points().map(|point| (point, point.short(lang))))
    );
    for service in &audit.services {
        let answers = points().zip(&service.answers).map(signed);
        let signs: Vec<(&Point, String)> = answers.collect();
        let signs = signs.iter().map(|(point, sign)| (*point, sign.as_str()));
        let width = count.len();
        let title = words::title(service, lang);
        let (written, id) = (service.components(), &service.id);
        let _ = writeln!(out, "  {written:>width$}  {}  {id}: {title}", row(signs));
    }
}

fn agencies(out: &mut String, audit: &Audit, lang: Lang) {
    for agency in &audit.agencies {
        let (id, name) = (&agency.id, &agency.name);
        let _ = writeln!(out, "  {id}: {name}");
        for (point, answer) in &agency.answers {
            let answer = words::answer(answer, audit.today, lang);
            let _ = writeln!(out, "    {}: {answer}", point.name(lang));
        }
    }
}

fn shared(out: &mut String, audit: &Audit, lang: Lang) {
    if audit.shared.is_empty() {
        return;
    }
    heading(out, &words::of_shared(), lang);
    for shared in &audit.shared {
        let offices: Vec<&str> = shared.offices.iter().map(|one| one.id.as_str()).collect();
        let _ = writeln!(out, "  {} ({})", shared.title, offices.join(", "));
        if shared.differing.is_empty() {
            let _ = writeln!(out, "    {}", words::alike().get(lang));
        }
        for (paper, who) in words::differences(shared, lang) {
            let _ = writeln!(out, "    {paper}: {who}");
        }
    }
}

fn signed<'a>((point, answer): (&'a Point, &Answer)) -> (&'a Point, String) {
    (point, words::sign(answer.state).to_string())
}

/// Cells of three characters, with a gap before each group of points.
fn row<'a>(cells: impl Iterator<Item = (&'a Point, &'a str)>) -> String {
    let mut out = String::new();
    for (point, cell) in cells {
        if matches!(
            point.key,
            "legal_basis" | "decree_number" | "complaint_channels"
        ) {
            out.push(' ');
        }
        let _ = write!(out, "{cell:<4}");
    }
    out.trim_end().to_owned()
}
