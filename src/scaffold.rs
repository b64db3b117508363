//! Files to start from: a new site, an agency, a service of each kind.
//!
//! Nothing here touches the disk: each function returns paths and texts.

use crate::parse::layout::address_name;

/// A file to write: its path from the site's folder, and its text.
pub type NewFile = (String, String);

/// The files of a new site, but the editor's settings and schemas, which [`crate::schema`] writes.
const SITE: [(&str, &str); 11] = [
    ("site.yaml", include_str!("scaffold/site/site.yaml")),
    (
        "content/dinas-contoh/agency.yaml",
        include_str!("scaffold/site/content/dinas-contoh/agency.yaml"),
    ),
    (
        "content/dinas-contoh/surat-keterangan-contoh.yaml",
        include_str!("scaffold/site/content/dinas-contoh/surat-keterangan-contoh.yaml"),
    ),
    (
        "content/documents.yaml",
        include_str!("scaffold/site/content/documents.yaml"),
    ),
    (
        "content/pages/tentang.md",
        include_str!("scaffold/site/content/pages/tentang.md"),
    ),
    (
        "content/pages/aksesibilitas.md",
        include_str!("scaffold/site/content/pages/aksesibilitas.md"),
    ),
    ("README.md", include_str!("scaffold/site/README.md")),
    (".gitignore", include_str!("scaffold/site/gitignore")),
    (
        ".vscode/extensions.json",
        include_str!("scaffold/site/extensions.json"),
    ),
    (
        ".github/workflows/situs.yml",
        include_str!("scaffold/site/github.yml"),
    ),
    (".gitlab-ci.yml", include_str!("scaffold/site/gitlab.yml")),
];

/// The kinds of services that `new service --kind` knows, each with its template.
const KINDS: [(&str, &str); 5] = [
    (
        "surat-keterangan",
        include_str!("scaffold/service/surat-keterangan.yaml"),
    ),
    ("izin", include_str!("scaffold/service/izin.yaml")),
    (
        "pencatatan",
        include_str!("scaffold/service/pencatatan.yaml"),
    ),
    ("bantuan", include_str!("scaffold/service/bantuan.yaml")),
    ("pengaduan", include_str!("scaffold/service/pengaduan.yaml")),
];

/// The files of a new site that builds at once.
pub fn site() -> Vec<NewFile> {
    let files = SITE.iter();
    files
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect()
}

/// The names of the kinds of services.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|(kind, _)| *kind)
}

/// The file of a new agency; `None` if its name holds nothing that an address could be made of.
pub fn agency(name: &str) -> Option<NewFile> {
    let folder = folder_of(name)?;
    let text = include_str!("scaffold/agency.yaml").replace("{title}", &quoted(name));
    Some((format!("content/{folder}/agency.yaml"), text))
}

/// The file of a new service of a kind; `None` for an unknown kind or a name without letters.
pub fn service(agency: &str, name: &str, kind: &str) -> Option<NewFile> {
    let file = folder_of(name)?;
    let (_, template) = KINDS.iter().find(|(known, _)| *known == kind)?;
    let text = template.replace("{title}", &quoted(name));
    Some((format!("content/{agency}/{file}.yaml"), text))
}

fn folder_of(name: &str) -> Option<String> {
    let folder = address_name(name);
    (!folder.is_empty()).then_some(folder)
}

/// A text as a YAML value on one line, quoted where it must be.
fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let written = serde_yaml::to_string(&line).unwrap_or_else(|_| format!("{line:?}"));
    written.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::Deny;
    use crate::diagnostic::{Report, Severity};
    use crate::optimise::Form;
    use crate::output::MemoryOutput;
    use crate::pipeline::{Settings, compile};
    use crate::render::pen::Drafts;
    use crate::source::MemorySources;
    use crate::theme::Theme;

    fn build(files: Vec<NewFile>) -> (Report, MemoryOutput) {
        let mut sources = MemorySources::default();
        for (path, text) in files {
            sources = sources.with(&path, text);
        }
        let settings = Settings {
            today: jiff::civil::date(2026, 1, 1),
            base_url: None,
            form: Form::AsWritten,
            drafts: Drafts::With,
            deny: Deny::Errors,
        };
        let mut output = MemoryOutput::default();
        let report = compile(&sources, &Theme::embedded(), &settings, &mut output).unwrap();
        (report, output)
    }

    #[test]
    fn a_new_site_builds_at_once() {
        let (report, output) = build(site());
        let warnings: Vec<&str> = report
            .findings
            .iter()
            .filter(|finding| finding.severity != Severity::Hint)
            .map(|finding| finding.code.name())
            .collect();
        // What is honestly missing in an example is its decree.
        assert_eq!(warnings, ["decree-without-number"]);
        assert!(
            output
                .files
                .contains_key("dinas-contoh/surat-keterangan-contoh.html")
        );
    }

    #[test]
    fn every_kind_of_service_can_be_built_with_any_name() {
        let names = [
            "Surat: \"Domisili\" # 1",
            "Izin 'Usaha' & Co, [baru]",
            "- dan * tanda",
        ];
        for (kind, name) in kinds().flat_map(|kind| names.map(|name| (kind, name))) {
            let mut files = site();
            files.push(agency(&format!("Dinas {name}")).unwrap());
            files.push(service("dinas-contoh", name, kind).unwrap());
            let (report, output) = build(files);
            assert_eq!(
                report.count(Severity::Error),
                0,
                "{kind}: {:#?}",
                report.findings
            );
            let page = &output.files[&format!("dinas-contoh/{}.html", address_name(name))];
            let page = String::from_utf8_lossy(page);
            let page = page.replace("&amp;", "&").replace("&quot;", "\"");
            let page = page.replace("&#39;", "'").replace("&#x27;", "'");
            assert!(page.contains(name), "{kind}: {name} is not on its page");
        }
    }

    #[test]
    fn a_name_without_letters_makes_no_file() {
        assert_eq!(agency("!?"), None);
        assert_eq!(service("dinas", "Layanan", "unknown"), None);
    }
}
