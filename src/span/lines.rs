//! Lines and columns of a text: worked out once, then each answer costs the same wherever it is asked for.

/// How many bytes lie between two places whose number of characters is kept.
const STEP: usize = 1024;

/// Where the lines of a text start, and how many characters stand before some of its bytes.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    text: &'a str,
    /// The first byte of each line.
    starts: Vec<usize>,
    /// How many characters start before each [`STEP`]th byte.
    characters: Vec<usize>,
}

/// A line and a column as people count them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1. A byte order mark takes none.
    pub column: usize,
}

impl<'a> Lines<'a> {
    /// The lines of a text.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1));
        let mut before = 0;
        let characters = bytes.chunks(STEP).map(|chunk| {
            let here = before;
            before += count(chunk);
            here
        });
        Self {
            text,
            starts: starts.collect(),
            characters: characters.collect(),
        }
    }

    /// The text itself.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The line and the column of a byte; inside a character, of the character.
    pub fn place(&self, byte: usize) -> LineColumn {
        let at = self.floor(byte);
        let line = self.starts.partition_point(|start| *start <= at);
        let start = self.starts[line - 1];
        let mark = usize::from(line == 1 && at > 0 && self.text.starts_with('\u{feff}'));
        LineColumn {
            line,
            column: self.before(at) - self.before(start) + 1 - mark,
        }
    }

    /// The first byte of a line and the byte of its end, from the number of the line.
    pub fn range(&self, line: usize) -> (usize, usize) {
        let start = self.starts[(line.max(1) - 1).min(self.starts.len() - 1)];
        let end = self
            .starts
            .get(line.max(1))
            .map_or(self.text.len(), |next| next - 1);
        let text = &self.text[start..end];
        (start, start + text.trim_end_matches('\r').len())
    }

    /// The first byte of the character that `byte` belongs to; the end of the text for any byte behind it.
    pub fn floor(&self, byte: usize) -> usize {
        let mut at = byte.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// How many characters start before a byte.
    fn before(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        // The text may end right at a step, for which nothing was kept.
        let step = (at / STEP).min(self.characters.len().saturating_sub(1));
        self.characters
            .get(step)
            .map_or(0, |known| known + count(&bytes[step * STEP..at]))
    }
}

/// How many characters start in these bytes.
fn count(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .filter(|byte| **byte & 0b1100_0000 != 0b1000_0000)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slowly(text: &str, at: usize) -> LineColumn {
        let before = &text[..at];
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        let mark = usize::from(line == 1 && before.starts_with('\u{feff}'));
        LineColumn {
            line,
            column: before[start..].chars().count() + 1 - mark,
        }
    }

    #[test]
    fn every_place_is_the_one_counted_from_the_start() {
        let long = "sentence “with” signs é 漢 ".repeat(200);
        let kib = "a".repeat(2 * STEP);
        for text in [
            "",
            "\n",
            "a",
            "a\r\nb\r\n",
            "\u{feff}judul: A\nb",
            "é\né",
            &long,
            &kib,
        ] {
            let lines = Lines::new(text);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(lines.place(at), slowly(text, at), "{at} of {text:?}");
            }
            assert_eq!(lines.place(text.len() + 9), slowly(text, text.len()));
        }
    }

    #[test]
    fn a_line_is_given_without_its_end() {
        let text = "a\r\nbc\n\nd";
        let lines = Lines::new(text);
        let found: Vec<&str> = (1..=5)
            .map(|line| lines.range(line))
            .map(|(start, end)| &text[start..end])
            .collect();
        assert_eq!(found, ["a", "bc", "", "d", "d"]);
    }

    #[test]
    fn a_byte_inside_a_character_is_the_character() {
        let lines = Lines::new("aé");
        assert_eq!(lines.place(2), lines.place(1));
    }
}
