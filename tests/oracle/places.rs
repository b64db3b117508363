//! Papers by where one gets them: a place shows as long as one of its papers is or may be needed.

use maklumat::resolve::names::Names;
use maklumat::resolve::service::{Origin, Service};
use serde_json::Value;

use super::{AROUND, Judge, Taken, drawn_services};
use crate::site::Site;

/// Sets of answers that each service is asked at most.
const MOST: usize = 400;

/// The places of a service as a judge counts them.
pub fn places(service: &Service<'_>) -> Vec<(String, Vec<String>)> {
    let places = service.places.iter();
    places
        .map(|place| {
            let name = match (place.group, place.origin) {
                (Some(group), _) => service.items[group].path.clone(),
                (None, Origin::Own) => "own".to_owned(),
                (None, Origin::Unknown) => String::new(),
                (None, Origin::Named(text)) => text.value.to_lowercase(),
                (None, Origin::Agency(folder)) => format!("{folder}/"),
            };
            let papers = place.papers.iter();
            let papers = papers.map(|key| service.items[*key].path.clone());
            (name, papers.collect())
        })
        .collect()
}

/// The styles of a drawn service, and the data of its script.
fn rules(one: &Taken) -> (String, Value) {
    let site = Site::of(AROUND).with(&one.path, &one.yaml);
    let sound = site.check().1.expect("a sound site");
    let resolved = sound.site();
    let names = Names::new(&resolved.layout, &resolved.registries);
    let read = sound.read(&resolved.entries[0], &site);
    let read = read.expect("an unchanged service");
    let service = read.resolve(&names);
    let service = service.service();
    let data = serde_json::from_str(service.data()).expect("JSON");
    (service.style().to_owned(), data)
}

/// Whether a script that reads these data makes a decision under these answers.
fn decided(data: &Value, decision: &Value, answers: &[Option<u8>]) -> bool {
    let number = |value: &Value| usize::try_from(value.as_u64().expect("a number")).expect("small");
    let terms = data["decisions"][number(decision)].as_array();
    terms.expect("terms").iter().any(|term| {
        let literals = term.as_array().expect("a term").iter();
        literals
            .map(|one| one.as_array().expect("a literal"))
            .all(|one| {
                let given = answers[number(&one[0])].map(usize::from);
                given.is_some_and(|given| one[1..].iter().any(|place| number(place) == given))
            })
    })
}

/// The groups that a script shows.
fn told(data: &Value, answers: &[Option<u8>]) -> Vec<String> {
    let groups = data["groups"].as_array().expect("the groups").iter();
    let hides = |group: &Value| {
        let all = group.as_array();
        all.is_some_and(|all| all.iter().all(|one| decided(data, one, answers)))
    };
    let shown = (1_usize..).zip(groups).filter(|(_, group)| !hides(group));
    shown.map(|(number, _)| number.to_string()).collect()
}

/// Under how many of some sets of answers the groups are others than the judge's, of how many; and how many hide.
fn differences(judge: &Judge, data: &Value) -> (usize, usize) {
    let count = judge.truths.partial_count();
    let (mut wrong, mut hidden) = (0, 0);
    for number in (0..count).step_by(count.div_ceil(MOST)) {
        let answers = judge.truths.partial(number);
        let right = judge.groups(&judge.truths.shown(&answers));
        hidden += judge.places.len() - right.len();
        wrong += usize::from(told(data, &answers) != right);
    }
    (wrong, hidden)
}

/// What the root matches for the rule of one element: `:root… [data-group="1"]{--h:none}`.
fn grounds<'s>(style: &'s str, element: &str, shown: &str) -> Vec<&'s str> {
    let ends = format!(" {element}{{{shown}}}");
    let rules = style.split(":root").skip(1);
    rules
        .filter_map(|rule| Some(rule.split_once(&ends)?.0))
        .collect()
}

#[test]
fn a_place_shows_as_long_as_one_of_its_papers_may_be_needed() {
    let (taken, _) = drawn_services();
    let (mut groups, mut hidden) = (0, 0);
    for one in &taken {
        let (style, data) = rules(one);
        assert_eq!(
            data["groups"].as_array().map(Vec::len),
            Some(one.judge.places.len())
        );
        let (wrong, away) = differences(&one.judge, &data);
        assert_eq!(wrong, 0, "{}", one.yaml);
        groups += one.judge.places.len();
        hidden += away;
        for ((_, papers), number) in one.judge.places.iter().zip(1..) {
            let element = format!("[data-group=\"{number}\"]");
            let found = grounds(&style, &element, "--h:none");
            let conditional = papers.iter().all(|path| one.judge.items.contains(path));
            assert_eq!(found.len(), usize::from(conditional), "{style}");
            // It hides where each of its papers does: the same selectors, each once, in any order.
            let mut left = found.concat();
            for path in papers.iter().filter(|_| conditional) {
                let element = format!("[data-item=\"{path}\"]");
                let own = grounds(&style, &element, "--h:none;--m:none").concat();
                assert!(!own.is_empty() && found[0].contains(&own), "{style}");
                left = left.replacen(&own, "", 1);
            }
            assert_eq!(left, "", "{style}");
        }
    }
    println!("{groups} places, hidden {hidden} times");
    assert!(groups >= 25 && hidden >= 1_500, "{groups} {hidden}");
}

/// Whoever forgets a paper of a place, or hides one that always shows, is noticed.
#[test]
fn a_place_that_hides_too_early_is_noticed() {
    let (taken, _) = drawn_services();
    let (mut planted, mut noticed) = (0, 0);
    for one in &taken {
        let (_, right) = rules(one);
        let groups = right["groups"].as_array().map_or(0, Vec::len);
        for at in 0..groups {
            let mut data = right.clone();
            let first = match data["groups"][at].as_array() {
                Some(all) if all.len() > 1 => all[0].clone(),
                Some(_) => continue,
                None => data["states"][0][2][1].clone(),
            };
            data["groups"][at] = Value::Array(vec![first]);
            planted += 1;
            noticed += usize::from(differences(&one.judge, &data).0 > 0);
        }
    }
    println!("{noticed} of {planted} are noticed");
    assert!(planted >= 8, "{planted}");
    assert!(noticed * 4 >= planted * 3, "{noticed} of {planted}");
}
