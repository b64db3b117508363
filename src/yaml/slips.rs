//! Slips of one line that YAML cannot read, and the line as it should be typed.

use super::characters::{Offsets, line_around};
use super::write::quoted;
use crate::diagnostic::{Code, Diagnostic, Message, say};
use crate::span::Span;
use crate::yaml::Key;

/// A slip: the characters it is about, and what is said.
pub struct Slip {
    /// The first character.
    pub from: usize,
    /// The character after the last.
    pub to: usize,
    /// What stands wrong.
    pub message: Message,
    /// What to type.
    pub help: Message,
}

/// The slip on the line of `index`, if it is a known one.
pub fn of_line(work: &[char], index: usize, info: &str) -> Option<Slip> {
    let here = line_around(work, index.min(work.len()));
    let above = here.0.checked_sub(1).map(|at| line_around(work, at));
    inner_quotes(work, here)
        .or_else(|| inner_quotes(work, above?))
        .or_else(|| lone_dash(work, here))
        .or_else(|| key_below_sentence(work, here, above?).filter(|_| info.contains("mapping")))
}

/// The text of a line, in characters, without what is blank at its end.
pub fn text_of(work: &[char], (from, to): (usize, usize)) -> String {
    work[from..to]
        .iter()
        .collect::<String>()
        .trim_end()
        .to_owned()
}

/// Where the value of a line starts, in characters: after `- ` and `key: `.
pub fn value_start(line: &str) -> usize {
    let chars: Vec<char> = line.chars().collect();
    let mut at = chars.iter().take_while(|c| **c == ' ').count();
    while chars.get(at) == Some(&'-') && chars.get(at + 1) == Some(&' ') {
        at += 2;
    }
    let word = chars[at..]
        .iter()
        .take_while(|c| c.is_alphanumeric() || **c == '_')
        .count();
    if word > 0 && chars.get(at + word) == Some(&':') && chars.get(at + word + 1) == Some(&' ') {
        at += word + 2;
    }
    at + chars[at..].iter().take_while(|c| **c == ' ').count()
}

/// `bunyi: "Formulir "F-1" 2 lembar"`.
fn inner_quotes(work: &[char], place: (usize, usize)) -> Option<Slip> {
    let line = text_of(work, place);
    let start = value_start(&line);
    let value: Vec<char> = line.chars().skip(start).collect();
    let quotes: Vec<usize> = (0..value.len())
        .filter(|at| value[*at] == '"' && (*at == 0 || value[*at - 1] != '\\'))
        .collect();
    if quotes.first() != Some(&0) || quotes.len() < 2 {
        return None;
    }
    let ends = *quotes.last()? + 1 == value.len();
    if quotes.len() == 2 && ends || value.contains(&'#') {
        return None;
    }
    let before: String = line.chars().take(start).collect();
    let before = before.trim_start();
    // `"Jalan 2", rumah 1/2""`: two that end it are one of the sentence and one around it.
    let nested = ends && (value[quotes[1] - 1] == ' ' || value.ends_with(&['"', '"']));
    let typed = if nested {
        let inner: String = value[1..value.len() - 1].iter().collect();
        format!("{before}\"{}\"", with_slashes(&inner))
    } else {
        let whole: String = value.iter().collect();
        format!("{before}'{}'", whole.replace('\'', "''"))
    };
    let from = place.0 + start + quotes[1];
    Some(Slip {
        from,
        to: from + 1,
        message: say!(
            "tanda kutip di dalam kalimat menutup kalimat itu",
            "a quote inside the sentence closes it"
        ),
        help: if nested {
            say!(
                "beri garis miring terbalik sebelum tanda kutip di dalam kalimat, ketik: {typed}",
                "put a backslash before the quotes inside the sentence, type: {typed}"
            )
        } else {
            say!(
                "apit seluruh kalimat dengan tanda kutip tunggal, ketik: {typed}",
                "put the whole sentence in single quotes, type: {typed}"
            )
        },
    })
}

