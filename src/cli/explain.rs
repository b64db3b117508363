//! `explain`: the page of a problem.

use std::fmt::Write as _;

use super::Outcome;
use super::args::Explain;
use super::screen::Screen;
use crate::diagnostic::format::severity_word;
use crate::diagnostic::{Code, Failure, say};
use crate::model::decode::nearest;

/// Prints the page of a code, or the list of all codes.
pub fn explain(explain: &Explain, screen: &Screen) -> Result<Outcome, Failure> {
    let Some(asked) = &explain.code else {
        let mut list = String::new();
        for code in Code::ALL {
            let (number, name) = (code.number(), code.name());
            let weight = severity_word(code.severity(), screen.lang());
            let _ = writeln!(list, "{number}  {name:<24} {weight}");
        }
        screen.print(&list);
        return Ok(Outcome::Clean);
    };
    let Some(code) = Code::find(asked) else {
        let known = Code::ALL
            .iter()
            .flat_map(|code| [code.number(), code.name()]);
        let near = nearest(asked, known).unwrap_or("K0101");
        return Err(Failure::new(say!(
            "`{asked}` bukan kode temuan; mungkin maksud Anda: maklumat explain {near}",
            "`{asked}` is no code of a finding; did you mean: maklumat explain {near}"
        )));
    };
    screen.print(code.page(screen.lang()));
    Ok(Outcome::Clean)
}
