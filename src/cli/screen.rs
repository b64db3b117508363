//! What the program prints: results on standard output, everything else on standard error.

use std::io::{IsTerminal, Write};
use std::time::Duration;

use anstream::{AutoStream, ColorChoice};
use indicatif::{ProgressBar, ProgressStyle};

use super::args::Format;
use super::language;
use crate::cms;
use crate::diagnostic::format::{
    Colour, github, gitlab, human, json, markdown, sarif, short, summary,
};
use crate::diagnostic::{Failure, Lang, Message, Report};

/// Where the program prints, and in which language.
#[derive(Debug, Clone)]
pub struct Screen {
    asked: Option<Lang>,
    lang: Lang,
}

impl Screen {
    /// A screen that speaks the language asked for, else the environment's.
    pub fn new(asked: Option<Lang>) -> Self {
        Self {
            asked,
            lang: asked.unwrap_or_else(language::of_environment),
        }
    }

    /// The same screen in another language, unless one was asked for.
    pub fn speaking(&self, lang: Lang) -> Self {
        Self {
            asked: self.asked,
            lang: self.asked.unwrap_or(lang),
        }
    }

    /// The language it speaks.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Says something to the person at the terminal.
    pub fn say(&self, message: &Message) {
        let mut out = anstream::stderr();
        let _ = writeln!(out, "{}", message.get(self.lang));
    }

    /// Says something only if a person is there to read it.
    pub fn whisper(&self, message: &Message) {
        if std::io::stderr().is_terminal() {
            self.say(message);
        }
    }

    /// Clears the terminal, if there is one.
    pub fn clear(&self) {
        if std::io::stderr().is_terminal() {
            let mut out = anstream::stderr();
            let _ = write!(out, "\x1b[2J\x1b[3J\x1b[H");
        }
    }

    /// Prints a result.
    pub fn print(&self, text: &str) {
        let mut out = anstream::stdout();
        let _ = out.write_all(text.as_bytes());
        let _ = out.flush();
    }

    /// Says why the program cannot go on.
    pub fn failure(&self, failure: &Failure) {
        let word = match self.lang {
            Lang::Id => "gagal",
            Lang::En => "failed",
        };
        let mut out = anstream::stderr();
        let _ = writeln!(out, "{word}: {}", failure.message.get(self.lang));
    }

    /// Prints findings: for people on standard error, for machines on standard output.
    pub fn report(&self, report: &Report, format: Format) {
        match format {
            Format::Human => {
                let raw = std::io::stderr();
                let colour = match AutoStream::choice(&raw) {
                    ColorChoice::Never => Colour::Never,
                    _ => Colour::Always,
                };
                let mut out = anstream::stderr();
                let _ = out.write_all(human(report, self.lang, colour).as_bytes());
                if !report.findings.is_empty() {
                    let _ = writeln!(out, "{}", summary(report, self.lang));
                }
            }
            Format::Short => self.print(&short(report, self.lang)),
            Format::Json => self.print(&json(report, self.lang)),
            Format::Sarif => self.print(&sarif(report, self.lang)),
            Format::Github => self.print(&github(report, self.lang)),
            Format::Gitlab => self.print(&gitlab(report, self.lang)),
            Format::Markdown => self.print(&markdown(report, self.lang, &|_| None)),
        }
    }

    /// Prints findings as a comment, each with the link to its entry in the web editor at this address.
    pub fn comment(&self, report: &Report, editor: &str) {
        let editor = editor.trim_end_matches('/');
        let link = |path: &str| cms::entry(path).map(|entry| format!("{editor}/{entry}"));
        self.print(&markdown(report, self.lang, &link));
    }

    /// How far something with so many parts has come; nothing in a pipe.
    pub fn bar(&self, parts: u64) -> ProgressBar {
        if !std::io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::new(parts);
        if let Ok(style) = ProgressStyle::with_template("[{bar:40}] {pos}/{len}") {
            bar.set_style(style.progress_chars("=> "));
        }
        bar
    }

    /// A sign of life while something takes long; nothing in a pipe.
    pub fn spinner(&self, message: &Message) -> ProgressBar {
        let bar = if std::io::stderr().is_terminal() {
            ProgressBar::new_spinner()
        } else {
            ProgressBar::hidden()
        };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
            bar.set_style(style);
        }
        bar.set_message(message.get(self.lang).to_owned());
        bar.enable_steady_tick(Duration::from_millis(200));
        bar
    }
}
