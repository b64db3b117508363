//! The published rules, evaluated as their schema says, against the judge.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{AROUND, Judge, drawn_services, judged};
use crate::site::{Built, Site};

/// How many sets of answers a service is asked.
const MOST: usize = 300;

/// The published rules of a service.
struct Rules(Value);

impl Rules {
    fn of(built: &Built, page: &str) -> Self {
        let path = format!("api/v1/{}", page.replace(".html", ".json"));
        let file: Value = serde_json::from_str(built.page(&path)).expect("JSON");
        Self(file["rules"].clone())
    }

    /// Whether a decision is made.
    fn made(&self, decision: &Value, answers: &Map<String, Value>) -> bool {
        let place = decision.as_u64().expect("a number");
        let place = usize::try_from(place).expect("a small number");
        let terms = self.0["decisions"][place].as_array();
        let matches = |term: &Value| {
            let mut tests = term.as_object().expect("a term").iter();
            tests.all(|(question, allowed)| {
                allowed
                    .as_array()
                    .expect("values")
                    .contains(&answers[question])
            })
        };
        terms.is_some_and(|terms| terms.iter().any(matches))
    }

    fn all_made(&self, decisions: &Value, answers: &Map<String, Value>) -> bool {
        let mut decisions = decisions.as_array().expect("a list").iter();
        decisions.all(|decision| self.made(decision, answers))
    }

    fn verdict(&self, answers: &Map<String, Value>) -> &str {
        for rung in self.0["verdicts"].as_array().expect("a list") {
            if self.made(&rung["reached"], answers) {
                return rung["verdict"].as_str().expect("a verdict");
            }
            if !self.all_made(&rung["passed"], answers) {
                return "incomplete";
            }
        }
        "eligible"
    }

    /// States, verdict, notices and what changes nothing.
    fn shown(&self, answers: &Map<String, Value>) -> Value {
        let items = self.0["items"].as_object().expect("items");
        let states: BTreeMap<&String, &str> = items
            .iter()
            .map(|(path, states)| {
                let mut states = states.as_array().expect("states").iter();
                let state = states.find(|state| self.made(&state["decision"], answers));
                (
                    path,
                    state.map_or("maybe", |state| state["state"].as_str().expect("a state")),
                )
            })
            .collect();
        let notices = self.0["notices"].as_array().expect("a list");
        let notices = (1..)
            .zip(notices)
            .filter(|(_, one)| self.made(one, answers));
        let notices: Vec<String> = notices
            .map(|(number, _): (usize, _)| number.to_string())
            .collect();
        let idle = self.0["idle"].as_object().expect("questions").iter();
        let idle =
            idle.filter(|(question, all)| answers[*question] == "-" && self.all_made(all, answers));
        let idle: Vec<&String> = idle.map(|(question, _)| question).collect();
        json!({"states": states, "verdict": self.verdict(answers), "notices": notices, "idle": idle})
    }
}

/// How many sets of answers the published rules answer as the judge does.
fn agree(built: &Built, page: &str, judge: &Judge) -> usize {
    let rules = Rules::of(built, page);
    let cases = judge.cases(MOST);
    for case in &cases {
        let shown = &case["shown"];
        let expected = json!({
            "states": shown["states"], "verdict": shown["verdict"], "notices": shown["notices"],
            "idle": case["idle"],
        });
        let answers = case["answers"].as_object().expect("answers");
        let found = rules.shown(answers);
        let sorted = |value: &Value| {
            value["states"]
                .as_object()
                .cloned()
                .map(BTreeMap::from_iter)
        };
        assert_eq!(sorted(&found), sorted(&expected), "{page}: {answers:?}");
        for key in ["verdict", "notices", "idle"] {
            assert_eq!(found[key], expected[key], "{page}: {key}: {answers:?}");
        }
    }
    cases.len()
}

#[test]
fn the_published_rules_say_what_the_judge_says() {
    let (taken, _) = drawn_services();
    let services = taken
        .iter()
        .map(|one| (one.path.as_str(), one.yaml.as_str()));
    let built = Site::of(AROUND.into_iter().chain(services)).build();
    let mut count = 0;
    for one in taken {
        let page = one.path.replace("content/", "").replace(".yaml", ".html");
        count += agree(&built, &page, &one.judge);
    }
    for folder in [".", "tests/sites/kota-contoh", "tests/data/reference"] {
        let site = Site::read(folder);
        let built = site.build();
        for (page, judge) in judged(&site).expect("a sound site") {
            count += agree(&built, &page, &judge);
        }
    }
    assert!(count > 4_000, "{count} sets of answers");
}
