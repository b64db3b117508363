//! Which findings are asked for.

use std::path::Path;

use super::here::meant;
use crate::diagnostic::{Failure, Report, Sink, say};
use crate::parse::Reader;
use crate::parse::layout::Layout;
use crate::source::Sources;
use crate::span::FileId;

/// The files that are asked for; all if none is named. A file is named by its path from the site's folder or from where
/// the program was called, an agency by its folder, a service by `AGENCY/SERVICE`.
pub struct Asked(Vec<String>);

impl Asked {
    /// What these names mean.
    ///
    /// # Errors
    /// When nothing of the site has such a name.
    pub fn new(names: &[String], site: &Path, sources: &dyn Sources) -> Result<Self, Failure> {
        let entries = match names.is_empty() {
            true => Vec::new(),
            false => sources.entries()?,
        };
        let is_there = |name: &String| entries.iter().any(|entry| belongs(&entry.path, name));
        let mut asked = Vec::new();
        for written in names {
            let known = meant(written, site).into_iter().find(is_there);
            let Some(name) = known.or_else(|| only_called(written, sources)) else {
                return Err(Failure::new(say!(
                    "tidak ada berkas atau dinas bernama `{written}`; tulis misalnya: maklumat check content/dinas/layanan.yaml",
                    "there is no file or agency called `{written}`; write, for example: maklumat check content/agency/service.yaml"
                )));
            };
            asked.push(name);
        }
        Ok(Self(asked))
    }

    /// Whether a file of the site is among them.
    pub fn has(&self, path: &str) -> bool {
        self.0.is_empty() || self.0.iter().any(|name| belongs(path, name))
    }

    /// Keeps the findings of these files.
    pub fn only(&self, report: &mut Report) {
        if !self.0.is_empty() {
            report
                .findings
                .retain(|finding| self.has(&finding.place.path));
            report.left_out.clear();
        }
    }
}

/// The one service, as `AGENCY/SERVICE`, whose file has this name or whose title this is.
pub fn only_called(name: &str, sources: &dyn Sources) -> Option<String> {
    let mut unseen = Sink::deaf();
    let layout = Layout::new(sources.entries().ok()?, &mut unseen);
    let reader = Reader::new(sources, &layout);
    let called = name.trim().to_lowercase();
    let is_titled = |file: FileId| {
        let tree = reader.tree(file, &mut Sink::deaf());
        let keys = ["judul", "title"].into_iter();
        let title = keys.flat_map(|key| tree.as_ref()?.node.get(key)?.as_str());
        title.map(str::to_lowercase).any(|title| title == called)
    };
    let mut found = layout.agencies.iter().flat_map(|(agency, files)| {
        let services = files.services.iter();
        let named =
            services.filter(|(own, files)| *own == name || files.file.is_some_and(is_titled));
        named.map(move |(own, _)| format!("{agency}/{own}"))
    });
    found.next().filter(|_| found.next().is_none())
}

/// Whether a path of the site is what a name means: the file, a file below that folder, a file of that agency or service.
fn belongs(path: &str, name: &str) -> bool {
    let below = |path: &str| {
        path.strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
    };
    below(path) || path.strip_prefix("content/").is_some_and(below)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_means_a_file_a_folder_an_agency_or_a_service() {
        let path = "content/dinas/ktp.yaml";
        for name in [
            path,
            "content/dinas",
            "content",
            "dinas",
            "dinas/ktp",
            "dinas/ktp.yaml",
        ] {
            assert!(belongs(path, name), "{name}");
        }
        for name in ["din", "dinas/kt", "ktp", "content/dinas/ktp.yam", "lain"] {
            assert!(!belongs(path, name), "{name}");
        }
    }
}
