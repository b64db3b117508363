//! What is a way to complain, and what is not.

use maklumat::import::{Draft, Papers, sheet_of_text, understand};
use serde_json::{Value, json};

fn draft(complaints: &str) -> Draft {
    let page = format!(
        "Layanan Contoh\nNo. SK : 5\nPersyaratan\n1. KTP\nSistem, Mekanisme dan Prosedur\n1. Pemohon datang\n\
         Waktu Penyelesaian\n1 hari\nBiaya / Tarif\nGratis\nProduk Pelayanan\nSurat\nPengaduan Layanan\n{complaints}\n"
    );
    understand(&sheet_of_text(&page), &Papers::default())
}

fn channels(draft: &Draft) -> Value {
    draft.service["complaints"]["channels"].clone()
}

fn reasons(draft: &Draft, field: &str) -> Vec<String> {
    let here = draft.doubts.iter().filter(|doubt| doubt.field == field);
    here.map(|doubt| doubt.reason.id.clone()).collect()
}

#[test]
fn the_footer_of_the_catalogue_is_no_channel() {
    for footer in [
        "LAPOR! - Layanan Aspirasi dan Pengaduan Online Rakyat\nSMS 1708\nSistem Informasi Pelayanan Publik Nasional\n© 2024 Kementerian PANRB",
        "Layanan Aspirasi dan Pengaduan Online Rakyat\nSampaikan laporan Anda melalui www.lapor.go.id atau SMS ke 1708",
        "Sistem Informasi Pelayanan Publik Nasional (SIPPN)\nJl. Contoh Kav. 69 Kota Contoh",
    ] {
        let draft = draft(&format!("Email : a@b.example\n{footer}"));
        assert_eq!(
            channels(&draft),
            json!([{ "email": "a@b.example" }]),
            "{footer}"
        );
        assert_eq!(draft.service["complaints"].get("steps"), None, "{footer}");
    }
    // Channels of the agency below such a line are not lost.
    let own = draft("Layanan Aspirasi dan Pengaduan Online Rakyat\nEmail : a@b.example");
    assert!(channels(&own).to_string().contains("a@b.example"));
}

#[test]
fn scraps_and_products_are_no_channels() {
    let draft = draft("Telp. (0251) 8123456\nHari kerja\nRamah dan cepat");
    assert_eq!(channels(&draft), json!([{ "phone": "(0251) 8123456" }]));
    let steps = draft.service["complaints"]["steps"].to_string();
    assert!(
        steps.contains("Hari kerja") && steps.contains("Ramah"),
        "{steps}"
    );
    assert!(
        draft
            .doubts
            .iter()
            .any(|doubt| doubt.field.starts_with("complaints.steps"))
    );
    let page = "Layanan Contoh\n\n1. KTP\n2. KK\n\n1. Pemohon datang\n2. Petugas memeriksa\n\n1 hari\n\nGratis\n\nDokumen Contoh\n\nSKRD\n\nTelp. (0251) 8123456\n";
    let draft = understand(&sheet_of_text(page), &Papers::default());
    assert_eq!(channels(&draft), json!([{ "phone": "(0251) 8123456" }]));
    assert!(draft.service["products"].to_string().contains("SKRD"));
}

#[test]
fn the_national_number_is_the_national_channel() {
    for said in ["SMS : 1708", "Website: www.lapor.go.id", "www.lapor.go.id"] {
        let found = channels(&draft(said));
        assert!(
            found[0].get("lapor").is_some() && found.as_array().unwrap().len() == 1,
            "{said}: {found}"
        );
    }
}

#[test]
fn a_fixed_line_is_no_whatsapp_without_a_doubt() {
    let draft = draft("Telepon/WA: 0251-8334455");
    assert_eq!(channels(&draft), json!([{ "phone": "0251-8334455" }]));
    assert!(reasons(&draft, "complaints.channels")[0].contains("0251-8334455"));
}

#[test]
fn one_number_for_telephone_and_fax_is_doubted() {
    let draft = draft("Telp/Fax : (0251) 765432");
    assert_eq!(channels(&draft)[0], json!({ "phone": "(0251) 765432" }));
    assert_eq!(
        reasons(&draft, "complaints.channels[1]").len(),
        1,
        "{:?}",
        draft.doubts
    );
}

#[test]
fn a_doubt_about_what_is_left_out_stands_above_the_list_and_quotes_it() {
    let draft = draft("Ibu Lurah 0821 4444 5555\nInstagram: @contoh\n0812 0000 6405");
    assert_eq!(channels(&draft), json!([{ "instagram": "@contoh" }]));
    let said = reasons(&draft, "complaints.channels");
    assert!(
        said.len() == 2 && said[0].contains("“Ibu Lurah …”"),
        "{said:?}"
    );
    assert!(said[1].contains("“0812 0000 6405”"), "{said:?}");
    assert!(reasons(&draft, "complaints.channels[0]").is_empty());
}
