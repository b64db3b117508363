//! Rows of the tariff that look like prices of which one is paid, though no condition says which.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::model::Text;
use crate::model::service::CostRow;
use crate::resolve::cost::{is_price, unit_key};
use crate::resolve::service::{Item, List, Service, Written};
use crate::span::Span;

/// Reports prices for one thing of which no condition says who pays which: the page can only name the range.
pub fn check(service: &Service<'_>, sink: &mut Sink) {
    let mut units: BTreeMap<String, Vec<(&CostRow, &Text)>> = BTreeMap::new();
    let rows = service.list(List::Cost).filter_map(row);
    for row in rows.filter(|row| is_price(row)) {
        if let Some(unit) = row.unit.get() {
            units
                .entry(unit_key(Some(unit)))
                .or_default()
                .push((row, unit));
        }
    }
    check_alternatives(service, sink);
    for prices in units.values() {
        let explained = prices.iter().all(|(row, _)| row.note.get().is_some());
        if let [(_, first), (_, second), ..] = prices.as_slice()
            && !explained
        {
            sink.push(counted_alike(second, first.span));
        }
    }
}

/// Words of which only one is somebody's case: whoever is one of a line is none of its others.
const ALTERNATIVES: [&str; 16] = [
    "pagi, siang, sore, malam",
    "dewasa, anak, balita, bayi, lansia",
    "baru, perpanjangan, penggantian, perubahan, lanjutan, duplikat",
    "pertama, kedua, ketiga, ulang",
    "umum, bpjs, jkn, asuransi",
    "kecil, sedang, besar",
    "wni, wna",
    "perorangan, perusahaan, instansi, lembaga, badan",
    "hilang, rusak",
    "motor, mobil, truk, bus",
    "laki-laki, pria, perempuan, wanita",
    "harian, mingguan, bulanan, tahunan",
    "biasa, kilat, cepat, ekspres",
    "ringan, berat",
    "pelajar, mahasiswa",
    "weekday, weekend",
];

/// Reports prices without a condition whose labels are two cases of one thing: the page adds them for everyone.
fn check_alternatives(service: &Service<'_>, sink: &mut Sink) {
    let rows = service.list(List::Cost).filter_map(|item| {
        let row = row(item)?;
        let is_charged = row.amount.get().is_some_and(|amount| amount.value > 0);
        let alone = row.when.is_absent() && row.unit.get().is_none() && row.note.get().is_none();
        let words = row.label.get().or(row.text.get())?;
        (is_charged && alone).then_some((row, words))
    });
    let mut cases: BTreeMap<String, (String, Span)> = BTreeMap::new();
    for (row, label) in rows {
        for (of, case) in cases_of(&label.value) {
            match cases.get(&of) {
                Some((known, other)) if *known != case => {
                    sink.push(added_alternatives(row.span, *other));
                    return;
                }
                Some(_) => {}
                None => drop(cases.insert(of, (case, row.span))),
            }
        }
    }
}

/// The cases that a label names, and of what each is one: a word of [`ALTERNATIVES`] is one of its line, and a letter or a
/// number is one of the same label with others in its place.
fn cases_of(label: &str) -> Vec<(String, String)> {
    let lower = label.to_lowercase();
    let words = lower.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let named = ALTERNATIVES.iter().filter_map(|line| {
        let case = line.split(", ").find(|case| words.contains(case))?;
        Some(((*line).to_owned(), case.to_owned()))
    });
    let is_mark = |word: &str| {
        let is_roman = word.chars().all(|c| "ivx".contains(c));
        word.chars().count() == 1 || is_roman || word.chars().all(|c| c.is_ascii_digit())
    };
    let numbered = words
        .iter()
        .enumerate()
        .filter(|(_, word)| words.len() > 1 && is_mark(word));
    let numbered = numbered.map(|(at, word)| {
        let mut others = words.clone();
        others[at] = "#";
        (others.join(" "), (*word).to_owned())
    });
    named.chain(numbered.take(MOST_MARKS)).collect()
}

