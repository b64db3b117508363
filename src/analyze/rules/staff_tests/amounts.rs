//! The cost and the time that a test expects.

use super::{Answers, Tested};
use crate::diagnostic::{Lang, Message, Sink, say};
use crate::figure;
use crate::language::Language;
use crate::model::cost::parse_cost;
use crate::model::service::{StaffTest, Time, TimeUnit};
use crate::model::{Integer, Slot, Text};
use crate::resolve::cost::{Amount, Cost, Sum, Wording};
use crate::resolve::service::{Item, List, Written};
use crate::rule::compile::State;

/// A case of the time, and what it says.
type Said<'a> = (&'a Item<'a>, String);

impl Tested<'_> {
    pub(super) fn check_cost(&self, test: &StaffTest, answers: &Answers, sink: &mut Sink) {
        let Some(expected) = test.cost.get() else {
            return;
        };
        let got = self.service.cost_under(self.checklist, answers);
        if got.only().is_some_and(|sum| is_cost(sum, &expected.value)) {
            return;
        }
        let wanted = &expected.value;
        let said: Vec<String> = got.sums.iter().map(in_digits).collect();
        let found = match (said.as_slice(), &self.service.document.cost) {
            ([said], _) if !said.is_empty() => say!(
                "biayanya {said}, padahal uji mengharapkan {wanted}",
                "the cost is {said}, but the test expects {wanted}"
            ),
            ([first, between @ .., last], _) => {
                let middle = if between.is_empty() { "" } else { "…, " };
                say!(
                    "biayanya belum ditentukan jawaban ini ({first}, {middle}{last}), padahal uji mengharapkan {wanted}",
                    "these answers do not decide the cost ({first}, {middle}{last}), but the test expects {wanted}"
                )
            }
            ([], Slot::Given(rows)) if !rows.0.is_empty() => say!(
                "biayanya belum ditentukan jawaban ini, padahal uji mengharapkan {wanted}",
                "these answers do not decide the cost, but the test expects {wanted}"
            ),
            (_, Slot::Given(_)) => say!(
                "tidak ada biaya yang berlaku, padahal uji mengharapkan {wanted}",
                "no cost applies, but the test expects {wanted}"
            ),
            _ => say!(
                "biayanya belum ditulis, padahal uji mengharapkan {wanted}",
                "no cost is written, but the test expects {wanted}"
            ),
        };
        let why = self.why_cost(wanted, answers);
        sink.push(self.failure(test, answers, found, why));
    }

    /// Why a row holds that makes the cost another one, or the row does not hold that is expected.
    fn why_cost(&self, wanted: &str, answers: &Answers) -> Option<Message> {
        let rows = self
            .service
            .list(List::Cost)
            .filter(|item| item.when.is_some());
        let wrong = |item: &&Item<'_>| {
            let row = self.service.sum(|one| one.key == item.key);
            let holds = self.state_of(item, answers) == State::Yes;
            holds != is_cost(&row, wanted)
        };
        rows.filter(wrong).find_map(|item| self.why(item, answers))
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

    /// The cost under these answers as a test writes it; `None` where they do not decide it.
    pub(in crate::analyze) fn cost(&self, answers: &[Option<u8>]) -> Option<String> {
        let cost: Cost = self.service.cost_under(self.checklist, answers);
        cost.only().map(in_digits).filter(|said| !said.is_empty())
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

/// A sum as a test writes it: `60000`, `10000 + 1500 per m²`, or the sentences of rows that state no amount.
fn in_digits(sum: &Sum) -> String {
    let amounts = sum.amounts();
    let unit = |amount: &Amount| match &amount.unit {
        Some(unit) if amounts.len() > 1 => format!(" per {}", unit.value),
        _ => String::new(),
    };
    let amounts = amounts.iter();
    let digits = |amount: &Amount| match amount.rupiah == amount.most {
        true => amount.most.to_string(),
        false => format!("{} sampai {}", amount.rupiah, amount.most),
    };
    let amounts = amounts.map(|amount| format!("{}{}", digits(amount), unit(amount)));
    let sentences = sum.sentences().map(|text| text.value.clone());
    let parts: Vec<String> = amounts.chain(sentences).collect();
    parts.join(" + ")
}

/// Whether a sum is what a test expects: the same amounts, whatever their order and however they are written.
fn is_cost(sum: &Sum, expected: &str) -> bool {
    if plain(&in_digits(sum)) == plain(expected) || is_said(sum, expected) {
        return true;
    }
    // One of several prices is not what everyone pays.
    if sum
        .amounts()
        .iter()
        .any(|amount| amount.rupiah != amount.most)
    {
        return false;
    }
    let mut amounts: Vec<(i64, String)> = sum
        .amounts()
        .into_iter()
        .map(|amount| {
            (
                amount.rupiah,
                amount.unit.map_or(String::new(), |unit| plain(&unit.value)),
            )
        })
        .collect();
    let alone = amounts.len() == 1;
    let parts = expected
        .split(['+', ';'])
        .flat_map(|part| part.split(" dan "));
    let read = parts.map(|part| {
        let (rupiah, per) = parse_cost(part.trim())?;
        Some((rupiah, per.map(|per| plain(&per))))
    });
    let Some(read) = read.collect::<Option<Vec<_>>>() else {
        return false;
    };
    let mut unread = sum.sentences();
    for (rupiah, per) in read {
        // The unit of an amount that stands alone may be left out.
        let same = |(own, unit): &(i64, String)| {
            *own == rupiah && (alone && per.is_none() || per.as_deref().unwrap_or_default() == unit)
        };
        let Some(at) = amounts.iter().position(same) else {
            return false;
        };
        amounts.remove(at);
    }
    amounts.is_empty() && unread.next().is_none()
}

/// Whether a sum is expected in the words of a page.
fn is_said(sum: &Sum, expected: &str) -> bool {
    [Lang::Id, Lang::En].into_iter().any(|lang| {
        let wording = Wording {
            language: Language::spoken(lang),
            of: &|text| text.value.clone(),
        };
        let said = sum.say(wording);
        said.is_some_and(|said| plain(&said) == plain(expected))
    })
}

fn whole(time: &Time) -> Option<String> {
    spoken(&time.text, (&time.min, &time.max), &time.unit)
}

/// The time's sentence, or the words made of its numbers, `2 sampai 4 hari kerja`.
fn spoken(
    text: &Slot<Text>,
    (min, max): (&Slot<Integer>, &Slot<Integer>),
    unit: &Slot<TimeUnit>,
) -> Option<String> {
    if let Some(text) = text.get() {
        return Some(text.value.clone());
    }
    let [min, max] = [min, max].map(|slot| slot.get().map(|count| count.value));
    Language::spoken(Lang::Id).time(min, max, unit.get()?.key())
}

/// A text in small letters with single blanks.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
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
        ("ask_first", Lang::Id) => "tanyakan dulu (belum diatur)",
        ("ask_first", Lang::En) => "ask first (not settled)",
        (_, Lang::Id) => "belum dapat ditentukan dari jawaban ini",
        (_, Lang::En) => "not decided by these answers",
    }
}
