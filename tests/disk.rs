//! Publishing and reading on a real file system.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use maklumat::diagnostic::Failure;
use maklumat::disk::{Folder, PublishMode, Published, SiteFolder, clean, read_theme};
use maklumat::output::Output;
use maklumat::source::{SourceKind, Sources};

/// Tells the copy of this program that a test starts which site to publish.
const CHILD_SITE: &str = "MAKLUMAT_TEST_CHILD_SITE";

type Files<'a> = &'a [(&'a str, &'a str)];

const FIRST: Files = &[
    ("index.html", "one"),
    ("dinas/ktp.html", "same"),
    ("gone.html", "x"),
];
const SECOND: Files = &[
    ("index.html", "two"),
    ("dinas/ktp.html", "same"),
    ("new.html", "y"),
];

/// A site of one file in a folder of its own.
struct Site {
    dir: tempfile::TempDir,
}

impl Site {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("site/content")).unwrap();
        fs::write(dir.path().join("site/site.yaml"), "title: Uji\n").unwrap();
        Self { dir }
    }

    fn root(&self) -> PathBuf {
        self.dir.path().join("site")
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    fn public(&self) -> PathBuf {
        self.path("public")
    }

    fn open(&self, output: &Path) -> Result<Folder, Failure> {
        Folder::open(&self.root(), output, PublishMode::Exchange, &|_| {})
    }

    fn build(&self, files: Files) -> Published {
        build(&self.root(), &self.public(), PublishMode::Exchange, files).unwrap()
    }

    fn build_in_place(&self, files: Files) -> Result<Published, Failure> {
        build(&self.root(), &self.public(), PublishMode::InPlace, files)
    }

    /// What stands in the site's folder beside the sources and the output.
    fn leftovers(&self) -> Vec<String> {
        let known = ["site.yaml", "content", "public", ".maklumat"];
        let entries = fs::read_dir(self.root()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names
            .filter(|name| !known.contains(&name.as_str()))
            .collect()
    }
}

fn build(
    site: &Path,
    output: &Path,
    mode: PublishMode,
    files: Files,
) -> Result<Published, Failure> {
    let mut folder = Folder::open(site, output, mode, &|_| {})?;
    for (path, text) in files {
        folder.put(path, text.as_bytes())?;
    }
    folder.publish()
}

fn map(files: Files) -> BTreeMap<String, String> {
    let own = |&(path, text): &(&str, &str)| (path.to_owned(), text.to_owned());
    files.iter().map(own).collect()
}

/// Every file below a folder, with its text.
fn read(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path
                    .strip_prefix(folder)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned();
                files.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

#[track_caller]
fn refused(result: Result<impl Sized, Failure>, words: &str) {
    let Err(failure) = result else {
        panic!("should have been refused: {words}");
    };
    let message = failure.message;
    assert!(message.en.contains(words), "{} lacks {words:?}", message.en);
    assert!(!message.id.ends_with('.') && !message.en.ends_with('.'));
}

#[test]
fn a_second_build_replaces_the_first() {
    let site = Site::new();
    let first = site.build(FIRST);
    assert_eq!((first.written, first.unchanged, first.removed), (3, 0, 0));
    assert_eq!(read(&site.public()), map(FIRST));
    let second = site.build(SECOND);
    assert_eq!(
        (second.written, second.unchanged, second.removed),
        (2, 1, 1)
    );
    assert_eq!(read(&site.public()), map(SECOND));
    assert_eq!(site.leftovers(), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn an_unchanged_file_keeps_its_time_stamp_and_inode() {
    use std::os::unix::fs::MetadataExt;
    let site = Site::new();
    site.build(FIRST);
    let page = site.public().join("dinas/ktp.html");
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    fs::File::options()
        .write(true)
        .open(&page)
        .unwrap()
        .set_modified(long_ago)
        .unwrap();
    let inode = fs::metadata(&page).unwrap().ino();
    site.build(SECOND);
    let now = fs::metadata(&page).unwrap();
    assert_eq!((now.ino(), now.modified().unwrap()), (inode, long_ago));
    assert_eq!(now.nlink(), 1, "the old folder is gone");
}

#[cfg(unix)]
#[test]
fn a_build_that_changes_nothing_leaves_the_folder_itself() {
    use std::os::unix::fs::MetadataExt;
    let site = Site::new();
    site.build(FIRST);
    let inode = fs::metadata(site.public()).unwrap().ino();
    let again = site.build(FIRST);
    assert_eq!((again.written, again.removed), (0, 0));
    assert_eq!(fs::metadata(site.public()).unwrap().ino(), inode);
}

#[cfg(unix)]
#[test]
fn a_web_server_may_read_what_is_published() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::new();
    let plain = site.path("content");
    site.build(FIRST);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&site.public()), mode(&plain));
    assert_eq!(mode(&site.public().join("dinas")), mode(&plain));
    assert_eq!(
        mode(&site.public().join("index.html")),
        mode(&site.path("site.yaml"))
    );
    fs::set_permissions(site.public(), fs::Permissions::from_mode(0o750)).unwrap();
    site.build(SECOND);
    assert_eq!(mode(&site.public()), 0o750, "a mode set by hand stays");
}

#[test]
fn a_file_torn_or_edited_in_the_output_is_written_anew() {
    let site = Site::new();
    site.build(FIRST);
    fs::write(site.public().join("index.html"), "on").unwrap();
    site.build(FIRST);
    assert_eq!(read(&site.public()), map(FIRST));
}

#[test]
fn a_folder_dropped_instead_of_published_leaves_no_trace() {
    let site = Site::new();
    let deep = site.path("a/b/public");
    let mut folder = site.open(&deep).unwrap();
    folder.put("index.html", b"never").unwrap();
    drop(folder);
    assert_eq!(site.leftovers(), Vec::<String>::new());
    site.build(FIRST);
    let mut folder = site.open(&site.public()).unwrap();
    folder.put("index.html", b"never").unwrap();
    drop(folder);
    assert_eq!(read(&site.public()), map(FIRST));
    assert_eq!(site.leftovers(), Vec::<String>::new());
}

#[test]
fn a_foreign_folder_is_refused_and_untouched() {
    let site = Site::new();
    fs::create_dir(site.public()).unwrap();
    fs::write(site.public().join("thesis.txt"), "mine").unwrap();
    refused(site.open(&site.public()), "thesis.txt");
    refused(site.build_in_place(FIRST), "thesis.txt");
    refused(clean(&site.root(), &site.public()), "thesis.txt");
    assert_eq!(read(&site.public()), map(&[("thesis.txt", "mine")]));
}

#[test]
fn the_folder_of_a_site_whose_manifest_is_gone_is_refused_until_deleted() {
    let site = Site::new();
    site.build(FIRST);
    fs::remove_dir_all(site.path(".maklumat")).unwrap();
    refused(site.open(&site.public()), "delete the folder yourself");
    fs::remove_dir_all(site.public()).unwrap();
    site.build(FIRST);
}

#[test]
fn a_file_laid_into_our_folder_is_not_lost() {
    let site = Site::new();
    site.build(FIRST);
    fs::write(site.public().join("CNAME"), "contoh.go.id").unwrap();
    refused(site.open(&site.public()), "`CNAME`");
    fs::remove_file(site.public().join("CNAME")).unwrap();
    fs::write(site.public().join(".DS_Store"), "junk").unwrap();
    site.build(SECOND);
    assert_eq!(read(&site.public()), map(SECOND));
}

#[test]
fn a_file_laid_in_while_the_site_is_built_is_not_lost() {
    let site = Site::new();
    site.build(FIRST);
    let folder = site.open(&site.public()).unwrap();
    fs::write(site.public().join("late.txt"), "mine").unwrap();
    refused(folder.publish(), "late.txt");
    assert_eq!(
        fs::read_to_string(site.public().join("late.txt")).unwrap(),
        "mine"
    );
    assert_eq!(site.leftovers(), Vec::<String>::new());
}

#[test]
fn an_empty_folder_is_taken() {
    let site = Site::new();
    fs::create_dir_all(site.public().join("empty")).unwrap();
    site.build(FIRST);
    assert_eq!(read(&site.public()), map(FIRST));
}

#[test]
fn a_moved_site_knows_its_output() {
    let site = Site::new();
    site.build(FIRST);
    let moved = site.dir.path().join("moved");
    fs::rename(site.root(), &moved).unwrap();
    build(&moved, &moved.join("public"), PublishMode::Exchange, SECOND).unwrap();
    assert_eq!(read(&moved.join("public")), map(SECOND));
}

#[test]
fn an_output_that_touches_the_sources_is_refused() {
    let site = Site::new();
    fs::create_dir(site.path("static")).unwrap();
    refused(site.open(Path::new("/")), "root of the file system");
    refused(site.open(&site.root()), "contains the sources");
    refused(site.open(site.dir.path()), "contains the sources");
    for path in [
        "content",
        "content/public",
        "static",
        "static/a/b",
        "themes",
        ".maklumat/x",
        ".git/x",
    ] {
        refused(site.open(&site.path(path)), "overlaps");
    }
    refused(site.open(&site.path("public/../content")), "overlaps");
    refused(site.open(&site.path("site.yaml")), "not a folder");
    assert_eq!(site.leftovers(), vec!["static".to_owned()]);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_sources_is_refused() {
    let site = Site::new();
    std::os::unix::fs::symlink(site.path("content"), site.public()).unwrap();
    refused(site.open(&site.public()), "overlaps");
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_stays_and_its_folder_is_exchanged() {
    let site = Site::new();
    let real = site.dir.path().join("www/htdocs");
    fs::create_dir_all(&real).unwrap();
    std::os::unix::fs::symlink(&real, site.public()).unwrap();
    site.build(FIRST);
    site.build(SECOND);
    assert!(fs::symlink_metadata(site.public()).unwrap().is_symlink());
    assert_eq!(read(&real), map(SECOND));
    fs::remove_dir_all(&real).unwrap();
    refused(site.open(&site.public()), "public");
}

#[test]
fn a_parent_that_cannot_be_written_is_named() {
    let site = Site::new();
    refused(site.open(&site.path("site.yaml/public")), "site.yaml");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let closed = site.dir.path().join("closed");
        fs::create_dir(&closed).unwrap();
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
        // The system's administrator may write everywhere.
        if fs::write(closed.join("probe"), "").is_err() {
            refused(site.open(&closed.join("public")), "--output");
        }
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
    }
}

#[test]
fn a_path_that_leaves_the_output_is_refused() {
    let site = Site::new();
    let mut folder = site.open(&site.public()).unwrap();
    for path in ["../x", "/x", "a/../x", "a//x", "", "a\\x", "./x", "a\0"] {
        refused(folder.put(path, b""), "cannot be the name");
    }
    folder.put("x", b"").unwrap();
    refused(folder.put("x", b""), "two files");
}

#[test]
fn leftovers_of_a_killed_run_are_cleared_but_not_those_of_a_stranger() {
    let site = Site::new();
    let next = site.path(".public.next");
    fs::create_dir(&next).unwrap();
    fs::write(next.join("mine.txt"), "mine").unwrap();
    refused(site.open(&site.public()), ".public.next");
    fs::remove_dir_all(&next).unwrap();
    site.build(FIRST);
    fs::create_dir(&next).unwrap();
    fs::write(next.join("half.html"), "half").unwrap();
    fs::rename(site.public(), site.path(".public.old")).unwrap();
    drop(site.open(&site.public()).unwrap());
    assert_eq!(read(&site.public()), map(FIRST));
    assert_eq!(site.leftovers(), Vec::<String>::new());
}

/// Run as a child only: publishes two sites in turn until it is killed.
#[test]
fn child_that_publishes_until_killed() {
    let Some(site) = std::env::var_os(CHILD_SITE).map(PathBuf::from) else {
        return;
    };
    for round in 0.. {
        let files = if round % 2 == 0 { FIRST } else { SECOND };
        build(&site, &site.join("public"), PublishMode::Exchange, files).unwrap();
        println!("\npublished");
    }
}

#[test]
fn a_run_killed_at_any_moment_leaves_a_whole_site() {
    let site = Site::new();
    for round in 0..12 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "disk::child_that_publishes_until_killed",
                "--nocapture",
            ])
            .env(CHILD_SITE, site.root())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let published = lines
            .map_while(Result::ok)
            .filter(|line| line == "published");
        assert_eq!(published.take(1 + round % 4).count(), 1 + round % 4);
        child.kill().unwrap();
        child.wait().unwrap();
        let there = read(&site.public());
        assert!(
            there == map(FIRST) || there == map(SECOND),
            "half a site: {there:?}"
        );
    }
    site.build(SECOND);
    assert_eq!(read(&site.public()), map(SECOND));
    assert_eq!(site.leftovers(), Vec::<String>::new());
}

