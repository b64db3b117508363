//! What a condition says, as written: names, comparisons, *and*, *or*, *not*, each with its place.

use std::fmt;

use crate::span::Span;

/// A condition and where it stands. Brackets are not kept; the tree says the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expr {
    /// What it says.
    pub kind: ExprKind,
    /// Where it stands.
    pub span: Span,
}

/// The forms a condition can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExprKind {
    /// A yes/no question or a fact by its name: `kawin`.
    Name(Name),
    /// A question compared with a value: `usia >= 17`.
    Compare {
        /// The question.
        name: Name,
        /// How it is compared.
        op: Op,
        /// With what.
        value: Value,
    },
    /// A question that has one of several values: `ktp_lama in [rusak, hilang]`.
    In {
        /// The question.
        name: Name,
        /// The values.
        values: Vec<Value>,
    },
    /// All of these hold.
    And(Vec<Expr>),
    /// At least one of these holds.
    Or(Vec<Expr>),
    /// This does not hold.
    Not(Box<Expr>),
}

/// A word that should name a question or a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name as written.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// What a question is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The value as written.
    pub kind: ValueKind,
    /// Where it stands, quotes included.
    pub span: Span,
}

/// The forms of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueKind {
    /// A whole number: `17`.
    Integer(i64),
    /// Words without quotes: an option's id, its label, `ya`, `tidak`, or `17 tahun`.
    Words(String),
    /// The same as an item of its own in a list of the file, where a comma parts nothing: `1,5`.
    Alone(String),
    /// A text in quotes: an option's label.
    Quoted(String),
}

/// How a question is compared with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Op {
    /// `=`, `adalah`
    Equal,
    /// `!=`, `bukan`
    NotEqual,
    /// `<`, `di bawah`
    Below,
    /// `<=`, `paling banyak`
    AtMost,
    /// `>`, `di atas`
    Above,
    /// `>=`, `paling sedikit`
    AtLeast,
}

impl Op {
    /// The sign: `=`, `!=`, `<`, `<=`, `>`, `>=`.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "!=",
            Self::Below => "<",
            Self::AtMost => "<=",
            Self::Above => ">",
            Self::AtLeast => ">=",
        }
    }
}

impl Name {
    /// A name at its place.
    pub fn new(text: impl Into<String>, span: Span) -> Self {
        Self {
            text: text.into(),
            span,
        }
    }
}

impl Value {
    /// A value written without quotes; digits make a number.
    pub fn plain(text: &str, span: Span) -> Self {
        let text = text.trim();
        let kind = text
            .parse()
            .ok()
            .filter(|_| !text.starts_with('+'))
            .map_or_else(|| ValueKind::Words(text.to_owned()), ValueKind::Integer);
        Self { kind, span }
    }

    /// The same as an item of its own in a list of the file.
    pub fn alone(text: &str, span: Span) -> Self {
        let plain = Self::plain(text, span);
        match plain.kind {
            ValueKind::Words(text) => Self {
                kind: ValueKind::Alone(text),
                span,
            },
            _ => plain,
        }
    }

    /// A value written in quotes: always a text.
    pub fn quoted(text: impl Into<String>, span: Span) -> Self {
        Self {
            kind: ValueKind::Quoted(text.into()),
            span,
        }
    }
}

impl Expr {
    /// A yes/no question or a fact.
    pub fn name(name: Name) -> Self {
        let span = name.span;
        Self {
            kind: ExprKind::Name(name),
            span,
        }
    }

    /// A question compared with a value.
    pub fn compare(name: Name, op: Op, value: Value) -> Self {
        let span = name.span.to(value.span);
        Self {
            kind: ExprKind::Compare { name, op, value },
            span,
        }
    }

    /// A question that has one of several values; an entry `ktp_lama: [rusak, hilang]` of a mapping.
    pub fn one_of(name: Name, values: Vec<Value>) -> Self {
        let span = values
            .iter()
            .fold(name.span, |span, value| span.to(value.span));
        Self {
            kind: ExprKind::In { name, values },
            span,
        }
    }

    /// All of several conditions; the entries of a mapping. One alone stays itself.
    pub fn all(mut parts: Vec<Expr>, span: Span) -> Self {
        match parts.pop() {
            Some(only) if parts.is_empty() => only,
            last => {
                parts.extend(last);
                Self {
                    kind: ExprKind::And(parts),
                    span,
                }
            }
        }
    }

    /// At least one of several conditions; a list of mappings. One alone stays itself.
    pub fn any(mut parts: Vec<Expr>, span: Span) -> Self {
        match parts.pop() {
            Some(only) if parts.is_empty() => only,
            last => {
                parts.extend(last);
                Self {
                    kind: ExprKind::Or(parts),
                    span,
                }
            }
        }
    }

    /// The opposite of a condition.
    pub fn negated(part: Expr, span: Span) -> Self {
        Self {
            kind: ExprKind::Not(Box::new(part)),
            span,
        }
    }

    /// Every name of the condition, in the order written.
    pub fn names(&self) -> Vec<&Name> {
        let mut found = Vec::new();
        self.collect_names(&mut found);
        found
    }

    fn collect_names<'a>(&'a self, found: &mut Vec<&'a Name>) {
        match &self.kind {
            ExprKind::Name(name) | ExprKind::Compare { name, .. } | ExprKind::In { name, .. } => {
                found.push(name)
            }
            ExprKind::And(parts) | ExprKind::Or(parts) => {
                for part in parts {
                    part.collect_names(found);
                }
            }
            ExprKind::Not(part) => part.collect_names(found),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ValueKind::Integer(number) => write!(f, "{number}"),
            ValueKind::Words(words) | ValueKind::Alone(words) => f.write_str(words),
            ValueKind::Quoted(text) => write!(f, "\"{text}\""),
        }
    }
}

/// The condition in the language's own signs, with every bracket it needs.
impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ExprKind::Name(name) => f.write_str(&name.text),
            ExprKind::Compare { name, op, value } => {
                write!(f, "{} {} {value}", name.text, op.sign())
            }
            ExprKind::In { name, values } => {
                let values: Vec<String> = values.iter().map(ToString::to_string).collect();
                write!(f, "{} in [{}]", name.text, values.join(", "))
            }
            ExprKind::And(parts) => f.write_str(&joined(parts, " and ")),
            ExprKind::Or(parts) => f.write_str(&joined(parts, " or ")),
            ExprKind::Not(part) => write!(f, "not {}", bracketed(part)),
        }
    }
}

fn joined(parts: &[Expr], word: &str) -> String {
    let parts: Vec<String> = parts.iter().map(bracketed).collect();
    parts.join(word)
}

/// An operand, in brackets where it is itself an *and* or an *or*.
fn bracketed(part: &Expr) -> String {
    match part.kind {
        ExprKind::And(_) | ExprKind::Or(_) => format!("({part})"),
        _ => part.to_string(),
    }
}
