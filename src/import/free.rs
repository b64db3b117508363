//! For whom a service is free: for everyone only where nothing else is said.

use super::lexis::{
    BY_RULE, EVERYONE, FREE, FREE_WORDS, LIMITS_FREE, REGULATIONS, SERVICES, SOMEBODY, ZERO,
};
use super::words::{is_one, place, says, starts, words};

/// Whom a sentence lets off paying.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Free {
    /// Everyone.
    All,
    /// Those named.
    Some(Vec<String>),
    /// Who, is not clear.
    Unclear,
}

/// For whom a sentence of the tariff, below the heads of its groups, says that nothing is paid.
pub(super) fn for_whom(heads: &[String], text: &str) -> Free {
    let whole: Vec<&str> = heads.iter().map(String::as_str).chain([text]).collect();
    let whole = whole.join(": ");
    let all = words(&whole);
    if says(&whole, "kecuali, selain, terkecuali") {
        return Free::Unclear;
    }
    let nothing = || all.iter().position(|word| is_one(word, ZERO));
    let said = place(&all, FREE).or_else(nothing).unwrap_or(0);
    let limits = place(&all, LIMITS_FREE).filter(|at| {
        !(names_everyone(&all[at + 1..]) || *at < said && names_service(&all[at + 1..]))
    });
    let somebody = says(&whole, SOMEBODY);
    if limits.is_none() && !somebody {
        return match names_everyone(&all[said..]) {
            true => Free::All,
            false => Free::Unclear,
        };
    }
    let named = || {
        let label = text.split_once(':')?.0.trim();
        says(label, SOMEBODY).then(|| label.to_owned())
    };
    match who(&whole).or_else(named) {
        Some(who) => Free::Some(each(&who)),
        None => Free::Unclear,
    }
}

/// Groups joined by "dan", each with words of its own: `peserta BPJS dan warga ber-KTP Kota Contoh`.
fn each(who: &str) -> Vec<String> {
    let names = |part: &str| {
        let own = words(part);
        let first = own.first();
        own.len() > 1
            && (says(&own[0], SOMEBODY)
                || first.is_some_and(|word| is_one(word, "warga penduduk masyarakat keluarga")))
    };
    let parts: Vec<&str> = who.split(" dan ").map(str::trim).collect();
    if parts.iter().all(|part| names(part)) {
        return parts.into_iter().map(str::to_owned).collect();
    }
    vec![who.to_owned()]
}

/// Whether words name nothing but everyone, or that nothing is paid; a regulation may follow.
fn names_everyone(words: &[String]) -> bool {
    let rule = place(words, BY_RULE).filter(|at| place(&words[*at..], REGULATIONS).is_some());
    words[..rule.unwrap_or(words.len())]
        .iter()
        .all(|word| is_one(word, EVERYONE) || is_one(word, FREE_WORDS))
}

/// Whether words begin with the service itself.
fn names_service(words: &[String]) -> bool {
    words.first().is_some_and(|word| is_one(word, SERVICES))
}

/// The words of a sentence that name those who pay nothing.
fn who(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let marks = FREE.split(',').map(str::trim);
    let at = marks.filter_map(|phrase| lower.find(phrase)).min()?;
    let before = text
        .get(..at)?
        .trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')');
    let named = |text: &str| -> Option<String> {
        let own = words(text);
        let skip = starts(
            &own,
            "bagi, untuk, khusus, khusus bagi, khusus untuk, biaya bagi, biaya untuk",
        )
        .unwrap_or(0);
        let rest: Vec<&str> = text.split_whitespace().skip(skip).collect();
        let who = rest.join(" ");
        let fits = !who.is_empty() && words(&who).len() <= 12;
        fits.then_some(who)
    };
    if says(before, SOMEBODY) || says(before, LIMITS_FREE) {
        return named(before);
    }
    let after = text.get(at..)?;
    let own = words(after);
    let from = place(&own, LIMITS_FREE)?;
    let skipped: Vec<&str> = after.split_whitespace().collect();
    let at = skipped
        .iter()
        .position(|word| words(word).first() == Some(&own[from]))?;
    let who = skipped.get(at + 1..)?.join(" ");
    let end = who.find(['.', ';', '(', ',']).unwrap_or(who.len());
    named(who[..end].trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn free_for(text: &str) -> Free {
        for_whom(&[], text)
    }

    #[test]
    fn nothing_is_paid_by_everyone_where_nothing_else_is_said() {
        for text in [
            "Gratis.",
            "Rp 0,- (tidak dipungut biaya)",
            "Tidak dipungut biaya apapun",
            "Biaya nihil",
            "Pendaftaran: Rp0,-",
            "Gratis untuk semua pemohon",
            "Tidak dipungut biaya bagi masyarakat umum",
            "Pelayanan ini gratis, sesuai Perda Nomor 3 Tahun 2020 tentang Retribusi",
            "Gratis (UU No. 24 Tahun 2013)",
            "Untuk penerbitan akta tidak dipungut biaya",
        ] {
            assert_eq!(free_for(text), Free::All, "{text}");
        }
        for text in [
            "Gratis untuk penduduk Kota Contoh",
            "Tidak dipungut biaya untuk masyarakat Kabupaten Contoh",
            "Gratis bagi warga desa",
            "Gratis untuk pemohon di kabupaten ini",
            "Gratis 1 kali pertama",
            "Gratis pada jam kerja",
            "Gratis selama tahun 2024",
            "Gratis, materai ditanggung pemohon",
            "Biaya administrasi gratis dan pajak 5%",
            "Gratis untuk penerbitan baru",
            "Gratis. Fotokopi dibayar sendiri",
        ] {
            assert_ne!(free_for(text), Free::All, "{text}");
        }
    }
}
