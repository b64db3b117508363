//! The default theme, embedded in the program.

use crate::diagnostic::{Code, say};

use super::problem::ThemeProblem;
use crate::similar::nearest;

/// A file of the default theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DefaultFile {
    /// Path inside the theme's folder.
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// Embeds the named files of the default theme, which must be sorted.
macro_rules! embed {
    ($($path:literal),+ $(,)?) => {
        &[$(DefaultFile {
            path: $path,
            text: include_str!(concat!("../../themes/default/", $path)),
        }),+]
    };
}

/// Every file of the default theme, sorted by path.
pub(super) const ALL: &[DefaultFile] = embed![
    "a-to-z.html",
    "agency.html",
    "base.html",
    "checklist.css",
    "checklist.html",
    "checklist.js",
    "due.js",
    "home.html",
    "lists.css",
    "page.html",
    "parts.html",
    "redirect.html",
    "service-items.html",
    "service-parts.html",
    "service.html",
    "style.css",
    "words/en.yaml",
    "words/id.yaml",
];

/// The file of the default theme with this path.
pub(super) fn find(path: &str) -> Option<&'static DefaultFile> {
    ALL.iter().find(|file| file.path == path)
}

/// The problem of a file that no template would ever ask for.
pub(super) fn unknown(path: &str) -> ThemeProblem {
    let problem = ThemeProblem::new(
        path,
        0..0,
        Code::K0903,
        say!(
            "`{path}` bukan berkas tema: program tidak akan membacanya",
            "`{path}` is not a file of the theme: the program would not read it"
        ),
    );
    if path.starts_with("words/") {
        return problem.help(say!(
            "beri nama menurut kode bahasanya, misalnya: words/jv.yaml",
            "name it after its language tag, for example: words/jv.yaml"
        ));
    }
    let names = ALL.iter().map(|file| file.path);
    match nearest(path, names.clone()) {
        Some(name) => problem.help(say!(
            "mungkin maksud Anda `{name}`",
            "did you mean `{name}`?"
        )),
        None => {
            let names = names.collect::<Vec<_>>().join(", ");
            problem.help(say!("berkas tema: {names}", "theme files: {names}"))
        }
    }
}
