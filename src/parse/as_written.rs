//! What only the tree of a service's file shows, and its record no longer knows.

mod numbered;
mod silent;
mod template;

use crate::diagnostic::Sink;
use crate::yaml::{Node, Value};

/// Reports what stands in a service's file but was not meant to be published as it is.
pub(super) fn check(node: &Node, sink: &mut Sink) {
    if !is_draft(node) {
        template::check(node, sink);
    }
    silent::check(node, sink);
    numbered::check(node, sink);
}

/// Reports values of the templates, on a site that is no example.
pub(super) fn check_values(node: &Node, sink: &mut Sink) {
    if !is_draft(node) {
        template::check_values(node, sink);
    }
}

/// Reports the same of a translation of `original`.
pub(super) fn check_translation(original: &Node, translation: &Node, sink: &mut Sink) {
    if !is_draft(original) {
        template::check(translation, sink);
    }
}

fn is_draft(node: &Node) -> bool {
    let status = node.get("status").and_then(Node::as_str);
    status.is_some_and(|status| matches!(status, "draft" | "rancangan"))
}

/// Every scalar of a tree, in the order written.
fn scalars<'n>(node: &'n Node, found: &mut Vec<&'n Node>) {
    match &node.value {
        Value::Scalar(_) => found.push(node),
        Value::List(items) => items.iter().for_each(|item| scalars(item, found)),
        Value::Map(pairs) => pairs.iter().for_each(|pair| scalars(&pair.value, found)),
        Value::Null => {}
    }
}
