//! A site as it was in a git revision, read from the repository itself: nothing is checked out.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Output, Stdio};
use std::sync::{Mutex, PoisonError};

use crate::diagnostic::{Failure, say};
use crate::source::{SourceEntry, SourceKind, Sources};

/// Reads `site.yaml`, `content/` and `static/` of the site's folder in one revision.
#[derive(Debug)]
pub struct Revision {
    folder: PathBuf,
    entries: Vec<SourceEntry>,
    objects: BTreeMap<String, String>,
    batch: Mutex<Option<Batch>>,
}

/// A process that gives the bytes of objects.
#[derive(Debug)]
struct Batch {
    child: Child,
    asks: ChildStdin,
    gives: BufReader<ChildStdout>,
}

impl Drop for Batch {
    fn drop(&mut self) {
        // It ends by itself with its input; what was ended is waited for.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Revision {
    /// The site in `folder` as it was in a revision. A revision in which that folder is not there yet holds no files.
    ///
    /// # Errors
    /// When the folder is in no repository, or it has no such revision.
    pub fn open(folder: &Path, revision: &str) -> Result<Self, Failure> {
        let mut site = Self {
            folder: folder.to_owned(),
            entries: Vec::new(),
            objects: BTreeMap::new(),
            batch: Mutex::default(),
        };
        let prefix = site.git(&["rev-parse", "--show-prefix"])?;
        if !prefix.status.success() {
            return Err(no_repository(folder, &prefix.stderr));
        }
        let prefix = String::from_utf8_lossy(&prefix.stdout).trim().to_owned();
        let commit = format!("{revision}^{{commit}}");
        let found = site.git(&[
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &commit,
        ])?;
        let commit = String::from_utf8_lossy(&found.stdout).trim().to_owned();
        if !found.status.success() || commit.is_empty() {
            return Err(no_revision(revision));
        }
        let tree = format!("{commit}:{}", prefix.trim_end_matches('/'));
        let tree = site.git(&[
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &tree,
        ])?;
        let id = String::from_utf8_lossy(&tree.stdout).trim().to_owned();
        if tree.status.success() && !id.is_empty() {
            let listed = site.git(&["ls-tree", "-r", "-l", "-z", "--full-tree", &id])?;
            if !listed.status.success() {
                return Err(unreadable(revision, &listed.stderr));
            }
            site.list(&String::from_utf8_lossy(&listed.stdout));
        }
        Ok(site)
    }

    fn git(&self, arguments: &[&str]) -> Result<Output, Failure> {
        let output = Command::new("git")
            .arg("-C")
            .arg(&self.folder)
            .args(arguments)
            .stdin(Stdio::null())
            .output();
        output.map_err(|error| no_git(&error))
    }

    /// Takes the lines of `ls-tree`: mode, type, object, size, then a tab and the path.
    fn list(&mut self, listed: &str) {
        for line in listed.split('\0') {
            let Some((about, path)) = line.split_once('\t') else {
                continue;
            };
            let ours =
                !path.contains('/') || path.starts_with("content/") || path.starts_with("static/");
            let [mode, _, object, size] = about.split_whitespace().collect::<Vec<_>>()[..] else {
                continue;
            };
            if !ours {
                continue;
            }
            let kind = match mode {
                "100644" | "100755" => SourceKind::File,
                _ => SourceKind::Other,
            };
            self.objects.insert(path.to_owned(), object.to_owned());
            self.entries.push(SourceEntry {
                path: path.to_owned(),
                kind,
                size: size.parse().unwrap_or(0),
            });
        }
        self.entries.sort_by(|one, other| one.path.cmp(&other.path));
    }

    fn start(&self) -> Result<Batch, String> {
        let mut child = Command::new("git")
            .arg("-C")
            .arg(&self.folder)
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| error.to_string())?;
        let (Some(asks), Some(gives)) = (child.stdin.take(), child.stdout.take()) else {
            return Err("git cat-file has no pipes".to_owned());
        };
        Ok(Batch {
            child,
            asks,
            gives: BufReader::new(gives),
        })
    }
}

impl Batch {
    /// The bytes of an object: a line with its size, the bytes, and the end of a line.
    fn get(&mut self, object: &str) -> Result<Vec<u8>, String> {
        let told = |error: std::io::Error| error.to_string();
        writeln!(self.asks, "{object}").map_err(told)?;
        self.asks.flush().map_err(told)?;
        let mut head = String::new();
        self.gives.read_line(&mut head).map_err(told)?;
        let size = head
            .trim()
            .rsplit(' ')
            .next()
            .and_then(|size| size.parse::<usize>().ok());
        let size = size.ok_or_else(|| format!("git cat-file: {}", head.trim()))?;
        let mut bytes = vec![0; size + 1];
        self.gives.read_exact(&mut bytes).map_err(told)?;
        bytes.pop();
        Ok(bytes)
    }
}

impl Sources for Revision {
    fn entries(&self) -> Result<Vec<SourceEntry>, Failure> {
        Ok(self.entries.clone())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        let object = self.objects.get(path).ok_or("no such file")?;
        let mut batch = self.batch.lock().unwrap_or_else(PoisonError::into_inner);
        let mut process = match batch.take() {
            Some(process) => process,
            None => self.start()?,
        };
        let bytes = process.get(object)?;
        *batch = Some(process);
        Ok(bytes)
    }
}

fn no_git(error: &std::io::Error) -> Failure {
    let reason = crate::source::reason_in_indonesian(&error.to_string());
    Failure::new(say!(
        "git tidak dapat dijalankan: {reason}; pasang git, atau bandingkan dua folder, ketik: maklumat diff FOLDER_LAMA FOLDER_BARU",
        "git cannot be run: {error}; install git, or compare two folders, type: maklumat diff OLD_FOLDER NEW_FOLDER"
    ))
}

fn no_repository(folder: &Path, why: &[u8]) -> Failure {
    let (folder, why) = (folder.display(), first_line(why));
    Failure::new(say!(
        "`{folder}` bukan folder di dalam repositori git ({why}); sebutkan folder dengan site.yaml, atau jalankan di dalam repositori",
        "`{folder}` is not a folder in a git repository ({why}); name a folder with site.yaml, or run this in a repository"
    ))
}

fn no_revision(revision: &str) -> Failure {
    Failure::new(say!(
        "tidak ada folder atau revisi git bernama `{revision}`; pada klon yang dangkal, ketik dulu: git fetch --unshallow",
        "there is no folder and no git revision called `{revision}`; in a shallow clone, first type: git fetch --unshallow"
    ))
}

fn unreadable(revision: &str, why: &[u8]) -> Failure {
    let why = first_line(why);
    Failure::new(say!(
        "revisi `{revision}` tidak dapat dibaca: {why}",
        "the revision `{revision}` cannot be read: {why}"
    ))
}

fn first_line(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.lines().next().unwrap_or_default().to_owned()
}