#[test]
fn two_builds_at_once_both_succeed() {
    let site = Site::new();
    std::thread::scope(|scope| {
        for round in 0..4 {
            let site = &site;
            let files = if round % 2 == 0 { FIRST } else { SECOND };
            scope.spawn(move || (0..5).for_each(|_| drop(site.build(files))));
        }
    });
    let there = read(&site.public());
    assert!(there == map(FIRST) || there == map(SECOND));
    assert_eq!(site.leftovers(), Vec::<String>::new());
}

#[test]
fn a_build_that_has_to_wait_says_so_once() {
    let site = Site::new();
    let (told, waiting) = std::sync::mpsc::channel();
    let first = site.open(&site.public()).unwrap();
    let second = std::thread::scope(|scope| {
        let second = scope.spawn(|| {
            let say =
                |message: &maklumat::diagnostic::Message| told.send(message.en.clone()).unwrap();
            Folder::open(&site.root(), &site.public(), PublishMode::Exchange, &say).map(drop)
        });
        assert!(waiting.recv().unwrap().starts_with("waiting"));
        drop(first);
        second.join().unwrap()
    });
    second.unwrap();
    assert!(waiting.try_recv().is_err());
}

#[test]
fn in_place_keeps_the_folder_and_hidden_files() {
    let site = Site::new();
    fs::create_dir_all(site.public().join(".git")).unwrap();
    fs::write(site.public().join(".git/HEAD"), "ref").unwrap();
    refused(site.open(&site.public()), "--in-place");
    site.build_in_place(FIRST).unwrap();
    fs::write(site.public().join("dinas/.ktp.html.maklumat-new"), "half").unwrap();
    let second = site.build_in_place(SECOND).unwrap();
    assert_eq!(
        (second.written, second.unchanged, second.removed),
        (2, 1, 1)
    );
    let mut expected = map(SECOND);
    expected.insert(".git/HEAD".into(), "ref".into());
    assert_eq!(read(&site.public()), expected);
    assert!(!site.path(".maklumat/stage").exists());
    clean(&site.root(), &site.public()).unwrap();
    assert_eq!(read(&site.public()), map(&[(".git/HEAD", "ref")]));
}

