//! A way through a tree by its declared shape.

use super::files::Form;
use crate::model::shape::{Field, RecordShape, Shape};
use crate::yaml::{Node, Pair, Value};

/// The keys of a stamp, and of the text beside it, in English and Indonesian.
pub(super) const STAMP: [[&str; 2]; 2] = [["of", "dari"], ["text", "bunyi"]];

/// What is told of a tree on the way through it.
pub(super) trait Visit<'n> {
    /// A mapping with declared keys.
    fn record(&mut self, _node: &'n Node, _shape: &'static RecordShape) {}

    /// A text beside its stamp, in a translation.
    fn stamped(&mut self, _pairs: &'n [Pair]) {}

    /// A scalar, what it should be, and the key under which it stands.
    fn scalar(&mut self, node: &'n Node, shape: &Shape, under: Option<At>);
}

/// A key of a record.
#[derive(Debug, Clone, Copy)]
pub(super) struct At {
    /// The record.
    pub(super) record: &'static RecordShape,
    /// Its key.
    pub(super) field: &'static Field,
}

/// Tells a visitor of everything in a tree that fits the shape, from top to bottom. What does not fit is passed over.
pub(super) fn walk<'n>(node: &'n Node, shape: &Shape, form: Form, visit: &mut dyn Visit<'n>) {
    Walk { form, visit }.value(node, shape, None);
}

struct Walk<'v, 'n> {
    form: Form,
    visit: &'v mut dyn Visit<'n>,
}

impl<'n> Walk<'_, 'n> {
    fn value(&mut self, node: &'n Node, shape: &Shape, under: Option<At>) {
        match (&node.value, shape) {
            (Value::Null, _) => {}
            (Value::Scalar(_), Shape::Record(record)) => {
                if let Some(short) = record.short {
                    self.value(node, &short(), under);
                }
            }
            (Value::Scalar(_), shape) => self.visit.scalar(node, shape, under),
            (value, Shape::Any(shapes)) => {
                if let Some(shape) = shapes.iter().find(|shape| self.fits(value, shape)) {
                    self.value(node, shape, under);
                }
            }
            (Value::List(items), Shape::List(item)) => {
                items.iter().for_each(|node| self.value(node, item, under));
            }
            (Value::List(items), Shape::Lines) => {
                let text = &Shape::Text;
                items.iter().for_each(|node| self.value(node, text, under));
            }
            (Value::Map(pairs), Shape::Record(record)) => self.record(node, pairs, record),
            (Value::Map(pairs), Shape::Named(item)) => self.named(pairs, item, under),
            (Value::Map(pairs), Shape::List(item)) if self.form == Form::Translation => {
                self.named(pairs, item, under);
            }
            (Value::Map(pairs), shape) if self.form == Form::Translation => {
                self.stamped(pairs, shape, under);
            }
            _ => {}
        }
    }

    fn fits(&self, value: &Value, shape: &Shape) -> bool {
        match (value, shape) {
            (Value::List(_), Shape::List(_) | Shape::Lines) => true,
            (Value::Map(_), Shape::Record(_) | Shape::Named(_)) => true,
            (Value::Map(_), Shape::List(_)) => self.form == Form::Translation,
            _ => false,
        }
    }

    fn record(&mut self, node: &'n Node, pairs: &'n [Pair], record: &'static RecordShape) {
        let is_stamped = self.form == Form::Translation && is_stamped(pairs);
        // In place of a record may stand the words of its short form.
        if is_stamped && record.find("text").is_none() {
            return self.stamped(pairs, &Shape::Text, None);
        }
        self.visit.record(node, record);
        for pair in pairs {
            if let Some(field) = record.find(&pair.key.text) {
                let at = At { record, field };
                self.value(&pair.value, &(field.shape)(), Some(at));
            }
        }
    }

    fn named(&mut self, pairs: &'n [Pair], item: &Shape, under: Option<At>) {
        for pair in pairs {
            self.value(&pair.value, item, under);
        }
    }

    fn stamped(&mut self, pairs: &'n [Pair], shape: &Shape, under: Option<At>) {
        self.visit.stamped(pairs);
        for pair in pairs
            .iter()
            .filter(|pair| !STAMP[0].contains(&&*pair.key.text))
        {
            if let Value::Scalar(_) = pair.value.value {
                self.visit.scalar(&pair.value, shape, under);
            }
        }
    }
}

/// Whether a mapping is a text beside its stamp.
fn is_stamped(pairs: &[Pair]) -> bool {
    let known = |pair: &Pair| STAMP.iter().flatten().any(|key| *key == pair.key.text);
    !pairs.is_empty() && pairs.iter().all(known)
}
