//! Standards as files of an office: the annex for Word, the list for spreadsheets. What is written here, [`crate::import`]
//! reads again as the same texts.

mod list;
mod template;
mod word;

use crate::pipeline::Standard;
use crate::render::view::AnnexClause;

pub use list::{csv, workbook};
pub use template::{template_csv, template_workbook};
pub use word::docx;

/// A line of a component: how deep it stands, its mark, its words.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    level: usize,
    mark: Option<String>,
    text: String,
}

/// The sign for a component that the agency is known to have none of.
const MISSING: &str = "–";

/// The lines of each component, in the order of the law.
fn components(standard: &Standard) -> Vec<(String, Vec<Line>)> {
    let rows = standard.view.groups.iter().flat_map(|group| &group.rows);
    let rows = rows.zip(standard.states).map(|(row, state)| {
        let mut lines = Vec::new();
        clauses(&row.clauses, 0, &mut lines);
        let alone = |text: &str| Line {
            level: 0,
            mark: None,
            text: text.to_owned(),
        };
        match (lines.is_empty(), state) {
            (true, "missing") => lines.push(alone(MISSING)),
            // It is written that nothing is needed.
            (true, "given") => lines.extend(row.none.as_deref().map(alone)),
            _ => {}
        }
        (row.title.clone(), lines)
    });
    rows.collect()
}

fn clauses(list: &[AnnexClause], level: usize, out: &mut Vec<Line>) {
    for (at, clause) in list.iter().enumerate() {
        let numbered = !clause.number.is_empty();
        let is_alone = list.len() == 1 && clause.parts.is_empty();
        let mark = match (numbered, level) {
            (true, 0) if is_alone => None,
            (true, 0) => Some(format!("{}.", at + 1)),
            (true, _) => Some(format!("{}.", letter(at))),
            (false, 0) if list.len() == 1 => None,
            (false, _) => Some("•".to_owned()),
        };
        let words: Vec<&str> = clause.text.text.split_whitespace().collect();
        out.push(Line {
            level,
            mark,
            text: words.join(" "),
        });
        clauses(&clause.parts, level + 1, out);
    }
}

/// The letter of an item; after z they begin anew.
fn letter(at: usize) -> char {
    char::from(b'a' + u8::try_from(at % 26).unwrap_or_default())
}

impl Line {
    /// The line as plain text.
    fn written(&self) -> String {
        let pad = "   ".repeat(self.level);
        match &self.mark {
            Some(mark) => format!("{pad}{mark} {}", self.text),
            None => format!("{pad}{}", self.text),
        }
    }
}
