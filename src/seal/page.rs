//! The seal: a policy that lets in the page's own styles and scripts, by hash, and nothing else.

use std::ops::Range;

use super::POLICY_MARK;
use super::hashes::Hashes;
use super::policy::Policy;
use crate::diagnostic::{Message, say};
use crate::html::{Attribute, StartTag, scan};

/// What a page must not hold, because no policy of hashes can let it in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No `meta` element holds the mark [`POLICY_MARK`].
    PolicyMissing,
    /// More than one `meta` element holds it, or a policy of its own.
    PolicyTwice,
    /// A style or script stands before the policy, which then does not hold for it.
    PolicyLate,
    /// A tag has a `style` attribute.
    StyleAttribute,
    /// A tag has an `on…` attribute.
    EventAttribute,
    /// A link runs a script: `javascript:`.
    ScriptAddress,
    /// A style or script is in a file of its own, or a picture on another site.
    OutsideFile,
    /// A style or script stands in an SVG or MathML picture, where its text is read by other rules.
    InPicture,
    /// A script holds `<!--`, after which a browser may not see its end.
    CommentInScript,
}

/// Why a page cannot be sealed: a mistake of the theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealProblem {
    /// What is wrong.
    pub fault: Fault,
    /// The tag at fault as a message shows it: one line, not too long.
    pub tag: String,
    /// Where the attribute at fault stands, else the tag; empty at 0 where the page has none to blame.
    pub range: Range<usize>,
}

impl SealProblem {
    /// What is wrong.
    pub fn message(&self) -> Message {
        let tag = &self.tag;
        match self.fault {
            Fault::PolicyMissing => say!(
                "halaman tidak memuat kebijakan keamanan",
                "the page lacks its security policy"
            ),
            Fault::PolicyTwice => say!(
                "halaman memuat kebijakan kedua `{tag}`",
                "the page has a second policy `{tag}`"
            ),
            Fault::PolicyLate => say!(
                "`{tag}` berada sebelum kebijakan halaman, sehingga tidak terlindungi",
                "`{tag}` comes before the page's policy, so the policy does not protect it"
            ),
            Fault::StyleAttribute => say!(
                "`{tag}` memakai atribut `style`",
                "`{tag}` has a `style` attribute"
            ),
            Fault::EventAttribute => say!(
                "`{tag}` memakai atribut `on…`",
                "`{tag}` has an `on…` attribute"
            ),
            Fault::ScriptAddress => say!(
                "`{tag}` memakai alamat `javascript:`",
                "`{tag}` uses a `javascript:` address"
            ),
            Fault::OutsideFile => say!("`{tag}` memuat berkas lain", "`{tag}` loads another file"),
            Fault::InPicture => say!(
                "`{tag}` berada di dalam gambar SVG",
                "`{tag}` is inside an SVG picture"
            ),
            Fault::CommentInScript => say!("`{tag}` berisi `<!--`", "`{tag}` contains `<!--`"),
        }
    }

    /// What to do.
    pub fn help(&self) -> Message {
        match self.fault {
            Fault::PolicyMissing => say!(
                "tulis sebagai isi pertama `<head>`, sesudah `<meta charset>`: <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY_MARK}\">",
                "put this first in `<head>`, after `<meta charset>`: <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY_MARK}\">"
            ),
            Fault::PolicyTwice => say!("hapus yang berlebih", "remove one of them"),
            Fault::PolicyLate => say!("pindahkan kebijakan ke atasnya", "move the policy above it"),
            Fault::StyleAttribute => say!(
                "pakai `class` dan tulis gayanya di `style.css`",
                "use a `class` and write its style in `style.css`"
            ),
            Fault::EventAttribute | Fault::ScriptAddress => say!(
                "tangani peristiwanya dalam `<script>`",
                "add the listener in `<script>`"
            ),
            Fault::OutsideFile => say!(
                "tulis gaya dan skrip di dalam halaman itu sendiri; gambar disalin ke `static/`",
                "write styles and scripts inside the page itself; pictures belong in `static/`"
            ),
            Fault::InPicture => say!("pindahkan ke luar gambar", "move it out of the picture"),
            Fault::CommentInScript => say!(
                "dalam skrip tulis `\\x3C!--`, dalam JSON `\\u003C!--`",
                "write `\\x3C!--` in a script, `\\u003C!--` in JSON"
            ),
        }
    }
}

/// The page with its policy filled in. All pages of a site share the `hashes`.
///
/// # Errors
/// The first thing for which the page cannot be sealed.
pub fn seal(html: &str, hashes: &Hashes) -> Result<String, SealProblem> {
    let found = Found::in_page(html);
    let (mark, problem) = (found.mark, found.problems.into_iter().next());
    let (Some(mark), None) = (mark, &problem) else {
        return Err(problem.unwrap_or_else(|| missing(html)));
    };
    let mut policy = Policy {
        manifest: found.manifest,
        form: found.form,
        ..Policy::default()
    };
    for (tag, content) in found.own {
        policy.worker |= matches!(tag, Own::Script) && content.contains("serviceWorker");
        policy.loads |= matches!(tag, Own::Script) && content.contains("maklumat-search");
        let list = match tag {
            Own::Style => &mut policy.styles,
            Own::Script => &mut policy.scripts,
        };
        let hash = hashes.of(content);
        if !list.contains(&hash) {
            list.push(hash);
        }
    }
    Ok(format!(
        "{}\"{policy}\"{}",
        &html[..mark.start],
        &html[mark.end..]
    ))
}

