//! Free pages, 404.html, and pages that send the reader on.

use super::frame::{About, frame};
use super::pen::{Desk, Pen};
use super::view::{FreePage, Link, Redirect};
use super::{Page, page};
use crate::model::Markdown;
use crate::resolve::ServiceEntry;
use crate::theme::ThemeProblem;

/// A free page in a language.
///
/// # Errors
/// What the theme's template asks of the view and the view does not hold.
pub fn free(desk: Desk<'_>, lang: &str, name: &str) -> Result<Option<Page>, ThemeProblem> {
    let Some(versions) = desk.site.pages.get(name) else {
        return Ok(None);
    };
    let (document, body) = versions.for_language(lang);
    let pen = Pen::new(desk, lang, &format!("{name}.html"));
    let title = document
        .title
        .get()
        .map(|title| pen.text(title))
        .unwrap_or_default();
    let about = About {
        title: title.text.clone(),
        description: document.summary.str().to_owned(),
        trail: vec![Link {
            href: None,
            label: title.clone(),
        }],
    };
    let body = body.clone().map(Markdown);
    let view = FreePage {
        frame: frame(&pen, about, None),
        title,
        body: body.map(|body| pen.html(&body, 2)).unwrap_or_default(),
    };
    page(desk.theme, "page.html", &pen, &view).map(Some)
}

/// 404.html, in the content's language; its links start at the server's root.
///
/// # Errors
/// What the theme's template asks of the view and the view does not hold.
pub fn not_found(desk: Desk<'_>, lang: &str) -> Result<Page, ThemeProblem> {
    let pen = Pen::anywhere(desk, lang, "404.html");
    let title = pen.said(pen.word("not_found.title"));
    let about = About {
        title: title.text.clone(),
        trail: vec![Link {
            href: None,
            label: title.clone(),
        }],
        ..About::default()
    };
    let (text, home) = (pen.word("not_found.text"), pen.word("not_found.home"));
    let link = pen.link("index.html");
    let view = FreePage {
        frame: frame(&pen, about, None),
        title,
        body: format!("<p>{text}</p>\n<p><a href=\"{link}\">{home}</a></p>\n"),
    };
    page(desk.theme, "page.html", &pen, &view)
}

/// The pages at a service's old addresses, each leading to the service.
///
/// # Errors
/// What the theme's template asks of the view and the view does not hold.
pub fn redirects(desk: Desk<'_>, entry: &ServiceEntry) -> Result<Vec<Page>, ThemeProblem> {
    let lang = desk.site.languages().swap_remove(0);
    let old = entry.card.moved_from.iter();
    old.map(|address| {
        let pen = Pen::new(desk, &lang, address);
        let title = pen.word("redirect.title");
        let about = About {
            title: title.clone(),
            trail: vec![Link {
                href: None,
                label: pen.said(title),
            }],
            ..About::default()
        };
        let agency = desk.site.agencies.get(&entry.agency);
        let agency = agency.map(|agency| (entry.agency.as_str(), agency));
        let mut frame = frame(&pen, about, agency);
        // The address that counts is the new one, and an old one has no translation.
        frame.canonical = frame
            .canonical
            .map(|_| format!("{}{}", desk.base_url, entry.address()));
        frame.alternates.clear();
        let view = Redirect {
            frame,
            to: Link {
                href: Some(pen.link(&entry.address())),
                label: pen.text(&entry.card.title),
            },
        };
        page(desk.theme, "redirect.html", &pen, &view)
    })
    .collect()
}
