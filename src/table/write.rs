//! The table as text, Markdown, CSV, JSON and HTML.

pub mod grid;

use std::fmt::Write as _;

use serde_json::json as value;

use super::Row;
use crate::diagnostic::Lang;

/// The headings of the columns.
fn headings(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::Id => [
            "No.", "Jawaban", "Hasil", "Dibawa", "Biaya", "Waktu", "Catatan",
        ],
        Lang::En => [
            "No.", "Answers", "Verdict", "To bring", "Cost", "Time", "Notes",
        ],
    }
}

/// A verdict in words.
fn verdict(name: &str, lang: Lang) -> &'static str {
    match (name, lang) {
        ("eligible", Lang::Id) => "memenuhi syarat",
        ("ask_first", Lang::Id) => "belum diatur di standar; tanyakan dulu ke dinas",
        ("do_first", Lang::Id) => "lakukan dulu",
        ("not_needed", Lang::Id) => "tidak perlu",
        (_, Lang::Id) => "tidak memenuhi syarat",
        ("eligible", Lang::En) => "eligible",
        ("ask_first", Lang::En) => "not settled by the standard; ask the agency first",
        ("do_first", Lang::En) => "do first",
        ("not_needed", Lang::En) => "not needed",
        (_, Lang::En) => "not eligible",
    }
}

/// The cells of a row, each a list of lines.
fn cells(number: usize, row: &Row, lang: Lang) -> [Vec<String>; 7] {
    let or = match lang {
        Lang::Id => "atau ",
        Lang::En => "or ",
    };
    let any = match lang {
        Lang::Id => "jawaban apa pun",
        Lang::En => "any answers",
    };
    let answers = row.answers.iter().enumerate().map(|(index, case)| {
        let case = if case.is_empty() {
            any.to_owned()
        } else {
            case.join("; ")
        };
        if index == 0 {
            case
        } else {
            format!("{or}{case}")
        }
    });
    let result = std::iter::once(verdict(row.verdict, lang).to_owned());
    [
        vec![number.to_string()],
        answers.collect(),
        result
            .chain(row.fails.iter().map(|fails| format!("– {fails}")))
            .collect(),
        row.papers.clone(),
        row.cost.clone(),
        row.time.clone(),
        row.notices.clone(),
    ]
}

/// For people at a terminal: a block for each row.
pub fn text(title: &str, rows: &[Row], lang: Lang) -> String {
    let names = headings(lang);
    let width = names
        .iter()
        .map(|name| name.chars().count())
        .max()
        .unwrap_or(0);
    let mut out = format!("{title}\n");
    for (index, row) in rows.iter().enumerate() {
        let cells = cells(index + 1, row, lang);
        let _ = writeln!(out, "\n{} {}", names[0], index + 1);
        for (name, lines) in names.iter().zip(&cells).skip(1) {
            for (at, line) in lines.iter().enumerate() {
                let name = if at == 0 { name } else { "" };
                let _ = writeln!(out, "  {name:<width$}  {line}");
            }
        }
    }
    out
}

/// A Markdown table.
pub fn markdown(title: &str, rows: &[Row], lang: Lang) -> String {
    let names = headings(lang);
    let mut out = format!(
        "# {title}\n\n| {} |\n|{}\n",
        names.join(" | "),
        " --- |".repeat(names.len())
    );
    for (index, row) in rows.iter().enumerate() {
        let cells = cells(index + 1, row, lang);
        let cells = cells.map(|lines| lines.join("; ").replace('\\', "\\\\").replace('|', "\\|"));
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
    out
}

/// Comma-separated values, as RFC 4180 quotes them, for spreadsheets: the mark at the start says that it is UTF-8.
pub fn csv(rows: &[Row], lang: Lang) -> String {
    let mut out = format!("\u{feff}{}", csv_row(&headings(lang).map(str::to_owned)));
    for (index, row) in rows.iter().enumerate() {
        let cells = cells(index + 1, row, lang);
        out += &csv_row(&cells.map(|lines| lines.join("\n")));
    }
    out
}

/// A line of quoted cells.
pub fn csv_row(cells: &[String]) -> String {
    let quoted: Vec<String> = cells.iter().map(|cell| csv_cell(cell)).collect();
    quoted.join(",") + "\r\n"
}

/// A quoted cell. A spreadsheet takes what begins with one of these signs for a formula, unless an apostrophe stands first.
fn csv_cell(text: &str) -> String {
    let mark = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    format!("\"{mark}{}\"", text.replace('"', "\"\""))
}

/// One JSON object.
pub fn json(title: &str, rows: &[Row]) -> String {
    let rows: Vec<_> = rows
        .iter()
        .map(|row| {
            value!({
                "verdict": row.verdict,
                "answers": row.answers,
                "fails": row.fails,
                "bring": row.papers,
                "cost": row.cost,
                "amounts": amounts(row),
                "time": row.time,
                "notices": row.notices,
            })
        })
        .collect();
    let object = value!({"service": title, "rows": rows});
    format!("{object:#}\n")
}

/// What is paid, as numbers; `up_to` where it is one of several prices, of which `amount` is the least.
fn amounts(row: &Row) -> Vec<serde_json::Value> {
    let amounts = row.amounts.iter();
    amounts
        .map(|(amount, unit)| {
            let mut said = value!({"amount": amount.rupiah, "unit": unit});
            if amount.most != amount.rupiah {
                said["up_to"] = amount.most.into();
            }
            said
        })
        .collect()
}

/// A page to print and sign.
pub fn html(title: &str, rows: &[Row], lang: Lang) -> String {
    let mut body = String::new();
    for (index, row) in rows.iter().enumerate() {
        body.push_str("<tr>");
        for lines in cells(index + 1, row, lang) {
            let lines: Vec<String> = lines.iter().map(|line| escape(line)).collect();
            let _ = write!(body, "<td>{}</td>", lines.join("<br>"));
        }
        body.push_str("</tr>\n");
    }
    let head = headings(lang)
        .map(|name| format!("<th scope=\"col\">{name}</th>"))
        .concat();
    page(title, &head, &body, "", lang)
}

/// A page with a table, and what stands below it.
fn page(title: &str, head: &str, body: &str, below: &str, lang: Lang) -> String {
    let title = escape(title);
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>{title}</title>\n\
         <style>body{{font:1rem/1.4 system-ui,sans-serif;margin:1.5rem}}table{{border-collapse:collapse}}\
         th,td{{border:1px solid;padding:.4rem .6rem;text-align:start;vertical-align:top}}\
         tr{{break-inside:avoid}}@page{{size:A4 landscape}}</style>\n</head>\n<body>\n<main>\n\
         <h1>{title}</h1>\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n{below}</main>\n</body>\n</html>\n"
    )
}

/// A text in HTML.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::csv_cell;

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=HYPERLINK(\"x\")", "+62 254", "-", "@dinas", "\tx", "\rx"] {
            assert!(csv_cell(text).starts_with("\"'"), "{text}");
        }
        assert_eq!(csv_cell("KTP \"asli\""), "\"KTP \"\"asli\"\"\"");
    }
}
