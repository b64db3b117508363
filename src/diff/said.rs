//! The answers with which the checklist gives another result, in words.

use std::collections::BTreeMap;

use super::items::within;
use super::results::{Difference, Results, What, Why};
use super::versions::Versions;
use crate::diagnostic::{Message, say};
use crate::language::capitalised;
use crate::resolve::service::Service;
use crate::rule::compile::{Key, Verdict};
use crate::rule::terms::Term;
use crate::table::Labels;

/// What changed of the results of a checklist.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// For which answers what differs.
    pub lines: Vec<Line>,
    /// Why nothing is said of the results, if so.
    pub untold: Option<Message>,
}

/// Some answers, and what of their result differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What is answered, one for each question that matters; none where it does not matter what is answered.
    pub answers: Vec<String>,
    /// What differs.
    pub differs: Vec<Differs>,
}

/// Something that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differs {
    /// `verdict`, `bring`, `cost` or `time`.
    pub what: &'static str,
    /// What it was; nothing for a paper that was not needed.
    pub before: Option<String>,
    /// What it is; nothing for a paper that is needed no more.
    pub now: Option<String>,
    /// The same as a sentence.
    pub says: String,
    /// Whether a sentence about the standard says it already, of everyone.
    pub is_general: bool,
}

impl Outcome {
    /// That of a service of which one version has a mistake.
    pub fn unread() -> Self {
        Self {
            lines: Vec::new(),
            untold: Some(say!(
                "tidak dibandingkan: ada yang tidak terbaca di salah satu versi, lihat maklumat check",
                "not compared: something in one of the versions cannot be read, see maklumat check"
            )),
        }
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.untold.is_none()
    }

    /// It beside the sentences about the standard: what holds for everyone they say only of a key that is `told`.
    pub fn beside(mut self, told: &dyn Fn(&str) -> bool) -> Self {
        for one in self.lines.iter_mut().flat_map(|line| &mut line.differs) {
            one.is_general &= told(match one.what {
                "bring" => "requirements",
                what => what,
            });
        }
        self
    }

    /// The lines for people, without what the sentences about the standard say of everyone.
    pub fn told(&self) -> impl Iterator<Item = Line> {
        let lines = self.lines.iter().map(|line| {
            let differs = line.differs.iter().filter(|one| !one.is_general);
            Line {
                answers: line.answers.clone(),
                differs: differs.cloned().collect(),
            }
        });
        lines.filter(|line| !line.differs.is_empty())
    }
}

impl Line {
    /// The whole line: "KTP hilang, usia di bawah 17 tahun: dulu bisa, kini belum bisa".
    pub fn says(&self, any: &str) -> String {
        // Answers have commas of their own where a number or a list does.
        let comma = self.answers.iter().any(|answer| answer.contains(','));
        let answers = match self.answers.as_slice() {
            [] => any.to_owned(),
            answers => answers.join(if comma { "; " } else { ", " }),
        };
        let differs: Vec<&str> = self.differs.iter().map(|one| one.says.as_str()).collect();
        format!("{}: {}", capitalised(&answers), differs.join("; "))
    }
}

/// The results of two versions, in words.
pub fn outcome(versions: &Versions<'_>, found: Results) -> Outcome {
    let (joint, differences) = match found {
        Results::Told(joint, differences) => (joint, differences),
        Results::Untold(why) => {
            let asks = versions
                .services
                .iter()
                .any(|one| !one.questions.list.is_empty());
            return Outcome {
                lines: Vec::new(),
                untold: asks.then(|| reason(why)),
            };
        }
    };
    let labels = [0, 1].map(|side| {
        Labels::new(
            versions.services[side],
            versions.words[side],
            versions.voice.lang,
        )
    });
    let mut lines: Vec<Line> = Vec::new();
    let mut places: BTreeMap<Term, usize> = BTreeMap::new();
    for Difference {
        what,
        terms,
        general,
    } in differences
    {
        let differs = Differs {
            is_general: general,
            ..differs(versions, &labels, &what)
        };
        // A number that stands for its sentence, or the other way round: people read the same.
        if differs.before.is_some() && differs.before == differs.now {
            continue;
        }
        for term in terms {
            let at = *places.entry(term.clone()).or_insert(lines.len());
            if at == lines.len() {
                lines.push(Line {
                    answers: versions.conditions.answers(&term, &joint),
                    differs: Vec::new(),
                });
            }
            lines[at].differs.push(differs.clone());
        }
    }
    Outcome {
        lines,
        untold: None,
    }
}

