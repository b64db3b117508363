//! Drawn services with drawn tariffs: for every complete set of answers, the tests of staff, the decision table and the
//! styles and words of the page say the sum of the rows whose conditions hold, worked out here from what was drawn.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use maklumat::diagnostic::{Code, Severity};
use scraper::{Html, Selector};

use super::{rows_of, texts};
use crate::oracle::random::Random;
use crate::site::{PAGE, SERVICE, Site};
use crate::styles::{Given, Rules, questions};

/// Services that are drawn, and where the drawing begins.
const SERVICES: usize = 40;
const SEED: u64 = 0x6a75_6d6c_6168_6b61;

/// How many answers each question has.
const ANSWERS: [usize; 3] = [2, 3, 2];

const UNITS: [&str; 3] = ["", "lembar", "m²"];

/// A condition over answers, by their places.
enum Drawn {
    Is(usize, usize),
    Not(Box<Drawn>),
    All(Box<Drawn>, Box<Drawn>),
    Any(Box<Drawn>, Box<Drawn>),
}

impl Drawn {
    fn draw(random: &mut Random, depth: usize) -> Self {
        let mut part = || Box::new(Self::draw(random, depth - 1));
        if depth == 0 {
            let question = random.below(ANSWERS.len());
            return Self::Is(question, random.below(ANSWERS[question]));
        }
        let (first, second) = (part(), part());
        match random.below(4) {
            0 => Self::Not(first),
            1 => Self::All(first, second),
            2 => Self::Any(first, second),
            _ => *first,
        }
    }

    fn holds(&self, answers: &[usize]) -> bool {
        match self {
            Self::Is(question, answer) => answers[*question] == *answer,
            Self::Not(part) => !part.holds(answers),
            Self::All(one, other) => one.holds(answers) && other.holds(answers),
            Self::Any(one, other) => one.holds(answers) || other.holds(answers),
        }
    }

    fn written(&self) -> String {
        match self {
            Self::Is(question, answer) => format!("tanya_{question} = p{answer}"),
            Self::Not(part) => format!("bukan ({})", part.written()),
            Self::All(one, other) => format!("({}) dan ({})", one.written(), other.written()),
            Self::Any(one, other) => format!("({}) atau ({})", one.written(), other.written()),
        }
    }
}

struct Row {
    amount: i64,
    unit: &'static str,
    label: bool,
    when: Option<Drawn>,
}

struct Tariff {
    rows: Vec<Row>,
    must: Option<Drawn>,
}

/// A sum: rupiah by unit, none of them zero but where all are.
type Sum = BTreeMap<String, i64>;

impl Tariff {
    fn draw(random: &mut Random) -> Self {
        let row = |random: &mut Random| Row {
            amount: [0, 1_000, 2_500, 10_000, 10_000, 1_250_000][random.below(6)],
            unit: UNITS[[0, 0, 0, 1, 2][random.below(5)]],
            label: random.below(2) == 0,
            when: (random.below(3) > 0).then(|| {
                let depth = random.below(3);
                Drawn::draw(random, depth)
            }),
        };
        let count = 1 + random.below(5);
        let mut rows: Vec<Row> = (0..count).map(|_| row(random)).collect();
        // Several prices of one unit for everyone are a range, which is tried by itself.
        for unit in &UNITS[1..] {
            let everyone = |row: &&mut Row| row.unit == *unit && row.when.is_none();
            for row in rows.iter_mut().filter(everyone).skip(1) {
                row.unit = UNITS[0];
            }
        }
        Self {
            rows,
            must: (random.below(3) == 0).then(|| Drawn::draw(random, 1)),
        }
    }

    /// What these answers cost.
    fn sum(&self, answers: &[usize]) -> Sum {
        let mut sum = Sum::new();
        for row in &self.rows {
            if row.amount > 0 && row.when.as_ref().is_none_or(|when| when.holds(answers)) {
                *sum.entry(row.unit.to_owned()).or_default() += row.amount;
            }
        }
        if sum.is_empty() {
            sum.insert(String::new(), 0);
        }
        sum
    }

    fn admits(&self, answers: &[usize]) -> bool {
        self.must.as_ref().is_none_or(|must| must.holds(answers))
    }

    /// The file, with a paper for each answer, so that every row of the table is one set of answers.
    fn yaml(&self) -> String {
        let mut yaml = "judul: Contoh Layanan KTP\npertanyaan:\n".to_owned();
        for (question, count) in ANSWERS.iter().enumerate() {
            yaml += &format!(
                "  - id: tanya_{question}\n    tanya: Bagaimana jawaban {question}?\n    pilihan:\n"
            );
            for answer in 0..*count {
                yaml += &format!("      p{answer}: Jawaban {answer}\n");
            }
        }
        yaml += "persyaratan:\n";
        for (question, count) in ANSWERS.iter().enumerate() {
            for answer in 0..*count {
                yaml += &format!(
                    "  - bunyi: Surat {question}-{answer}\n    jika: tanya_{question} = p{answer}\n"
                );
            }
        }
        yaml += "biaya:\n";
        for (number, row) in self.rows.iter().enumerate() {
            yaml += &format!("  - rupiah: {}\n", row.amount);
            if !row.unit.is_empty() {
                yaml += &format!("    per: {}\n", row.unit);
            }
            if row.label {
                yaml += &format!("    label: Baris {number}\n");
            }
            if let Some(when) = &row.when {
                yaml += &format!("    jika: {}\n", when.written());
            }
        }
        if let Some(must) = &self.must {
            yaml += &format!(
                "syarat_tersirat:\n  - harus: {}\n    jika_tidak: Bukan untuk Anda.\n",
                must.written()
            );
        }
        yaml
    }

