//! Places that `new translation` writes: one for each text, empty, and nothing that was written is changed.

use maklumat::diagnostic::{Located, Sink};
use maklumat::parse::Reader;
use maklumat::parse::layout::Layout;
use maklumat::scaffold::{Placed, translation};
use maklumat::source::Sources;
use serde_yaml::Value;

use super::left::survey;
use crate::site::{Folder, SERVICE as SAMPLE, Site};

/// The translation into English of a file with places for what it lacked, and where it stands.
fn placed(site: &Site, original: &str) -> (String, Placed) {
    let layout = Layout::new(site.entries().expect("a map"), &mut Sink::deaf());
    let draft = Reader::new(site, &layout).draft(original, "en");
    let draft = draft.expect("an original");
    (draft.path.clone(), translation(&draft))
}

/// A site in Indonesian and English.
fn bilingual(folder: &str) -> Site {
    let config = crate::site::text_of(&format!("{folder}/site.yaml"));
    let kept = config
        .lines()
        .filter(|line| !line.starts_with("bahasa:") && !line.starts_with("languages:"));
    let kept = kept.filter(|line| !["  - id", "  - en"].contains(line));
    let config: String = kept.map(|line| format!("{line}\n")).collect();
    Site::read(folder).with("site.yaml", config + "languages: [id, en]\n")
}

/// The originals of a site.
fn originals(site: &Site) -> Vec<String> {
    survey(site).into_iter().map(|(path, _)| path).collect()
}

/// What is found in the translations.
fn of_translations(findings: &[Located]) -> Vec<String> {
    let own = findings
        .iter()
        .filter(|finding| finding.place.path.contains(".en."));
    own.map(|finding| {
        format!(
            "{} {}: {}",
            finding.code.number(),
            finding.place.path,
            finding.message.en
        )
    })
    .collect()
}

/// Words in every place of a file that is empty.
fn filled(text: &str) -> String {
    let mut stamped = false;
    let fill = |line: &str| {
        let empty = ["bunyi:", "text:"].contains(&line.trim_start());
        let place = std::mem::replace(
            &mut stamped,
            ["dari:", "of:"].iter().any(|key| line.contains(key)),
        );
        match empty && place {
            true => format!("{line} Words {}\n", line.len()),
            false => format!("{line}\n"),
        }
    };
    text.lines().map(fill).collect()
}

#[test]
fn every_text_gets_a_place_that_says_nothing_until_it_is_filled() {
    for folder in ["tests/sites/kota-contoh", "tests/data/reference"] {
        let mut site = bilingual(folder);
        for (path, one) in survey(&site) {
            if one.translation.is_some() {
                let stem = path.rsplit_once('.').expect("an ending").0;
                site = site.without(&format!("{stem}.en.yaml"));
            }
        }
        let before = site.build();
        let mut empty = site.clone();
        let mut full = site.clone();
        for original in originals(&site) {
            let (path, placed) = placed(&site, &original);
            let (_, one) = survey(&site)
                .into_iter()
                .find(|(path, _)| *path == original)
                .expect("it");
            if original.contains("/pages/") {
                assert!(placed.added > 0);
                empty = empty.with(&path, placed.text);
                continue;
            }
            assert_eq!(placed.left, 0, "{original}");
            assert!(placed.added <= one.texts, "{original}");
            full = full.with(&path, filled(&placed.text));
            empty = empty.with(&path, placed.text);
        }
        let after = empty.build();
        assert!(
            of_translations(&after.report.findings).is_empty(),
            "{:#?}",
            of_translations(&after.report.findings)
        );
        assert_eq!(before.report.findings.len(), after.report.findings.len());
        assert!(before.files == after.files, "an empty place says something");
        let all = survey(&empty);
        assert!(all.len() >= 2);
        for (path, one) in all {
            assert!(one.translation.is_some(), "{path}");
            assert_eq!((one.missing, one.stale), (one.texts, 0), "{path}");
        }
        for (path, one) in survey(&full) {
            let nameless = one
                .findings
                .iter()
                .filter(|finding| finding.message.en.contains("no `id`"));
            let nameless = nameless.count();
            let pages = path.contains("/pages/");
            assert!(pages || one.stale == 0, "{path}");
            assert!(
                pages || (one.missing == 0) == (nameless == 0),
                "{path}: {:#?}",
                one.findings
            );
        }
        let told = full.build();
        let unknown = of_translations(&told.report.findings).into_iter();
        let unknown: Vec<String> = unknown.filter(|said| !said.starts_with("K0232")).collect();
        assert!(unknown.is_empty(), "{unknown:#?}");
    }
}

