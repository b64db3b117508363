//! `check --untranslated`: what is not translated, and how much of each file; and the stamps of `check --fix`.

use super::asked::Asked;
use crate::analyze::strictness;
use crate::diagnostic::{Diagnostic, Failure, Message, Report, Sink, say};
use crate::parse::Reader;
use crate::parse::layout::Layout;
use crate::parse::survey::Surveyed;
use crate::resolve::Site;
use crate::source::Sources;
use crate::span::FileId;

/// A site whose files are known.
pub struct Known<'a> {
    sources: &'a dyn Sources,
    site: Site,
}

/// What was looked at beyond the check itself, such as how far translations are: the findings, and lines that count.
#[derive(Default)]
pub struct Left {
    /// Each text without words.
    pub report: Report,
    /// How much is left of each file, then how many files of each language are whole.
    pub counts: Vec<Message>,
}

impl<'a> Known<'a> {
    /// The files of a site.
    ///
    /// # Errors
    /// When they cannot be listed.
    pub fn new(sources: &'a dyn Sources) -> Result<Self, Failure> {
        let mut told = Sink::deaf();
        let layout = Layout::new(sources.entries()?, &mut told);
        let config = Reader::new(sources, &layout).site(&mut told);
        let mut site = Site {
            layout,
            config,
            ..Site::default()
        };
        let languages = site.languages();
        site.layout.keep_languages(&languages, &mut told);
        Ok(Self { sources, site })
    }

    /// The site, of which nothing but its languages and files is known.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Reads its files.
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(self.sources, &self.site.layout)
    }

    /// What is not translated of the files that are asked for.
    pub fn left(&self, asked: &Asked) -> Left {
        let layout = &self.site.layout;
        let languages = self.site.languages();
        let mut surveyed = self.reader().survey(&languages);
        surveyed.retain(|one| {
            let files = one.translation.into_iter().chain([one.original]);
            files.into_iter().any(|file| asked.has(layout.path(file)))
        });
        let mut counts: Vec<Message> = surveyed.iter().filter_map(|one| self.count(one)).collect();
        for lang in languages.iter().skip(1) {
            let of_lang = surveyed.iter().filter(|one| one.lang == *lang);
            let whole = of_lang.clone().filter(|one| one.missing + one.stale == 0);
            let (whole, all) = (whole.count(), of_lang.count());
            counts.push(say!(
                "bahasa `{lang}`: {whole} dari {all} berkas lengkap",
                "language `{lang}`: {whole} of {all} files are complete"
            ));
        }
        let findings = surveyed.into_iter().flat_map(|one| one.findings);
        let report = self.report(findings.collect());
        Left { report, counts }
    }

    /// Findings at their places, weighed as the site says.
    pub fn report(&self, findings: Vec<Diagnostic>) -> Report {
        let weigh = strictness(&self.site.config);
        Report::new(
            findings,
            |code, _| weigh(code),
            |file: FileId| {
                let path = self.site.layout.path(file).to_owned();
                let bytes = self.sources.read(&path).unwrap_or_default();
                (path, String::from_utf8_lossy(&bytes).into_owned())
            },
        )
    }

    /// How much is left of a file, if anything is.
    fn count(&self, one: &Surveyed) -> Option<Message> {
        let path = self
            .site
            .layout
            .path(one.translation.unwrap_or(one.original));
        let Surveyed {
            lang,
            texts,
            missing,
            stale,
            ..
        } = one;
        if one.translation.is_none() {
            return Some(say!(
                "{path}: belum ada terjemahan `{lang}` ({texts} teks)",
                "{path}: no translation into `{lang}` yet ({texts} texts)"
            ));
        }
        (missing + stale > 0).then(|| {
            say!(
                "{path}: {missing} dari {texts} teks belum diterjemahkan, {stale} cap tidak cocok lagi",
                "{path}: {missing} of {texts} texts not translated, {stale} stamps no longer match"
            )
        })
    }
}

impl Left {
    /// Adds the findings to those of a check.
    pub fn add_to(&mut self, report: &mut Report) {
        report.findings.append(&mut self.report.findings);
        for (code, left) in std::mem::take(&mut self.report.left_out) {
            report.left_out.entry(code).or_insert(left);
        }
    }
}
