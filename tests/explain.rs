//! The page of every code tells the truth: its example gives that finding, and what to write instead does not.

use std::collections::BTreeMap;

use maklumat::diagnostic::{Code, Lang, Severity};

use crate::site::Site;

/// Codes whose pages cannot show a whole file that is wrong, and why.
const WITHOUT_EXAMPLE: [(Code, &str); 22] = [
    (Code::K0001, "permissions"),
    (Code::K0002, "a folder or link in place of a file"),
    (Code::K0003, "over a megabyte"),
    (Code::K0004, "bytes that are no text"),
    (Code::K0005, "a character that cannot be printed"),
    (Code::K0007, "names of files"),
    (Code::K0008, "names of files"),
    (Code::K0009, "a folder tree"),
    (Code::K0010, "a folder tree"),
    (Code::K0011, "a folder tree"),
    (Code::K0107, "blanks that look like others"),
    (Code::K0317, "a rule too long to print"),
    (Code::K0111, "sixty-five levels"),
    (Code::K0407, "names of files"),
    (Code::K0411, "found only when asked for"),
    (Code::K0507, "depends on the day"),
    (Code::K0701, "a hash that nobody knows by heart"),
    (Code::K0704, "found only when asked for"),
    (Code::K0901, "a theme's file"),
    (Code::K0902, "a theme's file"),
    (Code::K0903, "a theme's file"),
    (Code::K0904, "a theme's file"),
];

/// The files in the fences of a part of a page, by path.
fn files(page: &str, heading: &str) -> BTreeMap<String, String> {
    let Some((_, part)) = page.split_once(&format!("\n## {heading}\n")) else {
        return BTreeMap::new();
    };
    let part = part.split("\n## ").next().unwrap_or_default();
    let mut found = BTreeMap::new();
    for fence in part
        .replace("```text\n", "```yaml\n")
        .split("```yaml\n")
        .skip(1)
    {
        let text = fence.split("```").next().unwrap_or_default();
        let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
        let path = first.trim_start_matches("# ").trim().to_owned();
        let body = if path.ends_with(".md") { rest } else { text };
        found.insert(path, body.to_owned());
    }
    found
}

/// What the examples take for granted: two languages, some papers and files.
fn base() -> Site {
    let statics = [
        "contoh.pdf",
        "kartu.png",
        "formulir.pdf",
        "formulir-contoh.pdf",
    ];
    Site::new()
        .with("site.yaml", "title: Situs Contoh\nlanguages: [id, en]\n")
        .with("content/documents.yaml", "- {id: kartu-keluarga, name: Kartu Keluarga, aliases: [KK]}\n- {id: ktp-el, name: KTP Elektronik, aliases: [KTP]}\n")
        .with_all(statics.map(|name| (format!("static/{name}"), "contoh")))
}

/// The codes found, without hints.
fn codes(site: &Site) -> Vec<Code> {
    let report = site.build().report;
    let found = report.findings.iter();
    let found = found.filter(|finding| finding.severity != Severity::Hint);
    let mut codes: Vec<Code> = found.map(|finding| finding.code).collect();
    codes.dedup();
    codes
}

/// What is untrue about a page.
fn complaints(code: Code, page: &str, (wrong, right): (&str, &str)) -> Vec<String> {
    let example = files(page, wrong);
    let mended = files(page, right);
    let number = code.number();
    let mut complaints = Vec::new();
    let bad = base().with_all(&example);
    if !example.is_empty() {
        let found = codes(&bad);
        if code.severity() != Severity::Hint && !found.contains(&code) {
            complaints.push(format!("{number}: its example gives {found:?}"));
        }
    } else {
        complaints.push(format!("{number}: no example"));
    }
    let found = codes(&bad.with_all(&mended));
    if found.contains(&code) {
        complaints.push(format!("{number}: what to write instead still gives it"));
    }
    complaints
}

#[test]
fn examples_give_their_finding_and_the_mended_ones_do_not() {
    let excepted: Vec<Code> = WITHOUT_EXAMPLE.iter().map(|(code, _)| *code).collect();
    let mut all = Vec::new();
    for code in Code::ALL.iter().filter(|code| !excepted.contains(code)) {
        all.extend(complaints(
            *code,
            code.page(Lang::En),
            ("Example", "Write instead"),
        ));
        all.extend(complaints(
            *code,
            code.page(Lang::Id),
            ("Contoh", "Tulis begini"),
        ));
    }
    assert!(all.is_empty(), "\n{}\n", all.join("\n"));
}

#[test]
fn a_page_that_lies_is_noticed() {
    let page = "# K0201: x\n\n## Example\n\n```yaml\n# content/dinas-contoh/a.yaml\ntitle: Layanan\n```\n\n## Write instead\n";
    let found = complaints(Code::K0201, page, ("Example", "Write instead"));
    assert_eq!(found, ["K0201: its example gives []"]);
}
