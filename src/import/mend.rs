//! The bytes of a file as text, and text without the dirt of copying: pasted tags, entities, broken letters.

use encoding_rs::{UTF_8, WINDOWS_1252};

use super::words::is_one;

/// The text of a file: by its mark, as UTF-8, or as old programs of Windows wrote it.
pub fn text_of_bytes(bytes: &[u8]) -> String {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[length..]);
        return text.into_owned();
    }
    match UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => text.into_owned(),
        None => WINDOWS_1252
            .decode_without_bom_handling(bytes)
            .0
            .into_owned(),
    }
}

/// The longest tag, in bytes: Word writes all of its styles into one.
const LONGEST_TAG: usize = 8_000;

/// Tags whose content is no text.
const SILENT: &str = "style script head title noscript template";

/// Tags that stand on lines of their own.
const BLOCKS: &str = "p br div li ul ol tr table tbody thead h1 h2 h3 h4 h5 h6 section article td th hr main form dl dt dd \
     fieldset details blockquote figure address pre body html";

/// Whether a tag holds no text, whatever stands in it.
pub(super) fn is_silent(name: &str) -> bool {
    is_one(name, SILENT)
}

/// Whether a tag stands on lines of its own.
pub(super) fn is_block(name: &str) -> bool {
    is_one(name, BLOCKS)
}

/// All tags of HTML; `<asli>` is none, but a word in brackets.
const TAGS: &str = "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blockquote body br \
     button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed \
     fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img \
     input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol \
     optgroup option output p param path picture pre progress q rp rt ruby s samp script search section select small \
     source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr \
     track tt u ul var video wbr";

/// What stands before the colon in tags of Word: `o:p`.
const OF_WORD: &str = "o w v m st1";

/// Whether a name is that of a tag, of HTML or of Word.
pub(super) fn is_tag(name: &str) -> bool {
    match name.split_once(':') {
        Some((prefix, name)) => is_one(prefix, OF_WORD) && !name.is_empty(),
        None => is_one(name, TAGS),
    }
}

/// A text without pasted tags, entities and broken letters.
pub(super) fn cleaned(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = without_tags(&text);
    let text = without_entities(&text);
    let text = whole_letters(&text);
    text.chars().filter_map(plain).collect()
}

/// Blanks that are no blank, and signs that nobody sees.
fn plain(c: char) -> Option<char> {
    match c {
        '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{2002}' | '\u{2003}' | '\u{2009}' => Some(' '),
        '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '\u{2060}' => None,
        '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => Some('\n'),
        '\u{fffd}' => Some('?'),
        '\u{f000}'..='\u{f8ff}' => Some('•'),
        c if c.is_control() && !matches!(c, '\n' | '\t') => None,
        c => Some(c),
    }
}

fn without_tags(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        kept.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("<!--") {
            rest = after.find("-->").map_or("", |end| &after[end + 3..]);
            continue;
        }
        let Some((name, closing, length)) = tag(rest) else {
            kept.push('<');
            rest = &rest[1..];
            continue;
        };
        rest = &rest[length..];
        if is_silent(&name) && !closing {
            let closes = |at: &usize| {
                let own = rest.as_bytes().get(at + 2..at + 2 + name.len());
                own.is_some_and(|own| own.eq_ignore_ascii_case(name.as_bytes()))
            };
            let mut ends = rest.match_indices("</").map(|(at, _)| at);
            if let Some(at) = ends.find(closes) {
                rest = &rest[at..];
            }
        }
        if is_block(&name) {
            kept.push('\n');
        }
    }
    kept.push_str(rest);
    kept
}

/// The name of the tag that a text starts with, whether it closes, and how long it is; `<40>` is none.
fn tag(text: &str) -> Option<(String, bool, usize)> {
    let end = memchr::memchr(b'>', &text.as_bytes()[..text.len().min(LONGEST_TAG)])?;
    let inner = text.get(1..end)?;
    let closing = inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    let name: String = inner
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, ':' | '-'))
        .collect();
    let after = inner[name.len()..].chars().next();
    let fits = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && after.is_none_or(|c| c.is_whitespace() || c == '/')
        && !inner.contains('<')
        && !inner.contains('@');
    let name = name.to_lowercase();
    (fits && is_tag(&name)).then_some((name, closing, end + 1))
}

