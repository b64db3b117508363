//! What a service's page must show for some answers, by trying every way to answer the rest; the browser's judge.
//!
//! It reads the conditions as they are checked, and knows nothing of terms, diagrams or styles. `ORACLE=FILE` writes
//! what it finds for the sites in `SITES` (the list that tests/run makes), for tests/browser/checklist.test.js.
//! `RANDOM_SITE=FOLDER` writes a site of twenty services drawn from a seed, whose judge knows only what was drawn.

mod languages;
mod papers;
pub mod places;
mod published;
pub mod random;
pub mod truths;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use maklumat::diagnostic::{Code, Severity, Sink};
use maklumat::resolve::names::Names;
use maklumat::resolve::service::{List, Service, Written};
use maklumat::rule::check::Rule;
use maklumat::rule::compile::{State, Verdict};
use maklumat::rule::domain::{Domain, Domains};
use rayon::prelude::*;
use serde_json::{Map, Value, json};

use crate::site::Site;
use truths::{Shown, Truths, digits};

/// Cases a service is asked at most; beyond that they are drawn.
const MOST: usize = 2_000;

/// Services that are drawn, and where the drawing begins.
const SERVICES: usize = 20;
const SEED: u64 = 0x6265_6e61_7220_7961;

/// A service, and the truth of its conditions under every complete set of answers.
#[derive(Debug, PartialEq)]
pub struct Judge {
    names: Vec<String>,
    values: Vec<Vec<String>>,
    items: Vec<String>,
    criteria: Vec<String>,
    /// The criteria of groups that concern some people only.
    of_some: Vec<String>,
    /// What each complete set costs: `60000`, with a plus between different units; empty where nothing is said of it.
    costs: Vec<String>,
    /// Where papers are got, in small letters, with the papers; empty for what the reader has. Those of a group of the
    /// standard stand together under its path.
    places: Vec<(String, Vec<String>)>,
    truths: Truths,
}

impl Judge {
    fn of(service: &Service<'_>) -> Option<Self> {
        let mut sink = Sink::default();
        let (questions, gathered) = (&service.questions, &service.rules);
        if questions.list.is_empty() {
            return None;
        }
        let domains = Domains::of(questions, gathered.each(), &mut sink)?;
        let sizes: Vec<usize> = domains.list.iter().map(Domain::size).collect();
        let concerned = gathered.concerned.iter();
        let whom = concerned.clone().map(|(_, rule)| rule);
        let conditions: Vec<&Rule> = gathered.each().chain(whom).collect();
        let count: usize = sizes.iter().product();
        let costs = (0..count).map(|number| {
            let complete = digits(number, &sizes);
            cost(service, |rule| domains.holds(rule, &complete))
        });
        let costs = costs.collect();
        let rows = (0..count).map(|number| {
            let complete = digits(number, &sizes);
            let holds = |rule: &&Rule| domains.holds(rule, &complete);
            conditions.iter().map(holds).collect()
        });
        let rows = rows.collect();
        let questions = questions.list.iter();
        let path = |key: usize| service.items[key].path.clone();
        Some(Self {
            names: questions.clone().map(|one| one.id.clone()).collect(),
            values: questions
                .zip(&domains.list)
                .map(|(question, domain)| domain.values(question))
                .collect(),
            items: gathered.items.iter().map(|(key, _)| path(*key)).collect(),
            criteria: gathered
                .criteria
                .iter()
                .map(|(key, ..)| path(*key))
                .collect(),
            of_some: concerned.map(|(key, _)| path(*key)).collect(),
            costs,
            places: places::places(service),
            truths: Truths {
                sizes,
                items: gathered.items.len(),
                criteria: gathered.criteria.iter().map(|(.., kind)| *kind).collect(),
                silences: gathered.unsettled.len(),
                rows,
            },
        })
    }

