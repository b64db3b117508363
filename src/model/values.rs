//! The simple values: texts, names, numbers, dates, times, addresses.

use super::context::{Context, Decode, yes_or_no};
use super::mistakes::{no_date, sentence_cut};
use super::personal;
use super::shape::Shape;
use super::text::Text;
use super::weekly::{self, SaidHours};
use crate::diagnostic::{Code, Diagnostic, Lang, Message, say};
use crate::span::Span;
use crate::yaml::{Key, Node, Value};

/// A name by which other places refer: letters, digits, `_`, `-`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Id {
    /// The name.
    pub value: String,
    /// Where it stands.
    pub span: Span,
}

/// Text in Markdown without raw HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Markdown(pub Text);

/// A calendar date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Date {
    /// The date.
    pub value: jiff::civil::Date,
    /// Where it stands.
    pub span: Span,
}

/// A time of day, kept as `HH:MM`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimeOfDay {
    /// Minutes since midnight.
    pub minutes: u16,
    /// Where it stands.
    pub span: Span,
}

/// A web, mail or telephone address with a safe scheme.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Url {
    /// The address.
    pub value: String,
    /// Where it stands.
    pub span: Span,
}

/// A file below `static/`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FilePath {
    /// The path from the site's folder: `static/…`.
    pub value: String,
    /// Where it stands.
    pub span: Span,
}

impl Decode for Text {
    fn shape() -> Shape {
        Shape::Text
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        if let (true, [only]) = (cx.item, node.pairs())
            && matches!(only.value.value, Value::Scalar(_) | Value::Null)
        {
            cx.sink
                .push(sentence_cut(&only.key, &only.value, true, None));
            return None;
        }
        cx.scalar(node, ("teks", "a text"))?;
        let text = Self::of(node)?;
        if text.value.trim().is_empty() {
            cx.sink.push(empty_text(&cx.key, node.span));
            return None;
        }
        personal::report(&text, cx);
        Some(text)
    }
}

fn empty_text(key: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0209,
        span,
        say!("teks `{key}` kosong", "the text of `{key}` is empty"),
    )
    .help(say!(
        "isi teksnya; jika dinas belum mencantumkannya, ketik: {key}: null",
        "write the text; if the agency has not stated it, type: {key}: null"
    ))
}

impl Id {
    /// The name a key gives; reported when it is none.
    pub fn from_key(key: &Key, cx: &mut Context<'_>) -> Option<Self> {
        Self::from_text(&key.text, key.span, cx)
    }

    fn from_text(text: &str, span: Span, cx: &mut Context<'_>) -> Option<Self> {
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        let starts = text
            .chars()
            .next()
            .is_some_and(|c| c.is_ascii_alphanumeric());
        if starts && text.chars().all(fits) {
            return Some(Self {
                value: text.to_owned(),
                span,
            });
        }
        let mend: String = text
            .to_lowercase()
            .chars()
            .map(|c| if fits(c) { c } else { '_' })
            .collect();
        let mend = mend.trim_matches('_').to_owned();
        cx.sink.push(
            Diagnostic::new(
                Code::K0210,
                span,
                say!("`{text}` bukan id yang benar", "`{text}` is not a valid id"),
            )
            .label(say!(
                "hanya huruf a-z, angka, `_` dan `-`",
                "only letters a-z, digits, `_` and `-`"
            ))
            .help(say!("ketik: {mend}", "type: {mend}")),
        );
        None
    }
}

impl Decode for Id {
    fn shape() -> Shape {
        Shape::Id
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let text = cx.scalar(node, ("nama pendek", "a short name"))?;
        Self::from_text(text, node.span, cx)
    }
}

impl Decode for bool {
    fn shape() -> Shape {
        Shape::Boolean
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let text = cx.scalar(node, ("ya atau tidak", "yes or no"))?;
        let read = yes_or_no(text);
        if read.is_none() {
            let key = &cx.key;
            cx.sink.push(
                Diagnostic::new(
                    Code::K0206,
                    node.span,
                    say!(
                        "`{text}` bukan ya atau tidak",
                        "`{text}` is neither yes nor no"
                    ),
                )
                .help(say!(
                    "ketik: {key}: ya, atau {key}: tidak",
                    "type: {key}: true, or {key}: false"
                )),
            );
        }
        read
    }
}

impl Decode for Date {
    fn shape() -> Shape {
        Shape::Date
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let text = cx.scalar(node, ("tanggal", "a date"))?;
        let iso = text.len() == 10 && text.as_bytes()[4] == b'-';
        if let (true, Ok(value)) = (iso, text.parse()) {
            return Some(Self {
                value,
                span: node.span,
            });
        }
        cx.sink.push(no_date(text, node.span));
        None
    }
}

