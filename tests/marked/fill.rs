//! Files that hold every text which their declared shapes can hold, each with a mark of its own.

use maklumat::model::channel::ChannelKind;
use maklumat::model::shape::{Field, RecordShape, Shape};
use serde_yaml::Value;

use super::tree::Tree;

/// Which texts of a record are kept.
#[derive(Debug, Clone, Copy)]
pub enum Share {
    /// All that the shape has.
    All,
    /// Those that are required, and of the others the one of this number; numbers too, or not.
    One(usize, Numbers),
}

/// Whether numbers, units and the like stand beside the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbers {
    /// As in the reference.
    Kept,
    /// None.
    Left,
}

/// A text that is looked for.
#[derive(Debug, Clone)]
pub struct Mark {
    /// The key: "service.title", in a translation "en service.title".
    pub key: String,
    /// What is written: the next where the one before is refused. The second part is looked for.
    pub tries: Vec<(String, String)>,
    /// Which of them is written.
    pub now: usize,
    /// The code that refused the bare mark.
    pub refused: Option<&'static str>,
}

/// Keys without which other texts are named nowhere: a language, an entry of a list.
const KEPT: [&str; 8] = [
    "languages",
    "document",
    "any_of",
    "all_of",
    "category",
    "life_events",
    "regulation",
    "replaced_by",
];

/// Makes the trees of a site.
#[derive(Debug)]
pub struct Filler {
    share: Share,
    /// All marks so far.
    pub marks: Vec<Mark>,
    ids: usize,
}

impl Filler {
    /// A filler that keeps this share of the texts.
    pub fn new(share: Share) -> Self {
        let (marks, ids) = (Vec::new(), 0);
        Self { share, marks, ids }
    }

    /// The tree of a file: the reference's values, each text marked, and the texts that it leaves out.
    pub fn file(&mut self, shape: &Shape, value: &Value) -> Tree {
        let tree = self.value(shape, Some(value), "file", &mut Vec::new());
        tree.expect("the reference fits its shape")
    }

    /// A text to look for.
    pub fn mark(&mut self, key: &str, own: Option<&str>) -> Tree {
        let mark = name(self.marks.len());
        let mut tries = vec![(mark.clone(), mark.clone())];
        if let Some(own) = own {
            tries.extend(worked_in(own, &mark, self.marks.len()));
            tries.push((own.to_owned(), String::new()));
        }
        self.marks.push(Mark {
            key: key.to_owned(),
            tries,
            now: 0,
            refused: None,
        });
        Tree::Marked(self.marks.len() - 1)
    }

    fn value(
        &mut self,
        shape: &Shape,
        value: Option<&Value>,
        key: &str,
        above: &mut Vec<&'static str>,
    ) -> Option<Tree> {
        let value = value.filter(|value| **value != Value::Null);
        match (shape, value) {
            (Shape::Lines | Shape::List(_), Some(Value::Sequence(items))) => {
                let item = match shape {
                    Shape::List(item) => item,
                    _ => &Shape::Text,
                };
                let items = items.iter();
                let items = items.filter_map(|one| self.value(item, Some(one), key, above));
                Some(Tree::List(items.collect()))
            }
            (Shape::Text | Shape::Markdown | Shape::Lines, _) => {
                let own = value.map(plain);
                Some(self.mark(key, own.as_deref()))
            }
            (Shape::Url | Shape::FilePath, _) => Some(self.address(shape, key)),
            // Something of another file, by its id alone.
            (Shape::Any(shapes), Some(Value::String(id)))
                if shapes.iter().any(|shape| matches!(shape, Shape::Id)) =>
            {
                Some(Tree::Fixed(id.clone()))
            }
            (Shape::Any(shapes), _) => {
                let list = value.is_none_or(Value::is_sequence);
                let fits = |shape: &&Shape| matches!(shape, Shape::List(_)) == list;
                let shape = shapes.iter().find(fits)?;
                self.value(shape, value, key, above)
            }
            (Shape::List(item), None) => {
                let item = self.value(item, None, key, above)?;
                Some(Tree::List(vec![item]))
            }
            (Shape::Named(item), Some(Value::Mapping(pairs))) => {
                let pairs = pairs.iter().filter_map(|(name, value)| {
                    let value = self.value(item, Some(value), key, above)?;
                    Some((plain(name), value))
                });
                Some(Tree::Map(pairs.collect()))
            }
            (Shape::Record(record), Some(Value::String(text))) => {
                let field = record.find("text").or_else(|| record.find("say"));
                let field = field.or_else(|| record.find("label"));
                let key = field.map(|field| place(record, field))?;
                // What only a short form says, such as a time, has words of its own.
                Some(self.mark(&key, Some(text)))
            }
            (Shape::Record(record), _) => self.record(record, value, above),
            (_, Some(value)) => Some(Tree::Fixed(serde_json::json!(value).to_string())),
            (_, None) => None,
        }
    }

