//! The standards of services as their annexes say them, for whoever takes them elsewhere than to a site.

use super::{Settings, at_desk};
use crate::analyze::SoundSite;
use crate::diagnostic::Failure;
use crate::render::annex;
use crate::render::pen::Pen;
use crate::render::view::Annex;
use crate::resolve::{ServiceEntry, components};
use crate::source::Sources;
use crate::theme::Theme;

/// A standard as its annex says it.
#[derive(Debug)]
pub struct Standard {
    /// The name of the agency.
    pub agency: Option<String>,
    /// The annex.
    pub view: Annex,
    /// Of each component whether it is given, known to be missing, or not written.
    pub states: [&'static str; 14],
    /// Whether it is a draft.
    pub is_draft: bool,
    /// How many of its channels are not printed: numbers that may be somebody's own.
    pub hidden: usize,
}

/// The annexes of the services that are `wanted`, in the language of the content.
///
/// # Errors
/// When a file is no longer the one that was checked.
pub fn standards(
    sound: &SoundSite,
    sources: &dyn Sources,
    theme: &Theme,
    settings: &Settings,
    wanted: impl Fn(&ServiceEntry) -> bool,
) -> Result<Vec<Standard>, Failure> {
    let site = sound.site();
    let entries = site.entries.iter().filter(|entry| wanted(entry));
    at_desk(sound, theme, settings, |desk| {
        let annexes = entries.filter_map(|entry| {
            let route = desk.routes.page(&entry.subject(), desk.routes.primary())?;
            Some((entry, route))
        });
        let annexes = annexes.map(|(entry, route)| {
            let read = sound.read(entry, sources)?;
            let service = read.resolve(desk.names);
            let agency = site.agencies.get(&entry.agency);
            let document = service.service().document;
            let (_, channels) = components::complaint_channels(document, agency);
            let hidden = channels.iter().filter(|channel| !channel.is_published());
            Ok(Standard {
                is_draft: entry.is_draft(),
                hidden: hidden.count(),
                states: components::states(document, agency),
                agency: agency.map(|agency| agency.name.str().to_owned()),
                view: annex::view(&Pen::new(desk, route), &service),
            })
        });
        annexes.collect()
    })
}
