//! `serve`: the site while it is edited.

use std::sync::Arc;

use super::Outcome;
use super::args::{Arguments, Serve};
use super::build::{settings, theme};
use super::here::report_from_here;
use super::screen::Screen;
use crate::analyze::Deny;
use crate::diagnostic::format::{Colour, human_each};
use crate::diagnostic::{Failure, Lang, Report};
use crate::disk::SiteFolder;
use crate::output::MemoryOutput;
use crate::pipeline;
use crate::serve::{self, Builder, Built, ServeOptions};

/// Shows the site until it is stopped.
pub fn serve(serve: &Serve, arguments: &Arguments, screen: &Screen) -> Result<Outcome, Failure> {
    let lang = serve.compile.language(arguments.lang());
    let screen = screen.speaking(lang);
    settings(&serve.compile, Deny::Errors)?;
    let builder = Arc::new(SiteBuilder {
        compile: serve.compile.clone(),
        screen: screen.clone(),
    });
    let options = ServeOptions {
        site: serve.compile.folder.site.clone(),
        port: serve.port,
        lan: serve.lan.then(serve::own_address).transpose()?,
        open: serve.open,
        lang,
        tell: Arc::new(move |message| screen.say(message)),
    };
    serve::run(&options, builder)?;
    Ok(Outcome::Clean)
}

/// Builds the site into memory, drafts included.
struct SiteBuilder {
    compile: super::args::Compile,
    screen: Screen,
}

impl Builder for SiteBuilder {
    fn build(&self) -> Built {
        match self.try_build() {
            Ok(built) => built,
            Err(failure) => Built {
                findings: vec![failure.message.get(self.screen.lang()).to_owned()],
                ..Built::default()
            },
        }
    }
}

impl SiteBuilder {
    fn try_build(&self) -> Result<Built, Failure> {
        let mut settings = settings(&self.compile, Deny::Errors)?;
        // Who serves a site is writing it: a draft is what they want to see.
        settings.drafts = crate::route::Drafts::With;
        // The preview stands at the server's root, wherever the site will stand.
        settings.base_url = Some("/".to_owned());
        settings.keeps = false;
        let theme = match theme(&self.compile.folder.site)? {
            Ok(theme) => theme,
            Err(report) => return Ok(self.built(&report, MemoryOutput::default())),
        };
        let mut output = MemoryOutput::default();
        let sources = SiteFolder::new(&self.compile.folder.site);
        let report = pipeline::compile(&sources, &theme, &settings, &mut output)?;
        Ok(self.built(&report, output))
    }

    fn built(&self, report: &Report, output: MemoryOutput) -> Built {
        let mut told = report.clone();
        report_from_here(&mut told, &self.compile.folder.site);
        self.screen.report(&told, super::args::Format::Human);
        let lang: Lang = self.screen.lang();
        Built {
            ok: report.pages > 0 && !report.has_errors(),
            findings: human_each(report, lang, Colour::Never),
            files: output.files,
        }
    }
}
