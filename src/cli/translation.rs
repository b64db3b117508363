//! `new translation`: places for what is not translated.

use std::path::Path;

use super::Outcome;
use super::here::{from_here, meant};
use super::screen::Screen;
use super::untranslated::Known;
use crate::diagnostic::{Failure, say};
use crate::disk;
use crate::parse::layout::Translated;
use crate::parse::survey::Draft;
use crate::scaffold::{self, Placed};

/// Writes a translation of a file, or adds to it what it lacks.
///
/// # Errors
/// When there is no such file or language, or the translation cannot be written.
pub fn translation(
    site: &Path,
    file: &str,
    to: Option<&str>,
    screen: &Screen,
) -> Result<Outcome, Failure> {
    let sources = disk::SiteFolder::new(site);
    let known = Known::new(&sources)?;
    let lang = language(&known.site().languages(), to, file)?;
    let mut names = meant(file, site).into_iter();
    let path = names.find_map(|name| original(&known, &name));
    let path = path.ok_or_else(|| no_original(file))?;
    let draft = known.reader().draft(&path, &lang);
    let draft = draft.ok_or_else(|| unreadable(&path))?;
    if draft.is_broken() {
        return Err(unreadable(&draft.path));
    }
    let placed = scaffold::translation(&draft);
    if placed.added > 0 {
        disk::replace_or_create(&site.join(&draft.path), placed.text.as_bytes())?;
    }
    tell(&draft, &placed, site, screen);
    Ok(Outcome::Clean)
}

/// The languages into which a site is translated.
///
/// # Errors
/// When its files cannot be listed.
pub fn further_languages(site: &Path) -> Result<Vec<String>, Failure> {
    let sources = disk::SiteFolder::new(site);
    let known = Known::new(&sources)?;
    Ok(known.site().languages().split_off(1))
}

/// The paths of the files that can be translated.
///
/// # Errors
/// When they cannot be listed.
pub fn original_files(site: &Path) -> Result<Vec<String>, Failure> {
    let sources = disk::SiteFolder::new(site);
    let known = Known::new(&sources)?;
    let layout = &known.site().layout;
    let files = layout.originals().into_iter();
    let paths = files.map(|file| from_here(layout.path(file), site));
    Ok(paths.collect())
}

fn tell(draft: &Draft, placed: &Placed, site: &Path, screen: &Screen) {
    let path = from_here(&draft.path, site);
    let original = from_here(&draft.original, site);
    let Placed { added, left, .. } = placed;
    screen.say(&match (added, draft.text.is_empty()) {
        (0, true) => say!(
            "tidak ada teks di {original} yang dapat diterjemahkan",
            "{original} has no text that can be translated"
        ),
        (0, false) => say!(
            "{path}: sudah ada tempat untuk tiap teks; tidak ada yang ditambahkan",
            "{path}: there is a place for each text already; nothing was added"
        ),
        (_, true) => say!(
            "{path} ditulis: {added} teks menunggu terjemahan; yang masih kosong tampil dalam bahasa aslinya",
            "{path} written: {added} texts wait for their translation; what is empty is shown in its own language"
        ),
        (_, false) => say!(
            "{path}: tempat untuk {added} teks ditambahkan; yang sudah tertulis tidak diubah",
            "{path}: places for {added} texts added; what was written is unchanged"
        ),
    });
    if *left > 0 {
        screen.say(&say!(
            "{path}: {left} teks tidak mendapat tempat, karena ditulis di dalam kurung {{}} atau []; tulis bagian itu berbaris-baris, lalu ulangi",
            "{path}: {left} texts got no place, because what is around them is written in {{}} or []; write that on lines of its own, then run again"
        ));
    }
    let lines = draft.lines_without_id();
    if !lines.is_empty() {
        let lines = lines.iter().map(usize::to_string);
        let lines = lines.collect::<Vec<_>>().join(", ");
        screen.say(&say!(
            "{original}: butir di baris {lines} perlu `id` sebelum dapat diterjemahkan; ketik: maklumat check --untranslated --fix, lalu ulangi perintah ini",
            "{original}: the items on the lines {lines} need an `id` before they can be translated; type: maklumat check --untranslated --fix, then run this again"
        ));
    }
}

/// The language asked for, or the only one beside the content's own.
fn language(languages: &[String], to: Option<&str>, file: &str) -> Result<String, Failure> {
    let further = languages.get(1..).unwrap_or_default();
    let list = further.join(", ");
    match (to, further) {
        (Some(to), _) if further.iter().any(|lang| lang == to) => Ok(to.to_owned()),
        (None, [only]) => Ok(only.clone()),
        (_, []) => {
            let (own, to) = (
                languages.first().map_or("id", |own| own),
                to.unwrap_or("en"),
            );
            Err(Failure::new(say!(
                "situs ini hanya berbahasa `{own}`; tambahkan di site.yaml: bahasa: [{own}, {to}]",
                "this site has one language, `{own}`; add to site.yaml: languages: [{own}, {to}]"
            )))
        }
        (Some(to), _) => Err(Failure::new(say!(
            "`{to}` bukan bahasa terjemahan situs ini; yang ada di site.yaml: {list}",
            "`{to}` is not a language into which this site is translated; site.yaml has: {list}"
        ))),
        (None, [first, ..]) => Err(Failure::new(say!(
            "ke bahasa yang mana? ketik: maklumat new translation {file} --to {first}; yang ada: {list}",
            "into which language? type: maklumat new translation {file} --to {first}; available: {list}"
        ))),
    }
}

/// The path of the original that is meant: by its path, by `AGENCY/SERVICE`, or by one of its translations.
fn original(known: &Known<'_>, name: &str) -> Option<String> {
    let layout = &known.site().layout;
    let folders = layout.agencies.values();
    let documents = folders.flat_map(|folder| folder.services.values().chain([&folder.agency]));
    let documents = documents.chain([&layout.questions]);
    let mut all = documents.chain(layout.pages.values());
    let path = |file| layout.path(file);
    let is_called = |path: &str| {
        let short = path.strip_prefix("content/").unwrap_or(path);
        let plain = |path: &str| path.rsplit_once('.').is_some_and(|(stem, _)| stem == name);
        [path, short]
            .iter()
            .any(|path| *path == name || plain(path))
    };
    let is_meant = |files: &&Translated| {
        let mut every = files
            .file
            .into_iter()
            .chain(files.translations.values().copied());
        every.any(|file| is_called(path(file)))
    };
    all.find(is_meant)?.file.map(|file| path(file).to_owned())
}

fn no_original(file: &str) -> Failure {
    Failure::new(say!(
        "tidak ada berkas `{file}` yang dapat diterjemahkan; tulis misalnya: maklumat new translation content/dinas/layanan.yaml",
        "there is no file `{file}` that can be translated; write, for example: maklumat new translation content/agency/service.yaml"
    ))
}

fn unreadable(path: &str) -> Failure {
    Failure::new(say!(
        "`{path}` tidak dapat dibaca; perbaiki dulu yang disebut oleh: maklumat check {path}",
        "`{path}` cannot be read; first mend what this names: maklumat check {path}"
    ))
}
