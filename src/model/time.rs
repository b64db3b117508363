//! How long something takes: the records, and the sentence that may stand for one.

use super::context::{Context, Decode};
use super::mistakes::says_none;
use super::range::check_range;
use super::record::{choice, record};
use super::shape::Shape;
use super::values::Condition;
use super::{Id, Integer, Slot, Text};
use crate::diagnostic::{Code, Diagnostic, say};
use crate::figure::{self, Bound, Length, Period, Since, Whole};
use crate::yaml::Node;

choice! {
    /// A unit of time.
    pub enum TimeUnit {
        /// Minutes.
        Minute "minute" / "menit",
        /// Hours.
        Hour "hour" / "jam",
        /// Calendar days.
        Day "day" / "hari",
        /// Working days.
        WorkingDay "working_day" / "hari_kerja",
        /// Weeks.
        Week "week" / "minggu",
        /// Months.
        Month "month" / "bulan",
        /// Years.
        Year "year" / "tahun",
    }
}

choice! {
    /// When the time starts to run.
    pub enum TimeFrom {
        /// When the application is handed in.
        Submission "submission" / "permohonan",
        /// When the papers are found complete.
        DocumentsComplete "documents_complete" / "berkas_lengkap",
        /// When it is paid.
        Payment "payment" / "pembayaran",
    }
}

record! {
    /// How long something takes.
    pub struct Time as "time" short short as Shape::Text, check check_time {
        min / "paling_cepat": Integer = "At least" | "Paling cepat",
        max / "paling_lambat": Integer = "At most" | "Paling lambat",
        unit / "satuan": TimeUnit = "minute, hour, day, working_day, week, month or year" | "menit, jam, hari, hari_kerja, minggu, bulan atau tahun",
        from / "sejak": TimeFrom = "submission, documents_complete or payment" | "permohonan, berkas_lengkap atau pembayaran",
        text / "bunyi": Text = "The legal sentence, word for word" | "Kalimat resmi, kata demi kata",
        note / "catatan": Text = "A remark" | "Catatan",
        cases / "kasus": Vec<TimeCase> = "Times of different cases" | "Waktu untuk kasus yang berbeda",
        phases / "tahap": Vec<TimePhase> = "Consecutive phases; never added up" | "Tahap berurutan; tidak dijumlahkan",
    }
}

record! {
    /// The time of one case.
    pub struct TimeCase as "time_case", check check_case {
        id / "id": Id = "The name by which translations refer to it" | "Nama pendek yang dipakai terjemahan",
        label / "label": Text = "Which case" | "Kasus yang mana",
        when / "jika": Condition = "When it applies" | "Kapan berlaku",
        min / "paling_cepat": Integer = "At least" | "Paling cepat",
        max / "paling_lambat": Integer = "At most" | "Paling lambat",
        unit / "satuan": TimeUnit = "minute, hour, day, working_day, week, month or year" | "menit, jam, hari, hari_kerja, minggu, bulan atau tahun",
        text / "bunyi": Text = "The legal sentence, word for word" | "Kalimat resmi, kata demi kata",
        note / "catatan": Text = "A remark" | "Catatan",
    }
}

record! {
    /// The time of one phase.
    pub struct TimePhase as "time_phase", check check_phase {
        id / "id": Id = "The name by which translations refer to it" | "Nama pendek yang dipakai terjemahan",
        label / "label": Text = "Which phase" | "Tahap yang mana",
        min / "paling_cepat": Integer = "At least" | "Paling cepat",
        max / "paling_lambat": Integer = "At most" | "Paling lambat",
        unit / "satuan": TimeUnit = "minute, hour, day, working_day, week, month or year" | "menit, jam, hari, hari_kerja, minggu, bulan atau tahun",
        text / "bunyi": Text = "The legal sentence, word for word" | "Kalimat resmi, kata demi kata",
        note / "catatan": Text = "A remark" | "Catatan",
    }
}

