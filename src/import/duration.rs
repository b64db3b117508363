//! How long it takes: one length, cases of which one applies, phases that follow each other. Nothing is added up.

mod kind;

use serde_json::{Value, json};

use self::kind::{Kind, is_total, kind};
use super::clauses::{Clause, clauses};
use super::lexis::{CASE_LINES, EXTENDS, PHASES};
use super::lists::{split_inline, whole_text};
use super::pen::{Pen, record, text};
use super::sheet::Line;
use super::words::{begins, place, says, starts, tidy, words};
use crate::diagnostic::say;
use crate::figure::{Bound, Exact, Figure, Length, Period, Said, Unit, lengths};

/// Writes the time of a page.
pub(super) fn write(pen: &mut Pen, lines: &[Line]) {
    let lines = flat(lines);
    let Some(first) = lines.first() else {
        return;
    };
    let found: Vec<Clause> = lines.iter().flat_map(|line| of_line(line)).collect();
    let timed: Vec<&Clause> = found
        .iter()
        .filter(|clause| clause.said.is_some())
        .collect();
    let whole = crate::figure::read(first).is_some();
    let value = match timed.as_slice() {
        [] => without_length(pen, &lines),
        _ if openers(&lines).len() > 1 => by_lines(pen, &lines),
        [only] => one(pen, &lines, only),
        [head, rest @ ..] if rest.iter().all(|clause| repeats(head, clause)) => {
            one(pen, &lines, head)
        }
        [head, ..] if whole => under_headline(pen, &lines, head),
        _ => several(pen, &lines, &found),
    };
    pen.write("time", Some(value));
}

/// The clauses of a line.
fn of_line(line: &str) -> Vec<Clause> {
    clauses(&without_angles(line))
}

/// The lines that name a length, and those that name none.
fn timed_lines(lines: &[String]) -> (Vec<Clause>, Vec<String>) {
    let (timed, bare): (Vec<&String>, Vec<&String>) = lines
        .iter()
        .partition(|line| of_line(line).iter().any(|clause| clause.said.is_some()));
    let found = timed.into_iter().flat_map(|line| of_line(line)).collect();
    (found, bare.into_iter().cloned().collect())
}

/// All texts, those of nested lists after their heads, and the items of a list on one line.
fn flat(lines: &[Line]) -> Vec<String> {
    let texts = lines.iter().map(whole_text);
    let texts = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
    let texts = texts.flat_map(|text| match split_inline(&text) {
        Some((head, items)) => {
            let items = items.into_iter().map(|item| item.text);
            [head].into_iter().chain(items).collect()
        }
        None => vec![text],
    });
    texts.filter(|text| !text.is_empty()).collect()
}

/// `<40> menit` as `<40  menit`: the bracket behind a number closes nothing that counts.
fn without_angles(text: &str) -> String {
    let mut open = false;
    let chars = text.chars().map(|c| match c {
        '<' => {
            open = true;
            c
        }
        '>' if std::mem::take(&mut open) => ' ',
        c => {
            open &= c.is_ascii_digit() || c.is_whitespace();
            c
        }
    });
    chars.collect()
}

