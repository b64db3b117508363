//! Questions to the person at the terminal.

use std::io::IsTerminal;

use dialoguer::console::Term;
use dialoguer::{Input, Select};

use crate::diagnostic::{Failure, Lang, Message, say};

/// Asks what a command lacks, where somebody is there to answer.
#[derive(Debug, Clone)]
pub struct Ask {
    lang: Lang,
    term: Term,
}

impl Ask {
    /// Somebody to ask; `None` where input or output is a file or a pipe, as in a script.
    pub fn somebody(lang: Lang) -> Option<Self> {
        let there = std::io::stdin().is_terminal()
            && std::io::stdout().is_terminal()
            && std::io::stderr().is_terminal();
        let term = Term::stderr();
        there.then_some(Self { lang, term })
    }

    /// A text; asked again until it is `good`.
    ///
    /// # Errors
    /// When the person gives up.
    pub fn text(
        &self,
        question: &Message,
        good: &dyn Fn(&str) -> Result<(), Message>,
    ) -> Result<String, Failure> {
        let check = |text: &String| good(text).map_err(|why| why.get(self.lang).to_owned());
        let input = Input::new().with_prompt(question.get(self.lang));
        let answer = input.validate_with(check).interact_text_on(&self.term);
        answer.map_err(|_| given_up())
    }

    /// Which of several, by its place; the first is chosen unless another is.
    ///
    /// # Errors
    /// When the person gives up.
    pub fn which(&self, question: &Message, choices: &[String]) -> Result<usize, Failure> {
        let (id, en) = (&question.id, &question.en);
        let question = say!(
            "{id} (pilih dengan tombol panah ↑ ↓, lalu Enter)",
            "{en} (choose with the arrow keys ↑ ↓, then Enter)"
        );
        let select = Select::new().with_prompt(question.get(self.lang));
        let answer = select.items(choices).default(0).interact_on_opt(&self.term);
        answer.ok().flatten().ok_or_else(given_up)
    }
}

fn given_up() -> Failure {
    Failure::new(say!(
        "dibatalkan; tidak ada yang ditulis",
        "cancelled; nothing was written"
    ))
}
