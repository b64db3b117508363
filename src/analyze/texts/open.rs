//! Sentences with a condition or a choice that no rule carries.

use super::clauses;
use super::lexicon::COURSE;
use super::words::{Word, words};
use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::model::Text;
use crate::model::service::{CostRow, Requirement, Step, TimeCase};
use crate::resolve::service::{Item, Service, Written};
use crate::rule::check::{Node, Questions, Rule, Test};
use crate::rule::questions::{Kind, Question};
use crate::span::Span;

/// Reports every such sentence of a service.
pub fn check(service: &Service<'_>, sink: &mut Sink) {
    let questions = &service.questions;
    let mut open = Open {
        service,
        questions,
        sink,
    };
    for item in &service.items {
        match item.written {
            Written::Requirement(requirement) => open.requirement(item, requirement),
            Written::Step(step) => open.step(step),
            Written::Case(case) => open.case(case),
            Written::Price(row) => open.cost(row),
            Written::Criterion(_) | Written::Channel(_) | Written::Office(_) => {}
        }
    }
}

struct Open<'a> {
    service: &'a Service<'a>,
    questions: &'a Questions,
    sink: &'a mut Sink,
}

impl Open<'_> {
    fn requirement(&mut self, item: &Item<'_>, requirement: &Requirement) {
        if let Some(text) = requirement.text.get()
            && !explained(requirement)
        {
            self.sentence(item, requirement, text);
        }
    }

    fn sentence(&mut self, item: &Item<'_>, requirement: &Requirement, text: &Text) {
        let words = words(&text.value);
        let carried = self.service.parts_of(item).any(|part| self.carries(part));
        let papers = !requirement.any_of.is_absent();
        if let Some(at) = clauses::condition(&words) {
            if !self.limited(item) && !carried {
                self.sink.push(unlimited(
                    (text, requirement.span),
                    &words,
                    at,
                    self.questions,
                ));
            } else if has_condition(item) && !carried && !papers {
                self.one_of_two(item, text, &words[at..]);
            }
            return;
        }
        let Some(at) = clauses::choice(&words) else {
            return;
        };
        if has_condition(item) {
            self.one_of_two(item, text, &words);
        } else if !carried && !papers {
            self.sink
                .push(undecided((text, requirement.span), &words, at));
        }
    }

    /// Whether an item or a group around it has a condition.
    fn limited(&self, item: &Item<'_>) -> bool {
        let mut around = self.service.around(item);
        has_condition(item) || around.any(has_condition)
    }

    /// A part of a group that decides what the group's sentence says.
    fn carries(&self, part: &Item<'_>) -> bool {
        let papers = part.requirement();
        let papers = papers.is_some_and(|requirement| !requirement.any_of.is_absent());
        let mut parts = self.service.parts_of(part);
        has_condition(part) || papers || parts.any(|part| self.carries(part))
    }

    /// A sentence that names two circumstances beside a rule that knows one: after a condition's word, or where `must`
    /// says what a person has to be.
    fn one_of_two(&mut self, item: &Item<'_>, text: &Text, words: &[Word]) {
        let named = clauses::condition(words).is_some();
        let (rule, key) = match (&item.must, &item.when) {
            (Some(must), _) => (must, ("harus", "must")),
            (None, Some(when)) if named => (when, ("jika", "when")),
            _ => return,
        };
        if let Some(at) = clauses::choice(words)
            && !has_choice(rule, self.questions)
        {
            self.sink.push(half((text, words), at, rule, key));
        }
    }

    /// A step of the procedure. A choice in it is left alone: it says how the office works.
    fn step(&mut self, step: &Step) {
        let (true, true, Some(text)) = (
            step.when.is_absent(),
            step.note.is_absent(),
            step.text.get(),
        ) else {
            return;
        };
        let words = words(&text.value);
        if let Some(at) = clauses::condition(&words)
            && !of_course(&words[at..])
        {
            self.sink
                .push(unlimited((text, step.span), &words, at, self.questions));
        }
    }

    fn cost(&mut self, row: &CostRow) {
        if row.exempt.is_absent() && row.note.is_absent() && row.when.is_absent() {
            self.figure(row.text.get().or(row.label.get()), row.span);
        }
    }

    fn case(&mut self, case: &TimeCase) {
        if case.note.is_absent() && case.when.is_absent() {
            self.figure(case.text.get(), case.span);
        }
    }

    /// A sentence with an amount: a choice in it matters between two amounts.
    fn figure(&mut self, text: Option<&Text>, item: Span) {
        let Some(text) = text else { return };
        let words = words(&text.value);
        if let Some(at) = clauses::condition(&words) {
            if !of_course(&words[at..]) {
                self.sink
                    .push(unlimited((text, item), &words, at, self.questions));
            }
        } else if let Some(at) = clauses::choice(&words)
            && words[..at].iter().any(is_number)
            && words[at..].iter().any(is_number)
        {
            self.sink
                .push(unlimited((text, item), &words, at, self.questions));
        }
    }
}

