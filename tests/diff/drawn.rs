//! Drawn services and drawn edits: for every complete set of answers a difference of the result is told if and only if
//! there is one, and it is the one there is. What results is worked out here from what was drawn.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use maklumat::diagnostic::Sink;
use maklumat::diff::results::{Difference, Results, What, results};
use maklumat::model::service::ServiceDocument;
use maklumat::parse::layout::Layout;
use maklumat::parse::{Reader, Registries};
use maklumat::resolve::names::Names;
use maklumat::resolve::service::Service;
use maklumat::rule::compile::Verdict;
use maklumat::rule::joint::Joint;
use maklumat::rule::questions::{Answer, Kind};
use maklumat::source::{MemorySources, Sources};

use crate::oracle::random::Random;

/// Pairs that are drawn, and where the drawing begins.
const PAIRS: usize = 120;
const SEED: u64 = 0x6265_6461_6b61_6e00;

/// The options that the second question can have.
const OPTIONS: [&str; 4] = ["a", "b", "c", "d"];

/// Answers: yes or no, one of the options, a number, and yes or no again.
type Answers = (bool, usize, i64, bool);

#[derive(Clone)]
enum Drawn {
    Yes,
    Is(usize),
    AtLeast(i64),
    Below(i64),
    Also,
    Not(Box<Drawn>),
    All(Box<Drawn>, Box<Drawn>),
    Any(Box<Drawn>, Box<Drawn>),
}

impl Drawn {
    fn draw(random: &mut Random, depth: usize) -> Self {
        if depth == 0 {
            let number = 1 + i64::try_from(random.below(12)).unwrap();
            return match random.below(5) {
                0 => Self::Yes,
                1 => Self::Is(random.below(OPTIONS.len())),
                2 => Self::AtLeast(number),
                3 => Self::Below(number),
                _ => Self::Also,
            };
        }
        let mut part = || Box::new(Self::draw(random, depth - 1));
        let (first, second) = (part(), part());
        match random.below(4) {
            0 => Self::Not(first),
            1 => Self::All(first, second),
            2 => Self::Any(first, second),
            _ => *first,
        }
    }

    /// Whether it holds; what a version does not ask or offer is replaced there by the first question.
    fn holds(&self, of: &Version, answers: Answers) -> bool {
        match self {
            Self::Is(option) if of.options.contains(option) => answers.1 == *option,
            Self::AtLeast(number) if of.range.0 <= *number && *number <= of.range.1 => {
                answers.2 >= *number
            }
            Self::Below(number) if of.range.0 <= *number && *number <= of.range.1 => {
                answers.2 < *number
            }
            Self::Also if of.also => answers.3,
            Self::Yes | Self::Is(_) | Self::AtLeast(_) | Self::Below(_) | Self::Also => answers.0,
            Self::Not(part) => !part.holds(of, answers),
            Self::All(one, other) => one.holds(of, answers) && other.holds(of, answers),
            Self::Any(one, other) => one.holds(of, answers) || other.holds(of, answers),
        }
    }

    fn text(&self, of: &Version) -> String {
        match self {
            Self::Is(option) if of.options.contains(option) => {
                format!("pilih = {}", OPTIONS[*option])
            }
            Self::AtLeast(number) if of.range.0 <= *number && *number <= of.range.1 => {
                format!("angka >= {number}")
            }
            Self::Below(number) if of.range.0 <= *number && *number <= of.range.1 => {
                format!("angka < {number}")
            }
            Self::Also if of.also => "juga".to_owned(),
            Self::Yes | Self::Is(_) | Self::AtLeast(_) | Self::Below(_) | Self::Also => {
                "ya_kah".to_owned()
            }
            Self::Not(part) => format!("not ({})", part.text(of)),
            Self::All(one, other) => format!("({}) and ({})", one.text(of), other.text(of)),
            Self::Any(one, other) => format!("({}) or ({})", one.text(of), other.text(of)),
        }
    }
}

/// A version of a service. Items are known by a number that stays.
#[derive(Clone)]
struct Version {
    options: Vec<usize>,
    range: (i64, i64),
    also: bool,
    papers: Vec<(usize, Option<Drawn>)>,
    criteria: Vec<(usize, Drawn)>,
    silences: Vec<Drawn>,
    rows: Vec<(usize, i64, Option<Drawn>)>,
    cases: Vec<(usize, i64, Drawn)>,
    days: i64,
}

/// What a version comes to with some answers.
#[derive(Debug, PartialEq, Eq)]
struct Result {
    verdict: Verdict,
    papers: BTreeSet<String>,
    cost: (bool, i64),
    time: Vec<i64>,
}

