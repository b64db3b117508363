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

/// The quote that closes the one at `open`.
pub fn closing_quote(block: &[char], open: usize) -> Option<usize> {
    let quote = block[open];
    let mut at = open + 1;
    while let Some(c) = block.get(at) {
        match c {
            '\\' if quote == '"' => at += 1,
            c if *c == quote && quote == '\'' && block.get(at + 1) == Some(&quote) => at += 1,
            c if *c == quote => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// Where each line of a `text` below `|` stands in the file: the bytes of its words, without indentation. Its first
/// character is `from`, and `to` is the one after its last.
pub fn rows(
    work: &[char],
    (from, to): (usize, usize),
    text: &str,
    offsets: &Offsets,
) -> Vec<(u32, u32)> {
    let mut rows = Vec::new();
    let mut at = line_around(work, from).0;
    for _ in 0..=text.matches('\n').count() {
        if at > to.min(work.len()) {
            break;
        }
        let (_, end) = line_around(work, at);
        let line = &work[at..end];
        let blanks = line.iter().take_while(|c| **c == ' ').count();
        let after = line.iter().rev().take_while(|c| c.is_whitespace()).count();
        let last = line.len().saturating_sub(after).max(blanks);
        let span = offsets.span(at + blanks, at + last);
        rows.push((span.start, span.end));
        at = end + 1;
    }
    rows
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
    /// The byte of each character and of the end; none where every character is a byte.
    bytes: Vec<u32>,
    /// How many characters the text has.
    length: usize,
}

impl Offsets {
    /// The characters of `text`, which starts at byte `base` of `file`.
    pub fn new(file: FileId, base: usize, text: &str) -> Self {
        let bytes = match text.is_ascii() {
            true => Vec::new(),
            false => starts(text.char_indices().map(|(at, _)| at), text.len()),
        };
        let characters = bytes.len().checked_sub(1);
        Self {
            file,
            base,
            length: characters.unwrap_or(text.len()),
            bytes,
        }
    }

    /// Characters of a text that was changed, and the byte of the unchanged one that each stands for, with the end.
    pub fn of_changed(file: FileId, base: usize, bytes: Vec<u32>) -> Self {
        Self {
            file,
            base,
            length: bytes.len().saturating_sub(1),
            bytes,
        }
    }

    /// Character `index` does not stand in the file; what follows it stands where it did.
    pub fn insert(&mut self, index: usize) {
        if self.bytes.is_empty() {
            self.bytes = starts(0..self.length, self.length);
        }
        let index = index.min(self.length);
        self.bytes.insert(index, self.bytes[index]);
        self.length += 1;
    }

    /// The byte of the file at which character `index` stands.
    pub fn byte(&self, index: usize) -> usize {
        let index = index.min(self.length);
        self.base + self.bytes.get(index).map_or(index, |byte| *byte as usize)
    }

    /// The first character at byte `byte` of the file or after it.
    pub fn index(&self, byte: usize) -> usize {
        let byte = byte.saturating_sub(self.base);
        let index = match self.bytes.is_empty() {
            true => byte,
            false => self.bytes.partition_point(|at| (*at as usize) < byte),
        };
        index.min(self.length)
    }

    /// The span of the characters `from..to`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.file, self.byte(from), self.byte(to))
    }
}

/// Where characters start, and the end.
fn starts(characters: impl Iterator<Item = usize>, end: usize) -> Vec<u32> {
    let all = characters.chain(std::iter::once(end));
    all.map(|at| u32::try_from(at).unwrap_or(u32::MAX))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_stand_at_their_bytes_whether_they_have_one_or_more() {
        for (text, bytes) in [("abc", [10, 11, 12, 13]), ("aé\u{2013}", [10, 11, 13, 16])] {
            let mut offsets = Offsets::new(FileId(0), 10, text);
            let at = |offsets: &Offsets| [0, 1, 2, 3].map(|index| offsets.byte(index));
            assert_eq!(at(&offsets), bytes);
            assert_eq!(bytes.map(|byte| offsets.index(byte)), [0, 1, 2, 3]);
            assert_eq!((offsets.byte(9), offsets.index(99)), (bytes[3], 3));
            offsets.insert(1);
            assert_eq!(at(&offsets), [bytes[0], bytes[1], bytes[1], bytes[2]]);
            assert_eq!(offsets.byte(9), bytes[3]);
        }
    }
}
