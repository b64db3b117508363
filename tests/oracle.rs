//! What a service's page must show for some answers, by trying every way to answer the rest; the browser's judge.
//!
//! It reads the conditions as they are checked, and knows nothing of terms, diagrams or styles. `ORACLE=FILE` writes
//! what it finds for the sites in `SITES` (the list that tests/run makes), for tests/browser/checklist.test.js.
//! `RANDOM_SITE=FOLDER` writes a site of twenty services drawn from a seed, whose judge knows only what was drawn.

mod languages;
mod papers;
pub mod random;

use std::collections::BTreeSet;

use maklumat::diagnostic::{Code, Severity, Sink};
use maklumat::resolve::names::Names;
use maklumat::resolve::service::Service;
use maklumat::rule::check::Rule;
use maklumat::rule::compile::Kind;
use maklumat::rule::domain::{Domain, Domains};
use rayon::prelude::*;
use serde_json::{Map, Value, json};

use crate::site::Site;

/// Cases a service is asked at most; beyond that they are drawn.
const MOST: usize = 2_000;

/// Cases a drawn service is asked, unless the run is full.
const SOME: usize = 60;

/// Services that are drawn, and where the drawing begins.
const SERVICES: usize = 20;
const SEED: u64 = 0x6265_6e61_7220_7961;

/// A service, and the truth of its conditions under every complete set of answers.
#[derive(Debug, PartialEq)]
pub struct Judge {
    names: Vec<String>,
    values: Vec<Vec<String>>,
    items: Vec<String>,
    criteria: Vec<(String, Kind)>,
    silences: usize,
    /// The criteria of groups that concern some people only.
    of_some: Vec<String>,
    /// Items, criteria, silences, whom those of groups concern; by the number of the complete set.
    truths: Vec<Vec<bool>>,
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
        let truths = (0..sizes.iter().product()).map(|number| {
            let complete = digits(number, &sizes);
            let holds = |rule: &&Rule| domains.holds(rule, &complete);
            conditions.iter().map(holds).collect()
        });
        let questions = questions.list.iter();
        Some(Self {
            names: questions.clone().map(|one| one.id.clone()).collect(),
            values: questions
                .zip(&domains.list)
                .map(|(question, domain)| domain.values(question))
                .collect(),
            items: gathered
                .items
                .iter()
                .map(|(key, _)| service.items[*key].path.clone())
                .collect(),
            criteria: gathered
                .criteria
                .iter()
                .map(|(key, _, kind)| (service.items[*key].path.clone(), *kind))
                .collect(),
            silences: gathered.unsettled.len(),
            of_some: concerned
                .map(|(key, _)| service.items[*key].path.clone())
                .collect(),
            truths: truths.collect(),
        })
    }

    fn sizes(&self) -> Vec<usize> {
        self.values.iter().map(Vec::len).collect()
    }

    /// The number of partial sets: each question answered or open.
    fn count(&self) -> usize {
        self.sizes().iter().map(|size| size + 1).product()
    }

    /// A partial set by its number; the last answer of each question stands for an open one.
    fn partial(&self, number: usize) -> Vec<Option<u8>> {
        let sizes: Vec<usize> = self.sizes().iter().map(|size| size + 1).collect();
        let open = sizes.iter().map(|size| size - 1);
        let digits = digits(number, &sizes);
        let answers = digits.into_iter().zip(open);
        answers
            .map(|(digit, open)| (usize::from(digit) != open).then_some(digit))
            .collect()
    }

    /// The complete sets that agree with the answers.
    fn completions(&self, answers: &[Option<u8>]) -> Vec<usize> {
        let sizes = self.sizes();
        let agrees = |number: &usize| {
            let complete = digits(*number, &sizes);
            let mut pairs = complete.iter().zip(answers);
            pairs.all(|(own, answer)| answer.is_none_or(|answer| answer == *own))
        };
        (0..self.truths.len()).filter(agrees).collect()
    }

    /// Where the truths of the silences begin, and those after them.
    fn silent(&self) -> usize {
        self.items.len() + self.criteria.len()
    }

    fn verdict(&self, complete: usize) -> &'static str {
        let silences = &self.truths[complete][self.silent()..][..self.silences];
        let criteria = &self.truths[complete][self.items.len()..];
        let fails = |wanted: Kind| {
            let mut all = self.criteria.iter().zip(criteria);
            all.any(|((_, kind), met)| *kind == wanted && !met)
        };
        if fails(Kind::NotEligible) {
            "not_eligible"
        } else if fails(Kind::NotNeeded) {
            "not_needed"
        } else if silences.contains(&true) {
            "ask_first"
        } else if fails(Kind::DoFirst) {
            "do_first"
        } else {
            "eligible"
        }
    }

    /// Whether an open question can change nothing, whatever the other open questions say.
    fn idle(&self, question: usize, completions: &[usize]) -> bool {
        let sizes = self.sizes();
        let stride: usize = sizes[..question].iter().product();
        completions.iter().all(|number| {
            let first = number - (number / stride % sizes[question]) * stride;
            self.truths[*number] == self.truths[first]
        })
    }

    /// What the page must show.
    fn shown(&self, answers: &[Option<u8>]) -> Value {
        let completions = self.completions(answers);
        let state = |at: usize, names: [&'static str; 3]| {
            let holds = |number: &&usize| self.truths[**number][at];
            match completions.iter().filter(holds).count() {
                0 => names[2],
                all if all == completions.len() => names[0],
                _ => names[1],
            }
        };
        let mut verdicts: Vec<&str> = completions.iter().map(|at| self.verdict(*at)).collect();
        verdicts.dedup();
        let verdict = match verdicts[..] {
            [only] => only,
            _ => "incomplete",
        };
        let last = matches!(verdict, "not_eligible" | "not_needed");
        let mut states = Map::new();
        let mut failed = Vec::new();
        for (at, path) in self.items.iter().enumerate() {
            let found = state(at, ["needed", "maybe", "not_needed"]);
            states.insert(path.clone(), json!(found));
        }
        let settled = self.silent();
        let concerns = |path: &String| {
            let at = self.of_some.iter().position(|one| one == path);
            at.is_none_or(|at| state(settled + self.silences + at, ["yes", "maybe", "no"]) != "no")
        };
        for (at, (path, _)) in self.criteria.iter().enumerate() {
            let found = if concerns(path) {
                state(self.items.len() + at, ["met", "maybe", "failed"])
            } else {
                "not_concerned"
            };
            states.insert(path.clone(), json!(found));
            failed.extend((found == "failed").then_some(path));
        }
        let silent = (0..self.silences)
            .filter(|at| state(settled + at, ["yes", "maybe", "no"]) == "yes")
            .map(|at| (at + 1).to_string());
        json!({
            "states": states, "failed": failed, "verdict": verdict, "lists": !last,
            "notices": silent.collect::<Vec<String>>(), "hidden": self.hidden(answers, last),
        })
    }

    /// The open questions that hide: all once the verdict is the last word, else the idle ones.
    fn hidden(&self, answers: &[Option<u8>], last: bool) -> Vec<&String> {
        let completions = self.completions(answers);
        let open = (0..answers.len()).filter(|at| answers[*at].is_none());
        let hidden = open.filter(|at| last || self.idle(*at, &completions));
        hidden.map(|at| &self.names[at]).collect()
    }

    /// The answers, what they must show, and which questions hide where the verdict has to wait.
    fn cases(&self, most: usize) -> Vec<Value> {
        let count = self.count();
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
                let answers = self.partial(number);
                let named = answers.iter().zip(&self.names).zip(&self.values);
                let named = named.map(|((answer, name), values)| {
                    let value = answer.map_or("-", |at| &values[usize::from(at)]);
                    (name.clone(), json!(value))
                });
                let idle = self.hidden(&answers, false);
                    json!({"answers": named.collect::<Map<_, _>>(), "shown": self.shown(&answers), "idle": idle})
            })
            .collect()
    }
}

