//! Markdown of the content: what it may hold, and the HTML made from it.

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::Text;
use crate::model::values::unsafe_url;
use crate::span::Span;

/// An address in Markdown that names something of the site: a file of `static/` or a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalLink {
    /// The address as written.
    pub target: String,
    /// Where it stands.
    pub span: Span,
}

/// Reports raw HTML, unsafe addresses, pictures without a text and first-level headings, each at its place; returns the
/// links that name something of the site.
pub fn check(text: &Text, sink: &mut Sink) -> Vec<LocalLink> {
    let mut local = Vec::new();
    let mut picture: Option<(Span, String)> = None;
    for (event, range) in Parser::new_ext(&text.value, options()).into_offset_iter() {
        let span = text.span_of(range.start, range.end);
        match event {
            Event::Html(found) | Event::InlineHtml(found) => sink.push(raw_html(&found, span)),
            Event::Start(Tag::Link {
                dest_url,
                link_type,
                ..
            }) => address(&dest_url, link_type, span, &mut local, sink),
            Event::Start(Tag::Image { dest_url, .. }) => {
                address(&dest_url, LinkType::Inline, span, &mut local, sink);
                picture = Some((span, String::new()));
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some((_, alt)) = &mut picture {
                    alt.push_str(&words);
                }
            }
            Event::End(TagEnd::Image) => {
                if let Some((span, alt)) = picture.take()
                    && alt.trim().is_empty()
                {
                    sink.push(missing_alt(span));
                }
            }
            Event::Start(Tag::Heading {
                level: HeadingLevel::H1,
                ..
            }) => sink.push(first_level_heading(span)),
            _ => {}
        }
    }
    local
}

/// The HTML of a text that [`check`] found sound. Its highest headings become `<hN>` with N = `top`; `rewrite` turns a
/// local address into one relative to the page.
pub fn to_html(text: &str, top: u8, rewrite: &dyn Fn(&str) -> String) -> String {
    let highest = Parser::new_ext(text, options())
        .filter_map(|event| match event {
            Event::Start(Tag::Heading { level, .. }) => Some(level as u8),
            _ => None,
        })
        .min()
        .unwrap_or(1);
    let shift = |level: HeadingLevel| {
        let number = level as u8 - highest + top;
        HeadingLevel::try_from(usize::from(number.min(6))).unwrap_or(HeadingLevel::H6)
    };
    let events = Parser::new_ext(text, options()).map(|event| match event {
        Event::Start(Tag::Heading {
            level,
            id,
            classes,
            attrs,
        }) => Event::Start(Tag::Heading {
            level: shift(level),
            id,
            classes,
            attrs,
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(shift(level))),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url: CowStr::from(rewrite(&dest_url)),
            title,
            id,
        }),
        Event::Start(Tag::Image {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Image {
            link_type,
            dest_url: CowStr::from(rewrite(&dest_url)),
            title,
            id,
        }),
        other => other,
    });
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events);
    out
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH
}

/// Whether an address names something of the site itself.
pub fn is_local(target: &str) -> bool {
    let before_path = target.split(['/', '?', '#']).next().unwrap_or_default();
    !before_path.contains(':') && !target.starts_with("//")
}

fn address(
    target: &str,
    link_type: LinkType,
    span: Span,
    local: &mut Vec<LocalLink>,
    sink: &mut Sink,
) {
    if link_type == LinkType::Email {
        return;
    }
    if is_local(target) {
        if !target.starts_with('#') {
            local.push(LocalLink {
                target: target.to_owned(),
                span,
            });
        }
        return;
    }
    if let Some(why) = unsafe_url(target) {
        sink.push(Diagnostic::new(Code::K0207, span, why).help(say!(
            "tulis alamat lengkap yang dimulai https://, atau berkas di static/",
            "write a whole address that starts with https://, or a file in static/"
        )));
    }
}

fn raw_html(found: &str, span: Span) -> Diagnostic {
    let tag = found.trim().lines().next().unwrap_or_default().to_owned();
    Diagnostic::new(
        Code::K0601,
        span,
        say!(
            "HTML `{tag}` tidak boleh di dalam tulisan",
            "raw HTML `{tag}` is not allowed in the text"
        ),
    )
    .help(say!(
        "hapus tandanya; pakai Markdown: **tebal**, [tautan](https://…), - daftar; untuk tanda < ketik: \\<",
        "delete the tag; use Markdown: **bold**, [link](https://…), - list; for the sign < type: \\<"
    ))
}

fn missing_alt(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0602,
        span,
        say!(
            "gambar ini tidak punya keterangan untuk orang yang tidak dapat melihatnya",
            "this picture has no text for people who cannot see it"
        ),
    )
    .help(say!(
        "tulis apa yang terlihat di antara kurung siku: ![Contoh kartu](static/kartu.png)",
        "write what it shows between the brackets: ![A sample card](static/card.png)"
    ))
}

fn first_level_heading(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0603,
        span,
        say!(
            "judul tingkat satu `#` hanya untuk judul halaman",
            "a first-level heading `#` is for the title of the page only"
        ),
    )
    .help(say!(
        "pakai `##` untuk judul bagian",
        "use `##` for the heading of a part"
    ))
}
