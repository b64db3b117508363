//! Long lists on several pages, of drawn names: each name on one page, and a new name moves little.

use std::collections::{BTreeMap, BTreeSet};

use maklumat::render::split::{ON_A_PAGE, Page, Split, key, slug};

use crate::oracle::random::Random;

const SYLLABLES: [&str; 16] = [
    "su", "rat ", "kete", "rang", "an ", "ka", "rtu ", "i", "zin ", "a", "kta ", "2", "7 ", "é",
    "ن", "pe",
];

fn drawn(random: &mut Random) -> String {
    let parts = 1 + random.below(5);
    // The first syllables are drawn more often than the last.
    let mut syllable = || {
        let (one, other) = (random.below(SYLLABLES.len()), random.below(SYLLABLES.len()));
        SYLLABLES[one.min(other)]
    };
    let name: String = (0..parts).map(|_| syllable()).collect();
    key(name.trim_end())
}

/// The names on each page, by the beginning that they have in common.
fn pages<'k>(keys: &'k [String], split: &Split) -> BTreeMap<String, Vec<&'k str>> {
    let mut pages = BTreeMap::new();
    for (start, page) in split.pages() {
        if let Page::Names(places) = page {
            let mut names: Vec<&str> = places.iter().map(|place| &*keys[*place]).collect();
            names.sort_unstable();
            pages.insert(start.to_owned(), names);
        }
    }
    pages
}

/// What is wrong with the pages of a list.
fn wrong(keys: &[String], split: &Split) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut counts = vec![0; keys.len()];
    let mut led_to = BTreeSet::from([""]);
    for (start, page) in split.pages() {
        match page {
            Page::Names(places) => {
                let names: BTreeSet<&String> = places.iter().map(|place| &keys[*place]).collect();
                if places.len() > ON_A_PAGE && names.len() > 1 {
                    wrong.push(format!("{start}: {} names", places.len()));
                }
                for place in places {
                    counts[*place] += 1;
                    if !keys[*place].starts_with(start.trim_end_matches('\0')) {
                        wrong.push(format!("{start}: {}", keys[*place]));
                    }
                }
            }
            Page::Rows(rows) => {
                if rows.len() > 40 {
                    wrong.push(format!("{start}: {} rows", rows.len()));
                }
                led_to.extend(rows.iter().map(|row| &*row.start));
            }
        }
    }
    if counts.iter().any(|count| *count != 1) {
        wrong.push("a name does not stand on one page".to_owned());
    }
    let there: BTreeSet<&str> = split.pages().map(|(start, _)| start).collect();
    if there != led_to {
        wrong.push(format!("{there:?} are there, to {led_to:?} one is led"));
    }
    let addresses: BTreeSet<String> = there.iter().map(|start| slug(start)).collect();
    if addresses.len() != there.len() {
        wrong.push(format!("{there:?} have the addresses {addresses:?}"));
    }
    wrong
}

#[test]
fn every_name_stands_on_one_page_and_a_new_one_moves_little() {
    let mut random = Random(0x6461_6674_6172_2121);
    let mut parted = 0;
    for size in [0, 1, 149, 150, 151, 152, 400, 900, 2000, 5000] {
        for _ in 0..4 {
            let mut keys: Vec<String> = (0..size).map(|_| drawn(&mut random)).collect();
            let before = Split::of(&keys);
            assert_eq!(wrong(&keys, &before), Vec::<String>::new());
            let before = pages(&keys, &before);
            let before: BTreeMap<String, Vec<String>> = before
                .into_iter()
                .map(|(start, names)| (start, names.into_iter().map(str::to_owned).collect()))
                .collect();
            keys.push(drawn(&mut random));
            let after = Split::of(&keys);
            assert_eq!(wrong(&keys, &after), Vec::<String>::new());
            parted += usize::from(moved(&before, &pages(&keys, &after)));
        }
    }
    assert!(parted > 0, "no page was full");
}

/// Whether a page was parted. All others are the same but for one that has one name more.
fn moved(before: &BTreeMap<String, Vec<String>>, after: &BTreeMap<String, Vec<&str>>) -> bool {
    let gone: Vec<&String> = before
        .keys()
        .filter(|start| !after.contains_key(*start))
        .collect();
    let new: Vec<&String> = after
        .keys()
        .filter(|start| !before.contains_key(*start))
        .collect();
    let changed = before
        .iter()
        .filter(|(start, names)| after.get(*start).is_some_and(|now| now != *names))
        .count();
    match gone[..] {
        [] => {
            assert_eq!(changed + new.len(), 1, "{new:?}");
            false
        }
        [full] => {
            assert_eq!((before[full].len(), changed), (ON_A_PAGE, 0), "{full}");
            assert!(
                new.iter().all(|start| start.starts_with(full.as_str())),
                "{new:?}"
            );
            true
        }
        _ => panic!("{gone:?} are gone"),
    }
}

#[test]
fn names_that_are_all_alike_stand_on_one_page() {
    let keys: Vec<String> = (0..400)
        .map(|n| {
            key(if n < 390 {
                "legalisasi"
            } else {
                "legalisasi akta"
            })
        })
        .collect();
    let split = Split::of(&keys);
    assert_eq!(wrong(&keys, &split), Vec::<String>::new());
    let sizes: Vec<usize> = pages(&keys, &split).values().map(Vec::len).collect();
    assert_eq!(sizes, [390, 10]);
}

#[test]
fn a_name_that_is_on_no_page_is_noticed() {
    let mut keys: Vec<String> = (0..300).map(|n| key(&format!("layanan {n}"))).collect();
    let split = Split::of(&keys);
    keys.push("layanan".to_owned());
    assert_eq!(wrong(&keys, &split), ["a name does not stand on one page"]);
}

#[test]
fn addresses_are_small_latin_letters() {
    let addresses = [
        ("#", "0_9"),
        ("#17 a", "17-a"),
        ("su", "su"),
        ("surat ", "surat-"),
        ("surat\0", "surat_"),
        ("ن", "_646_"),
    ];
    for (start, address) in addresses {
        assert_eq!(slug(start), address);
    }
}
