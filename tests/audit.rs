//! The audit: its counts against counts made by hand, its states, and its forms.
//!
//! By hand means: each file of the example town was opened and the keys at its left edge were ticked off against the list
//! of the law, with `null` as its own mark, and the agencies' files for channels, decree and pledge. Two of 27 services
//! have all fourteen (`akta-kelahiran`, `legalisasi`), three say `waktu: null`, the others have the first group alone.
//! Channels for complaints are written in one service and, for the others, in their agencies.

use jiff::civil::date;
use maklumat::audit::look::Remark;
use maklumat::audit::points::{COMPONENTS, POINTS};
use maklumat::audit::{Audit, write};
use maklumat::diagnostic::Lang;
use serde_json::Value;

use crate::site::{Folder, Site, TOWN, text_of};

/// The audit of a site on the day of its tests.
fn audit(site: &Site) -> Audit {
    let (report, sound) = site.check();
    let sound = sound.unwrap_or_else(|| panic!("{:#?}", report.findings));
    let settings = site.settings();
    Audit::of(&sound, site, settings.drafts, settings.today).expect("unchanged")
}

/// The state of each point of a service, by its sign.
fn signs(audit: &Audit, id: &str) -> String {
    let service = audit.services.iter().find(|service| service.id == id);
    let service = service.unwrap_or_else(|| panic!("no {id}"));
    let sign = |state| match state {
        "given" => '+',
        "missing" => '0',
        _ => '-',
    };
    service
        .answers
        .iter()
        .map(|answer| sign(answer.state))
        .collect()
}

#[test]
fn the_counts_are_those_made_by_hand() {
    let town = audit(&Site::read(TOWN));
    let by_hand = |id: &str| match id {
        "dukcapil-contoh/akta-kelahiran" | "kecamatan-contoh/legalisasi" => 14,
        "dukcapil-contoh/pindah-keluar"
        | "kecamatan-contoh/ktp-elektronik"
        | "pendidikan-contoh/pindah-sekolah" => 5,
        _ => 6,
    };
    for service in &town.services {
        assert_eq!(service.components(), by_hand(&service.id), "{}", service.id);
    }
    assert_eq!((town.services.len(), town.agencies.len()), (27, 8));
    // 2 of 14, 3 of 5, 22 of 6.
    assert_eq!(town.written(), (175, 27 * 14));
    let order: Vec<usize> = town.services.iter().map(|one| one.components()).collect();
    assert!(order.is_sorted(), "{order:?}");
    let pindah = "++0+++--------++-+-------";
    assert_eq!(signs(&town, "pendidikan-contoh/pindah-sekolah"), pindah);
    let kartu = "++++++--------++-++------";
    assert_eq!(signs(&town, "dukcapil-contoh/kartu-keluarga"), kartu);
    let akta = "++++++++++++++++-+--+----";
    assert_eq!(signs(&town, "dukcapil-contoh/akta-kelahiran"), akta);
    // Number and date of the decree, and channels; none has pledge, survey, consultation or proof.
    for agency in &town.agencies {
        assert_eq!(agency.given(), 3, "{}", agency.id);
    }
    let of = |id: &str| {
        town.agencies
            .iter()
            .find(|one| one.id == id)
            .expect("an agency")
    };
    let dukcapil = of("dukcapil-contoh");
    // 14 + 5 and four times 6, of six services.
    assert_eq!((dukcapil.services, dukcapil.written), (6, 43));
}

/// `content/`: one service, whose decree has `nomor: null` and whose agency has written neither channels nor pledge.
#[test]
fn the_one_real_service_has_six_of_fourteen() {
    let own = audit(&Site::read("."));
    let id = "disdukcapil-kota-serang/penerbitan-ktp-elektronik";
    assert_eq!(own.written(), (6, 14));
    assert_eq!(signs(&own, id), "++++++--------0--+-------");
    // Its seven requirements name no article.
    assert_eq!(own.services[0].requirements, 7);
    assert_eq!(own.services[0].without_basis.len(), 7);
    assert_eq!(
        own.services[0].without_basis[2].1,
        "Fotokopi Kartu Keluarga (KK)"
    );
    assert_eq!(own.agencies[0].given(), 0);
}

