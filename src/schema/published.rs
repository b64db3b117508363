//! The schema of what leaves the program as JSON: the same shapes, each value in one form and each key in English.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::model::shape::{Field, RecordShape, Shape};
use crate::parse::file_shapes;

/// Records of which nothing is published.
const UNPUBLISHED: [&str; 1] = ["test"];

/// The JSON Schema (draft-07) of the files below `/api/v1/`: a file is one of several, as its name says.
pub fn published() -> Value {
    let mut writer = Writer::default();
    let shapes: BTreeMap<&str, Shape> = file_shapes().into_iter().collect();
    let mut of = |kind: &str| shapes.get(kind).map(|shape| writer.shape(shape));
    let (service, agency, site) = (of("service"), of("agency"), of("site"));
    let lists = [
        ("documents", of("documents")),
        ("questions", of("questions")),
        ("regulations", of("regulations")),
        ("categories", of("categories")),
        ("life_events", of("life-events")),
        ("holidays", of("holidays")),
    ];
    let mut definitions: Map<String, Value> = Map::new();
    let mut define = |name: &str, value: Value| definitions.insert(name.to_owned(), value);
    define("service_file", service_file(&json!(service)));
    define("services_file", services_file());
    let agencies = json!({"type": "object", "additionalProperties": agency});
    define(
        "agencies_file",
        with_translations(&[("pages", by_name(pages())), ("agencies", agencies)]),
    );
    let mut of_lists = vec![("site", json!(site))];
    of_lists.extend(lists.map(|(name, shape)| (name, json!(shape))));
    define("lists_file", with_translations(&of_lists));
    define("item", item());
    define("rules", rules());
    let records = writer.definitions.into_iter();
    definitions.extend(records.map(|(name, record)| (name.to_owned(), record)));
    let files = [
        "service_file",
        "services_file",
        "agencies_file",
        "lists_file",
    ];
    let any: Vec<Value> = files.iter().map(|name| reference(name)).collect();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Maklumat: /api/v1/",
        "description": "A key that is absent was not written; `null` is known to be missing. Translations stand beside the records, by the JSON Pointer (RFC 6901) of each text.",
        "anyOf": any,
        "definitions": definitions,
    })
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/definitions/{name}")})
}

fn text(description: &str) -> Value {
    json!({"type": "string", "description": description})
}

fn one_of(words: &[&str], description: &str) -> Value {
    json!({"enum": words, "description": description})
}

fn list(items: &Value) -> Value {
    json!({"type": "array", "items": items})
}

fn by_name(value: Value) -> Value {
    json!({"type": "object", "additionalProperties": value})
}

/// An object with these keys and no others; those that end in `?` may be absent.
fn object(keys: &[(&str, Value)]) -> Value {
    let required = keys.iter().filter(|(key, _)| !key.ends_with('?'));
    let required: Vec<&str> = required.map(|(key, _)| *key).collect();
    let properties = keys.iter();
    let properties = properties.map(|(key, of)| (key.trim_end_matches('?').to_owned(), of.clone()));
    json!({
        "type": "object",
        "properties": properties.collect::<Map<String, Value>>(),
        "additionalProperties": false,
        "required": required,
    })
}

fn pages() -> Value {
    let page = json!({"type": "string"});
    json!({"type": "object", "description": "The page in each language, by language tag.", "additionalProperties": page})
}

fn number() -> Value {
    json!({"type": "integer"})
}

/// A file of records: what every file has, and these keys.
fn with_translations(keys: &[(&str, Value)]) -> Value {
    let translation = by_name(json!({"type": "string"}));
    let mut all = vec![
        ("$schema", text("Where this schema stands.")),
        (
            "language",
            text("The language of the texts, as a BCP 47 tag."),
        ),
    ];
    all.extend(keys.iter().cloned());
    all.push(("translations?", by_name(translation)));
    object(&all)
}

fn service_file(standard: &Value) -> Value {
    let agency = object(&[
        (
            "id",
            text(
                "The agency in agencies.json; where the service says nothing of its decree or of channels for complaints, those of the agency hold.",
            ),
        ),
        ("name", text("Its name.")),
    ]);
    with_translations(&[
        (
            "id",
            text("AGENCY/SERVICE; it stays as long as the file is not renamed."),
        ),
        (
            "version",
            text(
                "The first eight digits of the SHA-256 of the service's file, as it is printed on paper.",
            ),
        ),
        ("dated?", date("The latest of its changes and its review.")),
        ("agency", agency),
        ("pages", pages()),
        ("links", by_name(text("The same service in other forms."))),
        ("standard", standard.clone()),
        ("items", list(&reference("item"))),
        ("rules?", reference("rules")),
    ])
}

fn services_file() -> Value {
    let names = list(&json!({"type": "string"}));
    let service = object(&[
        ("id", text("AGENCY/SERVICE.")),
        ("title", text("Its name.")),
        ("summary?", text("One sentence about it.")),
        ("agency", text("The agency in agencies.json.")),
        (
            "status",
            one_of(
                &["active", "suspended", "withdrawn", "draft"],
                "Whether it can be used.",
            ),
        ),
        ("category?", text("A category of lists.json.")),
        ("life_events?", names.clone()),
        ("offered_at?", names.clone()),
        ("aliases?", names),
        ("dated?", date("The latest of its changes and its review.")),
        ("pages", pages()),
        ("data", text("The whole service as JSON.")),
        ("translations?", by_name(by_name(json!({"type": "string"})))),
    ]);
    object(&[
        ("$schema", text("Where this schema stands.")),
        (
            "language",
            text("The language of the texts, as a BCP 47 tag."),
        ),
        ("total", number()),
        ("next?", text("The file with further services.")),
        ("services", list(&service)),
    ])
}

