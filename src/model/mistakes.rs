//! What is said about keys, fixed values and dates that are none, and which of the known ones were meant.

use super::context::Context;
use super::shape::{Choice, Field, RecordShape, Shape};
use crate::diagnostic::{Code, Diagnostic, Lang, say};
use crate::similar::nearest;
use crate::span::Span;
use crate::yaml::write::{quoted, scalar};
use crate::yaml::{Key, Node, Pair, Value};

mod channels;
mod dates;
mod headings;
mod words;

pub use dates::{dates_in, no_date};
use headings::Heading;
use words::{SYNONYMS, VALUES};

/// What a key stands for that the record does not have.
pub enum Unknown {
    /// This key, without doubt; it is read as such.
    Means(&'static Field),
    /// Probably this key, written wrongly.
    Near(&'static Field),
    /// Part of a sentence.
    Sentence,
    /// Nothing that is known.
    Nothing,
}

/// A word as keys are written: small letters, `_` for blanks.
fn as_key(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join("_").to_lowercase()
}

/// Reports the key of pair `at`, which the record does not have, and says what it stands for.
pub fn unknown(
    pairs: &[Pair],
    at: usize,
    shape: &'static RecordShape,
    item: bool,
    cx: &mut Context<'_>,
) -> Unknown {
    let Pair { key, value } = &pairs[at];
    if cx.sink.has_many(Code::K0201) || cx.sink.has_many(Code::K0103) {
        cx.sink.push(one_of_many(key));
        return Unknown::Nothing;
    }
    let written = key.text.as_str();
    let joined = as_key(written);
    let one_line = matches!(value.value, Value::Scalar(_) | Value::Null);
    let sentence = item && shape.short.is_some() && pairs.len() == 1 && one_line;
    let capital = written.starts_with(char::is_uppercase);
    let known = shape.find(&joined);
    let text = known.is_some_and(|field| field.en == "text");
    if let Some(field) = known.filter(|_| !(sentence && capital && !text)) {
        let finding = wrong_form(key, field, value, item && at == 0);
        cx.sink.push(renamed(finding, key, field, pairs, cx.lang));
        return Unknown::Means(field);
    }
    let heading = headings::meant(written);
    let heading = heading.filter(|_| !sentence && shape.find("requirements").is_some());
    if let Some(Heading::Below(outer, inner)) = heading
        && let Some(field) = shape.find(outer)
    {
        cx.sink.push(key_below(key, field, inner, cx.lang));
        return Unknown::Near(field);
    }
    let alike = other_word(&joined, heading, shape).filter(|_| !(sentence && capital));
    let near = near_field(written, shape).filter(|_| !(sentence && capital));
    if shape.name == "channel" && alike.or(near).is_none() && one_line {
        return channels::unknown(pairs, at, shape, cx);
    }
    let blank = written.contains(char::is_whitespace);
    if alike.is_none() && (blank || (sentence && near.is_none())) {
        let first = item && at == 0;
        let below = first && pairs.len() > 1 && shape.short.is_some();
        let own = shape.find("text").filter(|_| below);
        let own = own.map(|field| field.name(cx.lang));
        cx.sink.push(sentence_cut(key, value, first, own));
        return Unknown::Sentence;
    }
    let finding = no_key(key, alike.or(near), shape, cx.lang);
    match (alike, near) {
        (Some(field), _) => {
            cx.sink.push(renamed(finding, key, field, pairs, cx.lang));
            Unknown::Means(field)
        }
        (None, near) => {
            cx.sink.push(finding);
            near.map_or(Unknown::Nothing, Unknown::Near)
        }
    }
}

/// The key for which people type another word, or the heading of a decree.
fn other_word(
    joined: &str,
    heading: Option<Heading>,
    shape: &'static RecordShape,
) -> Option<&'static Field> {
    if let Some(Heading::Key(name)) = heading
        && let Some(field) = shape.find(name)
    {
        return Some(field);
    }
    let (_, fields) = SYNONYMS.iter().find(|(words, _)| words.contains(&joined))?;
    fields.iter().find_map(|name| shape.find(name))
}

/// The finding with the key as a change that is safe to make, unless that key is there already.
fn renamed(
    finding: Diagnostic,
    key: &Key,
    field: &Field,
    pairs: &[Pair],
    lang: Lang,
) -> Diagnostic {
    let mut written = pairs.iter().map(|pair| pair.key.text.as_str());
    if written.any(|name| name == field.en || name == field.id) {
        return finding;
    }
    finding.fix(key.span, field.name(lang))
}

/// A heading for a key that stands below another: `nomor_sk`.
fn key_below(key: &Key, outer: &Field, inner: &str, lang: Lang) -> Diagnostic {
    let Shape::Record(shape) = (outer.shape)() else {
        return unknown_key(key);
    };
    let name = |lang| shape.find(inner).map_or("", |field| field.name(lang));
    let (id, en) = (name(Lang::Id), name(lang));
    let (outer_id, outer_en) = (outer.id, outer.name(lang));
    unknown_key(key).help(say!(
        "tulis di bawah `{outer_id}`, ketik: {outer_id}: lalu di baris bawahnya, menjorok dua spasi: {id}: …",
        "it belongs below `{outer_en}`, type: {outer_en}: and on the next line, two spaces further in: {en}: …"
    ))
}

/// An unknown key after so many that the file is hardly what it should be: nothing more is guessed.
fn one_of_many(key: &Key) -> Diagnostic {
    unknown_key(key).help(say!(
        "sangat banyak kunci di berkas ini tidak dikenal; periksa apakah isinya memang untuk tempat ini",
        "very many keys in this file are unknown; check that the content belongs here"
    ))
}

fn no_key(key: &Key, meant: Option<&Field>, shape: &RecordShape, lang: Lang) -> Diagnostic {
    let finding = unknown_key(key);
    let Some(field) = meant else {
        let names: Vec<&str> = shape.fields.iter().map(|field| field.name(lang)).collect();
        let names = names.join(", ");
        return finding.help(say!("kunci yang ada: {names}", "available keys: {names}"));
    };
    let (id, en) = (field.id, field.name(lang));
    finding.help(say!(
        "mungkin maksud Anda `{id}`, ketik: {id}:",
        "did you mean `{en}`? type: {en}:"
    ))
}

fn unknown_key(key: &Key) -> Diagnostic {
    let written = &key.text;
    Diagnostic::new(
        Code::K0201,
        key.span,
        say!(
            "`{written}` bukan kunci yang dikenal di sini",
            "`{written}` is not a known key here"
        ),
    )
}

fn near_field(written: &str, shape: &'static RecordShape) -> Option<&'static Field> {
    let known = shape.fields.iter().flat_map(|field| [field.id, field.en]);
    shape.find(nearest(written, known)?)
}

/// A known key with blanks or capital letters.
fn wrong_form(key: &Key, field: &Field, value: &Node, item: bool) -> Diagnostic {
    let written = &key.text;
    let dash = if item { "- " } else { "" };
    let (id, en) = (field.id, as_key(written));
    let rest = value
        .as_str()
        .map_or(String::new(), |text| format!(" {text}"));
    let why = if written.contains(char::is_whitespace) {
        say!(
            "kunci `{written}` ditulis dengan garis bawah, bukan spasi",
            "the key `{written}` is written with underscores, not spaces"
        )
    } else {
        say!(
            "kunci `{written}` ditulis dengan huruf kecil",
            "the key `{written}` is written in small letters"
        )
    };
    Diagnostic::new(Code::K0201, key.span, why)
        .help(say!("ketik: {dash}{id}:{rest}", "type: {dash}{en}:{rest}"))
}

/// Two keys of the same meaning.
pub fn twice(key: &Key, first: &Key) -> Diagnostic {
    let (name, other) = (&key.text, &first.text);
    Diagnostic::new(
        Code::K0108,
        key.span,
        say!(
            "`{name}` sama artinya dengan `{other}`, yang sudah ditulis",
            "`{name}` means the same as `{other}`, which is already written"
        ),
    )
    .also(first.span, say!("pertama kali di sini", "first here"))
    .help(say!("hapus salah satu dari keduanya", "delete one of them"))
}

/// A sentence that a colon cut in two. `item` if it starts an item of a list, `own` if it needs a key of its own there.
pub fn sentence_cut(key: &Key, rest: &Node, item: bool, own: Option<&str>) -> Diagnostic {
    let name = &key.text;
    let rest = match &rest.value {
        Value::Scalar(scalar) => format!(" {}", scalar.text),
        Value::Null => String::new(),
        _ => " …".to_owned(),
    };
    let dash = if item { "- " } else { "" };
    let own = own.map_or(String::new(), |own| format!("{own}: "));
    let typed = format!("{dash}{own}{}", quoted(&format!("{name}:{rest}")));
    Diagnostic::new(
        Code::K0103,
        key.span,
        say!(
            "kalimat `{name}` terputus oleh tanda titik dua",
            "the sentence `{name}` is cut off by a colon"
        ),
    )
    .label(say!(
        "titik dua dan spasi sesudah ini dibaca sebagai kunci",
        "the colon and space after this turn it into a key"
    ))
    .help(say!(
        "apit seluruh kalimat dengan tanda kutip, ketik: {typed}",
        "put the whole sentence in quotes, type: {typed}"
    ))
}

/// A value that is none of the fixed ones.
pub fn no_value(text: &str, span: Span, choices: &[Choice], cx: &mut Context<'_>) {
    let key = &cx.key;
    let words = |lang| {
        let words: Vec<&str> = choices
            .iter()
            .map(|choice| match lang {
                Lang::Id => choice.id,
                Lang::En => choice.en,
            })
            .collect();
        words.join(", ")
    };
    let (id, en) = (words(Lang::Id), words(Lang::En));
    let known = match cx.lang {
        Lang::Id => id.clone(),
        Lang::En => en,
    };
    let finding = Diagnostic::new(
        Code::K0205,
        span,
        say!(
            "`{text}` bukan nilai dari `{key}`",
            "`{text}` is not a value of `{key}`"
        ),
    )
    .label(say!("yang ada: {known}", "available: {known}"));
    let before = if cx.item {
        "- ".to_owned()
    } else {
        format!("{key}: ")
    };
    let help = match meant_value(text, choices) {
        Some(Choice { en, id }) => {
            let en = if cx.lang == Lang::Id { id } else { en };
            say!(
                "mungkin maksud Anda `{id}`, ketik: {before}{id}",
                "did you mean `{en}`? type: {before}{en}"
            )
        }
        None => say!("ketik salah satu: {id}", "type one of: {known}"),
    };
    cx.sink.push(finding.help(help));
}

/// The fixed value that was meant: a known other word for it, or a near spelling.
fn meant_value<'a>(text: &str, choices: &'a [Choice]) -> Option<&'a Choice> {
    let written = as_key(text);
    let named = |name: &str| {
        choices
            .iter()
            .find(|choice| choice.en == name || choice.id == name)
    };
    let other = VALUES
        .iter()
        .find(|(words, _)| words.contains(&written.as_str()))
        .and_then(|(_, value)| named(value));
    let words = choices.iter().flat_map(|choice| [choice.id, choice.en]);
    named(&written)
        .or(other)
        .or_else(|| named(nearest(&written, words)?))
}

