//! Of a service that has every key, each value is changed, taken away and added: every format says something of it.

use maklumat::diagnostic::{Lang, Severity};
use maklumat::diff::state::State;
use maklumat::diff::{Changed, compare, write};
use maklumat::model::service::ServiceDocument;
use maklumat::model::shape::{RecordShape, Shape};
use maklumat::route::Drafts;
use rayon::prelude::*;
use serde_yaml::Value;

use crate::site::Site;

/// The service that has every key once.
const FULL: &str = "content/dinas-contoh/layanan-lengkap.md";

/// Keys of which nothing is said: they say nothing to a citizen, or name what others point to.
const SILENT: [&str; 15] = [
    "title_verbatim",
    "source",
    "source_number",
    "reviewed",
    "moved_from",
    "changes",
    "tests",
    "status_note",
    "id",
    "needs",
    "produces",
    "confirmed",
    "cannot_have",
    "sensitive",
    "facts",
];

/// A place in the file.
#[derive(Debug, Clone)]
enum Step {
    Key(String),
    At(usize),
}

/// A place, and the values that may stand there instead.
type Place = (Vec<Step>, Vec<Value>);

/// All places of a record.
fn of_record(value: &Value, shape: &RecordShape, path: &[Step], places: &mut Vec<Place>) {
    let Value::Mapping(map) = value else { return };
    for (key, value) in map {
        let key = key.as_str().expect("a key");
        let field = shape.find(key).unwrap_or_else(|| panic!("{path:?} {key}"));
        if !SILENT.contains(&field.en) {
            let path = [path, &[Step::Key(key.to_owned())]].concat();
            walk(value, &(field.shape)(), &path, places);
        }
    }
}

fn walk(value: &Value, shape: &Shape, path: &[Step], places: &mut Vec<Place>) {
    let others = match (value, shape) {
        (_, Shape::Condition) => return,
        (Value::Mapping(map), Shape::Named(of)) => {
            for (key, value) in map {
                let key = Step::Key(key.as_str().expect("a name").to_owned());
                walk(value, of, &[path, &[key]].concat(), places);
            }
            return;
        }
        (Value::Mapping(_), Shape::Record(shape)) => {
            of_record(value, shape, path, places);
            Vec::new()
        }
        (Value::Sequence(list), shape) => {
            let of = match shape {
                Shape::List(of) => (**of).clone(),
                Shape::Any(shapes) => {
                    let list = shapes.iter().find_map(|shape| match shape {
                        Shape::List(of) => Some((**of).clone()),
                        _ => None,
                    });
                    list.expect("a list")
                }
                _ => Shape::Text,
            };
            for (at, value) in list.iter().enumerate() {
                walk(value, &of, &[path, &[Step::At(at)]].concat(), places);
            }
            Vec::new()
        }
        (Value::Mapping(_), Shape::Any(shapes)) => {
            let record = shapes
                .iter()
                .find(|shape| matches!(shape, Shape::Record(_)));
            return walk(value, record.expect("a record"), path, places);
        }
        (
            _,
            Shape::Record(RecordShape {
                short: Some(short), ..
            }),
        ) => {
            return walk(value, &short(), path, places);
        }
        (_, shape) => others(value, shape),
    };
    places.push((path.to_vec(), others));
}

/// Other values of the same kind.
fn others(value: &Value, shape: &Shape) -> Vec<Value> {
    let choices = |shape: &Shape| match shape {
        Shape::Choice(choices) => Some(*choices),
        _ => None,
    };
    let choices = match shape {
        Shape::Any(shapes) => shapes.iter().find_map(choices),
        shape => choices(shape),
    };
    if let Some(choices) = choices {
        let others = choices.iter().filter(|one| Some(one.en) != value.as_str());
        return others.map(|one| Value::from(one.en)).collect();
    }
    match (value, shape) {
        (Value::Bool(yes), _) => vec![Value::from(!yes)],
        (Value::Number(number), _) => vec![Value::from(number.as_i64().unwrap_or_default() + 1)],
        (_, Shape::Date) => vec![Value::from("2027-03-04")],
        (Value::String(text), Shape::Text | Shape::Markdown | Shape::Lines) => {
            vec![Value::from(format!("Bukan {text}"))]
        }
        _ => Vec::new(),
    }
}

fn at<'v>(value: &'v mut Value, path: &[Step]) -> &'v mut Value {
    path.iter().fold(value, |value, step| match step {
        Step::Key(key) => value.get_mut(key.as_str()).expect("a key"),
        Step::At(at) => value.get_mut(at).expect("an item"),
    })
}

