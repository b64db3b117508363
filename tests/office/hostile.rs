//! Files made to break the reader: each ends with a message within seconds, and the program goes on.

use std::time::{Duration, Instant};

use maklumat::import::files::{drafts, sheets};
use maklumat::import::{Line, Papers};

use super::zip::{Entry, package};
use super::{annex, docx, workbook};

/// A document of Word with these paragraphs.
fn document(inner: &str) -> String {
    let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    format!("<?xml version=\"1.0\"?><w:document {space}><w:body>{inner}</w:body></w:document>")
}

fn word(document: &[u8]) -> Vec<u8> {
    package(&[Entry::new("word/document.xml", document)])
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A sheet of Excel with these rows.
fn excel(rows: &str, strings: &str) -> Vec<u8> {
    let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    let book = format!(
        "<workbook {space} xmlns:r=\"{of}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let links = format!(
        "<Relationships xmlns=\"{rels}\"><Relationship Id=\"r1\" Type=\"{of}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let root = links
        .replace("worksheets/sheet1", "xl/workbook")
        .replace("/worksheet", "/officeDocument");
    let sheet = format!("<worksheet {space}><sheetData>{rows}</sheetData></worksheet>");
    package(&[
        Entry::new("[Content_Types].xml", b"<Types/>"),
        Entry::new("_rels/.rels", root.as_bytes()),
        Entry::new("xl/workbook.xml", book.as_bytes()),
        Entry::new("xl/_rels/workbook.xml.rels", links.as_bytes()),
        Entry::new("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        Entry::new("xl/sharedStrings.xml", strings.as_bytes()),
    ])
}

fn text_cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[track_caller]
fn refused(name: &str, bytes: &[u8], why: &str) {
    let start = Instant::now();
    let message = sheets(name, bytes).expect_err("a message");
    assert!(message.en.contains(why), "{message:?} does not say: {why}");
    assert!(!message.id.is_empty());
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
}

#[test]
fn small_files_of_the_same_makers_are_read() {
    let headings = document(
        &(paragraph("Izin")
            + &paragraph("Persyaratan")
            + &paragraph("KTP")
            + &paragraph("Prosedur")
            + &paragraph("Datang")
            + &paragraph("Biaya")
            + &paragraph("Gratis")),
    );
    assert_eq!(
        sheets("a.docx", &word(headings.as_bytes()))
            .expect("sheets")
            .len(),
        1
    );
    let head = text_cell("A1", "Layanan") + &text_cell("B1", "Persyaratan");
    let rows = format!(
        "<row r=\"1\">{head}</row><row r=\"2\">{}</row>",
        text_cell("B2", "KTP")
    );
    let strings = "<sst uniqueCount=\"1\"><si><t>a</t></si></sst>";
    assert_eq!(
        sheets("a.xlsx", &excel(&rows, strings))
            .expect("sheets")
            .len(),
        1
    );
}

#[test]
fn what_unpacks_to_too_much_is_not_unpacked() {
    let zeros = vec![b' '; 13_000_000];
    refused("a.docx", &word(&zeros), "too large");
    // Each part is small enough, all together are not.
    let some = vec![b' '; 11_000_000];
    let many = ["word/document.xml", "word/document2.xml", "word/styles.xml"]
        .map(|name| Entry::new(name, &some));
    refused("a.docx", &package(&many), "too large");
    // It says that it is small.
    let liar = Entry {
        says: Some(100),
        ..Entry::new("word/document.xml", &zeros)
    };
    refused("a.docx", &package(&[liar]), "too large");
    let small = document(&paragraph("a"));
    let wrong = Entry {
        says: Some(7),
        ..Entry::new("word/document.xml", small.as_bytes())
    };
    refused("a.docx", &package(&[wrong]), "damaged");
    // A package in a package is nothing that is read.
    let nothing = document("");
    let inner = package(&[Entry::new("word/document.xml", &zeros)]);
    let outer = package(&[
        Entry::new("word/embeddings/a.zip", &inner),
        Entry::new("word/document.xml", nothing.as_bytes()),
    ]);
    refused("a.docx", &outer, "no component");
}

#[test]
fn names_that_lead_out_and_too_many_of_them_are_refused() {
    for name in [
        "../word/document.xml",
        "/word/document.xml",
        "word/../../document.xml",
        "..\\word\\a.xml",
        "C:/word/a",
    ] {
        let fine = Entry::new("word/document.xml", b"<a/>");
        refused(
            "a.docx",
            &package(&[fine, Entry::new(name, b"<a/>")]),
            "leads out",
        );
    }
    let twice = [
        Entry::new("word/document.xml", b"<a/>"),
        Entry::new("word/document.xml", b"<b/>"),
    ];
    refused("a.docx", &package(&twice), "damaged");
    let names: Vec<String> = (0..4_001).map(|at| format!("word/{at}")).collect();
    let many: Vec<Entry<'_>> = names.iter().map(|name| Entry::new(name, b"")).collect();
    refused("a.docx", &package(&many), "too large");
}

#[test]
fn definitions_and_depth_are_refused() {
    let entity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
    let document_of = |inner: &str| document(inner);
    refused(
        "a.docx",
        &word(format!("{entity}{}", document_of(&paragraph("&x;"))).as_bytes()),
        "DOCTYPE",
    );
    let laughs =
        "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    refused(
        "a.docx",
        &word(format!("{laughs}{}", document_of(&paragraph("&b;"))).as_bytes()),
        "DOCTYPE",
    );
    let deep = "<w:tbl><w:tr><w:tc>".repeat(5_000) + &"</w:tc></w:tr></w:tbl>".repeat(5_000);
    refused("a.docx", &word(document_of(&deep).as_bytes()), "too deeply");
    let many = "<w:p/>".repeat(400_000);
    refused("a.docx", &word(document_of(&many).as_bytes()), "too many");
    let wide: Vec<u8> = document_of(&paragraph("a"))
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    refused("a.docx", &word(&wide), "damaged");
}

#[test]
fn what_is_cut_off_or_locked_is_refused() {
    for (name, whole) in [("a.docx", docx(annex())), ("a.xlsx", workbook())] {
        for length in [
            3,
            4,
            5,
            30,
            100,
            whole.len() / 2,
            whole.len() - 30,
            whole.len() - 1,
        ] {
            let message = sheets(name, &whole[..length]).expect_err("a message");
            let known = ["damaged", "no component"]
                .iter()
                .any(|why| message.en.contains(why));
            assert!(known, "{name} {length}: {message:?}");
        }
    }
    refused(
        "a.docx",
        &word(document("<w:p><w:r>").as_bytes()),
        "damaged",
    );
    let small = document(&paragraph("a"));
    let locked = Entry {
        flags: 1,
        ..Entry::new("word/document.xml", small.as_bytes())
    };
    refused("a.docx", &package(&[locked]), "password");
    let mut wrapped = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    refused("a.doc", &wrapped, "old formats");
    wrapped.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    refused("a.docx", &wrapped, "password");
    refused("a.docx", b"teks biasa", "damaged");
    refused(
        "a.bin",
        &package(&[Entry::new("a.txt", b"a")]),
        "no Word or Excel",
    );
}

#[test]
fn bytes_that_were_changed_never_stop_the_program() {
    let mut state = 5_u64;
    for (name, whole) in [("a.docx", docx(annex())), ("a.xlsx", workbook())] {
        for _ in 0..60 {
            let mut bytes = whole.clone();
            for _ in 0..3 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(99);
                let at = usize::try_from(state >> 33).expect("small") % bytes.len();
                bytes[at] ^= u8::try_from(state >> 20 & 0xff).expect("a byte");
            }
            // It is read or not; it ends.
            let _ = sheets(name, &bytes);
        }
    }
}

#[test]
fn tables_that_say_they_are_huge_are_refused() {
    let far = format!(
        "<row r=\"1\">{}</row><row r=\"1048576\">{}</row>",
        text_cell("A1", "Layanan"),
        text_cell("XFD1048576", "a")
    );
    refused("a.xlsx", &excel(&far, "<sst/>"), "too large");
    refused(
        "a.xlsx",
        &excel(
            "",
            "<sst uniqueCount=\"4000000000\"><si><t>a</t></si></sst>",
        ),
        "no component",
    );
    let hidden = format!(
        "{}<!-- ' --><sst  uniqueCount = '4000000000'><si><t>a</t></si></sst>",
        " ".repeat(5_000)
    );
    refused("a.xlsx", &excel("", &hidden), "no component");
    let long = "x".repeat(150_000);
    refused(
        "a.xlsx",
        &excel(
            &format!("<row r=\"1\">{}</row>", text_cell("A1", &long)),
            "<sst/>",
        ),
        "too large",
    );
    let shared = format!(
        "<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>",
        "x".repeat(90_000)
    );
    let cells: String = (1..=4_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"))
        .collect();
    refused("a.xlsx", &excel(&cells, &shared), "too large");
    let csv = format!("Layanan,Persyaratan\nA,\"{}", "y".repeat(200_000));
    refused("a.csv", csv.as_bytes(), "too large");
    let rows = "Layanan,Persyaratan\n".to_owned() + &"A,KTP\n".repeat(6_000);
    refused("a.csv", rows.as_bytes(), "too large");
}

#[test]
fn pages_made_to_take_long_end_soon() {
    let deep = format!("<html>{}KTP", "<div>".repeat(300_000));
    let lists = format!("<html>{}KTP", "<ul><li>".repeat(100_000));
    let texts = [
        ("a.html", deep),
        ("a.html", lists),
        ("a.html", format!("<html>{}", "<p>a</p>".repeat(200_000))),
        ("a.txt", "<".repeat(29_000)),
        ("a.txt", "<a ".repeat(9_500)),
        ("a.txt", "<!--".repeat(7_000)),
        ("a.txt", "&".repeat(29_000)),
        ("a.txt", "1. ".repeat(9_500)),
        ("a.txt", "a) KTP\n".repeat(4_000)),
        ("a.txt", "Persyaratan\n1. KTP\n".repeat(1_500)),
        ("a.txt", "\n".repeat(29_000)),
        ("a.txt", "ã".repeat(14_500)),
    ];
    for (name, text) in &texts {
        let start = Instant::now();
        let _ = sheets(name, text.as_bytes());
        let shown: String = text.chars().take(30).collect();
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "{shown}: {:?}",
            start.elapsed()
        );
    }
}

/// How deep lines stand in each other.
fn depth(lines: &[Line]) -> usize {
    let below = lines.iter().map(|line| 1 + depth(&line.lines));
    below.max().unwrap_or(0)
}

#[test]
fn lists_in_lists_are_read_as_deep_as_anybody_writes_them() {
    let deep = "<ul><li>KTP".repeat(100);
    let page = format!("<html><h1>Izin</h1><h2>Persyaratan</h2>{deep}");
    let rows: Vec<String> = (0..100)
        .map(|at| format!("{}- KTP", "  ".repeat(at)))
        .collect();
    let text = format!("Izin Contoh\nPersyaratan\n{}\n", rows.join("\n"));
    for (name, text) in [("a.html", page), ("a.txt", text)] {
        let found = sheets(name, text.as_bytes()).expect("sheets");
        let deepest = depth(&found[0].parts[0].lines);
        assert!(deepest <= 20, "{name}: {deepest}");
        assert!(drafts(name, text.as_bytes(), &Papers::default()).is_ok());
    }
}
