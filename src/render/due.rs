//! What a page's script needs to name the day on which a service is done at the latest.

use std::collections::BTreeMap;

use serde::Serialize;

use super::pen::Pen;
use super::view::Due;
use crate::model::Integer;
use crate::model::Slot;
use crate::model::agency::AgencyDocument;
use crate::model::hours::{HoursDocument, week, works_on};
use crate::model::registry::HolidayYear;
use crate::model::service::{ServiceDocument, Status, Time, TimeUnit};

/// Years of holidays that a page carries: whoever reads it late in a year needs the next one, and no page grows for ever.
pub const YEARS: usize = 3;

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
    let week = week(agency.working_days.items(), agency.hours.items());
    let zone = agency.timezone.get()?.value.clone();
    week.iter().any(|closes| *closes > 0).then(|| Calendar {
        zone,
        week,
        holidays: holidays(years, agency.hours.items()),
    })
}

/// The latest years, each with the days on which an office with these hours is closed, in order.
fn holidays(years: &[HolidayYear], hours: &[HoursDocument]) -> BTreeMap<i64, String> {
    let mut all = BTreeMap::new();
    for year in years {
        let Some(number) = year.year.get() else {
            continue;
        };
        let days = year.days.items().iter();
        let days = days.filter(|day| !works_on(hours, day));
        let days = days.filter_map(|day| day.date.get());
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
