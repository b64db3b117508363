//! Numbers of persons are nowhere in a draft, and each stands in for with a sign and a doubt.

use maklumat::diagnostic::Lang;
use maklumat::import::write::body;
use maklumat::import::{Draft, Papers, sheet_of_text, understand};

fn draft(requirement: &str, step: &str, complaint: &str) -> Draft {
    let page = format!(
        "Layanan Contoh\nNo. SK : 5\nPersyaratan\n1. KTP\n2. {requirement}\nSistem, Mekanisme dan Prosedur\n1. {step}\n2. Selesai\n\
         Waktu Penyelesaian\n1 hari\nBiaya / Tarif\nGratis\nProduk Pelayanan\nSurat\nPengaduan Layanan\n{complaint}\n"
    );
    understand(&sheet_of_text(&page), &Papers::default())
}

fn doubted(draft: &Draft, start: &str) -> bool {
    draft
        .doubts
        .iter()
        .any(|doubt| doubt.field.starts_with(start))
}

#[test]
fn mobiles_of_persons_are_left_out_wherever_they_stand() {
    for number in [
        "081234567890",
        "0812-3456-7890",
        "+62 812 3456 7890",
        "0812.3456.7890",
    ] {
        for name in ["Sdr. Budi", "Ibu Ani", "Kepala Seksi Contoh"] {
            let draft = draft(
                &format!("Hubungi {name} di {number} untuk jadwal"),
                &format!("Daftar melalui {name} HP {number}"),
                &format!(
                    "Pengaduan disampaikan melalui telepon (0251) 111222 atau kepada {name} di nomor {number}, ditindaklanjuti 3 hari kerja"
                ),
            );
            let said = serde_json::to_string(&draft.service).unwrap();
            assert!(!said.contains(number), "{said}");
            assert!(
                said.contains("Hubungi") && said.contains("Daftar"),
                "{said}"
            );
            assert!(said.contains("(0251) 111222"), "{said}");
            for place in [
                "requirements[1]",
                "procedure[0]",
                "complaints.steps",
                "complaints.channels",
            ] {
                assert!(doubted(&draft, place), "{place}: {:?}", draft.doubts);
            }
            let reasons: Vec<&str> = draft
                .doubts
                .iter()
                .map(|doubt| doubt.reason.id.as_str())
                .collect();
            assert!(!reasons.join("\n").contains(number), "{reasons:?}");
        }
    }
}

/// A page with a sentence in each component, where its readers quote, doubt and suggest.
fn filled(person: &str) -> String {
    format!(
        "Layanan Contoh\nNo. SK : 5\nPersyaratan\n1. Surat kuasa jika dijemput {person}\n2. Formulir (bagi yang diantar {person})\n\
         3. Masuk {person}:\n   a. KTP\n4. Keluar {person}:\n   a. KK\n\
         Sistem, Mekanisme dan Prosedur\n1. Daftar pada {person}\n2. Biaya 7 hari, tanya {person}\n\
         Waktu Penyelesaian\n3 hari, tanya {person}\nretribusi menurut {person}\n\
         Biaya / Tarif\n1. Rp50.000, dahulu Rp25.000 kepada {person}\n2. Biaya lain dibayar kepada {person}\n\
         3. Kegiatan sosial {person} : gratis\n\
         Produk Pelayanan\nSurat dari {person}\nPengaduan Layanan\n1. Kotak saran, dijaga {person}\n2. Diteruskan kepada {person}\n\
         Dasar Hukum\nPerda, lihat {person}\nJaminan Pelayanan\nDijamin {person}\nVisi dan Misi\nMelayani bersama {person}\n"
    )
}

#[test]
fn numbers_of_persons_are_nowhere_in_the_file_of_a_draft() {
    for (person, number) in [
        ("Ibu Ani 081234567890", "081234567890"),
        ("Ibu Ani (0812-3456-7890)", "0812-3456-7890"),
        ("Ibu Ani NIP 197001011990031001", "197001011990031001"),
    ] {
        let draft = understand(&sheet_of_text(&filled(person)), &Papers::default());
        assert!(!draft.suggestions.is_empty());
        for lang in [Lang::Id, Lang::En] {
            let file = body(&draft, lang);
            let plain = file.replace(['-', ' ', '_'], "");
            assert!(!plain.contains(&number.replace('-', "")), "{file}");
            assert!(file.contains("Ani"), "{file}");
        }
    }
}

#[test]
fn a_mobile_of_nobody_in_a_step_is_doubted_and_kept() {
    let draft = draft(
        "Surat",
        "Daftar melalui WA layanan 081234567890",
        "Kotak saran",
    );
    assert!(
        draft.service["procedure"]
            .to_string()
            .contains("081234567890")
    );
    assert!(doubted(&draft, "procedure[0]"), "{:?}", draft.doubts);
}
