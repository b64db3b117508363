//! The rule language: from the text of a condition to what the page, the reports and the words need.
//!
//! The way of a condition, each step a module that reads only the ones above it:
//!
//! 1. [`parse`]: the author's text (or a mapping) becomes an expression, [`syntax::Expr`].
//! 2. [`check`]: names and types are checked against the [`questions`]; what passes is a [`check::Rule`].
//! 3. [`domain`]: numbers are cut into bands, so that each rule is a function of finitely many answers.
//! 4. [`diagram`] and [`terms`]: the function exactly, and its shortest sufficient grounds.
//! 5. [`compile`]: the rules of a service together: what is decided by which answers.
//! 6. [`css`]: the same as styles, which need no script and are all that the script reads.
//! 7. [`data`]: the same for other programs.
//! 8. [`words`]: a rule read aloud, in Indonesian and English.
//! 9. [`joint`] and [`carry`]: the rules of several services, or of two versions of one, over the same answers.
//!
//! The room knows nothing of YAML and of the content model: it reads text, places and questions.

pub mod carry;
pub mod check;
pub mod compile;
pub mod css;
pub mod data;
pub mod diagram;
pub mod domain;
pub mod joint;
pub mod parse;
pub mod questions;
pub mod syntax;
pub mod terms;
pub mod words;
