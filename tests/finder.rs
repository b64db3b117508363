//! Services sorted by the questions that they share, against trying every way to answer everything.

mod written;

use std::collections::BTreeSet;
use std::io::Write;

use maklumat::analyze::SoundSite;
use maklumat::model::service::Verdict as Named;
use maklumat::resolve::ServiceEntry;
use maklumat::resolve::finder::Finder;
use maklumat::resolve::names::Names;
use maklumat::resolve::service::Service;
use maklumat::rule::compile::Verdict;
use maklumat::rule::domain::Domain;
use maklumat::rule::questions::Answer;
use scraper::{Html, Selector};

use crate::oracle::random::Random;
use crate::site::Site;

const LIST: &str = "\
- {id: menikah, ask: Apakah Anda sudah menikah?, yes_no: true, phrase: Anda sudah menikah, phrase_not: Anda belum menikah}
- {id: usia, ask: Berapa usia Anda?, number: {min: 0, max: 9, unit: tahun}, phrase: \"usia Anda {}\"}
- id: warga
  ask: Apa kewarganegaraan Anda?
  choices:
    wni: {label: WNI, phrase: Anda WNI}
    wna: {label: WNA, phrase: Anda WNA}
    lain: {label: Lainnya, phrase: Anda tanpa kewarganegaraan}
";

/// How many towns are drawn, and services in each.
const TOWNS: usize = 40;
const SERVICES: usize = 4;

/// A condition over the shared questions and one of the service's own.
fn condition(random: &mut Random, depth: usize) -> String {
    if depth == 0 || random.below(3) == 0 {
        return match random.below(5) {
            0 => "menikah".to_owned(),
            1 => "sendiri".to_owned(),
            2 => format!("usia >= {}", random.integer(1, 9)),
            3 => format!("usia <= {}", random.integer(0, 8)),
            _ => format!("warga = {}", ["wni", "wna", "lain"][random.below(3)]),
        };
    }
    let word = ["and", "or"][random.below(2)];
    let (one, other) = (condition(random, depth - 1), condition(random, depth - 1));
    match random.below(4) {
        0 => format!("not ({one} {word} {other})"),
        _ => format!("({one} {word} {other})"),
    }
}

fn service(random: &mut Random, number: usize) -> String {
    let mut text = format!(
        "title: Layanan {number}\ncategory: surat\nquestions:\n  - usia\n  - menikah\n  - warga\n  - {{id: sendiri, ask: Apakah begitu {number}?, yes_no: true}}\nrequirements:\n"
    );
    for kind in ["not_eligible", "do_first", "not_needed"] {
        if random.below(3) > 0 {
            let must = condition(random, 2);
            text += &format!(
                "  - text: Contoh {kind}\n    must: {must}\n    otherwise: {{kind: {kind}, say: Contoh.}}\n"
            );
        }
    }
    text += &format!("  - text: Dokumen\n    when: {}\n", condition(random, 1));
    if random.below(3) == 0 {
        let when = condition(random, 2);
        text += &format!("unsettled:\n  - when: {when}\n    say: Belum diatur.\n");
    }
    text
}

fn town(random: &mut Random, services: usize) -> Site {
    let services = (0..services).map(|number| {
        let path = format!("content/dinas-contoh/layanan-{number}.yaml");
        (path, service(random, number))
    });
    Site::new()
        .with("content/questions.yaml", LIST)
        .with("content/categories.yaml", "- {id: surat, title: Surat}\n")
        .with_all(services.collect::<Vec<_>>())
}

/// Runs something on the services of a site; nothing where what was drawn makes no sound site.
fn with_services<T>(site: &Site, run: impl FnOnce(&SoundSite, &[&Service<'_>]) -> T) -> Option<T> {
    with_entries(site, |sound, services| {
        let services: Vec<&Service<'_>> = services.iter().map(|(_, service)| *service).collect();
        run(sound, &services)
    })
}

/// The same, each service with its entry.
fn with_entries<T>(
    site: &Site,
    run: impl FnOnce(&SoundSite, &[(&ServiceEntry, &Service<'_>)]) -> T,
) -> Option<T> {
    let (_, sound) = site.check();
    let sound = sound?;
    let names = Names::new(&sound.site().layout, &sound.site().registries);
    let entries = sound.site().entries.iter();
    let read: Vec<_> = entries
        .map(|entry| sound.read(entry, site).expect("unchanged"))
        .collect();
    let resolved: Vec<_> = read.iter().map(|one| one.resolve(&names)).collect();
    let services = resolved.iter().map(|one| (one.entry(), one.service()));
    Some(run(&sound, &services.collect::<Vec<_>>()))
}

/// Everything that a question can be answered, as rules know it.
fn every(domain: &Domain, question: &maklumat::rule::questions::Question) -> Vec<Answer> {
    match (domain, &question.kind) {
        (Domain::Bands(_), maklumat::rule::questions::Kind::Number { min, max, .. }) => {
            (*min..=*max).map(Answer::Number).collect()
        }
        (domain, _) => (0..domain.size())
            .map(|place| Answer::Choice(u8::try_from(place).expect("few")))
            .collect(),
    }
}

/// The verdict of a service for answers to all shared questions and its own: `None` for its own.
fn verdict(service: &Service<'_>, ids: &[&str], shared: &[Answer], own: Answer) -> Verdict {
    let checklist = service.checklist.as_ref().expect("a checklist");
    let answers = service.questions.list.iter().enumerate();
    let answers: Vec<Option<u8>> = answers
        .map(|(at, question)| {
            let place = ids.iter().position(|id| *id == question.id);
            let answer = place.map_or(own, |place| shared[place]);
            checklist.domains.index(at, answer)
        })
        .collect();
    assert!(answers.iter().all(Option::is_some));
    checklist.verdict(&answers)
}

/// All ways to take one of each.
fn product<T: Copy>(lists: &[Vec<T>]) -> Vec<Vec<T>> {
    let start = vec![Vec::new()];
    lists.iter().fold(start, |ways, list| {
        let longer = ways.iter().flat_map(|way| {
            list.iter().map(|one| {
                let mut way = way.clone();
                way.push(*one);
                way
            })
        });
        longer.collect()
    })
}

/// Compares what a finder says with what all completions say; how many partial answers were compared.
fn compare(finder: &Finder<'_>, services: &[&Service<'_>]) -> usize {
    let questions = &finder.questions.list;
    let domains = &finder.compiled.checklist.domains;
    let ids: Vec<&str> = questions.iter().map(|one| one.id.as_str()).collect();
    let all: Vec<Vec<Answer>> = questions
        .iter()
        .zip(&domains.list)
        .map(|(question, domain)| every(domain, question))
        .collect();
    let others = ["usia", "menikah", "warga"]
        .iter()
        .filter(|id| !ids.contains(id));
    assert_eq!(others.count() + ids.len(), 3);
    let whole = product(&all);
    // What each service comes to, whatever its own question and what is asked nowhere says.
    let truths: Vec<Vec<BTreeSet<Verdict>>> = whole
        .iter()
        .map(|shared| {
            services
                .iter()
                .map(|service| truths(service, &ids, shared))
                .collect()
        })
        .collect();
    let answers = domains.list.iter().map(|domain| {
        let places = (0..domain.size()).map(|place| u8::try_from(place).ok());
        std::iter::once(None)
            .chain(places)
            .collect::<Vec<Option<u8>>>()
    });
    let partial = product(&answers.collect::<Vec<_>>());
    for given in &partial {
        let within = |shared: &Vec<Answer>| {
            given
                .iter()
                .enumerate()
                .all(|(at, place)| place.is_none() || domains.index(at, shared[at]) == *place)
        };
        let completions: Vec<usize> = (0..whole.len()).filter(|at| within(&whole[*at])).collect();
        for (at, found) in finder.services.iter().enumerate() {
            let number = found.place.expect("it asks");
            let verdicts: BTreeSet<Verdict> = completions
                .iter()
                .flat_map(|one| truths[*one][at].iter().copied())
                .collect();
            let only = verdicts.iter().next().filter(|_| verdicts.len() == 1);
            let expected = only.copied().unwrap_or(Verdict::Incomplete);
            assert_eq!(
                finder.compiled.verdict(number, given),
                expected,
                "{ids:?} {given:?}"
            );
        }
        irrelevance(finder, given, &whole, &completions, &truths);
    }
    partial.len()
}

/// An open question hides exactly when no completion of the others lets it move a service.
fn irrelevance(
    finder: &Finder<'_>,
    given: &[Option<u8>],
    whole: &[Vec<Answer>],
    completions: &[usize],
    truths: &[Vec<BTreeSet<Verdict>>],
) {
    let sorted = |one: usize| -> Vec<Option<Verdict>> {
        let each = truths[one].iter();
        each.map(|all| all.iter().next().copied().filter(|_| all.len() == 1))
            .collect()
    };
    for (at, _) in given
        .iter()
        .enumerate()
        .filter(|(_, answer)| answer.is_none())
    {
        let apart = |one: &usize, other: &usize| {
            let differ =
                |(place, own): (usize, &Answer)| place != at && *own != whole[*other][place];
            !whole[*one].iter().enumerate().any(differ)
        };
        let moves = completions.iter().any(|one| {
            let mut others = completions.iter();
            others.any(|other| apart(one, other) && sorted(*one) != sorted(*other))
        });
        let hides = finder.compiled.checklist.irrelevant(at, given);
        assert_eq!(hides, !moves, "{} {given:?}", finder.questions.list[at].id);
    }
}

fn truths(service: &Service<'_>, ids: &[&str], shared: &[Answer]) -> BTreeSet<Verdict> {
    let checklist = service.checklist.as_ref().expect("a checklist");
    // Shared questions that decide nothing are not asked: they are open, as the service's own are.
    let open = service.questions.list.iter().zip(&checklist.domains.list);
    let open: Vec<(&str, Vec<Answer>)> = open
        .filter(|(question, _)| !ids.contains(&&*question.id))
        .map(|(question, domain)| (question.id.as_str(), every(domain, question)))
        .collect();
    let names: Vec<&str> = ids
        .iter()
        .copied()
        .chain(open.iter().map(|(id, _)| *id))
        .collect();
    let lists: Vec<Vec<Answer>> = open.into_iter().map(|(_, answers)| answers).collect();
    product(&lists)
        .into_iter()
        .map(|own| {
            let answers = [shared, &own].concat();
            verdict(service, &names, &answers, Answer::Choice(0))
        })
        .collect()
}

#[test]
fn services_stand_where_every_completion_puts_them() {
    let mut random = Random(0x6c61_7961_6e61_6e21);
    let (mut compared, mut towns) = (0, 0);
    let mut reached = BTreeSet::new();
    for _ in 0..TOWNS {
        let site = town(&mut random, SERVICES);
        let found = with_services(&site, |sound, services| {
            let finder = Finder::of(&sound.site().registries, services)?;
            let verdicts = finder.compiled.found.iter().flatten();
            reached.extend(verdicts.map(|(verdict, _)| *verdict));
            Some(compare(&finder, services))
        });
        if let Some(count) = found.flatten() {
            compared += count;
            towns += 1;
        }
    }
    println!("{compared} partial answers in {towns} towns");
    assert!(
        towns >= 10 && compared > 1_000,
        "{compared} in {towns} towns"
    );
    assert_eq!(reached.len(), Verdict::DECIDED.len(), "{reached:?}");
    assert_eq!(Named::CHOICES.len(), Verdict::DECIDED.len() + 1);
}

const MARRIED: &str = "title: Buku Nikah\ncategory: surat\nquestions: [menikah]\nrequirements:\n  - text: Telah menikah\n    must: menikah\n";
const CARD: &str = "title: KTP\ncategory: surat\nquestions:\n  - usia\n  - {id: rekam, ask: Sudah merekam?, yes_no: true}\nrequirements:\n  - text: Telah berusia 7\n    must: usia >= 7\n  - text: Telah merekam\n    must: rekam\n    otherwise: {kind: do_first, say: Rekam dulu.}\n";
const FREE: &str = "title: Legalisasi\ncategory: surat\nrequirements:\n  - Surat asli\n";

fn small() -> Site {
    Site::new()
        .with("content/questions.yaml", LIST)
        .with(
            "content/categories.yaml",
            "- {id: surat, title: Surat}\n- {id: lain, title: Lain}\n",
        )
        .with("content/dinas-contoh/nikah.yaml", MARRIED)
        .with("content/dinas-contoh/ktp.yaml", CARD)
        .with("content/dinas-contoh/legalisasi.yaml", FREE)
}

fn selected(page: &str, selector: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    let selector = Selector::parse(selector).expect("a selector");
    let found = html
        .select(&selector)
        .map(|one| one.text().collect::<String>());
    found.map(|text| text.trim().to_owned()).collect()
}

#[test]
fn a_page_has_each_service_in_every_part_that_it_can_come_to() {
    let built = small().build();
    let page = built.page("kategori/surat-untuk-saya.html");
    let of = |verdict: &str| selected(page, &format!("[data-sorted={verdict}] li a"));
    assert_eq!(of("eligible"), ["Buku Nikah"]);
    assert_eq!(of("not_eligible"), ["KTP", "Buku Nikah"]);
    assert_eq!(of("incomplete"), ["KTP", "Buku Nikah"]);
    assert_eq!(of("do_first"), Vec::<String>::new());
    assert_eq!(
        selected(page, "#result > section:not([data-sorted]) li a"),
        ["Legalisasi"]
    );
    assert_eq!(selected(page, "[data-question]").len(), 2);
    assert!(page.contains("jawab 1 pertanyaan lagi di halamannya"));
    let numbers = ["1", "2"].map(|one| selected(page, &format!("[data-found='{one}']")).len());
    assert_eq!(numbers, [2, 3]);
    assert!(page.contains("data-asks=\"usia=0,7\""));
}

#[test]
fn a_topic_has_the_page_only_where_an_answer_decides_and_services_are_few() {
    let has = |site: &Site| {
        site.build()
            .files
            .contains_key("kategori/surat-untuk-saya.html")
    };
    assert!(has(&small()));
    let without = small().with(
        "content/dinas-contoh/nikah.yaml",
        MARRIED.replace("must: menikah", "when: menikah"),
    );
    assert!(has(&without));
    let card = CARD.replace("must: usia >= 7", "when: usia >= 7");
    assert!(!has(&without.with("content/dinas-contoh/ktp.yaml", card)));
    let more = |count: usize| {
        let each = (0..count).map(|at| (format!("content/dinas-contoh/l{at}.yaml"), FREE));
        small().with_all(each.collect::<Vec<_>>())
    };
    assert!(has(&more(27)));
    assert!(!has(&more(28)));
}

#[test]
fn a_change_of_a_service_that_was_checked_stops_its_finder() {
    let site = small();
    let (_, sound) = site.check();
    let sound = sound.expect("sound");
    let entry = sound.site().service("dinas-contoh/ktp").expect("an entry");
    let changed = site.with("content/dinas-contoh/ktp.yaml", CARD.replace("7", "8"));
    assert!(sound.read(entry, &changed).is_err());
}

#[test]
fn thirty_services_that_have_little_in_common_fit_the_first_flight() {
    let mut random = Random(0x7469_6761_7075_6c75);
    let found = std::iter::repeat_with(|| town(&mut random, 8)).find_map(|site| {
        let (report, _) = site.check();
        (!report.has_errors()).then_some(site)
    });
    // As many names as the page may hold; the rules of eight services, three times with other questions of their own.
    let site = found
        .expect("a sound town")
        .form(maklumat::theme::Form::Minified);
    let copied = (8..30).map(|number| {
        let text = site.text(&format!("content/dinas-contoh/layanan-{}.yaml", number % 8));
        let text = text.replacen(
            "title: Layanan",
            &format!("title: Surat {number} untuk Layanan"),
            1,
        );
        (format!("content/dinas-contoh/layanan-{number}.yaml"), text)
    });
    let copied: Vec<(String, String)> = copied.collect();
    let built = site.with_all(copied).build();
    let page = built.page("kategori/surat-untuk-saya.html");
    let names: BTreeSet<String> = selected(page, "[data-sorted] li a").into_iter().collect();
    assert_eq!(names.len(), 30);
    let mut zipped = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    zipped.write_all(page.as_bytes()).expect("in memory");
    let size = zipped.finish().expect("in memory").len();
    println!("{size} bytes");
    assert!(size <= 14_600, "{size} bytes");
}

/// Each service alone cuts the number into fewer bands than a question may have, both together into more.
#[test]
fn rules_that_together_are_beyond_the_bounds_decide_nothing_and_have_their_page() {
    let odd = |from: u32| {
        let all = (from..from + 60).filter(|number| number % 2 == 1);
        let all: Vec<String> = all.map(|number| format!("nomor != {number}")).collect();
        all.join(" and ")
    };
    let service = |title: &str, from| {
        format!(
            "title: {title}\ncategory: surat\nquestions: [nomor]\nrequirements:\n  - text: Contoh nomor\n    must: {}\n",
            odd(from)
        )
    };
    let site = Site::new()
        .with(
            "content/questions.yaml",
            "- {id: nomor, ask: Nomor berapa?, number: {min: 0, max: 200}, phrase: \"nomor Anda {}\"}\n",
        )
        .with("content/categories.yaml", "- {id: surat, title: Surat}\n")
        .with("content/dinas-contoh/satu.yaml", service("Satu", 1))
        .with("content/dinas-contoh/dua.yaml", service("Dua", 101));
    let built = site.build();
    let page = built.page("kategori/surat-untuk-saya.html");
    assert_eq!(selected(page, "[data-question]").len(), 0);
    assert_eq!(selected(page, "[data-sorted]").len(), 0);
    assert_eq!(selected(page, "#result li a"), ["Dua", "Satu"]);
    let offline: serde_json::Value =
        serde_json::from_str(built.page("offline.json")).expect("JSON");
    assert!(offline["files"]["kategori/surat-untuk-saya.html"].is_string());
}