/// Something else where keys and values belong.
pub fn no_mapping(node: &Node, shape: &RecordShape, item: bool, cx: &mut Context<'_>) {
    let expected = ("kunci dan nilai", "keys and values");
    let text = node.as_str();
    if !item && text.is_some_and(says_none) {
        return none_is_null(node, expected, cx);
    }
    let named = ["text", "ask", "question", "name", "title", "label"]
        .iter()
        .find_map(|name| shape.find(name));
    let mut value = text.unwrap_or_default().to_owned();
    let field = match text {
        Some(text) if shape.name == "channel" => {
            let (kind, rest) = channels::kind(text);
            value = rest.to_owned();
            shape.find(kind)
        }
        Some(text) => match (shape.find("date"), dates_in(text).as_slice()) {
            (Some(date), [only]) => {
                value = only.to_string();
                Some(date)
            }
            _ => named.or(shape.fields.first()),
        },
        None => named.or(shape.fields.first()),
    };
    let Some(field) = field else { return };
    let (id, en) = match cx.lang {
        Lang::Id => (field.id, field.id),
        Lang::En => (field.en, field.en),
    };
    let (id, en) = if item && text.is_some() && !value.contains(": ") {
        (
            format!("ketik: - {id}: {}", typed(&value)),
            format!("type: - {en}: {}", typed(&value)),
        )
    } else {
        let first = shape.fields.first().map_or("", |field| field.name(cx.lang));
        (
            format!("tulis kunci di bawahnya, misalnya: {first}: …"),
            format!("write its keys below it, for example: {first}: …"),
        )
    };
    cx.wrong_type(node, expected, (&id, &en));
}

