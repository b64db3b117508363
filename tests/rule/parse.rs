//! What conditions say, and what is said about those that cannot be read.

use std::ops::Range;

use maklumat::diagnostic::{Code, Diagnostic, Sink};
use maklumat::rule::parse::{parse, parse_entry};
use maklumat::rule::syntax::{ExprKind, Name};
use maklumat::span::{FileId, Span};

fn read(text: &str) -> (Option<String>, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let expr = parse(
        text,
        &|range| Span::new(FileId(0), range.start, range.end),
        &mut sink,
    );
    (expr.map(|expr| expr.to_string()), sink.into_findings())
}

#[track_caller]
fn says(text: &str, expected: &str) {
    let (expr, findings) = read(text);
    assert_eq!(findings, [], "{text}");
    assert_eq!(expr.as_deref(), Some(expected), "{text}");
}

/// The condition has one mistake, marked at `marked`; `help` is part of what to type, in Indonesian.
#[track_caller]
fn wrong(text: &str, code: Code, marked: &str, help: &str) {
    let (_, findings) = read(text);
    assert_eq!(findings.len(), 1, "{text}: {findings:#?}");
    let finding = &findings[0];
    assert_eq!(finding.code, code, "{text}");
    let here = &text[finding.span.start as usize..finding.span.end as usize];
    assert_eq!(here, marked, "{text}: {}", finding.message.id);
    let said = finding.help.as_ref().map_or("", |help| &help.id);
    assert!(said.contains(help), "{text}: {said}");
}

#[test]
fn both_languages_say_the_same() {
    says("usia >= 17 or kawin", "usia >= 17 or kawin");
    says("usia paling sedikit 17 atau kawin", "usia >= 17 or kawin");
    says("usia paling banyak 17", "usia <= 17");
    says(
        "usia di bawah 17 dan bukan kawin",
        "usia < 17 and not kawin",
    );
    says("usia di atas 60", "usia > 60");
    says("ktp_lama adalah hilang", "ktp_lama = hilang");
    says("ktp_lama bukan hilang", "ktp_lama != hilang");
    says(
        "ktp_lama salah satu dari [rusak, hilang]",
        "ktp_lama in [rusak, hilang]",
    );
    says(
        "ktp_lama adalah salah satu dari [rusak, hilang]",
        "ktp_lama in [rusak, hilang]",
    );
    says(
        "ktp_lama bukan salah satu dari [rusak, hilang]",
        "not ktp_lama in [rusak, hilang]",
    );
    says("ktp_lama not in [rusak]", "not ktp_lama in [rusak]");
    says(
        "tidak kawin DAN data_berubah = tidak",
        "not kawin and data_berubah = tidak",
    );
    says("not (a or b) and c", "not (a or b) and c");
    says("((a))", "a");
    says("suhu > -5", "suhu > -5");
}

#[test]
fn values_are_ids_numbers_labels_and_words() {
    says(
        "ktp_lama = \"Masih ada, tidak rusak\"",
        "ktp_lama = \"Masih ada, tidak rusak\"",
    );
    says(
        "ktp_lama adalah 'Hilang' dan kawin",
        "ktp_lama = \"Hilang\" and kawin",
    );
    says("ktp_lama adalah KTP hilang", "ktp_lama = KTP hilang");
    says(
        "kerja adalah tidak bekerja atau kawin",
        "kerja = tidak bekerja or kawin",
    );
    says("usia >= 17 tahun", "usia >= 17 tahun");
    says("hari = Jum'at", "hari = Jum'at");
    says("KTP lama adalah hilang", "KTP lama = hilang");
}

#[test]
fn the_whole_label_is_marked() {
    let mut sink = Sink::default();
    let text = "ktp_lama adalah KTP hilang dan kawin";
    let expr = parse(
        text,
        &|range| Span::new(FileId(0), range.start, range.end),
        &mut sink,
    )
    .unwrap();
    let ExprKind::And(parts) = expr.kind else {
        panic!()
    };
    let ExprKind::Compare { value, .. } = &parts[0].kind else {
        panic!()
    };
    assert_eq!(
        &text[value.span.start as usize..value.span.end as usize],
        "KTP hilang"
    );
}

