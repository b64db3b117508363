//! `build` and `clean`.

use std::collections::BTreeSet;

use crate::site::{Folder, Site};

const PAGE: &str = "public/dinas-contoh/ktp.html";

const BILINGUAL: &str = "judul: Contoh\ncontoh: ya\nbahasa: [id, en]\n";

#[test]
fn the_example_of_the_repository_is_built() {
    let case = Site::read(".").on_disk();
    case.run("build").exits(0);
    assert!(case.has("public/index.html"));
    assert!(case.has("public/404.html"));
    assert!(case.has("public/disdukcapil-kota-serang/penerbitan-ktp-elektronik.html"));
}

#[test]
fn the_reference_is_built_with_its_files_and_languages() {
    let case = Site::read("tests/data/reference").on_disk();
    case.run("build").exits(0);
    assert!(case.has("public/dinas-contoh/layanan-lengkap.html"));
    assert!(case.has("public/en/dinas-contoh/layanan-lengkap.html"));
    let served = case.tree("public");
    let copied = case.tree("static");
    for (path, hash) in copied {
        assert_eq!(served.get(&path), Some(&hash), "static/{path}");
    }
}

#[test]
fn a_build_says_what_it_did() {
    let case = Folder::site();
    let first = case.run("build --no-minify").exits(0);
    let files = case.tree("public");
    let pages = files.keys().filter(|path| path.ends_with(".html")).count();
    let files = files.len();
    let last = first.err.lines().last().expect("a line");
    let said = format!("{pages} halaman di ./public: {files} berkas ditulis, 0 tetap, 0 dihapus (");
    assert!(last.starts_with(&said), "{last}");
    let again = case.run("build --no-minify --lang en").exits(0);
    let last = again.err.lines().last().expect("a line");
    let said =
        format!("{pages} pages in ./public: 0 files written, {files} unchanged, 0 removed (");
    assert!(last.starts_with(&said), "{last}");
    assert_eq!(again.out, "");
}

#[test]
fn the_same_build_twice_keeps_every_time_stamp() {
    let case = Folder::site();
    case.run("build").exits(0);
    let before = case.times("public");
    case.run("build").exits(0);
    assert_eq!(case.times("public"), before);
}

