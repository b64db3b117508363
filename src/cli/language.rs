//! The language in which the program speaks: the one asked for, the site's, the environment's.

use std::path::Path;

use crate::diagnostic::{Lang, Sink};
use crate::disk::SiteFolder;
use crate::model::site::SiteDocument;
use crate::parse::Reader;
use crate::parse::layout::Layout;
use crate::source::Sources;

/// The first language of a site, if its `site.yaml` says so.
pub fn of_site(folder: &Path) -> Option<Lang> {
    let sources = SiteFolder::new(folder);
    let mut unseen = Sink::default();
    let layout = Layout::new(sources.entries().ok()?, &mut unseen);
    layout.site?;
    let site = Reader::new(&sources, &layout).site(&mut unseen);
    let first = site.languages.items().first();
    Some(first.map_or(Lang::Id, |tag| {
        Lang::from_tag(&tag.value).unwrap_or(Lang::Id)
    }))
}

/// The language of the environment, as POSIX orders its variables; Indonesian where it names none.
pub fn of_environment() -> Lang {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| Lang::from_tag(&value))
        .unwrap_or(Lang::Id)
}

/// The name of the site's theme, if its `site.yaml` gives one.
pub fn theme_of_site(folder: &Path) -> Option<String> {
    let site = site(folder)?;
    site.theme.get().map(|theme| theme.value.clone())
}

/// What `site.yaml` says of a folder; all of it missing where there is none.
pub fn site(folder: &Path) -> Option<SiteDocument> {
    let sources = SiteFolder::new(folder);
    let mut unseen = Sink::default();
    let layout = Layout::new(sources.entries().ok()?, &mut unseen);
    Some(Reader::new(&sources, &layout).site(&mut unseen))
}
