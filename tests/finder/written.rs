//! What the page of a topic must show, by trying every way to answer the questions of each service; the browser's judge.
//!
//! `FINDERS=FILE` writes it for the sites in `SITES`, for tests/browser/finder.test.js; `RANDOM_TOWN=FOLDER` writes a
//! town whose services were drawn.

use std::collections::{BTreeMap, BTreeSet};

use maklumat::resolve::ServiceEntry;
use maklumat::resolve::finder::Finder;
use maklumat::resolve::service::Service;
use maklumat::route::Subject;
use maklumat::rule::compile::Verdict;
use maklumat::rule::domain::Domain;
use serde_json::{Map, Value, json};

use super::{product, town, with_entries};
use crate::oracle::random::Random;
use crate::site::Site;

/// Cases of a page; beyond that some from all over.
const MOST: usize = 120;

/// The answers of a service that an answer of the page allows: for a number each of its bands that meets the page's.
fn allowed(own: &Domain, asked: &Domain, answer: Option<u8>) -> Vec<u8> {
    let all = 0..u8::try_from(own.size()).expect("few");
    let fits = |place: &u8| match (own, asked, answer) {
        (_, _, None) => true,
        (Domain::Bands(own), Domain::Bands(asked), Some(answer)) => {
            let ((from, to), (first, last)) =
                (own[usize::from(*place)], asked[usize::from(answer)]);
            from <= last && first <= to
        }
        (_, _, Some(answer)) => *place == answer,
    };
    all.filter(fits).collect()
}

/// A service with its verdict under every complete set of answers to its questions.
struct Judged<'a> {
    service: &'a Service<'a>,
    all: Vec<(Vec<u8>, Verdict)>,
}

impl<'a> Judged<'a> {
    /// `None` of one that asks nothing.
    fn of(service: &'a Service<'a>) -> Option<Self> {
        let checklist = service.checklist.as_ref()?;
        let lists = checklist.domains.list.iter();
        let lists: Vec<Vec<u8>> = lists.map(|own| allowed(own, own, None)).collect();
        let all = product(&lists).into_iter().map(|answers| {
            let full: Vec<Option<u8>> = answers.iter().copied().map(Some).collect();
            (answers, checklist.verdict(&full))
        });
        let all = all.collect();
        Some(Self { service, all })
    }

    /// Every verdict that it can come to under these answers of the page.
    fn verdicts(&self, finder: &Finder<'_>, given: &[Option<u8>]) -> BTreeSet<Verdict> {
        let asked = &finder.compiled.checklist.domains.list;
        let own = self.service.checklist.as_ref().expect("a checklist");
        let questions = self.service.questions.list.iter().zip(&own.domains.list);
        let lists = questions.map(|(question, own)| {
            let posed = self.service.posed(&question.id);
            let place = finder.questions.find(&question.id);
            match place.filter(|_| posed.is_some_and(|one| one.is_shared)) {
                Some(place) => allowed(own, &asked[place], given[place]),
                None => allowed(own, own, None),
            }
        });
        let lists: Vec<Vec<u8>> = lists.collect();
        let within = |answers: &[u8]| {
            let mut each = answers.iter().zip(&lists);
            each.all(|(answer, list)| list.contains(answer))
        };
        let all = self.all.iter().filter(|(answers, _)| within(answers));
        all.map(|(_, verdict)| *verdict).collect()
    }
}

fn only(verdicts: &BTreeSet<Verdict>) -> Verdict {
    let mut all = verdicts.iter();
    let first = all.next().copied();
    first
        .filter(|_| all.next().is_none())
        .unwrap_or(Verdict::Incomplete)
}

/// The cases of a page: answers, the part of each service by its address, and the questions that hide.
fn cases(finder: &Finder<'_>, services: &[(&ServiceEntry, &Service<'_>)]) -> Vec<Value> {
    let domains = &finder.compiled.checklist.domains.list;
    let sorted = services
        .iter()
        .filter_map(|(entry, one)| Some((entry, Judged::of(one)?)));
    let sorted: Vec<_> = sorted.collect();
    let places = |domain: &Domain| -> Vec<Option<u8>> {
        (0..u8::try_from(domain.size()).expect("few"))
            .map(Some)
            .collect()
    };
    let all: Vec<Vec<Option<u8>>> = domains.iter().map(places).collect();
    let whole = product(&all);
    let truths: Vec<Vec<Verdict>> = whole
        .iter()
        .map(|given| {
            sorted
                .iter()
                .map(|(_, one)| only(&one.verdicts(finder, given)))
                .collect()
        })
        .collect();
    let open = all
        .iter()
        .map(|answers| [&[None], answers.as_slice()].concat());
    let partial = product(&open.collect::<Vec<_>>());
    let count = partial.len().min(MOST);
    let some = (0..count).map(|at| &partial[at * partial.len() / count]);
    some.map(|given| {
        let answers = given.iter().zip(domains).zip(&finder.questions.list);
        let answers = answers.map(|((answer, domain), question)| {
            let values = domain.values(question);
            let value = answer.map_or("-", |at| values[usize::from(at)].as_str());
            (question.id.clone(), json!(value))
        });
        let shown = sorted.iter().map(|(entry, one)| {
            (
                entry.address(),
                json!(only(&one.verdicts(finder, given)).name()),
            )
        });
        json!({
            "answers": answers.collect::<Map<_, _>>(),
            "shown": shown.collect::<Map<_, _>>(),
            "hidden": hidden(finder, given, &whole, &truths),
        })
    })
    .collect()
}

