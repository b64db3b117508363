//! Signs at the start of a line that Word writes and YAML does not read: special spaces and tabs after `-` and a key's
//! colon, bullets, numbers.

use crate::diagnostic::{Code, Diagnostic, say};
use crate::span::{FileId, Span};

/// What stands where YAML wants a sign of its own, as bytes of a line's text.
pub enum Sign {
    /// Special spaces or tabs follow `-` or a key's colon.
    Blank(usize, usize),
    /// The line starts with a bullet or a number, with the space behind it.
    Bullet(usize),
}

impl Sign {
    /// The bytes that another sign takes the place of.
    pub fn range(&self) -> (usize, usize) {
        match self {
            Self::Blank(from, to) => (*from, *to),
            Self::Bullet(to) => (0, *to),
        }
    }

    /// The sign that takes their place.
    pub fn instead(&self) -> &'static str {
        match self {
            Self::Blank(..) => " ",
            Self::Bullet(_) => "- ",
        }
    }

    /// What is said about it in the line's text `body`, which starts at byte `place`.
    pub fn finding(&self, file: FileId, place: usize, body: &str) -> Diagnostic {
        let (from, to) = self.range();
        let typed = format!("{}{}{}", &body[..from], self.instead(), &body[to..]);
        let typed = typed.trim_end();
        let span = Span::new(file, place + from, place + to);
        let found = body[from..to].trim();
        let finding = match self {
            Self::Blank(..) if body[from..to].contains('\t') => Diagnostic::new(
                Code::K0102,
                span,
                say!("di sini ada tab, bukan spasi", "this is a tab, not a space"),
            ),
            Self::Blank(..) => Diagnostic::new(
                Code::K0107,
                span,
                say!(
                    "di sini ada spasi khusus dari Word, bukan spasi biasa",
                    "this is a special space from Word, not an ordinary one"
                ),
            ),
            Self::Bullet(_) if found == "-" => Diagnostic::new(
                Code::K0101,
                Span::new(file, place, place + found.len()),
                say!(
                    "sesudah `-` harus ada satu spasi",
                    "a blank must follow `-`"
                ),
            ),
            Self::Bullet(_) => Diagnostic::new(
                Code::K0101,
                Span::new(file, place, place + found.len()),
                say!(
                    "butir diawali `{found}`, bukan `- `",
                    "this item starts with `{found}`, not with `- `"
                ),
            ),
        };
        finding
            .help(say!(
                "ketik: {typed}; atau jalankan `maklumat check --fix`",
                "type: {typed}; or run `maklumat check --fix`"
            ))
            .fix(span, self.instead())
    }
}

/// The bullets of Word.
const BULLETS: &str = "•●▪·–—*";

/// Keys whose value is a sentence and not a list.
const SENTENCES: [&str; 14] = [
    "bunyi",
    "text",
    "label",
    "catatan",
    "note",
    "ringkasan",
    "summary",
    "pesan",
    "say",
    "tanya",
    "jawab",
    "answer",
    "petunjuk",
    "hint",
];

/// Which lines stand in a text below `|` or `>`, and which follow a key or an item.
#[derive(Default)]
pub struct Blocks {
    /// The indentation of the key whose text goes on below.
    text: Option<usize>,
    /// How far an item of a list may stand in, where the line before is a key without a value, or an item: what stands
    /// deeper than the item before belongs to its sentence.
    list: Option<usize>,
    /// The indentation of a key without a value, if the line before is one that may hold a list.
    key: Option<usize>,
    /// The indentation of numbered items, if the line before is one.
    numbered: Option<usize>,
}

