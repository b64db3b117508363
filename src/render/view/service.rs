//! What the template of a service's page sees.

use serde::Serialize;

use super::{Channel, Checklist, Condition, Fact, Frame, Hours, Link, Slot, Words};

/// `AGENCY/SERVICE.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServicePage {
    /// What stands on every page.
    pub frame: Frame,
    /// The service's title.
    pub title: Words,
    /// The title as the source writes it, where it differs.
    pub title_verbatim: Option<Words>,
    /// One sentence: what it is.
    pub summary: Option<Words>,
    /// The agency, linked to its page.
    pub agency: Link,
    /// A notice for a service that is suspended, withdrawn or a draft, or about whose status something is noted.
    pub status: Option<StatusNotice>,
    /// From when or until when the standard is in force: "Berlaku sampai 31 Desember 2026."
    pub in_force: Option<String>,
    /// The first screen: who it is for, how long, how much, what you get (in this order).
    pub glance: Vec<Glance>,
    /// The questions and what the answers lead to; `None` for a service that asks nothing.
    pub checklist: Option<Checklist>,
    /// Requirements.
    pub requirements: Part<Item>,
    /// Criteria that the text implies but does not list.
    pub eligibility: Vec<Item>,
    /// What the text leaves open: condition in words, and the notice.
    pub unsettled: Vec<Unsettled>,
    /// Steps.
    pub procedure: Part<Step>,
    /// How to use the service.
    pub channels: Vec<ServiceChannel>,
    /// How long it takes.
    pub time: Part<Duration>,
    /// The office's calendar as data for the script that names the day on which it is done; safe inside a script
    /// element.
    pub calendar: Option<String>,
    /// What it costs.
    pub cost: Part<CostRow>,
    /// Means of payment, joined.
    pub payment_methods: Option<Words>,
    /// Accounts into which is paid, with bank and owner.
    pub accounts: Vec<Words>,
    /// What the citizen gets.
    pub products: Part<Product>,
    /// Where to ask or complain.
    pub complaints: Complaints,
    /// The second group of components, M1 to M8.
    pub management: Vec<Component>,
    /// Guidance as HTML made from Markdown; its headings start at `<h3>`.
    pub guidance: Option<String>,
    /// Language of the guidance where it is not the page's.
    pub guidance_lang: Option<String>,
    /// Direction of the guidance where it is not the page's.
    pub guidance_dir: Option<&'static str>,
    /// Offices where the same service is offered.
    pub offices: Vec<Office>,
    /// Questions and answers.
    pub faq: Vec<Question>,
    /// Files to download.
    pub attachments: Vec<Link>,
    /// What to do before, after, and instead; a term and its links.
    pub related: Vec<Related>,
    /// The decree and what binds.
    pub binding: Binding,
    /// What changed when.
    pub changes: Vec<Change>,
}

/// A component of the standard: its plain heading, its legal name, and what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part<T> {
    /// Plain heading: "Langkah-langkah".
    pub title: String,
    /// The component's legal name, where it differs: "Sistem, mekanisme, dan prosedur".
    pub legal_title: Option<String>,
    /// `given`, `missing`, `absent`, or `none` where the standard says that there is none.
    pub state: &'static str,
    /// The sentence for a component that is not given.
    pub missing: Option<String>,
    /// What it holds.
    pub items: Vec<T>,
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

/// One answer of the first screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Glance {
    /// `who`, `time`, `cost` or `product`.
    pub key: &'static str,
    /// "Berapa lama"
    pub term: String,
    /// The answer, or the missing-sentence.
    pub slot: Slot,
    /// What it is for some answers, where they decide it: the place of `data-sum`, from 1.
    pub sums: Vec<Words>,
    /// Anchor of the part that says more.
    pub href: String,
}