#[test]
fn signs_of_other_languages() {
    wrong(
        "ktp_lama == hilang",
        Code::K0301,
        "==",
        "ketik: ktp_lama = hilang",
    );
    wrong("a && b", Code::K0301, "&&", "ketik: a dan b");
    wrong("a || b", Code::K0301, "||", "ketik: a atau b");
    wrong("!a", Code::K0301, "!", "ketik: bukan a");
    wrong("usia ≥ 17", Code::K0301, "≥", "ketik: usia >= 17");
    wrong(
        "ktp_lama = “Masih ada, tidak rusak”",
        Code::K0301,
        "“Masih ada, tidak rusak”",
        "ktp_lama = \"Masih ada, tidak rusak\"",
    );
    wrong(
        "ktp_lama: hilang",
        Code::K0301,
        ":",
        "ketik: ktp_lama = hilang",
    );
}

#[test]
fn mixed_and_or_shows_both_readings() {
    wrong(
        "a or b and c",
        Code::K0302,
        "and",
        "ketik: a or (b and c) — atau: (a or b) and c",
    );
    wrong(
        "a dan b atau c dan d",
        Code::K0302,
        "atau",
        "(a dan b) atau (c dan d) — atau: a dan (b atau c) dan d",
    );
    wrong(
        "x and (a = 1 or b and not c)",
        Code::K0302,
        "and",
        "a = 1 or (b and not c) — atau: (a = 1 or b) and not c",
    );
    let (expr, _) = read("a or b and c");
    assert_eq!(expr.as_deref(), Some("a or (b and c)"));
}

#[test]
fn words_that_are_nearly_the_language() {
    wrong(
        "usia lebih dari 17",
        Code::K0301,
        "lebih dari",
        "ketik: usia di atas 17",
    );
    wrong(
        "usia minimal 17 dan kawin",
        Code::K0301,
        "minimal",
        "ketik: usia paling sedikit 17 dan kawin",
    );
    wrong("kawin tidak", Code::K0301, "tidak", "ketik: kawin = tidak");
    wrong(
        "ktp tidak hilang",
        Code::K0301,
        "tidak",
        "ketik: ktp bukan hilang",
    );
    wrong("17 <= usia", Code::K0301, "17", "ketik: usia >= 17");
    wrong(
        "ktp = [rusak, hilang]",
        Code::K0301,
        "=",
        "ketik: ktp salah satu dari [rusak, hilang]",
    );
    wrong(
        "ktp salah satu dari rusak atau hilang",
        Code::K0301,
        "salah satu dari",
        "ketik: ktp salah satu dari [rusak, hilang]",
    );
    wrong(
        "ktp salah satu dari rusak, hilang dan usia >= 17",
        Code::K0301,
        "salah satu dari",
        "ketik: ktp salah satu dari [rusak, hilang] dan usia >= 17",
    );
}

#[test]
fn words_that_bound_a_number() {
    let with = |text: &str, marked: &str, help: &str| {
        wrong(text, Code::K0301, marked, help);
    };
    with("usia sampai 17", "sampai", "ketik: usia <= 17");
    with(
        "usia antara 17 dan 60",
        "antara 17 dan 60",
        "ketik: usia >= 17 dan usia <= 60",
    );
    with(
        "kawin dan usia 17 sampai 60",
        "17 sampai 60",
        "ketik: kawin dan usia >= 17 dan usia <= 60",
    );
    with(
        "usia tidak antara 17 dan 60",
        "tidak antara 17 dan 60",
        "ketik: (usia < 17 atau usia > 60)",
    );
}

