//! How conditions read aloud.

use maklumat::diagnostic::{Lang, Sink};
use maklumat::language::{Language, Words};
use maklumat::rule::check::{Rule, check};
use maklumat::rule::domain::{Domain, Domains};
use maklumat::rule::questions::Kind;
use maklumat::rule::syntax::Expr;
use maklumat::rule::words::{answers, band, words};

use super::back::{Reader, Said};
use super::example::{rule, seed};
use super::oracle::{Service, truths};
use super::random::{Random, any_service, seed_service};

#[track_caller]
fn reads(text: &str, indonesian: &str, english: &str) {
    let questions = seed(&[("dewasa", "usia >= 17 or kawin")]);
    let rule = rule(text, &questions);
    for (lang, said) in [(Lang::Id, indonesian), (Lang::En, english)] {
        assert_eq!(
            words(&rule, &questions, Language::spoken(lang)),
            said,
            "{text}"
        );
    }
}

#[test]
fn one_question() {
    reads(
        "ktp_lama = hilang",
        "“Bagaimana keadaan KTP lama Anda?” dijawab “Hilang”",
        "“Bagaimana keadaan KTP lama Anda?” is answered “Hilang”",
    );
    reads(
        "ktp_lama != hilang",
        "“Bagaimana keadaan KTP lama Anda?” dijawab selain “Hilang”",
        "“Bagaimana keadaan KTP lama Anda?” is answered anything but “Hilang”",
    );
    reads(
        "not kawin",
        "“Apakah Anda sudah menikah?” dijawab tidak",
        "“Apakah Anda sudah menikah?” is answered no",
    );
    reads(
        "not usia < 17",
        "“Berapa usia Anda?” dijawab 17 tahun atau lebih",
        "“Berapa usia Anda?” is answered 17 tahun or more",
    );
    reads(
        "ktp_lama = rusak or ktp_lama = hilang",
        "“Bagaimana keadaan KTP lama Anda?” dijawab “Masih ada, tetapi rusak” atau “Hilang”",
        "“Bagaimana keadaan KTP lama Anda?” is answered “Masih ada, tetapi rusak” or “Hilang”",
    );
    reads("kawin or not kawin", "selalu", "always");
}

#[test]
fn groups_cannot_be_read_in_two_ways() {
    reads(
        "dewasa",
        "“Berapa usia Anda?” dijawab 17 tahun atau lebih, atau “Apakah Anda sudah menikah?” dijawab ya",
        "“Berapa usia Anda?” is answered 17 tahun or more, or “Apakah Anda sudah menikah?” is answered yes",
    );
    reads(
        "ktp_lama = rusak or (data_berubah and ktp_lama = baik)",
        "salah satu dari ini: (a) “Bagaimana keadaan KTP lama Anda?” dijawab “Masih ada, tetapi rusak”; \
         (b) semua ini: (1) “Apakah data Anda berubah?” dijawab ya; \
         (2) “Bagaimana keadaan KTP lama Anda?” dijawab “Masih ada, tidak rusak”",
        "one of these: (a) “Bagaimana keadaan KTP lama Anda?” is answered “Masih ada, tetapi rusak”; \
         (b) all of these: (1) “Apakah data Anda berubah?” is answered yes; \
         (2) “Bagaimana keadaan KTP lama Anda?” is answered “Masih ada, tidak rusak”",
    );
    reads(
        "not (kawin and not data_berubah)",
        "“Apakah Anda sudah menikah?” dijawab tidak, atau “Apakah data Anda berubah?” dijawab ya",
        "“Apakah Anda sudah menikah?” is answered no, or “Apakah data Anda berubah?” is answered yes",
    );
}