/// A requirement or an implied criterion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Item {
    /// `requirements.2`, `requirements.2.1`, `eligibility.1`.
    pub path: String,
    /// Its number in its list, from 1.
    pub number: usize,
    /// Anchor.
    pub anchor: String,
    /// The citizen's wording, or the legal sentence where there is no other.
    pub label: Words,
    /// The legal sentence word for word, where the label differs.
    pub text: Option<Words>,
    /// Kind in words where it helps ("Formulir", "Dilakukan lebih dahulu"); `None` for plain papers.
    pub kind: Option<String>,
    /// Its condition in words: "Hanya jika: KTP lama hilang".
    pub condition: Option<Words>,
    /// The same without "hanya jika", as a line or a list; nothing where the label says it already.
    pub only_if: Option<Condition>,
    /// Which states the answers give it: those of an `item` or of a `criterion`; `None` where they decide nothing.
    pub states: Option<&'static str>,
    /// Whether it is a criterion that the answers may show to be none of the reader's concern.
    pub of_some: bool,
    /// Whether it is a paper that can be ticked off.
    pub tick: bool,
    /// What a criterion demands, in words.
    pub must: Option<Words>,
    /// The same as a line or a list; nothing where the label says it already.
    pub demand: Option<Condition>,
    /// What holds if the criterion fails: the sentence, with a link where it names a service.
    pub otherwise: Option<Link>,
    /// `not_eligible`, `do_first` or `not_needed`, for a criterion.
    pub otherwise_kind: Option<&'static str>,
    /// The paper, where it is a known one.
    pub document: Option<Paper>,
    /// "fotokopi, 2 lembar", "asli"
    pub form: Option<String>,
    /// "Lurah dan Camat"
    pub acknowledged_by: Option<Words>,
    /// Where to get it.
    pub obtain_from: Option<Words>,
    /// One of these is enough.
    pub any_of: Vec<Paper>,
    /// All of these.
    pub all_of: Vec<Paper>,
    /// Parts of a group.
    pub items: Vec<Item>,
    /// Help as HTML made from Markdown.
    pub help: Option<String>,
    /// A remark.
    pub note: Option<Words>,
    /// Articles it rests on.
    pub legal_basis: Vec<Link>,
    /// An editor's inference: the sentence, said as such.
    pub interpretation: Option<Words>,
    /// The same where nobody has confirmed it.
    pub unconfirmed: Option<Words>,
    /// "Nomor 2 di sumber", where it differs from `number`.
    pub source_number: Option<String>,
}

/// A known paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paper {
    /// Its name.
    pub name: Words,
    /// Who issues it, linked where that is a service of this site.
    pub issued_by: Option<Link>,
    /// How long it is valid.
    pub validity: Option<Words>,
    /// A picture: address and what it shows.
    pub image: Option<Picture>,
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
    /// Number from 1.
    pub number: usize,
    /// When it applies, in words.
    pub condition: Words,
    /// The same without "hanya jika", as a line or a list.
    pub only_if: Option<Condition>,
    /// The notice.
    pub say: Words,
}

/// A step of the procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// `procedure.N`
    pub path: String,
    /// Number from 1.
    pub number: usize,
    /// Anchor.
    pub anchor: String,
    /// The citizen's wording or the legal sentence.
    pub label: Words,
    /// The legal sentence, where the label differs.
    pub text: Option<Words>,
    /// `applicant`, `officer`, `system`, `other`.
    pub actor: Option<&'static str>,
    /// "Anda", "Petugas"
    pub actor_label: Option<String>,
    /// Its condition in words.
    pub condition: Option<Words>,
    /// The same without "hanya jika", as a line or a list; nothing where the label says it already.
    pub only_if: Option<Condition>,
    /// `item` where the answers decide it.
    pub states: Option<&'static str>,
    /// Further facts: where, how long, needs, produces.
    pub facts: Vec<Fact>,
    /// A remark.
    pub note: Option<Words>,
}

/// A way to use the service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServiceChannel {
    /// `channels.N`
    pub path: String,
    /// Number from 1.
    pub number: usize,
    /// Its condition in words.
    pub condition: Option<Words>,
    /// The same without "hanya jika", as a line or a list.
    pub only_if: Option<Condition>,
    /// `item` where the answers decide it.
    pub states: Option<&'static str>,
    /// "Loket", "Daring"
    pub kind_label: String,
    /// Where.
    pub location: Option<Words>,
    /// A link.
    pub href: Option<String>,
    /// Further facts: hours, appointment, who may come for you.
    pub facts: Vec<Fact>,
}

