//! Services drawn from a seed: written as an author writes them, and judged by what was drawn, not by what was read.
//!
//! Nothing here asks the program what a condition means. So the browser, shown the built pages, answers for the whole
//! way: file, parser, checker, compiler, styles, script.

mod translated;

use std::collections::BTreeSet;

use maklumat::rule::compile::Kind;

use super::Judge;
use super::truths::{Truths, digits};

/// A small generator of numbers; the same seed gives the same services everywhere.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from((self.next() >> 11) % end as u64).unwrap_or_default()
    }

    /// True once in so many times.
    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// A number from one to another.
    pub fn integer(&mut self, from: i64, to: i64) -> i64 {
        let size = usize::try_from(to - from + 1).unwrap_or(1);
        from + i64::try_from(self.below(size)).unwrap_or_default()
    }

    fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

/// How a question is answered.
enum Answers {
    YesNo,
    /// So many options: `pilihan_0`, `pilihan_1` …
    Choices(usize),
    /// From, to, in units of the last of so many decimals.
    Number(i64, i64, u8),
}

/// A condition as it was drawn. An answer is the place of an option (yes is 0), or a number.
enum Drawn {
    Yes(usize),
    OneOf(usize, Vec<i64>),
    Not(Box<Drawn>),
    Number(usize, &'static str, i64),
    Fact(usize),
    All(Vec<Drawn>),
    Any(Vec<Drawn>),
}

/// A part of the list of requirements.
struct Item {
    when: Option<Drawn>,
    must: Option<(Drawn, Kind)>,
    parts: Vec<Item>,
    what: What,
}

/// What an item without parts that demands nothing is.
#[derive(Clone, Copy, PartialEq)]
enum What {
    Paper,
    Form,
    /// Either of two papers.
    Either,
    Payment,
    Attendance,
    PriorAction,
}

/// Where papers are got, by the sum of the digits of their numbers: empty where nothing is said of it. Two are one.
const PLACES: [&str; 4] = ["", "Kelurahan", "Kantor polisi", "KELURAHAN"];

/// Who issues the papers of the list of documents.
pub const ISSUER: &str = "kelurahan";

impl What {
    fn is_brought(self) -> bool {
        matches!(self, Self::Paper | Self::Form | Self::Either)
    }
}

/// A service as it was drawn.
pub struct Service {
    questions: Vec<Answers>,
    facts: Vec<Drawn>,
    requirements: Vec<Item>,
    steps: Vec<Option<Drawn>>,
    /// A condition: the one price where it holds, the other where it does not.
    cost: Option<Drawn>,
    eligibility: Vec<(Drawn, Kind)>,
    unsettled: Vec<Drawn>,
    channels: Vec<Option<Drawn>>,
    offices: Vec<Option<Drawn>>,
    indonesian: bool,
}

impl Service {
    pub fn draw(random: &mut Random) -> Self {
        let mut service = Self {
            questions: Vec::new(),
            facts: Vec::new(),
            requirements: Vec::new(),
            steps: Vec::new(),
            cost: None,
            eligibility: Vec::new(),
            unsettled: Vec::new(),
            channels: Vec::new(),
            offices: Vec::new(),
            indonesian: random.once_in(2),
        };
        for _ in 0..3 + random.below(4) {
            let answers = match random.below(4) {
                0 => Answers::Number(0, random.integer(9, 420), random.pick(&[0, 1, 2])),
                1 => Answers::YesNo,
                _ => Answers::Choices(2 + random.below(3)),
            };
            service.questions.push(answers);
        }
        for _ in 0..random.below(3) {
            let atoms = 2 + random.below(2);
            let fact = service.condition(random, atoms);
            service.facts.push(fact);
        }
        for _ in 0..3 + random.below(4) {
            let item = service.item(random, 1);
            service.requirements.push(item);
        }
        for _ in 0..2 {
            let when = random.once_in(2).then(|| service.small(random));
            service.steps.push(when);
        }
        service.cost = random.once_in(2).then(|| service.small(random));
        for _ in 0..random.below(3) {
            let must = service.small(random);
            service.eligibility.push((must, random.pick(&Kind::ALL)));
        }
        for _ in 0..random.below(3) {
            let when = service.small(random);
            service.unsettled.push(when);
        }
        for _ in 0..random.below(3) {
            let when = random.once_in(2).then(|| service.small(random));
            service.channels.push(when);
        }
        for _ in 0..random.below(3) {
            let when = random.once_in(2).then(|| service.small(random));
            service.offices.push(when);
        }
        service
    }

