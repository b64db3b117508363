//! What a page says of an agency's hours and numbers, and what its script counts with.

use scraper::{Html, Selector};

use crate::site::{Built, PAGE, SERVICE, Site};

/// The page of the agency, on which its hours stand.
const AGENCY: &str = "dinas-contoh/index.html";

/// The site of an agency that says this, with one service.
fn site(agency: &str) -> Built {
    let agency = format!("nama: Dinas Contoh\nzona_waktu: WIB\nsk:\n  nomor: 000/Contoh\n{agency}");
    let holidays = "- tahun: 2026\n  dasar: SK contoh\n  hari:\n    - tanggal: 2026-12-25\n      nama: Contoh\n";
    Site::new()
        .with("content/holidays.yaml", holidays)
        .with("content/dinas-contoh/agency.yaml", agency)
        .with(
            SERVICE,
            "judul: Layanan Contoh\nringkasan: Contoh.\nwaktu: 3 hari kerja\n",
        )
        .build()
}

/// The page of the service.
fn page(agency: &str) -> String {
    site(agency).page(PAGE).to_owned()
}

fn text(html: &str) -> String {
    let html = Html::parse_document(html);
    let body = html
        .select(&Selector::parse("main").unwrap())
        .next()
        .unwrap();
    let words: Vec<&str> = body.text().flat_map(str::split_whitespace).collect();
    words.join(" ")
}

/// The minutes at which the days close, from Sunday on, as the page's script has them.
fn week(html: &str) -> Option<Vec<u64>> {
    let html = Html::parse_document(html);
    let data = html.select(&Selector::parse("#calendar").unwrap()).next()?;
    let data: serde_json::Value = serde_json::from_str(&data.text().collect::<String>()).unwrap();
    let week = data["week"].as_array().unwrap().iter();
    Some(week.map(|closes| closes.as_u64().unwrap()).collect())
}

#[test]
fn closed_days_are_closed_on_the_page_and_in_the_promised_day() {
    for closed in ["catatan: Libur", "libur: ya", "dengan_perjanjian: ya"] {
        let built = site(&format!(
            "jam_layanan:\n  - hari: [senin, selasa, rabu, kamis, jumat]\n    buka: \"08:00\"\n    tutup: \"15:00\"\n  - hari: [sabtu, minggu]\n    {closed}\n"
        ));
        assert_eq!(
            week(built.page(PAGE)),
            Some(vec![0, 900, 900, 900, 900, 900, 0]),
            "{closed}"
        );
        let word = if closed.contains("perjanjian") {
            "Dengan perjanjian"
        } else {
            "Tutup"
        };
        assert!(
            text(built.page(AGENCY)).contains(&format!("Sabtu, Minggu {word}")),
            "{}",
            text(built.page(AGENCY))
        );
    }
}

