//! How conditions read aloud.

use maklumat::diagnostic::{Lang, Sink};
use maklumat::language::{Language, Words};
use maklumat::rule::check::{Questions, Rule, check};
use maklumat::rule::domain::{Domain, Domains};
use maklumat::rule::questions::{Kind, Phrase, Question};
use maklumat::rule::syntax::Expr;
use maklumat::rule::words::{answered, answers, band, words};

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
            words(&rule, &questions, Language::spoken(lang)).line(Language::spoken(lang)),
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
        "“Bagaimana keadaan KTP lama Anda?” dijawab “Masih ada, tetapi rusak”, atau “Apakah data Anda berubah?” dijawab \
         ya dan “Bagaimana keadaan KTP lama Anda?” dijawab “Masih ada, tidak rusak”",
        "“Bagaimana keadaan KTP lama Anda?” is answered “Masih ada, tetapi rusak”, or “Apakah data Anda berubah?” is \
         answered yes and “Bagaimana keadaan KTP lama Anda?” is answered “Masih ada, tidak rusak”",
    );
    reads(
        "kawin or (data_berubah and (perekaman or usia < 17))",
        "salah satu dari ini: (a) “Apakah Anda sudah menikah?” dijawab ya; \
         (b) “Apakah data Anda berubah?” dijawab ya, dan “Apakah Anda sudah merekam data?” dijawab ya atau \
         “Berapa usia Anda?” dijawab di bawah 17 tahun",
        "one of these: (a) “Apakah Anda sudah menikah?” is answered yes; \
         (b) “Apakah data Anda berubah?” is answered yes, and “Apakah Anda sudah merekam data?” is answered yes or \
         “Berapa usia Anda?” is answered under 17 tahun",
    );
    reads(
        "not (kawin and not data_berubah)",
        "“Apakah Anda sudah menikah?” dijawab tidak, atau “Apakah data Anda berubah?” dijawab ya",
        "“Apakah Anda sudah menikah?” is answered no, or “Apakah data Anda berubah?” is answered yes",
    );
}

fn phrase(is: &str, is_not: &str) -> Phrase {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Phrase {
        is: some(is),
        is_not: some(is_not),
    }
}

/// The questions of the seed's service with phrases; those of an option by its id.
fn with_phrases(options: &[(&str, &str, &str)]) -> Questions {
    let mut questions = seed(&[]);
    let of = |id: &str| questions.find(id).expect("a question");
    let (usia, kawin, ktp, berubah) = (of("usia"), of("kawin"), of("ktp_lama"), of("data_berubah"));
    questions.list[usia].phrase = phrase("usia Anda {}", "");
    questions.list[kawin].phrase = phrase("Anda sudah menikah", "Anda belum menikah");
    questions.list[berubah].phrase = phrase("datanya berubah", "datanya tidak berubah");
    let Kind::Choices(choices) = &mut questions.list[ktp].kind else {
        panic!("choices")
    };
    for (id, is, is_not) in options {
        let choice = choices.iter_mut().find(|choice| choice.id == *id);
        choice.expect("an option").phrase = phrase(is, is_not);
    }
    questions
}

/// The card of the seed's service in phrases.
const CARD: [(&str, &str, &str); 4] = [
    ("belum_punya", "belum pernah punya KTP", ""),
    ("baik", "KTP lama masih baik", ""),
    ("rusak", "KTP lama rusak", ""),
    ("hilang", "KTP lama hilang", ""),
];

#[track_caller]
fn says(text: &str, questions: &Questions, wanted: &str) {
    let language = Language::spoken(Lang::Id);
    let said = words(&rule(text, questions), questions, language);
    assert_eq!(said.line(language), wanted, "{text}");
}

#[test]
fn phrases_make_the_sentence() {
    let questions = with_phrases(&CARD);
    for (text, wanted) in [
        ("ktp_lama = hilang", "KTP lama hilang"),
        ("not data_berubah", "datanya tidak berubah"),
        (
            "ktp_lama = rusak or (ktp_lama = baik and data_berubah)",
            "KTP lama rusak, atau KTP lama masih baik dan datanya berubah",
        ),
        (
            "usia >= 17 or kawin",
            "usia Anda 17 tahun atau lebih, atau Anda sudah menikah",
        ),
        (
            "(ktp_lama = rusak or kawin) and (data_berubah or usia < 17)",
            "KTP lama rusak atau Anda sudah menikah, dan datanya berubah atau usia Anda di bawah 17 tahun",
        ),
        // What has no phrase keeps its question.
        (
            "perekaman and not kawin",
            "“Apakah Anda sudah merekam data?” dijawab ya, dan Anda belum menikah",
        ),
        // The phrases of several options are a group of their own.
        (
            "kawin or (ktp_lama in [rusak, hilang] and data_berubah)",
            "salah satu dari ini: (a) Anda sudah menikah; (b) KTP lama rusak atau KTP lama hilang, dan datanya berubah",
        ),
        (
            "kawin or ktp_lama in [rusak, hilang]",
            "Anda sudah menikah, KTP lama rusak, atau KTP lama hilang",
        ),
    ] {
        says(text, &questions, wanted);
    }
}

