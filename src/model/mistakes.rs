//! What is said about keys, fixed values and dates that are none, and which of the known ones were meant.

use super::context::Context;
use super::shape::{Choice, Field, RecordShape};
use crate::diagnostic::{Code, Diagnostic, Lang, say};
use crate::similar::nearest;
use crate::span::Span;
use crate::yaml::{Key, Node, Pair, Value};

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

/// Words that people type for a key, and the keys they may mean, in English; the first that a record has is taken.
const SYNONYMS: &[(&[&str], &[&str])] = &[
    (
        &["tarif", "harga", "ongkos", "retribusi", "fee", "price"],
        &["cost", "amount"],
    ),
    (&["deskripsi", "description"], &["summary", "note"]),
    (&["keterangan", "ket", "remark", "remarks"], &["note"]),
    (&["teks", "isi", "kalimat", "uraian"], &["text", "say"]),
    (&["nama", "name"], &["title", "text", "label"]),
    (&["wa"], &["whatsapp"]),
    (
        &["hp", "telp", "tlp", "telpon", "no_telp", "nomor_telepon"],
        &["phone"],
    ),
    (&["surel", "mail", "e-mail"], &["email"]),
    (&["website", "situs", "laman"], &["web", "url"]),
    (&["ig"], &["instagram"]),
    (&["fb"], &["facebook"]),
    (&["twitter"], &["x"]),
    (&["alur", "langkah", "mekanisme"], &["procedure", "steps"]),
    (&["syarat"], &["requirements", "must"]),
    (&["durasi", "jangka_waktu", "lama"], &["time", "duration"]),
    (&["tipe", "macam"], &["type"]),
    (&["opsi", "options"], &["choices"]),
    (&["pertanyaan"], &["ask", "question"]),
    (&["bila", "kalau", "kondisi", "if"], &["when"]),
    (&["minimal", "minimum"], &["min"]),
    (&["maksimal", "maksimum"], &["max"]),
    (&["dasar", "peraturan"], &["legal_basis", "regulation"]),
    (&["dokumen", "lampirkan", "file"], &["file", "document"]),
    (&["tgl"], &["date"]),
];

/// Words that people type for a fixed value, and the value in English.
const VALUES: &[(&[&str], &str)] = &[
    (&["ditolak", "tolak", "rejected"], "not_eligible"),
    (&["diterima", "disetujui", "lolos", "accepted"], "eligible"),
    (&["draf", "konsep"], "draft"),
    (&["surat", "berkas"], "document"),
    (&["fotocopy", "foto_copy", "photocopy", "salinan"], "copy"),
    (&["warga", "pribadi"], "perorangan"),
    (&["tatap_muka", "luring", "offline"], "counter"),
    (&["jum'at"], "fri"),
];

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
        cx.sink.push(wrong_form(key, field, value, item && at == 0));
        return Unknown::Means(field);
    }
    let alike = SYNONYMS
        .iter()
        .find(|(words, _)| words.contains(&joined.as_str()))
        .and_then(|(_, fields)| fields.iter().find_map(|name| shape.find(name)))
        .filter(|_| !(sentence && capital));
    let near = near_field(written, shape).filter(|_| !(sentence && capital));
    let blank = written.contains(char::is_whitespace);
    if alike.is_none() && (blank || (sentence && near.is_none())) {
        let first = item && at == 0;
        let below = first && (pairs.len() > 1);
        let own = shape
            .find("text")
            .filter(|_| below && shape.short.is_some());
        let own = own.map(|field| field.name(cx.lang));
        cx.sink.push(sentence_cut(key, value, first, own));
        return Unknown::Sentence;
    }
    cx.sink.push(no_key(key, alike.or(near), shape, cx.lang));
    match (alike, near) {
        (Some(field), _) => Unknown::Means(field),
        (None, Some(field)) => Unknown::Near(field),
        (None, None) => Unknown::Nothing,
    }
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
        Value::Scalar(scalar) => format!(" {}", scalar.text.replace('"', "\\\"")),
        Value::Null => String::new(),
        _ => " …".to_owned(),
    };
    let dash = if item { "- " } else { "" };
    let own = own.map_or(String::new(), |own| format!("{own}: "));
    let quoted = name.replace('"', "\\\"");
    let typed = format!("{dash}{own}\"{quoted}:{rest}\"");
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
    let text = node.as_str();
    let named = ["text", "ask", "question", "name", "title", "label"]
        .iter()
        .find_map(|name| shape.find(name));
    let field = match text {
        Some(text) if shape.name == "channel" => shape.find(channel_kind(text)),
        _ => named.or(shape.fields.first()),
    };
    let Some(field) = field else { return };
    let (id, en) = match cx.lang {
        Lang::Id => (field.id, field.id),
        Lang::En => (field.en, field.en),
    };
    let (id, en) = match text.filter(|text| item && !text.contains(": ")) {
        Some(text) => (
            format!("ketik: - {id}: {text}"),
            format!("type: - {en}: {text}"),
        ),
        None => {
            let first = shape.fields.first().map_or("", |field| field.name(cx.lang));
            (
                format!("tulis kunci di bawahnya, misalnya: {first}: …"),
                format!("write its keys below it, for example: {first}: …"),
            )
        }
    };
    cx.wrong_type(node, ("kunci dan nilai", "keys and values"), (&id, &en));
}

