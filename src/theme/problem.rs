//! What is wrong with a file of a theme.

use std::ops::Range;

use crate::diagnostic::{Code, Located, Message, Place, Severity, say};
use crate::span::{FileId, Lines, Span};

/// A problem of one file of a theme. The caller knows where the file lies and makes a finding of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeProblem {
    /// Path inside the theme's folder: `service.html`.
    pub file: String,
    /// The bytes it concerns; empty at 0 for the file as a whole.
    pub span: Range<usize>,
    /// The kind of problem.
    pub code: Code,
    /// What was found.
    pub message: Message,
    /// A text beside the mark.
    pub label: Option<Message>,
    /// What to type.
    pub help: Option<Message>,
}

impl ThemeProblem {
    /// A problem at `span` of `file`.
    pub(super) fn new(file: &str, span: Range<usize>, code: Code, message: Message) -> Self {
        Self {
            file: file.to_owned(),
            span,
            code,
            message,
            label: None,
            help: None,
        }
    }

    /// Says that the file is not the site's own: what is wrong with it comes from the templates that are.
    pub(super) fn is_of_default(&mut self) {
        let file = &self.file;
        self.help.get_or_insert(say!(
            "`{file}` adalah templat bawaan dan tidak cocok dengan templat situs ini; sesuaikan templat situs, atau salin bawaannya dengan: maklumat theme {file}",
            "`{file}` is a default template and does not fit the site's own templates; adapt those, or copy the default with: maklumat theme {file}"
        ));
    }

    /// The problem as a finding, in a file with that text below `folder`.
    pub fn located(&self, folder: &str, text: &str) -> Located {
        let span = Span::new(FileId::default(), self.span.start, self.span.end);
        let path = format!("{folder}/{}", self.file);
        Located {
            code: self.code,
            severity: Severity::Error,
            message: self.message.clone(),
            place: Place::of(span, &path, &Lines::new(text)),
            label: self.label.clone(),
            also: Vec::new(),
            help: self.help.clone(),
            fix: None,
        }
    }

    /// The same problem with what to type.
    pub(super) fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }
}
