//! How much of what a page says was understood, value by value.
//!
//! An expectation is cut into values: title, decree, agency, number of requirements, the first three of them, each group,
//! number of steps, the three numbers of the time, each case or phase, free or not, each amount, who pays nothing, each
//! product, each complaint channel, whether the page was cut. Each value is one of
//!
//! - *right*: the draft says exactly this,
//! - *doubted*: it does not, and a doubt stands at the field or at a part of it,
//! - *wrong*: it does not, and no doubt says so.
//!
//! What the draft says beyond that (a product, a channel, an amount, a number of a time that the page does not have) is
//! *invented*, unless a doubt stands at that very value. Doubt cast on a field all of whose values are right counts for
//! each of them.
//!
//! Both sides are compared word for word after blanks at the ends are gone. The kinds of the expectations are fewer than
//! the keys of a draft: its `counter` is an `address` or `other` there, its `sms`, `telegram` and `x` may be `other` with
//! the kind before the number, and an extension stands behind the number. A value that is null is right if the draft has
//! none.

use std::collections::BTreeMap;

use maklumat::import::{Draft, Papers, Sheet, understand};
use serde_json::Value;

/// What became of the values of one field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub right: usize,
    pub doubted: usize,
    pub wrong: usize,
    pub invented: usize,
    /// How many of the right ones were doubted.
    pub doubt_on_right: usize,
}

impl Tally {
    /// All expected values.
    pub fn all(&self) -> usize {
        self.right + self.doubted + self.wrong
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.doubted += other.doubted;
        self.wrong += other.wrong;
        self.invented += other.invented;
        self.doubt_on_right += other.doubt_on_right;
    }
}

/// The scores of all pages, by field.
#[derive(Debug, Default)]
pub struct Score {
    pub fields: BTreeMap<&'static str, Tally>,
    /// What is not right, in words.
    pub misses: Vec<String>,
}

/// One value of an expectation beside what the draft says.
struct Pair {
    field: &'static str,
    /// The places in the draft where a doubt covers it.
    keys: Vec<String>,
    wanted: Value,
    found: Value,
}

impl Score {
    /// Scores a page.
    pub fn page(&mut self, name: &str, sheet: &Sheet, wanted: &Value) {
        let draft = understand(sheet, &Papers::default());
        let mut pairs = Vec::new();
        scalars(&mut pairs, sheet, &draft, wanted);
        requirements(&mut pairs, &draft, wanted);
        time(&mut pairs, &draft, wanted);
        for pair in pairs {
            self.pair(name, &draft, pair);
        }
        self.list(
            name,
            &draft,
            "cost.amounts",
            "cost",
            amounts(&draft),
            strings(&wanted["cost"]["amounts_idr"]),
        );
        self.list(
            name,
            &draft,
            "cost.free_for",
            "cost",
            exempt(&draft),
            strings(&wanted["cost"]["free_for"]),
        );
        self.list(
            name,
            &draft,
            "products",
            "products",
            texts(draft.service.get("products").unwrap_or(&Value::Null)),
            strings(&wanted["products"]),
        );
        self.list(
            name,
            &draft,
            "channels",
            "complaints",
            channels(&draft),
            wanted_channels(wanted),
        );
    }

    /// The numbers of each field.
    pub fn table(&self) -> String {
        let head = [
            "field",
            "right",
            "doubted",
            "wrong",
            "invented",
            "doubt on right",
        ];
        let [field, right, doubted, wrong, invented, on_right] = head;
        let mut lines = vec![format!(
            "| {field:18} | {right} | {doubted} | {wrong} | {invented} | {on_right} |"
        )];
        let all = [("all", self.all())];
        let fields = self.fields.iter().map(|(field, tally)| (*field, *tally));
        lines.extend(fields.chain(all).map(|(field, tally)| {
            let Tally { right, doubted, wrong, invented, doubt_on_right } = tally;
            format!("| {field:18} | {right:5} | {doubted:7} | {wrong:5} | {invented:8} | {doubt_on_right:14} |")
        }));
        lines.extend(self.misses.iter().cloned());
        lines.join("\n")
    }

    /// All fields together.
    pub fn all(&self) -> Tally {
        let mut all = Tally::default();
        for tally in self.fields.values() {
            all.add(*tally);
        }
        all
    }

    fn count(&mut self, field: &'static str, tally: Tally) {
        self.fields.entry(field).or_default().add(tally);
    }

    fn pair(&mut self, name: &str, draft: &Draft, pair: Pair) {
        let doubted = doubts(draft, &pair.keys);
        let right = pair.wanted == pair.found;
        let invented = !right && pair.wanted.is_null() && !doubted;
        let tally = Tally {
            right: right.into(),
            doubted: (!right && doubted).into(),
            wrong: (!right && !doubted && !invented).into(),
            invented: invented.into(),
            doubt_on_right: (right && doubted).into(),
        };
        if !right {
            let mark = if doubted { "doubted" } else { "WRONG" };
            self.misses.push(format!(
                "{name}: {} {mark}: wanted {}, found {}",
                pair.field, pair.wanted, pair.found
            ));
        }
        self.count(pair.field, tally);
    }

