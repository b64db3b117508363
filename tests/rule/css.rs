//! What the styles say; that a browser understands them so is shown by the pages.

use maklumat::rule::compile::Key;
use maklumat::rule::css::styles;

use super::random::{Random, large_service, seed_service};

#[test]
fn an_item_has_one_rule_for_each_state() {
    let service = seed_service();
    let styles = styles(&service.compile(), &service.questions, &|_| "item");
    let needed = ":root:has([name=ktp_lama][value=hilang]:checked) [data-item=\"item\"]{--y:initial;--m:none}";
    assert!(styles.contains(needed), "{styles}");
    assert_eq!(styles.matches('{').count(), styles.matches('}').count());
}

#[test]
fn what_is_too_long_stays_in_words() {
    let mut random = Random(11);
    let service = large_service(&mut random, 12, 6, 250, 20);
    let checklist = service.compile();
    let names: Vec<String> = (0..1_000).map(|key| format!("item.{key}")).collect();
    let styles = styles(&checklist, &service.questions, &|key| &names[key]);
    assert!(styles.len() < 100_000, "{}", styles.len());
    let mut items = checklist.items.iter();
    let known = |key: Key| styles.contains(&format!("[data-item=\"{}\"]", names[key]));
    assert!(items.all(|(key, condition)| known(*key) || checklist.in_words(*condition)));
    let mut items = checklist.items.iter();
    assert!(items.any(|(_, condition)| checklist.in_words(*condition)));
    let mut criteria = checklist.criteria.iter();
    assert!(criteria.all(|(_, condition, _)| !checklist.in_words(*condition)));
}
