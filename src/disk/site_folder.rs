//! A site's folder on disk, as the compiler reads it.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::files::{cannot_read, exists, is_folder};
use crate::diagnostic::{Failure, say};
use crate::source::{SourceEntry, SourceKind, Sources};

/// Dotfiles of `static/` that a published site needs. Any other stays at home, so that a `.env` cannot leak.
const PUBLISHED_DOTFILES: [&str; 4] = [".well-known", ".nojekyll", ".htaccess", ".domains"];

/// Reads `site.yaml`, `content/` and `static/` of one folder, and lists what else stands beside them.
#[derive(Debug, Clone)]
pub struct SiteFolder {
    root: PathBuf,
}

impl SiteFolder {
    /// The site in the folder `root`. Nothing is read yet.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }
}

impl Sources for SiteFolder {
    fn entries(&self) -> Result<Vec<SourceEntry>, Failure> {
        fs::read_dir(&self.root).map_err(|error| cannot_read(&self.root, &error))?;
        let mut entries = walk(&self.root, &self.root, Depth::Here)?;
        for top in ["content", "static"] {
            let folder = self.root.join(top);
            if is_folder(&folder) {
                entries.extend(walk(&self.root, &folder, Depth::Below)?);
            }
        }
        // The walk goes folder by folder; byte order differs where a name goes on with `-` or `.`.
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(entries)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        let full = self.root.join(path);
        let found = fs::symlink_metadata(&full).map_err(|error| error.to_string())?;
        if !found.is_file() {
            return Err("not an ordinary file".to_owned());
        }
        fs::read(full).map_err(|error| error.to_string())
    }
}

/// Reads a folder of agencies and lists that stands by itself, as if it were the `content/` of a site.
#[derive(Debug, Clone)]
pub struct ContentFolder {
    root: PathBuf,
}

impl ContentFolder {
    /// The content in the folder `root`. Nothing is read yet.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }
}

impl Sources for ContentFolder {
    fn entries(&self) -> Result<Vec<SourceEntry>, Failure> {
        fs::read_dir(&self.root).map_err(|error| cannot_read(&self.root, &error))?;
        let mut entries = walk(&self.root, &self.root, Depth::Below)?;
        for entry in &mut entries {
            entry.path = format!("content/{}", entry.path);
        }
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(entries)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        let inner = path.strip_prefix("content/").ok_or("no such file")?;
        SiteFolder::new(&self.root).read(inner)
    }
}

/// The files of the theme `themes/NAME/` of a site, by path from the theme's folder.
///
/// The theme `default` is embedded in the program, so a site without that folder has an empty one.
///
/// # Errors
/// When the name is not that of a folder in `themes/`, or a file cannot be read or is not text.
pub fn read_theme(site_dir: &Path, name: &str) -> Result<BTreeMap<String, String>, Failure> {
    if name.is_empty() || name.starts_with('.') || name.contains(['/', '\\', '\0', ':']) {
        return Err(Failure::new(say!(
            "`{name}` bukan nama tema; tulis nama satu folder di dalam `themes/`",
            "`{name}` is not the name of a theme; write the name of one folder in `themes/`",
        )));
    }
    let root = site_dir.join("themes").join(name);
    if !is_folder(&root) {
        if name == "default" && !exists(&root) {
            return Ok(BTreeMap::new());
        }
        return Err(Failure::new(say!(
            "tema `{name}` tidak ada; buat folder `themes/{name}/` atau pakai tema `default`",
            "there is no theme `{name}`; make the folder `themes/{name}/` or use the theme `default`",
        )));
    }
    let mut files = BTreeMap::new();
    for entry in walk(&root, &root, Depth::Below)? {
        let path = root.join(&entry.path);
        match entry.kind {
            SourceKind::Folder => continue,
            SourceKind::Other => return Err(not_a_theme_file(&path)),
            SourceKind::File => {}
        }
        let bytes = fs::read(&path).map_err(|error| cannot_read(&path, &error))?;
        let text = String::from_utf8(bytes).map_err(|_| not_a_theme_file(&path))?;
        files.insert(entry.path, text);
    }
    Ok(files)
}

fn not_a_theme_file(path: &Path) -> Failure {
    let path = path.display();
    Failure::new(say!(
        "`{path}` bukan berkas teks UTF-8; tema hanya berisi teks, jadi pindahkan gambar dan pintasan ke `static/`",
        "`{path}` is not a UTF-8 text file; a theme contains only text, so move pictures and links to `static/`",
    ))
}

