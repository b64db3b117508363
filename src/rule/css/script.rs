//! The same decisions as data for the page's script.

use serde_json::{Value, json};

use crate::rule::check::Questions;
use crate::rule::compile::{Checklist, Condition, DecisionId, Key};
use crate::rule::terms::Term;

/// What a script needs to say the same as the styles, and why.
///
/// - `questions`: id, values in order (places are numbers from 0), and `sensitive` where it is so.
/// - `decisions`: each a list of terms, shortest first, a term a list of `[question, place, place, …]`; one without
///   terms is never made.
/// - `items` and `criteria`: its name on the page, decision for yes, decision for no; of a criterion that has a condition
///   also the decision that it concerns nobody with these answers.
/// - `verdicts`: the heaviest first, each with the decision that makes it the verdict if those before are passed, and
///   those that must all be made for it to be passed; `eligible` if all are.
/// - `sums`: the decision of each sum of which one is asked.
/// - `notices`: the decision of each silence. `indifferent`: for each question the decisions that must all be made.
pub fn script_data<'n>(
    checklist: &Checklist,
    questions: &Questions,
    name: &dyn Fn(Key) -> &'n str,
) -> Value {
    let mut read = Read::default();
    let mut decided_by = |key: Key, condition: Condition| {
        let mut own = vec![
            json!(name(key)),
            json!(read.place(condition.yes)),
            json!(read.place(condition.no)),
        ];
        let mut unconcerned = checklist.unconcerned.iter();
        let never = unconcerned.find(|(known, _)| *known == key);
        own.extend(never.map(|(_, never)| json!(read.place(*never))));
        Value::Array(own)
    };
    let items: Vec<Value> = checklist
        .items
        .iter()
        .map(|(key, condition)| decided_by(*key, *condition))
        .collect();
    let criteria: Vec<Value> = checklist
        .criteria
        .iter()
        .map(|(key, condition, _)| decided_by(*key, *condition))
        .collect();
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
    let decisions = read.0.iter().map(|id| &checklist.decisions[*id].terms);
    let decisions = decisions.map(|terms| terms.iter().map(term).collect());
    json!({
        "questions": asked(checklist, questions),
        "decisions": decisions.collect::<Vec<Value>>(),
        "items": items,
        "criteria": criteria,
        "verdicts": verdicts,
        "notices": notices,
        "indifferent": indifferent,
        "sums": sums,
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