/// Everything for which a page cannot be sealed, in order.
pub(crate) fn problems(html: &str) -> Vec<SealProblem> {
    let mut found = Found::in_page(html);
    if found.mark.is_none() && found.problems.is_empty() {
        found.problems.push(missing(html));
    }
    found.problems
}

fn missing(html: &str) -> SealProblem {
    let head = scan(html).find(|tag| tag.is("head"));
    let head = head.or_else(|| scan(html).find(|tag| tag.is("html")));
    SealProblem {
        fault: Fault::PolicyMissing,
        tag: String::new(),
        range: head.map_or(0..0, |tag| tag.range),
    }
}

/// What the policy must name.
enum Own {
    Style,
    Script,
}

/// What matters to the policy of a page.
struct Found<'a> {
    html: &'a str,
    /// Where the policy is to be written.
    mark: Option<Range<usize>>,
    /// The page's own styles and scripts that run.
    own: Vec<(Own, &'a str)>,
    manifest: bool,
    form: bool,
    problems: Vec<SealProblem>,
}

impl<'a> Found<'a> {
    fn in_page(html: &'a str) -> Self {
        let mut found = Self {
            html,
            mark: None,
            own: Vec::new(),
            manifest: false,
            form: false,
            problems: Vec::new(),
        };
        for tag in scan(html) {
            found.tag(&tag);
        }
        found
    }

    fn tag(&mut self, tag: &StartTag<'a>) {
        for attribute in &tag.attributes {
            if let Some(fault) = fault_of(attribute, tag) {
                self.problem(fault, tag, &attribute.range);
            }
        }
        if let Some(fault) = self.look_at(tag) {
            self.problem(fault, tag, &tag.range);
        }
    }

    /// Notes what the policy needs of a tag, and says what is wrong with it apart from its attributes.
    fn look_at(&mut self, tag: &StartTag<'a>) -> Option<Fault> {
        if tag.is_policy() {
            let place = tag.attribute("content").filter(|a| a.value == POLICY_MARK);
            match place {
                Some(place) if self.mark.is_none() => self.mark = Some(place.value_range.clone()),
                _ => return Some(Fault::PolicyTwice),
            }
        } else if tag.is("style") || tag.is("script") {
            return self.own(tag);
        } else if tag.is("form") {
            self.form |= tag.attribute("action").is_some();
        } else if tag.is("link") {
            self.manifest |= has_relation(tag, "manifest");
            return has_relation(tag, "stylesheet").then_some(Fault::OutsideFile);
        }
        None
    }

    /// Notes a style or a script that runs.
    fn own(&mut self, tag: &StartTag<'a>) -> Option<Fault> {
        let content = tag.content.unwrap_or_default();
        if self.mark.is_none() {
            // A page without any policy lacks that, and nothing else is said of its styles.
            let has_policy = scan(self.html).any(|tag| tag.is_policy());
            return has_policy.then_some(Fault::PolicyLate);
        }
        if tag.foreign {
            return Some(Fault::InPicture);
        }
        if tag.is("style") {
            self.own.push((Own::Style, content));
        } else if content.contains("<!--") {
            return Some(Fault::CommentInScript);
        } else if tag.attribute("src").is_some() {
            return Some(Fault::OutsideFile);
        } else if !is_data(tag.value("type").unwrap_or_default()) {
            self.own.push((Own::Script, content));
        }
        None
    }

    fn problem(&mut self, fault: Fault, tag: &StartTag<'_>, range: &Range<usize>) {
        self.problems.push(SealProblem {
            fault,
            tag: shown(self.html, tag),
            range: range.clone(),
        });
    }
}

/// What is wrong with an attribute of a tag.
fn fault_of(attribute: &Attribute<'_>, tag: &StartTag<'_>) -> Option<Fault> {
    let is = |name: &str| attribute.name.eq_ignore_ascii_case(name);
    let value = attribute.value.trim_start();
    let starts = |with: &str| {
        let start = value.as_bytes().get(..with.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()))
    };
    let loads = || ["src", "srcset", "poster"].into_iter().any(is) && !tag.is("script");
    let runs = || {
        ["href", "src", "action", "formaction", "xlink:href"]
            .into_iter()
            .any(is)
    };
    let event = attribute.name.as_bytes().split_at_checked(2);
    if is("style") {
        Some(Fault::StyleAttribute)
    } else if event.is_some_and(|(on, of)| on.eq_ignore_ascii_case(b"on") && !of.is_empty()) {
        Some(Fault::EventAttribute)
    } else if starts("javascript:") && runs() {
        Some(Fault::ScriptAddress)
    } else if ["http:", "https:", "//"].into_iter().any(starts) && loads() {
        Some(Fault::OutsideFile)
    } else {
        None
    }
}

