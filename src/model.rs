//! What content files say: one typed record for each kind of object, with its keys in both languages.
//!
//! A record is declared once, by [`record!`](record): its keys in English and Indonesian, the type of each value and
//! what it means. From that one declaration come the struct, the strict reading of a YAML node with located
//! findings, and the schema that editors use.

pub mod agency;
pub mod channel;
pub mod colour;
mod context;
pub mod cost;
pub mod decode;
mod encode;
pub mod hours;
pub mod integer;
mod meant;
mod mistakes;
pub mod number;
mod personal;
pub mod published;
mod range;
pub mod record;
pub mod registry;
pub mod requirement;
pub mod service;
pub mod service_parts;
pub mod shape;
pub mod site;
pub mod slot;
pub mod standard;
pub mod text;
pub mod time;
pub mod values;
mod weekly;

pub use context::{Context, Decode, YES_NO, YesNo};
pub use encode::{Encode, Encoder, Find};
pub use integer::Integer;
pub use mistakes::dates_in;
pub use slot::{Lines, Named, Placed, Slot};
pub use text::Text;
pub use values::{Date, FilePath, Id, Markdown, Url};
