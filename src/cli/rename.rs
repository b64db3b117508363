//! `rename`, `move`: a new name for a service, an agency or a free page.

use std::path::Path;

use jiff::civil::Date;

use super::Outcome;
use super::args::{Arguments, Format, Rename};
use super::asked::only_called;
use super::checked::Checked;
use super::here::{from_here, meant, report_from_here};
use super::screen::Screen;
use crate::analyze::Deny;
use crate::diagnostic::{Failure, Lang, Report, Severity, Sink, say};
use crate::disk::{self, Rewrite, SiteFolder};
use crate::edit::rename::{Renamed, Told, plan};
use crate::edit::{Plan, Planned};
use crate::parse::layout::Layout;
use crate::pipeline::{self, Settings};
use crate::route::Drafts;
use crate::source::Sources;
use crate::theme::Form;

/// Gives something a new name, mends what names it, and keeps its old addresses; all of that or nothing.
pub fn rename(asked: &Rename, arguments: &Arguments, screen: &Screen) -> Result<Outcome, Failure> {
    let site = &asked.folder.site;
    let of_site = super::language::of_site(site).unwrap_or(Lang::Id);
    let screen = &screen.speaking(arguments.lang().unwrap_or(of_site));
    if !disk::holds_site(site) {
        return Err(super::make::no_site(site));
    }
    let folder = SiteFolder::new(site);
    let sources = Checked::new(&folder);
    let layout = Layout::new(sources.entries()?, &mut Sink::deaf());
    let renamed = understand(&sources, &layout, asked, site)?;
    let (plan, told) = plan(&sources, &renamed)?;
    if let Some(mut report) = new_errors(&sources, &plan)? {
        report_from_here(&mut report, site);
        screen.report(&report, Format::Human);
        screen.say(&say!(
            "tidak ada yang diubah: dengan nama itu situs mendapat kesalahan di atas",
            "nothing was changed: with that name the site would have the errors above"
        ));
        return Ok(Outcome::Problems);
    }
    if !asked.dry_run {
        carry_out(&plan, &sources, site)?;
    }
    tell(&plan, &told, asked, screen);
    Ok(Outcome::Clean)
}

/// Moves and writes, if the files are still what was read.
fn carry_out(plan: &Plan, sources: &Checked<'_>, site: &Path) -> Result<(), Failure> {
    let texts = plan.texts.iter().map(|(path, text)| {
        let before = sources.first(&plan.before(path));
        (path, before.unwrap_or_default(), text)
    });
    let texts: Vec<_> = texts.collect();
    let rewrites = texts
        .iter()
        .map(|(path, before, text)| Rewrite { path, before, text });
    disk::rearrange(site, &plan.moves, rewrites)
}

fn tell(plan: &Plan, told: &Told, asked: &Rename, screen: &Screen) {
    let site = &asked.folder.site;
    for (old, new) in &plan.moves {
        let (old, new) = (from_here(old, site), from_here(new, site));
        screen.say(&say!("{old} → {new}", "{old} → {new}"));
    }
    for (path, count) in &told.mended {
        let path = from_here(path, site);
        screen.say(&say!(
            "{path}: {count} rujukan disesuaikan",
            "{path}: {count} references changed"
        ));
    }
    if !told.old.is_empty() {
        let list = told.old.join(", ");
        screen.say(&say!(
            "alamat lama tetap berlaku dan mengarah ke yang baru: {list}",
            "old addresses keep working and lead to the new ones: {list}"
        ));
    }
    if asked.dry_run {
        screen.say(&say!(
            "ini baru rencana: tidak ada yang ditulis; ulangi tanpa --dry-run",
            "this is only a plan: nothing was written; run again without --dry-run"
        ));
    }
}

/// The errors that a plan would bring; `None` if it brings none.
fn new_errors(sources: &dyn Sources, plan: &Plan) -> Result<Option<Report>, Failure> {
    let settings = Settings {
        // No error depends on the day.
        today: Date::default(),
        base_url: None,
        form: Form::AsWritten,
        keeps: true,
        drafts: Drafts::With,
        deny: Deny::Errors,
    };
    let (before, _) = pipeline::check(sources, None, &settings)?;
    let (mut after, _) = pipeline::check(&Planned::new(sources, plan), None, &settings)?;
    after.findings.retain(|finding| {
        let known = before
            .findings
            .iter()
            .any(|known| known.code == finding.code && known.message.en == finding.message.en);
        finding.severity == Severity::Error && !known
    });
    Ok((!after.findings.is_empty()).then_some(after))
}

