//! Services made up by a seeded generator, and those that every test of the room uses.

use maklumat::diagnostic::{Lang, Sink};
use maklumat::rule::check::Questions;
use maklumat::rule::compile::Kind;
use maklumat::rule::questions::{Kind as Answers, Question};

use super::example::{choices, expr, question, seed};
use super::oracle::Service;
pub use crate::oracle::random::Random;

/// The seed's service as design.md writes it.
pub fn seed_service() -> Service {
    Service {
        questions: seed(&[]),
        items: vec![
            (
                6,
                expr("ktp_lama = rusak or (data_berubah and ktp_lama = baik)"),
            ),
            (7, expr("ktp_lama = hilang")),
        ],
        criteria: vec![
            (4, expr("usia >= 17 or kawin"), Kind::NotEligible),
            (5, expr("perekaman"), Kind::DoFirst),
            (
                101,
                expr("ktp_lama != baik or data_berubah"),
                Kind::NotNeeded,
            ),
        ],
        concerned: Vec::new(),
        unsettled: vec![expr("ktp_lama = hilang and data_berubah")],
    }
}

/// A service of so many questions of so many options, with conditions of 3 to 5 atoms.
pub fn large_service(
    random: &mut Random,
    questions: usize,
    options: usize,
    items: usize,
    criteria: usize,
) -> Service {
    let labels: Vec<(String, String)> = (0..options)
        .map(|o| (format!("pilihan_{o}"), format!("Pilihan {o}")))
        .collect();
    let labels: Vec<(&str, &str)> = labels
        .iter()
        .map(|(id, label)| (id.as_str(), label.as_str()))
        .collect();
    let list: Vec<Question> = (0..questions)
        .map(|q| question(&format!("pertanyaan_{q}"), "Apa?", choices(&labels)))
        .collect();
    let mut condition = |atoms: usize| condition(random, &list, atoms);
    let items = (0..items)
        .map(|i| (i + 1, expr(&condition(3 + i % 3))))
        .collect();
    let criteria = (0..criteria)
        .map(|i| (101 + i, expr(&condition(3 + i % 3)), Kind::ALL[i % 3]))
        .collect();
    Service {
        questions: Questions::new(list, &[], &mut Sink::default()),
        items,
        criteria,
        concerned: Vec::new(),
        unsettled: Vec::new(),
    }
}

/// A small service of any shape.
pub fn any_service(random: &mut Random) -> Service {
    let count = 2 + random.below(4);
    let list: Vec<Question> = (0..count)
        .map(|index| {
            let kind = match random.below(4) {
                0 => Answers::YesNo,
                1 => Answers::Number {
                    min: 0,
                    max: 9,
                    decimals: u8::from(index % 2 == 1),
                    unit: None,
                },
                _ => choices(
                    &[("a", "A"), ("b", "B"), ("c", "C"), ("d", "D")][..2 + random.below(3)],
                ),
            };
            question(&format!("q{index}"), "Apa?", kind)
        })
        .collect();
    let mut service = Service {
        questions: Questions::default(),
        items: vec![],
        criteria: vec![],
        concerned: vec![],
        unsettled: vec![],
    };
    for index in 0..1 + random.below(4) {
        let atoms = 1 + random.below(4);
        service
            .items
            .push((index + 1, expr(&condition(random, &list, atoms))));
    }
    for index in 0..random.below(5) {
        let atoms = 1 + random.below(4);
        let (key, kind) = (101 + index, Kind::ALL[random.below(3)]);
        let must = condition(random, &list, atoms);
        // Some bind those only for whom a condition holds.
        let must = match random.below(3) {
            0 => {
                let when = condition(random, &list, 1 + atoms % 2);
                service.concerned.push((key, expr(&when)));
                format!("not ({when}) or ({must})")
            }
            _ => must,
        };
        service.criteria.push((key, expr(&must), kind));
    }
    for _ in 0..random.below(3) {
        let atoms = 1 + random.below(3);
        service
            .unsettled
            .push(expr(&condition(random, &list, atoms)));
    }
    service.questions.list = list;
    service
}

/// A condition of so many atoms, groups nested at random.
fn condition(random: &mut Random, list: &[Question], atoms: usize) -> String {
    if atoms == 1 {
        let atom = atom(random, list);
        return if random.below(5) == 0 {
            format!("not {atom}")
        } else {
            atom
        };
    }
    let left = 1 + random.below(atoms - 1);
    let word = ["and", "or"][random.below(2)];
    let (one, other) = (
        condition(random, list, left),
        condition(random, list, atoms - left),
    );
    let not = if random.below(8) == 0 { "not " } else { "" };
    format!("{not}(({one}) {word} ({other}))")
}

fn atom(random: &mut Random, list: &[Question]) -> String {
    let question = &list[random.below(list.len())];
    let id = &question.id;
    let options = question.options();
    match question.kind {
        Answers::YesNo => id.clone(),
        Answers::Number { .. } => {
            let sign = ["=", "!=", "<", "<=", ">", ">="][random.below(6)];
            let number = random.below(10);
            let lang = [Lang::Id, Lang::En][number % 2];
            let number = i64::try_from(number).unwrap();
            format!("{id} {sign} {}", question.typed(number, lang))
        }
        Answers::Choices(_) => {
            let (one, other) = (
                options[random.below(options.len())],
                options[random.below(options.len())],
            );
            match random.below(3) {
                0 => format!("{id} = {one}"),
                1 => format!("{id} != {one}"),
                _ => format!("{id} in [{one}, {other}]"),
            }
        }
    }
}
