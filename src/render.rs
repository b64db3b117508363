//! Typed views and the pages made from them.
pub mod view;
