//! What the preview adds to a page: the script that reloads it, and the errors over it.

use crate::diagnostic::{Lang, Message, say};
use crate::html::{StartTag, scan};
use crate::seal::hash;

use super::preview::Preview;

/// Where the script waits for the next build.
pub(super) const EVENTS: &str = "/__maklumat/events";

const SCRIPT: &str = include_str!("inject/reload.js");
const STYLE: &str = include_str!("inject/errors.css");

/// The page as the preview shows it.
pub(super) fn inject(html: &str, preview: &Preview, lang: Lang) -> String {
    let html = open_policies(html);
    let end = html.rfind("</body>").unwrap_or(html.len());
    let errors = errors(preview, lang);
    let generation = preview.generation();
    let script = format!("<script data-generation=\"{generation}\">{SCRIPT}</script>");
    [&html[..end], &errors, &script, &html[end..]].concat()
}

/// The page that stands in until the site could be built once.
pub(super) fn first_errors(lang: Lang) -> String {
    let title = title().get(lang).to_owned();
    format!(
        "<!doctype html><html lang={lang}><head><meta charset=utf-8>\
         <meta name=viewport content=\"width=device-width,initial-scale=1\">\
         <meta name=color-scheme content=\"light dark\"><title>{title}</title></head>\
         <body></body></html>"
    )
}

fn title() -> Message {
    say!("Situs belum dapat dibangun", "The site cannot be built yet")
}

/// The errors in a shadow tree, where the page's style and theirs cannot touch each other; it needs no script.
fn errors(preview: &Preview, lang: Lang) -> String {
    if preview.errors.is_empty() {
        return String::new();
    }
    let title = title();
    let note = if preview.files.is_some() {
        say!(
            "Di bawah ini tampak versi terakhir yang tanpa kesalahan.",
            "Below is the last version without errors.",
        )
    } else {
        say!(
            "Perbaiki, lalu simpan: halaman ini dimuat ulang dengan sendirinya.",
            "Fix them and save: this page reloads by itself.",
        )
    };
    let close = say!("Tutup (Esc)", "Close (Esc)");
    let (title, note, close) = (title.get(lang), note.get(lang), close.get(lang));
    let list: String = preview
        .errors
        .iter()
        .map(|error| {
            format!(
                "<li><pre tabindex=0>{}</pre></li>",
                escape(error.trim_end())
            )
        })
        .collect();
    format!(
        "<div id=maklumat-errors lang={lang}><template shadowrootmode=open><style>{STYLE}</style>\
         <section role=alert aria-labelledby=title><header><h1 id=title>{title}</h1>\
         <button type=button>{close}</button></header><p>{note}</p><ol>{list}</ol></section></template></div>"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Lets the preview's own script and style through the policies of a page, and a worker for offline use no longer:
/// it would go on showing yesterday's pages.
fn open_policies(html: &str) -> String {
    let mut opened = String::with_capacity(html.len() + 256);
    let mut from = 0;
    for tag in scan(html).filter(StartTag::is_policy) {
        if let Some(content) = tag
            .attribute("content")
            .filter(|content| !content.value_range.is_empty())
        {
            opened.push_str(&html[from..content.value_range.start]);
            opened.push('"');
            opened.push_str(&open_policy(content.value).replace('"', "&quot;"));
            opened.push('"');
            from = content.value_range.end;
        }
    }
    opened.push_str(&html[from..]);
    opened
}

fn open_policy(policy: &str) -> String {
    let mut directives: Vec<(String, Vec<String>)> = policy
        .split(';')
        .filter_map(|directive| {
            let mut words = directive.split_whitespace().map(str::to_owned);
            Some((words.next()?.to_ascii_lowercase(), words.collect()))
        })
        .collect();
    allow(&mut directives, "script-src", format!("'{}'", hash(SCRIPT)));
    allow(&mut directives, "style-src", format!("'{}'", hash(STYLE)));
    allow(&mut directives, "connect-src", "'self'".to_owned());
    directives.retain(|(name, _)| name != "worker-src");
    directives.push(("worker-src".to_owned(), vec!["'none'".to_owned()]));
    let written: Vec<String> = directives
        .into_iter()
        .map(|(name, values)| [vec![name], values].concat().join(" "))
        .collect();
    written.join("; ")
}

/// Adds `value` to the directive `name`, or to a copy of `default-src` if it rules in that one's absence.
fn allow(directives: &mut Vec<(String, Vec<String>)>, name: &str, value: String) {
    let place = place_of(directives, name).or_else(|| {
        let fallback = place_of(directives, "default-src")?;
        let values = directives[fallback].1.clone();
        directives.push((name.to_owned(), values));
        Some(directives.len() - 1)
    });
    if let Some(place) = place {
        let values = &mut directives[place].1;
        values.retain(|value| value != "'none'");
        if !values.contains(&value) {
            values.push(value);
        }
    }
}

fn place_of(directives: &[(String, Vec<String>)], name: &str) -> Option<usize> {
    directives.iter().position(|(found, _)| found == name)
}

#[cfg(test)]
mod tests {
    use super::super::Built;
    use super::*;

    fn page(html: &str, finding: Option<&str>) -> String {
        let built = Built {
            ok: finding.is_none(),
            findings: finding.into_iter().map(str::to_owned).collect(),
            ..Built::default()
        };
        inject(html, &Preview::new(built), Lang::En)
    }

    #[test]
    fn the_policy_lets_the_preview_in_and_nothing_else() {
        let policy = open_policy(
            "default-src 'none'; style-src 'sha256-a'; script-src 'none'; worker-src 'self'",
        );
        let (script, style) = (hash(SCRIPT), hash(STYLE));
        assert_eq!(
            policy,
            format!(
                "default-src 'none'; style-src 'sha256-a' '{style}'; script-src '{script}'; connect-src 'self'; worker-src 'none'"
            )
        );
        assert_eq!(
            open_policy("img-src 'self'"),
            "img-src 'self'; worker-src 'none'"
        );
        assert!(
            open_policy("default-src 'self'").contains(&format!("script-src 'self' '{script}'"))
        );
    }

    #[test]
    fn the_hash_is_that_of_the_element_in_the_page() {
        let html = page("<body><p>x</p></body>", Some("a < b & c"));
        let tags: Vec<_> = scan(&html).collect();
        let content = |name: &str| {
            tags.iter()
                .find(|tag| tag.is(name))
                .unwrap()
                .content
                .unwrap()
        };
        assert_eq!((content("script"), content("style")), (SCRIPT, STYLE));
        assert!(
            html.starts_with("<body><p>x</p><div id=maklumat-errors")
                && html.ends_with("</script></body>")
        );
        assert!(html.contains("a &lt; b &amp; c") && html.contains("<section role=alert"));
    }

    #[test]
    fn a_good_page_carries_only_the_script() {
        let html = page("<p>x</p>", None);
        assert!(
            html.starts_with("<p>x</p><script data-generation=")
                && !html.contains("maklumat-errors lang")
        );
    }

    #[test]
    fn the_policy_of_a_page_is_replaced_where_it_stands() {
        let html = page(
            "<meta http-equiv=content-security-policy content=\"default-src 'none'\"><p>",
            None,
        );
        assert!(html.contains("content=\"default-src 'none'; script-src 'sha256-"));
    }
}
