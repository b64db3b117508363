//! Whether a standard is in force today by its own dates, and what it says was done was done before today.

use jiff::ToSpan;
use jiff::civil::Date as Day;

use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::model::service::Decree;
use crate::model::{Date, Slot};
use crate::resolve::service::Service;

/// This program is no older: a clock before this day stands in for another, and nothing is to come by it.
const OLDEST: Day = jiff::civil::date(2026, 1, 1);

/// Reports a standard that is no longer in force or not yet, and checks of it that are still to come.
pub fn check(resolved: &Service<'_>, today: Day, sink: &mut Sink) {
    let service = resolved.document;
    if today < OLDEST {
        return;
    }
    let (start, end) = (&service.effective_from, &service.effective_to);
    if !is_swapped(start, end) {
        let over = end.get().and_then(|end| over(end, today, withdrawn()));
        let to_come = start.get().and_then(|start| to_come(start, today));
        sink.extend(to_come.into_iter().chain(over));
    }
    check_decree(&service.decree, today, sink);
    let review = service.reviewed.get();
    let reviewed = review.and_then(|review| review.date.get());
    let confirmed = resolved.items.iter().filter_map(|item| item.inferred().1);
    let done = confirmed.filter_map(|confirmed| confirmed.date.get());
    for date in done.chain(reviewed) {
        sink.extend(not_done(date, today));
    }
}

/// Reports a decree that is no longer valid.
pub fn check_decree(decree: &Slot<Decree>, today: Day, sink: &mut Sink) {
    let Some(decree) = decree.get().filter(|_| today >= OLDEST) else {
        return;
    };
    sink.extend(decree.date.get().and_then(|date| not_signed(date, today)));
    if let Some(end) = decree.valid_until.get()
        && !is_swapped(&decree.date, &decree.valid_until)
    {
        sink.extend(over(end, today, new_decree()));
    }
}

/// Whether an end stands before its start, which is reported already.
fn is_swapped(start: &Slot<Date>, end: &Slot<Date>) -> bool {
    let both = start.get().zip(end.get());
    both.is_some_and(|(start, end)| end.value < start.value)
}

fn over(end: &Date, today: Day, help: Message) -> Option<Diagnostic> {
    let date = end.value;
    let finding = Diagnostic::new(
        Code::K0511,
        end.span,
        say!(
            "menurut tanggal ini, {date} hari terakhir berlakunya, dan itu sudah lewat",
            "by this date it was in force until {date}, which is over"
        ),
    );
    (date < today).then(|| finding.help(help))
}

fn withdrawn() -> Message {
    say!(
        "perbarui tanggalnya; jika layanan ini sudah tidak ada, ketik: status: dicabut",
        "update the date; if the service is no longer offered, type: status: withdrawn"
    )
}

fn new_decree() -> Message {
    say!(
        "tulis SK yang baru, atau perbarui tanggalnya",
        "write the new decree, or update the date"
    )
}

/// Indonesia has no decrees from before.
const FIRST: Day = jiff::civil::date(1945, 8, 17);

/// A decree of a day that has not come, or from before there were any.
fn not_signed(signed: &Date, today: Day) -> Option<Diagnostic> {
    let date = signed.value;
    let last = today.checked_add(1.day()).unwrap_or(today);
    let message = if date > last {
        say!(
            "tanggal SK {date} belum tiba (hari ini {today})",
            "the decree's date {date} has not come yet (today is {today})"
        )
    } else if date < FIRST {
        say!(
            "tanggal SK {date} terlalu lama untuk sebuah SK",
            "the decree's date {date} is too long ago for a decree"
        )
    } else {
        return None;
    };
    let finding = Diagnostic::new(Code::K0511, signed.span, message);
    Some(finding.help(say!(
        "periksa tahunnya, lalu tulis tanggal yang tercantum di SK",
        "check the year, then write the date that stands in the decree"
    )))
}

fn to_come(start: &Date, today: Day) -> Option<Diagnostic> {
    let date = start.value;
    let finding = Diagnostic::new(
        Code::K0511,
        start.span,
        say!(
            "standar ini baru berlaku {date}; halaman mengatakannya",
            "this standard is in force only from {date}; the page says so"
        ),
    );
    (date > today).then(|| {
        finding.help(say!(
            "jika halamannya belum boleh terbit, ketik: status: rancangan",
            "if the page must not be published yet, type: status: draft"
        ))
    })
}

/// Something that was done on a day that has not come. A machine elsewhere may still have yesterday.
fn not_done(done: &Date, today: Day) -> Option<Diagnostic> {
    let date = done.value;
    let last = today.checked_add(1.day()).unwrap_or(today);
    let finding = Diagnostic::new(
        Code::K0224,
        done.span,
        say!(
            "tanggal {date} belum tiba (hari ini {today})",
            "{date} has not come yet (today is {today})"
        ),
    );
    (date > last).then(|| {
        finding.help(say!(
            "tulis tanggal pemeriksaan yang sebenarnya",
            "write the date on which it was really done"
        ))
    })
}
