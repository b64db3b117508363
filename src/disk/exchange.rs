//! Exchanging a finished folder with the one it replaces.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::files::{cannot_write, exists, remove_tree};
use crate::diagnostic::{Failure, say};

/// Where the new site is filled: beside the output, so that both are on one file system.
pub(super) fn next_of(output: &Path) -> PathBuf {
    beside(output, "next")
}

/// Where the old site stands between the two renames of a system that cannot exchange.
fn old_of(output: &Path) -> PathBuf {
    beside(output, "old")
}

/// A hidden name beside the output.
pub(super) fn beside(output: &Path, suffix: &str) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(output.file_name().unwrap_or_default());
    name.push(".");
    name.push(suffix);
    output.with_file_name(name)
}

/// What a killed run may have left beside `output`.
pub(super) fn leftovers(output: &Path) -> impl Iterator<Item = PathBuf> {
    [next_of(output), old_of(output)]
        .into_iter()
        .filter(|path| exists(path))
}

/// Puts right what a killed run left: a site caught between two renames comes back, the rest goes.
pub(super) fn repair(output: &Path) -> Result<(), Failure> {
    let old = old_of(output);
    if exists(&old) && !exists(output) {
        fs::rename(&old, output).map_err(|error| cannot_write(output, &error))?;
    }
    remove_tree(&old)?;
    remove_tree(&next_of(output))
}

/// Puts the folder `next` at `output`; what stood there stands at `next` afterwards.
pub(super) fn exchange(next: &Path, output: &Path) -> Result<(), Failure> {
    if !exists(output) {
        return fs::rename(next, output).map_err(|error| cannot_write(output, &error));
    }
    // The folder's own permissions may have been set by hand for a web server's group.
    if let Ok(found) = fs::metadata(output) {
        fs::set_permissions(next, found.permissions())
            .map_err(|error| cannot_write(next, &error))?;
    }
    match exchange_in_one_step(next, output) {
        Err(error) if cannot_exchange(&error) => exchange_in_two_steps(next, output),
        other => other,
    }
    .map_err(|error| match error.kind() {
        io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy => is_mounted(output),
        _ => cannot_write(output, &error),
    })
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange_in_one_step(next: &Path, output: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(
        CWD,
        next,
        CWD,
        output,
        RenameFlags::EXCHANGE,
    )?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange_in_one_step(_next: &Path, _output: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether the file system knows no exchange: network file systems answer `EINVAL`, old kernels `ENOSYS`.
fn cannot_exchange(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
    )
}

/// For a moment no site stands at `output`; [`repair`] brings it back if the program is killed right then.
fn exchange_in_two_steps(next: &Path, output: &Path) -> io::Result<()> {
    let old = old_of(output);
    fs::rename(output, &old)?;
    if let Err(error) = fs::rename(next, output) {
        fs::rename(&old, output)?;
        return Err(error);
    }
    fs::rename(&old, next)
}

/// Refuses a folder that is the root of a mounted file system, which nothing can be exchanged with.
pub(super) fn refuse_mount_point(output: &Path) -> Result<(), Failure> {
    if is_mount_point(output) {
        return Err(is_mounted(output));
    }
    Ok(())
}

fn is_mounted(output: &Path) -> Failure {
    let shown = output.display();
    Failure::new(say!(
        "`{shown}` adalah titik kait (mount) sehingga tidak dapat ditukar sekaligus; pilih folder di dalamnya dengan `--output`, atau tulis berkas satu per satu dengan `--in-place`",
        "`{shown}` is a mount point and cannot be swapped in one step; choose a folder inside it with `--output`, or write file by file with `--in-place`",
    ))
}

/// Asks the kernel, which alone knows of a folder mounted from the same file system (a container's volume).
#[cfg(any(target_os = "linux", target_os = "android"))]
fn is_mount_point(path: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    let Ok(found) = statx(
        CWD,
        path,
        AtFlags::SYMLINK_NOFOLLOW,
        StatxFlags::BASIC_STATS,
    ) else {
        return is_on_another_device(path);
    };
    if found
        .stx_attributes_mask
        .contains(StatxAttributes::MOUNT_ROOT)
    {
        return found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT);
    }
    is_on_another_device(path)
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn is_mount_point(path: &Path) -> bool {
    is_on_another_device(path)
}

#[cfg(unix)]
fn is_on_another_device(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::metadata(path).ok().map(|found| found.dev());
    match (device(path), path.parent().and_then(device)) {
        (Some(own), Some(parent)) => own != parent,
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_on_another_device(_path: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(folder: &Path, text: &str) {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join("index.html"), text).unwrap();
    }

    fn text(folder: &Path) -> String {
        fs::read_to_string(folder.join("index.html")).unwrap()
    }

    #[test]
    fn two_steps_do_what_one_does() {
        let dir = tempfile::tempdir().unwrap();
        let output = dir.path().join("public");
        let next = next_of(&output);
        site(&output, "old");
        site(&next, "new");
        exchange_in_two_steps(&next, &output).unwrap();
        assert_eq!((text(&output), text(&next)), ("new".into(), "old".into()));
        exchange(&next, &output).unwrap();
        assert_eq!((text(&output), text(&next)), ("old".into(), "new".into()));
    }

    #[test]
    fn a_site_caught_between_two_renames_comes_back() {
        let dir = tempfile::tempdir().unwrap();
        let output = dir.path().join("public");
        site(&old_of(&output), "old");
        site(&next_of(&output), "half");
        repair(&output).unwrap();
        assert_eq!(text(&output), "old");
        assert_eq!(leftovers(&output).count(), 0);
    }

    #[test]
    fn an_old_site_left_beside_the_new_one_goes() {
        let dir = tempfile::tempdir().unwrap();
        let output = dir.path().join("public");
        site(&output, "new");
        site(&old_of(&output), "old");
        repair(&output).unwrap();
        assert_eq!(text(&output), "new");
        assert_eq!(leftovers(&output).count(), 0);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_mount_point_is_refused_and_in_place_is_offered() {
        let message = refuse_mount_point(Path::new("/proc")).unwrap_err().message;
        assert!(message.en.contains("--in-place") && message.id.contains("--in-place"));
        let dir = tempfile::tempdir().unwrap();
        refuse_mount_point(dir.path()).unwrap();
    }
}