/// How long: the whole, a case or a phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Duration {
    /// `whole`, `case` or `phase`.
    pub kind: &'static str,
    /// `time.N` for case N.
    pub path: Option<String>,
    /// Which case or phase.
    pub label: Option<Words>,
    /// "4 hari kerja", as written or made from the numbers.
    pub text: Words,
    /// From when it counts.
    pub from: Option<String>,
    /// Its condition in words.
    pub condition: Option<Words>,
    /// The same without "hanya jika", as a line or a list; nothing where the label says it already.
    pub only_if: Option<Condition>,
    /// `item` where the answers decide it.
    pub states: Option<&'static str>,
    /// A remark; the source's full sentence.
    pub note: Option<Words>,
    /// The sentence that names the day, for the script to finish.
    pub due: Option<Due>,
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

/// A row of the tariff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CostRow {
    /// `cost.N`
    pub path: String,
    /// Number from 1.
    pub number: usize,
    /// What it is for.
    pub label: Option<Words>,
    /// "Gratis", "Rp10.000 per lembar"; `None` where only the text says it.
    pub amount: Option<String>,
    /// The text as written, where it says more than the amount.
    pub text: Option<Words>,
    /// Its condition in words.
    pub condition: Option<Words>,
    /// The same without "hanya jika", as a line or a list; nothing where the label says it already.
    pub only_if: Option<Condition>,
    /// `item` where the answers decide it.
    pub states: Option<&'static str>,
    /// Who pays nothing, joined.
    pub exempt: Option<Words>,
    /// Articles it rests on.
    pub legal_basis: Vec<Link>,
    /// A remark.
    pub note: Option<Words>,
}

/// What the citizen gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Product {
    /// The citizen's wording or the legal one.
    pub label: Words,
    /// The legal wording, where the label differs.
    pub text: Option<Words>,
    /// The paper, where it is a known one.
    pub document: Option<Paper>,
    /// Validity, delivery.
    pub facts: Vec<Fact>,
}

/// Where to ask or complain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Complaints {
    /// The channels.
    pub channels: Part<Channel>,
    /// What happens with a complaint.
    pub steps: Vec<Words>,
    /// Response time, officer.
    pub facts: Vec<Fact>,
}

/// One of the components M1 to M8.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Component {
    /// `legal_basis`, `facilities`, …
    pub key: &'static str,
    /// Heading.
    pub title: String,
    /// `given`, `missing` or `absent`.
    pub state: &'static str,
    /// What it says, or the one missing-sentence.
    pub lines: Vec<Link>,
}

/// An office where the service is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Office {
    /// `offered_at.N`
    pub path: String,
    /// Number from 1.
    pub number: usize,
    /// Its condition in words.
    pub condition: Option<Words>,
    /// The same without "hanya jika", as a line or a list.
    pub only_if: Option<Condition>,
    /// `item` where the answers decide it.
    pub states: Option<&'static str>,
    /// The agency, linked.
    pub agency: Link,
    /// The address in one line.
    pub address: Option<Words>,
    /// Its hours.
    pub hours: Vec<Hours>,
    /// Its channels.
    pub channels: Vec<Channel>,
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The question.
    pub question: Words,
    /// The answer as HTML made from Markdown.
    pub answer: String,
    /// Language of the answer where it is not the page's.
    pub lang: Option<String>,
    /// Direction of the answer where it is not the page's.
    pub dir: Option<&'static str>,
}

/// Links to other services under a term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Related {
    /// "Urus ini lebih dahulu"
    pub term: String,
    /// The services.
    pub links: Vec<Link>,
}

/// The decree, the source and the last check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Binding {
    /// "Yang mengikat adalah SK Nomor …" or "Nomor SK belum dicantumkan. …".
    pub sentence: String,
    /// A sentence about differing demands at the counter, where there is a decree.
    pub if_asked_for_more: Option<String>,
    /// `given`, `missing` or `absent`.
    pub state: &'static str,
    /// Number, date, signatory, validity, file; source; last check and by whom.
    pub facts: Vec<Fact>,
    /// ISO date of the page: the latest of changes, review and start; for `<time>`.
    pub date: Option<String>,
    /// The same in words: "Diperbarui 5 Januari 2026".
    pub date_words: Option<String>,
}

/// A change of the standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// ISO date.
    pub date: String,
    /// The date in words.
    pub date_words: String,
    /// What changed.
    pub note: Words,
}
