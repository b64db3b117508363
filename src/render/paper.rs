//! What is known of a paper: who issues it, how long it is valid, what it looks like.

use super::card::service_link;
use super::pen::Pen;
use super::view::{Fact, Picture, Words};
use crate::model::Text;
use crate::model::registry::DocumentRecord;
use crate::model::service::Requirement;
use crate::route::Subject;

/// A paper of the registry.
#[derive(Debug, Clone, Copy)]
pub struct Paper<'a> {
    record: &'a DocumentRecord,
    /// Whether it is one of several that a requirement names, so that what is said of it must name it.
    of_several: bool,
}

impl<'a> Paper<'a> {
    /// The paper that a name means.
    pub fn named(pen: &Pen<'a>, name: &Text) -> Option<Self> {
        let record = pen.desk.names.document(&name.value)?;
        record.name.get()?;
        let of_several = false;
        Some(Self { record, of_several })
    }

    /// The papers that a requirement names.
    pub fn all(pen: &Pen<'a>, requirement: &Requirement) -> Vec<Self> {
        let several = requirement.any_of.items().iter();
        let several = several.chain(requirement.all_of.items());
        let own = requirement.document.get().into_iter();
        let own = own.filter_map(|name| Self::named(pen, name));
        let several = several.filter_map(|name| Self::named(pen, name));
        let several = several.map(|paper| Self {
            of_several: true,
            ..paper
        });
        own.chain(several).collect()
    }

    /// What it is called.
    pub fn name(&self, pen: &Pen<'_>) -> Words {
        let name = self.record.name.get();
        name.map(|name| pen.text(name)).unwrap_or_default()
    }

    /// How long it is valid.
    pub fn validity(&self, pen: &Pen<'_>) -> Option<Words> {
        let words = pen.text(self.record.validity.get()?);
        let term = self.term(pen, "item.validity");
        let text = format!("{term}: {}", words.text);
        Some(words.saying(text))
    }

    /// The service of this site that issues it; on the page of that service it goes without saying.
    pub fn service(&self, pen: &Pen<'_>) -> Option<Fact> {
        let by = self.record.issued_by.get()?;
        if pen.is_page_of(&Subject::Service(by.value.as_str().into())) {
            return None;
        }
        let link = service_link(pen, &by.value)?;
        Some(Fact {
            term: self.term(pen, "item.issued_at"),
            value: link.label,
            href: link.href,
        })
    }

    /// Who issues it, where that is no service of this site.
    pub fn issuer(&self, pen: &Pen<'_>) -> Option<Fact> {
        let by = self.record.issued_by.get()?;
        let known = service_link(pen, &by.value).is_some();
        (!known).then(|| Fact {
            term: self.term(pen, "item.issued_by"),
            value: pen.text(by),
            href: None,
        })
    }

    /// What it looks like.
    pub fn picture(&self, pen: &Pen<'_>) -> Option<Picture> {
        Some(Picture {
            src: pen.file(&self.record.image.get()?.value)?,
            alt: pen.text(self.record.alt.get()?),
        })
    }

    /// What is said of it, with its name where it is one of several.
    fn term(&self, pen: &Pen<'_>, key: &str) -> String {
        let said = pen.word(key);
        match self.of_several {
            true => format!("{}, {said}", self.name(pen).text),
            false => said,
        }
    }
}
