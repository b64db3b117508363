//! One item of a service: what it is, where it stands, and its conditions.

use crate::model::service::{
    Actor, Confirmation, CostRow, Criterion, LegalBasis, OfferedAt, Otherwise, OtherwiseKind,
    PaperForm, Requirement, RequirementKind, ServiceChannel, Step, TimeCase, Unsettled as Case,
};
use crate::model::{Id, Slot, Text};
use crate::rule::check::Rule;
use crate::rule::compile::{Condition, Key, Kind};

/// The lists of a service whose items a page, a test or a rule can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// What the standard lists.
    Requirements,
    /// The criteria it implies.
    Eligibility,
    /// The steps.
    Procedure,
    /// The cases of the time.
    Time,
    /// The rows of the tariff.
    Cost,
    /// The ways to use it.
    Channels,
    /// The further agencies that offer it.
    Offices,
}

impl List {
    /// Its name in places on the page.
    pub fn key(self) -> &'static str {
        match self {
            Self::Requirements => "requirements",
            Self::Eligibility => "eligibility",
            Self::Procedure => "procedure",
            Self::Time => "time",
            Self::Cost => "cost",
            Self::Channels => "channels",
            Self::Offices => "offered_at",
        }
    }

    /// Whether tests name its items.
    pub fn is_named(self) -> bool {
        matches!(self, Self::Requirements | Self::Eligibility)
    }

    /// Whether it says how and where one goes about it, which is no result of a decision.
    pub fn is_way(self) -> bool {
        matches!(self, Self::Procedure | Self::Channels | Self::Offices)
    }
}

/// What an item is to the citizen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Something to bring: a document or a form; `any_of` is one.
    Paper,
    /// Something one must be.
    Criterion,
    /// Something to do before.
    PriorAction,
    /// Someone must come.
    Attendance,
    /// Something to pay before.
    Payment,
    /// Nothing by itself: it is its parts.
    Group,
    /// A step of the procedure.
    Step,
    /// A case of the time.
    Case,
    /// A row of the tariff.
    Price,
    /// A way to use the service.
    Channel,
    /// An agency that offers it.
    Office,
}

impl Role {
    /// Its name in data for other programs.
    pub fn key(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Criterion => "criterion",
            Self::PriorAction => "prior_action",
            Self::Attendance => "attendance",
            Self::Payment => "payment",
            Self::Group => "group",
            Self::Step => "step",
            Self::Case => "case",
            Self::Price => "price",
            Self::Channel => "channel",
            Self::Office => "office",
        }
    }
}

/// What decides an item of the page, compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum States {
    /// A condition: needed, not needed, maybe.
    Item(Condition),
    /// A criterion: met, failed, maybe.
    Criterion(Condition),
}

impl States {
    /// The condition, or what a criterion demands.
    pub fn condition(self) -> Condition {
        match self {
            Self::Item(condition) | Self::Criterion(condition) => condition,
        }
    }
}

/// A case that the text does not settle.
#[derive(Debug)]
pub struct Unsettled<'a> {
    /// When it applies; `None` where its condition has a mistake.
    pub when: Option<Rule>,
    /// What was written.
    pub written: &'a Case,
}

