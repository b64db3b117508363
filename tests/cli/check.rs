//! `check`: its formats, languages, exit codes and `--fix`.

use serde_json::Value;

use crate::site::{Folder, Run, SERVICE, Site};

/// A site with an error, a warning and a hint.
fn mistaken() -> Folder {
    Folder::site().with(
        "content/dinas-contoh/ktp.yaml",
        "judul: “Contoh Layanan KTP”\nringkassan: Contoh.\n",
    )
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}:\n{}", run.out))
}

#[test]
fn a_site_of_hints_is_clean() {
    let run = Folder::site().run("check").exits(0);
    assert!(
        run.err.ends_with("0 kesalahan, 0 peringatan, 1 petunjuk\n"),
        "{}",
        run.err
    );
    assert_eq!(run.out, "");
}

#[test]
fn people_read_findings_on_standard_error() {
    let run = mistaken().run("check").exits(1).prints("");
    let first = "peringatan[K0106]: tanda kutip lengkung dari Word ikut tampil di halaman\n";
    assert!(run.err.starts_with(first), "{}", run.err);
    assert!(
        run.err
            .ends_with("\n1 kesalahan, 1 peringatan, 1 petunjuk\n"),
        "{}",
        run.err
    );
    assert!(!run.err.contains('\u{1b}'), "colours in a pipe");
}

#[test]
fn short_is_one_line_a_finding() {
    mistaken().run("check --format short --lang en").exits(1).says("").prints(
        "\
content/dinas-contoh/ktp.yaml:1:8: warning[K0106]: curly quotes from Word are shown on the page
content/dinas-contoh/ktp.yaml:1:8: hint[K0502]: 14 of the 14 components of a standard are still missing: requirements, procedure, time, cost, products, complaints, legal_basis, facilities, staff_competence, internal_supervision, staff_count, service_guarantee, safety_guarantee, performance_evaluation
content/dinas-contoh/ktp.yaml:2:1: error[K0201]: `ringkassan` is not a known key here
",
    );
}

#[test]
fn a_comment_names_each_finding_and_its_entry_in_the_editor() {
    let run = mistaken().run("check --format markdown --editor https://editor.contoh.example/");
    let text = run.exits(1).says("").out;
    assert!(
        text.starts_with("### Pemeriksaan isi situs\n\n1 kesalahan, 1 peringatan, 1 petunjuk\n\n"),
        "{text}"
    );
    let entry = "https://editor.contoh.example/#/collections/layanan-dinas-contoh/entries/ktp";
    let line = format!(
        "- **kesalahan** `content/dinas-contoh/ktp.yaml:2` ([buka di editor]({entry})): `ringkassan` bukan kunci yang dikenal di sini (K0201)\n  <br>saran: mungkin maksud Anda `ringkasan`, ketik: ringkasan:\n"
    );
    assert!(text.contains(&line), "{text}");
    assert!(text.contains("<details><summary>petunjuk: 1</summary>"));
    let without = mistaken().run("check --format markdown").exits(1).out;
    assert!(!without.contains("editor"), "{without}");
    let clean = Folder::site()
        .run("check --format markdown --lang en")
        .exits(0);
    assert!(clean.out.contains("0 errors, 0 warnings, 1 hint"));
}

#[test]
fn a_code_quality_report_tells_findings_apart() {
    let report = json(&mistaken().run("check --format gitlab").exits(1));
    let entries = report.as_array().expect("a list");
    let names: Vec<&str> = entries
        .iter()
        .filter_map(|entry| entry["fingerprint"].as_str())
        .collect();
    assert_eq!(names.len(), 3);
    assert!(names[0] != names[1] && names[1] != names[2]);
    assert_eq!(entries[2]["severity"], "critical");
    assert_eq!(entries[2]["check_name"], "K0201");
    assert_eq!(entries[2]["location"]["lines"]["begin"], 2);
    // The same finding on another line is no new one.
    let moved = mistaken().with(
        "content/dinas-contoh/ktp.yaml",
        "# catatan\njudul: “Contoh Layanan KTP”\nringkassan: Contoh.\n",
    );
    let moved = json(&moved.run("check --format gitlab").exits(1));
    assert_eq!(moved[2]["fingerprint"], entries[2]["fingerprint"]);
}