    /// The same with a test of staff for every complete set of answers that turns nobody away.
    fn with_tests(&self, sum: impl Fn(&[usize]) -> Sum) -> String {
        let mut yaml = self.yaml() + "uji:\n";
        for answers in complete().iter().filter(|answers| self.admits(answers)) {
            yaml += &format!("  - nama: Uji {answers:?}\n    jawaban:\n");
            for (question, answer) in answers.iter().enumerate() {
                yaml += &format!("      tanya_{question}: p{answer}\n");
            }
            let parts = sum(answers);
            let part = |(unit, rupiah): (&String, &i64)| match unit.as_str() {
                "" => rupiah.to_string(),
                unit => format!("{rupiah} per {unit}"),
            };
            let parts: Vec<String> = parts.iter().map(part).collect();
            yaml += &format!("    biaya: {}\n", parts.join(" + "));
        }
        yaml
    }
}

/// Every complete set of answers.
fn complete() -> Vec<Vec<usize>> {
    let [first, second, third] = ANSWERS;
    let pairs = (0..first).flat_map(|a| (0..second).map(move |b| (a, b)));
    pairs
        .flat_map(|(a, b)| (0..third).map(move |c| vec![a, b, c]))
        .collect()
}

/// How many tests of staff fail.
fn failing(yaml: &str) -> usize {
    let (report, _) = Site::new().with(SERVICE, yaml).check();
    let findings = report.findings.iter();
    findings.filter(|found| found.code == Code::K0801).count()
}

/// The sum in the decision table for every complete set of answers that turns nobody away.
fn tabled(yaml: &str) -> BTreeMap<Vec<usize>, Sum> {
    let rows = rows_of(yaml);
    let admitted = rows.into_iter().filter(|row| row.verdict == "eligible");
    admitted
        .map(|row| {
            let answers = row.papers.iter().map(|paper| {
                let (_, answer) = paper.rsplit_once('-').expect("a paper of one answer");
                answer.parse().expect("a number")
            });
            let said = row.amounts.into_iter();
            let amounts: Sum = said
                .map(|(amount, unit)| (unit.unwrap_or_default(), amount.rupiah))
                .collect();
            let [words] = &row.cost[..] else {
                panic!("{:?}", row.cost);
            };
            assert_eq!(read_aloud(words), amounts, "{words}");
            (answers.collect(), amounts)
        })
        .collect()
}

/// The amounts that a text says: those before a colon, where parts follow, else all.
fn read_aloud(text: &str) -> Sum {
    if text.starts_with("Gratis") || text.ends_with(": Gratis") {
        return Sum::from([(String::new(), 0)]);
    }
    // The label of a single row stands before the colon.
    let total = match text.split_once(": ") {
        Some((label, amount)) if !label.contains("Rp") => amount,
        Some((total, _)) => total,
        None => text,
    };
    let amounts = total.split("Rp").skip(1).map(|rest| {
        let end = rest.find(|c: char| c != '.' && !c.is_ascii_digit());
        let (digits, rest) = rest.split_at(end.unwrap_or(rest.len()));
        let unit = rest.strip_prefix(" per ").unwrap_or_default();
        let unit = unit.split([' ', ',']).next().unwrap_or_default();
        let rupiah = digits.replace('.', "").parse().expect("digits");
        (unit.to_owned(), rupiah)
    });
    amounts.collect()
}

/// The page of a service, with the words of each sum.
struct Page {
    html: String,
    sums: BTreeMap<String, String>,
    whole: String,
}

impl Page {
    fn of(yaml: &str) -> Self {
        let built = Site::new().with(SERVICE, yaml).build();
        let page = built.page(PAGE);
        let html = Html::parse_document(page);
        let every = Selector::parse("[data-sum]").expect("a selector");
        let sums = html.select(&every).map(|one| {
            let number = one.attr("data-sum").expect("a number").to_owned();
            (number, one.text().collect::<String>())
        });
        Self {
            sums: sums.collect(),
            whole: texts(page, ".summary .cost dd").remove(0),
            html: page.to_owned(),
        }
    }

