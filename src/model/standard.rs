//! Values that follow an outside standard: colours, language tags, time zones.

use super::context::{Context, Decode};
use super::shape::Shape;
use crate::diagnostic::{Code, Diagnostic, say};
use crate::span::Span;
use crate::yaml::Node;

/// A colour as `#rrggbb`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Colour {
    /// Red, green and blue, 0 to 255.
    pub rgb: [u8; 3],
    /// Where it stands.
    pub span: Span,
}

impl Colour {
    /// The colour as CSS.
    pub fn css(&self) -> String {
        let [red, green, blue] = self.rgb;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The contrast ratio with another colour, 1 to 21, as WCAG 2.2 defines it.
    pub fn contrast(&self, other: &Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Relative luminance, WCAG 2.2.
    fn luminance(&self) -> f64 {
        let linear = self.rgb.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}

impl Decode for Colour {
    fn shape() -> Shape {
        Shape::Text
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let text = cx.scalar(node, ("warna", "a colour"))?;
        let part = |at: usize| {
            text.get(at..at + 2)
                .and_then(|hex| u8::from_str_radix(hex, 16).ok())
        };
        let long = text.len() == 7 && text.starts_with('#');
        if let (true, Some(red), Some(green), Some(blue)) = (long, part(1), part(3), part(5)) {
            return Some(Self {
                rgb: [red, green, blue],
                span: node.span,
            });
        }
        let key = &cx.key;
        cx.sink.push(
            Diagnostic::new(
                Code::K0217,
                node.span,
                say!("`{text}` bukan warna", "`{text}` is not a colour"),
            )
            .help(say!(
                "tulis tanda pagar dan enam angka heksadesimal di dalam tanda kutip: {key}: \"#0b5c8a\"",
                "write # and six hexadecimal digits, in quotes: {key}: \"#0b5c8a\""
            )),
        );
        None
    }
}

/// A language of the site as a BCP 47 tag: `id`, `en`, `jv`, `ban-ID`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LanguageTag {
    /// The tag.
    pub value: String,
    /// Where it stands.
    pub span: Span,
}

impl Decode for LanguageTag {
    fn shape() -> Shape {
        Shape::Text
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let text = cx.scalar(node, ("kode bahasa", "a language tag"))?;
        Some(Self {
            value: text.to_owned(),
            span: node.span,
        })
    }
}

/// A time zone of the IANA database: `Asia/Jakarta`, or its Indonesian name WIB, WITA, WIT.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimeZoneName {
    /// The name in the database.
    pub value: String,
    /// Where it stands.
    pub span: Span,
}

impl Decode for TimeZoneName {
    fn shape() -> Shape {
        Shape::Text
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let text = cx.scalar(node, ("zona waktu", "a time zone"))?;
        let name = match text {
            "WIB" => "Asia/Jakarta",
            "WITA" => "Asia/Makassar",
            "WIT" => "Asia/Jayapura",
            other => other,
        };
        if jiff::tz::db().get(name).is_ok() {
            return Some(Self {
                value: name.to_owned(),
                span: node.span,
            });
        }
        cx.sink.push(
            Diagnostic::new(
                Code::K0220,
                node.span,
                say!(
                    "zona waktu `{text}` tidak dikenal",
                    "unknown time zone `{text}`"
                ),
            )
            .help(say!(
                "ketik Asia/Jakarta (WIB), Asia/Makassar (WITA) atau Asia/Jayapura (WIT)",
                "type Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT)"
            )),
        );
        None
    }
}
