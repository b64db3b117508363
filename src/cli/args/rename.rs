//! What `rename` takes.

use clap::Args;

use super::SiteFolder;

/// `rename`
#[derive(Debug, Args)]
#[command(after_help = "\
maklumat rename AGENCY/SERVICE NEW-NAME     another name
maklumat move AGENCY/SERVICE OTHER-AGENCY   another agency
maklumat rename AGENCY NEW-NAME             the folder of an agency
maklumat rename pages/PAGE NEW-NAME         a free page")]
pub struct Rename {
    /// The site.
    #[command(flatten)]
    pub folder: SiteFolder,
    /// The service, agency or page: AGENCY/SERVICE, AGENCY, or its file / Layanan, dinas, atau halaman
    #[arg(value_name = "OLD")]
    pub old: String,
    /// Its new name, AGENCY/NAME, or the agency to which a service moves / Nama barunya, atau dinas tujuannya
    #[arg(value_name = "NEW")]
    pub new: String,
    /// Show what would change and write nothing / Tampilkan perubahannya saja
    #[arg(long)]
    pub dry_run: bool,
}
