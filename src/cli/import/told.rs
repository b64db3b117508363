//! What is said about an import.

use std::path::Path;

use serde_json::{Map, Value, json};

use super::super::screen::Screen;
use super::place::Written;
use super::{Drafted, Imported};
use crate::diagnostic::{Lang, Message, say};
use crate::import::write::lines::{Change, changes};

/// How many changed lines of a file are shown.
const MOST_LINES: usize = 100;

/// The widest a column of names is.
const WIDEST: usize = 40;

/// The table of all drafts, what is another in files that were there, and why files could not be read.
pub fn people(all: &[Imported], screen: &Screen) {
    screen.print(&table(all, screen.lang()));
    for drafted in all
        .iter()
        .filter_map(|one| one.drafts.as_ref().ok())
        .flatten()
    {
        differences(&drafted.written, screen);
    }
    for one in all {
        if let Err(why) = &one.drafts {
            let (file, Message { id, en }) = (&one.shown, why);
            screen.say(&say!("{file}: {id}", "{file}: {en}"));
        }
    }
    let drafts = all
        .iter()
        .filter_map(|one| one.drafts.as_ref().ok())
        .flatten();
    let written: Vec<&Drafted> = drafts.clone().filter(|one| !one.is_left()).collect();
    let doubts: usize = written.iter().map(|one| one.draft.doubts.len()).sum();
    if written.is_empty() && drafts.count() > 0 {
        screen.say(&say!(
            "tidak ada yang ditulis: semua berkasnya sudah ada dan dibiarkan",
            "nothing was written: all files are there and are left as they are"
        ));
    } else if !written.is_empty() {
        screen.say(&say!(
            "{doubts} keraguan ditandai `# RAGU:` di berkasnya; periksa satu per satu, lalu jalankan: maklumat check",
            "{doubts} doubts are marked in the files (`# RAGU:` or `# DOUBT:`); check each, then run: maklumat check"
        ));
    }
}

