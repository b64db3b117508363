//! The same decisions as data for the page's script.

use serde_json::{Value, json};

use crate::rule::check::Questions;
use crate::rule::compile::{Checklist, DecisionId, Key};
use crate::rule::terms::Term;

/// What a script needs to say the same as the styles, and why.
///
/// - `questions`: id, values in order (places are numbers from 0), and `sensitive` where it is so.
/// - `decisions`: each a list of terms, shortest first, a term a list of `[question, place, place, …]`; one without
///   terms is never made.
/// - `states`: of each item and criterion its name on the page, and its states with their decisions: the first that is
///   made, else `maybe`.
/// - `verdicts`: the heaviest first, each with the decision that makes it the verdict if those before are passed, and
///   those that must all be made for it to be passed; `eligible` if all are.
/// - `sums`: the decision of each sum of which one is asked.
/// - `notices`: the decision of each silence. `indifferent`: for each question the decisions that must all be made.
/// - `groups`: for each part of a list the decisions that are all made once nothing of it is needed, else `null`.
pub fn script_data<'n>(
    checklist: &Checklist,
    questions: &Questions,
    name: &dyn Fn(Key) -> &'n str,
    groups: &[Option<&[DecisionId]>],
) -> Value {
    let mut read = Read::default();
    let states = states(checklist, name, &mut read);
    let verdicts = verdicts(checklist, &mut read);
    let notices: Vec<usize> = (0..checklist.unsettled.len())
        .map(|silence| read.place(checklist.noticed(silence)))
        .collect();
    let indifferent: Vec<Vec<usize>> = checklist
        .indifferent
        .iter()
        .map(|all| all.iter().map(|decision| read.place(*decision)).collect())
        .collect();
    let sums = checklist.sums.iter();
    let sums: Vec<usize> = sums.map(|decision| read.place(*decision)).collect();
    let groups = groups.iter();
    let groups: Vec<Option<Vec<usize>>> = groups
        .map(|all| Some(all.as_ref()?.iter().map(|one| read.place(*one)).collect()))
        .collect();
    let decisions = read.0.iter().map(|id| &checklist.decisions[*id].terms);
    let decisions = decisions.map(|terms| terms.iter().map(term).collect());
    json!({
        "questions": asked(checklist, questions),
        "decisions": decisions.collect::<Vec<Value>>(),
        "states": states,
        "verdicts": verdicts,
        "notices": notices,
        "indifferent": indifferent,
        "sums": sums,
        "groups": groups,
    })
}

/// Each question: its id, its values in order, and whether the answer is sensitive.
fn asked(checklist: &Checklist, questions: &Questions) -> Vec<Value> {
    let pairs = questions.list.iter().zip(&checklist.domains.list);
    pairs
        .map(|(question, domain)| {
            let mut data = json!({"id": question.id, "values": domain.values(question)});
            if question.sensitive {
                data["sensitive"] = json!(true);
            }
            data
        })
        .collect()
}

/// The states of items and criteria. A criterion that concerns nobody is met too, so that stands first.
fn states<'n>(checklist: &Checklist, name: &dyn Fn(Key) -> &'n str, read: &mut Read) -> Vec<Value> {
    let mut states = Vec::new();
    for (key, condition) in &checklist.items {
        let needed = json!(["needed", read.place(condition.yes)]);
        let not_needed = json!(["not_needed", read.place(condition.no)]);
        states.push(json!([name(*key), needed, not_needed]));
    }
    for (key, condition, _) in &checklist.criteria {
        let mut own = vec![json!(name(*key))];
        let mut unconcerned = checklist.unconcerned.iter();
        let never = unconcerned.find(|(known, _)| known == key);
        own.extend(never.map(|(_, never)| json!(["not_concerned", read.place(*never)])));
        own.push(json!(["met", read.place(condition.yes)]));
        own.push(json!(["failed", read.place(condition.no)]));
        states.push(Value::Array(own));
    }
    states
}

/// The ladder, the heaviest first: what makes each the verdict, and what rules it out.
fn verdicts(checklist: &Checklist, read: &mut Read) -> Vec<Value> {
    let rungs = checklist.ladder.iter();
    rungs
        .map(|rung| {
            let mut verdict = vec![json!(rung.verdict.name()), json!(read.place(rung.reached))];
            verdict.extend(rung.passed.iter().map(|one| json!(read.place(*one))));
            Value::Array(verdict)
        })
        .collect()
}

/// The decisions that the data refers to, in the order in which they are first met; others do not travel.
#[derive(Default)]
struct Read(Vec<DecisionId>);

impl Read {
    /// Where a decision stands in the data.
    fn place(&mut self, decision: DecisionId) -> usize {
        let known = self.0.iter().position(|id| *id == decision);
        known.unwrap_or_else(|| {
            self.0.push(decision);
            self.0.len() - 1
        })
    }
}

fn term(term: &Term) -> Value {
    let allowed = term.allowed.iter().map(|(question, mask)| {
        let places = (0..64).filter(|place| mask >> place & 1 == 1);
        std::iter::once(*question).chain(places).collect::<Value>()
    });
    allowed.collect()
}
