//! What the styles say; that a browser understands them so is shown by the pages.

use maklumat::diagnostic::Sink;
use maklumat::rule::check::Questions;
use maklumat::rule::compile::{Key, Kind};
use maklumat::rule::css::styles;
use maklumat::rule::questions::Kind as Answers;

use super::example::{expr, question};
use super::oracle::Service;
use super::random::{Random, large_service, seed_service};

#[test]
fn an_item_has_one_rule_for_each_state() {
    let service = seed_service();
    let styles = styles(
        &service.compile(),
        &service.questions,
        &|_| "item",
        &[],
        &[],
    );
    let needed = ":root:has([name=ktp_lama][value=hilang]:checked) [data-item=\"item\"]{--y:initial;--m:none}";
    assert!(styles.contains(needed), "{styles}");
    assert_eq!(styles.matches('{').count(), styles.matches('}').count());
}

/// The page's script reads the rules as text, so none may hold what it parts them by, nor ask another element.
#[test]
fn every_rule_has_the_shape_that_the_script_reads() {
    let mut random = Random(7);
    for service in [seed_service(), large_service(&mut random, 9, 5, 30, 12)] {
        let names: Vec<String> = (0..200).map(|key| format!("item.{key}")).collect();
        let groups: [Option<&[usize]>; 1] = [Some(&[1, 2])];
        let name = |key: Key| names[key].as_str();
        let styles = styles(&service.compile(), &service.questions, &name, &groups, &[]);
        let (_, block) = styles.split_once("@supports selector(:has(*)){").unwrap();
        assert_eq!(block.find("}}"), Some(block.len() - 2));
        assert!(!block.contains('@'), "{block}");
        for rule in block.trim_end_matches('}').split('}') {
            let (selector, told) = rule.split_once('{').unwrap();
            let told: Vec<&str> = told.split(';').collect();
            assert!(told.iter().all(|one| one.contains(':')), "{rule}");
            let (asks, element) = selector.split_once(' ').unwrap_or((selector, ""));
            // Behind each `:has(` the next bracket closes it, or is one of answers that are not given.
            let mut asked = asks.split(":has(").skip(1);
            let flat = |one: &str| {
                let own = one.replace(":not([", "[").replace("\"])", "\"]");
                own.find('(').is_none_or(|open| own.find(')') < Some(open))
            };
            assert!(asked.all(flat), "{rule}");
            assert!(!element.contains(":has("), "{rule}");
            assert!(
                asks.starts_with(":root") || !asks.contains(":has("),
                "{rule}"
            );
        }
    }
}

#[test]
fn what_is_too_long_stays_in_words() {
    let mut random = Random(11);
    let service = large_service(&mut random, 12, 6, 250, 20);
    let checklist = service.compile();
    let names: Vec<String> = (0..1_000).map(|key| format!("item.{key}")).collect();
    let styles = styles(&checklist, &service.questions, &|key| &names[key], &[], &[]);
    assert!(styles.len() < 100_000, "{}", styles.len());
    let mut items = checklist.items.iter();
    let known = |key: Key| styles.contains(&format!("[data-item=\"{}\"]", names[key]));
    assert!(items.all(|(key, condition)| known(*key) || checklist.in_words(*condition)));
    let mut items = checklist.items.iter();
    assert!(items.any(|(_, condition)| checklist.in_words(*condition)));
    let mut criteria = checklist.criteria.iter();
    assert!(criteria.all(|(_, condition, _)| !checklist.in_words(*condition)));
}

/// A criterion that is met in too many ways, in a group that one answer settles: where it concerns nobody it is no longer
/// "maybe".
#[test]
fn a_criterion_that_concerns_nobody_is_not_open_besides() {
    let list: Vec<_> = (0..21)
        .map(|q| question(&format!("q{q}"), "Apa?", Answers::YesNo))
        .collect();
    let pairs: Vec<String> = (0..10)
        .map(|q| format!("(q{} and q{})", 2 * q, 2 * q + 1))
        .collect();
    let demanded = format!("not q20 or not ({})", pairs.join(" or "));
    let service = Service {
        questions: Questions::new(list, &[], &mut Sink::default()),
        items: Vec::new(),
        criteria: vec![(1, expr(&demanded), Kind::NotEligible)],
        concerned: vec![(1, expr("q20"))],
        unsettled: Vec::new(),
    };
    let checklist = service.compile();
    let (_, condition, _) = checklist.criteria[0];
    assert!(checklist.decisions[condition.yes].in_words());
    let styles = styles(&checklist, &service.questions, &|_| "item", &[], &[]);
    let rules = styles.split('}').filter_map(|rule| rule.split_once('{'));
    let of_nobody = rules.filter(|(selector, _)| {
        *selector == ":root:has([name=q20][value=tidak]:checked) [data-item=\"item\"]"
    });
    let of_nobody: Vec<&str> = of_nobody.map(|(_, shown)| shown).collect();
    assert_eq!(of_nobody, ["--c:none;--d:block;--m:none"]);
}
