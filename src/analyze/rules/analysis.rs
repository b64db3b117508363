//! Finds the mistakes in rules that mean something: exactly, over all answers, each with answers that show it.

mod inferred;
mod papers;
mod redundant;
mod silence;
mod written;

use std::collections::BTreeSet;

use super::tariff;
use crate::diagnostic::{Code, Diagnostic, Lang, Message, Sink, say};
use crate::language::Language;
use crate::resolve::service::{Item, List, Service};
use crate::rule::check::{Questions, Rule};
use crate::rule::compile::Kind;
use crate::rule::diagram::{ALWAYS, Diagrams, Function, NEVER};
use crate::rule::domain::{Domain, Domains};
use crate::rule::terms::{Primes, Term};
use crate::rule::words::answers;
use crate::span::Span;

/// Terms among which the shortest example is sought.
const MOST_EXAMPLES: usize = 500;

/// Reports everything that is wrong with the rules of a service. Nothing is reported of rules that are too intertwined
/// to be decided.
pub fn analyze(service: &Service<'_>, sink: &mut Sink) {
    let (rules, questions) = (&service.rules, &service.questions);
    let cannot = service.items.iter();
    let cannot = cannot.filter_map(|item| item.cannot_have.as_ref());
    let Some(domains) = Domains::of(questions, rules.each().chain(cannot), sink) else {
        return;
    };
    let mut found = Sink::default();
    let mut analysis = Analysis {
        service,
        questions,
        diagrams: Diagrams::new(&domains),
        domains,
        sink: &mut found,
    };
    let admitted = analysis.admitted();
    analysis.constants();
    analysis.papers(admitted);
    analysis.table(List::Cost, admitted);
    analysis.table(List::Time, admitted);
    analysis.questions();
    analysis.inferences();
    analysis.silences(admitted);
    analysis.all_redundant();
    if !analysis.diagrams.overflowed() {
        sink.append(found);
    }
}

struct Analysis<'a> {
    service: &'a Service<'a>,
    questions: &'a Questions,
    domains: Domains,
    diagrams: Diagrams,
    sink: &'a mut Sink,
}

/// A paper that some people cannot have: the item, and who they are.
type Paper<'a> = (&'a Item<'a>, &'a Rule);

