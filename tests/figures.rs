//! Figures mean the same in every writing, and what can be read in two ways gives no number.

use maklumat::diagnostic::Sink;
use maklumat::figure::{Bound, Figure, Length, Period, Since, figures, read};
use maklumat::model::{Context, Decode, Integer};
use maklumat::span::Span;
use maklumat::yaml::{Node, Scalar, Value};

use crate::oracle::random::Random as Dice;

const ONES: [&str; 12] = [
    "", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
    "sebelas",
];

/// A number in words.
fn in_words(number: i64) -> String {
    let join = |first: String, rest: i64| match rest {
        0 => first,
        rest => format!("{first} {}", in_words(rest)),
    };
    let ones = |number: i64| ONES[usize::try_from(number).unwrap()].to_owned();
    match number {
        0..12 => ones(number),
        12..20 => format!("{} belas", ones(number - 10)),
        20..100 => join(format!("{} puluh", ones(number / 10)), number % 10),
        100..200 => join("seratus".to_owned(), number - 100),
        200..1_000 => join(format!("{} ratus", ones(number / 100)), number % 100),
        1_000..2_000 => join("seribu".to_owned(), number - 1_000),
        2_000..1_000_000 => join(format!("{} ribu", in_words(number / 1_000)), number % 1_000),
        1_000_000..1_000_000_000 => join(
            format!("{} juta", in_words(number / 1_000_000)),
            number % 1_000_000,
        ),
        _ => join(
            format!("{} miliar", in_words(number / 1_000_000_000)),
            number % 1_000_000_000,
        ),
    }
}

/// A number in groups of three.
fn in_groups(number: i64, mark: &str) -> String {
    let digits = number.to_string();
    let first = (digits.len() + 2) % 3 + 1;
    let mut groups = vec![&digits[..first]];
    groups.extend(
        (first..digits.len())
            .step_by(3)
            .map(|at| &digits[at..at + 3]),
    );
    groups.join(mark)
}

/// A multiple of `scale` with decimals after a comma; `None` for more than two of them.
fn scaled(number: i64, scale: i64) -> Option<String> {
    let hundredths = number % (scale / 100);
    let (whole, part) = (number / scale, number % scale / (scale / 100));
    (hundredths == 0 && whole > 0).then(|| match part {
        0 => in_groups(whole, "."),
        part if part % 10 == 0 => format!("{},{}", in_groups(whole, "."), part / 10),
        part => format!("{},{part:02}", in_groups(whole, ".")),
    })
}

/// The ways to write an amount.
fn amounts(number: i64) -> Vec<String> {
    let dots = in_groups(number, ".");
    let commas = in_groups(number, ",");
    let words = in_words(number);
    let mut ways = vec![
        format!("Rp{dots}"),
        format!("Rp {dots}"),
        format!("Rp. {dots}"),
        format!("Rp.{dots}"),
        format!("RP {dots}"),
        format!("Rp\u{a0}{dots}"),
        format!("Rp{dots},-"),
        format!("Rp. {dots},-"),
        format!("Rp {dots}.-"),
        format!("Rp {dots},00"),
        format!("Rp{number}"),
        format!("Rp {number},-"),
        format!("Rp. {number},00"),
        format!("IDR {dots}"),
        format!("{dots} rupiah"),
        format!("{dots},- rupiah"),
        format!("{number} rupiah"),
        format!("{words} rupiah"),
        format!("Rp{dots} ({words} rupiah)"),
        format!("Rp. {dots},- ({words})"),
        format!("{dots} ({words} rupiah)"),
        format!("{words} ({dots}) rupiah"),
        format!("maksimal Rp{dots}"),
        format!("Rp{dots}."),
    ];
    if number >= 1_000 {
        ways.push(format!("Rp{commas}.00"));
    }
    if number >= 1_000_000 {
        ways.push(format!("Rp {commas}"));
        let (millions, rest) = (number / 1_000_000, number % 1_000_000);
        if rest > 0 && rest % 1_000 == 0 && millions < 1_000 {
            ways.push(format!("{millions} juta {} ribu rupiah", rest / 1_000));
        }
    }
    for (scale, names) in [
        (1_000, ["ribu", "rb"]),
        (1_000_000, ["juta", "jt"]),
        (1_000_000_000, ["miliar", "milyar"]),
    ] {
        // In "1.500 juta" the point may begin decimals.
        if let Some(said) = scaled(number, scale).filter(|said| !said.contains('.')) {
            ways.extend(names.map(|name| format!("Rp{said} {name}")));
            ways.extend(names.map(|name| format!("{said} {name} rupiah")));
        }
    }
    ways
}

