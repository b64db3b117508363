//! How a finished site takes the place of the old one.

/// How a finished site takes the place of the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PublishMode {
    /// The whole folder in one step.
    #[default]
    Exchange,
    /// File by file, deletions last: for a mount point. Not all or nothing.
    InPlace,
}
