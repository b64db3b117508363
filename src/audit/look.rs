//! What is written of a service or an agency, point by point.

use jiff::ToSpan;
use jiff::civil::Date;

use super::points::{COMPONENTS, POINTS, Point, Whose};
use crate::diagnostic::{Lang, Message, say};
use crate::model::agency::AgencyDocument;
use crate::model::channel::ChannelKind;
use crate::model::service::{ServiceDocument, Status, Time, TimeUnit};
use crate::model::shape::Choice;
use crate::model::{Date as Written, Slot, Text};
use crate::resolve::ServiceEntry;
use crate::resolve::components;
use crate::resolve::service::{Item, Service};

/// The day of an audit, and what the site says about reviews.
#[derive(Debug, Clone, Copy)]
pub struct Day {
    /// The day.
    pub today: Date,
    /// After how many months a review is due.
    pub review_after_months: Option<i64>,
}

/// What is known of one point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// `given`, `missing` (known not to be there) or `absent` (nobody filled it in).
    pub state: &'static str,
    /// What is written, in the words of the content; kinds and units in those of the reader.
    pub text: Option<Message>,
    /// The day it speaks of.
    pub date: Option<Date>,
    /// What follows from that day, or from what is not written beside it.
    pub remark: Option<Remark>,
}

/// What a reader of the audit should see at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// The day is over.
    Expired,
    /// The site's own time between reviews has passed.
    ReviewDue,
    /// The last survey is of neither this year nor the last.
    SurveyOld,
    /// The signature is not written in full.
    Unsigned,
}

/// What is written of a service.
#[derive(Debug)]
pub struct ServiceAudit {
    /// `agency/name`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its status.
    pub status: Status,
    /// An answer for each of [`POINTS`].
    pub answers: Vec<Answer>,
    /// Its requirements.
    pub requirements: usize,
    /// Those that name no article, by number and words.
    pub without_basis: Vec<(String, String)>,
}

/// What is written of an agency.
#[derive(Debug)]
pub struct AgencyAudit {
    /// Its folder.
    pub id: String,
    /// Its name.
    pub name: String,
    /// An answer for each of [`POINTS`] that can be an agency's.
    pub answers: Vec<(&'static Point, Answer)>,
    /// How many services of it were looked at.
    pub services: usize,
    /// How many components of these are written.
    pub written: usize,
    /// How many drafts of it were left out.
    pub drafts: usize,
}

impl Remark {
    /// Its name in data.
    pub fn key(self) -> &'static str {
        match self {
            Self::Expired => "expired",
            Self::ReviewDue => "review_due",
            Self::SurveyOld => "survey_old",
            Self::Unsigned => "unsigned",
        }
    }
}

impl ServiceAudit {
    /// How many of the 14 components are written.
    pub fn components(&self) -> usize {
        let components = self.answers.iter().take(COMPONENTS);
        components.filter(|answer| answer.is_given()).count()
    }

    /// The folder of its agency.
    pub fn agency(&self) -> &str {
        self.id.split_once('/').map_or("", |(agency, _)| agency)
    }
}

impl AgencyAudit {
    /// How many of its points are written.
    pub fn given(&self) -> usize {
        let answers = self.answers.iter();
        answers.filter(|(_, answer)| answer.is_given()).count()
    }
}

impl Answer {
    fn of(state: &'static str) -> Self {
        Self {
            state,
            text: None,
            date: None,
            remark: None,
        }
    }

    fn of_slot<T>(slot: &Slot<T>) -> Self {
        Self::of(slot.state())
    }

    fn of_text(slot: &Slot<Text>) -> Self {
        Self {
            text: slot.get().map(|text| same(&text.value)),
            ..Self::of_slot(slot)
        }
    }

    fn of_date(slot: &Slot<Written>) -> Self {
        Self {
            date: slot.get().map(|date| date.value),
            ..Self::of_slot(slot)
        }
    }

    fn remark(mut self, remark: Remark, holds: bool) -> Self {
        self.remark = holds.then_some(remark);
        self
    }

