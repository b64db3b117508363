//! Addresses of other sites in the content, tried one by one: on request only, and politely.
//!
//! # Steps
//!
//! 1. [`addresses`] finds them in the text of the files, each once, with all its places.
//! 2. [`attempt`] asks for each: HEAD, and GET where that is refused; one request at a time to a host, with a pause, and few at once.
//! 3. [`findings`] tells what is gone from what is only in trouble.
//!
//! Nothing of a person leaves: an address with a name or a long number in it is not tried. Neither is one in a private
//! network, unless the site itself stands there.

pub mod addresses;
pub mod attempt;
mod network;

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Message, say};
use crate::span::Span;
use attempt::Answer;

/// What was found of the addresses that were tried.
pub fn findings(
    places: &BTreeMap<String, Vec<Span>>,
    answers: &BTreeMap<String, Answer>,
) -> Vec<Diagnostic> {
    let found = answers.iter().filter_map(|(address, answer)| {
        let (first, others) = places.get(address)?.split_first()?;
        let (code, message, help) = told(address, answer)?;
        let finding = Diagnostic::new(code, *first, message).help(help);
        Some(others.iter().fold(finding, |finding, other| {
            finding.also(*other, say!("di sini juga", "here too"))
        }))
    });
    found.collect()
}

fn told(address: &str, answer: &Answer) -> Option<(Code, Message, Message)> {
    if let Answer::Moved(to) = answer {
        let message = say!(
            "`{address}` pindah ke `{to}`",
            "`{address}` has moved to `{to}`"
        );
        return Some((Code::K0413, message, say!("ketik: {to}", "type: {to}")));
    }
    if let Some(message) = gone(address, answer) {
        let help = say!(
            "cari alamatnya yang baru, atau hapus link ini",
            "look for its new address, or delete the link"
        );
        return Some((Code::K0411, message, help));
    }
    let help = say!(
        "buka sendiri di browser; mungkin nanti bisa lagi",
        "open it in a browser; it may work again later"
    );
    Some((Code::K0412, trouble(address, answer)?, help))
}

/// What is gone for all that one can tell.
fn gone(address: &str, answer: &Answer) -> Option<Message> {
    match answer {
        Answer::Gone(status) => Some(say!(
            "`{address}` tidak ada lagi (jawaban {status})",
            "`{address}` is gone (status {status})"
        )),
        Answer::UnknownHost => Some(say!(
            "situs `{address}` tidak dikenal",
            "the site of `{address}` is not known"
        )),
        _ => None,
    }
}

/// What may pass, or is so for programs alone.
fn trouble(address: &str, answer: &Answer) -> Option<Message> {
    Some(match answer {
        Answer::Refused(status) => say!(
            "`{address}` tidak dapat dibuka oleh program (jawaban {status})",
            "`{address}` cannot be opened by a program (status {status})"
        ),
        Answer::Failing(status) => say!(
            "situs `{address}` sedang bermasalah (jawaban {status})",
            "the site of `{address}` has a problem (status {status})"
        ),
        Answer::TimedOut => say!(
            "`{address}` tidak menjawab pada waktunya",
            "`{address}` did not answer in time"
        ),
        Answer::NoConnection(why) => say!(
            "tidak tersambung ke `{address}`: {why}",
            "no connection to `{address}`: {why}"
        ),
        Answer::Circle => say!(
            "`{address}` berpindah-pindah tanpa akhir",
            "`{address}` leads on and on"
        ),
        _ => return None,
    })
}