/// How many letters and numbers of a label may be what tells it from others.
const MOST_MARKS: usize = 8;

fn added_alternatives(at: Span, other: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0337,
        at,
        say!(
            "harga ini dan harga di atasnya tampak seperti pilihan, tetapi tanpa `jika` semuanya dijumlahkan",
            "this price and one above look like alternatives, but without `when` all of them are added"
        ),
    )
    .also(other, say!("baris yang lain", "the other row"))
    .help(say!(
        "jika hanya salah satu yang dibayar, tulis pertanyaannya di `pertanyaan`, lalu `jika: …` di tiap baris; jika memang dibayar bersama, ketik di bawah salah satunya: catatan: …",
        "if only one of them is paid, write the question under `questions`, then `when: …` in each row; if all are paid together, type below one of them: note: …"
    ))
}

/// Whether two rows look like prices of which one is paid: they count the same thing, and no remark says that both are.
pub fn look_alike(one: &Item<'_>, other: &Item<'_>) -> bool {
    let Some((one, other)) = row(one).zip(row(other)) else {
        return false;
    };
    let explained = [one, other].iter().any(|row| row.note.get().is_some());
    !explained && unit_key(one.unit.get()) == unit_key(other.unit.get())
}

/// Where a price for everyone stands that looks like a row with a condition.
pub fn for_everyone(service: &Service<'_>, conditional: &Item<'_>) -> Option<Span> {
    let mut prices = service
        .list(List::Cost)
        .filter(|item| row(item).is_some_and(is_price));
    let price = prices.find(|item| look_alike(item, conditional));
    Some(price.and_then(row)?.unit.get()?.span)
}

fn row<'a>(item: &Item<'a>) -> Option<&'a CostRow> {
    match item.written {
        Written::Price(row) => Some(row),
        _ => None,
    }
}

fn counted_alike(unit: &Text, other: Span) -> Diagnostic {
    let per = &unit.value;
    Diagnostic::new(
        Code::K0337,
        unit.span,
        say!(
            "ada beberapa harga per {per} tanpa `jika`, jadi halaman hanya dapat menyebut kisarannya",
            "there are several prices per {per} without `when`, so the page can only state the range"
        ),
    )
    .also(other, say!("baris yang lain", "the other row"))
    .help(say!(
        "tulis pertanyaannya di `pertanyaan`, lalu `jika: …` di tiap baris; jika semuanya dibayar bersama, jadikan satu baris dengan jumlahnya; jika kisaran itu cukup, jelaskan tiap baris dengan `catatan`",
        "write the question under `questions`, then `when: …` in each row; if all of them are paid together, make them one row with the sum; if the range will do, explain each row in a `note`"
    ))
}

/// Two rows whose conditions, at these places, hold at once for some answers.
pub fn added(at: Span, other: Span, shown: Message) -> Diagnostic {
    Diagnostic::new(
        Code::K0337,
        at,
        say!(
            "dua baris biaya berlaku bagi orang yang sama, jadi dijumlahkan",
            "two rows of the cost apply to the same person, so they are added"
        ),
    )
    .label(shown)
    .also(other, say!("baris yang lain", "the other row"))
    .help(say!(
        "jika hanya salah satu yang dibayar, ubah salah satu `jika`; jika memang dibayar bersama, ketik di bawah salah satunya: catatan: …",
        "if only one of them is paid, change one `when`; if both are paid together, type below one of them: note: …"
    ))
}

/// A price for everyone, and a row with a condition that counts the same thing.
pub fn added_to_all(at: Span, other: Span, shown: Message) -> Diagnostic {
    let mut finding = added(at, other, shown);
    finding.help = None;
    finding.help(say!(
        "jika harga ini menggantikan yang lain, beri baris yang lain `jika` dengan syarat sebaliknya; jika memang ditambahkan, ketik di bawah salah satunya: catatan: …",
        "if this price replaces the other, give the other row a `when` with the opposite condition; if it is paid besides, type below one of them: note: …"
    ))
}
