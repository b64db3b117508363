//! Requirements that name a paper of documents.yaml, or nearly, without a link to it.
//!
//! Only what a requirement begins with counts: "KTP orang tua" asks for a KTP, "Formulir pengajuan KTP" does not.

use super::texts::words::{Word, words};
use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::Text;
use crate::model::registry::DocumentRecord;
use crate::model::service::{Requirement, RequirementKind};
use crate::resolve::names::Names;
use crate::resolve::service::{Service, kind_of};
use crate::similar::is_slip;

/// What may stand before the name: how the paper is brought.
const BEFORE: &str = "asli salinan fotokopi fotocopy fotocopi foto copy kopi scan hasil membawa menyerahkan melampirkan \
    menyertakan menunjukkan memperlihatkan dan original copy of the a";

/// Words that join the paper with another, or make another of it.
const JOINS: &str = "dan atau serta & or and";

/// Words that make another paper of it, wherever they stand: "KK yang rusak" is not the one that one has.
const OTHERS: &str = "baru lama hilang rusak model new old lost damaged";

/// Reports papers that are named and not linked.
pub fn check(service: &Service<'_>, names: &Names<'_>, sink: &mut Sink) {
    let papers = service.papers().filter_map(|item| item.requirement());
    for requirement in papers {
        if !is_open(requirement) {
            continue;
        }
        let said = [requirement.text.get(), requirement.label.get()];
        let found = said.into_iter().flatten().find_map(|text| {
            let (document, named) = named(text, names)?;
            Some((text, document, named))
        });
        if let Some((text, document, named)) = found {
            sink.extend(finding(text, document, named));
        }
    }
}

/// Whether nothing links the requirement yet.
fn is_open(requirement: &Requirement) -> bool {
    let links = [&requirement.any_of, &requirement.all_of];
    let none = requirement.document.is_absent() && links.iter().all(|link| link.is_absent());
    let said = [requirement.text.get(), requirement.label.get()];
    let mut said = said.into_iter().flatten();
    let is_other = said.any(|text| words(&text.value).iter().any(|word| word.is(OTHERS)));
    // Who says where it comes from has thought about it.
    let is_open = none && !is_other && requirement.obtain_from.is_absent();
    is_open && kind_of(requirement) == RequirementKind::Document
}

/// The bytes of a name in a text, and whether it is written as in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Named {
    from: usize,
    to: usize,
    is_exact: bool,
}

/// The paper that a text begins with.
fn named<'n>(text: &Text, names: &Names<'n>) -> Option<(&'n DocumentRecord, Named)> {
    let all = words(&text.value);
    let start = all.iter().position(|word| !word.is(BEFORE))?;
    let rest = &all[start..];
    let mut best: Option<(&DocumentRecord, usize, Named)> = None;
    for (document, name) in names.document_names() {
        let Some((length, is_exact)) = fits(rest, name) else {
            continue;
        };
        let named = Named {
            from: rest.first()?.from,
            to: rest.get(length - 1)?.to,
            is_exact,
        };
        let better =
            best.is_none_or(|(_, most, before)| (is_exact, length) > (before.is_exact, most));
        if better {
            best = Some((document, length, named));
        }
    }
    let (document, length, named) = best?;
    let next = rest.get(length);
    let joined = next.is_some_and(|next| next.is(JOINS) || next.gap.contains(['/', '&', ',', '-']));
    // A second paper needs a link of its own kind, which nobody can guess.
    let several = rest[length..].iter().any(|word| word.is("dan atau and or"));
    (!joined && !several).then_some((document, named))
}

/// How many words of the text are the name, and whether exactly.
fn fits(rest: &[Word<'_>], name: &str) -> Option<(usize, bool)> {
    let wanted = words(name);
    let said = rest.get(..wanted.len()).filter(|said| !said.is_empty())?;
    let pairs = || said.iter().zip(&wanted);
    if pairs().all(|(said, wanted)| said.text == wanted.text) {
        return Some((wanted.len(), true));
    }
    let slips = pairs().filter(|(said, wanted)| said.text != wanted.text);
    let slips: Vec<_> = slips.collect();
    let [(said, wanted_word)] = slips[..] else {
        return None;
    };
    // One word of several, or a long one, may have a slip.
    let enough = wanted.len() > 1 || wanted_word.text.chars().count() >= 7;
    (enough && is_slip(&said.text, &wanted_word.text)).then_some((wanted.len(), false))
}

fn finding(text: &Text, document: &DocumentRecord, named: Named) -> Option<Diagnostic> {
    let id = &document.id.get()?.value;
    let name = document.name.str();
    let said = &text.value[named.from..named.to];
    let span = text.span_of(named.from, named.to);
    let message = match named.is_exact {
        true => say!(
            "persyaratan ini menyebut `{said}`, tetapi tidak menunjuk ke dokumennya",
            "this requirement names `{said}` and does not link the document"
        ),
        false => say!(
            "persyaratan ini menyebut `{said}`; mungkin maksudnya `{name}` di documents.yaml",
            "this requirement names `{said}`, which may be `{name}` of documents.yaml"
        ),
    };
    Some(Diagnostic::new(Code::K0409, span, message).help(say!(
        "ketik di bawah `bunyi`: dokumen: {id}; jika ini dokumen lain, biarkan",
        "type below `text`: document: {id}; if it is another document, leave it"
    )))
}
