//! Maklumat turns descriptions of public services (*standar pelayanan*), written once in YAML or Markdown, into an
//! accessible website.
//!
//! # Stages
//!
//! ```text
//! disk        →  parse  →  resolve  →  analyze (the only gate)  →  outputs  →  seal  →  disk::publish
//!  Sources       documents  Site        SoundSite                   Artifact    bytes    all or nothing
//! ```
//!
//! 1. [`disk::SiteFolder`] lists and reads the files of a site, through the door [`source::Sources`].
//! 2. [`parse::Reader`] makes documents of them, each file alone; [`yaml`] keeps every scalar as it was written, and
//!    [`model`] reads it strictly.
//! 3. [`resolve`] finds what each name refers to and makes a [`resolve::service::Service`] of each document; [`rule`]
//!    reads its conditions.
//! 4. [`analyze`] reports what a standard lacks; [`analyze::SoundSite::judge`] is the only gate, and nothing behind it
//!    sees a site with errors.
//! 5. [`outputs`] has the table of kinds. Before the gate it lists the [`route::Routes`] of the site, behind it it makes
//!    what stands there: a kind fills a typed [`render::view`], and a [`theme::Theme`] makes HTML of it.
//! 6. [`seal::seal`] checks the bytes of a page and fills in its policy.
//! 7. [`disk::Folder`] takes the pages through the door [`output::Output`] and publishes them all or nothing.
//!
//! [`pipeline::compile`] is the whole way, without disk, clock, environment or printing. It goes over the services
//! twice: the first pass keeps an entry of each, the second reads each again for its page, so that all services never
//! need to be in memory at once.
//!
//! A stage never fails because of content. It returns what it could make, and reports to a [`diagnostic::Sink`]; a
//! [`diagnostic::Failure`] is for the world outside: a disk, a port, a wrong call.

#![forbid(unsafe_code)]

pub mod analyze;
pub mod audit;
pub mod cli;
pub mod cms;
pub mod diagnostic;
pub mod diff;
pub mod disk;
pub mod edit;
pub mod export;
pub mod external;
pub mod figure;
mod html;
pub mod import;
pub mod language;
pub mod markdown;
pub mod model;
pub mod output;
pub mod outputs;
pub mod parse;
mod percent;
pub mod picture;
pub mod pipeline;
pub mod render;
pub mod resolve;
pub mod route;
pub mod rule;
pub mod scaffold;
pub mod schema;
pub mod seal;
pub mod search;
pub mod serve;
pub mod similar;
pub mod source;
pub mod span;
pub mod table;
pub mod telephone;
pub mod theme;
pub mod yaml;
