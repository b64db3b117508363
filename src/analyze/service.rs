//! What a service's standard lacks, and what stands in it twice.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::agency::AgencyDocument;
use crate::model::service::{Requirement, ServiceDocument, Status};
use crate::model::{Slot, Text};
use crate::resolve::components::{self, COMPONENTS};
use crate::resolve::names::Names;
use crate::resolve::service::Service;
use crate::rule::compile::Key;
use crate::span::Span;

/// The longest summary, in characters.
const MAX_SUMMARY: usize = 160;

/// What the check of a service needs to know beside it.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// Its agency.
    pub agency: Option<&'a AgencyDocument>,
    /// Whether everything of its file was read; what could not be read may be written all the same.
    pub whole: bool,
    /// The tag of the language that the site's content is written in.
    pub language: &'a str,
    /// The names of the site.
    pub names: &'a Names<'a>,
    /// Today; only hints depend on it.
    pub today: Date,
    /// After how many months a review is due.
    pub review_after_months: Option<i64>,
}

/// Reports what is missing or doubled in a service.
pub fn check(resolved: &Service<'_>, around: &Surroundings<'_>, sink: &mut Sink) {
    let service = resolved.document;
    check_decree(service, around.agency, sink);
    if around.whole {
        check_components(service, around.agency, sink);
    }
    check_status(service, sink);
    check_summary(service, sink);
    check_papers(resolved, around.names, sink);
    check_review(service, around, sink);
    super::validity::check(resolved, around.today, sink);
}

fn check_decree(service: &ServiceDocument, agency: Option<&AgencyDocument>, sink: &mut Sink) {
    let decree = components::decree(service, agency);
    let number = decree.get().map(|decree| &decree.number);
    if number.is_some_and(|number| number.get().is_some()) {
        return;
    }
    let known_missing = match (number, decree) {
        (Some(Slot::Missing(span)), _) | (_, Slot::Missing(span)) => Some(*span),
        _ => None,
    };
    sink.push(match known_missing {
        Some(span) => Diagnostic::new(
            Code::K0508,
            span,
            say!(
                "standar pelayanan ini menyatakan SK-nya tanpa nomor; halaman mengatakannya kepada warga",
                "this standard says that its decree has no number; the page tells citizens so"
            ),
        )
        .help(say!(
            "mintalah nomornya ke pejabat yang berwenang, lalu ketik: nomor: \"…\"",
            "ask the office in charge for the number, then type: number: \"…\""
        )),
        None => Diagnostic::new(
            Code::K0501,
            service.decree.get().map_or_else(|| title_span(service), |decree| decree.span),
            say!(
                "nomor SK standar pelayanan ini belum ditulis",
                "the decree number of this standard is missing"
            ),
        )
        .help(say!(
            "tambahkan: sk: lalu di bawahnya nomor: \"…\" dan tanggal: …; jika memang tidak ada, nomor: null",
            "add: decree: and below it number: \"…\" and date: …; if it is known not to exist, number: null"
        )),
    });
}

fn check_components(service: &ServiceDocument, agency: Option<&AgencyDocument>, sink: &mut Sink) {
    let missing: Vec<(&str, &str)> = COMPONENTS
        .into_iter()
        .zip(components::states(service, agency))
        .filter_map(|(names, state)| (state == "absent").then_some(names))
        .collect();
    let Some((first_en, first_id)) = missing.first() else {
        return;
    };
    let count = missing.len();
    let en: Vec<&str> = missing.iter().map(|(en, _)| *en).collect();
    let id: Vec<&str> = missing.iter().map(|(_, id)| *id).collect();
    let (en, id) = (en.join(", "), id.join(", "));
    sink.push(
        Diagnostic::new(
            Code::K0502,
            title_span(service),
            say!(
                "{count} dari 14 komponen standar belum ditulis: {id}",
                "{count} of the 14 components of a standard are still missing: {en}"
            ),
        )
        .help(say!(
            "tulis komponennya; jika dinas belum mencantumkannya, ketik: {first_id}: null",
            "write the component; if the agency has not stated it, type: {first_en}: null"
        )),
    );
}

