//! The texts of a service that a citizen reads, and their passages.

use std::ops::Range;

use crate::markdown;
use crate::model::service::{Choice, Otherwise};
use crate::model::{Slot, Text};
use crate::parse::dictionary::Dictionary;
use crate::resolve::service::{Item, List, Service, Written};

/// A text, and how it is to be read.
#[derive(Clone, Copy)]
pub struct Shown<'t> {
    /// The text.
    pub text: &'t Text,
    /// Whose words it is.
    pub voice: Voice,
    is_markdown: bool,
}

/// Whose words a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// The service's own: they can be changed.
    Own,
    /// The law's, shown because nothing plainer stands beside it.
    Law,
    /// A name: of the service, of a product.
    Name,
}

/// A piece of a text that is read in one go: a paragraph, an item of a list.
pub struct Passage<'t> {
    /// The text it is part of.
    pub text: &'t Text,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Whose words it is.
    pub voice: Voice,
}

impl<'t> Passage<'t> {
    /// Its words.
    pub fn words(&self) -> &'t str {
        &self.text.value[self.range.clone()]
    }
}

impl<'t> Shown<'t> {
    fn new(text: &'t Text, voice: Voice) -> Self {
        Self {
            text,
            voice,
            is_markdown: false,
        }
    }

    /// Its passages, without what it quotes.
    pub fn passages(&self) -> Vec<Passage<'t>> {
        let whole = 0..self.text.value.len();
        let ranges = match self.is_markdown {
            true => markdown::paragraphs(self.text),
            false => lines(&self.text.value, whole),
        };
        let passages = ranges.into_iter().map(|range| Passage {
            text: self.text,
            range,
            voice: self.voice,
        });
        passages.collect()
    }
}

/// The lines of a plain text.
fn lines(text: &str, whole: Range<usize>) -> Vec<Range<usize>> {
    let mut from = whole.start;
    let lines = text.split_inclusive('\n').map(|line| {
        let range = from..from + line.len();
        from = range.end;
        range
    });
    lines.collect()
}

/// What a service shows.
pub fn of<'a>(service: &Service<'a>) -> Vec<Shown<'a>> {
    let document = service.document;
    let mut shown = Vec::new();
    let mut own = |slot: &'a Slot<Text>| {
        shown.extend(slot.get().map(|text| Shown::new(text, Voice::Own)));
    };
    own(&document.summary);
    own(&document.status_note);
    for posed in service.posed.iter().filter(|posed| !posed.is_shared) {
        let question = posed.written;
        own(&question.ask);
        own(&question.hint);
        let choices = question.choices.get().map_or(&[][..], |named| &named.0);
        for (_, Choice { label, hint, .. }) in choices {
            own(label);
            own(hint);
        }
    }
    for case in document.unsettled.items() {
        own(&case.say);
    }
    for faq in document.faq.items() {
        own(&faq.question);
    }
    let complaints = document.complaints.get();
    let steps = complaints.map_or(&[][..], |complaints| complaints.steps.items());
    shown.extend(steps.iter().map(|step| Shown::new(step, Voice::Own)));
    shown.extend(
        document
            .title
            .get()
            .map(|title| Shown::new(title, Voice::Name)),
    );
    for product in document.products.items() {
        let name = product.label.get().or(product.text.get());
        shown.extend(name.map(|name| Shown::new(name, Voice::Name)));
    }
    shown.extend(service.items.iter().flat_map(of_item));
    let answers = document.faq.items().iter();
    let answers = answers.filter_map(|faq| faq.answer.get());
    let marked = answers.chain(document.guidance.get()).map(|text| &text.0);
    shown.extend(marked.map(marked_down));
    shown.sort_by_key(|shown| shown.text.span.start);
    shown
}

fn marked_down(text: &Text) -> Shown<'_> {
    Shown {
        is_markdown: true,
        ..Shown::new(text, Voice::Own)
    }
}

/// The words of an item of a list: what stands above, and what helps with it.
fn of_item<'a>(item: &Item<'a>) -> Vec<Shown<'a>> {
    if matches!(item.list, List::Offices | List::Time | List::Cost) {
        return Vec::new();
    }
    let (label, text) = item.wording();
    // What officers do is folded away; only words of the service's own are looked at there.
    let is_folded = matches!(item.written, Written::Step(_)) && !item.is_readers();
    let law = text.get().filter(|_| label.is_absent() && !is_folded);
    let law = law.map(|text| Shown::new(text, Voice::Law));
    let otherwise = item.otherwise().map(|Otherwise { say, .. }| say);
    let note = match item.written {
        Written::Requirement(one) => Some(&one.note),
        Written::Step(one) => Some(&one.note),
        _ => None,
    };
    let own = [Some(label), otherwise, note].into_iter().flatten();
    let own = own
        .filter_map(Slot::get)
        .map(|text| Shown::new(text, Voice::Own));
    let help = item.requirement().and_then(|one| one.help.get());
    let help = help.map(|help| marked_down(&help.0));
    law.into_iter().chain(own).chain(help).collect()
}

/// What a translation says of it.
pub fn translated<'t>(shown: &[Shown<'_>], words: &'t Dictionary) -> Vec<Shown<'t>> {
    let found = shown.iter().filter_map(|one| {
        let text = words.get(one.text)?;
        Some(Shown {
            text,
            voice: one.voice,
            is_markdown: one.is_markdown,
        })
    });
    let mut found: Vec<Shown<'t>> = found.collect();
    found.sort_by_key(|shown| shown.text.span.start);
    found
}
