//! The cost and the time that a test expects.

use super::{Answers, Tested};
use crate::diagnostic::{Lang, Message, Sink, say};
use crate::figure;
use crate::model::cost::parse_cost;
use crate::model::service::{CostRow, StaffTest, Time, TimeUnit};
use crate::model::{Integer, Slot, Text};
use crate::resolve::service::{Item, List, Written};
use crate::rule::compile::State;

/// A row of the tariff or a case of the time, and what it says.
type Said<'a> = (&'a Item<'a>, String);

impl Tested<'_> {
    pub(super) fn check_cost(&self, test: &StaffTest, answers: &Answers, sink: &mut Sink) {
        let Some(expected) = test.cost.get() else {
            return;
        };
        let got = self.costs(answers);
        if let [only] = got.as_slice()
            && amount(only) == amount(&expected.value)
        {
            return;
        }
        let wanted = &expected.value;
        let found = match (got.is_empty(), &self.service.document.cost) {
            (false, _) => {
                let got = got.join(" + ");
                say!(
                    "biayanya {got}, padahal uji mengharapkan {wanted}",
                    "the cost is {got}, but the test expects {wanted}"
                )
            }
            (true, Slot::Given(_)) => say!(
                "tidak ada biaya yang berlaku, padahal uji mengharapkan {wanted}",
                "no cost applies, but the test expects {wanted}"
            ),
            _ => say!(
                "biayanya belum ditulis, padahal uji mengharapkan {wanted}",
                "no cost is written, but the test expects {wanted}"
            ),
        };
        let why = self.why_row(
            &self.cost_rows(),
            |said| amount(said) == amount(wanted),
            answers,
        );
        sink.push(self.failure(test, answers, found, why));
    }

    pub(super) fn check_time(&self, test: &StaffTest, answers: &Answers, sink: &mut Sink) {
        let Some(expected) = test.time.get() else {
            return;
        };
        let got = self.times(answers);
        let same = |said: &str| same_time(said, &expected.value);
        if let [only] = got.as_slice()
            && same(only)
        {
            return;
        }
        let wanted = &expected.value;
        let found = if got.is_empty() {
            say!(
                "waktunya belum ditulis, padahal uji mengharapkan `{wanted}`",
                "no time is written, but the test expects `{wanted}`"
            )
        } else {
            let got = got.join(" + ");
            say!(
                "waktunya `{got}`, padahal uji mengharapkan `{wanted}`",
                "the time is `{got}`, but the test expects `{wanted}`"
            )
        };
        let why = self.why_row(&self.time_cases(), same, answers);
        sink.push(self.failure(test, answers, found, why));
    }

    /// The amounts that hold for these answers, in rupiah; the words of a row without an amount.
    pub(in crate::analyze) fn costs(&self, answers: &[Option<u8>]) -> Vec<String> {
        self.holding(&self.cost_rows(), answers)
    }

    /// The times that hold for these answers: of the cases, or of the whole where none holds.
    pub(in crate::analyze) fn times(&self, answers: &[Option<u8>]) -> Vec<String> {
        let holding = self.holding(&self.time_cases(), answers);
        if !holding.is_empty() {
            return holding;
        }
        let time = self.service.document.time.get();
        time.and_then(whole).into_iter().collect()
    }

    fn cost_rows(&self) -> Vec<Said<'_>> {
        let rows = self.service.list(List::Cost);
        let said = rows.filter_map(|item| match item.written {
            Written::Price(row) => Some((item, in_words(row))),
            _ => None,
        });
        said.filter(|(_, said)| !said.is_empty()).collect()
    }

    fn time_cases(&self) -> Vec<Said<'_>> {
        let cases = self.service.list(List::Time);
        let said = cases.filter_map(|item| match item.written {
            Written::Case(case) if item.when.is_some() => {
                let said = spoken(&case.text, (&case.min, &case.max), &case.unit)?;
                Some((item, said))
            }
            _ => None,
        });
        said.collect()
    }

    /// What the rows say that hold.
    fn holding(&self, rows: &[Said<'_>], answers: &[Option<u8>]) -> Vec<String> {
        let holding = rows
            .iter()
            .filter(|(item, _)| self.state_of(item, answers) == State::Yes);
        holding.map(|(_, said)| said.clone()).collect()
    }

    /// Why the rows are not as expected: an unexpected one holds, or the expected one does not.
    fn why_row(
        &self,
        rows: &[Said<'_>],
        expected: impl Fn(&str) -> bool,
        answers: &Answers,
    ) -> Option<Message> {
        let wrong = |(item, said): &&Said<'_>| {
            let holds = self.state_of(item, answers) == State::Yes;
            holds != expected(said)
        };
        let mut whys = rows
            .iter()
            .filter(wrong)
            .map(|(item, _)| self.why(item, answers));
        whys.find_map(|why| why)
    }
}

/// The amount of a row in digits, or its words.
fn in_words(row: &CostRow) -> String {
    let amount = row.amount.get().map(|amount| amount.value.to_string());
    amount.unwrap_or_else(|| row.text.str().to_owned())
}

fn whole(time: &Time) -> Option<String> {
    spoken(&time.text, (&time.min, &time.max), &time.unit)
}

/// The time's sentence, or the words made of its numbers: `2-4 hari kerja`.
fn spoken(
    text: &Slot<Text>,
    (min, max): (&Slot<Integer>, &Slot<Integer>),
    unit: &Slot<TimeUnit>,
) -> Option<String> {
    if let Some(text) = text.get() {
        return Some(text.value.clone());
    }
    let max = max.get()?.value;
    let unit = unit.get()?.key();
    let unit = TimeUnit::CHOICES.iter().find(|choice| choice.en == unit)?;
    let unit = unit.id.replace('_', " ");
    Some(match min.get() {
        Some(min) if min.value != max => format!("{}-{max} {unit}", min.value),
        _ => format!("{max} {unit}"),
    })
}

/// A text in small letters with single blanks.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// An amount in digits, however it is written: `Rp10.000`, `10 ribu`, `gratis`; else the words.
fn amount(text: &str) -> String {
    match parse_cost(text) {
        Some((amount, None)) => amount.to_string(),
        _ => plain(text),
    }
}

/// Whether two sentences say the same time: in the same words, or the same length, `1 jam 30 menit` and `90 menit`.
fn same_time(said: &str, expected: &str) -> bool {
    let ends = |text: &str| {
        let figure = figure::read(text)?.figure;
        Some((figure.length()?, figure.least()))
    };
    let same = match (ends(said), ends(expected)) {
        (Some((one, None)), Some((other, None))) => one.is(other),
        (one, other) => one.is_some() && one == other,
    };
    same || plain(said) == plain(expected)
}

/// A verdict as a sentence says it.
pub(super) fn verdict_in_words(name: &str, lang: Lang) -> &'static str {
    match (name, lang) {
        ("eligible", Lang::Id) => "memenuhi syarat",
        ("eligible", Lang::En) => "eligible",
        ("not_eligible", Lang::Id) => "tidak memenuhi syarat",
        ("not_eligible", Lang::En) => "not eligible",
        ("do_first", Lang::Id) => "ada yang harus dilakukan dulu",
        ("do_first", Lang::En) => "something to be done first",
        ("not_needed", Lang::Id) => "tidak perlu diurus",
        ("not_needed", Lang::En) => "not needed",
        (_, Lang::Id) => "belum dapat ditentukan dari jawaban ini",
        (_, Lang::En) => "not decided by these answers",
    }
}
