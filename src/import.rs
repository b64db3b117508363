//! From what an office already has (a page of a catalogue, a Word file, a row of a spreadsheet) to a draft of a service.
//!
//! # Steps
//!
//! 1. A reader makes a [`Sheet`] of a file: the words under each of the 14 components, with their lists, nothing
//!    understood yet.
//! 2. Its words become a [`Draft`]: the service as data, every sentence kept word for word in `text`, with the values
//!    that can be read beside it.
//! 3. What cannot be read in one way only is left out and becomes a [`Doubt`]; what the words merely show becomes a
//!    [`Suggestion`].

mod draft;
mod sheet;

pub use draft::{Doubt, Draft, Suggestion};
pub use sheet::{Component, Line, Part, Sheet};
