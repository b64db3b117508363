//! Rows as lists: which item is below which, and where a list ends and the next begins.

use super::lexis::GROUP_CASES;
use super::rows::{Row, Style, count, rows, split_mark, style};
use super::sheet::Line;
use super::words::{is_one, says, words};

/// A paragraph, or all items of one list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// The paragraph, or the items.
    pub lines: Vec<Line>,
    /// Whether no empty line stands before it.
    pub is_glued: bool,
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

/// The most levels of a list.
const DEEPEST: usize = 20;

/// Rows as paragraphs and lists.
pub(super) fn blocks(rows: &[Row]) -> Vec<Block> {
    let mut builder = Builder::default();
    for row in rows {
        builder.take(row);
    }
    let mut blocks = builder.blocks;
    for block in &mut blocks {
        block.lines = each_item(std::mem::take(&mut block.lines));
    }
    blocks
}

/// How many paragraphs may stand between two items of a list.
const PARAGRAPHS: usize = 2;

#[derive(Default)]
struct Builder {
    blocks: Vec<Block>,
    /// The levels of the list that is open.
    levels: Vec<Level>,
    /// Whether its items stand with empty lines between them.
    is_spaced: bool,
    /// How many rows it has.
    rows: usize,
    /// Where the list that stands above the last paragraphs is, with its outermost level and its last number.
    closed: Option<(usize, Level, usize)>,
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
                self.close();
                self.begin(line, row);
            }
        }
    }

    /// Closes the list that is open, which an item further down may go on with.
    fn close(&mut self) {
        let Some(level) = self.levels.first().copied() else {
            return;
        };
        self.levels.clear();
        let at = self.blocks.len().saturating_sub(1);
        let last = self.blocks.last().and_then(|block| block.lines.last());
        let number = last.and_then(|line| count(line.mark.as_deref()?));
        self.closed = number.map(|number| (at, level, number));
    }

    /// Opens the list again that stands above the last paragraphs, where an item goes on with its numbers: then these
    /// belong to its last item.
    fn resume(&mut self, new: Level, at: Option<usize>) {
        let Some((place, level, number)) = self.closed.take() else {
            return;
        };
        let few = self.blocks.len() - place <= PARAGRAPHS + 1;
        let same = level.style == new.style && level.indent.abs_diff(new.indent) <= 1;
        if !(self.levels.is_empty() && few && same && at == Some(number + 1)) {
            return;
        }
        let between: Vec<Line> = self
            .blocks
            .drain(place + 1..)
            .flat_map(|block| block.lines)
            .collect();
        if let Some(last) = self
            .blocks
            .last_mut()
            .and_then(|block| block.lines.last_mut())
        {
            last.lines.extend(between);
        }
        self.levels = vec![level];
    }

    /// Begins a block.
    fn begin(&mut self, line: Line, row: &Row) {
        self.blocks.push(Block {
            lines: vec![line],
            is_glued: !row.after_blank,
        });
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
        self.resume(new, at);
        let apart = row.after_blank && !self.is_spaced && self.rows > 1;
        // A list of bullets, or one that would be set in, begins anew after an empty line.
        let bullet = matches!(kind, Style::Bullet(_));
        let depth = self.depth(new, at, row.after_blank);
        let depth = depth.filter(|depth| {
            let inner = *depth == self.levels.len();
            !apart || !(bullet && *depth == 0 || inner && row.indent <= self.inset())
        });
        // After an empty line, a number that starts again where its list did not stand is that of another list.
        let again = |depth: usize| {
            let level = self.levels.get(depth);
            let out = level.is_some_and(|level| new.indent < level.indent);
            // Not an inner list, either: it would be counted otherwise.
            let alike =
                depth == self.levels.len() && self.levels.iter().any(|level| level.style == kind);
            let full = depth > 0 && self.len(depth) > 0 && (out || apart);
            at == Some(1) && row.after_blank && (full || alike && apart)
        };
        let depth = depth.filter(|depth| !again(*depth));
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
                self.begin(line, row);
            }
        }
    }

    /// The level of an item in the list that is open; `None` where it begins a new one.
    fn depth(&self, new: Level, at: Option<usize>, after_blank: bool) -> Option<usize> {
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
        // Right below an item, an inner mark is enough: what was typed into an item is often not set in.
        let inner = new.style > last.style && (new.indent + 1 >= last.indent || !after_blank);
        let inside = new.indent > last.indent + 1 || inner;
        let starts = at.is_none_or(|at| at == 1);
        let deeper = self.levels.len();
        (inside && starts && deeper < DEEPEST).then_some(deeper)
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

/// Items, each without the number that stands in it once more, and several where one holds a whole list.
fn each_item(lines: Vec<Line>) -> Vec<Line> {
    let mut found = Vec::new();
    let mut lines = lines.into_iter().peekable();
    while let Some(mut line) = lines.next() {
        line.lines = each_item(line.lines);
        if line.mark.is_none() {
            found.push(line);
            continue;
        }
        let next = lines.peek().and_then(|line| count(line.mark.as_deref()?));
        match split_item(&line, next) {
            Some(mut items) => {
                if let Some(last) = items.last_mut() {
                    last.lines = line.lines;
                }
                found.extend(items);
            }
            None => found.push(without_second_mark(line)),
        }
    }
    found
}

/// The items of a list that stands in one of its items, `next` being the number of the item below: `1. 1. A 2. B`,
/// `1. A, 2. B`, `• A • B`.
fn split_item(line: &Line, next: Option<usize>) -> Option<Vec<Line>> {
    let mark = line.mark.as_deref()?;
    let numbered = |mark: &str| matches!(style(mark), Style::Number(_));
    let list = split_inline(&line.text).filter(|(head, items)| {
        let first = items[0].mark.as_deref();
        head.is_empty() && first.is_some_and(numbered)
    });
    let list = list.map(|(_, items)| items).or_else(|| {
        let whole = split_inline(&line.text).is_none();
        let from = count(mark).filter(|_| numbered(mark) && whole)?;
        let items = going_on(&line.text, mark, from);
        (items.len() > 1 && next != Some(from + 1)).then_some(items)
    });
    let bullets = || {
        let own = Some(mark).filter(|mark| matches!(*mark, "•" | "?" | "●" | "▪" | "➢"));
        let (inner, text) = split_mark(&line.text);
        let inner = inner.filter(|mark| matches!(*mark, "•" | "●" | "▪" | "➢"));
        let own = own.map(|mark| (mark, line.text.as_str()));
        let (mark, text) = own.or(inner.map(|mark| (mark, text)))?;
        let parts: Vec<&str> = text.split(&format!(" {mark} ")).map(str::trim).collect();
        let items = parts.iter().map(|text| Line {
            text: (*text).to_owned(),
            mark: Some(mark.to_owned()),
            lines: Vec::new(),
        });
        (parts.len() > 1).then(|| items.collect())
    };
    list.or_else(bullets)
}

/// Words before a number that belongs to them, and counts no item.
const NUMBERED: &str =
    "no nomor pasal ayat angka butir poin point huruf tahun kelas lantai lampiran tahap loket";

/// A text that begins with an item of a numbered list and holds those after it: `A, 2. B, 3. C`.
fn going_on(text: &str, mark: &str, from: usize) -> Vec<Line> {
    let mut found: Vec<(usize, usize)> = vec![(0, 0)];
    for (at, _) in text.match_indices(' ') {
        let rest = &text[at + 1..];
        let (Some(own), body) = split_mark(rest) else {
            continue;
        };
        let fits = style(own) == style(mark) && count(own) == Some(from + found.len());
        let before = words(&text[..at]);
        let apart = text[..at].ends_with([',', ';', '.']);
        let belongs = !apart && before.last().is_none_or(|word| is_one(word, NUMBERED));
        if fits && !belongs && !body.is_empty() {
            found.push((at, at + 1 + own.len()));
        }
    }
    let ends = found.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    let items = found.iter().zip(ends).enumerate();
    let items = items.map(|(at, ((_, start), end))| Line {
        text: text[*start..end].trim().trim_end_matches(',').to_owned(),
        mark: Some(format!("{}.", from + at)),
        lines: Vec::new(),
    });
    items.collect()
}

/// An item without the mark that stands in it once more: `1. 1. KTP`, `• 1. Izin baru`, `2. b. KK`, `1. - Akta`.
fn without_second_mark(mut line: Line) -> Line {
    let own = line.mark.clone().unwrap_or_default();
    let counts = matches!(style(&own), Style::Number(_) | Style::Bullet(_)) && !own.is_empty();
    while let (Some(mark), rest) = split_mark(&line.text) {
        let again = match style(mark) {
            Style::Number(_) => true,
            Style::Bullet(_) => !rest.contains(&format!(" {mark} ")),
            _ => count(mark).is_some() && count(mark) == count(&own),
        };
        if !counts || !again || rest.is_empty() {
            break;
        }
        line.text = rest.to_owned();
    }
    line
}

/// Lines with the short paragraphs right above lists as the heads of these: those with a colon, and those without one
/// where there are several or their words tell cases apart: `Anak usia 0-5 tahun`.
pub(super) fn under_labels(lines: &[Line]) -> Vec<Line> {
    let plain = |line: &Line| line.mark.is_none() && line.lines.is_empty();
    let is_label = |at: usize| {
        let text = &lines[at].text;
        let next = lines.get(at + 1).is_some_and(|next| next.mark.is_some());
        let ends = text.ends_with(['.', ';', ',', '!', '?']);
        plain(&lines[at]) && next && !ends && words(text).len() <= LABEL
    };
    let several = (0..lines.len()).filter(|at| is_label(*at)).count() > 1;
    let mut found: Vec<Line> = Vec::new();
    let mut head = false;
    for (at, line) in lines.iter().enumerate() {
        let opens = plain(line) && line.text.ends_with(':')
            || is_label(at) && (several || says(&line.text, GROUP_CASES));
        match found.last_mut() {
            Some(last) if head && line.mark.is_some() => last.lines.push(line.clone()),
            _ => {
                head = opens;
                found.push(line.clone());
            }
        }
    }
    found
}

/// The longest label of a group, in words.
const LABEL: usize = 10;

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
            ("  1. A\n? b\n? c\n  2. D\na. e", "A(b, c), D(e)"),
            ("1. A\nNote of A.\n2. B", "A(Note of A.), B"),
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
