//! Numbers and addresses below the heading of complaints that are no channel of their kind.

use super::{Said, covered};
use crate::diagnostic::say;
use crate::import::labels::segments;
use crate::import::pen::Pen;
use crate::import::sheet::Component;
use crate::import::values::{address_in, is_clock, is_page, unveiled};
use crate::import::words::says;
use crate::telephone;

/// The fewest digits of a number without its area.
const FEWEST: usize = 6;

/// The most digits of a number with the code of its country.
const MOST: usize = 15;

/// Words beside a number in a channel of another kind.
const OTHER_KINDS: &str = "fax, faks, faksimile, faksimili, facsimile, sms";

/// Keys of channels that are dialled.
const DIALLED: [&str; 4] = ["phone", "whatsapp", "sms", "telegram"];

/// Labels whose channel must be there where something stands behind them.
const LABELLED: [&str; 6] = [
    "email",
    "whatsapp",
    "instagram",
    "facebook",
    "x",
    "telegram",
];

/// A channel of the draft: its key and its value.
type Channel = (String, String);

/// Casts doubts on the complaint channels.
pub(super) fn doubt(pen: &mut Pen, lines: &[Said<'_>]) {
    let channels = channels(pen);
    mixed(pen, &channels);
    let end = format!("complaints.channels[{}]", channels.len());
    for line in lines
        .iter()
        .filter(|line| line.component == Component::Complaints)
    {
        for number in numbers(line.text) {
            number_of(pen, &channels, &end, number);
        }
        for address in addresses(line.text) {
            let clear = unveiled(address);
            if !channels
                .iter()
                .any(|(_, value)| value.contains(address) || value.contains(&clear))
            {
                lost(pen, &end, address);
            }
        }
        for segment in segments(line.text) {
            let known = |kind: &&str| channels.iter().any(|(key, _)| key == *kind);
            let named = segment.kinds.iter().filter(|kind| LABELLED.contains(*kind));
            let missing = named.into_iter().any(|kind| !known(kind));
            if missing && !segment.value.is_empty() && !telephone::names_a_mobile(&segment.whole) {
                lost(pen, &end, &segment.whole);
            }
        }
    }
}

/// What stands for a channel in the draft.
fn channels(pen: &Pen) -> Vec<Channel> {
    let complaints = pen.written("complaints");
    let list = complaints.and_then(|value| value.get("channels")?.as_array());
    let entries = list.into_iter().flatten();
    let entries = entries.filter_map(|channel| {
        let (key, value) = channel.as_object()?.iter().next()?;
        Some((key.clone(), value.as_str().unwrap_or_default().to_owned()))
    });
    entries.collect()
}

/// Channels that hold a number in words of another kind, or several numbers.
fn mixed(pen: &mut Pen, channels: &[Channel]) {
    for (at, (key, value)) in channels.iter().enumerate() {
        let count = numbers(value).len();
        let dialled = DIALLED.contains(&key.as_str());
        let other = key == "other" && says(value, OTHER_KINDS);
        let wrong = if dialled {
            count > 1
        } else {
            count > usize::from(other)
        };
        let video = segments(value)
            .iter()
            .any(|one| one.kinds.contains(&"video"));
        let address =
            matches!(key.as_str(), "other" | "counter") && !video && !addresses(value).is_empty();
        let place = format!("complaints.channels[{at}]");
        if !(wrong || address) || matches!(key.as_str(), "web" | "email") || covered(pen, &place) {
            continue;
        }
        pen.doubt(
            place,
            say!(
                "di dalam kalimat ini ada nomor atau alamat yang seharusnya menjadi saluran tersendiri",
                "these words hold a number or an address that should be a channel of its own"
            ),
        );
    }
}

fn number_of(pen: &mut Pen, channels: &[Channel], end: &str, number: &str) {
    let own = national(number);
    let holds = |(_, value): &&Channel| {
        numbers(value)
            .iter()
            .any(|other| national(other).ends_with(&own))
    };
    let whole = |(_, value): &&Channel| national(value).contains(&own);
    if channels
        .iter()
        .any(|channel| holds(&channel) || whole(&channel))
    {
        return;
    }
    if telephone::names_a_mobile(number) {
        let any = pen
            .doubts()
            .iter()
            .any(|doubt| doubt.field.starts_with("complaints"));
        if !any {
            pen.doubt(
                end,
                say!(
                    "sebuah nomor HP di bagian ini tidak menjadi saluran pengaduan",
                    "a mobile number in this part became no complaint channel"
                ),
            );
        }
        return;
    }
    lost(pen, end, number);
}

fn lost(pen: &mut Pen, end: &str, said: &str) {
    if covered(pen, end) {
        return;
    }
    let said = said.trim();
    pen.doubt(
        end,
        say!(
            "`{said}` tertulis di bagian pengaduan, tetapi tidak menjadi saluran pengaduan",
            "the part on complaints says `{said}`, which became no complaint channel"
        ),
    );
}

/// The digits of a number as it is dialled within the country.
fn national(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("62") {
        Some(rest) if number.trim_start().starts_with(['+', '6']) => format!("0{rest}"),
        _ => digits,
    }
}

/// The runs of digits in a text that may be dialled.
fn numbers(text: &str) -> Vec<&str> {
    let part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '+' | '.');
    let mut found = Vec::new();
    for run in text.split(|c: char| !part(c)) {
        let mut from = 0;
        for (at, _) in run.match_indices(['(', '+']).filter(|(at, _)| *at > 0) {
            if count(&run[from..at]) >= FEWEST {
                found.push(&run[from..at]);
                from = at;
            }
        }
        found.push(&run[from..]);
    }
    found.retain(|run| {
        let run = run.trim();
        (FEWEST..=MOST).contains(&count(run)) && !is_clock(run)
    });
    found
}

fn count(run: &str) -> usize {
    run.bytes().filter(u8::is_ascii_digit).count()
}

/// The addresses in a text: of mail, of a page, of an account.
fn addresses(text: &str) -> Vec<&str> {
    let edges = |c: char| !c.is_alphanumeric() && c != '@' && c != '_';
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|'));
    let parts = parts.map(|part| part.trim_matches(edges));
    let fits = |part: &&str| {
        let lower = part.to_lowercase();
        let veiled = ["[at]", "<at>", "(at)"].iter().any(|at| lower.contains(at));
        let page = is_page(&lower) && address_in(part).is_some();
        let at = part.contains('@') && part.len() > 3;
        at || veiled || page
    };
    parts.filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_dialled_or_written_to_is_found() {
        let count = |text: &str| (numbers(text).len(), addresses(text).len());
        for (text, wanted) in [
            ("Telp (0299) 123456 / 123457", (2, 0)),
            ("0812-1111-2222 (WA) dan 0812 1111 3333", (2, 0)),
            ("Senin 08.00 - 15.00, lantai 2, Jl. Contoh 12", (0, 0)),
            ("surel a@b.example, akun @contoh", (0, 2)),
            ("aduan[at]contoh.example; www.contoh.example", (0, 2)),
        ] {
            assert_eq!(count(text), wanted, "{text}");
        }
    }
}
