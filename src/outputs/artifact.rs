//! What is made of a route.

use serde::Serialize;

use crate::diagnostic::Code;
use crate::render::pen::Pen;
use crate::seal;
use crate::span::FileId;
use crate::theme::ThemeProblem;

/// What stands at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Artifact {
    /// A page of the theme.
    Page(SealedPage),
    /// Bytes for other programs.
    Data(Vec<u8>),
    /// A file of the sources as it is.
    Copy(FileId),
}

/// A page with its policy filled in; only sealing makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedPage(String);

impl SealedPage {
    /// The HTML.
    pub fn html(&self) -> &str {
        &self.0
    }
}

impl Artifact {
    /// The page that a template makes of a view, finished and sealed.
    ///
    /// # Errors
    /// What the template asks of the view and the view does not hold, or what cannot be sealed.
    pub(super) fn page(
        pen: &Pen<'_>,
        template: &str,
        view: &impl Serialize,
    ) -> Result<Self, ThemeProblem> {
        let html = pen.desk.theme.render(template, pen.lang(), view)?;
        match seal::finish(&html, pen.desk.form, pen.desk.hashes) {
            Ok(html) => Ok(Self::Page(SealedPage(html))),
            Err(problem) => Err(ThemeProblem {
                file: pen.route().address.clone(),
                span: 0..0,
                code: Code::K0902,
                message: problem.message(),
                help: None,
            }),
        }
    }
}
