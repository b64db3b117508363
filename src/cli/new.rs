//! `new`: an agency, a service or a translation to start from. What was not given is asked for on a terminal.

use std::path::Path;

use super::Outcome;
use super::args::{New, NewWhat};
use super::ask::Ask;
use super::here::from_here;
use super::make::no_site;
use super::screen::Screen;
use super::translation::{further_languages, original_files, translation};
use crate::diagnostic::{Failure, Message, Sink, say};
use crate::disk;
use crate::export;
use crate::parse::Reader;
use crate::parse::layout::{Layout, address_name};
use crate::scaffold::{self, NewFile, Template};
use crate::source::Sources;

/// Writes an agency, a service or a translation.
pub fn new(new: &New, screen: &Screen) -> Result<Outcome, Failure> {
    let of_site = super::language::of_site(&new.folder.site);
    let screen = &screen.speaking(of_site.unwrap_or(screen.lang()));
    if let Some(file) = &new.spreadsheet {
        return spreadsheet(file, screen);
    }
    let site = &new.folder.site;
    if !disk::holds_site(site) {
        return Err(no_site(site));
    }
    let maker = Maker {
        site,
        screen,
        ask: Ask::somebody(screen.lang()),
    };
    let what = match &new.what {
        Some(what) => what.clone(),
        None => maker.what()?,
    };
    match what {
        NewWhat::Agency { name } => {
            maker.agency(name)?;
        }
        NewWhat::Service { name, agency, kind } => maker.service(name, agency, kind)?,
        NewWhat::Translation { file, to } => return maker.translation(file, to),
    }
    Ok(Outcome::Clean)
}

/// Writes a spreadsheet to fill in.
fn spreadsheet(file: &Path, screen: &Screen) -> Result<Outcome, Failure> {
    let ending = file.extension().unwrap_or_default().to_ascii_lowercase();
    let bytes = match ending.to_str() {
        Some("xlsx") => export::template_workbook()?,
        Some("csv") => export::template_csv()?,
        _ => {
            return Err(Failure::new(say!(
                "namanya harus berakhir .xlsx atau .csv, misalnya: maklumat new --spreadsheet layanan.xlsx",
                "its name must end in .xlsx or .csv, for example: maklumat new --spreadsheet services.xlsx"
            )));
        }
    };
    disk::create(file, &bytes)?;
    let file = file.display();
    screen.say(&say!(
        "{file} ditulis; isi satu baris untuk tiap layanan, lalu jalankan: maklumat import {file}",
        "{file} written; fill in a row for each service, then run: maklumat import {file}"
    ));
    Ok(Outcome::Clean)
}

/// Who makes something in a site, and whom to ask.
struct Maker<'a> {
    site: &'a Path,
    screen: &'a Screen,
    ask: Option<Ask>,
}