/// The sentences of a time: the first as `text`, the others as `note`.
fn sentences(lines: &[String]) -> [(&'static str, Option<Value>); 2] {
    let (first, rest) = lines
        .split_first()
        .map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    [("text", text(first)), ("note", text(&rest.join(" ")))]
}

fn with(numbers: [(&'static str, Option<Value>); 4], lines: &[String]) -> Value {
    let [min, max, unit, from] = numbers;
    let [text, note] = sentences(lines);
    record([min, max, unit, from, text, note])
}

/// A time without any number that is one.
fn without_length(pen: &mut Pen, lines: &[String]) -> Value {
    let unit = lines
        .iter()
        .find_map(|line| Period::named(line.trim_end_matches('.')));
    if let Some(unit) = unit {
        pen.doubt(
            "time.max",
            say!(
                "satuannya tertulis, tetapi angkanya tidak ada",
                "the unit is there, but its number is missing"
            ),
        );
        let unit = Some(json!(unit.values().1));
        return with(
            [("min", None), ("max", None), ("unit", unit), ("from", None)],
            lines,
        );
    }
    pen.doubt(
        "time",
        say!(
            "lamanya tidak terbaca sebagai angka dan satuan",
            "no length of time can be read from these words"
        ),
    );
    with(
        [("min", None), ("max", None), ("unit", None), ("from", None)],
        lines,
    )
}

/// One length for everybody.
fn one(pen: &mut Pen, lines: &[String], clause: &Clause) -> Value {
    let Some(said) = &clause.said else {
        return without_length(pen, lines);
    };
    let all = lines.join(" ");
    let Some([min, max, unit]) = numbers(said, &all) else {
        uncertain(pen, "time", said);
        return with(
            [("min", None), ("max", None), ("unit", None), ("from", None)],
            lines,
        );
    };
    with([min, max, unit, ("from", from(&all))], lines)
}

fn uncertain(pen: &mut Pen, field: &str, said: &Said) {
    let reason = if said.figure.differs {
        say!(
            "angka dan kata di dalam kurung berbeda",
            "the number and the words in brackets differ"
        )
    } else if is_part_of_days(&said.figure) {
        say!(
            "pecahan hari: berapa jam yang dimaksud tidak tertulis",
            "a fraction of a day: how many hours are meant is not written"
        )
    } else {
        say!(
            "angka ini dapat dibaca dengan dua cara",
            "this number can be read in two ways"
        )
    };
    pen.doubt(field, reason);
}

/// A length that can be read in one way.
fn certain(figure: &Figure) -> Option<Length> {
    figure.length().filter(|_| !is_part_of_days(figure))
}

/// Whether a figure counts days, or what has days, and not whole ones: an office's half day has no 12 hours.
fn is_part_of_days(figure: &Figure) -> bool {
    let hours = [
        Unit::Time(Period::Minute),
        Unit::Time(Period::Hour),
        Unit::Time(Period::Year),
    ];
    let broken = |number: Option<Exact>| number.is_some_and(|number| number.whole().is_none());
    !hours.contains(&figure.unit) && (broken(Some(figure.value)) || broken(figure.low))
}

/// The least, the most and the unit of a length.
fn numbers(said: &Said, sentence: &str) -> Option<[(&'static str, Option<Value>); 3]> {
    let length = certain(&said.figure)?;
    let least = said.figure.least();
    if said.figure.low.is_some() && least.is_none() {
        return None;
    }
    let extends = says(sentence, EXTENDS);
    let value = Some(json!(length.value));
    let (min, max) = match (least, said.bound) {
        (Some(least), _) => (Some(json!(least)), value),
        (None, Bound::Least) => (value, None),
        (None, Bound::Plain) if extends => (value, None),
        (None, Bound::Plain) => (value.clone(), value),
        (None, Bound::Most) => (None, value),
    };
    let unit = Some(json!(length.period.values().1));
    Some([("min", min), ("max", max), ("unit", unit)])
}

/// From when a time is counted, where the words say one thing only.
fn from(text: &str) -> Option<Value> {
    let words = words(text);
    let at = place(&words, "sejak, setelah, sesudah, terhitung")?;
    let after = words.get(at + 1..)?.join(" ");
    let complete = says(&after, "lengkap");
    let paid = says(&after, "pembayaran, dibayar, dibayarkan");
    match (complete, paid) {
        (true, false) => Some(json!("documents_complete")),
        (false, true) => Some(json!("payment")),
        _ => None,
    }
}

/// Whether a clause says the same length as another, bounded or not.
fn repeats(one: &Clause, other: &Clause) -> bool {
    let length = |clause: &Clause| -> Option<(Length, Option<i64>)> {
        let figure = &clause.said.as_ref()?.figure;
        Some((certain(figure)?, figure.least()))
    };
    match (length(one), length(other)) {
        (Some(one), Some(other)) => one.0.is(other.0) && one.1 == other.1,
        _ => false,
    }
}

/// A length that stands alone, with others below it: the headline counts, the parts stand beside it.
fn under_headline(pen: &mut Pen, lines: &[String], head: &Clause) -> Value {
    pen.doubt(
        "time",
        say!(
            "di bawahnya tertulis waktu lain; yang tertulis sendiri di atas yang dipakai",
            "other times are written below it; the one that stands alone above was taken"
        ),
    );
    let (found, bare) = timed_lines(&lines[1..]);
    let several = found.iter().filter(|clause| clause.said.is_some()).count() > 1;
    let kind = kind(&found).filter(|_| several);
    let kept = if kind.is_some() {
        let all = lines[..1].iter().chain(&bare);
        all.cloned().collect()
    } else {
        lines.to_vec()
    };
    let mut value = one(pen, &kept, head);
    if let (Value::Object(map), Some(kind)) = (&mut value, kind) {
        let parts = parts(pen, kind, &found);
        map.insert(kind.key().to_owned(), parts);
    }
    value
}

fn several(pen: &mut Pen, lines: &[String], found: &[Clause]) -> Value {
    let Some(kind) = kind(found) else {
        pen.doubt(
            "time",
            say!(
                "ada beberapa waktu: tidak jelas apakah tahap yang berurutan atau kasus yang berbeda",
                "there are several times: whether they are phases or different cases is not clear"
            ),
        );
        return with(
            [("min", None), ("max", None), ("unit", None), ("from", None)],
            lines,
        );
    };
    // What says a time stands beside it; what says none above all of them.
    let (mut found, bare) = timed_lines(lines);
    let total = found.iter().position(is_total);
    let total = total.map(|at| found.remove(at));
    let all = total
        .as_ref()
        .and_then(|clause| numbers(clause.said.as_ref()?, &clause.text));
    let kept = if lines.len() == 1 { lines } else { &bare };
    let [own, note] = sentences(kept);
    let parts = parts(pen, kind, &found);
    let [min, max, unit] = all.unwrap_or([("min", None), ("max", None), ("unit", None)]);
    let said = total
        .and_then(|clause| text(&clause.text))
        .filter(|_| lines.len() > 1);
    let (own, note) = match (own.1, said) {
        (None, said) => (said, note.1),
        (own, None) => (own, note.1),
        (own, said) => (own, said.or(note.1)),
    };
    record([
        min,
        max,
        unit,
        ("text", own),
        ("note", note),
        (kind.key(), Some(parts)),
    ])
}

fn parts(pen: &mut Pen, kind: Kind, found: &[Clause]) -> Value {
    let mut list = Vec::new();
    // Words without a length go with the length after them, the last with the one before.
    let mut waiting: Vec<&str> = Vec::new();
    for clause in found {
        let Some(said) = &clause.said else {
            waiting.push(&clause.text);
            continue;
        };
        let numbers = numbers(said, &clause.text);
        if numbers.is_none() {
            uncertain(pen, &format!("time.{}[{}]", kind.key(), list.len()), said);
        }
        let [min, max, unit] = numbers.unwrap_or([("min", None), ("max", None), ("unit", None)]);
        let label = clause.whole_label();
        waiting.push(&clause.text);
        let sentence = std::mem::take(&mut waiting).join(" ");
        list.push(record([
            ("label", text(&label)),
            min,
            max,
            unit,
            ("text", text(&sentence)),
        ]));
    }
    if let Some(Value::Object(last)) = list.last_mut()
        && !waiting.is_empty()
    {
        if let (Kind::Cases, Some(said)) =
            (kind, waiting.iter().find(|said| begins(said, CASE_LINES)))
        {
            pen.doubt(
                "time.cases",
                say!(
                    "waktu untuk keadaan ini tidak terbaca: “{said}”",
                    "no time can be read for this case: “{said}”"
                ),
            );
        }
        let before = last.get("text").and_then(Value::as_str).unwrap_or_default();
        let sentence = format!("{before} {}", waiting.join(" "));
        last.insert("text".to_owned(), json!(sentence));
    }
    Value::Array(list)
}

/// The lines that begin with the word of a case, where several begin with the same.
fn openers(lines: &[String]) -> Vec<usize> {
    let first = |line: &String| words(line).first().cloned();
    let opens = |line: &&String| starts(&words(line), CASE_LINES).is_some();
    let Some(word) = lines.iter().find(opens).and_then(first) else {
        return if are_cases(lines) {
            (0..lines.len()).collect()
        } else {
            Vec::new()
        };
    };
    let same = |at: &usize| first(&lines[*at]).as_ref() == Some(&word);
    let found: Vec<usize> = (0..lines.len()).filter(same).collect();
    let elsewhere = (0..lines.len())
        .filter(|at| !found.contains(at))
        .any(|at| !lengths(&lines[at]).is_empty());
    if elsewhere { Vec::new() } else { found }
}

/// Whether each line is of another case, though some say no length: `Rawat jalan : menurut keadaan`, `Rawat inap : 3 hari`.
fn are_cases(lines: &[String]) -> bool {
    let timed = lines
        .iter()
        .filter(|line| !of_line(line).iter().all(|clause| clause.said.is_none()));
    let some = (1..lines.len()).contains(&timed.count());
    let all: Vec<Vec<String>> = lines.iter().map(|line| words(line)).collect();
    let first = all.first().and_then(|own| own.first());
    let alike = all.iter().all(|own| own.first() == first && own.len() > 2);
    let named = lines.iter().all(|line| {
        let label = line
            .split_once(':')
            .map(|(label, rest)| (words(label).len(), rest.trim().is_empty()));
        label.is_some_and(|(count, empty)| (1..=5).contains(&count) && !empty)
    });
    let works = all
        .iter()
        .any(|own| starts(own, PHASES).is_some() || starts(own, NO_CASES).is_some());
    some && (alike || named) && !works
}

/// Words with which lines begin that are of no case.
const NO_CASES: &str = "waktu, jam, hari, senin, catatan, keterangan, total, jumlah, lama waktu, lama pelayanan, pelayanan";

/// A case for each of such lines.
fn by_lines(pen: &mut Pen, lines: &[String]) -> Value {
    let own = openers(lines);
    let bare = (0..lines.len()).filter(|at| !own.contains(at));
    let bare: Vec<String> = bare.map(|at| lines[at].clone()).collect();
    let mut list = Vec::new();
    for at in own {
        let line = &lines[at];
        let readable = without_angles(line);
        let found = lengths(&readable);
        let field = format!("time.cases[{}]", list.len());
        let numbers = match found.as_slice() {
            [said] => numbers(said, line),
            _ => None,
        };
        if numbers.is_none() {
            pen.doubt(
                field,
                say!(
                    "waktu untuk keadaan ini tidak terbaca",
                    "no time can be read for this case"
                ),
            );
        }
        let end = line.find([',', ':']).unwrap_or(line.len());
        let end = found.first().map_or(end, |said| end.min(said.from));
        let label = tidy(line[..end].trim_end_matches([' ', ':', '-', '–']));
        let [min, max, unit] = numbers.unwrap_or([("min", None), ("max", None), ("unit", None)]);
        list.push(record([
            ("label", text(&label)),
            min,
            max,
            unit,
            ("text", text(line)),
        ]));
    }
    let [own, note] = sentences(&bare);
    record([own, note, ("cases", Some(Value::Array(list)))])
}