/// What stands between two double quotes, with a backslash before each quote that has none.
fn with_slashes(inner: &str) -> String {
    let mut out = String::with_capacity(inner.len());
    let mut before = ' ';
    for c in inner.chars() {
        if c == '"' && before != '\\' {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

/// `waktu: -`.
fn lone_dash(work: &[char], place: (usize, usize)) -> Option<Slip> {
    let line = text_of(work, place);
    let before = line.strip_suffix('-')?;
    let key = before.trim_end().strip_suffix(':')?;
    let key = key.trim_start();
    // What nothing at all means there, beside what nobody has said yet.
    let (none_id, none_en) = match key {
        "persyaratan" | "requirements" => (
            format!("; jika memang tidak ada yang diminta, ketik: {key}: tidak ada"),
            format!("; if nothing is asked for, type: {key}: none"),
        ),
        "biaya" | "cost" => (
            format!("; jika memang tidak dipungut biaya, ketik: {key}: gratis"),
            format!("; if nothing is charged, type: {key}: free"),
        ),
        _ => (String::new(), String::new()),
    };
    let from = place.0 + before.chars().count();
    Some(Slip {
        from,
        to: from + 1,
        message: say!(
            "`-` sesudah titik dua bukan nilai",
            "`-` after the colon is not a value"
        ),
        help: say!(
            "jika dinas belum mencantumkannya, ketik: {key}: null{none_id}",
            "if the agency has not stated it, type: {key}: null{none_en}"
        ),
    })
}

/// `- Fotokopi KK`, and a key below it.
fn key_below_sentence(work: &[char], here: (usize, usize), above: (usize, usize)) -> Option<Slip> {
    let (line, item) = (text_of(work, here), text_of(work, above));
    let sentence = item.trim_start().strip_prefix("- ")?.trim();
    let indent = |text: &str| text.chars().take_while(|c| *c == ' ').count();
    let key = line.trim_start().split(':').next()?;
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let plain =
        !sentence.contains(": ") && !sentence.ends_with(':') && !sentence.contains(['"', '[', '{']);
    if !is_key || !plain || indent(&line) <= indent(&item) {
        return None;
    }
    let from = above.0 + indent(&item);
    Some(Slip {
        from,
        to: above.0 + item.chars().count(),
        message: say!(
            "butir satu baris tidak dapat diberi `{key}` di bawahnya",
            "a one-line item cannot have `{key}` below it"
        ),
        help: say!(
            "ketik dulu: - bunyi: {sentence}",
            "type first: - text: {sentence}"
        ),
    })
}

/// Puts the blank that lacks after a key's colon, on the line of `index` or one of the two above; says where.
pub fn mend_colon(work: &mut Vec<char>, index: usize, offsets: &mut Offsets) -> Option<Diagnostic> {
    let mut place = line_around(work, index.min(work.len()));
    for _ in 0..3 {
        if let Some(colon) = tight_colon(&work[place.0..place.1]) {
            let colon = place.0 + colon;
            let finding = tight(offsets, work, place, colon);
            work.insert(colon + 1, ' ');
            offsets.insert(colon + 1);
            return Some(finding);
        }
        place = line_around(work, place.0.checked_sub(1)?);
    }
    None
}

fn tight(offsets: &Offsets, work: &[char], place: (usize, usize), colon: usize) -> Diagnostic {
    let before: String = work[place.0..=colon].iter().collect();
    let after = text_of(work, (colon + 1, place.1));
    let typed = format!("{} {}", before.trim_start(), after.trim_start());
    Diagnostic::new(
        Code::K0101,
        offsets.span(colon, colon + 1),
        say!(
            "sesudah titik dua harus ada satu spasi biasa",
            "the colon must be followed by one ordinary space"
        ),
    )
    .help(say!("ketik: {typed}", "type: {typed}"))
}

/// The colon of a key that a value follows without a blank: `ringkasan:Surat baru`.
fn tight_colon(line: &[char]) -> Option<usize> {
    let mut at = line.iter().take_while(|c| **c == ' ').count();
    while line.get(at) == Some(&'-') && line.get(at + 1) == Some(&' ') {
        at += 2;
    }
    let word = line[at..]
        .iter()
        .take_while(|c| c.is_ascii_lowercase() || **c == '_')
        .count();
    let next = line.get(at + word + 1)?;
    let colon = word > 1 && line.get(at + word) == Some(&':');
    (colon && !next.is_whitespace() && *next != '/' && *next != ':').then_some(at + word)
}

/// `- bunyi: #1 KTP`: the key ends at `index`, and all that follows is a comment without a blank after its sign.
pub fn all_comment(work: &[char], index: usize, offsets: &Offsets) -> Option<Diagnostic> {
    let at = index + 2;
    let sign = work
        .get(index..=at)
        .is_some_and(|found| found == [':', ' ', '#']);
    if !sign || work.get(at + 1).is_none_or(|c| c.is_whitespace()) {
        return None;
    }
    let (start, end) = line_around(work, index);
    let key = text_of(work, (start, index));
    let key = key.trim_start();
    let sentence = text_of(work, (at, end));
    let typed = quoted(&sentence);
    let finding = Diagnostic::new(
        Code::K0104,
        offsets.span(at, at + sentence.chars().count()),
        say!(
            "seluruh kalimat dibaca sebagai komentar karena diawali `#`",
            "the whole sentence is read as a comment because it starts with `#`"
        ),
    );
    Some(finding.help(say!(
        "ketik: {key}: {typed}; jika memang komentar, beri satu spasi sesudah `#`",
        "type: {key}: {typed}; if it is a comment, put a space after `#`"
    )))
}

/// A key that is written twice.
pub fn duplicate_key(key: &Key, first: &Key) -> Diagnostic {
    let name = &key.text;
    Diagnostic::new(
        Code::K0108,
        key.span,
        say!("`{name}` ditulis dua kali", "`{name}` is written twice"),
    )
    .also(first.span, say!("pertama kali di sini", "first here"))
    .help(say!(
        "gabungkan keduanya, atau hapus salah satu",
        "merge them, or delete one"
    ))
}

/// A list or a mapping in the place of a key.
pub fn key_is_no_text(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0101,
        span,
        say!(
            "di sebelah kiri titik dua harus satu kata kunci",
            "the left side of a colon must be a single key"
        ),
    )
    .help(say!("tulis: kunci: nilai", "type: key: value"))
}

/// The finding for anchors, aliases, merge keys and tags.
pub fn yaml_feature(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0109,
        span,
        say!(
            "tanda `&`, `*`, `!` dan `<<` khusus YAML tidak dipakai di sini",
            "anchors `&`, aliases `*`, tags `!` and merge keys `<<` are not used here"
        ),
    )
    .help(say!(
        "tulis nilainya lengkap; jika kalimat memang dimulai tanda itu, apit dengan tanda kutip",
        "write the value out; if the sentence starts with that sign, put it in quotes"
    ))
}