/// The bands of a number that the rules cut, in both languages, and what its tests say.
#[track_caller]
fn bands_read(unit: Option<&str>, rules: &[&str], indonesian: &[&str], english: &[&str]) {
    let mut questions = seed(&[]);
    questions.list[0].kind = Kind::Number {
        min: 0,
        max: 9_000_000_000,
        decimals: 0,
        unit: unit.map(str::to_owned),
    };
    let rules: Vec<Rule> = rules.iter().map(|text| rule(text, &questions)).collect();
    let mut sink = Sink::default();
    let domains = Domains::of(&questions, &rules, &mut sink).expect("few bands");
    let Domain::Bands(bands) = &domains.list[0] else {
        panic!("a number has bands")
    };
    for (lang, wanted) in [(Lang::Id, indonesian), (Lang::En, english)] {
        let language = Language::spoken(lang);
        let said = bands
            .iter()
            .map(|range| band(&questions.list[0], bands, *range, language));
        assert_eq!(said.collect::<Vec<String>>(), wanted);
    }
}

#[test]
fn a_band_is_worded_by_the_operator_and_the_constant_of_the_rule() {
    bands_read(
        Some("hari"),
        &["usia <= 100"],
        &["100 hari atau kurang", "di atas 100 hari"],
        &["100 hari or less", "over 100 hari"],
    );
    bands_read(
        Some("tahun"),
        &["usia < 17", "usia >= 60"],
        &[
            "di bawah 17 tahun",
            "17 sampai 59 tahun",
            "60 tahun atau lebih",
        ],
        &["under 17 tahun", "17 to 59 tahun", "60 tahun or more"],
    );
    bands_read(
        Some("rupiah"),
        &["usia <= 2500000000", "usia > 5000000000"],
        &[
            "sampai Rp2.500.000.000",
            "di atas Rp2.500.000.000 sampai Rp5.000.000.000",
            "di atas Rp5.000.000.000",
        ],
        &[
            "up to Rp2,500,000,000",
            "over Rp2,500,000,000, up to Rp5,000,000,000",
            "over Rp5,000,000,000",
        ],
    );
    bands_read(
        Some("orang"),
        &["usia > 1000", "usia < 20000"],
        &[
            "1.000 orang atau kurang",
            "1.001 sampai 19.999 orang",
            "20.000 orang atau lebih",
        ],
        &[
            "1,000 orang or less",
            "1,001 to 19,999 orang",
            "20,000 orang or more",
        ],
    );
    // A number without a unit may be a year.
    bands_read(
        None,
        &["usia >= 2010", "usia = 12000"],
        &[
            "di bawah 2010",
            "2010 sampai 11.999",
            "12.000",
            "di atas 12.000",
        ],
        &["under 2010", "2010 to 11,999", "12,000", "over 12,000"],
    );
}

#[test]
fn several_bands_are_one_sentence() {
    let questions = seed(&[]);
    let usia = &questions.list[0];
    let indonesian = Language::spoken(Lang::Id);
    let domain = Domain::Bands(vec![(0, 16), (17, 59), (60, 120)].into());
    assert_eq!(
        answers(usia, &domain, 0b110, indonesian),
        "“Berapa usia Anda?” dijawab 17 tahun atau lebih"
    );
    let outer = "“Berapa usia Anda?” dijawab di bawah 17 tahun, atau 60 tahun atau lebih";
    assert_eq!(answers(usia, &domain, 0b101, indonesian), outer);
}

/// Languages to read back: those of the default theme, and one that turns its sentences round.
fn languages() -> Vec<Language> {
    let spoken = [Lang::Id, Lang::En].map(|lang| Language::spoken(lang).clone());
    let mut turned: Words = spoken[0].words().clone();
    for (key, said) in [
        ("rule.asked", "[{answer}] ke {ask}."),
        ("rule.group", "<{members}> {heading}"),
        ("rule.members", "{first} | {last}"),
        ("rule.with_unit", "{unit} {n}"),
        ("rule.at_least", "≥ {n}"),
        ("rule.but", "{answer} bukan"),
        ("list.comma", "{first}、{last}"),
    ] {
        turned.insert(key.to_owned(), said.to_owned());
    }
    spoken.into_iter().chain([Language::new(turned)]).collect()
}

