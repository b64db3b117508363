//! Everything to start from parses, fits the schemas, and builds.

use std::collections::BTreeMap;

use maklumat::diagnostic::{Code, Lang, Report, Severity};
use maklumat::scaffold::{NewFile, Template, agency, init, service};

use crate::site::{Built, Site};

/// Names that YAML would read as something else, or cut.
const NASTY: [&str; 16] = [
    "Layanan: izin # dan lainnya",
    "'Kutip' dan \"kutip\"",
    "- daftar",
    "[kurung] siku",
    "{kurung} kurawal",
    "ya",
    "null",
    "0123",
    "1.10",
    "2026-11-22",
    "# pagar",
    "baris\nbaru\tdan tab",
    "garis \\ miring & <tanda>",
    "@surat *penting* %1 !tag |garis >lebih `kode`",
    "“Kutip Word” — garis\u{a0}panjang",
    "diakhiri titik dua:",
];

/// Builds the site that these files make.
fn build(files: &[NewFile]) -> Built {
    let files = files.iter().map(|(path, text)| (path, text));
    Site::of(files).with_drafts().build()
}

/// A new site with these files added.
fn site_with(files: impl IntoIterator<Item = NewFile>) -> Vec<NewFile> {
    let mut site: BTreeMap<String, String> = init("Kota Contoh").into_iter().collect();
    site.extend(files);
    site.into_iter().collect()
}

/// The findings that are not hints, as lines.
fn findings(report: &Report) -> Vec<String> {
    let heavy = report
        .findings
        .iter()
        .filter(|finding| finding.severity != Severity::Hint);
    heavy
        .map(|finding| {
            let (place, code) = (&finding.place, finding.code.number());
            format!(
                "{}:{} {code} {}",
                place.path, place.line, finding.message.en
            )
        })
        .collect()
}

/// Demands that nothing is found but missing decrees, which the program cannot invent.
fn demand_sound(files: &[NewFile], what: &str) -> Built {
    let built = build(files);
    let others: Vec<String> = findings(&built.report)
        .into_iter()
        .filter(|line| !lacks_decree(line))
        .collect();
    assert!(others.is_empty(), "{what}: {others:#?}");
    built
}

fn lacks_decree(line: &str) -> bool {
    [Code::K0501, Code::K0508]
        .iter()
        .any(|code| line.contains(code.number()))
}

/// The same text with its sample lines in use: `#key: …` without the hash; notes have a blank after the hash.
fn with_samples(text: &str) -> String {
    let mut lines = Vec::new();
    for line in text.lines() {
        let body = line.trim_start();
        let sample = body.strip_prefix('#').filter(|rest| {
            rest.starts_with("  ") || rest.starts_with(|c: char| !c.is_whitespace())
        });
        match sample {
            Some(rest) => lines.push(format!("{}{rest}", &line[..line.len() - body.len()])),
            None => lines.push(line.to_owned()),
        }
    }
    lines.join("\n") + "\n"
}

#[test]
fn a_new_site_builds_at_once_and_lacks_only_a_decree() {
    let files = init("Kota Contoh");
    let built = build(&files);
    let codes = built.report.findings.iter().map(|finding| finding.code);
    let codes: Vec<Code> = codes.collect();
    assert_eq!(codes, [Code::K0508]);
    for path in [
        "index.html",
        "dinas-contoh/index.html",
        "dinas-contoh/surat-keterangan-contoh.html",
        "tentang.html",
        "aksesibilitas.html",
    ] {
        built.page(path);
    }
}

#[test]
fn a_new_site_has_what_editors_and_pipelines_need() {
    let files: BTreeMap<String, String> = init("Kota Contoh").into_iter().collect();
    for path in [
        ".vscode/settings.json",
        ".vscode/extensions.json",
        ".vscode/schema/service.json",
        ".github/workflows/situs.yml",
        ".gitlab-ci.yml",
        "ci/maklumat.conf",
        "ci/situs.sh",
        ".gitignore",
        "README.md",
    ] {
        assert!(files.contains_key(path), "{path}");
    }
    for (path, text) in &files {
        assert!(!text.contains(['«', '»', '\r', '\t']), "{path}");
        assert!(text.ends_with('\n'), "{path}");
        if path.ends_with(".json") {
            serde_json::from_str::<serde_json::Value>(text).expect(path);
        }
        if path.ends_with(".yml") {
            serde_yaml::from_str::<serde_json::Value>(text).expect(path);
        }
    }
    let holidays = &files["content/holidays.yaml"];
    assert!(
        holidays.contains("dasar: Keputusan Bersama"),
        "no holidays are invented: {holidays}"
    );
}

