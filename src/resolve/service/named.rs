//! The names by which steps and tests refer to requirements and criteria.

use super::item::{Item, List};
use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::model::service::ServiceDocument;
use crate::model::{Slot, Text};
use crate::resolve::names::{REQUIREMENT, unknown};
use crate::similar::nearest;

/// How many requirements a help lists.
const LISTED: usize = 12;

/// The most letters of a requirement's words in a help.
const LONGEST: usize = 40;

/// Reports what the steps and tests of a service name and the service does not have.
pub(super) fn check(service: &ServiceDocument, items: &[Item<'_>], sink: &mut Sink) {
    let requirements = items.iter();
    let requirements = requirements.filter(|item| item.list == List::Requirements);
    let requirements: Vec<&Item<'_>> = requirements.collect();
    let named = items.iter().filter(|item| item.list.is_named());
    let named: Vec<&Item<'_>> = named.collect();
    for step in service.procedure.items() {
        expect(&step.needs, &requirements, sink);
    }
    for test in service.tests.items() {
        expect(&test.bring, &requirements, sink);
        for list in [
            &test.fails,
            &test.not_eligible,
            &test.not_needed,
            &test.do_first,
        ] {
            expect(list, &named, sink);
        }
    }
}

fn expect(given: &Slot<Vec<Text>>, known: &[&Item<'_>], sink: &mut Sink) {
    for name in given.items() {
        if known.iter().any(|item| item.is_called(&name.value)) {
            continue;
        }
        if sink.has_many(Code::K0401) {
            // Nobody reads so many guesses, and each looks at every requirement.
            sink.push(unknown(
                &name.value,
                name.span,
                REQUIREMENT,
                std::iter::empty(),
            ));
            continue;
        }
        let ids = known.iter().filter_map(|item| item.id);
        if known.is_empty() || nearest(&name.value, ids.clone()).is_some() {
            sink.push(unknown(&name.value, name.span, REQUIREMENT, ids));
        } else {
            sink.push(listed(name, known));
        }
    }
}

/// `lapor (Surat keterangan kehilangan)`
fn shown(item: &&Item<'_>) -> String {
    let words = item.words().map_or("", |words| &words.value);
    let short: String = words.chars().take(LONGEST).collect();
    let cut = if short.len() < words.len() { "…" } else { "" };
    format!("{} ({}{cut})", item.name(), short.trim_end())
}

/// The finding that says which requirements there are, in words.
fn listed(name: &Text, known: &[&Item<'_>]) -> Diagnostic {
    let written = &name.value;
    let meant = known.iter().find(|item| {
        let words = item.words().map_or("", |words| &words.value);
        words.to_lowercase().trim() == written.to_lowercase().trim()
    });
    let help: Message = match meant {
        Some(meant) => {
            let own = meant.name();
            say!(
                "di sini ditulis id atau nomornya, ketik: {own}",
                "write the id or number here, type: {own}"
            )
        }
        None => {
            let list: Vec<String> = known.iter().take(LISTED).map(shown).collect();
            let more = if known.len() > LISTED { ", …" } else { "" };
            let list = list.join(", ");
            say!(
                "tulis id atau nomornya: {list}{more}",
                "write its id or number: {list}{more}"
            )
        }
    };
    Diagnostic::new(
        Code::K0401,
        name.span,
        say!(
            "`{written}` bukan persyaratan layanan ini",
            "`{written}` is not a requirement of this service"
        ),
    )
    .help(help)
}