impl Maker<'_> {
    /// Somebody to ask, else the failure that says what to type.
    fn ask(&self, or: Message) -> Result<&Ask, Failure> {
        self.ask.as_ref().ok_or_else(|| Failure::new(or))
    }

    fn what(&self) -> Result<NewWhat, Failure> {
        let ask = self.ask(say!(
            "buat apa? ketik: maklumat new service, maklumat new agency, atau maklumat new translation",
            "make what? type: maklumat new service, maklumat new agency, or maklumat new translation"
        ))?;
        let kinds = [
            say!("Layanan", "A service"),
            say!("Dinas", "An agency"),
            say!("Terjemahan", "A translation"),
        ];
        let choices = kinds.map(|kind| kind.get(self.screen.lang()).to_owned());
        Ok(
            match ask.which(&say!("Buat apa?", "Make what?"), &choices)? {
                0 => NewWhat::Service {
                    name: None,
                    agency: None,
                    kind: None,
                },
                1 => NewWhat::Agency { name: None },
                _ => NewWhat::Translation {
                    file: None,
                    to: None,
                },
            },
        )
    }

    /// Writes an agency, and says which folder it got.
    fn agency(&self, name: Option<String>) -> Result<String, Failure> {
        let name = self.name(
            name,
            &say!("Nama dinas", "Name of the agency"),
            say!(
                "nama dinasnya belum ditulis; ketik: maklumat new agency \"Nama dinas\"",
                "the name of the agency is missing; type: maklumat new agency \"Name\""
            ),
        )?;
        let file = scaffold::agency(&name, self.screen.lang())?;
        self.write(&file)?;
        let folder = file.0.split('/').nth(1).unwrap_or_default();
        Ok(folder.to_owned())
    }

    fn service(
        &self,
        name: Option<String>,
        agency: Option<String>,
        kind: Option<String>,
    ) -> Result<(), Failure> {
        let call = Call {
            name: name.as_deref(),
            kind: kind.as_deref(),
        };
        let agency = self.agency_of(agency.as_deref(), &call.to_string())?;
        let kind = match (&kind, &self.ask) {
            (Some(kind), _) => Template::find(kind)?,
            (None, Some(ask)) => self.kind(ask)?,
            (None, None) => Template::Letter,
        };
        let flag = kind.name();
        let missing = say!(
            "nama layanannya belum ditulis; ketik: maklumat new service \"Nama layanan\" --agency {agency} --kind {flag}",
            "the name of the service is missing; type: maklumat new service \"Name\" --agency {agency} --kind {flag}"
        );
        let name = self.name(name, &say!("Nama layanan", "Name of the service"), missing)?;
        self.write(&scaffold::service(
            &agency,
            &name,
            kind,
            self.screen.lang(),
        )?)
    }

    fn kind(&self, ask: &Ask) -> Result<Template, Failure> {
        let names = Template::ALL.map(|kind| kind.name().to_owned());
        let question = say!("Jenis layanan", "Kind of service");
        let at = ask.which(&question, &names)?;
        Ok(Template::ALL.get(at).copied().unwrap_or(Template::Letter))
    }

    /// The folder of the agency that is asked for, the only one, or the one that is chosen; where there is none yet, one
    /// is made.
    fn agency_of(&self, asked: Option<&str>, call: &str) -> Result<String, Failure> {
        let Some(ask) = &self.ask else {
            return choose_agency(self.site, asked, call);
        };
        let known = agencies(self.site)?;
        if known.is_empty() {
            self.screen.say(&say!(
                "Situs ini belum punya dinas. Buat dulu satu.",
                "This site has no agency yet. Create one first."
            ));
            return self.agency(None);
        }
        if asked.is_some() || known.len() == 1 {
            return choose_agency(self.site, asked, call);
        }
        let names: Vec<String> = known.iter().map(Agency::shown).collect();
        let question = say!("Dinas yang melayani", "Which agency offers it");
        let at = ask.which(&question, &names)?;
        let chosen = known.get(at).map(|agency| agency.folder.clone());
        Ok(chosen.unwrap_or_default())
    }

    fn translation(&self, file: Option<String>, to: Option<String>) -> Result<Outcome, Failure> {
        let file = match file {
            Some(file) => file,
            None => {
                let ask = self.ask(say!(
                    "berkas aslinya belum ditulis; ketik misalnya: maklumat new translation content/dinas/layanan.yaml",
                    "the original is missing; type, for example: maklumat new translation content/agency/service.yaml"
                ))?;
                let files = original_files(self.site)?;
                let at = ask.which(&say!("Berkas aslinya", "The original"), &files)?;
                files.get(at).cloned().unwrap_or_default()
            }
        };
        let languages = further_languages(self.site)?;
        let to = match (&to, &self.ask) {
            (None, Some(ask)) if languages.len() > 1 => {
                let at = ask.which(&say!("Ke bahasa mana", "Into which language"), &languages)?;
                languages.get(at).cloned()
            }
            _ => to,
        };
        translation(self.site, &file, to.as_deref(), self.screen)
    }

    /// A name that was given or is asked for, of which an address can be made.
    fn name(
        &self,
        given: Option<String>,
        question: &Message,
        missing: Message,
    ) -> Result<String, Failure> {
        match given {
            Some(name) => Ok(name),
            None => {
                self.ask(missing)?
                    .text(question, &|name| match address_name(name).is_empty() {
                        true => Err(say!(
                            "pakai huruf a-z atau angka",
                            "use letters a-z or digits"
                        )),
                        false => Ok(()),
                    })
            }
        }
    }

    fn write(&self, (path, text): &NewFile) -> Result<(), Failure> {
        disk::create(&self.site.join(path), text.as_bytes())?;
        let path = from_here(path, self.site);
        self.screen.say(&say!(
            "{path} ditulis; isi berkas itu, lalu jalankan `maklumat serve`",
            "{path} written; fill it in, then run `maklumat serve`"
        ));
        Ok(())
    }
}