impl Decode for TimeOfDay {
    fn shape() -> Shape {
        Shape::Time
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let text = cx.scalar(node, ("jam", "a time of day"))?;
        let parsed = weekly::minutes(text);
        if parsed.is_none() {
            let finding = Diagnostic::new(
                Code::K0212,
                node.span,
                say!("`{text}` bukan jam", "`{text}` is not a time of day"),
            );
            cx.sink.push(finding.help(typed_time(text, cx)));
        }
        parsed.map(|minutes| Self {
            minutes,
            span: node.span,
        })
    }
}

/// The lines to type for what a text says about times, if that is certain.
fn typed_time(text: &str, cx: &Context<'_>) -> Message {
    let hours = weekly::read(text).map_or(SaidHours::Nothing, |said| said.hours);
    let key = &cx.key;
    if let SaidHours::At(at) = hours {
        let time = weekly::typed(at);
        return say!("ketik: {key}: {time}", "type: {key}: {time}");
    }
    let (id, en) = (
        weekly::lines(hours, Lang::Id),
        weekly::lines(hours, cx.lang),
    );
    match (id.as_slice(), en.as_slice()) {
        ([id], [en]) if !matches!(hours, SaidHours::Closed) => {
            say!("ketik: {id}", "type: {en}")
        }
        ([id, below_id], [en, below_en]) => say!(
            "ketik: {id}, lalu di bawahnya {below_id}",
            "type: {en}, and below it {below_en}"
        ),
        _ => say!(
            "tulis jam dan menit dengan angka, misalnya: \"08:30\"",
            "write hours and minutes in digits, for example: \"08:30\""
        ),
    }
}

impl Decode for Url {
    fn shape() -> Shape {
        Shape::Url
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let text = cx.scalar(node, ("alamat situs", "a web address"))?.trim();
        match unsafe_url(text) {
            None => Some(Self {
                value: text.to_owned(),
                span: node.span,
            }),
            Some(why) => {
                cx.sink
                    .push(Diagnostic::new(Code::K0207, node.span, why).help(say!(
                        "tulis alamat lengkap, misalnya: https://dukcapil.contoh.example",
                        "write the full address, for example: https://dukcapil.contoh.example"
                    )));
                None
            }
        }
    }
}

/// Why `text` may not be a link of a page: its scheme is not http, https, mailto or tel, or it is malformed.
pub fn unsafe_url(text: &str) -> Option<Message> {
    let Some((scheme, rest)) = text.split_once(':') else {
        return Some(say!(
            "`{text}` bukan alamat situs yang lengkap",
            "`{text}` is not a full web address"
        ));
    };
    let broken = rest
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\'));
    let fits = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest
            .strip_prefix("//")
            .is_some_and(|host| !host.is_empty() && !host.starts_with(['/', '?', '#', ':', '.'])),
        "mailto" => rest.contains('@'),
        "tel" => rest.chars().any(|c| c.is_ascii_digit()),
        _ => {
            return Some(say!(
                "alamat dengan `{scheme}:` tidak boleh; hanya http, https, mailto dan tel",
                "an address with `{scheme}:` is not allowed; only http, https, mailto and tel"
            ));
        }
    };
    (!fits || broken).then(|| {
        say!(
            "`{text}` bukan alamat situs yang benar",
            "`{text}` is not a valid web address"
        )
    })
}

impl Decode for FilePath {
    fn shape() -> Shape {
        Shape::FilePath
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let text = cx.scalar(node, ("nama berkas", "the path of a file"))?;
        let parts: Vec<&str> = text.split('/').collect();
        let inside = parts.len() > 1
            && parts[0] == "static"
            && parts.iter().all(|part| !matches!(*part, "" | "." | ".."))
            && !text.contains(['\\', ':']);
        if inside {
            return Some(Self {
                value: text.to_owned(),
                span: node.span,
            });
        }
        let key = &cx.key;
        let name = parts.last().copied().unwrap_or_default();
        cx.sink.push(
            Diagnostic::new(
                Code::K0223,
                node.span,
                say!(
                    "`{text}` tidak menunjuk ke berkas di dalam `static/`",
                    "`{text}` does not point to a file inside `static/`"
                ),
            )
            .help(say!(
                "taruh berkasnya di folder `static`, lalu ketik: {key}: static/{name}",
                "put the file in the folder `static`, then type: {key}: static/{name}"
            )),
        );
        None
    }
}

impl Decode for Markdown {
    fn shape() -> Shape {
        Shape::Markdown
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        Text::decode(node, cx).map(Markdown)
    }
}

/// A condition as it was written: an expression or a mapping; read by [`crate::rule`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition(pub Node);

impl Condition {
    /// Where it stands.
    pub fn span(&self) -> Span {
        self.0.span
    }
}

impl Decode for Condition {
    fn shape() -> Shape {
        Shape::Condition
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        if let Value::List(_) = node.value {
            let key = cx.key.clone();
            let (id, en) = (
                format!("tulis syaratnya di satu baris, misalnya: {key}: usia >= 17"),
                format!("write the condition on one line, for example: {key}: usia >= 17"),
            );
            cx.wrong_type(node, ("satu syarat", "one condition"), (&id, &en));
            return None;
        }
        Some(Self(node.clone()))
    }
}
