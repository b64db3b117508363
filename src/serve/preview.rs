//! What is served at the moment: the last good site, and the errors of the build after it.

use std::collections::BTreeMap;
use std::process;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::Built;

/// The state between two builds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Preview {
    /// The last site built without error; `None` until there is one.
    pub(super) files: Option<Arc<BTreeMap<String, Vec<u8>>>>,
    /// What stopped the last build; empty if it went well.
    pub(super) errors: Vec<String>,
    /// Marks this run of the program, so that a page left open from an earlier one is out of date.
    run: String,
    number: u64,
}

impl Preview {
    /// After the first build.
    pub(super) fn new(built: Built) -> Self {
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        let run = format!("{:x}-{:x}", now.as_nanos(), process::id());
        let empty = Self {
            files: None,
            errors: Vec::new(),
            run,
            number: 0,
        };
        empty.with(built)
    }

    /// After one more build; `None` if nothing that is served changed.
    pub(super) fn after(&self, built: Built) -> Option<Self> {
        let mut next = self.with(built);
        if next.files == self.files && next.errors == self.errors {
            return None;
        }
        next.number = self.number + 1;
        Some(next)
    }

    fn with(&self, built: Built) -> Self {
        let mut next = self.clone();
        if built.ok {
            next.files = Some(Arc::new(built.files));
            next.errors = Vec::new();
        } else {
            next.errors = built.findings;
            if next.errors.is_empty() {
                // A builder that fails without a word would otherwise look like one that succeeded.
                next.errors.push("?".to_owned());
            }
        }
        next
    }

    /// The name of this state, which an open page compares with its own.
    pub(super) fn generation(&self) -> String {
        format!("{}-{}", self.run, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good(text: &str) -> Built {
        let files = [("index.html".to_owned(), text.into())].into();
        Built {
            files,
            findings: vec!["a hint".into()],
            ok: true,
        }
    }

    fn bad(finding: &str) -> Built {
        Built {
            findings: vec![finding.into()],
            ..Built::default()
        }
    }

    #[test]
    fn the_last_good_site_outlives_errors() {
        let first = Preview::new(good("one"));
        let second = first.after(bad("wrong")).unwrap();
        assert_eq!(second.files, first.files);
        assert_eq!(second.errors, ["wrong"]);
        assert_ne!(second.generation(), first.generation());
        let third = second.after(good("one")).unwrap();
        assert!(third.errors.is_empty());
    }

    #[test]
    fn a_build_that_changes_nothing_reloads_no_page() {
        let first = Preview::new(good("one"));
        assert_eq!(first.after(good("one")), None);
        let second = first.after(bad("wrong")).unwrap();
        assert_eq!(second.after(bad("wrong")), None);
    }

    #[test]
    fn a_failure_without_a_word_is_still_a_failure() {
        assert!(!Preview::new(Built::default()).errors.is_empty());
    }
}
