//! What the styles say; and the pages on which a browser shows that they say what brute force says.

#![allow(
    clippy::disallowed_methods,
    reason = "the pages for the browser are files"
)]

use super::*;
use crate::rule::compile::random::{Random, large_service, seed_service};

#[test]
fn an_item_has_one_rule_for_each_state() {
    let service = seed_service();
    let styles = styles(&service.compile(), &service.questions);
    let needed = ":root:has([name=ktp_lama][value=hilang]:checked) [data-item=\"requirements.7\"]{--y:initial;--m:none}";
    assert!(styles.text.contains(needed), "{}", styles.text);
    assert_eq!(styles.in_words, Vec::<String>::new());
    assert_eq!(
        styles.text.matches('{').count(),
        styles.text.matches('}').count()
    );
}

#[test]
fn rules_that_are_too_long_leave_the_item_in_words() {
    let mut random = Random(11);
    let service = large_service(&mut random, 12, 6, 60, 0);
    let styles = styles(&service.compile(), &service.questions);
    assert!(
        styles.text.len() < MOST_BYTES + 4_000,
        "{}",
        styles.text.len()
    );
}

#[test]
fn values_are_quoted_where_they_must_be() {
    assert_eq!(gate::value("hilang"), "hilang");
    assert_eq!(gate::value("17"), "\"17\"");
    assert_eq!(gate::value("a\"</style>"), "\"a\\22 \\3c /style>\"");
}
