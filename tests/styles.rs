//! Reads the rules about answers in a page's styles, as a browser and the page's script do.

use std::collections::BTreeMap;

use scraper::{Html, Selector};

/// The answers given, by question; an open question has none.
pub type Given = BTreeMap<String, String>;

/// The rules that `:has()` is needed for, each as its selector and what it tells.
pub struct Rules<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Rules<'a> {
    /// Those of a style sheet, or of the page that it stands in.
    pub fn of(text: &'a str) -> Self {
        let blocks = text.split("@supports selector(:has(*)){").skip(1);
        let blocks = blocks.map(|block| block.split("}}").next().unwrap_or_default());
        let rules = blocks.flat_map(|block| block.split('}'));
        Self(rules.filter_map(|rule| rule.split_once('{')).collect())
    }

    /// Whether a rule holds that tells this element (empty for the root) this.
    pub fn tell(&self, element: &str, told: &str, given: &Given) -> bool {
        let mut rules = self.of_element(element, told);
        rules.any(|asks| chain(asks, given).0)
    }

    /// What the root is asked for by the rules that tell an element (empty for the root) this.
    pub fn of_element(&self, element: &str, told: &str) -> impl Iterator<Item = &'a str> {
        let rules = self.0.iter().filter(move |(_, tells)| *tells == told);
        rules.filter_map(move |(selector, _)| {
            let asks = selector.strip_prefix(":root")?;
            let (_, rest) = chain(asks, &Given::new());
            let one = rest.trim_start();
            let several = one
                .strip_prefix(":is(")
                .and_then(|list| list.strip_suffix(')'));
            let mut elements = several.unwrap_or(one).split(',');
            let own = elements.any(|own| own == element);
            own.then(|| &asks[..asks.len() - rest.len()])
        })
    }
}

/// Whether all that is asked in a row is so, and what stands behind it.
fn chain<'s>(mut rest: &'s str, given: &Given) -> (bool, &'s str) {
    let mut all = true;
    loop {
        if let Some(asked) = rest.strip_prefix(":has(") {
            let end = closing(asked);
            all &= asked[..end].split(',').any(|one| chosen(one, given));
            rest = &asked[end + 1..];
        } else if let Some(terms) = rest.strip_prefix(":is(") {
            let (mut some, mut after) = chain(terms, given);
            while let Some(next) = after.strip_prefix(',') {
                let (holds, behind) = chain(next, given);
                (some, after) = (some | holds, behind);
            }
            all &= some;
            rest = after.strip_prefix(')').expect("the end of the terms");
        } else {
            return (all, rest);
        }
    }
}

/// Where a bracket ends that was opened before this text.
fn closing(text: &str) -> usize {
    let mut depth = 1;
    let end = text.find(|letter| {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        depth == 0
    });
    end.expect("a closing bracket")
}

/// Whether one answer is given: `[name=q][value=a]:checked`, or `[name=q]:checked` with those that it is not.
fn chosen(one: &str, given: &Given) -> bool {
    let value = |text: &str| {
        let (value, _) = text.split_once(']').expect("the end of a value");
        value.trim_matches('"').to_owned()
    };
    let asked = one.strip_prefix("[name=").expect("a question");
    let Some(answer) = given.get(&value(asked)) else {
        return false;
    };
    let mut named = asked.split("[value=").skip(1).map(value);
    match asked.contains(":not(") {
        true => named.all(|other| other != *answer),
        false => named.any(|own| own == *answer),
    }
}

/// The questions of a page with the values of their answers.
pub fn questions(page: &str) -> Vec<(String, Vec<String>)> {
    let select = |selector: &str| Selector::parse(selector).expect("a selector");
    let html = Html::parse_document(page);
    let (question, answer) = (select("[data-question]"), select("input"));
    let read = html.select(&question).map(|one| {
        let attribute = |of: &scraper::ElementRef<'_>, name| of.attr(name).expect(name).to_owned();
        let values = one.select(&answer).map(|input| attribute(&input, "value"));
        let values = values.filter(|value| value != "-").collect();
        (attribute(&one, "data-question"), values)
    });
    read.collect()
}

#[test]
fn rules_are_read_as_a_browser_reads_them() {
    let css = "a{b:c}@supports selector(:has(*)){d{e:f}:root:is(:has([name=q][value=a]:checked,[name=q][value=\"1\"]:checked):has([name=r]:checked:not([value=x]):not([value=\"-\"])),:has([name=r][value=x]:checked)) :is([e=f],[g=h]){--y:i}:root{j:k}}l{m:n}";
    let rules = Rules::of(css);
    let tell = |answers: &[(&str, &str)]| {
        let given = answers.iter();
        let given = given.map(|(id, value)| ((*id).to_owned(), (*value).to_owned()));
        rules.tell("[g=h]", "--y:i", &given.collect())
    };
    assert!(tell(&[("r", "x")]) && tell(&[("q", "1"), ("r", "y")]));
    assert!(!tell(&[("q", "a")]) && !tell(&[("r", "y")]) && !tell(&[("q", "b"), ("r", "y")]));
    assert!(rules.tell("", "j:k", &Given::new()));
    assert!(!rules.tell("", "m:n", &Given::new()) && !rules.tell("[g=h]", "j:k", &Given::new()));
}