/// A value as it is typed: numbers and dates need no quotes here, what means something to YAML does.
fn typed(value: &str) -> String {
    let is_number = |c: char| c.is_ascii_digit() || " -+().".contains(c);
    match value.starts_with(|c: char| c.is_ascii_digit()) && value.chars().all(is_number) {
        true => value.to_owned(),
        false => scalar(value),
    }
}

/// Whether a text says that there is nothing.
pub fn says_none(text: &str) -> bool {
    let said = text.trim().trim_end_matches('.').to_lowercase();
    let words = [
        "tidak ada",
        "tidak",
        "belum ada",
        "nihil",
        "kosong",
        "-",
        "--",
        "none",
        "no",
        "nothing",
        "n/a",
    ];
    words.contains(&said.as_str())
}

/// Nothing said in words, where that is written `null`.
fn none_is_null(node: &Node, expected: (&str, &str), cx: &mut Context<'_>) {
    let key = &cx.key;
    let id = format!("jika dinas belum mencantumkannya, ketik: {key}: null");
    let en = format!("if the agency has not stated it, type: {key}: null");
    cx.wrong_type(node, expected, (&id, &en));
}

/// A sentence where a list of requirements belongs.
pub fn no_requirements(node: &Node, cx: &mut Context<'_>) {
    if node.as_str().is_none() {
        return no_list(node, cx);
    }
    let key = cx.key.clone();
    let (id, en) = (
        format!(
            "tulis tiap butir di baris baru di bawah `{key}:`, diawali tanda `- `; jika memang tidak ada yang diminta, ketik: {key}: tidak ada; jika dinas belum mencantumkannya, ketik: {key}: null"
        ),
        format!(
            "write each item on its own line below `{key}:`, starting with `- `; if nothing is asked for, type: {key}: none; if the agency has not stated it, type: {key}: null"
        ),
    );
    cx.wrong_type(node, ("daftar", "a list"), (&id, &en));
}