#[test]
fn json_counts_and_places_findings() {
    let found = json(&mistaken().run("check --format json").exits(1));
    assert_eq!(found["errors"], 1);
    assert_eq!(found["warnings"], 1);
    assert_eq!(found["hints"], 1);
    let findings = found["findings"].as_array().expect("a list");
    let error = &findings[2];
    assert_eq!(error["code"], "K0201");
    assert_eq!(error["name"], "unknown-key");
    assert_eq!(error["severity"], "error");
    assert_eq!(
        error["message"],
        "`ringkassan` bukan kunci yang dikenal di sini"
    );
    assert_eq!(
        error["help"],
        "mungkin maksud Anda `ringkasan`, ketik: ringkasan:"
    );
    assert_eq!(error["place"]["path"], "content/dinas-contoh/ktp.yaml");
    assert_eq!(error["place"]["line"], 2);
    assert_eq!(error["place"]["column"], 1);
    assert_eq!(error["place"]["end_column"], 11);
    assert_eq!(findings[0]["fix"]["text"], "\"Contoh Layanan KTP\"");
}

#[test]
fn json_has_all_findings_where_people_get_twenty_of_a_code() {
    let keys: String = (0..30).map(|n| format!("zzz{n}: a\n")).collect();
    let case = Folder::site().with(
        "content/dinas-contoh/ktp.yaml",
        format!("judul: Contoh Layanan KTP\n{keys}"),
    );
    let run = case.run("check").exits(1);
    assert_eq!(run.err.matches("kesalahan[K0201]").count(), 20);
    assert!(
        run.err
            .contains("… dan 10 K0201 lagi; lihat semua: maklumat check --format short"),
        "{}",
        run.err
    );
    assert_eq!(json(&case.run("check --format json"))["errors"], 30);
}

#[test]
fn sarif_has_what_the_standard_demands() {
    let log = json(&mistaken().run("check --format sarif --lang en").exits(1));
    assert_eq!(log["version"], "2.1.0");
    assert_eq!(
        log["$schema"],
        "https://json.schemastore.org/sarif-2.1.0.json"
    );
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "maklumat");
    let rules: Vec<&str> = driver["rules"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|rule| rule["id"].as_str().expect("an id"))
        .collect();
    assert_eq!(rules, ["K0106", "K0201", "K0502"]);
    for rule in driver["rules"].as_array().expect("a list") {
        assert!(
            rule["help"]["text"]
                .as_str()
                .expect("a text")
                .starts_with("# K0")
        );
    }
    let results = run["results"].as_array().expect("a list");
    assert_eq!(results.len(), 3);
    for result in results {
        assert!(rules.contains(&result["ruleId"].as_str().expect("an id")));
        let level = result["level"].as_str().expect("a level");
        assert!(["error", "warning", "note"].contains(&level));
        assert!(result["message"]["text"].is_string());
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(
            place["artifactLocation"]["uri"],
            "content/dinas-contoh/ktp.yaml"
        );
        for key in ["startLine", "startColumn", "endLine", "endColumn"] {
            assert!(place["region"][key].as_u64().expect("a number") > 0);
        }
    }
}

#[test]
fn sarif_of_a_sound_site_has_no_results() {
    let case = Site::read(".").on_disk();
    let log = json(&case.run("check --format sarif").exits(0));
    let results = log["runs"][0]["results"].as_array().expect("a list");
    assert!(results.iter().all(|result| result["level"] != "error"));
}

#[test]
fn github_annotates_the_change() {
    let run = mistaken()
        .run("check --format github --lang en")
        .exits(1)
        .says("");
    let error = run.out.lines().nth(2).expect("three lines");
    assert_eq!(
        error,
        "::error file=content/dinas-contoh/ktp.yaml,line=2,endLine=2,col=1,title=K0201 unknown-key::`ringkassan` is not a known key here%0Adid you mean `ringkasan`? type: ringkasan:"
    );
    assert!(run.out.starts_with("::warning file="), "{}", run.out);
    assert_eq!(run.out.lines().count(), 3);
}

