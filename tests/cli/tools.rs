//! `explain`, `theme`, `completions` and `man`.

use crate::site::Folder;

#[test]
fn explain_prints_the_page_of_a_code_by_number_or_name() {
    let case = Folder::empty();
    let page = include_str!("../../src/diagnostic/codes/K0103.id.md");
    case.run("explain K0103").exits(0).says("").prints(page);
    case.run("explain k0103").exits(0).prints(page);
    case.run("explain sentence-cut").exits(0).prints(page);
    let page = include_str!("../../src/diagnostic/codes/K0103.en.md");
    case.run("explain K0103 --lang en").exits(0).prints(page);
    let abroad = Folder::empty().env("LANG", "en_GB.UTF-8");
    abroad.run("explain K0103").exits(0).prints(page);
}

#[test]
fn explain_suggests_a_code_that_is_near() {
    let case = Folder::empty();
    case.run("explain sentence-cutt").exits(2).prints("").says(
        "gagal: `sentence-cutt` bukan kode temuan; mungkin maksud Anda: maklumat explain sentence-cut; semua kode: maklumat explain\n",
    );
    case.run("explain K9999")
        .exits(2)
        .prints("")
        .says("gagal: `K9999` bukan kode temuan; semua kode: maklumat explain\n");
}

#[test]
fn explain_lists_all_codes() {
    let run = Folder::empty().run("explain").exits(0);
    assert!(run.out.starts_with("K0001  unreadable-file"), "{}", run.out);
    assert_eq!(
        run.out.lines().count(),
        maklumat::diagnostic::Code::ALL.len()
    );
}

#[test]
fn theme_lists_and_copies_files() {
    let case = Folder::site();
    let list = case.run("theme").exits(0).out;
    assert!(list.lines().any(|line| line == "style.css"), "{list}");
    case.run("theme style.css").exits(0).prints("").says(
        "themes/default/style.css ditulis; ubah berkas itu, lalu jalankan `maklumat serve`\n",
    );
    let default = include_str!("../../themes/default/style.css");
    assert_eq!(case.read("themes/default/style.css"), default);
    // The copy changes nothing: the site is the same with it.
    case.run("build").exits(0);
    let with_copy = case.tree("public");
    case.remove("themes/default/style.css");
    case.run("build").exits(0);
    assert_eq!(case.tree("public"), with_copy);
}

#[test]
fn theme_never_writes_over_a_file() {
    let case = Folder::site().with("themes/default/style.css", "main { margin: 0 }\n");
    let run = case.run("theme style.css").exits(2).prints("");
    assert!(run.err.starts_with("gagal: "), "{}", run.err);
    assert_eq!(
        case.read("themes/default/style.css"),
        "main { margin: 0 }\n"
    );
}

#[test]
fn theme_shows_its_parts_in_a_gallery() {
    let case = Folder::site();
    case.run("theme --gallery galeri")
        .exits(0)
        .prints("")
        .says("galeri tema ada di galeri/index.html; buka dengan peramban\n");
    assert!(case.read("galeri/index.html").contains("parts/hours.css"));
    // Again, with a part of the site's own.
    let case = case.with(
        "themes/default/parts/hours.example.html",
        "{% <example title=\"Own\"> %}<p>milik sendiri</p>{% </example> %}",
    );
    case.run("theme --gallery galeri").exits(0);
    assert!(case.read("galeri/index.html").contains("milik sendiri"));
    let case = case.with("themes/default/parts/hours.example.html", "{{ x }}\n");
    let told = case.run("theme --gallery galeri").exits(1).err;
    let place = " --> themes/default/parts/hours.example.html:1:4";
    assert!(told.contains(place), "{told}");
    assert!(case.read("galeri/index.html").contains("milik sendiri"));
}

