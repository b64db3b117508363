//! The rules, each from a file's path and text to complaints of the form `path:line: what is wrong`.

use std::collections::{BTreeMap, BTreeSet};

use super::blank::{blank, without_tests};

/// The stages in the order in which they may import: each only from those before it.
///
/// The last is the command line; `src/lib.rs` and `src/main.rs` stand outside and may use all.
pub const STAGES: &[&str] = &[
    "span",
    "percent",
    "picture",
    "figure",
    "similar",
    "search",
    "telephone",
    "diagnostic",
    "language",
    "source",
    "output",
    "html",
    "yaml",
    "rule",
    "model",
    "markdown",
    "parse",
    "schema",
    "cms",
    "route",
    "resolve",
    "analyze",
    "table",
    "audit",
    "diff",
    "seal",
    "theme",
    "render",
    "outputs",
    "pipeline",
    "edit",
    "import",
    "export",
    "external",
    "disk",
    "scaffold",
    "serve",
    "cli",
];

/// The stages that `src/lib.rs` must name, in this order, once they exist.
const TOLD: [&str; 6] = ["parse", "resolve", "analyze", "outputs", "render", "seal"];

const FILE_LINES: usize = 500;
const FUNCTION_LINES: usize = 60;

/// A module uses `crate::…` and climbing `super::…` paths only into its own and earlier stages.
pub fn imports_point_one_way(path: &str, text: &str) -> Vec<String> {
    let Some(own) = stage_of(path) else {
        return Vec::new();
    };
    let place = |stage: &str| STAGES.iter().position(|known| *known == stage);
    let code = without_tests(&blank(text));
    let mut complaints = Vec::new();
    for (line, used) in used_from_root(path, &code) {
        match place(&used) {
            None => complaints.push(format!(
                "{path}:{line}: `{used}` is no stage: import it from the stage that holds it"
            )),
            Some(at) if place(own).is_some_and(|own| at > own) => complaints.push(format!(
                "{path}:{line}: `{own}` imports `{used}`, which comes after it"
            )),
            Some(_) => {}
        }
    }
    complaints
}

/// Every module of the crate stands in [`STAGES`], as `foo.rs` with a folder `foo/`.
pub fn module_is_listed(path: &str, _: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    if let Some(folder) = path.strip_suffix("/mod.rs") {
        complaints.push(format!("{path}: write {folder}.rs instead"));
    }
    if let Some(stage) = stage_of(path)
        && !STAGES.contains(&stage)
    {
        complaints.push(format!(
            "{path}: `{stage}` is not in the list of stages in tests/structure/rules.rs"
        ));
    }
    complaints
}

/// The files that a file declares for tests only: `#[cfg(test)] mod oracle;`. Each also stands for its folder.
pub fn test_modules(path: &str, text: &str) -> Vec<String> {
    let inside = path.strip_suffix(".rs").unwrap_or(path);
    let folder = match inside.rsplit_once('/') {
        Some((folder, "lib" | "main")) => folder,
        _ => inside,
    };
    let code = blank(text);
    let mut lines = code.lines().map(str::trim);
    let mut found = Vec::new();
    while lines.any(|line| line == "#[cfg(test)]") {
        let item = lines.find(|line| !line.starts_with("#["));
        let declared = item.and_then(|item| item.strip_suffix(';')?.split_once("mod "));
        if let Some((_, name)) = declared {
            found.push(format!("{folder}/{name}.rs"));
        }
    }
    found
}

/// Every file of tests is a module of `tests/main.rs`: one that is not is never run.
pub fn tests_are_modules(files: &BTreeMap<String, String>) -> Vec<String> {
    let mut forgotten: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    let mut declared = vec!["tests/main.rs".to_owned()];
    while let Some(path) = declared.pop() {
        forgotten.remove(path.as_str());
        let Some(text) = files.get(&path) else {
            continue;
        };
        let inside = path.strip_suffix(".rs").unwrap_or(&path);
        let folder = inside.strip_suffix("/main").unwrap_or(inside);
        let code = blank(text);
        let modules = code.lines().filter_map(|line| line.strip_suffix(';'));
        let modules =
            modules.filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod "));
        declared.extend(modules.map(|name| format!("{folder}/{name}.rs")));
    }
    let complaint =
        |path| format!("{path}: no `mod` in tests/main.rs, or in a file it names, leads here");
    forgotten.into_iter().map(complaint).collect()
}

/// The crate's own page links the stages of a build in their order.
pub fn opens_with_stages(modules: &[&str], text: &str) -> Vec<String> {
    let page: String = text
        .lines()
        .take_while(|line| line.starts_with("//!"))
        .collect();
    let mut complaints = Vec::new();
    let mut reached = 0;
    for stage in TOLD.iter().filter(|stage| modules.contains(stage)) {
        let link = [format!("[`{stage}`]"), format!("[`{stage}::")];
        match link.iter().filter_map(|link| page.find(link)).min() {
            None => complaints.push(format!("src/lib.rs: its page does not link `{stage}`")),
            Some(at) if at < reached => {
                complaints.push(format!(
                    "src/lib.rs: its page names `{stage}` before its turn"
                ));
            }
            Some(at) => reached = at,
        }
    }
    complaints
}