#[test]
fn an_office_that_is_open_is_not_said_to_be_closed() {
    let built = site(
        "jam_layanan:\n  - hari: [senin]\n    buka: \"08:00\"\n  - hari: [selasa]\n    buka: \"08:00\"\n    tutup: selesai\n  - hari: [rabu]\n    buka: \"22:00\"\n    tutup: \"06:00\"\n  - hari: [kamis]\n    tutup: \"12:00\"\n  - hari: [jumat]\n    buka: \"08:00\"\n    tutup: \"11:00\"\n    dengan_perjanjian: ya\n",
    );
    assert_eq!(
        week(built.page(PAGE)),
        Some(vec![0, 1440, 1440, 1440, 720, 660, 0])
    );
    let said = text(built.page(AGENCY));
    for line in [
        "Senin mulai 08.00",
        "Selasa 08.00–selesai",
        "Rabu 22.00–06.00",
        "Kamis sampai 12.00",
        "Jumat 08.00–11.00, dengan perjanjian",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    assert!(!said.contains("Tutup"), "{said}");
}

#[test]
fn days_with_only_a_remark_are_not_said_to_be_closed() {
    for note in ["Buka 24 jam", "Sesudah rapat pagi", "Pukul 08.00-15.00"] {
        let built = site(&format!(
            "jam_layanan:\n  - hari: [senin, sabtu]\n    catatan: {note}\n  - hari: [selasa]\n    buka: \"08:00\"\n    tutup: \"15:00\"\n"
        ));
        let said = text(built.page(AGENCY));
        assert!(
            said.contains(&format!("Senin, Sabtu {note} Selasa")),
            "{said}"
        );
        assert!(!said.contains("Tutup"), "{said}");
        assert_eq!(
            week(built.page(PAGE)),
            Some(vec![0, 1440, 900, 0, 0, 0, 0]),
            "{note}"
        );
    }
}

#[test]
fn what_is_written_of_complaints_is_not_said_to_be_unwritten() {
    let section = |service: &str| {
        let built = Site::new()
            .with("content/dinas-contoh/agency.yaml", "nama: Dinas Contoh\n")
            .with(SERVICE, format!("judul: Layanan Contoh\n{service}"))
            .build();
        let html = Html::parse_document(built.page(PAGE));
        let section = Selector::parse("#help").unwrap();
        let section = html.select(&section).next().unwrap();
        let words: Vec<&str> = section.text().flat_map(str::split_whitespace).collect();
        words.join(" ")
    };
    let (unwritten, none) = (
        "Bagian ini belum ditulis",
        "Instansi ini belum mencantumkan saluran pengaduan",
    );
    assert!(section("").contains(unwritten));
    let steps = section("pengaduan:\n  langkah: [Dicatat di loket]\n");
    assert!(steps.contains("Dicatat di loket"), "{steps}");
    assert!(
        !steps.contains(unwritten) && !steps.contains(none),
        "{steps}"
    );
    let hidden = "Nomor pengaduan instansi ini belum ditampilkan";
    let said = section("pengaduan:\n  saluran:\n    - whatsapp: \"081200000000\"\n");
    assert!(said.contains(hidden) && !said.contains(none), "{said}");
    for channel in ["lapor: null", "loket: null", "email: null"] {
        let said = section(&format!("pengaduan:\n  saluran:\n    - {channel}\n"));
        assert!(said.contains(none) && !said.contains(unwritten), "{said}");
    }
    for (channel, name) in [
        ("lapor: ya", "SP4N-LAPOR!"),
        ("kotak_saran: ya", "Kotak saran"),
        ("loket: yes", "Loket"),
    ] {
        let said = section(&format!("pengaduan:\n  saluran:\n    - {channel}\n"));
        assert!(said.ends_with(name), "{said}");
    }
}

#[test]
fn an_office_that_works_on_no_day_promises_none() {
    let html = page("jam_layanan:\n  - hari: [sabtu, minggu]\n    libur: ya\n");
    assert_eq!(week(&html), None);
    assert!(!html.contains("data-due"));
}

/// The addresses on a page that dial or write to somebody.
fn dialled(html: &str) -> Vec<String> {
    let html = Html::parse_document(html);
    let links = Selector::parse("a[href]").unwrap();
    let mut found: Vec<String> = html
        .select(&links)
        .filter_map(|link| link.attr("href"))
        // What sends the page to somebody whom the reader chooses has no number.
        .filter(|href| !href.starts_with("https://wa.me/?text="))
        .filter(|href| {
            ["tel:", "sms:", "https://wa.me/"]
                .iter()
                .any(|start| href.starts_with(start))
        })
        // Whoever reports a mistake of the page writes to the same number.
        .filter_map(|href| Some(href.split('?').next()?.to_owned()))
        .collect();
    found.sort();
    found.dedup();
    found
}

#[test]
fn a_number_is_dialled_as_it_is_meant_and_a_mobile_stays_private() {
    let mobiles = [
        "81200000000",
        "+62 (0)812 0000 0000",
        "0062812 0000 0000",
        "0812-0000-0000",
    ];
    for mobile in mobiles {
        let channel = |more: &str| format!("saluran:\n  - whatsapp: \"{mobile}\"{more}\n");
        assert_eq!(dialled(&page(&channel(""))), [""; 0], "{mobile}");
        let official = page(&channel("\n    resmi: ya"));
        assert_eq!(
            dialled(&official),
            ["https://wa.me/6281200000000"],
            "{mobile}"
        );
        let address = format!("alamat:\n  telepon: \"{mobile}\"\n");
        assert_eq!(dialled(&page(&address)), [""; 0], "{mobile}");
    }
    let html = page(
        "saluran:\n  - telepon: +62 (0)254 000 000\n    pesawat: 12\n  - telepon: 0800-1-000000\n  - telepon: 110\n",
    );
    assert_eq!(
        dialled(&html),
        ["tel:+62254000000", "tel:08001000000", "tel:110"]
    );
    assert!(text(&html).contains("+62 (0)254 000 000, pesawat 12"));
}

#[test]
fn a_link_to_a_draft_leads_to_its_agency() {
    let built = Site::with_service()
        .with(
            "content/dinas-contoh/rancang.yaml",
            "judul: Layanan Rancangan\nstatus: rancangan\n",
        )
        .with(
            "content/pages/tentang.md",
            "---\njudul: Tentang\n---\nLihat [rancangan](dinas-contoh/rancang) dan [KTP](dinas-contoh/ktp).\n",
        )
        .build();
    let page = built.page("tentang.html");
    assert!(page.contains("dinas-contoh/index.html"), "{page}");
    assert!(page.contains("dinas-contoh/ktp.html"), "{page}");
    assert!(!page.contains("rancang\""), "{page}");
}