/// Every condition of a service said in words, in each language.
fn said<'a>(
    service: &'a Service,
    languages: &'a [Language],
) -> Vec<(&'a Expr, &'a Language, String)> {
    let mut sink = Sink::default();
    let mut all = Vec::new();
    for expr in service.exprs() {
        let rule = check(expr, &service.questions, &mut sink).expect("a right condition");
        for language in languages {
            let words = words(&rule, &service.questions, language);
            all.push((expr, language, words));
        }
    }
    all
}

/// The sentence read back: its truth under every complete set of answers. `None` if nobody can read it.
fn read(
    text: &str,
    language: &Language,
    service: &Service,
    domains: &[Domain],
) -> Option<Vec<bool>> {
    let questions = &service.questions;
    let reader = Reader {
        questions,
        domains,
        language,
        rest: text,
    };
    let said: Said = reader.sentence()?;
    let sizes: Vec<usize> = domains.iter().map(Domain::size).collect();
    let all = (0..sizes.iter().product()).map(|number| {
        let mut left = number;
        let digit = |size: &usize| {
            let digit = left % size;
            left /= size;
            digit
        };
        said.holds(&sizes.iter().map(digit).collect::<Vec<usize>>())
    });
    Some(all.collect())
}

fn domains_of(service: &Service) -> Domains {
    let mut sink = Sink::default();
    let rules = service.rules();
    Domains::of(&service.questions, rules.each(), &mut sink).expect("small domains")
}

/// Random services with questions that can be told apart, some of whose numbers have a unit.
fn services(count: usize) -> Vec<Service> {
    let mut random = Random(0x6b61_7461);
    let mut all = vec![seed_service()];
    for number in 0..count {
        let mut service = any_service(&mut random);
        for (index, question) in service.questions.list.iter_mut().enumerate() {
            question.ask = format!("Pertanyaan {index}?");
            if let Kind::Number { unit, .. } = &mut question.kind {
                *unit = [None, Some("tahun"), Some("rupiah")][number % 3].map(str::to_owned);
            }
        }
        all.push(service);
    }
    all
}

#[test]
fn words_read_back_mean_the_condition() {
    let languages = languages();
    let mut compared = 0;
    for service in services(500) {
        let domains = domains_of(&service);
        let oracle = truths(&service, &domains);
        for (number, (expr, language, text)) in said(&service, &languages).into_iter().enumerate() {
            let read = read(&text, language, &service, &domains.list);
            let meant = oracle.of(number / languages.len());
            assert_eq!(read.as_ref(), Some(&meant), "{text}\n{expr:?}");
            compared += meant.len();
        }
    }
    assert!(compared > 150_000, "{compared}");
}

/// Words that say something else are noticed: each small damage to a sentence changes its meaning or makes no sense.
#[test]
fn planted_words_are_noticed() {
    let languages = languages();
    let damage = [
        (", dan ", ", atau "),
        (", or ", ", and "),
        ("semua ini", "salah satu dari ini"),
        ("dijawab ya", "dijawab tidak"),
        ("is answered no", "is answered yes"),
        ("[ya]", "[tidak]"),
        (" bukan]", "]"),
        ("selain ", ""),
        ("di bawah", "di atas"),
        (" atau lebih", " atau kurang"),
        ("“A”", "“B”"),
        ("“Pertanyaan 0?”", "“Pertanyaan 1?”"),
    ];
    for (right, wrong) in damage {
        let (mut changed, mut noticed) = (0, 0);
        for service in services(60) {
            let domains = domains_of(&service);
            for (_, language, text) in said(&service, &languages) {
                let other = text.replacen(right, wrong, 1);
                let read = |text: &str| read(text, language, &service, &domains.list);
                // What never holds or always does means the same whatever is said.
                let decides = |truth: &Vec<bool>| truth.contains(&true) && truth.contains(&false);
                if other != text && read(&text).as_ref().is_some_and(decides) {
                    changed += 1;
                    noticed += usize::from(read(&other) != read(&text));
                }
            }
        }
        // A few say something twice.
        assert!(
            changed > 5 && noticed * 10 >= changed * 8,
            "{right}: {noticed} of {changed}"
        );
    }
}
