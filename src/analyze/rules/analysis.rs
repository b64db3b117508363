//! Finds the mistakes in rules that mean something: exactly, over all answers, each with answers that show it.

mod inferred;
mod papers;
mod redundant;
mod silence;
#[cfg(test)]
mod tests;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Lang, Message, Sink, say};
use crate::language::Language;
use crate::rule::check::{Questions, Rule};
use crate::rule::compile::{Key, Kind, Rules};
use crate::rule::diagram::{ALWAYS, Diagrams, Function, NEVER};
use crate::rule::domain::{Domain, Domains};
use crate::rule::terms::{Primes, Term};
use crate::rule::words::answers;
use crate::span::Span;

/// Terms among which the shortest example is sought.
const MOST_EXAMPLES: usize = 500;

/// What is analyzed of one service.
#[derive(Debug, Clone, Default)]
pub struct Subject {
    /// The rules of the page: every condition of an item (rows and cases included), criterion and silence.
    pub rules: Rules,
    /// The papers that some people cannot have.
    pub papers: Vec<Paper>,
    /// Rows of which exactly one should hold.
    pub tables: Vec<Table>,
    /// What an editor inferred and nobody confirmed.
    pub inferred: Vec<Inferred>,
    /// The items that are demanded of people; rows, cases and steps are not.
    pub demanded: BTreeSet<Key>,
    /// The group of each item that is a part of one.
    pub groups: BTreeMap<Key, Key>,
}

impl Subject {
    /// The groups around an item, the nearest first.
    fn around(&self, key: Key) -> impl Iterator<Item = Key> {
        std::iter::successors(self.groups.get(&key), |outer| self.groups.get(outer)).copied()
    }

    /// Whether one item is the other or a part of it.
    fn related(&self, one: Key, other: Key) -> bool {
        let within = |inner: Key, outer: Key| self.around(inner).any(|around| around == outer);
        one == other || within(one, other) || within(other, one)
    }
}

/// A criterion that an editor inferred and nobody confirmed.
#[derive(Debug, Clone)]
pub struct Inferred {
    /// What must hold.
    pub must: Rule,
    /// What follows otherwise.
    pub kind: Kind,
    /// Where the inference stands.
    pub span: Span,
}

/// A paper that some people cannot have.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The item that it is.
    pub key: Key,
    /// Whether its sentence gives another reason than the answers of `cannot_have`: "apabila terjadi perubahan data".
    pub other_reason: bool,
    /// Whether the author says what its sentence means.
    pub explained: bool,
    /// What to call it: its label.
    pub name: String,
    /// When it is demanded; `None` for always.
    pub when: Option<Rule>,
    /// The same as written at the paper itself, without the conditions of its group: what a mended line says.
    pub own: Option<Rule>,
    /// Who cannot have it.
    pub cannot_have: Rule,
}

/// Rows of which exactly one should hold: of the tariff, of the cases of time. Rows without a condition are not
/// given here.
#[derive(Debug, Clone)]
pub struct Table {
    /// Where the table stands.
    pub span: Span,
    /// The condition of each row.
    pub rows: Vec<Rule>,
    /// Whether something holds where no row does.
    pub rest: Rest,
}

/// What holds where no row of a table does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// Nothing: the rows must cover everyone who can use the service.
    Nothing,
    /// Something given without a condition.
    Given,
}

/// Reports everything that is wrong. Nothing is reported of rules that are too intertwined to be decided.
pub fn analyze(subject: &Subject, questions: &Questions, sink: &mut Sink) {
    let papers = subject
        .papers
        .iter()
        .flat_map(|paper| paper.when.iter().chain([&paper.cannot_have]));
    let rows = subject.tables.iter().flat_map(|table| &table.rows);
    let all = subject.rules.each().chain(papers).chain(rows);
    let Some(domains) = Domains::of(questions, all, sink) else {
        return;
    };
    let mut found = Sink::default();
    let mut analysis = Analysis {
        questions,
        diagrams: Diagrams::new(&domains),
        domains,
        sink: &mut found,
    };
    analysis.constants(subject);
    analysis.papers(subject);
    analysis.tables(subject);
    analysis.questions(subject);
    for inferred in &subject.inferred {
        analysis.inferred(inferred);
    }
    analysis.silences(subject);
    let rules = &subject.rules;
    let criteria = rules.criteria.iter().map(|(key, rule, _)| (key, rule));
    let items = rules.items.iter().map(|(key, rule)| (key, rule));
    for (key, rule) in items.chain(criteria) {
        analysis.redundant(rule, &groups(*key, subject));
    }
    for rule in &rules.unsettled {
        analysis.redundant(rule, &[]);
    }
    if !analysis.diagrams.overflowed() {
        sink.append(found);
    }
}

