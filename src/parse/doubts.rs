//! What an importer doubts stands as comments in a draft; a service that is none any more must have none left.

use crate::diagnostic::{Code, Diagnostic, Lang, Sink, say};
use crate::yaml::{self, Tree};

/// The word that begins the comment of a doubt: `# RAGU: …`.
pub fn mark(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "RAGU",
        Lang::En => "DOUBT",
    }
}

/// The word that begins the comment above a suggestion: `# SARAN: …`.
pub fn suggestion_mark(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "SARAN",
        Lang::En => "SUGGESTION",
    }
}

/// What a comment doubts, if that is what it is for.
pub fn doubted(comment: &str) -> Option<&str> {
    let words = comment.trim_start_matches('#').trim_start();
    let after = |lang| {
        let (start, rest) = words.split_at_checked(mark(lang).len())?;
        let is_mark = start.eq_ignore_ascii_case(mark(lang));
        rest.trim_start().strip_prefix(':').filter(|_| is_mark)
    };
    let reason = after(Lang::Id).or_else(|| after(Lang::En));
    reason.map(str::trim)
}

/// Whether doubts may be marked in a file at all.
pub(super) fn may_be_in(bytes: &[u8]) -> bool {
    let lines = memchr::memchr_iter(b'#', bytes).map(|at| &bytes[at..]);
    lines.into_iter().any(|line| {
        let from = line
            .iter()
            .position(|byte| !matches!(byte, b'#' | b' ' | b'\t'));
        let line = &line[from.unwrap_or(line.len())..];
        [Lang::Id, Lang::En].iter().any(|lang| {
            let start = line.get(..mark(*lang).len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(mark(*lang).as_bytes()))
        })
    })
}

/// Reports each doubt that is left in the `text` of a service that is no draft.
pub(super) fn check(text: &str, tree: &Tree, sink: &mut Sink) {
    for comment in yaml::comments(0, text, tree) {
        let span = comment.span;
        let words = text.get(span.start as usize..span.end as usize);
        let Some(reason) = words.and_then(doubted).filter(|_| comment.is_alone) else {
            continue;
        };
        let finding = Diagnostic::new(
            Code::K0512,
            span,
            say!(
                "layanan ini bukan rancangan lagi, tetapi ini masih diragukan: {reason}",
                "this service is no draft any more, but this is still in doubt: {reason}"
            ),
        );
        sink.push(finding.help(say!(
            "bandingkan dengan sumbernya, perbaiki isinya, lalu hapus baris ini; selama belum, ketik lagi: status: rancangan",
            "compare it with the source, mend it, then delete this line; until then, type again: status: draft"
        )));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doubt_is_marked_by_its_word_and_a_colon() {
        assert_eq!(
            doubted("# RAGU: satuannya tidak ada"),
            Some("satuannya tidak ada")
        );
        assert_eq!(doubted("# ragu : satuannya"), Some("satuannya"));
        assert_eq!(doubted("#DOUBT: no unit"), Some("no unit"));
        for other in [
            "# SARAN: jika hilang",
            "# RAGU",
            "# Baris RAGU: dihapus",
            "# ragu-ragu: x",
            "# rag",
        ] {
            assert_eq!(doubted(other), None, "{other}");
        }
    }
}