#[test]
fn the_language_is_the_one_asked_for_the_sites_or_the_environments() {
    let speaks = |case: &Folder, arguments: &str| {
        let run = case.run(arguments);
        match run.out.contains("error[K") {
            true => "en",
            false => "id",
        }
    };
    let indonesian = mistaken();
    assert_eq!(speaks(&indonesian, "check --format short"), "id");
    assert_eq!(speaks(&indonesian, "check --format short --lang en"), "en");
    assert_eq!(speaks(&indonesian, "--lang en check --format short"), "en");
    let english = mistaken().with(
        "site.yaml",
        "title: Example\nexample: true\nlanguages: [en, id]\n",
    );
    assert_eq!(speaks(&english, "check --format short"), "en");
    assert_eq!(speaks(&english, "check --format short --lang id"), "id");
    // The site's language goes before the environment's.
    let abroad = mistaken().env("LC_ALL", "en_GB.UTF-8");
    assert_eq!(speaks(&abroad, "check --format short"), "id");
    abroad.remove("site.yaml");
    assert_eq!(speaks(&abroad, "check --format short"), "en");
    let nowhere = mistaken().env("LANG", "de_DE.UTF-8");
    nowhere.remove("site.yaml");
    assert_eq!(speaks(&nowhere, "check --format short"), "id");
}

#[test]
fn warnings_can_be_denied() {
    let case = Folder::site().with(
        "content/dinas-contoh/ktp.yaml",
        "judul: “Contoh Layanan KTP”\n",
    );
    case.run("check").exits(0);
    case.run("check --deny warnings").exits(1);
}

#[test]
fn a_wrong_call_is_told_by_two() {
    let case = Folder::site();
    for call in [
        "",
        "chek",
        "check --format xml",
        "check --lang de",
        "check --deny errors",
        "check --today 2026-02-30",
        "build --outptu public",
    ] {
        let run = case.run(call).exits(2);
        assert_eq!(run.out, "", "{call}");
        assert!(!run.err.is_empty(), "{call}");
    }
    let run = case.run("chek").exits(2);
    assert!(
        run.err.contains("mungkin maksud Anda `check`"),
        "{}",
        run.err
    );
    let run = case.run("diff").exits(2);
    assert!(
        run.err.contains("yang harus disebut belum ada: <OLD>"),
        "{}",
        run.err
    );
    assert!(!run.err.contains("error:"), "{}", run.err);
}

#[test]
fn a_wrong_build_date_is_told() {
    Folder::site()
        .env("SOURCE_DATE_EPOCH", "kemarin")
        .run("check")
        .exits(2)
        .says("gagal: SOURCE_DATE_EPOCH `kemarin` bukan jumlah detik sejak 1970\n");
}

#[test]
fn a_hint_depends_on_the_day() {
    let case = Folder::site()
        .with(
            "site.yaml",
            "judul: Contoh\ncontoh: ya\ntinjau_setelah_bulan: 12\n",
        )
        .with(
            "content/dinas-contoh/ktp.yaml",
            "judul: Contoh Layanan KTP\ndiperiksa:\n  oleh: Nama Contoh\n  tanggal: 2025-01-05\n",
        );
    let early = case.run("check --format short --today 2026-01-05").exits(0);
    assert!(!early.out.contains("K0507"), "{}", early.out);
    let late = case.run("check --format short --today 2026-01-06").exits(0);
    assert!(late.out.contains("K0507"), "{}", late.out);
    let built_late = case.env("SOURCE_DATE_EPOCH", "1767657600");
    let late = built_late.run("check --format short").exits(0);
    assert!(late.out.contains("K0507"), "{}", late.out);
}

