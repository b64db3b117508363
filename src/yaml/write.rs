//! Texts as YAML: on one line, in quotes where it needs them, or below a sign.

use super::continued::after_sign;

/// Words that other programs take for something else than a text.
const NO_TEXT: [&str; 14] = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "ya", "tidak", "nan", "inf", "~",
];

/// A text as it stands behind a key or a dash, on one line: whoever reads it gets these very characters.
pub fn scalar(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// A text of several lines: the sign that stands behind its key, and its lines, without their indentation. `None` where
/// only quotes keep it as it is.
pub fn below_sign(text: &str) -> Option<(&'static str, std::str::Lines<'_>)> {
    let (sign, body) = match text.strip_suffix('\n') {
        Some(body) => ("|", body),
        None => ("|-", text),
    };
    let blank_ends = |line: &str| line.ends_with(' ') || line.is_empty();
    let fits = body.contains('\n')
        && body.chars().all(|c| c == '\n' || is_seen(c))
        && !body.starts_with([' ', '\n'])
        && !body.lines().any(|line| line.ends_with(' '))
        && !body.rsplit('\n').next().is_some_and(blank_ends);
    fits.then(|| (sign, body.lines()))
}

/// The lines of an item of a list, which stand two columns right of its dash on column `indent`: the first that is no
/// comment gets the dash, comments before it stand above.
pub fn item(lines: &str, indent: usize) -> String {
    let mut begun = false;
    let mut out = String::new();
    for line in lines.split_inclusive('\n') {
        if begun || line.trim_start().starts_with('#') {
            out.push_str(if begun { line } else { &line[2..] });
            continue;
        }
        begun = true;
        out.push_str(&format!("{}- {}", " ".repeat(indent), &line[indent + 2..]));
    }
    out
}

/// Whether a text can stand without quotes, where nothing else is on its line.
fn is_plain(text: &str) -> bool {
    let starts = |c: char| c.is_alphanumeric() || c == '(';
    let is_word = !text.contains(' ');
    // `1e5`, `0x1f` and `12_000` are numbers to somebody.
    let is_number = is_word && text.starts_with(|c: char| c.is_ascii_digit());
    text.starts_with(starts)
        && text.contains(char::is_alphabetic)
        && text.chars().all(is_seen)
        && !is_number
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !NO_TEXT.contains(&text.to_lowercase().as_str())
        && after_sign(text).is_none()
}

/// Whether a sign is seen as itself: no control character, no special blank, nothing that only turns the direction.
fn is_seen(c: char) -> bool {
    let hidden = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    let no_text = matches!(c, '\u{feff}' | '\u{fff9}'..='\u{ffff}');
    c == ' ' || !(c.is_control() || c.is_whitespace() || hidden || no_text)
}

/// A text in double quotes: wherever it stands, whoever reads it gets these very characters.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_seen(c) => out.push(c),
            c if u32::from(c) > 0xffff => out.push_str(&format!("\\U{:08x}", u32::from(c))),
            c => out.push_str(&format!("\\u{:04x}", u32::from(c))),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Sink;
    use crate::span::FileId;

    const PIECES: [&str; 40] = [
        "a",
        "B",
        "é",
        "漢",
        "\u{1f600}",
        " ",
        "  ",
        "\n",
        "\t",
        "\u{a0}",
        "\u{feff}",
        "\u{200b}",
        "\u{85}",
        "\u{2028}",
        "\r",
        "\u{7f}",
        ":",
        ": ",
        " #",
        "#",
        "- ",
        "-",
        "'",
        "\"",
        "\\",
        "|",
        ">",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&",
        "*",
        "!",
        "%",
        "@",
        "`",
        "0",
        "null",
    ];

    /// What is read of a document: the text behind `a` and of the only item of `b`.
    fn read(document: &str) -> (String, String) {
        let mut sink = Sink::default();
        let tree = super::super::read(FileId(0), 0, document, &mut sink);
        assert!(sink.is_empty(), "{document}\n{sink:#?}");
        let tree = tree.unwrap_or_else(|| panic!("nothing read of {document}"));
        let text = |node: &super::super::Node| node.as_str().expect("a text").to_owned();
        let of = |key: &str| tree.node.get(key).expect("the key");
        (text(of("a")), text(&of("b").items()[0]))
    }

    /// Other readers of YAML get a text, too.
    fn read_elsewhere(document: &str) -> String {
        let value: serde_yaml::Value = serde_yaml::from_str(document).expect(document);
        value["a"]
            .as_str()
            .unwrap_or_else(|| panic!("no text: {document}"))
            .to_owned()
    }

    #[test]
    fn every_text_is_read_as_it_was_written() {
        let mut state = 7_u64;
        let mut below = 0;
        let (mut plain, mut in_quotes) = (0, 0);
        for _ in 0..20_000 {
            let mut text = String::new();
            loop {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                text += PIECES[(state >> 33) as usize % PIECES.len()];
                if (state >> 60) < 3 {
                    break;
                }
            }
            let written = scalar(&text);
            if written.starts_with('"') {
                in_quotes += 1;
            } else {
                plain += 1;
            }
            let document = format!("a: {written}\nb:\n  - {written}\n");
            assert_eq!(read(&document), (text.clone(), text.clone()), "{document}");
            assert_eq!(read_elsewhere(&document), text, "{document}");
            let Some((sign, lines)) = below_sign(&text) else {
                continue;
            };
            below += 1;
            let lines: String = lines.map(|line| format!("    {line}\n")).collect();
            let document = format!("a: {sign}\n{lines}b:\n  - {sign}\n{lines}");
            assert_eq!(read(&document), (text.clone(), text.clone()), "{document}");
        }
        assert!(
            plain > 500 && in_quotes > 500 && below > 50,
            "{plain} {in_quotes} {below}"
        );
    }

    #[test]
    fn words_and_numbers_of_other_programs_are_in_quotes() {
        for text in [
            "0254",
            "12:30",
            "2026-01-02",
            "ya",
            "No",
            "1e5",
            "0x1f",
            "~",
            "- a",
            "1. KTP",
        ] {
            assert!(scalar(text).starts_with('"'), "{text}");
        }
        for text in [
            "Fotokopi KK",
            "4 hari kerja",
            "(untuk yang hilang)",
            "a:b",
            "it's #1? a#b",
        ] {
            assert_eq!(scalar(text).starts_with('"'), text.contains(" #"), "{text}");
        }
    }

    #[test]
    fn an_item_has_its_dash_before_its_first_key() {
        let lines = "    # a\n    b: c\n    # d\n    e: f\n";
        assert_eq!(item(lines, 2), "  # a\n  - b: c\n    # d\n    e: f\n");
    }
}
