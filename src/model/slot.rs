//! The states of every key, and the small containers.

use super::text::Text;
use super::values::Id;
use crate::span::Span;

/// A key of a record: not written, written as known to be missing (`null`), or given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Slot<T> {
    /// The key is not there: nobody filled it in yet.
    #[default]
    Absent,
    /// The key is there with `null`: the agency is known not to have it.
    Missing(Span),
    /// Something is there that cannot be read, which is reported already.
    Wrong,
    /// A value.
    Given(T),
}

impl<T> Slot<T> {
    /// The value, if one is given.
    pub fn get(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            _ => None,
        }
    }

    /// Whether nothing is written, not even `null`.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The state's name in views: `given`, `missing` or `absent`.
    pub fn state(&self) -> &'static str {
        match self {
            Self::Absent | Self::Wrong => "absent",
            Self::Missing(_) => "missing",
            Self::Given(_) => "given",
        }
    }

    /// This slot, or `default` where nothing is written here.
    pub fn or<'a>(&'a self, default: &'a Self) -> &'a Self {
        match self {
            Self::Absent => default,
            _ => self,
        }
    }
}

impl<T> Slot<Vec<T>> {
    /// The items; none unless a list is given.
    pub fn items(&self) -> &[T] {
        self.get().map_or(&[], Vec::as_slice)
    }
}

impl Slot<Text> {
    /// The text; empty unless one is given.
    pub fn str(&self) -> &str {
        self.get().map_or("", |text| text.value.as_str())
    }
}

impl Slot<Id> {
    /// Whether it is this name.
    pub fn is(&self, name: &str) -> bool {
        self.get().is_some_and(|id| id.value == name)
    }
}

/// A value and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// One text or several: `pengawasan_internal: …` or a list of sentences.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lines(pub Vec<Text>);

/// Values under names that the author chose (`choices`, `facts`, `answers`), in the order written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named<T>(pub Vec<(Id, T)>);

impl<T> Named<T> {
    /// The value with this name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0
            .iter()
            .find(|(id, _)| id.value == name)
            .map(|(_, value)| value)
    }
}
