//! Telephone numbers without their 0 in front: a spreadsheet takes a number that is typed for an amount, and drops it.

use serde_json::Value;

use super::pen::Pen;
use crate::diagnostic::say;
use crate::telephone::{self, Kind};

/// Keys of channels that are numbers.
const KEYS: [&str; 3] = ["phone", "whatsapp", "sms"];

/// Casts a doubt on each number that lost its 0.
pub(super) fn doubt(pen: &mut Pen) {
    let complaints = pen.written("complaints");
    let channels = complaints.and_then(|complaints| complaints.get("channels")?.as_array());
    let lacking = channels.into_iter().flatten().enumerate();
    let lacking = lacking.filter(|(_, channel)| {
        let numbers = KEYS
            .iter()
            .filter_map(|key| channel.get(key).and_then(Value::as_str));
        numbers.into_iter().any(lacks_zero)
    });
    let places: Vec<usize> = lacking.map(|(at, _)| at).collect();
    for at in places {
        pen.doubt(
            format!("complaints.channels[{at}]"),
            say!(
                "nomor ini tanpa 0 di depan: Excel membuangnya jika nomor diketik sebagai angka; cocokkan dengan sumbernya",
                "this number has no 0 in front: Excel drops it from what is typed as a number; compare it with the source"
            ),
        );
    }
}

fn lacks_zero(text: &str) -> bool {
    let text = text.trim_start_matches(['(', ' ']);
    let begins = text.starts_with(|c: char| c.is_ascii_digit()) && !text.starts_with(['0']);
    let number = telephone::read(text).ok().filter(|_| begins);
    number.is_some_and(|number| {
        let dialled = matches!(number.kind, Kind::Short | Kind::Abroad);
        !dialled && !text.starts_with("62")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_that_need_a_zero_are_doubted() {
        for text in ["2518300333", "81200006405", "254 200083"] {
            assert!(lacks_zero(text), "{text}");
        }
        for text in [
            "0254 200083",
            "(0254) 200083",
            "+62 812 0000 6405",
            "6281200006405",
            "110",
            "1500 000",
        ] {
            assert!(!lacks_zero(text), "{text}");
        }
    }
}
