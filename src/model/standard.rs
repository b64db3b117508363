//! Values that follow an outside standard: language tags, time zones.

use super::context::{Context, Decode};
use super::encode::{Encode, Encoder};
use super::shape::Shape;
use crate::diagnostic::{Code, Diagnostic, say};
use crate::span::Span;
use crate::yaml::Node;

/// A language of the site as a BCP 47 tag: `id`, `en`, `jv`, `ban-ID`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LanguageTag {
    /// The tag.
    pub value: String,
    /// Where it stands.
    pub span: Span,
}

impl Encode for LanguageTag {
    fn encode(&self, _: &mut Encoder<'_>) -> Option<serde_json::Value> {
        Some(self.value.as_str().into())
    }
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

impl Encode for TimeZoneName {
    fn encode(&self, _: &mut Encoder<'_>) -> Option<serde_json::Value> {
        Some(self.value.as_str().into())
    }
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
