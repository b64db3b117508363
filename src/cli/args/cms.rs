//! What `cms` can be told.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::SiteFolder;
use crate::cms;

/// `cms`
#[derive(Debug, Args)]
pub struct Cms {
    /// The site.
    #[command(flatten)]
    pub folder: SiteFolder,
    /// Folder for the editor; `editor` in the site's folder unless given / Folder untuk editor
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Who keeps the repository / Tempat repositori
    #[arg(long, value_enum, default_value_t)]
    pub backend: Backend,
    /// The repository / Repositorinya
    #[arg(long, value_name = "OWNER/NAME", default_value = "PEMILIK/REPOSITORI")]
    pub repository: String,
    /// The branch that is published / Cabang yang diterbitkan
    #[arg(long, value_name = "BRANCH", default_value = "main")]
    pub branch: String,
    /// Folder of the site inside the repository / Folder situs di dalam repositori
    #[arg(long, value_name = "DIR", default_value = "")]
    pub inside: String,
    /// Service that signs people in / Layanan untuk masuk
    #[arg(long, value_name = "URL")]
    pub auth: Option<String>,
    /// Name under which GitLab or Gitea knows the editor / ID aplikasi di GitLab atau Gitea
    #[arg(long, value_name = "ID")]
    pub app_id: Option<String>,
    /// Where the editor is loaded from / Dari mana editor dimuat
    #[arg(long, value_name = "URL", default_value = cms::ASSETS)]
    pub assets: String,
}

/// Who keeps the repository.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Backend {
    /// GitHub
    #[default]
    Github,
    /// GitLab
    Gitlab,
    /// Gitea or Forgejo
    Gitea,
}

impl Backend {
    /// Its name in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Gitea => "gitea",
        }
    }
}
