//! What templates see of real sites: each page's view, written out by a theme that does nothing else.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use maklumat::theme::{Form, Theme};
use scraper::{Html, Selector};
use serde_json::Value;

use crate::site::Site;

/// The templates of pages.
const TEMPLATES: [&str; 17] = [
    "a-to-z.html",
    "accessibility.html",
    "agency.html",
    "annex.html",
    "category.html",
    "directory.html",
    "document.html",
    "finder.html",
    "home.html",
    "life-event.html",
    "list.html",
    "open-data.html",
    "page.html",
    "pledge.html",
    "poster.html",
    "redirect.html",
    "service.html",
];

/// Sites that use every key together.
const SITES: [&str; 3] = [
    "tests/data/reference",
    "tests/sites/kota-contoh",
    "tests/sites/batas-contoh",
];

/// How many pages of one template and site are looked at where all would take long.
const MOST_ALIKE: usize = 6;

/// A page: its site, its address, and what its template sees.
#[derive(Clone)]
pub struct View {
    pub site: &'static str,
    pub address: String,
    pub template: &'static str,
    pub page: Value,
}

impl View {
    /// The page that the default theme makes of it.
    pub fn render(&self, form: Form) -> String {
        let lang = self.page["frame"]["lang"].as_str().expect("a language");
        let page = Theme::embedded().render(self.template, form, lang, &self.page);
        page.unwrap_or_else(|problem| panic!("{}: {}", problem.file, problem.message.en))
    }
}

/// What none of them has: a service that is suspended, brings nothing and turns people away on an inference alone;
/// a group within a group, for some people only; a page with a sentence about it; a list of services on several pages; a
/// life event whose services have an order.
const RARE: [(&str, &str); 8] = [
    (
        "content/dinas-contoh/agency.yaml",
        "name: Dinas Contoh\ndecree: {number: CONTOH/1/2025, date: 2025-02-01}\npledge: {text: Kami sanggup melayani.}\n",
    ),
    (
        "content/documents.yaml",
        "- {id: pengantar, name: Surat Pengantar, aliases: [Pengantar], issued_by: dinas-contoh/pengantar, validity: 14 hari}
- {id: kk, name: Kartu Keluarga}
",
    ),
    (
        "content/life-events.yaml",
        "- {id: pindah, title: Pindah, summary: Anda pindah rumah.}\n",
    ),
    (
        "content/dinas-contoh/pengantar.yaml",
        "title: Contoh Pengantar
summary: Surat untuk pindah.
life_events: [pindah]
time: 1 hari
requirements:
  - {text: Fotokopi KK, document: kk, form: copy}
",
    ),
    (
        "content/dinas-contoh/pindah.yaml",
        "title: Contoh Pindah
status: suspended
life_events: [pindah]
requirements:
  - {text: Surat pengantar, document: pengantar}
  - {text: KK, document: kk}
  - Pas foto
",
    ),
    (
        "content/dinas-contoh/jarang.yaml",
        "title: Contoh Jarang
status: suspended
questions:
  - {id: dewasa, ask: Apakah Anda dewasa?, yes_no: true}
requirements: none
eligibility:
  - text: Sudah dewasa
    must: dewasa
    interpretation: Disimpulkan dari kebiasaan.
",
    ),
    (
        "content/dinas-contoh/dalam.yaml",
        "title: Contoh Dalam
questions:
  - {id: badan, ask: Apakah Anda mewakili badan?, yes_no: true}
requirements:
  - text: Bagi badan
    when: badan
    items:
      - {text: Salah satu dari, items: [Akta, Keputusan]}
",
    ),
    (
        "content/pages/jarang.md",
        "---\ntitle: Jarang\nsummary: Satu kalimat.\n---\nIsi.\n",
    ),
];

/// The views of all pages.
pub fn views() -> &'static [View] {
    static VIEWS: LazyLock<Vec<View>> = LazyLock::new(all);
    &VIEWS
}

/// Some views of each template and site: the first, the last, and some between them.
pub fn some_views() -> Vec<&'static View> {
    let mut alike: BTreeMap<(&str, &str), Vec<&View>> = BTreeMap::new();
    for view in views() {
        alike
            .entry((view.site, view.template))
            .or_default()
            .push(view);
    }
    let some = alike.into_values().flat_map(|views| {
        let step = views.len().div_ceil(MOST_ALIKE).max(1);
        let last = views.len() - 1;
        let chosen = views.into_iter().enumerate();
        chosen
            .filter(move |(at, _)| at % step == 0 || *at == last)
            .map(|(_, view)| view)
    });
    some.collect()
}

fn all() -> Vec<View> {
    let many = (0..320).map(|n| {
        let path = format!("content/dinas-contoh/layanan-{n}.yaml");
        (path, format!("title: Contoh {n}\nrequirements: [KK]\n"))
    });
    let rare = Site::new().with_all(RARE).with_all(many);
    let mut views = views_of("rare", rare);
    views.retain(|view| !view.address.contains("/layanan-"));
    let real = SITES.map(|folder| views_of(folder, Site::read(folder)));
    views.extend(real.into_iter().flatten());
    views
}

fn views_of(folder: &'static str, site: Site) -> Vec<View> {
    let dump = |template| {
        let html = "<!doctype html><html lang=\"id\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"@policy@\"><title>-</title></head>";
        let body = "<pre>{{ page }}</pre></body></html>";
        (
            format!("themes/default/{template}"),
            format!("{html}<body data-template=\"{template}\">{body}"),
        )
    };
    let built = site.with_all(TEMPLATES.map(dump)).build();
    let pages = built.files.keys().filter(|path| path.ends_with(".html"));
    let views = pages.map(|path| {
        let html = Html::parse_document(built.page(path));
        let select = |selector| {
            let selector = Selector::parse(selector).expect("a selector");
            html.select(&selector).next().expect("what was written out")
        };
        let template = select("body").attr("data-template").expect("its template");
        let template = TEMPLATES.into_iter().find(|known| *known == template);
        View {
            site: folder,
            address: path.clone(),
            template: template.expect("one of the templates"),
            page: read(&select("pre").text().collect::<String>()),
        }
    });
    views.collect()
}

/// A value as the template engine writes it: as JSON, but nothing for none, and letters that are not seen as Rust
/// writes them.
fn read(written: &str) -> Value {
    let mut text = String::with_capacity(written.len());
    let mut rest = written;
    while let Some((before, after)) = rest.split_once("\\u{") {
        let (digits, after) = after.split_once('}').expect("a closed letter");
        text.push_str(before);
        text.push_str(&format!("\\u{digits:0>4}"));
        rest = after;
    }
    text.push_str(rest);
    let text = text.replace("\\'", "'");
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}
