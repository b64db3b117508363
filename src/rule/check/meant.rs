//! What a name that is none was meant to be: a near name, an option, or a comparison that lacks its word.

use super::Questions;
use super::mistakes::{after_not, all_names, nearest, nearest_choice, nearness, plain, say_which};
use crate::diagnostic::{Code, Diagnostic, Message, say};
use crate::rule::questions::{Choice, Kind, Question};
use crate::rule::syntax::{Expr, ExprKind, Name, Op, Value, ValueKind};

/// K0311. `expr` is the name alone or the comparison it stands in.
pub(super) fn unknown_name(name: &Name, expr: &Expr, questions: &Questions) -> Diagnostic {
    let written = &name.text;
    if let Some((question, rest)) = question_and_rest(written, questions) {
        return missing_word(name, question, rest, matches!(expr.kind, ExprKind::Name(_)));
    }
    let finding = Diagnostic::new(
        Code::K0311,
        name.span,
        say!(
            "tidak ada pertanyaan atau keadaan bernama `{written}`",
            "there is no question or fact named `{written}`"
        ),
    );
    if let Some((question, option)) = option_of(written, questions) {
        return finding
            .label(say!(
                "ini pilihan dari pertanyaan `{question}`",
                "this is an option of question `{question}`"
            ))
            .help(option_alone(expr, question, option));
    }
    if let Some(meant) = near(written, questions) {
        let typed = expr.to_string().replacen(written, &meant, 1);
        return finding.help(say!(
            "mungkin maksud Anda `{meant}`, ketik: {typed}",
            "did you mean `{meant}`? type: {typed}"
        ));
    }
    let turned = after_not(written).and_then(|rest| near(rest, questions));
    match (turned, &expr.kind) {
        (Some(meant), ExprKind::Name(_)) => finding.help(say!(
            "mungkin maksud Anda bukan `{meant}`, ketik: bukan {meant}",
            "did you mean not `{meant}`? type: not {meant}"
        )),
        _ => finding.help(all_names(questions)),
    }
}

/// The question or fact whose name or words are nearest.
fn near(written: &str, questions: &Questions) -> Option<String> {
    let asked = questions.list.iter().map(|question| {
        let score = nearness(written, &question.id).max(nearness(written, &question.ask));
        (score, &question.id)
    });
    let known = questions.facts.keys();
    let known = known.map(|id| (nearness(written, id), id));
    nearest(asked.chain(known)).cloned()
}

/// The question that has this option, and the option.
fn option_of<'a>(written: &str, questions: &'a Questions) -> Option<(&'a str, &'a str)> {
    questions.list.iter().find_map(|question| {
        let meant = exact(written, choices(question))?;
        Some((question.id.as_str(), meant.id.as_str()))
    })
}

fn choices(question: &Question) -> &[Choice] {
    match &question.kind {
        Kind::Choices(choices) => choices,
        _ => &[],
    }
}

fn exact<'a>(written: &str, choices: &'a [Choice]) -> Option<&'a Choice> {
    let written = plain(written);
    choices
        .iter()
        .find(|choice| plain(&choice.id) == written || plain(&choice.label) == written)
}

/// The help for an option where its question belongs: `hilang`, `hilang = tidak`.
fn option_alone(expr: &Expr, question: &str, option: &str) -> Message {
    let no = |value: &Value| match &value.kind {
        ValueKind::Words(word) => matches!(word.to_lowercase().as_str(), "tidak" | "no"),
        _ => false,
    };
    let op = match &expr.kind {
        ExprKind::Compare { op, value, .. } if no(value) == (*op == Op::Equal) => "!=",
        _ => "=",
    };
    say!(
        "ketik: {question} {op} {option}",
        "type: {question} {op} {option}"
    )
}

/// A question's name at the start of several words, and the words after it: `ktp_lama hilang`.
fn question_and_rest<'a>(
    written: &'a str,
    questions: &'a Questions,
) -> Option<(&'a Question, &'a str)> {
    let named = |text: &str| {
        let text = plain(text);
        questions
            .list
            .iter()
            .find(|question| plain(&question.id) == text)
    };
    // All the words together may be a name that was written with blanks.
    if named(written).is_some() {
        return None;
    }
    let ends = written.match_indices(' ').map(|(at, _)| at);
    ends.rev()
        .find_map(|at| Some((named(&written[..at])?, written[at..].trim())))
}

/// K0311: between a question and what follows it the word is missing.
fn missing_word(name: &Name, question: &Question, rest: &str, alone: bool) -> Diagnostic {
    let id = &question.id;
    let finding = Diagnostic::new(
        Code::K0311,
        name.span,
        say!(
            "di antara `{id}` dan `{rest}` ada kata yang kurang",
            "a word is missing between `{id}` and `{rest}`"
        ),
    );
    let answer = match &question.kind {
        Kind::YesNo if ["ya", "yes"].contains(&rest) => Some("ya"),
        Kind::YesNo if ["no"].contains(&rest) => Some("tidak"),
        _ => nearest_choice(rest, choices(question)).map(|choice| choice.id.as_str()),
    };
    match answer {
        Some(answer) if alone => Diagnostic::new(
            Code::K0311,
            name.span,
            say!(
                "di antara `{id}` dan `{rest}` kurang kata `adalah`",
                "`=` is missing between `{id}` and `{rest}`"
            ),
        )
        .help(say!("ketik: {id} adalah {answer}", "type: {id} = {answer}")),
        _ => finding.help(say_which(question)),
    }
}

/// `ktp_lama = rusak or hilang`: options after the first one, which need the list.
pub(super) fn options_in_a_row(parts: &[Expr], questions: &Questions) -> Option<Diagnostic> {
    let (first, others) = parts.split_first()?;
    let (name, op, values) = match &first.kind {
        ExprKind::Compare { name, op, value } => (name, *op, vec![value]),
        ExprKind::In { name, values } => (name, Op::Equal, values.iter().collect()),
        _ => return None,
    };
    let question = &questions.list[questions.find(&name.text)?];
    let mut listed: Vec<String> = values.iter().map(ToString::to_string).collect();
    for other in others {
        let ExprKind::Name(written) = &other.kind else {
            return None;
        };
        let unknown =
            questions.find(&written.text).is_none() && !questions.facts.contains_key(&written.text);
        exact(&written.text, choices(question)).filter(|_| unknown)?;
        listed.push(written.text.clone());
    }
    let (id, en) = match op {
        Op::Equal => ("salah satu dari", "in"),
        Op::NotEqual => ("bukan salah satu dari", "not in"),
        _ => return None,
    };
    let (name, list) = (&name.text, listed.join(", "));
    let last = others.last()?;
    let second = others.first()?;
    let finding = Diagnostic::new(
        Code::K0311,
        second.span.to(last.span),
        say!(
            "sesudah `atau` harus ada syarat lengkap, bukan pilihan saja",
            "a whole condition must follow `or`, not an option alone"
        ),
    );
    Some(finding.help(say!(
        "ketik: {name} {id} [{list}]",
        "type: {name} {en} [{list}]"
    )))
}
