//! The numbering plan of Indonesia (Fundamental Technical Plan, PM Kominfo 14/2018), as far as it tells numbers apart.

use super::Kind;

/// Numbers that start alike, without the 0 in front.
pub(super) struct Entry {
    pub kind: Kind,
    starts: &'static [&'static str],
    /// The fewest and the most digits.
    length: (usize, usize),
}

impl Entry {
    pub(super) fn fits(&self, digits: &str) -> bool {
        let (least, most) = self.length;
        (least..=most).contains(&digits.len())
            && self.starts.iter().any(|start| digits.starts_with(start))
    }
}

/// The numbers of the whole country, with their area codes.
pub(super) const NATIONAL: [Entry; 4] = [
    Entry {
        kind: Kind::TollFree,
        starts: &["800"],
        length: (8, 11),
    },
    Entry {
        kind: Kind::Nationwide,
        starts: &["804", "807", "809"],
        length: (8, 11),
    },
    Entry {
        kind: Kind::Mobile,
        starts: &["81", "82", "83", "85", "86", "87", "88", "89"],
        length: (9, 12),
    },
    Entry {
        kind: Kind::Landline,
        starts: &["2", "3", "4", "5", "61", "62", "63", "64", "65", "7", "9"],
        length: (7, 11),
    },
];

/// Area codes of two digits; all others have three.
pub(super) const AREAS_OF_TWO: [&str; 5] = ["21", "22", "24", "31", "61"];

/// The most digits of a number inside an area.
pub(super) const LONGEST_LOCAL: usize = 8;

/// The most digits that a fixed line has with its area code, but for a few.
pub(super) const USUAL_LANDLINE: usize = 10;

/// Numbers that are dialled as they are, from any telephone: `110`, `14045`, `1500 123`.
pub(super) const SHORT: Entry = Entry {
    kind: Kind::Short,
    starts: &["1"],
    length: (3, 7),
};
