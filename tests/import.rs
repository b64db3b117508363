//! Pages of catalogues are understood: what is plain is read, what is not is doubted.

use maklumat::import::{Component, sheet_of_text};

mod corpus;
mod score;

use score::Score;

#[test]
fn a_page_without_headings_has_its_parts_in_the_order_of_the_catalogue() {
    for (name, text) in corpus::pages() {
        let sheet = sheet_of_text(&text);
        let parts: Vec<Component> = sheet.parts.iter().map(|part| part.component).collect();
        let mut sorted = parts.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(parts, sorted, "{name}");
    }
}

#[test]
fn the_corpus_is_understood() {
    let mut score = Score::default();
    for (name, text) in corpus::pages() {
        score.page(&name, &sheet_of_text(&text), &corpus::expected(&name));
    }
    println!(
        "{:22} {:>5} {:>7} {:>5} {:>8} {:>15}",
        "field", "right", "doubted", "wrong", "invented", "doubt on right"
    );
    let all = [("all", score.all())];
    for (field, tally) in score
        .fields
        .iter()
        .map(|(field, tally)| (*field, *tally))
        .chain(all)
    {
        let share = 100 * tally.right / tally.all().max(1);
        println!(
            "{field:22} {:>5} {:>7} {:>5} {:>8} {:>15}  {share} %",
            tally.right, tally.doubted, tally.wrong, tally.invented, tally.doubt_on_right
        );
    }
    for miss in &score.misses {
        println!("{miss}");
    }
    let all = score.all();
    assert_eq!(
        (all.wrong, all.invented),
        (0, 0),
        "wrong or invented without a doubt"
    );
    assert!(
        all.right * 100 >= all.all() * 95,
        "{} of {} are right",
        all.right,
        all.all()
    );
    assert!(
        all.doubt_on_right * 100 <= all.right * 15,
        "{} of {} right values are doubted",
        all.doubt_on_right,
        all.right
    );
}
