//! What can be typed after `diff`.

use clap::{Args, ValueEnum};

use super::SiteFolder;

/// `diff`
#[derive(Debug, Args)]
pub struct Diff {
    /// What was: a folder with site.yaml, a folder of agencies, or a git revision such as main / Yang lama: folder atau revisi git
    #[arg(value_name = "OLD")]
    pub old: String,
    /// What is; the site's folder as it stands unless given / Yang baru
    #[arg(value_name = "NEW")]
    pub new: Option<String>,
    /// The site.
    #[command(flatten)]
    pub folder: SiteFolder,
    /// How the changes are printed / Bentuk keluaran
    #[arg(long, value_enum, default_value_t)]
    pub format: DiffFormat,
    /// Tell of services with status draft too / Sertakan layanan berstatus rancangan
    #[arg(long)]
    pub drafts: bool,
    /// Note what changed in the files, as entries of `changes` of today / Catat di berkas layanan, sebagai `perubahan` hari ini
    #[arg(long)]
    pub write: bool,
    /// The date to use as today / Tanggal yang dianggap hari ini
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
}

/// How changes are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people
    #[default]
    Human,
    /// For a pull request
    Markdown,
    /// One JSON object
    Json,
    /// The sentences of the feed
    Feed,
}
