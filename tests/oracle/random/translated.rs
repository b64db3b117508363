//! A drawn service in English: the words of every text that its file holds.

use super::{Answers, Item, Service, obtained};

impl Service {
    /// The file of its translation.
    pub fn english(&self, title: &str) -> String {
        let mut text = format!("title: {title}\nquestions:\n");
        for (at, answers) in self.questions.iter().enumerate() {
            text += &format!("  tanya_{at}:\n    ask: What is your answer number {at}?\n");
            if let Answers::Choices(count) = answers {
                text += "    choices:\n";
                for at in 0..*count {
                    text += &format!("      pilihan_{at}: Answer {at}\n");
                }
            }
        }
        text += "requirements:\n";
        for (at, item) in self.requirements.iter().enumerate() {
            requirement(item, &format!("{}", at + 1), 1, &mut text);
        }
        text += "procedure:\n";
        for at in 0..self.steps.len() {
            text += &format!("  langkah_{at}: {{text: Step number {at}}}\n");
        }
        if self.cost.is_some() {
            text += "cost:\n  gratis: {text: Free of charge}\n";
        }
        let lists = [
            ("eligibility", "tersirat", "text", self.eligibility.len()),
            ("unsettled", "terbuka", "say", self.unsettled.len()),
        ];
        for (list, id, key, count) in lists.into_iter().filter(|(.., count)| *count > 0) {
            text += &format!("{list}:\n");
            for at in 0..count {
                text += &format!("  {id}_{at}: {{{key}: In English {at}}}\n");
            }
        }
        text
    }
}

fn requirement(item: &Item, number: &str, level: usize, text: &mut String) {
    let inset = "  ".repeat(level);
    let id = number.replace('.', "_");
    *text += &format!("{inset}butir_{id}:\n{inset}  text: Requirement {number}\n");
    if item.must.is_some() {
        *text += &format!("{inset}  otherwise: {{say: This is not met yet.}}\n");
    }
    if item.parts.is_empty() && item.must.is_none() && item.what.is_brought() {
        let place = obtained(number);
        if !place.is_empty() {
            *text += &format!("{inset}  obtain_from: In English {place}\n");
        }
    }
    if !item.parts.is_empty() {
        *text += &format!("{inset}  items:\n");
    }
    for (at, part) in item.parts.iter().enumerate() {
        requirement(part, &format!("{number}.{}", at + 1), level + 2, text);
    }
}
