//! The names by which steps and tests refer to requirements and criteria.

use super::names::{REQUIREMENT, unknown};
use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::model::decode::nearest;
use crate::model::service::{Requirement, ServiceDocument};
use crate::model::{Slot, Text};

/// How many requirements a help lists.
const LISTED: usize = 12;

/// The most letters of a requirement's words in a help.
const LONGEST: usize = 40;

/// A name that a step or test may write, and what it means.
struct Known {
    number: String,
    id: Option<String>,
    words: String,
}

impl Known {
    /// The name that stays when the order changes.
    fn name(&self) -> &str {
        self.id.as_deref().unwrap_or(&self.number)
    }

    fn is(&self, name: &str) -> bool {
        self.number == name || self.id.as_deref() == Some(name)
    }

    /// `lapor (Surat keterangan kehilangan)`
    fn shown(&self) -> String {
        let short: String = self.words.chars().take(LONGEST).collect();
        let cut = if short.len() < self.words.len() {
            "…"
        } else {
            ""
        };
        format!("{} ({}{cut})", self.name(), short.trim_end())
    }
}

/// Reports what the steps and tests of a service name and the service does not have.
pub(super) fn check(service: &ServiceDocument, sink: &mut Sink) {
    let mut papers = Vec::new();
    add(service.requirements.items(), "", &mut papers);
    let mut criteria = Vec::new();
    add(service.requirements.items(), "", &mut criteria);
    for (index, criterion) in service.eligibility.items().iter().enumerate() {
        let words = criterion.label.get().or(criterion.text.get());
        criteria.push(Known {
            number: format!("eligibility.{}", index + 1),
            id: criterion.id.get().map(|id| id.value.clone()),
            words: words.map(|text| text.value.clone()).unwrap_or_default(),
        });
    }
    for step in service.procedure.items() {
        expect(&step.needs, &papers, sink);
    }
    for test in service.tests.items() {
        expect(&test.bring, &papers, sink);
        for list in [
            &test.fails,
            &test.not_eligible,
            &test.not_needed,
            &test.do_first,
        ] {
            expect(list, &criteria, sink);
        }
    }
}

fn add(requirements: &[Requirement], prefix: &str, known: &mut Vec<Known>) {
    for (index, requirement) in requirements.iter().enumerate() {
        let number = format!("{prefix}{}", index + 1);
        let words = requirement.label.get().or(requirement.text.get());
        known.push(Known {
            number: number.clone(),
            id: requirement.id.get().map(|id| id.value.clone()),
            words: words.map(|text| text.value.clone()).unwrap_or_default(),
        });
        add(requirement.items.items(), &format!("{number}."), known);
    }
}

fn expect(given: &Slot<Vec<Text>>, known: &[Known], sink: &mut Sink) {
    for name in given.items() {
        if known.iter().any(|one| one.is(&name.value)) {
            continue;
        }
        let ids = known.iter().filter_map(|one| one.id.as_deref());
        if known.is_empty() || nearest(&name.value, ids.clone()).is_some() {
            sink.push(unknown(&name.value, name.span, REQUIREMENT, ids));
        } else {
            sink.push(listed(name, known));
        }
    }
}

/// The finding that says which requirements there are, in words.
fn listed(name: &Text, known: &[Known]) -> Diagnostic {
    let written = &name.value;
    let meant = known
        .iter()
        .find(|one| one.words.to_lowercase().trim() == written.to_lowercase().trim());
    let help: Message = match meant {
        Some(meant) => {
            let own = meant.name();
            say!(
                "di sini ditulis id atau nomornya, ketik: {own}",
                "the id or number belongs here, type: {own}"
            )
        }
        None => {
            let list: Vec<String> = known.iter().take(LISTED).map(Known::shown).collect();
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
            "`{written}` is no requirement of this service"
        ),
    )
    .help(help)
}
