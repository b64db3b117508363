//! What was written is kept: lines stand alone, hours hold on holidays, dates and accounts are said.

use jiff::civil::date;
use maklumat::diagnostic::{Code, Located};

use crate::site::{Built, PAGE, SERVICE, Site};
use crate::styles::Rules;

const AGENCY: &str = "content/dinas-contoh/agency.yaml";

fn with(body: &str) -> Site {
    Site::new().with(SERVICE, format!("judul: Contoh Layanan KTP\n{body}"))
}

/// The findings of a code.
fn found(built: &Built, code: Code) -> Vec<&Located> {
    let findings = built.report.findings.iter();
    findings.filter(|finding| finding.code == code).collect()
}

/// The help of a finding, in Indonesian.
fn help(finding: &Located) -> &str {
    finding.help.as_ref().map_or("", |help| help.id.as_str())
}

#[test]
fn a_line_that_starts_as_an_item_is_no_part_of_the_line_above() {
    for sign in [
        "- ", "• ", "– ", "1. ", "2) ", "a. ", "a) ", "(b) ", "ii. ", "",
    ] {
        for deeper in ["   ", "    ", "      "] {
            let list = format!("persyaratan:\n  - Fotokopi KTP\n{deeper}{sign}Fotokopi KK\n");
            let built = with(&list).build();
            let joined = found(&built, Code::K0114);
            assert_eq!(joined.len(), 1, "{list}{:#?}", built.report.findings);
            assert_eq!(joined[0].place.line, 4, "{list}");
            assert!(help(joined[0]).contains(": - Fotokopi KK"), "{list}");
            let errors = built.report.count(maklumat::diagnostic::Severity::Error);
            assert_eq!(errors, 1, "{list}{:#?}", built.report.findings);
        }
    }
    let typed = with("persyaratan:\n  - Fotokopi KTP\n  - Fotokopi KK\n").build();
    let page = typed.page(PAGE);
    assert!(page.contains(">Fotokopi KTP<") && page.contains(">Fotokopi KK<"));
}

#[test]
fn a_list_inside_a_sentence_is_met_with_the_sign_that_keeps_lines() {
    let built = with("persyaratan:\n  - bunyi: Melampirkan\n      1. Fotokopi KTP\n").build();
    let joined = found(&built, Code::K0114);
    assert_eq!(joined.len(), 1, "{:#?}", built.report.findings);
    assert!(
        help(joined[0]).contains("ketik: bunyi: |"),
        "{}",
        help(joined[0])
    );
}

#[test]
fn a_wrapped_sentence_is_one() {
    for sentence in [
        "Surat pengantar\n    dari kelurahan",
        "Surat pengantar dari\n    Kelurahan Contoh",
        "Surat pengantar, Kartu Keluarga,\n    KTP",
        "Surat pengantar yang ditandatangani oleh lurah atau kepala desa di tempat tinggal\n    Pemohon",
    ] {
        let built = with(&format!("persyaratan:\n  - {sentence}\n")).build();
        assert_eq!(found(&built, Code::K0114).len(), 0, "{sentence}");
        built.page(PAGE);
    }
}

#[test]
fn lines_of_a_text_stay_lines_and_its_lists_lists() {
    let text = "Tarif retribusi\nKhusus <umum>\n- Mobil   Rp1\n- Motor   Rp2\nSelesai";
    let block = text.replace('\n', "\n      ");
    let built = with(&format!("persyaratan:\n  - bunyi: |\n      {block}\n")).build();
    let page = built.page(PAGE);
    let list = "<span role=\"list\"><span role=\"listitem\">- Mobil   Rp1</span><span role=\"listitem\">- Motor   Rp2</span></span>";
    assert!(
        page.contains(&format!(
            "Tarif retribusi<br>Khusus &lt;umum&gt;{list}Selesai"
        )),
        "{page}"
    );
}

/// A site whose agency has these hours, and a service that takes working days.
fn open(hours: &str) -> Site {
    with("waktu: 4 hari kerja\n")
        .with(
            AGENCY,
            format!("nama: Dinas Contoh\nzona_waktu: WIB\njam_layanan:\n{hours}"),
        )
        .with(
            "content/holidays.yaml",
            "- tahun: 2026\n  dasar: Keputusan Contoh\n  hari:\n    - tanggal: 2026-12-24\n      nama: Jeda Natal\n      cuti_bersama: ya\n    - tanggal: 2026-12-25\n      nama: Natal\n",
        )
}

