//! What `audit` can be told.

use clap::ValueEnum;

/// How the report is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum AuditFormat {
    /// A line for each service
    #[default]
    Table,
    /// Comma-separated values, a row for each service
    Csv,
    /// One JSON object
    Json,
    /// Markdown
    Markdown,
    /// A page to read and print
    Html,
}