    /// What the page says to these answers; `None` while it says the range.
    fn said(&self, answers: &[usize]) -> Option<Sum> {
        if self.sums.is_empty() {
            return Some(read_aloud(&self.whole));
        }
        let rules = Rules::of(&self.html);
        let asked = questions(&self.html).into_iter().zip(answers);
        let given = asked.map(|((id, mut values), place)| (id, values.swap_remove(*place)));
        let given: Given = given.collect();
        let told =
            |number: &&String| rules.tell("", &format!("--s:hidden;--s{number}:visible"), &given);
        let made: Vec<&String> = self.sums.keys().filter(told).collect();
        assert!(made.len() < 2, "two sums at once");
        Some(read_aloud(&self.sums[*made.first()?]))
    }
}

/// Services that the program accepts; what it refuses is drawn again: a condition that always or never holds, somebody
/// without a row.
fn drawn() -> &'static [(Tariff, String)] {
    static DRAWN: LazyLock<Vec<(Tariff, String)>> = LazyLock::new(draw);
    &DRAWN
}

fn draw() -> Vec<(Tariff, String)> {
    let mut random = Random(SEED);
    let mut taken = Vec::new();
    for _ in 0..2_000 {
        if taken.len() == SERVICES {
            return taken;
        }
        let tariff = Tariff::draw(&mut random);
        let yaml = tariff.yaml();
        let (report, _) = Site::new().with(SERVICE, yaml.as_str()).check();
        let errors = report.findings.iter();
        let errors = errors.filter(|found| found.severity == Severity::Error);
        let errors: BTreeSet<Code> = errors.map(|found| found.code).collect();
        let why = BTreeSet::from([Code::K0325, Code::K0326, Code::K0327]);
        assert!(errors.is_subset(&why), "{errors:?}\n{yaml}");
        if errors.is_empty() {
            taken.push((tariff, yaml));
        }
    }
    panic!("the program refuses nearly everything");
}

/// Where somebody says another sum than `sum` does.
fn differences(tariff: &Tariff, yaml: &str, sum: &dyn Fn(&[usize]) -> Sum) -> Vec<String> {
    let mut found = Vec::new();
    let failed = failing(&tariff.with_tests(sum));
    if failed > 0 {
        found.push(format!("{failed} tests of staff fail"));
    }
    let (table, page) = (tabled(yaml), Page::of(yaml));
    for answers in complete() {
        let wanted = sum(&answers);
        let admitted = tariff.admits(&answers);
        if admitted && table.get(&answers) != Some(&wanted) {
            found.push(format!(
                "table {answers:?}: {:?}, not {wanted:?}",
                table.get(&answers)
            ));
        }
        let said = page.said(&answers);
        // Those who are turned away are told a sum only where it is theirs.
        let silent = !admitted && (said.is_none() || page.sums.is_empty());
        if !silent && said.as_ref() != Some(&wanted) {
            found.push(format!("page {answers:?}: {said:?}, not {wanted:?}"));
        }
    }
    found
}

#[test]
fn everybody_says_the_sum_of_the_rows_that_hold() {
    let taken = drawn();
    let (mut decided, mut overlapping) = (0, 0);
    for (tariff, yaml) in taken {
        let found = differences(tariff, yaml, &|answers| tariff.sum(answers));
        assert!(found.is_empty(), "{found:#?}\n{yaml}");
        decided += usize::from(Page::of(yaml).sums.len() > 2);
        let holding = |answers: &Vec<usize>| {
            let rows = tariff.rows.iter().filter_map(|row| row.when.as_ref());
            rows.filter(|when| when.holds(answers)).count()
        };
        overlapping += usize::from(complete().iter().any(|answers| holding(answers) > 1));
    }
    // What is drawn has all that matters.
    assert!(decided > 10 && overlapping > 10, "{decided} {overlapping}");
    for word in ["per: m²", "label:", "syarat_tersirat:"] {
        assert!(taken.iter().any(|(_, yaml)| yaml.contains(word)), "{word}");
    }
}

/// A wrong sum is noticed by each of the three: one rupiah too many, or only the largest row of those that hold.
#[test]
fn a_planted_sum_is_noticed() {
    let taken = drawn();
    for (tariff, yaml) in taken.iter().take(12) {
        let more = |answers: &[usize]| {
            let mut sum = tariff.sum(answers);
            *sum.values_mut().next().unwrap() += 1;
            sum
        };
        let found = differences(tariff, yaml, &more);
        for who in ["tests of staff", "table", "page"] {
            assert!(found.iter().any(|one| one.contains(who)), "{who}\n{yaml}");
        }
    }
    let noticed = taken.iter().filter(|(tariff, yaml)| {
        let largest = |answers: &[usize]| {
            let holds = |row: &&Row| row.when.as_ref().is_none_or(|when| when.holds(answers));
            let rows = tariff.rows.iter().filter(holds);
            let row = rows.max_by_key(|row| row.amount);
            let paid = row.filter(|row| row.amount > 0);
            let (unit, amount) = paid.map_or(("", 0), |row| (row.unit, row.amount));
            Sum::from([(unit.to_owned(), amount)])
        };
        !differences(tariff, yaml, &largest).is_empty()
    });
    assert!(noticed.count() > SERVICES / 2);
}
