//! The words of the report.

use jiff::civil::Date;

use crate::audit::Audit;
use crate::audit::across::{Ask, Shared};
use crate::audit::look::{AgencyAudit, Answer, Remark, ServiceAudit};
use crate::audit::points::COMPONENTS;
use crate::diagnostic::{Lang, Message, say};
use crate::model::service::Status;

/// What the report is about, and what it is not.
pub fn head(audit: &Audit) -> [Message; 3] {
    let (written, of) = audit.written();
    let (services, agencies, today) = (audit.services.len(), audit.agencies.len(), audit.today);
    let (left_id, left_en) = match left_out(audit.drafts) {
        Some(left) => (format!("; {}", left.id), format!("; {}", left.en)),
        None => Default::default(),
    };
    [
        say!(
            "Audit standar pelayanan per {today}",
            "Audit of service standards on {today}"
        ),
        say!(
            "{services} layanan di {agencies} dinas; {written} dari {of} komponen tertulis{left_id}",
            "{services} services of {agencies} agencies; {written} of {of} components are written{left_en}"
        ),
        say!(
            "Laporan ini mencatat apa yang tertulis. Ia tidak menilai isinya, bukan nilai kepatuhan, dan bukan perkiraan hasil penilaian Ombudsman.",
            "This report says what is written. It does not judge what it says, is no grade of compliance, and does not foretell what an Ombudsman finds."
        ),
    ]
}

/// How many drafts are not counted, if any.
pub fn left_out(drafts: usize) -> Option<Message> {
    match drafts {
        0 => None,
        1 => Some(say!("1 rancangan tidak dihitung", "1 draft is not counted")),
        _ => Some(say!(
            "{drafts} rancangan tidak dihitung",
            "{drafts} drafts are not counted"
        )),
    }
}

/// How many components of an agency's services are written, and how many of these are drafts.
pub fn count_of(agency: &AgencyAudit) -> Message {
    let written = count(agency.written, agency.services * COMPONENTS);
    match (agency.services, left_out(agency.drafts)) {
        (_, None) => written,
        (0, Some(left)) => left,
        (_, Some(left)) => Message {
            id: format!("{}; {}", written.id, left.id),
            en: format!("{}; {}", written.en, left.en),
        },
    }
}

/// Headings of the parts.
pub fn of_services() -> Message {
    say!(
        "Layanan, yang paling banyak kekurangannya lebih dulu",
        "Services, those that lack most first"
    )
}

/// The heading of what stands around the components of a service.
pub fn of_decrees() -> Message {
    say!(
        "SK, pengaduan, dan pemeriksaan tiap layanan",
        "Decree, complaints and review of each service"
    )
}

/// The heading of the agencies.
pub fn of_agencies() -> Message {
    say!(
        "Dinas, yang paling banyak kekurangannya lebih dulu",
        "Agencies, those that lack most first"
    )
}

/// The heading of the comparison.
pub fn of_shared() -> Message {
    say!(
        "Layanan yang sama di beberapa dinas",
        "The same service at several agencies"
    )
}

/// The heading of requirements without a legal basis.
pub fn of_basis() -> Message {
    say!(
        "Persyaratan tanpa `dasar_hukum`",
        "Requirements without `legal_basis`"
    )
}

/// The heading of what a day or a signature says.
pub fn of_remarks() -> Message {
    say!(
        "Yang sudah lewat atau belum lengkap",
        "What is over or not complete"
    )
}

/// The heading of the points.
pub fn of_points() -> Message {
    say!(
        "Yang dicatat, dan sumber hukumnya",
        "What is looked at, and its legal source"
    )
}

/// The heading of the column of counts.
pub fn count_heading(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "dari 14",
        Lang::En => "of 14",
    }
}

/// `6 dari 14`
pub fn count(written: usize, of: usize) -> Message {
    say!("{written} dari {of}", "{written} of {of}")
}

/// A state in words.
pub fn state(state: &str, lang: Lang) -> &'static str {
    match (state, lang) {
        ("given", Lang::Id) => "ada",
        ("missing", Lang::Id) => "diketahui belum ada",
        (_, Lang::Id) => "belum diisi",
        ("given", Lang::En) => "given",
        ("missing", Lang::En) => "known to be missing",
        (_, Lang::En) => "not filled in",
    }
}

/// A state as one sign.
pub fn sign(state: &str) -> char {
    match state {
        "given" => '+',
        "missing" => '0',
        _ => '-',
    }
}

/// What the signs mean.
pub fn signs(lang: Lang) -> String {
    let one = |key| format!("{} {}", sign(key), state(key, lang));
    [one("given"), one("missing"), one("absent")].join("; ")
}

