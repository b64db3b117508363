//! What the template of a service's page sees, in the order in which the page says it.

use serde::Serialize;

use super::{Channel, Checklist, Condition, Fact, Frame, Link, Words};

/// `AGENCY/SERVICE.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServicePage {
    /// What stands on every page.
    pub frame: Frame,
    /// The service's title.
    pub title: Words,
    /// A short hash of what the service's file holds, for paper.
    pub version: String,
    /// One sentence: what it is.
    pub summary: Option<Words>,
    /// A notice for a service that is suspended, withdrawn or a draft, or about whose status something is noted.
    pub status: Option<StatusNotice>,
    /// From when or until when the standard is in force: "Berlaku sampai 31 Desember 2026."
    pub in_force: Option<String>,
    /// The first screen: for whom, what it costs, how long it takes, where to go (in this order).
    pub facts: Vec<Row>,
    /// The questions and what the answers lead to; `None` for a service that asks nothing.
    pub checklist: Option<Checklist>,
    /// What to bring.
    pub papers: Papers,
    /// Who can use it, and what must be done before: all requirements that are not brought, then what the text implies.
    pub who: Vec<Item>,
    /// What the text leaves open, all of it, whether or not the answers find it: the page says when to ask first.
    pub unsettled: Vec<Unsettled>,
    /// Where to go, when, what it costs, when it is done, what one gets.
    pub details: Vec<Row>,
    /// The office's calendar as data for the script that names the day on which it is done; safe inside a script
    /// element.
    pub calendar: Option<String>,
    /// A link that sends the page's title and address to somebody; `None` where the address is not known.
    pub send: Option<String>,
    /// The steps.
    pub steps: Steps,
    /// Files to download.
    pub attachments: Vec<Link>,
    /// Guidance as HTML made from Markdown; its headings start at `<h3>`.
    pub guidance: Option<Prose>,
    /// Questions and answers.
    pub faq: Vec<Question>,
    /// What to do before, after, and instead; a term and its links.
    pub related: Vec<Related>,
    /// Where to ask or complain.
    pub contact: Contact,
    /// The standard in its own numbers and words, and what stands behind it.
    pub standard: Standard,
}

/// Why the service is not simply available.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusNotice {
    /// `active`, `suspended`, `withdrawn` or `draft`.
    pub status: &'static str,
    /// The status in words, unless active.
    pub label: Option<String>,
    /// The agency's note.
    pub note: Option<Words>,
}

/// A term and what stands beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// `who`, `cost`, `time`, `where`, `when`, `ways`, `payment`, `account`, `product`.
    pub key: &'static str,
    /// "Biaya"
    pub term: String,
    /// Whether it only says that nothing is known.
    pub missing: bool,
    /// What it is; several where they have conditions or are several.
    pub lines: Vec<Item>,
    /// What it is for some answers, where they decide it: the place of `data-sum`, from 1. The lines then stand for all.
    pub sums: Vec<Words>,
    /// What stands for all lines until the answers say which one holds: "1 sampai 5 hari kerja, tergantung keadaan Anda".
    pub range: Option<Words>,
    /// Whether nothing is asked of anybody, so that whoever asks is to be reported.
    pub free: bool,
    /// What goes with all lines, said small: "dihitung sejak dokumen lengkap".
    pub notes: Vec<Words>,
}

/// One line of a list: a paper, a criterion, a step, a price, a time, a place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Its name in the page's contract: `requirements.2.1`, `cost.1`; empty for what is none of it.
    pub path: String,
    /// Its number in the standard: `2.1`; empty where it has none.
    pub number: String,
    /// The citizen's wording, or the legal sentence where there is no other.
    pub label: Words,
    /// Where the label leads.
    pub href: Option<String>,
    /// What goes with it, said small: "asli, 2 lembar", "diketahui Lurah dan Camat".
    pub details: Vec<Words>,
    /// Its condition in words, without "if"; `None` where it has none or its label says it.
    pub condition: Option<Condition>,
    /// `time` or `place` where it stands for what none of the other lines says: it goes once one of them holds. Empty
    /// for all others.
    #[serde(rename = "else")]
    pub otherwise: &'static str,
    /// Which states the answers give it: those of an `item` or of a `criterion`; `None` where they decide nothing.
    pub states: Option<&'static str>,
    /// Whether it is a criterion that the answers may show to be none of the reader's concern.
    pub of_some: bool,
    /// What to follow from it: the service that issues it, a map.
    pub links: Vec<Fact>,
    /// Help as HTML made from Markdown: its own, before it that of a group which has no line.
    pub help: Vec<Prose>,
    /// Pictures of it.
    pub pictures: Vec<Picture>,
    /// The sentence that names the day, for the script to finish.
    pub due: Option<Due>,
    /// Its papers, where it is a group within a group.
    pub parts: Vec<Item>,
}

