//! The reference of keys, findings and commands is what the program says of itself.
//!
//! `UPDATE_DOCS=1 cargo test --test tests reference::` writes its pages anew.

use std::fmt::Write;

use maklumat::diagnostic::{Code, Lang, Severity};
use maklumat::model::shape::{Choice, RecordShape, Shape};
use maklumat::parse::file_shapes;

use crate::site::{Folder, repository};

#[test]
fn keys_are_those_of_the_program() {
    is_written("docs/kunci.md", &keys());
}

#[test]
fn findings_are_those_of_the_program() {
    is_written("docs/temuan.md", &findings());
}

#[test]
fn commands_are_those_of_the_program() {
    is_written("docs/perintah.md", &commands());
}

/// A page of the reference is what the program says of itself.
fn is_written(path: &str, text: &str) {
    let file = repository().join(path);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, text).expect("the page is written");
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        written == text,
        "{path} is not what the program says: UPDATE_DOCS=1 cargo test --test tests reference::"
    );
}

/// All kinds of findings: code, name, weight, and the first sentence of its page.
fn findings() -> String {
    let mut text = "# Semua temuan\n\n\
        Kode dan nama boleh dipakai di `ketelitian` dan dengan `maklumat explain KODE`, yang mencetak halaman lengkapnya \
        dengan contoh. Kesalahan menghentikan penerbitan, peringatan hanya dengan `--deny warnings`, petunjuk tidak pernah. \
        Tabel ini dibuat dari program.\n\n\
        | kode | nama | bobot | artinya |\n| --- | --- | --- | --- |\n"
        .to_owned();
    for code in Code::ALL {
        let (number, name) = (code.number(), code.name());
        let weight = match code.severity() {
            Severity::Error => "kesalahan",
            Severity::Warning => "peringatan",
            Severity::Hint => "petunjuk",
        };
        let page = code.page(Lang::Id);
        let paragraph = page.split("\n\n").nth(1).expect("a first paragraph");
        let about = paragraph.replace('\n', " ").replace('|', "\\|");
        let _ = writeln!(
            text,
            "| [{number}](../src/diagnostic/codes/{number}.id.md) | `{name}` | {weight} | {about} |"
        );
    }
    text
}

/// What each command prints when it is asked for help.
fn commands() -> String {
    let folder = Folder::empty();
    let help = |arguments: &str| {
        let out = folder.run(&format!("{arguments} -h")).exits(0).out;
        let lines = out.lines().map(|line| line.trim_end().to_owned() + "\n");
        lines.collect::<String>()
    };
    let mut text = "# Semua perintah\n\n\
        Keterangan tiap perintah, dalam bahasa Inggris dan Indonesia, seperti dicetak `maklumat PERINTAH -h`. \
        Kode akhir: 0 bersih, 1 ada masalah di isi, 2 lingkungan atau cara memanggil. Halaman ini dibuat dari program.\n"
        .to_owned();
    for name in subcommands(&help("")) {
        let own = help(&name);
        let below = subcommands(&own);
        let _ = write!(
            text,
            "\n## maklumat {name}\n\n```text\n{}\n```\n",
            own.trim_end()
        );
        for inner in below {
            let own = help(&format!("{name} {inner}"));
            let _ = write!(
                text,
                "\n### maklumat {name} {inner}\n\n```text\n{}\n```\n",
                own.trim_end()
            );
        }
    }
    text
}

#[test]
fn the_readme_names_every_command() {
    let help = Folder::empty().run("-h").exits(0).out;
    let commands = subcommands(&help);
    assert!(commands.len() > 10, "{commands:?}");
    let readme = include_str!("../README.md");
    let rows = readme.lines().filter_map(|line| line.strip_prefix("| `"));
    let named: String = rows.filter_map(|row| row.split(" | ").next()).collect();
    let names: Vec<&str> = named.split(|c: char| !c.is_alphanumeric()).collect();
    for command in commands {
        assert!(names.contains(&command.as_str()), "{command}");
    }
}

/// The commands that a help text lists, `help` itself left out.
fn subcommands(help: &str) -> Vec<String> {
    let Some((_, list)) = help.split_once("Commands:\n") else {
        return Vec::new();
    };
    let lines = list.lines().take_while(|line| !line.is_empty());
    let own = lines.filter_map(|line| {
        line.strip_prefix("  ")
            .filter(|line| !line.starts_with(' '))
    });
    let names = own.filter_map(|line| line.split_whitespace().next());
    names
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

/// The table of all keys, by file and record.
fn keys() -> String {
    let mut text = "# Semua kunci\n\n\
        Kunci boleh ditulis dalam bahasa Indonesia atau Inggris. Tanda * berarti wajib ada. \
        Tabel ini dibuat dari program.\n"
        .to_owned();
    let mut told = Vec::new();
    for (kind, shape) in file_shapes() {
        let file = match kind {
            "site" => "site.yaml".to_owned(),
            "agency" => "content/DINAS/agency.yaml".to_owned(),
            "service" => "content/DINAS/LAYANAN.yaml".to_owned(),
            other => format!("content/{other}.yaml"),
        };
        let _ = write!(text, "\n## {file}\n");
        tell(&shape, "", &mut told, &mut text);
    }
    text
}

/// One table for each record that was not told before; `at` is the key that holds it.
fn tell(shape: &Shape, at: &str, told: &mut Vec<&'static str>, text: &mut String) {
    match shape {
        Shape::List(inner) | Shape::Named(inner) => tell(inner, at, told, text),
        Shape::Any(shapes) => shapes.iter().for_each(|shape| tell(shape, at, told, text)),
        Shape::Record(record) if !told.contains(&record.name) => {
            told.push(record.name);
            tell_record(record, at, text);
            for field in record.fields {
                let at = match at {
                    "" => field.id.to_owned(),
                    at => format!("{at}, {}", field.id),
                };
                tell(&(field.shape)(), &at, told, text);
            }
        }
        _ => {}
    }
}

fn tell_record(record: &RecordShape, at: &str, text: &mut String) {
    if !at.is_empty() {
        let _ = write!(text, "\n### {at}\n");
    }
    text.push_str("\n| kunci | English | arti |\n| --- | --- | --- |\n");
    for field in record.fields {
        let (id, en, about) = (field.id, field.en, field.about_id);
        let mark = if field.required { " *" } else { "" };
        let values = match choices(&(field.shape)()) {
            values if values.is_empty() => String::new(),
            values => format!(": {values}"),
        };
        let _ = writeln!(text, "| `{id}`{mark} | `{en}` | {about}{values} |");
    }
}

/// The fixed values of a key as Indonesian words, with the English ones where they differ.
fn choices(shape: &Shape) -> String {
    match shape {
        Shape::List(inner) | Shape::Named(inner) => choices(inner),
        Shape::Choice(choices) => {
            let word = |choice: &Choice| {
                if choice.en == choice.id {
                    format!("`{}`", choice.id)
                } else {
                    format!("`{}` ({})", choice.id, choice.en)
                }
            };
            choices.iter().map(word).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}
