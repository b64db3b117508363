//! Opening hours, and the days on which an office works: the page and the day it promises both ask here.

use super::context::{Context, Decode, yes_or_no};
use super::decode::fixed_value;
use super::encode::{Encode, Encoder};
use super::record::{choice, record};
use super::registry::Holiday;
use super::shape::{Choice, Shape};
use super::values::TimeOfDay;
use super::weekly::{self, SaidHours};
use super::{Placed, Text};
use crate::diagnostic::{Code, Diagnostic, Lang, say};
use crate::span::Span;
use crate::yaml::Node;

record! {
    /// Opening hours of some days.
    pub struct HoursDocument as "hours", check check {
        days / "hari" required: Vec<Weekday> = "The days" | "Harinya",
        open / "buka": TimeOfDay = "Opening time, such as \"08:00\"" | "Jam buka, misalnya \"08:00\"",
        close / "tutup": Closing = "Closing time, or until_done" | "Jam tutup, atau selesai",
        by_appointment / "dengan_perjanjian": bool = "Only by appointment" | "Hanya dengan perjanjian",
        on_holidays / "saat_hari_libur": OnHolidays = "Whether these hours hold on holidays too: true, false, or collective_leave alone" | "Jam ini berlaku juga pada hari libur: ya, tidak, atau cuti_bersama saja",
        closed / "libur": bool = "Closed on these days" | "Tutup pada hari-hari ini",
        note / "catatan": Text = "A remark" | "Catatan",
    }
}

choice! {
    /// A day of the week.
    pub enum Weekday {
        /// Monday.
        Monday "mon" / "senin",
        /// Tuesday.
        Tuesday "tue" / "selasa",
        /// Wednesday.
        Wednesday "wed" / "rabu",
        /// Thursday.
        Thursday "thu" / "kamis",
        /// Friday.
        Friday "fri" / "jumat",
        /// Saturday.
        Saturday "sat" / "sabtu",
        /// Sunday.
        Sunday "sun" / "minggu",
    }
}

/// When a day's service ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closing {
    /// At a time.
    At(TimeOfDay),
    /// When everybody is served.
    UntilDone(Span),
}

/// The word for an open end.
const UNTIL_DONE: &[Choice] = &[Choice {
    en: "until_done",
    id: "selesai",
}];

impl Encode for Closing {
    fn encode(&self, out: &mut Encoder<'_>) -> Option<serde_json::Value> {
        match self {
            Self::At(time) => time.encode(out),
            Self::UntilDone(_) => Some(UNTIL_DONE[0].en.into()),
        }
    }
}

impl Decode for Closing {
    fn shape() -> Shape {
        Shape::Any(vec![Shape::Time, Shape::Choice(UNTIL_DONE)])
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let word = node.as_str().is_some_and(|text| {
            let exact = UNTIL_DONE
                .iter()
                .any(|choice| [choice.en, choice.id].contains(&text));
            let other = text.starts_with(char::is_alphabetic)
                && !text.contains(|c: char| c.is_ascii_digit())
                && weekly::read(text).is_none();
            exact || other
        });
        if word {
            fixed_value(node, UNTIL_DONE, cx).map(|_| Self::UntilDone(node.span))
        } else {
            TimeOfDay::decode(node, cx).map(Self::At)
        }
    }
}

/// On which holidays hours hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnHolidays {
    /// On none.
    None,
    /// On days of collective leave, which offices may choose to work through.
    CollectiveLeave,
    /// On all.
    All,
}

/// The word for days of collective leave alone.
const COLLECTIVE_LEAVE: &[Choice] = &[Choice {
    en: "collective_leave",
    id: "cuti_bersama",
}];

impl Encode for OnHolidays {
    fn encode(&self, _: &mut Encoder<'_>) -> Option<serde_json::Value> {
        Some(match self {
            Self::None => false.into(),
            Self::All => true.into(),
            Self::CollectiveLeave => COLLECTIVE_LEAVE[0].en.into(),
        })
    }
}

impl Decode for OnHolidays {
    fn shape() -> Shape {
        Shape::Any(vec![Shape::Boolean, Shape::Choice(COLLECTIVE_LEAVE)])
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        match node.as_str().and_then(yes_or_no) {
            Some(true) => Some(Self::All),
            Some(false) => Some(Self::None),
            None => fixed_value(node, COLLECTIVE_LEAVE, cx).map(|_| Self::CollectiveLeave),
        }
    }
}

/// A day without a known closing time, in minutes.
const NEVER_CLOSES: u16 = 24 * 60;

/// What opening hours say about their days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening<'a> {
    /// Nobody is there.
    Closed,
    /// Neither a time nor an appointment is given, only a remark or nothing.
    Unknown,
    /// Only by appointment, at no fixed time.
    ByAppointment,
    /// Open; one of the two times may not be given.
    Open(Option<&'a TimeOfDay>, Option<&'a Closing>),
}

