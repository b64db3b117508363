//! The files of drafts: what is written is read as the same data, doubts stand above what they are about, and
//! suggestions can be taken up as they stand.

mod drawn;

use maklumat::diagnostic::{Code, Lang, Severity, Sink};
use maklumat::import::Draft;
use maklumat::import::write::{Standing, body, stamped, standing};
use maklumat::model::{Encode, Encoder};
use maklumat::parse::Reader;
use maklumat::parse::doubts::doubted;
use maklumat::parse::layout::Layout;
use maklumat::source::Sources;
use maklumat::span::FileId;
use maklumat::yaml;
use serde_json::{Value, json};

use crate::site::{SERVICE, Site};
use drawn::{draw, long};

/// How many drafts are drawn.
const DRAFTS: u64 = 100;

/// The data of the service in a file of a site.
pub fn data(text: &str) -> Value {
    let site = Site::new().with(SERVICE, text);
    let mut sink = Sink::default();
    let layout = Layout::new(site.entries().expect("a map"), &mut sink);
    let files = &layout.agencies["dinas-contoh"].services["ktp"];
    let read = Reader::new(&site, &layout).service(files, &mut sink);
    assert!(!sink.has_errors(), "{text}\n{:#?}", sink.findings());
    let document = read.expect("a service").document;
    let mut encoder = Encoder::new(Vec::new(), str::to_owned);
    document.encode(&mut encoder).expect("data")
}

fn with_status(draft: &Draft) -> Value {
    let mut service = draft.service.clone();
    long(&mut service);
    service.insert("status".to_owned(), "draft".into());
    Value::Object(service)
}

fn file(draft: &Draft, lang: Lang) -> String {
    stamped(&body(draft, lang), "halaman.txt", lang)
}

#[test]
fn drafts_are_read_as_they_were_drawn() {
    for seed in 1..=DRAFTS {
        let drawn = draw(seed);
        for lang in [Lang::Id, Lang::En] {
            let text = file(&drawn.draft, lang);
            assert_eq!(
                data(&text),
                with_status(&drawn.draft),
                "seed {seed}:\n{text}"
            );
            let site = Site::new().with(SERVICE, &text);
            let (report, sound) = site.check();
            assert!(
                sound.is_some(),
                "seed {seed}:\n{text}\n{:#?}",
                report.findings
            );
            assert_eq!(report.count(Severity::Warning), 0, "seed {seed}:\n{text}");
        }
    }
}

#[test]
fn every_doubt_stands_once_and_right_above_its_place() {
    let mut stood = 0;
    for seed in 1..=DRAFTS {
        let drawn = draw(seed);
        let text = file(&drawn.draft, Lang::En);
        let tree = yaml::read(FileId(0), 0, &text, &mut Sink::default()).expect("a tree");
        let lines: Vec<&str> = text.lines().collect();
        let marked = |line: &&str| doubted(line.trim_start()).is_some();
        let marks = lines.iter().filter(|line| marked(line)).count();
        assert_eq!(marks, drawn.draft.doubts.len(), "seed {seed}:\n{text}");
        for (doubt, place) in drawn.draft.doubts.iter().zip(&drawn.places) {
            let Some(start) = place.start(&tree.node) else {
                continue;
            };
            let reason = doubt.reason.get(Lang::En);
            let line = text[..start].matches('\n').count();
            let above = lines[..line].iter().rev();
            let mut above = above.take_while(|line| line.trim_start().starts_with('#'));
            assert!(
                above.any(|line| line.contains(reason)),
                "seed {seed}: {doubt:?}\n{text}"
            );
            stood += 1;
        }
    }
    assert!(stood > 100, "{stood}");
}

