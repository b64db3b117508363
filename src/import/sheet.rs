//! What an office's file says about one service, part by part, before anything is understood.

use crate::resolve::components::COMPONENTS;

/// The words of one service.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The name of the service; `None` where the file lost it.
    pub title: Option<String>,
    /// Whether another line above the components may be its name as well.
    pub is_title_guessed: bool,
    /// What stands behind *No. SK*; `None` where nothing does.
    pub decree: Option<String>,
    /// When the decree was signed, as `2025-02-03`.
    pub signed: Option<String>,
    /// Who signed the decree.
    pub signed_by: Option<String>,
    /// The name of the agency, if the file names one.
    pub agency: Option<String>,
    /// The parts, in the order in which they stand.
    pub parts: Vec<Part>,
    /// What the file says beside the components: under other headings, in columns that are none of theirs.
    pub others: Vec<String>,
    /// Whether the text stops in the middle: the last part may lack its end.
    pub is_cut: bool,
}

impl Sheet {
    /// Puts lines into a component, below those it has.
    pub(super) fn put(&mut self, component: Component, is_guessed: bool, mut lines: Vec<Line>) {
        let mut parts = self.parts.iter_mut();
        match parts.find(|part| part.component == component) {
            Some(part) => part.lines.append(&mut lines),
            None => self.parts.push(Part {
                component,
                is_guessed,
                lines,
            }),
        }
    }
}

/// What stands under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which component of a standard it is.
    pub component: Component,
    /// Whether that is not written in the file, but concluded from the order of its lists and paragraphs.
    pub is_guessed: bool,
    /// Its paragraphs and list items.
    pub lines: Vec<Line>,
}

/// A paragraph or an item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its words, without the mark of a list, with lines that were wrapped joined again.
    pub text: String,
    /// The mark that stood before it, as written: `1.`, `a)`, `-`, `•`; `None` for a paragraph.
    pub mark: Option<String>,
    /// Items below this one.
    pub lines: Vec<Line>,
}

/// The 14 components of a service standard, in the order of Permenpan RB 15/2014, which is that of [`COMPONENTS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are those of the components' keys")]
pub enum Component {
    Requirements,
    Procedure,
    Time,
    Cost,
    Products,
    Complaints,
    LegalBasis,
    Facilities,
    StaffCompetence,
    InternalSupervision,
    StaffCount,
    ServiceGuarantee,
    SafetyGuarantee,
    PerformanceEvaluation,
}

impl Component {
    /// Its key, in English.
    pub fn key(self) -> &'static str {
        COMPONENTS[self as usize].0
    }
}