#[test]
fn an_amount_is_the_same_in_every_writing() {
    let mut dice = Dice(1);
    let mut count = 0;
    for round in 0..400 {
        let number = match round % 4 {
            0 => 1 + dice.integer(0, 998),
            1 => (1 + dice.integer(0, 998)) * 500,
            2 => (1 + dice.integer(0, 9_998)) * 10_000,
            _ => (1 + dice.integer(0, 998)) * 100_000_000,
        };
        for way in amounts(number) {
            let found = read(&way).map(|whole| whole.figure);
            let value = found.as_ref().and_then(Figure::rupiah);
            assert_eq!(value, Some(number), "{way}: {found:?}");
            count += 1;
        }
    }
    assert!(count > 10_000, "{count} ways");
}

/// The ways to write a length of time; `unit` as sentences have it.
fn lengths(number: i64, unit: &str) -> Vec<String> {
    let words = in_words(number);
    let mut ways = vec![format!("{number}{unit}")];
    for number in [
        number.to_string(),
        words.clone(),
        format!("{number} ({words})"),
        format!("{words} ({number})"),
        format!("{number}({words})"),
    ] {
        for before in [
            "",
            "paling lama ",
            "Paling lambat ",
            "maksimal ",
            "selama ",
            "selambat-lambatnya ",
            "Waktu paling lama ",
        ] {
            ways.push(format!("{before}{number} {unit}"));
        }
        ways.push(format!("{number} {unit}."));
    }
    ways
}

#[test]
fn a_length_of_time_is_the_same_in_every_writing() {
    let mut dice = Dice(2);
    let mut count = 0;
    for _ in 0..60 {
        for period in Period::ALL {
            let value = 1 + dice.integer(0, 299);
            let mut ways = lengths(value, period.word());
            if period == Period::Hour && value % 24 == 0 {
                ways.extend([
                    format!("{}x24 jam", value / 24),
                    format!("{} x 24 jam", value / 24),
                ]);
            }
            for way in ways {
                let found = read(&way).map(|whole| whole.figure);
                let length = found.as_ref().and_then(Figure::length);
                assert_eq!(length, Some(Length { value, period }), "{way}: {found:?}");
                count += 1;
            }
        }
    }
    assert!(count > 10_000, "{count} ways");
}

#[test]
fn a_range_is_the_same_in_every_writing() {
    let mut dice = Dice(3);
    for _ in 0..200 {
        let low = 1 + dice.integer(0, 39);
        let high = low + 1 + dice.integer(0, 39);
        for join in [
            "-",
            " - ",
            "–",
            " – ",
            " sampai ",
            " sampai dengan ",
            " hingga ",
            " s.d. ",
            " s/d ",
            " sd ",
        ] {
            for way in [
                format!("{low}{join}{high} hari"),
                format!("{low} hari{join}{high} hari"),
                format!(
                    "{low} ({}){join}{high} ({}) hari",
                    in_words(low),
                    in_words(high)
                ),
            ] {
                let figure = read(&way).map(|whole| whole.figure).expect("a figure");
                let ends = [figure.least(), figure.length().map(|length| length.value)];
                assert_eq!(ends, [Some(low), Some(high)], "{way}: {figure:?}");
            }
        }
    }
}

#[test]
fn what_can_be_read_in_two_ways_gives_no_number() {
    for doubtful in [
        "300,000",
        "Rp300,000",
        "10.00",
        "1.500 juta",
        "10%",
        "10 persen",
        "USD 50",
        "$50",
        "US$ 50",
        "0,5 x NJOP",
        "Rp10.000 x luas",
        "Rp10 - 20 ribu",
        "3x4",
        "14 (tiga belas) hari",
        "Rp5.000 (lima ratus rupiah)",
        "0254 200083",
        "2026-01-31",
        "08.30",
        "08:30",
        "± 3 hari",
        "sekitar 5 hari",
        "kurang lebih 3 hari",
        "8 jam kerja",
        "3/5",
        "5-3 hari",
        "1-2-3",
        "2,75",
        "2.75",
        "F-1.02",
        "No. 5",
        "31 Desember",
        "satu atau dua hari",
        "3 hari kerja atau 5 hari",
        "50k",
        "",
        "1 juta 500",
        "1,500.000",
        "9999999999999999999",
    ] {
        let number = read(doubtful).and_then(|whole| whole.figure.whole());
        assert_eq!(number, None, "{doubtful}");
    }
}

