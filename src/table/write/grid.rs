//! The table as a grid: a column for each question, a line for each case, the result beside it.

use std::fmt::Write as _;

use super::{Row, csv_cell, escape, headings, page, verdict};
use crate::diagnostic::Lang;

/// What stands in a cell whose answer does not matter.
const ANY: &str = "–";

/// What the head of an office writes below a grid, in a language.
fn signature(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Id => ["Nama", "Jabatan", "Tempat dan tanggal", "Tanda tangan"],
        Lang::En => ["Name", "Office", "Place and date", "Signature"],
    }
}

/// The columns of the result: verdict, papers, cost, time, notes.
fn results(lang: Lang) -> [&'static str; 5] {
    let [_, _, result, bring, cost, time, notes] = headings(lang);
    [result, bring, cost, time, notes]
}

/// The result of a row, each column a list of lines.
fn result(row: &Row, lang: Lang) -> [Vec<String>; 5] {
    let fails = row.fails.iter().map(|fails| format!("– {fails}"));
    let result = std::iter::once(verdict(row.verdict, lang).to_owned());
    [
        result.chain(fails).collect(),
        row.papers.clone(),
        row.cost.clone(),
        row.time.clone(),
        row.notices.clone(),
    ]
}

impl Row {
    /// The number of each case: `3`, or `3a` and `3b` where a result has several.
    fn case(&self, number: usize, case: usize) -> String {
        let letter = u8::try_from(case).ok().filter(|case| *case < 26);
        match (self.grid.len(), letter) {
            (1, _) => number.to_string(),
            (_, Some(letter)) => format!("{number}{}", char::from(b'a' + letter)),
            _ => format!("{number}.{}", case + 1),
        }
    }
}

fn cell(answer: Option<&String>) -> &str {
    answer.map_or(ANY, String::as_str)
}

/// Every line as cells: the number, an answer for each question, the result.
fn lines(questions: &[String], rows: &[Row], lang: Lang, joint: &str) -> Vec<Vec<String>> {
    let mut lines = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        for (case, answers) in row.grid.iter().enumerate() {
            let mut line = vec![row.case(index + 1, case)];
            let places = 0..questions.len();
            line.extend(places.map(|at| cell(answers.get(at).and_then(Option::as_ref)).to_owned()));
            line.extend(result(row, lang).map(|lines| lines.join(joint)));
            lines.push(line);
        }
    }
    lines
}

fn heads(questions: &[String], lang: Lang) -> Vec<String> {
    let first = std::iter::once(headings(lang)[0].to_owned());
    let asked = questions.iter().cloned();
    let results = results(lang).into_iter().map(str::to_owned);
    first.chain(asked).chain(results).collect()
}

/// For people at a terminal: questions and papers are named above, so that the columns stay narrow.
pub fn text(title: &str, questions: &[String], rows: &[Row], lang: Lang) -> String {
    let mut out = format!("{title}\n\n");
    let mut papers: Vec<&String> = Vec::new();
    for paper in rows.iter().flat_map(|row| &row.papers) {
        if !papers.contains(&paper) {
            papers.push(paper);
        }
    }
    for (index, question) in questions.iter().enumerate() {
        let _ = writeln!(out, "P{}  {question}", index + 1);
    }
    for paper in &papers {
        let _ = writeln!(out, "{paper}");
    }
    let names: Vec<String> = (1..=questions.len())
        .map(|number| format!("P{number}"))
        .collect();
    let mut grid = vec![heads(&names, lang)];
    let numbered = rows.iter().map(|row| {
        let numbers: Vec<&str> = row.papers.iter().map(|paper| number_of(paper)).collect();
        let papers = (!numbers.is_empty()).then(|| numbers.join(", "));
        Row {
            papers: papers.into_iter().collect(),
            ..row.clone()
        }
    });
    let numbered: Vec<Row> = numbered.collect();
    grid.extend(lines(questions, &numbered, lang, "; "));
    out.push('\n');
    aligned(&grid, &mut out);
    out
}

