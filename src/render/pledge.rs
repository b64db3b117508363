//! The pledge of an agency (maklumat pelayanan), as its pages and its posters show it.

use super::channels;
use super::frame::{About, frame};
use super::pen::Pen;
use super::view::{Help, Link, Pledge, PledgeSheet, Words};
use crate::model::agency::{AgencyDocument, PledgeDocument};
use crate::route::Subject;

/// A size of letters on a sheet of A4.
struct Size {
    /// Its name in the style sheet.
    name: &'static str,
    /// Letters on a line.
    letters: usize,
    /// Lines that the pledge may take, with the space between its paragraphs.
    lines: usize,
}

/// The sizes, the largest first; what fits none of them takes more than one sheet.
const SIZES: [Size; 5] = [
    Size {
        name: "1",
        letters: 46,
        lines: 12,
    },
    Size {
        name: "2",
        letters: 58,
        lines: 16,
    },
    Size {
        name: "3",
        letters: 70,
        lines: 21,
    },
    Size {
        name: "4",
        letters: 84,
        lines: 27,
    },
    Size {
        name: "5",
        letters: 100,
        lines: 34,
    },
];

/// The pledge of an agency, if it is signed.
pub fn pledge(pen: &Pen<'_>, agency: &AgencyDocument) -> Option<Pledge> {
    let pledge = agency.pledge.get()?;
    pledge.lacking().is_empty().then(|| written(pen, pledge))?
}

/// The view of the page of an agency's pledge, signed or not.
pub fn view(pen: &Pen<'_>, folder: &str, agency: &AgencyDocument) -> Option<PledgeSheet> {
    let document = agency.pledge.get()?;
    let pledge = written(pen, document)?;
    let name = agency.name.get().map(|name| pen.text(name));
    let name = name.unwrap_or_default();
    let lacking = lacking(pen, document);
    let mut frame = frame(
        pen,
        about(pen, folder, &name, lacking.is_some()),
        Some((folder, agency)),
    );
    // A sheet for the wall; the agency's page says whom to ask.
    frame.help = Help::default();
    Some(PledgeSheet {
        frame,
        size: size(&pledge),
        parent: channels::above(pen, agency),
        agency: name,
        pledge,
        lacking,
    })
}

/// What leads to the page of an agency's pledge.
pub fn label(pen: &Pen<'_>, agency: &AgencyDocument) -> String {
    let draft = agency.pledge.get();
    let draft = draft.is_some_and(|pledge| !pledge.lacking().is_empty());
    pen.word(if draft {
        "pledge.open_draft"
    } else {
        "pledge.open"
    })
}

/// What the page says of itself.
fn about(pen: &Pen<'_>, folder: &str, agency: &Words, draft: bool) -> About {
    let own = pen.word("pledge.title");
    let title = [own.as_str(), &agency.text].join(", ");
    let here = Link {
        href: None,
        label: pen.said(own),
    };
    let above = Link {
        href: pen.to(&Subject::Agency(folder.into())),
        label: agency.clone(),
    };
    About {
        title: if draft {
            format!("{}: {title}", pen.word("pledge.draft"))
        } else {
            title
        },
        description: String::new(),
        trail: vec![above, here],
    }
}

/// That something of the signature is not written, and what.
fn lacking(pen: &Pen<'_>, pledge: &PledgeDocument) -> Option<String> {
    let lacking = pledge.lacking().into_iter();
    let lacking: Vec<String> = lacking
        .map(|[_, key]| pen.word(&format!("pledge.lacks.{key}")))
        .collect();
    let row = pen.language().row(&lacking);
    (!lacking.is_empty()).then(|| pen.fill("pledge.unsigned", &[("lacking", &row)]))
}

/// The pledge as it is written.
fn written(pen: &Pen<'_>, pledge: &PledgeDocument) -> Option<Pledge> {
    let text = pen.text(pledge.text.get()?);
    let paragraphs = text
        .text
        .split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
        .map(|paragraph| text.saying(paragraph.trim().to_owned()))
        .collect();
    let date = pledge.date.get().map(|date| pen.date(date));
    let place_and_date = match (pledge.place.get(), date) {
        (Some(place), Some(date)) => {
            let place = pen.worded(place).value.as_str();
            let values = [("place", place), ("date", &date)];
            pen.fill("pledge.place_and_date", &values)
        }
        (Some(place), None) => pen.worded(place).value.clone(),
        (None, date) => date.unwrap_or_default(),
    };
    Some(Pledge {
        paragraphs,
        place_and_date,
        role: pledge.role.get().map(|role| pen.text(role)),
        signed_by: pledge.signed_by.get().map(|name| pen.text(name)),
    })
}

/// The largest size at which a pledge stands on one sheet.
fn size(pledge: &Pledge) -> &'static str {
    let lines = |size: &Size| {
        let paragraphs = pledge.paragraphs.iter();
        let halves = paragraphs.map(|words| {
            let lines = words.text.chars().count().div_ceil(size.letters);
            2 * lines + 1
        });
        halves.sum::<usize>().div_ceil(2)
    };
    let fits = |size: &&Size| lines(size) <= size.lines;
    SIZES.iter().find(fits).map_or("two", |size| size.name)
}
