//! What is said about several answers without brackets, and about two bounds in one phrase.

use std::ops::Range;

use super::Parser;
use super::lex::{Token, TokenKind};
use super::phrase::{join, phrase};
use crate::diagnostic::say;
use crate::rule::syntax::{Expr, Name, Op, Value};

impl Parser<'_> {
    /// `ktp_lama salah satu dari rusak, hilang`: the same with brackets.
    pub(super) fn list_without_brackets(&mut self, operator: usize) -> Option<Vec<Value>> {
        let range = self.range_since(operator);
        let answers = self.answers();
        let words = self.text[range.clone()].to_owned();
        let message = say!(
            "jawaban setelah `{words}` harus diapit kurung siku",
            "the answers after `{words}` must be in square brackets"
        );
        let (Some(first), Some(last)) = (answers.first(), answers.last()) else {
            let help = say!(
                "sebutkan pilihannya di dalam kurung siku: {words} […, …]",
                "list the options in square brackets: {words} […, …]"
            );
            self.error(range, message, Some(help));
            return None;
        };
        let opening = range.end..first.start;
        self.mend(range, message, opening, (" [", " ["));
        for pair in answers.windows(2) {
            self.mend_too(pair[0].end..pair[1].start, ", ");
        }
        self.mend_too(last.end..last.end, "]");
        self.at += self.tokens[self.at..]
            .iter()
            .take_while(|token| token.range.end <= last.end)
            .count();
        let values = answers.iter().map(|answer| {
            let span = (self.locate)(answer.clone());
            let within =
                |token: &&Token| answer.start <= token.range.start && token.range.end <= answer.end;
            let tokens: Vec<&Token> = self.tokens.iter().filter(within).collect();
            if let [
                Token {
                    kind: TokenKind::Quoted(text),
                    ..
                },
            ] = tokens[..]
            {
                return Value::quoted(text, span);
            }
            let words: Vec<&str> = tokens
                .iter()
                .map(|token| &self.text[token.range.clone()])
                .collect();
            Value::plain(&words.join(" "), span)
        });
        Some(values.collect())
    }

    /// `status = cerai, mati`: several answers, or one whose label has a comma. `None` if a comma follows.
    pub(super) fn no_comma(&mut self, op: Op, operator: usize, value: usize) -> Option<()> {
        let comma = match self.peek() {
            Some(token) if token.kind == TokenKind::Comma => token.range.clone(),
            _ => return Some(()),
        };
        let sign = self.tokens[operator].range.start;
        self.at = value;
        let answers = self.answers();
        let within = match op {
            Op::Equal => ("salah satu dari", "in"),
            Op::NotEqual => ("bukan salah satu dari", "not in"),
            _ => return self.stray_comma(comma),
        };
        let (Some(first), Some(last)) = (answers.first(), answers.last()) else {
            return self.stray_comma(comma);
        };
        let whole = sign..last.end;
        let list = self.listed(&answers);
        let (id, en) = (
            self.replaced(&whole, &format!("{} [{list}]", within.0)),
            self.replaced(&whole, &format!("{} [{list}]", within.1)),
        );
        let label = self.replaced(
            &(first.start..last.end),
            &format!("\"{}\"", &self.text[first.start..last.end]),
        );
        self.error(
            comma,
            say!(
                "koma tidak dapat memisahkan syarat",
                "a comma cannot join conditions"
            ),
            Some(say!(
                "jika jawabannya beberapa, ketik: {id}; jika komanya bagian dari satu jawaban, apit dengan tanda kutip, ketik: {label}",
                "if these are several answers, type: {en}; if the comma belongs to one answer, put it in quotation marks, type: {label}"
            )),
        );
        None
    }

    /// The answers from here on, up to a closing bracket or to what is a condition of its own.
    fn answers(&self) -> Vec<Range<usize>> {
        let mut answers = Vec::new();
        let rest = &self.tokens[self.at..];
        let open = rest
            .iter()
            .position(|token| token.kind == TokenKind::Close)
            .unwrap_or(rest.len());
        let parts = |token: &Token| join(token).is_some() || token.kind == TokenKind::Comma;
        for item in rest[..open].split(parts) {
            let compared = (1..item.len()).any(|at| phrase(&item[at..]).is_some());
            let (Some(first), Some(last)) = (item.first(), item.last()) else {
                continue;
            };
            let quoted = |token: &Token| matches!(token.kind, TokenKind::Quoted(_));
            let worded = |token: &Token| matches!(token.kind, TokenKind::Word(_));
            let answer = item.iter().all(worded) || (item.len() == 1 && quoted(first));
            if compared || !answer {
                break;
            }
            answers.push(first.range.start..last.range.end);
        }
        answers
    }

    /// The texts of answers with commas between them.
    fn listed(&self, answers: &[Range<usize>]) -> String {
        let texts: Vec<&str> = answers
            .iter()
            .map(|answer| &self.text[answer.clone()])
            .collect();
        texts.join(", ")
    }

    /// `usia antara 17 dan 60`: read as both comparisons.
    pub(super) fn between(
        &mut self,
        name: Name,
        start: usize,
        (least, most): (usize, usize),
        inside: bool,
    ) -> Option<Expr> {
        let range = self.range_since(start);
        let words = self.text[range.clone()].to_owned();
        let question = &name.text;
        let number = |at: usize| &self.text[self.tokens[at].range.clone()];
        let (least, most) = (number(least), number(most));
        let (id, en) = if inside {
            let both = |and| format!("{question} >= {least} {and} {question} <= {most}");
            (both("dan"), both("and"))
        } else {
            let either = |or| format!("({question} < {least} {or} {question} > {most})");
            (either("atau"), either("or"))
        };
        let message = say!(
            "`{words}` harus ditulis sebagai dua perbandingan",
            "`{words}` must be written as two comparisons"
        );
        let before = self.text[..range.start].trim_end();
        let (from, id, en) = match before.strip_suffix(question.as_str()) {
            Some(before) => (before.len(), id, en),
            // In a mapping the name stands before the colon.
            None => (range.start, format!("jika: {id}"), format!("when: {en}")),
        };
        self.mend(range.clone(), message, from..range.end, (&id, &en));
        let span = self.span_since(start);
        let bound =
            |op: Op, constant: &str| Expr::compare(name.clone(), op, Value::plain(constant, span));
        Some(match inside {
            true => Expr::all(
                vec![bound(Op::AtLeast, least), bound(Op::AtMost, most)],
                span,
            ),
            false => Expr::any(vec![bound(Op::Below, least), bound(Op::Above, most)], span),
        })
    }
}
