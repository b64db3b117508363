//! Sentences and lines that YAML takes for something else, and the line as it should be typed.

use super::characters::line_around;
use super::slips::{Slip, text_of, value_start};
use crate::diagnostic::{Message, say};

/// What the line of `here` is about, if YAML cannot read it because a sentence stands there without quotes, without its
/// dash, or not where it should.
pub fn of_line(work: &[char], here: (usize, usize), info: &str) -> Option<Slip> {
    first_sign(work, here)
        .or_else(|| single_quote(work, here))
        .or_else(|| list_beside_key(work, here).filter(|_| info.contains("block sequence")))
        .or_else(|| escape(work, here).filter(|_| info.contains("escape")))
        .or_else(|| misaligned(work, here, info))
}

/// A slip of the characters `from..to` of a line, counted from its start.
fn slip(line: (usize, usize), from: usize, to: usize, message: Message, help: Message) -> Slip {
    Slip {
        from: line.0 + from,
        to: line.0 + to,
        message,
        help,
    }
}

/// A value in quotes, whatever it holds.
fn quoted(value: &str) -> String {
    if value.contains(['"', '\\']) {
        format!("'{}'", value.replace('\'', "''"))
    } else {
        format!("\"{value}\"")
    }
}

/// The line as it should be typed with its value in quotes, without its indentation.
fn with_quotes(line: &str, start: usize) -> String {
    let before: String = line.chars().take(start).collect();
    let value: String = line.chars().skip(start).collect();
    format!("{}{}", before.trim_start(), quoted(value.trim_end()))
}

/// `- [Asli] KTP`, `- > 17 tahun`, `- @dinas`: a sentence whose first sign means something to YAML.
fn first_sign(work: &[char], place: (usize, usize)) -> Option<Slip> {
    let line = text_of(work, place);
    let start = value_start(&line);
    let value: Vec<char> = line.chars().skip(start).collect();
    let sign = *value.first()?;
    let after = |closer: char| {
        let end = value.iter().position(|c| *c == closer)?;
        let rest = value[end + 1..].iter().find(|c| **c != ' ')?;
        (!matches!(rest, '#' | ':' | ',' | ']' | '}')).then_some(())
    };
    let stands = match sign {
        '[' => after(']').is_some(),
        '{' => after('}').is_some(),
        '>' | '|' => value[1..].iter().any(|c| c.is_alphabetic()),
        '@' | '`' | '%' | ',' => true,
        _ => false,
    };
    if !stands {
        return None;
    }
    let typed = with_quotes(&line, start);
    Some(slip(
        place,
        start,
        start + 1,
        say!(
            "kalimat yang diawali `{sign}` harus diapit tanda kutip",
            "a sentence that starts with `{sign}` must be in quotes"
        ),
        say!("ketik: {typed}", "type: {typed}"),
    ))
}

/// `'Surat Jum'at'`: an apostrophe inside single quotes.
fn single_quote(work: &[char], place: (usize, usize)) -> Option<Slip> {
    let line = text_of(work, place);
    let start = value_start(&line);
    let value: Vec<char> = line.chars().skip(start).collect();
    if value.len() < 3 || value[0] != '\'' || value[value.len() - 1] != '\'' {
        return None;
    }
    let inner: String = value[1..value.len() - 1].iter().collect();
    let lone = inner.replace("''", "  ").chars().position(|c| c == '\'')?;
    let before: String = line.chars().take(start).collect();
    let typed = format!(
        "{}{}",
        before.trim_start(),
        quoted(&inner.replace("''", "'"))
    );
    let at = start + 1 + lone;
    Some(slip(
        place,
        at,
        at + 1,
        say!(
            "tanda petik di dalam kalimat menutup kalimat itu",
            "the apostrophe inside the sentence closes it"
        ),
        say!(
            "apit kalimat itu dengan tanda kutip ganda, ketik: {typed}",
            "put the sentence in double quotes, type: {typed}"
        ),
    ))
}

/// `persyaratan: - KTP`.
fn list_beside_key(work: &[char], place: (usize, usize)) -> Option<Slip> {
    let line = text_of(work, place);
    let (key, item) = line.split_once(": - ")?;
    let (key, item) = (key.trim_start(), item.trim());
    let at = line.chars().count() - item.chars().count() - 2;
    Some(slip(
        place,
        at,
        at + 1,
        say!(
            "daftar harus dimulai di baris baru, di bawah kuncinya",
            "a list must start on its own line, below its key"
        ),
        say!(
            "ketik: {key}: lalu di baris bawahnya: - {item}",
            "type: {key}: and on the next line: - {item}"
        ),
    ))
}