impl HoursDocument {
    /// What is said about the days.
    pub fn opening(&self) -> Opening<'_> {
        match (self.open.get(), self.close.get()) {
            _ if self.closed.get() == Some(&true) => Opening::Closed,
            (None, None) if self.is_by_appointment() => Opening::ByAppointment,
            (None, None) if self.note_says() == Some(SaidHours::Closed) => Opening::Closed,
            (None, None) => Opening::Unknown,
            (open, close) => Opening::Open(open, close),
        }
    }

    /// The hours that the remark states, if it states nothing else.
    fn note_says(&self) -> Option<SaidHours> {
        let said = weekly::read(&self.note.get()?.value)?;
        (said.days.is_empty() && said.hours != SaidHours::Nothing).then_some(said.hours)
    }

    /// Whether one must make an appointment.
    pub fn is_by_appointment(&self) -> bool {
        self.by_appointment.get() == Some(&true)
    }

    /// On which holidays they hold; none where nobody is there without an appointment.
    pub fn holidays(&self) -> OnHolidays {
        let open = matches!(self.opening(), Opening::Open(..));
        let said = self.on_holidays.get().filter(|_| open);
        said.copied().unwrap_or(OnHolidays::None)
    }

    /// The minute of the day until which somebody is there; `None` where nobody is, or only by appointment.
    fn closes(&self) -> Option<u16> {
        let Opening::Open(open, close) = self.opening() else {
            return None;
        };
        Some(match close {
            // What closes before it opens closes on the next day.
            Some(Closing::At(close)) if open.is_none_or(|open| open.minutes < close.minutes) => {
                close.minutes
            }
            _ => NEVER_CLOSES,
        })
    }
}

/// Whether an office with these hours works on a holiday.
pub fn works_on(hours: &[HoursDocument], holiday: &Holiday) -> bool {
    let Some(date) = holiday.date.get() else {
        return false;
    };
    let day = ALL_DAYS[usize::from(date.value.weekday().to_sunday_zero_offset().unsigned_abs())];
    let leave = holiday.collective_leave.get() == Some(&true);
    let rows = hours.iter().filter(|row| row.days.items().contains(&day));
    let holds = |row: &HoursDocument| match row.holidays() {
        OnHolidays::None => false,
        OnHolidays::CollectiveLeave => leave,
        OnHolidays::All => true,
    };
    rows.into_iter().any(holds)
}

/// The days of a week, from Sunday on as scripts count.
const ALL_DAYS: [Weekday; 7] = [
    Weekday::Sunday,
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
];

/// The minute at which each day closes, from Sunday on as scripts count; 0 for a day on which nobody works.
///
/// The working days are those written, else the days with opening hours, else Monday to Friday; so are the days of which
/// the hours say nothing certain.
pub fn week(written: &[Placed<Weekday>], hours: &[HoursDocument]) -> [u16; 7] {
    let closes = |day: &Weekday| {
        let rows = hours.iter().filter(|row| row.days.items().contains(day));
        rows.filter_map(HoursDocument::closes).max()
    };
    let unknown = |day: &Weekday| {
        let mut rows = hours.iter().filter(|row| row.days.items().contains(day));
        rows.any(|row| row.opening() == Opening::Unknown)
    };
    ALL_DAYS.map(|day| {
        let usual = !matches!(day, Weekday::Saturday | Weekday::Sunday);
        let works = match (written, hours) {
            ([], []) => usual,
            ([], _) => closes(&day).is_some() || (usual && unknown(&day)),
            (days, _) => days.iter().any(|one| one.value == day),
        };
        if works {
            closes(&day)
                .filter(|_| !unknown(&day))
                .unwrap_or(NEVER_CLOSES)
        } else {
            0
        }
    })
}

fn check(hours: &HoursDocument, cx: &mut Context<'_>) {
    if hours.opening() == Opening::Unknown {
        cx.sink.extend(only_a_remark(hours, cx.lang));
    }
    if hours.closed.get() != Some(&true) {
        return;
    }
    if hours.is_by_appointment() {
        let finding = Diagnostic::new(
            Code::K0231,
            hours.span,
            say!(
                "hari ini dinyatakan libur dan sekaligus dengan perjanjian; halaman menyebutnya tutup",
                "these days are marked both closed and by appointment; the page says closed"
            ),
        );
        cx.sink.push(finding.help(say!(
            "hapus libur: ya, atau hapus dengan_perjanjian: ya",
            "delete closed: true, or delete by_appointment: true"
        )));
    }
    let open = hours.open.get().map(|time| time.span);
    let close = hours.close.get().map(|close| match close {
        Closing::At(time) => time.span,
        Closing::UntilDone(span) => *span,
    });
    if let Some(time) = open.or(close) {
        let finding = Diagnostic::new(
            Code::K0222,
            time,
            say!(
                "hari ini dinyatakan libur, tetapi jamnya ditulis",
                "these days are marked closed, but have opening hours"
            ),
        );
        cx.sink.push(finding.help(say!(
            "hapus libur: ya, atau hapus jam buka dan tutupnya",
            "delete closed: true, or delete the opening hours"
        )));
    }
}

/// Reports days of which nothing is said but a remark, where it states hours, and days of which nothing is said at all.
fn only_a_remark(hours: &HoursDocument, lang: Lang) -> Option<Diagnostic> {
    let Some(note) = hours.note.get() else {
        let finding = Diagnostic::new(
            Code::K0231,
            hours.span,
            say!(
                "jam untuk hari ini belum ditulis",
                "the hours of these days are missing"
            ),
        );
        return Some(finding.help(say!(
            "tambahkan di bawahnya buka: dan tutup:, atau libur: ya",
            "add below it open: and close:, or closed: true"
        )));
    };
    let said = hours.note_says()?;
    let (id, en) = (weekly::lines(said, Lang::Id), weekly::lines(said, lang));
    if id.is_empty() {
        return None;
    }
    let finding = Diagnostic::new(
        Code::K0231,
        note.span,
        say!(
            "jamnya hanya tertulis di `catatan`, jadi tidak dihitung sebagai jam layanan",
            "the hours are only in the `note`, so they do not count as opening hours"
        ),
    );
    let (id, en) = (id.join(", lalu "), en.join(", then "));
    Some(finding.help(say!(
        "ganti catatan itu, ketik: {id}",
        "put in place of the note: {en}"
    )))
}
