//! What `export` takes.

use std::path::PathBuf;

use clap::Args;

use super::Compile;

/// `export`
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("kind").required(true).multiple(true))]
pub struct Export {
    /// What to compile.
    #[command(flatten)]
    pub compile: Compile,
    /// Write the annexes of decrees as a Word file / Tulis lampiran SK sebagai berkas Word
    #[arg(long, value_name = "FILE", group = "kind")]
    pub docx: Option<PathBuf>,
    /// Write the list, a row for each service, as CSV / Tulis daftarnya, satu baris satu layanan, sebagai CSV
    #[arg(long, value_name = "FILE", group = "kind")]
    pub csv: Option<PathBuf>,
    /// Write the list as an Excel file / Tulis daftarnya sebagai berkas Excel
    #[arg(long, value_name = "FILE", group = "kind")]
    pub xlsx: Option<PathBuf>,
    /// Only these services or agencies; all of them unless given, drafts too / Hanya layanan atau dinas ini
    #[arg(value_name = "SERVICE|AGENCY")]
    pub only: Vec<String>,
}
