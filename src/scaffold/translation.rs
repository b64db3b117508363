//! Places for translations: each sentence of an original as a comment, its stamp, and room for its words.

use crate::diagnostic::Lang;
use crate::parse::survey::Draft;
use crate::parse::translate::stamps::keys;
use crate::parse::translate::texts::{Entry, Part, stamp_of};
use crate::yaml::Node;
use crate::yaml::place::{end_of_value, is_on_a_line};
use crate::yaml::write::item;

/// A translation with places for all that was missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The text of its file.
    pub text: String,
    /// How many places were added.
    pub added: usize,
    /// How many are missing still, for what is written in brackets has no room for them.
    pub left: usize,
}

/// Adds a place for each sentence that has none; what is written stays as it is.
pub fn translation(draft: &Draft) -> Placed {
    if draft.page.is_some() {
        return page(draft);
    }
    let mut writer = Writer {
        lang: draft.keys,
        text: &draft.text,
        insertions: Vec::new(),
        added: 0,
        left: 0,
    };
    let texts = draft.texts();
    match &draft.written {
        Some(tree) => writer.complete(&texts.entries, &tree.node),
        None => {
            let mut new = writer.head(draft);
            for entry in &texts.entries {
                new += &writer.entry(entry, 0);
            }
            writer.insertions.push((draft.text.len(), new));
        }
    }
    writer.done()
}

struct Writer<'a> {
    lang: Lang,
    text: &'a str,
    /// What goes in, and before which byte.
    insertions: Vec<(usize, String)>,
    added: usize,
    left: usize,
}

