//! Drafts drawn from a seed, with doubts and suggestions at places of which the drawing knows what they are.

use maklumat::diagnostic::Message;
use maklumat::import::{Doubt, Draft, Suggestion};
use maklumat::yaml::{Node, Value as Written};
use serde_json::{Map, Value, json};

use crate::oracle::random::Random;

/// A draft, and what must come of it.
pub struct Drawn {
    /// The draft.
    pub draft: Draft,
    /// The place of each of its doubts.
    pub places: Vec<Place>,
    /// Its data once all suggestions were taken up.
    pub taken_up: Value,
}

/// A place in a service: keys, and items by their number.
#[derive(Debug, Clone)]
pub struct Place(Vec<Value>);

impl Place {
    /// The byte of its key, or of its item; `None` where it is not there.
    pub fn start(&self, root: &Node) -> Option<usize> {
        let mut node = root;
        let mut start = None;
        for step in &self.0 {
            match (&node.value, step) {
                (Written::Map(pairs), Value::String(key)) => {
                    let pair = pairs.iter().find(|pair| pair.key.text == *key)?;
                    start = Some(pair.key.span.start as usize);
                    node = &pair.value;
                }
                (Written::List(items), Value::Number(at)) => {
                    let at = usize::try_from(at.as_u64()?).ok()?;
                    node = items.get(at)?;
                    // The words of a text below a sign stand one line further down.
                    if node.as_str().is_some_and(|text| text.contains('\n')) {
                        return None;
                    }
                    start = Some(node.span.start as usize);
                }
                _ => return None,
            }
        }
        start
    }

    fn field(&self) -> String {
        let mut field = String::new();
        for step in &self.0 {
            match step {
                Value::String(key) if field.is_empty() => field.push_str(key),
                Value::String(key) => field += &format!(".{key}"),
                number => field += &format!("[{number}]"),
            }
        }
        field
    }
}

/// A doubt about a field.
pub fn doubt(field: &str, id: &str, en: &str) -> Doubt {
    Doubt {
        field: field.to_owned(),
        reason: Message {
            id: id.to_owned(),
            en: en.to_owned(),
        },
    }
}

/// A suggestion of lines at a field.
pub fn suggestion(field: &str, lines: Value) -> Suggestion {
    let reason = Message {
        id: "boleh".to_owned(),
        en: "may be".to_owned(),
    };
    Suggestion {
        field: field.to_owned(),
        reason,
        lines,
    }
}

const PIECES: [&str; 24] = [
    " kartu", " KK", ": ", " #", "\"", "'", " - ", "é", "“", "”", "\n", "\n\n", " (asli)", "/",
    ",", "1. ", "\\", "%", "[", "}", " null", " 0254", "\u{a0}", "   ",
];

struct Dice(Random);

impl Dice {
    fn text(&mut self) -> String {
        const FIRST: [&str; 6] = [
            "Surat",
            "- surat",
            "  Surat",
            "[Asli] surat",
            "Surat",
            "“Surat",
        ];
        let mut text = FIRST[self.0.below(FIRST.len())].to_owned();
        for _ in 0..self.0.below(5) {
            text += PIECES[self.0.below(PIECES.len())];
        }
        text
    }

    /// An item of a list: sometimes nothing but its text.
    fn item(&mut self, more: &[(&str, Value)]) -> Value {
        if self.0.below(3) == 0 {
            return self.text().into();
        }
        let mut map = Map::new();
        map.insert("text".to_owned(), self.text().into());
        for (key, value) in more {
            if self.0.below(2) == 0 {
                map.insert((*key).to_owned(), value.clone());
            }
        }
        Value::Object(map)
    }

    fn list(&mut self, more: &[(&str, Value)]) -> Value {
        (0..=self.0.below(3)).map(|_| self.item(more)).collect()
    }

    fn length(&mut self, cases: bool) -> Value {
        let units = ["minute", "hour", "working_day", "month"];
        let mut map = Map::new();
        map.insert("max".to_owned(), self.0.integer(2, 30).into());
        map.insert("unit".to_owned(), units[self.0.below(4)].into());
        map.insert("text".to_owned(), self.text().into());
        if cases && self.0.below(2) == 0 {
            let cases = (0..2).map(|at| {
                let mut case = self.length(false);
                case["label"] = format!("Kasus {at}").into();
                case
            });
            let cases: Value = cases.collect();
            map = Map::new();
            map.insert("text".to_owned(), self.text().into());
            map.insert("cases".to_owned(), cases);
        }
        Value::Object(map)
    }