#[test]
fn any_other_answer_is_said_by_what_it_is_not() {
    let all = with_phrases(&CARD);
    says(
        "ktp_lama != baik",
        &all,
        "belum pernah punya KTP, KTP lama rusak, atau KTP lama hilang",
    );
    let mut not = CARD;
    not[1].2 = "KTP lama tidak baik lagi";
    says(
        "ktp_lama != baik",
        &with_phrases(&not),
        "KTP lama tidak baik lagi",
    );
    says(
        "ktp_lama != baik",
        &with_phrases(&CARD[..2]),
        "“Bagaimana keadaan KTP lama Anda?” dijawab selain “Masih ada, tidak rusak”",
    );
}

#[test]
fn two_ends_of_a_number_are_a_range() {
    let mut questions = with_phrases(&CARD);
    for (text, wanted) in [
        ("usia >= 17 and usia <= 60", "usia Anda 17 sampai 60 tahun"),
        ("usia > 16 and usia < 60", "usia Anda 17 sampai 59 tahun"),
        (
            "not (usia < 17 or usia > 60)",
            "usia Anda 17 sampai 60 tahun",
        ),
        (
            "usia >= 17 and usia >= 21 and usia <= 60",
            "usia Anda 21 sampai 60 tahun",
        ),
        ("usia >= 17 and usia <= 17", "usia Anda tepat 17 tahun"),
        ("usia >= 18 and usia < 18", "tidak pernah"),
        (
            "usia < 17 or usia > 60",
            "usia Anda di bawah 17 tahun, atau usia Anda di atas 60 tahun",
        ),
        (
            "(usia >= 17 and usia <= 60 and kawin) or data_berubah",
            "usia Anda 17 sampai 60 tahun dan Anda sudah menikah, atau datanya berubah",
        ),
    ] {
        says(text, &questions, wanted);
    }
    questions.list[0].kind = Kind::Number {
        min: 0,
        max: 9_000_000,
        decimals: 0,
        unit: Some("rupiah".to_owned()),
    };
    questions.list[0].phrase = phrase("gaji Anda {} sebulan", "");
    says(
        "usia > 2000000 and usia <= 5000000",
        &questions,
        "gaji Anda di atas Rp2.000.000 sampai Rp5.000.000 sebulan",
    );
}

/// "A, atau B" in a phrase is no joint of the sentence around it: then the members are counted.
#[test]
fn joints_within_a_phrase_leave_no_doubt() {
    let mut questions = with_phrases(&CARD);
    questions.list[3].phrase = phrase("nama atau alamat berubah", "");
    says(
        "kawin and data_berubah",
        &questions,
        "Anda sudah menikah, dan nama atau alamat berubah",
    );
    says(
        "ktp_lama = rusak or (kawin and data_berubah)",
        &questions,
        "salah satu dari ini: (a) KTP lama rusak; (b) Anda sudah menikah, dan nama atau alamat berubah",
    );
    questions.list[3].phrase = phrase("nama, alamat, atau status berubah", "");
    says(
        "kawin and data_berubah",
        &questions,
        "semua ini: (a) Anda sudah menikah; (b) nama, alamat, atau status berubah",
    );
    says(
        "data_berubah",
        &questions,
        "nama, alamat, atau status berubah",
    );
}

#[test]
fn what_is_too_long_for_a_line_is_a_list() {
    let questions = with_phrases(&CARD);
    let language = Language::spoken(Lang::Id);
    let listed = |text: &str| {
        let said = words(&rule(text, &questions), &questions, language);
        let listed = said.listed(language);
        listed.map(|list| (list.heading, list.members))
    };
    assert_eq!(
        listed("ktp_lama = rusak or (ktp_lama = baik and data_berubah)"),
        None
    );
    let deep = listed("kawin or (ktp_lama in [rusak, hilang] and data_berubah)");
    let (heading, members) = deep.expect("a list");
    assert_eq!(heading, "salah satu dari ini");
    let inner = "KTP lama rusak atau KTP lama hilang, dan datanya berubah";
    assert_eq!(members, ["Anda sudah menikah", inner]);
    let long =
        listed("perekaman and kawin and data_berubah and usia >= 17 and ktp_lama = belum_punya");
    let (heading, members) = long.expect("a list");
    assert_eq!((heading.as_str(), members.len()), ("semua ini", 5));
    // A single statement is a line, however long it is.
    assert_eq!(listed("kawin"), None);
}

