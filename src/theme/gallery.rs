//! The examples of a theme's parts, each filled with the real components.
//!
//! A file of examples holds nothing but `{% <example title="…"> %} … {% </example> %}`, once a state.

use serde::Serialize;
use tera::{Context, Tera, Value};

use super::Theme;
use super::compile;
use super::files;
use super::problem::ThemeProblem;
use crate::diagnostic::{Code, say};

/// The component that takes an example. It marks where an example starts, where its title, its state and it itself end.
const EXAMPLE: (&str, &str) = (
    "example",
    "{%- component example(title, state = \"\") -%}\u{1}{{ title | safe }}\u{2}{{ state | safe }}\u{2}{{ body }}\u{3}{%- endcomponent example -%}",
);

/// A part of a theme with its examples.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Its place in the theme without the endings: `parts/hours`.
    pub name: String,
    /// Its files.
    pub files: Vec<&'static str>,
    /// Its examples.
    pub examples: Vec<Example>,
}

/// A part of a theme in one state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Example {
    /// What is special about it.
    pub title: String,
    /// The states that answers would give to what it shows, parted by blanks; empty for none.
    pub state: String,
    /// What the components make of it.
    pub html: String,
}

impl Theme {
    /// The parts that have examples, in the order of their paths, with the words of `lang`.
    ///
    /// # Errors
    ///
    /// All that is wrong with the examples.
    pub fn gallery(&self, lang: &str) -> Result<Vec<Part>, Vec<ThemeProblem>> {
        self.examples(lang).map_err(|mut problems| {
            for problem in &mut problems {
                if !self.own.contains(&problem.file) {
                    problem.is_of_default();
                }
            }
            problems
        })
    }

    fn examples(&self, lang: &str) -> Result<Vec<Part>, Vec<ThemeProblem>> {
        let files = self
            .templates
            .iter()
            .filter(|(path, _)| files::is_example(path));
        let files: Vec<(&str, &str)> = files.map(|(path, text)| (&**path, &**text)).collect();
        let tera = compile::with_examples(&self.written, EXAMPLE, &files)?;
        let words = &self.spoken(lang).value;
        let (mut parts, mut problems) = (Vec::new(), Vec::new());
        for (path, _) in files {
            match filled(&tera, path, words) {
                Ok(examples) => parts.push(part(path, examples)),
                Err(problem) => problems.push(problem),
            }
        }
        match problems.is_empty() {
            true => Ok(parts),
            false => Err(problems),
        }
    }
}

/// The part to which a file of examples belongs.
fn part(path: &str, examples: Vec<Example>) -> Part {
    let name = files::part_of(path);
    let files = files::ALL.iter().map(|file| file.path);
    Part {
        name: name.to_owned(),
        files: files.filter(|file| files::part_of(file) == name).collect(),
        examples,
    }
}

/// The examples of one file.
fn filled(tera: &Tera, path: &str, words: &Value) -> Result<Vec<Example>, ThemeProblem> {
    let mut context = Context::new();
    context.insert_value("w", words.clone());
    let all = tera.render(path, &context);
    let all = all.map_err(|error| compile::problem(path, &error))?;
    let mut pieces = all.split('\u{1}');
    let before = pieces.next().unwrap_or_default();
    let mut examples = Vec::new();
    let mut outside = !before.trim().is_empty();
    for piece in pieces {
        let (title, rest) = piece.split_once('\u{2}').unwrap_or((piece, ""));
        let (state, rest) = rest.split_once('\u{2}').unwrap_or(("", rest));
        let (html, after) = rest.split_once('\u{3}').unwrap_or((rest, ""));
        outside |= !after.trim().is_empty();
        examples.push(Example {
            title: title.to_owned(),
            state: state.to_owned(),
            html: html.trim().to_owned(),
        });
    }
    if outside || examples.is_empty() {
        return Err(no_example(path));
    }
    Ok(examples)
}

/// The problem of a file that holds something else than examples.
fn no_example(path: &str) -> ThemeProblem {
    let problem = ThemeProblem::new(
        path,
        0..0,
        Code::K0901,
        say!(
            "berkas contoh hanya boleh berisi contoh, sekurang-kurangnya satu",
            "a file of examples holds examples and nothing else, at least one"
        ),
    );
    problem.help(say!(
        "tulis setiap keadaan begini: {{% <example title=\"…\"> %}} … {{% </example> %}}",
        "write each state like this: {{% <example title=\"…\"> %}} … {{% </example> %}}"
    ))
}
