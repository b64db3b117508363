//! YAML with places: a tree of nodes that keeps every scalar exactly as it was written.
//!
//! # Steps
//!
//! 1. [`text`] turns bytes into text and refuses what no text file holds.
//! 2. `paste` finds what people paste from Word, line by line.
//! 3. [`read`] builds the [`Node`] tree from the parser's events; a block that cannot be parsed is reported and left
//!    out, and the rest of the file is read all the same.
//! 4. [`comments`] finds what the tree leaves out, for whoever edits a file by place.
//!
//! [`mod@write`] is the way back: texts as YAML.

mod broken;
mod build;
pub mod change;
mod characters;
mod comment;
mod continued;
mod insert;
mod node;
mod paste;
pub mod place;
mod read;
mod signs;
mod slips;
pub mod text;
mod unquoted;
pub mod write;

pub use comment::{Comment, comments};
pub use continued::after_sign;
pub use insert::{Side, insertion};
pub use node::{Key, Node, Pair, Scalar, Tree, Value};
pub use read::read;
