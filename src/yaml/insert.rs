//! Adding items to a list of a mapping by place: what is written stays as it is, comments included.

use super::change::Change;
use super::node::{Node, Pair, Value};
use super::place::{end_of, end_of_value, is_flow, is_on_a_line, line_end, line_start};

/// Where in its list an item goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Before the first.
    First,
    /// Behind the last.
    Last,
}

/// Further items for the list below a key of a mapping that stands at the file's margin. The list is the one below any of
/// `keys`; else a new one below the first of them, behind the last key of `before`. An item is its lines, the first without
/// its dash. `None` where the list is written in brackets that have no room for them.
pub fn insertion(
    text: &str,
    root: &Node,
    (keys, before): (&[&str], &[&str]),
    items: &[Vec<String>],
    side: Side,
) -> Option<Change> {
    let end_of_line = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let lines = |indent: usize| lines_of(items, indent, end_of_line);
    let is_meant = |pair: &&Pair| keys.contains(&pair.key.text.as_str());
    let (from, new, to) = match root.pairs().iter().find(is_meant) {
        None => {
            let key = keys.first()?;
            let new = format!("{key}:{end_of_line}{}", lines(2));
            let at = behind(text, root, before)?;
            (at, new, at)
        }
        Some(pair) => match &pair.value.value {
            Value::List(list) if !list.is_empty() => {
                let first = list.first()?.span.start as usize;
                let Some(indent) = column_of_dash(text, first) else {
                    return in_brackets(text, &pair.value, list, items, side);
                };
                let at = match side {
                    Side::First => line_start(text, first),
                    Side::Last => {
                        let last = list.last().and_then(|last| end_of_value(text, last));
                        after_line(text, last.unwrap_or(first))
                    }
                };
                (at, lines(indent), at)
            }
            Value::List(_) | Value::Null => of_nothing(text, pair, &lines(2), end_of_line)?,
            _ => return None,
        },
    };
    let open = from == to && from > 0 && !text[..from].ends_with('\n');
    let joint = if open { end_of_line } else { "" };
    let text = format!("{joint}{new}");
    Some(Change { from, to, text })
}

/// Items as lines of a file.
fn lines_of(items: &[Vec<String>], indent: usize, end_of_line: &str) -> String {
    let pad = " ".repeat(indent);
    let lines = items.iter().flat_map(|lines| {
        lines.iter().enumerate().map(|(at, line)| {
            let start = if at == 0 { "- " } else { "  " };
            format!("{pad}{start}{line}{end_of_line}")
        })
    });
    lines.collect()
}

/// Items of one line each in a list in brackets.
fn in_brackets(
    text: &str,
    node: &Node,
    list: &[Node],
    items: &[Vec<String>],
    side: Side,
) -> Option<Change> {
    let short: Option<Vec<&str>> = items
        .iter()
        .map(|lines| match lines.as_slice() {
            [only] if !only.contains(": ") => Some(only.as_str()),
            _ => None,
        })
        .collect();
    let all = short.filter(|_| is_flow(text, node))?.join(", ");
    let (at, text) = match side {
        Side::First => (list.first()?.span.start as usize, format!("{all}, ")),
        Side::Last => (list.last()?.span.end as usize, format!(", {all}")),
    };
    let (from, to) = (at, at);
    Some(Change { from, to, text })
}

/// Behind a key below which nothing stands, or an empty list: what stands for nothing is left out, a comment stays. The
/// place, what stands there then, and the first byte that stays.
fn of_nothing(
    text: &str,
    pair: &Pair,
    lines: &str,
    end_of_line: &str,
) -> Option<(usize, String, usize)> {
    let after_key = pair.key.span.end as usize;
    let colon = after_key + text[after_key..].find(':')? + 1;
    let rest = text[colon..].lines().next().unwrap_or_default();
    let written = rest.trim_start();
    let mut signs = ["[]", "null", "~"].into_iter();
    let sign = signs
        .find(|sign| written.starts_with(sign))
        .unwrap_or_default();
    let beside = written[sign.len()..].trim();
    if !(beside.is_empty() || beside.starts_with('#')) {
        return None;
    }
    let comment = match beside {
        "" => String::new(),
        comment => format!(" {comment}"),
    };
    let behind = colon + rest.len();
    let ended = text[behind..].find('\n').map_or(0, |end| end + 1);
    Some((
        colon,
        format!("{comment}{end_of_line}{lines}"),
        behind + ended,
    ))
}

