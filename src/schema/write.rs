//! From a declared shape to a JSON Schema.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::model::shape::{Choice, Field, RecordShape, Shape};

/// Gathers the definitions of records while shapes are written.
#[derive(Debug, Default)]
pub(super) struct Writer {
    definitions: BTreeMap<&'static str, Value>,
}

impl Writer {
    /// The whole schema of a kind of file, around its body.
    pub(super) fn finish(self, kind: &str, body: Value) -> Value {
        let mut schema = Map::new();
        schema.insert(
            "$schema".to_owned(),
            json!("http://json-schema.org/draft-07/schema#"),
        );
        schema.insert("title".to_owned(), json!(format!("Maklumat: {kind}")));
        if let Value::Object(body) = whole(body) {
            schema.extend(body);
        }
        schema.insert("definitions".to_owned(), json!(self.definitions));
        Value::Object(schema)
    }

    /// The schema of a shape. Nothing (`null`) does not fit it: that is said where a key allows it.
    pub(super) fn shape(&mut self, shape: &Shape) -> Value {
        match shape {
            Shape::Text | Shape::Markdown => scalar(),
            Shape::Id => pattern(&["string", "integer"], "^[A-Za-z0-9][A-Za-z0-9_-]*$"),
            Shape::Integer => pattern(&["integer", "string"], "^-?[0-9]+$"),
            Shape::Number => pattern(&["number", "string"], "^-?[0-9]+([.,][0-9]+)?$"),
            Shape::Boolean => boolean(),
            Shape::Date => pattern(&["string"], "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
            // `08.30` without quotes is a number to an editor.
            Shape::Time => pattern(&["string", "number"], "^[0-9]{1,2}[:.][0-9]{2}$"),
            Shape::Url => pattern(&["string"], "^\\s*(https?://|mailto:|tel:)"),
            Shape::FilePath => pattern(&["string"], "^static/."),
            Shape::Condition => condition(),
            Shape::Choice(choices) => json!({"enum": words(choices)}),
            Shape::List(item) => json!({"type": "array", "items": self.shape(item)}),
            Shape::Lines => json!({"anyOf": [scalar(), {"type": "array", "items": scalar()}]}),
            Shape::Named(value) => json!({
                "type": "object",
                "propertyNames": {"pattern": "^[A-Za-z0-9][A-Za-z0-9_-]*$"},
                "additionalProperties": self.shape(value),
            }),
            Shape::Record(record) => self.record(record),
            Shape::Any(shapes) => {
                let any: Vec<Value> = shapes.iter().map(|shape| self.shape(shape)).collect();
                json!({"anyOf": any})
            }
        }
    }

    /// The schema of a list's item on its own, which may do without the key `spared`; or of the list.
    pub(super) fn one_or_list(&mut self, list: &Shape, spared: &str) -> Value {
        let listed = self.shape(list);
        match list {
            Shape::List(item) => match item.as_ref() {
                Shape::Record(record) => {
                    let one = self.object(record, &|field| field.required && field.en != spared);
                    json!({"anyOf": [one, listed]})
                }
                _ => listed,
            },
            _ => listed,
        }
    }

    /// A reference to a record, which becomes a definition the first time it is met.
    fn record(&mut self, record: &'static RecordShape) -> Value {
        if !self.definitions.contains_key(record.name) {
            // A record may hold itself: the name is taken before its keys are written.
            self.definitions.insert(record.name, Value::Null);
            let object = self.object(record, &|field| field.required);
            let definition = match record.short {
                Some(short) => json!({"anyOf": [self.shape(&short()), object]}),
                None => object,
            };
            self.definitions.insert(record.name, definition);
        }
        json!({"$ref": format!("#/definitions/{}", record.name)})
    }

    /// The mapping of a record's keys.
    fn object(&mut self, record: &RecordShape, required: &dyn Fn(&Field) -> bool) -> Value {
        let mut properties = Map::new();
        let mut demands = Vec::new();
        for field in record.fields {
            let fit = if required(field) { whole } else { or_null };
            let property = self.property(field, fit);
            properties.insert(field.id.to_owned(), property.clone());
            properties.insert(field.en.to_owned(), property);
            if required(field) {
                demands.push(demand(field));
            }
        }
        let mut object = Map::new();
        object.insert("title".to_owned(), json!(record.name));
        object.insert("type".to_owned(), json!("object"));
        object.insert("properties".to_owned(), Value::Object(properties));
        object.insert("additionalProperties".to_owned(), json!(false));
        if !demands.is_empty() {
            object.insert("allOf".to_owned(), json!(demands));
        }
        Value::Object(object)
    }

    /// The schema of a key's value, with what the key means in both languages. `fit` is [`whole`] or [`or_null`].
    fn property(&mut self, field: &Field, fit: fn(Value) -> Value) -> Value {
        let mut property = Map::new();
        property.insert("description".to_owned(), json!(description(field)));
        if let Value::Object(value) = fit(self.shape(&(field.shape)())) {
            property.extend(value);
        }
        Value::Object(property)
    }
}

fn description(field: &Field) -> String {
    if field.about_id == field.about_en {
        field.about_id.to_owned()
    } else {
        format!("{} — {}", field.about_id, field.about_en)
    }
}

/// The key in one of its two languages.
fn demand(field: &Field) -> Value {
    if field.en == field.id {
        json!({"required": [field.id]})
    } else {
        json!({"anyOf": [{"required": [field.id]}, {"required": [field.en]}]})
    }
}

/// Any text, number, yes or no, kept as written.
fn scalar() -> Value {
    json!({"type": ["string", "number", "boolean"], "minLength": 1})
}

fn pattern(types: &[&str], pattern: &str) -> Value {
    json!({"type": types, "pattern": pattern})
}

/// Yes or no: a boolean to the editor, or one of the words the program reads, in any case.
fn boolean() -> Value {
    json!({
        "type": ["boolean", "string"],
        "pattern": "^([Yy][Aa]|[Tt][Ii][Dd][Aa][Kk]|[Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$",
        "examples": ["ya", "tidak"],
    })
}

/// An expression, or a mapping (*and*) of questions to values, or a list (*or*) of mappings.
fn condition() -> Value {
    let entries = json!({
        "type": "object",
        "additionalProperties": {"anyOf": [scalar(), {"type": "array", "items": scalar()}]},
    });
    json!({"anyOf": [{"type": ["string", "boolean"]}, entries, {"type": "array", "items": entries}]})
}

/// The fixed values in both languages, each once.
fn words(choices: &[Choice]) -> Vec<&'static str> {
    let mut words = Vec::new();
    for word in choices.iter().flat_map(|choice| [choice.id, choice.en]) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// The same schema where more may stand beside it: draft-07 ignores the neighbours of `$ref`.
fn whole(schema: Value) -> Value {
    match schema.get("$ref") {
        Some(_) => json!({"allOf": [schema]}),
        None => schema,
    }
}

/// The same schema, and nothing: known to be missing.
fn or_null(mut schema: Value) -> Value {
    if let Some(Value::Array(values)) = schema.get_mut("enum") {
        values.push(Value::Null);
    } else if let Some(Value::Array(any)) = schema.get_mut("anyOf") {
        any.push(json!({"type": "null"}));
    } else if let Some(types) = schema.get_mut("type") {
        match types {
            Value::Array(types) => types.push(json!("null")),
            one => *one = json!([one.take(), "null"]),
        }
    } else {
        schema = json!({"anyOf": [schema, {"type": "null"}]});
    }
    schema
}
