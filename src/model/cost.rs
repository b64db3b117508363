//! What a service costs: the rows of its tariff, and the sentence that may stand for one.

use super::context::{Context, Decode};
use super::encode::{Encode, Encoder};
use super::range::negative;
use super::record::record;
use super::requirement::LegalBasis;
use super::shape::Shape;
use super::values::Condition;
use super::{Id, Integer, Slot, Text};
use crate::diagnostic::{Code, Diagnostic, Message, say};
use crate::figure::{self, Bound, Price, Stated, Unit};
use crate::yaml::write::{quoted, scalar};
use crate::yaml::{Node, Value};

/// What the service costs: rows of a tariff.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CostTable(pub Vec<CostRow>);

record! {
    /// A row of the tariff.
    pub struct CostRow as "cost_row" short short as Shape::Text, check check_cost {
        id / "id": Id = "The name by which translations refer to it" | "Nama pendek yang dipakai terjemahan",
        label / "label": Text = "What is paid for" | "Untuk apa",
        amount / "rupiah": Integer = "Amount in rupiah; 0 is free" | "Jumlah rupiah; 0 berarti gratis",
        unit / "per": Text = "Per what unit" | "Untuk tiap apa",
        text / "bunyi": Text = "The legal sentence, word for word" | "Kalimat resmi, kata demi kata",
        when / "jika": Condition = "When it applies" | "Kapan berlaku",
        exempt / "dibebaskan": Vec<Text> = "Who pays nothing" | "Siapa yang tidak membayar",
        legal_basis / "dasar_hukum": Vec<LegalBasis> = "The articles it is based on" | "Pasal dasarnya",
        note / "catatan": Text = "A remark" | "Catatan",
    }
}

impl Encode for CostTable {
    fn encode(&self, out: &mut Encoder<'_>) -> Option<serde_json::Value> {
        self.0.encode(out)
    }
}

impl Decode for CostTable {
    fn shape() -> Shape {
        Shape::Any(vec![Vec::<CostRow>::shape(), CostRow::shape()])
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let rows = match &node.value {
            Value::List(_) => Vec::decode(node, cx)?,
            Value::Map(_) => vec![CostRow::decode(node, cx)?],
            _ => vec![short(node, cx)?],
        };
        Some(Self(rows))
    }
}

/// Words for a service that costs nothing.
const FREE: [&str; 7] = [
    "gratis",
    "free",
    "tidak dipungut biaya",
    "tidak ada biaya",
    "tanpa biaya",
    "tidak ada",
    "none",
];

/// `cost: gratis`, `Rp10.000`, `Rp. 10.000,- per lembar`, `50000`.
fn short(node: &Node, cx: &mut Context<'_>) -> Option<CostRow> {
    let text = Text::decode(node, cx)?;
    let Some((amount, per)) = parse_cost(&text.value) else {
        let found = &text.value;
        let finding = Diagnostic::new(
            Code::K0219,
            node.span,
            say!(
                "biayanya tidak terbaca dari `{found}`",
                "`{found}` is not a cost that can be read"
            ),
        );
        let help = match figure::price(found) {
            Stated::Price(price) => row_to_type(&price, found),
            _ => no_cost(found, &cx.key),
        };
        cx.sink.push(finding.help(help));
        return None;
    };
    let unit = per.map_or(Slot::Absent, |value| {
        Slot::Given(Text {
            value,
            span: node.span,
            ..Text::default()
        })
    });
    // A number alone is a value and no sentence.
    let sentence = text.value.contains(char::is_alphabetic);
    Some(CostRow {
        span: node.span,
        amount: Slot::Given(Integer {
            value: amount,
            span: node.span,
        }),
        unit,
        text: if sentence {
            Slot::Given(text)
        } else {
            Slot::Absent
        },
        ..CostRow::default()
    })
}

/// The key that fits a text from which no cost is read.
fn no_cost(text: &str, key: &str) -> Message {
    let nothing = text.chars().all(|c| matches!(c, '0' | '-' | '.' | ','));
    if nothing {
        return say!(
            "ketik {key}: gratis jika tidak dipungut biaya, atau {key}: null jika dinas belum mencantumkannya",
            "type {key}: gratis if there is no charge, or {key}: null if the agency has not stated it"
        );
    }
    say!(
        "tulis {key}: gratis, atau {key}: Rp10.000; kisaran, persen, rumus dan kalimat lain tulis sebagai butir: - bunyi: …",
        "write {key}: gratis, or {key}: Rp10.000; write a range, percentage, formula or any other sentence as an item: - text: …"
    )
}

/// The amount in rupiah, and for each of what; `None` where it is not certain.
pub fn parse_cost(text: &str) -> Option<(i64, Option<String>)> {
    let lower = text.trim().trim_end_matches('.').to_lowercase();
    if FREE.contains(&lower.as_str()) {
        return Some((0, None));
    }
    let whole = figure::read(text)?;
    let plain = whole.bound == Bound::Plain && whole.since.is_none();
    let amount = whole.figure.whole().filter(|_| plain)?;
    let sound = match whole.figure.unit {
        Unit::Rupiah => true,
        // A zero alone may stand for "not filled in".
        Unit::None => amount > 0,
        _ => false,
    };
    sound.then_some((amount, whole.per))
}