/// The open questions that move no service, whatever the others say.
fn hidden(
    finder: &Finder<'_>,
    given: &[Option<u8>],
    whole: &[Vec<Option<u8>>],
    truths: &[Vec<Verdict>],
) -> Vec<String> {
    let open = given
        .iter()
        .enumerate()
        .filter(|(_, answer)| answer.is_none());
    let idle = open.filter(|(question, _)| {
        let mut known: BTreeMap<Vec<Option<u8>>, &Vec<Verdict>> = BTreeMap::new();
        whole.iter().zip(truths).all(|(full, truth)| {
            let within = full
                .iter()
                .zip(given)
                .all(|(one, own)| own.is_none() || own == one);
            let mut others = full.clone();
            others[*question] = None;
            !within || *known.entry(others).or_insert(truth) == truth
        })
    });
    idle.map(|(question, _)| finder.questions.list[question].id.clone())
        .collect()
}

/// The pages of a site that sort services, each with its cases.
fn pages(site: &Site) -> Map<String, Value> {
    let found = with_entries(site, |sound, services| {
        let mut pages = Map::new();
        let primary = sound.routes().primary();
        let routes = sound
            .routes()
            .iter()
            .filter(|route| &*route.language == primary);
        for route in routes {
            let Subject::Finder(topic) = &route.subject else {
                continue;
            };
            let belongs = |entry: &ServiceEntry| match &**topic {
                Subject::Category(id) => entry.card.category.as_deref() == Some(&**id),
                Subject::LifeEvent(id) => entry.card.life_events.iter().any(|one| **one == **id),
                _ => false,
            };
            let own = services.iter().filter(|(entry, _)| belongs(entry)).copied();
            let own: Vec<(&ServiceEntry, &Service<'_>)> = own.collect();
            let resolved: Vec<&Service<'_>> = own.iter().map(|(_, one)| *one).collect();
            let finder = Finder::of(&sound.site().registries, &resolved).expect("a page");
            pages.insert(route.address.clone(), json!(cases(&finder, &own)));
        }
        pages
    });
    found.expect("the site is sound")
}

#[test]
fn the_finders_of_every_site_are_written() {
    let (Ok(file), Ok(sites)) = (std::env::var("FINDERS"), std::env::var("SITES")) else {
        return;
    };
    let sites = std::fs::read_to_string(sites).expect("the list of sites");
    let sites: Vec<Value> = serde_json::from_str(&sites).expect("a list");
    let named = sites
        .iter()
        .filter_map(|site| Some((site["name"].as_str()?, site["source"].as_str()?)));
    let all =
        named.map(|(name, source)| (name.to_owned(), Value::Object(pages(&Site::read(source)))));
    let all: Map<String, Value> = all.collect();
    std::fs::write(file, Value::Object(all).to_string()).expect("the file is written");
}

#[test]
fn the_example_town_has_pages_that_sort_by_every_verdict() {
    let pages = pages(&Site::read("tests/sites/kota-contoh"));
    assert!(
        pages.contains_key("peristiwa/menikah-untuk-saya.html"),
        "{:?}",
        pages.keys()
    );
    let all = Value::Object(pages).to_string();
    for verdict in Verdict::DECIDED {
        assert!(
            all.contains(&format!("\"{}\"", verdict.name())),
            "{verdict:?}"
        );
    }
}

#[test]
fn a_drawn_town_is_sound_and_sorted() {
    let mut random = Random(0x7061_7361_7262_6172);
    let found = std::iter::repeat_with(|| town(&mut random, 12))
        .take(400)
        .find(|site| {
            let (report, sound) = site.check();
            sound.is_some() && !report.has_errors()
        });
    let site = found.expect("a sound town").with(
        "site.yaml",
        "title: Kota Acak\nlanguages: [id]\nexample: true\n",
    );
    assert_eq!(pages(&site).len(), 1);
    if let Ok(folder) = std::env::var("RANDOM_TOWN") {
        site.write_to(std::path::Path::new(&folder));
    }
}
