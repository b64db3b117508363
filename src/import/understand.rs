//! The words of a [`Sheet`] → the service they describe, as far as they can be read in one way.
//!
//! A file for each component: `demands`, `steps`, `duration` with `clauses`, `tariff` with `amounts`, `outcome`,
//! `contacts` with `labels` and `values`. `conditions` suggests, `personal` and `mobiles` take away what identifies or
//! reaches a person.

use serde_json::{Value, json};

use super::draft::Draft;
use super::papers::Papers;
use super::pen::{Pen, record, text};
use super::sheet::{Component, Line, Part, Sheet};
use super::words::says;
use super::{
    conditions, contacts, demands, duration, lists, mobiles, outcome, personal, residue, steps,
    tariff, zeros,
};
use crate::diagnostic::say;

/// The components in the order of a service's file.
const ORDER: [Component; 14] = [
    Component::Requirements,
    Component::Procedure,
    Component::Time,
    Component::Cost,
    Component::Products,
    Component::Complaints,
    Component::LegalBasis,
    Component::Facilities,
    Component::StaffCompetence,
    Component::InternalSupervision,
    Component::StaffCount,
    Component::ServiceGuarantee,
    Component::SafetyGuarantee,
    Component::PerformanceEvaluation,
];

/// What a page says about a service, as data.
pub fn understand(sheet: &Sheet, papers: &Papers) -> Draft {
    let mut pen = Pen::default();
    write_title(&mut pen, sheet);
    let decree = record([
        ("number", sheet.decree.as_deref().and_then(text)),
        ("date", sheet.signed.as_deref().and_then(text)),
        ("signed_by", sheet.signed_by.as_deref().and_then(text)),
    ]);
    if decree != json!({}) {
        pen.write("decree", Some(decree));
    }
    let last = sheet.parts.last().map(|part| part.component);
    for component in ORDER {
        let parts = sheet
            .parts
            .iter()
            .filter(|part| part.component == component);
        let lines: Vec<Line> = parts.flat_map(|part| part.lines.clone()).collect();
        let is_cut = sheet.is_cut && last == Some(component);
        if is_dash(&lines) {
            write_missing(&mut pen, component);
        } else if !lines.is_empty() {
            write(&mut pen, component, &lines, papers, is_cut);
        }
        if is_cut {
            doubt_end(&mut pen, component);
        }
        if sheet.parts.iter().any(|part| part.component == component) {
            doubt_empty(&mut pen, component);
        }
    }
    doubt_only_list(&mut pen, sheet);
    contradictions(&mut pen);
    zeros::doubt(&mut pen);
    residue::doubt(&mut pen, sheet);
    personal::take_away(&mut pen);
    mobiles::take_away(&mut pen);
    conditions::ask(&mut pen);
    pen.done()
}

fn write_title(pen: &mut Pen, sheet: &Sheet) {
    let title = sheet
        .title
        .as_deref()
        .map(str::trim)
        .filter(|title| !title.is_empty());
    if title.is_none() {
        pen.doubt(
            "title",
            say!(
                "nama layanannya tidak ada di halaman ini",
                "the page does not say what the service is called"
            ),
        );
    }
    if sheet.is_title_guessed && title.is_some() {
        pen.doubt(
            "title",
            say!(
                "periksa nama layanannya: halaman ini tidak memisahkannya dengan jelas dari baris lain di atas persyaratan",
                "check what the service is called: the page does not set it apart from the other lines above its requirements"
            ),
        );
    }
    pen.write("title", Some(title.map_or(Value::Null, Value::from)));
}

fn write(pen: &mut Pen, component: Component, lines: &[Line], papers: &Papers, is_cut: bool) {
    match component {
        Component::Requirements => demands::write(pen, lines, papers),
        Component::Procedure => steps::write(pen, lines),
        Component::Time => duration::write(pen, lines),
        Component::Cost => tariff::write(pen, lines, is_cut),
        Component::Products => outcome::write(pen, lines, papers),
        Component::Complaints => contacts::write(pen, lines, is_cut),
        Component::LegalBasis => pen.write("legal_basis", Some(texts(lines))),
        Component::Facilities => {
            let texts = whole(lines).into_iter();
            let list: Vec<Value> = texts.map(|text| json!({ "text": text })).collect();
            pen.write("facilities", Some(Value::Array(list)));
        }
        Component::StaffCompetence => pen.write("staff_competence", Some(texts(lines))),
        Component::InternalSupervision => pen.write("internal_supervision", Some(texts(lines))),
        Component::StaffCount => pen.write("staff_count", Some(json!(whole(lines).join("; ")))),
        Component::ServiceGuarantee => pen.write("service_guarantee", Some(texts(lines))),
        Component::SafetyGuarantee => pen.write("safety_guarantee", Some(texts(lines))),
        Component::PerformanceEvaluation => {
            pen.write("performance_evaluation", Some(texts(lines)));
        }
    }
}

