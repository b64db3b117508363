//! What is another between two texts, line by line.

use std::collections::BTreeSet;

/// A line that only one of two texts has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<'t> {
    /// The first has it, with its number from 1.
    Gone(usize, &'t str),
    /// The second has it, with its number from 1.
    New(usize, &'t str),
}

/// Beyond so many pairs of lines the rest is told as gone and new as a whole.
const MOST_PAIRS: usize = 4_000_000;

/// The lines that must go and come to make `after` of `before`, as few as possible.
pub fn changes<'t>(before: &'t str, after: &'t str) -> Vec<Change<'t>> {
    let old: Vec<&str> = before.lines().collect();
    let new: Vec<&str> = after.lines().collect();
    let same =
        |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| pairs.take_while(|(a, b)| a == b).count();
    let start = same(&mut old.iter().zip(&new));
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = same(&mut old_rest.iter().rev().zip(new_rest.iter().rev()));
    let old_rest = &old_rest[..old_rest.len() - end];
    let new_rest = &new_rest[..new_rest.len() - end];
    let common = common(old_rest, new_rest);
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (a, b) in common.into_iter().chain([(old_rest.len(), new_rest.len())]) {
        let gone = (i..a).map(|at| Change::Gone(start + at + 1, old_rest[at]));
        out.extend(gone);
        let come = (j..b).map(|at| Change::New(start + at + 1, new_rest[at]));
        out.extend(come);
        (i, j) = (a + 1, b + 1);
    }
    out
}

/// The lines of a draft that say what no line of a file says, wherever that stands and under whatever key; before each
/// that is set deeper the key of the component below which it stands.
pub fn unseen(file: &str, draft: &str) -> Vec<String> {
    let seen: BTreeSet<&str> = file.lines().flat_map(said).collect();
    let mut below = "";
    let lines = draft.lines().filter_map(|line| {
        let is_deeper = line.starts_with([' ', '-']);
        if !is_deeper && !line.starts_with('#') {
            below = line.split_once(':').map_or("", |(key, _)| key);
        }
        let line = line.trim();
        let mut said = said(line).peekable();
        let is_status = line.starts_with("status:");
        let is_new = said.peek().is_some() && !is_status && !said.any(|said| seen.contains(said));
        is_new.then(|| match is_deeper && !below.is_empty() {
            true => format!("{below}: {line}"),
            false => line.to_owned(),
        })
    });
    lines.collect()
}

/// What a line says: all of it, and its sentence without the key. Nothing where it is a comment, or a key above others.
fn said(line: &str) -> impl Iterator<Item = &str> {
    let line = line.trim().trim_start_matches("- ");
    let is_empty = line.is_empty() || line.starts_with('#') || line.ends_with([':', '|', '>']);
    let is_key = |key: &str| key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let pair = line.split_once(": ").filter(|(key, _)| is_key(key));
    let value = pair.map_or(line, |(_, value)| value);
    let value = value.trim().trim_matches(['"', '\'']);
    let is_sentence = value.contains(' ');
    let all = [Some(line), is_sentence.then_some(value)];
    all.into_iter().flatten().filter(move |_| !is_empty)
}

/// The pairs of equal lines of a longest common part.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let (rows, columns) = (old.len() + 1, new.len() + 1);
    if rows.saturating_mul(columns) > MOST_PAIRS {
        return Vec::new();
    }
    let mut lengths = vec![0_u32; rows * columns];
    let at = |i: usize, j: usize| i * columns + j;
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            lengths[at(i, j)] = if old[i] == new[j] {
                lengths[at(i + 1, j + 1)] + 1
            } else {
                lengths[at(i + 1, j)].max(lengths[at(i, j + 1)])
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[at(i + 1, j)] >= lengths[at(i, j + 1)] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(before: &str, after: &str) -> String {
        let changes = changes(before, after).into_iter();
        let said = changes.map(|change| match change {
            Change::Gone(at, line) => format!("-{at}{line}"),
            Change::New(at, line) => format!("+{at}{line}"),
        });
        said.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_a_file_says_in_another_form_is_not_told() {
        let file = "judul: Izin\nsyarat:\n  - KTP asli\n  - bunyi: \"Pas: foto\"\n    # RAGU: x\nwaktu:\n  maks: 3\n";
        let draft = "judul: Izin\nstatus: rancangan\n# RAGU: y\nsyarat:\n  - bunyi: KTP asli\n  - \"Pas: foto\"\n  - Surat baru\nwaktu:\n  maks: 4\n";
        assert_eq!(
            unseen(file, draft),
            ["syarat: - Surat baru", "waktu: maks: 4"]
        );
    }

    #[test]
    fn only_lines_that_are_others_are_told() {
        assert_eq!(said("a\nb\nc", "a\nb\nc"), "");
        assert_eq!(said("a\nb\nc", "a\nx\nc"), "-2b +2x");
        assert_eq!(said("a\nb\nc\nd", "b\nc\ne\nd"), "-1a +3e");
        assert_eq!(said("", "a\nb"), "+1a +2b");
        assert_eq!(said("a\na\na", "a"), "-2a -3a");
        let long = "x\n".repeat(3000);
        let other = "y\n".repeat(3000);
        assert_eq!(changes(&long, &other).len(), 6000);
    }
}
