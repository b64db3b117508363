//! A new site that builds at once.

use super::NewFile;
use super::fill::{Filling, one_line};
use crate::diagnostic::Lang;
use crate::schema;

/// The name of a site that was given none.
pub const NAME: &str = "Standar Pelayanan Kota Contoh";

/// The files made from a template, by path inside the site's folder.
const FILES: [(&str, &str); 15] = [
    (".editorconfig", include_str!("templates/site/editorconfig")),
    (
        ".github/workflows/situs.yml",
        include_str!("templates/site/ci/github.yml"),
    ),
    (".gitignore", include_str!("templates/site/gitignore")),
    (
        ".gitlab-ci.yml",
        include_str!("templates/site/ci/gitlab-ci.yml"),
    ),
    (
        ".vscode/extensions.json",
        include_str!("templates/site/extensions.json"),
    ),
    (
        "ci/maklumat.conf",
        include_str!("templates/site/ci/maklumat.conf"),
    ),
    ("ci/situs.sh", include_str!("templates/site/ci/situs.sh")),
    ("README.md", include_str!("templates/site/README.md")),
    (
        "content/dinas-contoh/agency.yaml",
        include_str!("templates/site/agency.yaml"),
    ),
    (
        "content/dinas-contoh/surat-keterangan-contoh.yaml",
        include_str!("templates/site/service.yaml"),
    ),
    (
        "content/documents.yaml",
        include_str!("templates/site/documents.yaml"),
    ),
    (
        "content/holidays.yaml",
        include_str!("templates/site/holidays.yaml"),
    ),
    (
        "content/pages/aksesibilitas.md",
        include_str!("templates/site/aksesibilitas.md"),
    ),
    (
        "content/pages/tentang.md",
        include_str!("templates/site/tentang.md"),
    ),
    ("site.yaml", include_str!("templates/site/site.yaml")),
];

/// A new site called `name`: content that builds at once, settings and schemas for editors, files for CI.
///
/// A name without a single letter becomes that of an example.
pub fn init(name: &str) -> Vec<NewFile> {
    let name = match one_line(name) {
        name if name.is_empty() => NAME.to_owned(),
        name => name,
    };
    let filling = Filling {
        lang: Lang::Id,
        name: &name,
    };
    let mut files: Vec<NewFile> = FILES
        .iter()
        .map(|(path, template)| ((*path).to_owned(), filling.fill(template)))
        .collect();
    files.push((
        ".vscode/settings.json".to_owned(),
        schema::editor_settings(),
    ));
    let schemas = schema::files().into_iter();
    files.extend(schemas.map(|(name, text)| (format!("{}/{name}", schema::FOLDER), text)));
    files.sort();
    files
}
