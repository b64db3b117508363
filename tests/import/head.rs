//! What stands above the components of a page, and where a page ends.

use maklumat::import::{Draft, Papers, Sheet, sheet_of_text, understand};

const BODY: &str = "Persyaratan\n1. KTP\nSistem, Mekanisme dan Prosedur\n1. Pemohon datang\nWaktu Penyelesaian\n1 hari\n\
    Biaya / Tarif\nGratis\nProduk Pelayanan\nSurat\nPengaduan Layanan\nEmail : a@b.example\n";

const PLAIN: &str = "1. KTP\n2. KK\n\n1. Pemohon datang\n2. Petugas memeriksa\n\n1 hari\n\nGratis\n\nSurat\n\nEmail : a@b.example\n";

fn draft(sheet: &Sheet) -> Draft {
    understand(sheet, &Papers::default())
}

fn doubted(draft: &Draft, field: &str) -> bool {
    draft.doubts.iter().any(|doubt| doubt.field == field)
}

#[test]
fn the_agency_below_or_above_the_title_is_not_the_title() {
    for body in [BODY, PLAIN] {
        for agency in [
            "Dinas Kependudukan dan Pencatatan Sipil Kota Contoh",
            "UPTD Puskesmas Contoh Utara",
            "Badan Pendapatan Daerah Kota Contoh",
            "Kelurahan Contoh Jaya",
        ] {
            for head in [
                format!("Penerbitan Surat Contoh\n{agency}\nNo. SK : 5/2023\n"),
                format!(
                    "Penerbitan Surat Contoh\n{agency}\nPemerintah Kota Contoh\nNo. SK : 5/2023\n"
                ),
                format!("{agency}\nPenerbitan Surat Contoh\nNo. SK : 5/2023\n"),
                format!("Beranda\nMasuk\nPenerbitan Surat Contoh\n{agency}\nNo. SK : 5/2023\n"),
                format!("Penerbitan Surat Contoh\n{agency}\n"),
                format!("{agency}\nPenerbitan Surat Contoh\n"),
            ] {
                let page = format!("{head}{body}");
                let sheet = sheet_of_text(&page);
                let draft = draft(&sheet);
                assert_eq!(draft.service["title"], "Penerbitan Surat Contoh", "{page}");
                assert_eq!(sheet.agency.as_deref(), Some(agency), "{page}");
                let said = draft.service["requirements"].to_string();
                assert!(
                    !said.contains(agency) && !said.contains("Penerbitan"),
                    "{said}"
                );
                assert!(!doubted(&draft, "title"), "{page}");
            }
        }
    }
}

#[test]
fn a_title_that_another_line_may_be_is_doubted() {
    for head in [
        "Masuk\nDinas Contoh\nNo. SK : 5\n",
        "Dinas Contoh\nNo. SK : 5\n",
    ] {
        let draft = draft(&sheet_of_text(&format!("{head}{BODY}")));
        assert!(doubted(&draft, "title"), "{head}");
    }
}

#[test]
fn a_heading_with_nothing_below_it_is_doubted() {
    let page = "Layanan Contoh\nNo. SK : 5\nPersyaratan\n1. KTP\nSistem, Mekanisme dan Prosedur\n1. Pemohon datang\n\
        Waktu Penyelesaian\nBiaya / Tarif\nProduk Pelayanan\nSurat\nPengaduan Layanan\nDasar Hukum\n";
    let draft = draft(&sheet_of_text(page));
    for key in ["time", "cost", "complaints", "legal_basis"] {
        assert!(doubted(&draft, key), "{key}");
    }
    for key in ["requirements", "procedure", "products"] {
        assert!(!doubted(&draft, key), "{key}");
    }
}

#[test]
fn a_page_is_cut_where_a_word_stops_and_not_after_an_address() {
    for (end, is_cut) in [
        (
            "Dasar Hukum\n1. Undang-Undang Nomor 17 tentang Kesehatan\n2. Peraturan Menteri Nomor 43 tentang Pusat Keseha",
            true,
        ),
        ("Dasar Hukum\n1. Undang-Undang Nomor 17 tentang", true),
        (
            "Dasar Hukum\n1. Undang-Undang Nomor 17 tentang Kesehatan",
            false,
        ),
        (
            "Pengaduan\nDatang langsung ke Jl. Merdeka No. 1 Contoh Selatan",
            false,
        ),
    ] {
        let sheet = sheet_of_text(&format!("{BODY}{end}\n"));
        assert_eq!(sheet.is_cut, is_cut, "{end}");
        assert_eq!(
            doubted(&draft(&sheet), "legal_basis[0]") || doubted(&draft(&sheet), "legal_basis[1]"),
            is_cut,
            "{end}"
        );
    }
    for end in [
        "Jl. Merdeka Kav. 69 Contoh Selatan",
        "Kirim laporan ke www.lapor.go.id atau SMS ke 1708",
    ] {
        let sheet = sheet_of_text(&format!("Layanan Contoh\n\n{PLAIN}{end}\n"));
        assert!(!sheet.is_cut, "{end}");
    }
}