    /// Compares two lists: each expected value is found or not; what is found beyond them is invented.
    fn list(
        &mut self,
        name: &str,
        draft: &Draft,
        field: &'static str,
        key: &str,
        found: Vec<(String, String)>,
        wanted: Vec<String>,
    ) {
        let mut left = found;
        let mut tally = Tally::default();
        let whole = doubts(draft, &[key.to_owned()]);
        for value in wanted {
            let same = |own: &String| own.split('\n').any(|own| own == value);
            match left.iter().position(|(_, own)| same(own)) {
                Some(at) => {
                    let (place, _) = left.remove(at);
                    tally.right += 1;
                    tally.doubt_on_right += usize::from(covers(draft, &place));
                }
                None => {
                    tally.doubted += usize::from(whole);
                    tally.wrong += usize::from(!whole);
                    let mark = if whole { "doubted" } else { "WRONG" };
                    self.misses
                        .push(format!("{name}: {field} {mark}: wanted {value}"));
                }
            }
        }
        for (place, value) in left {
            let doubted = covers(draft, &place);
            tally.invented += usize::from(!doubted);
            let mark = if doubted { "doubted" } else { "INVENTED" };
            self.misses
                .push(format!("{name}: {field} {mark}: found {value} at {place}"));
        }
        self.count(field, tally);
    }
}

/// Whether a doubt stands at one of these keys, above or below it.
fn doubts(draft: &Draft, keys: &[String]) -> bool {
    draft
        .doubts
        .iter()
        .any(|doubt| keys.iter().any(|key| doubt.field.starts_with(key.as_str())))
}

/// Whether a doubt stands at a place or above it.
fn covers(draft: &Draft, place: &str) -> bool {
    draft.doubts.iter().any(|doubt| {
        place == doubt.field
            || place
                .strip_prefix(&doubt.field)
                .is_some_and(|rest| rest.starts_with(['.', '[']))
    })
}

fn scalars(pairs: &mut Vec<Pair>, sheet: &Sheet, draft: &Draft, wanted: &Value) {
    let mut push = |field: &'static str, key: &str, wanted: Value, found: Value| {
        pairs.push(Pair {
            field,
            keys: vec![key.to_owned()],
            wanted,
            found,
        });
    };
    let service = &draft.service;
    let get = |key: &str| service.get(key).cloned().unwrap_or(Value::Null);
    push("title", "title", trimmed(&wanted["title"]), get("title"));
    push(
        "decree",
        "decree",
        wanted["sk_number"].clone(),
        get("decree")["number"].clone(),
    );
    let agency = sheet.agency.clone().map_or(Value::Null, Value::from);
    push("agency", "agency", wanted["agency"].clone(), agency);
    let steps = get("procedure").as_array().map_or(0, Vec::len);
    push(
        "procedure",
        "procedure",
        wanted["procedure_steps"].clone(),
        steps.into(),
    );
    push(
        "cost.free",
        "cost",
        wanted["cost"]["free"].clone(),
        free(&get("cost")),
    );
    push(
        "cut",
        "cut",
        wanted["truncated"].clone(),
        sheet.is_cut.into(),
    );
}

fn trimmed(value: &Value) -> Value {
    value
        .as_str()
        .map_or(Value::Null, |text| text.trim().into())
}

/// Free for everyone, not so, or not said.
fn free(rows: &Value) -> Value {
    match rows.as_array() {
        None => Value::Null,
        Some(rows) => rows.iter().all(|row| row["amount"] == 0).into(),
    }
}

/// The leaves of the requirements; a group that holds its parts in its own words is one.
fn leaves(items: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for item in items.as_array().into_iter().flatten() {
        let inside = item.get("label").is_some();
        match item.get("items").filter(|_| !inside) {
            Some(below) => found.extend(leaves(below)),
            None => found.push(item["text"].as_str().unwrap_or_default().to_owned()),
        }
    }
    found
}

fn requirements(pairs: &mut Vec<Pair>, draft: &Draft, wanted: &Value) {
    let items = draft
        .service
        .get("requirements")
        .cloned()
        .unwrap_or(Value::Null);
    let leaves = leaves(&items);
    let keys = vec!["requirements".to_owned()];
    let wanted = &wanted["requirements"];
    let mut push = |field: &'static str, wanted: Value, found: Value| {
        pairs.push(Pair {
            field,
            keys: keys.clone(),
            wanted,
            found,
        });
    };
    push(
        "requirements.count",
        wanted["count"].clone(),
        leaves.len().into(),
    );
    let first: Vec<String> = leaves.iter().take(3).cloned().collect();
    push("requirements.first", wanted["first"].clone(), first.into());
    let groups = items
        .as_array()
        .into_iter()
        .flatten()
        .filter(|item| item.get("items").is_some());
    let groups: Vec<Value> = groups
        .map(|group| {
            let label = group.get("label").or(group.get("text")).cloned();
            serde_json::json!({ "label": label, "count": group["items"].as_array().map(Vec::len) })
        })
        .collect();
    let found = if groups.is_empty() {
        Value::Null
    } else {
        groups.into()
    };
    push("requirements.groups", wanted["groups"].clone(), found);
}