/// What follows when the criterion of that number fails.
fn kind(number: usize) -> (&'static str, Verdict) {
    [
        ("tidak_memenuhi", Verdict::NotEligible),
        ("tidak_perlu", Verdict::NotNeeded),
        ("lakukan_dulu", Verdict::DoFirst),
    ][number % 3]
}

impl Version {
    fn draw(random: &mut Random) -> Self {
        let condition = |random: &mut Random| {
            let depth = random.below(3);
            (random.below(4) > 0).then(|| Drawn::draw(random, depth))
        };
        let mut version = Self {
            options: vec![0, 1, 2],
            range: (0, 12),
            also: random.below(2) == 0,
            papers: Vec::new(),
            criteria: Vec::new(),
            silences: Vec::new(),
            rows: Vec::new(),
            cases: Vec::new(),
            days: 9,
        };
        for number in 0..1 + random.below(3) {
            version.papers.push((number, condition(random)));
        }
        for number in 0..random.below(3) {
            version.criteria.push((number, Drawn::draw(random, 1)));
        }
        if random.below(3) == 0 {
            version.silences.push(Drawn::draw(random, 2));
        }
        for number in 0..random.below(4) {
            let amount = 1_000 * i64::try_from(random.below(3)).unwrap();
            version.rows.push((number, amount, condition(random)));
        }
        for number in 0..random.below(3) {
            version.cases.push((
                number,
                1 + i64::try_from(number).unwrap(),
                Drawn::draw(random, 1),
            ));
        }
        version
    }

    /// One thing is another.
    fn edit(&mut self, random: &mut Random) {
        let depth = random.below(2);
        let new = Drawn::draw(random, depth);
        let pick = |random: &mut Random, length: usize| random.below(length.max(1));
        match random.below(11) {
            0 => self.also = !self.also,
            1 => self.options = vec![[0, 1], [1, 2], [2, 3]][random.below(3)].to_vec(),
            2 => self.range = [(0, 20), (3, 12), (0, 6)][random.below(3)],
            3 => self.papers.push((9 + self.papers.len(), Some(new))),
            4 => drop(self.papers.pop()),
            5 => {
                let at = pick(random, self.papers.len());
                self.papers
                    .iter_mut()
                    .skip(at)
                    .take(1)
                    .for_each(|paper| paper.1 = Some(new.clone()));
            }
            6 => self.criteria.push((7 + random.below(2), new)),
            7 => {
                let at = pick(random, self.criteria.len());
                self.criteria
                    .iter_mut()
                    .skip(at)
                    .take(1)
                    .for_each(|one| one.1 = new.clone());
            }
            8 => {
                let at = pick(random, self.rows.len());
                self.rows
                    .iter_mut()
                    .skip(at)
                    .take(1)
                    .for_each(|row| row.1 += 500);
                self.rows
                    .extend((random.below(2) == 0).then_some((8, 700, Some(new))));
            }
            9 => {
                let at = pick(random, self.cases.len());
                self.cases
                    .iter_mut()
                    .skip(at)
                    .take(1)
                    .for_each(|case| case.1 += 1);
                self.days += 1;
            }
            _ => self.silences.push(new),
        }
    }

