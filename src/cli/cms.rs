//! `cms`: the web editor of a site.

use std::path::Path;

use super::Outcome;
use super::args::cms::Cms;
use super::screen::Screen;
use crate::cms::{self, MARK, Settings};
use crate::diagnostic::{Failure, say};
use crate::disk::{self, SiteFolder};
use crate::source::Sources;

/// Writes the editor's page and configuration.
pub fn cms(asked: &Cms, screen: &Screen) -> Result<Outcome, Failure> {
    let site = &asked.folder.site;
    let of_site = super::language::of_site(site);
    let screen = &screen.speaking(of_site.unwrap_or(screen.lang()));
    if !disk::holds_site(site) {
        return Err(super::make::no_site(site));
    }
    let output = asked.output.clone().unwrap_or_else(|| site.join("editor"));
    let place = disk::resolved(&output)?;
    for published in ["static", "content", "public"] {
        if place.starts_with(disk::resolved(&site.join(published))?) {
            return Err(Failure::new(say!(
                "editor tidak ditulis di dalam `{published}`: ia tidak ikut terbit bersama situs; pilih folder lain dengan --output",
                "the editor is not written inside `{published}`: it is not published with the site; choose another folder with --output"
            )));
        }
    }
    let settings = Settings {
        backend: asked.backend.name().to_owned(),
        repository: asked.repository.clone(),
        branch: asked.branch.clone(),
        auth: asked.auth.clone(),
        app_id: asked.app_id.clone(),
        inside: asked.inside.clone(),
        assets: asked.assets.clone(),
    };
    let files = cms::files(&SiteFolder::new(site), &settings)?;
    for (name, _) in &files {
        refuse_foreign(&output, name)?;
    }
    for (name, text) in files {
        disk::replace_or_create(&output.join(name), text.as_bytes())?;
    }
    let place = output.display();
    screen.say(&say!(
        "editor ada di `{place}`; coba di komputer ini: python3 -m http.server --bind 127.0.0.1 --directory {place} 8000",
        "the editor is in `{place}`; try it on this computer: python3 -m http.server --bind 127.0.0.1 --directory {place} 8000"
    ));
    Ok(Outcome::Clean)
}

/// Leaves alone what somebody else wrote.
fn refuse_foreign(output: &Path, name: &str) -> Result<(), Failure> {
    let Ok(bytes) = SiteFolder::new(output).read(name) else {
        return Ok(());
    };
    if String::from_utf8_lossy(&bytes).contains(MARK) {
        return Ok(());
    }
    let path = output.join(name);
    let path = path.display();
    Err(Failure::new(say!(
        "`{path}` bukan dari program ini dan tidak ditimpa; pilih folder lain dengan --output",
        "`{path}` is not from this program and is not overwritten; choose another folder with --output"
    )))
}
