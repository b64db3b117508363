//! The audit: what is written of every service and agency, what is known to be missing, and what nobody filled in.
//!
//! # Steps
//!
//! 1. [`points`] lists what is looked at: the 14 components and what stands around them, each with the law it comes from.
//! 2. [`look`] answers each point for a service and for an agency, from a [`Service`](crate::resolve::service::Service).
//! 3. [`across`] finds the same service at several agencies, and which papers one asks for and another does not.
//! 4. [`mod@write`] prints it as text, Markdown, CSV, JSON or HTML.
//!
//! It counts and compares what is written. It judges neither the content nor the law, and gives no grade.

pub mod across;
pub mod look;
pub mod points;
pub mod write;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::analyze::SoundSite;
use crate::diagnostic::Failure;
use crate::resolve::ServiceEntry;
use crate::resolve::names::Names;
use crate::route::Drafts;
use crate::source::Sources;
use across::Shared;
use look::{AgencyAudit, ServiceAudit};

/// What is written of a site, on a day.
#[derive(Debug)]
pub struct Audit {
    /// The day that ages are counted from.
    pub today: Date,
    /// The services, those with the fewest components first.
    pub services: Vec<ServiceAudit>,
    /// The agencies, those of which least is written first.
    pub agencies: Vec<AgencyAudit>,
    /// The same service at several agencies.
    pub shared: Vec<Shared>,
    /// How many drafts were left out.
    pub drafts: usize,
}

impl Audit {
    /// The services that have requirements without a legal basis.
    pub fn without_basis(&self) -> impl Iterator<Item = &ServiceAudit> {
        self.services
            .iter()
            .filter(|one| !one.without_basis.is_empty())
    }

    /// Looks at a sound site. Drafts are no standards yet: they are looked at only on request.
    ///
    /// # Errors
    /// When a file is no longer the one that was checked.
    pub fn of(
        sound: &SoundSite,
        sources: &dyn Sources,
        drafts: Drafts,
        today: Date,
    ) -> Result<Self, Failure> {
        let site = sound.site();
        let names = Names::new(&site.layout, &site.registries);
        let (looked, left): (Vec<&ServiceEntry>, Vec<&ServiceEntry>) = site
            .entries
            .iter()
            .partition(|entry| drafts == Drafts::With || !entry.is_draft());
        let day = look::Day {
            today,
            review_after_months: site
                .config
                .review_after_months
                .get()
                .map(|months| months.value),
        };
        let services: Result<Vec<ServiceAudit>, Failure> = looked
            .par_iter()
            .map(|entry| {
                let read = sound.read(entry, sources)?;
                let resolved = read.resolve(&names);
                let agency = site.agencies.get(&entry.agency);
                Ok(look::service(entry, resolved.service(), agency, day))
            })
            .collect();
        let mut services = services?;
        services.sort_by_cached_key(|service| (service.components(), service.id.clone()));
        let agencies = site.agencies.iter();
        let agencies = agencies.map(|(folder, agency)| {
            let drafts = left.iter().filter(|entry| entry.agency == *folder).count();
            look::agency(folder, agency, &services, drafts, day)
        });
        let mut agencies: Vec<AgencyAudit> = agencies.collect();
        agencies.sort_by_key(AgencyAudit::given);
        Ok(Self {
            today,
            shared: across::shared(&looked, site),
            services,
            agencies,
            drafts: left.len(),
        })
    }

    /// How many components are written, of how many.
    pub fn written(&self) -> (usize, usize) {
        let written = self.services.iter().map(ServiceAudit::components).sum();
        (written, self.services.len() * points::COMPONENTS)
    }
}
