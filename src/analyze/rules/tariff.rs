//! Rows of the tariff that look like prices of which one is paid, though no condition says which.

use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::model::service::CostRow;
use crate::resolve::cost::is_price;
use crate::resolve::service::{Item, List, Service, Written};
use crate::span::Span;

/// Reports prices for one thing of which no condition says who pays which: the page can only name the range.
pub fn check(service: &Service<'_>, sink: &mut Sink) {
    let rows = service.list(List::Cost);
    let rows = rows.filter_map(row).filter(|row| is_price(row));
    let rows: Vec<&CostRow> = rows.collect();
    for (index, row) in rows.iter().enumerate() {
        let alike = |other: &&&CostRow| are_alike(row, other);
        let other = rows[..index].iter().find(alike);
        if let (Some(unit), Some(other)) = (row.unit.get(), other.and_then(|row| row.unit.get())) {
            sink.push(counted_alike((unit.span, &unit.value), other.span));
        }
    }
}

/// Whether two rows look like prices of which one is paid: they count the same thing, and no remark says that both are.
pub fn look_alike(one: &Item<'_>, other: &Item<'_>) -> bool {
    let both = row(one).zip(row(other));
    both.is_some_and(|(one, other)| are_alike(one, other))
}

fn are_alike(one: &CostRow, other: &CostRow) -> bool {
    let key = |row: &CostRow| row.unit.get().map(|unit| unit.value.trim().to_lowercase());
    let explained = [one, other].iter().any(|row| row.note.get().is_some());
    !explained && key(one) == key(other)
}

fn row<'a>(item: &Item<'a>) -> Option<&'a CostRow> {
    match item.written {
        Written::Price(row) => Some(row),
        _ => None,
    }
}

fn counted_alike((at, per): (Span, &str), other: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0337,
        at,
        say!(
            "ada beberapa harga per {per} tanpa `jika`, jadi halaman hanya dapat menyebut kisarannya",
            "there are several prices per {per} without `when`, so the page can only state the range"
        ),
    )
    .also(other, say!("baris yang lain", "the other row"))
    .help(say!(
        "tulis pertanyaannya di `pertanyaan`, lalu `jika: …` di tiap baris; jika semuanya dibayar bersama, ketik di bawah tiap baris: catatan: …",
        "write the question under `questions`, then `when: …` in each row; if all of them are paid together, type below each row: note: …"
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
