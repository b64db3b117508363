//! The languages of the pages: the theme has words for each, and none takes the address of an agency.

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::language::{FIRST, is_tag};
use crate::model::site::{LanguageTag, SiteDocument};
use crate::parse::layout::Layout;
use crate::span::Span;

/// Reports what is no language tag, a language named twice, languages that are not among the `known` ones of the theme
/// (where there is one), and agencies in the folder of a language.
pub fn check(site: &SiteDocument, known: Option<&[&str]>, layout: &Layout, sink: &mut Sink) {
    let tags = site.languages.items();
    for (at, tag) in tags.iter().enumerate() {
        let wider = tag.value.split('-').next().unwrap_or_default();
        let is_known = |known: &[&str]| known.contains(&&*tag.value) || known.contains(&wider);
        if let Some(first) = tags[..at].iter().find(|first| first.value == tag.value) {
            sink.push(twice(tag, first));
        } else if !is_tag(&tag.value) {
            sink.push(no_tag(tag, known.unwrap_or(&[FIRST])));
        } else if let Some(known) = known.filter(|known| !is_known(known)) {
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
    Diagnostic::new(
        Code::K0221,
        tag.span,
        say!(
            "tema ini belum mengenal bahasa `{text}`",
            "the theme has no words in the language `{text}`"
        ),
    )
    .label(say!("yang ada: {list}", "available: {list}"))
    .help(say!(
        "pakai salah satunya, atau terjemahkan kata-kata halaman: maklumat theme words/{text}.yaml",
        "use one of those, or translate the words of the pages: maklumat theme words/{text}.yaml"
    ))
}

/// `en-GB`, `en_gb` or `inggris`.
fn no_tag(tag: &LanguageTag, known: &[&str]) -> Diagnostic {
    let text = &tag.value;
    let finding = Diagnostic::new(
        Code::K0221,
        tag.span,
        say!(
            "`{text}` bukan kode bahasa",
            "`{text}` is not the tag of a language"
        ),
    );
    let meant = text.to_lowercase().replace('_', "-");
    if is_tag(&meant) {
        return finding.help(say!(
            "kode bahasa ditulis dengan huruf kecil dan tanda hubung, ketik: {meant}",
            "a language tag is written in small letters and hyphens, type: {meant}"
        ));
    }
    let list = known.join(", ");
    finding.help(say!(
        "ketik kodenya, misalnya: bahasa: [{list}]",
        "type its code, for example: languages: [{list}]"
    ))
}

fn twice(tag: &LanguageTag, first: &LanguageTag) -> Diagnostic {
    let text = &tag.value;
    Diagnostic::new(
        Code::K0221,
        tag.span,
        say!(
            "bahasa `{text}` disebut dua kali",
            "the language `{text}` is named twice"
        ),
    )
    .also(first.span, say!("yang pertama", "the first time"))
    .help(say!("hapus salah satunya", "delete one of the two"))
}
