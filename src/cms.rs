//! The web editor of staff who open no terminal: which of its entries holds which file.

use crate::percent::encode;

/// The folder of all content.
const CONTENT: &str = "content/";

/// Where the editor shows a file of the site: what follows the editor's own address.
///
/// Translations and what is not content have no entry.
pub fn entry(path: &str) -> Option<String> {
    let (collection, name) = collection_of(path)?;
    Some(format!(
        "#/collections/{}/entries/{}",
        encode(&collection),
        encode(&name)
    ))
}

/// The collection and the name in it that a file has in the editor.
fn collection_of(path: &str) -> Option<(String, String)> {
    let inside = path.strip_prefix(CONTENT)?;
    let (folder, file) = inside.split_once('/')?;
    let (name, extension) = file.rsplit_once('.')?;
    if name.contains(['/', '.']) {
        return None;
    }
    let collection = match (folder, name, extension) {
        ("pages", _, "md") => "halaman".to_owned(),
        ("documents", ..) | ("pages", ..) => return None,
        (_, "agency", "yaml") => return Some(("dinas".to_owned(), folder.to_owned())),
        (_, _, "yaml") => format!("layanan-{folder}"),
        (_, _, "md") => format!("markdown-{folder}"),
        _ => return None,
    };
    Some((collection, name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::entry;

    #[test]
    fn a_file_has_its_entry() {
        let entry = |path| entry(path).unwrap_or_default();
        assert_eq!(
            entry("content/dinas-a/ktp.yaml"),
            "#/collections/layanan-dinas-a/entries/ktp"
        );
        assert_eq!(
            entry("content/dinas-a/ktp.md"),
            "#/collections/markdown-dinas-a/entries/ktp"
        );
        assert_eq!(
            entry("content/dinas-a/agency.yaml"),
            "#/collections/dinas/entries/dinas-a"
        );
        assert_eq!(
            entry("content/pages/tentang.md"),
            "#/collections/halaman/entries/tentang"
        );
        for none in [
            "content/dinas-a/ktp.en.yaml",
            "site.yaml",
            "themes/x/a.html",
        ] {
            assert_eq!(entry(none), "");
        }
    }
}
