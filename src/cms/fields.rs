//! From a form to the fields of the editor's configuration.

use serde_json::{Value, json};

use super::form::{Entry, Form, Length, Record};
use crate::diagnostic::{Lang, Message, say};

/// The group of what is not among the first parts of a form.
pub const MORE: &str = "lanjutan";
/// The parts that are known to be missing.
pub const NOTHING: &str = "belum_ada";
/// The doubts that an import left.
pub const DOUBTS: &str = "keraguan";
/// The text of the file, and the place of an item in it: in no form, and brought back when the file is written.
pub const ORIGIN: &str = "asal";
/// See [`ORIGIN`].
pub const PLACE: &str = "_no";
/// The name of a value whose name the author chooses, and a value that is no record.
pub const NAME: &str = "_nama";
/// See [`NAME`].
pub const VALUE: &str = "_isi";

/// Writes fields in a language.
#[derive(Debug, Clone, Copy)]
pub struct Fields(pub Lang);

impl Fields {
    /// The fields of a file: first those of `first` in its order, the others in one group below.
    pub fn of_file(self, record: &Record, first: &[&str], body: Option<&str>) -> Value {
        let place = |entry: &&Entry| first.iter().position(|en| *en == entry.field.en);
        let mut top: Vec<&Entry> = record
            .fields
            .iter()
            .filter(|e| place(e).is_some())
            .collect();
        top.sort_by_key(place);
        let mut fields: Vec<Value> = top.into_iter().map(|entry| self.entry(entry)).collect();
        let rest = record.fields.iter().filter(|e| place(e).is_none());
        let rest = rest.filter(|entry| Some(entry.key) != body);
        let mut rest: Vec<Value> = rest.map(|entry| self.entry(entry)).collect();
        if let Some(body) = body {
            let about = say!("Tulisan di bawah (Markdown)", "The text below (Markdown)");
            rest.push(self.named("text", body, &about));
        }
        rest.push(self.nothing(record));
        let about = say!(
            "Pertanyaan, dasar hukum, uji, dan yang lain",
            "Questions, legal basis, tests and the rest"
        );
        let mut more = self.named("object", MORE, &about);
        more["fields"] = rest.into();
        more["collapsed"] = true.into();
        fields.push(more);
        fields.push(hidden(ORIGIN));
        fields.into()
    }

    /// The doubts that an import left, to be struck out one by one.
    pub fn doubts(self) -> Value {
        let about = say!(
            "Diragukan saat impor: periksa, perbaiki isinya, lalu hapus dari daftar ini",
            "In doubt when it was imported: check, mend, then delete it from this list"
        );
        let mut field = self.named("list", DOUBTS, &about);
        field["allow_add"] = false.into();
        field["field"] = json!({"name": VALUE, "label": "", "widget": "text"});
        field
    }

    /// The fields of a file that is a list, under one name.
    pub fn of_list(self, name: &str, about: &Message, list: &Form) -> Value {
        let mut field = self.named("list", name, about);
        self.fill(&mut field, list);
        json!([field, hidden(ORIGIN)])
    }

    /// The keys of a record that may be known to be missing.
    fn nothing(self, record: &Record) -> Value {
        let about = say!(
            "Bagian yang memang belum ada di dinas; halaman mengatakannya",
            "Parts that the agency is known to have none of; the page says so"
        );
        let mut field = self.named("select", NOTHING, &about);
        let free = record.fields.iter().filter(|entry| !entry.field.required);
        let options: Vec<Value> = free
            .map(|entry| json!({"label": title(entry.key), "value": entry.key}))
            .collect();
        field["options"] = options.into();
        field["multiple"] = true.into();
        field
    }

    /// A key of a record.
    fn entry(self, entry: &Entry) -> Value {
        let about = match self.0 {
            Lang::Id => entry.field.about_id,
            Lang::En => entry.field.about_en,
        };
        let mut field = self.field(widget(&entry.form), entry.key, about);
        field["required"] = entry.required.into();
        self.fill(&mut field, &entry.form);
        field
    }