/// A tariff is not negative, and what its sentence states is a number too.
fn check_cost(row: &CostRow, cx: &mut Context<'_>) {
    if let Some(amount) = row.amount.get() {
        negative(*amount, cx);
    }
    let in_words = match (&row.amount, row.text.get()) {
        (Slot::Absent, Some(text)) => only_in_words(row, text),
        _ => None,
    };
    if in_words.is_none()
        && let Some(unit) = row.unit.get()
        && row.amount.get().is_none()
    {
        cx.sink.push(unit_of_nothing(unit));
    }
    cx.sink.extend(in_words);
}

/// A unit of an amount that is not there.
fn unit_of_nothing(unit: &Text) -> Diagnostic {
    let per = &unit.value;
    Diagnostic::new(
        Code::K0222,
        unit.span,
        say!(
            "`per: {per}` tidak tampil, karena butir ini tidak menyebut `rupiah`",
            "`unit: {per}` is not shown, because this row has no `amount`"
        ),
    )
    .help(say!(
        "tulis jumlahnya di `rupiah`, atau hapus baris ini",
        "write the sum as `amount`, or delete this line"
    ))
}

/// A sentence that states an amount beside no number; what is certain of it is offered.
fn only_in_words(row: &CostRow, text: &Text) -> Option<Diagnostic> {
    let help = match figure::price(&text.value) {
        Stated::Nothing => return None,
        Stated::Price(price) => below(&price, row),
        Stated::Several(amounts) => several(&amounts),
    };
    let finding = Diagnostic::new(
        Code::K0230,
        text.span,
        say!(
            "kalimat ini menyebut jumlah, tetapi butirnya tidak punya `rupiah`, jadi halaman tidak dapat menyebut biayanya",
            "this sentence states an amount, but its row has no `amount`, so the page cannot say what it costs"
        ),
    );
    Some(finding.help(help))
}

/// The lines that a row still lacks, in Indonesian and in English.
fn lines(price: &Price, row: &CostRow) -> [Vec<String>; 2] {
    let label = price.label.as_deref().filter(|_| row.label.is_absent());
    let per = price.per.as_deref().filter(|_| row.unit.is_absent());
    let made = |keys: [&str; 3]| {
        let [label_key, amount_key, unit_key] = keys;
        let label = label.map(|label| format!("{label_key}: {}", scalar(label)));
        let per = per.map(|per| format!("{unit_key}: {}", scalar(per)));
        let amount = format!("{amount_key}: {}", price.rupiah);
        label.into_iter().chain([amount]).chain(per).collect()
    };
    [
        made(["label", "rupiah", "per"]),
        made(["label", "amount", "unit"]),
    ]
}

fn below(price: &Price, row: &CostRow) -> Message {
    let [id, en] = lines(price, row);
    let (id, en) = (id.join(", lalu "), en.join(", then "));
    if price.per.is_some() || row.unit.get().is_some() {
        return say!(
            "ketik di bawahnya: {id}; bila ada beberapa harga, tulis juga `jika` supaya halaman menyebut harga tiap orang",
            "type below it: {en}; if there are several prices, add a `when` so that the page can tell each person's"
        );
    }
    say!(
        "ketik di bawahnya: {id}; baris tanpa `jika` dijumlahkan, jadi tulis juga `jika` bila tidak semua orang membayarnya",
        "type below it: {en}; rows without `when` are added, so add a `when` unless everyone pays it"
    )
}

/// The row for a sentence that stands alone.
fn row_to_type(price: &Price, sentence: &str) -> Message {
    let [id, en] = lines(price, &CostRow::default());
    let (id, en) = (id.join(", lalu "), en.join(", then "));
    let sentence = quoted(sentence);
    say!(
        "ketik sebagai butir: - bunyi: {sentence}, lalu di bawahnya {id}",
        "type as an item: - text: {sentence}, then below it {en}"
    )
}

fn several(amounts: &[i64]) -> Message {
    let rows = |key: &str| {
        let rows = amounts.iter().map(|amount| format!("{key}: {amount}"));
        rows.collect::<Vec<String>>().join(", ")
    };
    let (id, en) = (rows("rupiah"), rows("amount"));
    say!(
        "tulis satu butir untuk tiap jumlah, masing-masing dengan `label` dan `jika`-nya: {id}",
        "write a row for each amount, each with its `label` and its `when`: {en}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_phrases_of_cost_are_read() {
        assert_eq!(parse_cost("Tidak dipungut biaya"), Some((0, None)));
        assert_eq!(parse_cost("tidak ada"), Some((0, None)));
        assert_eq!(parse_cost("Rp. 10.000,-"), Some((10_000, None)));
        assert_eq!(parse_cost("Rp16.000,00"), Some((16_000, None)));
        assert_eq!(
            parse_cost("Rp 10.000 (sepuluh ribu rupiah)"),
            Some((10_000, None))
        );
        assert_eq!(parse_cost("50000"), Some((50_000, None)));
        assert_eq!(
            parse_cost("Rp10.000/unit"),
            Some((10_000, Some("unit".to_owned())))
        );
        for unclear in [
            "Rp1.00",
            "0",
            "Gratis untuk BPJS",
            "10%",
            "maksimal Rp10.000",
            "Rp1.000-Rp2.000",
        ] {
            assert_eq!(parse_cost(unclear), None, "{unclear}");
        }
    }
}
