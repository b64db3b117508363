//! What the rules cost, as a share of a whole build in the same run: `cargo bench --bench rules`.
//!
//! Two sites: the example town, and one service of 12 questions with 6 options each, 12 conditions and 6 criteria.
//! *Compiled* is the way from checked conditions to terms and styles; *checked* is everything before rendering,
//! with the analysis of the rules. Times are the median of several runs, and are printed, never judged. The large
//! service is also held against its conditions under 10,000 complete sets of answers, and parts of them.

#![allow(clippy::expect_used, reason = "a program for the developer")]

use std::time::{Duration, Instant};

use maklumat::analyze::Deny;
use maklumat::diagnostic::Sink;
use maklumat::disk::SiteFolder;
use maklumat::output::MemoryOutput;
use maklumat::pipeline::{Settings, check, compile};
use maklumat::resolve::names::Names;
use maklumat::route::Drafts;
use maklumat::rule::check::Questions;
use maklumat::rule::compile::{Checklist, Kind, Rules, State};
use maklumat::rule::css::styles;
use maklumat::rule::domain::Domains;
use maklumat::source::{MemorySources, Sources};
use maklumat::theme::{Form, Theme};

const RUNS: usize = 9;

fn main() {
    let town = SiteFolder::new(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/kota-contoh"),
    );
    let large = large_site();
    println!(
        "| site | services | whole build | checked | compiled | answers named | styles (bytes) |"
    );
    println!("| --- | --: | --: | --: | --: | --: | --: |");
    row("the example town", &town);
    row("12 questions of 6 options", &large);
    exact(&large);
}

fn settings() -> Settings {
    Settings {
        today: jiff::civil::date(2026, 1, 1),
        base_url: None,
        form: Form::Minified,
        keeps: true,
        drafts: Drafts::Without,
        deny: Deny::Errors,
    }
}

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}

fn row(name: &str, sources: &dyn Sources) {
    let (theme, settings) = (Theme::embedded(), settings());
    let services = services(sources);
    let whole = median(|| {
        let mut output = MemoryOutput::default();
        let report = compile(sources, &theme, &settings, &mut output).expect("a site");
        assert!(report.pages > 0, "nothing was built");
    });
    let checked = median(|| {
        check(sources, None, &settings).expect("sources that can be read");
    });
    let compiled =
        median(|| assert_eq!(services.iter().filter_map(all_of).count(), services.len()));
    let made: Vec<(usize, usize)> = services.iter().filter_map(all_of).collect();
    let sum = |of: fn(&(usize, usize)) -> usize| made.iter().map(of).sum::<usize>();
    let share = |part: Duration| {
        let part = part.as_secs_f64();
        format!(
            "{:.1} ms, {:.1} %",
            part * 1e3,
            part * 100.0 / whole.as_secs_f64()
        )
    };
    println!(
        "| {name} | {} | {:.1} ms | {} | {} | {} | {} |",
        made.len(),
        whole.as_secs_f64() * 1e3,
        share(checked),
        share(compiled),
        sum(|one| one.0),
        sum(|one| one.1),
    );
}

/// The rules of a service, as they are compiled.
struct Asked {
    questions: Questions,
    rules: Rules,
    /// What the page calls each item.
    names: Vec<String>,
}

/// The services that ask something.
fn services(sources: &dyn Sources) -> Vec<Asked> {
    let (report, sound) = check(sources, None, &settings()).expect("sources that can be read");
    let sound = sound.unwrap_or_else(|| panic!("{:?}", report.findings));
    let site = sound.site();
    let names = Names::new(&site.layout, &site.registries);
    let read = |entry| {
        let read = sound.read(entry, sources).expect("an unchanged service");
        let read = read.resolve(&names);
        let service = read.service();
        service.checklist.is_some().then(|| Asked {
            questions: service.questions.clone(),
            rules: service.rules.clone(),
            names: service.items.iter().map(|item| item.path.clone()).collect(),
        })
    };
    site.entries.iter().filter_map(read).collect()
}

fn checklist(service: &Asked) -> Option<Checklist> {
    let mut sink = Sink::default();
    let domains = Domains::of(&service.questions, service.rules.each(), &mut sink)?;
    Checklist::compile(domains, &service.rules, &mut sink)
}

/// Answers that the terms name, and bytes of styles.
fn all_of(service: &Asked) -> Option<(usize, usize)> {
    let made = checklist(service)?;
    let name = |key: usize| service.names[key].as_str();
    let styles = styles(&made, &service.questions, &name, &[], &[]);
    let terms = made.decisions.iter().flat_map(|decision| &decision.terms);
    let named: usize = terms.map(|term| term.allowed.len()).sum();
    Some((named, styles.len()))
}

