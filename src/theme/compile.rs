//! Templates compiled once, and the template engine's messages turned into problems with a place.

use std::collections::BTreeMap;

use tera::{Error, ErrorKind, ReportError, Tera};

use crate::diagnostic::{Code, say};

use super::files::is_template;
use super::filters::engine;
use super::problem::ThemeProblem;
use crate::similar::nearest;

/// What a template may ask for at its top level.
const VARIABLES: &[&str] = &[
    "checklist_script",
    "due_script",
    "finder_script",
    "finder_style",
    "keep_script",
    "lists_style",
    "page",
    "print_style",
    "search_script",
    "search_style",
    "service_style",
    "style",
    "w",
];

/// Compiles every template. `None` with at least one problem if that cannot be done.
pub(super) fn templates(
    sources: &BTreeMap<&str, &str>,
    replaced: &dyn Fn(&str) -> bool,
    problems: &mut Vec<ThemeProblem>,
) -> Option<Tera> {
    let files: Vec<(&str, &str)> = sources
        .iter()
        .map(|(path, text)| (*path, *text))
        .filter(|(path, _)| is_template(path))
        .collect();
    let before = problems.len();
    for (path, text) in files.iter().filter(|(path, _)| replaced(path)) {
        problems.extend(syntax(path, text));
    }
    if problems.len() > before {
        return None;
    }
    let mut tera = engine();
    if let Err(error) = tera.add_raw_templates(files.iter().copied()) {
        problems.extend(unresolved(&error, &files));
        return None;
    }
    for (path, text) in files {
        problems.extend(unknown_variables(&tera, path, text, VARIABLES));
    }
    Some(tera)
}

/// The templates of a theme, a component of the program's own, and examples that use both. All that is wrong with the
/// examples if that cannot be done.
pub(super) fn with_examples(
    templates: &Tera,
    own: (&str, &str),
    examples: &[(&str, &str)],
) -> Result<Tera, Vec<ThemeProblem>> {
    let written = examples
        .iter()
        .filter_map(|(path, text)| syntax(path, text));
    let mut problems: Vec<ThemeProblem> = written.collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut tera = templates.clone();
    let all = examples.iter().copied().chain([own]);
    if let Err(error) = tera.add_raw_templates(all) {
        return Err(unresolved(&error, examples));
    }
    for (path, text) in examples {
        problems.extend(unknown_variables(&tera, path, text, &["w"]));
    }
    match problems.is_empty() {
        true => Ok(tera),
        false => Err(problems),
    }
}

/// The templates made smaller and compiled; `None` where there is nothing to be gained.
pub(super) fn minified(sources: &BTreeMap<&str, &str>) -> Option<Tera> {
    let files = sources.iter().filter(|(path, _)| is_template(path));
    let small = files.map(|(path, text)| {
        let text = super::minify::minify(text).unwrap_or_else(|| (*text).to_owned());
        (*path, text)
    });
    let mut tera = engine();
    tera.add_raw_templates(small).ok()?;
    Some(tera)
}

/// The problem of one template read alone: only its syntax, for what it names may stand elsewhere.
fn syntax(path: &str, text: &str) -> Option<ThemeProblem> {
    let error = engine().add_raw_template(path, text).err()?;
    match error.kind() {
        ErrorKind::SyntaxError(_) => Some(problem(path, &error)),
        _ => None,
    }
}

/// One problem for an error of the engine while it reads or renders `template`.
pub(super) fn problem(template: &str, error: &Error) -> ThemeProblem {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => placed(report),
        ErrorKind::TemplateNotFound(name) => missing(template, name),
        kind => plain(template, &first_line(&kind.to_string())),
    }
}

/// The problem of an error that knows its place.
fn placed(report: &ReportError) -> ThemeProblem {
    let mut problem = plain(report.filename(), report.message());
    problem.span = report.span().range.clone();
    problem
}

/// A problem of a template as a whole, in the engine's words.
fn plain(file: &str, said: &str) -> ThemeProblem {
    ThemeProblem::new(
        file,
        0..0,
        Code::K0901,
        say!(
            "templat ini keliru: {said}",
            "this template is wrong: {said}"
        ),
    )
}