/// HTML made from Markdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Prose {
    /// The HTML.
    pub html: String,
    /// Its language where it is not the page's.
    pub lang: Option<String>,
    /// Its direction where it is not the page's.
    pub dir: Option<&'static str>,
}

/// What to bring.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Papers {
    /// What is said where no paper is listed: that none is needed, or that none is written.
    pub none: Option<String>,
    /// What is said once the answers leave no paper to bring, where they can.
    pub spared: Option<String>,
    /// The papers, by where they are got and by what they are for.
    pub blocks: Vec<Block>,
}

/// Papers that one gets in one place, or that the standard groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Block {
    /// The number of `data-group`, where answers may show that nothing of it is needed; 0 where some of it always is.
    pub group: usize,
    /// "Dari kelurahan"; empty where there is but one block.
    pub heading: Words,
    /// The group itself, where the standard groups: its label is the heading.
    pub item: Option<Item>,
    /// The papers, and groups within the group.
    pub papers: Vec<Item>,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// Address relative to the page.
    pub src: String,
    /// What it shows.
    pub alt: Words,
}

/// A silence of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unsettled {
    /// When it applies, in words.
    pub condition: Option<Condition>,
    /// The notice.
    pub say: Words,
}

/// The steps of the procedure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Steps {
    /// The sentence where none is given.
    pub missing: Option<String>,
    /// Those of the citizen, and those of nobody in particular.
    pub own: Vec<Item>,
    /// What is done in the office.
    pub officers: Vec<Item>,
}

/// "If the papers are complete *today*, it is done by *…*": the script writes the second day, and the first if the
/// office is closed today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Due {
    /// How many days it takes at most.
    pub days: i64,
    /// Whether only working days count.
    pub working: bool,
    /// The words before the first day.
    pub before: String,
    /// "today".
    pub today: String,
    /// The words between the days.
    pub between: String,
    /// The words after the second.
    pub after: String,
}

/// Where to ask or complain: one block.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// The agency.
    pub name: Words,
    /// What stands above it.
    pub parent: Option<Words>,
    /// What is said where no channel is known.
    pub missing: Option<String>,
    /// The channels: those for complaints first, then the agency's others.
    pub channels: Vec<Channel>,
    /// Response time, officer.
    pub facts: Vec<Fact>,
    /// What happens with a complaint.
    pub steps: Vec<Words>,
    /// What to do if an officer asks for more than the standard.
    pub if_asked_for_more: Option<String>,
    /// The next instances: LAPOR!, Ombudsman.
    pub ladder: Vec<Channel>,
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The question.
    pub question: Words,
    /// The answer.
    pub answer: Prose,
}

/// Links to other services under a term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Related {
    /// `requires`, `next` or `see_also`: only the last may be what somebody needs instead.
    pub key: &'static str,
    /// "Urus ini lebih dahulu"
    pub term: String,
    /// The services.
    pub links: Vec<Link>,
}

/// The standard in its own numbers and words: what the page has said already is not repeated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Standard {
    /// The fourteen components of the law.
    pub sections: Vec<Section>,
    /// Components that are not written, each with its number.
    pub unwritten: Vec<String>,
    /// Components that the agency is known to lack, each with its number.
    pub missing: Vec<String>,
    /// What the editors inferred and what the text leaves open.
    pub beyond: Vec<Clause>,
    /// The decree that binds: the sentence.
    pub binding: String,
    /// Title, decree, source, last check.
    pub facts: Vec<Fact>,
    /// The date of the page, the latest of changes and review: "Diperbarui 5 Januari 2026".
    pub date_words: Option<String>,
    /// What changed when.
    pub changes: Vec<Fact>,
}

/// A component of the standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// "A.1 Persyaratan": number and legal name.
    pub title: String,
    /// The title that the site gives it, where that is another.
    pub own_title: Option<String>,
    /// What it says; empty where the page has said it all.
    pub clauses: Vec<Clause>,
    /// The numbers of the sentences that the page has said in the same words: "3, 6".
    pub as_above: String,
}

/// A sentence of the standard and what stands behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Clause {
    /// Its number in the standard; empty where it has none.
    pub number: String,
    /// The sentence, where the page has not said it.
    pub text: Option<Words>,
    /// A link on the sentence.
    pub href: Option<String>,
    /// What stands behind it: the exact condition, what follows, the articles it rests on.
    pub remarks: Vec<Fact>,
}
