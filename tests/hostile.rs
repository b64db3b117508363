//! A file made to be slow is answered at once: the work grows with a file's size, not with its square.

use maklumat::diagnostic::Lang;
use maklumat::diagnostic::format::{Colour, github, human, human_each, json, sarif, short};

use crate::site::{SERVICE, Site};

/// How large the files are, in bytes.
const SIZE: usize = 100_000;

/// What one of them may take in a build for tests, in seconds of work. In a release it is a tenth, and a file of 1 MB takes
/// ten times as long as one of these, where a square would take a hundred times.
const CEILING: f64 = 3.0;

/// The largest file that is read, and what each may take.
const LARGEST: usize = 999_000;
const CEILING_OF_LARGEST: f64 = 20.0;

/// How many files of that size are tried, unless the run is full.
const OF_LARGEST: usize = 3;

/// A translation, and the original that it is of.
const ENGLISH: &str = "content/dinas-contoh/besar.en.yaml";
const ORIGINAL: &str = "content/dinas-contoh/besar.yaml";

/// Ten questions, and ten fees of which each depends on one: a thousand sums.
const TEN_CHOICES: &str = "judul: Contoh
pertanyaan:
  - {id: a, tanya: A?, ya_tidak: ya}
  - {id: b, tanya: B?, ya_tidak: ya}
  - {id: c, tanya: C?, ya_tidak: ya}
  - {id: d, tanya: D?, ya_tidak: ya}
  - {id: e, tanya: E?, ya_tidak: ya}
  - {id: f, tanya: F?, ya_tidak: ya}
  - {id: g, tanya: G?, ya_tidak: ya}
  - {id: h, tanya: H?, ya_tidak: ya}
  - {id: i, tanya: I?, ya_tidak: ya}
  - {id: j, tanya: J?, ya_tidak: ya}
";
const TEN_FEES: [&str; 10] = [
    "  - {rupiah: 1, jika: a}\n",
    "  - {rupiah: 2, jika: b}\n",
    "  - {rupiah: 4, jika: c}\n",
    "  - {rupiah: 8, jika: d}\n",
    "  - {rupiah: 16, jika: e}\n",
    "  - {rupiah: 32, jika: f}\n",
    "  - {rupiah: 64, jika: g}\n",
    "  - {rupiah: 128, jika: h}\n",
    "  - {rupiah: 256, jika: i}\n",
    "  - {rupiah: 512, jika: j}\n",
];

/// The same of a question with many options.
const ENGLISH_OPTIONS: &str = "content/dinas-contoh/pilihan.en.yaml";
const OPTIONS: &str = "content/dinas-contoh/pilihan.yaml";
const HEAD_OF_OPTIONS: [&str; 2] = [
    "pertanyaan:\n  - id: q\n    tanya: Apa\n    pilihan:\n",
    "pertanyaan:\n  q:\n    pilihan:\n",
];

/// A text after `head`, repeated as often as the size allows; `{}` is the number of the repetition.
fn repeated(size: usize, head: &str, part: &str) -> String {
    let mut text = head.to_owned();
    let mut number = 0;
    while text.len() + part.len() < size {
        text.push_str(&part.replace("{}", &number.to_string()));
        number += 1;
    }
    text
}

