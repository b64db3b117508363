//! Which item of a list is which of the list before: by its id, by its words, by the paper it names, and what is left by
//! words that are alike.

use std::collections::BTreeSet;

use crate::resolve::service::{Item, List, Service, Written};

/// How much of their words two items must share to be one that was reworded.
const ALIKE: f64 = 0.5;

/// By what an item of a list is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The name that stays.
    pub id: Option<String>,
    /// Its words, the citizen's first.
    pub words: Vec<String>,
    /// What it is about: the document that it names.
    pub about: Option<String>,
    /// What it costs, and per what.
    pub price: Option<(i64, String)>,
}

impl Known {
    fn has_words_of(&self, other: &Self) -> bool {
        let mut own = self.words.iter();
        own.any(|words| {
            other
                .words
                .iter()
                .any(|others| plain(words) == plain(others))
        })
    }

    /// Whether it costs the same, where one of both has no words to tell it by.
    fn costs_as(&self, other: &Self) -> bool {
        let unnamed = self.words.is_empty() || other.words.is_empty();
        unnamed && self.price.is_some() && self.price == other.price
    }

    fn is_about(&self, other: &Self) -> bool {
        self.about.is_some() && self.about == other.about
    }

    fn likeness(&self, other: &Self) -> f64 {
        let own = self.words.iter();
        let each = own.flat_map(|own| other.words.iter().map(move |others| likeness(own, others)));
        each.fold(0.0, f64::max)
    }
}

/// The items of two lists, by their places: those of the new list in its order, then what is gone.
pub fn matched(old: &[Known], new: &[Known]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut of_new: Vec<Option<usize>> = vec![None; new.len()];
    let mut free: BTreeSet<usize> = (0..old.len()).collect();
    let by: [fn(&Known, &Known) -> bool; 4] = [
        |old, new| old.id.is_some() && old.id == new.id,
        Known::has_words_of,
        Known::costs_as,
        Known::is_about,
    ];
    for same in by {
        for (at, one) in new
            .iter()
            .enumerate()
            .filter(|(at, _)| of_new[*at].is_none())
            .collect::<Vec<_>>()
        {
            let found = free.iter().copied().find(|known| same(&old[*known], one));
            of_new[at] = found;
            free.retain(|known| Some(*known) != found);
        }
    }
    reworded(old, new, &mut of_new, &mut free);
    let pairs = of_new.into_iter().enumerate();
    let pairs = pairs.map(|(at, known)| (known, Some(at)));
    pairs
        .chain(free.into_iter().map(|gone| (Some(gone), None)))
        .collect()
}

/// Joins what is alike, the most alike first.
fn reworded(
    old: &[Known],
    new: &[Known],
    of_new: &mut [Option<usize>],
    free: &mut BTreeSet<usize>,
) {
    let open: Vec<usize> = (0..new.len()).filter(|at| of_new[*at].is_none()).collect();
    let mut all = Vec::new();
    for at in open {
        let each = free
            .iter()
            .map(|known| (old[*known].likeness(&new[at]), *known, at));
        all.extend(each.filter(|(likeness, ..)| *likeness >= ALIKE));
    }
    all.sort_by(|(one, ..), (other, ..)| other.total_cmp(one));
    for (_, known, at) in all {
        if of_new[at].is_none() && free.remove(&known) {
            of_new[at] = Some(known);
        }
    }
}

/// The items of a list of two versions of a service, parts of groups among them.
pub fn pairs<'o, 'n>(
    old: &'o Service<'_>,
    new: &'n Service<'_>,
    list: List,
) -> Vec<(Option<&'o Item<'o>>, Option<&'n Item<'n>>)> {
    let of_old: Vec<&Item<'_>> = old.items.iter().filter(|item| item.list == list).collect();
    let of_new: Vec<&Item<'_>> = new.items.iter().filter(|item| item.list == list).collect();
    let known = |items: &[&Item<'_>]| -> Vec<Known> { items.iter().map(|item| of(item)).collect() };
    let pairs = matched(&known(&of_old), &known(&of_new)).into_iter();
    let item = |(before, now): (Option<usize>, Option<usize>)| {
        (before.map(|at| of_old[at]), now.map(|at| of_new[at]))
    };
    pairs.map(item).collect()
}

fn of(item: &Item<'_>) -> Known {
    let (label, text) = item.wording();
    let words = [label, text].into_iter().filter_map(|slot| slot.get());
    let said = item.otherwise().and_then(|otherwise| otherwise.say.get());
    let mut words: Vec<String> = words.chain(said).map(|text| text.value.clone()).collect();
    let about = match item.written {
        Written::Requirement(one) => one.document.get().map(|name| name.value.to_lowercase()),
        Written::Channel(channel) => channel.kind.get().map(|kind| kind.key().to_owned()),
        // What has no name is known by what it counts; its sentence says no more than the amount.
        Written::Price(row) if row.label.get().is_none() && row.amount.get().is_some() => {
            words.clear();
            Some(row.unit.str().to_lowercase())
        }
        _ => None,
    };
    let price = match item.written {
        Written::Price(row) => {
            let amount = row.amount.get().map(|amount| amount.value);
            amount.map(|amount| (amount, row.unit.str().to_lowercase()))
        }
        _ => None,
    };
    Known {
        id: item.id.map(str::to_owned),
        words,
        about,
        price,
    }
}

/// The words of a text, without what only looks different.
pub fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// Which share of their words two texts have in common.
fn likeness(one: &str, other: &str) -> f64 {
    let words = |text: &str| -> Vec<String> {
        let text = text.to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (one, mut other) = (words(one), words(other));
    let all = one.len() + other.len();
    let shared = one.iter().filter(|word| {
        let found = other.iter().position(|known| known == *word);
        found.map(|at| other.swap_remove(at)).is_some()
    });
    let shared = shared.count();
    // Counts of words are small.
    #[expect(clippy::cast_precision_loss)]
    let share = (2 * shared) as f64 / all.max(1) as f64;
    share
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(id: Option<&str>, words: &str) -> Known {
        Known {
            id: id.map(str::to_owned),
            words: vec![words.to_owned()],
            about: None,
            price: None,
        }
    }

    #[test]
    fn an_item_stays_itself_by_its_id_its_words_or_most_of_them() {
        let old = [
            known(Some("kk"), "Fotokopi KK"),
            known(None, "Surat pengantar dari kelurahan"),
            known(None, "Pas foto"),
        ];
        let new = [
            known(None, "Surat pengantar dari kecamatan"),
            known(Some("kk"), "Salinan Kartu Keluarga"),
            known(None, "Akta kelahiran"),
        ];
        let expected = [
            (Some(1), Some(0)),
            (Some(0), Some(1)),
            (None, Some(2)),
            (Some(2), None),
        ];
        assert_eq!(matched(&old, &new), expected);
    }

    #[test]
    fn another_order_changes_nothing() {
        let old = ["a", "b", "a"].map(|words| known(None, words));
        let new = ["b", "a", "a"].map(|words| known(None, words));
        let pairs = matched(&old, &new);
        assert!(
            pairs
                .iter()
                .all(|(old, new)| old.is_some() && new.is_some()),
            "{pairs:?}"
        );
    }
}