#[test]
fn only_what_changed_is_written() {
    let case = Folder::site().with("content/dinas-contoh/kk.yaml", "judul: Contoh Layanan KK\n");
    case.run("build").exits(0);
    let before = case.tree("public");
    let times = case.times("public");
    case.write(
        "content/dinas-contoh/ktp.yaml",
        "judul: Contoh Layanan KTP\npersyaratan:\n  - KTP lama\n",
    );
    case.run("build").exits(0);
    let after = case.tree("public");
    let changed: Vec<&String> = after
        .iter()
        .filter(|(path, hash)| before.get(*path) != Some(*hash))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(changed, ["dinas-contoh/ktp.html"]);
    let untouched = |path: &&String| !changed.contains(path);
    for path in after.keys().filter(untouched) {
        assert_eq!(case.times("public")[path], times[path], "{path}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_everywhere() {
    let tree = |case: Folder| {
        case.run("build").exits(0);
        case.tree("public")
    };
    let site = || Site::read("tests/data/reference").on_disk();
    let plain = tree(site());
    assert_eq!(tree(site().env("SOURCE_DATE_EPOCH", "1000000000")), plain);
    assert_eq!(tree(site().env("TZ", "Asia/Jayapura")), plain);
    assert_eq!(tree(site().env("TZ", "America/Los_Angeles")), plain);
    assert_eq!(tree(site().env("LC_ALL", "tr_TR.UTF-8")), plain);
    assert_eq!(tree(site().env("LC_ALL", "C")), plain);
    assert_eq!(tree(site().env("RAYON_NUM_THREADS", "1")), plain);
    assert_eq!(tree(site().env("LANG", "en_GB.UTF-8")), plain);
}

#[test]
fn a_failing_build_leaves_the_last_good_site_as_it_was() {
    let case = Folder::site();
    case.run("build").exits(0);
    let before = case.tree("public");
    let times = case.times("public");
    case.write(
        "content/dinas-contoh/ktp.yaml",
        "judul: Contoh Layanan KTP\npersyaratan:\n  - bunyi: Catatan: bawa KTP asli\n",
    );
    case.run("build").exits(1).prints("").says(
        "\
kesalahan[K0103]: kalimat di `bunyi` terputus oleh tanda titik dua
 --> content/dinas-contoh/ktp.yaml:3:19
  |
3 |   - bunyi: Catatan: bawa KTP asli
  |                   ^ titik dua dan spasi dibaca sebagai kunci baru
saran: apit seluruh kalimat dengan tanda kutip, ketik: - bunyi: \"Catatan: bawa KTP asli\"

1 kesalahan, 0 peringatan, 0 petunjuk
situs tidak dibuat; versi baik yang terakhir tetap utuh
",
    );
    assert_eq!(case.tree("public"), before);
    assert_eq!(case.times("public"), times);
}

#[test]
fn a_failing_first_build_makes_no_output() {
    let case = Folder::site().with("content/dinas-contoh/ktp.yaml", "ringkasan: Contoh.\n");
    case.run("build").exits(1);
    assert!(!case.has("public"));
}

#[test]
fn a_theme_that_fails_while_rendering_leaves_the_last_good_site() {
    let case = Folder::site();
    case.run("build").exits(0);
    let before = case.tree("public");
    case.write(
        "themes/default/page.html",
        "<main>{{ page.titel.text }}</main>",
    );
    case.write(
        "content/pages/tentang.md",
        "---\njudul: Tentang\n---\n\nContoh.\n",
    );
    let run = case.run("build --format short").exits(1);
    let last = run.out.lines().last().expect("a finding");
    assert!(last.starts_with("themes/default/page.html:"), "{last}");
    assert!(last.contains("kesalahan[K0901]"), "{last}");
    assert!(last.contains("`titel`"), "{last}");
    assert_eq!(case.tree("public"), before);
}

#[test]
fn warnings_can_be_denied() {
    let case = Folder::site().with("content/dinas-contoh/agency.yaml", "nama: Dinas Contoh\n");
    case.run("build").exits(0);
    let before = case.tree("public");
    let run = case.run("build --deny warnings --format short").exits(1);
    assert!(run.out.contains("[K0501]"), "{}", run.out);
    assert_eq!(case.tree("public"), before);
}

#[test]
fn hints_are_never_denied() {
    let case = Folder::site();
    let run = case.run("build --deny warnings --format short").exits(0);
    assert!(run.out.contains("petunjuk[K0502]"), "{}", run.out);
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    let case = Folder::site().with("foto/liburan.txt", "jangan dihapus");
    let run = case.run("build --output foto").exits(2);
    assert!(run.err.starts_with("gagal: "), "{}", run.err);
    assert_eq!(case.read("foto/liburan.txt"), "jangan dihapus");
}

#[test]
fn a_file_in_the_place_of_the_output_is_refused() {
    let case = Folder::site().with("public", "sebuah berkas");
    case.run("build").exits(2);
    assert_eq!(case.read("public"), "sebuah berkas");
}

#[test]
fn an_output_below_a_file_cannot_be_written() {
    let case = Folder::site().with("berkas", "sebuah berkas");
    let run = case.run("build --output berkas/public").exits(2);
    assert!(run.err.starts_with("gagal: "), "{}", run.err);
    assert_eq!(case.read("berkas"), "sebuah berkas");
}

#[test]
fn a_folder_that_is_not_there_is_no_site() {
    let case = Folder::empty();
    let run = case.run("build --site tiada").exits(2);
    assert!(run.err.starts_with("gagal: "), "{}", run.err);
}

#[test]
fn a_folder_without_a_site_is_said_to_be_none() {
    let case = Folder::empty();
    let place = case.root().display();
    case.run("build").exits(1).says(&format!(
        "\
kesalahan[K0010]: `site.yaml` tidak ada di `{place}` dan di semua folder di atasnya
 --> site.yaml:1:1
  |
1 |
  | ^
saran: pindah ke folder situs Anda, atau buat situs baru dengan `maklumat init`

1 kesalahan, 0 peringatan, 0 petunjuk
situs tidak dibuat; versi baik yang terakhir tetap utuh
"
    ));
    assert!(!case.has("public"));
}

#[test]
fn no_minify_leaves_pages_longer_and_the_words_the_same() {
    let case = Folder::site();
    case.run("build").exits(0);
    let small = case.read(PAGE);
    case.run("build --no-minify").exits(0);
    let plain = case.read(PAGE);
    assert!(small.len() < plain.len());
    let letters = |html: &str| {
        let page = scraper::Html::parse_document(html);
        let main = scraper::Selector::parse("main").expect("a selector");
        let text: String = page.select(&main).flat_map(|main| main.text()).collect();
        text.split_whitespace().collect::<String>()
    };
    assert!(letters(&small).contains("FotokopiKK"));
    assert_eq!(letters(&small), letters(&plain));
}

#[test]
fn the_base_url_sets_canonical_addresses_and_the_links_of_404() {
    let case = Folder::site();
    case.run("build --base-url https://x.example/kota/")
        .exits(0);
    let page = case.read(PAGE);
    let canonical = |html: &str| attributes(html, "link[rel=canonical]", "href");
    assert_eq!(
        canonical(&page),
        ["https://x.example/kota/dinas-contoh/ktp.html"]
    );
    // A missing page is shown at any depth, so its links start at the root.
    let links = attributes(&case.read("public/404.html"), "a[href]", "href");
    let own: Vec<&String> = links.iter().filter(|link| !link.starts_with('#')).collect();
    assert!(!own.is_empty());
    for link in own {
        assert!(link.starts_with("/kota/"), "404.html links {link}");
    }
    for link in attributes(&page, "a[href]", "href") {
        assert!(!link.starts_with('/'), "a page links {link}");
    }
    case.run("build --base-url /cabang/").exits(0);
    let links = attributes(&case.read("public/404.html"), "a[href]", "href");
    assert!(
        links.iter().any(|link| link.starts_with("/cabang/")),
        "{links:?}"
    );
}

#[test]
fn an_unsafe_base_url_is_refused() {
    let case = Folder::site();
    case.run("build --base-url javascript:alert(1)")
        .exits(2)
        .says(
            "gagal: alamat dengan `javascript:` tidak boleh; hanya http, https, mailto dan tel\n",
        );
    assert!(!case.has("public"));
}

#[test]
fn drafts_are_built_only_when_asked_for() {
    let case = Folder::site().with(
        "content/dinas-contoh/kk.yaml",
        "judul: Rancangan Layanan KK\nstatus: rancangan\n",
    );
    let told = case.run("build").exits(0).err;
    assert!(told.ends_with(
        "1 layanan berstatus rancangan tidak ikut; `--drafts` menyertakannya, untuk dilihat saja\n"
    ));
    assert!(!case.has("public/dinas-contoh/kk.html"));
    assert!(
        !case
            .read("public/index.html")
            .contains("Rancangan Layanan KK")
    );
    let told = case.run("build --drafts").exits(0).err;
    assert!(!told.contains("tidak ikut"), "{told}");
    assert!(case.has("public/dinas-contoh/kk.html"));
    case.run("build").exits(0);
    assert!(!case.has("public/dinas-contoh/kk.html"));
}

#[test]
fn an_old_address_leads_to_the_page() {
    let case = Folder::site().with(
        "content/dinas-contoh/ktp.yaml",
        "judul: Contoh Layanan KTP\npindah_dari: [lama/ktp.html]\n",
    );
    case.run("build").exits(0);
    let old = case.read("public/lama/ktp.html");
    assert!(old.contains("../dinas-contoh/ktp.html"), "{old}");
}

#[test]
fn what_is_no_longer_made_is_gone() {
    let case = Folder::site().with("content/dinas-contoh/kk.yaml", "judul: Contoh Layanan KK\n");
    case.run("build").exits(0);
    assert!(case.has("public/dinas-contoh/kk.html"));
    case.remove("content/dinas-contoh/kk.yaml");
    let run = case.run("build").exits(0);
    assert!(run.err.contains("1 dihapus"), "{}", run.err);
    assert!(!case.has("public/dinas-contoh/kk.html"));
}

/// Takes the folder `content` away and expects that nothing is published without it.
#[track_caller]
fn keeps_the_site_without_its_content(take: impl Fn(&Folder), says: &str) {
    let case = Folder::site().with("content/dinas-contoh/kk.yaml", "judul: Contoh Layanan KK\n");
    case.run("build").exits(0);
    let before = case.tree("public");
    take(&case);
    let run = case.run("build").exits(1);
    assert!(run.err.starts_with(says), "{}", run.err);
    assert!(run.err.contains("kesalahan[K0011]"), "{}", run.err);
    assert_eq!(case.tree("public"), before);
    case.run("build --allow-removals").exits(1);
    assert_eq!(case.tree("public"), before);
    case.run("check").exits(1);
}

fn rename(case: &Folder, from: &str, to: &str) {
    std::fs::rename(case.path(from), case.path(to)).expect("a folder is renamed");
}

#[test]
#[cfg(unix)]
fn a_link_in_the_place_of_the_content_takes_no_service_off_the_web() {
    keeps_the_site_without_its_content(
        |case| {
            rename(case, "content", "awan");
            std::os::unix::fs::symlink("awan", case.path("content")).expect("a link");
        },
        "kesalahan[K0011]: `content` adalah pintasan folder, dan pintasan tidak pernah diikuti",
    );
}

#[test]
fn an_empty_content_takes_no_service_off_the_web() {
    keeps_the_site_without_its_content(
        |case| {
            rename(case, "content", "lain");
            std::fs::create_dir(case.path("content")).expect("a folder");
        },
        "kesalahan[K0011]: folder `content` kosong",
    );
}

#[test]
fn a_missing_content_takes_no_service_off_the_web() {
    keeps_the_site_without_its_content(
        |case| std::fs::remove_dir_all(case.path("content")).expect("a folder is removed"),
        "kesalahan[K0011]: folder `content` tidak ada\n",
    );
}

#[test]
fn a_content_of_another_name_takes_no_service_off_the_web() {
    for name in ["konten", "Contents", "kontent"] {
        keeps_the_site_without_its_content(
            |case| rename(case, "content", name),
            &format!("kesalahan[K0011]: folder `content` tidak ada; yang ada `{name}`"),
        );
    }
}

#[test]
fn a_file_in_the_place_of_the_content_takes_no_service_off_the_web() {
    keeps_the_site_without_its_content(
        |case| {
            rename(case, "content", "lain");
            case.write("content", "../bersama/content");
        },
        "kesalahan[K0011]: `content` adalah berkas, bukan folder",
    );
}

#[test]
fn most_services_go_only_when_that_is_asked_for() {
    let case = Folder::site();
    for name in ["a", "b", "c"] {
        let path = format!("content/dinas-contoh/{name}.yaml");
        case.write(&path, format!("judul: Contoh Layanan {name}\n"));
    }
    case.run("build").exits(0);
    let before = case.tree("public");
    for name in ["a", "b", "c"] {
        case.remove(&format!("content/dinas-contoh/{name}.yaml"));
    }
    let run = case.run("build").exits(2);
    let last = run.err.lines().last().expect("a line");
    assert_eq!(
        last,
        "gagal: 3 dari 4 halaman layanan yang sudah terbit akan hilang, misalnya `dinas-contoh/a.html`; \
         periksa apakah isi `content/` lengkap, atau jika memang dihapus, ulangi dengan `--allow-removals`"
    );
    assert_eq!(case.tree("public"), before);
    let run = case.run("build --allow-removals").exits(0);
    assert!(run.err.contains("3 dihapus"), "{}", run.err);
    assert!(!case.has("public/dinas-contoh/a.html"));
}

/// A service that is renamed is met with the line that keeps its old address, and obeying it ends the hint.
#[test]
fn a_renamed_service_is_met_with_its_old_address() {
    let other = ("content/dinas-contoh/a.yaml", "judul: Contoh A\n");
    let case = Folder::site().with(other.0, other.1);
    case.run("build").exits(0);
    case.remove(other.0);
    case.write("content/dinas-contoh/baru.yaml", other.1);
    let run = case.run("build").exits(0);
    let typed = run.err.split("ketik di berkas barunya: ").nth(1);
    let typed = typed.and_then(|rest| rest.lines().next());
    let typed = typed.expect("what to type");
    assert_eq!(typed, "pindah_dari: [dinas-contoh/a.html]");
    case.write(
        "content/dinas-contoh/baru.yaml",
        format!("{}{typed}\n", other.1),
    );
    let run = case.run("build").exits(0);
    assert!(!run.err.contains("tidak lagi terbit"), "{}", run.err);
    assert!(case.has("public/dinas-contoh/a.html"));
}

/// Neither pages in folders nor old addresses are services.
#[test]
fn what_is_no_service_does_not_count_among_the_services() {
    let mut case = Folder::site().with("site.yaml", BILINGUAL);
    for name in ["a", "b", "c"] {
        let old = format!("lama/{name}-1.html");
        let moved = format!(
            "judul: Contoh {name}\npindah_dari: [{old}, lama/{name}-2.html, lama/{name}-3.html]\n"
        );
        case = case.with(&format!("content/dinas-contoh/{name}.yaml"), moved);
        case = case.with(&format!("static/unduhan/{name}.html"), "<p>Contoh");
    }
    case.run("build").exits(0);
    for name in ["a", "b", "c"] {
        case.remove(&format!("content/dinas-contoh/{name}.yaml"));
    }
    let run = case.run("build").exits(2);
    assert!(run.err.contains("3 dari 4 halaman layanan"), "{}", run.err);
    // An old address that leads to the new one is no loss.
    let case = Folder::site().with("content/dinas-contoh/a.yaml", "judul: Contoh A\n");
    case.run("build").exits(0);
    for name in ["a", "ktp"] {
        case.remove(&format!("content/dinas-contoh/{name}.yaml"));
        let moved = format!("judul: Contoh {name}\npindah_dari: [dinas-contoh/{name}.html]\n");
        case.write(&format!("content/dinas-contoh/{name}-baru.yaml"), moved);
    }
    case.run("build").exits(0);
    assert!(case.has("public/dinas-contoh/a-baru.html"));
}

#[test]
fn one_of_two_services_goes_without_asking() {
    let case = Folder::site().with("content/dinas-contoh/a.yaml", "judul: Contoh A\n");
    case.run("build").exits(0);
    rename(
        &case,
        "content/dinas-contoh/ktp.yaml",
        "content/dinas-contoh/ktp-el.yaml",
    );
    case.run("build").exits(0);
    assert!(case.has("public/dinas-contoh/ktp-el.html"));
}

/// Builds a site whose folder may only be read into another folder, as somebody who is not the system's administrator.
#[cfg(unix)]
fn build_read_only(case: &Folder, output: &std::path::Path, command: &str) -> std::process::Output {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65534;
    let mode = |path: &std::path::Path, mode| {
        let mode = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(path, mode).expect("permissions");
    };
    mode(case.root(), 0o555);
    mode(output, 0o777);
    let program = output.join("program");
    if !program.exists() {
        std::fs::copy(env!("CARGO_BIN_EXE_maklumat"), &program).expect("a copy");
    }
    let mut run = std::process::Command::new(program);
    run.arg(command).arg("--site").arg(case.root());
    run.arg("--output").arg(output.join("public"));
    if std::fs::metadata(output).expect("a folder").uid() == 0 {
        run.uid(NOBODY);
    }
    let done = loop {
        match run.output() {
            // A program that another test starts in this moment still holds the copy open.
            Err(error) if error.kind() == std::io::ErrorKind::ExecutableFileBusy => {
                std::thread::yield_now();
            }
            done => break done,
        }
    };
    mode(case.root(), 0o755);
    done.expect("the program runs")
}

#[test]
#[cfg(unix)]
fn a_site_that_may_only_be_read_is_built_elsewhere() {
    let case = Folder::site();
    let output = tempfile::tempdir().expect("a folder");
    for number in ["first", "second"] {
        let done = build_read_only(&case, output.path(), "build");
        let said = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(0), "{number}: {said}");
        assert!(output.path().join("public/dinas-contoh/ktp.html").exists());
        assert!(!case.has(".maklumat"));
    }
    let done = build_read_only(&case, output.path(), "clean");
    assert_eq!(done.status.code(), Some(0));
    let left = std::fs::read_dir(output.path()).expect("a folder");
    let left: Vec<_> = left
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(left, ["program"]);
}

#[test]
fn nothing_is_left_beside_the_site() {
    let case = Folder::site();
    case.run("build").exits(0);
    case.run("build --deny warnings").exits(0);
    let entries = std::fs::read_dir(case.path("")).expect("the folder");
    let names: BTreeSet<String> = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .collect();
    let known = [".maklumat", "content", "public", "site.yaml"];
    assert_eq!(names, BTreeSet::from(known.map(str::to_owned)));
}

#[test]
fn clean_removes_what_build_made_and_nothing_else() {
    let case = Folder::site();
    case.run("build").exits(0);
    let run = case.run("clean").exits(0);
    let removed: Vec<&str> = run.err.lines().collect();
    assert_eq!(removed.len(), 2, "{}", run.err);
    assert!(removed[0].starts_with("dihapus: ") && removed[0].ends_with("/public"));
    assert!(removed[1].ends_with("/.maklumat"));
    assert!(!case.has("public"));
    assert!(!case.has(".maklumat"));
    assert!(case.has("content/dinas-contoh/ktp.yaml"));
    case.run("clean")
        .exits(0)
        .says("tidak ada yang perlu dihapus\n");
}

#[test]
fn clean_refuses_a_folder_that_is_not_ours() {
    let case = Folder::site().with("foto/liburan.txt", "jangan dihapus");
    case.run("clean --output foto").exits(2);
    assert_eq!(case.read("foto/liburan.txt"), "jangan dihapus");
}

/// The values of an attribute of all elements that a selector names.
fn attributes(html: &str, selector: &str, name: &str) -> Vec<String> {
    let page = scraper::Html::parse_document(html);
    let selector = scraper::Selector::parse(selector).expect("a selector");
    let found = page.select(&selector);
    found
        .filter_map(|element| element.attr(name).map(str::to_owned))
        .collect()
}
