//! Changing files of the content by place: what stands around a change, comments and wording too, stays byte for byte.
//!
//! # Steps
//!
//! 1. `files` says which files hold which shape, and `walk` leads through a tree by that shape.
//! 2. [`rename`] plans a new name: what is moved, and what is changed in which file. Nothing is written here.
//! 3. [`mod@format`] orders the keys of files and writes them in one language.
//! 4. [`Planned`] are the sources as they would be, so that they can be checked before anything is written.

mod files;
pub mod format;
mod planned;
pub mod rename;
mod walk;

pub use planned::{Plan, Planned};
