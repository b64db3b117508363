//! Papers by where one gets them: a place shows as long as one of its papers is or may be needed.

use maklumat::resolve::names::Names;
use maklumat::resolve::service::{Origin, Service};

use super::{AROUND, Judge, Taken, drawn_services};
use crate::site::Site;
use crate::styles::{Given, Rules};

/// What a place or a paper is told that hides.
const HIDES: &str = "--h:none;--m:none";

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

/// The styles of a drawn service, and its questions with the values of their answers.
fn rules(one: &Taken) -> (String, Vec<(String, Vec<String>)>) {
    let site = Site::of(AROUND).with(&one.path, &one.yaml);
    let sound = site.check().1.expect("a sound site");
    let resolved = sound.site();
    let names = Names::new(&resolved.layout, &resolved.registries);
    let read = sound.read(&resolved.entries[0], &site);
    let read = read.expect("an unchanged service");
    let service = read.resolve(&names);
    let service = service.service();
    let domains = service.checklist.iter().flat_map(|one| &one.domains.list);
    let questions = service.questions.list.iter().zip(domains);
    let questions = questions.map(|(one, domain)| (one.id.clone(), domain.values(one)));
    (service.style().to_owned(), questions.collect())
}

/// Under how many of some sets of answers the groups are others than the judge's, of how many; and how many hide.
fn differences(judge: &Judge, style: &str, questions: &[(String, Vec<String>)]) -> (usize, usize) {
    let count = judge.truths.partial_count();
    let (mut wrong, mut hidden) = (0, 0);
    let rules = Rules::of(style);
    for number in (0..count).step_by(count.div_ceil(MOST)) {
        let answers = judge.truths.partial(number);
        let right = judge.groups(&judge.truths.shown(&answers));
        hidden += judge.places.len() - right.len();
        let given = questions
            .iter()
            .zip(&answers)
            .filter_map(|((id, values), place)| {
                Some((id.clone(), values[usize::from((*place)?)].clone()))
            });
        let given: Given = given.collect();
        let shows = |number: &String| {
            let element = format!("[data-group=\"{number}\"]");
            !rules.tell(&element, HIDES, &given)
        };
        let numbers = (1..=judge.places.len()).map(|number| number.to_string());
        wrong += usize::from(numbers.filter(shows).collect::<Vec<String>>() != right);
    }
    (wrong, hidden)
}

/// What the root is asked for by the rule that hides one element.
fn grounds<'s>(style: &'s str, element: &str) -> Vec<&'s str> {
    let rules = Rules::of(style);
    rules.of_element(element, HIDES).collect()
}

#[test]
fn a_place_shows_as_long_as_one_of_its_papers_may_be_needed() {
    let (taken, _) = drawn_services();
    let (mut groups, mut hidden) = (0, 0);
    for one in taken {
        let (style, questions) = rules(one);
        let (wrong, away) = differences(&one.judge, &style, &questions);
        assert_eq!(wrong, 0, "{}", one.yaml);
        groups += one.judge.places.len();
        hidden += away;
        for ((_, papers), number) in one.judge.places.iter().zip(1..) {
            let element = format!("[data-group=\"{number}\"]");
            let found = grounds(&style, &element);
            let conditional = papers.iter().all(|path| one.judge.items.contains(path));
            assert_eq!(found.len(), usize::from(conditional), "{style}");
            // It hides where each of its papers does: the same selectors, each once, in any order.
            let mut left = found.concat();
            for path in papers.iter().filter(|_| conditional) {
                let element = format!("[data-item=\"{path}\"]");
                let own = grounds(&style, &element).concat();
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
    for one in taken {
        let (style, questions) = rules(one);
        for ((_, papers), number) in one.judge.places.iter().zip(1..) {
            let element = format!("[data-group=\"{number}\"]");
            let right = grounds(&style, &element).concat();
            // It hides with one of its papers alone; one that always shows, with anything.
            let others = one.judge.items.iter().filter(|_| right.is_empty());
            let hides = papers
                .iter()
                .chain(others)
                .map(|path| format!("[data-item=\"{path}\"]"));
            let mut hides = hides.map(|paper| grounds(&style, &paper).concat());
            let Some(paper) = hides.find(|paper| !paper.is_empty() && *paper != right) else {
                continue;
            };
            let ends = style.rfind("}}").expect("the end of the rules");
            let mut spoiled = style.clone();
            spoiled.insert_str(ends + 1, &format!(":root{paper} {element}{{{HIDES}}}"));
            planted += 1;
            noticed += usize::from(differences(&one.judge, &spoiled, &questions).0 > 0);
        }
    }
    println!("{noticed} of {planted} are noticed");
    assert!(planted >= 8, "{planted}");
    assert!(noticed * 4 >= planted * 3, "{noticed} of {planted}");
}