/// A row for each service: file, name, doubts, where it was written.
fn table(all: &[Imported], lang: Lang) -> String {
    let head = match lang {
        Lang::Id => ["berkas", "layanan", "ragu", "ditulis di"],
        Lang::En => ["file", "service", "doubts", "written to"],
    };
    let mut rows = vec![head.map(str::to_owned)];
    for one in all {
        for drafted in one.drafts.as_deref().unwrap_or_default() {
            let (path, how) = state(&drafted.written);
            let path = path.map_or_else(|| "–".to_owned(), shown);
            let how = how.get(lang);
            rows.push([
                short(&one.shown, End::Last),
                short(&drafted.title(lang), End::First),
                match drafted.is_left() {
                    true => "–".to_owned(),
                    false => drafted.draft.doubts.len().to_string(),
                },
                format!("{path}{how}"),
            ]);
        }
    }
    if rows.len() == 1 {
        return String::new();
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths = [0, 1, 2].map(|column| width(column).unwrap_or(0));
    let lines = rows.iter().map(|[file, service, doubts, path]| {
        let [a, b, c] = widths;
        format!("{file:<a$}  {service:<b$}  {doubts:>c$}  {path}\n")
    });
    lines.collect()
}

/// Which end of a long name is kept.
enum End {
    First,
    Last,
}

fn short(name: &str, end: End) -> String {
    let count = name.chars().count();
    if count <= WIDEST {
        return name.to_owned();
    }
    match end {
        End::First => name.chars().take(WIDEST - 1).chain(['…']).collect(),
        End::Last => ['…']
            .into_iter()
            .chain(name.chars().skip(count - WIDEST + 1))
            .collect(),
    }
}

/// The file of a draft, and what became of it.
fn state(written: &Written) -> (Option<&Path>, Message) {
    match written {
        Written::Nowhere => (None, say!("", "")),
        Written::New(path) => (Some(path), say!(" (baru)", " (new)")),
        Written::Same(path) => (Some(path), say!(" (tetap)", " (unchanged)")),
        Written::Updated(path, ..) => (Some(path), say!(" (diperbarui)", " (updated)")),
        Written::Kept(path) | Written::Differs(path, _) => (
            Some(path),
            say!(" (sudah disunting, dibiarkan)", " (edited, left as it is)"),
        ),
    }
}

/// A path as people type it.
pub fn shown(path: &Path) -> String {
    let path = path.display().to_string().replace('\\', "/");
    path.strip_prefix("./").unwrap_or(&path).to_owned()
}

/// The lines that are others.
fn differences(written: &Written, screen: &Screen) {
    match written {
        Written::Updated(path, before, after) => {
            let path = shown(path);
            screen.say(&say!("{path} diperbarui:", "{path} was updated:"));
            let changes = changes(before, after).into_iter();
            let lines = changes.map(|change| match change {
                Change::Gone(at, line) => format!("  - {at}: {line}"),
                Change::New(at, line) => format!("  + {at}: {line}"),
            });
            list(&lines.collect::<Vec<_>>(), &path, screen);
        }
        Written::Kept(path) => {
            let path = shown(path);
            screen.say(&say!(
                "{path} sudah disunting dan dibiarkan; sumbernya sama",
                "{path} was edited and is left as it is; its source is the same"
            ));
        }
        Written::Differs(path, lines) if lines.is_empty() => {
            let path = shown(path);
            screen.say(&say!(
                "{path} sudah ada dan dibiarkan; semua isi sumbernya ada di situ",
                "{path} is there and is left as it is; it has all that the source says"
            ));
        }
        Written::Differs(path, lines) => {
            let path = shown(path);
            screen.say(&say!(
                "{path} sudah ada dan dibiarkan; ini belum ada di situ (yang hilang dari sumbernya tidak disebut):",
                "{path} is there and is left as it is; it does not have this (what is gone from its source is not told):"
            ));
            let lines = lines.iter().map(|line| format!("  + {line}"));
            list(&lines.collect::<Vec<_>>(), &path, screen);
        }
        _ => {}
    }
}

fn list(lines: &[String], path: &str, screen: &Screen) {
    for line in lines.iter().take(MOST_LINES) {
        screen.say(&say!("{line}", "{line}"));
    }
    let rest = lines.len().saturating_sub(MOST_LINES);
    if rest > 0 {
        screen.say(&say!(
            "  … dan {rest} baris lagi di {path}",
            "  … and {rest} more lines in {path}"
        ));
    }
}

/// The drafts as data, for each file and service one object.
pub fn machines(all: &[Imported], lang: Lang) -> String {
    let mut list: Vec<Value> = Vec::new();
    for one in all {
        match &one.drafts {
            Ok(drafts) => list.extend(drafts.iter().map(|drafted| data(one, drafted, lang))),
            Err(why) => list.push(json!({"file": one.shown, "error": why.get(lang)})),
        }
    }
    serde_json::to_string_pretty(&list).unwrap_or_default() + "\n"
}

fn data(one: &Imported, drafted: &Drafted, lang: Lang) -> Value {
    let draft = &drafted.draft;
    let doubts = draft.doubts.iter();
    let doubts =
        doubts.map(|doubt| json!({"field": doubt.field, "reason": doubt.reason.get(lang)}));
    let suggestions = draft
        .suggestions
        .iter()
        .map(|one| json!({"field": one.field, "reason": one.reason.get(lang), "lines": one.lines}));
    let mut map = Map::new();
    map.insert("file".to_owned(), one.shown.as_str().into());
    map.insert("service".to_owned(), Value::Object(draft.service.clone()));
    map.insert("doubts".to_owned(), doubts.collect());
    map.insert("suggestions".to_owned(), suggestions.collect());
    if let (Some(path), _) = state(&drafted.written) {
        map.insert("written".to_owned(), shown(path).into());
    }
    Value::Object(map)
}
