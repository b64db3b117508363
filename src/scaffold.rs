//! Files to start from: a new site, an agency, a service, a translation. Everything is returned as data; who writes it, decides where.
//!
//! # Steps
//!
//! 1. A template of `scaffold/templates/` holds the text, with each key in both languages.
//! 2. `fill` chooses the language and puts in the name, in quotes where it needs them.
//! 3. The name becomes the address of the file, as [`crate::parse::layout::address_name`] makes it.

mod fill;
mod hook;
mod site;
mod translation;

pub use hook::{MARK, hook};
pub use site::{NAME, init};
pub use translation::{Placed, translation};

use crate::diagnostic::{Failure, Lang, say};
use crate::parse::layout::{RESERVED, address_name};
use fill::Filling;

/// A file to write: its path inside the site's folder, and its text.
pub type NewFile = (String, String);

/// The most letters of an address; file systems and QR codes like short ones.
const MAX_ADDRESS: usize = 80;

/// Names of services whose address or file is taken: `agency.yaml`, and the pages of the agency and of its pledge.
const TAKEN: [&str; 3] = ["agency", "index", "maklumat"];

/// The kinds of services that have a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Template {
    /// A written statement by the office.
    Letter,
    /// A permit.
    Permit,
    /// The entry of an event in a register.
    Registration,
    /// Aid.
    Aid,
    /// Complaints.
    Complaint,
}

impl Template {
    /// All templates.
    pub const ALL: [Self; 5] = [
        Self::Letter,
        Self::Permit,
        Self::Registration,
        Self::Aid,
        Self::Complaint,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Letter => "surat-keterangan",
            Self::Permit => "izin",
            Self::Registration => "pencatatan",
            Self::Aid => "bantuan",
            Self::Complaint => "pengaduan",
        }
    }

    /// The template with this name.
    ///
    /// # Errors
    /// When there is none; the message lists all.
    pub fn find(name: &str) -> Result<Self, Failure> {
        let found = Self::ALL
            .into_iter()
            .find(|template| template.name() == name);
        found.ok_or_else(|| {
            let all = Self::ALL.map(Self::name).join(", ");
            Failure::new(say!(
                "tidak ada contoh layanan `{name}`; yang ada: {all}",
                "there is no template `{name}`; available: {all}"
            ))
        })
    }

    /// What is its own: requirements, steps and products.
    fn text(self) -> &'static str {
        match self {
            Self::Letter => include_str!("scaffold/templates/service/surat-keterangan.yaml"),
            Self::Permit => include_str!("scaffold/templates/service/izin.yaml"),
            Self::Registration => include_str!("scaffold/templates/service/pencatatan.yaml"),
            Self::Aid => include_str!("scaffold/templates/service/bantuan.yaml"),
            Self::Complaint => include_str!("scaffold/templates/service/pengaduan.yaml"),
        }
    }
}

/// `agency.yaml` of a new agency, with keys in `lang`.
///
/// # Errors
/// When no address can be made of the name.
pub fn agency(name: &str, lang: Lang) -> Result<NewFile, Failure> {
    let name = fill::one_line(name);
    let mut folder = address(&name)?;
    // Two letters may be those of a language, whose pages stand in such a folder.
    if RESERVED.contains(&folder.as_str()) || folder.len() == 2 {
        folder = format!("dinas-{folder}");
    }
    let filling = Filling { lang, name: &name };
    let text = filling.fill(include_str!("scaffold/templates/agency.yaml"));
    Ok((format!("content/{folder}/agency.yaml"), text))
}

/// The file of a new service in the folder `agency`, with keys in `lang`. It is a draft until someone checked it.
///
/// # Errors
/// When no address can be made of a name.
pub fn service(
    agency: &str,
    name: &str,
    template: Template,
    lang: Lang,
) -> Result<NewFile, Failure> {
    let name = fill::one_line(name);
    // The folder of an agency that exists is named as it is.
    let folder = match address_name(agency) {
        folder if folder == agency => folder,
        _ => address(agency)?,
    };
    let stem = service_stem(&name)?;
    let filling = Filling { lang, name: &name };
    let parts = [
        include_str!("scaffold/templates/service/head.yaml"),
        template.text(),
        include_str!("scaffold/templates/service/tail.yaml"),
    ];
    let text = filling.fill(&parts.concat());
    Ok((format!("content/{folder}/{stem}.yaml"), text))
}

/// The name of the file of a service, without its ending.
///
/// # Errors
/// When no address can be made of its name.
pub fn service_stem(name: &str) -> Result<String, Failure> {
    let stem = address(name)?;
    let taken = TAKEN.contains(&stem.as_str());
    Ok(if taken {
        format!("layanan-{stem}")
    } else {
        stem
    })
}

/// The name as part of an address.
fn address(name: &str) -> Result<String, Failure> {
    let whole = address_name(name);
    let short = match whole.get(..MAX_ADDRESS) {
        // Cut between words where there are several.
        Some(start) => start.rsplit_once('-').map_or(start, |(words, _)| words),
        None => &whole,
    };
    if short.is_empty() {
        return Err(Failure::new(say!(
            "nama `{name}` tidak dapat dijadikan alamat; pakai huruf a-z atau angka",
            "the name `{name}` cannot be turned into an address; use letters a-z or digits"
        )));
    }
    Ok(short.to_owned())
}
