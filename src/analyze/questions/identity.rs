//! Questions for what identifies a person: a number of an identity card, a name, a telephone, an address.
//!
//! A choice or a yes/no may speak of such things ("Apakah nama di KTP berubah?"); what is refused is to ask for them.

use crate::analyze::texts::words::{Word, words};
use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::model::Text;
use crate::model::service::Question;
use crate::span::Span;

/// From here on a number is a mark of somebody, not an amount.
const A_MARK: i64 = 1_000_000_000;

/// From here on a number that is called NIK or the like is one.
const LARGE: i64 = 100_000;

/// Units of money, of which there can be many.
const MONEY: [&str; 5] = ["rupiah", "rp", "idr", "ribu", "juta"];

/// Words that ask for what stands next.
const QUESTIONS: [&str; 7] = [
    "berapa",
    "berapakah",
    "apa",
    "siapa",
    "siapakah",
    "mana",
    "what",
];

/// Words that order what stands soon after.
const ORDERS: [&str; 15] = [
    "masukkan",
    "masukan",
    "tulis",
    "tuliskan",
    "isi",
    "isikan",
    "ketik",
    "ketikkan",
    "sebutkan",
    "sebut",
    "cantumkan",
    "salin",
    "lampirkan",
    "enter",
    "type",
];

/// What may stand between a question and the thing: "Berapa nomor NIK Anda?"
const BETWEEN: [&str; 8] = ["nomor", "no", "digit", "angka", "kode", "16", "18", "is"];

/// How far after an order the thing stands.
const REACH: usize = 4;

/// What identifies a person, as a row of words; the longest first.
const MARKS: [&[&str]; 26] = [
    &["nomor", "induk", "kependudukan"],
    &["nomor", "induk", "pegawai"],
    &["nomor", "kartu", "keluarga"],
    &["nomor", "kk"],
    &["nomor", "ktp"],
    &["nomor", "paspor"],
    &["nomor", "rekening"],
    &["nomor", "telepon"],
    &["nomor", "telpon"],
    &["nomor", "hp"],
    &["nomor", "handphone"],
    &["nomor", "ponsel"],
    &["nomor", "wa"],
    &["nomor", "whatsapp"],
    &["nomor", "npwp"],
    &["no", "kk"],
    &["no", "ktp"],
    &["no", "hp"],
    &["no", "wa"],
    &["no", "telepon"],
    &["nik"],
    &["nip"],
    &["npwp"],
    &["email"],
    &["surel"],
    &["e-mail"],
];

/// Names of numbers that are marks of somebody, as the id of a question.
const IDS: [&str; 18] = [
    "nik",
    "nip",
    "npwp",
    "kk",
    "no_kk",
    "nomor_kk",
    "nokk",
    "no_ktp",
    "nomor_ktp",
    "hp",
    "no_hp",
    "nomor_hp",
    "telepon",
    "no_telepon",
    "nomor_telepon",
    "wa",
    "no_wa",
    "nomor_wa",
];

/// Reports a question that asks who somebody is.
pub fn check(question: &Question, sink: &mut Sink) {
    let number = question.number.get();
    let max = number.and_then(|range| range.max.get());
    let unit = number.and_then(|range| range.unit.get());
    let money = unit.is_some_and(|unit| words(&unit.value).iter().any(|word| word.is(&MONEY)));
    let texts = [&question.ask, &question.hint];
    for text in texts.into_iter().filter_map(|text| text.get()) {
        let large = max.is_some_and(|max| max.value >= LARGE) && !money;
        if let Some((what, span)) = asked_for(text, large) {
            sink.push(finding(&what, span));
            return;
        }
    }
    if let (Some(id), Some(_)) = (question.id.get(), number)
        && IDS.contains(&id.value.to_lowercase().replace('-', "_").as_str())
    {
        sink.push(finding(&id.value, id.span));
    } else if let Some(max) = max
        && max.value >= A_MARK
        && !money
    {
        sink.push(too_large(max.span, max.value));
    }
}

/// What the text asks for, and where; in a question for a `large` number it is enough that it is named.
fn asked_for(text: &Text, large: bool) -> Option<(String, Span)> {
    let words = words(&text.value);
    (0..words.len()).find_map(|at| {
        let length = mark(&words, at)?;
        let asked = questioned(&words, at) || ordered(&words, at);
        let (from, to) = (words[at].from, words[at + length - 1].to);
        (asked || large).then(|| (text.value[from..to].to_owned(), text.span_of(from, to)))
    })
}

/// The number of words of the mark that starts here.
fn mark(words: &[Word], at: usize) -> Option<usize> {
    let starts = |mark: &&&[&str]| {
        let here = words.get(at..at + mark.len());
        here.is_some_and(|here| {
            here.iter()
                .zip(**mark)
                .all(|(word, text)| word.text == *text)
        })
    };
    if let Some(found) = MARKS.iter().find(starts) {
        return Some(found.len());
    }
    // A name or an address is somebody's only with a word that says whose.
    let own = words[at].is(&["nama", "alamat"]);
    let after = words.get(at + 1);
    let whole = after.is_some_and(|after| after.is(&["lengkap"]));
    let whose = words.get(at + 1 + usize::from(whole));
    let somebody = whose.is_some_and(|word| {
        word.is(&[
            "anda", "kamu", "pemohon", "ibu", "ayah", "bapak", "orang", "pasangan", "suami",
            "istri", "anak",
        ])
    });
    let somebody = somebody
        || (words[at].is(&["alamat"]) && after.is_some_and(|after| after.is(&["email", "rumah"])));
    // "Di mana alamat Anda?" may have choices; only an order asks for it in free words.
    let free = words[at].is(&["nama"]) || ordered(words, at);
    (own && free && (somebody || whole)).then_some(1 + usize::from(whole))
}

fn questioned(words: &[Word], at: usize) -> bool {
    let before = words[..at].iter().rev();
    let mut before = before.skip_while(|word| word.is(&BETWEEN));
    before.next().is_some_and(|word| word.is(&QUESTIONS))
}

fn ordered(words: &[Word], at: usize) -> bool {
    (0..at).rev().take(REACH).any(|order| {
        let before = order.checked_sub(1).map(|before| &words[before]);
        let not = before.is_some_and(|word| word.is(&["jangan", "tidak", "tanpa", "bukan"]));
        words[order].is(&ORDERS) && !not
    })
}

fn mend() -> Message {
    say!(
        "tanyakan hanya yang menentukan syarat, misalnya: tanya: Apakah Anda sudah punya NIK? lalu ya_tidak: ya; nomor dan nama diminta petugas di loket",
        "ask only what decides a condition, such as: ask: Apakah Anda sudah punya NIK? and yes_no: true; numbers and names are for the officer at the counter"
    )
}

fn finding(what: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0336,
        span,
        say!(
            "pertanyaan ini meminta `{what}`, yang menunjukkan siapa seseorang",
            "this question asks for `{what}`, which tells who somebody is"
        ),
    )
    .help(if what.to_lowercase().contains("nama") {
        say!(
            "hapus pertanyaan ini; nama diminta petugas di loket",
            "delete this question; the officer at the counter asks for the name"
        )
    } else {
        mend()
    })
}

fn too_large(span: Span, max: i64) -> Diagnostic {
    Diagnostic::new(
        Code::K0336,
        span,
        say!(
            "jawaban sampai {max} bukan jumlah, melainkan nomor milik seseorang",
            "an answer of up to {max} is no amount but a number that belongs to somebody"
        ),
    )
    .help(mend())
}