    fn item(&self, random: &mut Random, level: usize) -> Item {
        let mut item = Item {
            when: None,
            must: None,
            parts: Vec::new(),
            what: random.pick(&[
                What::Paper,
                What::Paper,
                What::Form,
                What::Either,
                What::Payment,
                What::Attendance,
                What::PriorAction,
            ]),
        };
        match random.below(if level == 1 { 10 } else { 7 }) {
            0 => {}
            1..=4 => item.when = Some(self.small(random)),
            5 | 6 => {
                item.must = Some((self.small(random), random.pick(&Kind::ALL)));
            }
            _ => {
                item.when = Some(self.small(random));
                item.parts = (0..2).map(|_| self.item(random, level + 1)).collect();
            }
        }
        item
    }

    fn small(&self, random: &mut Random) -> Drawn {
        let atoms = 1 + random.below(4);
        self.condition(random, atoms)
    }

    fn condition(&self, random: &mut Random, atoms: usize) -> Drawn {
        if atoms == 1 {
            let atom = self.atom(random);
            return if random.once_in(5) {
                Drawn::Not(Box::new(atom))
            } else {
                atom
            };
        }
        let left = 1 + random.below(atoms - 1);
        let parts = vec![
            self.condition(random, left),
            self.condition(random, atoms - left),
        ];
        let group = if random.once_in(2) {
            Drawn::All(parts)
        } else {
            Drawn::Any(parts)
        };
        if random.once_in(8) {
            Drawn::Not(Box::new(group))
        } else {
            group
        }
    }

    fn atom(&self, random: &mut Random) -> Drawn {
        if !self.facts.is_empty() && random.once_in(6) {
            return Drawn::Fact(random.below(self.facts.len()));
        }
        let question = random.below(self.questions.len());
        match self.questions[question] {
            Answers::YesNo => Drawn::Yes(question),
            Answers::Choices(count) => {
                let size = 1 + random.below(count.min(2));
                let chosen: BTreeSet<i64> = (0..size)
                    .map(|_| i64::try_from(random.below(count)).unwrap_or_default())
                    .collect();
                Drawn::OneOf(question, chosen.into_iter().collect())
            }
            Answers::Number(min, max, _) => {
                let sign = random.pick(&["=", "<", "<=", ">", ">="]);
                Drawn::Number(question, sign, random.integer(min + 1, max - 1))
            }
        }
    }
}

/// What a drawn condition means.
impl Service {
    fn holds(&self, drawn: &Drawn, answers: &[i64]) -> bool {
        match drawn {
            Drawn::Yes(question) => answers[*question] == 0,
            Drawn::OneOf(question, chosen) => chosen.contains(&answers[*question]),
            Drawn::Not(part) => !self.holds(part, answers),
            Drawn::Fact(fact) => self.holds(&self.facts[*fact], answers),
            Drawn::All(parts) => parts.iter().all(|part| self.holds(part, answers)),
            Drawn::Any(parts) => parts.iter().any(|part| self.holds(part, answers)),
            Drawn::Number(question, sign, constant) => {
                let number = answers[*question];
                match *sign {
                    "=" => number == *constant,
                    "<" => number < *constant,
                    "<=" => number <= *constant,
                    ">" => number > *constant,
                    _ => number >= *constant,
                }
            }
        }
    }

    /// Where the numbers that a condition compares part: the first of each new band.
    fn cuts(&self, drawn: &Drawn, question: usize, into: &mut BTreeSet<i64>) {
        match drawn {
            Drawn::Number(own, sign, constant) if *own == question => match *sign {
                "=" => into.extend([*constant, constant + 1]),
                "<" | ">=" => into.extend([*constant]),
                _ => into.extend([constant + 1]),
            },
            Drawn::Not(part) => self.cuts(part, question, into),
            Drawn::Fact(fact) => self.cuts(&self.facts[*fact], question, into),
            Drawn::All(parts) | Drawn::Any(parts) => {
                parts
                    .iter()
                    .for_each(|part| self.cuts(part, question, into));
            }
            _ => {}
        }
    }

    /// The places on the page of what one brings, in the order of the file.
    pub fn papers(&self) -> Vec<String> {
        let brought = self.brought().into_iter();
        brought.map(|(path, _)| path).collect()
    }

