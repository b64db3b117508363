//! From the path of a request to a file of the site.

use std::collections::BTreeMap;

use crate::percent;

/// What a request's path means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// The file of that name.
    File(String),
    /// The path names a folder but lacks the slash at its end, without which relative links would miss.
    Folder,
    /// The site has no such file.
    Missing,
    /// A path that no link leads to: it climbs, hides a slash, or is not text.
    Refused,
}

/// Finds the file for the path of a request, as it came over the wire.
pub(super) fn find(files: &BTreeMap<String, Vec<u8>>, raw: &str) -> Target {
    let Some(mut path) = decode(raw) else {
        return Target::Refused;
    };
    if path.is_empty() || path.ends_with('/') {
        path.push_str("index.html");
    }
    if files.contains_key(&path) {
        return Target::File(path);
    }
    if files.contains_key(&format!("{path}/index.html")) {
        return Target::Folder;
    }
    Target::Missing
}

/// The path without its first slash, each part decoded by itself so that an encoded slash cannot make two of one.
fn decode(raw: &str) -> Option<String> {
    let parts: Vec<&str> = raw.strip_prefix('/')?.split('/').collect();
    let mut decoded = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let text = percent::decode(part)?;
        let last = number + 1 == parts.len();
        if text == "."
            || text == ".."
            || text.contains(['/', '\\', '\0'])
            || text.is_empty() && !last
        {
            return None;
        }
        decoded.push(text);
    }
    Some(decoded.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(raw: &str) -> Target {
        let names = [
            "index.html",
            "dinas/index.html",
            "dinas/ktp.html",
            "surat é.pdf",
        ];
        let files = names
            .iter()
            .map(|name| ((*name).to_owned(), Vec::new()))
            .collect();
        find(&files, raw)
    }

    #[test]
    fn folders_have_an_index() {
        assert_eq!(look("/"), Target::File("index.html".into()));
        assert_eq!(look("/dinas/"), Target::File("dinas/index.html".into()));
        assert_eq!(look("/dinas"), Target::Folder);
        assert_eq!(
            look("/dinas/ktp.html"),
            Target::File("dinas/ktp.html".into())
        );
        assert_eq!(
            look("/surat%20%C3%a9.pdf"),
            Target::File("surat é.pdf".into())
        );
        assert_eq!(look("/dinas/none"), Target::Missing);
    }

    #[test]
    fn a_path_that_climbs_or_hides_is_refused() {
        for raw in [
            "/../index.html",
            "/dinas/../index.html",
            "/%2e%2e/index.html",
            "/.%2E/x",
            "/./index.html",
            "/dinas%2findex.html",
            "/dinas%5cindex.html",
            "/dinas\\ktp.html",
            "//evil.example/",
            "/a//b",
            "/index.html%00",
            "/%ff",
            "/%",
            "/%4",
            "/%zz",
            "",
            "index.html",
        ] {
            assert_eq!(look(raw), Target::Refused, "{raw}");
        }
    }
}