/// Whether a script of this type is a block of data, which no policy looks at.
fn is_data(kind: &str) -> bool {
    const RUN: [&str; 8] = [
        "",
        "module",
        "importmap",
        "speculationrules",
        "text/javascript",
        "application/javascript",
        "text/ecmascript",
        "application/ecmascript",
    ];
    let kind = kind.trim_ascii();
    !RUN.iter().any(|run| kind.eq_ignore_ascii_case(run))
}

fn has_relation(tag: &StartTag, relation: &str) -> bool {
    let value = tag.value("rel").unwrap_or_default();
    value
        .split_ascii_whitespace()
        .any(|one| one.eq_ignore_ascii_case(relation))
}

/// The tag as a message shows it: one line, not too long.
fn shown(html: &str, tag: &StartTag) -> String {
    let text = html[tag.range.clone()]
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if text.chars().count() <= 80 {
        return text;
    }
    text.chars().take(79).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const META: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"@policy@\">";

    fn seal(html: &str) -> Result<String, SealProblem> {
        super::seal(html, &Hashes::default())
    }

    fn page(rest: &str) -> String {
        format!("<!doctype html><html><head><meta charset=utf-8>{META}{rest}")
    }

    #[test]
    fn styles_and_scripts_are_named_by_hash() {
        let sealed = seal(&page(
            "<style>p{color:red}</style><script>alert('Hello, world.');</script><p>@policy@",
        ))
        .unwrap();
        // The second hash is the example of the policy's specification.
        assert!(sealed.contains(
            "content=\"default-src 'none'; style-src 'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='; \
             script-src 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='; \
             img-src 'self' data:; base-uri 'none'; form-action 'none'\">"
        ), "{sealed}");
        assert!(sealed.ends_with("<p>@policy@"));
    }

    #[test]
    fn a_page_without_script_may_run_none() {
        let sealed = seal(&page(
            "<script type=application/ld+json>{}</script><link rel='manifest' href=m>",
        ))
        .unwrap();
        assert!(
            sealed.contains("style-src 'none'; script-src 'none'; manifest-src 'self'; img-src")
        );
    }

    #[test]
    fn the_same_script_twice_is_one_hash() {
        let sealed = seal(&page("<script>1</script><script>1</script>")).unwrap();
        assert_eq!(sealed.matches("sha256-").count(), 1);
    }

    #[test]
    fn the_mark_is_found_without_quotes() {
        let html = "<head><meta content=@policy@ http-equiv=content-security-policy><p>";
        assert!(
            seal(html)
                .unwrap()
                .contains("<meta content=\"default-src 'none'; ")
        );
    }

    #[test]
    fn what_no_hash_lets_in_is_a_problem() {
        let wrong = |html: &str| {
            let found = seal(html).unwrap_err();
            assert_eq!(problems(html)[0], found);
            (found.fault, html[found.range].to_owned())
        };
        for (rest, fault, at) in [
            ("<p STYLE='a:b'>", Fault::StyleAttribute, "STYLE='a:b'"),
            ("<p onclick=x()>", Fault::EventAttribute, "onclick=x()"),
            (
                "<a href=' JavaScript:x'>",
                Fault::ScriptAddress,
                "href=' JavaScript:x'",
            ),
            (
                "<script src=a.js></script>",
                Fault::OutsideFile,
                "<script src=a.js>",
            ),
            (
                "<link rel='x stylesheet' href=a>",
                Fault::OutsideFile,
                "<link rel='x stylesheet' href=a>",
            ),
            (
                "<img src=//lain.example/a.png>",
                Fault::OutsideFile,
                "src=//lain.example/a.png",
            ),
            ("<svg><style>a</style></svg>", Fault::InPicture, "<style>"),
            (
                "<script>'<!--<script>'</script>",
                Fault::CommentInScript,
                "<script>",
            ),
            (META, Fault::PolicyTwice, META),
        ] {
            assert_eq!(wrong(&page(rest)), (fault, at.to_owned()), "{rest}");
        }
        let missing = (Fault::PolicyMissing, String::new());
        assert_eq!(wrong("<p>@policy@</p>"), missing);
        assert_eq!(wrong("<style></style>"), missing);
        let late = (Fault::PolicyLate, "<style>".to_owned());
        assert_eq!(wrong(&format!("<style></style>{META}")), late);
        let both = page("<p style=a:b><p onclick=x()><img src=https://lain.example/a.png>");
        assert_eq!(problems(&both).len(), 3);
        seal(&page("<p title='style=a onclick=b' data-style=x once>")).unwrap_err();
        seal(&page("<p title='style=a onclick=b' data-style=x>")).unwrap();
    }
}
