//! The program called in a folder below the site's: it finds the site, and names files from where it was called.

use crate::site::{Folder, SERVICE, Site};

const AGENCY: &str = "content/dinas-contoh";

fn mistaken() -> Folder {
    Folder::site().with(SERVICE, "judul: Contoh\nringkassan: Contoh.\n")
}

#[test]
fn a_finding_is_named_from_where_the_program_was_called() {
    let case = mistaken();
    for (folder, place) in [
        (AGENCY, "ktp.yaml:2:1: "),
        ("content", "dinas-contoh/ktp.yaml:2:1: "),
        (".maklumat", "../content/dinas-contoh/ktp.yaml:2:1: "),
    ] {
        std::fs::create_dir_all(case.path(folder)).expect("a folder");
        for format in ["short", "human"] {
            let run = case.run_below(folder, &format!("check --format {format}"));
            let all = run.exits(1);
            let all = all.out + &all.err;
            let wanted = match format {
                "short" => format!("\n{place}"),
                _ => format!("--> {}", place.trim_end_matches(": ")),
            };
            assert!(all.contains(&wanted), "{folder}: {all}");
        }
    }
    let told = case.run_below(AGENCY, "build --format short").exits(1).out;
    assert!(told.contains("\nktp.yaml:2:1: "), "{told}");
    let told = case.run_below(AGENCY, "table ktp").exits(1).err;
    assert!(told.contains("--> ktp.yaml:2:1"), "{told}");
}

#[test]
fn a_file_is_named_from_where_the_program_was_called_or_from_the_site() {
    let case = mistaken().with("content/balai/agency.yaml", "nama: Balai\n");
    let asked = |folder: &str, name: &str| {
        let run = case.run_below(folder, &format!("check {name} --format short"));
        run.exits(1).out.contains("K0201")
    };
    for name in ["ktp.yaml", "../dinas-contoh", "dinas-contoh/ktp", SERVICE] {
        assert!(asked(AGENCY, name), "{name}");
    }
    let whole = case.path(SERVICE);
    assert!(asked(AGENCY, whole.to_str().expect("text")));
    let none = case.run_below("content/balai", "check ktp.yaml").exits(2);
    assert!(none.err.contains("bernama `ktp.yaml`"), "{}", none.err);
}

#[test]
fn commands_work_in_the_site_that_they_find() {
    let case = Folder::site().with("content/balai/agency.yaml", "nama: Balai\n");
    case.run_below("content/balai", "build").exits(0);
    assert!(case.has("public/index.html"));
    case.run_below(
        "content/balai",
        "new service Izin --agency balai --kind izin",
    )
    .exits(0)
    .says("izin.yaml ditulis; isi berkas itu, lalu jalankan `maklumat serve`\n");
    assert!(case.has("content/balai/izin.yaml"));
    case.run_below("content/balai", "theme style.css").exits(0);
    assert!(case.has("themes/default/style.css"));
    let table = case.run("table dinas-contoh/ktp").exits(0).out;
    for (folder, name) in [(AGENCY, "ktp.yaml"), (AGENCY, "ktp"), ("content", "ktp")] {
        let below = case.run_below(folder, &format!("table {name}")).exits(0);
        assert_eq!(below.out, table, "{folder} {name}");
    }
    case.run_below("content", "clean").exits(0);
    assert!(!case.has("public"));
}

#[test]
fn what_was_mended_or_written_is_named_from_there_too() {
    let case = Site::with_service()
        .with("site.yaml", "judul: Contoh\ncontoh: ya\nbahasa: [id, en]\n")
        .with(SERVICE, "judul: “Contoh Layanan KTP”\n")
        .on_disk();
    let told = case.run_below(AGENCY, "check --fix").err;
    assert!(told.starts_with("ktp.yaml: 1 diperbaiki\n"), "{told}");
    let told = case
        .run_below(AGENCY, "new translation ktp.yaml")
        .exits(0)
        .err;
    assert!(told.starts_with("ktp.en.yaml ditulis: "), "{told}");
    assert!(case.has("content/dinas-contoh/ktp.en.yaml"));
}

#[test]
fn the_nearest_site_is_meant() {
    let case = Folder::site()
        .with("lain/site.yaml", "judul: Situs Lain\ncontoh: ya\n")
        .with("lain/content/balai/agency.yaml", "nama: Balai Lain\n");
    case.run_below("lain/content", "build").exits(0);
    assert!(case.read("lain/public/index.html").contains("Situs Lain"));
    assert!(!case.has("public"));
    // A folder that is named is meant, whatever stands around it.
    let run = case.run_below("lain/content", "check --site ../content");
    assert!(run.exits(1).err.contains("K0010"));
}