    fn text(&self) -> String {
        let mut out = String::from(
            "judul: Contoh\npertanyaan:\n  - id: ya_kah\n    tanya: Ya?\n    ya_tidak: ya\n",
        );
        out += "  - id: pilih\n    tanya: Yang mana?\n    pilihan:\n";
        for option in &self.options {
            let _ = writeln!(out, "      {0}: Pilihan {0}", OPTIONS[*option]);
        }
        let (min, max) = self.range;
        let _ = writeln!(
            out,
            "  - id: angka\n    tanya: Berapa?\n    angka: {{min: {min}, max: {max}}}"
        );
        if self.also {
            out += "  - id: juga\n    tanya: Juga?\n    ya_tidak: ya\n";
        }
        out += "persyaratan:\n  - Selalu\n";
        let when = |condition: &Option<Drawn>| {
            let said = condition
                .as_ref()
                .map(|one| format!("    jika: {}\n", one.text(self)));
            said.unwrap_or_default()
        };
        for (number, condition) in &self.papers {
            let _ = write!(
                out,
                "  - id: p{number}\n    bunyi: p{number}\n{}",
                when(condition)
            );
        }
        if !self.criteria.is_empty() {
            out += "syarat_tersirat:\n";
        }
        for (number, must) in &self.criteria {
            let _ = writeln!(
                out,
                "  - id: k{number}\n    harus: {}\n    jika_tidak: {{jenis: {}, pesan: k{number}}}",
                must.text(self),
                kind(*number).0
            );
        }
        if !self.silences.is_empty() {
            out += "belum_diatur:\n";
        }
        for silence in &self.silences {
            let _ = writeln!(out, "  - jika: {}\n    pesan: Tanya", silence.text(self));
        }
        let _ = writeln!(
            out,
            "waktu:\n  paling_lambat: {}\n  satuan: hari",
            self.days
        );
        if !self.cases.is_empty() {
            out += "  kasus:\n";
        }
        for (number, days, condition) in &self.cases {
            let _ = writeln!(
                out,
                "    - id: w{number}\n      label: w{number}\n      paling_lambat: {days}\n      satuan: hari\n      jika: {}",
                condition.text(self)
            );
        }
        out += if self.rows.is_empty() { "" } else { "biaya:\n" };
        for (number, amount, condition) in &self.rows {
            let _ = write!(
                out,
                "  - id: b{number}\n    label: b{number}\n    rupiah: {amount}\n{}",
                when(condition)
            );
        }
        out
    }

    fn result(&self, answers: Answers) -> Result {
        let fails = |verdict: Verdict| {
            let mut of_kind = self
                .criteria
                .iter()
                .filter(|(number, _)| kind(*number).1 == verdict);
            of_kind.any(|(_, must)| !must.holds(self, answers))
        };
        let silent = self
            .silences
            .iter()
            .any(|silence| silence.holds(self, answers));
        let verdict = if fails(Verdict::NotEligible) {
            Verdict::NotEligible
        } else if fails(Verdict::NotNeeded) {
            Verdict::NotNeeded
        } else if silent {
            Verdict::AskFirst
        } else if fails(Verdict::DoFirst) {
            Verdict::DoFirst
        } else {
            Verdict::Eligible
        };
        let holds = |condition: &Option<Drawn>| {
            condition
                .as_ref()
                .is_none_or(|one| one.holds(self, answers))
        };
        let papers = self.papers.iter().filter(|(_, condition)| holds(condition));
        let rows = self.rows.iter().filter(|(.., condition)| holds(condition));
        let amounts: Vec<i64> = rows.map(|(_, amount, _)| *amount).collect();
        let cases = self
            .cases
            .iter()
            .filter(|(.., condition)| condition.holds(self, answers));
        let mut time: Vec<i64> = cases.map(|(_, days, _)| *days).collect();
        if time.is_empty() {
            time.push(self.days);
        }
        time.sort_unstable();
        Result {
            verdict,
            papers: papers.map(|(number, _)| format!("p{number}")).collect(),
            cost: (amounts.is_empty(), amounts.iter().sum()),
            time,
        }
    }
}

impl Result {
    fn admits(&self) -> bool {
        !matches!(self.verdict, Verdict::NotEligible | Verdict::NotNeeded)
    }
}

/// Resolves the services of two texts.
fn both<T>(texts: [&str; 2], look: impl FnOnce(&Service<'_>, &Service<'_>) -> T) -> T {
    let registries = Registries::default();
    let read = texts.map(|text| {
        let sources = MemorySources::default().with("content/dinas/contoh.yaml", text);
        let mut sink = Sink::default();
        let layout = Layout::new(sources.entries().expect("a map"), &mut sink);
        let files = &layout.agencies["dinas"].services["contoh"];
        let document = Reader::new(&sources, &layout).service(files, &mut sink);
        (layout.clone(), document.expect("a service").document)
    });
    let [(layout, old), (_, new)] = &read;
    let names = Names::new(layout, &registries);
    let service = |document| -> Service<'_> {
        let document: &ServiceDocument = document;
        Service::of(document, "dinas/contoh", &names, &mut Sink::default())
    };
    let (old, new) = (service(old), service(new));
    assert!(
        old.understood && new.understood,
        "{}\n{}",
        texts[0],
        texts[1]
    );
    look(&old, &new)
}

