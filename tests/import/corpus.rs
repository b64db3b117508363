//! Pages with what is expected of them: those of the corpus, and some more that were invented for the kinds it has none
//! of.

use std::path::Path;

/// The folder of the corpus.
pub const CORPUS: &str = "tests/data/corpus/sippn";

/// The folder of pages in the shapes of the catalogue.
pub const CATALOGUE: &str = "tests/data/catalogue";

/// The folder of the invented pages.
pub const INVENTED: &str = "tests/data/import";

/// Name and text of each page of a folder, in order.
pub fn pages(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(folder);
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".txt").map(str::to_owned))
        .collect();
    names.sort();
    names
        .into_iter()
        .map(|name| {
            let text = std::fs::read_to_string(folder.join(format!("{name}.txt"))).unwrap();
            (name, text)
        })
        .collect()
}

/// What is expected of a page.
pub fn expected(folder: &str, name: &str) -> serde_json::Value {
    let file = Path::new(folder).join(format!("{name}.expect.yaml"));
    serde_yaml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}
