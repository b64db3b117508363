//! What a page says stands in a field of its kind, or the field is doubted.

use maklumat::import::{Component, Draft, Line, Papers, Part, Sheet, sheet_of_text, understand};

/// A page with these words below the headings of time, cost, product and complaints.
fn draft(time: &str, cost: &str, product: &str, complaints: &str) -> Draft {
    let page = format!(
        "# Layanan Contoh\n\nNo. SK :\n\n## Persyaratan\n\n1. KTP\n2. Kartu Keluarga\n\n## Prosedur\n\n\
         1. Pemohon datang\n2. Petugas memeriksa berkas\n\n## Waktu\n\n{time}\n\n## Biaya\n\n{cost}\n\n\
         ## Produk\n\n{product}\n\n## Pengaduan\n\n{complaints}\n"
    );
    understand(&sheet_of_text(&page), &Papers::default())
}

/// The reasons of the doubts at a key or below.
fn reasons(draft: &Draft, key: &str) -> String {
    let doubts = draft.doubts.iter();
    let own = doubts.filter(|doubt| doubt.field.starts_with(key));
    own.map(|doubt| doubt.reason.id.clone())
        .collect::<Vec<_>>()
        .join("\n")
}

const DURATION: &str = "3 hari kerja";
const PRICE: &str = "Rp 25.000 per lembar";
const PRODUCT: &str = "Surat Contoh";
const WAY: &str = "Telepon : (0299) 123123";

#[test]
fn a_page_of_which_all_is_read_is_not_doubted() {
    let draft = draft(DURATION, PRICE, PRODUCT, WAY);
    assert_eq!(draft.doubts, []);
}

#[test]
fn a_sum_that_is_no_amount_is_named() {
    for (time, cost, product, sum) in [
        (
            DURATION,
            "Sewa kios Rp 25.000 per bulan\nDenda hilang Rp 40.000",
            PRODUCT,
            "Rp40.000",
        ),
        (
            DURATION,
            PRICE,
            "Surat Contoh, jaminan Rp 70.000",
            "Rp70.000",
        ),
        (
            "3 hari kerja, biaya kilat Rp 90.000",
            PRICE,
            PRODUCT,
            "Rp90.000",
        ),
        (
            DURATION,
            "Sewa kios Rp 25.000 per bulan\nSewa lapak 15.000/bulan",
            PRODUCT,
            "15.000",
        ),
    ] {
        let draft = draft(time, cost, product, WAY);
        let said = reasons(&draft, "cost");
        assert!(said.contains(sum), "{cost} {product}: {said:?}");
    }
}

#[test]
fn a_row_of_words_among_prices_is_doubted() {
    let cost = "- Kios : Rp 25.000 per bulan\n- Lapak : Rp 10.000 per bulan\n\nDenda keterlambatan 2 % per bulan";
    let draft = draft(DURATION, cost, PRODUCT, WAY);
    assert!(
        reasons(&draft, "cost").contains("2 %"),
        "{:?}",
        draft.doubts
    );
}

#[test]
fn a_number_or_an_address_that_is_no_channel_is_named() {
    for (words, lost) in [
        ("Telepon : (0299) 123123\nGerbang depan 456456", "456456"),
        (
            "Telepon : (0299) 123123\nsurat ke aduan@[at]contoh.example",
            "tersendiri",
        ),
    ] {
        let draft = draft(DURATION, PRICE, PRODUCT, words);
        let said = reasons(&draft, "complaints");
        assert!(
            said.contains(lost),
            "{words}: {:?} {:?}",
            draft.doubts,
            draft.service
        );
    }
}

#[test]
fn a_time_elsewhere_and_free_of_cost_beside_a_time_are_doubted() {
    let draft = draft("3 hari kerja, gratis", "", PRODUCT, WAY);
    assert!(!reasons(&draft, "cost").is_empty(), "{:?}", draft.doubts);
    let draft = self::draft("", PRICE, "Surat Contoh dalam 4 hari kerja", WAY);
    assert!(!reasons(&draft, "time").is_empty(), "{:?}", draft.doubts);
}

#[test]
fn what_is_quoted_never_holds_the_number_of_a_person() {
    let part = |component, text: &str| Part {
        component,
        is_guessed: false,
        lines: vec![Line {
            text: text.to_owned(),
            mark: None,
            lines: Vec::new(),
        }],
    };
    let sheet = Sheet {
        title: Some("Layanan Contoh".to_owned()),
        parts: vec![
            part(
                Component::Requirements,
                "Biaya : tanyakan kepada Sdr. Budi 081234567890",
            ),
            part(Component::Cost, "Rp 25.000 per lembar"),
        ],
        ..Sheet::default()
    };
    let draft = understand(&sheet, &Papers::default());
    let said: Vec<&str> = draft
        .doubts
        .iter()
        .map(|doubt| doubt.reason.id.as_str())
        .collect();
    let quoted = said.iter().any(|why| why.contains("kepada Sdr. Budi"));
    assert!(quoted, "{said:?}");
    assert!(
        !said.iter().any(|why| why.contains("081234567890")),
        "{said:?}"
    );
}
