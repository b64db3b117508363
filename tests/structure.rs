//! House rules that a machine keeps. Each rule is a function from a file to complaints; each is shown failing below.

mod blank;
mod circles;
mod rules;

use std::path::Path;
use std::process::Command;

use maklumat::diagnostic::{Code, Lang};

use rules::STAGES;

/// The headings of a code's page in each language, and the one that may follow.
const HEADINGS: [(Lang, [&str; 4], &str); 2] = [
    (
        Lang::En,
        [
            "What it means",
            "Why it matters",
            "Example",
            "Write instead",
        ],
        "Note",
    ),
    (
        Lang::Id,
        ["Artinya", "Mengapa penting", "Contoh", "Tulis begini"],
        "Catatan",
    ),
];

/// Runs a rule over every tracked file that `wanted` accepts and shows all complaints at once.
fn keep(wanted: impl Fn(&str) -> bool, rule: fn(&str, &str) -> Vec<String>) {
    let mut complaints = Vec::new();
    for path in tracked_files() {
        let Ok(bytes) = std::fs::read(root().join(&path)) else {
            continue; // Deleted, but still in the index.
        };
        let Ok(text) = String::from_utf8(bytes) else {
            continue; // A picture.
        };
        if wanted(&path) {
            complaints.extend(rule(&path, &text));
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files in the repository, and those about to be added to it.
fn tracked_files() -> Vec<String> {
    let output = Command::new("git")
        .args(["-c", "safe.directory=*", "ls-files", "-z"])
        .args(["--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git lists the files; it must be installed");
    assert!(
        output.status.success(),
        "git ls-files failed: the house rules are checked in a clone"
    );
    String::from_utf8_lossy(&output.stdout)
        .split_terminator('\0')
        .map(str::to_owned)
        .collect()
}

fn is_source(path: &str) -> bool {
    path.starts_with("src/") && path.ends_with(".rs")
}

/// Accepts the sources of the program without the files that are compiled for tests only.
fn is_program() -> impl Fn(&str) -> bool {
    let tests: Vec<String> = tracked_files()
        .iter()
        .filter(|path| is_source(path))
        .filter_map(|path| Some((path, std::fs::read_to_string(root().join(path)).ok()?)))
        .flat_map(|(path, text)| rules::test_modules(path, &text))
        .collect();
    move |path| {
        let of_tests = |file: &String| {
            path == file || path.starts_with(&format!("{}/", file.trim_end_matches(".rs")))
        };
        is_source(path) && !tests.iter().any(of_tests)
    }
}

fn is_any(_: &str) -> bool {
    true
}

#[test]
fn stages_import_only_from_earlier_stages() {
    keep(is_program(), rules::imports_point_one_way);
}

#[test]
fn every_module_is_a_stage_of_the_list() {
    keep(is_source, rules::module_is_listed);
}

#[test]
fn the_crate_opens_with_its_stages() {
    let stages = STAGES.iter().copied();
    let modules: Vec<&str> = stages
        .filter(|stage| root().join(format!("src/{stage}.rs")).exists())
        .collect();
    let text = std::fs::read_to_string(root().join("src/lib.rs")).expect("src/lib.rs");
    let complaints = rules::opens_with_stages(&modules, &text);
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn every_file_of_tests_is_run() {
    let files = tracked_files().into_iter();
    let files = files.filter(|path| path.starts_with("tests/") && path.ends_with(".rs"));
    let files = files.filter_map(|path| {
        let text = std::fs::read_to_string(root().join(&path)).ok()?;
        Some((path, text))
    });
    let complaints = rules::tests_are_modules(&files.collect());
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn files_do_not_import_each_other_in_circles() {
    let program = is_program();
    let files = tracked_files()
        .into_iter()
        .filter(|path| program(path))
        .filter_map(|path| {
            let text = std::fs::read_to_string(root().join(&path)).ok()?;
            Some((path, text))
        })
        .collect();
    let found = circles::circles(&circles::imports(&files));
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn every_file_opens_by_saying_what_it_is() {
    keep(is_source, rules::opens_with_a_sentence);
}

#[test]
fn files_stay_short() {
    keep(is_program(), rules::file_is_short);
}

#[test]
fn functions_stay_short() {
    keep(is_program(), rules::functions_are_short);
}

#[test]
fn nothing_unwraps_outside_tests() {
    keep(is_program(), rules::nothing_unwraps);
}

#[test]
fn nothing_is_left_to_do() {
    keep(is_any, rules::nothing_left_to_do);
}

#[test]
fn no_file_names_a_machine_or_a_registry() {
    keep(is_any, rules::names_no_machine);
}

#[test]
fn no_file_speaks_of_how_the_work_was_ordered() {
    keep(is_any, rules::speaks_of_the_product);
}

#[test]
fn every_code_has_its_pages_and_each_page_its_headings() {
    let mut complaints = Vec::new();
    for (lang, wanted, extra) in HEADINGS {
        for code in Code::ALL {
            let page = code.page(lang);
            complaints.extend(rules::page_has_headings(code.number(), page, wanted, extra));
        }
    }
    let known: Vec<String> = Code::ALL
        .iter()
        .flat_map(|code| [Lang::En, Lang::Id].map(|lang| format!("{}.{lang}.md", code.number())))
        .collect();
    for path in tracked_files() {
        if let Some(name) = path.strip_prefix("src/diagnostic/codes/")
            && !known.iter().any(|page| page == name)
        {
            complaints.push(format!("{path}: no code has this page"));
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// Each rule on a file made to break it, and on one that only looks as if it did.
mod shown_failing {
    use super::circles;
    use super::rules::*;

    #[track_caller]
    fn demand(found: &[String], wanted: &[&str]) {
        assert_eq!(found.len(), wanted.len(), "{found:#?}");
        for (found, wanted) in found.iter().zip(wanted) {
            assert!(found.contains(wanted), "{found}\ndoes not say: {wanted}");
        }
    }

    #[test]
    fn a_later_stage_imported() {
        let text = "//! Reads.\nuse crate::span::Span;\nuse crate::theme::Theme;\n";
        demand(
            &imports_point_one_way("src/parse/key.rs", text),
            &["src/parse/key.rs:3: `parse` imports `theme`"],
        );
    }

    #[test]
    fn a_later_stage_in_a_group_a_path_or_through_super() {
        let group = "use crate::{span::Span, parse, render::view::{Page}};\n";
        demand(
            &imports_point_one_way("src/resolve.rs", group),
            &["imports `render`"],
        );
        let path = "fn f() -> u8 {\n    crate::cli::run()\n}\n";
        demand(
            &imports_point_one_way("src/analyze.rs", path),
            &[":2: `analyze` imports `cli`"],
        );
        let climbing = "use super::key::Key;\nuse super::super::render::Page;\n";
        demand(
            &imports_point_one_way("src/parse/value.rs", climbing),
            &[":2: `parse` imports `render`"],
        );
        demand(
            &imports_point_one_way("src/parse.rs", "use super::serve::Server;\n"),
            &["imports `serve`"],
        );
    }

    #[test]
    fn an_import_past_the_stages() {
        demand(
            &imports_point_one_way("src/serve.rs", "use crate::compile;\n"),
            &["`compile` is no stage"],
        );
    }

    #[track_caller]
    fn demand_circles(files: &[(&str, &str)], wanted: &[&str]) {
        let own = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
        let files = files.iter().map(own).collect();
        demand(&circles::circles(&circles::imports(&files)), wanted);
    }

    #[test]
    fn two_files_that_import_each_other() {
        demand_circles(
            &[
                (
                    "src/disk.rs",
                    "mod folder;\nmod guard;\npub use folder::Folder;\n",
                ),
                ("src/disk/folder.rs", "use super::guard::{self, refuse};\n"),
                ("src/disk/guard.rs", "fn f(mode: super::folder::Mode) {}\n"),
            ],
            &[
                "src/disk/folder.rs: imports src/disk/guard.rs",
                "src/disk/guard.rs: imports src/disk/folder.rs",
            ],
        );
    }

    #[test]
    fn a_circle_of_three_and_one_through_a_name_that_is_handed_on() {
        demand_circles(
            &[
                ("src/yaml/a.rs", "use crate::yaml::b::B;\n"),
                (
                    "src/yaml/b.rs",
                    "use super::{\n    c::{C, D},\n    d,\n};\n",
                ),
                ("src/yaml/c.rs", "use super::a::A;\n"),
                ("src/yaml/d.rs", "\n"),
            ],
            &[
                "a.rs: imports src/yaml/b.rs",
                "b.rs: imports src/yaml/c.rs",
                "c.rs: imports src/yaml/a.rs",
            ],
        );
        demand_circles(
            &[
                (
                    "src/model.rs",
                    "mod a;\nmod b;\npub use b::{B as Bee, Other};\npub use a::A;\n",
                ),
                ("src/model/a.rs", "use super::Other;\n"),
                ("src/model/b.rs", "fn f() -> crate::model::A {}\n"),
            ],
            &[
                "a.rs: imports src/model/b.rs",
                "b.rs: imports src/model/a.rs",
            ],
        );
    }

    #[test]
    fn files_that_lead_one_way() {
        demand_circles(
            &[
                (
                    "src/model.rs",
                    "mod a;\nmod b;\npub use b::B;\npub use a::A;\n",
                ),
                (
                    "src/model/a.rs",
                    "use super::B;\n#[cfg(test)]\nmod tests {\n    use crate::model::A;\n}\n",
                ),
                ("src/model/b.rs", "//! [`super::A`]\nuse std::fmt;\n"),
            ],
            &[],
        );
    }

    #[test]
    fn imports_that_are_no_imports() {
        let text = "//! [`crate::cli`]\n/* crate::cli */\nconst A: &str = \"crate::cli\";\n\
                    const B: &str = r#\"crate::cli\"#;\n#[cfg(test)]\nmod tests {\n    use crate::cli;\n}\n";
        demand(&imports_point_one_way("src/span.rs", text), &[]);
    }

    #[test]
    fn modules_for_tests_only() {
        let text = "mod key;\n#[cfg(test)]\nmod tests;\n#[cfg(test)]\n#[path = \"x\"]\npub(crate) mod oracle;\n\
                    #[cfg(test)]\nmod inside {\n}\n// #[cfg(test)]\nmod value;\n";
        let found = test_modules("src/rule/compile.rs", text);
        assert_eq!(
            found,
            ["src/rule/compile/tests.rs", "src/rule/compile/oracle.rs"]
        );
        assert_eq!(
            test_modules("src/lib.rs", "#[cfg(test)]\nmod tests;\n"),
            ["src/tests.rs"]
        );
    }

    #[test]
    fn a_file_of_tests_that_is_not_run() {
        let files = [
            (
                "tests/main.rs",
                "mod a;\n#[cfg(unix)]\npub mod c;\n// mod d;\n",
            ),
            ("tests/a.rs", "mod b;\nmod inside {\n}\n"),
            ("tests/a/b.rs", ""),
            ("tests/a/main.rs", ""),
            ("tests/b.rs", ""),
            ("tests/c.rs", "mod a;\n"),
            ("tests/d.rs", "mod e;\n"),
            ("tests/d/e.rs", ""),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
        demand(
            &tests_are_modules(&files.into()),
            &[
                "tests/a/main.rs",
                "tests/b.rs",
                "tests/d.rs",
                "tests/d/e.rs",
            ],
        );
    }

    #[test]
    fn a_module_outside_the_list() {
        demand(
            &module_is_listed("src/helpers/text.rs", ""),
            &["`helpers` is not in the list of stages"],
        );
        demand(
            &module_is_listed("src/parse/mod.rs", ""),
            &["write src/parse.rs"],
        );
        demand(&module_is_listed("src/parse/key.rs", ""), &[]);
        demand(&module_is_listed("src/main.rs", ""), &[]);
    }

    #[test]
    fn a_crate_that_does_not_say_its_stages() {
        let modules = ["parse", "resolve", "render"];
        let good =
            "//! 1. [`parse`] reads\n//! 2. [`resolve::site`] names\n//! 3. [`render`] shows\n";
        demand(&opens_with_stages(&modules, good), &[]);
        let forgotten = "//! 1. [`parse`] reads\n//! 2. [`render`] shows\n";
        demand(
            &opens_with_stages(&modules, forgotten),
            &["does not link `resolve`"],
        );
        let turned = "//! 1. [`resolve`]\n//! 2. [`parse`]\n//! 3. [`render`]\n";
        demand(
            &opens_with_stages(&modules, turned),
            &["`resolve` before its turn"],
        );
    }

    #[test]
    fn a_file_without_its_sentence() {
        demand(
            &opens_with_a_sentence("src/span.rs", "use std::fmt;\n"),
            &["src/span.rs:1: opens without `//!`"],
        );
        demand(&opens_with_a_sentence("src/span.rs", "//! Places.\n"), &[]);
    }

    #[test]
    fn a_long_file() {
        let lines = "const A: u8 = 0;\n".repeat(501);
        demand(&file_is_short("src/span.rs", &lines), &["501 lines"]);
        let tests = "const A: u8 = 0;\n".repeat(496)
            + "#[cfg(test)]\nmod tests {\n"
            + &"    use a;\n".repeat(90)
            + "}\n";
        demand(&file_is_short("src/span.rs", &tests), &[]);
    }

    #[test]
    fn a_long_function() {
        let body = "        call();\n".repeat(59);
        let long =
            format!("impl A {{\n    pub fn f(\n        a: u8,\n    ) {{\n{body}    }}\n}}\n");
        demand(
            &functions_are_short("src/span.rs", &long),
            &["src/span.rs:2: a function of 63 lines"],
        );
        let short = format!("fn f() {{\n{}}}\n", "    call();\n".repeat(58));
        demand(&functions_are_short("src/span.rs", &short), &[]);
        let declared = format!(
            "trait A {{\n    fn f(&self);\n{}}}\n",
            "    type B;\n".repeat(90)
        );
        demand(&functions_are_short("src/span.rs", &declared), &[]);
    }

    #[test]
    fn something_that_unwraps() {
        let text = "fn f() {\n    a().unwrap();\n    b()\n        .expect(\"b\");\n    c().unwrap_or(1);\n}\n";
        demand(
            &nothing_unwraps("src/span.rs", text),
            &["src/span.rs:2: `unwrap`", "src/span.rs:4: `expect`"],
        );
        let fine = "// a.unwrap()\nfn f() {\n    self.expect(Token::End);\n}\n#[cfg(test)]\nmod tests {\n    fn g() {\n        a.unwrap();\n    }\n}\n";
        demand(&nothing_unwraps("src/span.rs", fine), &[]);
    }

    #[test]
    fn something_left_to_do() {
        let text = concat!(
            "a\n# TO",
            "DO: later\n<!-- FIX",
            "ME -->\nmetodologi TODOLIST\n"
        );
        demand(
            &nothing_left_to_do("README.md", text),
            &["README.md:2", "README.md:3"],
        );
    }

    #[test]
    fn a_machine_or_a_registry_named() {
        let text = concat!(
            "cd /wo",
            "rk/x\nsee `/ro",
            "ot/.cargo`\nhttps://a.example/work/x\nC:\\Us",
            "ers\\budi\n",
            "https://registry.npm",
            "js.org/a\n/home/",
            "budi/a\n/home/index.html\n",
        );
        demand(
            &names_no_machine("README.md", text),
            &[
                "README.md:1",
                "README.md:2",
                "README.md:4",
                "README.md:5",
                "README.md:6",
            ],
        );
        let lock = concat!(
            "source = \"registry+https://github.com/rust-lang/crates",
            ".io-index\"\n"
        );
        demand(&names_no_machine("Cargo.lock", lock), &[]);
        demand(&names_no_machine("README.md", lock), &["README.md:1"]);
    }

    #[test]
    fn a_file_that_speaks_of_the_work() {
        let text = concat!(
            "Done for Iss",
            "ue #12.\nNo session is kept, open an issue.\nA helper ses",
            "sion wrote it.\n",
            "See ../sha",
            "red/design.md.\n",
        );
        demand(
            &speaks_of_the_product("src/span.rs", text),
            &["span.rs:1", "span.rs:3", "span.rs:4"],
        );
    }

    #[test]
    fn a_page_without_its_headings() {
        let check =
            |page: &str| page_has_headings("K0001", page, ["What", "Why", "Bad", "Good"], "Note");
        let whole = "# K0001: a\n\nx\n## What\nx\n\n## Why\nx\n## Bad\n```md\n## no heading\n```\n## Good\nx\n";
        demand(&check(whole), &[]);
        demand(&check(&format!("{whole}## Note\nx\n")), &[]);
        demand(
            &check(&format!("{whole}## More\nx\n")),
            &["its headings are"],
        );
        demand(
            &check(&whole.replace("## Why\nx\n", "")),
            &["its headings are"],
        );
        demand(
            &check(&whole.replace("K0001", "K0002")),
            &["does not open with `# K0001: …`"],
        );
        demand(
            &check(&whole.replace("## What\nx\n", "## What\n")),
            &["nothing under `What`"],
        );
        demand(
            &check(whole.trim_end_matches("x\n")),
            &["nothing under `Good`"],
        );
    }
}