#[test]
fn what_is_missing_or_too_much() {
    wrong("", Code::K0301, "", "ktp_lama = hilang");
    wrong("   ", Code::K0301, "   ", "ktp_lama = hilang");
    wrong("a dan", Code::K0301, "dan", "hapus `dan`");
    wrong("a dan dan b", Code::K0301, "dan", "hapus `dan`");
    wrong("dan a", Code::K0301, "dan", "nama pertanyaan");
    wrong("usia >=", Code::K0301, ">=", "lengkapi");
    wrong("(a dan b", Code::K0301, "(", "ketik: (a dan b)");
    wrong("a dan b)", Code::K0301, ")", "a dan b");
    wrong(
        "ktp in [rusak, hilang",
        Code::K0301,
        "[",
        "ktp in [rusak, hilang]",
    );
    wrong(
        "ktp = \"Masih ada",
        Code::K0301,
        "\"",
        "ktp = \"Masih ada\"",
    );
    wrong(
        "ktp = Masih ada, tidak rusak",
        Code::K0301,
        ",",
        "tanda kutip",
    );
    wrong(
        "ktp = \"x\" kawin",
        Code::K0301,
        "kawin",
        "ketik: ktp = \"x\" dan kawin",
    );
    wrong("17 <= usia < 60", Code::K0301, "17", "usia >= 17");
    wrong("usia >= 17 < 60", Code::K0301, "<", "usia >= 17 dan");
    wrong("tidak", Code::K0301, "tidak", "lengkapi");
    wrong(&"(".repeat(5_000), Code::K0301, "(", "keadaan");
}

#[test]
fn an_entry_of_a_mapping_is_a_value_or_a_comparison() {
    let entry = |text: &str| {
        let mut sink = Sink::default();
        let place = Span::file_start(FileId(0));
        let expr = parse_entry(Name::new("q", place), text, &|_| place, &mut sink);
        assert!(sink.is_empty(), "{text}");
        expr.unwrap().to_string()
    };
    assert_eq!(entry("hilang"), "q = hilang");
    assert_eq!(
        entry("Masih ada, tidak rusak"),
        "q = Masih ada, tidak rusak"
    );
    assert_eq!(entry("17"), "q = 17");
    assert_eq!(entry(">= 17"), "q >= 17");
    assert_eq!(entry("di bawah 17 tahun"), "q < 17 tahun");
    assert_eq!(entry("di bawah tangan"), "q = di bawah tangan");
}

#[test]
fn all_mistakes_of_a_condition_are_met_with_one_line() {
    let helps = |text: &str| -> Vec<String> {
        let (expr, findings) = read(text);
        let helps = findings.into_iter().map(|finding| finding.help.unwrap().id);
        let said = expr.map(|expr| expr.to_string()).unwrap_or_default();
        helps.chain([said]).collect()
    };
    let line = "ketik: usia di atas 17 dan bukan kawin atau kerja = tidak";
    assert_eq!(
        helps("usia lebih dari 17 && !kawin")[..2],
        ["ketik: usia di atas 17 dan bukan kawin"; 2]
    );
    let found = helps("(usia lebih dari 17 dan bukan kawin) dan/atau kerja tidak");
    assert_eq!(found.len(), 4, "{found:?}");
    assert_eq!(found[0], found[2]);
    assert_eq!(
        found[0].replace(['(', ')'], ""),
        line,
        "all three in one line"
    );
    assert_eq!(found[3], "(usia > 17 and not kawin) or kerja = tidak");
    let found = helps("usia antara 17 dan 60 dan ktp salah satu rusak, hilang");
    let line = "ketik: usia >= 17 dan usia <= 60 dan ktp salah satu dari [rusak, hilang]";
    assert_eq!(found[..3], [line; 3]);
    assert_eq!(
        found[3],
        "(usia >= 17 and usia <= 60) and ktp in [rusak, hilang]"
    );
}

