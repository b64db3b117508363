//! What the styles say; and the pages on which a browser shows that they say what brute force says.

#![allow(
    clippy::disallowed_methods,
    reason = "the pages for the browser are files"
)]

use serde_json::{Value, json};

use super::*;
use crate::rule::compile::oracle::{Oracle, Service, Shown};
use crate::rule::compile::random::{Random, any_service, large_service, seed_service};
use crate::rule::compile::{State, Verdict};

#[test]
fn an_item_has_one_rule_for_each_state() {
    let service = seed_service();
    let styles = styles(&service.compile(), &service.questions);
    let needed = ":root:has([name=ktp_lama][value=hilang]:checked) [data-item=\"requirements.7\"]{--y:initial;--m:none}";
    assert!(styles.text.contains(needed), "{}", styles.text);
    assert_eq!(styles.in_words, Vec::<String>::new());
    assert_eq!(
        styles.text.matches('{').count(),
        styles.text.matches('}').count()
    );
}

#[test]
fn rules_that_are_too_long_leave_the_item_in_words() {
    let mut random = Random(11);
    let service = large_service(&mut random, 12, 6, 60, 0);
    let styles = styles(&service.compile(), &service.questions);
    assert!(
        styles.text.len() < MOST_BYTES + 4_000,
        "{}",
        styles.text.len()
    );
}

#[test]
fn values_are_quoted_where_they_must_be() {
    assert_eq!(gate::value("hilang"), "hilang");
    assert_eq!(gate::value("17"), "\"17\"");
    assert_eq!(gate::value("a\"</style>"), "\"a\\22 \\3c /style>\"");
}

/// Writes pages and what they must show into the folder `RULE_PAGES`, for a browser to be asked.
#[test]
#[ignore = "writes the pages for a browser"]
#[allow(clippy::disallowed_methods, reason = "a tool, not the program")]
fn pages_for_a_browser() {
    let folder = std::env::var("RULE_PAGES").expect("the folder for the pages");
    let mut random = Random(0x0062_726f_7773_6572);
    let mut write = |name: String, service: &Service, checklist: &Checklist, most: usize| {
        let oracle = Oracle::new(service, &checklist.domains);
        let count = oracle.partial_count();
        let numbers: Vec<usize> = match count <= most {
            true => (0..count).collect(),
            false => (0..most).map(|_| random.below(count)).collect(),
        };
        let cases: Vec<Value> = numbers
            .into_iter()
            .map(|number| {
                let answers = oracle.partial(number);
                json!({"answers": answers, "shown": expected(service, &oracle.shown(&answers))})
            })
            .collect();
        let styles = styles(checklist, &service.questions).text;
        let data = script_data(checklist, &service.questions);
        let page = json!({
            "html": page(service, checklist, &styles), "css": styles, "data": data, "cases": cases,
            "terms": checklist.term_count(),
        });
        std::fs::write(format!("{folder}/{name}.json"), page.to_string()).expect("a page");
    };
    let seed = seed_service();
    write("seed".into(), &seed, &seed.compile(), 405);
    let mut shapes = Random(99);
    for index in 0..30 {
        let service = any_service(&mut shapes);
        let mut checklist = service.compile();
        if index >= 20 {
            by_diagram(&mut checklist);
        }
        write(format!("random-{index}"), &service, &checklist, 120);
    }
}

/// Pages of the largest shape, for weighing.
#[test]
#[ignore = "writes the pages for weighing"]
#[allow(clippy::disallowed_methods, reason = "a tool, not the program")]
fn pages_for_the_scales() {
    let folder = std::env::var("RULE_PAGES").expect("the folder for the pages");
    let mut random = Random(7);
    for index in 0..20 {
        let service = large_service(&mut random, 12, 6, 12, 6);
        let checklist = service.compile();
        let styles = styles(&checklist, &service.questions);
        let data = script_data(&checklist, &service.questions);
        let page = json!({"css": styles.text, "data": data, "terms": checklist.term_count(), "in_words": styles.in_words});
        std::fs::write(format!("{folder}/large-{index}.json"), page.to_string()).expect("a page");
    }
}