/// What is known of a point: its state, what is written, and how long ago.
pub fn answer(answer: &Answer, today: Date, lang: Lang) -> String {
    let mut said = state(answer.state, lang).to_owned();
    let text = answer.text.as_ref().map(|text| text.get(lang).to_owned());
    let date = answer
        .date
        .map(|date| dated(date, today).get(lang).to_owned());
    let remark = answer
        .remark
        .map(|about| remark(about).get(lang).to_owned());
    let more: Vec<String> = text.into_iter().chain(date).chain(remark).collect();
    if !more.is_empty() {
        said += ": ";
        said += &more.join("; ");
    }
    said
}

/// A remark in words.
pub fn remark(remark: Remark) -> Message {
    match remark {
        Remark::Expired => say!("sudah lewat", "is over"),
        Remark::ReviewDue => say!(
            "lebih lama daripada `tinjau_setelah_bulan`",
            "longer ago than `review_after_months`"
        ),
        Remark::SurveyOld => say!("lebih dari setahun", "more than a year ago"),
        Remark::Unsigned => say!(
            "rancangan, belum ditandatangani lengkap",
            "a draft, not signed in full"
        ),
    }
}

/// A day, and how far from today it is.
fn dated(date: Date, today: Date) -> Message {
    let (from, to) = (date.min(today), date.max(today));
    let months = from.until((jiff::Unit::Month, to));
    let months = months.map_or(0, |span| span.get_months());
    let days = from.until(to).map_or(0, |span| span.get_days());
    let (number, id, en) = match months {
        0 | 1 => (days, "hari", "days"),
        2..24 => (months, "bulan", "months"),
        _ => (months / 12, "tahun", "years"),
    };
    let en = match number {
        1 => en.trim_end_matches('s'),
        _ => en,
    };
    match date <= today {
        true => say!("{date} ({number} {id} lalu)", "{date} ({number} {en} ago)"),
        false => say!("{date} ({number} {id} lagi)", "{date} (in {number} {en})"),
    }
}

/// The title of a service, with its status unless it is active.
pub fn title(service: &ServiceAudit, lang: Lang) -> String {
    let title = &service.title;
    match status(service.status, lang) {
        Some(status) => format!("{title} ({status})"),
        None => title.clone(),
    }
}

fn status(status: Status, lang: Lang) -> Option<&'static str> {
    Some(match (status, lang) {
        (Status::Active, _) => return None,
        (Status::Suspended, Lang::Id) => "dihentikan sementara",
        (Status::Withdrawn, Lang::Id) => "dicabut",
        (Status::Draft, Lang::Id) => "rancangan",
        (Status::Suspended, Lang::En) => "suspended",
        (Status::Withdrawn, Lang::En) => "withdrawn",
        (Status::Draft, Lang::En) => "draft",
    })
}

/// Of whom a paper is asked.
pub fn ask(ask: Ask, lang: Lang) -> &'static str {
    match (ask, lang) {
        (Ask::Everyone, Lang::Id) => "diminta",
        (Ask::Some, Lang::Id) => "diminta dari sebagian",
        (Ask::Nobody, Lang::Id) => "tidak diminta",
        (Ask::Everyone, Lang::En) => "asked for",
        (Ask::Some, Lang::En) => "asked of some",
        (Ask::Nobody, Lang::En) => "not asked for",
    }
}

/// A paper that is not asked for alike, with what each office asks.
pub fn differences(shared: &Shared, lang: Lang) -> Vec<(String, String)> {
    let papers = shared.differing.iter().map(|paper| {
        let offices = shared.offices.iter().zip(&paper.asked);
        let said =
            offices.map(|(office, asked)| format!("{}: {}", office.agency, ask(*asked, lang)));
        (paper.paper.clone(), said.collect::<Vec<_>>().join("; "))
    });
    papers.collect()
}

/// Said where the same service asks the same everywhere.
pub fn alike() -> Message {
    say!("meminta surat yang sama", "ask for the same papers")
}

/// How many requirements name no article.
pub fn bare(service: &ServiceAudit) -> Message {
    let (bare, all) = (service.without_basis.len(), service.requirements);
    say!("{bare} dari {all}", "{bare} of {all}")
}

/// Everything with a remark: whose it is, and what.
pub fn remarks(audit: &Audit, lang: Lang) -> Vec<(String, String)> {
    use crate::audit::points::{POINTS, Whose};
    let said = |name: &str, answer_of: &Answer| {
        format!("{name}: {}", answer(answer_of, audit.today, lang))
    };
    let of_services = audit.services.iter().flat_map(|service| {
        let answers = POINTS.iter().zip(&service.answers);
        // What is an agency's is said there.
        let own = answers
            .filter(|(point, answer)| point.whose != Whose::Agency && answer.remark.is_some());
        own.map(|(point, answer)| (service.id.clone(), said(point.name(lang), answer)))
    });
    let of_agencies = audit.agencies.iter().flat_map(|agency| {
        let own = agency.answers.iter();
        let own =
            own.filter(|(point, answer)| point.whose == Whose::Agency && answer.remark.is_some());
        own.map(|(point, answer)| (agency.id.clone(), said(point.name(lang), answer)))
    });
    of_services.chain(of_agencies).collect()
}
