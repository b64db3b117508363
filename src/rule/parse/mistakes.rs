//! What is said about a condition that cannot be read: what stands wrong, and the whole condition as it should be.

use std::ops::Range;

use super::Parser;
use super::lex::{Lexed, TokenKind};
use super::phrase::Join;
use crate::diagnostic::{Code, Diagnostic, Message, say};
use crate::rule::syntax::{Expr, Name, Op, Value, ValueKind};

/// What to type in place of some of the text, in Indonesian and English; with the mistake that it puts right, unless
/// that is noted already.
pub(super) struct Mend {
    finding: Option<Diagnostic>,
    range: Range<usize>,
    id: String,
    en: String,
}

impl Parser<'_> {
    /// Notes a mistake at `marked` that is put right by other words at `range`.
    pub(super) fn mend(
        &mut self,
        marked: Range<usize>,
        message: Message,
        range: Range<usize>,
        (id, en): (&str, &str),
    ) {
        let finding = Diagnostic::new(Code::K0301, (self.locate)(marked), message);
        self.mends.push(Mend {
            finding: Some(finding),
            range,
            id: id.to_owned(),
            en: en.to_owned(),
        });
    }

    /// Other words at `range`, which belong to the mistake that was noted last.
    pub(super) fn mend_too(&mut self, range: Range<usize>, text: &str) {
        self.mends.push(Mend {
            finding: None,
            range,
            id: text.to_owned(),
            en: text.to_owned(),
        });
    }

    /// Reports what was noted, with the whole condition as it should be.
    pub(super) fn report_mends(&mut self) {
        let mut mends = std::mem::take(&mut self.mends);
        // What is put between others comes first; of two that begin alike the longer, then the later.
        mends.reverse();
        mends.sort_by_key(|mend| {
            let Range { start, end } = mend.range;
            (start, start < end, std::cmp::Reverse(end))
        });
        let (mut id, mut en, mut at) = (String::new(), String::new(), 0);
        for mend in &mends {
            // One within another is put right with it.
            let Some(kept) = self.text.get(at..mend.range.start) else {
                continue;
            };
            id += &format!("{kept}{}", mend.id);
            en += &format!("{kept}{}", mend.en);
            at = mend.range.end;
        }
        let [id, en] = [id, en].map(|text| one_spaced(&(text + &self.text[at..])));
        for finding in mends.into_iter().filter_map(|mend| mend.finding) {
            let help = say!("ketik: {id}", "type: {en}");
            self.sink.push(finding.help(help));
        }
    }

    pub(super) fn empty<T>(&mut self) -> Option<T> {
        self.error(
            0..self.text.len(),
            say!("syarat ini kosong", "this condition is empty"),
            Some(say!(
                "ketik nama pertanyaan dan jawabannya, misalnya: ktp_lama = hilang",
                "type the name of a question and its answer, for example: ktp_lama = hilang"
            )),
        );
        None
    }

    /// Reports foreign signs; `false` if the text cannot be read at all.
    pub(super) fn report_signs(&mut self, lexed: &Lexed) -> bool {
        if let Some(range) = &lexed.unclosed {
            let typed = format!("{}\"", self.text.trim_end());
            self.error(
                range.clone(),
                say!(
                    "tanda kutip ini tidak ditutup",
                    "this quotation mark is never closed"
                ),
                Some(say!("ketik: {typed}", "type: {typed}")),
            );
            return false;
        }
        for foreign in &lexed.foreign {
            let (id, en) = match foreign.instead {
                "\"" => {
                    let inner = quoted_inside(&self.text[foreign.range.clone()]);
                    (format!("\"{inner}\""), format!("\"{inner}\""))
                }
                "and" => (" dan ".to_owned(), " and ".to_owned()),
                "or" => (" atau ".to_owned(), " or ".to_owned()),
                "not" => (" bukan ".to_owned(), " not ".to_owned()),
                sign => (sign.to_owned(), sign.to_owned()),
            };
            let (range, message) = (foreign.range.clone(), foreign.message.clone());
            self.mend(range.clone(), message, range.clone(), (&id, &en));
            if foreign.certain
                && let Some(mend) = self.mends.last_mut()
            {
                let span = (self.locate)(range);
                let finding = mend.finding.take();
                mend.finding = finding.map(|finding| finding.fix(span, foreign.instead));
            }
        }
        true
    }

    /// *And* and *or* side by side: both readings, written out.
    pub(super) fn report_mixed(
        &mut self,
        parts: &[Expr],
        joins: &[(Join, Range<usize>)],
        range: Range<usize>,
    ) {
        let tight_and = self.reading(parts, joins, Join::And);
        let tight_or = self.reading(parts, joins, Join::Or);
        let finding = Diagnostic::new(
            Code::K0302,
            (self.locate)(range),
            say!(
                "`dan` dan `atau` tercampur tanpa kurung, sehingga ada dua arti",
                "`and` and `or` are mixed without brackets, which can be read two ways"
            ),
        )
        .help(say!(
            "pilih salah satu, ketik: {tight_and} — atau: {tight_or}",
            "choose one, type: {tight_and} — or: {tight_or}"
        ));
        self.sink.push(finding);
    }

    /// The operands with the runs joined by `tight` in brackets, in the author's own words.
    fn reading(&self, parts: &[Expr], joins: &[(Join, Range<usize>)], tight: Join) -> String {
        let pieces = self.operand_texts(parts.len(), joins);
        let mut said = String::new();
        for (index, piece) in pieces.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|at| joins.get(at));
            let after = joins.get(index);
            let opens = before.is_none_or(|(join, _)| *join != tight)
                && after.is_some_and(|(join, _)| *join == tight);
            let closes = after.is_none_or(|(join, _)| *join != tight)
                && before.is_some_and(|(join, _)| *join == tight);
            said.push_str(if opens { "(" } else { "" });
            said.push_str(piece);
            said.push_str(if closes { ")" } else { "" });
            if let Some((_, range)) = after {
                said.push_str(&format!(" {} ", &self.text[range.clone()]));
            }
        }
        said
    }

    /// The text of each operand: what stands between the joining words.
    fn operand_texts(&self, count: usize, joins: &[(Join, Range<usize>)]) -> Vec<String> {
        (0..count)
            .map(|index| {
                let start = match index {
                    0 => self.condition_start(joins),
                    _ => joins[index - 1].1.end,
                };
                let end = joins
                    .get(index)
                    .map_or_else(|| self.range_since(0).end, |(_, range)| range.start);
                one_spaced(&self.text[start..end.max(start)])
            })
            .collect()
    }

    /// Where the condition that holds the first joining word begins: after the nearest bracket still open.
    fn condition_start(&self, joins: &[(Join, Range<usize>)]) -> usize {
        let first = joins.first().map_or(0, |(_, range)| range.start);
        let mut depth = 0_usize;
        for token in self
            .tokens
            .iter()
            .rev()
            .filter(|token| token.range.end <= first)
        {
            match token.kind {
                TokenKind::Close => depth += 1,
                TokenKind::Open if depth == 0 => return token.range.end,
                TokenKind::Open => depth -= 1,
                _ => {}
            }
        }
        0
    }

    pub(super) fn nothing_at_end<T>(&mut self) -> Option<T> {
        let range = self.range_since(0);
        self.nothing_after(range.end..range.end)
    }

    /// Something must follow `range` and does not.
    pub(super) fn nothing_after<T>(&mut self, range: Range<usize>) -> Option<T> {
        let words = self.text[range.clone()].trim().to_owned();
        self.error(
            range,
            say!(
                "setelah `{words}` masih ada yang kurang",
                "something is missing after `{words}`"
            ),
            Some(say!(
                "lengkapi, misalnya: ktp_lama = hilang; atau hapus `{words}`",
                "complete it, for example: ktp_lama = hilang; or delete `{words}`"
            )),
        );
        None
    }

    /// A sign, a list or a quoted text where a name belongs.
    pub(super) fn no_name<T>(&mut self) -> Option<T> {
        let range = self.next_range();
        let found = self.text[range.clone()].to_owned();
        self.error(
            range,
            say!(
                "di sini harus ada nama pertanyaan, bukan `{found}`",
                "expected the name of a question, found `{found}`"
            ),
            Some(say!(
                "ketik nama pertanyaan lebih dulu, misalnya: ktp_lama = hilang",
                "type the name of the question first, for example: ktp_lama = hilang"
            )),
        );
        None
    }

    /// Something follows a complete condition.
    pub(super) fn stray<T>(&mut self) -> Option<T> {
        let kind = self.peek().map(|token| token.kind.clone());
        let range = self.next_range();
        if kind == Some(TokenKind::Comma) {
            return self.stray_comma(range);
        }
        let found = self.text[range.clone()].to_owned();
        if kind == Some(TokenKind::Close) {
            let message = say!(
                "kurung tutup ini tidak punya pasangan",
                "this bracket was never opened"
            );
            let left = self.replaced(&range, "");
            let help = say!("hapus, ketik: {left}", "delete it, type: {left}");
            self.error(range, message, Some(help));
            return None;
        }
        let message = say!(
            "sebelum `{found}` kurang `dan` atau `atau`",
            "`and` or `or` is missing before `{found}`"
        );
        let (id, en) = (format!(" dan {found}"), format!(" and {found}"));
        self.mend(range.clone(), message, range, (&id, &en));
        None
    }

    pub(super) fn stray_comma<T>(&mut self, comma: Range<usize>) -> Option<T> {
        self.error(
            comma,
            say!(
                "koma tidak dapat memisahkan syarat",
                "a comma cannot join conditions"
            ),
            Some(say!(
                "ketik `dan` atau `atau` sebagai ganti koma; jika koma bagian dari jawaban, apit jawaban itu dengan tanda kutip",
                "type `and` or `or` instead; if the comma belongs to an answer, put that answer in quotation marks"
            )),
        );
        None
    }

    /// `ktp_lama: hilang` inside a condition.
    pub(super) fn colon<T>(&mut self, start: usize, before: &str) -> Option<T> {
        let from = self.range_since(start).start;
        let range = self.text[from..]
            .find(':')
            .map_or(from..from, |at| from + at..from + at + 1);
        let message = say!(
            "titik dua setelah `{before}` tidak dikenal dalam syarat",
            "the colon after `{before}` is not part of a condition"
        );
        self.mend(range.clone(), message, range, (" =", " ="));
        None
    }

    /// `17 <= usia`: the constant stands first.
    pub(super) fn constant_first(&mut self, name: &Name, op: Op, value: &Value) -> Option<()> {
        let ValueKind::Words(question) = &value.kind else {
            return Some(());
        };
        if name.text.parse::<i64>().is_err() {
            return Some(());
        }
        let turned = match op {
            Op::Below => Op::Above,
            Op::AtMost => Op::AtLeast,
            Op::Above => Op::Below,
            Op::AtLeast => Op::AtMost,
            same => same,
        };
        let (sign, number) = (turned.sign(), &name.text);
        self.sink.push(
            Diagnostic::new(
                Code::K0301,
                name.span,
                say!(
                    "nama pertanyaan harus ditulis di depan",
                    "the name of the question must come first"
                ),
            )
            .help(say!(
                "ketik: {question} {sign} {number}",
                "type: {question} {sign} {number}"
            )),
        );
        None
    }

    /// `17 <= usia < 60` and the like.
    pub(super) fn second_comparison<T>(&mut self, start: usize) -> Option<T> {
        let first = self.text[self.range_since(start)].to_owned();
        let range = self.next_range();
        self.error(
            range,
            say!(
                "dua perbandingan harus dihubungkan dengan `dan` atau `atau`",
                "two comparisons must be joined by `and` or `or`"
            ),
            Some(say!(
                "pisahkan, ketik: {first} dan …",
                "separate them, type: {first} and …"
            )),
        );
        None
    }

    /// `ktp_lama = [rusak, hilang]`: read as `in`.
    pub(super) fn list_after_sign(&mut self, name: Name, op: Op, operator: usize) -> Option<Expr> {
        let range = self.range_since(operator);
        let sign = self.text[range.clone()].to_owned();
        let instead = match op {
            // In a mapping the name stands before the colon, and a list after it is one already.
            Op::Equal if operator == 0 => ("", ""),
            Op::NotEqual => ("bukan salah satu dari", "not in"),
            _ => ("salah satu dari", "in"),
        };
        let message = say!(
            "setelah `{sign}` hanya boleh ada satu jawaban",
            "only one answer is allowed after `{sign}`"
        );
        self.mend(range.clone(), message, range, instead);
        let within = Expr::one_of(name, self.list(operator)?);
        let span = within.span;
        Some(match op {
            Op::NotEqual => Expr::negated(within, span),
            _ => within,
        })
    }

    pub(super) fn not_in_list<T>(&mut self, range: Range<usize>) -> Option<T> {
        let found = self.text[range.clone()].to_owned();
        self.error(
            range,
            say!(
                "`{found}` tidak dikenal di dalam kurung siku",
                "`{found}` is not allowed in square brackets"
            ),
            Some(say!(
                "pisahkan jawaban dengan koma, misalnya: [rusak, hilang]",
                "separate the answers with commas, for example: [rusak, hilang]"
            )),
        );
        None
    }

    pub(super) fn list_never_closed<T>(&mut self, open: Range<usize>) -> Option<T> {
        let typed = format!("{}]", self.text.trim_end());
        self.error(
            open,
            say!(
                "kurung siku ini tidak ditutup",
                "this square bracket is never closed"
            ),
            Some(say!("ketik: {typed}", "type: {typed}")),
        );
        None
    }

    /// `usia lebih dari 17`: words that are nearly the language's own.
    pub(super) fn wrong_phrase(&mut self, start: usize, id: &str, en: &str) {
        let range = self.range_since(start);
        let words = self.text[range.clone()].to_owned();
        // A value that starts with `>` is something else in the file.
        let id = match id {
            ">=" if range.start == 0 => "paling sedikit",
            "<=" if range.start == 0 => "paling banyak",
            same => same,
        };
        let message = say!(
            "kata `{words}` tidak dikenal dalam syarat",
            "the words `{words}` are not part of a condition"
        );
        self.mend(range.clone(), message, range, (id, en));
    }

    /// `kawin tidak`: read as `kawin = tidak`.
    pub(super) fn no_alone(&mut self, name: Name, start: usize) -> Expr {
        let range = self.range_since(start);
        let (question, span) = (&name.text, (self.locate)(range.clone()));
        let message = say!(
            "antara `{question}` dan `tidak` kurang `=`",
            "`=` is missing between `{question}` and `tidak`"
        );
        self.mend(range.clone(), message, range, ("= tidak", "= tidak"));
        Expr::compare(name, Op::Equal, Value::plain("tidak", span))
    }

    /// The whole text with `range` replaced.
    pub(super) fn replaced(&self, range: &Range<usize>, instead: &str) -> String {
        let text = format!(
            "{}{instead}{}",
            &self.text[..range.start],
            &self.text[range.end..]
        );
        one_spaced(&text)
    }
}

/// The text with one space between its words.
fn one_spaced(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// The inside of a text in curly quotes.
fn quoted_inside(text: &str) -> &str {
    text.trim_matches(|c| "“”„‘’\"'".contains(c)).trim()
}
