//! Whether several times are those of cases or of phases.

use crate::import::clauses::Clause;
use crate::import::lexis::{CASE_STARTS, CASES, PHASES};
use crate::import::words::{begins, says, starts, words};

/// What several times in a text are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Cases,
    Phases,
}

impl Kind {
    pub fn key(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Phases => "phases",
        }
    }
}

/// Whether a clause states how long all of it takes.
pub(super) fn is_total(clause: &Clause) -> bool {
    clause.said.is_some() && clause.is_total
}

/// Whether several times are cases or phases; `None` where the words do not say.
pub(super) fn kind(found: &[Clause]) -> Option<Kind> {
    let timed: Vec<&Clause> = found
        .iter()
        .filter(|clause| clause.said.is_some() && !is_total(clause))
        .collect();
    let limited = |clause: &&&Clause| {
        clause.head.is_some() || says(&clause.text, CASES) || begins(&clause.text, CASE_STARTS)
    };
    let cases = timed.iter().filter(limited).count();
    let beside = stand_beside(&timed) && !found.iter().any(follows);
    let phases = timed.iter().filter(|clause| acts(clause)).count();
    let named = timed.iter().filter(|clause| clause.is_named).count();
    if are_alike(&timed) && !found.iter().any(follows) || phases == 0 && timed.iter().all(is_for) {
        return Some(Kind::Cases);
    }
    // "Perpanjangan 1 hari" among what is done belongs to another list.
    let bare = |clause: &&Clause| {
        let label = words(&clause.label);
        label.len() <= 2 && !acts(clause) && starts(&label, CASES) == Some(label.len())
    };
    match (cases, phases) {
        (_, phases) if phases > 0 && (beside || timed.iter().any(bare)) => None,
        (0, 0) if named == timed.len() => Some(Kind::Cases),
        (0, 0) => None,
        (cases, 0) if cases > 0 => Some(Kind::Cases),
        (0, phases) if phases * 2 >= timed.len() => Some(Kind::Phases),
        (cases, phases) if phases >= cases * 2 && phases * 2 > timed.len() => Some(Kind::Phases),
        (cases, phases) if cases >= phases * 2 => Some(Kind::Cases),
        _ => None,
    }
}

/// Whether each of several times is for one of a kind, which its first word names: `KTP baru`, `KTP hilang`.
fn are_alike(timed: &[&Clause]) -> bool {
    let labels: Vec<Vec<String>> = timed.iter().map(|clause| words(&clause.label)).collect();
    let first = labels.first().and_then(|label| label.first());
    let alike = first.is_some()
        && labels
            .iter()
            .all(|label| label.first() == first && label.len() > 1);
    let distinct = labels
        .iter()
        .enumerate()
        .all(|(at, label)| !labels[..at].contains(label));
    let works = labels.iter().any(|label| starts(label, PHASES).is_some());
    timed.iter().all(|clause| clause.leads) && alike && distinct && !works
}

/// Whether the words behind a length say for whom or what it is: `5 hari kerja untuk balik nama`.
fn is_for(clause: &&Clause) -> bool {
    let after = clause
        .said
        .as_ref()
        .and_then(|said| clause.text.get(said.to..));
    let named = starts(&words(&clause.label), PHASES).is_none() && !clause.label.is_empty();
    named && (after.is_some_and(|after| begins(after, "untuk, bagi")) || says(&clause.text, CASES))
}

/// Whether the words before a length name something that is done, or those behind one that nothing stands before.
fn acts(clause: &Clause) -> bool {
    if clause.head.is_some() || begins(&clause.text, CASE_STARTS) {
        return false;
    }
    let label = words(&clause.label);
    if !clause.leads {
        return starts(&label, PHASES).is_some();
    }
    let first = (0..label.len().min(4)).any(|at| starts(&label[at..], PHASES).is_some());
    first || follows(clause)
}

/// Whether a clause says that it comes after another.
fn follows(clause: &Clause) -> bool {
    says(
        &clause.text,
        "lalu, kemudian, selanjutnya, sesudah itu, setelah itu, tahap",
    )
}

/// Whether times may stand beside each other, not one after the other: two of the same work, `Pemeriksaan kimia` and
/// `Pemeriksaan biologi`, or two for one label, `15 menit (obat jadi), 30 menit (racikan)`.
fn stand_beside(timed: &[&Clause]) -> bool {
    let unled = timed.iter().any(|clause| !clause.leads && !acts(clause));
    let mut works: Vec<String> = Vec::new();
    let again = timed.iter().any(|clause| {
        let Some(work) = words(&clause.label).into_iter().next() else {
            return false;
        };
        let again = works.contains(&work);
        works.push(work);
        again
    });
    unled || again
}
