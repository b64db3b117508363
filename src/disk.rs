//! The only door to the file system: reading a site's folder, and publishing the finished site all or nothing.
//!
//! # Reading
//!
//! [`SiteFolder`] lists `site.yaml`, `content/` and `static/`; [`read_theme`] reads `themes/NAME/`. Links are
//! never followed, and what editors and systems leave lying about is not seen. A [`Revision`] is the same of a git
//! revision, a [`ContentFolder`] of a `content/` that stands by itself.
//!
//! # Publishing
//!
//! 1. [`Folder::open`] takes the lock, refuses an output that is not ours, and clears what a killed run left.
//! 2. Every [`put`](crate::output::Output::put) fills a folder beside the output; a file whose bytes did not
//!    change is linked from the old folder, so it keeps its time stamp and costs no write.
//! 3. [`Folder::publish`] exchanges the two folders in one step and removes the old one.
//!
//! Whoever reads, and whenever the program is killed, the site is wholly old or wholly new. A [`Folder`] that is
//! dropped instead of published leaves the output as it was.
//!
//! # Power cuts
//!
//! No file is synced: with ten thousand pages that takes longer than making them, and syncing the whole file system
//! instead was measured at up to six seconds beside other programs that write. A site can always be built again, so
//! after a power cut in the half minute behind a build, run `build` once more: it compares bytes, never time stamps
//! or a record, and writes a torn file anew.

#![allow(clippy::disallowed_methods, reason = "this is the door")]

mod clean;
mod edit;
mod exchange;
mod files;
mod folder;
mod guard;
mod in_place;
mod lock;
mod manifest;
mod outside;
mod publish_mode;
mod rearrange;
mod revision;
mod site_folder;
mod state;

pub use clean::{Cleaned, clean};
pub use edit::{
    create, holds_content, holds_site, is_taken, replace, replace_if_still, replace_or_create,
    text_of, write_program,
};
pub use files::is_folder;
pub use folder::{Folder, Losses, Published};
pub use guard::resolved;
pub use outside::{files_at, read_at_most};
pub use publish_mode::PublishMode;
pub use rearrange::{Rewrite, rearrange};
pub use revision::Revision;
pub use site_folder::{ContentFolder, SiteFolder, is_leftover, read_theme};

/// Name of the folder in which the program keeps its lock and its manifests, inside the site's folder. Where that may only
/// be read, they stand beside the output, in `.NAME.maklumat`.
pub const STATE_FOLDER: &str = ".maklumat";
