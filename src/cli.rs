//! The command line: arguments in, one command done, an exit code out.
//!
//! Exit codes: 0 clean, 1 problems in the content, 2 environment or usage.

mod accept;
mod args;
mod ask;
mod asked;
mod audit;
mod build;
mod check;
mod checked;
mod cms;
mod diff;
mod explain;
mod export;
mod fix;
mod fmt;
mod gallery;
mod here;
mod hook;
mod import;
mod language;
mod make;
mod new;
mod outside;
mod rename;
mod screen;
mod serve;
mod table;
mod tools;
mod translation;
mod untranslated;
mod usage;

use std::process::ExitCode;

use clap::Parser;

use crate::diagnostic::Failure;
use args::{Arguments, Command};
use screen::Screen;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing stands against it.
    Clean,
    /// The content has problems.
    Problems,
}

/// Runs the command that the process was called with.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage::told(&error),
    };
    let screen = Screen::new(arguments.lang());
    match dispatch(&arguments, &screen) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Err(failure) => {
            screen.failure(&failure);
            ExitCode::from(2)
        }
    }
}

fn dispatch(arguments: &Arguments, screen: &Screen) -> Result<Outcome, Failure> {
    match &arguments.command {
        Command::Init(init) => make::init(init, screen),
        Command::Export(asked) => export::export(asked, arguments, screen),
        Command::Import(asked) => import::import(asked, arguments, screen),
        Command::New(new) => new::new(new, screen),
        Command::Fmt(asked) => fmt::fmt(asked, screen),
        Command::Rename(asked) => rename::rename(asked, arguments, screen),
        Command::Build(build) => build::build(build, arguments, screen),
        Command::Serve(serve) => serve::serve(serve, arguments, screen),
        Command::Check(check) => check::check(check, arguments, screen),
        Command::Audit(asked) => audit::audit(asked, arguments, screen),
        Command::Table(asked) => table::table(asked, arguments, screen),
        Command::Diff(asked) => diff::diff(asked, arguments, screen),
        Command::Schema(schema) => make::schema(schema, screen),
        Command::Explain(explain) => explain::explain(explain, screen),
        Command::Theme(theme) => make::theme(theme, screen),
        Command::Cms(asked) => cms::cms(asked, screen),
        Command::Clean(clean) => build::clean(clean, screen),
        Command::Completions(shell) => tools::completions(shell),
        Command::Man => tools::man(),
    }
}