const AGENCY: &str = "content/dinas-contoh/agency.yaml";
const FULL: &str = "nama: Dinas Contoh
saluran: null
sk:
  nomor: CONTOH/1/2020
  tanggal: 2020-02-01
  berlaku_sampai: 2025-02-01
maklumat:
  bunyi: Kami sanggup.
survei:
  tahun: 2024
konsultasi_publik: null
dipasang:
  tanggal: 2026-10-30
  tempat: Ruang tunggu
";

#[test]
fn what_is_over_or_not_complete_is_said() {
    let site = Site::with_service()
        .with(AGENCY, FULL)
        .with(
            "site.yaml",
            "judul: Contoh\ncontoh: ya\ntinjau_setelah_bulan: 6\n",
        )
        .with(
            crate::site::SERVICE,
            "judul: KTP\ndiperiksa:\n  tanggal: 2026-01-05\nprosedur: []\nsarana_prasarana: null\n",
        );
    let found = audit(&site.clone().on(date(2026, 11, 1)));
    let id = "dinas-contoh/ktp";
    //                          A     B       SK   adu prk rtn, then of the agency
    assert_eq!(signs(&found, id), "-----0-0------+++0-+0++0+");
    let remarks: Vec<(&str, Remark)> = POINTS
        .iter()
        .zip(&found.services[0].answers)
        .filter_map(|(point, answer)| Some((point.key, answer.remark?)))
        .collect();
    let expected = [
        ("decree_valid_until", Remark::Expired),
        ("reviewed", Remark::ReviewDue),
        ("pledge", Remark::Unsigned),
        ("survey", Remark::SurveyOld),
    ];
    assert_eq!(remarks, expected);
    let text = write::text(&found, Lang::Id);
    for line in [
        "SK berlaku sampai: ada: 2025-02-01 (21 bulan lalu); sudah lewat",
        "Maklumat pelayanan: ada: rancangan, belum ditandatangani lengkap",
        "Saluran pengaduan: diketahui belum ada",
        "Bukti standar dipasang: ada: Ruang tunggu; 2026-10-30 (2 hari lalu)",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    // A day before, each of them still holds.
    let before = audit(&site.on(date(2025, 2, 1)));
    let answers = &before.services[0].answers;
    let of = |key: &str| {
        POINTS
            .iter()
            .position(|point| point.key == key)
            .expect("a point")
    };
    assert_eq!(answers[of("decree_valid_until")].remark, None);
    assert_eq!(answers[of("survey")].remark, None);
    assert_eq!(answers[of("reviewed")].remark, None);
}

#[test]
fn a_requirement_rests_on_an_article_of_its_own_or_of_its_group() {
    let site = Site::new().with(
        crate::site::SERVICE,
        "judul: KTP
persyaratan:
  - KK
  - bunyi: Bagi WNA
    dasar_hukum:
      - Perpres 96/2018
    rincian:
      - Paspor
      - ITAP
  - bunyi: Foto
    dasar_hukum:
      - Perpres 96/2018
  - bunyi: Bagi WNI
    rincian:
      - Akta
",
    );
    let found = audit(&site);
    let service = &found.services[0];
    let bare: Vec<&str> = service
        .without_basis
        .iter()
        .map(|(number, _)| &**number)
        .collect();
    assert_eq!((service.requirements, bare), (5, vec!["1", "4.1"]));
}

const OTHER: &str = "content/kecamatan-lain/agency.yaml";

#[test]
fn the_same_service_elsewhere_is_compared_paper_by_paper() {
    let papers =
        "- id: kk\n  nama: Kartu Keluarga\n  nama_lain:\n    - KK\n- id: ktp\n  nama: KTP\n";
    let site = Site::new()
        .with("content/documents.yaml", papers)
        .with(OTHER, "nama: Kecamatan Lain\nsk:\n  nomor: 1/2025\n  tanggal: 2025-01-01\n")
        .with(
            "content/dinas-contoh/domisili.yaml",
            "judul: Surat Domisili\npersyaratan:\n  - bunyi: Salinan KK\n    dokumen: kk\n  - Pas foto 3x4\n  - Materai\n",
        )
        .with(
            "content/kecamatan-lain/keterangan.yaml",
            "judul: Surat Domisili Kecamatan Lain
pertanyaan:
  - id: sewa
    tanya: Menyewa?
    ya_tidak: ya
persyaratan:
  - bunyi: Kartu Keluarga asli
    dokumen: Kartu Keluarga
  - bunyi: KTP penyewa
    dokumen: ktp
    jika: sewa
  - pas foto 3x4.
",
        )
        .with(
            "content/kecamatan-lain/lain.yaml",
            "judul: Sesuatu yang lain\npersyaratan:\n  - Materai\n",
        );
    let found = audit(&site);
    let [shared] = &found.shared[..] else {
        panic!("{:#?}", found.shared);
    };
    let offices: Vec<&str> = shared.offices.iter().map(|office| &*office.id).collect();
    assert_eq!(
        offices,
        ["dinas-contoh/domisili", "kecamatan-lain/keterangan"]
    );
    let json: Value = serde_json::from_str(&write::json(&found, Lang::Id)).expect("JSON");
    let differing = &json["shared"][0]["differing_papers"];
    let papers: Vec<&str> = differing
        .as_array()
        .expect("a list")
        .iter()
        .map(|paper| paper["paper"].as_str().expect("a name"))
        .collect();
    assert_eq!(papers, ["KTP", "Materai"]);
    assert_eq!(differing[0]["asked"]["dinas-contoh/domisili"], "nobody");
    assert_eq!(differing[0]["asked"]["kecamatan-lain/keterangan"], "some");
    assert_eq!(differing[1]["asked"]["dinas-contoh/domisili"], "everyone");
    let text = write::text(&found, Lang::Id);
    let line = "KTP: Dinas Contoh: tidak diminta; Kecamatan Lain: diminta dari sebagian";
    assert!(text.contains(line), "{text}");
    // One agency alone has nothing to be compared with.
    assert!(
        audit(&site.without("content/dinas-contoh/domisili.yaml"))
            .shared
            .is_empty()
    );
}

#[test]
fn the_components_are_called_as_on_the_pages() {
    for (lang, file) in [(Lang::Id, "id"), (Lang::En, "en")] {
        let words = text_of(&format!("themes/default/words/{file}.yaml"));
        for point in POINTS.iter().take(COMPONENTS) {
            let line = format!("component.{}.legal: {}\n", point.key, point.name(lang));
            assert!(words.contains(&line), "{line}");
        }
    }
}

#[test]
fn every_form_says_the_same() {
    let site = Site::read("tests/data/reference");
    let found = audit(&site);
    let json: Value = serde_json::from_str(&write::json(&found, Lang::En)).expect("JSON");
    let all = json["services"].as_array().expect("services");
    let csv = write::csv(&found, Lang::Id);
    let mut rows = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let heads = rows.headers().expect("headings").clone();
    assert!(heads[4].contains("UU 25/2009 Pasal 21"), "{heads:?}");
    let rows: Vec<csv::StringRecord> = rows.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), all.len());
    let html = write::html(&found, Lang::Id);
    let page = scraper::Html::parse_document(&html);
    let select = |selector: &str| {
        let selector = scraper::Selector::parse(selector).expect("a selector");
        page.select(&selector).count()
    };
    assert_eq!(select(".signs tbody tr"), all.len());
    assert_eq!(select(".signs tbody td"), all.len() * (COMPONENTS + 1));
    assert_eq!(select("script, link, img, [style], [onclick]"), 0);
    for (row, service) in rows.iter().zip(all) {
        assert_eq!(&row[1], service["id"].as_str().expect("an id"));
        for (at, point) in POINTS.iter().enumerate() {
            let state = match service["points"][point.key]["state"].as_str() {
                Some("given") => "ada",
                Some("missing") => "diketahui belum ada",
                _ => "belum diisi",
            };
            let cell = &row[at + 4];
            assert!(
                cell == state || cell.starts_with(&format!("{state}: ")),
                "{cell}"
            );
        }
    }
    let markdown = write::markdown(&found, Lang::Id);
    let lines = markdown
        .lines()
        .filter(|line| line.starts_with("| dinas-contoh/"));
    assert_eq!(lines.count(), all.len());
}

