//! The index of the search: what it keeps, and how much a phone must load.

use std::collections::BTreeSet;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use maklumat::search::{Field, Found, Index, Packed, words};

use crate::reading::Dice;
use crate::site::Site;

/// The data of a script that calls the page.
fn data(script: &str) -> serde_json::Value {
    let json = script.trim_end().strip_prefix("maklumatSearch(").unwrap();
    serde_json::from_str(json.strip_suffix(')').unwrap()).unwrap()
}

/// The words of a vocabulary as the page reads them.
fn unpacked(coded: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for c in coded.chars() {
        if c.is_ascii_uppercase() {
            let shared = usize::from(c as u8 - b'A');
            let before = words.last().cloned().unwrap_or_default();
            words.push(before.chars().take(shared).collect());
        } else {
            words.last_mut().unwrap().push(c);
        }
    }
    words
}

/// The links that a word leads to, the best first.
fn found(packed: &Packed, word: &str) -> Vec<String> {
    let vocabulary = data(&packed.vocabulary);
    let words = unpacked(vocabulary["words"].as_str().unwrap());
    let Ok(place) = words.binary_search(&word.to_owned()) else {
        return Vec::new();
    };
    let starts: Vec<usize> = serde_json::from_value(vocabulary["starts"].clone()).unwrap();
    let number = starts.iter().filter(|start| **start <= place).count() - 1;
    let shard = data(&packed.shards[number]);
    let list = shard["words"][place - starts[number]].as_array().unwrap();
    let place = |at: &serde_json::Value| usize::try_from(at.as_u64().unwrap()).unwrap();
    let link = |at| shard["found"][place(at)][2].as_str().unwrap().to_owned();
    list.iter().step_by(2).map(link).collect()
}

fn compressed(text: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}

/// A word of the letters that any word may have, often one of few words: nothing makes it shorter than a real one.
fn word(draw: &mut Dice) -> String {
    let among = [4, 12, 400, 9000][draw.below(4)];
    let mut letters = Dice::new(draw.below(among) as u64);
    let syllables = 2 + letters.below(2);
    let mut word = String::new();
    for _ in 0..syllables {
        word.push(char::from(b"bcdghjklmnprstwy"[letters.below(16)]));
        word.push(char::from(b"aeiou"[letters.below(5)]));
    }
    word + ["", "n", "ng", "kan"][letters.below(4)]
}

fn of_drawn(services: usize, shards: usize) -> (Packed, Vec<String>) {
    let mut draw = Dice::new(7);
    let mut index = Index::default();
    let mut titles = Vec::new();
    for number in 0..services {
        let mut text = |words: usize| -> String {
            let words: Vec<String> = (0..words).map(|_| word(&mut draw)).collect();
            words.join(" ")
        };
        let (title, summary, papers) = (text(4), text(12), text(20));
        let found = Found {
            title: title.clone(),
            beside: format!("Dinas Contoh {}", number % 40),
            href: format!(
                "dinas-contoh-{}/{}.html",
                number % 40,
                title.replace(' ', "-")
            ),
        };
        let field = |text, weight| Field { text, weight };
        index.add(
            found,
            &[field(&title, 100), field(&summary, 40), field(&papers, 12)],
        );
        titles.push(title);
    }
    (index.pack(shards), titles)
}

#[test]
fn every_word_of_a_title_leads_to_it() {
    for shards in [1, 3, 40, 5000] {
        let (packed, titles) = of_drawn(40, shards);
        assert_eq!(packed.shards.len(), shards);
        for title in titles {
            let link = format!("/{}.html", title.replace(' ', "-"));
            for word in words(&title) {
                let links = found(&packed, &word);
                assert!(
                    links.iter().any(|one| one.ends_with(&link)),
                    "{word}: {links:?}"
                );
            }
        }
    }
}

#[test]
fn a_search_among_ten_thousand_services_loads_little() {
    let (packed, _) = of_drawn(10_000, 625);
    let vocabulary = compressed(&packed.vocabulary);
    let mut shards: Vec<usize> = packed
        .shards
        .iter()
        .map(|shard| compressed(shard))
        .collect();
    shards.sort_unstable();
    let middle = shards[shards.len() / 2];
    println!(
        "vocabulary {vocabulary} bytes, shards {middle} in the middle, {:?} at most",
        shards.last()
    );
    assert!(vocabulary <= 20_000, "{vocabulary}");
    assert!(
        vocabulary + 3 * middle <= 30_000,
        "{vocabulary} and three of {middle}"
    );
    let all: BTreeSet<String> = unpacked(data(&packed.vocabulary)["words"].as_str().unwrap())
        .into_iter()
        .collect();
    assert!(all.len() > 4000, "{}", all.len());
}

#[test]
fn no_more_words_are_kept_than_a_phone_should_load() {
    let mut index = Index::default();
    for number in 0..9000 {
        let found = Found {
            title: format!("Layanan {number}"),
            beside: String::new(),
            href: format!("{number}.html"),
        };
        // Each word stands once: none tells more than another.
        let text = format!("kata{number}");
        index.add(
            found,
            &[Field {
                text: &text,
                weight: 12,
            }],
        );
    }
    let packed = index.pack(500);
    let coded = data(&packed.vocabulary)["words"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(unpacked(&coded).len(), 6500);
}

#[test]
fn a_word_finds_what_names_it_before_what_asks_for_it() {
    let site = Site::with_service().with(
        "content/dinas-contoh/akta.yaml",
        "judul: Contoh Akta\npersyaratan:\n  - Fotokopi KTP\n",
    );
    let built = site.build();
    let packed = Packed {
        vocabulary: built.page("cari/kata.js").to_owned(),
        shards: vec![built.page("cari/1.js").to_owned()],
    };
    let links = found(&packed, "ktp");
    assert_eq!(links, ["dinas-contoh/ktp.html", "dinas-contoh/akta.html"]);
}

#[test]
fn pages_search_only_where_the_site_asks_for_it() {
    let with = Site::with_service().build();
    let without = Site::with_service().with("site.yaml", "judul: Kota Contoh\nkeluaran: [html]\n");
    let without = without.build();
    for page in ["index.html", "daftar.html"] {
        let policy = "script-src 'sha256-";
        let home = with.page(page);
        assert!(
            home.contains("data-search") && home.contains(policy),
            "{page}"
        );
        assert!(
            home.contains("'strict-dynamic'") && home.contains("form-action 'self'"),
            "{page}"
        );
        assert!(!without.page(page).contains("data-search"), "{page}");
    }
    assert!(!without.files.contains_key("cari/kata.js"));
}
