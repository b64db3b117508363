//! The annex of a decree as a Word file that people go on editing: a table *No · Komponen · Uraian* for each service.

use docx_rs::{
    AlignmentType, BreakType, Docx, PageMargin, Paragraph, Run, Table, TableCell, TableRow,
    WidthType,
};

use super::components;
use super::list::unwritten;
use crate::diagnostic::Failure;
use crate::pipeline::Standard;
use crate::render::view::Annex;

/// The widths of the three columns, in twentieths of a point: together the sheet without its margins.
const WIDTHS: [usize; 3] = [650, 2200, 5654];

/// The margins on either side, in twentieths of a point.
const MARGIN: i32 = 1_701;

/// How far a level of a list is set in.
const INDENT: i32 = 360;

/// A sheet of A4, in twentieths of a point.
const A4: (u32, u32) = (11_906, 16_838);

/// The annexes of some standards, each on pages of its own.
///
/// # Errors
/// When it cannot be written.
pub fn docx(standards: &[Standard]) -> Result<Vec<u8>, Failure> {
    let margins = PageMargin::new().left(MARGIN).right(MARGIN);
    let mut docx = Docx::new().page_size(A4.0, A4.1).page_margin(margins);
    for (at, standard) in standards.iter().enumerate() {
        if at > 0 {
            let end = Paragraph::new().add_run(Run::new().add_break(BreakType::Page));
            docx = docx.add_paragraph(end);
        }
        docx = head(&standard.view)
            .into_iter()
            .fold(docx, Docx::add_paragraph);
        docx = docx.add_table(table(standard));
        docx = foot(&standard.view)
            .into_iter()
            .fold(docx, Docx::add_paragraph);
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    docx.build()
        .pack(&mut bytes)
        .map_err(|error| unwritten(&error))?;
    Ok(bytes.into_inner())
}

fn line(text: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(text))
}

fn bold(text: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(text).bold())
}

/// What stands above the table; what is not known yet is left to be filled in.
fn head(view: &Annex) -> Vec<Paragraph> {
    let open = "…".repeat(8);
    let number = view
        .number
        .as_ref()
        .map_or(open.as_str(), |number| &number.text);
    let date = view.date.as_deref().unwrap_or(&open);
    vec![
        line("Lampiran Keputusan"),
        line(&format!("Nomor: {number}")),
        line(&format!("Tanggal: {date}")),
        line(&format!("Tentang: {}", view.about)),
        bold("Standar Pelayanan").align(AlignmentType::Center),
        bold(&format!("Jenis pelayanan: {}", view.title.text)),
    ]
}

/// Who signs.
fn foot(view: &Annex) -> Vec<Paragraph> {
    let open = "…".repeat(16);
    let name = view
        .signed_by
        .as_ref()
        .map_or(open.as_str(), |name| &name.text);
    [line(""), line("Ditetapkan oleh:"), line(""), line(name)]
        .map(|paragraph| paragraph.align(AlignmentType::Right))
        .into()
}

fn cell(column: usize, paragraphs: Vec<Paragraph>) -> TableCell {
    let cell = TableCell::new().width(WIDTHS[column], WidthType::Dxa);
    // A cell without a paragraph is none to Word.
    let paragraphs = if paragraphs.is_empty() {
        vec![line("")]
    } else {
        paragraphs
    };
    paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
}

fn table(standard: &Standard) -> Table {
    let heads = ["No", "Komponen", "Uraian"];
    let heads = heads
        .iter()
        .enumerate()
        .map(|(at, head)| cell(at, vec![bold(head)]));
    let mut rows = vec![TableRow::new(heads.collect())];
    let mut components = components(standard).into_iter();
    for group in &standard.view.groups {
        let title = TableCell::new()
            .width(WIDTHS.iter().sum(), WidthType::Dxa)
            .grid_span(WIDTHS.len())
            .add_paragraph(bold(&group.title));
        rows.push(TableRow::new(vec![title]));
        for (number, (title, lines)) in (1..).zip(components.by_ref().take(group.rows.len())) {
            let text = lines.iter().map(|one| {
                let level = i32::try_from(one.level).unwrap_or_default();
                let words = one.written();
                line(words.trim_start()).indent(Some(INDENT * level), None, None, None)
            });
            rows.push(TableRow::new(vec![
                cell(0, vec![line(&format!("{number}."))]),
                cell(1, vec![line(&title)]),
                cell(2, text.collect()),
            ]));
        }
    }
    Table::new(rows).set_grid(WIDTHS.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_as_wide_as_the_text() {
        let text = A4.0 - 2 * MARGIN.unsigned_abs();
        assert_eq!(WIDTHS.iter().sum::<usize>(), text as usize);
    }
}
