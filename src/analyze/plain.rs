//! What a citizen stumbles over: long sentences, words of offices, abbreviations that nobody explains.
//!
//! Only hints, one for each kind and file, with all the places: staff decide. What is looked at are the words that a
//! service says in its own name. The legal sentence is not its own to shorten: where no `label` stands beside it, its
//! words are looked at, its length is not.

mod abbreviations;
mod jargon;
mod sentences;
mod shown;

use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::parse::dictionary::Dictionary;
use crate::resolve::names::Names;
use crate::resolve::service::Service;
use crate::span::Span;
use shown::Shown;

/// How many places a finding shows.
const MOST_SHOWN: usize = 5;

/// A place, and what is said beside it.
struct Place {
    span: Span,
    what: Message,
}

/// Reports what is hard to read in a service, in its own language and in each translation.
pub fn check<'w>(
    service: &Service<'_>,
    language: &str,
    translations: impl IntoIterator<Item = (&'w str, &'w Dictionary)>,
    names: &Names<'_>,
    sink: &mut Sink,
) {
    let shown = shown::of(service);
    check_file(&shown, language, names, sink);
    for (language, words) in translations {
        check_file(&shown::translated(&shown, words), language, names, sink);
    }
}

fn check_file(shown: &[Shown<'_>], language: &str, names: &Names<'_>, sink: &mut Sink) {
    let passages: Vec<_> = shown.iter().flat_map(Shown::passages).collect();
    let long = sentences::long(&passages);
    sink.extend(finding(Code::K0606, long, |count| {
        let most = sentences::MOST_WORDS;
        (
            say!(
                "kalimat yang lebih panjang dari {most} kata: {count}",
                "sentences of more than {most} words: {count}"
            ),
            say!(
                "pecah menjadi kalimat pendek, satu hal satu kalimat; rincian ditulis sebagai daftar",
                "split them: one thing a sentence; write enumerations as lists"
            ),
        )
    }));
    let words = jargon::of(&passages, language);
    sink.extend(finding(Code::K0607, words, |count| {
        (
            say!(
                "kata kantor yang punya padanan lebih mudah: {count}",
                "words of offices that have a plainer one: {count}"
            ),
            say!(
                "ganti kata itu; bunyi resmi tetap, tulis kalimat mudahnya di `label`",
                "replace them; a legal sentence stays, write the plain one as its `label`"
            ),
        )
    }));
    let short = abbreviations::unexplained(shown, &passages, names);
    sink.extend(finding(Code::K0608, short, |count| {
        (
            say!(
                "singkatan yang tidak dijelaskan di layanan ini: {count}",
                "abbreviations that this service does not explain: {count}"
            ),
            say!(
                "tulis kepanjangannya di tempat pertama, misalnya: surat pernyataan tanggung jawab mutlak (SPTJM)",
                "write it out where it stands first, for example: statement of responsibility (SPTJM)"
            ),
        )
    }));
}

/// One finding for all places of a kind in a file.
fn finding(
    code: Code,
    places: Vec<Place>,
    say: impl Fn(usize) -> (Message, Message),
) -> Option<Diagnostic> {
    let count = places.len();
    let (message, help) = say(count);
    let mut places = places.into_iter();
    let first = places.next()?;
    let finding = Diagnostic::new(code, first.span, message);
    let others = places.take(MOST_SHOWN - 1);
    let finding = others.fold(finding.label(first.what), |finding, place| {
        finding.also(place.span, place.what)
    });
    let left = count.saturating_sub(MOST_SHOWN);
    Some(finding.help(match left {
        0 => help,
        _ => {
            let Message { id, en } = help;
            say!(
                "{id} (dan {left} tempat lagi)",
                "{en} (and {left} more places)"
            )
        }
    }))
}
