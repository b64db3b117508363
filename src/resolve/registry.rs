//! Checks of `site.yaml` and the shared lists, and what a regulation is called.

use std::collections::BTreeMap;

use super::components::COMPONENTS;
use super::names::Names;
use super::question;
use crate::diagnostic::{Code, Diagnostic, Severity, Sink, say};
use crate::language::Language;
use crate::model::registry::{DocumentRecord, Regulation};
use crate::model::service::Question;
use crate::model::site::{SiteDocument, Strictness};
use crate::model::{Id, Text};
use crate::parse::Registries;
use crate::similar::nearest;

/// Reports codes, components, colours and files of `site.yaml` that do not fit.
pub fn check_site(site: &SiteDocument, names: &Names<'_>, sink: &mut Sink) {
    if let Some(strictness) = site.strictness.get() {
        for (name, weight) in &strictness.0 {
            match Code::find(&name.value) {
                None => sink.push(unknown_code(name)),
                Some(code)
                    if code.severity() == Severity::Error && *weight != Strictness::Error =>
                {
                    sink.push(always_an_error(name, *weight));
                }
                Some(_) => {}
            }
        }
    }
    if let Some(titles) = site.component_titles.get() {
        for (name, _) in &titles.0 {
            let known = COMPONENTS
                .iter()
                .any(|(en, id)| *en == name.value || *id == name.value);
            if !known {
                sink.push(unknown_component(name));
            }
        }
    }
    if let Some(logo) = site.logo.get() {
        names.expect_file(logo, sink);
    }
    super::colours::check(site, sink);
}

fn unknown_code(name: &Id) -> Diagnostic {
    let text = &name.value;
    let known = Code::ALL.iter().map(|code| code.name());
    let finding = Diagnostic::new(
        Code::K0201,
        name.span,
        say!(
            "`{text}` bukan kode temuan",
            "`{text}` is not a finding code"
        ),
    );
    match nearest(text, known) {
        Some(near) => finding.help(say!(
            "mungkin maksud Anda `{near}`, ketik: {near}:",
            "did you mean `{near}`? type: {near}:"
        )),
        None => finding.help(say!(
            "`maklumat explain` tanpa kode menampilkan semua kode",
            "`maklumat explain` without a code lists all codes"
        )),
    }
}

/// A code that says that something is unsound: no site can be published with it.
fn always_an_error(name: &Id, weight: Strictness) -> Diagnostic {
    let (code, key) = (&name.value, weight.key());
    let choice = Strictness::CHOICES.iter().find(|choice| choice.en == key);
    let id = choice.map_or(key, |choice| choice.id);
    Diagnostic::new(
        Code::K0205,
        name.span,
        say!(
            "`{code}` selalu kesalahan, tidak dapat dijadikan `{id}`",
            "`{code}` is always an error and cannot be made `{key}`"
        ),
    )
    .help(say!(
        "hapus baris ini; jalan keluarnya tertulis di bawah temuannya dan di: maklumat explain {code}",
        "delete this line; what to do instead is below the finding and in: maklumat explain {code}"
    ))
}

fn unknown_component(name: &Id) -> Diagnostic {
    let text = &name.value;
    let list = COMPONENTS.map(|(_, id)| id).join(", ");
    Diagnostic::new(
        Code::K0201,
        name.span,
        say!(
            "`{text}` bukan komponen standar",
            "`{text}` is not a component of a standard"
        ),
    )
    .help(say!(
        "komponen yang ada: {list}",
        "available components: {list}"
    ))
}

/// Reports doubled ids, unknown and circular replacements, pictures without a text.
pub fn check_registries(registries: &Registries, names: &Names<'_>, sink: &mut Sink) {
    let (documents, regulations) = (registries.documents.iter(), registries.regulations.iter());
    let (events, categories) = (registries.life_events.iter(), registries.categories.iter());
    unique(documents.filter_map(|document| document.id.get()), sink);
    unique(regulations.filter_map(|one| one.id.get()), sink);
    unique(events.filter_map(|event| event.id.get()), sink);
    unique(categories.filter_map(|category| category.id.get()), sink);
    check_questions(&registries.questions.list, sink);
    for document in &registries.documents {
        check_picture(document, names, sink);
    }
    for regulation in &registries.regulations {
        check_replacement(regulation, registries, sink);
    }
}

