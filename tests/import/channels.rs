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
fn the_national_channel_is_named_without_the_words_around_it() {
    for (said, name) in [
        ("Website dengan laman www.lapor.go.id;", "www.lapor.go.id"),
        ("Kanal pengaduan SP4N-LAPOR", "SP4N-LAPOR"),
    ] {
        assert_eq!(channels(&draft(said))[0]["lapor"], name, "{said}");
    }
}

#[test]
fn a_value_ends_before_the_words_that_lead_to_the_next() {
    let draft = draft("1. Kotak saran di loket; atau\n2. Hotline kantor (WA) : 0812 0000 454");
    let found = channels(&draft);
    assert_eq!(found[0], json!({ "box": "Kotak saran di loket" }));
    assert_eq!(found[1]["whatsapp"], "0812 0000 454");
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
    assert_eq!(
        channels(&draft),
        json!([{ "instagram": "@contoh" }, { "phone": "0812 0000 6405" }])
    );
    let said = reasons(&draft, "complaints.channels");
    assert!(
        said.len() == 1 && said[0].contains("“Ibu Lurah …”"),
        "{said:?}"
    );
    assert!(reasons(&draft, "complaints.channels[0]").is_empty());
    assert_eq!(reasons(&draft, "complaints.channels[1]").len(), 1);
}

/// Each channel as `key value`.
fn said(complaints: &str) -> Vec<String> {
    let channels = channels(&draft(complaints));
    let channels = channels.as_array().cloned().unwrap_or_default();
    let said = channels.iter().map(|channel| {
        let (key, value) = channel.as_object().unwrap().iter().next().unwrap();
        format!("{key} {}", value.as_str().unwrap_or("-"))
    });
    said.collect()
}

#[test]
fn a_label_stands_before_behind_or_above_its_value() {
    for text in [
        "Telepon : (0299) 123456\nWA : 0812 3400 1122\nEmail : a@b.example",
        "(0299) 123456\n0812 3400 1122 (WA)\na@b.example (email)",
        "Telepon\n(0299) 123456\nWhatsApp\n0812 3400 1122\nEmail\na@b.example",
        "Telepon :\nWhatsApp :\nEmail :\n(0299) 123456\n0812 3400 1122\na@b.example",
        "Kantor kami (0299) 123456, WA layanan : 0812 3400 1122, email ke a@b.example",
    ] {
        assert_eq!(
            said(text),
            [
                "phone (0299) 123456",
                "whatsapp 0812 3400 1122",
                "email a@b.example"
            ],
            "{text}"
        );
    }
}

#[test]
fn what_becomes_of_a_complaint_is_no_way_to_complain() {
    let text = "1. Pengaduan dapat disampaikan melalui: a. Kotak saran b. Meja pengaduan 2. Alur pengaduan 1. Petugas menerima aduan \
        2. Tim menelaah aduan 3. Jangka waktu penyelesaian : a. ringan 2 hari kerja b. berat 14 hari kerja";
    assert_eq!(said(text), ["box Kotak saran", "other Meja pengaduan"]);
    let draft = draft(text);
    assert_eq!(draft.service["time"]["max"], 1);
    let steps = draft.service["complaints"]["steps"].to_string();
    assert!(
        steps.contains("2 hari kerja") && steps.contains("14 hari kerja"),
        "{steps}"
    );
    for (text, ways) in [
        (
            "1. Pemohon mengisi formulir di ruang pengaduan\n2. Aduan ditelaah oleh tim (1 hari)\n3. Dilakukan penelusuran",
            vec!["other ruang pengaduan"],
        ),
        (
            "Warga dapat mengadu dengan cara :\na. Menyampaikan langsung kepada petugas pelayanan;\nb. Memasukkan surat ke dalam kotak saran",
            vec!["other petugas pelayanan", "box kotak saran"],
        ),
        (
            "Kotak saran dibuka setiap hari oleh petugas.\nSemua pengaduan dilaporkan kepada Lurah.",
            vec!["box Kotak saran"],
        ),
        (
            "Pengaduan disampaikan lewat telepon 0299-765432 atau langsung di loket 2 dan dicatat dalam buku.\nCek di tempat",
            vec!["phone 0299-765432", "counter loket 2"],
        ),
    ] {
        assert_eq!(said(text), ways, "{text}");
    }
}

