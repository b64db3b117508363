//! From a declared shape to a form: what the editor's fields and the reading of its files are both written from.

use serde_json::{Value, json};

use crate::diagnostic::Lang;
use crate::model::YES_NO;
use crate::model::shape::{Choice, Field, RecordShape, Shape};

/// How often a record may stand within itself: a group of requirements holds requirements, and no groups.
const DEEPEST: usize = 2;

/// A value as a form shows it.
#[derive(Debug, Clone)]
pub enum Form {
    /// A text: short, or of several lines.
    Text(Length),
    /// A number, a date, a name: never in quotes, and with a pattern where there is one.
    Plain(Option<Pattern>),
    /// One of fixed values: the words of each, the language's own first.
    Choice(Vec<Vec<&'static str>>),
    /// A rule: a sentence, or a mapping in braces.
    Rule,
    /// A list.
    List(Box<Form>),
    /// A list of rows, or one row alone.
    Rows(Box<Form>),
    /// A text or several.
    Lines,
    /// Values under names that the author chooses.
    Named(Box<Form>),
    /// A record.
    Record(Record),
}

/// How much room a text gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// One line.
    Line,
    /// Several.
    Paragraph,
}

/// What a value must look like, and what is said if it does not.
#[derive(Debug, Clone, Copy)]
pub struct Pattern {
    /// A regular expression.
    pub is: &'static str,
    /// An example, or a description.
    pub says: &'static str,
}

/// A record with the keys that a form shows.
#[derive(Debug, Clone)]
pub struct Record {
    /// Its keys.
    pub fields: Vec<Entry>,
    /// The key that holds what the short form says.
    pub short: Option<&'static str>,
    /// Whether a new one is written in its short form.
    pub brief: bool,
}

/// A key of a record.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The declared field.
    pub field: &'static Field,
    /// The key in the form's language.
    pub key: &'static str,
    /// Whether a record without it is refused.
    pub required: bool,
    /// The form of its value.
    pub form: Form,
}

/// The form of a shape in a language; `None` where no form can show it.
pub fn form(shape: &Shape, lang: Lang) -> Option<Form> {
    Maker {
        lang,
        inside: Vec::new(),
    }
    .of(shape)
}

/// Makes a form from the outside in.
struct Maker {
    lang: Lang,
    /// The records around the present place.
    inside: Vec<&'static str>,
}

impl Maker {
    fn of(&mut self, shape: &Shape) -> Option<Form> {
        Some(match shape {
            Shape::Text => Form::Text(Length::Line),
            Shape::Markdown => Form::Text(Length::Paragraph),
            Shape::Id => plain("^[A-Za-z0-9][A-Za-z0-9_-]*$", "huruf, angka, - dan _"),
            Shape::Integer => plain("^-?[0-9]+$", "12"),
            Shape::Number => plain("^-?[0-9]+([.,][0-9]+)?$", "12,5"),
            Shape::Date => plain("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "2026-11-22"),
            Shape::Time => plain("^[0-9]{1,2}[:.][0-9]{2}$", "08:30"),
            Shape::Url => plain("^(https?://|mailto:|tel:)", "https://contoh.example"),
            Shape::FilePath => plain("^static/.", "static/berkas.pdf"),
            Shape::Boolean => Form::Choice(self.yes_no()),
            Shape::Condition => Form::Rule,
            Shape::Choice(choices) => Form::Choice(self.words(choices)),
            Shape::List(item) => Form::List(Box::new(self.of(item)?)),
            Shape::Lines => Form::Lines,
            Shape::Named(value) => Form::Named(Box::new(self.of(value)?)),
            Shape::Record(record) => Form::Record(self.record(record)?),
            Shape::Any(shapes) => return self.any(shapes),
        })
    }

    /// One of several shapes: the fullest that a form can show.
    fn any(&mut self, shapes: &[Shape]) -> Option<Form> {
        match shapes {
            [Shape::List(row), Shape::Record(_)] => Some(Form::Rows(Box::new(self.of(row)?))),
            [list @ Shape::List(_), ..] => self.of(list),
            [Shape::Record(record), Shape::Id] => {
                let Record { mut fields, .. } = self.record(record)?;
                let short = fields.first().map(|entry| entry.key);
                // Alone it names a record that stands elsewhere.
                for entry in &mut fields {
                    entry.required &= Some(entry.key) == short;
                }
                Some(Form::Record(Record {
                    fields,
                    short,
                    brief: true,
                }))
            }
            _ => Some(Form::Plain(None)),
        }
    }

    fn record(&mut self, record: &'static RecordShape) -> Option<Record> {
        let around = self.inside.iter().filter(|name| **name == record.name);
        if around.count() >= DEEPEST {
            return None;
        }
        self.inside.push(record.name);
        let fields = record.fields.iter().filter_map(|field| {
            let form = self.of(&(field.shape)())?;
            let form = match form {
                Form::Text(_) => Form::Text(length(field)),
                other => other,
            };
            Some(Entry {
                field,
                key: field.name(self.lang),
                required: field.required,
                form,
            })
        });
        let fields: Vec<Entry> = fields.collect();
        self.inside.pop();
        let short = record.short.and_then(|_| short_key(record));
        Some(Record {
            fields,
            short: short.map(|field| field.name(self.lang)),
            brief: false,
        })
    }

    fn yes_no(&self) -> Vec<Vec<&'static str>> {
        let both = YES_NO.iter().map(|word| match self.lang {
            Lang::Id => vec![word.id, word.said, word.en],
            Lang::En => vec![word.en, word.said, word.id],
        });
        both.collect()
    }