/// Lets diagrams decide the verdict, the notices and the questions.
fn by_diagram(checklist: &mut Checklist) {
    let met: Vec<usize> = checklist
        .criteria
        .iter()
        .map(|(_, condition, _)| condition.yes)
        .collect();
    let silent: Vec<usize> = checklist
        .unsettled
        .iter()
        .map(|silence| silence.yes)
        .collect();
    let shown: Vec<usize> = checklist
        .items
        .iter()
        .flat_map(|(_, condition)| [condition.yes, condition.no])
        .collect();
    let shown: Vec<usize> = shown
        .into_iter()
        .chain(
            checklist
                .criteria
                .iter()
                .flat_map(|(_, c, _)| [c.yes, c.no]),
        )
        .collect();
    let wanted = checklist.failing.iter().flatten().copied().chain(silent);
    let wanted: Vec<usize> = wanted
        .chain(checklist.indifferent.iter().flatten().copied())
        .collect();
    for id in wanted
        .into_iter()
        .filter(|id| !shown.contains(id) && !met.contains(id))
    {
        checklist.decisions[id].terms = None;
    }
}

/// What must be visible, by the selectors of the contract.
fn expected(service: &Service, shown: &Shown) -> Value {
    let name = |state: &State, names: [&'static str; 3]| match state {
        State::Yes => names[0],
        State::No => names[1],
        State::Maybe => names[2],
    };
    let mut states = serde_json::Map::new();
    for ((path, _), state) in service.items.iter().zip(&shown.items) {
        states.insert(
            path.clone(),
            json!(name(state, ["needed", "not_needed", "maybe"])),
        );
    }
    let mut failed = Vec::new();
    for ((path, ..), state) in service.criteria.iter().zip(&shown.criteria) {
        states.insert(path.clone(), json!(name(state, ["met", "failed", "maybe"])));
        if *state == State::No {
            failed.push(path.clone());
        }
    }
    let hidden: Vec<&str> = service
        .questions
        .list
        .iter()
        .zip(&shown.irrelevant)
        .filter(|(_, irrelevant)| **irrelevant)
        .map(|(question, _)| question.id.as_str())
        .collect();
    let notices: Vec<String> = shown
        .notices
        .iter()
        .enumerate()
        .filter(|(_, shows)| **shows)
        .map(|(n, _)| (n + 1).to_string())
        .collect();
    let lists = !matches!(shown.verdict, Verdict::NotEligible | Verdict::NotNeeded);
    json!({
        "states": states, "failed": failed, "hidden": hidden, "notices": notices,
        "verdict": [shown.verdict.name()], "lists": lists,
    })
}

/// A bare page that keeps the contract; the second item stands inside the first.
fn page(service: &Service, checklist: &Checklist, styles: &str) -> String {
    let mut form = String::new();
    for (question, domain) in service.questions.list.iter().zip(&checklist.domains.list) {
        let id = &question.id;
        let radio = |value: &str| format!("<input type=radio name={id} value=\"{value}\">");
        let radios: String = domain
            .values(question)
            .iter()
            .map(|value| radio(value))
            .collect();
        form += &format!(
            "<fieldset data-question={id}>{radios}{}</fieldset>",
            radio("-")
        );
    }
    let states = |names: [&str; 3]| -> String {
        names
            .iter()
            .map(|name| format!("<span data-state={name}>{name}</span>"))
            .collect()
    };
    let mut items = String::new();
    for (path, _) in &service.items {
        items += &format!(
            "<div data-item=\"{path}\">{}",
            states(["needed", "maybe", "not_needed"])
        );
    }
    items += &"</div>".repeat(service.items.len());
    let mut failed = String::new();
    for (path, ..) in &service.criteria {
        items += &format!(
            "<li data-item=\"{path}\">{}</li>",
            states(["met", "maybe", "failed"])
        );
        failed += &format!("<p data-failed=\"{path}\">failed</p>");
    }
    let notices: String = (1..=service.unsettled.len())
        .map(|n| format!("<p data-notice=\"{n}\">notice</p>"))
        .collect();
    let verdicts: String = [
        "eligible",
        "not_eligible",
        "do_first",
        "not_needed",
        "incomplete",
    ]
    .map(|verdict| format!("<p data-verdict={verdict}>{verdict}</p>"))
    .concat();
    format!(
        "<!doctype html><style>{styles}</style><form data-checklist>{form}<button type=reset>x</button></form>\
         {verdicts}{failed}{notices}<section data-lists id=lists>lists</section><main>{items}</main>"
    )
}
