//! The web editor for staff who open no terminal: its page, its configuration, and how it reads and writes files.
//!
//! # Steps
//!
//! 1. `form` turns the declared shape of a file into a form.
//! 2. `fields` writes that form as fields of the editor's configuration, `collections` says which files have it.
//! 3. `cms/format.js` shows a file in the form and puts back what was changed; the same form tells it how.
//!
//! The editor itself (Sveltia CMS) is loaded by the page from where [`Settings::assets`] says; no part of it is written.

mod collections;
mod fields;
mod form;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::diagnostic::Failure;
use crate::source::Sources;

pub use collections::entry;
pub use form::{Form, form, short_key};

/// The version of the editor that the page loads.
pub const EDITOR: &str = "0.221.1";
/// What its file must be, byte for byte.
pub const INTEGRITY: &str =
    "sha384-JQ+XsKx/UzwdTiNnFStza3XtqqQoVtyNPApkfvwlzZDfhe7giE9CnfQrpHqgv3k6";
/// The version of the library that reads and writes YAML for it.
pub const YAML: &str = "2.9.1";
/// What each of the files of that library must be, by its path in the package.
const YAML_FILES: &str = include_str!("cms/yaml.json");
/// Where both are loaded from unless something else is asked for.
pub const ASSETS: &str = "https://unpkg.com";

/// What the editor is told about the repository.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Who keeps the repository: `github`, `gitlab` or `gitea`.
    pub backend: String,
    /// The repository, `OWNER/NAME`.
    pub repository: String,
    /// The branch that is published.
    pub branch: String,
    /// The service that signs people in, where the backend needs one.
    pub auth: Option<String>,
    /// The name under which a GitLab or Gitea knows the editor; people then sign in there without a further service.
    pub app_id: Option<String>,
    /// The site's folder inside the repository; empty if it is the repository.
    pub inside: String,
    /// Where the editor and its library are loaded from.
    pub assets: String,
}

/// The files of the editor for the site in `sources`: `index.html`, `config.yml`, `forms.js`, `format.js`.
///
/// # Errors
/// When the site's folder cannot be read.
pub fn files(
    sources: &dyn Sources,
    settings: &Settings,
) -> Result<Vec<(&'static str, String)>, Failure> {
    let inside = match settings.inside.trim_matches('/') {
        "" => String::new(),
        folder => format!("{folder}/"),
    };
    let (collections, formats) = collections::of_site(sources, &inside)?;
    let mut backend = json!({
        "name": settings.backend,
        "repo": settings.repository,
        "branch": settings.branch,
    });
    if let Some(auth) = &settings.auth {
        backend["base_url"] = auth.as_str().into();
    }
    if let Some(app_id) = &settings.app_id {
        backend["app_id"] = app_id.as_str().into();
        backend["auth_type"] = "pkce".into();
    }
    let config = json!({
        "backend": backend,
        "publish_mode": "editorial_workflow",
        "media_folder": format!("{inside}static/unggahan"),
        "public_folder": "/static/unggahan",
        "editor": {"preview": false},
        "collections": collections,
    });
    Ok(vec![
        ("index.html", page(settings)),
        (
            "config.yml",
            format!(
                "# {MARK}\n{}",
                serde_yaml::to_string(&config).unwrap_or_default()
            ),
        ),
        (
            "forms.js",
            format!("// {MARK}\nexport const FORMATS = {formats:#};\n"),
        ),
        (
            "format.js",
            format!("// {MARK}\n{}", include_str!("cms/format.js")),
        ),
    ])
}

/// What stands at the top of each file that is written, and is replaced when the command is called again.
pub const MARK: &str =
    "Ditulis oleh `maklumat cms`; jalankan lagi sesudah ada dinas baru atau program diperbarui.";

fn page(settings: &Settings) -> String {
    // What one serves oneself is one's own; whatever comes from elsewhere must be what was looked at.
    let is_foreign = settings.assets.contains("//");
    let integrity = match is_foreign {
        true => format!(" integrity=\"{INTEGRITY}\" crossorigin=\"anonymous\""),
        false => String::new(),
    };
    let assets = settings.assets.trim_end_matches('/');
    let library = format!("{assets}/yaml@{YAML}/");
    let mut imports = json!({"imports": {"yaml": format!("{library}browser/index.js")}});
    if is_foreign {
        imports["integrity"] = sums(&library);
    }
    include_str!("cms/index.html")
        .replace("«mark»", MARK)
        .replace(
            "«editor»",
            &format!("{assets}/@sveltia/cms@{EDITOR}/dist/sveltia-cms.js"),
        )
        .replace("«integrity»", &integrity)
        .replace("«imports»", &imports.to_string())
}

/// What each file of the library must be, by its address.
fn sums(library: &str) -> Value {
    let files: BTreeMap<String, String> = serde_json::from_str(YAML_FILES).unwrap_or_default();
    let files = files.into_iter();
    files
        .map(|(path, sum)| (format!("{library}{path}"), Value::from(sum)))
        .collect()
}