    fn words(&self, choices: &'static [Choice]) -> Vec<Vec<&'static str>> {
        let both = choices.iter().map(|choice| match self.lang {
            Lang::Id => vec![choice.id, choice.en],
            Lang::En => vec![choice.en, choice.id],
        });
        both.collect()
    }
}

fn plain(is: &'static str, says: &'static str) -> Form {
    Form::Plain(Some(Pattern { is, says }))
}

/// The key whose text a short form is: the first that a record must have, else its sentence.
pub fn short_key(record: &RecordShape) -> Option<&'static Field> {
    let mut fields = record.fields.iter();
    let demanded = fields.find(|field| field.required);
    let said = |name: &str| record.fields.iter().find(|field| field.en == name);
    demanded.or_else(|| said("text")).or_else(|| said("say"))
}

/// The texts that are sentences.
fn length(field: &Field) -> Length {
    const SENTENCES: [&str; 14] = [
        "text",
        "note",
        "say",
        "summary",
        "interpretation",
        "follow_up",
        "status_note",
        "ask",
        "question",
        "answer",
        "help",
        "hint",
        "body",
        "alt",
    ];
    match SENTENCES.contains(&field.en) {
        true => Length::Paragraph,
        false => Length::Line,
    }
}

impl Form {
    /// What the script that reads and writes the files is told.
    pub fn data(&self) -> Value {
        match self {
            Self::Text(_) => json!({"as": "text"}),
            Self::Plain(_) => json!({"as": "plain"}),
            Self::Choice(words) => json!({"as": "choice", "words": words}),
            Self::Rule => json!({"as": "rule"}),
            Self::List(of) => json!({"as": "list", "of": of.data()}),
            Self::Rows(of) => json!({"as": "rows", "of": of.data()}),
            Self::Lines => json!({"as": "lines"}),
            Self::Named(of) => json!({"as": "named", "of": of.data()}),
            Self::Record(record) => record.data(),
        }
    }
}

impl Record {
    fn data(&self) -> Value {
        let fields: Vec<Value> = self.fields.iter().map(Entry::data).collect();
        let mut data = json!({"as": "record", "fields": fields});
        if let Some(short) = self.short {
            data["short"] = short.into();
        }
        if self.brief {
            data["brief"] = true.into();
        }
        data
    }
}

impl Entry {
    fn data(&self) -> Value {
        let other = match self.key == self.field.en {
            true => self.field.id,
            false => self.field.en,
        };
        json!({"key": self.key, "other": other, "form": self.form.data()})
    }
}
