//! The same decisions as data for other programs, which need no reader of conditions to evaluate them.

use serde_json::{Map, Value, json};

use crate::figure;
use crate::rule::check::Questions;
use crate::rule::compile::{Checklist, DecisionId, Key};
use crate::rule::domain::{Bands, Domain};
use crate::rule::questions::Question;
use crate::rule::terms::Term;

/// The rules of a service as its published JSON has them; `name` is what items are called.
///
/// - `questions`: each with its id, its kind and its answers in order; a number is cut into bands, each `from` its first
///   number `to` its last, and named by its first.
/// - `decisions`: each a list of terms. A term gives for some questions the answers that it allows; it matches where each
///   of these questions has one of them. A decision is made once a term matches; `null` is one with too many terms, and
///   is never made.
/// - `items`: of each item and criterion its states in order: the first whose decision is made, else `maybe`.
/// - `verdicts`: the heaviest first. The first that is `reached` is the verdict, if those before it are `passed`: all
///   decisions listed there are made. Where neither is so the verdict is `incomplete`; below the last one is `eligible`.
/// - `notices`: the decision of each case of `unsettled`.
/// - `idle`: for each question the decisions that must all be made so that its answer changes nothing.
pub fn published<'n>(
    checklist: &Checklist,
    questions: &Questions,
    name: &dyn Fn(Key) -> &'n str,
) -> Value {
    let mut named = Named::default();
    let items = items(checklist, name, &mut named);
    let verdicts = verdicts(checklist, &mut named);
    let silences = 0..checklist.unsettled.len();
    let notices: Vec<usize> = silences
        .map(|silence| named.place(checklist.noticed(silence)))
        .collect();
    let idle = questions.list.iter().zip(&checklist.indifferent);
    let idle = idle.map(|(question, all)| (question.id.clone(), named.places(all)));
    let idle: Map<String, Value> = idle.collect();
    let asked = questions.list.iter().zip(&checklist.domains.list);
    let asked: Vec<Asked<'_>> = asked
        .map(|(question, domain)| Asked {
            question,
            domain,
            values: domain.values(question),
        })
        .collect();
    let decisions = named.0.iter().map(|id| {
        let decision = &checklist.decisions[*id];
        match decision.in_words() {
            true => Value::Null,
            false => decision.terms.iter().map(|one| term(one, &asked)).collect(),
        }
    });
    json!({
        "questions": asked.iter().map(Asked::data).collect::<Vec<Value>>(),
        "decisions": decisions.collect::<Vec<Value>>(),
        "items": items,
        "verdicts": verdicts,
        "notices": notices,
        "idle": idle,
    })
}

/// A question with its answers.
struct Asked<'a> {
    question: &'a Question,
    domain: &'a Domain,
    /// What each answer is called.
    values: Vec<String>,
}

impl Asked<'_> {
    fn data(&self) -> Value {
        let (kind, answers) = match self.domain {
            Domain::YesNo => ("yes_no", self.named()),
            Domain::Choices(_) => ("choice", self.named()),
            Domain::Bands(bands) => ("number", self.bands(bands)),
        };
        let mut data = json!({"id": self.question.id, "kind": kind, "answers": answers});
        if self.question.sensitive {
            data["sensitive"] = json!(true);
        }
        data
    }

    fn named(&self) -> Vec<Value> {
        let values = self.values.iter();
        values.map(|value| json!({"value": value})).collect()
    }

    fn bands(&self, bands: &Bands) -> Vec<Value> {
        let number = |scaled: i64| {
            let written = figure::typed(scaled, self.question.decimals(), '.');
            written.parse::<serde_json::Number>().ok()
        };
        let bands = bands.iter().zip(&self.values);
        bands
            .map(|((from, to), value)| {
                json!({"value": value, "from": number(*from), "to": number(*to)})
            })
            .collect()
    }
}

fn term(term: &Term, asked: &[Asked<'_>]) -> Value {
    let allowed = term.allowed.iter().filter_map(|(question, mask)| {
        let asked = asked.get(*question)?;
        let values = asked.values.iter().enumerate();
        let values = values.filter(|(place, _)| mask >> place & 1 == 1);
        let values: Vec<&String> = values.map(|(_, value)| value).collect();
        Some((asked.question.id.clone(), json!(values)))
    });
    Value::Object(allowed.collect())
}

/// The states of items and criteria. A criterion that concerns nobody is met too, so that stands first.
fn items<'n>(
    checklist: &Checklist,
    name: &dyn Fn(Key) -> &'n str,
    named: &mut Named,
) -> Map<String, Value> {
    let mut items = Map::new();
    let mut state =
        |state: &str, decision| json!({"state": state, "decision": named.place(decision)});
    for (key, condition) in &checklist.items {
        let states = [
            state("needed", condition.yes),
            state("not_needed", condition.no),
        ];
        items.insert(name(*key).to_owned(), json!(states));
    }
    for (key, condition, _) in &checklist.criteria {
        let mut unconcerned = checklist.unconcerned.iter();
        let never = unconcerned.find(|(known, _)| known == key);
        let mut states: Vec<Value> = Vec::new();
        states.extend(never.map(|(_, never)| state("not_concerned", *never)));
        states.push(state("met", condition.yes));
        states.push(state("failed", condition.no));
        items.insert(name(*key).to_owned(), json!(states));
    }
    items
}

fn verdicts(checklist: &Checklist, named: &mut Named) -> Vec<Value> {
    let rungs = checklist.ladder.iter();
    rungs
        .map(|rung| {
            let reached = named.place(rung.reached);
            let passed = named.places(&rung.passed);
            json!({"verdict": rung.verdict.name(), "reached": reached, "passed": passed})
        })
        .collect()
}

/// The decisions that the data refers to, in the order in which they are first met; others do not travel.
#[derive(Default)]
struct Named(Vec<DecisionId>);

impl Named {
    /// Where a decision stands in the data.
    fn place(&mut self, decision: DecisionId) -> usize {
        let known = self.0.iter().position(|id| *id == decision);
        known.unwrap_or_else(|| {
            self.0.push(decision);
            self.0.len() - 1
        })
    }

    fn places(&mut self, decisions: &[DecisionId]) -> Value {
        let places = decisions.iter().map(|decision| self.place(*decision));
        places.collect()
    }
}