/// Something else where a list belongs.
pub fn no_list(node: &Node, cx: &mut Context<'_>) {
    if node.as_str().is_some_and(says_none) {
        return none_is_null(node, ("daftar", "a list"), cx);
    }
    let key = cx.key.clone();
    let first = node.pairs().first();
    let (id, en) = match first.map(|pair| (&pair.key.text, pair.value.as_str())) {
        Some((name, value)) => {
            let value = value.unwrap_or_default();
            let typed = format!("- {name}: {value}");
            let typed = typed.trim_end();
            (
                format!(
                    "awali dengan `- `, ketik: {typed}; baris di bawahnya dua spasi lebih ke kanan"
                ),
                format!(
                    "start with `- `, type: {typed}; and indent the lines below by two blanks more"
                ),
            )
        }
        None => (
            format!("tulis tiap butir di baris baru di bawah `{key}:`, diawali tanda `- `"),
            format!("write each item on its own line below `{key}:`, starting with `- `"),
        ),
    };
    cx.wrong_type(node, ("daftar", "a list"), (&id, &en));
}

/// Something else where names and values belong.
pub fn no_names(node: &Node, cx: &mut Context<'_>) {
    let key = cx.key.clone();
    let (id, en) = match node.items().iter().find_map(Node::as_str) {
        Some(label) => {
            let name: String = as_key(label)
                .chars()
                .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
                .collect();
            let name = name.trim_matches('_');
            (
                format!("ganti tanda `- ` dengan nama pendek, misalnya: {name}: {label}"),
                format!("put a short name in place of `- `, for example: {name}: {label}"),
            )
        }
        None => (
            format!("tulis di bawah `{key}:` satu baris untuk tiap nama, misalnya: nama: nilai"),
            format!("write a line for each name below `{key}:`, for example: name: value"),
        ),
    };
    cx.wrong_type(node, ("nama dan nilai", "names and values"), (&id, &en));
}