    /// What the page must show.
    fn shown(&self, answers: &[Option<u8>]) -> Value {
        let shown = self.truths.shown(answers);
        let said = |state: State, names: [&'static str; 3]| match state {
            State::Yes => names[0],
            State::Maybe => names[1],
            State::No => names[2],
        };
        let mut states = Map::new();
        for (path, state) in self.items.iter().zip(&shown.items) {
            let found = said(*state, ["needed", "maybe", "not_needed"]);
            states.insert(path.clone(), json!(found));
        }
        let of_nobody = self.of_some.iter().zip(&shown.unconcerned);
        let of_nobody = of_nobody.filter_map(|(path, nobody)| nobody.then_some(path));
        let of_nobody: BTreeSet<&String> = of_nobody.collect();
        let mut failed = Vec::new();
        for (path, state) in self.criteria.iter().zip(&shown.criteria) {
            let found = match of_nobody.contains(path) {
                true => "not_concerned",
                false => said(*state, ["met", "maybe", "failed"]),
            };
            states.insert(path.clone(), json!(found));
            failed.extend((found == "failed").then_some(path));
        }
        let notices = (1..).zip(&shown.notices).filter(|(_, shown)| **shown);
        let notices: Vec<String> = notices.map(|(at, _): (usize, _)| at.to_string()).collect();
        let hidden = self.names.iter().zip(&shown.irrelevant);
        let hidden: Vec<&String> = hidden
            .filter_map(|(name, idle)| idle.then_some(name))
            .collect();
        let last = matches!(shown.verdict, Verdict::NotEligible | Verdict::NotNeeded);
        json!({
            "states": states, "failed": failed, "verdict": shown.verdict.name(), "lists": !last,
            "notices": notices, "hidden": hidden, "groups": self.groups(&shown), "sum": self.sum(answers),
        })
    }

    /// The numbers of the places from which a paper is or may be needed.
    fn groups(&self, shown: &Shown) -> Vec<String> {
        let needless = |path: &String| {
            let at = self.items.iter().position(|item| item == path);
            at.is_some_and(|at| shown.items[at] == State::No)
        };
        let numbered = (1_usize..).zip(&self.places);
        let wanted = numbered.filter(|(_, (_, papers))| !papers.iter().all(needless));
        wanted.map(|(number, _)| number.to_string()).collect()
    }

    /// The sum that all completions share, if somebody pays it who is not turned away.
    fn sum(&self, answers: &[Option<u8>]) -> &str {
        let admitted = |complete: &usize| {
            let verdict = self.truths.verdict(*complete);
            !matches!(verdict, Verdict::NotEligible | Verdict::NotNeeded)
        };
        let told: BTreeSet<&String> = (0..self.costs.len())
            .filter(admitted)
            .map(|complete| &self.costs[complete])
            .collect();
        let completions = self.truths.completions(answers).into_iter();
        let asked: BTreeSet<&String> = completions.map(|one| &self.costs[one]).collect();
        match asked.first() {
            Some(only) if asked.len() == 1 && told.contains(*only) => only,
            _ => "",
        }
    }

    /// The open questions that change nothing, whatever the verdict is.
    fn idle(&self, answers: &[Option<u8>]) -> Vec<&String> {
        let open = (0..answers.len()).filter(|at| answers[*at].is_none());
        let idle = open.filter(|at| self.truths.idle(*at, answers));
        idle.map(|at| &self.names[at]).collect()
    }

    /// The answers, what they must show, and which questions hide where the verdict has to wait.
    fn cases(&self, most: usize) -> Vec<Value> {
        let count = self.truths.partial_count();
        let mut drawn = 0x9e37_79b9_7f4a_7c15_u64;
        let numbers = (0..count.min(most)).map(|at| {
            drawn = drawn
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let any = usize::try_from(drawn >> 33).unwrap_or_default();
            if count <= most { at } else { any % count }
        });
        numbers
            .map(|number| {
                let answers = self.truths.partial(number);
                let named = answers.iter().zip(&self.names).zip(&self.values);
                let named = named.map(|((answer, name), values)| {
                    let value = answer.map_or("-", |at| &values[usize::from(at)]);
                    (name.clone(), json!(value))
                });
                let idle = self.idle(&answers);
                    json!({"answers": named.collect::<Map<_, _>>(), "shown": self.shown(&answers), "idle": idle})
            })
            .collect()
    }
}