impl Time {
    /// The time as an ISO 8601 duration, where it is one length for everybody in a unit that has one: working days have
    /// none.
    pub fn duration(&self) -> Option<String> {
        let single = self.cases.items().is_empty() && self.phases.items().is_empty();
        let single = single && self.min.get().is_none();
        let most = self.max.get().filter(|_| single)?.value;
        Some(match self.unit.get()? {
            TimeUnit::Minute => format!("PT{most}M"),
            TimeUnit::Hour => format!("PT{most}H"),
            TimeUnit::Day => format!("P{most}D"),
            TimeUnit::Week => format!("P{}D", most * 7),
            TimeUnit::Month => format!("P{most}M"),
            TimeUnit::Year => format!("P{most}Y"),
            TimeUnit::WorkingDay => return None,
        })
    }
}

/// `time: 4 hari kerja`, `1-3 hari`, `paling lama 4 (empat) hari kerja sejak berkas lengkap`, `2x24 jam`.
fn short(node: &Node, cx: &mut Context<'_>) -> Option<Time> {
    let text = Text::decode(node, cx)?;
    let whole = figure::read(&text.value).filter(|whole| whole.bound != Bound::Least);
    let Some((least, length, since)) = whole.as_ref().and_then(length_of) else {
        cx.sink.push(no_time(&text, cx));
        return None;
    };
    let integer = |value: i64| {
        Slot::Given(Integer {
            value,
            span: node.span,
        })
    };
    let from = since.map(|since| match since {
        Since::Submission => TimeFrom::Submission,
        Since::Complete => TimeFrom::DocumentsComplete,
        Since::Payment => TimeFrom::Payment,
    });
    Some(Time {
        span: node.span,
        min: least.map_or(Slot::Absent, integer),
        max: integer(length.value),
        unit: Slot::Given(unit_of(length.period)),
        from: from.map_or(Slot::Absent, Slot::Given),
        text: Slot::Given(text),
        ..Time::default()
    })
}

/// The least, the most and the start of a time that is certain.
fn length_of(whole: &Whole) -> Option<(Option<i64>, Length, Option<Since>)> {
    let length = whole.figure.length().filter(|_| whole.per.is_none())?;
    let least = whole.figure.least();
    let both = whole.figure.low.is_none() || least.is_some();
    both.then_some((least, length, whole.since))
}

/// A sentence that is not only a length of time; what is certain of it is offered.
fn no_time(text: &Text, cx: &Context<'_>) -> Diagnostic {
    let (key, found) = (&cx.key, &text.value);
    let finding = Diagnostic::new(
        Code::K0219,
        text.span,
        say!(
            "lamanya tidak terbaca dari `{found}`",
            "`{found}` is not a length of time that can be read"
        ),
    );
    if says_none(found) {
        return finding.help(say!(
            "jika dinas belum mencantumkannya, ketik: {key}: null",
            "if the agency has not stated it, type: {key}: null"
        ));
    }
    let start = figure::starts_with(found).or_else(|| figure::only_time(found));
    let start = start.filter(|whole| whole.bound != Bound::Least);
    let Some((None, length, _)) = start.as_ref().and_then(length_of) else {
        return finding.help(say!(
            "tulis angka dan satuan, misalnya: {key}: 4 hari kerja; atau tulis kalimatnya di bawah {key}: sebagai bunyi: …",
            "write a number and a unit, for example: {key}: 4 hari kerja; or put the sentence below {key}: as text: …"
        ));
    };
    let (value, (id, en)) = (length.value, length.period.values());
    finding.help(say!(
        "ketik di bawah {key}: paling_lambat: {value}, lalu satuan: {id}, dan kalimatnya sebagai bunyi: …",
        "type below {key}: max: {value}, then unit: {en}, and the sentence as text: …"
    ))
}

/// The fixed value of a unit of time.
fn unit_of(period: Period) -> TimeUnit {
    match period {
        Period::Minute => TimeUnit::Minute,
        Period::Hour => TimeUnit::Hour,
        Period::Day => TimeUnit::Day,
        Period::WorkingDay => TimeUnit::WorkingDay,
        Period::Week => TimeUnit::Week,
        Period::Month => TimeUnit::Month,
        Period::Year => TimeUnit::Year,
    }
}

