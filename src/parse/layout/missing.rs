//! What a site lacks: its `site.yaml`, its content, the file of an agency.

use crate::diagnostic::{Code, Diagnostic, Message, say};
use crate::similar::nearest;
use crate::source::{SourceEntry, SourceKind};
use crate::span::{FileId, Span};

/// Names that people give to the folder of the content.
const OTHER_NAMES: [&str; 7] = [
    "konten", "isi", "contents", "layanan", "data", "dinas", "src",
];

/// Names that people give to `site.yaml`.
const OTHER_SITES: [&str; 4] = ["site.yml", "situs.yaml", "situs.yml", "site.yaml.txt"];

/// The finding for a folder without `site.yaml`.
pub fn site(entries: &[SourceEntry]) -> Diagnostic {
    let called = entries
        .iter()
        .map(|entry| entry.path.as_str())
        .find(|path| OTHER_SITES.contains(&path.to_lowercase().as_str()));
    let help = match called {
        Some(called) => say!(
            "ganti nama `{called}` menjadi: site.yaml",
            "rename `{called}` to: site.yaml"
        ),
        None => say!(
            "pindah ke folder situs Anda, atau buat situs baru dengan `maklumat init`",
            "go to your site's folder, or create a new site with `maklumat init`"
        ),
    };
    Diagnostic::new(
        Code::K0010,
        Span::file_start(FileId(u32::MAX)),
        say!(
            "`site.yaml` tidak ada di folder ini",
            "there is no `site.yaml` in this folder"
        ),
    )
    .help(help)
}

/// The finding for a folder of services, the first of them `first`, without the file of its agency.
pub fn agency(name: &str, first: FileId) -> Diagnostic {
    no_agency(name, first).help(say!(
        "buat berkas content/{name}/agency.yaml dengan isi: nama: Nama dinas",
        "create the file content/{name}/agency.yaml with: name: Name of the agency"
    ))
}

fn no_agency(folder: &str, file: FileId) -> Diagnostic {
    Diagnostic::new(
        Code::K0009,
        Span::file_start(file),
        say!(
            "folder `content/{folder}` tidak punya berkas `agency.yaml`",
            "the folder `content/{folder}` has no `agency.yaml` file"
        ),
    )
}

/// The finding for an agency's file under another name.
pub fn misnamed_agency(
    folder: &str,
    stem: &str,
    entry: Option<&SourceEntry>,
    file: FileId,
) -> Diagnostic {
    let name = entry
        .and_then(|entry| entry.path.rsplit('/').next())
        .map_or(format!("{stem}.yaml"), str::to_owned);
    no_agency(folder, file).help(say!(
        "jika `{name}` adalah data dinas, ganti namanya menjadi: agency.yaml; jika bukan, buat berkas content/{folder}/agency.yaml dengan isi: nama: Nama dinas",
        "if `{name}` describes the agency, rename it to: agency.yaml; if not, create the file content/{folder}/agency.yaml with: name: Name of the agency"
    ))
}

/// The finding for a site of which nothing was read.
pub fn content(entries: &[SourceEntry], site: FileId) -> Diagnostic {
    let place = entries.iter().position(|entry| entry.path == "content");
    let (message, help) = match place.map(|at| entries[at].kind) {
        Some(SourceKind::Other) => is_link(),
        Some(SourceKind::File) => is_file(),
        Some(SourceKind::Folder) if is_empty(entries) => empty(),
        _ if !is_empty(entries) => nothing_read(),
        _ => not_there(entries),
    };
    let file = place
        .and_then(|at| u32::try_from(at).ok())
        .map_or(site, FileId);
    Diagnostic::new(Code::K0011, Span::file_start(file), message).help(help)
}

fn is_empty(entries: &[SourceEntry]) -> bool {
    !entries
        .iter()
        .any(|entry| entry.path.starts_with("content/"))
}

fn is_link() -> (Message, Message) {
    (
        say!(
            "`content` adalah pintasan folder, dan pintasan tidak pernah diikuti",
            "`content` is a link, and links are never followed"
        ),
        say!(
            "taruh folder aslinya di sini dengan nama `content`, atau jalankan program di folder aslinya dengan `--site`",
            "put the real folder here with the name `content`, or use `--site` to run the program in the real folder"
        ),
    )
}

fn is_file() -> (Message, Message) {
    (
        say!(
            "`content` adalah berkas, bukan folder",
            "`content` is a file, not a folder"
        ),
        say!(
            "hapus atau ganti nama berkas itu, lalu buat folder `content`",
            "delete or rename that file, then create a folder `content`"
        ),
    )
}

fn empty() -> (Message, Message) {
    (
        say!("folder `content` kosong", "the folder `content` is empty"),
        say!(
            "jika isinya submodul git, ketik: git submodule update --init; jika isinya di folder awan (cloud), tunggu sampai selesai disinkronkan; jika belum ada, ketik: maklumat new agency \"Nama dinas\"",
            "if it is a git submodule, type: git submodule update --init; if it is in a cloud folder, wait until it is synced; if nothing is written yet, type: maklumat new agency \"Name\""
        ),
    )
}

fn nothing_read() -> (Message, Message) {
    (
        say!(
            "tidak ada satu pun berkas di `content` yang dibaca program",
            "`content` has no file that the program reads"
        ),
        say!(
            "dinas ditulis di `content/DINAS/agency.yaml`, layanan di `content/DINAS/LAYANAN.yaml`",
            "agencies go in `content/AGENCY/agency.yaml`, services in `content/AGENCY/SERVICE.yaml`"
        ),
    )
}

fn not_there(entries: &[SourceEntry]) -> (Message, Message) {
    let folders = entries.iter().filter(|entry| {
        matches!(entry.kind, SourceKind::Folder | SourceKind::Other) && !entry.path.contains('/')
    });
    let folders: Vec<&str> = folders.map(|entry| entry.path.as_str()).collect();
    let called = folders
        .iter()
        .find(|folder| OTHER_NAMES.contains(&folder.to_lowercase().as_str()))
        .copied()
        .or_else(|| nearest_folder(&folders));
    match called {
        Some(called) => (
            say!(
                "folder `content` tidak ada; yang ada `{called}`",
                "there is no folder `content`, but there is `{called}`"
            ),
            say!(
                "jika isinya ada di sana, ganti nama folder itu menjadi: content",
                "if the content is there, rename that folder to: content"
            ),
        ),
        None => (
            say!("folder `content` tidak ada", "there is no folder `content`"),
            say!(
                "kembalikan folder itu ke sini; jika belum ada isinya, ketik: maklumat new agency \"Nama dinas\"",
                "put that folder back; if nothing is written yet, type: maklumat new agency \"Name\""
            ),
        ),
    }
}

/// The folder whose name is most like `content`.
fn nearest_folder<'a>(folders: &[&'a str]) -> Option<&'a str> {
    let own = ["static", "themes", "public"];
    let others = folders
        .iter()
        .copied()
        .filter(|folder| !own.contains(folder));
    nearest("content", others)
}
