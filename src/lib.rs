//! Maklumat turns descriptions of public services into an accessible website.

pub mod diagnostic;
pub mod output;
pub mod render;
pub mod rule;
pub mod source;
pub mod span;
pub mod yaml;
pub mod model;
pub mod markdown;
pub mod parse;
pub mod resolve;
pub mod analyze;
pub mod optimise;
pub mod pipeline;
pub mod theme;
pub mod disk;
pub mod cli;
