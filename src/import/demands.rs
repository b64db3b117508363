//! What is required: papers, criteria, groups of them.

use serde_json::{Value, json};

use super::conditions;
use super::lexis::{
    CONTAINS, CRITERIA, DETAILS, FORMS, GROUP_CASES, LISTED, NOTHING, PAPERS, PRIOR,
};
use super::lists::{split_inline, under_labels};
use super::papers::Papers;
use super::pen::{Pen, record, text};
use super::sheet::Line;
use super::words::{
    begins, ends_with, is_one, place, places, says, starts, tidy, without_brackets, words,
};
use crate::diagnostic::{Message, say};
use crate::figure::{Unit, figures};

/// Writes the requirements of a page.
pub(super) fn write(pen: &mut Pen, lines: &[Line], papers: &Papers) {
    let (opening, lines) = without_opening(under_labels(lines));
    if lines.is_empty() {
        return;
    }
    if let [only] = lines.as_slice()
        && only.lines.is_empty()
        && says_nothing(&only.text)
    {
        pen.write("requirements", Some(json!("none")));
        return;
    }
    let parallel = lines.iter().filter(|line| parts_of(line).is_some()).count() > 1;
    let items = lines.iter().enumerate().map(|(at, line)| {
        let field = format!("requirements[{at}]");
        item(pen, &field, line, papers, parallel)
    });
    let mut items: Vec<Value> = items.collect();
    if let (Some(opening), Some(Value::Object(first))) = (opening, items.first_mut()) {
        first.insert("note".to_owned(), Value::String(opening));
    }
    choices(pen, &items);
    pen.write("requirements", Some(Value::Array(items)));
}

/// Groups that name several things of which each person wants one.
fn choices(pen: &mut Pen, items: &[Value]) {
    let groups = items.iter().enumerate();
    let groups: Vec<(String, String)> = groups
        .filter_map(|(at, item)| Some((format!("requirements[{at}]"), group_label(item)?)))
        .collect();
    let all = groups.len() == items.len();
    let cases: Vec<(String, String)> = groups
        .iter()
        .filter(|(_, label)| is_case(label))
        .cloned()
        .collect();
    for (field, label) in &cases {
        pen.doubt(field, for_some(label));
    }
    let choices = if all { groups } else { cases };
    if choices.len() > 1 {
        conditions::choose(pen, &choices);
    }
}

/// The label of a group whose words do not say already whom it holds for.
fn group_label(item: &Value) -> Option<String> {
    item.get("items")?;
    let name = item.get("label").or(item.get("text"))?.as_str()?;
    let name = name.trim_end_matches([':', ' ']);
    conditions::opener(&words(name))
        .is_none()
        .then(|| name.to_owned())
}

/// The longest label of a case, in words.
const CASE_LABEL: usize = 6;

/// Whether the label of a group tells one case from others: `Izin baru`, `Perpanjangan`.
fn is_case(label: &str) -> bool {
    let own = words(label);
    // "Izin baru" is a case, though it begins as a paper does.
    let paper = own.first().is_some_and(|word| is_one(word, PAPERS));
    let paper = paper && !ends_with(&own, GROUP_CASES);
    let general = begins(label, "persyaratan, syarat, dokumen, berkas, kelengkapan");
    !general && !paper && own.len() <= CASE_LABEL && says(label, GROUP_CASES)
}

fn for_some(label: &str) -> Message {
    say!(
        "`{label}` tampaknya satu dari beberapa keadaan, tetapi di sini diminta dari semua orang: tulis `jika`-nya",
        "`{label}` seems to be one of several cases, but here it is asked of everyone: write its `when`"
    )
}

fn says_nothing(text: &str) -> bool {
    let own = words(text);
    starts(&own, NOTHING).is_some_and(|count| own.len() <= count + 3)
        || !text.chars().any(char::is_alphanumeric)
}

/// Lines of which one is no group, but opens the whole list, and its words: `Pemohon datang dengan membawa:`.
fn without_opening(lines: Vec<Line>) -> (Option<String>, Vec<Line>) {
    match lines.as_slice() {
        [only] if only.mark.is_none() && !only.lines.is_empty() && !is_limited(&only.text) => {
            (Some(only.text.clone()), only.lines.clone())
        }
        _ => (None, lines),
    }
}

/// Whether the head of a list says for whom it is.
fn is_limited(label: &str) -> bool {
    is_case(label.trim_end_matches([':', ' '])) || conditions::opener(&words(label)).is_some()
}

/// The papers that stand in one line behind what they are asked for: `Pindah antarkota: a. KK; b. KTP`.
fn parts_of(line: &Line) -> Option<(String, Vec<Line>)> {
    let (head, parts) = split_inline(&line.text)?;
    let papers = parts.iter().filter(|part| {
        let own = words(&part.text);
        own.first().is_some_and(|word| is_one(word, PAPERS))
    });
    let named = head.ends_with(':') && !head.trim_end_matches(':').trim().is_empty();
    (named && papers.count() * 2 > parts.len()).then_some((head, parts))
}

