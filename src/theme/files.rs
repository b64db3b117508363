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
    "accessibility.html",
    "agency.html",
    "annex.html",
    "base.html",
    "category.html",
    "directory.html",
    "document.html",
    "finder.html",
    "finder/finder.js",
    "finder/found.css",
    "finder/found.example.html",
    "finder/found.html",
    "finder/sieve.css",
    "finder/sieve.example.html",
    "finder/sieve.html",
    "gallery.html",
    "home.html",
    "life-event.html",
    "list.html",
    "lists/cards.css",
    "lists/cards.example.html",
    "lists/cards.html",
    "lists/letters.css",
    "lists/letters.example.html",
    "lists/letters.html",
    "lists/pledge.css",
    "lists/pledge.example.html",
    "lists/pledge.html",
    "lists/stages.css",
    "lists/stages.example.html",
    "lists/stages.html",
    "lists/topics.css",
    "lists/topics.example.html",
    "lists/topics.html",
    "offline/keep.js",
    "offline/leave.js",
    "offline/worker.js",
    "open-data.html",
    "page.html",
    "parts/breadcrumb.css",
    "parts/breadcrumb.example.html",
    "parts/breadcrumb.html",
    "parts/channels.css",
    "parts/channels.example.html",
    "parts/channels.html",
    "parts/facts.css",
    "parts/facts.example.html",
    "parts/facts.html",
    "parts/footer.css",
    "parts/footer.example.html",
    "parts/footer.html",
    "parts/help.css",
    "parts/help.example.html",
    "parts/help.html",
    "parts/hours.css",
    "parts/hours.example.html",
    "parts/hours.html",
    "parts/links.css",
    "parts/links.example.html",
    "parts/links.html",
    "parts/menu.css",
    "parts/menu.example.html",
    "parts/menu.html",
    "pledge.html",
    "poster.html",
    "print/annex.css",
    "print/annex.example.html",
    "print/annex.html",
    "print/code.css",
    "print/code.example.html",
    "print/code.html",
    "print/pledge.css",
    "print/pledge.example.html",
    "print/pledge.html",
    "print/poster.css",
    "print/poster.example.html",
    "print/poster.html",
    "redirect.html",
    "search/search.css",
    "search/search.example.html",
    "search/search.html",
    "search/search.js",
    "service.html",
    "service/checklist.js",
    "service/contact.example.html",
    "service/contact.html",
    "service/details.css",
    "service/details.example.html",
    "service/details.html",
    "service/due.js",
    "service/further.example.html",
    "service/further.html",
    "service/items.css",
    "service/items.example.html",
    "service/items.html",
    "service/page.css",
    "service/questions.css",
    "service/questions.example.html",
    "service/questions.html",
    "service/result.css",
    "service/result.example.html",
    "service/result.html",
    "service/standard.css",
    "service/standard.example.html",
    "service/standard.html",
    "service/steps.css",
    "service/steps.example.html",
    "service/steps.html",
    "service/summary.css",
    "service/summary.example.html",
    "service/summary.html",
    "service/who.css",
    "service/who.example.html",
    "service/who.html",
    "style.css",
    "words/en.yaml",
    "words/id.yaml",
];

/// The file of the default theme with this path.
pub(super) fn find(path: &str) -> Option<&'static DefaultFile> {
    ALL.iter().find(|file| file.path == path)
}

/// Whether pages are made with this file: a template that is no example.
pub(super) fn is_template(path: &str) -> bool {
    path.ends_with(".html") && !is_example(path)
}

/// Whether only the gallery reads this file.
pub(super) fn is_example(path: &str) -> bool {
    path.ends_with(".example.html")
}

/// What a part's files have in common: `parts/hours` of `parts/hours.css`.
pub(super) fn part_of(path: &str) -> &str {
    let ends = [".example.html", ".html", ".css", ".js"];
    let found = ends.iter().find_map(|end| path.strip_suffix(end));
    found.unwrap_or(path)
}

/// The file of the default theme that was probably meant: of that name in any folder, or the most similar.
pub(super) fn near(path: &str) -> Option<&'static str> {
    let name = |path: &'static str| path.rsplit('/').next().unwrap_or(path);
    let asked = path.rsplit('/').next().unwrap_or(path);
    let mut names = ALL.iter().map(|file| file.path);
    let elsewhere = names.find(|path| name(path) == asked);
    elsewhere.or_else(|| nearest(path, ALL.iter().map(|file| file.path)))
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
    match near(path) {
        Some(name) => problem.help(say!(
            "mungkin maksud Anda `{name}`",
            "did you mean `{name}`?"
        )),
        None => {
            let names = ALL.iter().map(|file| file.path);
            let names = names.collect::<Vec<_>>().join(", ");
            problem.help(say!("berkas tema: {names}", "theme files: {names}"))
        }
    }
}
