//! The steps of the procedure, each with who takes it where that is said.

use serde_json::{Value, json};

use super::lexis::{
    AGENCIES, ALSO_APPLICANTS, APPLICANTS, DOINGS, NO_OFFICERS, OFFICE_WORK, OFFICERS, PEOPLE,
    SYSTEMS, WHEN,
};
use super::lists::{split_inline, under_labels};
use super::pen::{Pen, record, text};
use super::sheet::Line;
use super::verbs::is_passive;
use super::words::{Place, is_one, places, starts, words};

/// Writes the procedure of a page.
pub(super) fn write(pen: &mut Pen, lines: &[Line]) {
    let mut steps = Vec::new();
    gather(&under_labels(lines), None, &mut steps);
    if !steps.is_empty() {
        pen.write("procedure", Some(Value::Array(steps)));
    }
}

/// The steps of lines; one with others below it is the head of these, which say it as a note.
fn gather(lines: &[Line], head: Option<&str>, steps: &mut Vec<Value>) {
    for line in lines {
        if line.lines.is_empty()
            && let Some((named, parts)) = numbered(&line.text)
        {
            let head = Some(named.as_str())
                .filter(|named| !named.is_empty())
                .or(head);
            steps.extend(parts.iter().map(|part| step(&part.text, head)));
        } else if let Some(parts) = with_arrows(&line.text).filter(|_| line.lines.is_empty()) {
            steps.extend(parts.into_iter().map(|part| step(part, head)));
        } else if line.lines.is_empty() || !is_head(line) {
            steps.push(step(&whole(line), head));
        } else {
            gather(&line.lines, Some(&line.text), steps);
        }
    }
}

/// Steps with arrows between them: `Pendaftaran → Pemeriksaan → Penyerahan`.
fn with_arrows(sentence: &str) -> Option<Vec<&str>> {
    let mut marks = ["->", "→", "➔", "⇒", "=>", ">>"].into_iter();
    let mark = marks.find(|mark| sentence.matches(mark).count() > 1)?;
    let parts: Vec<&str> = sentence.split(mark).map(str::trim).collect();
    parts.iter().all(|part| !part.is_empty()).then_some(parts)
}

/// A whole numbered list on one line, behind what it is of.
fn numbered(sentence: &str) -> Option<(String, Vec<Line>)> {
    let (head, parts) = split_inline(sentence)?;
    let digits = parts.iter().all(|part| {
        part.mark
            .as_deref()
            .is_some_and(|mark| mark.starts_with(|c: char| c.is_ascii_digit()))
    });
    (digits && parts.len() > 2 && words(&head).len() <= 8).then_some((head, parts))
}

/// Whether a line only names whom or what the steps below it are for: it is none of them itself.
fn is_head(line: &Line) -> bool {
    let own = words(&line.text);
    let bullet = line
        .mark
        .as_deref()
        .is_none_or(|mark| !mark.starts_with(|c: char| c.is_ascii_alphanumeric()));
    let numbered = line.lines.iter().all(|below| {
        below
            .mark
            .as_deref()
            .is_some_and(|mark| mark.starts_with(|c: char| c.is_ascii_digit()))
    });
    // "Pasien baru" takes no step, "Pasien mendaftar" does.
    let acts = own.iter().skip(1).any(|word| is_doing(word));
    let short = own.len() <= 8 && (actor(&line.text).is_none() || !acts && own.len() > 1);
    line.mark.is_none() || short && (bullet || numbered || line.text.ends_with(':'))
}

/// Whether a word is what somebody does or what is done: `mendaftar`, `diperiksa`, `datang`.
fn is_doing(word: &str) -> bool {
    let starts = ["me", "di", "ber", "ter"]
        .iter()
        .any(|start| word.starts_with(start));
    starts && word.len() > 4 || is_one(word, DOINGS)
}

/// The words of a line with those below it.
fn whole(line: &Line) -> String {
    let below = line.lines.iter().map(|below| {
        let mark = below
            .mark
            .as_deref()
            .map(|mark| format!("{mark} "))
            .unwrap_or_default();
        format!("{mark}{}", whole(below))
    });
    let all: Vec<String> = [line.text.clone()].into_iter().chain(below).collect();
    all.join(" ")
}

fn step(sentence: &str, head: Option<&str>) -> Value {
    record([
        ("text", text(sentence)),
        ("actor", actor(sentence).map(|actor| json!(actor))),
        ("note", head.and_then(text)),
    ])
}

