//! What a reference becomes: names of services and agencies, and links in Markdown.

use super::Renamed;
use crate::diagnostic::Sink;
use crate::markdown;
use crate::model::Text;

/// Endings of addresses of a page itself, of its poster and of its annex.
const ENDINGS: [&str; 3] = [".", "-poster.", "-lampiran."];

impl Renamed {
    /// What the id of a service becomes, if it is another.
    pub(super) fn service(&self, id: &str) -> Option<String> {
        match self {
            Self::Service(old, new) => (id == old.join("/")).then(|| new.join("/")),
            Self::Agency(old, new) => {
                let name = id.strip_prefix(old.as_str())?.strip_prefix('/')?;
                Some(format!("{new}/{name}"))
            }
            Self::Page(..) => None,
        }
    }

    /// What the folder of an agency becomes, if it is another.
    pub(super) fn agency(&self, folder: &str) -> Option<String> {
        match self {
            Self::Agency(old, new) => (folder == old).then(|| new.clone()),
            _ => None,
        }
    }

    /// What the target of a link becomes, if it is another. `languages` are those whose pages stand in folders.
    pub(super) fn link(&self, target: &str, languages: &[String]) -> Option<String> {
        let at = target.find(['?', '#']).unwrap_or(target.len());
        let (path, rest) = target.split_at(at);
        let inside = path.trim_start_matches('/');
        let of_language = languages.iter().find_map(|language| {
            let inside = inside.strip_prefix(language.as_str())?;
            inside.strip_prefix('/')
        });
        let inside = of_language.unwrap_or(inside);
        let lead = &path[..path.len() - inside.len()];
        let new = self.path(inside)?;
        Some(format!("{lead}{new}{rest}"))
    }

    fn path(&self, path: &str) -> Option<String> {
        let (old, new) = match self {
            Self::Service(old, new) => (old.join("/"), new.join("/")),
            Self::Agency(old, new) | Self::Page(old, new) => (old.clone(), new.clone()),
        };
        let ending = path.strip_prefix(&old)?;
        let fits = match self {
            Self::Agency(..) => ending.starts_with('/'),
            Self::Service(..) => ENDINGS.iter().any(|known| ending.starts_with(known)),
            Self::Page(..) => ending.starts_with('.'),
        };
        (fits || ending.is_empty()).then(|| format!("{new}{ending}"))
    }
}

/// The links of a text of Markdown that become others, each once, with what they become.
pub(super) fn changed(
    renamed: &Renamed,
    text: &str,
    languages: &[String],
) -> Vec<(String, String)> {
    let text = Text {
        value: text.to_owned(),
        ..Text::default()
    };
    let mut changed: Vec<(String, String)> = Vec::new();
    for link in markdown::check(&text, &mut Sink::deaf()) {
        if let Some(new) = renamed.link(&link.target, languages)
            && !changed.iter().any(|(known, _)| *known == link.target)
        {
            changed.push((link.target, new));
        }
    }
    changed
}

/// Where a link stands in Markdown: its first byte each time. It is whole: before it opens a bracket, or stands a blank.
pub(super) fn places(source: &str, target: &str) -> Vec<usize> {
    let opens = |before: &str| before.ends_with(['(', '<', ' ', '\t', '\n', ':']);
    let closes =
        |after: &str| after.is_empty() || after.starts_with([')', '>', ' ', '\t', '\n', '\r']);
    let all = source.match_indices(target);
    let whole = all.filter(|(at, _)| {
        opens(&source[..*at]) && closes(&source[at + target.len()..]) && is_address(source, *at)
    });
    whole.map(|(at, _)| at).collect()
}

/// Whether what stands at a byte is the address of a link: behind `](`, or behind `]:`.
fn is_address(source: &str, at: usize) -> bool {
    let before = source[..at].trim_end_matches(['<', ' ', '\t', '\n']);
    before.ends_with("](") || before.ends_with("]:")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn service() -> Renamed {
        let pair = |text: &str| {
            let (agency, name) = text.split_once('/').expect("two parts");
            [agency.to_owned(), name.to_owned()]
        };
        Renamed::Service(pair("dinas/ktp"), pair("balai/kartu"))
    }

    #[test]
    fn a_link_keeps_what_stands_around_the_name() {
        let en = ["en".to_owned()];
        let agency = Renamed::Agency("dinas".to_owned(), "balai".to_owned());
        for (renamed, target, expected) in [
            (&service(), "dinas/ktp", Some("balai/kartu")),
            (
                &service(),
                "/dinas/ktp.html#biaya",
                Some("/balai/kartu.html#biaya"),
            ),
            (
                &service(),
                "en/dinas/ktp.html?a",
                Some("en/balai/kartu.html?a"),
            ),
            (
                &service(),
                "dinas/ktp-poster.html",
                Some("balai/kartu-poster.html"),
            ),
            (&service(), "dinas/ktp-anak.html", None),
            (&service(), "jv/dinas/ktp.html", None),
            (&service(), "static/dinas/ktp.pdf", None),
            (&agency, "dinas/ktp.yaml", Some("balai/ktp.yaml")),
            (&agency, "dinas", Some("balai")),
            (&agency, "dinas/", Some("balai/")),
            (&agency, "dinas-lain/ktp", None),
        ] {
            let link = renamed.link(target, &en);
            assert_eq!(link.as_deref(), expected, "{target}");
        }
    }

    #[test]
    fn only_addresses_are_found() {
        let text = "dinas/ktp [dinas/ktp](dinas/ktp) [b](<dinas/ktp> \"dinas/ktp\") `(dinas/ktp)`\n\n[c]: dinas/ktp\n";
        let found = places(text, "dinas/ktp");
        let before: Vec<&str> = found.iter().map(|at| &text[at - 2..*at]).collect();
        assert_eq!(before, ["](", "(<", ": "]);
    }
}
