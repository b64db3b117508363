//! Every word that the program asks of a theme is there, in both languages.

use std::collections::BTreeSet;
use std::path::Path;

use maklumat::theme::Theme;

/// The keys that stand in the sources as `word("…")`, `fill("…"` or in a table of keys.
fn asked() -> BTreeSet<String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let rooms = ["render", "outputs", "language"].map(|room| source.join(room));
    let mut keys = BTreeSet::new();
    for entry in rooms
        .iter()
        .flat_map(|room| std::fs::read_dir(room).expect("a room"))
    {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|end| end == "rs") {
            let text = std::fs::read_to_string(path).expect("a source");
            keys.extend(keys_in(&text));
        }
    }
    keys
}

/// Literals that look like a key of words: lower-case parts joined by points.
fn keys_in(text: &str) -> BTreeSet<String> {
    text.split('"')
        .skip(1)
        .step_by(2)
        .filter(|literal| {
            let parts: Vec<&str> = literal.split('.').collect();
            let word = |part: &&str| {
                !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
            };
            parts.len() > 1 && parts.iter().all(word) && !literal.ends_with(".html")
        })
        .map(str::to_owned)
        .collect()
}

fn missing(keys: &BTreeSet<String>) -> Vec<String> {
    let theme = Theme::embedded();
    ["id", "en"]
        .iter()
        .flat_map(|lang| {
            let known: BTreeSet<&str> = theme.language(lang).words().keys().collect();
            let gone = keys.iter().filter(move |key| !known.contains(key.as_str()));
            gone.map(move |key| format!("{lang}: {key}"))
        })
        .collect()
}

#[test]
fn every_word_asked_of_the_theme_is_there() {
    let keys = asked();
    assert!(keys.len() > 100, "only {} keys were found", keys.len());
    assert_eq!(missing(&keys), Vec::<String>::new());
}

#[test]
fn a_missing_word_is_noticed() {
    let keys = keys_in(r#"pen.word("part.faq"), pen.word("part.nothing_of_it")"#);
    assert_eq!(
        missing(&keys),
        ["id: part.nothing_of_it", "en: part.nothing_of_it"]
    );
}

/// A word is asked by its key, by a key whose end is filled in, or by a template.
fn is_asked(key: &str, sources: &str) -> bool {
    let filled = |start: &str| {
        sources.contains(&format!("\"{start}{{"))
            || sources.contains(&format!("w.{}[", start.trim_end_matches('.')))
    };
    let either = key.starts_with("unit.") || key.starts_with("units.");
    let ends =
        |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.');
    let by_template = format!("w.{key}");
    let mut places = sources.match_indices(&by_template);
    let whole = sources.contains(&format!("\"{key}\""))
        || places.any(|(at, _)| ends(&sources[at + by_template.len()..]));
    let mut starts = key.match_indices(['.', '_']).map(|(at, _)| &key[..=at]);
    either || whole || starts.any(|start| start.contains('.') && filled(start))
}

#[test]
fn no_word_of_the_theme_is_never_asked() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [root.join("src"), root.join("themes/default")].into_iter();
    let files = folders.flat_map(|folder| walkdir::WalkDir::new(folder).into_iter().flatten());
    let ends = |path: &Path, end: &str| path.extension().is_some_and(|own| own == end);
    let read = files.map(walkdir::DirEntry::into_path);
    let read = read.filter(|path| ends(path, "rs") || ends(path, "html"));
    let sources: String = read
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .collect();
    let theme = Theme::embedded();
    let keys = theme.language("id").words().keys();
    let never: Vec<&str> = keys.filter(|key| !is_asked(key, &sources)).collect();
    assert_eq!(never, [""; 0]);
    for never in ["time.never", "verdict.brin", "part.never_said"] {
        assert!(!is_asked(never, &sources), "{never}");
    }
    assert!(is_asked("item.otherwise_do_first", &sources));
}