    /// Whether something is written.
    pub fn is_given(&self) -> bool {
        self.state == "given"
    }
}

/// What is written of a service.
pub fn service(
    entry: &ServiceEntry,
    resolved: &Service<'_>,
    agency: Option<&AgencyDocument>,
    day: Day,
) -> ServiceAudit {
    let document = resolved.document;
    let components = components::states(document, agency).map(Answer::of);
    let around = [
        decree(document, agency, day),
        vec![
            channels(document, agency),
            response_time(document),
            reviewed(document, day),
            for_vulnerable(document),
        ],
        of_agency(agency, day),
    ];
    let leaves = resolved.requirements().filter(|item| item.parts.is_empty());
    let leaves: Vec<&Item<'_>> = leaves.collect();
    let bare = leaves.iter().filter(|item| !has_basis(resolved, item));
    let without_basis = bare.map(|item| {
        let words = item.words().map_or("", |words| &words.value);
        (item.number.clone(), words.to_owned())
    });
    ServiceAudit {
        id: entry.id(),
        title: entry.card.title.value.clone(),
        status: entry.card.status.unwrap_or(Status::Active),
        answers: components.into_iter().chain(around.concat()).collect(),
        requirements: leaves.len(),
        without_basis: without_basis.collect(),
    }
}

/// Whether a requirement or a group around it names an article.
fn has_basis(service: &Service<'_>, item: &Item<'_>) -> bool {
    let own = !item.legal_basis().is_empty();
    own || service
        .around(item)
        .any(|group| !group.legal_basis().is_empty())
}

/// What is written of an agency; `services` are those that were looked at, `drafts` those of it that were left out.
pub fn agency(
    folder: &str,
    document: &AgencyDocument,
    services: &[ServiceAudit],
    drafts: usize,
    day: Day,
) -> AgencyAudit {
    let own: Vec<&ServiceAudit> = services
        .iter()
        .filter(|service| service.agency() == folder)
        .collect();
    let none = ServiceDocument::default();
    let decree = decree(&none, Some(document), day);
    let channels = channels(&none, Some(document));
    let answers = decree.into_iter().chain([channels]);
    let answers = answers.chain(of_agency(Some(document), day));
    let points = POINTS.iter().filter(|point| point.whose != Whose::Service);
    AgencyAudit {
        id: folder.to_owned(),
        name: document.name.str().to_owned(),
        answers: points.zip(answers).collect(),
        services: own.len(),
        written: own.iter().map(|service| service.components()).sum(),
        drafts,
    }
}

/// Number, date and end of the decree.
fn decree(service: &ServiceDocument, agency: Option<&AgencyDocument>, day: Day) -> Vec<Answer> {
    match components::decree(service, agency) {
        Slot::Given(decree) => {
            let end = decree.valid_until.get();
            let is_over = end.is_some_and(|end| end.value < day.today);
            vec![
                Answer::of_text(&decree.number),
                Answer::of_date(&decree.date),
                Answer::of_date(&decree.valid_until).remark(Remark::Expired, is_over),
            ]
        }
        none => vec![Answer::of_slot(none); 3],
    }
}

/// The kinds of channels for complaints.
fn channels(service: &ServiceDocument, agency: Option<&AgencyDocument>) -> Answer {
    let (state, channels) = components::complaint_channels(service, agency);
    let kinds = channels.iter().filter_map(|channel| {
        let (kind, _) = channel.entry()?;
        Some((kind, channel.is_published()))
    });
    let mut words: Vec<Message> = Vec::new();
    for (kind, is_shown) in kinds {
        let word = in_words(ChannelKind::CHOICES, kind.key());
        let (id, en) = (&word.id, &word.en);
        let word = match is_shown {
            true => word,
            false => say!(
                "{id} (tidak ditampilkan: belum `resmi: ya`)",
                "{en} (not shown: no `official: yes`)"
            ),
        };
        if !words.contains(&word) {
            words.push(word);
        }
    }
    Answer {
        text: (!words.is_empty()).then(|| joined(&words)),
        ..Answer::of(state)
    }
}

