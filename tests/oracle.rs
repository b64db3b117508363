//! What a service's page must show for some answers, by trying every way to answer the rest; the browser's judge.
//!
//! It reads the conditions as they are checked, and knows nothing of terms, diagrams or styles. `ORACLE=FILE` writes
//! what it finds for the sites in `SITES` (the list that tests/run makes), for tests/browser/checklist.test.js.

#![allow(clippy::disallowed_methods, reason = "a test reads its own files")]

use maklumat::analyze::{Deny, SoundSite};
use maklumat::diagnostic::Sink;
use maklumat::disk::SiteFolder;
use maklumat::model::service::ServiceDocument;
use maklumat::optimise::Form;
use maklumat::pipeline::{Settings, check};
use maklumat::render::pen::Drafts;
use maklumat::resolve::checklist::gather;
use maklumat::resolve::rules::Rules;
use maklumat::rule::check::Rule;
use maklumat::rule::compile::Kind;
use maklumat::rule::domain::{Domain, Domains};
use serde_json::{Map, Value, json};

/// Cases a service is asked at most; beyond that they are drawn.
const MOST: usize = 2_000;

/// A service, and the truth of its conditions under every complete set of answers.
struct Judge {
    names: Vec<String>,
    values: Vec<Vec<String>>,
    items: Vec<String>,
    criteria: Vec<(String, Kind)>,
    silences: usize,
    /// Items, criteria, silences; by the number of the complete set.
    truths: Vec<Vec<bool>>,
}

impl Judge {
    fn of(service: &ServiceDocument) -> Option<Self> {
        let mut sink = Sink::default();
        let rules = Rules::of(service, &mut sink);
        let gathered = gather(service, &rules);
        if rules.questions.list.is_empty() {
            return None;
        }
        let domains = Domains::of(&rules.questions, gathered.each(), &mut sink)?;
        let sizes: Vec<usize> = domains.list.iter().map(Domain::size).collect();
        let conditions: Vec<&Rule> = gathered.each().collect();
        let truths = (0..sizes.iter().product()).map(|number| {
            let complete = digits(number, &sizes);
            let holds = |rule: &&Rule| domains.holds(rule, &complete);
            conditions.iter().map(holds).collect()
        });
        let questions = rules.questions.list.iter();
        Some(Self {
            names: questions.clone().map(|one| one.id.clone()).collect(),
            values: questions
                .zip(&domains.list)
                .map(|(question, domain)| domain.values(question))
                .collect(),
            items: gathered
                .items
                .iter()
                .map(|(path, _)| path.clone())
                .collect(),
            criteria: gathered
                .criteria
                .iter()
                .map(|(path, _, kind)| (path.clone(), *kind))
                .collect(),
            silences: gathered.unsettled.len(),
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

    fn verdict(&self, complete: usize) -> &'static str {
        let criteria = &self.truths[complete][self.items.len()..];
        let fails = |wanted: Kind| {
            let mut all = self.criteria.iter().zip(criteria);
            all.any(|((_, kind), met)| *kind == wanted && !met)
        };
        if fails(Kind::NotEligible) {
            "not_eligible"
        } else if fails(Kind::NotNeeded) {
            "not_needed"
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
        for (at, (path, _)) in self.criteria.iter().enumerate() {
            let found = state(self.items.len() + at, ["met", "maybe", "failed"]);
            states.insert(path.clone(), json!(found));
            failed.extend((found == "failed").then_some(path));
        }
        let settled = self.items.len() + self.criteria.len();
        let silent = (0..self.silences)
            .filter(|at| state(settled + at, ["yes", "maybe", "no"]) == "yes")
            .map(|at| (at + 1).to_string());
        let hidden = (0..answers.len())
            .filter(|at| answers[*at].is_none() && (last || self.idle(*at, &completions)))
            .map(|at| &self.names[at]);
        json!({
            "states": states, "failed": failed, "verdict": verdict, "lists": !last,
            "notices": silent.collect::<Vec<String>>(), "hidden": hidden.collect::<Vec<&String>>(),
        })
    }

    /// The answers and what they must show.
    fn cases(&self) -> Vec<Value> {
        let count = self.count();
        let mut drawn = 0x9e37_79b9_7f4a_7c15_u64;
        let numbers = (0..count.min(MOST)).map(|at| {
            drawn = drawn
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let any = usize::try_from(drawn >> 33).unwrap_or_default();
            if count <= MOST { at } else { any % count }
        });
        numbers
            .map(|number| {
                let answers = self.partial(number);
                let named = answers.iter().zip(&self.names).zip(&self.values);
                let named = named.map(|((answer, name), values)| {
                    let value = answer.map_or("-", |at| &values[usize::from(at)]);
                    (name.clone(), json!(value))
                });
                json!({"answers": named.collect::<Map<_, _>>(), "shown": self.shown(&answers)})
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
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let sources = SiteFolder::new(root);
    let settings = Settings {
        today: jiff::civil::date(2026, 1, 1),
        base_url: None,
        form: Form::Minified,
        drafts: Drafts::Without,
        deny: Deny::Errors,
    };
    let (_, sound) = check(&sources, &settings).expect("the sources can be read");
    let sound: SoundSite = sound.expect("the site is sound");
    let entries = sound.site().entries.iter();
    let judge = |entry| {
        let service = sound.read(entry, &sources).expect("an unchanged service");
        Some((entry.address(), Judge::of(service.document("id"))?))
    };
    entries.filter_map(judge).collect()
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
        let Some(source) = site["source"].as_str() else {
            continue;
        };
        let judged = judges(source).into_iter();
        let cases = judged.map(|(address, judge)| (address, Value::from(judge.cases())));
        let name = site["name"].as_str().unwrap_or_default();
        all.insert(name.to_owned(), Value::Object(cases.collect()));
    }
    std::fs::write(file, Value::Object(all).to_string()).expect("the file of the cases");
}