/// How far down a folder is listed.
#[derive(Clone, Copy)]
enum Depth {
    /// What stands in the folder itself.
    Here,
    /// Everything below it.
    Below,
}

/// What stands in the folder `start`, with paths from `base`.
fn walk(base: &Path, start: &Path, depth: Depth) -> Result<Vec<SourceEntry>, Failure> {
    let mut entries = Vec::new();
    let walker = WalkDir::new(start)
        .min_depth(1)
        .max_depth(match depth {
            Depth::Here => 1,
            Depth::Below => usize::MAX,
        })
        .follow_links(false)
        .sort_by_file_name();
    let mut steps = walker.into_iter();
    while let Some(step) = steps.next() {
        let entry = match step {
            Ok(entry) => entry,
            Err(error) if is_gone(&error) => continue,
            Err(error) => {
                let path = error.path().unwrap_or(start).to_path_buf();
                let error = error
                    .into_io_error()
                    .unwrap_or_else(|| ErrorKind::Other.into());
                return Err(cannot_read(&path, &error));
            }
        };
        let seen = seen(base, &entry);
        if seen != Seen::Whole && entry.file_type().is_dir() {
            steps.skip_current_dir();
        }
        if seen != Seen::Nothing {
            entries.push(to_source(base, &entry));
        }
    }
    Ok(entries)
}

/// Whether a file vanished while its folder was read: editors save through files that live for a moment.
fn is_gone(error: &walkdir::Error) -> bool {
    error.depth() > 0
        && error
            .io_error()
            .is_some_and(|error| error.kind() == ErrorKind::NotFound)
}

fn to_source(base: &Path, entry: &DirEntry) -> SourceEntry {
    let relative = entry.path().strip_prefix(base).unwrap_or(entry.path());
    let path = joined(relative);
    let readable = relative.to_str().is_some();
    let size = entry.metadata().map(|found| found.len()).unwrap_or(0);
    let kind = entry.file_type();
    if kind.is_file() && readable {
        SourceEntry {
            path,
            kind: SourceKind::File,
            size,
        }
    } else if kind.is_dir() {
        SourceEntry {
            path,
            kind: SourceKind::Folder,
            size: 0,
        }
    } else {
        // A name that is not UTF-8 has no path by which it could be read or linked to.
        SourceEntry {
            path,
            kind: SourceKind::Other,
            size: 0,
        }
    }
}

/// The parts of a relative path joined by `/`, whatever the system's own separator is.
pub(super) fn joined(relative: &Path) -> String {
    let parts: Vec<_> = relative.iter().map(OsStr::to_string_lossy).collect();
    parts.join("/")
}

/// How much of an entry is listed.
#[derive(PartialEq, Eq)]
enum Seen {
    /// It and what is below it.
    Whole,
    /// It, so that something can be said about it.
    Name,
    /// Nothing of it.
    Nothing,
}

/// Leftovers and hidden files stay out, except what `static/` needs; in `content/` a hidden name is still told of.
fn seen(base: &Path, entry: &DirEntry) -> Seen {
    let name = entry.file_name().to_string_lossy();
    if is_leftover(&name) {
        return Seen::Nothing;
    }
    if !name.starts_with('.') {
        return Seen::Whole;
    }
    let below = |top: &str| entry.path().starts_with(base.join(top));
    // Inside `.well-known` any name is a matter of the protocol that defines it.
    let well_known = || entry.path().iter().any(|part| part == ".well-known");
    if below("static") && (PUBLISHED_DOTFILES.contains(&&*name) || well_known()) {
        Seen::Whole
    } else if below("content") {
        Seen::Name
    } else {
        Seen::Nothing
    }
}

/// Whether a file or folder name is that of something an editor, a version control or a system leaves behind.
pub fn is_leftover(name: &str) -> bool {
    const NAMES: [&str; 11] = [
        ".DS_Store",
        ".editorconfig",
        ".git",
        ".gitattributes",
        ".gitignore",
        ".gitkeep",
        ".hg",
        ".svn",
        "Thumbs.db",
        "desktop.ini",
        "4913",
    ];
    const SWAP: [&str; 3] = [".swp", ".swo", ".swx"];
    NAMES.contains(&name)
        || name.ends_with('~')
        || name.starts_with("._")
        || name.starts_with(".#")
        || name.starts_with("~$")
        || name.starts_with(".~lock.")
        || (name.starts_with('#') && name.ends_with('#'))
        || (name.starts_with('.') && SWAP.iter().any(|end| name.ends_with(end)))
}