/// The number before the words of a paper: `2.1` of "2.1. Fotokopi KK".
fn number_of(paper: &str) -> &str {
    paper.split_once(". ").map_or(paper, |(number, _)| number)
}

/// Cells in columns, without what stands behind the last word of a line; a column with nothing in it is left out.
fn aligned(grid: &[Vec<String>], out: &mut String) {
    let columns = grid.first().map_or(0, Vec::len);
    let used = |column: &usize| grid.iter().skip(1).any(|line| !line[*column].is_empty());
    let used: Vec<usize> = (0..columns).filter(used).collect();
    let width = |column: usize| {
        grid.iter()
            .map(|line| line[column].chars().count())
            .max()
            .unwrap_or(0)
    };
    for line in grid {
        let cells = used.iter().map(|column| {
            let pad = width(*column) - line[*column].chars().count();
            format!("{}{}", line[*column], " ".repeat(pad))
        });
        let cells: Vec<String> = cells.collect();
        let _ = writeln!(out, "{}", cells.join("  ").trim_end());
    }
}

/// A Markdown table.
pub fn markdown(title: &str, questions: &[String], rows: &[Row], lang: Lang) -> String {
    let heads = heads(questions, lang);
    let line = |cells: &[String]| {
        let cells = cells
            .iter()
            .map(|cell| cell.replace('\\', "\\\\").replace('|', "\\|"));
        format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
    };
    let mut out = format!(
        "# {title}\n\n{}|{}\n",
        line(&heads),
        " --- |".repeat(heads.len())
    );
    for cells in lines(questions, rows, lang, "; ") {
        out += &line(&cells);
    }
    out
}

/// Comma-separated values, as those of the table.
pub fn csv(questions: &[String], rows: &[Row], lang: Lang) -> String {
    let line = |cells: &[String]| {
        let quoted: Vec<String> = cells.iter().map(|cell| csv_cell(cell)).collect();
        quoted.join(",") + "\r\n"
    };
    let mut out = format!("\u{feff}{}", line(&heads(questions, lang)));
    for cells in lines(questions, rows, lang, "\n") {
        out += &line(&cells);
    }
    out
}

/// One JSON object.
pub fn json(title: &str, questions: &[String], rows: &[Row]) -> String {
    let rows: Vec<_> = rows
        .iter()
        .map(|row| serde_json::json!({"verdict": row.verdict, "cases": row.grid, "bring": row.papers}))
        .collect();
    let object = serde_json::json!({"service": title, "questions": questions, "rows": rows});
    format!("{object:#}\n")
}

/// A page to print and sign: a result stands once beside all its cases.
pub fn html(title: &str, questions: &[String], rows: &[Row], lang: Lang) -> String {
    let mut body = String::new();
    for (index, row) in rows.iter().enumerate() {
        for (case, answers) in row.grid.iter().enumerate() {
            let _ = write!(
                body,
                "<tr><th scope=\"row\">{}</th>",
                row.case(index + 1, case)
            );
            for at in 0..questions.len() {
                let answer = cell(answers.get(at).and_then(Option::as_ref));
                let _ = write!(body, "<td>{}</td>", escape(answer));
            }
            let whole = if case == 0 {
                result(row, lang).to_vec()
            } else {
                Vec::new()
            };
            for lines in whole {
                let lines: Vec<String> = lines.iter().map(|line| escape(line)).collect();
                let span = row.grid.len();
                let _ = write!(body, "<td rowspan=\"{span}\">{}</td>", lines.join("<br>"));
            }
            body.push_str("</tr>\n");
        }
    }
    let heads = heads(questions, lang).into_iter();
    let heads = heads.map(|name| format!("<th scope=\"col\">{}</th>", escape(&name)));
    let signed = signature(lang).map(|name| format!("<p>{name}: ……………………………………</p>\n"));
    page(
        title,
        &heads.collect::<String>(),
        &body,
        &signed.concat(),
        lang,
    )
}