#[test]
fn fix_mends_spaces_and_quotes_from_word() {
    let case = Folder::site().with(
        "content/dinas-contoh/ktp.yaml",
        "judul: “Contoh Layanan KTP”\npersyaratan:\n  - bunyi: Fotokopi KK\n\u{a0}\u{a0}\u{a0} label: Fotokopi Kartu Keluarga\n    catatan: Rp\u{a0}10.000\n",
    );
    let run = case.run("check --fix").exits(0);
    assert!(
        run.err
            .starts_with("content/dinas-contoh/ktp.yaml: 2 diperbaiki\n"),
        "{}",
        run.err
    );
    assert_eq!(
        case.read("content/dinas-contoh/ktp.yaml"),
        "judul: \"Contoh Layanan KTP\"\npersyaratan:\n  - bunyi: Fotokopi KK\n    label: Fotokopi Kartu Keluarga\n    catatan: Rp\u{a0}10.000\n"
    );
    let before = case.tree("content");
    case.run("check --fix").exits(0);
    assert_eq!(case.tree("content"), before);
}

#[test]
fn fix_keeps_windows_line_ends_and_the_byte_order_mark() {
    let case = Folder::site().with(
        "content/dinas-contoh/ktp.yaml",
        "\u{feff}judul: “Contoh “KTP” baru”\r\npersyaratan:\r\n\u{a0}\u{a0}- Fotokopi KK\r\n",
    );
    case.run("check --fix").exits(0);
    assert_eq!(
        case.read("content/dinas-contoh/ktp.yaml"),
        "\u{feff}judul: \"Contoh “KTP” baru\"\r\npersyaratan:\r\n  - Fotokopi KK\r\n"
    );
}

#[test]
fn check_writes_nothing() {
    let case = mistaken();
    let before = case.tree("");
    case.run("check").exits(1);
    assert_eq!(case.tree(""), before);
}

#[test]
fn what_a_template_gets_wrong_while_rendering_is_found_without_building() {
    let site = Folder::site().with(
        "themes/default/home.html",
        "{%- extends \"base.html\" -%}\n{%- block main %}\n<h1>{{ page.titel }}</h1>\n{%- endblock main %}\n",
    );
    let place = "themes/default/home.html:3:13: error[K0901]: ";
    for command in ["check", "build"] {
        let run = site.run(&format!("{command} --format short --lang en"));
        assert!(run.exits(1).out.contains(place), "{command}");
    }
}

#[test]
fn findings_of_one_file_or_agency_alone() {
    let other = "content/dinas-contoh/kk.yaml";
    let case = mistaken().with(other, "judul: Contoh Layanan KK\nringkassan: Contoh.\n");
    let paths = |arguments: &str| -> Vec<String> {
        let run = case.run(arguments);
        let lines = run.out.lines();
        let mut paths: Vec<String> = lines
            .map(|line| line.split(':').next().unwrap_or_default().to_owned())
            .collect();
        paths.dedup();
        paths
    };
    let (first, both) = ([SERVICE], [other, SERVICE]);
    for name in [
        SERVICE,
        "dinas-contoh/ktp",
        "ktp",
        "./content/dinas-contoh/ktp.yaml",
    ] {
        assert_eq!(
            paths(&format!("check {name} --format short")),
            first,
            "{name}"
        );
    }
    for name in ["dinas-contoh", "content/dinas-contoh/"] {
        assert_eq!(
            paths(&format!("check {name} --format short")),
            both,
            "{name}"
        );
    }
    let title = case.run_with(&["check", "contoh layanan kk", "--format", "short"]);
    assert!(title.out.starts_with(other), "{}", title.out);
    let unknown = case.run("check dinas-lain").exits(2);
    assert!(unknown.err.contains("`dinas-lain`"), "{}", unknown.err);
}

#[test]
fn annotations_name_files_from_where_the_program_was_called() {
    let case = Folder::empty();
    for path in ["site.yaml", "content/dinas-contoh/agency.yaml", SERVICE] {
        case.write(&format!("situs/{path}"), mistaken().read(path));
    }
    let wanted = format!("situs/{SERVICE}");
    let run = case.run("check --site situs --format github").exits(1);
    assert!(run.out.contains(&format!("file={wanted},")), "{}", run.out);
    let log = json(&case.run("check --site ./situs/ --format sarif"));
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], wanted);
    let found = json(&case.run("check --site situs --format json"));
    assert_eq!(found["findings"][0]["place"]["path"], wanted);
    assert_eq!(found["version"], 1);
    let alone = case.run(&format!("check --site situs {wanted} --format short"));
    assert!(alone.out.starts_with(&wanted), "{}", alone.out);
}
