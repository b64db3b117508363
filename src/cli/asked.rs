//! Which findings are asked for, and their paths from where the program was called.

use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{Failure, Report, say};
use crate::source::Sources;

/// The files that are asked for; all if none is named. A file is named by its path from the site's folder or from where
/// the program was called, an agency by its folder, a service by `AGENCY/SERVICE`.
pub struct Asked(Vec<String>);

impl Asked {
    /// What these names mean.
    ///
    /// # Errors
    /// When nothing of the site has such a name.
    pub fn new(names: &[String], site: &Path, sources: &dyn Sources) -> Result<Self, Failure> {
        let folder = format!("{}/", site.display()).replace('\\', "/");
        let asked: Vec<String> = names.iter().map(|name| plain(name, &folder)).collect();
        let entries = match asked.is_empty() {
            true => Vec::new(),
            false => sources.entries()?,
        };
        for (name, written) in asked.iter().zip(names) {
            if !entries.iter().any(|entry| belongs(&entry.path, name)) {
                return Err(Failure::new(say!(
                    "tidak ada berkas atau dinas bernama `{written}`; tulis misalnya: maklumat check content/dinas/layanan.yaml",
                    "there is no file or agency called `{written}`; write, for example: maklumat check content/agency/service.yaml"
                )));
            }
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

/// A name as paths of the site are written.
pub fn plain(name: &str, folder: &str) -> String {
    let name = name.replace('\\', "/");
    let name = name.strip_prefix(folder).unwrap_or(&name);
    name.trim_start_matches("./")
        .trim_end_matches('/')
        .to_owned()
}

/// Whether a path of the site is what a name means: the file, a file below that folder, a file of that agency or service.
fn belongs(path: &str, name: &str) -> bool {
    let below = |path: &str| {
        path.strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
    };
    below(path) || path.strip_prefix("content/").is_some_and(below)
}

/// Writes the paths of all findings from where the program was called, as annotations of a change need them.
pub fn from_here(report: &mut Report, site: &Path) {
    let Some(prefix) = prefix(site, std::env::current_dir().ok().as_deref()) else {
        return;
    };
    for finding in &mut report.findings {
        let others = finding.also.iter_mut().map(|(place, _)| place);
        for place in others.chain([&mut finding.place]) {
            place.path = format!("{prefix}/{}", place.path);
        }
    }
}

/// The path from `here` to a site's folder; `None` if it is the same, or not below it.
fn prefix(site: &Path, here: Option<&Path>) -> Option<String> {
    let inner = match site.is_absolute() {
        true => site.strip_prefix(here?).ok()?,
        false => site,
    };
    let kept = |part: &Component<'_>| *part != Component::CurDir;
    let inner: PathBuf = inner.components().filter(kept).collect();
    let text = inner.to_str()?.replace('\\', "/");
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_named_from_where_the_program_was_called() {
        let here = Some(Path::new("/rumah"));
        for (site, expected) in [
            (".", None),
            ("./", None),
            ("situs", Some("situs")),
            ("./a/situs/", Some("a/situs")),
            ("/rumah/situs", Some("situs")),
            ("/rumah", None),
            ("/lain/situs", None),
            ("../situs", Some("../situs")),
        ] {
            assert_eq!(prefix(Path::new(site), here).as_deref(), expected, "{site}");
        }
    }

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