#[test]
fn numbers_stand_beside_the_words_around_them() {
    for (text, ways) in [
        ("IGD 24 jam (0299) 113 118", vec!["phone (0299) 113 118"]),
        (
            "Bagian Umum (0299) 311222; 311223",
            vec!["phone (0299) 311222", "phone (0299) 311223"],
        ),
        (
            "Telepon : 0299 - 321 000 / 321 001",
            vec!["phone 0299 - 321 000", "phone 0299 - 321 001"],
        ),
        (
            "Telp (0299) 123456, 123457",
            vec!["phone (0299) 123456", "phone (0299) 123457"],
        ),
        (
            "Loket 2 / hotline (0299) 500900 / datang langsung",
            vec![
                "counter Loket 2",
                "phone (0299) 500900",
                "counter datang langsung",
            ],
        ),
        (
            "SMS/WA, dengan nomor 081200005164",
            vec!["sms 081200005164", "whatsapp 081200005164"],
        ),
        (
            "Nomor pengaduan 0299-311222 dan 0811 3112 2233 (WhatsApp, 24 jam)",
            vec!["phone 0299-311222", "whatsapp 0811 3112 2233"],
        ),
        (
            "HP. 0857 1111 2222 (Call/WA)",
            vec!["phone 0857 1111 2222", "whatsapp 0857 1111 2222"],
        ),
        (
            "Warga dapat mengadu melalui email a@b.example atau mengisi formulir di bit.ly/aduan",
            vec!["email a@b.example", "web bit.ly/aduan"],
        ),
        (
            "Melalui petugas loket informasi\nMelalui website www.contoh.example",
            vec!["other petugas loket informasi", "web www.contoh.example"],
        ),
        ("Respon 1 x 24 jam\nX : @contoh", vec!["x @contoh"]),
        (
            "Pelapor menyampaikan pengaduan melalui kotak saran, WA 0812 1111 2222; petugas mencatat",
            vec!["box kotak saran", "whatsapp 0812 1111 2222"],
        ),
        (
            "Mengisi formulir pengaduan\nMenulis di kotak saran",
            vec!["other formulir pengaduan", "box kotak saran"],
        ),
        ("bit.ly/aduan-contoh", vec!["web bit.ly/aduan-contoh"]),
        ("Senin 07.30 – 14.00", vec![]),
    ] {
        assert_eq!(said(text), ways, "{text}");
    }
}

#[test]
fn a_remark_beside_an_address_keeps_its_numbers() {
    let draft = draft("Email: a@b.example (dibalas maksimal 2 hari kerja)");
    assert_eq!(channels(&draft)[0]["note"], "dibalas maksimal 2 hari kerja");
}

#[test]
fn an_address_without_its_sign_is_read_in_doubt() {
    for text in [
        "aduan[at]contoh.example",
        "Surel : aduan (at) contoh(dot)example",
    ] {
        assert_eq!(said(text), ["email aduan@contoh.example"], "{text}");
        assert_eq!(
            reasons(&draft(text), "complaints.channels[0]").len(),
            1,
            "{text}"
        );
    }
    let broken = draft("aduan@contoh<at>.example");
    assert!(channels(&broken).is_null());
    assert!(
        broken
            .doubts
            .iter()
            .any(|doubt| doubt.field.starts_with("complaints"))
    );
}

#[test]
fn a_way_called_like_the_footer_is_none() {
    for (ways, wanted) in [
        (
            "1. Website LAPOR!: www.lapor.go.id\n2. Kotak saran\n3. Telp (0299) 123456",
            "(0299) 123456",
        ),
        (
            "1. Aplikasi LAPOR! di Play Store\n2. Telp (0299) 123456",
            "(0299) 123456",
        ),
        (
            "Aplikasi LAPOR! di Play Store\nTelp (0299) 123456",
            "(0299) 123456",
        ),
        (
            "Telp (0299) 123456\nWebsite LAPOR!\nSalam\nIsu dan Keluhan\nKlik banner untuk melapor",
            "(0299) 123456",
        ),
    ] {
        let page = format!(
            "Izin Contoh\n\nPersyaratan\n1. KTP\n\nPengaduan Layanan\n{ways}\n\nBiaya / Tarif\nGratis\n"
        );
        let page = match ways.contains("banner") {
            true => page
                .split("\n\nBiaya")
                .next()
                .unwrap_or_default()
                .to_owned(),
            false => page,
        };
        let sheet = sheet_of_text(&page);
        let draft = understand(&sheet, &Papers::default());
        let said = serde_json::to_string(&draft.service).unwrap();
        assert!(said.contains(wanted), "{ways}: {said}");
        assert!(
            !said.contains("banner") && !said.contains("Isu"),
            "{ways}: {said}"
        );
        assert_eq!(
            draft.service.contains_key("cost"),
            !ways.contains("banner"),
            "{ways}"
        );
    }
}