    fn named(self, widget: &str, name: &str, about: &Message) -> Value {
        self.field(widget, name, about.get(self.0))
    }

    fn field(self, widget: &str, name: &str, about: &str) -> Value {
        json!({
            "name": name,
            "label": title(name),
            "widget": widget,
            "hint": about,
            "required": false,
        })
    }

    /// What a field needs beside its name.
    fn fill(self, field: &mut Value, form: &Form) {
        match form {
            Form::Plain(Some(pattern)) => {
                let like = pattern.says;
                let says = say!("Tulis seperti: {like}", "Write it like: {like}");
                field["pattern"] = json!([pattern.is, says.get(self.0)]);
            }
            Form::Choice(words) => {
                let words: Vec<&str> = words.iter().filter_map(|w| w.first().copied()).collect();
                let options = words
                    .iter()
                    .map(|word| json!({"label": title(word), "value": word}));
                field["options"] = options.collect();
            }
            Form::Record(record) => {
                field["fields"] = self.record(record);
                field["collapsed"] = true.into();
            }
            Form::List(of) | Form::Rows(of) => self.list(field, of),
            Form::Lines => self.list(field, &Form::Text(Length::Paragraph)),
            Form::Named(of) => self.list_of_named(field, of),
            Form::Text(_) | Form::Plain(None) | Form::Rule => {}
        }
    }

    fn record(self, record: &Record) -> Value {
        record
            .fields
            .iter()
            .map(|entry| self.entry(entry))
            .collect()
    }

    /// The items of a list.
    fn list(self, field: &mut Value, of: &Form) {
        match of {
            Form::Record(record) => {
                let mut fields = record
                    .fields
                    .iter()
                    .map(|e| self.entry(e))
                    .collect::<Vec<_>>();
                fields.push(hidden(PLACE));
                let line = record
                    .short
                    .or_else(|| record.fields.first().map(|e| e.key));
                field["summary"] = format!("{{{{fields.{}}}}}", line.unwrap_or_default()).into();
                field["fields"] = fields.into();
                field["collapsed"] = true.into();
            }
            other => {
                let mut one = json!({"name": VALUE, "label": "", "widget": widget(other)});
                self.fill(&mut one, other);
                field["field"] = one;
            }
        }
    }

    /// Values under names of the author.
    fn list_of_named(self, field: &mut Value, of: &Form) {
        let about = say!("Nama pendek", "A short name");
        let mut name = self.named("string", NAME, &about);
        name["label"] = about.get(self.0).into();
        name["required"] = true.into();
        let mut fields = vec![name];
        match of {
            Form::Record(record) => fields.extend(record.fields.iter().map(|e| self.entry(e))),
            other => {
                let about = say!("Isi", "Value");
                let mut value = self.named(widget(other), VALUE, &about);
                value["label"] = about.get(self.0).into();
                self.fill(&mut value, other);
                fields.push(value);
            }
        }
        fields.push(hidden(PLACE));
        field["summary"] = format!("{{{{fields.{NAME}}}}}").into();
        field["fields"] = fields.into();
        field["collapsed"] = true.into();
    }
}

fn hidden(name: &str) -> Value {
    json!({"name": name, "widget": "hidden"})
}

/// The editor's name for how a value is typed.
fn widget(form: &Form) -> &'static str {
    match form {
        Form::Text(Length::Paragraph) => "text",
        Form::Text(Length::Line) | Form::Plain(_) | Form::Rule => "string",
        Form::Choice(_) => "select",
        Form::List(_) | Form::Rows(_) | Form::Lines | Form::Named(_) => "list",
        Form::Record(_) => "object",
    }
}

/// A key as a heading: `nama_lain` is "Nama lain".
fn title(key: &str) -> String {
    let words = key.trim_start_matches('_').replace('_', " ");
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
