//! A script as it goes into a page: the same program in fewer bytes.

use std::ops::Range;

use crate::diagnostic::{Code, say};

use super::problem::ThemeProblem;

/// Why a script cannot be read, and where.
pub(super) type Mistake = (Range<usize>, String);

/// The same script with short names, without blanks and comments, as a block: several can stand in one element.
///
/// # Errors
///
/// Where it cannot be read as a module, and why.
pub(super) fn compact(script: &str) -> Result<String, Mistake> {
    use oxc_codegen::{Codegen, CodegenOptions, CommentOptions};
    use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};

    let allocator = oxc_allocator::Allocator::default();
    let read = oxc_parser::Parser::new(&allocator, script, oxc_span::SourceType::mjs()).parse();
    if let Some(error) = read.errors.first() {
        let label = error.labels.as_ref().and_then(|labels| labels.first());
        let place = label.map_or(0..0, |label| label.offset()..label.offset() + label.len());
        return Err((place, error.message.to_string()));
    }
    let block = in_block(script);
    let mut program = oxc_parser::Parser::new(&allocator, &block, oxc_span::SourceType::mjs())
        .parse()
        .program;
    let options = MinifierOptions {
        mangle: Some(MangleOptions::default()),
        // Old phones read no newer words than the script itself uses.
        compress: Some(CompressOptions {
            target: oxc_compat::EngineTargets::from_target("es2020").unwrap_or_default(),
            ..CompressOptions::default()
        }),
    };
    let done = Minifier::new(options).minify(&allocator, &mut program);
    let written = Codegen::new()
        .with_options(CodegenOptions {
            minify: true,
            comments: CommentOptions::disabled(),
            ..CodegenOptions::default()
        })
        .with_scoping(done.scoping)
        .build(&program);
    Ok(written.code)
}

/// The script with its names kept to itself. What it exports is for tests: a page imports nothing.
fn in_block(script: &str) -> String {
    let lines = script
        .lines()
        .map(|line| line.strip_prefix("export ").unwrap_or(line));
    format!("{{\n{}\n}}", lines.collect::<Vec<&str>>().join("\n"))
}

/// The problem of a script that cannot be read.
pub(super) fn problem(file: &str, (place, why): Mistake) -> ThemeProblem {
    ThemeProblem::new(
        file,
        place,
        Code::K0901,
        say!(
            "skrip ini tidak terbaca: {why}",
            "this script cannot be read: {why}"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn comments_blanks_and_long_names_go() {
        let script = "// a\nconst long_name = 1;\nexport const twice = () => {\n  return long_name + long_name; // b\n};\nshow(twice, twice);\n";
        let small = compact(script).expect("a script");
        assert!(small.len() < script.len() / 2, "{small}");
        assert!(small.starts_with('{') && small.ends_with('}'), "{small}");
        for gone in ["long_name", "export", "//", "\n"] {
            assert!(!small.contains(gone), "{small}");
        }
    }

    #[test]
    fn newer_words_than_the_script_has_are_not_used() {
        let small = compact("show((a) => { a = a || 1; return a; });").expect("a script");
        assert!(!small.contains("||="), "{small}");
    }

    #[test]
    fn a_mistake_has_its_place() {
        let script = "const a = 1;\nconst = 2;\n";
        let (place, why) = compact(script).expect_err("a mistake");
        assert_eq!(script.get(place), Some("="));
        assert!(!why.is_empty());
    }
}
