//! A file of content as a tree in which some texts are marked, and the YAML that says it.

use std::collections::BTreeMap;

/// What stands at a place of a file.
#[derive(Debug, Clone)]
pub enum Tree {
    /// A text that is looked for, by its index among the marks.
    Marked(usize),
    /// A value as YAML writes it in one line.
    Fixed(String),
    /// A list.
    List(Vec<Tree>),
    /// Keys and their values.
    Map(Vec<(String, Tree)>),
}

/// Where a part of a tree was written.
#[derive(Debug, Clone)]
pub struct Written {
    /// The way to it: indices of items and pairs.
    pub way: Vec<usize>,
    /// Its lines, from 1.
    pub lines: (usize, usize),
    /// The mark, where it is one.
    pub mark: Option<usize>,
    /// Whether it is an item of a list.
    pub item: bool,
}

/// Writes trees as YAML in block style, each scalar on a line of its own.
#[derive(Debug, Default)]
pub struct Writer {
    /// The lines so far.
    pub lines: Vec<String>,
    /// The parts, each after those it holds.
    pub parts: Vec<Written>,
}

impl Writer {
    /// Writes a whole file; `text` gives the words of a mark.
    pub fn file(tree: &Tree, text: &BTreeMap<usize, String>) -> Self {
        let mut writer = Self::default();
        writer.children(tree, &mut Vec::new(), text);
        writer
    }

    fn children(&mut self, tree: &Tree, way: &mut Vec<usize>, text: &BTreeMap<usize, String>) {
        let indent = "  ".repeat(way.len());
        match tree {
            Tree::Map(pairs) => {
                for (at, (key, value)) in pairs.iter().enumerate() {
                    self.child(&format!("{indent}{key}:"), value, (at, false), way, text);
                }
            }
            Tree::List(items) => {
                for (at, value) in items.iter().enumerate() {
                    self.child(&format!("{indent}-"), value, (at, true), way, text);
                }
            }
            Tree::Marked(_) | Tree::Fixed(_) => {}
        }
    }

    fn child(
        &mut self,
        before: &str,
        value: &Tree,
        (at, item): (usize, bool),
        way: &mut Vec<usize>,
        text: &BTreeMap<usize, String>,
    ) {
        way.push(at);
        let first = self.lines.len() + 1;
        let mut mark = None;
        match value {
            Tree::Marked(index) => {
                mark = Some(*index);
                let quoted = serde_json::Value::from(text[index].as_str());
                self.lines.push(format!("{before} {quoted}"));
            }
            Tree::Fixed(value) => self.lines.push(format!("{before} {value}")),
            Tree::List(items) if items.is_empty() => self.lines.push(format!("{before} []")),
            _ => {
                self.lines.push(before.to_owned());
                self.children(value, way, text);
            }
        }
        self.parts.push(Written {
            way: way.clone(),
            lines: (first, self.lines.len()),
            mark,
            item,
        });
        way.pop();
    }
}

/// Takes the part at the end of a way out of a tree.
pub fn remove(tree: &mut Tree, way: &[usize]) {
    let [first, rest @ ..] = way else { return };
    match (tree, rest) {
        (Tree::Map(pairs), []) => drop(pairs.remove(*first)),
        (Tree::List(items), []) => drop(items.remove(*first)),
        (Tree::Map(pairs), rest) => remove(&mut pairs[*first].1, rest),
        (Tree::List(items), rest) => remove(&mut items[*first], rest),
        _ => {}
    }
}