#[test]
fn in_place_a_file_may_become_a_folder_and_back() {
    let site = Site::new();
    site.build_in_place(&[("a", "file"), ("b/c/d", "deep")])
        .unwrap();
    let turned: Files = &[("a/x", "deep"), ("b", "file")];
    site.build_in_place(turned).unwrap();
    assert_eq!(read(&site.public()), map(turned));
}

#[test]
fn in_place_never_overwrites_a_file_that_is_not_ours() {
    let site = Site::new();
    fs::create_dir(site.public()).unwrap();
    fs::write(site.public().join(".nojekyll"), "mine").unwrap();
    refused(
        site.build_in_place(&[("index.html", "x"), (".nojekyll", "")]),
        "overwritten",
    );
    assert_eq!(read(&site.public()), map(&[(".nojekyll", "mine")]));
}

#[test]
fn clean_removes_what_was_made_and_nothing_else() {
    let site = Site::new();
    assert!(
        clean(&site.root(), &site.public())
            .unwrap()
            .removed
            .is_empty()
    );
    assert!(!site.path(".maklumat").exists());
    site.build(FIRST);
    let other = site.dir.path().join("other");
    build(&site.root(), &other, PublishMode::Exchange, FIRST).unwrap();
    clean(&site.root(), &site.public()).unwrap();
    assert!(!site.public().exists() && site.path(".maklumat").exists());
    build(&site.root(), &other, PublishMode::Exchange, SECOND).unwrap();
    let removed = clean(&site.root(), &other).unwrap().removed;
    assert_eq!(removed.len(), 2);
    assert!(!other.exists() && !site.path(".maklumat").exists());
    refused(clean(&site.root(), &site.path("content")), "overlaps");
}

