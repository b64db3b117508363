//! Several papers of which one will do, and all of them.

use serde_json::Value;

use super::tell::headed;
use super::versions::Versions;
use crate::diagnostic::say;

/// One of several papers where all are needed now, or the other way round.
pub fn choice(versions: &Versions<'_>, name: &str, (old, new): (&Value, &Value)) -> Option<String> {
    let voice = versions.voice;
    let papers = |value: &Value, key: &str, between: [&str; 2]| -> Option<String> {
        let names = value.get(key)?.as_array()?.iter();
        let names = names.filter_map(Value::as_str).map(|one| {
            let name = versions.name("document", one);
            name.unwrap_or_else(|| one.to_owned())
        });
        let between = format!(" {} ", voice.word(between));
        Some(names.collect::<Vec<_>>().join(&between))
    };
    let one_of = |value| papers(value, "any_of", ["atau", "or"]);
    let all_of = |value| papers(value, "all_of", ["dan", "and"]);
    let (was, is) = one_of(old)
        .zip(all_of(new))
        .or_else(|| all_of(old).zip(one_of(new)))?;
    Some(headed(
        name,
        &voice.say(&say!("dulu {was}, kini {is}", "was {was}, is now {is}")),
    ))
}