/// Whether parts are counted by numbers: a whole list.
fn is_numbered(parts: &[Line]) -> bool {
    let digit = |mark: &str| mark.starts_with(|c: char| c.is_ascii_digit());
    parts
        .iter()
        .all(|part| part.mark.as_deref().is_some_and(digit))
}

fn item(pen: &mut Pen, field: &str, line: &Line, papers: &Papers, parallel: bool) -> Value {
    let below = |pen: &mut Pen, lines: &[Line]| {
        let items = lines.iter().enumerate().map(|(at, line)| {
            let field = format!("{field}.items[{at}]");
            item(pen, &field, line, papers, false)
        });
        Value::Array(items.collect())
    };
    if let Some(sure) = are_details(line) {
        if !sure {
            pen.doubt(field, details());
        }
        let kind = kind(&line.text).map(|kind| json!(kind));
        return record([("text", text(&whole_line(line))), ("type", kind)]);
    }
    if !line.lines.is_empty() {
        let items = below(pen, &line.lines);
        conditions::suggest(pen, field, line.text.trim_end_matches(':'), true);
        return record([("text", text(&line.text)), ("items", Some(items))]);
    }
    if let Some((head, parts)) = parts_of(line).filter(|(_, parts)| parallel || is_numbered(parts))
    {
        let label = tidy(head.trim_end_matches([':', ' ']));
        let items = below(pen, &parts);
        conditions::suggest(pen, field, &label, true);
        return record([
            ("text", text(&line.text)),
            ("label", Some(Value::String(label))),
            ("items", Some(items)),
        ]);
    }
    conditions::suggest(pen, field, &line.text, false);
    if is_bare_criterion(&line.text) {
        pen.doubt(field, details());
    }
    let kind = kind(&line.text);
    let of_paper = kind.is_none_or(|kind| kind == "form");
    let form = form(&line.text).filter(|_| of_paper);
    let linked = if of_paper {
        linked(&line.text, papers)
    } else {
        [None, None, None]
    };
    let [document, any_of, all_of] = linked;
    record([
        ("text", text(&line.text)),
        ("type", kind.map(|kind| json!(kind))),
        ("document", document),
        ("form", form.map(|form| json!(form))),
        (
            "copies",
            copies(&line.text)
                .filter(|_| of_paper)
                .map(|count| json!(count)),
        ),
        ("any_of", any_of),
        ("all_of", all_of),
    ])
}

/// The longest name of what a paper says, in words.
const DETAIL: usize = 5;

/// Whether the lines below a paper only name what it has to say, `Daftar anggota: a. nama b. usia`; `Some(false)` where
/// only some of them surely do.
fn are_details(line: &Line) -> Option<bool> {
    let first = |text: &str, list: &str| words(text).first().is_some_and(|one| is_one(one, list));
    let about =
        says(&line.text, CONTAINS) || first(&line.text, LISTED) || first(&line.text, PAPERS);
    let fits = |below: &Line| {
        let own = &below.text;
        let plain = below.lines.is_empty() && figures(own).is_empty() && form(own).is_none();
        plain && words(own).len() <= DETAIL && !first(own, PAPERS)
    };
    let sure = line
        .lines
        .iter()
        .filter(|below| begins(&below.text, DETAILS));
    let (sure, all) = (sure.count(), line.lines.len());
    (about && sure > 0 && line.lines.iter().all(fits)).then_some(sure == all)
}

fn details() -> Message {
    say!(
        "tidak jelas apakah ini isi suatu berkas, berkas tersendiri, atau syarat orangnya",
        "whether this is what a paper says, a paper of its own, or demanded of the person is not clear"
    )
}

/// Whether a text names what is demanded of a person, but not what it has to be: `usia`.
fn is_bare_criterion(text: &str) -> bool {
    let own = words(text);
    matches!(own.as_slice(), [only] if is_one(only, "usia umur"))
}

/// A line with those below it as one sentence.
fn whole_line(line: &Line) -> String {
    let below = line.lines.iter().map(|below| {
        let mark = below.mark.as_deref().unwrap_or_default();
        tidy(&format!("{mark} {}", below.text))
    });
    let parts: Vec<String> = [line.text.clone()].into_iter().chain(below).collect();
    parts.join(" ")
}

/// What kind of requirement it is; `None` for a paper.
fn kind(text: &str) -> Option<&'static str> {
    let own = words(text);
    if starts(&own, PRIOR).is_some() {
        return Some("prior_action");
    }
    if starts(&own, CRITERIA).is_some() && !is_bare_criterion(text) {
        return Some("criterion");
    }
    begins(text, "formulir, blangko, mengisi formulir, mengisi blangko").then_some("form")
}

/// In which form a paper is handed in, where the words name one alone.
fn form(text: &str) -> Option<&'static str> {
    let found: Vec<&str> = FORMS
        .iter()
        .filter(|(names, _)| says(text, names))
        .map(|(_, form)| *form)
        .collect();
    match found.as_slice() {
        [only] => Some(only),
        ["copy", "certified_copy"] => Some("certified_copy"),
        _ => None,
    }
}