#[test]
fn the_command_prints_the_report_and_nothing_else() {
    let case = Folder::site();
    let run = case.run("audit --format json").exits(0).says("");
    let json: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(json["services"][0]["components"], 1);
    let run = case.run("audit --format csv --lang en").exits(0).says("");
    assert!(run.out.contains("\"dinas-contoh/ktp\""), "{}", run.out);
    let markup = "judul: <b>KTP</b> & \"lain\"\npersyaratan:\n  - KK\n";
    case.write(crate::site::SERVICE, markup);
    let run = case.run("audit --format html").exits(0).says("");
    assert!(
        run.out
            .contains("&lt;b&gt;KTP&lt;/b&gt; &amp; &quot;lain&quot;"),
        "{}",
        run.out
    );
    case.write(crate::site::SERVICE, "judul: KTP\nstatus: rancangan\n");
    let told = "1 rancangan tidak dihitung; dengan rancangan: maklumat audit --drafts\n";
    let run = case.run("audit --today 2026-11-28").exits(0).says(told);
    assert!(run.out.contains("0 layanan di 1 dinas"), "{}", run.out);
    for format in ["table", "markdown", "html", "csv"] {
        let run = case.run(&format!("audit --format {format}")).exits(0);
        assert!(
            run.out.contains("1 rancangan tidak dihitung"),
            "{}",
            run.out
        );
        assert!(!run.out.contains("0 dari 0\n"), "{}", run.out);
    }
    let run = case.run("audit --drafts").exits(0).says("");
    assert!(run.out.contains("KTP (rancangan)"), "{}", run.out);
    case.write(crate::site::SERVICE, "judul: KTP\njudul: KTP\n");
    let run = case.run("audit").exits(1).prints("");
    assert!(run.err.contains("K0108"), "{}", run.err);
}

