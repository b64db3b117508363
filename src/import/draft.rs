//! A service as it was understood, and what could not be.

use serde_json::{Map, Value};

use crate::diagnostic::Message;

/// A draft of a service.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// The service: English keys in the order of the reference, block by block as its file will hold it, without
    /// `status`. Texts are strings, numbers integers, `null` what the file says is not there or lost: `title` where a
    /// page lost it, for which its file must have another word.
    pub service: Map<String, Value>,
    /// What a person must settle before the draft can be published.
    pub doubts: Vec<Doubt>,
    /// What a person may take up.
    pub suggestions: Vec<Suggestion>,
}

/// A value that was left out because it can be read in more than one way, or that is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// The place in [`Draft::service`]: its key, with items counted from 0: `cost`, `time.cases[1]`,
    /// `complaints.channels[2]`. The place need not exist: then the nearest one above it does.
    pub field: String,
    /// Why.
    pub reason: Message,
}

/// Lines that could be added to the file, which the words of the page show but do not say.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// The place, as in [`Doubt::field`].
    pub field: String,
    /// What they would do.
    pub reason: Message,
    /// The lines as data, with English keys: what would stand at `field` beside what is there (`{"when": "…"}`), or
    /// below a key that is not there yet (`questions`).
    pub lines: Value,
}
