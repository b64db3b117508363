//! A build reads what it needs once a pass, and stops when a file is no longer the one that was checked.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex};

use maklumat::diagnostic::{Failure, Report};
use maklumat::output::Output;
use maklumat::pipeline;
use maklumat::resolve::names::Names;
use maklumat::source::{SourceEntry, Sources};
use maklumat::theme::Theme;

use crate::site::{SERVICE, Site};

/// A site whose every kind of file is there.
fn site() -> Site {
    Site::with_service()
        .with(
            "site.yaml",
            "judul: Standar Pelayanan Kota Contoh\nalamat_situs: https://contoh.example/\nbahasa: [id, en]\n",
        )
        .with("content/dinas-contoh/ktp.en.yaml", "judul: Example service\n")
        .with("content/dinas-contoh/kk.yaml", "judul: Contoh Layanan KK\npindah_dari: [lama.html]\n")
        .with("content/pages/tentang.md", "---\njudul: Tentang situs contoh\n---\nContoh.\n")
        .with("content/documents.yaml", "- id: kk\n  nama: Kartu Keluarga\n")
        .with("static/gambar/contoh.svg", "<svg/>")
}

/// What happens to a file.
#[derive(Debug, Clone, Copy)]
enum Event {
    Gone,
    Changed,
}

/// A site that notes what is asked of it, and of which one file changes after a number of readings.
struct Watched {
    site: Site,
    /// Path, and how often it was read; the tree under the path ``.
    asked: Mutex<BTreeMap<String, usize>>,
    happens: Option<(usize, String, Event)>,
}

impl Watched {
    fn new(happens: Option<(usize, String, Event)>) -> Self {
        Self {
            site: site(),
            asked: Mutex::default(),
            happens,
        }
    }

    /// Builds on one thread, so that the order of readings is always the same.
    fn build(&self, output: &mut (dyn Output + Send)) -> Result<Report, Failure> {
        static THEME: LazyLock<Theme> = LazyLock::new(Theme::embedded);
        let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build();
        let compile = || pipeline::compile(self, &THEME, self.site.settings(), output);
        alone.expect("a thread").install(compile)
    }

    fn asked(&self) -> BTreeMap<String, usize> {
        self.asked.lock().expect("a lock").clone()
    }
}

impl Sources for Watched {
    fn entries(&self) -> Result<Vec<SourceEntry>, Failure> {
        *self
            .asked
            .lock()
            .expect("a lock")
            .entry(String::new())
            .or_default() += 1;
        self.site.entries()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        let mut asked = self.asked.lock().expect("a lock");
        let before: usize = asked.values().sum();
        *asked.entry(path.to_owned()).or_default() += 1;
        match &self.happens {
            Some((when, what, Event::Gone)) if before >= *when && what == path => {
                Err("No such file or directory (os error 2)".to_owned())
            }
            Some((when, what, Event::Changed)) if before >= *when && what == path => {
                let mut bytes = self.site.read(path)?;
                bytes.extend(b"\n");
                Ok(bytes)
            }
            _ => self.site.read(path),
        }
    }
}

/// Takes each address once, as a folder does.
#[derive(Default)]
struct Strict(BTreeMap<String, Vec<u8>>);

impl Output for Strict {
    fn put(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let before = self.0.insert(path.to_owned(), bytes.to_vec());
        assert!(before.is_none(), "`{path}` was made twice");
        Ok(())
    }
}

#[test]
fn a_build_lists_the_tree_once_and_reads_a_file_once_a_pass() {
    let watched = Watched::new(None);
    let report = watched.build(&mut Strict::default()).expect("a site");
    assert!(!report.has_errors(), "{report:#?}");
    // A file with a finding is read once more, for its line.
    let with_finding = |path: &str| report.findings.iter().any(|found| found.place.path == path);
    for (path, times) in watched.asked() {
        let service = path == SERVICE || path.ends_with("ktp.en.yaml") || path.ends_with("kk.yaml");
        let wanted = 1 + usize::from(service) + usize::from(with_finding(&path));
        assert_eq!(times, wanted, "`{path}`");
    }
}

#[test]
fn whatever_happens_to_a_file_while_the_site_is_built_the_site_is_whole_or_not_published() {
    let whole = Watched::new(None);
    let mut expected = Strict::default();
    whole.build(&mut expected).expect("a site");
    let asked = whole.asked();
    let readings: usize = asked.values().sum();
    let mut stopped = 0;
    for path in asked.keys().filter(|path| !path.is_empty()) {
        for when in 0..=readings {
            for event in [Event::Gone, Event::Changed] {
                let watched = Watched::new(Some((when, path.clone(), event)));
                let mut output = Strict::default();
                match watched.build(&mut output) {
                    Err(failure) => {
                        stopped += 1;
                        let said = &failure.message.en;
                        let stem = path.replace(".en.yaml", ".yaml");
                        assert!(said.contains(&stem), "{event:?} {path} at {when}: {said}");
                    }
                    Ok(report) if report.has_errors() => assert_eq!(report.pages, 0),
                    // The change came before the first reading, after the last, or made no difference.
                    Ok(_) => assert!(output.0.keys().eq(expected.0.keys()), "{path} at {when}"),
                }
            }
        }
    }
    assert!(stopped > 20, "{stopped} builds were stopped");
}

#[test]
fn a_service_that_changed_since_it_was_checked_stops_the_build_and_says_so() {
    let watched = Watched::new(None);
    watched.build(&mut Strict::default()).expect("a site");
    let last = watched.asked().values().sum::<usize>() - 1;
    let changed = (0..=last).rev().find_map(|when| {
        let watched = Watched::new(Some((when, SERVICE.to_owned(), Event::Changed)));
        watched.build(&mut Strict::default()).err()
    });
    let said = changed.expect("a build that stops").message;
    assert_eq!(
        said.en,
        "`content/dinas-contoh/ktp.yaml` or its translation changed while this program was reading it; \
         run again when the editing is done"
    );
}

/// The version of the only service of a site.
fn version(site: &Site) -> String {
    let sound = site.check().1.expect("a sound site");
    let resolved = sound.site();
    let names = Names::new(&resolved.layout, &resolved.registries);
    let read = sound.read(&resolved.entries[0], site);
    let read = read.expect("an unchanged service");
    read.resolve(&names).version().to_owned()
}

#[test]
fn a_version_names_the_content_of_a_service() {
    let own = "judul: Contoh Layanan KTP\n";
    let site = Site::new().with(SERVICE, own);
    // As `sha256sum` begins.
    assert_eq!(version(&site), "d73648e4");
    let elsewhere = Site::new().with("content/dinas-contoh/lain.yaml", own);
    assert_eq!(version(&elsewhere), "d73648e4");
    let translated = site
        .clone()
        .with("site.yaml", "judul: Kota Contoh\nbahasa: [id, en]\n")
        .with("content/dinas-contoh/ktp.en.yaml", "title: Example\n");
    assert_eq!(version(&translated), "d73648e4");
    let changed = site.with(SERVICE, "judul: Contoh Layanan KTP.\n");
    assert_ne!(version(&changed), "d73648e4");
}