/// Whether a lone dash stands where the words of a component belong.
fn is_dash(lines: &[Line]) -> bool {
    let dash = |line: &Line| line.lines.is_empty() && matches!(line.text.trim(), "-" | "–" | "—");
    matches!(lines, [only] if dash(only))
}

/// A dash: nothing is stated. Where nothing may also be needed or charged, somebody has to say which it is.
fn write_missing(pen: &mut Pen, component: Component) {
    let key = component.key();
    pen.write(key, Some(Value::Null));
    let (id, en) = match component {
        Component::Requirements => ("tidak ada", "none"),
        Component::Cost => ("gratis", "free"),
        _ => return,
    };
    pen.doubt(
        key,
        say!(
            "hanya tanda `–` yang tertulis; jika itu berarti memang tidak ada, ganti null dengan `{id}`",
            "only `–` is written; if that means that there is none, put `{en}` in the place of null"
        ),
    );
}

/// The words of each line with those below it.
fn whole(lines: &[Line]) -> Vec<String> {
    let texts = lines
        .iter()
        .map(|line| lists::whole_text(line).replace('\n', " "));
    texts.filter(|text| !text.trim().is_empty()).collect()
}

fn texts(lines: &[Line]) -> Value {
    json!(whole(lines))
}

/// A heading with nothing below it that could be read.
fn doubt_empty(pen: &mut Pen, component: Component) {
    let key = component.key();
    if pen.written(key).is_some() || pen.doubts_at(key) {
        return;
    }
    pen.doubt(
        key,
        say!(
            "judul bagian ini ada, tetapi tidak ada isi di bawahnya yang dapat dibaca",
            "the heading of this part is there, but nothing below it that can be read"
        ),
    );
}

/// A page without headings that has one list of the two that each has: nothing says which it is.
fn doubt_only_list(pen: &mut Pen, sheet: &Sheet) {
    let lists = [Component::Requirements, Component::Procedure];
    let parts = sheet.parts.iter();
    let parts: Vec<&Part> = parts
        .filter(|part| lists.contains(&part.component))
        .collect();
    let [part] = parts.as_slice() else {
        return;
    };
    if part.is_guessed && !sheet.is_cut {
        pen.doubt(
            part.component.key(),
            say!(
                "halaman ini hanya punya satu daftar: periksa apakah ini persyaratan atau prosedur; yang lain tidak tertulis",
                "the page has one list only: check whether it holds requirements or steps; the other is not written"
            ),
        );
    }
}

/// The last item of a page that was cut.
fn doubt_end(pen: &mut Pen, component: Component) {
    if component == Component::Complaints {
        return;
    }
    let key = component.key();
    let count = pen.written(key).and_then(Value::as_array).map(Vec::len);
    let field = match count {
        Some(count) if count > 0 => format!("{key}[{}]", count - 1),
        _ => key.to_owned(),
    };
    pen.doubt(
        field,
        say!(
            "teks halaman terpotong di sini: lanjutannya belum ada",
            "the text of the page stops here: the rest is missing"
        ),
    );
}

/// Words of requirements and steps by which something is paid.
const PAID: &str = "membayar, melunasi, lunas retribusi, bukti pembayaran, bukti bayar, pembayaran retribusi, \
    pembayaran pnbp, bukti lunas retribusi, menyetor";

/// What two parts of a page say differently.
fn contradictions(pen: &mut Pen) {
    let rows = pen.written("cost").and_then(Value::as_array);
    let free = rows.is_some_and(|rows| {
        let amounts = rows.iter().map(|row| row.get("amount"));
        !rows.is_empty() && amounts.into_iter().all(|amount| amount == Some(&json!(0)))
    });
    let pays = |key: &str| {
        let items = pen.written(key).and_then(Value::as_array);
        let texts = items
            .into_iter()
            .flatten()
            .filter_map(|item| item.get("text")?.as_str());
        texts
            .into_iter()
            .any(|text| says(text, PAID) && !says(text, "pbb, pajak"))
    };
    if free && (pays("requirements") || pays("procedure")) {
        pen.doubt(
            "cost",
            say!(
                "di sini tertulis gratis, tetapi persyaratan atau prosedurnya menyebut pembayaran",
                "it says free here, but the requirements or steps speak of a payment"
            ),
        );
    }
}
