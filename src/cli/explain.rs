//! `explain`: the page of a problem.

use std::fmt::Write as _;

use super::Outcome;
use super::args::Explain;
use super::screen::Screen;
use crate::diagnostic::format::severity_word;
use crate::diagnostic::{Code, Failure, say};
use crate::similar::nearest;

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
        // Numbers are all alike; only a name can be nearly right.
        let numbered = asked.chars().skip(1).all(|c| c.is_ascii_digit());
        return Err(Failure::new(match nearest(asked, known) {
            Some(near) if !numbered => say!(
                "`{asked}` bukan kode temuan; mungkin maksud Anda: maklumat explain {near}; semua kode: maklumat explain",
                "`{asked}` is not a finding code; did you mean: maklumat explain {near}; all codes: maklumat explain"
            ),
            _ => say!(
                "`{asked}` bukan kode temuan; semua kode: maklumat explain",
                "`{asked}` is not a finding code; all codes: maklumat explain"
            ),
        }));
    };
    screen.print(code.page(screen.lang()));
    Ok(Outcome::Clean)
}
