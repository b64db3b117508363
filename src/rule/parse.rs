//! Reads the text of a condition into an expression; every mistake is reported with what to type.
//!
//! Words of the language stand in Indonesian or English and in any case; names and options stand as they are.
//! *And* mixed with *or* needs brackets: without them both readings are shown and neither is taken for granted.

mod lex;
mod phrase;

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::rule::syntax::{Expr, ExprKind, Name, Op, Value};
use crate::span::Span;

use lex::{Lexed, Token, TokenKind, lex};
use mistakes::Mend;
use phrase::{Join, Phrase, is_not, is_number, join, phrase};

/// Turns a range of the text's bytes into a place of the source file.
pub type Locate<'a> = &'a dyn Fn(Range<usize>) -> Span;

/// Brackets and *not*s may stand in one another this deep.
const DEPTH: usize = 32;

/// Reads `text`. `None` if it says nothing that can be understood; the sink then has the reason.
///
/// A mistake whose meaning is clear (`==`, mixed *and* and *or*) is reported and read on, so that the names in it
/// can be checked too.
pub fn parse(text: &str, locate: Locate<'_>, sink: &mut Sink) -> Option<Expr> {
    let lexed = lex(text);
    let mut parser = Parser::new(text, locate, sink, &lexed);
    let expr = parser.whole(&lexed, |parser| {
        if parser.tokens.is_empty() {
            return parser.empty();
        }
        parser.condition()
    });
    parser.report_mends();
    expr
}

/// Reads the value of an entry of a mapping: `hilang`, `17`, or a comparison without its name: `di bawah 17`.
pub fn parse_entry(name: Name, text: &str, locate: Locate<'_>, sink: &mut Sink) -> Option<Expr> {
    let lexed = lex(text);
    let tokens = lexed.tokens.as_slice();
    let operator = phrase(tokens).filter(|found| {
        let number = tokens.get(found.length);
        matches!(
            tokens.first().map(|token| &token.kind),
            Some(TokenKind::Compare(_))
        ) || matches!(found.phrase, Phrase::Between(..))
            || number.is_some_and(is_number)
    });
    if operator.is_none() {
        let start = text.len() - text.trim_start().len();
        let value = Value::plain(text, locate(start..start + text.trim().len()));
        return Some(Expr::compare(name, Op::Equal, value));
    }
    let mut parser = Parser::new(text, locate, sink, &lexed);
    let expr = parser.whole(&lexed, |parser| parser.comparison_of(name));
    parser.report_mends();
    expr
}

