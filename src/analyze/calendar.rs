//! Whether the list of holidays holds together, and reaches as far as the pages count.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::agency::AgencyDocument;
use crate::model::hours::week;
use crate::model::registry::HolidayYear;
use crate::model::service::{ServiceDocument, TimeUnit};
use crate::span::Span;

/// The month from which the next year's list is needed too: what is handed in then may be done after New Year.
const LOOKS_AHEAD: i8 = 12;

/// Where a service says that it takes working days, if its page counts them: the agency's time zone must be known, and a
/// day on which it works.
pub fn counted(service: &ServiceDocument, agency: Option<&AgencyDocument>) -> Option<Span> {
    let agency = agency.filter(|agency| {
        week(agency.working_days.items(), agency.hours.items())
            .iter()
            .any(|closes| *closes > 0)
    })?;
    agency.timezone.get()?;
    let time = service.time.get()?;
    let whole = (&time.max, &time.unit);
    let cases = time
        .cases
        .items()
        .iter()
        .map(|case| (&case.max, &case.unit));
    let mut all = std::iter::once(whole).chain(cases);
    all.find_map(|(max, unit)| {
        let max = max.get()?;
        (*unit.get()? == TimeUnit::WorkingDay).then_some(max.span)
    })
}

/// Reports the first year whose holidays are needed and not listed. `counted` is where the first service that takes
/// working days says so.
pub fn check(years: &[HolidayYear], counted: Option<Span>, today: Date, sink: &mut Sink) {
    let Some(counted) = counted else {
        return;
    };
    let this = i64::from(today.year());
    let last = this + i64::from(today.month() >= LOOKS_AHEAD);
    let listed = |year: i64| {
        years
            .iter()
            .filter_map(|one| one.year.get())
            .any(|one| one.value == year)
    };
    let Some(missing) = (this..=last).find(|year| !listed(*year)) else {
        return;
    };
    let list = years.iter().rev().find_map(|one| one.year.get());
    let message = if missing == this {
        say!(
            "hari libur tahun {missing} belum ada, jadi halaman tidak menyebut tanggal selesainya",
            "the holidays of {missing} are not listed, so pages do not give the date by which it is done"
        )
    } else {
        say!(
            "hari libur tahun {missing} belum ada, jadi tanggal selesai yang jatuh pada {missing} tidak disebut",
            "the holidays of {missing} are not listed, so a completion date in {missing} is not given"
        )
    };
    sink.push(
        Diagnostic::new(Code::K0509, list.map_or(counted, |year| year.span), message).help(say!(
            "tulis di content/holidays.yaml: - tahun: {missing}, lalu hari: dengan tanggal dan nama tiap hari libur dan cuti bersama",
            "write in content/holidays.yaml: - year: {missing}, then days: with the date and name of each holiday and day of collective leave"
        )),
    );
}

/// Reports a year that stands twice or has no days, and days that stand twice or in the wrong year.
pub fn check_list(years: &[HolidayYear], sink: &mut Sink) {
    let mut listed: BTreeMap<i64, Span> = BTreeMap::new();
    let mut days: BTreeMap<Date, Span> = BTreeMap::new();
    for one in years {
        if let Some(year) = one.year.get() {
            match listed.get(&year.value) {
                Some(first) => sink.push(year_twice(year.value, year.span, *first)),
                None => {
                    listed.insert(year.value, year.span);
                }
            }
            if one.days.items().is_empty() {
                sink.push(without_days(year.value, year.span));
            }
        }
        for date in one.days.items().iter().filter_map(|day| day.date.get()) {
            if let Some(year) = one.year.get()
                && i64::from(date.value.year()) != year.value
            {
                sink.push(other_year(date.value, date.span, (year.value, year.span)));
            }
            match days.get(&date.value) {
                Some(first) => sink.push(day_twice(date.value, date.span, *first)),
                None => {
                    days.insert(date.value, date.span);
                }
            }
        }
    }
}

fn year_twice(year: i64, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0228,
        span,
        say!(
            "tahun {year} ditulis dua kali",
            "the year {year} is listed twice"
        ),
    )
    .also(first, say!("pertama kali di sini", "first here"))
    .help(say!(
        "gabungkan keduanya di bawah satu `tahun: {year}`",
        "merge them under one `year: {year}`"
    ))
}

fn without_days(year: i64, span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0510,
        span,
        say!(
            "tahun {year} tidak punya satu hari pun, jadi dianggap tanpa hari libur",
            "the year {year} lists no days, so it counts as a year without holidays"
        ),
    )
    .help(say!(
        "tulis hari-harinya; jika keputusannya belum terbit, hapus tahun ini dari daftar",
        "add its days; if the decree is not out yet, delete the year from the list"
    ))
}

fn other_year(date: Date, span: Span, (year, place): (i64, Span)) -> Diagnostic {
    let own = date.year();
    Diagnostic::new(
        Code::K0228,
        span,
        say!(
            "tanggal {date} bukan di tahun {year}",
            "{date} is not in the year {year}"
        ),
    )
    .also(place, say!("tahun daftar ini", "the year of this list"))
    .help(say!(
        "ganti tahunnya, atau pindahkan ke daftar tahun {own}",
        "correct the year, or move the date to the list for {own}"
    ))
}

fn day_twice(date: Date, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0228,
        span,
        say!("tanggal {date} ditulis dua kali", "{date} is listed twice"),
    )
    .also(first, say!("pertama kali di sini", "first here"))
    .help(say!("hapus salah satunya", "delete one of them"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Integer, Slot};

    /// What is said on a day when only 2026 is listed.
    fn said_on(today: Date) -> Vec<String> {
        let year = Integer {
            value: 2026,
            span: Span::default(),
        };
        let listed = HolidayYear {
            year: Slot::Given(year),
            ..HolidayYear::default()
        };
        let mut sink = Sink::default();
        check(&[listed], Some(Span::default()), today, &mut sink);
        let found = sink.into_findings().into_iter();
        found.map(|finding| finding.message.id).collect()
    }

    #[test]
    fn in_december_only_the_days_of_the_next_year_are_lost() {
        assert_eq!(said_on(jiff::civil::date(2026, 11, 30)), [""; 0]);
        let december = said_on(jiff::civil::date(2026, 12, 1));
        assert_eq!(
            december,
            [
                "hari libur tahun 2027 belum ada, jadi tanggal selesai yang jatuh pada 2027 tidak disebut"
            ]
        );
        let january = said_on(jiff::civil::date(2027, 1, 1));
        assert_eq!(
            january,
            ["hari libur tahun 2027 belum ada, jadi halaman tidak menyebut tanggal selesainya"]
        );
    }
}