/// A file opens with `//!`.
pub fn opens_with_a_sentence(path: &str, text: &str) -> Vec<String> {
    if text.starts_with("//! ") {
        return Vec::new();
    }
    vec![format!("{path}:1: opens without `//!` and a sentence")]
}

/// A file is short, its tests not counted.
pub fn file_is_short(path: &str, text: &str) -> Vec<String> {
    let tests = removed_lines(text);
    let lines = text.lines().count() - tests;
    if lines <= FILE_LINES {
        return Vec::new();
    }
    vec![format!(
        "{path}: {lines} lines without its tests, at most {FILE_LINES}"
    )]
}

/// A function is short. rustfmt sets its closing brace under its first word.
pub fn functions_are_short(path: &str, text: &str) -> Vec<String> {
    let code = without_tests(&blank(text));
    let lines: Vec<&str> = code.lines().collect();
    let mut complaints = Vec::new();
    for (first, line) in lines.iter().enumerate() {
        if !starts_function(line) {
            continue;
        }
        let Some(last) = end_of_function(&lines, first) else {
            continue;
        };
        let length = last - first + 1;
        if length > FUNCTION_LINES {
            complaints.push(format!(
                "{path}:{}: a function of {length} lines, at most {FUNCTION_LINES}",
                first + 1
            ));
        }
    }
    complaints
}

/// Nothing panics on a value that is not there.
pub fn nothing_unwraps(path: &str, text: &str) -> Vec<String> {
    let code = without_tests(&blank(text));
    let mut complaints = Vec::new();
    for (at, line) in code.lines().enumerate() {
        // A parser's own `expect(Token)` is another thing: the panicking one takes a text.
        for (word, call) in [("unwrap", ".unwrap()"), ("expect", ".expect(\"")] {
            if line.contains(call) {
                complaints.push(format!("{path}:{}: `{word}` outside tests", at + 1));
            }
        }
    }
    complaints
}

/// No mark of work that was put off.
pub fn nothing_left_to_do(path: &str, text: &str) -> Vec<String> {
    if is_lock(path) {
        return Vec::new();
    }
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME")];
    lines_with(path, text, "work put off", |line| {
        marks.iter().any(|mark| has_word(line, mark))
    })
}

/// No path of one machine and no host of a package registry.
pub fn names_no_machine(path: &str, text: &str) -> Vec<String> {
    let folders = [
        concat!("/ro", "ot/"),
        concat!("/wo", "rk/"),
        concat!("/Us", "ers/"),
        concat!(":\\Us", "ers\\"),
    ];
    let hosts = [
        concat!("crates", ".io"),
        concat!("pypi", ".org"),
        concat!("pythonhosted", ".org"),
        concat!("npmjs", ".org"),
        concat!("npmjs", ".com"),
        concat!("deb.debian", ".org"),
    ];
    lines_with(
        path,
        text,
        "a machine's path or a registry's host",
        |line| {
            folders.iter().any(|folder| has_path(line, folder))
            || has_home(line)
            // Cargo itself writes the registry's name into its lock file.
            || (path != "Cargo.lock" && hosts.iter().any(|host| line.contains(host)))
        },
    )
}

/// No word about who ordered or did the work, and when.
pub fn speaks_of_the_product(path: &str, text: &str) -> Vec<String> {
    let words = [
        concat!("helper", " session"),
        concat!("this", " session"),
        concat!("earlier", " session"),
        concat!("later", " session"),
        concat!("next", " session"),
        concat!("next", " issue"),
        concat!("later", " issue"),
        concat!("closing", " note"),
        concat!("sha", "red/design.md"),
        concat!("sha", "red/keys.md"),
        concat!("sha", "red/reference"),
    ];
    let number = concat!("issue", " #");
    lines_with(
        path,
        text,
        "speaks of the work, not of the product",
        |line| {
            let line = line.to_lowercase();
            let numbered = line
                .split(number)
                .skip(1)
                .any(|after| after.starts_with(|c: char| c.is_ascii_digit()));
            numbered || words.iter().any(|word| line.contains(word))
        },
    )
}

