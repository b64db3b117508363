//! Paths between the site's folder and the folder in which the program was called.

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{Code, Report, say};
use crate::disk;

/// The folder that `--site` means. `.`, which it is unless given, means the nearest folder with a `site.yaml`: this one or
/// one above it; this one if there is none.
pub fn nearest(given: OsString) -> PathBuf {
    let given = PathBuf::from(given);
    if given.as_path() != Path::new(".") {
        return given;
    }
    let found = current().and_then(|here| climb(&here, &disk::holds_site));
    found.unwrap_or(given)
}

/// The way up from `here` to the first folder that is a site; `None` if there is none up to the root.
fn climb(here: &Path, is_site: &dyn Fn(&Path) -> bool) -> Option<PathBuf> {
    let steps = here.ancestors().position(is_site)?;
    Some(match steps {
        0 => PathBuf::from("."),
        _ => std::iter::repeat_n("..", steps).collect(),
    })
}

/// The path of a site's file, as it is written from where the program was called.
pub fn from_here(path: &str, site: &Path) -> String {
    let here = current();
    let prefixed = here.and_then(|here| shown(path, site, &here));
    prefixed.unwrap_or_else(|| path.to_owned())
}

/// Writes the paths of all findings from where the program was called: people click on them, and annotations of a change
/// need them. Where no site was found, the finding names where it was looked for.
pub fn report_from_here(report: &mut Report, site: &Path) {
    let Some(here) = current() else { return };
    for finding in &mut report.findings {
        if finding.code == Code::K0010 && site == Path::new(".") {
            let here = here.display();
            finding.message = say!(
                "`site.yaml` tidak ada di `{here}` dan di semua folder di atasnya",
                "there is no `site.yaml` in `{here}` or in any folder above it"
            );
        }
        let others = finding.also.iter_mut().map(|(place, _)| place);
        for place in others.chain([&mut finding.place]) {
            if let Some(path) = shown(&place.path, site, &here) {
                place.path = path;
            }
        }
    }
}

/// What a name typed by a person may mean as a path of the site: first as a path from where the program was called, then
/// as it was typed, for paths and names that are those of the site.
pub fn meant(name: &str, site: &Path) -> Vec<String> {
    let name = name.replace('\\', "/");
    let here = current().and_then(|here| inside(&name, site, &here));
    let folder = format!("{}/", site.display()).replace('\\', "/");
    let typed = name.strip_prefix(&folder).unwrap_or(&name);
    let typed = typed.trim_start_matches("./").trim_end_matches('/');
    let mut all: Vec<String> = here.into_iter().collect();
    if !all.iter().any(|path| path == typed) {
        all.push(typed.to_owned());
    }
    all
}

fn current() -> Option<PathBuf> {
    std::env::current_dir().ok()
}

/// The path of a site's file from `here`. `None` for a site that was named by its whole path and is elsewhere: its files
/// are named from its folder.
fn shown(path: &str, site: &Path, here: &Path) -> Option<String> {
    if site.is_absolute() && !site.starts_with(here) {
        return None;
    }
    let file = whole(&site.join(path), here);
    let shared = file.components().zip(here.components());
    let shared = shared.take_while(|(a, b)| a == b).count();
    let up = here.components().count() - shared;
    let mut parts = vec!["..".to_owned(); up];
    for part in file.components().skip(shared) {
        parts.push(part.as_os_str().to_str()?.to_owned());
    }
    Some(parts.join("/"))
}

/// The path of a file from the site's folder, if the name leads into it.
fn inside(name: &str, site: &Path, here: &Path) -> Option<String> {
    let (file, site) = (whole(Path::new(name), here), whole(site, here));
    let parts: Option<Vec<&str>> = file
        .strip_prefix(site)
        .ok()?
        .iter()
        .map(std::ffi::OsStr::to_str)
        .collect();
    parts.map(|parts| parts.join("/"))
}

/// The path from the root, without `.` and `..`.
fn whole(path: &Path, here: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in here.join(path).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: &str = "/rumah/a";

    #[test]
    fn a_file_is_named_from_where_the_program_was_called() {
        for (site, expected) in [
            (".", "content/x.yaml"),
            ("./", "content/x.yaml"),
            ("situs", "situs/content/x.yaml"),
            ("./b/situs/", "b/situs/content/x.yaml"),
            ("/rumah/a/situs", "situs/content/x.yaml"),
            ("/rumah/a", "content/x.yaml"),
            ("../situs", "../situs/content/x.yaml"),
            ("..", "../content/x.yaml"),
        ] {
            let path = shown("content/x.yaml", Path::new(site), Path::new(HERE));
            assert_eq!(path.as_deref(), Some(expected), "{site}");
        }
        assert_eq!(shown("a", Path::new("/lain"), Path::new(HERE)), None);
        let below = shown(
            "content/a/x.yaml",
            Path::new("../.."),
            Path::new("/situs/content/a"),
        );
        assert_eq!(below.as_deref(), Some("x.yaml"));
    }

    #[test]
    fn a_name_is_read_from_where_the_program_was_called() {
        for (name, site, expected) in [
            ("x.yaml", ".", Some("x.yaml")),
            ("x.yaml", "..", Some("a/x.yaml")),
            ("../x.yaml", "..", Some("x.yaml")),
            ("/rumah/b/x.yaml", "..", Some("b/x.yaml")),
            ("situs/x.yaml", "situs", Some("x.yaml")),
            ("x.yaml", "situs", None),
            ("../../x.yaml", "..", None),
        ] {
            let path = inside(name, Path::new(site), Path::new(HERE));
            assert_eq!(path.as_deref(), expected, "{name} {site}");
        }
    }

    #[test]
    fn the_nearest_site_is_this_folder_or_one_above_it() {
        let is_site = |path: &Path| [Path::new("/kota"), Path::new("/kota/a/b")].contains(&path);
        for (here, expected) in [
            ("/kota/a/b", Some(".")),
            ("/kota/a/b/c/d", Some("../..")),
            ("/kota/a", Some("..")),
            ("/lain/a", None),
        ] {
            let found = climb(Path::new(here), &is_site);
            assert_eq!(found.as_deref(), expected.map(Path::new), "{here}");
        }
    }
}
