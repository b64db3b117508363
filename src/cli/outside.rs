//! `check --external`: the addresses of other sites, tried.

use std::time::Duration;

use super::asked::Asked;
use super::untranslated::{Known, Left};
use crate::diagnostic::{Failure, say};
use crate::external::attempt::{self, Answer, Manners};
use crate::external::{addresses, findings};
use crate::source::Sources;
use crate::span::FileId;

/// How long one answer may take.
const TIME: Duration = Duration::from_secs(10);

/// How long a host is left alone between two requests.
const PAUSE: Duration = Duration::from_millis(500);

/// How many hosts are asked at once.
const AT_ONCE: usize = 8;

/// Tries the addresses in the files that are asked for.
pub fn tried(
    sources: &dyn Sources,
    asked: &Asked,
    base_url: Option<&str>,
) -> Result<Left, Failure> {
    let known = Known::new(sources)?;
    let site = known.site();
    let entries = sources.entries()?;
    let files = entries.iter().enumerate().filter_map(|(at, entry)| {
        let path = entry.path.as_str();
        let is_content = path == "site.yaml" || path.starts_with("content/");
        let is_text = path.ends_with(".yaml") || path.ends_with(".md");
        let file = FileId(u32::try_from(at).ok()?);
        (is_content && is_text && asked.has(path)).then_some((file, path))
    });
    let own = site.base_url(base_url);
    let places = addresses::addresses(files, sources, &own);
    let own_host = attempt::host(&own);
    let manners = Manners {
        time: TIME,
        pause: PAUSE,
        at_once: AT_ONCE,
        own_host: (!own_host.is_empty()).then_some(own_host),
    };
    let answers = attempt::all(places.keys().map(String::as_str), &manners);
    let left_out = answers
        .values()
        .filter(|answer| **answer == Answer::NotTried);
    let (all, left_out) = (answers.len(), left_out.count());
    let count = say!(
        "{all} alamat situs lain, {left_out} di antaranya tidak dicoba (data orang atau jaringan dalam)",
        "{all} addresses of other sites, of which {left_out} were not tried (data of a person, or a private network)"
    );
    Ok(Left {
        report: known.report(findings(&places, &answers)),
        counts: vec![count],
    })
}
