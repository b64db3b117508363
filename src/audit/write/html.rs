//! The report as one page without script: it can be read on a phone, printed and handed on.
//!
//! On a narrow screen each row of a table stands as a block, every cell with its own heading.

use super::words;
use crate::audit::Audit;
use crate::audit::look::Answer;
use crate::audit::points::{COMPONENTS, POINTS, Point, Whose};
use crate::diagnostic::{Lang, Message};
use crate::table::write::escape;

/// How the page looks.
const STYLE: &str = include_str!("report.css");

/// The report as a page.
pub fn html(audit: &Audit, lang: Lang) -> String {
    let [title, count, what] = words::head(audit).map(|line| escape(line.get(lang)));
    let parts = [
        components(audit, lang),
        around(audit, lang),
        agencies(audit, lang),
        remarks(audit, lang),
        shared(audit, lang),
        without_basis(audit, lang),
        points(lang),
    ];
    let parts = parts.concat();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n<p>{count}.</p>\n<p>{what}</p>\n{parts}</main>\n</body>\n</html>\n"
    )
}

fn section(title: &Message, lang: Lang, body: &str) -> String {
    let title = escape(title.get(lang));
    format!("<h2>{title}</h2>\n{body}")
}

/// The matrix of services and components.
fn components(audit: &Audit, lang: Lang) -> String {
    let count = words::count_heading(lang);
    let points = POINTS.iter().take(COMPONENTS);
    let heads = points.clone().map(|point| {
        let (short, name) = (point.short(lang), escape(point.name(lang)));
        column(&format!("<abbr title=\"{name}\">{short}</abbr>"))
    });
    let heads: String = heads.collect();
    let heads = format!("{}{}{heads}", column(service_word(lang)), column(count));
    let rows = audit.services.iter().map(|service| {
        let (title, id) = (escape(&words::title(service, lang)), escape(&service.id));
        let written = words::count(service.components(), COMPONENTS);
        let cells = points.clone().zip(&service.answers).map(|(point, answer)| {
            let (sign, said) = (words::sign(answer.state), words::state(answer.state, lang));
            let inner = format!(
                "<span aria-hidden=\"true\">{sign}</span><span class=\"said\">{said}</span>"
            );
            cell("", point.short(lang), &inner)
        });
        let cells: String = cells.collect();
        let written = cell("count", "", written.get(lang));
        row(
            &format!("{title} <small>{id}</small>"),
            &format!("{written}{cells}"),
        )
    });
    let signs = escape(&words::signs(lang));
    let rows: String = rows.collect();
    let table = table("signs", &heads, &rows);
    section(
        &words::of_services(),
        lang,
        &format!("<p>{signs}</p>\n{table}"),
    )
}

/// What stands around the components of each service.
fn around(audit: &Audit, lang: Lang) -> String {
    let own = |at: &usize| {
        POINTS
            .get(*at)
            .is_some_and(|point| point.whose != Whose::Agency)
    };
    let own: Vec<usize> = (COMPONENTS..POINTS.len()).filter(own).collect();
    let chosen = |at: &usize| POINTS.get(*at);
    let heads = own.iter().filter_map(chosen);
    let heads: String = heads
        .map(|point| column(&escape(point.name(lang))))
        .collect();
    let rows = audit.services.iter().map(|service| {
        let answers = own.iter();
        let answers = answers.filter_map(|at| Some((POINTS.get(*at)?, service.answers.get(*at)?)));
        let cells = answers.map(|(point, answer)| said(audit, point, answer, lang));
        row(&escape(&service.id), &cells.collect::<String>())
    });
    let rows: String = rows.collect();
    let heads = format!("{}{heads}", column(service_word(lang)));
    section(&words::of_decrees(), lang, &table("", &heads, &rows))
}

fn agencies(audit: &Audit, lang: Lang) -> String {
    let points = POINTS.iter().filter(|point| point.whose != Whose::Service);
    let heads: String = points
        .map(|point| column(&escape(point.name(lang))))
        .collect();
    let rows = audit.agencies.iter().map(|agency| {
        let count = words::count_of(agency);
        let answers = agency.answers.iter();
        let cells = answers.map(|(point, answer)| said(audit, point, answer, lang));
        let cells: String = cells.collect();
        let (name, count) = (escape(&agency.name), escape(count.get(lang)));
        row(&format!("{name} <small>{count}</small>"), &cells)
    });
    let rows: String = rows.collect();
    let heads = format!("{}{heads}", column(agency_word(lang)));
    section(&words::of_agencies(), lang, &table("", &heads, &rows))
}

