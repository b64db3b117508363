//! Numbers of persons are nowhere in a draft, and each stands in for with a sign and a doubt.

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
