//! Conditions of two versions, compared for all answers at once: what is written in other words but means the same is no
//! change.

use super::tell::Voice;
use crate::language::fill;
use crate::resolve::service::Service;
use crate::rule::carry::Carrier;
use crate::rule::check::{Questions, Rule};
use crate::rule::diagram::{ALWAYS, Diagrams, Function, NEVER};
use crate::rule::domain::Domains;
use crate::rule::joint::{Asked, Joint};
use crate::rule::terms::{Term, cover};
use crate::rule::words;

/// The most cases that are named one by one; beyond, both conditions are said whole.
const MOST_CASES: usize = 3;

/// Terms that are looked at to find them.
const MOST_TERMS: usize = 50;

/// The conditions of two versions of a service.
pub struct Conditions<'a> {
    voice: Voice,
    questions: [&'a Questions; 2],
    joint: Option<Joint>,
    domains: [Domains; 2],
}

/// How a condition differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Differs {
    /// Not at all.
    No,
    /// For whom it holds now and did not, and for whom it held and does not now, in words; one of them is given.
    For(Option<String>, Option<String>),
    /// What it was and what it is, in words; nothing for one that held for everyone.
    Whole(Option<String>, Option<String>),
}

impl<'a> Conditions<'a> {
    /// Those of two versions, with their questions in the words of the voice.
    pub fn new([old, new]: [&Service<'_>; 2], questions: [&'a Questions; 2], voice: Voice) -> Self {
        let domains = [old, new].map(|service| {
            let compiled = service.checklist.as_ref();
            compiled
                .map(|checklist| checklist.domains.clone())
                .unwrap_or_default()
        });
        let mut known = [old, new].into_iter().zip(&domains);
        let known =
            known.all(|(service, domains)| service.questions.list.len() == domains.list.len());
        let asked = |side: usize| Asked {
            questions: questions[side],
            domains: &domains[side],
        };
        let joint = known.then(|| Joint::of(asked(0), asked(1))).flatten();
        Self {
            voice,
            questions,
            joint,
            domains,
        }
    }

    /// How a condition differs; `None` is one that holds for everyone.
    pub fn compare(&self, old: Option<&Rule>, new: Option<&Rule>) -> Differs {
        if old.is_none() && new.is_none() {
            return Differs::No;
        }
        let whole = || {
            let said =
                [(old, 0), (new, 1)].map(|(rule, side)| rule.map(|rule| self.said(rule, side)));
            let [before, now] = said;
            match before == now {
                true => Differs::No,
                false => Differs::Whole(before, now),
            }
        };
        let Some(joint) = &self.joint else {
            return whole();
        };
        let mut diagrams = Diagrams::new(&joint.domains);
        let old = self.function(old, 0, joint, &mut diagrams);
        let new = self.function(new, 1, joint, &mut diagrams);
        let (not_old, not_new) = (diagrams.not(old), diagrams.not(new));
        let (gained, lost) = (diagrams.and(new, not_old), diagrams.and(old, not_new));
        if diagrams.overflowed() {
            return whole();
        }
        if gained == NEVER && lost == NEVER {
            return Differs::No;
        }
        let mut cases = |function: Function| match function {
            NEVER => Some(None),
            _ => {
                let terms = cover(function, &mut diagrams, MOST_TERMS)?;
                (terms.len() <= MOST_CASES).then(|| Some(self.terms(&terms)))
            }
        };
        match (cases(gained), cases(lost)) {
            (Some(gained), Some(lost)) => Differs::For(gained, lost),
            _ => whole(),
        }
    }

    /// Whether two conditions mean the same.
    pub fn same(&self, old: Option<&Rule>, new: Option<&Rule>) -> bool {
        self.compare(old, new) == Differs::No
    }

    fn function(
        &self,
        rule: Option<&Rule>,
        side: usize,
        joint: &Joint,
        diagrams: &mut Diagrams,
    ) -> Function {
        let Some(rule) = rule else { return ALWAYS };
        let mut own = Diagrams::new(&self.domains[side]);
        let function = own.rule(rule, &self.domains[side]);
        Carrier::new(&own, &joint.sides[side]).carry(function, diagrams)
    }

    /// A condition of one version in words: what follows "jika".
    pub fn said(&self, rule: &Rule, side: usize) -> String {
        let language = self.voice.language;
        words::words(rule, self.questions[side], language).line(language)
    }

    /// What is answered, in words, one for each question that matters; `joint` is the same without words of translations.
    pub fn answers(&self, term: &Term, joint: &Joint) -> Vec<String> {
        let joint = self.joint.as_ref().unwrap_or(joint);
        joint.say(term, self.voice.language)
    }

    /// Some answers in words: "KTP hilang dan usia di bawah 17 tahun, atau KTP rusak".
    pub fn terms(&self, terms: &[Term]) -> String {
        let (language, phrases) = (self.voice.language, self.voice.language.phrases());
        let join = |phrase: &str, parts: Vec<String>| {
            let joined = parts.into_iter();
            let joined = { joined }
                .reduce(|first, last| fill(phrase, &[("first", &first), ("last", &last)]));
            joined.unwrap_or_else(|| phrases.always.clone())
        };
        let Some(joint) = &self.joint else {
            return String::new();
        };
        let each = terms
            .iter()
            .map(|term| join(&phrases.and_inner, joint.say(term, language)));
        join(&phrases.or, each.collect())
    }
}
