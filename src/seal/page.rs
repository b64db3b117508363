//! The seal: a policy that lets in the page's own styles and scripts, by hash, and nothing else.

use super::POLICY_MARK;
use super::hashes::Hashes;
use super::policy::Policy;
use crate::diagnostic::{Message, say};
use crate::html::{StartTag, scan};

/// Why a page cannot be sealed. Each is a mistake of the theme; the text is the tag at fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealProblem {
    /// No `meta` element holds the mark [`POLICY_MARK`].
    PolicyMissing,
    /// More than one `meta` element holds it, or a policy of its own.
    PolicyTwice(String),
    /// A style or script stands before the policy, which then does not hold for it.
    PolicyLate(String),
    /// A tag has a `style` attribute.
    StyleAttribute(String),
    /// A tag has an `on…` attribute.
    EventAttribute(String),
    /// A link runs a script: `javascript:`.
    ScriptAddress(String),
    /// A style or script is in a file of its own.
    OutsideFile(String),
    /// A style or script stands in an SVG or MathML picture, where its text is read by other rules.
    InPicture(String),
    /// A script holds `<!--`, after which a browser may not see its end.
    CommentInScript(String),
}

impl SealProblem {
    /// Whether this tag of `html` is at fault; the head is, where the policy is missing.
    pub(crate) fn is_about(&self, html: &str, tag: &StartTag<'_>) -> bool {
        match self {
            Self::PolicyMissing => tag.is("head") || tag.is("html"),
            Self::PolicyTwice(at_fault)
            | Self::PolicyLate(at_fault)
            | Self::StyleAttribute(at_fault)
            | Self::EventAttribute(at_fault)
            | Self::ScriptAddress(at_fault)
            | Self::OutsideFile(at_fault)
            | Self::InPicture(at_fault)
            | Self::CommentInScript(at_fault) => shown(html, tag) == *at_fault,
        }
    }

    /// What is wrong.
    pub fn message(&self) -> Message {
        match self {
            Self::PolicyMissing => say!(
                "halaman tidak memuat kebijakan keamanan",
                "the page lacks its security policy"
            ),
            Self::PolicyTwice(tag) => say!(
                "halaman memuat kebijakan kedua `{tag}`",
                "the page has a second policy `{tag}`"
            ),
            Self::PolicyLate(tag) => say!(
                "`{tag}` berada sebelum kebijakan halaman, sehingga tidak terlindungi",
                "`{tag}` comes before the page's policy, so the policy does not protect it"
            ),
            Self::StyleAttribute(tag) => say!(
                "`{tag}` memakai atribut `style`",
                "`{tag}` has a `style` attribute"
            ),
            Self::EventAttribute(tag) => say!(
                "`{tag}` memakai atribut `on…`",
                "`{tag}` has an `on…` attribute"
            ),
            Self::ScriptAddress(tag) => say!(
                "`{tag}` memakai alamat `javascript:`",
                "`{tag}` uses a `javascript:` address"
            ),
            Self::OutsideFile(tag) => {
                say!("`{tag}` memuat berkas lain", "`{tag}` loads another file")
            }
            Self::InPicture(tag) => say!(
                "`{tag}` berada di dalam gambar SVG",
                "`{tag}` is inside an SVG picture"
            ),
            Self::CommentInScript(tag) => {
                say!("`{tag}` berisi `<!--`", "`{tag}` contains `<!--`")
            }
        }
    }

    /// What to do.
    pub fn help(&self) -> Message {
        match self {
            Self::PolicyMissing => say!(
                "tulis sebagai isi pertama `<head>`, sesudah `<meta charset>`: <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY_MARK}\">",
                "put this first in `<head>`, after `<meta charset>`: <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY_MARK}\">"
            ),
            Self::PolicyTwice(_) => say!("hapus yang berlebih", "remove one of them"),
            Self::PolicyLate(_) => {
                say!("pindahkan kebijakan ke atasnya", "move the policy above it")
            }
            Self::StyleAttribute(_) => say!(
                "tulis gayanya dalam `<style>` dan pilih dengan kelas",
                "write the style in `<style>` and select it with a class"
            ),
            Self::EventAttribute(_) | Self::ScriptAddress(_) => say!(
                "tangani peristiwanya dalam `<script>`",
                "add the listener in `<script>`"
            ),
            Self::OutsideFile(_) => say!(
                "tulis gaya dan skrip di dalam halaman itu sendiri",
                "write styles and scripts inside the page itself"
            ),
            Self::InPicture(_) => say!("pindahkan ke luar gambar", "move it out of the picture"),
            Self::CommentInScript(_) => say!(
                "dalam skrip tulis `\\x3C!--`, dalam JSON `\\u003C!--`",
                "write `\\x3C!--` in a script, `\\u003C!--` in JSON"
            ),
        }
    }
}

