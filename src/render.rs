//! Fourth stage: typed views, and the pages that a theme makes from them.
//!
//! # Steps
//!
//! 1. A [`pen::Pen`] knows one page: its language, its address, and how links and texts look from there.
//! 2. Each kind of page fills its [`view`]: [`home`], [`agency`], [`service`], [`plain`].
//! 3. [`Theme::render`] makes HTML of the view.

pub mod agency;
mod amounts;
mod card;
mod channels;
mod checklist;
mod conditions;
mod due;
mod frame;
pub mod home;
mod items;
mod parts;
pub mod pen;
pub mod plain;
pub mod service;
mod standing;
pub mod view;

use serde::Serialize;

use crate::theme::{Theme, ThemeProblem};
use pen::Pen;

/// A page: its address from the site's root, and its HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The address, parts joined by `/`.
    pub address: String,
    /// The HTML, not yet sealed.
    pub html: String,
}

/// Makes the page of `pen` from a view.
fn page(
    theme: &Theme,
    template: &str,
    pen: &Pen<'_>,
    view: &impl Serialize,
) -> Result<Page, ThemeProblem> {
    Ok(Page {
        address: pen.address().to_owned(),
        html: theme.render(template, pen.lang(), view)?,
    })
}