struct Parser<'a> {
    text: &'a str,
    locate: Locate<'a>,
    sink: &'a mut Sink,
    tokens: &'a [Token],
    at: usize,
    depth: usize,
    /// Mistakes whose meaning is clear; each is met with the whole condition, in which all of them are put right.
    mends: Vec<Mend>,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, locate: Locate<'a>, sink: &'a mut Sink, lexed: &'a Lexed) -> Self {
        Self {
            text,
            locate,
            sink,
            tokens: &lexed.tokens,
            at: 0,
            depth: 0,
            mends: Vec::new(),
        }
    }

    /// What `read` reads, to the end of the text.
    fn whole(
        &mut self,
        lexed: &Lexed,
        read: impl FnOnce(&mut Self) -> Option<Expr>,
    ) -> Option<Expr> {
        if !self.report_signs(lexed) {
            return None;
        }
        let expr = read(self)?;
        match self.peek() {
            None => Some(expr),
            Some(_) => self.stray(),
        }
    }

    /// Conditions joined by *and* or *or*, up to the end or a closing bracket.
    fn condition(&mut self) -> Option<Expr> {
        let start = self.at;
        let mut parts = vec![self.operand()?];
        let mut joins: Vec<(Join, Range<usize>)> = Vec::new();
        while let Some((word, range)) = self
            .peek()
            .and_then(|token| Some((join(token)?, token.range.clone())))
        {
            self.at += 1;
            if self
                .peek()
                .is_none_or(|token| token.kind == TokenKind::Close || join(token).is_some())
            {
                return self.nothing_after(range);
            }
            joins.push((word, range));
            parts.push(self.operand()?);
        }
        let span = self.span_since(start);
        let mixed = joins.iter().find(|(word, _)| *word != joins[0].0);
        if let Some((_, range)) = mixed {
            self.report_mixed(&parts, &joins, range.clone());
            return Some(and_first(parts, &joins, span));
        }
        Some(match joins.first() {
            Some((Join::Or, _)) => Expr::any(parts, span),
            _ => Expr::all(parts, span),
        })
    }

    /// One condition: *not* something, something in brackets, or a comparison.
    fn operand(&mut self) -> Option<Expr> {
        let Some(token) = self.peek() else {
            return self.nothing_at_end();
        };
        if is_not(token) {
            return self.negation();
        }
        match &token.kind {
            TokenKind::Open => self.brackets(),
            TokenKind::Word(_) => self.comparison(),
            _ => self.no_name(),
        }
    }

    fn negation(&mut self) -> Option<Expr> {
        let start = self.at;
        let range = self.next_range();
        self.deeper(range.clone())?;
        let Some(next) = self.peek() else {
            return self.nothing_after(range);
        };
        if join(next).is_some() || next.kind == TokenKind::Close {
            return self.nothing_after(range);
        }
        let part = self.operand()?;
        self.depth -= 1;
        Some(Expr::negated(part, self.span_since(start)))
    }

    fn brackets(&mut self) -> Option<Expr> {
        let start = self.at;
        let open = self.next_range();
        self.deeper(open.clone())?;
        let mut expr = self.condition()?;
        self.depth -= 1;
        match self.peek().map(|token| &token.kind) {
            Some(TokenKind::Close) => {
                self.at += 1;
                expr.span = self.span_since(start);
                Some(expr)
            }
            None => {
                let typed = format!("{})", self.text.trim_end());
                self.error(
                    open,
                    say!("kurung ini tidak ditutup", "this bracket is never closed"),
                    Some(say!("ketik: {typed}", "type: {typed}")),
                );
                None
            }
            Some(_) => self.stray(),
        }
    }

    /// A name alone, or a name, an operator and what follows it.
    fn comparison(&mut self) -> Option<Expr> {
        let start = self.at;
        while self
            .peek()
            .is_some_and(|token| matches!(token.kind, TokenKind::Word(_)))
            && self.peek().is_some_and(|token| join(token).is_none())
            && (self.at == start || phrase(&self.tokens[self.at..]).is_none())
        {
            self.at += 1;
        }
        if self.at == start {
            return self.no_name();
        }
        let name = Name::new(self.words_since(start), self.span_since(start));
        if let Some((first, _)) = name
            .text
            .split_once(": ")
            .or(name.text.strip_suffix(':').map(|first| (first, "")))
        {
            return self.colon(start, first);
        }
        if phrase(&self.tokens[self.at..]).is_none() {
            return Some(Expr::name(name));
        }
        let expr = self.comparison_of(name)?;
        match phrase(&self.tokens[self.at..]).map(|found| found.phrase) {
            Some(Phrase::Compare(_)) => self.second_comparison(start),
            _ => Some(expr),
        }
    }

    /// The operator and what follows it.
    fn comparison_of(&mut self, name: Name) -> Option<Expr> {
        let start = self.at;
        let found = phrase(&self.tokens[self.at..])?;
        self.at += found.length;
        let ends = self
            .peek()
            .is_none_or(|token| join(token).is_some() || token.kind == TokenKind::Close);
        if let Some((id, en)) = found.instead {
            let word = &self.text[self.range_since(start)];
            if ends && word.eq_ignore_ascii_case("tidak") {
                return Some(self.no_alone(name, start));
            }
            self.wrong_phrase(start, id, en);
            if ends {
                return None;
            }
        }
        match found.phrase {
            Phrase::Compare(op) => {
                let next = self.peek().map(|token| &token.kind);
                if next == Some(&TokenKind::ListOpen) {
                    return self.list_after_sign(name, op, start);
                }
                let from = self.at;
                let value = self.value(start)?;
                self.constant_first(&name, op, &value)?;
                self.no_comma(op, start, from)?;
                Some(Expr::compare(name, op, value))
            }
            Phrase::In => Some(Expr::one_of(name, self.list(start)?)),
            Phrase::NotIn => {
                let span = name.span;
                let within = Expr::one_of(name, self.list(start)?);
                let span = span.to(within.span);
                Some(Expr::negated(within, span))
            }
            Phrase::Between(least, most, inside) => {
                self.between(name, start, (start + least, start + most), inside)
            }
        }
    }

    /// A value up to the next *and*, *or*, sign or end.
    fn value(&mut self, operator: usize) -> Option<Value> {
        let start = self.at;
        if let Some(Token {
            kind: TokenKind::Quoted(text),
            range,
        }) = self.peek()
        {
            let value = Value::quoted(text.clone(), (self.locate)(range.clone()));
            self.at += 1;
            return Some(value);
        }
        while self
            .peek()
            .is_some_and(|token| matches!(token.kind, TokenKind::Word(_)) && join(token).is_none())
        {
            self.at += 1;
        }
        if self.at == start {
            let range = self.range_since(operator);
            return self.nothing_after(range);
        }
        Some(Value::plain(
            &self.words_since(start),
            self.span_since(start),
        ))
    }

    /// `[a, b]`, or the same in round brackets.
    fn list(&mut self, operator: usize) -> Option<Vec<Value>> {
        let close = match self.peek().map(|token| &token.kind) {
            Some(TokenKind::ListOpen) => TokenKind::ListClose,
            Some(TokenKind::Open) => TokenKind::Close,
            _ => return self.list_without_brackets(operator),
        };
        let open = self.next_range();
        let mut values = Vec::new();
        loop {
            values.push(self.value(operator)?);
            let next = self
                .peek()
                .map(|token| (token.kind.clone(), token.range.clone()));
            match next {
                Some((TokenKind::Comma, _)) => self.at += 1,
                Some((kind, _)) if kind == close => {
                    self.at += 1;
                    return Some(values);
                }
                Some((_, range)) => return self.not_in_list(range),
                None => return self.list_never_closed(open),
            }
        }
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn next_range(&mut self) -> Range<usize> {
        let range = self
            .peek()
            .map_or(self.text.len()..self.text.len(), |token| {
                token.range.clone()
            });
        self.at += 1;
        range
    }

    fn deeper(&mut self, range: Range<usize>) -> Option<()> {
        self.depth += 1;
        if self.depth <= DEPTH {
            return Some(());
        }
        self.error(
            range,
            say!(
                "syarat ini bersusun lebih dari {DEPTH} tingkat",
                "this condition is nested more than {DEPTH} deep"
            ),
            Some(say!(
                "beri nama pada sebagian syarat di bawah `keadaan:`, lalu pakai nama itu",
                "name part of it under `facts:` and use that name"
            )),
        );
        None
    }

    /// The bytes from token `start` to the token before the present one.
    fn range_since(&self, start: usize) -> Range<usize> {
        let first = self
            .tokens
            .get(start)
            .map_or(self.text.len(), |token| token.range.start);
        let last = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        first..last.map_or(first, |token| token.range.end).max(first)
    }

    fn span_since(&self, start: usize) -> Span {
        (self.locate)(self.range_since(start))
    }

    /// The words since token `start`, one space between them.
    fn words_since(&self, start: usize) -> String {
        let words: Vec<&str> = self.tokens[start..self.at]
            .iter()
            .map(|token| &self.text[token.range.clone()])
            .collect();
        words.join(" ")
    }

    fn error(&mut self, range: Range<usize>, message: Message, help: Option<Message>) {
        let mut finding = Diagnostic::new(Code::K0301, (self.locate)(range), message);
        finding.help = help;
        self.sink.push(finding);
    }
}

/// The reading in which *and* binds before *or*.
fn and_first(parts: Vec<Expr>, joins: &[(Join, Range<usize>)], span: Span) -> Expr {
    let mut groups: Vec<Vec<Expr>> = vec![Vec::new()];
    for (index, part) in parts.into_iter().enumerate() {
        if index > 0 && joins[index - 1].0 == Join::Or {
            groups.push(Vec::new());
        }
        if let Some(group) = groups.last_mut() {
            group.push(part);
        }
    }
    let groups = groups
        .into_iter()
        .map(|group| {
            let span = group
                .iter()
                .fold(group[0].span, |span, part| span.to(part.span));
            Expr::all(group, span)
        })
        .collect();
    Expr {
        kind: ExprKind::Or(groups),
        span,
    }
}

mod mistakes;
mod several;