/// The page with its policy filled in. All pages of a site share the `hashes`.
///
/// # Errors
/// When the mark is missing, or the page holds what no policy of hashes can let in.
pub fn seal(html: &str, hashes: &Hashes) -> Result<String, SealProblem> {
    let tags = scan(html);
    let mut policy = Policy::default();
    let mut mark = None;
    for tag in &tags {
        refuse_attributes(html, tag)?;
        if tag.is_policy() {
            let place = tag.attribute("content").filter(|a| a.value == POLICY_MARK);
            match place {
                Some(place) if mark.is_none() => mark = Some(place.value_range.clone()),
                _ => return Err(SealProblem::PolicyTwice(shown(html, tag))),
            }
        } else if tag.is("style") || tag.is("script") {
            if mark.is_none() {
                return Err(late_or_missing(html, &tags, tag));
            }
            let Some(content) = to_hash(html, tag)? else {
                continue;
            };
            let list = if tag.is("style") {
                &mut policy.styles
            } else {
                &mut policy.scripts
            };
            let hash = hashes.of(content);
            if !list.contains(&hash) {
                list.push(hash);
            }
        } else if tag.is("link") {
            if has_relation(tag, "stylesheet") {
                return Err(SealProblem::OutsideFile(shown(html, tag)));
            }
            policy.manifest |= has_relation(tag, "manifest");
        }
    }
    let mark = mark.ok_or(SealProblem::PolicyMissing)?;
    Ok(format!(
        "{}\"{policy}\"{}",
        &html[..mark.start],
        &html[mark.end..]
    ))
}

/// The content of a style or script that the policy must name; `None` for a block of data.
fn to_hash<'a>(html: &str, tag: &StartTag<'a>) -> Result<Option<&'a str>, SealProblem> {
    if tag.foreign {
        return Err(SealProblem::InPicture(shown(html, tag)));
    }
    let content = tag.content.unwrap_or_default();
    if tag.is("script") {
        if content.contains("<!--") {
            return Err(SealProblem::CommentInScript(shown(html, tag)));
        }
        if tag.attribute("src").is_some() {
            return Err(SealProblem::OutsideFile(shown(html, tag)));
        }
        if is_data(tag.value("type").unwrap_or_default()) {
            return Ok(None);
        }
    }
    Ok(Some(content))
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

fn refuse_attributes(html: &str, tag: &StartTag) -> Result<(), SealProblem> {
    for attribute in &tag.attributes {
        let name = attribute.name.to_ascii_lowercase();
        if name == "style" {
            return Err(SealProblem::StyleAttribute(shown(html, tag)));
        }
        if name.len() > 2 && name.starts_with("on") {
            return Err(SealProblem::EventAttribute(shown(html, tag)));
        }
        let address = attribute.value.trim_start().as_bytes();
        if address.len() >= 11
            && address[..11].eq_ignore_ascii_case(b"javascript:")
            && is_address(&name)
        {
            return Err(SealProblem::ScriptAddress(shown(html, tag)));
        }
    }
    Ok(())
}

fn is_address(name: &str) -> bool {
    matches!(
        name,
        "href" | "src" | "action" | "formaction" | "xlink:href"
    )
}

fn late_or_missing(html: &str, tags: &[StartTag], tag: &StartTag) -> SealProblem {
    if tags.iter().any(StartTag::is_policy) {
        SealProblem::PolicyLate(shown(html, tag))
    } else {
        SealProblem::PolicyMissing
    }
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
        type Problem = fn(String) -> SealProblem;
        let cases: [(&str, Problem, &str); 8] = [
            (
                "<p STYLE='a:b'>",
                SealProblem::StyleAttribute,
                "<p STYLE='a:b'>",
            ),
            (
                "<p onclick=x()>",
                SealProblem::EventAttribute,
                "<p onclick=x()>",
            ),
            (
                "<a href=' JavaScript:x'>",
                SealProblem::ScriptAddress,
                "<a href=' JavaScript:x'>",
            ),
            (
                "<script src=a.js></script>",
                SealProblem::OutsideFile,
                "<script src=a.js>",
            ),
            (
                "<link rel='x stylesheet' href=a>",
                SealProblem::OutsideFile,
                "<link rel='x stylesheet' href=a>",
            ),
            (
                "<svg><style>a</style></svg>",
                SealProblem::InPicture,
                "<style>",
            ),
            (
                "<script>'<!--<script>'</script>",
                SealProblem::CommentInScript,
                "<script>",
            ),
            (META, SealProblem::PolicyTwice, META),
        ];
        for (rest, problem, tag) in cases {
            assert_eq!(seal(&page(rest)), Err(problem(tag.to_owned())), "{rest}");
        }
        assert_eq!(seal("<p>@policy@</p>"), Err(SealProblem::PolicyMissing));
        assert_eq!(seal("<style></style>"), Err(SealProblem::PolicyMissing));
        let late = format!("<style></style>{META}");
        assert_eq!(
            seal(&late),
            Err(SealProblem::PolicyLate("<style>".to_owned()))
        );
        seal(&page("<p title='style=a onclick=b' data-style=x once>")).unwrap_err();
        seal(&page("<p title='style=a onclick=b' data-style=x>")).unwrap();
    }
}