fn check_status(service: &ServiceDocument, sink: &mut Sink) {
    let status = service.status.get().copied().unwrap_or(Status::Active);
    let closed = matches!(status, Status::Suspended | Status::Withdrawn);
    if closed && service.status_note.get().is_none() {
        sink.push(
            Diagnostic::new(
                Code::K0503,
                title_span(service),
                say!(
                    "layanan ini tidak aktif, tetapi alasannya belum ditulis",
                    "this service is not active, but no reason is given"
                ),
            )
            .help(say!(
                "tambahkan: alasan_status: Buka kembali tanggal …",
                "add: status_note: Open again on …"
            )),
        );
    }
}

fn check_summary(service: &ServiceDocument, sink: &mut Sink) {
    let Some(summary) = service.summary.get() else {
        return;
    };
    let length = summary.value.chars().count();
    if length > MAX_SUMMARY {
        sink.push(
            Diagnostic::new(
                Code::K0506,
                summary.span,
                say!(
                    "ringkasan ini {length} huruf; paling banyak {MAX_SUMMARY}",
                    "this summary has {length} characters; the limit is {MAX_SUMMARY}"
                ),
            )
            .help(say!(
                "sisakan satu kalimat: untuk apa layanan ini",
                "keep it to one sentence: what the service is for"
            )),
        );
    }
}

/// The same paper twice among the papers that everyone must bring, those of each group by themselves.
fn check_papers(service: &Service<'_>, names: &Names<'_>, sink: &mut Sink) {
    let mut first: BTreeMap<(Option<Key>, String), Span> = BTreeMap::new();
    for item in service.papers().filter(|item| item.condition.is_none()) {
        let paper = item.requirement();
        let Some((name, text)) = paper.and_then(|requirement| paper_of(requirement, names)) else {
            continue;
        };
        let key = (item.group, name);
        let Some(earlier) = first.get(&key) else {
            first.insert(key, text.span);
            continue;
        };
        let name = &text.value;
        sink.push(
            Diagnostic::new(
                Code::K0504,
                text.span,
                say!(
                    "dokumen `{name}` diminta dua kali",
                    "the document `{name}` is asked for twice"
                ),
            )
            .also(*earlier, say!("pertama kali di sini", "first here"))
            .help(say!(
                "gabungkan keduanya; jika perlu beberapa lembar, ketik: rangkap: 2",
                "merge them; if several copies are needed, type: copies: 2"
            )),
        );
    }
}

/// What makes two papers the same: document and form, or the very same words.
fn paper_of<'a>(requirement: &'a Requirement, names: &Names<'_>) -> Option<(String, &'a Text)> {
    let form = requirement.form.get().map_or("", |form| form.key());
    if let Some(document) = requirement.document.get() {
        let id = names.document(&document.value)?.id.get()?;
        return Some((format!("{} {form}", id.value), document));
    }
    let text = requirement.text.get()?;
    Some((text.value.trim().to_lowercase(), text))
}

fn check_review(service: &ServiceDocument, around: &Surroundings<'_>, sink: &mut Sink) {
    let (Some(months), Some(review)) = (around.review_after_months, service.reviewed.get()) else {
        return;
    };
    let Some(date) = review.date.get() else {
        return;
    };
    let due = date.value.checked_add(months.months());
    if due.is_ok_and(|due| due < around.today) {
        let last = date.value;
        sink.push(
            Diagnostic::new(
                Code::K0507,
                date.span,
                say!(
                    "terakhir diperiksa {last}, lebih dari {months} bulan yang lalu",
                    "last reviewed on {last}, more than {months} months ago"
                ),
            )
            .help(say!(
                "periksa lagi isinya, lalu perbarui tanggal ini",
                "review the content again, then update this date"
            )),
        );
    }
}

fn title_span(service: &ServiceDocument) -> Span {
    match service.title.get() {
        Some(title) => title.span,
        None => service.span,
    }
}
