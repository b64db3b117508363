//! The content-security policy of a page, built from what stands in it.

use std::fmt;
use std::sync::Arc;

/// What a page may load and run. Everything that is not named is forbidden.
///
/// It stands in a `meta` element, where `frame-ancestors`, `sandbox` and `report-uri` have no effect; who wants
/// those sends them as a header.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Policy {
    /// Hashes of the styles.
    pub(crate) styles: Vec<Arc<str>>,
    /// Hashes of the scripts that run.
    pub(crate) scripts: Vec<Arc<str>>,
    /// Whether the page links a web app manifest.
    pub(crate) manifest: bool,
    /// Whether the page has a form that leads to another one.
    pub(crate) form: bool,
    /// Whether a script registers a worker.
    pub(crate) worker: bool,
    /// Whether a script loads others from the site.
    pub(crate) loads: bool,
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "default-src 'none'; style-src {}", list(&self.styles))?;
        write!(f, "; script-src {}", list(&self.scripts))?;
        if self.loads {
            // From a folder `'self'` names nothing.
            f.write_str(" 'strict-dynamic'")?;
        }
        if self.manifest {
            f.write_str("; manifest-src 'self'")?;
        }
        if self.worker {
            f.write_str("; worker-src 'self'")?;
        }
        if self.worker || self.loads {
            f.write_str("; require-trusted-types-for 'script'; trusted-types")?;
            if self.worker {
                f.write_str(" maklumat")?;
            }
            if self.loads {
                f.write_str(" maklumat-search")?;
            }
        }
        let form = if self.form { "'self'" } else { "'none'" };
        write!(
            f,
            "; img-src 'self' data:; base-uri 'none'; form-action {form}"
        )
    }
}

fn list(hashes: &[Arc<str>]) -> String {
    if hashes.is_empty() {
        return "'none'".to_owned();
    }
    let quoted: Vec<String> = hashes.iter().map(|hash| format!("'{hash}'")).collect();
    quoted.join(" ")
}
