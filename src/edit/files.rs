//! Which files of a site hold what, and how they are written.

use crate::model::Decode;
use crate::model::agency::AgencyDocument;
use crate::model::registry::{
    Category, DocumentRecord, HolidayYear, LifeEvent, PageDocument, Regulation,
};
use crate::model::service::{Question, ServiceDocument};
use crate::model::shape::Shape;
use crate::model::site::SiteDocument;
use crate::parse::layout::{Layout, Translated};
use crate::span::FileId;

/// How a file says what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As the shape is declared.
    Original,
    /// As words for an original: items of lists are called by their ids, texts may stand beside a stamp.
    Translation,
}

/// A file and what it holds.
#[derive(Debug, Clone)]
pub(super) struct ContentFile {
    /// The file.
    pub(super) file: FileId,
    /// What it holds.
    pub(super) shape: Shape,
    /// How it says it.
    pub(super) form: Form,
}

/// Every file of a site that is read, in a fixed order.
pub(super) fn content_files(layout: &Layout) -> Vec<ContentFile> {
    let mut all = Vec::new();
    let mut add = |files: &Translated, shape: Shape, of_translations: Form| {
        let translations = files.translations.values();
        let translations = translations.map(|file| (*file, of_translations));
        let original = files.file.map(|file| (file, Form::Original));
        all.extend(
            original
                .into_iter()
                .chain(translations)
                .map(|(file, form)| {
                    let shape = shape.clone();
                    ContentFile { file, shape, form }
                }),
        );
    };
    for folder in layout.agencies.values() {
        add(&folder.agency, AgencyDocument::shape(), Form::Translation);
        for service in folder.services.values() {
            add(service, ServiceDocument::shape(), Form::Translation);
        }
    }
    for page in layout.pages.values() {
        // A translated page is a page of its own.
        add(page, PageDocument::shape(), Form::Original);
    }
    add(
        &layout.questions,
        Vec::<Question>::shape(),
        Form::Translation,
    );
    let mut one = |file: Option<FileId>, shape: Shape| {
        let files = Translated {
            file,
            ..Translated::default()
        };
        add(&files, shape, Form::Original);
    };
    one(layout.site, SiteDocument::shape());
    for file in &layout.documents {
        one(Some(*file), papers(layout.path(*file)));
    }
    one(layout.regulations, Vec::<Regulation>::shape());
    one(layout.life_events, Vec::<LifeEvent>::shape());
    one(layout.categories, Vec::<Category>::shape());
    one(layout.holidays, Vec::<HolidayYear>::shape());
    all
}

/// A file in `documents/` holds one paper or a list of them.
fn papers(path: &str) -> Shape {
    let list = Vec::<DocumentRecord>::shape();
    match path.starts_with("content/documents/") {
        true => Shape::Any(vec![list, DocumentRecord::shape()]),
        false => list,
    }
}
