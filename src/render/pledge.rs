//! The pledge of an agency (maklumat pelayanan), as its page and its posters show it.

use super::pen::Pen;
use super::view::Pledge;
use crate::model::agency::AgencyDocument;

/// The pledge of an agency, if someone signed it.
pub fn pledge(pen: &Pen<'_>, agency: &AgencyDocument) -> Option<Pledge> {
    let pledge = agency.pledge.get()?;
    let signed_by = pledge.signed_by.get()?;
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
        signed_by: Some(pen.text(signed_by)),
    })
}
