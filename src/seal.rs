//! The last step on the finished bytes of a page: they are checked, and the policy that names the page's own styles and
//! scripts by hash is filled in.

mod hashes;
mod page;
mod policy;

pub use hashes::Hashes;
pub use page::{Fault, SealProblem, seal};

pub(crate) use hashes::hash;
pub(crate) use page::problems;

/// What stands in a template where the policy is to go:
/// `<meta http-equiv="Content-Security-Policy" content="@policy@">`.
pub const POLICY_MARK: &str = "@policy@";