impl Blocks {
    /// The sign of a line with this indentation and text; `below` are the lines that follow.
    pub fn sign(&mut self, indent: usize, body: &str, below: &[&str]) -> Option<Sign> {
        let words = body.trim_end();
        if words.is_empty() || words.starts_with('#') {
            return None;
        }
        if self.text.is_some_and(|outer| indent > outer) {
            return None;
        }
        let fits = self.list.is_some_and(|most| indent <= most);
        let bullet = bullet(words).filter(|_| fits);
        let number = bullet
            .is_none()
            .then(|| self.number(indent, words, below))
            .flatten();
        let opens = [" |", " >", " |-", " >-", " |+", " >+"];
        self.text = opens
            .iter()
            .any(|end| words.ends_with(end))
            .then_some(indent);
        self.list = match words.starts_with("- ") || bullet.is_some() {
            true if words.ends_with(':') => Some(usize::MAX),
            true => Some(indent),
            false => words.ends_with(':').then_some(usize::MAX),
        };
        self.key = list_key(words).then_some(indent);
        self.numbered = number.map(|_| indent);
        match bullet.or(number) {
            Some(length) => Some(Sign::Bullet(length)),
            None => special_blank(words).map(|(from, to)| Sign::Blank(from, to)),
        }
    }

    /// The length of the number with which a line starts, if it stands for a dash: at the left edge of its key, where
    /// no sentence can go on, or as the first of several.
    fn number(&self, indent: usize, words: &str, below: &[&str]) -> Option<usize> {
        let length = marker(words)?;
        if self.numbered == Some(indent) {
            return Some(length);
        }
        let key = self.key?;
        let next = below.iter().find(|line| !line.trim().is_empty());
        let several = next.is_some_and(|line| {
            let body = line.trim_start_matches(' ');
            line.len() - body.len() == indent && marker(body).is_some()
        });
        (indent == key || indent > key && several).then_some(length)
    }
}

/// Whether a line may start with a bullet or number of ASCII, or with a dash that has no blank behind it.
pub fn may_open(body: &str) -> bool {
    body.starts_with("* ") || is_tight_dash(body) || marker(body).is_some()
}

/// Whether a line is a key without a value that may hold a list.
fn list_key(words: &str) -> bool {
    let key = words.trim_start_matches("- ").strip_suffix(':');
    key.is_some_and(|key| !key.is_empty() && !key.contains(": ") && !SENTENCES.contains(&key))
}

/// The length of the bullet with which a line starts, and the blank behind it.
fn bullet(words: &str) -> Option<usize> {
    if is_tight_dash(words) {
        return Some(1);
    }
    let bullet = words.chars().next().filter(|c| BULLETS.contains(*c))?;
    let rest = &words[bullet.len_utf8()..];
    let blank = rest
        .chars()
        .next()
        .filter(|c| matches!(c, ' ' | '\t' | '\u{a0}'))?;
    Some(bullet.len_utf8() + blank.len_utf8())
}

/// Whether a dash starts the line whose item follows without a blank: `-KTP`, `-bunyi: KTP`.
fn is_tight_dash(words: &str) -> bool {
    let item = words.strip_prefix('-');
    item.is_some_and(|item| item.starts_with(char::is_alphabetic))
}

/// The length of `1. `, `2) `, `a. ` or `b) ` at the start of a line.
fn marker(words: &str) -> Option<usize> {
    let name = words.find(['.', ')'])?;
    let (mark, rest) = words.split_at(name);
    let number = !mark.is_empty() && mark.len() <= 2 && mark.chars().all(|c| c.is_ascii_digit());
    let letter = mark.len() == 1 && mark.chars().all(|c| c.is_ascii_lowercase());
    let blanks = rest[1..].len() - rest[1..].trim_start_matches([' ', '\t']).len();
    let more = rest.len() > 1 + blanks;
    ((number || letter) && blanks > 0 && more).then_some(name + 1 + blanks)
}

/// The bytes at which special blanks follow the dash or the key of a line.
fn special_blank(words: &str) -> Option<(usize, usize)> {
    let special = |c: char| matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}' | '\t');
    let run = |at: usize| {
        let rest = &words[at..];
        let blanks =
            &rest[..rest.len() - rest.trim_start_matches(|c| special(c) || c == ' ').len()];
        (blanks.contains(special) && blanks.len() < rest.len()).then_some((at, at + blanks.len()))
    };
    let start = match words.strip_prefix('-') {
        Some(rest) => match run(1) {
            Some(found) => return Some(found),
            None => words.len() - rest.trim_start_matches(' ').len(),
        },
        None => 0,
    };
    let key = words[start..].bytes();
    let word = key
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
        .count();
    let colon = start + word;
    if word > 1 && words[colon..].starts_with(':') {
        return run(colon + 1);
    }
    None
}