fn item() -> Value {
    let roles = [
        "paper",
        "criterion",
        "prior_action",
        "attendance",
        "payment",
        "group",
        "step",
        "case",
        "price",
        "channel",
        "office",
    ];
    object(&[
        (
            "path",
            text("Its name in `rules` and on the page: the list and its number."),
        ),
        ("number", text("Its number in the standard.")),
        (
            "role",
            one_of(&roles, "What it is; what one brings are the papers."),
        ),
        ("at", text("The JSON Pointer of its record in this file.")),
        ("id?", text("The name that stays when the order changes.")),
        (
            "group?",
            text("The path of the group of which it is a part."),
        ),
        (
            "when?",
            text("When it holds, with the conditions of its groups, in words."),
        ),
        ("must?", text("What it demands, in words.")),
        (
            "otherwise?",
            one_of(
                &["not_eligible", "not_needed", "do_first"],
                "The verdict if it fails.",
            ),
        ),
    ])
}

fn rules() -> Value {
    let values = list(&json!({"type": "string"}));
    let answer = object(&[
        ("value", text("The name of the answer.")),
        ("from?", json!({"type": "number"})),
        ("to?", json!({"type": "number"})),
    ]);
    let question = object(&[
        (
            "id",
            text("The id of a question in `standard` or in lists.json."),
        ),
        (
            "kind",
            one_of(
                &["yes_no", "choice", "number"],
                "A number is answered with one of its bands.",
            ),
        ),
        ("answers", list(&answer)),
        ("sensitive?", json!({"type": "boolean"})),
    ]);
    let decision = json!({
        "anyOf": [list(&by_name(values)), {"type": "null"}],
        "description": "Made once the answers match a term: each question that the term names is answered with one of its values. `null` has too many terms and is never made.",
    });
    let states = ["needed", "not_needed", "not_concerned", "met", "failed"];
    let state = object(&[
        (
            "state",
            one_of(
                &states,
                "The first whose decision is made is the item's state; none: maybe.",
            ),
        ),
        ("decision", number()),
    ]);
    let verdicts = ["not_eligible", "not_needed", "ask_first", "do_first"];
    let verdict = object(&[
        (
            "verdict",
            one_of(
                &verdicts,
                "From the heaviest down. If `reached` is made it is the verdict; else, unless all of `passed` are made, it is incomplete. Below the last it is eligible.",
            ),
        ),
        ("reached", number()),
        ("passed", list(&number())),
    ]);
    object(&[
        ("questions", list(&question)),
        ("decisions", list(&decision)),
        ("items", by_name(list(&state))),
        ("verdicts", list(&verdict)),
        ("notices", list(&number())),
        ("idle", by_name(list(&number()))),
    ])
}

fn date(description: &str) -> Value {
    let mut date = pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    date["description"] = json!(description);
    date
}

fn pattern(pattern: &str) -> Value {
    json!({"type": "string", "pattern": pattern})
}

/// Gathers the definitions of records while shapes are written.
#[derive(Debug, Default)]
struct Writer {
    definitions: BTreeMap<&'static str, Value>,
}

impl Writer {
    fn shape(&mut self, shape: &Shape) -> Value {
        match shape {
            Shape::Text | Shape::Markdown | Shape::Url | Shape::FilePath => {
                json!({"type": "string"})
            }
            Shape::Id => pattern("^[A-Za-z0-9][A-Za-z0-9_-]*$"),
            Shape::Integer => number(),
            Shape::Number => json!({"type": "number"}),
            Shape::Boolean => json!({"type": "boolean"}),
            Shape::Date => pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
            Shape::Time => pattern("^[0-9]{1,2}[:.][0-9]{2}$"),
            Shape::Condition => json!({"type": ["string", "object"]}),
            Shape::Choice(choices) => {
                let words: Vec<&str> = choices.iter().map(|choice| choice.en).collect();
                json!({"enum": words})
            }
            Shape::List(item) => list(&self.shape(item)),
            Shape::Lines => list(&json!({"type": "string"})),
            Shape::Named(value) => by_name(self.shape(value)),
            Shape::Record(record) => self.record(record),
            Shape::Any(shapes) => {
                let any: Vec<Value> = shapes.iter().map(|shape| self.shape(shape)).collect();
                json!({"anyOf": any})
            }
        }
    }

    /// A reference to a record, which becomes a definition the first time it is met.
    fn record(&mut self, record: &'static RecordShape) -> Value {
        if !self.definitions.contains_key(record.name) {
            // A record may hold itself: the name is taken before its keys are written.
            self.definitions.insert(record.name, Value::Null);
            let definition = self.object(record);
            self.definitions.insert(record.name, definition);
        }
        reference(record.name)
    }

    fn object(&mut self, record: &RecordShape) -> Value {
        let published = record.fields.iter().filter(|field| is_published(field));
        let mut properties = Map::new();
        let mut required = Vec::new();
        for field in published {
            let value = self.shape(&(field.shape)());
            let mut any = vec![value];
            if field.required {
                required.push(field.en);
            } else {
                any.push(json!({"type": "null"}));
            }
            let property = json!({"description": field.about_en, "anyOf": any});
            properties.insert(field.en.to_owned(), property);
        }
        json!({
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
            "required": required,
        })
    }
}

fn is_published(field: &Field) -> bool {
    let name = match (field.shape)() {
        Shape::Record(record) => record.name,
        Shape::List(item) => match *item {
            Shape::Record(record) => record.name,
            _ => "",
        },
        _ => "",
    };
    !UNPUBLISHED.contains(&name)
}
