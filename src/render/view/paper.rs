//! What the templates of what is printed see: the poster for the counter, the annex of the decree, and the pledge.

use serde::Serialize;

use super::{Condition, Contact, Frame, Pledge, StatusNotice, Words};

/// `AGENCY/SERVICE-poster.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Poster {
    /// What stands on every page.
    pub frame: Frame,
    /// How large its letters are: `1` is the largest, and `two` those of a poster of more than one sheet.
    pub size: &'static str,
    /// The service's title.
    pub title: Words,
    /// One sentence: what it is.
    pub summary: Option<Words>,
    /// A notice for a service that is suspended, withdrawn or a draft.
    pub status: Option<StatusNotice>,
    /// From when or until when the standard is in force.
    pub in_force: Option<String>,
    /// Time, cost and product as far as each is said in a few words.
    pub facts: Vec<PosterPart>,
    /// Requirements and steps, then of time, cost and product what needs more room.
    pub parts: Vec<PosterPart>,
    /// The agency and where to complain.
    pub contact: Contact,
    /// "Pengaduan"
    pub contact_title: String,
    /// The pledge, if someone signed it.
    pub pledge: Option<Pledge>,
    /// The address of the service's page as a QR code; `None` where it is not known.
    pub code: Option<Code>,
    /// Where the page is found: its address, else in words.
    pub found_at: String,
    /// What names the content, so that one can tell whether the poster is of today's.
    pub version: String,
    /// "Diperbarui 5 Januari 2026"
    pub date_words: Option<String>,
}

/// `AGENCY/maklumat.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PledgeSheet {
    /// What stands on every page.
    pub frame: Frame,
    /// How large its letters are: `1` is the largest, and `two` those of a pledge of more than one sheet.
    pub size: &'static str,
    /// The agency's name.
    pub agency: Words,
    /// What stands above the agency.
    pub parent: Option<Words>,
    /// The pledge, signed or not.
    pub pledge: Pledge,
    /// Of one that is not signed: what is not written of its signature, in one line.
    pub lacking: Option<String>,
}

/// A component of the standard on a poster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PosterPart {
    /// `requirements`, `procedure`, `time`, `cost` or `products`.
    pub key: &'static str,
    /// "Persyaratan"
    pub title: String,
    /// What is said where nothing is given, or that nothing is needed.
    pub none: Option<String>,
    /// What it says.
    pub lines: Vec<PosterLine>,
    /// What goes with all lines, said small.
    pub notes: Vec<Words>,
}

/// A line of a component.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PosterLine {
    /// Its number in the standard; empty where it has none.
    pub number: String,
    /// The citizen's wording.
    pub label: Words,
    /// What goes with it, said small.
    pub details: Vec<Words>,
    /// Its condition in words, without "if".
    pub condition: Option<Condition>,
    /// Its parts, if it is a group.
    pub parts: Vec<PosterLine>,
}

/// A QR code as a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Code {
    /// How many modules are on a side, the quiet zone included.
    pub side: usize,
    /// The dark modules as the data of an SVG path.
    pub path: String,
}

/// `AGENCY/SERVICE-lampiran.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Annex {
    /// What stands on every page.
    pub frame: Frame,
    /// The service's title as the source writes it.
    pub title: Words,
    /// The number of the decree; `None` where it is to be filled in.
    pub number: Option<Words>,
    /// The date of the decree; `None` where it is to be filled in.
    pub date: Option<String>,
    /// What the decree is about.
    pub about: String,
    /// The components that concern the service itself, then those of its management.
    pub groups: Vec<AnnexGroup>,
    /// Who signed; `None` where it is to be filled in.
    pub signed_by: Option<Words>,
    /// What names the content.
    pub version: String,
    /// Where the page is found; `None` where that is not known.
    pub found_at: Option<String>,
}

/// A group of components.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnnexGroup {
    /// "A. Komponen penyampaian pelayanan"
    pub title: String,
    /// Its components.
    pub rows: Vec<AnnexRow>,
}

/// A component in the words of the standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnnexRow {
    /// `A.1`
    pub number: String,
    /// Its name.
    pub title: String,
    /// What is said where nothing is given, or that nothing is needed.
    pub none: Option<String>,
    /// What it says.
    pub clauses: Vec<AnnexClause>,
}

/// A sentence of the standard.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct AnnexClause {
    /// Its number in the standard; empty where it has none.
    pub number: String,
    /// The sentence, word for word.
    pub text: Words,
    /// Its parts, if it is a group.
    pub parts: Vec<AnnexClause>,
}