fn of_course(words: &[Word]) -> bool {
    words.iter().any(|word| word.is(COURSE))
}

fn is_number(word: &Word) -> bool {
    word.text
        .trim_start_matches("rp")
        .trim_start_matches('.')
        .starts_with(|c: char| c.is_ascii_digit())
}

/// Whether anything of an item depends on answers, were it a condition that has a mistake.
fn has_condition(item: &Item<'_>) -> bool {
    let own = item.requirement().is_some_and(|requirement| {
        !requirement.must.is_absent() || !requirement.cannot_have.is_absent()
    });
    own || !item.is_unconditional()
}

/// The author says what the sentence means.
fn explained(requirement: &Requirement) -> bool {
    requirement.interpretation.get().is_some() || requirement.note.get().is_some()
}

/// Whether a rule knows more than one way, or reads a question whose own words put two circumstances into one answer.
fn has_choice(rule: &Rule, questions: &Questions) -> bool {
    let joins = |text: &str| words(text).iter().any(|word| word.is("atau"));
    match &rule.node {
        Node::Or(_) | Node::Not(_) => true,
        Node::And(parts) => parts.iter().any(|part| has_choice(part, questions)),
        Node::Fact(fact) => has_choice(&fact.rule, questions),
        Node::Test(index, test) => {
            let several = match test {
                Test::OneOf(mask) => mask.count_ones() > 1,
                Test::Number(..) => false,
                Test::Numbers(numbers) => numbers.len() > 1,
            };
            let asked = questions.list.get(*index).is_some_and(|question| {
                let labels = match &question.kind {
                    Kind::Choices(choices) => choices.iter().any(|choice| joins(&choice.label)),
                    _ => false,
                };
                joins(&question.ask) || labels
            });
            several || asked
        }
    }
}

/// Whether the words of an option stand among these.
pub(super) fn is_named(said: &[Word], option: &str) -> bool {
    let option = option.replace('_', " ");
    let wanted = words(&option);
    let texts = |words: &[Word]| -> Vec<String> {
        words.iter().map(|word| word.text.to_string()).collect()
    };
    let (said, wanted) = (texts(said), texts(&wanted));
    !wanted.is_empty() && said.windows(wanted.len()).any(|part| part == wanted)
}

