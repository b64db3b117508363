//! The last steps on a finished page: made smaller, then sealed with the policy that names its own parts by hash.
//!
//! # Traps of the minifier
//!
//! [`minify`] keeps what a page says only if the page is written for it. The theme must not
//!
//! - rely on a blank between inline elements that stand directly in `div`, `section`, `nav` or another element that
//!   holds blocks (`<div><span>Rp</span> <span>5.000</span></div>` becomes `Rp5.000`; inside `p`, `li`, `td` or
//!   `span` the blank stays),
//! - give `value=""` (it is dropped, and a radio then sends `on`) or `hidden="until-found"` (it becomes `hidden`),
//! - leave out end tags that HTML implies, least of all in tables,
//! - put blanks into the content of the viewport,
//! - write an attribute with its default (`type="submit"` on a button) and select by it.
//!
//! The tests hold a comparison that parses a page before and after and demands the same words and attributes; each
//! trap is shown to it.

mod hashes;
#[cfg(feature = "minify")]
mod minify;
mod page;
mod policy;

pub use hashes::Hashes;
#[cfg(feature = "minify")]
pub use minify::minify;
pub use page::{SealProblem, seal};

pub(crate) use hashes::hash;

/// What stands in a template where the policy is to go:
/// `<meta http-equiv="Content-Security-Policy" content="@policy@">`.
pub const POLICY_MARK: &str = "@policy@";

/// How much of a page's white space reaches the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// What can be left out is left out. The same as [`AsWritten`](Form::AsWritten) without the feature `minify`.
    #[default]
    Minified,
    /// As the theme wrote it.
    AsWritten,
}

/// The bytes of a page as they are published. All pages of a site share the `hashes`.
///
/// # Errors
/// When the page cannot be sealed: a mistake of the theme.
pub fn finish(html: &str, form: Form, hashes: &Hashes) -> Result<String, SealProblem> {
    match form {
        #[cfg(feature = "minify")]
        Form::Minified => seal(&minify(html), hashes),
        #[cfg(not(feature = "minify"))]
        Form::Minified => seal(html, hashes),
        Form::AsWritten => seal(html, hashes),
    }
}
