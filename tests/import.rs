//! Pages of catalogues are understood: what is plain is read, what is not is doubted.

use maklumat::import::{Component, sheet_of_text};

mod corpus;

#[test]
fn a_page_without_headings_has_its_parts_in_the_order_of_the_catalogue() {
    for (name, text) in corpus::pages() {
        let sheet = sheet_of_text(&text);
        let parts: Vec<Component> = sheet.parts.iter().map(|part| part.component).collect();
        let mut sorted = parts.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(parts, sorted, "{name}");
        println!("{name}: {parts:?}");
    }
}
