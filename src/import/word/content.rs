//! What docx-rs read, as paragraphs with their marks, and tables.

use docx_rs::{
    DocumentChild, Docx, InsertChild, MoveToChild, Paragraph, ParagraphChild, Run, RunChild,
    StructuredDataTag, StructuredDataTagChild, Table, TableCell, TableCellContent, TableChild,
    TableRowChild,
};

use super::numbers::Numbers;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph: its mark, how deep it stands in lists, its words.
    Line(Option<String>, usize, String),
    /// A table: its rows, their cells, and what is in those.
    Table(Vec<Vec<Vec<Block>>>),
}

/// The blocks of a document.
pub fn blocks(docx: &Docx) -> Vec<Block> {
    let mut pen = Pen {
        numbers: Numbers::new(docx),
    };
    let mut out = Vec::new();
    for child in &docx.document.children {
        match child {
            DocumentChild::Paragraph(paragraph) => out.extend(pen.paragraph(paragraph)),
            DocumentChild::Table(table) => out.push(pen.table(table)),
            DocumentChild::StructuredDataTag(tag) => out.extend(pen.tag(tag)),
            _ => {}
        }
    }
    out
}

struct Pen<'d> {
    numbers: Numbers<'d>,
}

impl Pen<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph) -> Option<Block> {
        let mut text = String::new();
        children(&paragraph.children, &mut text);
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let (mark, level) = self.numbers.next(paragraph);
        Some(Block::Line(mark, level, text.to_owned()))
    }

    fn table(&mut self, table: &Table) -> Block {
        let rows = table.rows.iter().map(|TableChild::TableRow(row)| {
            let cells = row.cells.iter();
            cells
                .map(|TableRowChild::TableCell(cell)| self.cell(cell))
                .collect()
        });
        Block::Table(rows.collect())
    }

    fn cell(&mut self, cell: &TableCell) -> Vec<Block> {
        let mut out = Vec::new();
        for child in &cell.children {
            match child {
                TableCellContent::Paragraph(paragraph) => out.extend(self.paragraph(paragraph)),
                TableCellContent::Table(table) => out.push(self.table(table)),
                TableCellContent::StructuredDataTag(tag) => out.extend(self.tag(tag)),
                TableCellContent::TableOfContents(_) => {}
            }
        }
        out
    }

    fn tag(&mut self, tag: &StructuredDataTag) -> Vec<Block> {
        let mut out = Vec::new();
        let mut line = String::new();
        for child in &tag.children {
            match child {
                StructuredDataTagChild::Run(words) => run(words, &mut line),
                StructuredDataTagChild::Paragraph(paragraph) => {
                    out.extend(self.paragraph(paragraph))
                }
                StructuredDataTagChild::Table(table) => out.push(self.table(table)),
                StructuredDataTagChild::StructuredDataTag(tag) => out.extend(self.tag(tag)),
                _ => {}
            }
        }
        if !line.trim().is_empty() {
            out.push(Block::Line(None, 0, line.trim().to_owned()));
        }
        out
    }
}

/// The words of a paragraph as it stands: what was deleted is not there, what was added is.
fn children(list: &[ParagraphChild], out: &mut String) {
    for child in list {
        match child {
            ParagraphChild::Run(words) => run(words, out),
            ParagraphChild::Insert(added) => {
                for child in &added.children {
                    if let InsertChild::Run(words) = child {
                        run(words, out);
                    }
                }
            }
            ParagraphChild::MoveTo(moved) => {
                for child in &moved.children {
                    if let MoveToChild::Run(words) = child {
                        run(words, out);
                    }
                }
            }
            ParagraphChild::Hyperlink(link) => children(&link.children, out),
            ParagraphChild::StructuredDataTag(tag) => {
                for child in &tag.children {
                    match child {
                        StructuredDataTagChild::Run(words) => run(words, out),
                        StructuredDataTagChild::Paragraph(inner) => children(&inner.children, out),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}

fn run(words: &Run, out: &mut String) {
    for child in &words.children {
        match child {
            RunChild::Text(text) => out.push_str(&text.text),
            RunChild::Tab(_) | RunChild::PTab(_) => out.push(' '),
            RunChild::Break(_) | RunChild::CarriageReturn(_) => out.push('\n'),
            RunChild::Sym(_) => out.push('•'),
            _ => {}
        }
    }
}

/// Blocks as the text that a reader of lists takes: each paragraph on a line, set in as deep as it stands.
pub fn written(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Line(mark, level, text) => {
                let pad = "   ".repeat(*level);
                let mark = mark
                    .as_ref()
                    .map_or_else(String::new, |mark| format!("{mark} "));
                out += &format!("{pad}{mark}{text}\n");
            }
            Block::Table(rows) => {
                for row in rows {
                    let cells = row.iter().map(|cell| one_line(&written(cell)));
                    let numbers = |text: &String| text.trim_end_matches('.').parse::<u16>().is_ok();
                    let cells: Vec<String> = cells
                        .enumerate()
                        .filter(|(at, text)| !(text.is_empty() || *at == 0 && numbers(text)))
                        .map(|(_, text)| text)
                        .collect();
                    out += &format!("{}\n", cells.join(" : "));
                }
            }
        }
    }
    out
}

/// A text on one line.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
