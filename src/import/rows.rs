//! The rows of a text: what stands on each line, with the mark of its list and how far it is set in.

use super::lexis::{COUNTED, OPEN_ENDS, VALID};
use super::mend::cleaned;
use super::rupiah::with_gaps;
use super::sheet::Component;
use super::words::{is_one, starts, tidy, words};

/// What stands on a line, or on several that were wrapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Its words, without mark.
    pub text: String,
    /// The mark, as written.
    pub mark: Option<String>,
    /// How far it is set in.
    pub indent: usize,
    /// The level of a heading, 0 for none.
    pub level: usize,
    /// Whether an empty line stands before it.
    pub after_blank: bool,
}

/// Signs that stand before items.
const BULLETS: &str = "•●○▪■◦·➢✓✔☑√►❖→»*-–—§Øü";

/// The most letters of a row.
const LONGEST: usize = 8_000;

/// A line from which on it may have been wrapped.
const WIDE: usize = 30;

/// The rows of a text.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let text = cleaned(text);
    let mut found: Vec<Row> = Vec::new();
    let mut after_blank = true;
    let mut wrapped = false;
    for line in text.lines().flat_map(pieces) {
        let Some(row) = row(&with_gaps(line), after_blank) else {
            after_blank = true;
            continue;
        };
        match found.last_mut() {
            // A mark may stand on a line of its own.
            Some(last) if last.text.is_empty() && row.mark.is_none() && row.level == 0 => {
                last.text = row.text;
                wrapped = false;
            }
            Some(last) if !after_blank && goes_on(last, &row, wrapped) => {
                last.text = format!("{} {}", last.text, row.text);
                wrapped = true;
            }
            _ => {
                found.push(row);
                wrapped = false;
            }
        }
        after_blank = false;
    }
    found
}

/// A line in pieces of a bounded length: no sentence of an office is longer.
fn pieces(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some((at, _)) = rest.char_indices().nth(LONGEST) {
        let end = rest[..at].rfind(' ').filter(|end| *end > 0).unwrap_or(at);
        let (piece, after) = rest.split_at(end);
        found.push(piece);
        rest = after.trim_start();
    }
    found.push(rest);
    found
}

fn row(line: &str, after_blank: bool) -> Option<Row> {
    let body = line.trim_start();
    let indent = line[..line.len() - body.len()]
        .chars()
        .map(|c| if c == '\t' { 4 } else { 1 })
        .sum();
    let level = body.chars().take_while(|c| *c == '#').count();
    let heading = level > 0 && body[level..].starts_with(char::is_whitespace);
    let level = if heading { level } else { 0 };
    let body = without_links(&body[level..]).replace("**", "");
    let body = as_heading(&body).unwrap_or(body);
    let body = tidy(&body);
    if body.is_empty() || body.chars().all(|c| matches!(c, '-' | '_' | '=' | '*')) && body.len() > 1
    {
        return None;
    }
    let (mark, text) = split_mark(&body);
    let (mark, text) = (mark.map(str::to_owned), text.to_owned());
    let empty = text.is_empty();
    (!empty || mark.is_some()).then_some(Row {
        text,
        mark,
        indent,
        level,
        after_blank,
    })
}

/// A row of a table, as it is copied, of which one cell is a heading: `1⇥Persyaratan⇥KTP` as `1. Persyaratan : KTP`.
fn as_heading(body: &str) -> Option<String> {
    let cells = body.split(['\t', '|']).flat_map(|cell| cell.split("   "));
    let cells: Vec<&str> = cells
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    let number = cells.first()?.trim_end_matches('.');
    let counted =
        (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let (name, rest) = cells.get(usize::from(counted)..)?.split_first()?;
    let (mark, plain) = split_mark(name);
    let plain = plain.trim_end_matches([':', ' ']);
    let known = cells.len() > 1 && Component::of_heading(plain).is_some();
    let mark = mark.map_or(String::new(), |mark| format!("{mark} "));
    let mark = if counted { format!("{number}. ") } else { mark };
    let rest = rest.join(" ");
    let rest = rest.trim_start_matches([':', ' ']);
    known.then(|| match rest {
        "" => format!("{mark}{plain}"),
        rest => format!("{mark}{plain} : {rest}"),
    })
}

/// `[text](address)` as its text.
fn without_links(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        let link = rest[at..].find("](").and_then(|middle| {
            let end = rest[at + middle..].find(')')?;
            Some((
                &rest[at + 1..at + middle],
                &rest[at + middle + 2..at + middle + end],
                at + middle + end + 1,
            ))
        });
        let Some((label, address, next)) = link else {
            kept.push_str(&rest[..=at]);
            rest = &rest[at + 1..];
            continue;
        };
        kept.push_str(&rest[..at]);
        let shown = if label.trim().is_empty() {
            address
        } else {
            label
        };
        kept.push_str(shown);
        rest = &rest[next..];
    }
    kept.push_str(rest);
    kept
}

