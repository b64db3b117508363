//! Lines that YAML joins to the one above, though they were written to stand alone.

use super::characters::{Offsets, line_around};
use crate::diagnostic::{Code, Diagnostic, Message, say};

/// A line that long was wrapped by whoever wrote it: what follows goes on with its sentence.
const A_FULL_LINE: usize = 70;

/// Words after which a sentence goes on, whatever letter the next line starts with.
const GO_ON: [&str; 28] = [
    "dan", "atau", "serta", "dari", "di", "ke", "yang", "untuk", "dengan", "oleh", "pada",
    "kepada", "sebagai", "tentang", "nomor", "atas", "bagi", "dalam", "per", "and", "or", "of",
    "the", "for", "to", "by", "in", "from",
];

/// The lines of an unquoted text that its author meant as items of their own. Input: the characters of the file, and the
/// text's first character and the one after its last. Output: an error at each such line, with what to type.
pub fn check(work: &[char], (from, to): (usize, usize), offsets: &Offsets) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if !work[from..to].contains(&'\n') {
        return found;
    }
    let (start, end) = line_around(work, from);
    let before: String = work[start..from].iter().collect();
    if before.contains(['[', '{']) {
        return found; // In brackets a line end means nothing.
    }
    let item = before.trim() == "-";
    let mut above = trimmed(&work[from..end.min(to)]);
    let mut at = end + 1;
    while at < to {
        let (_, end) = line_around(work, at);
        let line = trimmed(&work[at..end.min(to)]);
        let first = at + work[at..].iter().take_while(|c| **c == ' ').count();
        let words = after_sign(&line).or_else(|| {
            let alone = item && starts_anew(&line) && !goes_on(&above, &work[start..]);
            alone.then_some(line.as_str())
        });
        if let Some(words) = words {
            let span = offsets.span(first, first + line.chars().count());
            let finding = Diagnostic::new(
                Code::K0114,
                span,
                say!(
                    "baris ini disambung ke baris di atasnya, bukan menjadi butir sendiri",
                    "this line is joined to the one above and is not an item of its own"
                ),
            );
            found.push(finding.help(help(&before, item, &above, words)));
        }
        if !line.is_empty() {
            above = line;
        }
        at = end + 1;
    }
    found
}

fn trimmed(line: &[char]) -> String {
    line.iter().collect::<String>().trim().to_owned()
}

/// What to type in place of the line that says `words`, below the line that says `above`.
fn help(before: &str, item: bool, above: &str, words: &str) -> Message {
    if item {
        return say!(
            "ketik lurus di bawah `-` di atasnya: - {words}; jika ini sambungan kalimatnya, tulis di satu baris: - {above} {words}",
            "type straight below the `-` above: - {words}; if it goes on with the sentence, write it on one line: - {above} {words}"
        );
    }
    let key = before.trim().trim_start_matches("- ");
    say!(
        "agar tiap baris tetap sendiri, ketik: {key} | lalu seluruh kalimatnya mulai di baris berikutnya",
        "to keep the lines apart, type: {key} | and start the whole sentence on the next line"
    )
}

/// What follows the sign with which a line starts as an item of a list does: `- `, a bullet, a number, a letter.
pub fn after_sign(line: &str) -> Option<&str> {
    let (sign, rest) = line.split_once([' ', '\u{a0}', '\t'])?;
    let rest = rest.trim_start();
    let bullet = matches!(sign, "-" | "•" | "●" | "▪" | "·" | "–" | "—" | "*");
    let numbered = || {
        let sign = sign.strip_prefix('(').unwrap_or(sign);
        let Some(number) = sign.strip_suffix(['.', ')']) else {
            return false;
        };
        let few = |most: usize| (1..=most).contains(&number.len());
        number.chars().all(|c| c.is_ascii_digit()) && few(2)
            || number.chars().all(|c| c.is_ascii_alphabetic()) && few(1)
            || number.chars().all(|c| matches!(c, 'i' | 'v' | 'x')) && few(5)
    };
    (!rest.is_empty() && (bullet || numbered())).then_some(rest)
}

/// Whether a line starts as a sentence or a name does.
fn starts_anew(line: &str) -> bool {
    line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether the line above cannot be the end of its sentence, or is so long that it was wrapped.
fn goes_on(above: &str, from_line: &[char]) -> bool {
    let first = from_line.iter().take_while(|c| **c != '\n').count();
    let last = above.rsplit(' ').next().unwrap_or(above).to_lowercase();
    above.ends_with([',', '-', '/', '(', '&'])
        || GO_ON.contains(&last.as_str())
        || above.chars().count().max(first) >= A_FULL_LINE
}