/// A code's page opens with its code and has its headings in their order, each with something under it.
///
/// After the `wanted` headings one more may stand, the `extra`.
pub fn page_has_headings(code: &str, page: &str, wanted: [&str; 4], extra: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    if !page.starts_with(&format!("# {code}: ")) {
        complaints.push(format!("{code}: its page does not open with `# {code}: …`"));
    }
    let found = headings(page);
    let with_extra: Vec<&str> = wanted.into_iter().chain([extra]).collect();
    if found != wanted && found != with_extra {
        complaints.push(format!(
            "{code}: its headings are {found:?}, not {wanted:?}"
        ));
    }
    let filled = page.lines().filter(|line| !line.trim().is_empty());
    let mut above: Option<&str> = None;
    for line in filled.chain(["## "]) {
        let heading = line.strip_prefix("## ");
        if let (Some(_), Some(empty)) = (heading, above) {
            complaints.push(format!("{code}: nothing under `{empty}`"));
        }
        above = heading;
    }
    complaints
}

fn headings(page: &str) -> Vec<&str> {
    let mut fenced = false;
    page.lines()
        .filter(|line| {
            fenced ^= line.starts_with("```");
            !fenced
        })
        .filter_map(|line| line.strip_prefix("## "))
        .collect()
}

/// `src/parse/key.rs` → `parse`; none for the crate's two roots.
fn stage_of(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let stage = inside.split('/').next()?;
    (!["lib", "main"].contains(&inside)).then_some(stage)
}

fn is_lock(path: &str) -> bool {
    path.ends_with("Cargo.lock") || path.ends_with("package-lock.json")
}

/// Names used directly below the crate's root, with their lines.
fn used_from_root(path: &str, code: &str) -> Vec<(usize, String)> {
    let depth = path.trim_start_matches("src/").split('/').count();
    let climb = "super::".repeat(depth);
    let mut used = Vec::new();
    for prefix in ["crate::", climb.as_str()] {
        for (at, _) in code.match_indices(prefix) {
            let before = &code[..at];
            if before.ends_with(|c: char| c.is_alphanumeric() || "_$:".contains(c)) {
                continue;
            }
            let line = before.matches('\n').count() + 1;
            let after = &code[at + prefix.len()..];
            if let Some(group) = after.strip_prefix('{') {
                used.extend(group_heads(group).into_iter().map(|head| (line, head)));
            } else {
                used.push((line, word(after)));
            }
        }
    }
    used
}

/// The first names of `{a::b, c, d::{e, f}}`.
fn group_heads(group: &str) -> Vec<String> {
    let mut heads = Vec::new();
    let mut depth = 0;
    let mut start = true;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => start = true,
            c if start && !c.is_whitespace() => {
                heads.push(word(&group[at..]));
                start = false;
            }
            _ => {}
        }
    }
    heads
}

fn word(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

/// How many lines of a file belong to its tests module.
fn removed_lines(text: &str) -> usize {
    let code = blank(text);
    let kept = without_tests(&code);
    code.lines()
        .zip(kept.lines())
        .filter(|(with, without)| without.is_empty() && !with.is_empty())
        .count()
}

fn starts_function(line: &str) -> bool {
    let mut words = line.trim_start();
    if let Some(rest) = words.strip_prefix("pub(") {
        words = rest.split_once(") ").map_or("", |(_, rest)| rest);
    }
    for modifier in [
        "pub ",
        "default ",
        "const ",
        "async ",
        "unsafe ",
        "extern \" \" ",
    ] {
        words = words.strip_prefix(modifier).unwrap_or(words);
    }
    words.starts_with("fn ")
}

/// The line of the closing brace; none for a function without a body.
fn end_of_function(lines: &[&str], first: usize) -> Option<usize> {
    let indent = lines[first].len() - lines[first].trim_start().len();
    let closing = format!("{}}}", " ".repeat(indent));
    for (at, line) in lines.iter().enumerate().skip(first) {
        let line = line.trim_end();
        if line == closing || (line.contains('{') && line.ends_with('}')) {
            return Some(at);
        }
        if line.ends_with('{') {
            return (at..lines.len()).find(|at| lines[*at].trim_end() == closing);
        }
        if line.ends_with(';') {
            return None;
        }
    }
    None
}

fn lines_with(path: &str, text: &str, what: &str, wrong: impl Fn(&str) -> bool) -> Vec<String> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| wrong(line))
        .map(|(at, line)| format!("{path}:{}: {what}: {}", at + 1, line.trim()))
        .collect()
}

fn has_word(line: &str, wanted: &str) -> bool {
    line.split(|c: char| !c.is_alphanumeric())
        .any(|word| word == wanted)
}

/// Whether a path begins here, and not somewhere inside a longer one or an address.
fn has_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        folder.starts_with(':')
            || !line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-/)}>".contains(c))
    })
}

/// `/home/` and a person's folder in it.
fn has_home(line: &str) -> bool {
    let folder = concat!("/ho", "me/");
    line.match_indices(folder).any(|(at, _)| {
        let name = word(&line[at + folder.len()..]);
        let after = &line[at + folder.len() + name.len()..];
        has_path(&line[at..], folder)
            && !line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-/".contains(c))
            && !name.is_empty()
            && after.starts_with('/')
    })
}
