//! The safe changes of `check --fix`, made only in files that are still as they were when they were checked.

use std::collections::BTreeMap;
use std::path::Path;

use super::asked::Asked;
use super::checked::{Checked, changed};
use super::here::from_here;
use super::screen::Screen;
use super::untranslated::Known;
use crate::diagnostic::{Failure, Fix, Message, Report, say};

/// What becomes of a file for which there are changes.
#[derive(Debug, PartialEq, Eq)]
enum Fixed {
    /// Its new bytes, and how many changes they hold.
    Bytes(Vec<u8>, usize),
    /// It is no longer what was checked.
    Changed,
}

/// Makes the safe changes on the disk and says which; how many files were changed.
///
/// # Errors
/// When a file cannot be written.
pub fn fix(
    report: &Report,
    checked: &Checked<'_>,
    site: &Path,
    screen: &Screen,
) -> Result<usize, Failure> {
    let mut files = 0;
    for (path, fixed) in fixes(report, checked) {
        let shown = from_here(path, site);
        let Fixed::Bytes(bytes, count) = fixed else {
            screen.say(&changed(&shown));
            continue;
        };
        if !checked.replace(&site.join(path), path, &bytes)? {
            screen.say(&changed(&shown));
            continue;
        }
        files += 1;
        screen.say(&say!(
            "{shown}: {count} diperbaiki",
            "{shown}: {count} fixed"
        ));
        let before = checked.first(path).unwrap_or_default();
        for line in changed_lines(&before, &bytes) {
            screen.say(&line);
        }
    }
    Ok(files)
}

/// Stamps the texts without a stamp of the translations that are asked for, and says how many. An old stamp stays: what
/// it stands for has to be read by somebody.
///
/// # Errors
/// When a file cannot be written.
pub fn stamp(
    known: &Known<'_>,
    asked: &Asked,
    checked: &Checked<'_>,
    site: &Path,
    screen: &Screen,
) -> Result<(), Failure> {
    for (file, text, count) in known.reader().stamped() {
        let path = known.site().layout.path(file);
        if !asked.has(path) {
            continue;
        }
        let shown = from_here(path, site);
        if !checked.replace(&site.join(path), path, text.as_bytes())? {
            screen.say(&changed(&shown));
            continue;
        }
        screen.say(&say!(
            "{shown}: {count} teks diberi cap; dengan itu terjemahannya dinyatakan cocok dengan aslinya sekarang",
            "{shown}: {count} texts stamped, which says that they translate the original as it is now"
        ));
    }
    Ok(())
}

/// How many changed lines of a file are shown.
const MOST_SHOWN: usize = 20;

/// Each line that is another now, with its number; no change adds or removes one.
fn changed_lines(before: &[u8], after: &[u8]) -> Vec<Message> {
    let (before, after) = (
        String::from_utf8_lossy(before),
        String::from_utf8_lossy(after),
    );
    let pairs = before.lines().zip(after.lines()).enumerate();
    let changed: Vec<_> = pairs.filter(|(_, (old, new))| old != new).collect();
    let rest = changed.len().saturating_sub(MOST_SHOWN);
    let shown = changed.into_iter().take(MOST_SHOWN);
    let mut lines: Vec<Message> = shown
        .map(|(number, (old, new))| {
            let (line, old) = (number + 1, old.replace('\t', "⇥").replace('\u{a0}', "⍽"));
            say!(
                "  baris {line}: {old} → {new}",
                "  line {line}: {old} → {new}"
            )
        })
        .collect();
    if rest > 0 {
        lines.push(say!(
            "  … dan {rest} baris lagi",
            "  … and {rest} more lines"
        ));
    }
    lines
}

fn fixes<'r>(report: &'r Report, checked: &Checked<'_>) -> BTreeMap<&'r str, Fixed> {
    let mut by_file: BTreeMap<&str, Vec<&Fix>> = BTreeMap::new();
    for finding in &report.findings {
        if let Some(fix) = &finding.fix {
            by_file.entry(&finding.place.path).or_default().push(fix);
        }
    }
    let of_file = |(path, fixes): (&'r str, Vec<&Fix>)| {
        let still = checked.first(path).filter(|_| !checked.is_changed(path));
        let fixed = still.map_or(Fixed::Changed, |bytes| applied(&bytes, fixes));
        (path, fixed)
    };
    by_file.into_iter().map(of_file).collect()
}

/// The bytes with all changes in them. Of two that touch the first is made; the other is found again.
fn applied(bytes: &[u8], mut fixes: Vec<&Fix>) -> Fixed {
    fixes.sort_by_key(|fix| (fix.span.start, fix.span.end));
    let mut out = Vec::with_capacity(bytes.len());
    let (mut at, mut count) = (0, 0);
    for fix in fixes {
        let (start, end) = (fix.span.start as usize, fix.span.end as usize);
        if start < at || count > 0 && start == at && start == end || end > bytes.len() {
            continue;
        }
        out.extend_from_slice(&bytes[at..start]);
        out.extend_from_slice(fix.text.as_bytes());
        at = end;
        count += 1;
    }
    out.extend_from_slice(&bytes[at..]);
    Fixed::Bytes(out, count)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::diagnostic::{Code, Diagnostic, Severity};
    use crate::source::{SourceEntry, Sources};
    use crate::span::{FileId, Span};

    /// One file that is another after it was read so often.
    struct Restless {
        reads: AtomicUsize,
        changes_after: usize,
    }

    impl Sources for Restless {
        fn entries(&self) -> Result<Vec<SourceEntry>, Failure> {
            Ok(Vec::new())
        }

        fn read(&self, _: &str) -> Result<Vec<u8>, String> {
            let number = self.reads.fetch_add(1, Ordering::Relaxed);
            let text = if number < self.changes_after {
                "a “b” c"
            } else {
                "“b” c a"
            };
            Ok(text.as_bytes().to_vec())
        }
    }

    /// The changes for a file that is read once by a check, and again for its place in the report.
    fn of(changes_after: usize) -> Fixed {
        let sources = Restless {
            reads: AtomicUsize::new(0),
            changes_after,
        };
        let checked = Checked::new(&sources);
        checked.read("a.yaml").expect("bytes");
        let span = Span::new(FileId::default(), 2, 9);
        let finding = Diagnostic::new(Code::K0106, span, say!("a", "a")).fix(span, "\"b\"");
        let text = String::from_utf8(checked.read("a.yaml").expect("bytes")).expect("text");
        let report = Report::new(
            vec![finding],
            |_, _| Some(Severity::Warning),
            |_| ("a.yaml".to_owned(), text.clone()),
        );
        fixes(&report, &checked).remove("a.yaml").expect("a change")
    }

    #[test]
    fn only_a_file_that_is_still_the_same_is_changed() {
        assert_eq!(of(9), Fixed::Bytes(b"a \"b\" c".to_vec(), 1));
        for changes_after in [1, 2] {
            assert_eq!(of(changes_after), Fixed::Changed);
        }
    }

    #[test]
    fn changes_are_made_in_one_go() {
        let fix = |start, end, text: &str| Fix {
            span: Span::new(FileId::default(), start, end),
            text: text.to_owned(),
        };
        let all = [
            fix(4, 5, "E"),
            fix(0, 1, "A"),
            fix(0, 1, "A"),
            fix(1, 3, ""),
            fix(2, 4, "x"),
        ];
        assert_eq!(
            applied(b"abcdef", all.iter().collect()),
            Fixed::Bytes(b"AdEf".to_vec(), 3)
        );
    }
}