/// Files of a size by what is slow about them: the file's path and its text.
fn cases(size: usize) -> Vec<(&'static str, &'static str, String)> {
    let repeated = |head: &str, part: &str| repeated(size, head, part);
    let yaml = |name, head: &str, part: &str| (name, SERVICE, repeated(head, part));
    let closed =
        |name, head: &str, part: &str, end: &str| (name, SERVICE, repeated(head, part) + end);
    let markdown = |name, part: &str| {
        let head = "---\njudul: Contoh\n---\n\n";
        (name, "content/pages/contoh.md", repeated(head, part))
    };
    let title = "judul: Contoh\n";
    vec![
        yaml("unknown keys", title, "kunci_{}: 1\n"),
        yaml("keys that are near", title, "ringkasn{}: 1\n"),
        yaml("one key again and again", title, "judul: Contoh\n"),
        yaml("null keys", title, "~: 1\n"),
        yaml(
            "prices of many things",
            "judul: Contoh\nbiaya:\n",
            "  - {rupiah: 1, per: u{}}\n",
        ),
        yaml(
            "fees with ten that depend",
            &(TEN_CHOICES.to_owned() + "biaya:\n" + &TEN_FEES.join("")),
            "  - {label: l{}, rupiah: {}}\n",
        ),
        yaml("keys without values", title, "kunci_{}:\n"),
        closed(
            "unknown keys on one line",
            "judul: Contoh\nsk: {",
            "k{}: 1, ",
            "}\n",
        ),
        closed(
            "keys without colons on one line",
            "judul: Contoh\nsk: {nomor: 1, ",
            "k{}, ",
            "}\n",
        ),
        closed(
            "anchors on one line",
            "judul: Contoh\nalias: [",
            "&a b, ",
            "]\n",
        ),
        closed(
            "aliases on one line",
            "judul: Contoh\nalias: [",
            "*a, ",
            "]\n",
        ),
        closed(
            "tags on one line",
            "judul: Contoh\nalias: [",
            "!a b, ",
            "]\n",
        ),
        yaml("anchors", "judul: Contoh\nalias:\n", "  - &a{} b\n"),
        yaml("open brackets", "judul: Contoh\nalias: ", "["),
        yaml("open braces", "judul: Contoh\nalias: ", "{a: "),
        yaml("dashes on one line", "judul: Contoh\nalias:\n  ", "- "),
        (
            "lists in lists",
            SERVICE,
            (0..800)
                .map(|depth| " ".repeat(depth) + "- \n")
                .fold(title.to_owned() + "alias:\n", |text, line| text + &line),
        ),
        (
            "names of no requirement",
            SERVICE,
            (0..size / 60)
                .map(|number| format!("      - surat-{number}-hilang\n"))
                .fold(
                    (0..size / 60).fold(title.to_owned() + "persyaratan:\n", |text, number| {
                        text + &format!("  - Fotokopi kartu {number}\n")
                    }) + "uji:\n  - nama: A\n    bawa:\n",
                    |text, line| text + &line,
                ),
        ),
        yaml("one long line", "judul: ", "sangat panjang "),
        yaml("colons", "judul: ", "a: "),
        yaml("colons alone", "judul: Contoh\n", ":"),
        yaml("colons by line", title, ": \n"),
        yaml("quotes", "judul: ", "\" "),
        yaml("broken lines", title, "ringkasan: a: b\n"),
        yaml("lines without colons", title, "tanpa titik dua {}\n"),
        yaml("tabs", "judul: Contoh\nalias:\n", "\t- a\n"),
        yaml(
            "bullets",
            "judul: Contoh\npersyaratan:\n",
            "  • Fotokopi KTP {}\n",
        ),
        yaml("curly quotes", "judul: Contoh\nalias:\n", "  - “a”\n"),
        yaml(
            "comments",
            "judul: Contoh\nalias:\n",
            "  - Fotokopi KTP #1\n",
        ),
        yaml("empty items", "judul: Contoh\nalias:\n", "  -\n"),
        yaml(
            "requirements",
            "judul: Contoh\npersyaratan:\n",
            "  - Fotokopi KTP {}\n",
        ),
        yaml(
            "the same requirement",
            "judul: Contoh\npersyaratan:\n",
            "  - Fotokopi KTP bila ada\n",
        ),
        yaml(
            "requirements with ids",
            "judul: Contoh\npersyaratan:\n",
            "  - {id: a{}, bunyi: KTP bila hilang}\n",
        ),
        yaml(
            "unknown papers",
            "judul: Contoh\npersyaratan:\n",
            "  - {bunyi: KTP, dokumen: ktp-{}}\n",
        ),
        yaml(
            "unknown services",
            "judul: Contoh\nterkait:\n  lihat_juga:\n",
            "    - dinas/ktp-{}\n",
        ),
        yaml(
            "conditions",
            "judul: Contoh\npersyaratan:\n",
            "  - {bunyi: KTP, jika: tiada_{}}\n",
        ),
        yaml(
            "one long condition",
            "judul: Contoh\npersyaratan:\n  - bunyi: KTP\n    jika: a",
            " atau a{}",
        ),
        yaml(
            "brackets in a condition",
            "judul: Contoh\npersyaratan:\n  - bunyi: KTP\n    jika: ",
            "(",
        ),
        yaml(
            "questions",
            "judul: Contoh\npertanyaan:\n",
            "  - {id: q{}, tanya: Apa, ya_tidak: ya}\n",
        ),
        yaml(
            "options",
            "judul: Contoh\npertanyaan:\n  - id: q\n    tanya: Apa\n    pilihan:\n",
            "      o{}: Pilihan {}\n",
        ),
        yaml("facts", "judul: Contoh\nkeadaan:\n", "  f{}: f{}\n"),
        yaml(
            "tests",
            "judul: Contoh\nuji:\n",
            "  - {nama: A{}, jawaban: {q: ya}, hasil: memenuhi_syarat}\n",
        ),
        yaml(
            "costs",
            "judul: Contoh\nbiaya:\n",
            "  - {rupiah: 1000, label: Biaya {}}\n",
        ),
        yaml(
            "steps",
            "judul: Contoh\nprosedur:\n",
            "  - Datang {} hari\n",
        ),
        yaml(
            "numbers of persons",
            "judul: Contoh\nprosedur:\n",
            "  - 3604010101010001\n",
        ),
        yaml(
            "channels",
            "judul: Contoh\nsaluran:\n",
            "  - telepon: 0254 {}\n",
        ),
        (
            "names of no item in a translation",
            ENGLISH,
            repeated("persyaratan:\n", "  butir_{}: A paper\n"),
        ),
        (
            "keys of no text in a translation",
            ENGLISH,
            repeated("judul: A\n", "kunci_{}: 1\n"),
        ),
        (
            "options of a translation",
            ENGLISH_OPTIONS,
            repeated(
                &format!("judul: A\n{}", HEAD_OF_OPTIONS[1]),
                "      o{}: A\n",
            ),
        ),
        (
            "a translation by order",
            ENGLISH,
            repeated("persyaratan:\n", "  - bunyi: A paper\n"),
        ),
        markdown("links", "[a](b{}.html) "),
        markdown("links of the site", "[a](static/{}.pdf)\n\n"),
        markdown("open links", "[a]("),
        markdown("brackets", "["),
        markdown("pairs of brackets", "[]"),
        markdown("emphasis", "*a **b "),
        markdown("emphasis both ways", "*a_ "),
        markdown("backticks", "`a``"),
        markdown("quotes in quotes", "> "),
        markdown("HTML", "<b "),
        markdown("tags", "<b>"),
        markdown("pictures", "![](a{}.png)"),
        markdown("headings", "# a\n\n"),
        markdown("tables", "|a|b|\n|-|-|\n|1|2|\n\n"),
        markdown("definitions", "[a{}]: https://contoh.example/\n"),
    ]
}