/// Numbers that look drawn and are the same in every run.
struct Drawn(u64);

impl Drawn {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Takes some keys and last items away.
fn thin(value: &mut Value, drawn: &mut Drawn) {
    match value {
        Value::Mapping(pairs) => {
            let keys: Vec<Value> = pairs.keys().cloned().collect();
            // A text stays beside its stamp.
            let text = pairs.contains_key("dari") || pairs.contains_key("of");
            for key in keys {
                if !text && pairs.len() > 1 && drawn.below(4) == 0 {
                    pairs.remove(&key);
                }
            }
            pairs.iter_mut().for_each(|(_, value)| thin(value, drawn));
        }
        Value::Sequence(items) => {
            if items.len() > 1 && drawn.below(2) == 0 {
                items.pop();
            }
            items.iter_mut().for_each(|item| thin(item, drawn));
        }
        _ => {}
    }
}

/// Whether all of one value is in the other.
fn holds(more: &Value, less: &Value) -> bool {
    match (more, less) {
        (Value::Mapping(more), Value::Mapping(less)) => less
            .iter()
            .all(|(key, value)| more.get(key).is_some_and(|found| holds(found, value))),
        (Value::Sequence(more), Value::Sequence(less)) => {
            more.len() >= less.len() && less.iter().zip(more).all(|(less, more)| holds(more, less))
        }
        _ => more == less,
    }
}

#[test]
fn what_is_written_stays_and_only_what_lacks_is_added() {
    let site = Site::small_town();
    let site = originals(&site)
        .iter()
        .fold(site.clone(), |bare, original| {
            let stem = original.rsplit_once('.').expect("an ending").0;
            bare.without(&format!("{stem}.en.yaml"))
        });
    let mut drawn = Drawn(5);
    let (mut tried, mut added) = (0, 0);
    for original in originals(&site) {
        if original.contains("/pages/") {
            continue;
        }
        for _ in 0..8 {
            let (path, whole) = placed(&site, &original);
            let mut value: Value = serde_yaml::from_str(&filled(&whole.text)).expect("YAML");
            thin(&mut value, &mut drawn);
            let text = format!(
                "# Catatan penerjemah\n{}",
                serde_yaml::to_string(&value).expect("YAML")
            );
            let begun = site.clone().with(&path, &text);
            let (_, again) = placed(&begun, &original);
            let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
            let mut rest = lines(&again.text).into_iter();
            for line in lines(&text) {
                assert!(
                    rest.any(|new| new == line),
                    "{original}: {line}\n{}",
                    again.text
                );
            }
            let now: Value = serde_yaml::from_str(&again.text)
                .unwrap_or_else(|error| panic!("{error}\n{}", again.text));
            assert!(holds(&now, &value), "{original}\n{}", again.text);
            let done = site.clone().with(&path, filled(&again.text));
            let (_, one) = survey(&done)
                .into_iter()
                .find(|(path, _)| *path == original)
                .expect("it");
            let unnamed = one
                .findings
                .iter()
                .all(|finding| finding.message.en.contains("no `id`"));
            assert!(unnamed, "{original}: {:#?}\n{}", one.findings, again.text);
            let (_, idle) = placed(&done, &original);
            assert_eq!((idle.added, idle.left), (0, 0), "{original}");
            tried += 1;
            added += again.added;
        }
    }
    assert!(tried >= 30 && added >= 100, "{tried} {added}");
}

const SERVICE: &str = "judul: Contoh Layanan KTP
ringkasan: Contoh ringkasan.
nama_lain:
  - KTP-el
persyaratan:
  - id: kk
    bunyi: Fotokopi KK
    label: Fotokopi Kartu Keluarga
  - bunyi: Surat pengantar
pengaduan:
  saluran:
    - telepon: 0254 000 000
    - kotak_saran: Kotak saran di loket
";

fn folder(languages: &str) -> Folder {
    Folder::site()
        .with(
            "site.yaml",
            format!("judul: Kota Contoh\ncontoh: ya\nbahasa: [{languages}]\n"),
        )
        .with(SAMPLE, SERVICE)
}

#[test]
fn the_program_writes_a_translation_and_adds_to_it() {
    let folder = folder("id, en");
    let path = SAMPLE.replace(".yaml", ".en.yaml");
    let run = folder
        .run(&format!("new translation {SAMPLE} --lang en"))
        .exits(0);
    assert!(
        run.err.contains("ktp.en.yaml written: 5 texts wait"),
        "{}",
        run.err
    );
    assert!(
        run.err.contains("the items on the lines 9 need an `id`"),
        "{}",
        run.err
    );
    let text = folder.read(&path);
    assert_eq!(
        text,
        "# Terjemahan content/dinas-contoh/ktp.yaml. Tulis terjemahannya sesudah tiap `bunyi:`; aslinya ada di atasnya.
# Yang dibiarkan kosong tampil dalam bahasa aslinya. `dari` adalah cap dari teks aslinya.

# Contoh Layanan KTP
judul:
  dari: 41d2b706
  bunyi:
# Contoh ringkasan.
ringkasan:
  dari: 81bd3056
  bunyi:
nama_lain:
  # KTP-el
  - dari: STAMP
    bunyi:
persyaratan:
  kk:
    # Fotokopi Kartu Keluarga
    label:
      dari: STAMP
      bunyi:
pengaduan:
  saluran:
    - null
    # Kotak saran di loket
    - kotak_saran:
        dari: STAMP
        bunyi:
"
        .split("STAMP")
        .zip(["KTP-el", "Fotokopi Kartu Keluarga", "Kotak saran di loket", ""])
        .map(|(part, of)| match of {
            "" => part.to_owned(),
            of => part.to_owned() + &maklumat::parse::translate::hash8(&[of]),
        })
        .collect::<String>()
    );
    folder.run("check --deny warnings").exits(0);
    let idle = folder
        .run(&format!("new translation {path} --lang en"))
        .exits(0);
    assert!(idle.err.contains("nothing was added"), "{}", idle.err);
    assert_eq!(folder.read(&path), text);
    folder.run("check --untranslated --fix").exits(0);
    let more = folder
        .run("new translation dinas-contoh/ktp --lang en")
        .exits(0);
    assert!(
        more.err.contains("places for 1 texts added"),
        "{}",
        more.err
    );
    assert!(
        folder
            .read(&path)
            .contains("  surat-pengantar:\n    # Surat pengantar\n    bunyi:\n")
    );
}

#[test]
fn a_page_is_translated_as_a_whole() {
    let original = "content/pages/tentang.md";
    let path = "content/pages/tentang.en.md";
    let folder = folder("id, en").with(
        original,
        "---\njudul: Tentang\n---\nSebuah kalimat.\n\n- butir\n",
    );
    folder.run(&format!("new translation {original}")).exits(0);
    let text = folder.read(path);
    assert!(text.starts_with("---\ndari: "), "{text}");
    assert!(text.ends_with("# Tentang\njudul:\n# Tulis terjemahan halamannya di bawah garis penutup ini. Aslinya:\n#\n# Sebuah kalimat.\n#\n# - butir\n---\n"), "{text}");
    folder.run("build --deny warnings").exits(0);
    let page = folder.read("public/en/tentang.html");
    assert!(page.contains("Sebuah kalimat."), "{page}");
    folder.write(
        path,
        text.replace("judul:\n", "judul: About\n") + "A sentence.\n",
    );
    folder.run("build --deny warnings").exits(0);
    let page = folder.read("public/en/tentang.html");
    assert!(
        page.contains("A sentence.") && !page.contains("Sebuah kalimat."),
        "{page}"
    );
    let idle = folder
        .run(&format!("new translation {original} --lang en"))
        .exits(0);
    assert!(idle.err.contains("nothing was added"), "{}", idle.err);
}

#[test]
fn what_cannot_be_done_is_said() {
    for (languages, arguments, said) in [
        ("id", "ktp", "languages: [id, en]"),
        (
            "id, en, jv",
            "dinas-contoh/ktp",
            "--to en; available: en, jv",
        ),
        ("id, en", "dinas-contoh/ktp --to jv", "site.yaml has: en"),
        (
            "id, en",
            "dinas-contoh/lain",
            "there is no file `dinas-contoh/lain`",
        ),
    ] {
        let run = folder(languages)
            .run(&format!("new translation {arguments} --lang en"))
            .exits(2);
        assert!(run.err.contains(said), "{said}: {}", run.err);
    }
    // What stands in brackets has no room, and a broken file is left alone.
    let path = SAMPLE.replace(".yaml", ".en.yaml");
    let site = folder("id, en").with(&path, "judul: Sample\npersyaratan: {kk: {catatan: x}}\n");
    let run = site
        .run("new translation dinas-contoh/ktp --lang en")
        .exits(0);
    assert!(run.err.contains("1 texts got no place"), "{}", run.err);
    let broken = "judul: \"Sample\nringkasan: [\n";
    let site = folder("id, en").with(&path, broken);
    let run = site
        .run("new translation dinas-contoh/ktp --lang en")
        .exits(2);
    assert!(run.err.contains("cannot be read"), "{}", run.err);
    assert_eq!(site.read(&path), broken);
}
