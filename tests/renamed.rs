//! `rename` and `move`: a new name, and everything that named the old one.

use maklumat::diagnostic::Severity;
use maklumat::disk::{Rewrite, rearrange};
use maklumat::edit::Planned;
use maklumat::edit::rename::{Renamed, plan};
use maklumat::source::Sources;

use crate::site::{Built, Folder, SERVICE, Site, TOWN};

/// Two agencies, three services, a page and two languages; everything that can name a service names `dinas-contoh/ktp`.
fn site() -> Folder {
    Site::with_service()
        .with(
            "site.yaml",
            "judul: Kota Contoh\ncontoh: ya\nbahasa: [id, en]\nalamat_situs: https://contoh.example/\n",
        )
        .with(
            SERVICE,
            "# Kepala berkas\njudul: Contoh Layanan KTP  # nama di SK\nnama_lain: [KTP]\n# tentang syarat\npersyaratan:\n  - Fotokopi KK\n",
        )
        .with("content/dinas-contoh/ktp.en.yaml", "judul: Sample ID card service\n")
        .with("content/balai/agency.yaml", "name: Balai Contoh\n")
        .with(
            "content/balai/kk.yaml",
            r#"title: Contoh Layanan KK
offered_at:
  - dinas-contoh
questions:
  - id: punya
    ask: Apakah Anda punya KTP?
    yes_no: true
requirements:
  - text: Sudah punya KTP
    must: punya
    otherwise:
      kind: do_first
      say: Urus KTP dulu.
      see: "dinas-contoh/ktp"   # di sana
faq:
  - id: syarat
    question: Di mana?
    answer: |
      Lihat [layanan KTP](dinas-contoh/ktp.html#biaya) dan
      [lagi](/dinas-contoh/ktp), bukan dinas-contoh/ktp.
related: {requires: [dinas-contoh/ktp], see_also: ['dinas-contoh/ktp']}
"#,
        )
        .with(
            "content/documents.yaml",
            "- id: ktp-el\n  nama: KTP\n  diterbitkan_oleh: dinas-contoh/ktp # oleh dinas\n",
        )
        .with(
            "content/pages/tentang.md",
            "---\njudul: Tentang\n---\n\nBuka [KTP](dinas-contoh/ktp.html) atau [dinas](dinas-contoh).\n",
        )
        .on_disk()
}

/// All files of the content as text.
fn texts(case: &Folder) -> String {
    let paths = case.tree("content").into_keys();
    let texts = paths.map(|path| format!("== {path}\n{}", case.read(&format!("content/{path}"))));
    texts.collect()
}

/// What `check` finds that is more than a hint.
fn findings(case: &Folder) -> String {
    case.run("check --format short").out
}

#[test]
fn a_service_is_renamed_with_all_that_names_it() {
    let case = site();
    let before = findings(&case);
    case.run("rename dinas-contoh/ktp kartu")
        .exits(0)
        .prints("")
        .says(
            "\
content/dinas-contoh/ktp.yaml → content/dinas-contoh/kartu.yaml
content/dinas-contoh/ktp.en.yaml → content/dinas-contoh/kartu.en.yaml
content/balai/kk.yaml: 5 rujukan disesuaikan
content/documents.yaml: 1 rujukan disesuaikan
content/pages/tentang.md: 1 rujukan disesuaikan
alamat lama tetap berlaku dan mengarah ke yang baru: dinas-contoh/ktp.html, en/dinas-contoh/ktp.html
",
        );
    assert_eq!(
        case.read("content/dinas-contoh/kartu.yaml"),
        "# Kepala berkas\njudul: Contoh Layanan KTP  # nama di SK\nnama_lain: [KTP]\npindah_dari:\n  - dinas-contoh/ktp.html\n  - en/dinas-contoh/ktp.html\n# tentang syarat\npersyaratan:\n  - Fotokopi KK\n"
    );
    let kk = case.read("content/balai/kk.yaml");
    for line in [
        "      see: \"dinas-contoh/kartu\"   # di sana\n",
        "      Lihat [layanan KTP](dinas-contoh/kartu.html#biaya) dan\n      [lagi](/dinas-contoh/kartu), bukan dinas-contoh/ktp.\n",
        "related: {requires: [dinas-contoh/kartu], see_also: ['dinas-contoh/kartu']}\n",
    ] {
        assert!(kk.contains(line), "{line}\n{kk}");
    }
    let papers = case.read("content/documents.yaml");
    assert!(
        papers.contains("diterbitkan_oleh: dinas-contoh/kartu # oleh dinas\n"),
        "{papers}"
    );
    let about = case.read("content/pages/tentang.md");
    assert!(
        about.contains("[KTP](dinas-contoh/kartu.html) atau [dinas](dinas-contoh)."),
        "{about}"
    );
    assert_eq!(
        findings(&case),
        before.replace("dinas-contoh/ktp", "dinas-contoh/kartu")
    );
    case.run("build").exits(0);
    for (old, new) in [
        ("dinas-contoh/ktp.html", "url=kartu.html"),
        ("en/dinas-contoh/ktp.html", "url=kartu.html"),
    ] {
        let page = case.read(&format!("public/{old}"));
        assert!(page.contains(new), "{old}: {page}");
        let lang = if old.starts_with("en/") { "en" } else { "id" };
        assert!(page.contains(&format!("<html lang=\"{lang}\"")), "{page}");
        // The versions of the page itself are named there, not those of its old address.
        assert!(!page.contains("hreflang=x-default"), "{page}");
    }
}

#[test]
fn a_service_moves_to_another_agency_and_back() {
    let case = site();
    let before = texts(&case);
    case.run_below("content/dinas-contoh", "move ktp.yaml balai")
        .exits(0);
    assert!(case.has("content/balai/ktp.yaml"));
    assert!(case.has("content/balai/ktp.en.yaml"));
    assert!(
        case.read("content/balai/kk.yaml")
            .contains("requires: [balai/ktp]")
    );
    case.run("build").exits(0);
    // Its first address is its own again, and the second is old now.
    case.run("rename balai/ktp dinas-contoh/ktp").exits(0);
    let own = case.read("content/dinas-contoh/ktp.yaml");
    assert!(
        own.contains("pindah_dari:\n  - balai/ktp.html\n  - en/balai/ktp.html\n"),
        "{own}"
    );
    let added = "pindah_dari:\n  - balai/ktp.html\n  - en/balai/ktp.html\n";
    assert_eq!(texts(&case).replace(added, ""), before);
    case.run("build").exits(0);
}

#[test]
fn an_agency_is_renamed_with_its_folder() {
    let case = site()
        .with("content/dinas-contoh/catatan.txt", "punya kami")
        .with(
            "content/dinas-contoh/agency.yaml",
            "nama: Dinas Contoh\nmaklumat:\n  bunyi: Kami sanggup.\nsk:\n  nomor: CONTOH/1/2025\n",
        );
    case.run("rename dinas-contoh dinas-baru").exits(0);
    assert!(!case.has("content/dinas-contoh"));
    assert_eq!(case.read("content/dinas-baru/catatan.txt"), "punya kami");
    let agency = case.read("content/dinas-baru/agency.yaml");
    let old = "pindah_dari:\n  - dinas-contoh/index.html\n  - dinas-contoh/maklumat.html\n  - en/dinas-contoh/index.html\n  - en/dinas-contoh/maklumat.html\n";
    assert!(agency.ends_with(old), "{agency}");
    let kk = case.read("content/balai/kk.yaml");
    assert!(kk.contains("offered_at:\n  - dinas-baru\n"), "{kk}");
    assert!(kk.contains("see: \"dinas-baru/ktp\""), "{kk}");
    let about = case.read("content/pages/tentang.md");
    assert!(
        about.contains("(dinas-baru/ktp.html) atau [dinas](dinas-baru)."),
        "{about}"
    );
    case.run("build").exits(0);
    let page = case.read("public/en/dinas-contoh/maklumat.html");
    assert!(page.contains("url=../dinas-baru/index.html"), "{page}");
    assert!(case.has("public/dinas-contoh/ktp.html"));
}

#[test]
fn a_page_is_renamed() {
    let case = site().with(
        "content/pages/bantuan.md",
        "---\njudul: Bantuan\n---\n\nLihat [tentang](tentang.html).\n",
    );
    case.run("rename pages/tentang tentang-kami").exits(0);
    let page = case.read("content/pages/tentang-kami.md");
    assert!(
        page.starts_with(
            "---\njudul: Tentang\npindah_dari:\n  - tentang.html\n  - en/tentang.html\n---\n"
        ),
        "{page}"
    );
    assert!(
        case.read("content/pages/bantuan.md")
            .contains("(tentang-kami.html)")
    );
    case.run("build").exits(0);
    assert!(
        case.read("public/tentang.html")
            .contains("url=tentang-kami.html")
    );
}

#[test]
fn the_stamp_of_a_translation_goes_along_with_a_link() {
    let answer = "Lihat [KTP](dinas-contoh/ktp.html).";
    let hash = maklumat::parse::translate::hash8(&[answer]);
    let case = site().with(
        "content/balai/sim.yaml",
        format!("title: SIM\nfaq:\n  - id: di\n    question: Di mana?\n    answer: \"{answer}\"\n"),
    );
    let translation = format!(
        "title: Driving licence\nfaq:\n  di:\n    answer:\n      of: {hash}\n      text: See the [ID card](dinas-contoh/ktp.html).\n"
    );
    case.write("content/balai/sim.en.yaml", &translation);
    assert!(!findings(&case).contains("K0701"));
    case.run("rename dinas-contoh/ktp kartu").exits(0);
    assert!(!findings(&case).contains("K0701"), "{}", findings(&case));
    let now = maklumat::parse::translate::hash8(&[&answer.replace("/ktp", "/kartu")]);
    let expected = translation.replace(&hash, &now).replace("/ktp", "/kartu");
    assert_eq!(case.read("content/balai/sim.en.yaml"), expected);
    // A stamp that was old stays so: nobody has looked at that translation.
    case.write(
        "content/balai/sim.en.yaml",
        translation
            .replace(&hash, "00000000")
            .replace("/ktp", "/kartu"),
    );
    case.run("rename dinas-contoh/kartu ktp").exits(0);
    assert!(
        case.read("content/balai/sim.en.yaml")
            .contains("of: 00000000")
    );
}

#[test]
fn nothing_is_changed_where_something_is_wrong() {
    let case = site();
    let before = texts(&case);
    for (call, says) in [
        (
            "rename dinas-contoh/kpt kk",
            "gagal: tidak ada layanan, dinas, atau halaman bernama `dinas-contoh/kpt`; mungkin maksud Anda: dinas-contoh/ktp\n",
        ),
        (
            "rename ktp Kartu-Baru",
            "gagal: `Kartu-Baru` tidak dapat menjadi alamat; ketik: kartu-baru\n",
        ),
        (
            "rename ktp maklumat",
            "gagal: nama `maklumat` dipakai program ini sendiri; pilih nama lain\n",
        ),
        (
            "rename balai/kk ktp/kk",
            "gagal: tidak ada dinas `ktp`; yang ada: balai, dinas-contoh\n",
        ),
        (
            "rename balai/kk dinas-contoh/ktp",
            "gagal: `content/dinas-contoh/ktp.yaml` sudah ada; pilih nama lain\n",
        ),
        (
            "rename balai dinas-contoh",
            "gagal: `content/dinas-contoh` sudah ada; pilih nama lain\n",
        ),
        (
            "rename balai en",
            "gagal: nama `en` dipakai program ini sendiri; pilih nama lain\n",
        ),
    ] {
        case.run(call).exits(2).says(says);
    }
    // Another service has that address from its past.
    case.write(
        "content/balai/a.yaml",
        "title: A\nmoved_from: [balai/lama.html]\n",
    );
    let run = case.run("rename dinas-contoh/ktp balai/lama").exits(1);
    assert!(run.err.contains("K0404"), "{}", run.err);
    assert!(
        run.err
            .ends_with("tidak ada yang diubah: dengan nama itu situs mendapat kesalahan di atas\n"),
        "{}",
        run.err
    );
    case.remove("content/balai/a.yaml");
    // A file that cannot be read may name anything.
    case.write("content/balai/a.yaml", "title: A\nrelated: [a\n");
    let run = case.run("rename dinas-contoh/ktp kartu").exits(2);
    assert!(run.err.contains("content/balai/a.yaml"), "{}", run.err);
    case.remove("content/balai/a.yaml");
    let run = case.run("rename dinas-contoh/ktp kartu --dry-run").exits(0);
    assert!(
        run.err.contains("→ content/dinas-contoh/kartu.yaml"),
        "{}",
        run.err
    );
    assert_eq!(texts(&case), before);
}

#[test]
fn a_step_that_fails_undoes_those_before_it() {
    let case = site();
    let before = texts(&case);
    let service = case.read("content/dinas-contoh/ktp.yaml");
    let moves = [(
        "content/dinas-contoh/ktp.yaml".to_owned(),
        "content/dinas-baru/kartu.yaml".to_owned(),
    )];
    let first = Rewrite {
        path: "content/dinas-baru/kartu.yaml",
        before: service.as_bytes(),
        text: "judul: Lain\n",
    };
    let saved_meanwhile = Rewrite {
        path: "site.yaml",
        before: b"judul: Dulu\n",
        text: "judul: Lain\n",
    };
    let gone = Rewrite {
        path: "content/tidak-ada.yaml",
        ..saved_meanwhile
    };
    for last in [saved_meanwhile, gone] {
        let done = rearrange(case.root(), &moves, [first, last].into_iter());
        assert!(done.is_err(), "{last:?}");
        assert_eq!(texts(&case), before);
        assert!(!maklumat::disk::is_taken(
            &case.root().join("content/dinas-baru")
        ));
    }
    let moved = rearrange(case.root(), &moves, [first].into_iter());
    moved.expect("moved");
    assert_eq!(case.read("content/dinas-baru/kartu.yaml"), "judul: Lain\n");
}

/// A draft was never published, so nothing leads to it.
#[test]
fn a_draft_has_no_old_address() {
    let case = site().with("content/balai/sim.yaml", "title: SIM\nstatus: draft\n");
    case.run("rename balai/sim surat-izin")
        .exits(0)
        .says("content/balai/sim.yaml → content/balai/surat-izin.yaml\n");
    assert_eq!(
        case.read("content/balai/surat-izin.yaml"),
        "title: SIM\nstatus: draft\n"
    );
}

#[test]
fn old_addresses_are_added_as_the_list_is_written() {
    for (written, expected) in [
        (
            "pindah_dari: [a.html]",
            "pindah_dari: [a.html, dinas-contoh/ktp.html]",
        ),
        ("pindah_dari: []", "pindah_dari:\n  - dinas-contoh/ktp.html"),
        ("pindah_dari:", "pindah_dari:\n  - dinas-contoh/ktp.html"),
        (
            "pindah_dari: null  # belum",
            "pindah_dari: # belum\n  - dinas-contoh/ktp.html",
        ),
        (
            "pindah_dari:\n- a.html # dulu",
            "pindah_dari:\n- a.html # dulu\n- dinas-contoh/ktp.html",
        ),
        (
            "pindah_dari:\n    - a.html\n    - dinas-contoh/kartu.html",
            "pindah_dari:\n    - a.html\n    - dinas-contoh/ktp.html",
        ),
        (
            "moved_from:\n  - \"dinas-contoh/ktp.html\"",
            "moved_from:\n  - \"dinas-contoh/ktp.html\"",
        ),
    ] {
        let case = Folder::site().with(SERVICE, format!("judul: KTP\n{written}\nringkasan: Ada."));
        case.run("rename ktp kartu").exits(0);
        let text = case.read("content/dinas-contoh/kartu.yaml");
        assert_eq!(text, format!("judul: KTP\n{expected}\nringkasan: Ada."));
    }
}

/// The site as a plan leaves it.
fn renamed(site: &Site, renamed: &Renamed) -> Site {
    let (plan, _) = plan(site, renamed).expect("a plan");
    let planned = Planned::new(site, &plan);
    let entries = planned.entries().expect("a list");
    Site::of(entries.iter().map(|entry| {
        let bytes = planned.read(&entry.path).expect("a file");
        (entry.path.clone(), bytes)
    }))
}

/// Each thing of the example town gets another name, one after the other; then everything is as sound as before, and
/// every page that was there leads on.
#[test]
fn the_whole_town_is_renamed() {
    let mut town = Site::read(TOWN).with(
        "content/pages/tentang.md",
        "---\njudul: Tentang\n---\n\n[KK](dukcapil-contoh/kartu-keluarga.html)\n",
    );
    let before = town.build();
    let (_, sound) = town.check();
    let sound = sound.expect("a sound town");
    let layout = &sound.site().layout;
    let text = |text: &str| text.to_owned();
    for (agency, files) in &layout.agencies {
        // Each plan looks through the whole town, so some services of each agency are enough.
        for name in files.services.keys().step_by(3) {
            let (old, new) = (
                [agency, name].map(|part| text(part)),
                format!("{name}-baru"),
            );
            town = renamed(&town, &Renamed::Service(old, [text(agency), new]));
        }
        town = renamed(
            &town,
            &Renamed::Agency(text(agency), format!("{agency}-baru")),
        );
    }
    town = renamed(&town, &Renamed::Page(text("tentang"), text("tentang-kami")));
    let after = town.build();
    let heavy = |built: &Built| {
        let findings = built.report.findings.iter();
        findings
            .filter(|found| found.severity != Severity::Hint)
            .count()
    };
    assert_eq!(
        heavy(&after),
        heavy(&before),
        "{:#?}",
        after.report.findings
    );
    // What is printed and what is read by programs has no page that leads on.
    let leads_on = |path: &&String| {
        path.ends_with(".html")
            && !path.ends_with("-poster.html")
            && !path.ends_with("-lampiran.html")
    };
    let pages: Vec<&String> = before.files.keys().filter(leads_on).collect();
    assert!(pages.len() > 100, "{}", pages.len());
    let gone = pages
        .iter()
        .filter(|page| !after.files.contains_key(**page));
    let gone: Vec<_> = gone.collect();
    assert!(gone.is_empty(), "{gone:#?}");
}