/// The kind of channel that a text without a key names.
fn channel_kind(text: &str) -> &'static str {
    let lower = text.to_lowercase();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if lower.contains("loket") || lower.contains("counter") {
        "counter"
    } else if lower.contains("kotak saran") {
        "box"
    } else if lower.contains("lapor") {
        "lapor"
    } else if lower.contains('@') && lower.contains('.') {
        "email"
    } else if lower.starts_with("http") || lower.starts_with("www.") {
        "web"
    } else if digits > 4 && !lower.contains(char::is_alphabetic) {
        "phone"
    } else {
        "other"
    }
}

/// A sentence where a list of requirements belongs.
pub fn no_requirements(node: &Node, cx: &mut Context<'_>) {
    if node.as_str().is_none() {
        return no_list(node, cx);
    }
    let key = cx.key.clone();
    let (id, en) = (
        format!(
            "tulis tiap butir di baris baru di bawah `{key}:`, diawali tanda `- `; jika memang tidak ada, ketik: {key}: tidak ada"
        ),
        format!(
            "write each item on its own line below `{key}:`, starting with `- `; if there are none, type: {key}: none"
        ),
    );
    cx.wrong_type(node, ("daftar", "a list"), (&id, &en));
}

/// Something else where a list belongs.
pub fn no_list(node: &Node, cx: &mut Context<'_>) {
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

/// The months as people write them, Indonesian and English; the first three letters are enough.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "peb"],
    &["mar"],
    &["apr"],
    &["mei", "may"],
    &["jun"],
    &["jul"],
    &["agu", "ags", "aug"],
    &["sep"],
    &["okt", "oct"],
    &["nov", "nop"],
    &["des", "dec"],
];

/// A text that is no date, and how the date in it is typed.
pub fn no_date(text: &str, span: Span) -> Diagnostic {
    let order = say!(
        "tanggal ditulis tahun-bulan-tanggal, bukan `{text}`",
        "a date is written year-month-day, not `{text}`"
    );
    let (message, help) = match dates_in(text).as_slice() {
        [only] => (order, say!("ketik: {only}", "type: {only}")),
        [first, second] => (
            order,
            say!(
                "maksudnya {first} atau {second}?",
                "does it mean {first} or {second}?"
            ),
        ),
        _ => (
            say!(
                "`{text}` tidak ada di kalender",
                "`{text}` is not a date in the calendar"
            ),
            say!(
                "tulis tahun-bulan-tanggal, misalnya: 2026-01-31",
                "write year-month-day, for example: 2026-01-31"
            ),
        ),
    };
    Diagnostic::new(Code::K0204, span, message).help(help)
}

/// The dates that a text may mean: `1 Februari 2026`, `February 1, 2026`, `02/01/2026`, `2026/2/1`.
fn dates_in(text: &str) -> Vec<jiff::civil::Date> {
    let parts: Vec<String> = text
        .split(|c: char| c.is_whitespace() || "/.,-".contains(c))
        .filter(|part| !part.is_empty())
        .map(str::to_lowercase)
        .collect();
    let [first, second, third] = parts.as_slice() else {
        return Vec::new();
    };
    let month = |word: &str| {
        let at = MONTHS
            .iter()
            .position(|names| names.iter().any(|name| word.starts_with(name)));
        at.filter(|_| word.chars().all(char::is_alphabetic))
            .and_then(|at| i16::try_from(at + 1).ok())
    };
    let number = |word: &str| word.parse::<i16>().ok().filter(|number| *number > 0);
    let date = |year: Option<i16>, month: Option<i16>, day: Option<i16>| {
        let year = year.filter(|year| (1900..=2200).contains(year))?;
        let (month, day) = (i8::try_from(month?).ok()?, i8::try_from(day?).ok()?);
        jiff::civil::Date::new(year, month, day).ok()
    };
    let readings = if let Some(named) = month(second) {
        vec![date(number(third), Some(named), number(first))]
    } else if let Some(named) = month(first) {
        vec![date(number(third), Some(named), number(second))]
    } else if first.len() == 4 {
        vec![date(number(first), number(second), number(third))]
    } else {
        vec![
            date(number(third), number(second), number(first)),
            date(number(third), number(first), number(second)),
        ]
    };
    let mut found: Vec<_> = readings.into_iter().flatten().collect();
    found.dedup();
    found
}
