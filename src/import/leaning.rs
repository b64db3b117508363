//! What the items of a list look like: papers that are asked for, or steps that are taken.

use super::lexis::{APPLICANTS, AT_HAND, CRITERIA, DOINGS, OFFICERS, PAPERS};
use super::lists::Block;
use super::verbs::is_passive;
use super::words::{begins, is_one, says, words};

/// What most items of a list are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaning {
    Papers,
    Steps,
}

impl Leaning {
    /// What more than half of the items of a block are, or its paragraph is; `None` for other things.
    pub fn of(block: &Block) -> Option<Self> {
        let mut items: Vec<&str> = Vec::new();
        let is_list = block.is_list();
        for line in block
            .lines
            .iter()
            .filter(|line| line.mark.is_some() || !is_list)
        {
            // Groups are what their items are; a step with details is a step.
            match line.lines.as_slice() {
                below if below.is_empty() || is_step(&line.text) => items.push(&line.text),
                below => items.extend(below.iter().map(|line| line.text.as_str())),
            }
        }
        let most = |fits: fn(&str) -> bool| {
            items.iter().filter(|item| fits(item)).count() * 2 > items.len()
        };
        match (most(is_paper), most(is_step)) {
            (true, _) => Some(Self::Papers),
            (_, true) => Some(Self::Steps),
            _ => None,
        }
    }
}

fn is_paper(item: &str) -> bool {
    let own = words(item);
    let first = own.iter().find(|word| !is_one(word, AT_HAND));
    let paper = first.is_some_and(|word| is_one(word, PAPERS))
        && !own.iter().take(NEAR).any(|word| is_passive(word));
    paper || begins(item, CRITERIA)
}

/// How many words into an item its verb stands.
const NEAR: usize = 4;

/// Whether somebody takes a step, or something is done: `Pemohon mendaftar`, `Berkas diperiksa`; but not what must be so
/// before: `Pasien sudah mendaftar`.
fn is_step(item: &str) -> bool {
    let own = words(item);
    let Some(first) = own.first().filter(|_| !says(item, BEFORE)) else {
        return false;
    };
    let acts = is_one(first, APPLICANTS) || is_one(first, OFFICERS);
    let verb = |word: &String| {
        let does = word.starts_with("me") && word.len() > 5 && !is_one(word, AT_HAND);
        does || is_one(word, DOINGS)
    };
    let mut near = own.iter().take(NEAR);
    acts && near.clone().any(verb) || near.any(|word| is_passive(word))
}

/// Words of what must be so before.
const BEFORE: &str = "sudah, telah, bersedia, belum, harus, wajib, pernah, tidak";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lists::blocks;
    use crate::import::rows::rows;

    #[test]
    fn papers_are_told_from_steps() {
        for (list, leaning) in [
            (
                "1. Fotokopi KTP\n2. Surat pengantar\n3. Membawa kartu",
                Some(Leaning::Papers),
            ),
            (
                "1. Pemohon mendaftar\n2. Petugas memeriksa",
                Some(Leaning::Steps),
            ),
            (
                "1. Berkas diserahkan\n2. Berkas diteliti petugas",
                Some(Leaning::Steps),
            ),
            ("• Bagi WNA\n  1. Paspor\n  2. Visa", Some(Leaning::Papers)),
            (
                "1. Surat dibuat\n2. Surat diteliti petugas",
                Some(Leaning::Steps),
            ),
            ("1. Pasien sudah mendaftar\n2. Kasir telah menerima", None),
            ("1. Telepon\n2. Loket", None),
            ("Pemohon mendaftar", Some(Leaning::Steps)),
            ("Gratis", None),
        ] {
            let blocks = blocks(&rows(list));
            assert_eq!(Leaning::of(&blocks[0]), leaning, "{list}");
        }
    }
}