/// `maklumat new service` as it was typed so far.
struct Call<'a> {
    name: Option<&'a str>,
    kind: Option<&'a str>,
}

impl std::fmt::Display for Call<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("maklumat new service")?;
        self.name.map_or(Ok(()), |name| write!(f, " {name:?}"))?;
        self.kind.map_or(Ok(()), |kind| write!(f, " --kind {kind}"))
    }
}

/// An agency of the site.
struct Agency {
    folder: String,
    name: String,
}

impl Agency {
    /// What it is called in a list.
    fn shown(&self) -> String {
        match self.name.is_empty() {
            true => self.folder.clone(),
            false => format!("{} ({})", self.name, self.folder),
        }
    }
}

fn agencies(site: &Path) -> Result<Vec<Agency>, Failure> {
    let sources = disk::SiteFolder::new(site);
    let layout = Layout::new(sources.entries()?, &mut Sink::default());
    let reader = Reader::new(&sources, &layout);
    let agencies = layout.agencies.iter().map(|(folder, files)| {
        let read = reader.agency(&files.agency, &mut Sink::default());
        let name = read.map(|agency| agency.document.name.str().trim().to_owned());
        Agency {
            folder: folder.clone(),
            name: name.unwrap_or_default(),
        }
    });
    Ok(agencies.collect())
}

/// The folder of the agency named by its folder or its name, or of the only one. `call` is the command without it.
///
/// # Errors
/// When there is no such agency, or several and none is named.
pub fn choose_agency(site: &Path, asked: Option<&str>, call: &str) -> Result<String, Failure> {
    let known = agencies(site)?;
    let folders: Vec<&str> = known.iter().map(|agency| agency.folder.as_str()).collect();
    let list = folders.join(", ");
    match (asked, known.as_slice()) {
        (None, [only]) => Ok(only.folder.clone()),
        (Some(asked), [_, ..]) => {
            let called = asked.trim().to_lowercase();
            let by_folder = known.iter().find(|agency| agency.folder == asked);
            let by_name = || {
                let mut known = known.iter();
                known.find(|agency| agency.name.to_lowercase() == called)
            };
            let found = by_folder.or_else(by_name).ok_or_else(|| {
                Failure::new(say!(
                    "tidak ada dinas `{asked}`; yang ada: {list}",
                    "there is no agency `{asked}`; available: {list}"
                ))
            })?;
            Ok(found.folder.clone())
        }
        (_, []) => Err(Failure::new(say!(
            "belum ada dinas; buat dulu: maklumat new agency \"Nama dinas\"",
            "there is no agency yet; create one first: maklumat new agency \"Name\""
        ))),
        (None, [first, ..]) => {
            let first = &first.folder;
            Err(Failure::new(say!(
                "untuk dinas yang mana? ketik: {call} --agency {first}; dinas yang ada: {list}",
                "for which agency? type: {call} --agency {first}; available: {list}"
            )))
        }
    }
}
