//! `check --accept`: tests of the results that no test tries, for somebody to confirm.

use std::path::Path;

use super::asked::Asked;
use super::checked::{Checked, changed};
use super::here::from_here;
use super::screen::Screen;
use crate::diagnostic::{Failure, say};
use crate::parse::{Reader, Written};
use crate::pipeline::{self, Settings};
use crate::resolve::names::Names;
use crate::resolve::service::Service;
use crate::table::{self, Drafts};
use crate::yaml::Side;

/// Writes tests into the files of the services that are asked for, and says how many. A site with errors is left as it is:
/// its rules are not understood yet.
///
/// # Errors
/// When a file cannot be read or written.
pub fn accept(
    sources: &Checked<'_>,
    site: &Path,
    asked: &Asked,
    settings: &Settings,
    screen: &Screen,
) -> Result<(), Failure> {
    let (_, sound) = pipeline::check(sources, None, settings)?;
    let Some(sound) = sound else {
        screen.say(&say!(
            "uji tidak ditulis: perbaiki dulu kesalahan di bawah ini",
            "no test was written: first mend the errors below"
        ));
        return Ok(());
    };
    let layout = &sound.site().layout;
    let names = Names::new(layout, &sound.site().registries);
    let reader = Reader::new(sources, layout);
    for entry in &sound.site().entries {
        let Some(file) = entry
            .files
            .file
            .filter(|file| asked.has(layout.path(*file)))
        else {
            continue;
        };
        let read = sound.read(entry, sources)?;
        let service = read.resolve(&names);
        let path = layout.path(file);
        let shown = from_here(path, site);
        let written = reader.written(file);
        let drafted =
            written.and_then(|written| with_drafts(&written, service.service(), &shown, screen));
        let Some(Drafted { text, count, left }) = drafted else {
            continue;
        };
        match sources.replace(&site.join(path), path, text.as_bytes())? {
            true => tell(&shown, count, left, screen),
            false => screen.say(&changed(&shown)),
        }
    }
    Ok(())
}

/// A file with tests of the results that none tries.
struct Drafted {
    text: String,
    /// How many tests are new.
    count: usize,
    /// How many results are still untested.
    left: usize,
}

fn tell(shown: &str, count: usize, left: usize, screen: &Screen) {
    screen.say(&say!(
        "{shown}: {count} uji ditulis sebagai rancangan; baca tiap hasilnya, lalu hapus `rancangan: ya`",
        "{shown}: {count} tests written as drafts; read each result, then delete `draft: true`"
    ));
    if left > 0 {
        screen.say(&say!(
            "{shown}: {left} hasil lagi belum diuji; ulangi perintah ini sesudah yang ini dibaca",
            "{shown}: {left} more results are untested; run this again when these are read"
        ));
    }
}

/// The file with its new tests; `None` where there is nothing to write, and says why.
fn with_drafts(
    written: &Written,
    service: &Service<'_>,
    shown: &str,
    screen: &Screen,
) -> Option<Drafted> {
    let Some(Drafts { tests, left }) = table::drafts(service, written.keys) else {
        screen.say(&say!(
            "{shown}: tidak ada uji yang ditulis: layanan ini tidak bertanya, atau hasilnya terlalu banyak untuk satu tabel",
            "{shown}: no test was written: the service asks nothing, or has too many results for one table"
        ));
        return None;
    };
    if tests.is_empty() {
        screen.say(&say!(
            "{shown}: tiap hasil sudah punya uji",
            "{shown}: each result has a test already"
        ));
        return None;
    }
    let count = tests.len();
    let Some(text) = written.with_items("tests", &tests, Side::Last) else {
        screen.say(&say!(
            "{shown}: tidak ada uji yang ditulis, karena `uji` ditulis di dalam kurung []; tulis berbaris-baris, lalu ulangi",
            "{shown}: no test was written, because `tests` is written in []; write it on lines of its own, then run again"
        ));
        return None;
    };
    Some(Drafted { text, count, left })
}
