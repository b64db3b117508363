//! What is said of a command that was not typed as it must be.

use std::io::Write as _;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::language;
use crate::diagnostic::{Lang, Message, say};

/// Says what is wrong with the command, in the language of the environment; help and version are no mistakes.
pub fn told(error: &clap::Error) -> ExitCode {
    let code = u8::try_from(error.exit_code()).unwrap_or(2);
    let message = match lang() {
        Lang::Id => message(error),
        Lang::En => None,
    };
    match message {
        Some(message) => {
            let mut out = anstream::stderr();
            let _ = writeln!(out, "gagal: {}", message.get(Lang::Id));
            if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
                let usage = usage.to_string();
                let usage = usage.trim_start_matches("Usage:").trim();
                let _ = writeln!(out, "  {usage}");
            }
        }
        None => drop(error.print()),
    }
    ExitCode::from(code)
}

/// The language that was asked for, though the call cannot be read; else that of the environment.
fn lang() -> Lang {
    let typed: Vec<String> = std::env::args().collect();
    let asked = |tag: &str| {
        let pair = ["--lang".to_owned(), tag.to_owned()];
        typed.windows(2).any(|two| two == pair) || typed.contains(&format!("--lang={tag}"))
    };
    match (asked("en"), asked("id")) {
        (true, _) => Lang::En,
        (_, true) => Lang::Id,
        _ => language::of_environment(),
    }
}

/// The mistake in words; `None` where the program has none of its own.
fn message(error: &clap::Error) -> Option<Message> {
    let named = |kind: ContextKind| match error.get(kind)? {
        ContextValue::String(one) => Some(one.clone()),
        ContextValue::Strings(all) => Some(all.join(", ")),
        _ => None,
    };
    let invalid = || named(ContextKind::InvalidArg).unwrap_or_default();
    Some(match error.kind() {
        ErrorKind::MissingRequiredArgument => {
            let lacking = invalid();
            say!(
                "yang harus disebut belum ada: {lacking}",
                "missing: {lacking}"
            )
        }
        ErrorKind::UnknownArgument => {
            let unknown = invalid();
            say!(
                "tidak ada pilihan `{unknown}`",
                "there is no option `{unknown}`"
            )
        }
        ErrorKind::InvalidSubcommand => {
            let unknown = named(ContextKind::InvalidSubcommand).unwrap_or_default();
            let near = nearest(error);
            match near {
                Some(near) => say!(
                    "tidak ada perintah `{unknown}`; mungkin maksud Anda `{near}`",
                    "there is no command `{unknown}`; perhaps you mean `{near}`"
                ),
                None => say!(
                    "tidak ada perintah `{unknown}`; daftarnya: maklumat --help",
                    "there is no command `{unknown}`; for a list: maklumat --help"
                ),
            }
        }
        ErrorKind::InvalidValue => {
            let (option, value) = (invalid(), named(ContextKind::InvalidValue)?);
            match named(ContextKind::ValidValue) {
                Some(known) if !value.is_empty() => say!(
                    "`{value}` tidak dikenal untuk {option}; yang ada: {known}",
                    "{option} knows no `{value}`; it knows: {known}"
                ),
                _ => say!("{option} harus diberi nilai", "{option} needs a value"),
            }
        }
        ErrorKind::ArgumentConflict => {
            let (one, other) = (invalid(), named(ContextKind::PriorArg)?);
            say!(
                "{one} tidak dapat bersama {other}",
                "{one} does not go with {other}"
            )
        }
        _ => return None,
    })
}

/// The command most like the one that was typed: the last of those that clap names.
fn nearest(error: &clap::Error) -> Option<String> {
    match error.get(ContextKind::SuggestedSubcommand)? {
        ContextValue::Strings(all) => all.last().cloned(),
        ContextValue::String(one) => Some(one.clone()),
        _ => None,
    }
}