#[test]
fn a_site_folder_lists_sources_in_the_order_of_their_paths() {
    let site = Site::new();
    for path in [
        "content/a/b.yaml",
        "content/a-b.yaml",
        "content/.hidden/x.yaml",
        "content/a/b.yaml~",
        "content/.env",
        "static/.nojekyll",
        "static/.well-known/security.txt",
        "static/.well-known/.x",
        "static/.env",
        "static/.DS_Store",
        "static/logo.svg",
        "static/.git/HEAD",
        "public/index.html",
        "README.md",
    ] {
        fs::create_dir_all(site.path(path).parent().unwrap()).unwrap();
        fs::write(site.path(path), "isi").unwrap();
    }
    let sources = SiteFolder::new(site.root());
    let entries = sources.entries().unwrap();
    let paths: Vec<&str> = entries.iter().map(|entry| entry.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "README.md",
            "content",
            "content/.env",
            "content/.hidden",
            "content/a",
            "content/a-b.yaml",
            "content/a/b.yaml",
            "public",
            "site.yaml",
            "static",
            "static/.nojekyll",
            "static/.well-known",
            "static/.well-known/.x",
            "static/.well-known/security.txt",
            "static/logo.svg",
        ]
    );
    assert_eq!((entries[4].kind, entries[4].size), (SourceKind::Folder, 0));
    assert_eq!((entries[5].kind, entries[5].size), (SourceKind::File, 3));
    assert_eq!(sources.read("content/a-b.yaml").unwrap(), b"isi");
    assert!(sources.read("content/a").is_err() && sources.read("content/none").is_err());
    refused(SiteFolder::new(site.path("none")).entries(), "none");
}

