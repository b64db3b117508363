//! `init --hook`: a check before each commit.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::screen::Screen;
use crate::diagnostic::{Failure, say};
use crate::disk;
use crate::scaffold;

/// The name of the script beside a hook that is there already.
const BESIDE: &str = "maklumat-pre-commit";

/// Adds the hook to the repository in which a site stands. One that is there is left as it is, and told what to add.
///
/// # Errors
/// When the site stands in no repository, another hook is there, or the script cannot be written.
pub fn add(site: &Path, screen: &Screen) -> Result<(), Failure> {
    let hooks = site.join(PathBuf::from(git(
        site,
        &["rev-parse", "--git-path", "hooks"],
    )?));
    let inside = git(site, &["rev-parse", "--show-prefix"])?;
    let program = std::env::current_exe().unwrap_or_default();
    let script = scaffold::hook(&inside, &program.to_string_lossy(), screen.lang());
    let path = hooks.join("pre-commit");
    let known = disk::text_of(&path);
    if known
        .as_deref()
        .is_none_or(|text| text.contains(scaffold::MARK))
        && !is_link(&path, &known)
    {
        disk::write_program(&path, script.as_bytes())?;
        let path = path.display();
        screen.say(&say!(
            "{path} ditulis; isi situs diperiksa sebelum setiap commit",
            "{path} written; the site is checked before each commit"
        ));
        return Ok(());
    }
    let beside = hooks.join(BESIDE);
    disk::write_program(&beside, script.as_bytes())?;
    let (path, beside) = (path.display(), beside.display());
    Err(Failure::new(say!(
        "`{path}` sudah ada dan tidak diubah; pemeriksaannya ditulis di `{beside}`, tambahkan baris ini di `{path}`: \"$(git rev-parse --git-path hooks)/{BESIDE}\" || exit 1",
        "`{path}` is there already and was not changed; the check is in `{beside}`, add this line to `{path}`: \"$(git rev-parse --git-path hooks)/{BESIDE}\" || exit 1"
    )))
}

/// Whether something that cannot be read as text, such as a link to nothing, stands there.
fn is_link(path: &Path, known: &Option<String>) -> bool {
    known.is_none() && disk::is_taken(path)
}

/// The one line that git answers in a folder.
fn git(folder: &Path, arguments: &[&str]) -> Result<String, Failure> {
    let place = folder.display();
    let done = Command::new("git")
        .args(arguments)
        .current_dir(folder)
        .output();
    match done {
        Ok(done) if done.status.success() => {
            let line = String::from_utf8_lossy(&done.stdout);
            Ok(line.trim_end_matches(['\n', '\r']).to_owned())
        }
        Ok(_) => Err(Failure::new(say!(
            "`{place}` tidak di dalam repositori git; buat dulu: git init",
            "`{place}` is in no git repository; create one first: git init"
        ))),
        Err(_) => Err(Failure::new(say!(
            "git tidak ditemukan; pasang dulu git, lalu ulangi",
            "git was not found; install it and run again"
        ))),
    }
}
