//! The report for spreadsheets: a row for each service, a column for each point with its legal source.

use super::words;
use crate::audit::Audit;
use crate::audit::points::POINTS;
use crate::diagnostic::{Lang, say};
use crate::table::write::csv_row;

/// Comma-separated values, as RFC 4180 quotes them; the mark at the start says that it is UTF-8.
pub fn csv(audit: &Audit, lang: Lang) -> String {
    let own = [
        say!("dinas", "agency"),
        say!("layanan", "service"),
        say!("judul", "title"),
        say!("komponen dari 14", "components of 14"),
    ];
    let own = own.iter().map(|name| name.get(lang).to_owned());
    let points = POINTS
        .iter()
        .map(|point| format!("{} ({})", point.name(lang), point.source(lang)));
    let bare = words::of_basis().get(lang).to_owned();
    let head: Vec<String> = own.chain(points).chain([bare]).collect();
    let mut out = format!("\u{feff}{}", csv_row(&head));
    for service in &audit.services {
        let agency = audit.agencies.iter();
        let agency = agency.clone().find(|agency| agency.id == service.agency());
        let agency = agency.map_or(service.agency(), |agency| agency.name.as_str());
        let own = [
            agency.to_owned(),
            service.id.clone(),
            words::title(service, lang),
            service.components().to_string(),
        ];
        let answers = service.answers.iter();
        let answers = answers.map(|answer| words::answer(answer, audit.today, lang));
        let bare = words::bare(service).get(lang).to_owned();
        let row: Vec<String> = own.into_iter().chain(answers).chain([bare]).collect();
        out += &csv_row(&row);
    }
    if let Some(left) = words::left_out(audit.drafts) {
        let mut row = vec![String::new(); head.len()];
        row[2] = left.get(lang).to_owned();
        out += &csv_row(&row);
    }
    out
}