impl Writer<'_> {
    fn head(&self, draft: &Draft) -> String {
        let original = &draft.original;
        let lines = match self.lang {
            Lang::Id => [
                format!("# Terjemahan {original}. Tulis terjemahannya sesudah tiap `bunyi:`; aslinya ada di atasnya."),
                "# Yang dibiarkan kosong tampil dalam bahasa aslinya. `dari` adalah cap dari teks aslinya.".to_owned(),
            ],
            Lang::En => [
                format!("# Translation of {original}. Write it after each `text:`; the original stands above."),
                "# What is left empty is shown in its own language. `of` is the stamp of the original text.".to_owned(),
            ],
        };
        lines.map(|line| line + "\n").concat() + "\n"
    }

    /// Adds to a mapping what it lacks.
    fn complete(&mut self, entries: &[Entry<'_>], map: &Node) {
        let column = self.column_of(map);
        let mut new = String::new();
        for entry in entries {
            match (find(map, entry), &entry.part) {
                (Some(there), part) => self.complete_part(part, there),
                (None, part) => match column {
                    Some(indent) => new += &self.entry(entry, indent),
                    None => self.left += part.count(),
                },
            }
        }
        if !new.is_empty() {
            self.insert_after(self.end_of(map), new);
        }
    }

    /// Adds what lacks in what is there of a part; where somebody wrote a text, or left one empty, there is nothing to add.
    fn complete_part(&mut self, part: &Part<'_>, there: &Node) {
        match part {
            Part::Named(entries) if !there.pairs().is_empty() => self.complete(entries, there),
            Part::Items(parts) => self.lengthen(parts, there),
            _ => {}
        }
    }

    /// Adds to the items of a list what they lack, and to its end those that it lacks.
    fn lengthen(&mut self, parts: &[Option<Part<'_>>], list: &Node) {
        for (part, there) in parts.iter().zip(list.items()) {
            if let Some(part) = part {
                self.complete_part(part, there);
            }
        }
        let Some(lacking) = parts
            .get(list.items().len()..)
            .filter(|lacking| !lacking.is_empty())
        else {
            return;
        };
        let first = list.items().first();
        let Some(indent) = first.and_then(|first| self.dash_of(first)) else {
            let lacking = lacking.iter().flatten();
            self.left += lacking.map(Part::count).sum::<usize>();
            return;
        };
        let mut new = String::new();
        for part in lacking {
            new += &self.item(part.as_ref(), indent);
        }
        self.insert_after(self.end_of(list), new);
    }

    fn entry(&mut self, entry: &Entry<'_>, indent: usize) -> String {
        let (pad, name) = (" ".repeat(indent), entry.name);
        match &entry.part {
            Part::Text(text) => {
                let comment = comment(text, indent);
                format!("{comment}{pad}{name}:\n{}", self.place(text, indent + 2))
            }
            Part::Named(entries) => {
                let inner = entries.iter().map(|entry| self.entry(entry, indent + 2));
                let inner: String = inner.collect();
                format!("{pad}{name}:\n{inner}")
            }
            Part::Items(items) => {
                let inner = items
                    .iter()
                    .map(|item| self.item(item.as_ref(), indent + 2));
                let inner: String = inner.collect();
                format!("{pad}{name}:\n{inner}")
            }
        }
    }

    fn item(&mut self, part: Option<&Part<'_>>, indent: usize) -> String {
        let pad = " ".repeat(indent);
        let inner = match part {
            None => return format!("{pad}- null\n"),
            Some(Part::Text(text)) => {
                let comment = comment(text, indent + 2);
                comment + &self.place(text, indent + 2)
            }
            Some(Part::Named(entries)) => {
                let entries = entries.iter().map(|entry| self.entry(entry, indent + 2));
                entries.collect::<String>()
            }
            Some(Part::Items(items)) => {
                let items = items
                    .iter()
                    .map(|item| self.item(item.as_ref(), indent + 2));
                items.collect()
            }
        };
        item(&inner, indent)
    }

    /// The stamp of a sentence and the room for its words.
    fn place(&mut self, text: &Node, indent: usize) -> String {
        self.added += 1;
        let [of, key] = keys(self.lang);
        let (pad, stamp) = (" ".repeat(indent), stamp_of(text));
        format!("{pad}{of}: {stamp}\n{pad}{key}:\n")
    }

    /// On which column the keys of a mapping stand; `None` for one in braces.
    fn column_of(&self, map: &Node) -> Option<usize> {
        let first = map.pairs().first().filter(|pair| is_on_a_line(pair))?;
        let first = first.key.span.start as usize;
        let open = self.text[map.span.start as usize..].starts_with('{');
        (!open).then(|| self.column(first))
    }

    /// On which column the dash before an item stands; `None` in brackets.
    fn dash_of(&self, item: &Node) -> Option<usize> {
        let before = &self.text[..item.span.start as usize];
        let before = before.trim_end_matches(' ');
        before.ends_with('-').then(|| self.column(before.len() - 1))
    }

    fn column(&self, at: usize) -> usize {
        let line = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        self.text[line..at].chars().count()
    }

    fn end_of(&self, node: &Node) -> usize {
        end_of_value(self.text, node).unwrap_or(node.span.start as usize)
    }

    /// Puts lines behind the one on which a byte stands.
    fn insert_after(&mut self, at: usize, lines: String) {
        let rest = &self.text[at.min(self.text.len())..];
        match rest.find('\n') {
            Some(end) => self.insertions.push((at + end + 1, lines)),
            None => self
                .insertions
                .push((self.text.len(), format!("\n{lines}"))),
        }
    }

    fn done(mut self) -> Placed {
        // What goes to one place stands deeper the later it was found missing.
        self.insertions.sort_by_key(|(at, _)| *at);
        let mut text = String::with_capacity(self.text.len());
        let mut from = 0;
        for (at, lines) in &self.insertions {
            text.push_str(&self.text[from..*at]);
            text.push_str(lines);
            from = *at;
        }
        text.push_str(&self.text[from..]);
        Placed {
            text,
            added: self.added,
            left: self.left,
        }
    }
}

/// What a mapping has for an entry.
fn find<'n>(map: &'n Node, entry: &Entry<'_>) -> Option<&'n Node> {
    map.get(entry.name).or_else(|| map.get(entry.also))
}

/// A sentence as a comment.
fn comment(text: &Node, indent: usize) -> String {
    commented(text.as_str().unwrap_or_default(), indent)
}

fn commented(text: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let lines = text.trim_end().lines();
    lines
        .map(|line| format!("{pad}# {line}").trim_end().to_owned() + "\n")
        .collect()
}

/// A page of its own: its front matter with the stamp of the whole, and the original above the text.
fn page(draft: &Draft) -> Placed {
    let done = Placed {
        text: draft.text.clone(),
        added: 0,
        left: 0,
    };
    let Some(stamp) = draft.page.as_ref().filter(|_| draft.text.is_empty()) else {
        return done;
    };
    let [of, _] = keys(draft.keys);
    let mut text = format!("---\n{of}: {stamp}\n");
    let mut added = 0;
    for entry in &draft.texts().entries {
        if let Part::Text(original) = &entry.part {
            text += &format!("{}{}:\n", comment(original, 0), entry.name);
            added += 1;
        }
    }
    if let Some(body) = draft.body() {
        text += match draft.keys {
            Lang::Id => "# Tulis terjemahan halamannya di bawah garis penutup ini. Aslinya:\n#\n",
            Lang::En => "# Write the page below the closing line. The original:\n#\n",
        };
        text += &commented(body, 0);
        added += 1;
    }
    text += "---\n";
    Placed {
        text,
        added,
        ..done
    }
}