/// Where a further key of a mapping goes: behind the last of those that stand `before` it, else behind all; behind the last
/// of all also behind the comments that end the file. `None` in a mapping in brackets.
fn behind(text: &str, root: &Node, before: &[&str]) -> Option<usize> {
    if is_flow(text, root) {
        return None;
    }
    let pairs = || root.pairs().iter().filter(|pair| is_on_a_line(pair));
    let last = pairs().next_back().map(|pair| pair.key.span.end);
    let is_before = |pair: &&Pair| before.contains(&pair.key.text.as_str());
    let pair = pairs().rfind(is_before);
    if let Some(pair) = pair.filter(|pair| Some(pair.key.span.end) != last) {
        return Some(after_line(text, end_of(text, pair)));
    }
    let end = end_of_value(text, root).unwrap_or(root.span.start as usize);
    let at = after_line(text, end);
    let is_said = |line: &str| !(line.trim().is_empty() || line.trim_start().starts_with('#'));
    Some(match text[at..].lines().any(is_said) {
        true => at,
        false => text.len(),
    })
}

/// On which column the dash before an item stands; `None` in brackets.
fn column_of_dash(text: &str, item: usize) -> Option<usize> {
    let before = text[..item].trim_end_matches(' ');
    let dash = before.strip_suffix('-')?;
    let line = dash.rfind('\n').map_or(0, |end| end + 1);
    let blanks = &dash[line..];
    blanks.trim().is_empty().then(|| blanks.chars().count())
}

/// The start of the line behind the one on which a byte stands.
fn after_line(text: &str, at: usize) -> usize {
    match text[..at].ends_with('\n') {
        true => at,
        false => line_end(text, at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Sink;
    use crate::span::FileId;
    use crate::yaml::change::apply;
    use crate::yaml::read;

    fn with(text: &str, side: Side) -> Option<String> {
        let tree = read(FileId::default(), 0, text, &mut Sink::default()).expect("a tree");
        let items = [vec![
            "tanggal: 2026-01-05".to_owned(),
            "catatan: Baru".to_owned(),
        ]];
        let keys = (&["perubahan", "changes"][..], &[][..]);
        let change = insertion(text, &tree.node, keys, &items, side)?;
        Some(apply(text, vec![change]))
    }

    #[test]
    fn an_item_goes_into_its_list_and_nothing_else_changes() {
        let new = "- tanggal: 2026-01-05\n";
        for (text, first, last) in [
            (
                "judul: A # a\nperubahan:\n  # lama\n  - tanggal: 2025-01-01\n    catatan: |\n      Dua\n      baris\n\nuji: []\n",
                format!(
                    "judul: A # a\nperubahan:\n  # lama\n  {new}    catatan: Baru\n  - tanggal: 2025-01-01\n    catatan: |\n      Dua\n      baris\n\nuji: []\n"
                ),
                format!(
                    "judul: A # a\nperubahan:\n  # lama\n  - tanggal: 2025-01-01\n    catatan: |\n      Dua\n      baris\n  {new}    catatan: Baru\n\nuji: []\n"
                ),
            ),
            (
                "changes: # apa\n- date: 2025-01-01\n  note: Lama",
                format!("changes: # apa\n{new}  catatan: Baru\n- date: 2025-01-01\n  note: Lama"),
                format!("changes: # apa\n- date: 2025-01-01\n  note: Lama\n{new}  catatan: Baru\n"),
            ),
            (
                "perubahan: [] # belum\njudul: A\n",
                format!("perubahan: # belum\n  {new}    catatan: Baru\njudul: A\n"),
                format!("perubahan: # belum\n  {new}    catatan: Baru\njudul: A\n"),
            ),
            (
                "judul: A\r\n# akhir\r\n",
                format!(
                    "judul: A\r\n# akhir\r\nperubahan:\r\n  {}    catatan: Baru\r\n",
                    new.replace('\n', "\r\n")
                ),
                format!(
                    "judul: A\r\n# akhir\r\nperubahan:\r\n  {}    catatan: Baru\r\n",
                    new.replace('\n', "\r\n")
                ),
            ),
        ] {
            assert_eq!(with(text, Side::First), Some(first), "{text}");
            assert_eq!(with(text, Side::Last), Some(last), "{text}");
        }
        // Behind a list in brackets of several lines stands a key after its bracket.
        let before = (&["perubahan"][..], &["peristiwa"][..]);
        for list in [
            "[lahir,\n  pindah\n  ]",
            "[lahir,\n  [pindah\n  ], {a: b}\n ]",
        ] {
            let text = format!("peristiwa: {list}\nuji: []\n");
            let tree = read(FileId::default(), 0, &text, &mut Sink::default()).expect("a tree");
            let items = [vec!["a".to_owned()]];
            let found = insertion(&text, &tree.node, before, &items, Side::Last);
            let found = found.expect("room");
            assert_eq!(&text[found.from..], "uji: []\n", "{text}");
        }
        assert_eq!(
            with(
                "perubahan: [{tanggal: 2025-01-01, catatan: a}]\n",
                Side::First
            ),
            None
        );
    }
}
