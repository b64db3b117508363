//! The languages of the pages: the theme has words for each, and none takes the address of an agency.

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::language::is_tag;
use crate::model::site::{LanguageTag, SiteDocument};
use crate::parse::layout::Layout;
use crate::span::Span;

/// Reports languages that are not among the `known` ones of the theme, and agencies in the folder of a language.
pub fn check(site: &SiteDocument, known: &[&str], layout: &Layout, sink: &mut Sink) {
    let tags = site.languages.items();
    for tag in tags {
        let wider = tag.value.split('-').next().unwrap_or_default();
        if !known.contains(&tag.value.as_str()) && !known.contains(&wider) {
            sink.push(unknown(tag, known));
        }
    }
    // The first language stands at the root of the site, each other one in its own folder.
    for tag in tags.iter().skip(1) {
        if let Some(folder) = layout.agencies.get(&tag.value) {
            let lang = &tag.value;
            let file = folder.agency.file.unwrap_or_default();
            sink.push(
                Diagnostic::new(
                    Code::K0007,
                    Span::file_start(file),
                    say!(
                        "folder `{lang}` adalah tempat halaman dalam bahasa `{lang}`",
                        "the folder `{lang}` is where the pages in the language `{lang}` go"
                    ),
                )
                .also(tag.span, say!("bahasa itu", "that language"))
                .help(say!(
                    "beri folder itu nama dinasnya, misalnya: dinas-{lang}",
                    "name the folder after its agency, for example: dinas-{lang}"
                )),
            );
        }
    }
}

fn unknown(tag: &LanguageTag, known: &[&str]) -> Diagnostic {
    let (text, list) = (&tag.value, known.join(", "));
    let finding = Diagnostic::new(
        Code::K0221,
        tag.span,
        say!(
            "tema ini belum mengenal bahasa `{text}`",
            "the theme has no words in the language `{text}`"
        ),
    )
    .label(say!("yang ada: {list}", "available: {list}"));
    if is_tag(text) {
        finding.help(say!(
            "pakai salah satunya, atau terjemahkan kata-kata halaman: maklumat theme words/{text}.yaml",
            "use one of those, or translate the words of the pages: maklumat theme words/{text}.yaml"
        ))
    } else {
        finding.help(say!(
            "ketik kodenya, misalnya: bahasa: [{list}]",
            "type its code, for example: languages: [{list}]"
        ))
    }
}