/// The problem of a template that the theme lacks.
fn missing(template: &str, name: &str) -> ThemeProblem {
    ThemeProblem::new(
        template,
        0..0,
        Code::K0901,
        say!(
            "tema tidak punya templat `{name}`",
            "the theme has no template `{name}`"
        ),
    )
}

/// The problems behind an error of the whole set: the engine joins its reports into one text.
fn unresolved(error: &Error, files: &[(&str, &str)]) -> Vec<ThemeProblem> {
    let ErrorKind::Msg(text) = error.kind() else {
        let file = match error.kind() {
            ErrorKind::MissingParent { current, .. } => current.as_str(),
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => tpl,
            _ => "base.html",
        };
        return vec![problem(file, error)];
    };
    let found: Vec<ThemeProblem> = text
        .split("\n\nerror: ")
        .filter_map(|report| reported(report, files))
        .collect();
    if found.is_empty() {
        vec![plain("base.html", &first_line(text))]
    } else {
        found
    }
}

/// One joined report: its message, and the line ` --> file:line:column`.
fn reported(report: &str, files: &[(&str, &str)]) -> Option<ThemeProblem> {
    let mut lines = report.lines();
    let said = lines.next()?.trim_start_matches("error: ");
    let place = lines.next()?.trim_start().strip_prefix("--> ")?;
    let width = lines.nth(2)?.matches('^').count();
    let mut parts = place.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let (file, text) = files
        .iter()
        .find(|(path, _)| Some(*path) == parts.clone().next())?;
    let start_of_line: usize = text
        .split_inclusive('\n')
        .take(line - 1)
        .map(str::len)
        .sum();
    let in_line = text[start_of_line..]
        .char_indices()
        .nth(column - 1)
        .map_or(0, |(at, _)| at);
    let start = start_of_line + in_line;
    let mut problem = plain(file, said);
    problem.span = start..(start + width).min(text.len());
    Some(problem)
}

/// Names at the top level of a template that no page has.
fn unknown_variables(tera: &Tera, path: &str, text: &str, known: &[&str]) -> Vec<ThemeProblem> {
    let Ok(names) = tera.get_template_variables(path) else {
        return Vec::new();
    };
    let mut names: Vec<&str> = names.into_iter().collect();
    names.sort_unstable();
    names
        .into_iter()
        .filter(|name| !known.contains(name))
        .map(|name| {
            let start = word_at(text, name);
            let all = known.join("`, `");
            let problem = ThemeProblem::new(
                path,
                start..start + if start == 0 { 0 } else { name.len() },
                Code::K0901,
                say!(
                    "halaman tidak punya `{name}`; yang ada: `{all}`",
                    "a page has no `{name}`; it has `{all}`"
                ),
            );
            match nearest(name, known.iter().copied()) {
                Some(near) => problem.help(say!(
                    "mungkin maksud Anda `{near}`",
                    "did you mean `{near}`?"
                )),
                None => problem,
            }
        })
        .collect()
}

/// The first place of `name` as a whole word inside braces; 0 where it is not found.
fn word_at(text: &str, name: &str) -> usize {
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    text.match_indices(name)
        .find(|(at, _)| {
            let before = text[..*at].chars().next_back();
            let after = text[at + name.len()..].chars().next();
            let whole = !before.is_some_and(part_of_name)
                && !after.is_some_and(|c| c.is_alphanumeric() || c == '_');
            whole && inside_braces(&text[..*at])
        })
        .map_or(0, |(at, _)| at)
}

/// Whether a template's text up to here ends inside `{{ … }}` or `{% … %}`.
fn inside_braces(before: &str) -> bool {
    let open = before.rfind("{{").max(before.rfind("{%"));
    let close = before.rfind("}}").max(before.rfind("%}"));
    open > close
}

/// The first line of a message, without the frame the engine draws around it.
fn first_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    line.trim_start_matches("error: ").to_owned()
}
