//! Where something stands in the sources: a file and a range of its bytes, or a line and a column.

mod lines;

pub use lines::{LineColumn, Lines};

/// The number of a file in the sorted list of the site's sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FileId(pub u32);

/// A range of bytes in one source file; `start` is included, `end` is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The file that holds the range.
    pub file: FileId,
    /// First byte of the range, counted from 0.
    pub start: u32,
    /// First byte after the range.
    pub end: u32,
}

impl Span {
    /// The bytes `start..end` of `file`. Offsets past 4 GiB do not occur: a source over 1 MB is refused.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        Self {
            file,
            start: u32::try_from(start).unwrap_or(u32::MAX),
            end: u32::try_from(end.max(start)).unwrap_or(u32::MAX),
        }
    }

    /// The very beginning of a file, for findings about the file as a whole.
    pub fn file_start(file: FileId) -> Self {
        Self {
            file,
            start: 0,
            end: 0,
        }
    }

    /// The smallest span that covers this one and `other` of the same file.
    pub fn to(self, other: Span) -> Self {
        Self {
            file: self.file,
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}