#[test]
fn what_keeps_an_audit_from_being_made_stands_alone() {
    let broken = "judul: Contoh\npersyaratan:\n  - bunyi: KTP\n    jika: tidak_ada = ya\n";
    let folder = Site::new()
        .with("content/dinas-contoh/a.yaml", broken)
        .with("content/dinas-contoh/b.yaml", "judul: Lain\n")
        .on_disk();
    let done = folder.run("audit");
    assert_eq!(done.code, Some(1), "{}", done.err);
    let said = done.out + &done.err;
    assert!(said.contains("kesalahan["), "{said}");
    let hints = said.matches("petunjuk[").count() + said.matches("peringatan[").count();
    assert_eq!(hints, 0, "{said}");
}

#[test]
fn a_channel_that_is_not_shown_is_no_channel_that_nobody_listed() {
    let site = Site::with_service().with(
        crate::site::SERVICE,
        "judul: KTP\npengaduan:\n  saluran:\n    - whatsapp: \"081200000000\"\n",
    );
    let html = site.build().page("dinas-contoh/ktp.html").to_owned();
    assert!(html.contains("belum ditampilkan"), "{html}");
    assert!(!html.contains("belum mencantumkan saluran"), "{html}");
    let markdown = write::csv(&audit(&site), Lang::Id);
    assert!(
        markdown.contains("whatsapp (tidak ditampilkan: belum `resmi: ya`)"),
        "{markdown}"
    );
}