fn reason(why: Why) -> Message {
    match why {
        Why::Mistaken => say!(
            "hasil daftar periksa tidak dibandingkan: ada yang salah di salah satu versi, lihat maklumat check",
            "the results of the checklist are not compared: one of the versions has a mistake, see maklumat check"
        ),
        Why::TooMany => say!(
            "hasil daftar periksa tidak dibandingkan: terlalu banyak jawaban yang hasilnya berbeda; bandingkan maklumat table kedua versi",
            "the results of the checklist are not compared: they differ for too many answers; compare maklumat table of both versions"
        ),
    }
}

/// A verdict in a few words.
fn verdict(verdict: Verdict) -> [&'static str; 2] {
    match verdict {
        Verdict::Eligible => ["bisa", "eligible"],
        Verdict::DoFirst => ["ada yang harus dilakukan dulu", "something to do first"],
        Verdict::AskFirst => ["harus tanya dulu", "to ask first"],
        Verdict::NotNeeded => ["tidak perlu", "not needed"],
        Verdict::NotEligible => ["belum bisa", "not eligible"],
        Verdict::Incomplete => ["belum jelas", "not decided"],
    }
}

fn differs(versions: &Versions<'_>, labels: &[Labels<'_>; 2], what: &What) -> Differs {
    let voice = versions.voice;
    let paper = |side: usize, key: Key| {
        let item = &versions.services[side].items[key];
        let words = versions.words[side];
        let said = item
            .words()
            .map(|text| words.get(text).unwrap_or(text).value.clone());
        said.unwrap_or_else(|| item.path.clone())
    };
    match what {
        What::Verdict(before, now) => {
            let (was, is) = (voice.word(verdict(*before)), voice.word(verdict(*now)));
            Differs {
                what: "verdict",
                before: Some(before.name().to_owned()),
                now: Some(now.name().to_owned()),
                is_general: false,
                says: voice.say(&say!("dulu {was}, kini {is}", "was {was}, is now {is}")),
            }
        }
        What::Needed(key) => {
            let paper = paper(1, *key);
            let small = within(&paper);
            Differs {
                what: "bring",
                before: None,
                now: Some(paper),
                is_general: false,
                says: voice.say(&say!("kini perlu {small}", "now needs {small}")),
            }
        }
        What::NotNeeded(key) => {
            let paper = paper(0, *key);
            let small = within(&paper);
            Differs {
                what: "bring",
                before: Some(paper),
                now: None,
                is_general: false,
                says: voice.say(&say!("tidak lagi perlu {small}", "no longer needs {small}")),
            }
        }
        What::Cost(before, now) => {
            let said = |side: usize, keys: &[Key]| cost(versions, side, &labels[side], keys);
            way("cost", versions, said(0, before), said(1, now))
        }
        What::Time(before, now) => {
            let said =
                |side: usize, keys: &[Key]| time(versions.services[side], &labels[side], keys);
            way("time", versions, said(0, before), said(1, now))
        }
    }
}

fn way(what: &'static str, versions: &Versions<'_>, before: String, now: String) -> Differs {
    let voice = versions.voice;
    let name = match what {
        "cost" => ["biaya", "cost"],
        _ => ["waktu", "time"],
    };
    let name = voice.word(name);
    let none = || voice.word(["tidak ditulis", "not stated"]);
    let [was, is] = [&before, &now].map(|said| match said.is_empty() {
        true => none(),
        false => said.clone(),
    });
    Differs {
        what,
        is_general: false,
        says: format!("{name} {was} → {is}"),
        before: Some(before),
        now: Some(now),
    }
}

/// What is paid, without of what it is made.
fn cost(versions: &Versions<'_>, side: usize, labels: &Labels<'_>, keys: &[Key]) -> String {
    let sum = versions.services[side].sum(|item| keys.contains(&item.key));
    let language = versions.voice.language;
    let amounts = labels.amounts(&sum).into_iter().map(|(amount, unit)| {
        let most = language.price(amount.most, unit.as_deref());
        if amount.rupiah == amount.most {
            return most;
        }
        let least = language.price(amount.rupiah, None);
        let values = [("min", least.as_str()), ("max", &most)];
        language.words().fill("cost.range", &values)
    });
    let words = versions.words[side];
    let sentences = sum
        .sentences()
        .map(|text| words.get(text).unwrap_or(text).value.clone());
    let mut said: Vec<String> = amounts.chain(sentences).collect();
    if said.is_empty() {
        said.extend(labels.missing_cost.clone());
    }
    said.join("; ")
}

fn time(service: &Service<'_>, labels: &Labels<'_>, keys: &[Key]) -> String {
    let items = keys.iter().filter_map(|key| service.items.get(*key));
    let mut said: Vec<String> = items.map(|item| labels.of(item)).collect();
    if said.is_empty() {
        said.extend(labels.whole_time.clone());
    }
    said.join("; ")
}
