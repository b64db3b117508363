//! The pages of the corpus.

use std::path::Path;

/// The folder of the corpus.
pub const FOLDER: &str = "tests/data/corpus/sippn";

/// Name and text of each page, in order.
pub fn pages() -> Vec<(String, String)> {
    let folder = Path::new(FOLDER);
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
pub fn expected(name: &str) -> serde_json::Value {
    let file = Path::new(FOLDER).join(format!("{name}.expect.yaml"));
    serde_yaml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}
