//! The services that a site already has: a draft that comes again is found wherever it was moved, whatever it is called.

use std::path::{Path, PathBuf};

use crate::diagnostic::Sink;
use crate::disk;
use crate::import::write;
use crate::parse::front_matter;
use crate::span::FileId;
use crate::yaml::{self, Node, Tree};

/// The largest file that may be a draft.
const MOST_BYTES: u64 = yaml::text::MAX_BYTES;

/// How the names of services' files end.
const ENDINGS: [&str; 2] = [".yaml", ".md"];

/// A service that is there.
pub struct Known {
    pub path: PathBuf,
    /// The name of the file that it was imported from, if it was.
    pub source: Option<String>,
    /// The hash of that file.
    hash: Option<String>,
    /// Its name, and its name in the decree, as [`plain`] has them.
    titles: Vec<String>,
    /// The addresses that it had.
    old: Vec<String>,
}

impl Known {
    /// The services in the files below a folder.
    pub fn below(folder: &Path) -> Vec<Self> {
        let files = match disk::is_folder(folder) {
            true => disk::files_at(folder).unwrap_or_default(),
            false => Vec::new(),
        };
        let is_service = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let stem = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
            stem.is_some_and(|stem| stem != "agency" && !stem.contains('.'))
        };
        let files = files.into_iter().filter(is_service);
        files.map(Self::read).collect()
    }

    fn read(path: PathBuf) -> Self {
        let text = text(&path);
        let tree = tree(&path, &text);
        let node = tree.as_ref().map(|tree| &tree.node);
        let titles = ["judul", "title", "judul_sumber", "title_verbatim"];
        let titles = titles
            .iter()
            .filter_map(|key| Some(plain(node?.get(key)?.as_str()?)));
        let old = ["pindah_dari", "moved_from"].iter();
        let old = old.filter_map(|key| node?.get(key));
        let old = old.flat_map(|list| std::iter::once(list).chain(list.items()));
        let old = old.filter_map(|address| Some(address.as_str()?.to_owned()));
        Self {
            source: write::source_of(&text).map(str::to_owned),
            hash: tree.as_ref().and_then(hash).map(str::to_owned),
            titles: titles.collect(),
            old: old.collect(),
            path,
        }
    }

    /// Whether it is called so.
    pub fn is_called(&self, title: &str) -> bool {
        self.titles.contains(&plain(title))
    }

    /// Whether it was at an address.
    pub fn was_at(&self, address: &str) -> bool {
        self.old.iter().any(|old| old == address)
    }

    /// Whether it was made of the very same file.
    pub fn is_from(&self, hash: &str) -> bool {
        self.hash.as_deref() == Some(hash)
    }
}

/// The text of a file that may be a draft.
pub fn text(path: &Path) -> String {
    let bytes = disk::read_at_most(path, MOST_BYTES).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What a file of a service says, as YAML or above its Markdown.
pub fn tree(path: &Path, text: &str) -> Option<Tree> {
    let mut unseen = Sink::deaf();
    match path.extension().is_some_and(|ending| ending == "md") {
        true => front_matter::read(FileId::default(), text, &mut unseen),
        false => yaml::read(FileId::default(), 0, text, &mut unseen),
    }
}

/// The hash of the file that a draft was made of.
pub fn hash(tree: &Tree) -> Option<&str> {
    source(tree)?.get("sha256")?.as_str()
}

/// What a draft says of where it came from.
pub fn source(tree: &Tree) -> Option<&Node> {
    let keys = ["sumber", "source"];
    keys.iter().find_map(|key| tree.node.get(key))
}

/// A name without regard to signs and to large letters.
pub fn plain(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
