//! Pages of catalogues are understood: what is plain is read, what is not is doubted.

use maklumat::import::{Component, Papers, sheet_of_text, understand};

mod corpus;
mod drawn;
mod kept;
mod score;

use corpus::{CORPUS, INVENTED};
use score::Score;

#[test]
fn a_page_without_headings_has_its_parts_in_the_order_of_the_catalogue() {
    for (name, text) in corpus::pages(CORPUS) {
        let sheet = sheet_of_text(&text);
        let parts: Vec<Component> = sheet.parts.iter().map(|part| part.component).collect();
        let mut sorted = parts.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(parts, sorted, "{name}");
    }
}

/// Scores the pages of a folder and demands what the importer promises.
fn demand(folder: &str) {
    let mut score = Score::default();
    for (name, text) in corpus::pages(folder) {
        let wanted = corpus::expected(folder, &name);
        score.page(&name, &sheet_of_text(&text), &wanted);
    }
    println!("{}", score.table());
    let all = score.all();
    let misses = score.misses.join("\n");
    assert_eq!(
        (all.wrong, all.invented),
        (0, 0),
        "without a doubt:\n{misses}"
    );
    assert!(
        all.right * 100 >= all.all() * 95,
        "{} of {} are right:\n{misses}",
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

#[test]
fn the_corpus_is_understood() {
    demand(CORPUS);
}

#[test]
fn other_kinds_of_pages_are_understood() {
    demand(INVENTED);
}

#[test]
fn every_word_of_a_page_stands_in_its_draft() {
    for folder in [CORPUS, INVENTED] {
        for (name, text) in corpus::pages(folder) {
            let sheet = sheet_of_text(&text);
            let draft = understand(&sheet, &Papers::default());
            let lost = kept::lost(&sheet, &draft);
            assert_eq!(lost, [""; 0], "{name}");
        }
    }
}
