//! Asking for an address: what is there, where it leads, or why there is no answer.

use std::collections::{BTreeMap, VecDeque};
use std::io::ErrorKind;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use ureq::http::{Response, Uri};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Error};

use super::addresses::is_personal;
use super::network::{PRIVATE, Public};

/// How far and how fast addresses are tried.
#[derive(Debug, Clone)]
pub struct Manners {
    /// How long one answer may take.
    pub time: Duration,
    /// How long a host is left alone between two requests.
    pub pause: Duration,
    /// How many hosts are asked at once.
    pub at_once: usize,
    /// The host of the site itself, which may stand in a private network.
    pub own_host: Option<String>,
}

/// What came of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It is there.
    Found,
    /// It is there, for good at another address.
    Moved(String),
    /// It is there no more: 404 or 410.
    Gone(u16),
    /// Nobody has such a name.
    UnknownHost,
    /// Another answer that begins with 4: often only programs are turned away.
    Refused(u16),
    /// An answer that begins with 5.
    Failing(u16),
    /// No answer in time.
    TimedOut,
    /// No connection, and why.
    NoConnection(String),
    /// One address leads to the next without an end.
    Circle,
    /// It was not asked for: it may tell of a person, or stands in a private network.
    NotTried,
}

/// How many times an address may lead on.
const MOST_HOPS: usize = 6;

/// Tries addresses, each once: those of one host one after the other, several hosts at once.
pub fn all<'a>(
    addresses: impl IntoIterator<Item = &'a str>,
    manners: &Manners,
) -> BTreeMap<String, Answer> {
    let mut hosts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for address in addresses {
        hosts.entry(host(address)).or_default().push(address);
    }
    let queue: Mutex<VecDeque<Vec<&str>>> = Mutex::new(hosts.into_values().collect());
    let answers = Mutex::new(BTreeMap::new());
    let asker = Asker {
        agent: agent(manners),
        pause: manners.pause,
        hosts: Mutex::default(),
    };
    std::thread::scope(|scope| {
        for _ in 0..manners.at_once.max(1) {
            scope.spawn(|| {
                while let Some(of_host) = taken(&queue) {
                    for address in of_host {
                        let answer = asker.one(address);
                        if let Ok(mut answers) = answers.lock() {
                            answers.insert(address.to_owned(), answer);
                        }
                    }
                }
            });
        }
    });
    answers.into_inner().unwrap_or_default()
}

fn taken<'a>(queue: &Mutex<VecDeque<Vec<&'a str>>>) -> Option<Vec<&'a str>> {
    queue.lock().ok()?.pop_front()
}

/// The host of an address in small letters.
pub fn host(address: &str) -> String {
    let uri: Option<Uri> = address.parse().ok();
    let host = uri.as_ref().and_then(Uri::host);
    host.unwrap_or_default().to_lowercase()
}

fn agent(manners: &Manners) -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(manners.time))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .proxy(None)
        .user_agent(concat!(
            "maklumat/",
            env!("CARGO_PKG_VERSION"),
            " (link check)"
        ))
        .build();
    let resolver = Public {
        own: manners.own_host.clone(),
    };
    Agent::with_parts(config, DefaultConnector::default(), resolver)
}

/// Asks for addresses, whichever worker wants one: one request at a time to a host, with the pause before the next, also
/// where another host leads to it.
struct Asker {
    agent: Agent,
    pause: Duration,
    /// When each host was asked last.
    hosts: Mutex<BTreeMap<String, Arc<Mutex<Option<Instant>>>>>,
}

