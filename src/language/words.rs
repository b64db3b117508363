//! Flat keys with their words: sentences with `{name}` places to fill.

use std::collections::HashMap;

/// The words of one language by key, such as `unit.working_day`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    by_key: HashMap<String, String>,
}

impl Words {
    /// The words under `key`; the key itself where there are none, so that a page shows what it lacks.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    /// The words under `key`, if there are any.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.by_key.get(key).map(String::as_str)
    }

    /// The words under `key` with every `{name}` replaced by its value; other braces stay as they are.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.get(key), values)
    }

    /// Every key, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(key, _)| key)
    }

    /// Every key with its words, sorted.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let words = self.by_key.iter();
        let mut sorted: Vec<(&str, &str)> = words.map(|(key, said)| (&**key, &**said)).collect();
        sorted.sort_unstable();
        sorted.into_iter()
    }

    /// Whether there are no words at all.
    pub fn is_empty(&self) -> bool {
        self.by_key.is_empty()
    }

    /// Says `key` in these words from now on.
    pub fn insert(&mut self, key: String, sentence: String) {
        self.by_key.insert(key, sentence);
    }
}

impl FromIterator<(String, String)> for Words {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        Self {
            by_key: pairs.into_iter().collect(),
        }
    }
}

/// A sentence with every `{name}` replaced by its value; other braces stay as they are.
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut rest = sentence;
    let mut filled = String::with_capacity(rest.len());
    while let Some(open) = rest.find('{') {
        let after = &rest[open + 1..];
        let place = after
            .find('}')
            .and_then(|close| Some((close, lookup(values, &after[..close])?)));
        filled.push_str(&rest[..open]);
        rest = match place {
            Some((close, value)) => {
                filled.push_str(value);
                &after[close + 1..]
            }
            None => {
                filled.push('{');
                after
            }
        };
    }
    filled.push_str(rest);
    filled
}

/// The names of the places in a sentence.
pub fn places(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name)
}

/// The value called `name`.
fn lookup<'a>(values: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    values
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, value)| *value)
}