/// The rows of the tariff that hold, added by unit.
fn cost(service: &Service<'_>, holds: impl Fn(&Rule) -> bool) -> String {
    let mut added: Vec<(&str, i64)> = Vec::new();
    let mut rows = 0;
    for item in service.list(List::Cost) {
        let Written::Price(row) = item.written else {
            continue;
        };
        if !item.when.as_ref().is_none_or(&holds) {
            continue;
        }
        rows += 1;
        let (unit, amount) = (row.unit.str(), row.amount.get().map_or(0, |one| one.value));
        match added.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, sum)) => *sum += amount,
            None => added.push((unit, amount)),
        }
    }
    let paid = added.iter().filter(|(_, sum)| *sum > 0);
    let paid: Vec<String> = paid.map(|(_, sum)| sum.to_string()).collect();
    match (rows, paid.is_empty()) {
        (0, _) => String::new(),
        (_, true) => "0".to_owned(),
        _ => paid.join("+"),
    }
}

/// The services with questions: the address of each page, and its judge.
fn judges(folder: &str) -> Vec<(String, Judge)> {
    judged(&Site::read(folder)).expect("the site is sound")
}

/// The same of any site, or the codes of the errors if it is not sound.
fn judged(site: &Site) -> Result<Vec<(String, Judge)>, BTreeSet<Code>> {
    let (report, sound) = site.check();
    let Some(sound) = sound else {
        let errors = report.findings.iter();
        let errors = errors.filter(|finding| finding.severity == Severity::Error);
        return Err(errors.map(|finding| finding.code).collect());
    };
    let resolved = sound.site();
    let names = Names::new(&resolved.layout, &resolved.registries);
    let entries = resolved.entries.iter();
    let judge = |entry| {
        let read = sound.read(entry, site).expect("an unchanged service");
        let service = read.resolve(&names);
        Some((entry.address(), Judge::of(service.service())?))
    };
    Ok(entries.filter_map(judge).collect())
}

/// The files around a drawn service.
const AROUND: [(&str, &str); 3] = [
    (
        "site.yaml",
        "title: Situs Acak\nlanguages: [id]\nexample: true\n",
    ),
    (
        "content/dinas-contoh/agency.yaml",
        "name: Dinas Contoh\nchannels:\n  - phone: (021) 000 000\n",
    ),
    (
        "content/documents.yaml",
        "- {id: kartu-keluarga, name: Kartu Keluarga, issued_by: kelurahan}\n- {id: ktp-el, name: KTP Elektronik, issued_by: KELURAHAN}\n",
    ),
];

/// A drawn service: its file, its text and its judge.
struct Taken {
    path: String,
    yaml: String,
    english: String,
    papers: Vec<String>,
    judge: Judge,
}

/// Twenty drawn services that the program accepts, and how many were drawn. What it refuses, such as a condition that
/// always holds, is drawn again. Those it accepts must mean to it what was drawn.
fn drawn_services() -> &'static (Vec<Taken>, usize) {
    static DRAWN: LazyLock<(Vec<Taken>, usize)> = LazyLock::new(draw_services);
    &DRAWN
}

fn draw_services() -> (Vec<Taken>, usize) {
    let mut random = random::Random(SEED);
    let (mut taken, mut drawn) = (Vec::<Taken>::new(), 0);
    while taken.len() < SERVICES {
        drawn += 1;
        assert!(drawn < 2_000, "the program refuses nearly everything");
        let service = random::Service::draw(&mut random);
        let number = taken.len() + 1;
        let yaml = service.yaml(&format!("Layanan Acak {number}"), &mut random);
        let path = format!("content/dinas-contoh/acak-{number:02}.yaml");
        let read = match judged(&Site::of(AROUND).with(&path, yaml.as_str())) {
            Ok(read) => read,
            Err(refused) => {
                let why = BTreeSet::from([Code::K0326, Code::K0327]);
                assert!(refused.is_subset(&why), "{refused:?}\n{yaml}");
                continue;
            }
        };
        let judge = service.judge();
        let [(_, read)] = &read[..] else {
            panic!("{} checklists of one service\n{yaml}", read.len());
        };
        assert_eq!(*read, judge, "{yaml}");
        taken.push(Taken {
            path,
            yaml,
            english: service.english(&format!("Random Service {number}")),
            papers: service.papers(),
            judge,
        });
    }
    (taken, drawn)
}