/// Where the conditions of the groups around an item stand.
fn groups(key: Key, subject: &Subject) -> Vec<Span> {
    let around: BTreeSet<Key> = subject.around(key).collect();
    let items = subject.rules.items.iter();
    let items = items.filter(|(known, _)| around.contains(known));
    items.map(|(_, rule)| rule.span).collect()
}

struct Analysis<'a> {
    questions: &'a Questions,
    domains: Domains,
    diagrams: Diagrams,
    sink: &'a mut Sink,
}

impl Analysis<'_> {
    fn function(&mut self, rule: &Rule) -> Function {
        self.diagrams.rule(rule, &self.domains)
    }

    /// Those whom the service does not turn away: every criterion met, or only something to do before.
    fn admitted(&mut self, rules: &Rules) -> Function {
        let criteria = rules
            .criteria
            .iter()
            .filter(|(_, _, kind)| *kind != Kind::DoFirst);
        let criteria: Vec<Function> = criteria
            .map(|(_, rule, _)| self.diagrams.rule(rule, &self.domains))
            .collect();
        self.diagrams.all(&criteria)
    }

    /// Answers under which `function` holds, in the author's own words: the fewest that suffice.
    fn example(&mut self, function: Function) -> Message {
        let shortest = Primes::default().of(function, &mut self.diagrams, MOST_EXAMPLES);
        let shortest = shortest.and_then(|terms| terms.into_iter().next());
        let term = shortest.unwrap_or_else(|| self.any_example(function));
        let say = |lang: Lang| -> String {
            let sentences: Vec<String> = term
                .allowed
                .iter()
                .filter_map(|(index, mask)| {
                    let (question, domain) = (
                        self.questions.list.get(*index)?,
                        self.domains.list.get(*index)?,
                    );
                    Some(answers(question, domain, *mask, Language::spoken(lang)))
                })
                .collect();
            match (sentences.is_empty(), lang) {
                (false, _) => sentences.join("; "),
                (true, Lang::Id) => "jawaban apa pun".to_owned(),
                (true, Lang::En) => "any answers".to_owned(),
            }
        };
        Message {
            id: say(Lang::Id),
            en: say(Lang::En),
        }
    }

    fn any_example(&self, function: Function) -> Term {
        let answers = self.diagrams.example(function).unwrap_or_default();
        let given = answers.into_iter().enumerate();
        Term {
            allowed: given
                .filter_map(|(question, answer)| Some((question, 1 << answer?)))
                .collect(),
        }
    }

    /// Conditions that hold never or always.
    fn constants(&mut self, subject: &Subject) {
        let items = subject.rules.items.iter().map(|(_, rule)| rule);
        let cannot = subject.papers.iter().map(|paper| &paper.cannot_have);
        for rule in items.chain(&subject.rules.unsettled).chain(cannot) {
            match self.function(rule) {
                NEVER => self.sink.push(never(rule)),
                ALWAYS => self.sink.push(always(rule)),
                _ => {}
            }
        }
        for (_, rule, _) in &subject.rules.criteria {
            match self.function(rule) {
                NEVER => self.sink.push(unmeetable(rule)),
                ALWAYS => self.sink.push(unfailable(rule)),
                _ => {}
            }
        }
    }

    fn tables(&mut self, subject: &Subject) {
        let admitted = self.admitted(&subject.rules);
        for table in &subject.tables {
            let rows: Vec<Function> = table.rows.iter().map(|row| self.function(row)).collect();
            for (index, row) in rows.iter().enumerate() {
                for (before, other) in rows[..index].iter().enumerate() {
                    let both = self.diagrams.all(&[admitted, *row, *other]);
                    if both != NEVER {
                        let shown = self.example(both);
                        self.sink
                            .push(at_once(&table.rows[index], &table.rows[before], shown));
                    }
                }
            }
            let some = self.diagrams.any(&rows);
            let none = self.diagrams.not(some);
            let none = self.diagrams.and(admitted, none);
            if table.rest == Rest::Nothing && !rows.is_empty() && none != NEVER {
                let shown = self.example(none);
                self.sink.push(uncovered(table.span, shown));
            }
        }
    }

    /// Questions that nothing reads, options that make no difference.
    fn questions(&mut self, subject: &Subject) {
        let page: Vec<Function> = subject
            .rules
            .each()
            .map(|rule| self.diagrams.rule(rule, &self.domains))
            .collect();
        let read: BTreeSet<usize> = subject.rules.each().flat_map(Rule::reads).collect();
        let cannot: Vec<Function> = subject
            .papers
            .iter()
            .map(|paper| self.diagrams.rule(&paper.cannot_have, &self.domains))
            .collect();
        let all = [page, cannot].concat();
        for (index, question) in self.questions.list.iter().enumerate() {
            if !read.contains(&index) {
                let id = &question.id;
                self.sink.push(
                    Diagnostic::new(
                        Code::K0321,
                        question.span,
                        say!(
                            "jawaban atas `{id}` tidak dipakai di mana pun",
                            "the answer to `{id}` is not used anywhere"
                        ),
                    )
                    .help(say!(
                        "pakai dalam `jika` atau `harus`, atau hapus pertanyaannya",
                        "use it in a `when` or `must`, or delete the question"
                    )),
                );
            } else if let Domain::Choices(count) = self.domains.list[index] {
                self.idle_options(index, count, &all);
            }
        }
    }

    /// Options of one question that always lead to the same.
    fn idle_options(&mut self, question: usize, count: usize, functions: &[Function]) {
        let mut groups: Vec<(Vec<Function>, Vec<usize>)> = Vec::new();
        for option in 0..count {
            let given: Vec<Function> = functions
                .iter()
                .map(|function| self.diagrams.given(*function, question, option))
                .collect();
            match groups.iter_mut().find(|(known, _)| *known == given) {
                Some((_, options)) => options.push(option),
                None => groups.push((given, vec![option])),
            }
        }
        let declared = &self.questions.list[question];
        for (_, options) in groups.into_iter().filter(|(_, options)| options.len() > 1) {
            let names: Vec<String> = options
                .iter()
                .filter_map(|option| Some(format!("`{}`", declared.options().get(*option)?)))
                .collect();
            let (names, id) = (names.join(", "), &declared.id);
            self.sink.push(
                Diagnostic::new(
                    Code::K0322,
                    declared.span,
                    say!(
                        "pilihan {names} dari `{id}` selalu berakibat sama",
                        "the options {names} of `{id}` always have the same effect"
                    ),
                )
                .help(say!(
                    "gabungkan menjadi satu pilihan, atau pakai bedanya dalam sebuah syarat",
                    "merge them into one option, or use the difference in a condition"
                )),
            );
        }
    }
}

