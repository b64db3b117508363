//! No key and no fixed value is ever suggested for its opposite.

use std::collections::BTreeSet;

use crate::model::agency::AgencyDocument;
use crate::model::registry::{DocumentRecord, HolidayYear, PageDocument, Regulation};
use crate::model::service::ServiceDocument;
use crate::model::shape::{RecordShape, Shape};
use crate::model::site::SiteDocument;
use crate::similar::nearest;

/// The ways to write the opposite of a word.
const TURNED: [&str; 14] = [
    "tidak {}", "tidak_{}", "tidak{}", "tdk {}", "tak_{}", "non {}", "non-{}", "non{}", "belum {}",
    "belum_{}", "bukan {}", "bukan_{}", "tanpa {}", "not {}",
];

/// What a name that says *not* holds.
const SAYS_NOT: [&str; 5] = ["tidak", "not", "belum", "bukan", "none"];

/// The keys and fixed values of records; each record once, for some hold others of their own kind.
#[derive(Default)]
struct Gathered {
    words: BTreeSet<&'static str>,
    records: BTreeSet<&'static str>,
}

impl Gathered {
    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::List(inner) | Shape::Named(inner) => self.shape(inner),
            Shape::Any(shapes) => shapes.iter().for_each(|shape| self.shape(shape)),
            Shape::Choice(choices) => {
                let words = choices.iter().flat_map(|choice| [choice.en, choice.id]);
                self.words.extend(words);
            }
            Shape::Record(record) => self.record(record),
            _ => {}
        }
    }

    fn record(&mut self, record: &RecordShape) {
        if self.records.insert(record.name) {
            for field in record.fields {
                self.words.extend([field.en, field.id]);
                self.shape(&(field.shape)());
            }
        }
    }
}

#[test]
fn nothing_is_suggested_for_its_opposite() {
    let mut gathered = Gathered::default();
    for record in [
        &SiteDocument::SHAPE,
        &AgencyDocument::SHAPE,
        &ServiceDocument::SHAPE,
        &PageDocument::SHAPE,
        &DocumentRecord::SHAPE,
        &Regulation::SHAPE,
        &HolidayYear::SHAPE,
    ] {
        gathered.record(record);
    }
    let words = gathered.words;
    assert!(words.len() > 300, "{} words", words.len());
    let says_not = |word: &str| {
        SAYS_NOT
            .iter()
            .any(|not| word.split(['_', ' ']).any(|part| part == *not))
    };
    let plain = words.iter().filter(|word| !says_not(word));
    for word in plain {
        for slip in [(*word).to_owned(), word[..word.len() - 1].to_owned()] {
            for form in TURNED {
                let written = form.replace("{}", &slip);
                let meant = nearest(&written, words.iter().copied());
                assert!(meant.is_none_or(says_not), "{written} → {meant:?}");
            }
        }
    }
}
