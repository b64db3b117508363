//! What is made of a route.

use serde::Serialize;

use crate::diagnostic::{Code, Lang, say};
use crate::render::pen::Pen;
use crate::seal::{Hashes, SealProblem, seal};
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
    pub(super) fn new(html: &str, hashes: &Hashes) -> Result<Self, SealProblem> {
        seal(html, hashes).map(Self)
    }

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
        let theme = pen.desk.theme;
        let html = theme.render(template, pen.desk.form, pen.lang(), view)?;
        let page = SealedPage::new(&html, pen.desk.hashes);
        page.map(Self::Page)
            .map_err(|problem| unsealed(template, &pen.route().address, &problem))
    }
}

/// The problem of a page that cannot be sealed, of which only the template is known.
pub(super) fn unsealed(template: &str, address: &str, problem: &SealProblem) -> ThemeProblem {
    let why = problem.message();
    let (id, en) = (why.get(Lang::Id), why.get(Lang::En));
    ThemeProblem {
        file: template.to_owned(),
        span: 0..0,
        code: Code::K0902,
        message: say!(
            "halaman yang dibuat dari templat ini keliru: {id}",
            "a page made from this template is wrong: {en}"
        ),
        label: Some(say!("misalnya `{address}`", "for example `{address}`")),
        help: Some(problem.help()),
    }
}