#[test]
fn what_belongs_to_a_figure_is_read_with_it() {
    let whole = read("Paling lama 6 (enam) hari kerja sejak berkas lengkap").expect("a figure");
    assert_eq!(
        (whole.bound, whole.since),
        (Bound::Most, Some(Since::Complete))
    );
    let whole = read("Rp. 10.000,- per lembar").expect("a figure");
    assert_eq!(whole.per.as_deref(), Some("lembar"));
    let whole = read("Rp15.000/m²").expect("a figure");
    assert_eq!(
        (whole.figure.rupiah(), whole.per.as_deref()),
        (Some(15_000), Some("m²"))
    );
    let length = |text: &str| read(text).and_then(|whole| whole.figure.length());
    let minutes = Length {
        value: 90,
        period: Period::Minute,
    };
    assert_eq!(length("1 jam 30 menit"), Some(minutes));
    assert_eq!(length("1,5 jam"), Some(minutes));
    assert!(
        Length {
            value: 2,
            period: Period::Week
        }
        .is(Length {
            value: 14,
            period: Period::Day
        })
    );
    let years = Length {
        value: 1,
        period: Period::Year,
    };
    assert_eq!(years.in_units_of(Period::Day), None);
    assert_eq!(years.in_units_of(Period::Month), Some(12));
}

#[test]
fn figures_of_a_sentence_are_found_and_names_are_not() {
    let found = |text: &str| -> Vec<String> {
        let list = figures(text);
        list.iter()
            .map(|figure| text[figure.from..figure.to].to_owned())
            .collect()
    };
    assert_eq!(
        found(
            "Sesuai Perda Nomor 5 Tahun 2023 Pasal 7, mobil Rp. 60.000/unit, paling lama 2x24 jam."
        ),
        ["Rp. 60.000", "2x24 jam"]
    );
    assert_eq!(
        found("1. Fotokopi KK 2 (dua) lembar, F-1.02, 31 Januari 2026"),
        ["2 (dua) lembar"]
    );
    let sentence = figures("dalam 14 (tiga belas) hari");
    assert!(sentence[0].differs && !sentence[0].is_certain);
}

/// What a text gives under a key: the number, or what is said to type.
fn decoded(key: &str, text: &str) -> (Option<i64>, String) {
    let scalar = Scalar {
        text: text.to_owned(),
        verbatim_at: None,
        lines: Vec::new(),
        lang: None,
    };
    let node = Node {
        span: Span::default(),
        value: Value::Scalar(scalar),
    };
    let mut sink = Sink::default();
    let mut cx = Context::new(&mut sink);
    key.clone_into(&mut cx.key);
    let read = Integer::decode(&node, &mut cx).map(|number| number.value);
    let help = sink.into_findings().pop().and_then(|finding| finding.help);
    (read, help.map(|help| help.id).unwrap_or_default())
}

/// The digits after `key: ` in what is said to type.
fn advised(key: &str, help: &str) -> Option<String> {
    let (_, rest) = help.split_once(&format!("{key}: "))?;
    let digits = rest.chars().take_while(char::is_ascii_digit);
    Some(digits.collect())
}

#[test]
fn advice_about_an_amount_gives_that_amount_when_it_is_obeyed() {
    let mut dice = Dice(4);
    for round in 0..40 {
        let number = (1 + dice.integer(0, 9_998)) * [1, 500, 10_000][round % 3];
        let ways = amounts(number);
        for way in &ways {
            let (read, help) = decoded("rupiah", way);
            if way.starts_with("maksimal") {
                assert!(!help.contains(&format!(" {number}")), "{way}: {help}");
                continue;
            }
            let typed = advised("rupiah", &help).expect(way);
            assert_eq!(read, None, "{way}");
            assert_eq!(decoded("rupiah", &typed).0, Some(number), "{way}: {help}");
        }
    }
}

#[test]
fn advice_about_a_time_keeps_its_unit() {
    let mut dice = Dice(5);
    for period in Period::ALL {
        let number = 1 + dice.integer(0, 199);
        for way in lengths(number, period.word()) {
            let (_, help) = decoded("paling_lambat", &way);
            let typed = advised("paling_lambat", &help).expect(&way);
            assert_eq!(typed, number.to_string(), "{way}: {help}");
            let (unit, _) = period.values();
            assert!(help.ends_with(&format!("satuan: {unit}")), "{way}: {help}");
        }
    }
}
