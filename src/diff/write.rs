//! Changes as text for a terminal, Markdown for a pull request, JSON, and the sentences that the feed uses.

use std::fmt::Write as _;

use serde_json::json as value;

use super::said::Outcome;
use super::{Change, Changed, Changes, Fate};
use crate::diagnostic::{Lang, Message, say};
use crate::language::capitalised;

/// The most answers with another verdict that a note names.
const MOST_VERDICTS: usize = 3;

/// The words around the changes, in a language.
struct Around(Lang);

impl Around {
    fn get(&self, message: &Message) -> String {
        message.get(self.0).to_owned()
    }

    fn nothing(&self) -> String {
        self.get(&say!(
            "Tidak ada yang berubah bagi warga.",
            "Nothing changed for citizens."
        ))
    }

    fn title(&self) -> String {
        self.get(&say!(
            "Yang berubah bagi warga",
            "What changes for citizens"
        ))
    }

    fn results(&self) -> String {
        self.get(&say!(
            "Jawaban daftar periksa yang hasilnya berubah",
            "Answers of the checklist with another result"
        ))
    }

    /// Whatever is answered.
    fn any(&self) -> String {
        self.get(&say!("apa pun jawabannya", "whatever is answered"))
    }

    /// What became of an agency or a service; nothing where it stays.
    fn fate(&self, one: &Changed) -> Option<String> {
        let is_service = one.id.contains('/');
        let message = match &one.fate {
            Fate::Stays => return None,
            Fate::New if is_service => say!("Layanan baru", "New service"),
            Fate::New => say!("Instansi baru", "New agency"),
            Fate::Gone if is_service => say!("Layanan tidak ada lagi", "Service is gone"),
            Fate::Gone => say!("Instansi tidak ada lagi", "Agency is gone"),
            Fate::Moved(from) => say!("Pindah dari {from}", "Moved from {from}"),
        };
        Some(self.get(&message))
    }

    /// Every sentence about one, but those about answers.
    fn sentences(&self, one: &Changed) -> Vec<String> {
        let changes = one.changes.iter().map(|change| change.says.clone());
        self.fate(one).into_iter().chain(changes).collect()
    }

    /// The lines about answers.
    fn lines(&self, outcome: &Outcome) -> Vec<String> {
        let any = self.any();
        outcome.told().map(|line| line.says(&any)).collect()
    }
}

impl Changes {
    /// Agencies, then services.
    fn all(&self) -> impl Iterator<Item = &Changed> {
        self.agencies.iter().chain(&self.services)
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.agencies.is_empty() && self.services.is_empty()
    }
}

/// For people at a terminal.
pub fn text(changes: &Changes, lang: Lang) -> String {
    let around = Around(lang);
    if changes.is_empty() {
        return around.nothing() + "\n";
    }
    let mut out = String::new();
    for one in changes.all() {
        if !out.is_empty() {
            out.push('\n');
        }
        let _ = writeln!(out, "{} ({})", one.title, one.id);
        for says in around.sentences(one) {
            let _ = writeln!(out, "  {says}");
        }
        let lines = around.lines(&one.outcome);
        if !lines.is_empty() {
            let _ = writeln!(out, "  {}:", around.results());
        }
        for line in lines {
            let _ = writeln!(out, "    {line}");
        }
        if let Some(why) = &one.outcome.untold {
            let _ = writeln!(out, "  ({})", why.get(lang));
        }
    }
    out
}

/// For a pull request.
pub fn markdown(changes: &Changes, lang: Lang) -> String {
    let around = Around(lang);
    let mut out = format!("## {}\n\n", around.title());
    if changes.is_empty() {
        return out + &around.nothing() + "\n";
    }
    for (at, one) in changes.all().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        let _ = writeln!(out, "### {} (`{}`)", escaped(&one.title), one.id);
        for (at, says) in around.sentences(one).iter().enumerate() {
            let gap = if at == 0 { "\n" } else { "" };
            let _ = writeln!(out, "{gap}- {}", escaped(says));
        }
        let lines = around.lines(&one.outcome);
        if !lines.is_empty() {
            let _ = writeln!(out, "\n**{}**\n", around.results());
        }
        for line in lines {
            let _ = writeln!(out, "- {}", escaped(&line));
        }
        if let Some(why) = &one.outcome.untold {
            let _ = writeln!(out, "\n_{}_", escaped(why.get(lang)));
        }
    }
    out
}

