//! Whether the list of holidays reaches as far as the pages count.

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::agency::AgencyDocument;
use crate::model::registry::HolidayYear;
use crate::model::service::{ServiceDocument, TimeUnit};
use crate::span::Span;

/// The month from which the next year's list is needed too: what is handed in then may be done after New Year.
const LOOKS_AHEAD: i8 = 12;

/// Where a service says that it takes working days, if its page counts them: the agency's time zone must be known.
pub fn counted(service: &ServiceDocument, agency: Option<&AgencyDocument>) -> Option<Span> {
    agency?.timezone.get()?;
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
    sink.push(
        Diagnostic::new(
            Code::K0509,
            list.map_or(counted, |year| year.span),
            say!(
                "hari libur tahun {missing} belum ada, jadi halaman tidak menyebut tanggal selesainya",
                "the holidays of {missing} are not listed, so pages do not name the day on which it is done"
            ),
        )
        .help(say!(
            "tulis di content/holidays.yaml: - tahun: {missing}, lalu hari: dengan tanggal dan nama tiap hari libur dan cuti bersama",
            "write in content/holidays.yaml: - year: {missing}, then days: with date and name of each holiday and day of collective leave"
        )),
    );
}