/// Entities that pages of offices have.
const ENTITIES: [(&str, &str); 17] = [
    ("nbsp", " "),
    ("quot", "\""),
    ("apos", "'"),
    ("lt", "<"),
    ("gt", ">"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("bull", "•"),
    ("middot", "·"),
    ("plusmn", "±"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("hellip", "…"),
    ("times", "×"),
    ("amp", "&"),
];

fn without_entities(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        kept.push_str(&rest[..at]);
        rest = &rest[at..];
        match entity(rest) {
            Some((text, length)) => {
                kept.push_str(&text);
                rest = &rest[length..];
            }
            None => {
                kept.push('&');
                rest = &rest[1..];
            }
        }
    }
    kept.push_str(rest);
    kept
}

fn entity(text: &str) -> Option<(String, usize)> {
    let end = text.char_indices().take(10).find(|(_, c)| *c == ';')?.0;
    let name = text.get(1..end)?;
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some((char::from_u32(code)?.to_string(), end + 1));
    }
    let known = ENTITIES.iter().find(|(known, _)| *known == name);
    known.map(|(_, text)| ((*text).to_owned(), end + 1))
}

/// A text in which `â€“` is `–` again: letters of UTF-8 that were read as those of Windows.
fn whole_letters(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii() {
            kept.push_str(&again(&run));
            run.clear();
            kept.push(c);
        } else {
            run.push(c);
        }
    }
    kept.pop();
    kept
}

/// How often letters were read wrongly in a row.
const TIMES: usize = 3;

/// The first letters of marks above ASCII, and the last letter of `”`, which Windows has no sign for, so it gets lost.
const LOST: (&str, char) = ("â€", '\u{9d}');

/// Letters in which the lost last letter of each `”` stands again.
fn completed(run: &str) -> String {
    let (first, last) = LOST;
    let mut kept = String::with_capacity(run.len());
    for (at, part) in run.split(first).enumerate() {
        if at > 0 {
            kept.push_str(first);
            let goes_on = part.chars().next().is_some_and(is_continuation);
            kept.extend((!goes_on).then_some(last));
        }
        kept.push_str(part);
    }
    kept
}

/// Whether a letter stands in Windows for a byte that goes on with a letter of UTF-8.
fn is_continuation(c: char) -> bool {
    let letter = c.to_string();
    let (bytes, _, lost) = WINDOWS_1252.encode(&letter);
    !lost && matches!(bytes.as_ref(), [0x80..=0xbf])
}

fn again(run: &str) -> String {
    let mut text = completed(run);
    for _ in 0..TIMES {
        let (bytes, _, lost) = WINDOWS_1252.encode(&text);
        let read = (!lost).then(|| std::str::from_utf8(&bytes).ok()).flatten();
        match read {
            Some(read) if !read.is_ascii() || read.is_empty() => text = read.to_owned(),
            _ => break,
        }
        if text.chars().all(|c| !('\u{80}'..='\u{2122}').contains(&c)) {
            break;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dirt_of_copying_is_taken_away_and_words_are_kept() {
        for (dirty, clean) in [
            ("20 â€“ 30 menit", "20 – 30 menit"),
            ("<meta charset=\"utf-8\">Gratis", "Gratis"),
            ("<style>p { color: red }</style>3 hari", "3 hari"),
            ("<40> menit", "<40> menit"),
            ("KTP <asli> dan <KK lama>", "KTP <asli> dan <KK lama>"),
            ("<o:p>KTP</o:p> <STRONG>asli</STRONG>", "KTP asli"),
            ("KTP &amp; KK&nbsp;asli", "KTP & KK asli"),
            ("a\u{200b}b", "ab"),
            ("café", "café"),
            ("x < y dan y > z", "x < y dan y > z"),
            (
                "surel <kantor@contoh.example>",
                "surel <kantor@contoh.example>",
            ),
            (
                "Website: <https://dinas.contoh.example/aduan>",
                "Website: <https://dinas.contoh.example/aduan>",
            ),
            ("<telp:0299-123123>", "<telp:0299-123123>"),
            ("<st1:place w:st=\"on\">Desa</st1:place>", "Desa"),
            ("Â± 7 hari", "± 7 hari"),
            ("KTP â€œasliâ€ untuk", "KTP “asli” untuk"),
            ("â€œasliâ€\u{9d}", "“asli”"),
            ("(â€œaâ€, â€œbâ€)", "(“a”, “b”)"),
            ("â€œaâ€â€™s", "“a”’s"),
        ] {
            assert_eq!(cleaned(dirty), clean);
        }
    }

    #[test]
    fn bytes_are_read_in_the_encoding_they_are_in() {
        assert_eq!(text_of_bytes(b"\xef\xbb\xbfSyarat"), "Syarat");
        assert_eq!(text_of_bytes("± 7".as_bytes()), "± 7");
        assert_eq!(text_of_bytes(b"\xb1 7 hari \x96 x"), "± 7 hari – x");
        assert_eq!(text_of_bytes(b"\xff\xfeA\0"), "A");
    }
}