/// How many sheets, where the words name one number of them; a set of sheets (`rangkap`, `eksemplar`) is none.
fn copies(text: &str) -> Option<i64> {
    let counted = figures(text)
        .into_iter()
        .filter(|figure| matches!(&figure.unit, Unit::Other(word) if is_one(word, "lembar lbr")));
    let counted: Vec<i64> = counted
        .map(|figure| figure.whole())
        .collect::<Option<_>>()?;
    let bounded = says(
        text,
        "paling, maksimal, minimal, sekurang*, masing-masing, asli",
    );
    match counted.as_slice() {
        [only] if !bounded && *only > 0 => Some(*only),
        _ => None,
    }
}

/// The known papers that a sentence names and nothing else: one, one of several, or all of them.
fn linked(text: &str, papers: &Papers) -> [Option<Value>; 3] {
    let bare = bare(text);
    if let Some(id) = papers.named(&bare) {
        return [Some(json!(id)), None, None];
    }
    let several = |marks: &[&str]| -> Option<Value> {
        let mut parts = vec![bare.clone()];
        for mark in marks {
            parts = parts
                .iter()
                .flat_map(|part| part.split(mark).map(str::to_owned).collect::<Vec<_>>())
                .collect();
        }
        let ids: Option<Vec<&str>> = parts
            .iter()
            .map(|part| papers.named(&self::bare(part)))
            .collect();
        let ids = ids.filter(|ids| ids.len() > 1)?;
        Some(json!(ids))
    };
    if says(&bare, "dan/atau") {
        return [None, None, None];
    }
    let any = several(&[" atau ", "/"]);
    let all = if any.is_none() {
        several(&[" dan ", " serta ", ", ", " & "])
    } else {
        None
    };
    [None, any, all]
}

/// A sentence without the words of its form, its brackets, its condition and its marks.
fn bare(text: &str) -> String {
    let kept = without_brackets(text);
    let own = words(&kept);
    let end = conditions::opener(&own).map(|at| own[at].clone());
    let lower = kept.to_lowercase();
    let end = end.and_then(|word| lower.find(&format!(" {word} ")));
    let kept = end.and_then(|end| kept.get(..end)).unwrap_or(&kept);
    let kept = kept.trim_matches(|c: char| c.is_whitespace() || matches!(c, ';' | '.' | ',' | ':'));
    let mut rest = kept.to_owned();
    for (names, _) in FORMS {
        let own = words(&rest);
        if let Some(count) = starts(&own, names) {
            rest = rest
                .split_whitespace()
                .skip(count)
                .collect::<Vec<_>>()
                .join(" ");
        }
        let own = words(&rest);
        if let Some(at) = place(&own, names)
            && at + 1 == own.len()
            && at > 0
        {
            let count = rest.split_whitespace().count();
            rest = rest
                .split_whitespace()
                .take(count - 1)
                .collect::<Vec<_>>()
                .join(" ");
        }
    }
    let count = figures(&rest).into_iter().find(
        |figure| matches!(&figure.unit, Unit::Other(word) if is_one(word, "lembar rangkap lbr eksemplar")),
    );
    if let Some(figure) = count {
        rest = rest[..figure.from].trim_end_matches([',', ' ']).to_owned();
    }
    let own = places(&rest);
    let owner = own
        .last()
        .filter(|last| last.word == "pemohon" && own.len() > 1);
    let end = owner.map_or(rest.len(), |owner| owner.from);
    let bare = &rest[..end];
    bare.trim_end_matches(|c: char| c.is_whitespace() || ";.,-–".contains(c))
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_names_a_known_paper_alone_is_linked() {
        let mut papers = Papers::default();
        papers.add("kartu-keluarga", ["Kartu Keluarga", "KK"]);
        papers.add("ktp-el", ["KTP elektronik", "KTP-el", "KTP"]);
        let said =
            |text: &str| linked(text, &papers).map(|value| value.map(|value| value.to_string()));
        let one = |id: &str| [Some(format!("\"{id}\"")), None, None];
        for text in [
            "Fotokopi KK",
            "KK asli",
            "Kartu Keluarga (untuk pendatang);",
            "KK apabila ada",
            "Fotokopi KK 2 lembar",
            "Fotokopi KK–Pemohon",
            "KK (asli) pemohon;",
        ] {
            assert_eq!(said(text), one("kartu-keluarga"), "{text}");
        }
        let both = Some("[\"ktp-el\",\"kartu-keluarga\"]".to_owned());
        assert_eq!(said("Salinan KTP atau KK"), [None, both.clone(), None]);
        assert_eq!(said("Salinan KTP dan KK"), [None, None, both]);
        for text in [
            "KK orang tua",
            "Surat pengantar RT",
            "Salinan KK dan akta",
            "KTP suami",
        ] {
            assert_eq!(said(text), [None, None, None], "{text}");
        }
    }
}