#[test]
fn an_office_may_work_on_holidays() {
    let days = "  - hari: [senin, selasa, rabu, kamis, jumat]\n    buka: \"08:00\"\n    tutup: \"15:00\"\n";
    for (key, said, closed, opened) in [
        ("", "08.00–15.00<", "12-24 12-25", 0),
        ("tidak", "08.00–15.00<", "12-24 12-25", 0),
        (
            "cuti_bersama",
            "08.00–15.00, juga pada cuti bersama<",
            "12-25",
            1,
        ),
        ("ya", "08.00–15.00, juga pada hari libur<", "", 2),
    ] {
        let line = match key {
            "" => String::new(),
            key => format!("    saat_hari_libur: {key}\n"),
        };
        let built = open(&format!("{days}{line}")).build();
        let page = built.page(PAGE);
        let data = format!("\"holidays\":{{\"2026\":\"{closed}\"}}");
        assert!(page.contains(&data), "{key}: {page}");
        assert!(page.contains(said), "{key}: {page}");
        let agency = built.page("dinas-contoh/index.html");
        assert!(agency.contains("Hari libur 2026") && agency.contains("Keputusan Contoh"));
        assert!(agency.contains("Jeda Natal (cuti bersama)"), "{agency}");
        assert_eq!(agency.matches(": tetap buka").count(), opened, "{agency}");
    }
    let wrong = open(&format!("{days}    saat_hari_libur: kadang\n")).build();
    assert_eq!(found(&wrong, Code::K0205).len(), 1);
    // Nobody is there without an appointment: the day counts for nothing.
    let asked = "  - hari: [kamis]\n    dengan_perjanjian: ya\n    saat_hari_libur: ya\n";
    let built = open(&format!("{days}{asked}")).build();
    assert!(built.page(PAGE).contains("\"2026\":\"12-24 12-25\""));
}

#[test]
fn a_page_says_from_when_and_until_when_whatever_the_day() {
    let site = with("berlaku_mulai: 2026-12-01\nberlaku_sampai: 2026-12-31\n");
    let mut pages = Vec::new();
    for (today, told) in [
        (date(2026, 11, 30), "baru berlaku 2026-12-01"),
        (date(2026, 12, 1), ""),
        (date(2026, 12, 31), ""),
        (date(2027, 1, 1), "2026-12-31 hari terakhir"),
    ] {
        let built = site.clone().on(today).build();
        let findings = found(&built, Code::K0511);
        assert_eq!(findings.len(), usize::from(!told.is_empty()), "{today}");
        let said = findings.iter().all(|one| one.message.id.contains(told));
        assert!(said, "{findings:#?}");
        pages.push(built.page(PAGE).to_owned());
    }
    pages.dedup();
    assert_eq!(pages.len(), 1);
    assert!(pages[0].contains("Mulai berlaku 1 Desember 2026. Berlaku sampai 31 Desember 2026."));
    assert!(!pages[0].contains("Diperbarui"));
    // Once the page was looked at after the start, that goes without saying.
    let looked_at = "berlaku_mulai: 2026-10-01\ndiperiksa:\n  tanggal: 2026-10-20\n";
    let built = with(looked_at).build();
    assert!(!built.page(PAGE).contains("Mulai berlaku "));
    assert!(built.page(PAGE).contains("Diperbarui 20 Oktober 2026"));
}

#[test]
fn a_decree_may_be_over_and_a_check_is_never_to_come() {
    let built = with("sk:\n  nomor: CONTOH/2\n  berlaku_sampai: 2026-10-31\n").build();
    assert_eq!(found(&built, Code::K0511).len(), 1);
    let agency = "nama: Dinas Contoh\nsk:\n  nomor: CONTOH/1\n  berlaku_sampai: 2026-10-31\n";
    let built = with("").with(AGENCY, agency).build();
    assert_eq!(found(&built, Code::K0511).len(), 1);
    // Where the site is built it may still be yesterday.
    for (day, wrong) in [("2026-11-01", 0), ("2026-11-02", 0), ("2026-11-03", 1)] {
        let built = with(&format!("diperiksa:\n  tanggal: {day}\n")).build();
        assert_eq!(found(&built, Code::K0224).len(), wrong, "{day}");
    }
}

#[test]
fn accounts_have_a_place_of_their_own() {
    let account = "biaya: Rp10.000\nrekening:\n  - bank: Bank Contoh\n    nomor: 3171234501990001\n    atas_nama: Kas Daerah Contoh\n  - nomor: 8808 0000 1111 222233\n";
    let built = with(account).build();
    let page = built.page(PAGE);
    let (_, row) = page.split_once("<dt>Rekening</dt>").expect("a row");
    let (row, _) = row.split_once("</dd>").expect("its end");
    for said in [
        "<p>Bank Contoh 3171234501990001, atas nama Kas Daerah Contoh</p>",
        "<p>8808 0000 1111 222233</p>",
    ] {
        assert!(row.contains(said), "{row}");
    }
    let built = with(&account.replace("8808", "BRI 8808")).build();
    assert_eq!(found(&built, Code::K0213).len(), 1);
    let built = with(&account.replace("Kas Daerah Contoh", "NIK 3171234501990001")).build();
    assert_eq!(found(&built, Code::K0214).len(), 1);
}

