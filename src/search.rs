//! The index by which a page finds services as one types: words to services, in small files that are loaded one by one.
//!
//! # Steps
//!
//! 1. [`words`] cuts texts into words.
//! 2. An [`Index`] keeps for each word the services that say it, the best first.
//! 3. [`Index::pack`] writes the words once, and their services in *shards* of words that stand side by side.
//!
//! What reads it is `search/search.js` of the theme, which cuts what is typed in the same way; it alone knows of typing errors
//! and of the forms of words.

mod index;
mod pack;
mod words;

pub use index::{Field, Found, Index};
pub use pack::Packed;
pub use words::words;