/// A number in mixed digits, the first question's lowest.
fn digits(mut number: usize, sizes: &[usize]) -> Vec<u8> {
    let digit = |size: &usize| {
        let digit = number % size;
        number /= size;
        u8::try_from(digit).unwrap_or_default()
    };
    sizes.iter().map(digit).collect()
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
        "- {id: kartu-keluarga, name: Kartu Keluarga}\n- {id: ktp-el, name: KTP Elektronik}\n",
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
fn drawn_services() -> (Vec<Taken>, usize) {
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
    let cases: usize = taken.iter().map(|one| one.judge.count()).sum();
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
        "facts:",
        "keadaan:",
        "rincian:",
        "unsettled:",
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
    for one in &taken {
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
    assert_eq!(judge.count(), 405);
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
        if site["random"] == true {
            all.insert(name.to_owned(), Value::Object(drawn_cases()));
            continue;
        }
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

/// The cases of the drawn services, by the addresses of their pages.
fn drawn_cases() -> Map<String, Value> {
    let most = if std::env::var("FULL").is_ok() {
        MOST
    } else {
        SOME
    };
    let (taken, _) = drawn_services();
    let case = |one: Taken| {
        let file = one.path.strip_prefix("content/").unwrap_or_default();
        let address = file.replace(".yaml", ".html");
        (address, Value::from(one.judge.cases(most)))
    };
    taken.into_iter().map(case).collect()
}