#[cfg(unix)]
#[test]
fn links_are_listed_and_never_read() {
    let site = Site::new();
    std::os::unix::fs::symlink(site.path("site.yaml"), site.path("content/link.yaml")).unwrap();
    std::os::unix::fs::symlink(site.dir.path(), site.path("static")).unwrap();
    let sources = SiteFolder::new(site.root());
    let entries = sources.entries().unwrap();
    let others = entries
        .iter()
        .filter(|entry| entry.kind == SourceKind::Other);
    let paths: Vec<&str> = others.map(|entry| entry.path.as_str()).collect();
    assert_eq!(paths, ["content/link.yaml", "static"]);
    assert!(sources.read("content/link.yaml").is_err());
}

#[test]
fn a_theme_is_read_as_texts() {
    let site = Site::new();
    assert!(read_theme(&site.root(), "default").unwrap().is_empty());
    refused(read_theme(&site.root(), "kota"), "there is no theme");
    for name in ["", "..", "a/b", ".x"] {
        refused(read_theme(&site.root(), name), "not the name of a theme");
    }
    fs::create_dir_all(site.path("themes/kota/parts")).unwrap();
    fs::write(site.path("themes/kota/page.html"), "<p>").unwrap();
    fs::write(site.path("themes/kota/parts/a.css"), "a{}").unwrap();
    let theme = read_theme(&site.root(), "kota").unwrap();
    assert_eq!(theme, map(&[("page.html", "<p>"), ("parts/a.css", "a{}")]));
    fs::write(site.path("themes/kota/logo.png"), b"\x89PNG\xff").unwrap();
    refused(read_theme(&site.root(), "kota"), "logo.png");
}
