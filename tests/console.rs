//! What the guides show of a terminal is what the program prints there.
//!
//! A block of a page that begins with three backticks and `console` is a session: lines that begin with `$ ` are typed, the
//! others are printed. The sessions of a page follow each other in one folder, in which there is only what
//! `tests/data/seed` has, the page of a catalogue. A block `yaml` whose
//! first line is `# PATH, baru` is a file that the reader writes at that point, without this line.
//!
//! `UPDATE_DOCS=1 cargo test --test tests console::` writes what is printed anew.

use std::process::Command;

use crate::site::{Folder, repository, text_of};

/// The page that the reader has saved.
const SAVED: &str = "penerbitan-ktp-elektronik.txt";

/// The pages with sessions.
const PAGES: [&str; 1] = ["docs/dari-sippn.md"];

/// A page with the program's own words below each command.
fn played(page: &str) -> String {
    let folder = Folder::empty().with(SAVED, text_of(&format!("tests/data/seed/{SAVED}")));
    let mut written = String::new();
    let mut rest = page;
    while let Some(at) = rest.find("\n```") {
        let (before, block) = rest.split_at(at + 4);
        written.push_str(before);
        let (kind, body) = block.split_once('\n').expect("a block has lines");
        let (body, after) = body.split_once("\n```").expect("a block ends");
        written.push_str(kind);
        written.push('\n');
        match kind {
            "console" => written.push_str(&session(&folder, body)),
            _ => {
                if let Some((path, text)) = file_of(kind, body) {
                    folder.write(path, format!("{text}\n"));
                }
                written.push_str(body);
            }
        }
        written.push_str("\n```");
        rest = after;
    }
    written + rest
}

/// The file that a block asks the reader to write.
fn file_of<'a>(kind: &str, body: &'a str) -> Option<(&'a str, &'a str)> {
    let (first, text) = body.split_once('\n')?;
    let path = first.strip_prefix("# ")?.strip_suffix(", baru")?;
    (kind == "yaml").then_some((path, text))
}

/// The typed lines of a session, each with what is printed.
fn session(folder: &Folder, body: &str) -> String {
    let typed = body.lines().filter_map(|line| line.strip_prefix("$ "));
    let lines = typed.map(|command| format!("$ {command}\n{}", printed(folder, command)));
    let text: String = lines.collect();
    text.trim_end().to_owned()
}

/// What a shell prints for a command in the folder, in the order in which it is written.
fn printed(folder: &Folder, command: &str) -> String {
    let program = env!("CARGO_BIN_EXE_maklumat");
    let shell = format!("maklumat() {{ '{program}' \"$@\"; }}\nexec 2>&1\n{command}");
    let output = Command::new("sh")
        .args(["-c", &shell])
        .current_dir(folder.root())
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("LANG", "id_ID.UTF-8")
        .env("SOURCE_DATE_EPOCH", "1796083200")
        .env("NO_COLOR", "1")
        .output()
        .expect("sh runs");
    let text = String::from_utf8(output.stdout).expect("text is printed");
    untimed(&text.replace(&folder.root().display().to_string(), "/home/staf"))
}

/// The text with one time for all that say how long something took: `(0,3 detik)`.
fn untimed(text: &str) -> String {
    let mut parts = text.split(" detik)");
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let kept = written
            .trim_end_matches(|c: char| c.is_ascii_digit() || c == ',')
            .len();
        written.truncate(kept);
        written.push_str("0,3 detik)");
        written.push_str(part);
    }
    written
}

#[test]
fn every_session_of_the_guides_prints_what_it_shows() {
    for path in PAGES {
        let file = repository().join(path);
        let page = std::fs::read_to_string(&file).expect("a page");
        let played = played(&page);
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(&file, &played).expect("the page is written");
        } else {
            let first = page
                .lines()
                .zip(played.lines())
                .find(|(shown, said)| shown != said);
            assert!(
                page == played,
                "{path} shows something else: {first:?}; UPDATE_DOCS=1 cargo test --test tests console::"
            );
        }
    }
}

#[test]
fn a_session_that_shows_something_else_is_noticed() {
    let page = "# A\n\n```console\n$ maklumat --version\nmaklumat 0.0.0\n```\n\nEnd.\n";
    let played = played(page);
    assert_ne!(played, page);
    assert!(played.contains(concat!("maklumat ", env!("CARGO_PKG_VERSION"))));
    assert_eq!(self::played(&played), played);
}
