//! A service: what its document means, made once and read by everyone behind.
//!
//! The document's lists become flat lists of *items*, each with its id, its number, its place on the page, what it is
//! ([`Role`]) and its checked conditions, those of the groups around it included. The rules of all items are compiled
//! once. Whoever tests, tabulates, analyzes or shows a service asks it here, and nobody walks the document's tree of
//! requirements again. Translations are no part of it: they bring words for its texts.

mod checks;
mod item;
mod items;
mod named;
mod places;
mod questions;
mod tariff;

use std::sync::OnceLock;

use super::cost::{Cost, Sum};
use super::names::Names;
use super::question::Translate;
use crate::diagnostic::Sink;
use crate::model::service::ServiceDocument;
use crate::model::{Slot, Text};
use crate::rule::check::{Questions, Rule};
use crate::rule::compile::{Checklist, DecisionId, Key, Rules};
use crate::rule::css;
use crate::rule::domain::Domains;

pub use checks::check_markdown;
pub use item::{Item, List, Role, States, Unsettled, Written, is_kept, kind_of};
pub use places::{Origin, Place};
pub use questions::Posed;
pub use tariff::Tariff;

/// What a service means.
#[derive(Debug)]
pub struct Service<'a> {
    /// What was written.
    pub document: &'a ServiceDocument,
    /// Requirements with their parts, implied criteria, steps, cases of time, rows of the tariff, channels and offices:
    /// each list in the order of the file, a group before its parts.
    pub items: Vec<Item<'a>>,
    /// What was written of each question.
    pub posed: Vec<Posed<'a>>,
    /// Whether each question that it names stands in questions.yaml and can be asked.
    pub knows_questions: bool,
    /// The questions in the original's words, with the facts.
    pub questions: Questions,
    /// The silences of the text.
    pub unsettled: Vec<Unsettled<'a>>,
    /// The rules as they are compiled; keys are places in [`Service::items`].
    pub rules: Rules,
    /// The rules, compiled. `None` where the service asks nothing, or its rules are not understood or too intertwined,
    /// which is reported.
    pub checklist: Option<Checklist>,
    /// Whether every condition was understood.
    pub understood: bool,
    /// Which rows of the tariff are paid together.
    pub tariff: Tariff,
    /// Where one gets the papers, in the order of the file; the page's `data-group` counts them from 1.
    pub places: Vec<Place<'a>>,
    style: OnceLock<String>,
}

impl<'a> Service<'a> {
    /// Resolves a document: every name it uses is looked up, every condition read, all rules compiled. What does not
    /// fit is reported. `id` is its own, `agency/service`.
    pub fn of(document: &'a ServiceDocument, id: &str, names: &Names<'a>, sink: &mut Sink) -> Self {
        let mut of_rules = Sink::default();
        let listed = questions::posed(document, names, sink);
        let knows_questions = listed.iter().all(Option::is_some);
        let posed: Vec<Posed<'a>> = listed.into_iter().flatten().collect();
        let questions = questions::questions(document, &posed, &mut of_rules);
        let mut items = items::items(document, &questions, &mut of_rules);
        let unsettled = items::unsettled(document, &questions, &mut of_rules);
        questions::check_tests(document, &questions, &mut of_rules);
        let rules = items::rules(&items, &unsettled);
        // What the rules mean can be told only when all of them are understood.
        let understood = knows_questions && of_rules.is_empty();
        let checklist = understood.then(|| compile(&questions, &rules, &mut of_rules));
        let mut checklist = checklist.flatten();
        if let Some(checklist) = &checklist {
            items::decide(&mut items, checklist);
        }
        let tariff = Tariff::of(&items, checklist.as_mut());
        let places = places::places(&items, id, names);
        let service = Self {
            document,
            places,
            items,
            posed,
            knows_questions,
            questions,
            unsettled,
            rules,
            checklist,
            understood,
            tariff,
            style: OnceLock::new(),
        };
        checks::check(document, &service.items, names, sink);
        questions::check(document, &service.posed, names, sink);
        named::check(document, &service.items, sink);
        sink.append(of_rules);
        service
    }

