//! Days and hours written otherwise than as keys and values, and the lines that say the same.

use super::context::Context;
use super::shape::{RecordShape, Shape};
use super::weekly;
use crate::diagnostic::{Code, Diagnostic, Lang, say};
use crate::yaml::{Node, Value};

/// Reports a list of days that is written as a sentence or with ranges: `senin-jumat`; whether it was.
pub fn days(node: &Node, shape: &Shape, cx: &mut Context<'_>) -> bool {
    if !weekly::is_day(shape) {
        return false;
    }
    let read = |node: &Node| {
        let said = weekly::read(node.as_str()?)?;
        let only = said.hours == weekly::SaidHours::Nothing;
        only.then_some(said.days)
    };
    let parts = match &node.value {
        Value::List(items) => items.iter().map(read).collect::<Option<Vec<_>>>(),
        _ => read(node).map(|days| vec![days]),
    };
    let Some(parts) = parts else { return false };
    let many = parts.iter().position(|days| days.len() > 1);
    let place = match (&node.value, many) {
        (Value::List(items), Some(at)) => &items[at],
        (Value::List(_), None) => return false,
        _ => node,
    };
    let mut days = parts.concat();
    let mut seen = [false; 7];
    days.retain(|day| !std::mem::replace(&mut seen[*day], true));
    let (key, text) = (&cx.key, place.as_str().unwrap_or_default());
    let (id, en) = (weekly::list(&days, Lang::Id), weekly::list(&days, cx.lang));
    let finding = Diagnostic::new(
        Code::K0205,
        place.span,
        say!(
            "hari-hari ditulis sebagai daftar, bukan `{text}`",
            "days are written as a list, not `{text}`"
        ),
    );
    cx.sink
        .push(finding.help(say!("ketik: {key}: {id}", "type: {key}: {en}")));
    true
}

/// Reports opening hours written in one sentence, or under the names of days, where a list belongs; whether they were.
pub fn rows_of_hours(node: &Node, shape: &Shape, cx: &mut Context<'_>) -> bool {
    match shape {
        Shape::Record(record) => row_of_hours(node, record, cx),
        _ => false,
    }
}

/// Reports one row of opening hours in a sentence, `Senin-Kamis 08.00-15.00`, or under the name of a day; whether it was.
pub fn row_of_hours(node: &Node, record: &RecordShape, cx: &mut Context<'_>) -> bool {
    if record.name != "hours" {
        return false;
    }
    let sentences: Option<Vec<String>> = match &node.value {
        Value::Scalar(scalar) => Some(vec![scalar.text.clone()]),
        Value::Map(pairs) => pairs
            .iter()
            .map(|pair| Some(format!("{} {}", pair.key.text, pair.value.as_str()?)))
            .collect(),
        _ => None,
    };
    let sentences = sentences.unwrap_or_default();
    let rows = |lang, message| -> Option<Vec<String>> {
        let rows = sentences.iter().map(|sentence| weekly::row(sentence, lang));
        let rows = rows.collect::<Option<Vec<_>>>()?;
        let rows = rows.iter().filter_map(|lines| lines.split_first());
        Some(
            rows.map(|(first, below)| sentence(first, below, message))
                .collect(),
        )
    };
    let (Some(id), Some(en)) = (rows(Lang::Id, Lang::Id), rows(cx.lang, Lang::En)) else {
        return false;
    };
    if id.is_empty() {
        return false;
    }
    let finding = Diagnostic::new(
        Code::K0202,
        node.span,
        say!(
            "jam layanan ditulis dengan kunci hari, buka dan tutup",
            "opening hours are written with the keys days, open and close"
        ),
    );
    let (id, en) = (id.join("; "), en.join("; "));
    cx.sink
        .push(finding.help(say!("ketik: {id}", "type: {en}")));
    true
}

/// The lines of one row, joined in the language of a message.
fn sentence(first: &str, below: &[String], message: Lang) -> String {
    match message {
        Lang::Id => format!("{first}, lalu di bawahnya {}", below.join(" dan ")),
        Lang::En => format!("{first}, and below it {}", below.join(" and ")),
    }
}
