//! Tells when a source of the site changed.

#![allow(
    clippy::disallowed_methods,
    reason = "asks where folders are and reads none"
)]

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::{ErrorKind, EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{
    DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer,
};

use crate::diagnostic::{Failure, say};
use crate::disk::is_leftover;

/// The folders whose content is read.
const FOLDERS: [&str; 3] = ["content", "static", "themes"];

/// How long a burst of changes may last: saving one file is several events.
const BURST: Duration = Duration::from_millis(100);

/// Why the builder is woken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signal {
    /// A source changed.
    Changed,
    /// One of the watched folders itself came, went or was replaced.
    FoldersChanged,
    /// The server ends.
    Stop,
}

/// Watches `site.yaml`, `content/`, `static/` and `themes/` until it is dropped.
#[derive(Debug)]
pub(super) struct Watcher {
    root: PathBuf,
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
}

impl Watcher {
    /// Starts to watch the site in `site`.
    pub(super) fn start(site: &Path, signals: Sender<Signal>) -> Result<Self, Failure> {
        let root = site.canonicalize().map_err(|error| {
            let site = site.display();
            Failure::new(say!(
                "`{site}` tidak dapat dibaca ({error}); periksa apakah lokasi foldernya benar",
                "cannot read `{site}` ({error}); check that the path is correct",
            ))
        })?;
        let inside = root.clone();
        let handler = move |result: DebounceEventResult| {
            if let Some(signal) = signal_of(&inside, &result) {
                // Nobody listens any more: the server is ending.
                let _ = signals.send(signal);
            }
        };
        let debouncer =
            new_debouncer(BURST, None, handler).map_err(|error| cannot_watch(&root, &error))?;
        let mut watcher = Self { root, debouncer };
        // The folder, not `site.yaml` itself: editors save by putting a new file in the place of the old one.
        watcher.watch(&watcher.root.clone(), RecursiveMode::NonRecursive)?;
        watcher.watch_folders()?;
        Ok(watcher)
    }

    /// Watches the folders that are there now, those that were replaced included.
    pub(super) fn watch_folders(&mut self) -> Result<(), Failure> {
        for name in FOLDERS {
            let folder = self.root.join(name);
            // It fails for a folder that was not watched or is gone, and both are fine.
            let _ = self.debouncer.unwatch(&folder);
            if folder.is_dir() {
                self.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }

    fn watch(&mut self, path: &Path, mode: RecursiveMode) -> Result<(), Failure> {
        match self.debouncer.watch(path, mode) {
            // Gone again since it was looked at; its next coming is an event.
            Err(error) if matches!(error.kind, ErrorKind::PathNotFound) => Ok(()),
            other => other.map_err(|error| cannot_watch(path, &error)),
        }
    }
}

fn signal_of(root: &Path, result: &DebounceEventResult) -> Option<Signal> {
    let Ok(events) = result else {
        // Events may be lost: look at everything anew.
        return Some(Signal::FoldersChanged);
    };
    events
        .iter()
        .filter_map(|event| signal_of_event(root, event))
        .max_by_key(|signal| match signal {
            Signal::Changed => 0,
            Signal::FoldersChanged | Signal::Stop => 1,
        })
}

fn signal_of_event(root: &Path, event: &DebouncedEvent) -> Option<Signal> {
    if event.need_rescan() {
        return Some(Signal::FoldersChanged);
    }
    // The build itself opens and reads every source; answering that would never end.
    if matches!(event.kind, EventKind::Access(_)) {
        return None;
    }
    let mut changed = None;
    for path in &event.paths {
        let Ok(relative) = path.strip_prefix(root) else {
            continue;
        };
        if !is_source(relative) {
            continue;
        }
        if FOLDERS.iter().any(|folder| relative == Path::new(folder)) {
            return Some(Signal::FoldersChanged);
        }
        changed = Some(Signal::Changed);
    }
    changed
}

/// Whether a path, relative to the site, is one that a build reads.
fn is_source(relative: &Path) -> bool {
    let mut parts = relative.iter().map(|part| part.to_string_lossy());
    let known = parts
        .next()
        .is_some_and(|top| top == "site.yaml" || FOLDERS.contains(&&*top));
    known && !parts.any(|part| is_leftover(&part))
}

fn cannot_watch(path: &Path, error: &notify::Error) -> Failure {
    let path = path.display();
    Failure::new(if matches!(error.kind, ErrorKind::MaxFilesWatch) {
        say!(
            "`{path}` tidak dapat dipantau karena batas sistem tercapai; naikkan `fs.inotify.max_user_watches` atau tutup program lain yang memantau berkas",
            "cannot watch `{path}` because the system's limit is reached; raise `fs.inotify.max_user_watches` or close other programs that watch files",
        )
    } else {
        say!(
            "`{path}` tidak dapat dipantau ({error}); periksa izin foldernya",
            "cannot watch `{path}` ({error}); check the folder's permissions",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sources_wake_the_builder() {
        for path in [
            "site.yaml",
            "content",
            "content/a/b.yaml",
            "static/logo.svg",
            "themes/x/a.html",
        ] {
            assert!(is_source(Path::new(path)), "{path}");
        }
        for path in [
            "",
            "public/index.html",
            ".maklumat/lock",
            "README.md",
            "content/.a.yaml.swp",
            "content/a~",
        ] {
            assert!(!is_source(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn reading_a_source_is_no_change() {
        use notify::event::{AccessKind, Event, ModifyKind};
        let event = |kind| {
            let event = Event::new(kind).add_path(PathBuf::from("/s/content/a.yaml"));
            DebouncedEvent::new(event, std::time::Instant::now())
        };
        let root = Path::new("/s");
        assert_eq!(
            signal_of_event(root, &event(EventKind::Access(AccessKind::Any))),
            None
        );
        let modified = event(EventKind::Modify(ModifyKind::Any));
        assert_eq!(signal_of_event(root, &modified), Some(Signal::Changed));
    }
}
