//! What templates can do with a value beside what the engine offers.

use crate::yaml::after_sign;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// The template engine with the theme's own filters and no templates.
pub(super) fn engine() -> Tera {
    let mut tera = Tera::new();
    tera.register_filter("text", text);
    tera
}

/// Escaped words of several lines, each on a line of its own; lines that start as items of a list do are a list, with
/// their signs as written. Words stand in paragraphs and terms, so the list is one by its role.
fn lines(escaped: &str) -> String {
    let lines = escaped.lines().map(str::trim);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    let groups =
        lines.chunk_by(|one, next| after_sign(one).is_some() == after_sign(next).is_some());
    let groups = groups.map(|group| {
        if lines.len() == 1 || after_sign(group[0]).is_none() {
            return group.join("<br>");
        }
        let items = group.iter();
        let items: String = items
            .map(|item| format!("<span role=\"listitem\">{item}</span>"))
            .collect();
        format!("<span role=\"list\">{items}</span>")
    });
    groups.collect()
}

/// Words of the content as HTML. Input: a [`Words`](crate::render::view::Words) of a view, or a string. Output: its text,
/// in a `<span>` with `lang` and `dir` where that is not the page's language.
fn text(words: Value, _: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let Some(map) = words.as_map() else {
        return match words.is_string() {
            true => Ok(words),
            false => Err(Error::message(format!(
                "`text` writes words of the content, and this is `{}`",
                words.name()
            ))),
        };
    };
    let of = |name: &str| {
        let mut pairs = map.iter();
        let found = pairs.find(|(key, _)| key.as_str() == Some(name));
        found
            .map(|(_, value)| value)
            .filter(|value| value.is_string())
    };
    let text = of("text").ok_or_else(|| Error::message("`text` found no `text` in this value"))?;
    let written = text.as_str().unwrap_or_default().trim_end();
    let several = written.contains('\n');
    let Some(lang) = of("lang") else {
        return match several {
            true => Ok(Value::safe_string(&lines(&state.escape(written)?))),
            false => Ok(text.clone()),
        };
    };
    let escaped = |value: &Value| state.escape(value.as_str().unwrap_or_default());
    let dir = match of("dir") {
        Some(dir) => format!(" dir=\"{}\"", escaped(dir)?),
        None => String::new(),
    };
    let (lang, mut text) = (escaped(lang)?, escaped(text)?);
    if several {
        text = lines(text.trim_end());
    }
    Ok(Value::safe_string(&format!(
        "<span lang=\"{lang}\"{dir}>{text}</span>"
    )))
}

#[cfg(test)]
mod tests {
    use super::engine;
    use tera::{Context, context};

    fn written(context: &Context) -> Result<String, tera::Error> {
        let mut tera = engine();
        tera.add_raw_template("a.html", "{{ a.b | text }}")?;
        tera.render("a.html", context)
    }

    #[test]
    fn words_are_escaped_and_say_their_language_only_where_they_have_one() {
        let words = |lang: Option<&str>, dir: Option<&str>| {
            let words = serde_json::json!({"b": {"text": "<1> & \"2\"", "lang": lang, "dir": dir}});
            written(&context! { a => &words }).unwrap()
        };
        let text = "&lt;1&gt; &amp; &quot;2&quot;";
        assert_eq!(words(None, None), text);
        assert_eq!(
            words(Some("en"), None),
            format!("<span lang=\"en\">{text}</span>")
        );
        assert_eq!(
            words(Some("ar"), Some("rtl")),
            format!("<span lang=\"ar\" dir=\"rtl\">{text}</span>")
        );
        let plain = serde_json::json!({"b": "<1>"});
        assert_eq!(written(&context! { a => &plain }).unwrap(), "&lt;1&gt;");
    }

    #[test]
    fn what_is_not_there_is_an_error() {
        for wrong in [
            serde_json::json!({}),
            serde_json::json!({"b": {}}),
            serde_json::json!({"b": 1}),
        ] {
            written(&context! { a => &wrong }).unwrap_err();
        }
    }
}