/// What is to get which name.
fn understand(
    sources: &dyn Sources,
    layout: &Layout,
    asked: &Rename,
    site: &Path,
) -> Result<Renamed, Failure> {
    let names = meant(&asked.old, site);
    let old = names
        .iter()
        .find_map(|name| Known::find(layout, plain(name)));
    let old = old.or_else(|| Known::by_name(layout, plain(&asked.old)));
    let old = old.or_else(|| Known::find(layout, &only_called(&asked.old, sources)?));
    let old = old.ok_or_else(|| unknown(layout, &asked.old))?;
    let typed = plain(&asked.new);
    match old {
        Known::Agency(old) => Ok(Renamed::Agency(old, last(typed).to_owned())),
        Known::Page(old) => Ok(Renamed::Page(old, last(typed).to_owned())),
        Known::Service(old) => {
            let new = new_service(layout, &old, typed, &meant(&asked.new, site))?;
            Ok(Renamed::Service(old, new))
        }
    }
}

/// The agency and the name that a service gets.
fn new_service(
    layout: &Layout,
    old: &[String; 2],
    typed: &str,
    names: &[String],
) -> Result<[String; 2], Failure> {
    let [agency, name] = old;
    let is_agency = |folder: &str| layout.agencies.contains_key(folder);
    if !typed.contains('/') {
        return Ok(match is_agency(typed) {
            true => [typed.to_owned(), name.clone()],
            false => [agency.clone(), typed.to_owned()],
        });
    }
    let mut pairs = names.iter().filter_map(|name| plain(name).split_once('/'));
    match pairs.find(|(folder, _)| is_agency(folder)) {
        Some((folder, "")) => Ok([folder.to_owned(), name.clone()]),
        Some((folder, name)) => Ok([folder.to_owned(), name.to_owned()]),
        None => {
            let folder = typed.split('/').next().unwrap_or_default();
            let list = layout
                .agencies
                .keys()
                .cloned()
                .collect::<Vec<_>>()
                .join(", ");
            Err(Failure::new(say!(
                "tidak ada dinas `{folder}`; yang ada: {list}",
                "there is no agency `{folder}`; available: {list}"
            )))
        }
    }
}

/// Something that can get another name.
enum Known {
    Service([String; 2]),
    Agency(String),
    Page(String),
}

impl Known {
    /// What a path means: `AGENCY`, `AGENCY/SERVICE`, `pages/PAGE`.
    fn find(layout: &Layout, path: &str) -> Option<Self> {
        match path.split_once('/') {
            Some(("pages", page)) if layout.pages.contains_key(page) => {
                Some(Self::Page(page.to_owned()))
            }
            Some((agency, "agency")) => Self::find(layout, agency),
            Some((agency, name)) => {
                let files = layout.agencies.get(agency)?;
                let known = files.services.contains_key(name);
                known.then(|| Self::Service([agency.to_owned(), name.to_owned()]))
            }
            None => {
                let known = layout.agencies.contains_key(path);
                known.then(|| Self::Agency(path.to_owned()))
            }
        }
    }

    /// A service or a page that alone has this name.
    fn by_name(layout: &Layout, name: &str) -> Option<Self> {
        let agencies = layout.agencies.iter();
        let mut found = agencies.filter(|(_, files)| files.services.contains_key(name));
        match (found.next(), found.next()) {
            (Some((agency, _)), None) => Some(Self::Service([agency.clone(), name.to_owned()])),
            (None, None) if layout.pages.contains_key(name) => Some(Self::Page(name.to_owned())),
            _ => None,
        }
    }
}

/// A path without what every path has: the folder `content`, the ending, the language of a translation.
fn plain(path: &str) -> &str {
    let path = path.strip_prefix("content/").unwrap_or(path);
    let path = path
        .strip_suffix(".yaml")
        .or(path.strip_suffix(".md"))
        .unwrap_or(path);
    let path = path.trim_end_matches('/');
    let name = last(path);
    path.strip_suffix(name).map_or(path, |folder| {
        let stem = name.split('.').next().unwrap_or(name);
        &path[..folder.len() + stem.len()]
    })
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn unknown(layout: &Layout, name: &str) -> Failure {
    let services = layout.agencies.iter().flat_map(|(agency, files)| {
        let names = files.services.keys();
        names.map(move |name| format!("{agency}/{name}"))
    });
    let known: Vec<String> = services.chain(layout.agencies.keys().cloned()).collect();
    let near = crate::similar::nearest(name, known.iter().map(String::as_str));
    Failure::new(match near {
        Some(near) => say!(
            "tidak ada layanan, dinas, atau halaman bernama `{name}`; mungkin maksud Anda: {near}",
            "there is no service, agency or page called `{name}`; did you mean: {near}"
        ),
        None => say!(
            "tidak ada layanan, dinas, atau halaman bernama `{name}`; tulis misalnya: maklumat rename dinas/layanan nama-baru",
            "there is no service, agency or page called `{name}`; write, for example: maklumat rename agency/service new-name"
        ),
    })
}
