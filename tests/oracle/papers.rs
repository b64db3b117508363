//! What one brings is the same in the tests of staff, in the decision table and on the page.

use std::collections::BTreeSet;

use maklumat::diagnostic::{Code, Lang};
use maklumat::resolve::names::Names;
use maklumat::rule::compile::Verdict;
use maklumat::table;
use scraper::{Html, Selector};

use super::truths::digits;
use super::{AROUND, Judge, Taken, drawn_services};
use crate::site::Site;

/// A verdict with the papers that stand under it.
type Outcomes = BTreeSet<(String, Vec<String>)>;

/// Tests of staff that are written for a drawn service.
const TESTS: usize = 12;

impl Judge {
    /// The papers that a complete set of answers asks for, of these.
    fn brought(&self, papers: &[String], complete: usize) -> Vec<String> {
        let needed = |path: &&String| {
            let condition = self.items.iter().position(|item| item == *path);
            condition.is_none_or(|at| self.truths.rows[complete][at])
        };
        papers.iter().filter(needed).cloned().collect()
    }

    /// Every verdict with its papers.
    fn outcomes(&self, papers: &[String]) -> Outcomes {
        let outcome = |complete: usize| {
            let verdict = self.truths.verdict(complete).name();
            match verdict {
                "not_eligible" | "not_needed" => (verdict.to_owned(), Vec::new()),
                _ => (verdict.to_owned(), self.brought(papers, complete)),
            }
        };
        (0..self.truths.rows.len()).map(outcome).collect()
    }
}

/// The papers that the page of a service offers to tick off, in the order of the file: the page has them by place.
fn ticks(page: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    let tick = Selector::parse("[data-tick]").expect("a selector");
    let paths = html.select(&tick).filter_map(|tick| tick.attr("data-tick"));
    let mut paths: Vec<String> = paths.map(str::to_owned).collect();
    paths.sort_by_key(|path| {
        let numbers = path.split('.').skip(1);
        numbers
            .map(|number| number.parse().expect("a number"))
            .collect::<Vec<usize>>()
    });
    paths
}

/// Every result of the table of each service, by the address of its page.
fn tables(site: &Site) -> Vec<(String, Outcomes)> {
    let sound = site.check().1.expect("a sound site");
    let resolved = sound.site();
    let names = Names::new(&resolved.layout, &resolved.registries);
    let table = |entry| {
        let read = sound.read(entry, site).expect("an unchanged service");
        let service = read.resolve(&names);
        let rows = table::rows(service.service(), None, Lang::Id).expect("a table");
        let path = |paper: &String| {
            let number = paper.split(". ").next().unwrap_or_default();
            format!("requirements.{number}")
        };
        let outcomes = rows.iter().map(|row| {
            let papers = row.papers.iter().map(path).collect();
            (row.verdict.to_owned(), papers)
        });
        (entry.address(), outcomes.collect())
    };
    resolved.entries.iter().map(table).collect()
}

/// A drawn service with a test of staff for some of its answers; `bring` says what each brings.
fn with_tests(one: &Taken, bring: impl Fn(usize) -> Vec<String>) -> (String, usize) {
    let truths = &one.judge.truths;
    let mut yaml = format!("{}tests:\n", one.yaml);
    let count = truths.rows.len();
    let admitted = |complete: &usize| {
        let verdict = truths.verdict(*complete);
        matches!(
            verdict,
            Verdict::Eligible | Verdict::DoFirst | Verdict::AskFirst
        )
    };
    let mut written = 0;
    for complete in (0..count)
        .step_by(count.div_ceil(100))
        .filter(admitted)
        .take(TESTS)
    {
        written += 1;
        yaml += &format!("  - name: Uji {complete}\n    answers:\n");
        let answers = digits(complete, &truths.sizes);
        for ((name, values), answer) in one.judge.names.iter().zip(&one.judge.values).zip(answers) {
            yaml += &format!("      {name}: {}\n", values[usize::from(answer)]);
        }
        yaml += "    bring:";
        let papers = bring(complete);
        yaml += if papers.is_empty() { " []\n" } else { "\n" };
        for path in papers {
            let number = path.trim_start_matches("requirements.");
            yaml += &format!("      - \"{number}\"\n");
        }
    }
    (
        yaml.replace(
            "tests:\n",
            if one.yaml.starts_with("judul") {
                "uji:\n"
            } else {
                "tests:\n"
            },
        ),
        written,
    )
}

