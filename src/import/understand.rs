//! The words of a [`Sheet`] → the service they describe, as far as they can be read in one way.

use serde_json::{Map, Value, json};

use super::draft::Draft;
use super::papers::Papers;
use super::sheet::{Component, Sheet};

/// What a page says about a service, as data.
pub fn understand(sheet: &Sheet, _papers: &Papers) -> Draft {
    let mut service = Map::new();
    service.insert(
        "title".to_owned(),
        sheet.title.clone().map_or(Value::Null, Value::String),
    );
    if let Some(number) = &sheet.decree {
        service.insert("decree".to_owned(), json!({ "number": number }));
    }
    for part in &sheet.parts {
        let texts: Vec<Value> = part
            .lines
            .iter()
            .map(|line| json!({ "text": line.text }))
            .collect();
        let (key, value) = match part.component {
            Component::Requirements => ("requirements", Value::from(texts)),
            Component::Procedure => ("procedure", Value::from(texts)),
            _ => continue,
        };
        service.insert(key.to_owned(), value);
    }
    Draft {
        service,
        ..Draft::default()
    }
}
