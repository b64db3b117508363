//! What the rules of a service mean: what they leave without use, and whether its tests come out.

use crate::analyze::staff_tests::Tested;
use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::service::ServiceDocument;
use crate::resolve::checklist;
use crate::resolve::rules::Rules;
use crate::rule::check::{Node, Rule, Test};
use crate::rule::questions::{Kind, Question};

/// Reports what is wrong with rules that are understood.
pub fn check(service: &ServiceDocument, rules: &Rules, sink: &mut Sink) {
    check_use(rules, sink);
    let gathered = checklist::gather(service, rules);
    if let Some(checklist) = checklist::compile(rules, &gathered, sink) {
        let tested = Tested {
            service,
            rules,
            checklist: &checklist,
        };
        tested.run(sink);
    }
}

/// Reports questions that nothing reads, and options that nothing tells apart.
fn check_use(rules: &Rules, sink: &mut Sink) {
    for (at, question) in rules.questions.list.iter().enumerate() {
        let mut masks = Vec::new();
        let mut read = false;
        for rule in rules.all() {
            read |= rule.reads().contains(&at);
            collect(rule, at, &mut masks);
        }
        if !read {
            sink.push(unread(question));
        } else if let Kind::Choices(choices) = &question.kind {
            let row = |option: usize| masks.iter().map(move |mask| mask >> option & 1);
            for later in 1..choices.len() {
                if let Some(first) = (0..later).find(|first| row(*first).eq(row(later))) {
                    let labels = (choices[first].label.as_str(), choices[later].label.as_str());
                    sink.push(idle(question, labels));
                }
            }
        }
    }
}

/// The sets of options of one question that a condition asks for.
fn collect(rule: &Rule, question: usize, masks: &mut Vec<u64>) {
    match &rule.node {
        Node::Test(at, Test::OneOf(mask)) if *at == question => masks.push(*mask),
        Node::Test(..) => {}
        Node::Fact(fact) => collect(&fact.rule, question, masks),
        Node::And(parts) | Node::Or(parts) => {
            for part in parts {
                collect(part, question, masks);
            }
        }
        Node::Not(part) => collect(part, question, masks),
    }
}

fn unread(question: &Question) -> Diagnostic {
    let name = &question.id;
    Diagnostic::new(
        Code::K0321,
        question.span,
        say!(
            "pertanyaan `{name}` tidak dipakai syarat mana pun",
            "no condition reads the question `{name}`"
        ),
    )
    .help(say!(
        "pakai di sebuah syarat, misalnya jika: {name} …; atau hapus pertanyaan itu",
        "use it in a condition, such as when: {name} …; or delete the question"
    ))
}

fn idle(question: &Question, (first, second): (&str, &str)) -> Diagnostic {
    let name = &question.id;
    Diagnostic::new(
        Code::K0322,
        question.span,
        say!(
            "pilihan `{first}` dan `{second}` dari `{name}` tidak dibedakan syarat mana pun",
            "no condition tells the options `{first}` and `{second}` of `{name}` apart"
        ),
    )
    .help(say!(
        "gabungkan keduanya, atau tulis syarat yang terlupa",
        "merge the two, or write the condition that was forgotten"
    ))
}