fn never(rule: &Rule) -> Diagnostic {
    Diagnostic::new(
        Code::K0326,
        rule.span,
        say!(
            "syarat ini tidak pernah terpenuhi, apa pun jawabannya",
            "this condition is never met, whatever the answers"
        ),
    )
    .help(say!(
        "perbaiki syaratnya, atau hapus butir ini jika memang tidak berlaku bagi siapa pun",
        "fix the condition, or delete the item if it applies to no one"
    ))
}

fn always(rule: &Rule) -> Diagnostic {
    Diagnostic::new(
        Code::K0327,
        rule.span,
        say!(
            "syarat ini selalu terpenuhi, apa pun jawabannya",
            "this condition is always met, whatever the answers"
        ),
    )
    .help(say!(
        "perbaiki syaratnya, atau hapus jika butir ini berlaku bagi semua orang",
        "fix the condition, or delete it if the item applies to everyone"
    ))
}

fn unmeetable(rule: &Rule) -> Diagnostic {
    Diagnostic::new(
        Code::K0326,
        rule.span,
        say!(
            "tidak seorang pun dapat memenuhi kriteria ini",
            "no one can meet this criterion"
        ),
    )
    .help(say!("perbaiki `harus`", "fix its `must`"))
}

fn unfailable(rule: &Rule) -> Diagnostic {
    Diagnostic::new(
        Code::K0327,
        rule.span,
        say!(
            "kriteria ini tidak pernah gagal, apa pun jawabannya",
            "this criterion never fails, whatever the answers"
        ),
    )
    .help(say!(
        "perbaiki `harus`, atau hapus kriterianya",
        "fix its `must`, or delete the criterion"
    ))
}

fn at_once(row: &Rule, other: &Rule, shown: Message) -> Diagnostic {
    Diagnostic::new(
        Code::K0324,
        row.span,
        say!(
            "dua baris berlaku sekaligus bagi orang yang sama",
            "two rows apply to the same person at once"
        ),
    )
    .label(Message {
        id: format!("misalnya: {}", shown.id),
        en: format!("for example: {}", shown.en),
    })
    .also(other.span, say!("baris yang lain", "the other row"))
    .help(say!(
        "ubah salah satu `jika` sehingga hanya satu baris yang berlaku",
        "change one `when` so that only one row applies"
    ))
}

fn uncovered(span: Span, shown: Message) -> Diagnostic {
    Diagnostic::new(
        Code::K0325,
        span,
        say!(
            "tidak ada baris yang berlaku bagi sebagian orang yang dapat mengurus layanan ini",
            "no row applies to some people who can use this service"
        ),
    )
    .label(Message {
        id: format!("misalnya: {}", shown.id),
        en: format!("for example: {}", shown.en),
    })
    .help(say!(
        "tambahkan baris bagi mereka, atau perluas sebuah `jika`",
        "add a row for them, or broaden a `when`"
    ))
}
