//! `init`, `schema` and `theme`: commands that write a file to start from.

use std::path::Path;

use super::Outcome;
use super::gallery::gallery;
use super::here::{from_here, nearest};
use super::hook;

use super::args::{Init, Schema, ThemeFile};
use super::screen::Screen;
use crate::diagnostic::{Failure, say};
use crate::disk;
use crate::scaffold;
use crate::schema;
use crate::theme::Theme;

/// Makes a new site, editor settings included.
pub fn init(init: &Init, screen: &Screen) -> Result<Outcome, Failure> {
    let folder = &init.folder;
    let place = folder.display();
    if let Some(site) = init
        .hook
        .then(|| nearest(folder.into()))
        .filter(|site| disk::holds_site(site))
    {
        let of_site = super::language::of_site(&site).unwrap_or(screen.lang());
        hook::add(&site, &screen.speaking(of_site))?;
        return Ok(Outcome::Clean);
    }
    if disk::holds_site(folder) {
        return Err(Failure::new(say!(
            "`{place}` sudah berisi situs; pilih folder lain: maklumat init situs-baru",
            "`{place}` already contains a site; choose another folder: maklumat init new-site"
        )));
    }
    let mut kept = Vec::new();
    for (path, text) in scaffold::init(&init.name) {
        if disk::is_taken(&folder.join(&path)) {
            kept.push(path);
        } else {
            disk::create(&folder.join(path), text.as_bytes())?;
        }
    }
    if !kept.is_empty() {
        let list = kept.join(", ");
        screen.say(&say!(
            "sudah ada dan dibiarkan: {list}",
            "already there, left unchanged: {list}"
        ));
    }
    screen.say(&say!(
        "situs baru ada di `{place}`; lanjutkan dengan: maklumat serve --open --site {place}",
        "the new site is in `{place}`; continue with: maklumat serve --open --site {place}"
    ));
    if init.hook {
        hook::add(folder, screen)?;
    }
    Ok(Outcome::Clean)
}

/// The failure of a command that needs a site.
pub fn no_site(folder: &Path) -> Failure {
    if folder == Path::new(".") {
        let here = std::env::current_dir().unwrap_or_default();
        let here = here.display();
        return Failure::new(say!(
            "tidak ada situs (`site.yaml`) di `{here}` dan di semua folder di atasnya; pindah dulu ke folder situs, atau buat yang baru: maklumat init situs-baru",
            "there is no site (`site.yaml`) in `{here}` or in any folder above it; go to the site's folder first, or create a new one: maklumat init new-site"
        ));
    }
    let place = folder.display();
    Failure::new(say!(
        "di `{place}` tidak ada situs (`site.yaml`); periksa lokasi foldernya, atau buat yang baru: maklumat init {place}",
        "there is no site (`site.yaml`) in `{place}`; check the path, or create a new one: maklumat init {place}"
    ))
}

/// Prints or writes JSON Schema.
pub fn schema(asked: &Schema, screen: &Screen) -> Result<Outcome, Failure> {
    let Some(kind) = &asked.kind else {
        for (name, text) in schema::files() {
            disk::replace_or_create(&asked.output.join(name), text.as_bytes())?;
        }
        let place = asked.output.display();
        screen.say(&say!(
            "skema ditulis di {place}",
            "schemas written to {place}"
        ));
        return Ok(Outcome::Clean);
    };
    if kind == "findings" {
        screen.print(schema::FINDINGS);
        return Ok(Outcome::Clean);
    }
    let name = format!("{kind}.json");
    match schema::files()
        .into_iter()
        .find(|(known, _)| *known == name)
    {
        Some((_, text)) => {
            screen.print(&text);
            Ok(Outcome::Clean)
        }
        None => {
            let known = schema::kinds().chain(["findings"]);
            let known = known.collect::<Vec<_>>().join(", ");
            Err(Failure::new(say!(
                "tidak ada skema `{kind}`; yang ada: {known}",
                "there is no schema `{kind}`; available: {known}"
            )))
        }
    }
}

/// Copies one file of the default theme into the site, lists them, or shows them.
pub fn theme(theme: &ThemeFile, screen: &Screen) -> Result<Outcome, Failure> {
    if let Some(output) = &theme.gallery {
        return gallery(&theme.folder.site, output, screen);
    }
    let Some(name) = &theme.file else {
        let names = Theme::default_files().iter().map(|file| file.path);
        let list: Vec<&str> = names.collect();
        screen.print(&(list.join("\n") + "\n"));
        return Ok(Outcome::Clean);
    };
    let Some(text) = Theme::file_to_change(name) else {
        let near = Theme::near(name).unwrap_or("style.css");
        return Err(Failure::new(say!(
            "tema bawaan tidak punya `{name}`; mungkin maksud Anda: maklumat theme {near}",
            "the default theme has no `{name}`; did you mean: maklumat theme {near}"
        )));
    };
    let site = &theme.folder.site;
    let folder = super::language::theme_of_site(site).unwrap_or_else(|| "default".to_owned());
    let path = format!("themes/{folder}/{name}");
    disk::create(&site.join(&path), text.as_bytes())?;
    let path = from_here(&path, site);
    screen.say(&say!(
        "{path} ditulis; ubah berkas itu, lalu jalankan `maklumat serve`",
        "{path} written; change it, then run `maklumat serve`"
    ));
    Ok(Outcome::Clean)
}
