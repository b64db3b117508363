//! Rows as lists: which item is below which, and where a list ends and the next begins.

use super::rows::{Row, Style, count, rows, split_mark, style};
use super::sheet::Line;

/// A paragraph, or all items of one list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// The paragraph, or the items.
    pub lines: Vec<Line>,
}

impl Block {
    /// Whether it is a list.
    pub fn is_list(&self) -> bool {
        self.lines.iter().any(|line| line.mark.is_some())
    }

    /// All its words.
    pub fn text(&self) -> String {
        let texts: Vec<String> = self.lines.iter().map(whole_text).collect();
        texts.join("\n")
    }
}

/// The words of a line and of those below.
pub(super) fn whole_text(line: &Line) -> String {
    let below = line.lines.iter().map(whole_text);
    let texts: Vec<String> = [line.text.clone()].into_iter().chain(below).collect();
    texts.join("\n")
}

/// The paragraphs and items of a text: a cell of a table, a part of a page.
pub fn lines_of_text(text: &str) -> Vec<Line> {
    lines_of(&rows(text))
}

/// The paragraphs and items of rows.
pub(super) fn lines_of(rows: &[Row]) -> Vec<Line> {
    let blocks = blocks(rows);
    blocks.into_iter().flat_map(|block| block.lines).collect()
}

/// A level of a list that is open: its kind, and how far it is set in.
#[derive(Debug, Clone, Copy)]
struct Level {
    style: Style,
    indent: usize,
}

/// Rows as paragraphs and lists.
pub(super) fn blocks(rows: &[Row]) -> Vec<Block> {
    let mut builder = Builder::default();
    for row in rows {
        builder.take(row);
    }
    let mut blocks = builder.blocks;
    for block in &mut blocks {
        block.lines = std::mem::take(&mut block.lines)
            .into_iter()
            .flat_map(without_second_number)
            .collect();
    }
    blocks
}

#[derive(Default)]
struct Builder {
    blocks: Vec<Block>,
    /// The levels of the list that is open.
    levels: Vec<Level>,
    /// Whether its items stand with empty lines between them.
    is_spaced: bool,
    /// How many rows it has.
    rows: usize,
}

impl Builder {
    fn take(&mut self, row: &Row) {
        match &row.mark {
            Some(mark) => self.item(row, mark),
            None => self.paragraph(row),
        }
    }

    fn paragraph(&mut self, row: &Row) {
        // What is set in below an item belongs to it.
        let depth = self
            .levels
            .iter()
            .rposition(|level| row.indent > level.indent + 1);
        let line = Line {
            text: row.text.clone(),
            mark: None,
            lines: Vec::new(),
        };
        match depth {
            Some(depth) => {
                self.levels.truncate(depth + 1);
                self.push(line, depth + 1);
            }
            None => {
                self.levels.clear();
                self.blocks.push(Block { lines: vec![line] });
            }
        }
    }

    fn item(&mut self, row: &Row, mark: &str) {
        let (kind, at) = (style(mark), count(mark));
        let line = Line {
            text: row.text.clone(),
            mark: Some(mark.to_owned()),
            lines: Vec::new(),
        };
        let new = Level {
            style: kind,
            indent: row.indent,
        };
        let apart = row.after_blank && !self.is_spaced && self.rows > 1;
        // A list of bullets, or one that would be set in, begins anew after an empty line.
        let bullet = matches!(kind, Style::Bullet(_));
        let depth = self.depth(new, at);
        let depth = depth.filter(|depth| {
            let inner = *depth == self.levels.len();
            !apart || !(bullet && *depth == 0 || inner && row.indent <= self.inset())
        });
        match depth {
            Some(depth) => {
                self.levels.truncate(depth);
                self.levels.push(new);
                self.push(line, depth);
                self.is_spaced |= row.after_blank;
                self.rows += 1;
            }
            None => {
                self.levels = vec![new];
                (self.is_spaced, self.rows) = (false, 1);
                self.blocks.push(Block { lines: vec![line] });
            }
        }
    }

    /// The level of an item in the list that is open; `None` where it begins a new one.
    fn depth(&self, new: Level, at: Option<usize>) -> Option<usize> {
        let open = self
            .levels
            .iter()
            .rposition(|level| level.style == new.style && (new.indent <= level.indent + 1));
        if let Some(open) = open {
            // A number that starts again begins another list.
            let restarts = at == Some(1) && self.len(open) > 0;
            return (!restarts || open > 0).then_some(open);
        }
        let last = self.levels.last()?;
        let inside =
            new.indent > last.indent + 1 || new.style > last.style && new.indent + 1 >= last.indent;
        let starts = at.is_none_or(|at| at == 1);
        (inside && starts).then_some(self.levels.len())
    }

    /// How far the innermost level is set in.
    fn inset(&self) -> usize {
        self.levels.last().map_or(0, |level| level.indent)
    }

    /// How many items the open list has at a level.
    fn len(&self, depth: usize) -> usize {
        let mut lines = self.blocks.last().map_or(&[][..], |block| &block.lines);
        for _ in 0..depth {
            lines = lines.last().map_or(&[][..], |line| &line.lines);
        }
        lines.len()
    }

