//! What `fmt` takes.

use clap::Args;

use super::SiteFolder;
use super::import::Keys;

/// `fmt`
#[derive(Debug, Args)]
pub struct Fmt {
    /// The site.
    #[command(flatten)]
    pub folder: SiteFolder,
    /// Only these files, agencies or services / Hanya berkas, dinas, atau layanan ini
    #[arg(value_name = "FILE|AGENCY")]
    pub only: Vec<String>,
    /// Write all keys and fixed values in this language / Tulis semua kunci dan isi tetap dalam bahasa ini
    #[arg(long, value_enum)]
    pub keys: Option<Keys>,
    /// Change nothing; name the files that would change, and exit with 1 / Jangan ubah apa pun; sebut berkas yang akan berubah
    #[arg(long)]
    pub check: bool,
}