    /// The same by where one gets it, as a judge knows it.
    fn places(&self) -> Vec<(String, Vec<String>)> {
        let mut places: Vec<(String, Vec<String>)> = Vec::new();
        for (path, what) in self.brought() {
            let group = path.match_indices('.').nth(1).map(|(at, _)| &path[..at]);
            let place = match (obtained(&path), what) {
                _ if group.is_some() => group.unwrap_or_default().to_owned(),
                ("", What::Either) => ISSUER.to_owned(),
                (said, _) => said.to_lowercase(),
            };
            match places.iter_mut().find(|(known, _)| *known == place) {
                Some((_, papers)) => papers.push(path),
                None => places.push((place, vec![path])),
            }
        }
        // What has no known place is told last.
        places.sort_by_key(|(place, _)| place.is_empty());
        places
    }

    /// What one brings, by the place on the page.
    fn brought(&self) -> Vec<(String, What)> {
        fn add(item: &Item, path: String, papers: &mut Vec<(String, What)>) {
            for (index, part) in item.parts.iter().enumerate() {
                add(part, format!("{path}.{}", index + 1), papers);
            }
            if item.parts.is_empty() && item.must.is_none() && item.what.is_brought() {
                papers.push((path, item.what));
            }
        }
        let mut papers = Vec::new();
        for (index, item) in self.requirements.iter().enumerate() {
            add(item, format!("requirements.{}", index + 1), &mut papers);
        }
        papers
    }

    /// What every page of the service must show, from what was drawn alone.
    pub fn judge(&self) -> Judge {
        let mut rules = Gathered::default();
        for (index, item) in self.requirements.iter().enumerate() {
            rules.item(item, format!("requirements.{}", index + 1), &[]);
        }
        for (must, kind, number) in numbered(&self.eligibility) {
            let path = format!("eligibility.{number}");
            rules.criteria.push((path, *kind, Vec::new(), must));
        }
        for (index, when) in self.steps.iter().enumerate() {
            if let Some(when) = when {
                let path = format!("procedure.{}", index + 1);
                rules.items.push((path, vec![when], true));
            }
        }
        if let Some(when) = &self.cost {
            rules.items.push(("cost.1".into(), vec![when], true));
            rules.items.push(("cost.2".into(), vec![when], false));
        }
        let ways = [("channels", &self.channels), ("offered_at", &self.offices)];
        for (list, ways) in ways {
            let numbered = ways.iter().zip(1..);
            let limited = numbered.filter_map(|(when, number): (_, usize)| {
                Some((format!("{list}.{number}"), vec![when.as_ref()?], true))
            });
            rules.items.extend(limited);
        }
        let mut values: Vec<Vec<i64>> = Vec::new();
        for (index, answers) in self.questions.iter().enumerate() {
            values.push(match answers {
                Answers::YesNo => vec![0, 1],
                Answers::Choices(count) => (0..).take(*count).collect(),
                Answers::Number(min, max, _) => {
                    let mut cuts = BTreeSet::from([*min]);
                    for drawn in rules.each().chain(&self.unsettled) {
                        self.cuts(drawn, index, &mut cuts);
                    }
                    cuts.into_iter().filter(|cut| cut <= max).collect()
                }
            });
        }
        let sizes: Vec<usize> = values.iter().map(Vec::len).collect();
        let rows = (0..sizes.iter().product()).map(|number| {
            let places = digits(number, &sizes);
            let places = places.iter().zip(&values);
            let answers: Vec<i64> = places.map(|(at, all)| all[usize::from(*at)]).collect();
            let holds = |drawn: &Drawn| self.holds(drawn, &answers);
            let items = rules.items.iter();
            let items = items.map(|(_, all, wanted)| all.iter().all(|part| holds(part)) == *wanted);
            let criteria = rules.criteria.iter();
            let criteria = criteria
                .map(|(_, _, when, must)| !when.iter().all(|part| holds(part)) || holds(must));
            let silent = self.unsettled.iter().map(holds);
            let whom = rules
                .of_some()
                .map(|(_, when)| when.iter().all(|part| holds(part)));
            items.chain(criteria).chain(silent).chain(whom).collect()
        });
        let rows = rows.collect();
        let costs = (0..sizes.iter().product()).map(|number| {
            let Some(when) = &self.cost else {
                return String::new();
            };
            let places = digits(number, &sizes);
            let places = places.iter().zip(&values);
            let answers: Vec<i64> = places.map(|(at, all)| all[usize::from(*at)]).collect();
            ["5000", "0"][usize::from(self.holds(when, &answers))].to_owned()
        });
        Judge {
            costs: costs.collect(),
            places: self.places(),
            names: (0..sizes.len()).map(|at| format!("tanya_{at}")).collect(),
            truths: Truths {
                sizes,
                items: rules.items.len(),
                criteria: rules.criteria.iter().map(|(_, kind, ..)| *kind).collect(),
                silences: self.unsettled.len(),
                rows,
            },
            values: values
                .iter()
                .zip(&self.questions)
                .map(|(values, answers)| {
                    values
                        .iter()
                        .map(|value| written(answers, *value))
                        .collect()
                })
                .collect(),
            items: rules.items.iter().map(|(path, ..)| path.clone()).collect(),
            criteria: rules
                .criteria
                .iter()
                .map(|(path, ..)| path.clone())
                .collect(),
            of_some: rules.of_some().map(|(path, _)| path.clone()).collect(),
        }
    }
}

/// Where the paper of that number is got.
fn obtained(number: &str) -> &'static str {
    let digits = number.chars().filter_map(|c| c.to_digit(10));
    let sum = usize::try_from(digits.sum::<u32>()).unwrap_or_default();
    PLACES[sum % PLACES.len()]
}