#[test]
fn whom_a_service_is_for_stands_beside_its_criteria() {
    let question =
        "pertanyaan:\n  - id: usia\n    tanya: Berapa usia Anda?\n    angka: {min: 0, maks: 120}\n";
    let criterion = "persyaratan:\n  - bunyi: Telah dewasa\n    harus: usia >= 17\n";
    let built = with(&format!(
        "{question}{criterion}pengguna: [perorangan]\nwilayah_layanan: [Kota Contoh]\n"
    ))
    .build();
    let page = built.page(PAGE);
    assert!(
        page.contains("Perorangan di Kota Contoh; Telah dewasa"),
        "{page}"
    );
    let built = with("wilayah_layanan: [Kota Contoh]\n").build();
    assert!(built.page(PAGE).contains(">Di Kota Contoh<"));
}

#[test]
fn what_a_note_says_stands_beside_its_number() {
    let built = with(
        "pengaduan:\n  saluran:\n    - telepon: 0254 200083\n      catatan: Hanya pagi\n  waktu_tanggapan:\n    paling_lambat: 5\n    satuan: hari_kerja\n    catatan: Sejak laporan lengkap\nwaktu:\n  tahap:\n    - label: Pemeriksaan berkas\n",
    )
    .build();
    let page = built.page(PAGE);
    for said in [
        "(Hanya pagi)",
        "5 hari kerja (Sejak laporan lengkap)",
        "Pemeriksaan berkas",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
}

/// Several agencies, and nobody above them to turn to: no block of help without help. A service says in its own block
/// that nothing is known.
#[test]
fn a_block_of_help_names_somebody_to_ask() {
    let site = with("").with("content/dinas-lain/agency.yaml", "nama: Dinas Lain\n");
    let built = site.build();
    assert!(!built.page("index.html").contains("Perlu bantuan?"));
    let page = built.page(PAGE);
    let (_, own) = page.split_once("id=\"help-title\">").expect("a block");
    assert!(
        own.starts_with("Bertanya atau mengadu") && own.contains("Bagian ini belum ditulis."),
        "{own}"
    );
    let ladder = "judul: Kota Contoh\njenjang_bantuan:\n  - label: SP4N-LAPOR!\n    url: https://www.lapor.go.id\n";
    let built = site.with("site.yaml", ladder).build();
    assert!(built.page("index.html").contains("Perlu bantuan?"));
}

#[test]
fn who_is_told_to_report_is_told_beside_where() {
    let agency =
        "nama: Dinas Contoh\nsk:\n  nomor: CONTOH/1\nsaluran:\n  - email: adu@dinas.example\n";
    let built = with("").with(AGENCY, agency).build();
    let page = built.page(PAGE);
    let (_, block) = page
        .split_once("<section class=\"contact\"")
        .expect("a block");
    let (block, _) = block.split_once("</section>").expect("its end");
    for said in [
        "mailto:adu@dinas.example",
        "tunjukkan halaman ini dan laporkan.",
    ] {
        assert!(block.contains(said), "{block}");
    }
    // Without a decree there is nothing to show.
    let built = with("").with(AGENCY, "nama: Dinas Contoh\n").build();
    assert!(!built.page(PAGE).contains("tunjukkan halaman ini"));
}

/// A paper that is not needed, a price, a time or a step that does not apply: it is not there, and nothing is said of it.
#[test]
fn what_does_not_apply_hides() {
    let question =
        "pertanyaan:\n  - id: baru\n    tanya: Apakah ini yang pertama?\n    ya_tidak: ya\n";
    let rows = "persyaratan:\n  - bunyi: KTP lama\n    jika: bukan baru\nprosedur:\n  - bunyi: Serahkan KTP lama\n    jika: bukan baru\nbiaya:\n  - rupiah: 1000\n    jika: baru\n  - rupiah: 2000\n    jika: bukan baru\n";
    let built = with(&format!("{question}{rows}")).build();
    let page = built.page(PAGE);
    for words in [
        "Tidak perlu untuk",
        "Tidak berlaku untuk",
        "data-state=\"not_needed\"",
    ] {
        assert!(!page.contains(words), "{words}");
    }
    for item in ["requirements.1", "procedure.1", "cost.1", "cost.2"] {
        let element = format!("[data-item=\"{item}\"]");
        let hidden = Rules::of(page)
            .of_element(&element, "--h:none;--m:none")
            .count();
        assert!(hidden > 0, "{element}: {page}");
    }
}