/// The answers as the questions of both versions tell them apart.
fn places(joint: &Joint, answers: Answers) -> Vec<Option<u8>> {
    let ids: Vec<&str> = joint.ids().collect();
    let place = |(at, id): (usize, &&str)| {
        let yes = |yes: bool| Answer::Choice(u8::from(!yes));
        let answer = match *id {
            "ya_kah" => yes(answers.0),
            "juga" => yes(answers.3),
            "angka" => Answer::Number(answers.2),
            _ => {
                let (question, places) = joint.question(at).expect("a question");
                let Kind::Choices(choices) = &question.kind else {
                    panic!("{question:?}");
                };
                let chosen = |place: &usize| choices[*place].id == OPTIONS[answers.1];
                let place = places.iter().position(chosen).expect("an option of both");
                Answer::Choice(u8::try_from(place).unwrap())
            }
        };
        joint.domains.index(at, answer)
    };
    ids.iter().enumerate().map(place).collect()
}

/// Every answer that can be given to both.
fn every(old: &Version, new: &Version) -> Vec<Answers> {
    let mut every = Vec::new();
    let range = old.range.0.max(new.range.0)..=old.range.1.min(new.range.1);
    for option in old
        .options
        .iter()
        .filter(|option| new.options.contains(option))
    {
        for number in range.clone() {
            for (yes, also) in [(true, true), (true, false), (false, true), (false, false)] {
                every.push((yes, *option, number, also));
            }
        }
    }
    every
}

/// What is told of some answers is what differs.
fn check(
    [old, new]: [&Service<'_>; 2],
    differences: &[Difference],
    answers: &[Option<u8>],
    (was, is): (&Result, &Result),
) -> bool {
    let told: Vec<&What> = differences
        .iter()
        .filter(|one| one.terms.iter().any(|term| term.matches(answers)))
        .map(|one| &one.what)
        .collect();
    let mut left = told.len();
    let mut count = |found: usize| {
        left -= found;
        found
    };
    let verdicts = told.iter().filter(|what| matches!(what, What::Verdict(..)));
    let right = verdicts
        .clone()
        .all(|what| **what == What::Verdict(was.verdict, is.verdict));
    assert!(right, "{told:?} {was:?} {is:?}");
    assert_eq!(
        count(verdicts.count()),
        usize::from(was.verdict != is.verdict)
    );
    let both = was.admits() && is.admits();
    let name =
        |service: &Service<'_>, key: usize| service.items[key].id.unwrap_or_default().to_owned();
    let needed = told.iter().filter_map(|what| match what {
        What::Needed(key) => Some(name(new, *key)),
        _ => None,
    });
    let unneeded = told.iter().filter_map(|what| match what {
        What::NotNeeded(key) => Some(name(old, *key)),
        _ => None,
    });
    let (needed, unneeded): (BTreeSet<String>, BTreeSet<String>) =
        (needed.collect(), unneeded.collect());
    let less = |one: &Result, other: &Result| -> BTreeSet<String> {
        let less = one.papers.difference(&other.papers).cloned();
        less.filter(|_| both).collect()
    };
    assert_eq!((&needed, &unneeded), (&less(is, was), &less(was, is)));
    count(needed.len() + unneeded.len());
    let costs = told
        .iter()
        .filter(|what| matches!(what, What::Cost(..)))
        .count();
    assert_eq!(
        count(costs),
        usize::from(both && was.cost != is.cost),
        "{told:?} {was:?} {is:?}"
    );
    let times = told
        .iter()
        .filter(|what| matches!(what, What::Time(..)))
        .count();
    assert_eq!(
        count(times),
        usize::from(both && was.time != is.time),
        "{told:?} {was:?} {is:?}"
    );
    assert_eq!(left, 0);
    !told.is_empty()
}

#[test]
fn a_difference_is_told_if_and_only_if_there_is_one() {
    let mut random = Random(SEED);
    let (mut tried, mut differing, mut compared) = (0, 0, 0);
    for _ in 0..PAIRS {
        let old = Version::draw(&mut random);
        let mut new = old.clone();
        for _ in 0..=random.below(3) {
            new.edit(&mut random);
        }
        let texts = [old.text(), new.text()];
        both([&texts[0], &texts[1]], |before, now| {
            let Results::Told(joint, differences) = results(before, now) else {
                return;
            };
            compared += 1;
            let every = every(&old, &new);
            for answers in every {
                let places = places(&joint, answers);
                let results = (old.result(answers), new.result(answers));
                let told = check(
                    [before, now],
                    &differences,
                    &places,
                    (&results.0, &results.1),
                );
                tried += 1;
                differing += usize::from(told);
            }
        });
    }
    assert!(compared > PAIRS * 9 / 10, "{compared} of {PAIRS} compared");
    // Neither everything nor nothing differs.
    assert!(
        tried > 5_000 && differing > tried / 20 && differing < tried * 19 / 20,
        "{differing} of {tried}"
    );
}
