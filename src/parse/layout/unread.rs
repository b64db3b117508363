//! What stands in the sources and is not read, each with what to do about it.

use crate::diagnostic::{Code, Diagnostic, say};
use crate::similar::nearest;
use crate::source::{SourceEntry, SourceKind};
use crate::span::{FileId, Span};

/// Lists that stand in `content/`.
const LISTS: [&str; 6] = [
    "documents.yaml",
    "regulations.yaml",
    "life-events.yaml",
    "categories.yaml",
    "holidays.yaml",
    "questions.yaml",
];

/// Endings of files that people take for content. Others beside `site.yaml` belong to tools.
const LIKE_CONTENT: [&str; 17] = [
    ".yaml",
    ".yml",
    ".md",
    ".markdown",
    ".txt",
    ".csv",
    ".doc",
    ".docx",
    ".odt",
    ".rtf",
    ".xls",
    ".xlsx",
    ".pdf",
    ".png",
    ".jpg",
    ".jpeg",
    ".svg",
];

/// How the names of files begin that other programs keep beside `site.yaml`.
const OF_TOOLS: [&str; 9] = [
    "docker-compose",
    "compose.",
    "mkdocs.",
    "_config.",
    "pnpm-",
    "azure-pipelines",
    "requirements",
    "codecov",
    "readme",
];

/// Files of the web server, which are published from `static/`.
const OF_SERVERS: [&str; 5] = [
    "CNAME",
    "robots.txt",
    "humans.txt",
    "_headers",
    "_redirects",
];

/// The finding for what is no ordinary file where content or published files stand; `None` for an ordinary folder.
pub fn not_a_file(entry: &SourceEntry, parts: &[&str], file: FileId) -> Option<Diagnostic> {
    let path = &entry.path;
    let is_link = entry.kind == SourceKind::Other;
    let content = matches!(parts, ["site.yaml"] | ["content", _, ..]);
    let published = is_link && parts.first() == Some(&"static");
    let looks_like_file = path.ends_with(".yaml") || path.ends_with(".md");
    let hidden = parts.last().filter(|name| name.starts_with('.'));
    let message = if published || content && is_link {
        say!(
            "`{path}` adalah pintasan atau benda lain yang tidak pernah dibaca, bukan berkas biasa",
            "`{path}` is a link or something else that is never read, not an ordinary file"
        )
    } else if content && looks_like_file {
        say!(
            "`{path}` adalah folder, bukan berkas",
            "`{path}` is a folder, not a file"
        )
    } else {
        return hidden
            .filter(|_| content)
            .map(|name| self::hidden(name, file));
    };
    let finding = Diagnostic::new(Code::K0002, Span::file_start(file), message);
    Some(finding.help(if published {
        say!(
            "salin berkas aslinya ke tempat itu; pintasan tidak ikut terbit",
            "copy the real file to that place; links are not published"
        )
    } else {
        say!(
            "ganti dengan berkas biasa, atau hapus",
            "replace it with an ordinary file, or delete it"
        )
    }))
}

fn not_read(name: &str, file: FileId) -> Diagnostic {
    Diagnostic::new(
        Code::K0008,
        Span::file_start(file),
        say!(
            "berkas `{name}` tidak dibaca program di sini",
            "the program does not read the file `{name}` here"
        ),
    )
}

/// The finding for a file of `content/` that has no place there.
pub fn unused(name: &str, file: FileId) -> Diagnostic {
    let finding = not_read(name, file);
    if let Some(meant) = renamed(name) {
        return finding.help(say!(
            "ganti namanya menjadi: {meant}",
            "rename it to: {meant}"
        ));
    }
    match nearest(name, LISTS.into_iter().chain(["agency.yaml"])) {
        Some(near) => finding.help(say!("mungkin maksud Anda: {near}", "did you mean: {near}")),
        None => finding.help(say!(
            "layanan ditulis di `content/DINAS/LAYANAN.yaml`; gambar dan PDF ditaruh di `static/`",
            "services go in `content/AGENCY/SERVICE.yaml`; pictures and PDFs in `static/`"
        )),
    }
}

/// The name that a file should have: `ktp.yml`, `ktp.YAML` and `ktp.yaml.txt` are meant as `ktp.yaml`.
fn renamed(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let stem = lower.strip_suffix(".txt").unwrap_or(&lower);
    let ends = [
        (".yaml", ".yaml"),
        (".yml", ".yaml"),
        (".md", ".md"),
        (".markdown", ".md"),
    ];
    let meant = ends
        .iter()
        .find_map(|(end, right)| Some(format!("{}{right}", stem.strip_suffix(end)?)))?;
    (meant != name).then_some(meant)
}

