//! Markdown of the content: what it may hold, and the HTML made from it.

use std::ops::Range;

use pulldown_cmark::{
    Alignment, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html,
};

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
                if !is_local(&dest_url) {
                    sink.push(foreign_picture(&dest_url, span));
                }
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
    spaced(text, sink);
    local
}

/// The bytes of each paragraph, item and heading, without quotations, code and tables.
pub fn paragraphs(text: &Text) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut passage: Option<Range<usize>> = None;
    let mut apart = 0usize;
    for (event, range) in Parser::new_ext(&text.value, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::Table(_)) => apart += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::CodeBlock | TagEnd::Table) => apart -= 1,
            // Parts of an item that is not parted into paragraphs come without one around them.
            Event::Text(_) | Event::Code(_) if apart == 0 => {
                let from = passage
                    .as_ref()
                    .map_or(range.start, |passage| passage.start);
                passage = Some(from..range.end);
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::List(_))
            | Event::Start(Tag::List(_) | Tag::Item) => found.extend(passage.take()),
            _ => {}
        }
    }
    found.extend(passage);
    found
}

/// Reports addresses with a space in them, which Markdown takes for no address: `![Loket](static/foto loket.png)`.
fn spaced(text: &Text, sink: &mut Sink) {
    let value = &text.value;
    let mut from = 0;
    while let Some(at) = value[from..].find("](") {
        let start = from + at + 2;
        let line = value[start..].split('\n').next().unwrap_or_default();
        let end = line.find(')').unwrap_or(line.len());
        from = start + end;
        let address = &line[..end];
        let titled = address.contains(['"', '\'']);
        let local = address.contains(['.', '/']) && !address.starts_with('<');
        if end < line.len() && local && !titled && address.trim().contains(' ') {
            sink.push(space_in_address(
                address.trim(),
                text.span_of(start, start + end),
            ));
        }
    }
}

fn space_in_address(address: &str, span: Span) -> Diagnostic {
    let typed = address.replace(' ', "%20");
    Diagnostic::new(
        Code::K0604,
        span,
        say!(
            "alamat `{address}` mengandung spasi, jadi tidak terbaca sebagai alamat",
            "the address `{address}` contains a space, so it is not read as an address"
        ),
    )
    .help(say!(
        "ganti spasi dengan %20, ketik: {typed}",
        "write %20 for each space, type: {typed}"
    ))
}

fn foreign_picture(address: &str, span: Span) -> Diagnostic {
    let name = address.rsplit('/').next().unwrap_or_default();
    let name = name.split(['?', '#']).next().unwrap_or_default();
    Diagnostic::new(
        Code::K0605,
        span,
        say!(
            "gambar ini diambil dari situs lain, `{address}`",
            "this picture is loaded from another site, `{address}`"
        ),
    )
    .help(say!(
        "simpan gambarnya di folder `static`, lalu ketik alamatnya: static/{name}",
        "save the picture in the folder `static`, then type its address: static/{name}"
    ))
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
    let mut columns = Columns::default();
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events.map(|event| columns.aligned(event)));
    // Text is escaped and HTML of the content refused, so these are tables; a wide one moves in a frame of its own.
    out.replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>")
}

/// Writes how the columns of a table are aligned as classes: a page's policy refuses the `style` of the library.
#[derive(Default)]
struct Columns {
    alignments: Vec<Alignment>,
    /// The element of a cell.
    cell: &'static str,
    at: usize,
}

impl Columns {
    fn aligned<'a>(&mut self, event: Event<'a>) -> Event<'a> {
        match event {
            Event::Start(Tag::Table(alignments)) => {
                let none = vec![Alignment::None; alignments.len()];
                self.alignments = alignments;
                return Event::Start(Tag::Table(none));
            }
            Event::Start(Tag::TableHead) => (self.cell, self.at) = ("th", 0),
            Event::Start(Tag::TableRow) => (self.cell, self.at) = ("td", 0),
            Event::Start(Tag::TableCell) => {
                let class = match self.alignments.get(self.at) {
                    Some(Alignment::Center) => Some("center"),
                    Some(Alignment::Right) => Some("end"),
                    _ => None,
                };
                self.at += 1;
                if let Some(class) = class {
                    let cell = format!("<{} class=\"{class}\">", self.cell);
                    return Event::InlineHtml(CowStr::from(cell));
                }
            }
            _ => {}
        }
        event
    }
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
        local.push(LocalLink {
            target: target.to_owned(),
            span,
        });
        return;
    }
    if let Some(why) = unsafe_url(target) {
        sink.push(Diagnostic::new(Code::K0207, span, why).help(say!(
            "tulis alamat lengkap yang dimulai https://, atau berkas di static/",
            "write a full address that starts with https://, or a file in static/"
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
        "hapus tagnya; pakai Markdown: **tebal**, [link](https://…), - daftar; untuk tanda < ketik: \\<",
        "delete the tag; use Markdown: **bold**, [link](https://…), - list; for a < sign type: \\<"
    ))
}

fn missing_alt(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0602,
        span,
        say!(
            "gambar ini tidak punya keterangan untuk orang yang tidak dapat melihatnya",
            "this picture has no description for people who cannot see it"
        ),
    )
    .help(say!(
        "tulis apa yang terlihat di antara kurung siku: ![Contoh kartu](static/kartu.png)",
        "describe what it shows between the brackets: ![A sample card](static/card.png)"
    ))
}

fn first_level_heading(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0603,
        span,
        say!(
            "judul tingkat satu `#` hanya untuk judul halaman",
            "a first-level heading `#` is only for the page title"
        ),
    )
    .help(say!(
        "pakai `##` untuk judul bagian",
        "use `##` for section headings"
    ))
}

#[cfg(test)]
mod tests {
    use super::to_html;

    #[test]
    fn columns_are_aligned_by_class() {
        let table =
            "| a | b | c | d |\n| --- | :-- | :-: | --: |\n| 1 | 2 | 3 | 4 |\n| 5 | 6 | 7 | 8 |\n";
        let html = to_html(table, 2, &str::to_owned);
        assert!(!html.contains("style"), "{html}");
        assert!(
            html.starts_with("<div class=\"wide\" tabindex=\"0\"><table>"),
            "{html}"
        );
        assert!(html.trim_end().ends_with("</table></div>"), "{html}");
        for row in [
            "<th>a</th><th>b</th><th class=\"center\">c</th><th class=\"end\">d</th>",
            "<td>1</td><td>2</td><td class=\"center\">3</td><td class=\"end\">4</td>",
            "<td>5</td><td>6</td><td class=\"center\">7</td><td class=\"end\">8</td>",
        ] {
            assert!(html.contains(row), "{html}");
        }
    }
}
