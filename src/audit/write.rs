//! The audit as text and Markdown; as CSV, JSON and HTML in the files beside this one.

mod csv;
mod html;
mod json;
mod markdown;
mod text;
mod words;

pub use csv::csv;
pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use text::text;