fn response_time(service: &ServiceDocument) -> Answer {
    let complaints = service.complaints.get();
    let time = complaints.map_or(&Slot::Absent, |complaints| &complaints.response_time);
    Answer {
        text: time.get().and_then(length),
        ..Answer::of_slot(time)
    }
}

/// A time as its sentence says it, else by its numbers.
fn length(time: &Time) -> Option<Message> {
    if let Some(text) = time.text.get() {
        return Some(same(&text.value));
    }
    let (max, unit) = (time.max.get()?.value, time.unit.get()?);
    let Message { id, en } = in_words(TimeUnit::CHOICES, unit.key());
    Some(say!("{max} {id}", "{max} {en}"))
}

/// A fixed value as people read it.
fn in_words(choices: &[Choice], key: &str) -> Message {
    let choice = choices.iter().find(|choice| choice.en == key);
    let said = |word: &str| word.replace('_', " ");
    choice.map_or_else(
        || same(key),
        |choice| Message {
            id: said(choice.id),
            en: said(choice.en),
        },
    )
}

/// The content's own words are the same whoever reads them.
fn same(text: &str) -> Message {
    say!("{text}", "{text}")
}

fn joined(words: &[Message]) -> Message {
    let all = |lang| {
        let words: Vec<&str> = words.iter().map(|word| word.get(lang)).collect();
        words.join(", ")
    };
    Message {
        id: all(Lang::Id),
        en: all(Lang::En),
    }
}

fn reviewed(service: &ServiceDocument, day: Day) -> Answer {
    let date = service.reviewed.get().and_then(|review| review.date.get());
    let due = date.zip(day.review_after_months);
    let due = due.and_then(|(date, months)| date.value.checked_add(months.months()).ok());
    Answer {
        date: date.map(|date| date.value),
        ..Answer::of_slot(&service.reviewed)
    }
    .remark(Remark::ReviewDue, due.is_some_and(|due| due < day.today))
}

/// Facilities that are marked as made for people with special needs.
fn for_vulnerable(service: &ServiceDocument) -> Answer {
    if let Slot::Missing(_) = service.facilities {
        return Answer::of("missing");
    }
    let made = service.facilities.items().iter();
    let made = made.filter(|facility| facility.for_vulnerable.get() == Some(&true));
    let made: Vec<&str> = made.map(|facility| facility.text.str()).collect();
    match made.is_empty() {
        true => Answer::of("absent"),
        false => Answer {
            text: Some(same(&made.join("; "))),
            ..Answer::of("given")
        },
    }
}

/// The pledge, the survey, the consultation, the proof of posting.
fn of_agency(agency: Option<&AgencyDocument>, day: Day) -> Vec<Answer> {
    let Some(agency) = agency else {
        return vec![Answer::of("absent"); 4];
    };
    let pledge = agency.pledge.get();
    let survey = agency.survey.get();
    let year = survey.and_then(|survey| survey.year.get());
    let is_old = year.is_some_and(|year| year.value + 1 < i64::from(day.today.year()));
    let consultation = agency.consultation.get();
    let posted = agency.posted.get();
    let date = |slot: Option<&Slot<Written>>| slot.and_then(Slot::get).map(|date| date.value);
    vec![
        Answer {
            date: date(pledge.map(|pledge| &pledge.date)),
            ..Answer::of_slot(&agency.pledge)
        }
        .remark(
            Remark::Unsigned,
            pledge.is_some_and(|pledge| !pledge.lacking().is_empty()),
        ),
        Answer {
            text: year.map(|year| same(&year.value.to_string())),
            ..Answer::of_slot(&agency.survey)
        }
        .remark(Remark::SurveyOld, is_old),
        Answer {
            date: date(consultation.map(|held| &held.date)),
            ..Answer::of_slot(&agency.consultation)
        },
        Answer {
            text: posted.and_then(|posted| Some(same(&posted.place.get()?.value))),
            date: date(posted.map(|posted| &posted.date)),
            ..Answer::of_slot(&agency.posted)
        },
    ]
}