/// The conditions by the paths of the page.
#[derive(Default)]
struct Gathered<'a> {
    /// All of these hold, or not.
    items: Vec<(String, Vec<&'a Drawn>, bool)>,
    /// Where all of these hold, that one must.
    criteria: Vec<(String, Kind, Vec<&'a Drawn>, &'a Drawn)>,
}

impl<'a> Gathered<'a> {
    fn item(&mut self, item: &'a Item, path: String, outer: &[&'a Drawn]) {
        let when: Vec<&Drawn> = outer.iter().copied().chain(&item.when).collect();
        if let Some((must, kind)) = &item.must {
            self.criteria
                .push((path.clone(), *kind, when.clone(), must));
        } else if !when.is_empty() {
            self.items.push((path.clone(), when.clone(), true));
        }
        for (index, part) in item.parts.iter().enumerate() {
            self.item(part, format!("{path}.{}", index + 1), &when);
        }
    }

    /// The criteria that bind some people only, and whom.
    fn of_some(&self) -> impl Iterator<Item = (&String, &Vec<&'a Drawn>)> {
        let criteria = self
            .criteria
            .iter()
            .filter(|(_, _, when, _)| !when.is_empty());
        criteria.map(|(path, _, when, _)| (path, when))
    }

    fn each(&self) -> impl Iterator<Item = &'a Drawn> + '_ {
        let items = self
            .items
            .iter()
            .flat_map(|(_, all, _)| all.iter().copied());
        let criteria = self.criteria.iter();
        items.chain(criteria.flat_map(|(_, _, when, must)| when.iter().copied().chain([*must])))
    }
}

fn numbered<T, U>(list: &[(T, U)]) -> impl Iterator<Item = (&T, &U, usize)> {
    list.iter()
        .enumerate()
        .map(|(index, (one, other))| (one, other, index + 1))
}

/// An option as a condition names it: by its id or, every other one, by its label.
fn named(question: usize, at: i64) -> String {
    if (question + usize::try_from(at).unwrap_or_default()).is_multiple_of(2) {
        format!("pilihan_{at}")
    } else {
        format!("Jawaban_{at}")
    }
}

/// A number in units of the last of so many decimals, as a person writes it.
fn typed(number: i64, decimals: u8, mark: char) -> String {
    let scale = 10_i64.pow(decimals.into());
    let (whole, part) = (number / scale, number % scale);
    let part = format!("{part:0width$}", width = usize::from(decimals));
    match part.trim_end_matches('0') {
        "" => whole.to_string(),
        part => format!("{whole}{mark}{part}"),
    }
}

/// An answer as the page and the rules write it.
fn written(answers: &Answers, value: i64) -> String {
    match answers {
        Answers::YesNo => ["ya", "tidak"][usize::from(value != 0)].to_owned(),
        Answers::Choices(_) => format!("pilihan_{value}"),
        Answers::Number(_, _, decimals) => typed(value, *decimals, '.'),
    }
}

