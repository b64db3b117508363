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
//! 4. [`mod@write`] makes the file of a draft, with doubts and suggestions as comments.

mod amounts;
mod clauses;
pub mod columns;
mod commas;
mod conditions;
mod contacts;
mod cues;
mod demands;
mod draft;
mod duration;
mod end;
pub mod files;
mod free;
pub mod grid;
mod guarded;
mod heading;
mod labels;
mod leaning;
mod lexis;
mod lists;
mod markup;
mod mend;
mod mobiles;
mod order;
mod outcome;
mod outline;
mod package;
mod pages;
mod papers;
mod pen;
mod personal;
mod residue;
mod rows;
mod rupiah;
mod sheet;
mod site;
mod spelled;
mod steps;
mod tariff;
mod understand;
mod values;
mod verbs;
mod ways;
mod word;
mod words;
mod workbook;
pub mod write;
mod zeros;

pub use draft::{Doubt, Draft, Suggestion};
pub use lists::lines_of_text;
pub use markup::sheet_of_html;
pub use mend::text_of_bytes;
pub use pages::sheet_of_text;
pub use papers::Papers;
pub use sheet::{Component, Line, Part, Sheet};
pub use understand::understand;
