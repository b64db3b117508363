//! What `import` takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::SiteFolder;
use crate::diagnostic::Lang;

/// `import`
#[derive(Debug, Args)]
pub struct Import {
    /// Text or HTML of catalogue pages, Word and Excel files, CSV, or folders of them / Halaman katalog, berkas Word, Excel atau CSV, atau foldernya
    #[arg(value_name = "FILE|FOLDER", required = true)]
    pub files: Vec<PathBuf>,
    /// The site.
    #[command(flatten)]
    pub folder: SiteFolder,
    /// Folder or name of the agency that offers the services / Folder atau nama dinasnya
    #[arg(long, value_name = "ID")]
    pub agency: Option<String>,
    /// Folder for the drafts, with one for the agency in it; content in the site's folder unless given / Folder rancangan
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Language of the keys in the drafts / Bahasa kunci di dalam rancangan
    #[arg(long, value_enum, default_value_t)]
    pub keys: Keys,
    /// How the result is printed; as JSON nothing is written without --output / Bentuk hasilnya; dengan JSON tidak ada yang ditulis tanpa --output
    #[arg(long, value_enum, default_value_t)]
    pub format: ImportFormat,
    /// The date of the import / Tanggal pengambilan
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
}

/// The language of keys.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Keys {
    /// Bahasa Indonesia
    #[default]
    Id,
    /// English
    En,
}

impl Keys {
    /// The language.
    pub fn lang(self) -> Lang {
        match self {
            Self::Id => Lang::Id,
            Self::En => Lang::En,
        }
    }
}

/// How the result of an import is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ImportFormat {
    /// A table
    #[default]
    Human,
    /// One JSON list
    Json,
}