/// A condition that the rest of the sentence names in the author's own options: `ktp_lama = hilang`.
fn guess(rest: &[Word], questions: &Questions) -> Option<String> {
    let named = |question: &Question| -> Option<String> {
        let Kind::Choices(choices) = &question.kind else {
            return None;
        };
        let named = choices
            .iter()
            .filter(|choice| is_named(rest, &choice.id) || is_named(rest, &choice.label));
        let named: Vec<&str> = named.map(|choice| choice.id.as_str()).collect();
        match named.as_slice() {
            [] => None,
            [only] => Some(format!("{} = {only}", question.id)),
            several => Some(format!("{} in [{}]", question.id, several.join(", "))),
        }
    };
    let mut found = questions.list.iter().filter_map(named);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// What is marked of a sentence, and its bytes: a word, or the two of "dalam hal" and "salah satu".
fn marked(text: &Text, words: &[Word], at: usize) -> (String, usize, usize) {
    let word = &words[at];
    let pair = |first: &str, second: &str| {
        let next = words.get(at + 1).filter(|next| next.is(second));
        next.filter(|_| word.is(first))
    };
    let end = pair("dalam", "hal").or(pair("salah", "satu"));
    let to = end.map_or(word.to, |end| end.to);
    (text.value[word.from..to].to_owned(), word.from, to)
}

/// Where the mended line goes: a plain sentence has to become an item with keys first.
fn place(text: &Text, item: Span) -> (&'static str, &'static str) {
    if text.span == item {
        (
            "tulis butir ini sebagai `- bunyi: …`, lalu ketik di bawahnya",
            "write this item as `- text: …`, then type below it",
        )
    } else {
        ("ketik di butir ini", "add to this item")
    }
}

fn unlimited(
    (text, item): (&Text, Span),
    words: &[Word],
    at: usize,
    questions: &Questions,
) -> Diagnostic {
    let (word, from, to) = marked(text, words, at);
    let (id, en) = place(text, item);
    let help = match guess(&words[at..], questions) {
        Some(condition) => say!(
            "{id}: jika: {condition}; jika memang bagi semua orang, jelaskan dengan: catatan: …",
            "{en}: when: {condition}; if it is meant for everyone, say so with: note: …"
        ),
        None => say!(
            "tulis pertanyaannya di `pertanyaan`, lalu {id}: jika: …; jika memang bagi semua orang, jelaskan dengan: catatan: …",
            "add the question under `questions`, then {en}: when: …; if it is meant for everyone, say so with: note: …"
        ),
    };
    Diagnostic::new(
        Code::K0331,
        text.span_of(from, to),
        say!(
            "kata `{word}` membatasi kalimat ini, tetapi butirnya berlaku bagi semua orang",
            "the word `{word}` limits this sentence, but the item applies to everyone"
        ),
    )
    .help(help)
}

fn undecided((text, item): (&Text, Span), words: &[Word], at: usize) -> Diagnostic {
    let (said, from, to) = marked(text, words, at);
    // A plain sentence has to become an item with keys first.
    let (first_id, first_en) = if text.span == item {
        (
            "tulis butir ini sebagai `- bunyi: …`, lalu di bawahnya: ",
            "write this item as `- text: …`, then below it: ",
        )
    } else {
        ("", "")
    };
    Diagnostic::new(
        Code::K0331,
        text.span_of(from, to),
        say!(
            "kata `{said}` memberi pilihan, tetapi butirnya tidak memuat pilihan itu",
            "the word `{said}` offers a choice, but the item has none"
        ),
    )
    .help(say!(
        "{first_id}jika salah satu dokumen cukup, ketik: salah_satu: lalu tiap dokumen di barisnya sendiri; jika tergantung keadaan, ketik: jika: …; jika memang begitu, jelaskan dengan: catatan: …",
        "{first_en}if one of the documents is enough, type: any_of: and each document on its own line; if it depends on the case, type: when: …; if it is meant that way, say so with: note: …"
    ))
}

fn half(
    (text, words): (&Text, &[Word]),
    at: usize,
    rule: &Rule,
    (key_id, key_en): (&str, &str),
) -> Diagnostic {
    let (said, from, to) = marked(text, words, at);
    let both = |id: &str, en: &str| Message {
        id: id.to_owned(),
        en: en.to_owned(),
    };
    Diagnostic::new(
        Code::K0331,
        text.span_of(from, to),
        say!(
            "kata `{said}` menyebut keadaan lain, tetapi `{key_id}` hanya mengenal satu",
            "the word `{said}` adds another circumstance, but `{key_en}` covers only one"
        ),
    )
    .also(rule.span, both("aturannya", "the rule"))
    .help(say!(
        "tambahkan keadaan yang lain, ketik: {key_id}: … atau …; jika memang begitu, jelaskan dengan: catatan: …",
        "add the other circumstance, type: {key_en}: … or …; if it is meant that way, say so with: note: …"
    ))
}
