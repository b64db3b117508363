//! Where a page stops, and marks that stand twice or are no content.

use maklumat::import::sheet_of_text;

use super::{draft, texts};

/// A page without headings that ends with these words.
fn ending(end: &str) -> String {
    format!(
        "Izin Gudang\n\n1. Fotokopi KTP\n2. Denah\n\n1. Pemohon datang\n2. Petugas memeriksa berkas\n\n3 Hari kerja\n\n\
         Gratis\n\nSurat Izin Gudang\n\n1. Kotak saran\n2. {end}"
    )
}

#[test]
fn a_page_that_stops_in_a_label_or_before_a_value_is_cut() {
    for end in [
        "Telep",
        "Webs",
        "Emai",
        "Email : dinas_gudang",
        "Loket buka setiap jam ker",
    ] {
        assert!(sheet_of_text(&ending(end)).is_cut, "{end}");
    }
    for end in [
        "Telepon : (0299) 111222",
        "Website : gudang.contoh.example",
        "Petugas loket",
    ] {
        assert!(!sheet_of_text(&ending(end)).is_cut, "{end}");
    }
    let price = "Sewa Kios\n\n1. KTP\n2. KK\n\n1. Pemohon datang\n2. Petugas memeriksa\n\n1 hari\n\na. Kios besar : Rp. 50.000\nb. Kios kecil : Rp.";
    assert!(sheet_of_text(price).is_cut);
}

#[test]
fn a_second_mark_is_no_word_of_an_item() {
    for list in [
        "1. a. Fotokopi KTP\n2. b. Denah gudang",
        "1. - Fotokopi KTP\n2. - Denah gudang",
        "1. (1) Fotokopi KTP\n2. (2) Denah gudang",
    ] {
        let page = ending("Kotak").replace("1. Fotokopi KTP\n2. Denah", list);
        assert_eq!(
            texts(&draft(&page), "requirements"),
            ["Fotokopi KTP", "Denah gudang"],
            "{list}"
        );
    }
    let page = ending("Kotak").replace(
        "1. Fotokopi KTP\n2. Denah",
        "1. - KTP - KK - Denah\n2. Foto",
    );
    assert_eq!(
        texts(&draft(&page), "requirements"),
        ["- KTP - KK - Denah", "Foto"]
    );
}

#[test]
fn products_are_told_apart_and_named_without_their_lead() {
    for (written, products) in [
        (
            "a. Laporan uji b. Label benih c. Tanda terima",
            &["Laporan uji", "Label benih", "Tanda terima"][..],
        ),
        (
            "Produk Layanan berupa Surat Izin Gudang",
            &["Surat Izin Gudang"],
        ),
        (
            "Produk pelayanan ini adalah Kartu Gudang",
            &["Kartu Gudang"],
        ),
        ("Pelayanan gudang", &["Pelayanan gudang"]),
    ] {
        let page = ending("Telepon : (0299) 111222")
            .replace("\nSurat Izin Gudang\n", &format!("\n{written}\n"));
        assert_eq!(texts(&draft(&page), "products"), products, "{written}");
    }
}

#[test]
fn what_becomes_of_a_complaint_is_no_product() {
    let page = ending("Kotak").replace(
        "1. Kotak saran\n2. Kotak",
        "1. Cek di tempat\n2. Koordinasi internal\n3. Jawaban kepada pengadu",
    );
    let draft = draft(&page);
    assert_eq!(texts(&draft, "products"), ["Surat Izin Gudang"]);
}

#[test]
fn the_numbers_of_a_copied_table_are_no_content() {
    let page = "Pemadaman Gudang\n\nNo\n\nKomponen\n\nUraian\n\n1\n\nPersyaratan\n\n1. Sebut nama\n2. Sebut alamat\n\n2\n\n\
        Sistem, Mekanisme dan Prosedur\n\n1. Warga menelepon\n2. Regu berangkat\n\n3\n\nJangka Waktu Penyelesaian\n\n15 menit\n\n\
        4\n\nBiaya/Tarif\n\nTidak dipungut biaya\n\n5\n\nProduk Pelayanan\n\nPemadaman\n\n6\n\nPenanganan Pengaduan\n\n\
        Telepon : (0299) 111222\n";
    let draft = draft(page);
    assert_eq!(
        texts(&draft, "requirements"),
        ["Sebut nama", "Sebut alamat"]
    );
    assert_eq!(
        texts(&draft, "procedure"),
        ["Warga menelepon", "Regu berangkat"]
    );
    assert_eq!(texts(&draft, "products"), ["Pemadaman"]);
    let said = serde_json::to_string(&draft.service).unwrap();
    for number in ["\"2\"", "\"3\"", "\"4\"", "\"5\"", "\"6\""] {
        assert!(!said.contains(number), "{said}");
    }
}

#[test]
fn one_list_without_a_heading_may_be_either() {
    let page = "Izin Gudang\n\n1. Fotokopi KTP\n2. Denah\n\n3 Hari kerja\n\nGratis\n\nSurat Izin Gudang\n\n1. Kotak saran\n2. Telepon : (0299) 111222\n\nWebsite LAPOR! Unduh di Play Store\n";
    let draft = draft(page);
    let doubted = |key: &str| draft.doubts.iter().any(|doubt| doubt.field == key);
    assert!(
        doubted("requirements") || doubted("procedure"),
        "{:?}",
        draft.doubts
    );
}
