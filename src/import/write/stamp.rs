//! The first line of an imported file: where it came from, and a stamp that tells whether somebody edited what follows.
//!
//! The stamp stands in the file, and not among the program's own files, because a file travels: several people share it
//! through git, and what is in `.maklumat/` stays on one machine and may be deleted.

use sha2::{Digest, Sha256};

use crate::diagnostic::Lang;

/// How an imported file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// As it was written by the program.
    Untouched,
    /// Somebody edited it, or it was never written by the program.
    Edited,
}

/// The file of a draft: its head, with the name of the file that it was read from, and its text.
pub fn stamped(body: &str, from: &str, lang: Lang) -> String {
    let rest = format!("{}\n{body}", notes(lang));
    let stamp = stamp_of(&rest);
    // A name is on one line, whatever it holds.
    let from: String = from
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    match lang {
        Lang::Id => format!("# Rancangan dari {from} (maklumat import, cap {stamp})\n{rest}"),
        Lang::En => format!("# Draft of {from} (maklumat import, stamp {stamp})\n{rest}"),
    }
}

/// Whether a file is still as it was written.
pub fn standing(text: &str) -> Standing {
    let text = text.trim_start_matches('\u{feff}');
    let Some((first, rest)) = text.split_once('\n') else {
        return Standing::Edited;
    };
    let stamp = first.trim_end().strip_suffix(')');
    let stamp = stamp.and_then(|line| line.rsplit(' ').next());
    let is_ours = first.starts_with('#') && first.contains("(maklumat import, ");
    match stamp {
        Some(stamp) if is_ours && stamp == stamp_of(rest) => Standing::Untouched,
        _ => Standing::Edited,
    }
}

/// The name of the file that a draft was read from; `None` for what is no draft of the program.
pub fn source_of(text: &str) -> Option<&str> {
    let first = text.trim_start_matches('\u{feff}').lines().next()?;
    let (before, _) = first.rsplit_once(" (maklumat import, ")?;
    let starts = ["# Rancangan dari ", "# Draft of "];
    starts.iter().find_map(|start| before.strip_prefix(start))
}

/// What the reader of the file must know.
fn notes(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => {
            "# Periksa setiap RAGU, perbaiki isinya, lalu hapus barisnya; sesudah semua hilang, hapus `status: rancangan`.\n\
             # Untuk memakai sebuah SARAN, hapus `# ` di depan baris-baris di bawahnya; jika tidak dipakai, hapus semuanya.\n"
        }
        Lang::En => {
            "# Check every DOUBT, mend what it is about, then delete its line; once none is left, delete `status: draft`.\n\
             # To use a SUGGESTION, delete `# ` before the lines below it; if you do not, delete them all.\n"
        }
    }
}

/// The hash of a text, whatever ends its lines.
fn stamp_of(text: &str) -> String {
    let digest = Sha256::digest(text.replace('\r', ""));
    let digits = digest[..8].iter().map(|byte| format!("{byte:02x}"));
    digits.collect()
}
