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

/// What names of files end in.
const FILES: [&str; 8] = [
    "html",
    "js",
    "json",
    "xml",
    "txt",
    "atom",
    "jsonld",
    "webmanifest",
];

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
            let is_file = |part: &&&str| FILES.contains(*part);
            parts.len() > 1 && parts.iter().all(word) && parts.last().filter(is_file).is_none()
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

/// The keys of the theme that are made of parts, as the sources write them: `"component.{key}.legal"`.
fn patterns(sources: &str) -> BTreeSet<&str> {
    let literals = sources.split('"').filter(|literal| {
        let key = |b: u8| b.is_ascii_lowercase() || b"_.{}".contains(&b);
        literal.contains('.') && literal.contains('{') && literal.bytes().all(key)
    });
    literals.collect()
}

/// What stands where a pattern has its braces, if the key follows it.
fn filled<'a>(key: &'a str, pattern: &str) -> Option<&'a str> {
    let (start, rest) = pattern.split_once('{')?;
    let (_, end) = rest.split_once('}')?;
    let part = key.strip_prefix(start)?.strip_suffix(end)?;
    (!part.is_empty() && !part.contains('.')).then_some(part)
}

/// The kinds of a requirement that the page names: all but a criterion, which says itself what it is. A document is named
/// where it must hold and is not brought.
const KINDS_NAMED: [&str; 5] = ["document", "form", "prior_action", "attendance", "payment"];

/// Whether the program has a name that may stand in the braces of a pattern.
fn is_named(part: &str, pattern: &str, sources: &str) -> bool {
    let number = part.bytes().all(|b| b.is_ascii_digit());
    match pattern {
        "kind.{}" => KINDS_NAMED.contains(&part),
        // The systems that sites name.
        "source.{}" | "source.short.{system}" if part == "sippn" => true,
        _ => number || sources.contains(&format!("\"{part}\"")),
    }
}

/// A word is asked by its key, by a key of which a part is filled in, or by a template.
fn is_asked(key: &str, sources: &str, patterns: &BTreeSet<&str>) -> bool {
    let either = key.starts_with("unit.") || key.starts_with("units.");
    let ends =
        |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.');
    let by_template = format!("w.{key}");
    let mut places = sources.match_indices(&by_template);
    let whole = sources.contains(&format!("\"{key}\""))
        || places.any(|(at, _)| ends(&sources[at + by_template.len()..]));
    let by_parts =
        |pattern: &&str| filled(key, pattern).is_some_and(|part| is_named(part, pattern, sources));
    either || whole || patterns.iter().any(by_parts)
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
    let patterns = patterns(&sources);
    let asked = |key: &str| is_asked(key, &sources, &patterns);
    let theme = Theme::embedded();
    let keys = theme.language("id").words().keys();
    let never: Vec<&str> = keys.filter(|key| !asked(key)).collect();
    assert_eq!(never, [""; 0]);
    let dead = [
        "time.never",
        "verdict.brin",
        "part.never_said",
        "component.cost.title",
        "kind.criterion",
        "facts.never_said",
    ];
    for never in dead {
        assert!(!asked(never), "{never}");
    }
    for key in ["item.otherwise_do_first", "component.cost.legal"] {
        assert!(asked(key), "{key}");
    }
}
