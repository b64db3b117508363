//! The text as the parser counts it, in characters: its lines, its blocks, and the bytes they stand at.

use crate::span::{FileId, Span};

/// The first character of the line around a character, and the character of its end.
pub fn line_around(work: &[char], index: usize) -> (usize, usize) {
    let start = work[..index].iter().rposition(|c| *c == '\n');
    let end = work[index..].iter().position(|c| *c == '\n');
    (
        start.map_or(0, |at| at + 1),
        end.map_or(work.len(), |at| index + at),
    )
}

/// Indexes of the characters that start a line which is neither indented, blank nor a comment.
pub fn block_starts(work: &[char]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut line_start = true;
    let mut in_list = false;
    for (index, c) in work.iter().enumerate() {
        if line_start && !matches!(c, ' ' | '\n' | '\r' | '#') {
            // Items of an unindented list belong to the key above, unless the file itself is a list.
            let item = *c == '-' && work.get(index + 1).is_none_or(|next| next.is_whitespace());
            if starts.is_empty() {
                in_list = item;
            }
            if !item || in_list {
                starts.push(index);
            }
        }
        line_start = *c == '\n';
    }
    starts
}

/// From the parser's character indexes to bytes of the file.
pub struct Offsets {
    file: FileId,
    base: usize,
    bytes: Vec<u32>,
}

impl Offsets {
    /// The characters of `text`, which starts at byte `base` of `file`.
    pub fn new(file: FileId, base: usize, text: &str) -> Self {
        let ends = std::iter::once(text.len());
        Self {
            file,
            base,
            bytes: text
                .char_indices()
                .map(|(at, _)| at)
                .chain(ends)
                .map(|at| u32::try_from(at).unwrap_or(u32::MAX))
                .collect(),
        }
    }

    /// Character `index` does not stand in the file; what follows it stands where it did.
    pub fn insert(&mut self, index: usize) {
        let last = self.bytes.len() - 1;
        let byte = self.bytes[index.min(last)];
        self.bytes.insert(index.min(last), byte);
    }

    /// The byte of the file at which character `index` stands.
    pub fn byte(&self, index: usize) -> usize {
        let last = self.bytes.len() - 1;
        self.base + self.bytes[index.min(last)] as usize
    }

    /// The first character at byte `byte` of the file or after it.
    pub fn index(&self, byte: usize) -> usize {
        let last = self.bytes.len() - 1;
        self.bytes
            .partition_point(|at| self.base + (*at as usize) < byte)
            .min(last)
    }

    /// The span of the characters `from..to`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.file, self.byte(from), self.byte(to))
    }
}