impl Asker {
    /// What comes of one address, wherever it leads.
    fn one(&self, address: &str) -> Answer {
        let (mut at, mut fragment) = parted(address);
        let mut moved_for_good = true;
        for hop in 0..=MOST_HOPS {
            if is_personal(&at) {
                return Answer::NotTried;
            }
            let answer = match self.asked(&at) {
                Ok(answer) => answer,
                Err(error) => return failed(&error),
            };
            let status = answer.status().as_u16();
            let next = leads_to(&answer, &at);
            match (status, next) {
                (301 | 302 | 303 | 307 | 308, Some(next)) => {
                    moved_for_good &= matches!(status, 301 | 308);
                    let (next, own) = parted(&next);
                    // A place on the page stays the place, unless another is named.
                    fragment = own.or(fragment);
                    at = next;
                }
                (404 | 410, _) => return Answer::Gone(status),
                (400..=499, _) => return Answer::Refused(status),
                (500.., _) => return Answer::Failing(status),
                _ if hop > 0 && moved_for_good => {
                    return Answer::Moved(at + &fragment.unwrap_or_default());
                }
                _ => return Answer::Found,
            }
        }
        Answer::Circle
    }

    /// The head of an answer, and the whole where a server knows no heads. No body is read.
    fn asked(&self, address: &str) -> Result<Response<Body>, Error> {
        let gate = {
            let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(hosts.entry(host(address)).or_default())
        };
        let mut last = gate.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(last) = *last {
            std::thread::sleep(self.pause.saturating_sub(last.elapsed()));
        }
        let answer = match self.agent.head(address).call() {
            Ok(answer) if answer.status().as_u16() < 400 => Ok(answer),
            Err(error) if !matches!(error, Error::Protocol(_)) => Err(error),
            _ => {
                std::thread::sleep(self.pause);
                self.agent.get(address).call()
            }
        };
        *last = Some(Instant::now());
        answer
    }
}

/// An address, and what follows `#` in it.
fn parted(address: &str) -> (String, Option<String>) {
    match address.find('#') {
        Some(at) => (address[..at].to_owned(), Some(address[at..].to_owned())),
        None => (address.to_owned(), None),
    }
}

/// The address that an answer leads on to.
fn leads_to(answer: &Response<Body>, from: &str) -> Option<String> {
    let to = answer.headers().get("location")?.to_str().ok()?;
    let whole = ["http://", "https://"]
        .iter()
        .any(|scheme| to.starts_with(scheme));
    if whole {
        return Some(to.to_owned());
    }
    let (scheme, rest) = from.split_once("://")?;
    if let Some(host) = to.strip_prefix("//") {
        return Some(format!("{scheme}://{host}"));
    }
    let authority = rest.split(['/', '?']).next()?;
    if to.starts_with('/') {
        return Some(format!("{scheme}://{authority}{to}"));
    }
    let path = rest.split('?').next()?;
    let folder = path
        .rsplit_once('/')
        .map_or(authority, |(folder, _)| folder);
    Some(format!("{scheme}://{folder}/{to}"))
}

fn failed(error: &Error) -> Answer {
    match error {
        Error::BadUri(why) if why == PRIVATE => Answer::NotTried,
        Error::Timeout(_) => Answer::TimedOut,
        Error::HostNotFound => Answer::UnknownHost,
        Error::Io(io) if io.kind() == ErrorKind::TimedOut => Answer::TimedOut,
        Error::Io(io) if is_unknown(&io.to_string()) => Answer::UnknownHost,
        other => Answer::NoConnection(other.to_string()),
    }
}

/// Whether a system says that a name is nobody's; "try again later" is another answer.
fn is_unknown(why: &str) -> bool {
    let why = why.to_lowercase();
    [
        "name or service not known",
        "nodename nor servname",
        "no such host",
        "no address associated",
    ]
    .iter()
    .any(|said| why.contains(said))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_nobody_has_is_told_from_a_network_that_is_down() {
        let io = |why: &str| Error::Io(std::io::Error::other(why.to_owned()));
        let unknown = io("failed to lookup address information: Name or service not known");
        assert_eq!(failed(&unknown), Answer::UnknownHost);
        let down = io("failed to lookup address information: Temporary failure in name resolution");
        assert!(matches!(failed(&down), Answer::NoConnection(_)));
        assert_eq!(failed(&Error::HostNotFound), Answer::UnknownHost);
        assert_eq!(failed(&Error::BadUri(PRIVATE.to_owned())), Answer::NotTried);
    }
}