/// The least is not above the most, and no number is negative.
fn check_time(time: &Time, cx: &mut Context<'_>) {
    check_range(&time.min, &time.max, cx);
    check_unit(&time.min, &time.max, &time.unit, &time.text, cx);
}

/// As [`check_time`].
fn check_case(case: &TimeCase, cx: &mut Context<'_>) {
    check_range(&case.min, &case.max, cx);
    check_unit(&case.min, &case.max, &case.unit, &case.text, cx);
}

/// As [`check_time`].
fn check_phase(phase: &TimePhase, cx: &mut Context<'_>) {
    check_range(&phase.min, &phase.max, cx);
    check_unit(&phase.min, &phase.max, &phase.unit, &phase.text, cx);
}

fn check_unit(
    min: &Slot<Integer>,
    max: &Slot<Integer>,
    unit: &Slot<TimeUnit>,
    text: &Slot<Text>,
    cx: &mut Context<'_>,
) {
    let (Some(number), Slot::Absent) = (max.get().or(min.get()), unit) else {
        return;
    };
    let value = number.value;
    let finding = Diagnostic::new(
        Code::K0208,
        number.span,
        say!(
            "satuan untuk {value} belum ditulis",
            "the unit of {value} is missing"
        ),
    );
    let said = figure::read(text.str()).and_then(|whole| whole.figure.length());
    let help = match said.filter(|said| said.value == value) {
        Some(said) => {
            let (id, en) = said.period.values();
            say!("tambahkan: satuan: {id}", "add: unit: {en}")
        }
        None => say!(
            "tambahkan satuan: dengan salah satu dari menit, jam, hari, hari_kerja, minggu, bulan, tahun",
            "add unit: with one of minute, hour, day, working_day, week, month, year"
        ),
    };
    cx.sink.push(finding.help(help));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_length_that_is_one_is_a_duration() {
        let time = |unit| Time {
            max: Slot::Given(Integer {
                value: 3,
                ..Integer::default()
            }),
            unit: Slot::Given(unit),
            ..Time::default()
        };
        let said = |unit| time(unit).duration();
        assert_eq!(said(TimeUnit::Hour).as_deref(), Some("PT3H"));
        assert_eq!(said(TimeUnit::Week).as_deref(), Some("P21D"));
        assert_eq!(said(TimeUnit::Month).as_deref(), Some("P3M"));
        assert_eq!(said(TimeUnit::WorkingDay), None);
        let range = Time {
            min: Slot::Given(Integer::default()),
            ..time(TimeUnit::Day)
        };
        assert_eq!(range.duration(), None);
    }

    #[test]
    fn plain_phrases_of_time_are_read() {
        let read = |text| {
            let (least, length, since) = length_of(&figure::read(text)?)?;
            Some((least, length.value, unit_of(length.period), since))
        };
        let day = TimeUnit::WorkingDay;
        assert_eq!(read("4 Hari kerja"), Some((None, 4, day, None)));
        assert_eq!(
            read("maksimal 4 (empat) hari kerja"),
            Some((None, 4, day, None))
        );
        assert_eq!(
            read("20-30 menit"),
            Some((Some(20), 30, TimeUnit::Minute, None))
        );
        assert_eq!(
            read("1 sampai 4 hari"),
            Some((Some(1), 4, TimeUnit::Day, None))
        );
        assert_eq!(read("2x24 jam"), Some((None, 48, TimeUnit::Hour, None)));
        assert_eq!(read("1x24"), Some((None, 24, TimeUnit::Hour, None)));
        assert_eq!(read("Rp4 per hari"), None);
        assert_eq!(
            read("Paling lama 6 (enam) hari kerja sejak berkas lengkap"),
            Some((None, 6, day, Some(Since::Complete)))
        );
        assert_eq!(read("4 hari kerja sejak berkas diterima"), None);
        assert_eq!(read("sebentar"), None);
    }
}
