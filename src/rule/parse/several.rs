//! What is said about several answers without brackets, and about two bounds in one phrase.

use std::ops::Range;

use super::Parser;
use super::lex::TokenKind;
use super::phrase::{join, phrase};
use crate::diagnostic::say;
use crate::rule::syntax::Name;

impl Parser<'_> {
    /// `ktp_lama salah satu dari rusak, hilang`: the whole condition with the brackets.
    pub(super) fn list_without_brackets<T>(&mut self, operator: usize) -> Option<T> {
        let range = self.range_since(operator);
        let (end, answers) = self.answers();
        let words = self.text[range.clone()].to_owned();
        let message = say!(
            "jawaban setelah `{words}` harus diapit kurung siku",
            "the answers after `{words}` must stand in square brackets"
        );
        let help = if answers.is_empty() {
            say!(
                "sebutkan pilihannya di dalam kurung siku: {words} […, …]",
                "list the options in square brackets: {words} […, …]"
            )
        } else {
            let list = answers.join(", ");
            let typed = self.replaced(&(range.start..end), &format!("{words} [{list}]"));
            say!("ketik: {typed}", "type: {typed}")
        };
        self.error(range, message, Some(help));
        None
    }

    /// The answers from here on, up to a closing bracket or to what is a condition of its own, and where they end.
    fn answers(&self) -> (usize, Vec<String>) {
        let mut answers = Vec::new();
        let mut end = self.range_since(self.at.saturating_sub(1)).end;
        let rest = &self.tokens[self.at..];
        let open = rest
            .iter()
            .position(|token| token.kind == TokenKind::Close)
            .unwrap_or(rest.len());
        let parts = |token: &super::Token| join(token).is_some() || token.kind == TokenKind::Comma;
        for item in rest[..open].split(parts) {
            let compared = (1..item.len()).any(|at| phrase(&item[at..]).is_some());
            let (Some(first), Some(last)) = (item.first(), item.last()) else {
                continue;
            };
            if compared {
                break;
            }
            answers.push(self.text[first.range.start..last.range.end].to_owned());
            end = last.range.end;
        }
        (end, answers)
    }

    /// `usia antara 17 dan 60`: both comparisons, written out in the whole condition.
    pub(super) fn between<T>(
        &mut self,
        name: &Name,
        start: usize,
        (least, most): (i64, i64),
        inside: bool,
    ) -> Option<T> {
        let range = self.range_since(start);
        let words = self.text[range.clone()].to_owned();
        let question = &name.text;
        let (id, en) = if inside {
            let both = |and| format!("{question} >= {least} {and} {question} <= {most}");
            (both("dan"), both("and"))
        } else {
            let either = |or| format!("({question} < {least} {or} {question} > {most})");
            (either("atau"), either("or"))
        };
        let from = self.text[..range.start]
            .trim_end()
            .strip_suffix(question.as_str())
            .map(str::len);
        let (id, en) = match from {
            Some(from) => {
                let whole = Range {
                    start: from,
                    end: range.end,
                };
                (self.replaced(&whole, &id), self.replaced(&whole, &en))
            }
            // In a mapping the name stands before the colon.
            None => (format!("jika: {id}"), format!("when: {en}")),
        };
        self.error(
            range,
            say!(
                "`{words}` harus ditulis sebagai dua perbandingan",
                "`{words}` must be written as two comparisons"
            ),
            Some(say!("ketik: {id}", "type: {en}")),
        );
        None
    }
}
