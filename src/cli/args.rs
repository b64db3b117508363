//! What can be typed.

pub mod audit;
pub mod cms;
mod fmt;
mod new;
mod rename;

mod diff;
mod export;
mod import;

use std::path::PathBuf;

use clap::builder::{OsStringValueParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use super::{here, language};
use crate::diagnostic::Lang;
pub use diff::{Diff, DiffFormat};
pub use export::Export;
pub use fmt::Fmt;
pub use import::{Import, ImportFormat};
pub use new::{New, NewWhat};
pub use rename::Rename;

/// Builds a website of public service standards from plain YAML files.
///
/// Membuat situs standar pelayanan dari berkas YAML biasa.
#[derive(Debug, Parser)]
#[command(name = "maklumat", version, propagate_version = true)]
#[command(after_help = "Exit codes: 0 clean, 1 problems in the content, 2 environment or usage.")]
pub struct Arguments {
    /// Language of the messages / Bahasa pesan
    #[arg(long, global = true, value_name = "id|en")]
    lang: Option<LangArgument>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

impl Arguments {
    /// The language asked for, if any.
    pub fn lang(&self) -> Option<Lang> {
        self.lang.map(|lang| match lang {
            LangArgument::Id => Lang::Id,
            LangArgument::En => Lang::En,
        })
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LangArgument {
    /// Bahasa Indonesia
    Id,
    /// English
    En,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Create a new site that builds straight away / Buat situs baru
    Init(Init),
    /// Write a commented file to start from / Tulis berkas contoh untuk diisi
    New(New),
    /// Make drafts of pages, Word files and spreadsheets / Jadikan halaman, berkas Word dan tabel rancangan layanan
    Import(Import),
    /// Give a service, an agency or a page another name or place / Ganti nama atau pindahkan layanan, dinas, atau halaman
    #[command(visible_alias = "move", alias = "mv")]
    Rename(Rename),
    /// Put the keys of files in order, or into one language / Urutkan kunci di berkas, atau ganti bahasanya
    Fmt(Fmt),
    /// Write annexes for Word and lists for Excel / Tulis lampiran untuk Word dan daftar untuk Excel
    Export(Export),
    /// Check everything and write the site / Periksa semuanya dan buat situs
    Build(Build),
    /// Show the site while you edit it / Tampilkan situs selagi disunting
    Serve(Serve),
    /// Show all findings / Tampilkan semua temuan
    Check(Check),
    /// Say which components of a standard each service lacks / Catat komponen standar yang belum ada di tiap layanan
    Audit(Audit),
    /// Print the decision table of a service / Cetak tabel keputusan sebuah layanan
    Table(Table),
    /// Say what changed for citizens between two folders or git revisions / Sebutkan yang berubah bagi warga
    Diff(Diff),
    /// Print or write JSON Schema for editors / Tulis JSON Schema untuk editor
    Schema(Schema),
    /// Explain a finding's code / Jelaskan kode temuan
    Explain(Explain),
    /// Copy a file of the default theme, to change it / Salin berkas tema bawaan untuk diubah
    Theme(ThemeFile),
    /// Write a web editor for the site / Tulis editor web untuk situs
    Cms(cms::Cms),
    /// Remove the built site and the program's own files / Hapus situs yang sudah dibuat
    Clean(Clean),
    /// Print completions for a shell / Cetak pelengkapan untuk shell
    Completions(Completions),
    /// Print the manual page / Cetak halaman manual
    Man,
}

/// The site's folder.
#[derive(Debug, Clone, Args)]
pub struct SiteFolder {
    /// Folder with site.yaml; this one, or the nearest one above it, unless given / Folder tempat site.yaml
    #[arg(long, value_name = "DIR", default_value = ".", hide_default_value = true, value_parser = OsStringValueParser::new().map(here::nearest))]
    pub site: PathBuf,
}

impl SiteFolder {
    /// The folder to publish to: the one given, else `public` in the site's folder.
    pub fn output(&self, given: Option<&PathBuf>) -> PathBuf {
        given.cloned().unwrap_or_else(|| self.site.join("public"))
    }
}

/// What every compilation can be told.
#[derive(Debug, Clone, Args)]
pub struct Compile {
    /// The site.
    #[command(flatten)]
    pub folder: SiteFolder,
    /// Address of the published site, instead of base_url in site.yaml / Alamat situs nanti
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Do not minify the pages / Jangan padatkan halaman
    #[arg(long)]
    pub no_minify: bool,
    /// Include services with status draft / Sertakan layanan berstatus rancangan
    #[arg(long)]
    pub drafts: bool,
    /// The date to use as today, for reminders / Tanggal yang dianggap hari ini
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
}

/// `init`
#[derive(Debug, Args)]
pub struct Init {
    /// Folder of the new site / Folder situs baru
    #[arg(value_name = "DIR", default_value = ".")]
    pub folder: PathBuf,
    /// Name of the site / Nama situs
    #[arg(long, value_name = "NAME", default_value = crate::scaffold::NAME)]
    pub name: String,
    /// Check the site before each git commit; of a site that is there already only this is added / Periksa situs sebelum setiap commit git
    #[arg(long)]
    pub hook: bool,
}

/// `build`
#[derive(Debug, Args)]
pub struct Build {
    /// What to compile.
    #[command(flatten)]
    pub compile: Compile,
    /// Folder to publish to; `public` in the site's folder unless given / Folder hasil
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Treat warnings as errors / Anggap peringatan sebagai kesalahan
    #[arg(long, value_name = "WEIGHT")]
    pub deny: Option<DenyArgument>,
    /// Write file by file into the folder itself, for a mount point; not all or nothing
    #[arg(long)]
    pub in_place: bool,
    /// Publish even if more than half of the published services would disappear / Terbitkan walaupun lebih dari separuh layanan hilang
    #[arg(long)]
    pub allow_removals: bool,
    /// How findings are printed / Bentuk temuan
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// What `--deny` takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DenyArgument {
    /// Warnings stop the build.
    Warnings,
}

/// `serve`
#[derive(Debug, Args)]
pub struct Serve {
    /// What to compile.
    #[command(flatten)]
    pub compile: Compile,
    /// Port to listen on; another one if it is in use / Port
    #[arg(long, default_value_t = 4000)]
    pub port: u16,
    /// Show it to phones in the same network too / Tampilkan juga untuk HP di jaringan yang sama
    #[arg(long)]
    pub lan: bool,
    /// Open the site in a browser / Buka di browser
    #[arg(long)]
    pub open: bool,
}

/// `check`
#[derive(Debug, Args)]
pub struct Check {
    /// Show only the findings of these files, agencies or services / Tampilkan hanya temuan berkas, dinas atau layanan ini
    #[arg(value_name = "FILE|AGENCY")]
    pub only: Vec<String>,
    /// What to compile.
    #[command(flatten)]
    pub compile: Compile,
    /// How findings are printed / Bentuk temuan
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Address of the web editor, which --format markdown links to / Alamat editor web
    #[arg(long, value_name = "URL")]
    pub editor: Option<String>,
    /// Treat warnings as errors / Anggap peringatan sebagai kesalahan
    #[arg(long, value_name = "WEIGHT")]
    pub deny: Option<DenyArgument>,
    /// Fix in the files what is certain: tabs, curly quotes, bullets, keys, amounts; and stamp translations without a stamp, which says that they are those of today's originals / Perbaiki yang pasti di berkas: tab, kutip lengkung, tanda butir, kunci, jumlah uang; dan beri cap terjemahan tanpa cap, tanda bahwa terjemahannya masih cocok
    #[arg(long)]
    pub fix: bool,
    /// Show what is not translated, and count it for each file / Tampilkan yang belum diterjemahkan, dan jumlahnya per berkas
    #[arg(long)]
    pub untranslated: bool,
    /// Write a test for each result of the named services that no test tries, marked as a draft / Tulis uji untuk tiap hasil yang belum diuji, bertanda rancangan
    #[arg(long, requires = "only")]
    pub accept: bool,
    /// Show errors alone / Tampilkan kesalahan saja
    #[arg(long)]
    pub errors: bool,
    /// Try the addresses of other sites too, which needs the internet / Coba juga alamat situs lain; perlu internet
    #[arg(long)]
    pub external: bool,
    /// Check again after each change, until Ctrl-C / Periksa lagi sesudah setiap perubahan
    #[arg(long, conflicts_with_all = ["fix", "accept"])]
    pub watch: bool,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: the source line, the mark, what to type
    #[default]
    Human,
    /// One line per finding
    Short,
    /// One JSON object
    Json,
    /// A SARIF 2.1.0 log
    Sarif,
    /// GitHub workflow commands
    Github,
    /// GitLab's code quality report
    Gitlab,
    /// A comment on a change
    Markdown,
}

/// `audit`
#[derive(Debug, Args)]
pub struct Audit {
    /// What to look at.
    #[command(flatten)]
    pub compile: Compile,
    /// How the report is printed / Bentuk laporan
    #[arg(long, value_enum, default_value_t)]
    pub format: audit::AuditFormat,
}

/// `table`
#[derive(Debug, Args)]
pub struct Table {
    /// What to compile.
    #[command(flatten)]
    pub compile: Compile,
    /// The service: AGENCY/SERVICE, its file, or its title in quotes / Layanan
    pub service: String,
    /// How the table is printed / Bentuk tabel
    #[arg(long, value_enum, default_value_t)]
    pub format: TableFormat,
    /// One column for each question, for signing / Satu kolom untuk tiap pertanyaan, untuk ditandatangani
    #[arg(long)]
    pub grid: bool,
}

/// How the table is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// A block for each row
    #[default]
    Text,
    /// A Markdown table
    Markdown,
    /// Comma-separated values
    Csv,
    /// One JSON object
    Json,
    /// A page to print and sign
    Html,
}

/// `schema`
#[derive(Debug, Args)]
pub struct Schema {
    /// Kind of file: site, agency, service, documents, …, or findings; without it those for editors are written to --output
    pub kind: Option<String>,
    /// Folder for the schemas / Folder untuk skema
    #[arg(long, value_name = "DIR", default_value = ".vscode/schema")]
    pub output: PathBuf,
}

/// `explain`
#[derive(Debug, Args)]
pub struct Explain {
    /// Code such as K0103 or sentence-cut; without it all codes are listed
    pub code: Option<String>,
}

/// `theme`
#[derive(Debug, Args)]
pub struct ThemeFile {
    /// The site.
    #[command(flatten)]
    pub folder: SiteFolder,
    /// File of the default theme such as style.css; without it all are listed
    pub file: Option<String>,
    /// Show every part of the theme in every state on a page in this folder / Buat galeri bagian tema
    #[arg(long, value_name = "DIR", conflicts_with = "file")]
    pub gallery: Option<PathBuf>,
}

/// `clean`
#[derive(Debug, Args)]
pub struct Clean {
    /// The site.
    #[command(flatten)]
    pub folder: SiteFolder,
    /// The folder that was published to; `public` in the site's folder unless given / Folder hasil
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
}

/// `completions`
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell.
    pub shell: clap_complete::Shell,
}

impl Compile {
    /// The language for messages: the one asked for, the site's, the environment's.
    pub fn language(&self, asked: Option<Lang>) -> Lang {
        asked
            .or_else(|| language::of_site(&self.folder.site))
            .unwrap_or_else(language::of_environment)
    }
}
