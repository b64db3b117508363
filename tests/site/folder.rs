//! A site on a disk, and the program run in it as a person would run it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use sha2::{Digest, Sha256};

use super::Site;

/// A folder with a site in it. It is gone when the test is over.
pub struct Folder {
    dir: tempfile::TempDir,
    environment: Vec<(&'static str, &'static str)>,
}

/// What a run printed and how it ended.
pub struct Run {
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
    /// The exit code; `None` when it was killed.
    pub code: Option<i32>,
}

impl Folder {
    /// A folder with nothing in it.
    pub fn empty() -> Self {
        Self {
            dir: tempfile::tempdir().expect("a folder"),
            environment: Vec::new(),
        }
    }

    /// `Kota Contoh` with one service, at [`super::SERVICE`], which asks for pages alone.
    pub fn site() -> Self {
        let (config, text) = super::FILES[0];
        let text = format!("{text}keluaran: [html]\n");
        Site::with_service().with(config, text).on_disk()
    }

    /// The same folder with a file written into it.
    pub fn with(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.write(path, text);
        self
    }

    /// The same folder with a variable set for every run.
    pub fn env(mut self, name: &'static str, value: &'static str) -> Self {
        self.environment.push((name, value));
        self
    }

    /// Writes a file.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file is written");
    }

    /// Removes a file.
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("a file is removed");
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        self.dir.path()
    }

    /// A path in the folder.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Whether something stands at a path.
    pub fn has(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    /// The text of a file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Runs the program with arguments that are divided by blanks.
    pub fn run(&self, arguments: &str) -> Run {
        self.run_with(&arguments.split_whitespace().collect::<Vec<_>>())
    }

    /// Runs the program in a folder below with arguments that are divided by blanks.
    pub fn run_below(&self, folder: &str, arguments: &str) -> Run {
        let arguments: Vec<_> = arguments.split_whitespace().collect();
        self.run_in(&self.path(folder), &arguments)
    }

    /// Runs the program in the folder.
    pub fn run_with(&self, arguments: &[&str]) -> Run {
        self.run_in(self.root(), arguments)
    }

    /// Runs the program in an environment that says nothing about languages, dates or colours.
    fn run_in(&self, folder: &Path, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_maklumat"));
        for name in ["LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH", "TZ"] {
            command.env_remove(name);
        }
        let done = command
            .args(arguments)
            .current_dir(folder)
            .envs(self.environment.iter().copied())
            .output()
            .expect("the program runs");
        Run {
            out: String::from_utf8(done.stdout).expect("text"),
            err: String::from_utf8(done.stderr).expect("text"),
            code: done.status.code(),
        }
    }

    /// Every file below a folder and the hash of its bytes.
    pub fn tree(&self, folder: &str) -> BTreeMap<String, String> {
        let hash = |path: &Path| {
            let bytes = fs::read(path).expect("a file");
            let hash = Sha256::digest(bytes);
            hash.iter().map(|byte| format!("{byte:02x}")).collect()
        };
        self.walk(folder, &hash)
    }

    /// Every file below a folder and the time it was written.
    pub fn times(&self, folder: &str) -> BTreeMap<String, SystemTime> {
        self.walk(folder, &|path| {
            let found = fs::metadata(path).and_then(|found| found.modified());
            found.expect("the time of a file")
        })
    }

    fn walk<T>(&self, folder: &str, of: &dyn Fn(&Path) -> T) -> BTreeMap<String, T> {
        let root = self.path(folder);
        let mut found = BTreeMap::new();
        for entry in walkdir::WalkDir::new(&root) {
            let entry = entry.expect("an entry");
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(&root).expect("below the folder");
                let path = path.to_str().expect("a name in UTF-8").to_owned();
                found.insert(path, of(entry.path()));
            }
        }
        found
    }
}

impl Run {
    /// The run, which must have ended with this code.
    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        let Self { out, err, .. } = &self;
        assert_eq!(self.code, Some(code), "stdout:\n{out}\nstderr:\n{err}");
        self
    }

    /// The run, whose standard error must be exactly this.
    #[track_caller]
    pub fn says(self, err: &str) -> Self {
        assert_eq!(self.err, err);
        self
    }

    /// The run, whose standard output must be exactly this.
    #[track_caller]
    pub fn prints(self, out: &str) -> Self {
        assert_eq!(self.out, out);
        self
    }
}