#[test]
fn twenty_drawn_services_mean_what_was_drawn() {
    let (taken, drawn) = drawn_services();
    let cases: usize = taken
        .iter()
        .map(|one| one.judge.truths.partial_count())
        .sum();
    println!("{drawn} services drawn, {SERVICES} accepted, with {cases} sets of answers");
    let all = taken
        .iter()
        .map(|one| one.yaml.as_str())
        .collect::<String>();
    for word in [
        "yes_no:",
        "choices:",
        "number:",
        "angka:",
        "decimals: 2",
        "desimal: 1",
        "facts:",
        "keadaan:",
        "rincian:",
        "unsettled:",
        "jenis: loket\n",
        "type: counter\n",
        "instansi: ",
        "agency: ",
        "jika:\n",
        "when:\n",
    ] {
        assert!(all.contains(word), "no drawn service has {word}");
    }
    let Ok(folder) = std::env::var("RANDOM_SITE") else {
        return;
    };
    let folder = std::path::Path::new(&folder);
    std::fs::create_dir_all(folder.join("content/dinas-contoh")).expect("the folder of the site");
    let drawn = taken
        .iter()
        .map(|one| (one.path.as_str(), one.yaml.as_str()));
    for (path, text) in AROUND.into_iter().chain(drawn) {
        std::fs::write(folder.join(path), text).expect("a file of the site");
    }
}

/// A judge of the reading that cannot fail proves nothing.
#[test]
fn a_drawn_service_that_is_written_wrongly_is_noticed() {
    let (taken, _) = drawn_services();
    let mut noticed = 0;
    for one in taken {
        for (right, wrong) in [
            (" and ", " or "),
            (" atau ", " dan "),
            (" >= ", " > "),
            ("pilihan_0\n", "pilihan_1\n"),
            ("not (", "(("),
        ] {
            let text = one.yaml.replacen(right, wrong, 1).replace("((", "(");
            if text == one.yaml {
                continue;
            }
            let read = judged(&Site::of(AROUND).with(&one.path, text.as_str()));
            let same = read.is_ok_and(|read| read[0].1 == one.judge);
            noticed += usize::from(!same);
        }
    }
    assert!(noticed >= 30, "{noticed}");
}

#[test]
fn the_example_has_405_cases() {
    let judges = judges(".");
    let [(address, judge)] = &judges[..] else {
        panic!("{} services with questions", judges.len());
    };
    assert_eq!(
        address,
        "disdukcapil-kota-serang/penerbitan-ktp-elektronik.html"
    );
    assert_eq!(judge.truths.partial_count(), 405);
    let young = judge.shown(&[Some(0), Some(1), None, None, None]);
    assert_eq!(young["verdict"], "not_eligible");
    assert_eq!(young["failed"], json!(["requirements.4"]));
    let lost = judge.shown(&[Some(1), None, Some(3), Some(0), Some(0)]);
    assert_eq!(lost["notices"], json!(["1"]));
    assert_eq!(lost["hidden"], json!(["kawin"]));
    assert_eq!(lost["states"]["requirements.6"], "not_needed");
}

#[test]
fn the_cases_of_every_site_are_written() {
    let (Ok(file), Ok(sites)) = (std::env::var("ORACLE"), std::env::var("SITES")) else {
        return;
    };
    let sites = std::fs::read_to_string(sites).expect("the list of sites");
    let sites: Vec<Value> = serde_json::from_str(&sites).expect("a list");
    let mut all = Map::new();
    for site in &sites {
        let name = site["name"].as_str().unwrap_or_default();
        let Some(source) = site["source"].as_str() else {
            continue;
        };
        let judged = judges(source).into_par_iter();
        let cases = judged.map(|(address, judge)| (address, Value::from(judge.cases(MOST))));
        let cases: Vec<(String, Value)> = cases.collect();
        all.insert(name.to_owned(), Value::Object(cases.into_iter().collect()));
    }
    std::fs::write(file, Value::Object(all).to_string()).expect("the file of the cases");
}
