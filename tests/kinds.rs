//! Of which kind each page of a site is. `KINDS=FILE` writes it for the sites in `SITES` (the list that tests/run makes),
//! for the browser, which looks at pages of each kind: tests/browser/lib/site.js.

use std::collections::{BTreeMap, BTreeSet};

use maklumat::outputs::called;
use serde_json::Value;

use crate::site::Site;

/// The pages of a site, each with the English name of its kind.
fn kinds(folder: &str) -> BTreeMap<String, &'static str> {
    let (_, sound) = Site::read(folder).check();
    let sound = sound.expect("a sound site");
    let pages = sound.routes().iter();
    let pages = pages.filter(|route| route.address.ends_with(".html"));
    let named = pages.map(|route| (route.address.clone(), called(route)[1]));
    named.collect()
}

#[test]
fn each_kind_has_its_own_name() {
    let (_, sound) = Site::read("tests/data/reference").check();
    let sound = sound.expect("a sound site");
    let mut kinds = BTreeSet::new();
    let mut names = [BTreeSet::new(), BTreeSet::new()];
    for route in sound.routes().iter() {
        kinds.insert(route.kind);
        for (names, name) in names.iter_mut().zip(called(route)) {
            names.insert(name);
        }
    }
    assert_eq!(names.map(|names| names.len()), [kinds.len(); 2]);
    let pages = self::kinds("tests/data/reference");
    assert_eq!(pages["lama/layanan.html"], "an old address in `moved_from`");
}

#[test]
fn the_kinds_of_every_site_are_written() {
    let (Ok(file), Ok(sites)) = (std::env::var("KINDS"), std::env::var("SITES")) else {
        return;
    };
    let sites = std::fs::read_to_string(sites).expect("the list of sites");
    let sites: Vec<Value> = serde_json::from_str(&sites).expect("a list");
    let mut all = BTreeMap::new();
    for site in &sites {
        let (name, source) = (site["name"].as_str(), site["source"].as_str());
        if let (Some(name), Some(source)) = (name, source) {
            all.insert(name, kinds(source));
        }
    }
    let all = serde_json::to_string(&all).expect("JSON");
    std::fs::write(file, all).expect("the file of the kinds");
}
