//! `build` and `clean`.

use std::path::Path;
use std::time::Instant;

use super::Outcome;
use super::args::{Arguments, Build, Clean, Compile};
use super::here::report_from_here;
use super::screen::Screen;
use crate::analyze::Deny;
use crate::diagnostic::{Failure, Report, say};
use crate::disk::{self, Folder, Losses, PublishMode, Published, SiteFolder};
use crate::model::values::unsafe_url;
use crate::pipeline::{self, Settings};
use crate::route::Drafts;
use crate::theme::{self, Form, Theme};

/// Checks everything and publishes the site, all or nothing.
pub fn build(build: &Build, arguments: &Arguments, screen: &Screen) -> Result<Outcome, Failure> {
    let started = Instant::now();
    let screen = &screen.speaking(build.compile.language(arguments.lang()));
    let deny = match build.deny {
        Some(_) => Deny::Warnings,
        None => Deny::Errors,
    };
    let settings = settings(&build.compile, deny)?;
    let sources = SiteFolder::new(&build.compile.folder.site);
    let site = &build.compile.folder.site;
    let theme = match theme(site)? {
        Ok(theme) => theme,
        Err(mut report) => {
            report_from_here(&mut report, site);
            screen.report(&report, build.format);
            return Ok(Outcome::Problems);
        }
    };
    let mode = if build.in_place {
        PublishMode::InPlace
    } else {
        PublishMode::Exchange
    };
    let output = build.compile.folder.output(build.output.as_ref());
    let progress = screen.spinner(&say!("membuat situs …", "building the site …"));
    let mut folder = Folder::open(site, &output, mode, &|message| screen.whisper(message))?;
    let mut report = pipeline::compile(&sources, &theme, &settings, &mut folder)?;
    report_from_here(&mut report, site);
    if report.pages == 0 || report.has_errors() {
        drop(folder);
        progress.finish_and_clear();
        screen.report(&report, build.format);
        screen.say(&say!(
            "situs tidak dibuat; versi baik yang terakhir tetap utuh",
            "the site was not built; the last good version is untouched"
        ));
        return Ok(Outcome::Problems);
    }
    let losses = folder.losses();
    if !build.allow_removals {
        refuse_losses(&losses)?;
    }
    let published = folder.publish()?;
    progress.finish_and_clear();
    screen.report(&report, build.format);
    tell_losses(&losses, screen);
    tell_published(&report, &published, &output, started, screen);
    Ok(Outcome::Clean)
}

/// Says what was published, where, and what was left out.
fn tell_published(
    report: &Report,
    published: &Published,
    output: &Path,
    started: Instant,
    screen: &Screen,
) {
    let (pages, written, unchanged) = (report.pages, published.written, published.unchanged);
    let removed = published.removed;
    let seconds = format!("{:.1}", started.elapsed().as_secs_f64());
    let decimal_comma = seconds.replace('.', ",");
    let place = output.display();
    screen.say(&say!(
        "{pages} halaman di {place}: {written} berkas ditulis, {unchanged} tetap, {removed} dihapus ({decimal_comma} detik)",
        "{pages} pages in {place}: {written} files written, {unchanged} unchanged, {removed} removed ({seconds} s)"
    ));
    if report.drafts > 0 {
        let drafts = report.drafts;
        screen.say(&say!(
            "{drafts} layanan berstatus rancangan tidak ikut; `--drafts` menyertakannya, untuk dilihat saja",
            "{drafts} draft services were left out; `--drafts` includes them, for looking at only"
        ));
    }
}

/// Refuses to take most of the published services off the web unless that was asked for.
fn refuse_losses(losses: &Losses) -> Result<(), Failure> {
    let Some(first) = losses.gone.first().filter(|_| losses.are_heavy()) else {
        return Ok(());
    };
    let (gone, before) = (losses.gone.len(), losses.before);
    Err(Failure::new(say!(
        "{gone} dari {before} halaman layanan yang sudah terbit akan hilang, misalnya `{first}`; periksa apakah isi `content/` lengkap, atau jika memang dihapus, ulangi dengan `--allow-removals`",
        "{gone} of {before} published service pages would disappear, such as `{first}`; check that nothing is missing from `content/`, or, if they were deleted on purpose, run again with `--allow-removals`"
    )))
}