/// The finding for a file or folder of `content/` that its name hides.
pub fn hidden(name: &str, file: FileId) -> Diagnostic {
    not_read(name, file).help(say!(
        "namanya dimulai dengan titik; hapus titik itu jika isinya layanan, atau pindahkan ke luar `content/`",
        "its name starts with a dot; remove the dot if it is a service, or move it out of `content/`"
    ))
}

/// The finding for a file beside `site.yaml` that somebody may take for a part of the site; `None` for files of tools.
pub fn beside(name: &str, file: FileId) -> Option<Diagnostic> {
    if OF_SERVERS.contains(&name) {
        return Some(not_read(name, file).help(say!(
            "pindahkan ke `static/`, agar ikut terbit",
            "move it into `static/`, so that it is published"
        )));
    }
    let lower = name.to_lowercase();
    let like_content = LIKE_CONTENT.iter().any(|end| lower.ends_with(end));
    let of_tool = OF_TOOLS.iter().any(|start| lower.starts_with(start));
    // README, LICENSE-MIT, CODE_OF_CONDUCT: what stands in every repository.
    let stem = name.split('.').next().unwrap_or(name);
    let yaml = renamed(name).map_or(lower.ends_with(".yaml"), |meant| meant.ends_with(".yaml"));
    let shouted = !yaml && stem.chars().all(|c| !c.is_lowercase());
    let hidden = name.starts_with('.');
    if !like_content || of_tool || shouted || hidden {
        return None;
    }
    let finding = not_read(name, file);
    Some(
        if lower.starts_with("site.") || lower.starts_with("situs.") {
            finding.help(say!(
            "seluruh situs memakai satu berkas `site.yaml`; pindahkan isinya ke sana, lalu hapus berkas ini",
            "a site has only one `site.yaml`; move the keys there, then delete this file"
        ))
        } else if LISTS.contains(&name) {
            finding.help(say!(
                "pindahkan ke: content/{name}",
                "move it to: content/{name}"
            ))
        } else if yaml || lower.ends_with(".md") {
            finding.help(say!(
            "jika isinya layanan, pindahkan ke folder dinasnya di `content/`; jika halaman, ke `content/pages/`",
            "if it is a service, move it into the folder of its agency in `content/`; if a page, into `content/pages/`"
        ))
        } else {
            finding.help(say!(
            "jika untuk diunduh, pindahkan ke `static/`; jika bukan bagian situs, pindahkan ke folder lain",
            "if people should download it, move it into `static/`; if it is not part of the site, move it to another folder"
        ))
        },
    )
}

/// The finding for a translation into a language that the site does not have.
pub fn language(lang: &str, languages: &[String], file: FileId) -> Diagnostic {
    let own = languages.first().map_or("", String::as_str);
    let finding = Diagnostic::new(
        Code::K0008,
        Span::file_start(file),
        say!(
            "terjemahan ke bahasa `{lang}` ini tidak ditampilkan di mana pun",
            "this translation into `{lang}` is not shown anywhere"
        ),
    );
    if lang == own {
        return finding.help(say!(
            "isi situs memang berbahasa `{own}`; tulis di berkas aslinya, atau hapus berkas ini",
            "`{own}` is the language of the content itself; write it in the original file, or delete this one"
        ));
    }
    let list = languages.join(", ");
    finding.help(say!(
        "tambahkan bahasanya di site.yaml: bahasa: [{list}, {lang}]; atau hapus berkas ini",
        "add the language to site.yaml: languages: [{list}, {lang}]; or delete this file"
    ))
}

/// The finding for a second file of one name, such as `ktp.md` beside `ktp.yaml`.
pub fn two_files(name: &str, first: FileId, second: FileId) -> Diagnostic {
    Diagnostic::new(
        Code::K0404,
        Span::file_start(second),
        say!(
            "`{name}` ditulis di dua berkas",
            "`{name}` is written in two files"
        ),
    )
    .also(
        Span::file_start(first),
        say!("berkas pertama", "the first file"),
    )
    .help(say!(
        "hapus salah satu, atau ganti namanya",
        "delete one of them, or rename it"
    ))
}
