//! Numbers are the same in every writing, and what is not one number is not dialled.

use maklumat::telephone::{Kind, Unclear, names_a_mobile, read};

fn dialled(text: &str) -> String {
    read(text).map_or_else(|why| format!("{why:?}"), |number| number.dialled())
}

#[test]
fn numbers_are_dialled_as_they_are_meant() {
    for (written, kind, number) in [
        ("0254 200083", Kind::Landline, "+62254200083"),
        ("+62 (0)254 200 083", Kind::Landline, "+62254200083"),
        ("(021) 500123", Kind::Landline, "+6221500123"),
        ("254 200083", Kind::Landline, "+62254200083"),
        ("81200000000", Kind::Mobile, "+6281200000000"),
        ("+62 (0)812 0000 0000", Kind::Mobile, "+6281200000000"),
        ("0062812 0000 0000", Kind::Mobile, "+6281200000000"),
        ("00162812-0000-0000", Kind::Mobile, "+6281200000000"),
        ("+0812.0000.0000", Kind::Mobile, "+6281200000000"),
        ("0800-1-000000", Kind::TollFree, "08001000000"),
        ("+62 800 1 000000", Kind::TollFree, "08001000000"),
        ("0804 1 000000", Kind::Nationwide, "08041000000"),
        ("110", Kind::Short, "110"),
        ("1500 000", Kind::Short, "1500000"),
        ("+65 6000 0000", Kind::Abroad, "+6560000000"),
        ("0065 6000 0000", Kind::Abroad, "+6560000000"),
    ] {
        let read = read(written).map(|read| (read.kind, read.dialled()));
        assert_eq!(read, Ok((kind, number.to_owned())), "{written}");
    }
}

#[test]
fn what_is_not_one_number_is_not_dialled() {
    for (written, why) in [
        ("200083", Unclear::NoArea),
        ("8312 3456", Unclear::NoArea),
        ("0254 200083 / 200084", Unclear::NotOne),
        ("0254 200083, 0254 200084", Unclear::NotOne),
        ("WA 0812 0000 0000", Unclear::NotOne),
        ("12", Unclear::NotOne),
        ("0812", Unclear::NotInPlan),
        ("0812 0000 0000 0000", Unclear::NotInPlan),
        ("0 0 0", Unclear::NotInPlan),
        ("021 123456789", Unclear::NotInPlan),
    ] {
        assert_eq!(read(written), Err(why), "{written}");
    }
    let apart = Unclear::Extension("0254 200083".to_owned(), "12".to_owned());
    for written in [
        "0254 200083 pesawat 12",
        "0254 200083 (ext. 12)",
        "0254 200083, Psw. 12",
        "0254 200083 ext12",
    ] {
        assert_eq!(read(written), Err(apart.clone()), "{written}");
    }
}

#[test]
fn a_mobile_is_found_inside_a_text() {
    for text in [
        "https://wa.me/6281200000000",
        "https://api.whatsapp.example/send?phone=6281200000000&text=hai",
        "Loket 1, HP 0812-0000-0000 (Bu Contoh)",
        "t.me/+6281200000000",
    ] {
        assert!(names_a_mobile(text), "{text}");
    }
    for text in [
        "https://dinas.contoh.example/berita/8120000000001",
        "Loket 1 dan 2",
        "Telp. 0254 200083",
    ] {
        assert!(!names_a_mobile(text), "{text}");
    }
}

/// The ways in which the parts of a number are set apart.
const APART: [&str; 6] = [" ", "-", ".", "", "\u{a0}", " - "];

/// The ways in which a number of Indonesia begins, `{}` for what follows the 0.
const BEGINS: [&str; 14] = [
    "0{}",
    "+62{}",
    "+62 {}",
    "62{}",
    "62 {}",
    "(0){}",
    "+62(0){}",
    "+62 (0) {}",
    "0062{}",
    "00 62 {}",
    "001 62 {}",
    "(+62) {}",
    "+620{}",
    "62 0{}",
];

#[test]
fn a_number_is_the_same_however_it_is_written() {
    let mut ways = 0;
    let mut seed = 7_u64;
    for (start, kind) in [
        ("812", Kind::Mobile),
        ("838", Kind::Mobile),
        ("895", Kind::Mobile),
        ("254", Kind::Landline),
        ("21", Kind::Landline),
        ("9", Kind::Landline),
        ("8001", Kind::TollFree),
        ("8041", Kind::Nationwide),
    ] {
        for length in 9..=10 {
            let mut digits = start.to_owned();
            while digits.len() < length {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                digits.push(char::from(b'0' + u8::try_from(seed >> 33 & 7).unwrap()));
            }
            let whole = dialled(&format!("0{digits}"));
            for begin in BEGINS {
                for apart in APART {
                    let (area, rest) = digits.split_at(start.len());
                    let (middle, end) = rest.split_at(rest.len() / 2);
                    let parts = [area, middle, end].join(apart);
                    let written = begin.replace("{}", &parts);
                    let read = read(&written);
                    assert_eq!(read.as_ref().map(|read| read.kind), Ok(kind), "{written}");
                    assert_eq!(dialled(&written), whole, "{written}");
                    ways += 1;
                }
            }
        }
    }
    assert!(ways > 1_000, "{ways} ways");
}

#[test]
fn what_may_be_another_number_is_not_dialled() {
    for several in [
        "0299-7654321-3",
        "0299-7654321-34",
        "(0299) 765432 - 33",
        "021-5551234–5",
        "+62 299 7654321-2",
    ] {
        assert!(
            matches!(read(several), Err(Unclear::Lines(_))),
            "{several}: {:?}",
            read(several)
        );
    }
    for wrong in ["6621 5551234", "066 5551234", "9221 55512345"] {
        assert_eq!(read(wrong), Err(Unclear::NotInPlan), "{wrong}");
    }
    for sound in [
        "6221 5551234",
        "0254-200-083",
        "0254-20-00-83",
        "021-555-12-34",
    ] {
        assert!(read(sound).is_ok(), "{sound}: {:?}", read(sound));
    }
}