#[test]
fn the_gallery_needs_no_site_and_replaces_no_folder_of_others() {
    let case = Folder::empty().with("punya-orang/a.txt", "a");
    case.run("theme --gallery galeri").exits(0);
    for page in ["galeri/index.html", "galeri/index-en.html"] {
        assert!(
            case.read(page).contains("Content-Security-Policy"),
            "{page}"
        );
    }
    let told = case.run("theme --gallery punya-orang").exits(2).err;
    assert!(told.contains("punya-orang` tidak kosong"), "{told}");
    assert_eq!(case.read("punya-orang/a.txt"), "a");
}

#[test]
fn theme_suggests_a_file_that_is_near() {
    Folder::site()
        .run("theme stile.css")
        .exits(2)
        .says("gagal: tema bawaan tidak punya `stile.css`; mungkin maksud Anda: maklumat theme style.css\n");
}

#[test]
fn a_theme_that_is_not_there_is_told() {
    let case = Folder::site().with("site.yaml", "judul: Contoh\ncontoh: ya\ntema: biru\n");
    let run = case.run("build").exits(2);
    assert!(
        run.err.starts_with("gagal: tema `biru` tidak ada"),
        "{}",
        run.err
    );
    case.run("check").exits(2);
}

#[test]
fn completions_and_the_manual_are_printed() {
    let case = Folder::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = case.run(&format!("completions {shell}")).exits(0).says("");
        assert!(run.out.contains("maklumat"), "{shell}");
        assert!(run.out.contains("check"), "{shell}");
    }
    let manual = case.run("man").exits(0).says("").out;
    assert!(manual.contains(".TH maklumat 1"), "{manual}");
    assert!(manual.contains("build"), "{manual}");
}

#[test]
fn help_names_the_exit_codes() {
    let run = Folder::empty().run("--help").exits(0);
    assert!(
        run.out
            .contains("Exit codes: 0 clean, 1 problems in the content, 2 environment or usage."),
        "{}",
        run.out
    );
    let version = Folder::empty().run("--version").exits(0).out;
    assert_eq!(version, format!("maklumat {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_table_is_found_by_file_path_and_title() {
    let case = Folder::site().with(
        "content/dinas-contoh/izin.yaml",
        "judul: Izin Contoh\npersyaratan:\n  - KK\n",
    );
    let by_id = case.run("table dinas-contoh/izin").exits(0).out;
    for call in [
        "table izin",
        "table izin.yaml",
        "table content/dinas-contoh/izin.yaml",
        "table ./content/dinas-contoh/izin.yaml",
    ] {
        assert_eq!(case.run(call).exits(0).out, by_id, "{call}");
    }
    let near = case.run("table izni").exits(2);
    assert_eq!(
        near.err,
        "gagal: tidak ada layanan bernama `izni`; mungkin maksud Anda: maklumat table dinas-contoh/izin\n"
    );
}

#[test]
fn an_agency_is_made_in_a_site_only() {
    let case = Folder::empty();
    let place = case.root().display();
    case.run("new agency Dinas").exits(2).says(&format!(
        "gagal: tidak ada situs (`site.yaml`) di `{place}` dan di semua folder di atasnya; pindah dulu ke folder situs, atau buat yang baru: maklumat init situs-baru\n"
    ));
}

#[test]
fn a_service_says_which_agency_is_missing() {
    let case = Folder::site().with("content/balai/agency.yaml", "nama: Balai\n");
    case.run("new service Izin --kind izin").exits(2).says(
        "gagal: untuk dinas yang mana? ketik: maklumat new service \"Izin\" --kind izin --agency balai; dinas yang ada: balai, dinas-contoh\n",
    );
    case.run("new service Izin --kind izin --agency BALAI")
        .exits(0);
    assert!(case.read("content/balai/izin.yaml").contains("judul: Izin"));
}

#[test]
fn a_date_that_is_none_is_told_in_the_language() {
    Folder::site().run("check --today 2026-02-30").exits(2).says(
        "gagal: --today `2026-02-30` bukan tanggal; tulis tahun-bulan-tanggal, misalnya: --today 2026-01-05\n",
    );
}