    fn record(
        &mut self,
        record: &'static RecordShape,
        value: Option<&Value>,
        above: &mut Vec<&'static str>,
    ) -> Option<Tree> {
        // A requirement holds requirements; only those of the reference are followed.
        if above.contains(&record.name) && value.is_none() {
            return None;
        }
        above.push(record.name);
        let kept = self.kept(record);
        let mut pairs = Vec::new();
        let mut whole = true;
        for field in record.fields.iter().filter(|field| kept(field)) {
            let own = value.and_then(|value| value.get(field.en));
            if own.is_none() && is_channel(field) {
                continue; // A channel has one kind.
            }
            let shape = (field.shape)();
            let made = match (own, &shape) {
                // A test of the rules is read by nobody but `check`.
                (Some(own), _) if field.en == "tests" => {
                    Some(Tree::Fixed(serde_json::json!(own).to_string()))
                }
                (Some(own), Shape::Id) => Some(Tree::Fixed(plain(own))),
                (None, Shape::Id) => {
                    self.ids += 1;
                    let number = self.ids;
                    let wanted = field.en == "id";
                    wanted.then(|| Tree::Fixed(format!("butir-{number}")))
                }
                (None, Shape::Date) if field.required => Some(Tree::Fixed("2025-02-01".to_owned())),
                _ => self.value(&shape, own, &place(record, field), above),
            };
            whole &= made.is_some() || !field.required;
            pairs.extend(made.map(|made| (field.en.to_owned(), made)));
        }
        above.pop();
        (whole && !pairs.is_empty()).then_some(Tree::Map(pairs))
    }

    /// Which fields of a record are written.
    fn kept(&self, record: &'static RecordShape) -> impl Fn(&&'static Field) -> bool + use<> {
        let share = self.share;
        let optional = |field: &&Field| !field.required && is_text(&(field.shape)());
        let texts: Vec<&str> = record
            .fields
            .iter()
            .filter(optional)
            .map(|field| field.en)
            .collect();
        move |field| match share {
            Share::All => true,
            _ if KEPT.contains(&field.en) => true,
            Share::One(number, _) if optional(field) => {
                texts.get(number % texts.len()) == Some(&field.en)
            }
            Share::One(_, numbers) => {
                let number = matches!(
                    (field.shape)(),
                    Shape::Integer | Shape::Number | Shape::Date
                );
                field.required || numbers == Numbers::Kept || !number
            }
        }
    }

    fn address(&mut self, shape: &Shape, key: &str) -> Tree {
        let mark = name(self.marks.len());
        let written = match shape {
            Shape::Url => format!("https://{mark}.example/"),
            _ => format!("static/{mark}.png"),
        };
        let made = self.mark(key, None);
        if let Some(mark) = self.marks.last_mut() {
            mark.tries[0].0 = written;
        }
        made
    }

    /// The words of a translation for every text of an original.
    pub fn translation(&mut self, original: &Tree) -> Option<Tree> {
        match original {
            Tree::Marked(index) => {
                let key = format!("en {}", self.marks[*index].key);
                Some(self.mark(&key, None))
            }
            Tree::Fixed(_) => None,
            Tree::Map(pairs) => {
                let pairs = pairs.iter();
                let pairs =
                    pairs.filter_map(|(key, value)| Some((key.clone(), self.translation(value)?)));
                let pairs: Vec<_> = pairs.collect();
                (!pairs.is_empty()).then_some(Tree::Map(pairs))
            }
            Tree::List(items) if items.iter().all(|item| matches!(item, Tree::Marked(_))) => {
                let items = items.iter().filter_map(|item| self.translation(item));
                Some(Tree::List(items.collect()))
            }
            Tree::List(items) => {
                let items = items.iter().filter_map(|item| {
                    let Tree::Map(pairs) = item else { return None };
                    let (_, id) = pairs.iter().find(|(key, _)| key == "id")?;
                    let Tree::Fixed(id) = id else { return None };
                    Some((id.clone(), self.translation(item)?))
                });
                let items: Vec<_> = items.collect();
                (!items.is_empty()).then_some(Tree::Map(items))
            }
        }
    }
}

/// Whether a field is the number or address of a channel, of which each has one.
fn is_channel(field: &Field) -> bool {
    let mut kinds = ChannelKind::CHOICES.iter();
    kinds.any(|kind| kind.en == field.en && kind.id == field.id)
}

/// Whether a shape is a text, or texts.
pub fn is_text(shape: &Shape) -> bool {
    match shape {
        Shape::Text | Shape::Markdown | Shape::Lines | Shape::Url | Shape::FilePath => true,
        Shape::List(item) => is_text(item),
        _ => false,
    }
}

/// How a field is called: "service.title".
pub fn place(record: &RecordShape, field: &Field) -> String {
    format!("{}.{}", record.name, field.en)
}

/// A word that stands nowhere else, of letters alone: a number would be compared with others.
fn name(index: usize) -> String {
    let letters: Vec<char> = "bcdfghjklmnpqrstvwxz".chars().collect();
    let letter = |place: usize| letters[index / letters.len().pow(place as u32) % letters.len()];
    format!("zq{}{}{}", letter(2), letter(1), letter(0))
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => serde_json::json!(other).to_string(),
    }
}

/// The reference's own text with the mark for its last word, or a number for its last digits: an address must stay one.
fn worked_in(own: &str, mark: &str, index: usize) -> Option<(String, String)> {
    let runs = |is: fn(&char) -> bool| {
        let end = own.rfind(|c| is(&c))? + 1;
        let start = own[..end].rfind(|c| !is(&c)).map_or(0, |at| at + 1);
        Some((start, end))
    };
    match (runs(char::is_ascii_alphabetic), runs(char::is_ascii_digit)) {
        (Some((start, end)), _) => {
            let whole = format!("{}{mark}{}", &own[..start], &own[end..]);
            Some((whole, mark.to_owned()))
        }
        (None, Some((start, end))) => {
            let start = start.max(end.saturating_sub(3));
            let digits = format!("{:03}", 100 + index % 900);
            let digits = &digits[..end - start];
            let whole = format!("{}{digits}{}", &own[..start], &own[end..]);
            Some((whole.clone(), whole))
        }
        _ => None,
    }
}
