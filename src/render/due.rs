//! What a page's script needs to name the day on which a service is done at the latest.

use std::collections::BTreeMap;

use serde::Serialize;

use super::pen::Pen;
use super::view::Due;
use crate::model::Integer;
use crate::model::Slot;
use crate::model::agency::{AgencyDocument, Weekday};
use crate::model::registry::HolidayYear;
use crate::model::service::{ServiceDocument, Status, Time, TimeUnit};

/// Years of holidays that a page carries: whoever reads it late in a year needs the next one, and no page grows for ever.
const YEARS: usize = 3;

/// A day without a known closing hour, in minutes.
const NEVER_CLOSES: u16 = 24 * 60;

/// When an office works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Calendar {
    /// The time zone by its IANA name.
    zone: String,
    /// The minute of the day at which each day closes, from Sunday on; 0 for a day on which nobody works.
    week: [u16; 7],
    /// The holidays of each listed year, as "01-01 12-25".
    holidays: BTreeMap<i64, String>,
}

impl Calendar {
    /// As JSON, with what the script says a date with.
    pub fn data(&self, pen: &Pen<'_>) -> String {
        let mut data = serde_json::json!(self);
        data["near"] = pen.word("date.near").into();
        data["days"] = serde_json::json!(pen.language().weekdays());
        data["months"] = serde_json::json!(pen.language().months());
        data.to_string().replace('<', "\\u003c")
    }
}

/// The calendar of an agency; `None` where its time zone is not known or it works on no day.
pub fn calendar(agency: &AgencyDocument, years: &[HolidayYear]) -> Option<Calendar> {
    let week = week(agency);
    let zone = agency.timezone.get()?.value.clone();
    week.iter().any(|closes| *closes > 0).then(|| Calendar {
        zone,
        week,
        holidays: holidays(years),
    })
}

/// The working week: as written, else the days with opening hours, else Monday to Friday.
fn week(agency: &AgencyDocument) -> [u16; 7] {
    let hours = agency.hours.items();
    let working: Vec<Weekday> = match agency.working_days.items() {
        [] if hours.is_empty() => vec![
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Thursday,
            Weekday::Friday,
        ],
        [] => hours
            .iter()
            .flat_map(|row| row.days.items())
            .copied()
            .collect(),
        days => days.to_vec(),
    };
    let closes = |day: Weekday| {
        let rows = hours.iter().filter(|row| row.days.items().contains(&day));
        let known = rows.filter_map(|row| Some(row.close.get()?.minutes));
        known.max().unwrap_or(NEVER_CLOSES)
    };
    let mut week = [0; 7];
    for day in working {
        week[place(day)] = closes(day);
    }
    week
}

/// The place of a day in a week that starts on Sunday, as scripts count.
fn place(day: Weekday) -> usize {
    match day {
        Weekday::Sunday => 0,
        Weekday::Monday => 1,
        Weekday::Tuesday => 2,
        Weekday::Wednesday => 3,
        Weekday::Thursday => 4,
        Weekday::Friday => 5,
        Weekday::Saturday => 6,
    }
}

/// The latest years, each with its days in order.
fn holidays(years: &[HolidayYear]) -> BTreeMap<i64, String> {
    let mut all = BTreeMap::new();
    for year in years {
        let Some(number) = year.year.get() else {
            continue;
        };
        let days = year.days.items().iter().filter_map(|day| day.date.get());
        let days = days.filter(|day| i64::from(day.value.year()) == number.value);
        let mut days: Vec<String> = days
            .map(|day| day.value.strftime("%m-%d").to_string())
            .collect();
        days.sort();
        days.dedup();
        all.insert(number.value, days.join(" "));
    }
    let spare = all.len().saturating_sub(YEARS);
    all.into_iter().skip(spare).collect()
}

/// Writes the lines that name a day.
#[derive(Debug, Clone, Copy)]
pub struct Dues<'a> {
    pen: &'a Pen<'a>,
    /// The event from which it is counted, as the words name it; `None` where no day is named.
    from: Option<&'static str>,
}

impl<'a> Dues<'a> {
    /// Those of a service; none where it cannot be applied for, or where the office's calendar is not known.
    pub fn of(pen: &'a Pen<'a>, service: &ServiceDocument, calendar: Option<&Calendar>) -> Self {
        let open = service
            .status
            .get()
            .is_none_or(|status| *status == Status::Active);
        let from = service
            .time
            .get()
            .map_or("documents_complete", |time| from(time));
        Self {
            pen,
            from: (open && calendar.is_some()).then_some(from),
        }
    }

    /// The line of a time; `None` for one that is unknown or not counted in days.
    pub fn line(&self, max: &Slot<Integer>, unit: &Slot<TimeUnit>) -> Option<Due> {
        let max = max.get()?.value;
        let (days, working) = match unit.get()? {
            TimeUnit::Day => (max, false),
            TimeUnit::Week => (max.checked_mul(7)?, false),
            TimeUnit::WorkingDay => (max, true),
            _ => return None,
        };
        let sentence = self.pen.word(&format!("due.{}", self.from?));
        let counted = if working {
            "due.working"
        } else {
            "due.calendar"
        };
        let (before, rest) = sentence.split_once("{day}")?;
        let (between, after) = rest.split_once("{date}")?;
        Some(Due {
            days,
            working,
            before: before.to_owned(),
            today: self.pen.word("due.today"),
            between: between.to_owned(),
            after: format!("{after} {}", self.pen.word(counted)),
        })
    }
}

fn from(time: &Time) -> &'static str {
    time.from
        .get()
        .map_or("documents_complete", |from| from.key())
}
