//! From text to a tree: every block that can be read is read, every one that cannot is reported once.

use super::broken::{Broken, explain};
use super::build::{Build, Builder};
use super::characters::block_starts;
use super::node::{Tree, Value};
use super::paste::{Mended, mend};
use super::slips::mend_colon;
use crate::diagnostic::Sink;
use crate::span::{FileId, Span};

/// How many unreadable blocks of one file are reported before the rest is given up.
const MAX_BLOCKS: usize = 20;

/// Reads the YAML text that starts at byte `base` of `file`. `None` only when nothing of it can be used.
pub fn read(file: FileId, base: usize, text: &str, sink: &mut Sink) -> Option<Tree> {
    if let Some(rest) = text.strip_prefix('\u{feff}') {
        return read(file, base + '\u{feff}'.len_utf8(), rest, sink);
    }
    let Mended {
        text: mut current,
        mut offsets,
        lines: indentation,
    } = mend(file, base, text, sink);
    let mut lost = Vec::new();
    for _ in 0..MAX_BLOCKS {
        let mut found = Sink::default();
        match Builder::new(&current, &offsets, &mut found).document() {
            Build::Done(tree) => {
                sink.append(found);
                let nothing = tree
                    .as_ref()
                    .is_none_or(|tree| tree.node.value == Value::Null);
                if nothing && lost.is_empty() {
                    sink.push(super::text::empty(Span::new(file, base, base)));
                    return None;
                }
                return tree.map(|tree| without_lost(tree, &lost));
            }
            Build::Broken(error) => {
                let mut work: Vec<char> = current.chars().collect();
                let index = error.marker().index().min(work.len());
                if let Some(finding) = mend_colon(&mut work, index, &mut offsets) {
                    sink.push(finding);
                    current = work.iter().collect();
                    continue;
                }
                let Broken { at, finding } = explain(&error, &work, &offsets);
                let blanked = blank_block(&mut work, at);
                // Where special blanks stood for ordinary ones, the mended line may not be what was meant.
                let of_mended = blanked.is_some_and(|block| indentation.within(&work, block));
                if !of_mended {
                    sink.push(finding);
                }
                lost.push(blanked?);
                current = work.iter().collect();
            }
        }
    }
    None
}

/// Blocks that were blanked leave nothing behind but, at times, an empty document.
fn without_lost(mut tree: Tree, lost: &[(usize, usize)]) -> Tree {
    if !lost.is_empty() {
        tree.whole = false;
        if tree.node.value == Value::Null {
            tree.node.value = Value::Map(Vec::new());
        }
    }
    tree
}

/// Blanks the block of unindented start around `index`, so that the rest can be read. `None` when there is none left.
fn blank_block(work: &mut [char], index: usize) -> Option<(usize, usize)> {
    let starts = block_starts(work);
    let at = starts.iter().rposition(|start| *start <= index)?;
    let end = starts.get(at + 1).copied().unwrap_or(work.len());
    let start = starts[at];
    let mut blanked = false;
    for c in &mut work[start..end] {
        if !matches!(c, '\n' | '\r' | ' ') {
            *c = ' ';
            blanked = true;
        }
    }
    blanked.then_some((start, end))
}