fn remarks(audit: &Audit, lang: Lang) -> String {
    let remarks = words::remarks(audit, lang);
    if remarks.is_empty() {
        return String::new();
    }
    let items = remarks.iter().map(|(whose, what)| {
        let (whose, what) = (escape(whose), escape(what));
        format!("<li>{whose}: {what}</li>\n")
    });
    let items: String = items.collect();
    section(&words::of_remarks(), lang, &format!("<ul>\n{items}</ul>\n"))
}

fn shared(audit: &Audit, lang: Lang) -> String {
    let groups = audit.shared.iter().map(|shared| {
        let title = escape(&shared.title);
        let offices: Vec<String> = shared.offices.iter().map(|one| escape(&one.id)).collect();
        let offices = offices.join(", ");
        if shared.differing.is_empty() {
            let alike = escape(words::alike().get(lang));
            return format!("<h3>{title}</h3>\n<p>{offices}: {alike}.</p>\n");
        }
        let heads = shared
            .offices
            .iter()
            .map(|office| column(&escape(&office.agency)));
        let heads: String = heads.collect();
        let rows = shared.differing.iter().map(|paper| {
            let asked = shared.offices.iter().zip(&paper.asked);
            let cells =
                asked.map(|(office, asked)| cell("", &office.agency, words::ask(*asked, lang)));
            row(&escape(&paper.paper), &cells.collect::<String>())
        });
        let rows: String = rows.collect();
        let heads = format!("{}{heads}", column(paper_word(lang)));
        let table = table("", &heads, &rows);
        format!("<h3>{title}</h3>\n<p>{offices}</p>\n{table}")
    });
    match audit.shared.is_empty() {
        true => String::new(),
        false => section(&words::of_shared(), lang, &groups.collect::<String>()),
    }
}

fn without_basis(audit: &Audit, lang: Lang) -> String {
    let services = audit.without_basis().map(|service| {
        let items = service.without_basis.iter().map(|(number, requirement)| {
            let requirement = escape(requirement);
            format!("<li>{number}: {requirement}</li>\n")
        });
        let items: String = items.collect();
        let (id, count) = (escape(&service.id), words::bare(service));
        let count = count.get(lang);
        format!("<li>{id} ({count})\n<ul>\n{items}</ul>\n</li>\n")
    });
    let services: String = services.collect();
    match services.is_empty() {
        true => String::new(),
        false => section(
            &words::of_basis(),
            lang,
            &format!("<ul>\n{services}</ul>\n"),
        ),
    }
}

fn points(lang: Lang) -> String {
    let points = POINTS.iter().map(|point| {
        let (short, name) = (point.short(lang), escape(point.name(lang)));
        let source = escape(&point.source(lang));
        format!("<li>{short}: {name}. {source}</li>\n")
    });
    let points: String = points.collect();
    section(&words::of_points(), lang, &format!("<ul>\n{points}</ul>\n"))
}

fn said(audit: &Audit, point: &Point, answer: &Answer, lang: Lang) -> String {
    let answer = escape(&words::answer(answer, audit.today, lang));
    cell("", &format!("{}:", point.name(lang)), &answer)
}

fn service_word(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "Layanan",
        Lang::En => "Service",
    }
}

fn agency_word(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "Dinas",
        Lang::En => "Agency",
    }
}

fn paper_word(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "Surat",
        Lang::En => "Paper",
    }
}

fn table(class: &str, heads: &str, rows: &str) -> String {
    let class = match class {
        "" => String::new(),
        class => format!(" class=\"{class}\""),
    };
    format!(
        "<table{class}>\n<thead><tr>{heads}</tr></thead>\n\
         <tbody>\n{rows}</tbody>\n</table>\n"
    )
}

fn column(name: &str) -> String {
    format!("<th scope=\"col\">{name}</th>")
}

fn row(name: &str, cells: &str) -> String {
    format!("<tr><th scope=\"row\">{name}</th>{cells}</tr>\n")
}

/// A cell; `label` is its heading where it stands alone.
fn cell(class: &str, label: &str, inner: &str) -> String {
    let class = match class {
        "" => String::new(),
        class => format!(" class=\"{class}\""),
    };
    let label = match label {
        "" => String::new(),
        label => format!(" data-label=\"{}\"", escape(label)),
    };
    format!("<td{class}{label}>{inner}</td>")
}