/// Names published services of which nothing is left at their address: links and codes on walls still lead there.
fn tell_losses(losses: &Losses, screen: &Screen) {
    const TOLD: usize = 5;
    for gone in losses.gone.iter().take(TOLD) {
        screen.say(&say!(
            "petunjuk: `{gone}` tidak lagi terbit; jika layanannya pindah, ketik di berkas barunya: pindah_dari: [{gone}]",
            "hint: `{gone}` is no longer published; if the service moved, type in its new file: moved_from: [{gone}]"
        ));
    }
    let more = losses.gone.len().saturating_sub(TOLD);
    if more > 0 {
        screen.say(&say!("… dan {more} lagi", "… and {more} more"));
    }
}

/// The settings of a compilation.
pub fn settings(compile: &Compile, deny: Deny) -> Result<Settings, Failure> {
    if let Some(url) = &compile.base_url
        && !url.starts_with('/')
        && let Some(why) = unsafe_url(url)
    {
        return Err(Failure::new(why));
    }
    Ok(Settings {
        today: today(compile.today.as_deref())?,
        base_url: compile.base_url.clone(),
        form: if compile.no_minify {
            Form::AsWritten
        } else {
            Form::Minified
        },
        keeps: true,
        drafts: if compile.drafts {
            Drafts::With
        } else {
            Drafts::Without
        },
        deny,
    })
}

/// Today: the date given, `SOURCE_DATE_EPOCH`, or the clock, in UTC.
pub fn today(given: Option<&str>) -> Result<jiff::civil::Date, Failure> {
    if let Some(written) = given {
        return written.parse().map_err(|_| {
            Failure::new(say!(
                "--today `{written}` bukan tanggal; tulis tahun-bulan-tanggal, misalnya: --today 2026-01-05",
                "--today `{written}` is not a date; write year-month-day, for example: --today 2026-01-05"
            ))
        });
    }
    let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") else {
        return Ok(jiff::Timestamp::now()
            .to_zoned(jiff::tz::TimeZone::UTC)
            .date());
    };
    let seconds = epoch.parse().ok();
    let instant = seconds.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    match instant {
        Some(instant) => Ok(instant.to_zoned(jiff::tz::TimeZone::UTC).date()),
        None => Err(Failure::new(say!(
            "SOURCE_DATE_EPOCH `{epoch}` bukan jumlah detik sejak 1970",
            "SOURCE_DATE_EPOCH `{epoch}` is not a number of seconds since 1970"
        ))),
    }
}

/// The theme of a site, or findings about its files.
pub fn theme(site: &Path) -> Result<Result<Theme, Report>, Failure> {
    let name = super::language::theme_of_site(site);
    let files = disk::read_theme(site, name.as_deref().unwrap_or("default"))?;
    Ok(Theme::with_files(&files).map_err(|problems| {
        let folder = theme::folder(name.as_deref().unwrap_or_default());
        theme::report(&problems, &folder, &files)
    }))
}

/// Removes the built site and the program's own files.
pub fn clean(clean: &Clean, screen: &Screen) -> Result<Outcome, Failure> {
    let site = &clean.folder.site;
    let output = clean.folder.output(clean.output.as_ref());
    let cleaned = disk::clean(site, &output)?;
    for path in &cleaned.removed {
        let path = path.display();
        screen.say(&say!("dihapus: {path}", "removed: {path}"));
    }
    if cleaned.removed.is_empty() {
        screen.say(&say!("tidak ada yang perlu dihapus", "nothing to remove"));
    }
    Ok(Outcome::Clean)
}