    fn service(&mut self) -> Map<String, Value> {
        let form = [
            ("label", json!("Fotokopi kartu")),
            ("type", json!("form")),
            ("form", json!("copy")),
            ("copies", json!(2)),
        ];
        let actor = [("actor", json!("officer")), ("channel", json!("counter"))];
        let blocks = [
            ("title", self.text().into()),
            ("title_verbatim", self.text().into()),
            ("decree", json!({"number": null, "date": "2025-02-01"})),
            (
                "source",
                json!({"system": "sippn", "imported": "2026-11-28"}),
            ),
            ("requirements", self.list(&form)),
            ("procedure", self.list(&actor)),
            ("time", self.length(true)),
            (
                "cost",
                json!([{"label": self.text(), "amount": 10_000, "unit": "lembar"}]),
            ),
            ("products", self.list(&[("validity", json!("5 tahun"))])),
            (
                "complaints",
                json!({"channels": [{"box": self.text()}], "steps": [self.text()]}),
            ),
            ("staff_competence", json!([self.text(), self.text()])),
            ("staff_count", self.text().into()),
            (
                "faq",
                json!([{"question": self.text(), "answer": "Ya.\n\n- satu\n- dua\n"}]),
            ),
        ];
        let mut service = Map::new();
        for (at, (key, value)) in blocks.into_iter().enumerate() {
            match self.0.below(8) {
                0 if at > 0 => {}
                1 if at > 3 => drop(service.insert(key.to_owned(), Value::Null)),
                _ => drop(service.insert(key.to_owned(), value)),
            }
        }
        service
    }
}

/// Everything that is in a value, and some that is not.
fn places(value: &Value, way: &[Value], out: &mut Vec<Place>) {
    let step = |step: Value| [way, &[step]].concat();
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let way = step(key.as_str().into());
                out.push(Place(way.clone()));
                places(value, &way, out);
            }
            let more: &[&str] = match way.len() {
                0 => &["cost", "time", "summary", "procedure"],
                _ => &["note", "label", "unit"],
            };
            out.extend(more.iter().map(|key| Place(step((*key).into()))));
        }
        Value::Array(items) => {
            for (at, value) in items.iter().enumerate() {
                let way = step(at.into());
                out.push(Place(way.clone()));
                places(value, &way, out);
            }
            out.push(Place(step((items.len() + 1).into())));
        }
        _ => {}
    }
}

/// The draft of a seed.
pub fn draw(seed: u64) -> Drawn {
    let mut dice = Dice(Random(seed * 0x9e37_79b9 + 1));
    let service = dice.service();
    let mut all = Vec::new();
    places(&Value::Object(service.clone()), &[], &mut all);
    let doubts = 1 + dice.0.below(6);
    let chosen: Vec<Place> = (0..doubts)
        .map(|_| all[dice.0.below(all.len())].clone())
        .collect();
    let mut draft = Draft {
        service,
        ..Draft::default()
    };
    for (at, place) in chosen.iter().enumerate() {
        draft.doubts.push(doubt(
            &place.field(),
            &format!("sebab ke-{at}."),
            &format!("reason {at}."),
        ));
    }
    let taken_up = suggest(&mut draft, &mut dice);
    Drawn {
        draft,
        places: chosen,
        taken_up,
    }
}

/// What a list of texts says with a key before each.
pub fn long(service: &mut Map<String, Value>) {
    for key in ["requirements", "procedure", "products"] {
        let Some(Value::Array(items)) = service.get_mut(key) else {
            continue;
        };
        for item in items.iter_mut().filter(|item| item.is_string()) {
            *item = json!({"text": item});
        }
    }
}

/// Adds suggestions; the data with all of them.
fn suggest(draft: &mut Draft, dice: &mut Dice) -> Value {
    let mut whole = draft.service.clone();
    long(&mut whole);
    whole.insert("status".to_owned(), "draft".into());
    let mut asked = 0;
    for key in ["requirements", "procedure"] {
        let Some(Value::Array(items)) = whole.get_mut(key) else {
            continue;
        };
        for (at, item) in items.iter_mut().enumerate() {
            if dice.0.below(3) > 0 {
                continue;
            }
            let lines = json!({"when": format!("q{asked}")});
            draft
                .suggestions
                .push(suggestion(&format!("{key}[{at}]"), lines));
            item["when"] = format!("q{asked}").into();
            draft
                .suggestions
                .push(suggestion("questions", json!([question(asked)])));
            asked += 1;
        }
    }
    if asked > 0 {
        whole.insert("questions".to_owned(), (0..asked).map(question).collect());
    }
    if let Some(Value::Array(products)) = whole.get_mut("products") {
        let one = json!({"text": dice.text(), "label": "Kartu"});
        draft.suggestions.push(suggestion("products", one.clone()));
        products.push(one);
    }
    if let Some(Value::Object(time)) = whole.get_mut("time") {
        draft.suggestions.push(suggestion(
            "time",
            json!({"from": "submission", "note": "Satu\ndua\n"}),
        ));
        time.insert("from".to_owned(), "submission".into());
        time.insert("note".to_owned(), "Satu\ndua\n".into());
    }
    Value::Object(whole)
}

fn question(number: usize) -> Value {
    json!({"id": format!("q{number}"), "ask": "Benar: hilang?", "yes_no": true})
}
