//! `fmt`: keys in the order of the model, and in one language.

use super::Outcome;
use super::args::Fmt;
use super::asked::Asked;
use super::checked::{Checked, changed as changed_meanwhile};
use super::here::from_here;
use super::make::no_site;
use super::screen::Screen;
use crate::diagnostic::{Diagnostic, Failure, say};
use crate::disk::{self, SiteFolder};
use crate::edit::format::{self, format};

/// Puts the keys of files in order. With `--check` it only says which files are not.
pub fn fmt(asked: &Fmt, screen: &Screen) -> Result<Outcome, Failure> {
    let site = &asked.folder.site;
    let of_site = super::language::of_site(site);
    let screen = &screen.speaking(of_site.unwrap_or(screen.lang()));
    if !disk::holds_site(site) {
        return Err(no_site(site));
    }
    let sources = SiteFolder::new(site);
    let only = Asked::new(&asked.only, site, &sources)?;
    let keys = asked.keys.map(|keys| keys.lang());
    let checked = Checked::new(&sources);
    let files = format(&checked, keys, &|path| only.has(path))?;
    let (mut changed, mut left) = (0, 0);
    for file in &files {
        let shown = from_here(&file.path, site);
        match &file.result {
            format::Outcome::Same => {}
            format::Outcome::New(_) if asked.check => {
                changed += 1;
                screen.print(&format!("{shown}\n"));
            }
            format::Outcome::New(text) => {
                if checked.replace(&site.join(&file.path), &file.path, text.as_bytes())? {
                    changed += 1;
                    screen.say(&say!("{shown}: dirapikan", "{shown}: formatted"));
                } else {
                    left += 1;
                    screen.say(&changed_meanwhile(&shown));
                }
            }
            format::Outcome::Left(why) => {
                left += 1;
                tell_left(&shown, why.as_ref(), screen);
            }
        }
    }
    if changed == 0 && left == 0 {
        screen.say(&say!(
            "sudah rapi; tidak ada yang diubah",
            "all in order; nothing was changed"
        ));
    }
    Ok(match left > 0 || asked.check && changed > 0 {
        true => Outcome::Problems,
        false => Outcome::Clean,
    })
}

fn tell_left(path: &str, why: Option<&Diagnostic>, screen: &Screen) {
    let (id, en) = match why {
        Some(why) => (why.message.id.clone(), why.message.en.clone()),
        None => (
            "isinya tidak dapat disusun ulang dengan aman".to_owned(),
            "it cannot be put in order safely".to_owned(),
        ),
    };
    screen.say(&say!(
        "{path}: dibiarkan; {id} (lihat: maklumat check {path})",
        "{path}: left alone; {en} (see: maklumat check {path})"
    ));
}