/// The seconds that this thread has worked, however busy the machine is; elsewhere than on Linux the time that passed.
fn seconds_of_work() -> f64 {
    let nanoseconds = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let worked = nanoseconds.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    let passed = || {
        std::time::UNIX_EPOCH
            .elapsed()
            .map_or(0.0, |passed| passed.as_secs_f64())
    };
    worked.map_or_else(passed, |nanoseconds| nanoseconds / 1e9)
}

/// Builds a site with each of these files, and says what took longer than it may.
fn answer(cases: Vec<(&str, &str, String)>, ceiling: f64) {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .use_current_thread();
    let pool = pool.build().expect("a pool of this thread");
    let mut slow = Vec::new();
    for (name, path, text) in cases {
        let size = text.len();
        let mut site = Site::with_service().with(path, text);
        let original = match path {
            ENGLISH => Some((
                ORIGINAL,
                "judul: A\npersyaratan:\n".to_owned(),
                "  - {id: butir-{}, bunyi: KTP}\n",
            )),
            ENGLISH_OPTIONS => Some((
                OPTIONS,
                format!("judul: A\n{}", HEAD_OF_OPTIONS[0]),
                "      o{}: A\n",
            )),
            _ => None,
        };
        if let Some((path, head, part)) = original {
            let languages = "judul: Kota Contoh\ncontoh: ya\nbahasa: [id, en]\n";
            let items = repeated(size, &head, part);
            site = site.with(path, items).with("site.yaml", languages);
        }
        let started = seconds_of_work();
        let printed = pool.install(|| {
            let report = site.build().report;
            let lang = Lang::Id;
            [
                human(&report, lang, Colour::Never),
                human_each(&report, lang, Colour::Never).concat(),
                short(&report, lang),
                json(&report, lang),
                sarif(&report, lang),
                github(&report, lang),
            ]
        });
        let took = seconds_of_work() - started;
        assert!(
            printed.iter().all(|text| text.len() < 50 * size.max(SIZE)),
            "{name}: too much is said"
        );
        println!("{name}: {took:.1} seconds");
        if took > ceiling {
            slow.push(format!("{name}: {took:.1} seconds"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

#[test]
fn one_hostile_file_is_answered_at_once() {
    answer(cases(SIZE), CEILING);
}

#[test]
fn a_file_as_large_as_may_be_is_answered() {
    let kinds = [
        "unknown keys",
        "options of a translation",
        "links",
        "anchors",
        "open brackets",
        "one long line",
        "names of no item in a translation",
    ];
    let some = if std::env::var_os("FULL").is_some() {
        &kinds[..]
    } else {
        &kinds[..OF_LARGEST]
    };
    let cases: Vec<_> = cases(LARGEST)
        .into_iter()
        .filter(|(name, ..)| some.contains(name))
        .collect();
    assert_eq!(cases.len(), some.len());
    answer(cases, CEILING_OF_LARGEST);
}
