//! The rule language: from the text of a condition to what the page, the reports and the words need.
//!
//! The way of a condition, each step a module that reads only the ones above it:
//!
//! 1. [`parse`]: the author's text (or a mapping) becomes an expression, [`syntax::Expr`].
//!
//! The room knows nothing of YAML and of the content model: it reads text, places and questions.

pub mod parse;
pub mod syntax;
