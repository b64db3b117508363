//! What `new` takes.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::SiteFolder;

/// `new`
#[derive(Debug, Args)]
#[command(
    after_help = "On a terminal what is missing is asked for; a script must give it.\nDi terminal, yang kurang ditanyakan; di dalam skrip semuanya harus ditulis."
)]
pub struct New {
    /// The site.
    #[command(flatten)]
    pub folder: SiteFolder,
    /// Write a spreadsheet to fill in for `import`, .xlsx or .csv / Tulis tabel kosong untuk diisi lalu diimpor
    #[arg(long, value_name = "FILE")]
    pub spreadsheet: Option<PathBuf>,
    /// What to make.
    #[command(subcommand)]
    pub what: Option<NewWhat>,
}

/// What `new` makes.
#[derive(Debug, Clone, Subcommand)]
pub enum NewWhat {
    /// An agency / Dinas
    Agency {
        /// Its name / Namanya
        name: Option<String>,
    },
    /// A service / Layanan
    Service {
        /// Its name / Namanya
        name: Option<String>,
        /// Folder or name of its agency; needed if there are several / Folder atau nama dinasnya
        #[arg(long, value_name = "FOLDER")]
        agency: Option<String>,
        /// Kind of service, surat-keterangan unless given: surat-keterangan, izin, pencatatan, bantuan, pengaduan
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
    },
    /// A translation with a place for each text, or the places that one lacks / Terjemahan, atau tempat yang belum ada di dalamnya
    Translation {
        /// The original / Berkas aslinya
        file: Option<String>,
        /// Into which language of site.yaml; needed if there are several / Ke bahasa mana
        #[arg(long, value_name = "TAG")]
        to: Option<String>,
    },
}