/// Whether a row is the rest of the one above.
fn goes_on(last: &Row, row: &Row, wrapped: bool) -> bool {
    if row.mark.is_some() || row.level > 0 || last.level > 0 {
        return false;
    }
    let ends = last.text.ends_with(['.', ';', ':', '!', '?']);
    let open = last.text.ends_with(',')
        || words(&last.text)
            .last()
            .is_some_and(|word| is_one(word, OPEN_ENDS));
    let heading =
        |row: &Row| Component::of_heading(row.text.trim_end_matches([':', '.'])).is_some();
    if !open && heading(last) {
        return false;
    }
    if last.mark.is_some() && row.indent > last.indent {
        return true;
    }
    let small = row
        .text
        .chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(char::is_lowercase);
    let valid = starts(&words(&row.text), VALID).is_some_and(|count| count > 1);
    !ends && !valid && (open || small && (wrapped || last.text.chars().count() >= WIDE))
}

/// The mark with which a line begins, and the rest.
pub(super) fn split_mark(line: &str) -> (Option<&str>, &str) {
    let Some(length) = mark_length(line) else {
        return (None, line);
    };
    (Some(&line[..length]), line[length..].trim_start())
}

fn mark_length(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let after = &line[first.len_utf8()..];
    let blank = after.is_empty() || after.starts_with(char::is_whitespace);
    if BULLETS.contains(first) || first == '?' {
        let glued = matches!(first, '•' | '●' | '▪' | '■' | '➢' | '✓' | '✔' | '►' | '❖');
        let letters = after.starts_with(char::is_alphabetic);
        let glued = glued || first == '-' && after.starts_with(char::is_uppercase);
        return (blank && !after.trim().is_empty() || glued && letters).then_some(first.len_utf8());
    }
    if let Some(length) = step_length(line) {
        return Some(length);
    }
    let bracket = usize::from(first == '(');
    let inner = &line[bracket..];
    let name: String = inner
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    let end = bracket + name.len();
    let sign = line[end..].chars().next()?;
    let fits_sign = if bracket == 1 {
        sign == ')'
    } else {
        matches!(sign, '.' | ')')
    };
    if !fits_sign || !is_counter(&name) {
        return None;
    }
    let rest = &line[end + 1..];
    let number = name.bytes().all(|byte| byte.is_ascii_digit());
    let next = rest.chars().next();
    // "1.Fotokopi" is glued, "1.5" and "07.30" are numbers, "a.n." is short for words.
    let glued = number && next.is_some_and(char::is_alphabetic);
    let blank = next.is_none_or(char::is_whitespace);
    (blank || glued || (sign == ')' && number && next.is_some_and(|c| !c.is_ascii_digit())))
        .then_some(end + 1)
}

/// The length of a mark with a word: `Langkah 1.`, `Tahap II :`, `Step 3 -`.
fn step_length(line: &str) -> Option<usize> {
    let (word, rest) = line.split_once(' ')?;
    if !is_one(&word.to_lowercase(), COUNTED) {
        return None;
    }
    let name: String = rest
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    let digits = name.bytes().all(|byte| byte.is_ascii_digit());
    let roman = name.bytes().all(|byte| b"IVX".contains(&byte));
    let counts = (1..=4).contains(&name.len()) && (digits || roman);
    let end = word.len() + 1 + name.len();
    let after = line.get(end..)?;
    let trimmed = after.trim_start();
    let sign = trimmed.chars().next()?;
    let body = trimmed
        .strip_prefix(['.', ':', ')', '-', '–'])?
        .trim_start();
    // "Tahap 1 : 3 hari" says how long a step takes: there its name is needed.
    let said = body.starts_with(char::is_alphabetic);
    (counts && said).then(|| end + after.len() - trimmed.len() + sign.len_utf8())
}