/// The record that an item was read from.
#[derive(Debug, Clone, Copy)]
pub enum Written<'a> {
    /// Of `requirements`.
    Requirement(&'a Requirement),
    /// Of `eligibility`.
    Criterion(&'a Criterion),
    /// Of `procedure`.
    Step(&'a Step),
    /// Of `time.cases`.
    Case(&'a TimeCase),
    /// Of `cost`.
    Price(&'a CostRow),
    /// Of `channels`.
    Channel(&'a ServiceChannel),
    /// Of `offered_at`.
    Office(&'a OfferedAt),
}

/// An item of a service.
#[derive(Debug)]
pub struct Item<'a> {
    /// Its place among all items.
    pub key: Key,
    /// The list it stands in.
    pub list: List,
    /// The name that stays when the order changes.
    pub id: Option<&'a str>,
    /// Its number in its list, with those of its groups: `2.1`.
    pub number: String,
    /// Its place on the page: `requirements.2.1`.
    pub path: String,
    /// What it is.
    pub role: Role,
    /// The group it is a part of.
    pub group: Option<Key>,
    /// Its parts, if it is a group.
    pub parts: Vec<Key>,
    /// When it is needed, as written at the item itself.
    pub when: Option<Rule>,
    /// The same with the conditions of its groups; `None` where it holds for everyone.
    pub condition: Option<Rule>,
    /// What it demands, as written; it binds those for whom its condition holds.
    pub must: Option<Rule>,
    /// Who cannot have it.
    pub cannot_have: Option<Rule>,
    /// What decides it on the page; `None` where it holds for everyone.
    pub states: Option<States>,
    /// What was written.
    pub written: Written<'a>,
}

impl<'a> Item<'a> {
    /// The name by which a test calls it: its id, else its number.
    pub fn name(&self) -> &str {
        self.id.unwrap_or(self.call_number())
    }

    /// The number by which a test calls it: `2.1`, `eligibility.1`.
    pub fn call_number(&self) -> &str {
        match self.list {
            List::Requirements => &self.number,
            _ => &self.path,
        }
    }

    /// Whether a step or test means it by `name`.
    pub fn is_called(&self, name: &str) -> bool {
        self.id == Some(name) || self.call_number() == name
    }

    /// Whether nothing is written of when it holds, not even a condition that has a mistake.
    pub fn is_unconditional(&self) -> bool {
        match self.written {
            Written::Requirement(one) => one.when.is_absent(),
            Written::Criterion(_) => true,
            Written::Step(one) => one.when.is_absent(),
            Written::Case(one) => one.when.is_absent(),
            Written::Price(one) => one.when.is_absent(),
            Written::Channel(one) => one.when.is_absent(),
            Written::Office(one) => one.when.is_absent(),
        }
    }

    /// Whether it is a step that the reader takes: it is said so, or nobody is named.
    pub fn is_readers(&self) -> bool {
        match self.written {
            Written::Step(step) => matches!(step.actor.get(), None | Some(Actor::Applicant)),
            _ => false,
        }
    }

    /// Its number among its siblings, from 1.
    pub fn place(&self) -> usize {
        let last = self.number.rsplit('.').next();
        last.and_then(|last| last.parse().ok()).unwrap_or_default()
    }

    /// The citizen's wording and the legal one.
    pub fn wording(&self) -> (&'a Slot<Text>, &'a Slot<Text>) {
        match self.written {
            Written::Requirement(one) => (&one.label, &one.text),
            Written::Criterion(one) => (&one.label, &one.text),
            Written::Step(one) => (&one.label, &one.text),
            Written::Case(one) => (&one.label, &one.text),
            Written::Price(one) => (&one.label, &one.text),
            Written::Channel(one) => (&one.location, &Slot::Absent),
            Written::Office(one) => (&one.agency, &Slot::Absent),
        }
    }

    /// Its words: the citizen's, else the legal ones.
    pub fn words(&self) -> Option<&'a Text> {
        let (label, text) = self.wording();
        label.get().or(text.get())
    }

    /// What holds if it fails.
    pub fn otherwise(&self) -> Option<&'a Otherwise> {
        match self.written {
            Written::Requirement(one) => one.otherwise.get(),
            Written::Criterion(one) => one.otherwise.get(),
            _ => None,
        }
    }

    /// What follows if it fails.
    pub fn kind(&self) -> Kind {
        let otherwise = self.otherwise();
        match otherwise.and_then(|otherwise| otherwise.kind.get()) {
            Some(OtherwiseKind::DoFirst) => Kind::DoFirst,
            Some(OtherwiseKind::NotNeeded) => Kind::NotNeeded,
            Some(OtherwiseKind::NotEligible) | None => Kind::NotEligible,
        }
    }

    /// What an editor inferred, and who confirmed it.
    pub fn inference(&self) -> Option<(&'a Text, Option<&'a Confirmation>)> {
        let (inferred, confirmed) = self.inferred();
        Some((inferred?, confirmed))
    }

    /// What is written of an inference, and of who confirmed it.
    pub fn inferred(&self) -> (Option<&'a Text>, Option<&'a Confirmation>) {
        let (inferred, confirmed) = match self.written {
            Written::Requirement(one) => (&one.interpretation, &one.confirmed),
            Written::Criterion(one) => (&one.interpretation, &one.confirmed),
            _ => return (None, None),
        };
        (inferred.get(), confirmed.get())
    }

    /// The articles it rests on.
    pub fn legal_basis(&self) -> &'a [LegalBasis] {
        match self.written {
            Written::Requirement(one) => one.legal_basis.items(),
            Written::Criterion(one) => one.legal_basis.items(),
            Written::Price(one) => one.legal_basis.items(),
            _ => &[],
        }
    }

    /// The requirement it was read from.
    pub fn requirement(&self) -> Option<&'a Requirement> {
        match self.written {
            Written::Requirement(one) => Some(one),
            _ => None,
        }
    }

    /// The id as it was written.
    pub fn written_id(&self) -> &'a Slot<Id> {
        match self.written {
            Written::Requirement(one) => &one.id,
            Written::Criterion(one) => &one.id,
            Written::Step(one) => &one.id,
            Written::Case(one) => &one.id,
            Written::Price(one) => &one.id,
            Written::Channel(_) | Written::Office(_) => &Slot::Absent,
        }
    }
}

/// The type of a requirement: as written, else a criterion where it demands something, else a document.
pub fn kind_of(requirement: &Requirement) -> RequirementKind {
    match requirement.kind.get() {
        Some(kind) => *kind,
        None if !requirement.must.is_absent() => RequirementKind::Criterion,
        None => RequirementKind::Document,
    }
}

/// Whether a paper is shown or copied from what one has: nobody gets it anew for that.
pub fn is_kept(requirement: &Requirement) -> bool {
    use PaperForm::{CertifiedCopy, Copy, ShowOnly};
    let form = requirement.form.get();
    matches!(form, Some(Copy | CertifiedCopy | ShowOnly))
}

/// What a requirement is. This alone says what a paper is.
pub(super) fn role_of(requirement: &Requirement) -> Role {
    if !requirement.items.items().is_empty() {
        return Role::Group;
    }
    match kind_of(requirement) {
        // What must hold is not brought, whatever its type.
        RequirementKind::Document | RequirementKind::Form => match requirement.must.get() {
            Some(_) => Role::Criterion,
            None => Role::Paper,
        },
        RequirementKind::Criterion => Role::Criterion,
        RequirementKind::PriorAction => Role::PriorAction,
        RequirementKind::Attendance => Role::Attendance,
        RequirementKind::Payment => Role::Payment,
    }
}