/// One JSON object.
pub fn json(changes: &Changes, lang: Lang) -> String {
    let around = Around(lang);
    let list = |list: &[Changed]| -> Vec<serde_json::Value> {
        list.iter().map(|one| object(one, &around)).collect()
    };
    let object = value!({
        "agencies": list(&changes.agencies),
        "services": list(&changes.services),
    });
    format!("{object:#}\n")
}

fn object(one: &Changed, around: &Around) -> serde_json::Value {
    let (fate, from) = match &one.fate {
        Fate::New => ("new", None),
        Fate::Gone => ("gone", None),
        Fate::Moved(from) => ("moved", Some(from)),
        Fate::Stays => ("changed", None),
    };
    let changes = one.changes.iter();
    let changes: Vec<_> = changes
        .map(|Change { field, says }| value!({"field": field, "says": says}))
        .collect();
    let any = around.any();
    let lines = one.outcome.lines.iter();
    let results: Vec<_> = lines
        .map(|line| {
            let differs = line.differs.iter();
            let differs: Vec<_> = differs
                .map(|one| {
                    value!({"what": one.what, "before": one.before, "now": one.now, "says": one.says})
                })
                .collect();
            value!({"answers": line.answers, "differs": differs, "says": line.says(&any)})
        })
        .collect();
    value!({
        "id": one.id,
        "title": one.title,
        "fate": fate,
        "moved_from": from,
        "changes": changes,
        "results": results,
        "results_untold": one.outcome.untold.as_ref().map(|why| why.get(around.0)),
        "note": note(one, around.0),
    })
}

/// The sentences that an entry of `changes` and the feed are made of.
pub fn sentences(one: &Changed, lang: Lang) -> Vec<String> {
    let around = Around(lang);
    // Names of folders say nothing to citizens.
    let moved = match one.fate {
        Fate::Moved(_) => Some(around.get(&say!(
            "Alamat halaman ini berubah",
            "The address of this page changed"
        ))),
        _ => around.fate(one),
    };
    let changes = one.changes.iter().map(|change| change.says.clone());
    let mut says: Vec<String> = moved.into_iter().chain(changes).collect();
    let lines = one.outcome.told();
    let verdicts = lines.filter_map(|mut line| {
        line.differs.retain(|one| one.what == "verdict");
        (!line.differs.is_empty()).then_some(line)
    });
    let verdicts: Vec<_> = verdicts.collect();
    // More are no news but a table; the sentence about the criterion says why.
    if verdicts.len() <= MOST_VERDICTS {
        let any = around.any();
        says.extend(verdicts.iter().map(|line| line.says(&any)));
    }
    says
}

/// The same as one text; of a service that was not compared, why.
pub fn note(one: &Changed, lang: Lang) -> String {
    let mut says = sentences(one, lang);
    if says.is_empty() {
        let why = one.outcome.untold.iter();
        says.extend(why.map(|why| capitalised(why.get(lang))));
    }
    says.into_iter().map(ended).collect::<Vec<_>>().join(" ")
}

/// A sentence with its full stop, unless the words that it quotes at its end have one.
pub fn ended(says: String) -> String {
    let inner = says.trim_end_matches(['”', ')']);
    match inner.ends_with(['.', '?', '!']) {
        true => says,
        false => says + ".",
    }
}

/// The text that the feed uses, a paragraph for each service.
pub fn feed(changes: &Changes, lang: Lang) -> String {
    let each = changes
        .all()
        .map(|one| format!("{} ({})\n{}\n", one.title, one.id, note(one, lang)));
    each.collect::<Vec<_>>().join("\n")
}

/// A sentence without what Markdown reads as its own.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '*' | '_' | '[' | ']' | '`' | '|' | '#' | '~' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' => out.push(' '),
            _ => out.push(letter),
        }
    }
    // A name after `@` would be called to the pull request.
    out.replace('@', "&#64;")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn no_sentence_is_markup() {
        assert_eq!(
            escaped("a <b> *c* [d](e) #1 @f"),
            "a &lt;b> \\*c\\* \\[d\\](e) \\#1 &#64;f"
        );
    }
}
