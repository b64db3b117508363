//! The kinds of problems: one code each, with the page that explains it.

use super::{Lang, Severity};

/// Declares the codes: number, name in `strictness:`, weight, and the two pages beside this file.
macro_rules! codes {
    ($($code:ident $name:literal $severity:ident),+ $(,)?) => {
        /// A kind of problem. Its documentation is the page that `maklumat explain` prints.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(
                #[doc = include_str!(concat!("codes/", stringify!($code), ".en.md"))]
                $code,
            )+
        }

        impl Code {
            /// All codes, by number.
            pub const ALL: &[Code] = &[$(Code::$code),+];

            /// The number printed with each finding: `K0103`.
            pub fn number(self) -> &'static str {
                match self { $(Code::$code => stringify!($code)),+ }
            }

            /// The name used in `strictness:` of site.yaml: `sentence-cut`.
            pub fn name(self) -> &'static str {
                match self { $(Code::$code => $name),+ }
            }

            /// The weight unless site.yaml says otherwise.
            pub fn severity(self) -> Severity {
                match self { $(Code::$code => Severity::$severity),+ }
            }

            /// The page that explains it, in Markdown.
            pub fn page(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $(
                        (Code::$code, Lang::En) => include_str!(concat!("codes/", stringify!($code), ".en.md")),
                        (Code::$code, Lang::Id) => include_str!(concat!("codes/", stringify!($code), ".id.md")),
                    )+
                }
            }
        }
    };
}

codes! {
    // Files.
    K0001 "unreadable-file" Error,
    K0002 "not-a-file" Error,
    K0003 "file-too-large" Error,
    K0004 "invalid-utf8" Error,
    K0005 "control-character" Error,
    K0006 "empty-file" Error,
    K0007 "file-name" Error,
    K0008 "unused-file" Warning,
    K0009 "missing-agency" Error,
    K0010 "missing-site" Error,
    K0011 "missing-content" Error,

    // YAML.
    K0101 "yaml-syntax" Error,
    K0102 "tab-indentation" Error,
    K0103 "sentence-cut" Error,
    K0104 "comment-after-sentence" Warning,
    K0105 "comma-cuts-value" Error,
    K0106 "curly-quotes" Warning,
    K0107 "word-space" Error,
    K0108 "duplicate-key" Error,
    K0109 "yaml-feature" Error,
    K0110 "second-document" Error,
    K0111 "nested-too-deep" Error,
    K0112 "front-matter" Error,
    K0113 "merge-conflict" Error,
    K0114 "joined-line" Error,

    // Keys and values.
    K0201 "unknown-key" Error,
    K0202 "wrong-type" Error,
    K0203 "not-an-integer" Error,
    K0204 "not-a-date" Error,
    K0205 "unknown-value" Error,
    K0206 "not-yes-or-no" Error,
    K0207 "unsafe-url" Error,
    K0208 "missing-key" Error,
    K0209 "empty-text" Error,
    K0210 "bad-id" Error,
    K0211 "duplicate-id" Error,
    K0212 "not-a-time" Error,
    K0213 "bad-channel" Error,
    K0214 "personal-number" Error,
    K0215 "unofficial-mobile" Warning,
    K0216 "number-range" Error,
    K0217 "bad-colour" Error,
    K0218 "low-contrast" Error,
    K0219 "unclear-short-form" Error,
    K0220 "unknown-timezone" Error,
    K0221 "unknown-language" Error,
    K0222 "conflicting-keys" Error,
    K0223 "bad-path" Error,
    K0224 "date-order" Error,
    K0225 "template-sentence" Error,
    K0226 "silent-null" Warning,
    K0227 "pasted-number" Warning,
    K0228 "holiday-date" Error,
    K0229 "pages-not-listed" Hint,
    K0230 "amount-in-sentence" Warning,
    K0231 "unclear-hours" Warning,
    K0232 "phrase" Error,
    K0233 "modest-contrast" Hint,
    K0234 "unfit-logo" Warning,

    // Rules.
    K0301 "rule-syntax" Error,
    K0302 "mixed-and-or" Error,
    K0311 "unknown-question" Error,
    K0312 "unknown-option" Error,
    K0313 "rule-type" Error,
    K0314 "fact-cycle" Error,
    K0315 "number-out-of-range" Error,
    K0316 "question-kind" Error,
    K0317 "rule-too-large" Warning,
    K0321 "unread-question" Warning,
    K0322 "idle-option" Warning,
    K0323 "impossible-paper" Error,
    K0324 "rows-at-once" Error,
    K0325 "no-row" Error,
    K0326 "never-holds" Error,
    K0327 "always-holds" Error,
    K0328 "redundant-term" Warning,
    K0331 "text-without-condition" Warning,
    K0332 "different-number" Warning,
    K0333 "many-questions" Warning,
    K0334 "unconfirmed-interpretation" Warning,
    K0335 "silent-text" Hint,
    K0336 "question-identifies" Error,
    K0337 "rows-added" Warning,
    K0338 "answer-without-phrase" Hint,
    K0339 "shared-question-again" Warning,
    K0340 "shared-question-unasked" Hint,
    K0341 "unconfirmed-tests" Hint,

    // References.
    K0401 "unknown-reference" Error,
    K0402 "ambiguous-name" Error,
    K0403 "missing-file" Error,
    K0404 "address-taken" Error,
    K0405 "replacement-cycle" Error,
    K0406 "regulation-replaced" Warning,
    K0407 "address-in-capitals" Warning,
    K0408 "circle-of-services" Warning,
    K0409 "paper-not-linked" Hint,
    K0410 "unknown-part" Hint,
    K0411 "dead-link" Warning,
    K0412 "link-trouble" Hint,
    K0413 "link-moved" Hint,

    // What a standard must hold.
    K0501 "missing-decree" Warning,
    K0502 "missing-component" Hint,
    K0503 "missing-status-note" Warning,
    K0504 "same-paper-twice" Warning,
    K0505 "unsigned-pledge" Warning,
    K0506 "long-summary" Warning,
    K0507 "review-due" Hint,
    K0508 "decree-without-number" Hint,
    K0509 "missing-holidays" Warning,
    K0510 "year-without-holidays" Warning,
    K0511 "not-in-force" Warning,
    K0512 "doubt-left" Error,

    // Markdown.
    K0601 "raw-html" Error,
    K0602 "missing-alt" Error,
    K0603 "body-heading" Warning,
    K0604 "space-in-address" Error,
    K0605 "foreign-picture" Error,

    // Plain language.
    K0606 "long-sentence" Hint,
    K0607 "office-word" Hint,
    K0608 "unexplained-abbreviation" Hint,

    // Translations.
    K0701 "stale-translation" Warning,
    K0702 "unknown-translation" Error,
    K0703 "translation-without-stamp" Hint,
    K0704 "untranslated" Hint,

    // Tests of the rules.
    K0801 "failing-test" Error,
    K0802 "untested-condition" Hint,
    K0803 "untested-edge" Hint,
    K0804 "test-expects-nothing" Warning,

    // Themes.
    K0901 "theme-template" Error,
    K0902 "theme-policy" Error,
    K0903 "unknown-theme-file" Error,
    K0904 "missing-words" Warning,
}

impl Code {
    /// The code with this number or name, in any case.
    pub fn find(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| {
            code.number().eq_ignore_ascii_case(text) || code.name().eq_ignore_ascii_case(text)
        })
    }
}
