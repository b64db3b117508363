//! Which file imports which, and the circles among them.

use std::collections::{BTreeMap, BTreeSet};

use super::blank::{blank, without_tests};

/// Each file with the files that it imports, by path.
pub type Imports = BTreeMap<String, BTreeSet<String>>;

/// A name of one file that another hands on (`pub use`): where it may be asked for, and the path it leads to.
type Faces = BTreeMap<(String, String), Vec<String>>;

/// One `use`, or a path in the code: its parts, and whether it only hands a name on.
struct Used {
    parts: Vec<String>,
    handed_on: bool,
}

/// Reads the files of the crate, given by path (`src/parse/layout.rs`) and text.
pub fn imports(files: &BTreeMap<String, String>) -> Imports {
    let used: BTreeMap<&String, Vec<Used>> = files
        .iter()
        .map(|(path, text)| (path, uses(&without_tests(&blank(text)))))
        .collect();
    let mut faces = Faces::new();
    for (path, used) in &used {
        for used in used.iter().filter(|used| used.handed_on) {
            if let (Some(to), Some(name)) = (absolute(path, &used.parts), used.parts.last()) {
                faces.insert(((*path).clone(), name.clone()), to);
            }
        }
    }
    let of_one = |(path, used): (&&String, &Vec<Used>)| {
        let imported = used.iter().filter(|used| !used.handed_on);
        let files: BTreeSet<String> = imported
            .filter_map(|used| lands_in(&absolute(path, &used.parts)?, files, &faces, 8))
            .filter(|file| !is_part(path, file))
            .collect();
        ((*path).clone(), files)
    };
    used.iter().map(of_one).collect()
}

/// Whether a file is another one or stands in its folder: a module and its parts are one thing, and know each other.
fn is_part(path: &str, whole: &str) -> bool {
    path == whole || path.starts_with(&format!("{}/", whole.trim_end_matches(".rs")))
}

/// The circles: each file on one, with the files of the same room that it leads to and that lead back.
pub fn circles(imports: &Imports) -> Vec<String> {
    let reach: BTreeMap<&String, BTreeSet<&String>> = imports
        .keys()
        .map(|file| (file, reachable(file, imports)))
        .collect();
    let mut complaints = Vec::new();
    for (file, imported) in imports {
        for other in imported {
            if reach.get(other).is_some_and(|back| back.contains(file)) {
                complaints.push(format!("{file}: imports {other}, which leads back to it"));
            }
        }
    }
    complaints
}

fn reachable<'a>(file: &str, imports: &'a Imports) -> BTreeSet<&'a String> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&String> = imports.get(file).into_iter().flatten().collect();
    while let Some(next) = open.pop() {
        if found.insert(next) {
            open.extend(imports.get(next).into_iter().flatten());
        }
    }
    found
}

/// The module that a file is, as parts from the crate's root: `src/parse/layout.rs` is `parse`, `layout`.
fn module(path: &str) -> Vec<String> {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    let parts = inside
        .split('/')
        .filter(|part| !["lib", "main"].contains(part));
    parts.map(str::to_owned).collect()
}

/// A path as it stands in a file, from the crate's root; none for one that leads out of the crate.
fn absolute(path: &str, parts: &[String]) -> Option<Vec<String>> {
    let own = module(path);
    let climbs = parts.iter().take_while(|part| *part == "super").count();
    let (mut base, rest) = match parts.first()?.as_str() {
        "crate" => (Vec::new(), &parts[1..]),
        "self" => (own, &parts[1..]),
        "super" => (
            own[..own.len().checked_sub(climbs)?].to_vec(),
            &parts[climbs..],
        ),
        _ => (own, parts),
    };
    base.extend_from_slice(rest);
    Some(base)
}

/// The file in which the last name of a path is written, followed through the files that hand it on.
fn lands_in(
    parts: &[String],
    files: &BTreeMap<String, String>,
    faces: &Faces,
    steps: usize,
) -> Option<String> {
    let taken = (1..=parts.len())
        .rev()
        .find(|taken| files.contains_key(&format!("src/{}.rs", parts[..*taken].join("/"))))?;
    let file = format!("src/{}.rs", parts[..taken].join("/"));
    let name = parts.get(taken).cloned().unwrap_or_default();
    match faces.get(&(file.clone(), name)) {
        Some(to) if steps > 0 => lands_in(to, files, faces, steps - 1).or(Some(file)),
        _ => Some(file),
    }
}

/// The `use` declarations of a file, and the paths in its code that start at the root, climb, or go into its own modules.
fn uses(code: &str) -> Vec<Used> {
    let mut found = Vec::new();
    let mut modules = BTreeSet::new();
    let mut rest = String::new();
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        if let Some((handed_on, start)) = declaration(line) {
            let mut tree = start.to_owned();
            while !tree.contains(';') {
                tree.push_str(lines.next().unwrap_or(";"));
            }
            let tree = tree.split(';').next().unwrap_or_default();
            expand(tree, &mut Vec::new(), handed_on, &mut found);
            continue;
        }
        let declared = line.trim().strip_suffix(';');
        modules.extend(declared.and_then(|line| Some(line.rsplit_once("mod ")?.1.to_owned())));
        rest.push_str(line);
        rest.push('\n');
    }
    for word in rest.split(|c: char| !(c.is_alphanumeric() || "_:".contains(c))) {
        let parts: Vec<String> = word.split("::").map(str::to_owned).collect();
        let ours =
            ["crate", "super", "self"].contains(&parts[0].as_str()) || modules.contains(&parts[0]);
        if parts.len() > 1 && ours {
            found.push(Used {
                parts,
                handed_on: false,
            });
        }
    }
    found
}

/// Whether a line starts a `use`: whether its names are handed on, and the beginning of its tree.
fn declaration(line: &str) -> Option<(bool, &str)> {
    let line = line.trim_start();
    let own = line.strip_prefix("use ").map(|tree| (false, tree));
    let handed = ["pub use ", "pub(crate) use ", "pub(super) use "];
    own.or_else(|| {
        let tree = handed.iter().find_map(|words| line.strip_prefix(words))?;
        Some((true, tree))
    })
}

/// The paths of `a::b::{c, d::{e, self}}`.
fn expand(tree: &str, before: &mut Vec<String>, handed_on: bool, found: &mut Vec<Used>) {
    let tree = tree.trim();
    let (path, group) = match tree.split_once('{') {
        Some((path, group)) => (path, group.rsplit_once('}').map(|(group, _)| group)),
        None => (tree, None),
    };
    let path = path.split(" as ").next().unwrap_or(path);
    let parts = path
        .split("::")
        .map(str::trim)
        .filter(|part| !part.is_empty() && *part != "self");
    let depth = before.len();
    // A leading `self` or `super` belongs to the path, one at its end means the path itself.
    before.extend(parts.map(str::to_owned));
    match group {
        Some(group) => {
            for part in split_group(group) {
                expand(part, before, handed_on, found);
            }
        }
        None => found.push(Used {
            parts: before.clone(),
            handed_on,
        }),
    }
    before.truncate(depth);
}

fn split_group(group: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&group[start..]);
    parts.retain(|part| !part.trim().is_empty());
    parts
}
