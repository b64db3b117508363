//! What the program tells people about their content: findings with a code, a place and a way to mend them.
//!
//! A leaf function returns a [`Diagnostic`] without knowing the reader's language or the output format;
//! it lands in a [`Sink`], is placed in its file by [`Report`], and is printed by [`mod@format`].

pub mod code;
pub mod format;
mod report;
mod say;

pub use code::Code;
pub use report::{LeftOut, Located, Place, Report, Sink};
pub(crate) use say::say;
pub use say::{Lang, Message};

use crate::span::Span;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Stops the build.
    Error,
    /// Does not stop the build unless `--deny warnings` is given.
    Warning,
    /// Advice; never denied.
    Hint,
}

/// One finding about the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of problem.
    pub code: Code,
    /// What was found, and what was expected.
    pub message: Message,
    /// Where; the primary mark.
    pub span: Span,
    /// A short text beside the mark.
    pub label: Option<Message>,
    /// Other places that belong to the finding, each with what it is.
    pub also: Vec<(Span, Message)>,
    /// What to type.
    pub help: Option<Message>,
    /// A change that mends it and cannot be wrong.
    pub fix: Option<Fix>,
}

/// A replacement of the bytes of a span, safe to apply without asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The bytes to replace.
    pub span: Span,
    /// What takes their place.
    pub text: String,
}

impl Diagnostic {
    /// A finding of the kind `code` at `span`.
    pub fn new(code: Code, span: Span, message: Message) -> Self {
        Self {
            code,
            message,
            span,
            label: None,
            also: Vec::new(),
            help: None,
            fix: None,
        }
    }

    /// The same finding with a text beside the mark.
    #[must_use]
    pub fn label(mut self, label: Message) -> Self {
        self.label = Some(label);
        self
    }

    /// The same finding with a second place.
    #[must_use]
    pub fn also(mut self, span: Span, what: Message) -> Self {
        self.also.push((span, what));
        self
    }

    /// The same finding with what to type.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// The same finding with a change that mends it.
    #[must_use]
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix {
            span,
            text: text.into(),
        });
        self
    }
}

/// Something outside the content that stops the program: a disk, a port, a wrong call. Exit code 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What went wrong, and what to do.
    pub message: Message,
}

impl Failure {
    /// A failure with its message.
    pub fn new(message: Message) -> Self {
        Self { message }
    }
}