#[test]
fn the_samples_of_a_new_site_fit_when_they_are_used() {
    let files: Vec<NewFile> = init("Kota Contoh")
        .into_iter()
        .map(|(path, text)| {
            let yaml = path.ends_with(".yaml");
            let text = if yaml { with_samples(&text) } else { text };
            (path, text)
        })
        .collect();
    demand_sound(&files, "the samples of a new site");
}

#[test]
fn every_template_is_sound_in_both_languages() {
    for template in Template::ALL {
        for lang in [Lang::Id, Lang::En] {
            let what = format!("{} ({lang})", template.name());
            let file = service("dinas-contoh", "Layanan Baru", template, lang).expect("a name");
            assert_eq!(file.0, "content/dinas-contoh/layanan-baru.yaml");
            let built = demand_sound(&site_with([file.clone()]), &what);
            built.page("dinas-contoh/layanan-baru.html");
            let used = (file.0, with_samples(&file.1));
            demand_sound(&site_with([used]), &format!("the samples of {what}"));
        }
    }
}

#[test]
fn a_new_service_is_a_draft() {
    let (_, text) = service("dinas-contoh", "Izin", Template::Permit, Lang::Id).expect("a name");
    assert!(text.contains("\nstatus: rancangan\n"));
    let (_, text) = service("dinas-contoh", "Izin", Template::Permit, Lang::En).expect("a name");
    assert!(text.contains("\nstatus: draft\n"));
}

#[test]
fn a_new_agency_is_sound_in_both_languages() {
    for lang in [Lang::Id, Lang::En] {
        let file = agency("Dinas Sosial", lang).expect("a name");
        assert_eq!(file.0, "content/dinas-sosial/agency.yaml");
        demand_sound(&site_with([file.clone()]), "a new agency");
        let used = (file.0, with_samples(&file.1));
        demand_sound(&site_with([used]), "the samples of a new agency");
    }
}

#[test]
fn nasty_names_survive() {
    for name in NASTY {
        let plain = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let title = |text: &str, key: &str| {
            let value: serde_json::Value = serde_yaml::from_str(text).expect(name);
            value[key].as_str().map(str::to_owned)
        };
        let office = agency(name, Lang::Id).expect(name);
        let entry = service("dinas-contoh", name, Template::Letter, Lang::En).expect(name);
        assert_eq!(title(&office.1, "nama").as_deref(), Some(plain.as_str()));
        assert_eq!(title(&entry.1, "title").as_deref(), Some(plain.as_str()));
        demand_sound(&site_with([office, entry]), name);
        let site = init(name);
        let config = site
            .iter()
            .find(|(path, _)| path == "site.yaml")
            .expect("site.yaml");
        assert_eq!(title(&config.1, "judul").as_deref(), Some(plain.as_str()));
        demand_sound(&site, name);
    }
}

#[test]
fn a_name_becomes_an_address_that_is_free() {
    let path = |name| service("Dinas Contoh", name, Template::Aid, Lang::Id).map(|file| file.0);
    assert_eq!(
        path("KTP Hilang").as_deref(),
        Ok("content/dinas-contoh/ktp-hilang.yaml")
    );
    assert_eq!(
        path("Agency").as_deref(),
        Ok("content/dinas-contoh/layanan-agency.yaml")
    );
    assert_eq!(
        path("Index").as_deref(),
        Ok("content/dinas-contoh/layanan-index.yaml")
    );
    assert!(path("！？").is_err());
    let long = path(&"sangat panjang ".repeat(40)).expect("a name");
    assert!(long.len() < 120 && !long.ends_with("-.yaml"), "{long}");
    let folder = |name| agency(name, Lang::Id).map(|file| file.0);
    assert_eq!(
        folder("Pages").as_deref(),
        Ok("content/dinas-pages/agency.yaml")
    );
    assert!(folder("").is_err());
    assert!(Template::find("izin").is_ok() && Template::find("ijin").is_err());
}

#[test]
fn nothing_is_written_in_flow_style() {
    let mut files = init("Kota Contoh");
    for lang in [Lang::Id, Lang::En] {
        files.extend(agency("Dinas", lang));
        for template in Template::ALL {
            files.extend(service("dinas", "Layanan", template, lang));
        }
    }
    for (path, text) in files {
        if !path.ends_with(".yaml") && !path.ends_with(".yml") {
            continue;
        }
        for line in text.lines() {
            let value = line.rsplit_once(": ").map_or(line, |(_, value)| value);
            let value = value.trim_start_matches([' ', '#', '-']);
            assert!(!value.starts_with(['[', '{']), "{path}: {line}");
        }
    }
}