/// Reports shared questions that cannot be asked, once for all services that name them.
fn check_questions(questions: &[Question], sink: &mut Sink) {
    unique(questions.iter().filter_map(|one| one.id.get()), sink);
    for written in questions {
        question::check(written, sink);
        if let Some(read) = question::as_written(written) {
            read.inspect(sink);
        }
    }
    question::check_phrases(questions.iter(), std::iter::empty(), sink);
}

/// Reports an id that stands twice in a list.
pub fn unique<'a>(ids: impl Iterator<Item = &'a Id>, sink: &mut Sink) {
    let mut first: BTreeMap<&str, &Id> = BTreeMap::new();
    for id in ids {
        let Some(earlier) = first.get(id.value.as_str()) else {
            first.insert(&id.value, id);
            continue;
        };
        let name = &id.value;
        sink.push(
            Diagnostic::new(
                Code::K0211,
                id.span,
                say!(
                    "nama `{name}` dipakai dua kali",
                    "the id `{name}` is used twice"
                ),
            )
            .also(earlier.span, say!("pertama kali di sini", "first here"))
            .help(say!(
                "beri nama lain, ketik: id: {name}-2",
                "choose another, type: id: {name}-2"
            )),
        );
    }
}

fn check_picture(document: &DocumentRecord, names: &Names<'_>, sink: &mut Sink) {
    let Some(image) = document.image.get() else {
        sink.extend(document.alt.get().map(alt_of_nothing));
        return;
    };
    names.expect_file(image, sink);
    if document.alt.get().is_none() {
        sink.push(missing_alt(image.span));
    }
}

/// The finding for a text that describes no picture.
pub fn alt_of_nothing(alt: &Text) -> Diagnostic {
    Diagnostic::new(
        Code::K0208,
        alt.span,
        say!(
            "keterangan ini tidak tampil, karena gambarnya belum ditulis",
            "this description is not shown, because its picture is missing"
        ),
    )
    .help(say!(
        "tambahkan gambarnya: static/…, atau hapus baris ini",
        "add its picture: static/…, or delete this line"
    ))
}

/// The finding for a picture whose text is missing.
pub fn missing_alt(span: crate::span::Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0602,
        span,
        say!(
            "gambar ini tidak punya keterangan untuk orang yang tidak dapat melihatnya",
            "this picture has no description for people who cannot see it"
        ),
    )
    .help(say!(
        "tambahkan di bawahnya: keterangan_gambar: apa yang terlihat",
        "add below it: alt: what it shows"
    ))
}

fn check_replacement(regulation: &Regulation, registries: &Registries, sink: &mut Sink) {
    let (Some(own), Some(next)) = (regulation.id.get(), regulation.replaced_by.get()) else {
        return;
    };
    let find = |id: &str| {
        let mut all = registries.regulations.iter();
        all.find(|other| other.id.get().is_some_and(|other| other.value == id))
    };
    let mut at = next.value.as_str();
    for _ in 0..registries.regulations.len() {
        if at == own.value {
            let name = &own.value;
            sink.push(
                Diagnostic::new(
                    Code::K0405,
                    next.span,
                    say!(
                        "`{name}` akhirnya diganti oleh dirinya sendiri",
                        "`{name}` ends up being replaced by itself"
                    ),
                )
                .help(say!(
                    "periksa `diganti_oleh` di tiap peraturan dalam lingkaran ini",
                    "check `replaced_by` in each regulation of this loop"
                )),
            );
            return;
        }
        match find(at).and_then(|other| other.replaced_by.get()) {
            Some(next) => at = next.value.as_str(),
            None => return,
        }
    }
}

/// "UU Nomor 25 Tahun 2009 tentang Pelayanan Publik", or what is known of it.
pub fn regulation(regulation: &Regulation, language: &Language) -> String {
    let year = regulation.year.get().map(|year| year.value.to_string());
    let (kind, number) = (regulation.kind.str(), regulation.number.str());
    let title = regulation.title.str();
    match year {
        Some(year) if !kind.is_empty() && !number.is_empty() => {
            let values = [
                ("kind", kind),
                ("number", number),
                ("year", &year),
                ("title", title),
            ];
            let key = if title.is_empty() {
                "regulation.name"
            } else {
                "regulation.named"
            };
            language.words().fill(key, &values)
        }
        _ if !title.is_empty() => title.to_owned(),
        _ => regulation
            .id
            .get()
            .map(|id| id.value.clone())
            .unwrap_or_default(),
    }
}