impl<'a> Analysis<'a> {
    /// The papers that some people cannot have.
    fn limited_papers(&self) -> Vec<Paper<'a>> {
        let items = self.service.items.iter();
        let papers = items.filter_map(|item| Some((item, item.cannot_have.as_ref()?)));
        papers.collect()
    }

    fn function(&mut self, rule: &Rule) -> Function {
        self.diagrams.rule(rule, &self.domains)
    }

    /// Those whom the service does not turn away: every criterion met, or only something to do before.
    fn admitted(&mut self) -> Function {
        let criteria = self.service.rules.criteria.iter();
        let criteria = criteria.filter(|(_, _, kind)| *kind != Kind::DoFirst);
        let criteria: Vec<Function> = criteria
            .map(|(_, rule, _)| self.diagrams.rule(rule, &self.domains))
            .collect();
        self.diagrams.all(&criteria)
    }

    /// "For example" and answers under which `function` holds, in the author's own words: the fewest that suffice.
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
        let (id, en) = (say(Lang::Id), say(Lang::En));
        say!("misalnya: {id}", "for example: {en}")
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
    fn constants(&mut self) {
        let rules = &self.service.rules;
        let items = rules.items.iter().map(|(_, rule)| rule);
        let cannot = self.limited_papers().into_iter().map(|(_, cannot)| cannot);
        for rule in items.chain(&rules.unsettled).chain(cannot) {
            match self.function(rule) {
                NEVER => self.sink.push(never(rule)),
                ALWAYS => self.sink.push(always(rule)),
                _ => {}
            }
        }
        for (_, rule, _) in &rules.criteria {
            match self.function(rule) {
                NEVER => self.sink.push(unmeetable(rule)),
                ALWAYS => self.sink.push(unfailable(rule)),
                _ => {}
            }
        }
    }

    /// The rows of the tariff, of which at least one should hold, or the cases of time, of which exactly one should; what
    /// has no condition holds for the rest.
    fn table(&mut self, list: List, admitted: Function) {
        let conditional = self.service.list(list);
        let conditional = conditional.filter_map(|row| Some((row, row.when.as_ref()?)));
        let (items, rows): (Vec<&Item<'_>>, Vec<&Rule>) = conditional.unzip();
        let functions: Vec<Function> = rows.iter().map(|row| self.function(row)).collect();
        for (index, row) in functions.iter().enumerate() {
            for (before, other) in functions[..index].iter().enumerate() {
                let both = self.diagrams.all(&[admitted, *row, *other]);
                let added = list == List::Cost;
                let meant = added && !tariff::look_alike(items[index], items[before]);
                if both != NEVER && !meant {
                    let told = if added { tariff::added } else { at_once };
                    let shown = self.example(both);
                    self.sink
                        .push(told(rows[index].span, rows[before].span, shown));
                }
            }
        }
        if list == List::Cost {
            self.beside_prices_for_all(&items, &rows, admitted);
        }
        let some = self.diagrams.any(&functions);
        let none = self.diagrams.not(some);
        let none = self.diagrams.and(admitted, none);
        if let Some(first) = rows.first()
            && !has_rest(self.service, list)
            && none != NEVER
        {
            let shown = self.example(none);
            self.sink.push(uncovered(first.span, shown));
        }
    }

    /// Rows with a condition that are added to a price for everyone, although they count the same thing.
    fn beside_prices_for_all(&mut self, items: &[&Item<'_>], rows: &[&Rule], admitted: Function) {
        for (item, rule) in items.iter().zip(rows) {
            let function = self.function(rule);
            let holds = self.diagrams.and(admitted, function);
            if let Some(other) = tariff::for_everyone(self.service, item)
                && holds != NEVER
            {
                let shown = self.example(holds);
                self.sink
                    .push(tariff::added_to_all(rule.span, other, shown));
            }
        }
    }

    /// Questions that nothing reads, options that make no difference.
    fn questions(&mut self) {
        let rules = &self.service.rules;
        let cannot = self.limited_papers().into_iter().map(|(_, cannot)| cannot);
        let all = rules.each().chain(cannot);
        let all: Vec<Function> = all.map(|rule| self.function(rule)).collect();
        let read: BTreeSet<usize> = rules.each().flat_map(Rule::reads).collect();
        for (index, question) in self.questions.list.iter().enumerate() {
            let posed = self.service.posed(&question.id);
            // Another service may tell apart what is the same here.
            let is_shared = posed.is_some_and(|posed| posed.is_shared);
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
            } else if let (Domain::Choices(count), false) = (&self.domains.list[index], is_shared) {
                self.idle_options(index, *count, &all);
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

/// Whether something of a list holds where no condition of it does.
fn has_rest(service: &Service<'_>, list: List) -> bool {
    let time = service.document.time.get().filter(|_| list == List::Time);
    let whole = time.is_some_and(|time| time.text.get().is_some() || time.max.get().is_some());
    whole || service.list(list).any(Item::is_unconditional)
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

fn at_once(at: Span, other: Span, shown: Message) -> Diagnostic {
    Diagnostic::new(
        Code::K0324,
        at,
        say!(
            "dua kasus waktu berlaku sekaligus bagi orang yang sama",
            "two cases of the time apply to the same person at once"
        ),
    )
    .label(shown)
    .also(other, say!("kasus yang lain", "the other case"))
    .help(say!(
        "ubah salah satu `jika` sehingga hanya satu kasus yang berlaku",
        "change one `when` so that only one case applies"
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
    .label(shown)
    .help(say!(
        "tambahkan baris bagi mereka, atau perluas sebuah `jika`",
        "add a row for them, or broaden a `when`"
    ))
}
