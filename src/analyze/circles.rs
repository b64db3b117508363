//! Services of a life event that wait for each other: nobody could begin with any of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::resolve::order::{Member, Order};
use crate::resolve::{ServiceEntry, Site};
use crate::span::Span;

/// Reports the circles among the services of each life event, each circle once.
pub(super) fn check(site: &Site, sink: &mut Sink) {
    let mut events: BTreeMap<&str, Vec<&ServiceEntry>> = BTreeMap::new();
    for entry in &site.entries {
        for event in &entry.card.life_events {
            events.entry(event).or_default().push(entry);
        }
    }
    let issued = site.issued();
    let mut told = BTreeSet::new();
    for (event, services) in events {
        let members = services.iter().map(|entry| Member::of(entry, &issued));
        let members: Vec<Member<'_>> = members.collect();
        for circle in Order::of(&members).circles {
            let asks = circle.into_iter();
            let asks = asks.map(|(service, document)| (services[service], document));
            let asks: Vec<_> = asks.collect();
            if told.insert(asks.iter().map(|(entry, _)| entry.id()).collect::<Vec<_>>()) {
                sink.extend(finding(event, &asks));
            }
        }
    }
}

/// Each of these services asks for the paper that the next one gives, the last for that of the first.
fn finding(event: &str, asks: &[(&ServiceEntry, &str)]) -> Option<Diagnostic> {
    let ids: Vec<String> = asks.iter().map(|(entry, _)| entry.id()).collect();
    let first = ids.first()?;
    let way: Vec<String> = ids
        .iter()
        .chain([first])
        .map(|id| format!("`{id}`"))
        .collect();
    let way = way.join(" → ");
    let place = |(entry, document): &(&ServiceEntry, &str)| -> Option<Span> {
        let mut asked = entry.card.asks.iter();
        Some(asked.find(|asked| asked.document == *document)?.span)
    };
    let mut steps = asks.iter().zip(ids.iter().cycle().skip(1));
    let (ask, giver) = steps.next()?;
    let document = ask.1;
    let finding = Diagnostic::new(
        Code::K0408,
        place(ask)?,
        say!(
            "layanan peristiwa `{event}` saling menunggu: {way}",
            "services of the life event `{event}` wait for each other: {way}"
        ),
    )
    .label(say!(
        "meminta `{document}`, yang diberikan `{giver}`",
        "asks for `{document}`, which `{giver}` gives"
    ))
    .help(say!(
        "jika yang lama cukup ditunjukkan atau difotokopi, ketik di bawahnya: bentuk: tunjukkan, atau bentuk: fotokopi; jika hanya sebagian orang yang memerlukannya: jika: …",
        "if the one a person has will do, type below it: form: show_only, or form: copy; if only some people need it: when: …"
    ));
    Some(steps.fold(finding, |finding, (ask, giver)| {
        let document = ask.1;
        match place(ask) {
            Some(span) => finding.also(
                span,
                say!(
                    "meminta `{document}`, yang diberikan `{giver}`",
                    "asks for `{document}`, which `{giver}` gives"
                ),
            ),
            None => finding,
        }
    }))
}