/// A small generator of numbers.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 20) % end as u64).unwrap_or_default()
    }
}

/// A condition of three to five answers.
fn condition(random: &mut Random, atoms: usize) -> String {
    if atoms == 1 {
        let (one, other) = (random.below(6), random.below(6));
        let question = random.below(12);
        return match random.below(3) {
            0 => format!("tanya_{question} = pilihan_{one}"),
            1 => format!("tanya_{question} != pilihan_{one}"),
            _ => format!(
                "tanya_{question} in [pilihan_{one}, pilihan_{}]",
                if one == other { (one + 1) % 6 } else { other }
            ),
        };
    }
    let left = 1 + random.below(atoms - 1);
    let word = ["and", "or"][random.below(2)];
    let (one, other) = (condition(random, left), condition(random, atoms - left));
    format!("(({one}) {word} ({other}))")
}

/// The first seed whose conditions the program accepts.
fn large_site() -> MemorySources {
    (1..500)
        .map(large_service)
        .find(|sources| check(sources, None, &settings()).is_ok_and(|(_, sound)| sound.is_some()))
        .expect("a service that is accepted")
}

fn large_service(seed: u64) -> MemorySources {
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mut text = "title: Layanan Besar\nquestions:\n".to_owned();
    for question in 0..12 {
        text += &format!(
            "  - id: tanya_{question}\n    ask: Apa jawaban ke-{question}?\n    choices:\n"
        );
        for option in 0..6 {
            text += &format!("      pilihan_{option}: Jawaban {option}\n");
        }
    }
    text += "requirements:\n";
    for item in 0..12 {
        let when = condition(&mut random, 3 + item % 3);
        text += &format!("  - text: Syarat {item}\n    when: {when}\n");
    }
    text += "eligibility:\n";
    for criterion in 0..6 {
        let must = condition(&mut random, 3 + criterion % 3);
        let kind = ["not_eligible", "not_needed", "do_first"][criterion % 3];
        text += &format!(
            "  - text: Kriteria {criterion}\n    must: {must}\n    otherwise:\n      kind: {kind}\n      say: Belum terpenuhi.\n"
        );
    }
    MemorySources::default()
        .with("site.yaml", "title: Situs Besar\nlanguages: [id]\n")
        .with("content/dinas-contoh/agency.yaml", "name: Dinas Contoh\n")
        .with("content/dinas-contoh/besar.yaml", text.as_str())
}

/// Ten thousand complete sets of answers, each also with some of them left open.
fn exact(sources: &dyn Sources) {
    let services = services(sources);
    let made = checklist(&services[0]).expect("a checklist");
    let gathered = &services[0].rules;
    let items = made.items.iter().map(|(_, condition)| *condition);
    let criteria = made.criteria.iter().map(|(_, condition, _)| *condition);
    let conditions: Vec<_> = items.chain(criteria).collect();
    let mut random = Random(12);
    let (mut compared, mut wrong) = (0, 0);
    for _ in 0..10_000 {
        let complete: Vec<u8> = (0..12)
            .map(|_| u8::try_from(random.below(6)).unwrap_or_default())
            .collect();
        let whole: Vec<Option<u8>> = complete.iter().copied().map(Some).collect();
        let part: Vec<Option<u8>> = whole
            .iter()
            .map(|one| one.filter(|_| random.below(2) == 0))
            .collect();
        let truths: Vec<bool> = gathered
            .each()
            .map(|rule| made.domains.holds(rule, &complete))
            .collect();
        for (condition, holds) in conditions.iter().zip(&truths) {
            let state = if *holds { State::Yes } else { State::No };
            let open = made.state(*condition, &part);
            compared += 2;
            wrong += usize::from(made.state(*condition, &whole) != state);
            wrong += usize::from(open != state && open != State::Maybe);
        }
        let fails = |wanted: Kind| {
            let mut all = gathered.criteria.iter().zip(&truths[made.items.len()..]);
            all.any(|((_, _, kind), met)| *kind == wanted && !met)
        };
        let verdict = if fails(Kind::NotEligible) {
            "not_eligible"
        } else if fails(Kind::NotNeeded) {
            "not_needed"
        } else if fails(Kind::DoFirst) {
            "do_first"
        } else {
            "eligible"
        };
        let open = made.verdict(&part).name();
        compared += 2;
        wrong += usize::from(made.verdict(&whole).name() != verdict);
        wrong += usize::from(open != verdict && open != "incomplete");
    }
    println!(
        "\n10,000 complete sets of answers and parts of them: {compared} states and verdicts, {wrong} differences"
    );
    assert_eq!(wrong, 0);
}