/// How an author writes it, in one language or the other, with signs or with words, as a sentence or as a mapping.
impl Service {
    pub fn yaml(&self, title: &str, random: &mut Random) -> String {
        let mut page = Page {
            text: String::new(),
            service: self,
            random,
        };
        page.whole(title);
        page.text
    }
}

struct Page<'a> {
    text: String,
    service: &'a Service,
    random: &'a mut Random,
}

impl Page<'_> {
    fn whole(&mut self, title: &str) {
        self.line(0, &format!("{}: {title}", self.key("title", "judul")));
        self.line(0, &format!("{}:", self.key("questions", "pertanyaan")));
        for (at, answers) in self.service.questions.iter().enumerate() {
            self.line(1, &format!("- id: tanya_{at}"));
            self.line(
                2,
                &format!(
                    "{}: Bagaimana jawaban Anda yang ke-{at}?",
                    self.key("ask", "tanya")
                ),
            );
            self.answers(answers);
        }
        if !self.service.facts.is_empty() {
            self.line(0, &format!("{}:", self.key("facts", "keadaan")));
        }
        for (at, fact) in self.service.facts.iter().enumerate() {
            self.condition(1, &format!("fakta_{at}"), fact);
        }
        self.line(0, &format!("{}:", self.key("requirements", "persyaratan")));
        for (at, item) in self.service.requirements.iter().enumerate() {
            self.item(1, &format!("{}", at + 1), item);
        }
        self.line(0, &format!("{}:", self.key("procedure", "prosedur")));
        for (at, when) in self.service.steps.iter().enumerate() {
            self.line(1, &format!("- id: langkah_{at}"));
            self.line(
                2,
                &format!("{}: Langkah ke-{at}", self.key("text", "bunyi")),
            );
            self.when(2, when.as_ref());
        }
        if let Some(when) = &self.service.cost {
            self.line(0, &format!("{}:", self.key("cost", "biaya")));
            self.line(1, "- id: gratis");
            self.line(2, &format!("{}: 0", self.key("amount", "rupiah")));
            self.line(
                2,
                &format!("{}: Tidak dipungut biaya", self.key("text", "bunyi")),
            );
            self.when(2, Some(when));
            self.line(1, &format!("- {}: 5000", self.key("amount", "rupiah")));
            self.line(2, &format!("{}: Rp5.000", self.key("text", "bunyi")));
            let sentence = self.sentence(when, false);
            self.line(
                2,
                &format!("{}: not ({sentence})", self.key("when", "jika")),
            );
        }
        self.criteria();
        self.ways();
    }

    /// How and where the service is used.
    fn ways(&mut self) {
        let Service {
            channels, offices, ..
        } = self.service;
        if !channels.is_empty() {
            self.line(0, &format!("{}:", self.key("channels", "saluran")));
        }
        for when in channels {
            let kind = self.key("type: counter", "jenis: loket");
            self.line(1, &format!("- {kind}"));
            self.when(2, when.as_ref());
        }
        if !offices.is_empty() {
            self.line(0, &format!("{}:", self.key("offered_at", "tersedia_di")));
        }
        for when in offices {
            let key = self.key("agency", "instansi");
            match when {
                Some(_) => self.line(1, &format!("- {key}: dinas-contoh")),
                None => self.line(1, "- dinas-contoh"),
            }
            self.when(2, when.as_ref());
        }
    }

    fn criteria(&mut self) {
        if !self.service.eligibility.is_empty() {
            self.line(
                0,
                &format!("{}:", self.key("eligibility", "syarat_tersirat")),
            );
        }
        for (at, (must, kind)) in self.service.eligibility.iter().enumerate() {
            self.line(1, &format!("- id: tersirat_{at}"));
            self.line(
                2,
                &format!("{}: Syarat tersirat ke-{at}", self.key("text", "bunyi")),
            );
            self.condition(2, self.key("must", "harus"), must);
            self.otherwise(2, *kind);
        }
        if !self.service.unsettled.is_empty() {
            self.line(0, &format!("{}:", self.key("unsettled", "belum_diatur")));
        }
        for (at, when) in self.service.unsettled.iter().enumerate() {
            self.line(1, &format!("- id: terbuka_{at}"));
            self.line(
                2,
                &format!("{}: Belum diatur ke-{at}", self.key("say", "pesan")),
            );
            self.condition(2, self.key("when", "jika"), when);
        }
    }

    fn key(&self, english: &'static str, indonesian: &'static str) -> &'static str {
        if self.service.indonesian {
            indonesian
        } else {
            english
        }
    }

    fn line(&mut self, level: usize, text: &str) {
        self.text += &format!("{}{text}\n", "  ".repeat(level));
    }

    fn answers(&mut self, answers: &Answers) {
        match answers {
            Answers::YesNo => self.line(2, &format!("{}: true", self.key("yes_no", "ya_tidak"))),
            Answers::Choices(count) => {
                self.line(2, &format!("{}:", self.key("choices", "pilihan")));
                for at in 0..*count {
                    self.line(3, &format!("pilihan_{at}: Jawaban_{at}"));
                }
            }
            Answers::Number(min, max, decimals) => {
                self.line(2, &format!("{}:", self.key("number", "angka")));
                self.line(3, &format!("min: {min}"));
                let max = typed(*max, *decimals, self.random.pick(&[',', '.']));
                self.line(3, &format!("{}: {max}", self.key("max", "maks")));
                if *decimals > 0 {
                    let key = self.key("decimals", "desimal");
                    self.line(3, &format!("{key}: {decimals}"));
                }
            }
        }
    }

    fn item(&mut self, level: usize, number: &str, item: &Item) {
        self.line(level, &format!("- id: butir_{}", number.replace('.', "_")));
        let text = self.key("text", "bunyi");
        self.line(level + 1, &format!("{text}: Syarat {number}"));
        if item.parts.is_empty() && item.must.is_none() {
            self.what(level + 1, item.what);
            let place = obtained(number);
            if item.what.is_brought() && !place.is_empty() {
                let key = self.key("obtain_from", "diperoleh_dari");
                self.line(level + 1, &format!("{key}: {place}"));
            }
        }
        self.when(level + 1, item.when.as_ref());
        if let Some((must, kind)) = &item.must {
            self.condition(level + 1, self.key("must", "harus"), must);
            self.otherwise(level + 1, *kind);
        }
        if !item.parts.is_empty() {
            self.line(level + 1, &format!("{}:", self.key("items", "rincian")));
        }
        for (at, part) in item.parts.iter().enumerate() {
            self.item(level + 2, &format!("{number}.{}", at + 1), part);
        }
    }

    fn what(&mut self, level: usize, what: What) {
        let kind = match what {
            What::Paper => return,
            What::Either => {
                self.line(level, &format!("{}:", self.key("any_of", "salah_satu")));
                self.line(level + 1, "- kartu-keluarga");
                self.line(level + 1, "- ktp-el");
                return;
            }
            What::Form => self.key("form", "formulir"),
            What::Payment => self.key("payment", "pembayaran"),
            What::Attendance => self.key("attendance", "hadir"),
            What::PriorAction => self.key("prior_action", "tindakan_awal"),
        };
        self.line(level, &format!("{}: {kind}", self.key("type", "jenis")));
    }

    fn otherwise(&mut self, level: usize, kind: Kind) {
        let word = match kind {
            Kind::NotEligible => self.key("not_eligible", "tidak_memenuhi"),
            Kind::NotNeeded => self.key("not_needed", "tidak_perlu"),
            Kind::DoFirst => self.key("do_first", "lakukan_dulu"),
        };
        if kind == Kind::NotEligible && self.random.once_in(2) {
            self.line(
                level,
                &format!(
                    "{}: Ini belum terpenuhi.",
                    self.key("otherwise", "jika_tidak")
                ),
            );
            return;
        }
        self.line(level, &format!("{}:", self.key("otherwise", "jika_tidak")));
        self.line(level + 1, &format!("{}: {word}", self.key("kind", "jenis")));
        self.line(
            level + 1,
            &format!("{}: Ini belum terpenuhi.", self.key("say", "pesan")),
        );
    }

    fn when(&mut self, level: usize, when: Option<&Drawn>) {
        if let Some(when) = when {
            self.condition(level, self.key("when", "jika"), when);
        }
    }

    /// A condition under its key: a mapping where it can be one and chance says so, else a sentence.
    fn condition(&mut self, level: usize, key: &str, drawn: &Drawn) {
        if let Some(pairs) = self.mapping(drawn).filter(|_| self.random.once_in(2)) {
            self.line(level, &format!("{key}:"));
            for (name, answers) in pairs {
                match &answers[..] {
                    [only] => self.line(level + 1, &format!("{name}: {only}")),
                    _ => {
                        self.line(level + 1, &format!("{name}:"));
                        answers
                            .iter()
                            .for_each(|one| self.line(level + 2, &format!("- {one}")));
                    }
                }
            }
            return;
        }
        let sentence = self.sentence(drawn, false);
        let quote = self.random.pick(&["", "\"", "'"]);
        self.line(level, &format!("{key}: {quote}{sentence}{quote}"));
    }

    /// A number of a question as its rules write it.
    fn constant(&self, question: usize, constant: i64, mark: char) -> String {
        match self.service.questions[question] {
            Answers::Number(_, _, decimals) => typed(constant, decimals, mark),
            _ => constant.to_string(),
        }
    }

    /// Questions and their answers, if the condition says nothing else.
    fn mapping(&self, drawn: &Drawn) -> Option<Vec<(String, Vec<String>)>> {
        let one = |question: usize, values: Vec<String>| {
            Some(vec![(format!("tanya_{question}"), values)])
        };
        match drawn {
            Drawn::Yes(question) => one(*question, vec!["ya".into()]),
            Drawn::OneOf(question, chosen) => one(
                *question,
                chosen.iter().map(|at| named(*question, *at)).collect(),
            ),
            Drawn::Number(question, sign, constant) => {
                let constant = self.constant(*question, *constant, ',');
                one(*question, vec![format!("\"{sign} {constant}\"")])
            }
            Drawn::All(parts) => {
                let mut all: Vec<(String, Vec<String>)> = Vec::new();
                for part in parts {
                    for pair in self.mapping(part)? {
                        if all.iter().any(|(name, _)| *name == pair.0) {
                            return None;
                        }
                        all.push(pair);
                    }
                }
                Some(all)
            }
            _ => None,
        }
    }

    fn sentence(&mut self, drawn: &Drawn, inside: bool) -> String {
        match drawn {
            Drawn::Yes(question) => {
                let is = if self.random.once_in(3) { " = ya" } else { "" };
                format!("tanya_{question}{is}")
            }
            Drawn::Fact(fact) => format!("fakta_{fact}"),
            Drawn::Not(part) => {
                let not = self.random.pick(&["not", "tidak", "bukan"]);
                format!("{not} ({})", self.sentence(part, false))
            }
            Drawn::OneOf(question, chosen) => self.one_of(*question, chosen),
            Drawn::Number(question, sign, constant) => {
                let word = match *sign {
                    "=" => "adalah",
                    "<" => "di bawah",
                    "<=" => "paling banyak",
                    ">" => "di atas",
                    _ => "paling sedikit",
                };
                let sign = self.random.pick(&[*sign, word]);
                let mark = self.random.pick(&[',', '.']);
                let constant = self.constant(*question, *constant, mark);
                format!("tanya_{question} {sign} {constant}")
            }
            Drawn::All(parts) => self.group(parts, &["and", "dan"], inside),
            Drawn::Any(parts) => self.group(parts, &["or", "atau"], inside),
        }
    }

    fn one_of(&mut self, question: usize, chosen: &[i64]) -> String {
        let Answers::Choices(count) = self.service.questions[question] else {
            return String::new();
        };
        let all = 0..i64::try_from(count).unwrap_or_default();
        let others: Vec<i64> = all.filter(|at| !chosen.contains(at)).collect();
        let name = |at: &i64| named(question, *at);
        let list = |of: &[i64]| of.iter().map(name).collect::<Vec<_>>().join(", ");
        match (chosen, &others[..], self.random.below(3)) {
            ([only], _, 1 | 2) => {
                let is = self.random.pick(&["=", "adalah"]);
                format!("tanya_{question} {is} {}", name(only))
            }
            (_, [other], 2) => {
                let is = self.random.pick(&["!=", "bukan"]);
                format!("tanya_{question} {is} {}", name(other))
            }
            _ => {
                let within = self.random.pick(&["in", "salah satu dari"]);
                format!("tanya_{question} {within} [{}]", list(chosen))
            }
        }
    }

    fn group(&mut self, parts: &[Drawn], words: &[&'static str], inside: bool) -> String {
        let word = self.random.pick(words);
        let parts: Vec<String> = parts.iter().map(|part| self.sentence(part, true)).collect();
        let group = parts.join(&format!(" {word} "));
        if inside { format!("({group})") } else { group }
    }
}