/// The file with all its suggestions taken up: `# ` is deleted wherever it stands before no doubt and no reason.
fn taken_up(text: &str) -> String {
    let tree = yaml::read(FileId(0), 0, text, &mut Sink::default()).expect("a tree");
    let head: usize = text.lines().take(3).map(|line| line.len() + 1).sum();
    let mut out = text.to_owned();
    for comment in yaml::comments(0, text, &tree).into_iter().rev() {
        let (start, end) = (comment.span.start as usize, comment.span.end as usize);
        let words = &text[start..end];
        let is_mark = words.starts_with("# SARAN:") || doubted(words).is_some();
        if start >= head && !is_mark {
            let sign = if words.starts_with("# ") { 2 } else { 1 };
            out.replace_range(start..start + sign, "");
        }
    }
    out
}

#[test]
fn suggestions_are_taken_up_by_deleting_their_signs() {
    for seed in 1..=DRAFTS {
        let drawn = draw(seed);
        let text = taken_up(&file(&drawn.draft, Lang::Id));
        assert_eq!(data(&text), drawn.taken_up, "seed {seed}:\n{text}");
        let (report, sound) = Site::new().with(SERVICE, &text).check();
        assert!(
            sound.is_some(),
            "seed {seed}:\n{text}\n{:#?}",
            report.findings
        );
    }
}

#[test]
fn what_is_no_draft_any_more_has_no_doubts() {
    for seed in 1..=DRAFTS / 10 {
        let drawn = draw(seed);
        for (lang, status) in [
            (Lang::Id, "status: rancangan\n"),
            (Lang::En, "status: draft\n"),
        ] {
            let text = file(&drawn.draft, lang);
            assert!(text.contains(status), "{text}");
            let (report, _) = Site::new().with(SERVICE, text.replace(status, "")).check();
            let left = report.findings.iter();
            let left = left.filter(|finding| finding.code == Code::K0512);
            assert_eq!(
                left.count(),
                drawn.draft.doubts.len(),
                "seed {seed}:\n{text}"
            );
        }
    }
}

#[test]
fn a_file_tells_whether_somebody_edited_it() {
    let text = file(&draw(1).draft, Lang::Id);
    assert_eq!(standing(&text), Standing::Untouched, "{text}");
    assert_eq!(standing(&text.replace('\n', "\r\n")), Standing::Untouched);
    for edited in [
        text.replacen("title", "titel", 1) + " ",
        text.replace("halaman.txt", "lain.txt")
            .replace("cap ", "cap 0"),
        text.lines()
            .skip(1)
            .map(|line| line.to_owned() + "\n")
            .collect(),
        String::new(),
    ] {
        assert_eq!(standing(&edited), Standing::Edited, "{edited}");
    }
}

#[test]
fn a_draft_as_its_reader_sees_it() {
    let draft = Draft {
        service: match json!({
            "title": "Izin Contoh",
            "requirements": [{"text": "KTP"}, {"text": "Surat hilang (untuk yang hilang)"}],
            "time": {"max": 3, "text": "Maksimal 3"},
            "complaints": null,
        }) {
            Value::Object(map) => map,
            _ => unreachable!(),
        },
        doubts: vec![
            drawn::doubt(
                "time.unit",
                "satuannya tidak tertulis",
                "no unit is written",
            ),
            drawn::doubt(
                "cost",
                "tidak ada kalimat tentang biaya",
                "no sentence about cost",
            ),
        ],
        suggestions: vec![
            drawn::suggestion(
                "questions",
                json!([{"id": "hilang", "ask": "Hilang?", "yes_no": true}]),
            ),
            drawn::suggestion("requirements[1]", json!({"when": "hilang"})),
        ],
    };
    let expected = "\
judul: Izin Contoh
status: rancangan

# SARAN: boleh
# pertanyaan:
#   - id: hilang
#     tanya: Hilang?
#     ya_tidak: ya
persyaratan:
  - bunyi: KTP
  - bunyi: Surat hilang (untuk yang hilang)
    # SARAN: boleh
    # jika: hilang

waktu:
  paling_lambat: 3
  # RAGU: `satuan`: satuannya tidak tertulis
  bunyi: Maksimal 3

# RAGU: `biaya`: tidak ada kalimat tentang biaya
pengaduan: null
";
    assert_eq!(body(&draft, Lang::Id), expected);
}
