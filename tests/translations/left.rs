//! What `check --untranslated` finds, against what pages show in their own language.

use std::collections::BTreeSet;

use maklumat::diagnostic::Sink;
use maklumat::parse::Reader;
use maklumat::parse::layout::Layout;
use maklumat::parse::survey::Surveyed;
use maklumat::source::Sources;

use super::{AGENCY, FOLDER, SERVICE, translated};
use crate::site::{Folder, SERVICE as SAMPLE, Site};

/// How far the translations of a site are.
pub(super) fn survey(site: &Site) -> Vec<(String, Surveyed)> {
    let layout = Layout::new(site.entries().expect("a map"), &mut Sink::deaf());
    let surveyed = Reader::new(site, &layout).survey(&["id".to_owned(), "en".to_owned()]);
    let path = |one: &Surveyed| layout.path(one.original).to_owned();
    surveyed.into_iter().map(|one| (path(&one), one)).collect()
}

/// The texts at the places that are found in a file, as they are written there.
fn found_in(site: &Site, file: &str) -> BTreeSet<String> {
    let text = String::from_utf8(site.read(file).expect("a file")).expect("UTF-8");
    let surveyed = survey(site).into_iter().filter(|(path, _)| path == file);
    let findings = surveyed.flat_map(|(_, one)| one.findings);
    let spans = findings.map(|finding| finding.span);
    spans
        .map(|span| text[span.start as usize..span.end as usize].to_owned())
        .collect()
}

#[test]
fn nothing_is_left_where_every_text_is_translated() {
    let (site, _, _) = translated();
    let surveyed = survey(&site);
    assert!(surveyed.len() >= 2, "{surveyed:#?}");
    for (path, one) in surveyed {
        if one.translation.is_some() {
            assert_eq!(
                (one.missing, one.stale),
                (0, 0),
                "{path}: {:#?}",
                one.findings
            );
            assert!(one.texts >= 8, "{path}: {}", one.texts);
        }
    }
}

/// Each text that is taken out of the translation is found at its place, and no other.
#[test]
fn each_text_without_words_is_found_at_its_place() {
    let (site, service, _) = translated();
    let mapping = service.as_mapping().expect("a mapping");
    let mut tried = 0;
    for (key, value) in mapping {
        let Some(text) = value
            .as_str()
            .and_then(|text| text.strip_prefix("Diwarta "))
        else {
            continue;
        };
        let name = key.as_str().expect("a key");
        if ["title_verbatim", "body"].contains(&name) {
            continue;
        }
        let mut less = mapping.clone();
        less.remove(key);
        let less = site.clone().with(
            &format!("{SERVICE}.en.yaml"),
            serde_yaml::to_string(&less).expect("YAML"),
        );
        let found = found_in(&less, &format!("{SERVICE}.md"));
        assert_eq!(found.len(), 1, "{name}: {found:?}");
        assert!(
            found.iter().any(|found| found.contains(text)),
            "{name}: {found:?}"
        );
        tried += 1;
    }
    assert!(tried >= 2, "{tried}");
}

#[test]
fn a_file_without_a_translation_is_found_once() {
    let site = Site::read(FOLDER);
    let without = format!("{AGENCY}.yaml");
    let surveyed = survey(&site);
    let (_, agency) = surveyed
        .iter()
        .find(|(path, _)| *path == without)
        .expect("it");
    assert_eq!(agency.translation, None);
    assert_eq!(agency.findings.len(), 1);
    assert_eq!(agency.missing, agency.texts);
}

/// Two languages, a service of which a part is translated, and an item without an id.
fn half() -> Folder {
    Folder::site()
        .with(
            "site.yaml",
            "judul: Kota Contoh\ncontoh: ya\nbahasa: [id, en]\n",
        )
        .with(
            SAMPLE,
            "judul: Contoh Layanan KTP
ringkasan: Contoh ringkasan.
telepon_lama: 1
persyaratan:
  - id: kk
    bunyi: Fotokopi KK
    label: Fotokopi Kartu Keluarga
  - bunyi: Surat pengantar dari kelurahan
    bentuk: asli
  - Pas foto
"
            .replace("telepon_lama: 1\n", ""),
        )
        .with(
            &SAMPLE.replace(".yaml", ".en.yaml"),
            "judul:\n  dari: 00000000\n  bunyi: Sample\n",
        )
}

#[test]
fn the_program_says_what_is_left_and_counts_it() {
    let folder = half();
    let plain = folder.run("check --lang en").exits(0);
    assert!(!plain.err.contains("K0704"), "{}", plain.err);
    let run = folder.run("check --untranslated --lang en").exits(0);
    for said in [
        "content/dinas-contoh/ktp.yaml:2:12",
        "this `ringkasan` is not translated into `en`",
        "content/dinas-contoh/ktp.yaml:6:12",
        "id: surat-pengantar-dari-kelurahan",
        "content/dinas-contoh/ktp.en.yaml: 4 of 5 texts not translated, 1 stamps no longer match",
        "content/dinas-contoh/agency.yaml: no translation into `en` yet (1 texts)",
        "language `en`: 0 of 2 files are complete",
    ] {
        assert!(run.err.contains(said), "{said}\n{}", run.err);
    }
    // The sentence of the standard stays what it is where a label says it.
    assert!(!run.err.contains("ktp.yaml:4:"), "{}", run.err);
    for format in ["json", "sarif", "github", "short"] {
        let run = folder
            .run(&format!("check --untranslated --format {format}"))
            .exits(0);
        assert!(run.out.contains("K0704"), "{format}: {}", run.out);
        assert!(run.out.contains("K0701"), "{format}: {}", run.out);
    }
    // A stamp that no longer matches is a warning; a text without words is one only if the site says so.
    folder.run("check --untranslated --deny warnings").exits(1);
    let one = folder.run("check --untranslated dinas-contoh/agency --deny warnings --lang en");
    let one = one.exits(0);
    assert!(one.err.contains("agency.yaml"), "{}", one.err);
    assert!(!one.err.contains("ktp"), "{}", one.err);
    folder.write(
        "site.yaml",
        "judul: Kota Contoh\ncontoh: ya\nbahasa: [id, en]\nketelitian:\n  untranslated: peringatan\n",
    );
    folder
        .run("check --untranslated dinas-contoh/agency --deny warnings")
        .exits(1);
    folder
        .run("check dinas-contoh/agency --deny warnings")
        .exits(0);
}

#[test]
fn ids_that_translations_need_are_written() {
    let folder = half();
    folder.run("check --untranslated --fix").exits(0);
    let text = folder.read(SAMPLE);
    let items = "  - id: surat-pengantar-dari-kelurahan
    bunyi: Surat pengantar dari kelurahan
    bentuk: asli
  - id: pas-foto
    bunyi: Pas foto
";
    assert!(text.ends_with(items), "{text}");
    let again = folder.run("check --untranslated --lang en").exits(0);
    assert!(again.err.contains("ktp.yaml:8:12"), "{}", again.err);
    assert!(!again.err.contains("has no `id`"), "{}", again.err);
    let plain = half();
    plain.run("check --fix").exits(0);
    assert!(!plain.read(SAMPLE).contains("pas-foto"));
}