#[test]
fn a_comma_is_a_list_or_belongs_to_a_label() {
    let (list, label) = (
        "ketik: kawin dan status salah satu dari [cerai, mati]",
        "ketik: kawin dan status = \"cerai, mati\"",
    );
    wrong("kawin dan status = cerai, mati", Code::K0301, ",", list);
    wrong("kawin dan status = cerai, mati", Code::K0301, ",", label);
    wrong(
        "status bukan cerai, mati atau kawin",
        Code::K0301,
        ",",
        "status bukan salah satu dari [cerai, mati, kawin]",
    );
    wrong("a, b", Code::K0301, ",", "sebagai ganti koma");
}

/// What strange texts are made of.
const PIECES: &[&str] = &[
    "usia",
    "kawin",
    "17",
    "-",
    "=",
    "==",
    "!=",
    "!",
    "<",
    ">=",
    "≥",
    "(",
    ")",
    "[",
    "]",
    ",",
    " ",
    "  ",
    "dan",
    "atau",
    "and",
    "or",
    "not",
    "bukan",
    "tidak",
    "adalah",
    "dan/atau",
    "sampai",
    "lebih",
    "salah",
    "satu",
    "dari",
    "in",
    "paling",
    "sedikit",
    "banyak",
    "di",
    "bawah",
    "\"",
    "'",
    "“",
    "”",
    ":",
    "&",
    "&&",
    "||",
    "\u{a0}",
    "\u{200b}",
    "\n",
    "é",
    "👍",
    "99999999999999999999",
    "\u{0}",
    "ya",
];

/// No text makes the reader panic, and whatever it does not understand it reports.
#[test]
fn no_text_is_too_strange() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut mended = 0;
    for _ in 0..60_000 {
        let mut text = String::new();
        for _ in 0..next(&mut state) % 14 {
            text.push_str(PIECES[(next(&mut state) % PIECES.len() as u64) as usize]);
            if !next(&mut state).is_multiple_of(3) {
                text.push(' ');
            }
        }
        let mut sink = Sink::default();
        let locate = |range: Range<usize>| {
            assert!(text.get(range.clone()).is_some(), "{text:?}: {range:?}");
            Span::new(FileId(0), range.start, range.end)
        };
        let expr = parse(&text, &locate, &mut sink);
        assert!(expr.is_some() || !sink.is_empty(), "{text:?}");
        let place = Span::file_start(FileId(0));
        mended += usize::from(understood_as_it_was(&text));
        parse_entry(Name::new("q", place), &text, &locate, &mut sink);
        if let (Some(expr), true) = (expr, sink.is_empty()) {
            let mut again = Sink::default();
            let said = expr.to_string();
            let reread = parse(&said, &|_| place, &mut again);
            assert_eq!(reread.map(|expr| expr.to_string()), Some(said), "{text:?}");
        }
    }
    assert!(mended > 500, "{mended}");
}

/// Where all mistakes are met with one line to type, that line has none and means what was read; `false` elsewhere.
fn understood_as_it_was(text: &str) -> bool {
    let (expr, findings) = read(text);
    // No question has a number for its name.
    if expr
        .as_ref()
        .is_some_and(|expr| expr.starts_with(|c: char| c.is_ascii_digit()))
    {
        return false;
    }
    let helps = findings.iter().filter_map(|finding| {
        let known = finding.code == Code::K0301;
        finding
            .help
            .as_ref()?
            .en
            .strip_prefix("type: ")
            .filter(|_| known)
    });
    let (Some(expr), [first, others @ ..]) = (expr, &helps.collect::<Vec<_>>()[..]) else {
        return false;
    };
    assert!(others.iter().all(|other| other == first), "{text:?}");
    if others.len() + 1 < findings.len() {
        return false;
    }
    let (again, left) = read(first);
    assert_eq!(left, [], "{text:?}: {first}");
    // How many blanks stand in a label means nothing.
    let words = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(words(&again.unwrap()), words(&expr), "{text:?}: {first}");
    true
}

/// One step of xorshift.
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}