    /// The items of a list without the parts of groups, in the order of the file.
    pub fn list(&self, list: List) -> impl Iterator<Item = &Item<'a>> {
        let items = self.items.iter();
        items.filter(move |item| item.list == list && item.group.is_none())
    }

    /// Whether an item of a list has a condition.
    pub fn has_conditional(&self, list: List) -> bool {
        self.list(list).any(|item| !item.is_unconditional())
    }

    /// The parts of a group.
    pub fn parts_of(&self, group: &Item<'_>) -> impl Iterator<Item = &Item<'a>> {
        group.parts.iter().filter_map(|key| self.items.get(*key))
    }

    /// The groups around an item, the nearest first.
    pub fn around(&self, item: &Item<'_>) -> impl Iterator<Item = &Item<'a>> {
        let outer = |key: Option<Key>| self.items.get(key?);
        std::iter::successors(outer(item.group), move |item| outer(item.group))
    }

    /// Where the reader's own steps lead, each step with its place; none where no answer decides it.
    pub fn stations(&self) -> Vec<(&Item<'a>, &'a Text)> {
        let steps = self.list(List::Procedure).filter(|item| item.is_readers());
        let placed = steps.filter_map(|item| match item.written {
            Written::Step(step) => Some((item, step.location.get()?)),
            _ => None,
        });
        let placed: Vec<_> = placed.collect();
        match placed.iter().any(|(item, _)| item.states.is_some()) {
            true => placed,
            false => Vec::new(),
        }
    }

    /// Whether each of the reader's own steps leads to a place of its own for some people only: the agency's stands for
    /// all others.
    pub fn leads_elsewhere(&self) -> bool {
        let stations = self.stations();
        let own = self.list(List::Procedure).filter(|item| item.is_readers());
        let for_some = stations.iter().all(|(item, _)| item.states.is_some());
        !stations.is_empty() && for_some && stations.len() == own.count()
    }

    /// The requirements with their parts.
    pub fn requirements(&self) -> impl Iterator<Item = &Item<'a>> {
        let items = self.items.iter();
        items.filter(|item| item.list == List::Requirements)
    }

    /// What one brings.
    pub fn papers(&self) -> impl Iterator<Item = &Item<'a>> {
        self.items.iter().filter(|item| item.role == Role::Paper)
    }

    /// What one must be or have done: the items that a verdict rests on.
    pub fn criteria(&self) -> impl Iterator<Item = &Item<'a>> {
        self.items.iter().filter(|item| item.must.is_some())
    }

    /// What those pay who can use it.
    pub fn cost(&self) -> Slot<Cost> {
        match &self.document.cost {
            Slot::Given(_) => Slot::Given(self.tariff.cost(&self.items)),
            Slot::Missing(span) => Slot::Missing(*span),
            Slot::Wrong => Slot::Wrong,
            Slot::Absent => Slot::Absent,
        }
    }

    /// What is paid under these answers, as far as they decide it.
    pub fn cost_under(&self, checklist: &Checklist, answers: &[Option<u8>]) -> Cost {
        self.tariff.under(&self.items, checklist, answers)
    }

    /// What is paid where these rows of the tariff hold.
    pub fn sum(&self, holds: impl Fn(&Item<'_>) -> bool) -> Sum {
        tariff::sum(&self.items, holds)
    }

    /// The sums of which its page says which one it is, in the order of [`Checklist::sums`].
    pub fn decided_sums(&self) -> &[Sum] {
        &self.tariff.decided
    }

    /// The requirement that a step or test calls by id or number.
    pub fn requirement(&self, name: &str) -> Option<&Item<'a>> {
        self.requirements().find(|item| item.is_called(name))
    }

    /// The requirement or implied criterion that a test calls by id or number.
    pub fn find(&self, name: &str) -> Option<&Item<'a>> {
        let mut items = self.items.iter();
        items.find(|item| item.list.is_named() && item.is_called(name))
    }

    /// Every condition but those of facts, as it was written.
    pub fn conditions(&self) -> impl Iterator<Item = &Rule> {
        let own = self.items.iter();
        let own = own.flat_map(|item| [&item.when, &item.must, &item.cannot_have]);
        let cases = self.unsettled.iter().map(|case| &case.when);
        own.chain(cases).flatten()
    }

    /// The questions in the words of a translation.
    pub fn questions_in(&self, translate: Translate<'_>) -> Questions {
        questions::translated(&self.posed, &self.questions, translate)
    }

    /// What was written of the question with that id.
    pub fn posed(&self, id: &str) -> Option<&Posed<'a>> {
        let called = |posed: &&Posed<'a>| posed.written.id.get().is_some_and(|own| own.value == id);
        self.posed.iter().find(called)
    }

    /// The styles by which its page decides without script; the same in every language, and made once.
    pub fn style(&self) -> &str {
        let name = |key| self.path(key);
        let times = self.list(List::Time).map(|item| item.key).collect();
        let stations = self.stations().into_iter().map(|(item, _)| item.key);
        let stations = stations.collect();
        let alternatives = [("time", times), ("place", stations)];
        let made = |checklist| {
            css::styles(
                checklist,
                &self.questions,
                &name,
                &self.groups(),
                &alternatives,
            )
        };
        let style = || self.checklist.as_ref().map(made).unwrap_or_default();
        self.style.get_or_init(style)
    }

    /// What hides each of the places.
    fn groups(&self) -> Vec<Option<&[DecisionId]>> {
        let places = self.places.iter();
        places.map(|place| place.not_needed.as_deref()).collect()
    }

    /// What the page calls an item.
    fn path(&self, key: Key) -> &str {
        self.items.get(key).map_or("", |item| &item.path)
    }
}

fn compile(questions: &Questions, rules: &Rules, sink: &mut Sink) -> Option<Checklist> {
    if questions.list.is_empty() {
        return None;
    }
    let domains = Domains::of(questions, rules.each(), sink)?;
    Checklist::compile(domains, rules, sink)
}