/// Who takes a step: its first word, or the brackets at its end.
fn actor(sentence: &str) -> Option<&'static str> {
    let of = |word: &str| match word {
        word if is_one(word, APPLICANTS) => Some("applicant"),
        word if is_one(word, OFFICERS) => Some("officer"),
        word if is_one(word, SYSTEMS) => Some("system"),
        _ => None,
    };
    let sentence = without_condition(sentence);
    let own = words(sentence);
    let two = own
        .get(1)
        .is_some_and(|word| matches!(word.as_str(), "atau" | "dan"));
    if two
        && own
            .get(2)
            .and_then(|word| of(word))
            .is_some_and(|other| of(&own[0]) != Some(other))
    {
        return None;
    }
    // "Pasien dipanggil": what is done to somebody, others do; but "Kepala Dinas".
    let office = |word: &&String| is_one(word, AGENCIES) || of(word).is_some();
    let passive = own
        .iter()
        .skip(1)
        .find(|word| !office(word))
        .is_some_and(|word| is_passive(word));
    let first = own
        .first()
        .filter(|_| !passive && starts(&own, NO_OFFICERS).is_none());
    let first = first
        .and_then(|word| of(word))
        .or_else(|| works_in_office(sentence, &own));
    let end = sentence.trim_end_matches(['.', ';', ' ']);
    let bracket = end.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let named = bracket.and_then(|(_, inner)| words(inner).first().and_then(|word| of(word)));
    match (first, named) {
        (Some(first), Some(named)) if first != named => None,
        (first, named) => named.or(first),
    }
}

/// A sentence without the condition at its start: `Jika kurang bayar, pemohon melunasi kekurangan`.
fn without_condition(sentence: &str) -> &str {
    let rest = sentence.split_once(", ").map(|(_, rest)| rest);
    rest.filter(|_| starts(&words(sentence), WHEN).is_some())
        .unwrap_or(sentence)
}

/// The longest name of an office before its work, in words.
const OFFICE_NAME: usize = 6;

/// The officer of a sentence that begins with an office which does the work of one: `Dinas menghitung retribusi`,
/// `DPMPTSP menerbitkan izin`.
fn works_in_office(sentence: &str, own: &[String]) -> Option<&'static str> {
    let active = |word: &String| word.starts_with("me") && word.len() > 5;
    let at = own
        .iter()
        .position(active)
        .filter(|at| (1..=OFFICE_NAME).contains(at))?;
    starts(&own[at..], OFFICE_WORK)?;
    let first = own.first()?;
    let agency = is_one(first, AGENCIES) && !is_one(first, ALSO_APPLICANTS);
    // The letters of an office's name stand right before its work.
    let spelled = places(sentence);
    let capital = |place: &Place| {
        let letters = &sentence[place.from..place.to];
        letters.len() > 2 && letters.chars().all(|c| c.is_ascii_uppercase())
    };
    let letters = at <= 2
        && spelled.iter().take(at).all(capital)
        && !spelled.get(at).is_some_and(capital)
        && !is_one(first, PEOPLE);
    (agency || letters).then_some("officer")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_takes_a_step_is_said_first_or_in_brackets() {
        assert_eq!(actor("Pemohon mengambil antrean"), Some("applicant"));
        assert_eq!(actor("Pemeriksaan berkas (Petugas)."), Some("officer"));
        assert_eq!(actor("Sistem mengirim kode"), Some("system"));
        assert_eq!(actor("Pemohon menyerahkan berkas (Petugas loket)"), None);
        assert_eq!(actor("Surat diserahkan kepada pemohon"), None);
        assert_eq!(actor("Pasien dipanggil"), None);
        assert_eq!(actor("Keluarga atau petugas menghubungi sopir"), None);
        assert_eq!(
            actor("Jika lengkap, petugas mencetak kartu"),
            Some("officer")
        );
        assert_eq!(actor("Bila kurang bayar, WP melunasi"), Some("applicant"));
        assert_eq!(actor("Jika lengkap, berkas dicetak"), None);
        assert_eq!(actor("Pasien dicek"), None);
        assert_eq!(actor("Petugas divisi memeriksa berkas"), Some("officer"));
        for text in [
            "Kepala Dinas menandatangani akta",
            "Dinas menghitung retribusi dan menerbitkan SKRD",
            "Badan Pendapatan Daerah menetapkan pajak",
            "DPMPTSP menerbitkan dokumen PBG",
            "TPA/TPT melakukan penilaian",
        ] {
            assert_eq!(actor(text), Some("officer"), "{text}");
        }
        for text in [
            "Kepala Dinas ditemui pemohon",
            "Kepala keluarga menandatangani formulir",
            "Sekolah menerbitkan pengantar",
            "Dinas mengajukan permohonan",
            "WNA menandatangani surat",
            "AHLI WARIS MENANDATANGANI SURAT",
            "KTP diperiksa Dinas",
        ] {
            assert_ne!(actor(text), Some("officer"), "{text}");
        }
    }
}
