//! The hook that checks a site before each commit.

use super::fill::Filling;
use crate::diagnostic::Lang;

/// By this word a hook is known to be ours.
pub const MARK: &str = "maklumat pre-commit";

/// The script of the hook, for the site in the folder `site` of its repository (empty, or with a slash at its end) and
/// the program that stands at `program` where none is found by name.
pub fn hook(site: &str, program: &str, lang: Lang) -> String {
    let filling = Filling { lang, name: "" };
    let text = filling.fill(include_str!("templates/pre-commit.sh"));
    let quoted = |text: &str| text.replace('\'', "'\\''");
    text.replace("@site", &quoted(site))
        .replace("@program", &quoted(program))
}