/// How many tests of staff fail.
fn failing(path: &str, yaml: &str) -> usize {
    let (report, _) = Site::of(AROUND).with(path, yaml).check();
    let findings = report.findings.iter();
    findings
        .filter(|finding| finding.code == Code::K0801)
        .count()
}

#[test]
fn tests_table_and_page_name_the_same_papers_of_drawn_services() {
    let (taken, _) = drawn_services();
    let (mut tests, mut results, mut papers) = (0, 0, 0);
    for one in taken {
        let site = Site::of(AROUND).with(&one.path, &one.yaml);
        let (address, table) = tables(&site).pop().expect("a service");
        assert_eq!(
            ticks(site.build().page(&address)),
            one.papers,
            "{}",
            one.yaml
        );
        assert_eq!(table, one.judge.outcomes(&one.papers), "{}", one.yaml);
        let (yaml, written) = with_tests(one, |complete| one.judge.brought(&one.papers, complete));
        assert_eq!(failing(&one.path, &yaml), 0, "{yaml}");
        tests += written;
        results += table.len();
        papers += one.papers.len();
    }
    println!(
        "{} services, {papers} papers, {results} results, {tests} tests",
        taken.len()
    );
    let all: String = taken.iter().map(|one| one.yaml.as_str()).collect();
    for word in [
        "pembayaran",
        "payment",
        "hadir",
        "salah_satu",
        "any_of",
        "rincian",
    ] {
        assert!(all.contains(word), "no drawn service has {word}");
    }
}

/// Whoever counts a payment among the papers, or forgets one in a group, is noticed.
#[test]
fn other_papers_are_noticed() {
    let (taken, _) = drawn_services();
    let (mut tests, mut noticed) = (0, 0);
    for one in taken {
        let Some(left_out) = one.papers.last() else {
            continue;
        };
        let fewer: Vec<String> = one
            .papers
            .iter()
            .filter(|path| *path != left_out)
            .cloned()
            .collect();
        let site = Site::of(AROUND).with(&one.path, &one.yaml);
        assert_ne!(ticks(site.build().page(&tables(&site)[0].0)), fewer);
        let reached = one.judge.outcomes(&one.papers) != one.judge.outcomes(&fewer);
        assert_eq!(
            tables(&site)[0].1 != one.judge.outcomes(&fewer),
            reached,
            "{}",
            one.yaml
        );
        let (yaml, _) = with_tests(one, |complete| one.judge.brought(&fewer, complete));
        let wrong = with_tests(one, |complete| one.judge.brought(&one.papers, complete)).0 != yaml;
        tests += usize::from(wrong);
        noticed += usize::from(wrong && failing(&one.path, &yaml) > 0);
    }
    assert!(tests >= 10, "{tests}");
    assert_eq!(tests, noticed);
}

/// The same of the example town, whose tests of staff stand in its files.
#[test]
fn tests_table_and_page_of_the_example_town_agree() {
    let site = Site::read("tests/sites/kota-contoh");
    let (report, _) = site.check();
    assert!(
        !report
            .findings
            .iter()
            .any(|finding| finding.code == Code::K0801)
    );
    let built = site.build();
    let mut asked = 0;
    let judges = super::judged(&site).expect("a sound site");
    for (address, table) in tables(&site) {
        let Some((_, judge)) = judges.iter().find(|(known, _)| *known == address) else {
            continue;
        };
        assert_eq!(
            table,
            judge.outcomes(&ticks(built.page(&address))),
            "{address}"
        );
        asked += 1;
    }
    assert!(asked >= 5, "{asked}");
}
