//! A validator of the part of JSON Schema draft-07 that the schemas use; any other keyword or pattern is an error.
//!
//! A whole validator would be a dependency of thirty crates that changes the features of those the program itself
//! needs, so that they would be compiled twice.

use serde_json::{Map, Value};

/// The places where a value does not fit a schema, each with the keyword it breaks.
pub fn misfits(root: &Value, value: &Value) -> Vec<String> {
    let mut validator = Validator {
        root,
        misfits: Vec::new(),
    };
    validator.check(root, value, "");
    validator.misfits
}

struct Validator<'a> {
    root: &'a Value,
    misfits: Vec<String>,
}

impl Validator<'_> {
    fn check(&mut self, schema: &Value, value: &Value, at: &str) {
        let schema = schema.as_object().expect("a schema is a mapping");
        if let Some(reference) = schema.get("$ref") {
            let reference = reference.as_str().expect("a reference");
            let target = self.root.pointer(reference.trim_start_matches('#'));
            self.check(target.expect("a definition"), value, at);
            assert_eq!(schema.len(), 1, "draft-07 ignores the neighbours of $ref");
            return;
        }
        for (keyword, rule) in schema {
            if !self.holds(schema, keyword, rule, value, at) {
                self.misfits.push(format!("{at}: {keyword}"));
            }
        }
    }

    fn fits(&self, schema: &Value, value: &Value) -> bool {
        let mut alone = Validator {
            root: self.root,
            misfits: Vec::new(),
        };
        alone.check(schema, value, "");
        alone.misfits.is_empty()
    }

    fn holds(
        &mut self,
        schema: &Map<String, Value>,
        keyword: &str,
        rule: &Value,
        value: &Value,
        at: &str,
    ) -> bool {
        let rules = || rule.as_array().expect("a list").iter();
        match keyword {
            "$schema" | "title" | "description" | "definitions" | "examples" => true,
            "type" => match rule {
                Value::String(_) => is_of(rule, value),
                _ => rules().any(|rule| is_of(rule, value)),
            },
            "enum" => rules().any(|known| known == value),
            "anyOf" => rules().any(|rule| self.fits(rule, value)),
            "allOf" => rules().all(|rule| self.fits(rule, value)),
            "minLength" => value
                .as_str()
                .is_none_or(|text| text.len() as u64 >= rule.as_u64().expect("a number")),
            "pattern" => value.as_str().is_none_or(|text| matches(rule, text)),
            "required" => value.as_object().is_none_or(|map| {
                rules().all(|key| map.contains_key(key.as_str().expect("a key")))
            }),
            "propertyNames" => {
                let names = value.as_object().into_iter().flat_map(Map::keys);
                names
                    .into_iter()
                    .all(|name| self.fits(rule, &Value::from(name.as_str())))
            }
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    self.check(rule, item, &format!("{at}/{number}"));
                }
                true
            }
            "properties" => {
                for (key, item) in value.as_object().into_iter().flatten() {
                    if let Some(rule) = rule.get(key) {
                        self.check(rule, item, &format!("{at}/{key}"));
                    }
                }
                true
            }
            "additionalProperties" => {
                let known = schema.get("properties");
                let others = value.as_object().into_iter().flatten();
                let mut others =
                    others.filter(|(key, _)| known.is_none_or(|known| known.get(key).is_none()));
                match rule {
                    Value::Bool(allowed) => *allowed || others.next().is_none(),
                    _ => others.all(|(_, item)| self.fits(rule, item)),
                }
            }
            _ => panic!("the keyword {keyword} is not known here"),
        }
    }
}

fn is_of(name: &Value, value: &Value) -> bool {
    match name.as_str().expect("the name of a type") {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("the type {other} is not known here"),
    }
}

/// Whether a text fits one of the few patterns.
fn matches(pattern: &Value, text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    match pattern.as_str().expect("a pattern") {
        "^[A-Za-z0-9][A-Za-z0-9_-]*$" => {
            text.starts_with(|c: char| c.is_ascii_alphanumeric()) && text.chars().all(name)
        }
        "^-?[0-9]+$" => digits(text.strip_prefix('-').unwrap_or(text)),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => {
            let parts: Vec<&str> = text.split('-').collect();
            let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
            lengths == [4, 2, 2] && parts.into_iter().all(digits)
        }
        "^[0-9]{1,2}[:.][0-9]{2}$" => {
            text.split_once([':', '.']).is_some_and(|(hours, minutes)| {
                digits(hours) && hours.len() <= 2 && digits(minutes) && minutes.len() == 2
            })
        }
        "^\\s*(https?://|mailto:|tel:)" => ["http://", "https://", "mailto:", "tel:"]
            .iter()
            .any(|start| text.trim_start().starts_with(start)),
        "^static/." => text.len() > "static/".len() && text.starts_with("static/"),
        pattern if pattern.starts_with("^([Yy][Aa]|") => {
            let words = ["ya", "tidak", "yes", "no", "true", "false"];
            words.iter().any(|word| word.eq_ignore_ascii_case(text))
        }
        pattern => panic!("the pattern {pattern} is not known here"),
    }
}