/// `"C:\dinas"`: in double quotes a backslash has a meaning of its own.
fn escape(work: &[char], place: (usize, usize)) -> Option<Slip> {
    let line = text_of(work, place);
    let start = value_start(&line);
    let value: Vec<char> = line.chars().skip(start).collect();
    let slash = value.iter().position(|c| *c == '\\')?;
    if value.len() < 2 || value[0] != '"' || value[value.len() - 1] != '"' {
        return None;
    }
    let inner: String = value[1..value.len() - 1].iter().collect();
    let before: String = line.chars().take(start).collect();
    let typed = format!("{}'{}'", before.trim_start(), inner.replace('\'', "''"));
    Some(slip(
        place,
        start + slash,
        start + slash + 1,
        say!(
            "di dalam tanda kutip ganda, `\\` punya arti khusus",
            "inside double quotes `\\` has a meaning of its own"
        ),
        say!(
            "apit dengan tanda kutip tunggal, ketik: {typed}",
            "use single quotes, type: {typed}"
        ),
    ))
}

fn indent_of(line: &str) -> usize {
    line.chars().take_while(|c| *c == ' ').count()
}

/// The lines above one, the nearest first, without blank lines and comments.
fn above(work: &[char], place: (usize, usize)) -> impl Iterator<Item = String> + '_ {
    let before = |place: &(usize, usize)| Some(line_around(work, place.0.checked_sub(1)?));
    let lines = std::iter::successors(before(&place), before);
    let lines = lines.map(|place| text_of(work, place));
    lines.filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
}

/// A line without a colon below a sentence or a list: the sentence goes on, or it is an item without its dash.
pub fn goes_on(work: &[char], place: (usize, usize)) -> Option<Slip> {
    let line = text_of(work, place);
    let words = line.trim();
    let starts = |words: &str| words.chars().next().is_some_and(char::is_alphanumeric);
    if !starts(words) || words.contains(':') {
        return None;
    }
    let (from, to) = (indent_of(&line), line.chars().count());
    let before = above(work, place).next()?;
    let item = before.trim_start().starts_with("- ");
    let capital = !words.starts_with(char::is_lowercase);
    if before.ends_with(':') || item && capital {
        return Some(slip(
            place,
            from,
            to,
            say!(
                "butir ini tidak diawali tanda `- `",
                "this item does not start with `- `"
            ),
            say!("ketik: - {words}", "type: - {words}"),
        ));
    }
    let whole = format!("{} {words}", before.trim());
    let start = value_start(&whole);
    let value: String = whole.chars().skip(start).collect();
    let value = value.trim_matches('"');
    if start == 0 || value.starts_with(['\'', '[', '{', '|', '>']) {
        return None;
    }
    let plain = !value.contains(": ") && !value.contains(" #");
    let head: String = whole.chars().take(start).collect();
    let typed = match plain {
        true => whole,
        false => format!("{head}{}", quoted(value)),
    };
    Some(slip(
        place,
        from,
        to,
        say!(
            "baris ini bukan `kunci: nilai`; tampaknya lanjutan kalimat di atasnya",
            "this line is not `key: value`; it seems to continue the sentence above"
        ),
        say!(
            "ketik dalam satu baris: {typed}",
            "type it on one line: {typed}"
        ),
    ))
}

/// The column of the key or the dash on a line, and the key.
fn key_column(line: &str) -> Option<(usize, String)> {
    let chars: Vec<char> = line.chars().collect();
    let mut at = indent_of(line);
    while chars.get(at) == Some(&'-') && chars.get(at + 1) == Some(&' ') {
        at += 2;
    }
    let key: String = chars[at..]
        .iter()
        .take_while(|c| c.is_alphanumeric() || **c == '_')
        .collect();
    let colon = at + key.chars().count();
    let is_key = !key.is_empty() && chars.get(colon) == Some(&':');
    is_key.then_some((at, key))
}

/// How far from its place a key may stand.
const NEAR: usize = 3;

/// A key that stands a space or two beside the keys of its level.
fn misaligned(work: &[char], place: (usize, usize), info: &str) -> Option<Slip> {
    let about = [
        "expected '-'",
        "expected key",
        "mapping values",
        "invalid indentation",
        "document start",
    ];
    if !about.iter().any(|mark| info.contains(mark)) {
        return None;
    }
    let line = text_of(work, place);
    let (column, _) = key_column(&line).filter(|(column, _)| *column == indent_of(&line))?;
    let mut nearest: Option<(usize, String)> = None;
    let mut left = usize::MAX;
    for before in above(work, place) {
        if let Some((other, name)) = key_column(&before)
            && other < left
        {
            left = other;
            let gap = other.abs_diff(column);
            if gap == 0 {
                return None;
            }
            if nearest
                .as_ref()
                .is_none_or(|(at, _)| gap < at.abs_diff(column))
            {
                nearest = Some((other, name));
            }
        }
        if indent_of(&before) == 0 {
            break;
        }
    }
    let (target, name) = nearest.filter(|(at, _)| at.abs_diff(column) <= NEAR)?;
    let words = line.trim();
    let help = match target {
        0 => say!(
            "hapus spasi di depannya, ketik: {words}",
            "delete the spaces before it, type: {words}"
        ),
        _ => say!(
            "tekan tombol spasi {target} kali di depannya, lalu ketik: {words}",
            "type {target} spaces before it, then: {words}"
        ),
    };
    Some(slip(
        place,
        column,
        column + words.chars().count(),
        say!(
            "baris ini tidak sejajar dengan `{name}` di atasnya",
            "this line is not aligned with `{name}` above"
        ),
        help,
    ))
}