#[test]
fn one_answer_says_its_phrase_or_its_question() {
    let questions = with_phrases(&CARD[..3]);
    let language = Language::spoken(Lang::Id);
    let bands = Domain::Bands(vec![(0, 16), (17, 120)].into());
    let said =
        |at: usize, domain: &Domain, place| answered(&questions.list[at], domain, place, language);
    assert_eq!(said(0, &bands, 1), "usia Anda 17 tahun atau lebih");
    assert_eq!(said(1, &Domain::YesNo, 0), "Anda sudah menikah");
    assert_eq!(said(1, &Domain::YesNo, 1), "Anda belum menikah");
    assert_eq!(said(2, &Domain::Choices(4), 2), "KTP lama rusak");
    let asked = "Bagaimana keadaan KTP lama Anda? Hilang";
    assert_eq!(said(2, &Domain::Choices(4), 3), asked);
    assert_eq!(
        said(4, &Domain::YesNo, 1),
        "Apakah Anda sudah merekam data? Tidak"
    );
    let bare = seed(&[]);
    let said = answered(&bare.list[0], &bands, 0, Language::spoken(Lang::En));
    assert_eq!(said, "Berapa usia Anda? under 17 tahun");
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
    let questions = with_phrases(&CARD);
    let (usia, ktp) = (&questions.list[0], &questions.list[2]);
    let outer = "usia Anda di bawah 17 tahun, atau usia Anda 60 tahun atau lebih";
    assert_eq!(answers(usia, &domain, 0b101, indonesian), outer);
    let card = "KTP lama rusak, atau KTP lama hilang";
    assert_eq!(answers(ktp, &Domain::Choices(4), 0b1100, indonesian), card);
}

/// Languages to read back: those of the default theme, and one that turns its sentences round.
fn languages() -> Vec<Language> {
    let spoken = [Lang::Id, Lang::En].map(|lang| Language::spoken(lang).clone());
    let mut turned: Words = spoken[0].words().clone();
    for (key, said) in [
        ("rule.asked", "[{answer}] ke {ask}."),
        ("rule.and_inner", "{first} serta {last}"),
        ("rule.between", "[{first}–{last}]"),
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
            let words = words(&rule, &service.questions, language).line(language);
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

/// Phrases for some of the answers to a question.
fn give_phrases(random: &mut Random, index: usize, question: &mut Question) {
    let mut some = |text: String| (random.below(3) > 0).then_some(text);
    match &mut question.kind {
        Kind::Number { .. } => question.phrase.is = some(format!("bilangan {index} itu {{}}")),
        Kind::YesNo => {
            question.phrase.is = some(format!("benar {index}"));
            question.phrase.is_not = some(format!("salah {index}"));
        }
        Kind::Choices(choices) => {
            for choice in choices {
                let id = &choice.id;
                choice.phrase.is = some(format!("nomor {index} {id}"));
                choice.phrase.is_not = some(format!("nomor {index} bukan {id}"));
            }
        }
    }
}

/// Random services with questions that can be told apart, some of whose numbers have a unit, half of them with phrases.
fn services(count: usize) -> Vec<Service> {
    let mut random = Random(0x6b61_7461);
    let mut of_phrases = Random(0x6672_6173);
    let mut all = vec![seed_service()];
    for number in 0..count {
        let mut service = any_service(&mut random);
        for (index, question) in service.questions.list.iter_mut().enumerate() {
            question.ask = format!("Pertanyaan {index}?");
            if let Kind::Number { unit, .. } = &mut question.kind {
                *unit = [None, Some("tahun"), Some("rupiah")][number % 3].map(str::to_owned);
            }
            if number % 2 == 0 {
                give_phrases(&mut of_phrases, index, question);
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
        (" dan ", " atau "),
        (" serta ", " atau "),
        (" sampai ", " sampai di bawah "),
        ("benar 0", "salah 0"),
        ("nomor 1 bukan a", "nomor 1 a"),
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
