//! `init`, `new`, `schema` and `theme`: commands that write a file to start from.

use super::Outcome;
use super::args::{Init, New, Schema, ThemeFile};
use super::screen::Screen;
use crate::diagnostic::{Failure, say};
use crate::disk;
use crate::model::decode::nearest;
use crate::theme::Theme;

/// Makes a new site.
pub fn init(_init: &Init, _screen: &Screen) -> Result<Outcome, Failure> {
    Ok(Outcome::Clean)
}

/// Writes an agency or a service.
pub fn new(_new: &New, _screen: &Screen) -> Result<Outcome, Failure> {
    Ok(Outcome::Clean)
}

/// Prints or writes JSON Schema.
pub fn schema(_schema: &Schema, _screen: &Screen) -> Result<Outcome, Failure> {
    Ok(Outcome::Clean)
}

/// Copies one file of the default theme into the site, or lists them.
pub fn theme(theme: &ThemeFile, screen: &Screen) -> Result<Outcome, Failure> {
    let names = || Theme::default_files().iter().map(|file| file.path);
    let Some(name) = &theme.file else {
        let list: Vec<&str> = names().collect();
        screen.print(&(list.join("\n") + "\n"));
        return Ok(Outcome::Clean);
    };
    let Some(text) = Theme::default_file(name) else {
        let near = nearest(name, names()).unwrap_or("style.css");
        return Err(Failure::new(say!(
            "tema bawaan tidak punya `{name}`; mungkin maksud Anda: maklumat theme {near}",
            "the default theme has no `{name}`; did you mean: maklumat theme {near}"
        )));
    };
    let site = &theme.folder.site;
    let folder = super::language::theme_of_site(site).unwrap_or_else(|| "default".to_owned());
    let path = format!("themes/{folder}/{name}");
    disk::create(&site.join(&path), text.as_bytes())?;
    screen.say(&say!(
        "{path} ditulis; ubah berkas itu, lalu jalankan `maklumat serve`",
        "{path} written; change it, then run `maklumat serve`"
    ));
    Ok(Outcome::Clean)
}