    fn push(&mut self, line: Line, depth: usize) {
        let Some(block) = self.blocks.last_mut() else {
            self.blocks.push(Block { lines: vec![line] });
            return;
        };
        let mut lines = &mut block.lines;
        for _ in 0..depth {
            if lines.is_empty() {
                break;
            }
            let last = lines.len() - 1;
            lines = &mut lines[last].lines;
        }
        lines.push(line);
    }
}

/// An item without the number that stands in it once more; several items where it holds a whole numbered list.
fn without_second_number(mut line: Line) -> Vec<Line> {
    line.lines = std::mem::take(&mut line.lines)
        .into_iter()
        .flat_map(without_second_number)
        .collect();
    if line.mark.is_none() {
        return vec![line];
    }
    if let Some((head, items)) = split_inline(&line.text)
        && head.is_empty()
        && items.len() > 1
        && items[0]
            .mark
            .as_deref()
            .is_some_and(|mark| matches!(style(mark), Style::Number(_)))
    {
        let mut items = items;
        if let Some(last) = items.last_mut() {
            last.lines = line.lines;
        }
        return items;
    }
    let bullet = line
        .mark
        .clone()
        .filter(|mark| matches!(mark.as_str(), "•" | "?" | "●" | "▪" | "➢"));
    if let Some(mark) = bullet.filter(|mark| line.text.contains(&format!(" {mark} "))) {
        let texts: Vec<String> = line
            .text
            .split(&format!(" {mark} "))
            .map(str::to_owned)
            .collect();
        let items = texts.into_iter().map(|text| Line {
            text: text.trim().to_owned(),
            mark: Some(mark.clone()),
            lines: Vec::new(),
        });
        let mut items: Vec<Line> = items.collect();
        if let Some(last) = items.last_mut() {
            last.lines = line.lines;
        }
        return items;
    }
    let own = line.mark.as_deref().map(style);
    while let (Some(mark), rest) = split_mark(&line.text) {
        let again =
            matches!(style(mark), Style::Number(_)) && matches!(own, Some(Style::Number(_)));
        if !again || rest.is_empty() {
            break;
        }
        line.text = rest.to_owned();
    }
    vec![line]
}

/// A list that stands on one line, and what stands before it: `Pindah dalam kota: a. KK; b. KTP`.
pub(super) fn split_inline(text: &str) -> Option<(String, Vec<Line>)> {
    let starts: Vec<usize> = text
        .char_indices()
        .filter(|(at, c)| {
            let before = text[..*at].chars().next_back();
            let opens = before.is_none_or(|c| c.is_whitespace() || matches!(c, ':' | ';' | ','));
            opens && c.is_ascii_alphanumeric()
        })
        .map(|(at, _)| at)
        .collect();
    let mut found: Vec<(usize, &str)> = Vec::new();
    for start in starts {
        let (Some(mark), rest) = split_mark(&text[start..]) else {
            continue;
        };
        if rest.is_empty() || count(mark) != Some(found.len() + 1) {
            continue;
        }
        if found
            .first()
            .is_none_or(|(_, first)| style(first) == style(mark))
        {
            found.push((start, mark));
        }
    }
    if found.len() < 2 {
        return None;
    }
    let ends = found.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    let items = found.iter().zip(ends).map(|((start, mark), end)| Line {
        text: text[start + mark.len()..end].trim().to_owned(),
        mark: Some((*mark).to_owned()),
        lines: Vec::new(),
    });
    let head = text[..found[0].0].trim().to_owned();
    let items: Vec<Line> = items.collect();
    items
        .iter()
        .all(|item| !item.text.is_empty())
        .then_some((head, items))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines as `text(text, text)`.
    fn said(lines: &[Line]) -> String {
        let said: Vec<String> = lines
            .iter()
            .map(|line| match line.lines.as_slice() {
                [] => line.text.clone(),
                below => format!("{}({})", line.text, said(below)),
            })
            .collect();
        said.join(", ")
    }

    #[test]
    fn items_are_below_those_they_belong_to() {
        for (text, lines) in [
            ("1. A\n2. B", "A, B"),
            ("• A\n  1. b\n  2. c\n• D\n  1. e", "A(b, c), D(e)"),
            ("1. A\na. b\nb. c\n2. D", "A(b, c), D"),
            ("1. 1. A\n2. 2. B", "A, B"),
            ("1. 1. A 2. B", "A, B"),
            ("? A ? B ? C", "A, B, C"),
            ("1. A\n\n     b : c\n2. D", "A(b : c), D"),
            ("  1. A\n  2. B\n\na. C\nb. D", "A, B, C, D"),
            ("a. A\n- b\n- c\nb. D\n- e", "A(b, c), D(e)"),
        ] {
            assert_eq!(said(&lines_of_text(text)), lines, "{text}");
        }
    }

    #[test]
    fn a_number_that_starts_again_begins_a_list() {
        let found = blocks(&rows("1. A\n2. B\n1. C\n\nd\n\n- e\n- f"));
        let said: Vec<String> = found.iter().map(|block| said(&block.lines)).collect();
        assert_eq!(said, ["A, B", "C", "d", "e, f"]);
    }

    #[test]
    fn a_list_on_one_line_is_found() {
        let (head, items) = split_inline("Pindah: a. KK; b. KTP-el").unwrap();
        assert_eq!(
            (head.as_str(), said(&items).as_str()),
            ("Pindah:", "KK;, KTP-el")
        );
        assert_eq!(split_inline("Perda No. 2. Tahun"), None);
    }
}
