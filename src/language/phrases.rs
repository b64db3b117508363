//! What conditions, bands of numbers and answers are put into words with.

use super::Words;

/// Declares the phrases: a field for each, and the key of its words.
macro_rules! phrases {
    ($($(#[$meaning:meta])* $name:ident = $key:literal,)+) => {
        /// The phrases of a language; what stands in braces is filled in.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Phrases {
            $($(#[$meaning])* pub $name: String,)+
        }

        impl Phrases {
            /// The key of each phrase.
            pub const KEYS: &'static [&'static str] = &[$($key),+];

            /// The phrases among the words of a language.
            pub fn of(words: &Words) -> Self {
                Self {
                    $($name: words.get($key).to_owned(),)+
                }
            }
        }
    };
}

phrases! {
    /// A condition that always holds.
    always = "rule.always",
    /// A condition that never holds.
    never = "rule.never",
    /// `{ask}` is answered `{answer}`.
    asked = "rule.asked",
    /// An option by its `{label}`.
    option = "rule.option",
    /// The answer yes.
    yes = "rule.yes",
    /// The answer no.
    no = "rule.no",
    /// Any answer but `{answer}`.
    but = "rule.but",
    /// The heading of a group all of which hold.
    all = "rule.all",
    /// The heading of a group one of which holds.
    any = "rule.any",
    /// A group: its `{heading}` and its `{members}`.
    group = "rule.group",
    /// The members of a group, one after the other: `{first}` and `{last}`.
    members = "rule.members",
    /// Sentences all of which hold: `{first}` and `{last}`.
    and = "rule.and",
    /// Sentences one of which holds: `{first}` or `{last}`.
    or = "rule.or",
    /// The same within a sentence that `or` joins.
    and_inner = "rule.and_inner",
    /// The same within a sentence that `and` joins.
    or_inner = "rule.or_inner",
    /// A question `{ask}` and the label of its `{answer}`, where no phrase says both.
    answered = "rule.answered",
    /// Just the number `{n}`.
    equal = "rule.equal",
    /// Any number but `{n}`.
    not_equal = "rule.not_equal",
    /// Numbers below `{n}`.
    below = "rule.below",
    /// `{n}` and numbers below it.
    at_most = "rule.at_most",
    /// No more money than `{n}`.
    up_to = "rule.up_to",
    /// Numbers above `{n}`.
    above = "rule.above",
    /// `{n}` and numbers above it.
    at_least = "rule.at_least",
    /// Numbers from `{first}` to `{last}`, both included.
    between = "rule.between",
    /// Amounts of money above `{first}`, up to `{last}`.
    over_up_to = "rule.over_up_to",
    /// Numbers from `{first}`, included, to `{last}`, which is not.
    from_below = "rule.from_below",
    /// Numbers above `{first}` and below `{last}`.
    over_below = "rule.over_below",
    /// A number `{n}` of a `{unit}`.
    with_unit = "rule.with_unit",
}
