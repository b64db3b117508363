//! Services that belong together, sorted by the answers to the questions that they share.

use super::question::{self, Translate};
use super::service::Service;
use crate::diagnostic::Sink;
use crate::model::service::Question as QuestionDocument;
use crate::parse::Registries;
use crate::rule::check::Questions;
use crate::rule::compile::{Finder as Compiled, Projection, Sorted, Verdict, joint_domains};
use crate::rule::css;
use crate::rule::domain::{Domain, Domains};
use crate::rule::questions::MOST_ANSWERS;

/// The questions that decide something of some services, and what they decide.
#[derive(Debug)]
pub struct Finder<'a> {
    /// What was written of each question, in the order of questions.yaml.
    pub written: Vec<&'a QuestionDocument>,
    /// The same as the rules know them.
    pub questions: Questions,
    /// What the answers decide.
    pub compiled: Compiled,
    /// Each service, in the order given.
    pub services: Vec<Found>,
}

/// A service among those that are sorted.
#[derive(Debug, Default)]
pub struct Found {
    /// Its place among those that are compiled; `None` of one whose verdict the program does not know.
    pub place: Option<usize>,
    /// How many questions its verdict hangs on that are not asked here.
    pub further: usize,
    /// The answers that it tells apart, of each question that is asked here.
    pub asks: Vec<(usize, Domain)>,
}

impl<'a> Finder<'a> {
    /// Sorts services by the shared questions of a site; `None` where no answer decides anything.
    pub fn of(registries: &'a Registries, services: &[&Service<'_>]) -> Option<Self> {
        let projections: Vec<Option<Projection>> =
            services.iter().map(|service| projection(service)).collect();
        let read = services.iter().zip(&projections);
        let read: Vec<&str> = read.flat_map(|(service, one)| ids(service, one)).collect();
        let shared = registries.questions.list.iter();
        let written: Vec<&QuestionDocument> = shared
            .filter(|one| one.id.get().is_some_and(|id| read.contains(&&*id.value)))
            .collect();
        if written.is_empty() {
            return None;
        }
        let list = written.iter().filter_map(|one| question::as_written(one));
        let mut told = Sink::deaf();
        let questions = Questions::new(list.collect(), &[], &mut told);
        let ranges = Domains::of(&questions, [], &mut told)?;
        let (mut sorted, mut found) = (Vec::new(), Vec::new());
        for (service, projection) in services.iter().zip(projections) {
            let joint = joint(service, &questions);
            let mut own = Found::of(service, &joint);
            if let Some(projection) = projection {
                own.place = Some(sorted.len());
                let reads = projection.reads_besides().iter();
                own.further = reads.filter(|one| joint[**one].is_none()).count();
                sorted.push(Sorted { projection, joint });
            }
            found.push(own);
        }
        let domains = joint_domains(&mut sorted, &ranges.list);
        // Numbers that all services together cut into more bands than a question can have decide nothing here.
        let fits = domains
            .list
            .iter()
            .all(|domain| domain.size() <= MOST_ANSWERS);
        match fits.then(|| Compiled::compile(domains, &sorted)).flatten() {
            Some(compiled) => Some(Self {
                compiled,
                services: found,
                questions,
                written,
            }),
            None => Self::undecided(found),
        }
    }

    /// No question and no verdict, where the rules together are beyond the bounds.
    fn undecided(mut services: Vec<Found>) -> Option<Self> {
        for service in &mut services {
            service.place = None;
        }
        Some(Self {
            compiled: Compiled::compile(Domains::default(), &[])?,
            services,
            questions: Questions::new(Vec::new(), &[], &mut Sink::deaf()),
            written: Vec::new(),
        })
    }

    /// The verdicts that a service can come to, with that of open answers where nothing is sure; none where the program
    /// does not know.
    pub fn parts(&self, service: &Found) -> Vec<Verdict> {
        let Some(place) = service.place else {
            return Vec::new();
        };
        match self.compiled.verdict(place, &[]) {
            Verdict::Incomplete => {
                let reached = self.compiled.found[place].iter();
                let reached = reached.map(|(verdict, _)| *verdict);
                reached.chain([Verdict::Incomplete]).collect()
            }
            sure => vec![sure],
        }
    }

    /// The questions in the words of a translation.
    pub fn questions_in(&self, translate: Translate<'_>) -> Questions {
        let list = self.written.iter();
        let list = list.filter_map(|one| question::read(one, translate));
        let mut questions = self.questions.clone();
        questions.list = list.collect();
        questions
    }

    /// The styles by which its page sorts without script.
    pub fn style(&self) -> String {
        css::finder_styles(&self.compiled, &self.questions)
    }
}

impl Found {
    fn of(service: &Service<'_>, joint: &[Option<usize>]) -> Self {
        let domains = service.checklist.as_ref().map(|one| &one.domains.list);
        let domains = domains.map_or(&[][..], Vec::as_slice);
        let asks = joint.iter().zip(domains);
        let asks = asks.filter_map(|(joint, domain)| Some(((*joint)?, domain.clone())));
        Self {
            place: None,
            further: 0,
            asks: asks.collect(),
        }
    }
}

/// The verdicts of a service over the questions that it shares; `None` for one that asks nothing or is not understood.
fn projection(service: &Service<'_>) -> Option<Projection> {
    let list = &service.questions.list;
    let shared = |question: usize| {
        list.get(question)
            .is_some_and(|one| is_shared(service, &one.id))
    };
    Projection::of(service.checklist.as_ref()?, &shared)
}

fn is_shared(service: &Service<'_>, id: &str) -> bool {
    service.posed(id).is_some_and(|posed| posed.is_shared)
}

/// The shared questions that decide something of a service.
fn ids<'s>(service: &'s Service<'_>, projection: &Option<Projection>) -> Vec<&'s str> {
    let reads = projection.iter().flat_map(Projection::reads);
    let asked = reads.filter_map(|question| service.questions.list.get(question));
    asked.map(|question| question.id.as_str()).collect()
}

/// What each question of a service is among those of all.
fn joint(service: &Service<'_>, questions: &Questions) -> Vec<Option<usize>> {
    let own = service.questions.list.iter();
    own.map(|one| {
        questions
            .find(&one.id)
            .filter(|_| is_shared(service, &one.id))
    })
    .collect()
}

/// The shared questions whose answers decide something of a service by themselves.
pub(super) fn sorted_by(service: &Service<'_>) -> Vec<String> {
    if !service.posed.iter().any(|posed| posed.is_shared) {
        return Vec::new();
    }
    let ids = ids(service, &projection(service));
    ids.into_iter().map(str::to_owned).collect()
}