/// Whether letters or digits count the items of a list.
fn is_counter(name: &str) -> bool {
    let digits = name.bytes().all(|byte| byte.is_ascii_digit());
    let roman = name.bytes().all(|byte| b"IVX".contains(&byte))
        || name.bytes().all(|byte| b"ivx".contains(&byte));
    match name.len() {
        1 => true,
        2..=3 => digits || roman,
        4..=5 => roman,
        _ => false,
    }
}

/// What kind of list a mark belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    Roman,
    Upper(char),
    Number(char),
    Lower(char),
    Bullet(char),
}

/// The kind of a mark.
pub(super) fn style(mark: &str) -> Style {
    let mark = counter(mark);
    let sign = mark.chars().next_back().unwrap_or('.');
    let sign = if mark.starts_with('(') { '(' } else { sign };
    let name = mark.trim_matches(['(', ')', '.', ':', ' ']);
    match name.chars().next() {
        Some(c) if c.is_ascii_digit() => Style::Number(sign),
        Some(_) if name.len() > 1 && name.bytes().all(|byte| b"IVX".contains(&byte)) => {
            Style::Roman
        }
        Some(c) if c.is_ascii_uppercase() => Style::Upper(sign),
        Some(c) if c.is_ascii_lowercase() => Style::Lower(sign),
        _ => Style::Bullet(mark.chars().next().unwrap_or('-')),
    }
}

/// What counts in a mark with a word before it.
fn counter(mark: &str) -> &str {
    mark.split_once(' ').map_or(mark, |(_, counter)| counter)
}

/// Which place in its list a mark has, counted from 1.
pub(super) fn count(mark: &str) -> Option<usize> {
    let name = counter(mark).trim_matches(['(', ')', '.', ':', '-', '–', ' ']);
    match style(mark) {
        Style::Number(_) => name.parse().ok(),
        Style::Upper(_) | Style::Lower(_) => {
            let letter = name.bytes().next()?.to_ascii_lowercase();
            Some(usize::from(letter.checked_sub(b'a')?) + 1)
        }
        Style::Roman | Style::Bullet(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_numbers_and_short_words() {
        for (line, mark) in [
            ("1. Kartu Keluarga", Some("1.")),
            ("1.Kartu Keluarga", Some("1.")),
            ("10) Surat", Some("10)")),
            ("a. Asli", Some("a.")),
            ("(2) Salinan", Some("(2)")),
            ("- Kotak saran", Some("-")),
            ("? Kotak saran", Some("?")),
            ("•Kotak saran", Some("•")),
            ("Langkah 1. Pemohon datang", Some("Langkah 1.")),
            ("Tahap II : Pemeriksaan", Some("Tahap II :")),
            ("-Pemohon datang", Some("-")),
            ("✔ KTP", Some("✔")),
            ("Tahap 1 : 3 hari", None),
            ("Langkah berikutnya: bayar", None),
            ("100. Surat", Some("100.")),
            ("2023. Surat", None),
            ("07.30 – 14.00 WIB", None),
            ("1.5 jam", None),
            ("a.n. Kepala Dinas", None),
            ("3 hari", None),
            ("-7 hari", None),
        ] {
            assert_eq!(split_mark(line).0, mark, "{line}");
        }
    }

    #[test]
    fn wrapped_lines_are_joined_and_others_are_not() {
        let texts =
            |text: &str| -> Vec<String> { rows(text).into_iter().map(|row| row.text).collect() };
        assert_eq!(
            texts(
                "Di kantor, ± 7 hari kerja sejak berkas permohonan\ndinyatakan lengkap\ndan sah.\nLain"
            ),
            [
                "Di kantor, ± 7 hari kerja sejak berkas permohonan dinyatakan lengkap dan sah.",
                "Lain"
            ]
        );
        assert_eq!(texts("1. Telepon/WA\n   0812"), ["Telepon/WA 0812"]);
        assert_eq!(texts("1.\nKTP\n2.\nKK"), ["KTP", "KK"]);
        assert_eq!(texts("Gratis\nKartu"), ["Gratis", "Kartu"]);
        assert_eq!(texts("gratis\nkartu"), ["gratis", "kartu"]);
    }
}
