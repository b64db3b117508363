//! No key and no fixed value is ever suggested for its opposite.

use std::collections::BTreeSet;

use maklumat::model::shape::Shape;
use maklumat::similar::nearest;

use crate::schema::records;

/// The ways to write the opposite of a word.
const TURNED: [&str; 14] = [
    "tidak {}", "tidak_{}", "tidak{}", "tdk {}", "tak_{}", "non {}", "non-{}", "non{}", "belum {}",
    "belum_{}", "bukan {}", "bukan_{}", "tanpa {}", "not {}",
];

/// What a name that says *not* holds.
const SAYS_NOT: [&str; 5] = ["tidak", "not", "none", "belum", "bukan"];

/// The fixed values of a shape.
fn values(shape: Shape) -> Vec<&'static str> {
    match shape {
        Shape::List(inner) | Shape::Named(inner) => values(*inner),
        Shape::Any(shapes) => shapes.into_iter().flat_map(values).collect(),
        Shape::Choice(choices) => {
            let words = choices.iter().flat_map(|choice| [choice.en, choice.id]);
            words.collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn nothing_is_suggested_for_its_opposite() {
    let fields = records().into_iter().flat_map(|record| record.fields);
    let words: BTreeSet<&str> = fields
        .flat_map(|field| [vec![field.en, field.id], values((field.shape)())].concat())
        .collect();
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
