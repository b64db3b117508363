//! `completions` and `man`.

use std::io::Write;

use clap::CommandFactory;

use super::Outcome;
use super::args::{Arguments, Completions};
use crate::diagnostic::{Failure, say};

/// Prints completions for a shell.
pub fn completions(completions: &Completions) -> Result<Outcome, Failure> {
    let mut text = Vec::new();
    clap_complete::generate(
        completions.shell,
        &mut Arguments::command(),
        "maklumat",
        &mut text,
    );
    write(&text)
}

/// Prints the manual page.
pub fn man() -> Result<Outcome, Failure> {
    let mut text = Vec::new();
    let manual = clap_mangen::Man::new(Arguments::command());
    manual.render(&mut text).map_err(|error| {
        Failure::new(say!(
            "halaman manual tidak dapat dibuat: {error}",
            "the manual page cannot be written: {error}"
        ))
    })?;
    write(&text)
}

fn write(text: &[u8]) -> Result<Outcome, Failure> {
    // A reader that closes the pipe early has what it wanted.
    let _ = std::io::stdout().write_all(text);
    Ok(Outcome::Clean)
}