/// Least, most and unit, in the words of the expectations.
fn numbers(of: &Value, unit_key: &str) -> Value {
    let unit = of[unit_key].as_str().map(|unit| match unit {
        "minute" => "menit",
        "hour" => "jam",
        "day" => "hari",
        "working_day" => "hari_kerja",
        "week" => "minggu",
        "month" => "bulan",
        "year" => "tahun",
        known => known,
    });
    serde_json::json!([of["min"], of["max"], unit])
}

fn time(pairs: &mut Vec<Pair>, draft: &Draft, wanted: &Value) {
    let time = draft.service.get("time").cloned().unwrap_or(Value::Null);
    let wanted = &wanted["duration"];
    pairs.push(Pair {
        field: "time",
        keys: vec!["time".to_owned()],
        wanted: numbers(wanted, "unit"),
        found: numbers(&time, "unit"),
    });
    let list = |parts: &Value| -> Value {
        let parts = parts.as_array().into_iter().flatten();
        parts
            .map(|part| numbers(part, "unit"))
            .collect::<Vec<Value>>()
            .into()
    };
    for (field, own, theirs) in [
        ("time.cases", "cases", "variants"),
        ("time.phases", "phases", "phases"),
    ] {
        pairs.push(Pair {
            field,
            keys: vec!["time".to_owned()],
            wanted: list(&wanted[theirs]),
            found: list(&time[own]),
        });
    }
}

/// The elements of a list as texts.
fn strings(list: &Value) -> Vec<String> {
    let list = list.as_array().into_iter().flatten();
    list.map(|value| {
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned)
    })
    .collect()
}

fn amounts(draft: &Draft) -> Vec<(String, String)> {
    let rows = draft.service.get("cost").and_then(Value::as_array);
    let rows = rows.into_iter().flatten().enumerate();
    let paid = rows.filter_map(|(at, row)| {
        let amount = row.get("amount")?.as_i64().filter(|amount| *amount != 0)?;
        Some((format!("cost[{at}]"), amount.to_string()))
    });
    paid.collect()
}

fn exempt(draft: &Draft) -> Vec<(String, String)> {
    let rows = draft.service.get("cost").and_then(Value::as_array);
    let rows = rows.into_iter().flatten().enumerate();
    let who = rows.flat_map(|(at, row)| {
        strings(&row["exempt"])
            .into_iter()
            .map(move |who| (format!("cost[{at}]"), who))
    });
    who.collect()
}

fn texts(draft: &Value) -> Vec<(String, String)> {
    let products = draft.as_array().into_iter().flatten().enumerate();
    products
        .map(|(at, product)| {
            (
                format!("products[{at}]"),
                product["text"].as_str().unwrap_or_default().to_owned(),
            )
        })
        .collect()
}

/// The channels of a draft, each in all the ways in which an expectation may say it, on lines.
fn channels(draft: &Draft) -> Vec<(String, String)> {
    let complaints = draft
        .service
        .get("complaints")
        .cloned()
        .unwrap_or(Value::Null);
    let list = complaints["channels"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let entries = list.iter().enumerate().map(|(at, channel)| {
        let (kind, value) = channel.as_object().unwrap().iter().next().unwrap();
        let value = value.as_str().map_or("null".to_owned(), str::to_owned);
        let mut said = vec![format!("{kind}: {value}")];
        let before: &[&str] = match kind.as_str() {
            "counter" => &[""],
            "sms" => &["SMS ", "SMS: "],
            "telegram" => &["Telegram ", "Telegram: "],
            "x" => &["Twitter ", "Twitter: "],
            _ => &[],
        };
        said.extend(
            before
                .iter()
                .map(|before| format!("other: {before}{value}")),
        );
        if let Some(extension) = channel["extension"].as_str() {
            let words = ["psw.", "ext.", "pesawat", "pes.", "ekst."];
            said.extend(words.map(|word| format!("{kind}: {value} {word} {extension}")));
        }
        (format!("complaints.channels[{at}]"), said.join("\n"))
    });
    entries.collect()
}

fn wanted_channels(wanted: &Value) -> Vec<String> {
    let list = wanted["complaint_channels"]
        .as_array()
        .into_iter()
        .flatten();
    let entries = list.map(|channel| {
        let kind = match channel["kind"].as_str().unwrap() {
            "address" => "counter",
            kind => kind,
        };
        let value = channel["value"]
            .as_str()
            .map_or("null".to_owned(), str::to_owned);
        format!("{kind}: {value}")
    });
    entries.collect()
}