fn without(mut root: Value, path: &[Step]) -> Value {
    let (last, above) = path.split_last().expect("a place");
    match (at(&mut root, above), last) {
        (Value::Mapping(map), Step::Key(key)) => drop(map.shift_remove(key.as_str())),
        (Value::Sequence(list), Step::At(at)) => drop(list.remove(*at)),
        (found, _) => panic!("{path:?} {found:?}"),
    }
    root
}

/// What is said of each service between two texts of the full one.
fn said(reference: &Site, [old, new]: [&Value; 2]) -> Result<(), String> {
    let (old, new) = (with(reference, old), with(reference, new));
    let [old, new] = [&old, &new].map(|site| State::read(site).expect("a map"));
    let changes = compare(&old, &new, Lang::Id, Drafts::With);
    let one: Option<&Changed> = changes
        .services
        .iter()
        .find(|one| one.id.ends_with("lengkap"));
    let Some(one) = one else {
        return Err("nothing changed".to_owned());
    };
    // That it could not be compared is told too.
    if one.outcome.untold.is_some() && write::text(&changes, Lang::Id).lines().count() > 1 {
        return Ok(());
    }
    let text = write::text(&changes, Lang::Id);
    let markdown = write::markdown(&changes, Lang::Id);
    let feed = write::feed(&changes, Lang::Id);
    let silent = [
        ("text", !text.lines().any(|line| line.starts_with("  "))),
        (
            "markdown",
            !markdown.lines().any(|line| line.starts_with("- ")),
        ),
        (
            "feed",
            feed.lines()
                .all(|line| line.contains("(dinas-contoh/") || line.is_empty()),
        ),
        ("entry", write::note(one, Lang::Id).is_empty()),
    ];
    let silent: Vec<&str> = silent
        .iter()
        .filter(|(_, is)| *is)
        .map(|(name, _)| *name)
        .collect();
    match silent.is_empty() {
        true => Ok(()),
        false => Err(format!("no word in {silent:?}\n{text}")),
    }
}

/// Whether what is left without a value says the same: a number and its sentence say it both, and who has no status is
/// active.
fn says_the_same(root: &Value, path: &[Step]) -> bool {
    let Some((Step::Key(last), above)) = path.split_last() else {
        return false;
    };
    let mut root = root.clone();
    let record = at(&mut root, above);
    let has = |key: &str| record.get(key).is_some();
    let counted = has("text") && (has("max") || has("amount"));
    last == "status" || counted && ["text", "max", "unit", "amount"].contains(&last.as_str())
}

/// The reference with another text of the full service.
fn with(reference: &Site, value: &Value) -> Site {
    let text = serde_yaml::to_string(value).expect("YAML");
    let site = reference.clone().with(FULL, format!("---\n{text}---\n"));
    site.without("content/dinas-contoh/layanan-lengkap.en.yaml")
}

#[test]
fn of_every_key_each_format_tells_that_it_changed() {
    let reference = Site::read("tests/data/reference");
    let text = reference.text(FULL);
    let front = text.split("---\n").nth(1).expect("front matter");
    let root: Value = serde_yaml::from_str(front).expect("YAML");
    let (report, _) = with(&reference, &root).check();
    let errors = report
        .findings
        .iter()
        .filter(|one| one.severity == Severity::Error);
    assert_eq!(
        errors.map(|one| format!("{one:?}")).collect::<Vec<_>>(),
        [""; 0]
    );
    let mut places = Vec::new();
    of_record(&root, &ServiceDocument::SHAPE, &[], &mut places);
    let pairs = places.into_iter().flat_map(|(path, others)| {
        let changed = others.into_iter().next().map(|other| {
            let mut new = root.clone();
            *at(&mut new, &path) = other;
            (root.clone(), new)
        });
        let less = without(root.clone(), &path);
        let gone = match says_the_same(&root, &path) {
            true => Vec::new(),
            false => vec![(root.clone(), less.clone()), (less, root.clone())],
        };
        let pairs = gone.into_iter().chain(changed);
        pairs.map(|pair| (path.clone(), pair)).collect::<Vec<_>>()
    });
    let pairs: Vec<(Vec<Step>, (Value, Value))> = pairs.collect();
    assert!(pairs.len() > 300, "{} edits", pairs.len());
    let wrong = pairs.par_iter().filter_map(|(path, (old, new))| {
        let why = said(&reference, [old, new]).err()?;
        Some(format!("{path:?}: {why}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
