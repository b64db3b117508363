//! What can be read in two ways is doubted, not taken in one of them.

use maklumat::import::{Draft, Papers, sheet_of_text, understand};
use serde_json::Value;

/// The draft of a page with headings, of which one part is given.
fn of_part(heading: &str, part: &str) -> Draft {
    let page = format!("Izin Contoh\n\n{heading}\n\n{part}\n\nProduk Pelayanan\n\nSurat izin\n");
    of_page(&page)
}

fn of_page(page: &str) -> Draft {
    understand(&sheet_of_text(page), &Papers::default())
}

/// The fields of doubts that begin with a key.
fn doubted<'d>(draft: &'d Draft, key: &str) -> Vec<&'d str> {
    let fields = draft.doubts.iter().map(|doubt| doubt.field.as_str());
    fields.filter(|field| field.starts_with(key)).collect()
}

/// One value of each item of a list.
fn each<'d>(draft: &'d Draft, list: &str, key: &str) -> Vec<&'d Value> {
    let items = draft.service[list].as_array().unwrap().iter();
    items.map(|item| &item[key]).collect()
}

#[test]
fn a_range_of_prices_is_one_row_in_doubt() {
    for range in [
        "Toko Rp. 5.000 s.d. Rp. 10.000,- per hari",
        "Rp. 5.000 s/d Rp. 10.000 per lembar",
        "Antara Rp5.000 dan Rp10.000",
    ] {
        let draft = of_part("Biaya / Tarif", &format!("{range}\nLapak Rp 3.000,-/hari"));
        let amounts = each(&draft, "cost", "amount");
        assert_eq!(amounts, [&Value::Null, &Value::from(3_000)], "{range}");
        let doubted = doubted(&draft, "cost[");
        assert!(doubted.contains(&"cost[0]"), "{range}: {doubted:?}");
        assert!(!doubted.contains(&"cost[1]"), "{range}: {doubted:?}");
    }
}

#[test]
fn what_a_paper_says_is_neither_a_paper_nor_a_criterion() {
    let list = "1. KTP\n2. Daftar penghuni:\n   a. nama\n   b. usia\n3. Syarat lain\n   a. usia\n   b. denah rumah";
    let draft = of_part("Persyaratan", list);
    let items = &draft.service["requirements"];
    assert_eq!(items[1]["text"], "Daftar penghuni: a. nama b. usia");
    assert!(items[1].get("items").is_none(), "{items}");
    assert!(items[2]["items"][0].get("type").is_none(), "{items}");
    assert_eq!(
        doubted(&draft, "requirements"),
        ["requirements[2].items[0]"]
    );
}

#[test]
fn sets_are_no_sheets() {
    let list = "1. Proposal 2 rangkap\n2. Berkas 3 eksemplar\n3. Pas foto 4 lembar";
    let draft = of_part("Persyaratan", list);
    let copies = each(&draft, "requirements", "copies");
    assert_eq!(copies, [&Value::Null, &Value::Null, &Value::from(4)]);
}

#[test]
fn times_that_may_run_beside_each_other_are_no_phases() {
    for times in [
        "1. Pengujian air : 14 hari kerja\n2. Pengujian udara : 7 hari kerja",
        "Pendaftaran : 5 menit\nPemeriksaan : 15 menit\nPenyerahan : 15 menit (biasa), 30 menit (khas)",
    ] {
        let draft = of_part("Waktu Penyelesaian", times);
        let time = &draft.service["time"];
        assert!(time.get("phases").is_none(), "{time}");
        assert_eq!(doubted(&draft, "time"), ["time"], "{times}");
    }
    let draft = of_part(
        "Waktu Penyelesaian",
        "Pendaftaran : 5 menit\nPencetakan : 15 menit",
    );
    assert_eq!(draft.service["time"]["phases"].as_array().unwrap().len(), 2);
    assert_eq!(doubted(&draft, "time"), [""; 0]);
    let after = "Pemeriksaan berkas 5 menit, kemudian pemeriksaan lapangan 2 hari";
    let draft = of_part("Waktu Penyelesaian", after);
    assert_eq!(draft.service["time"]["phases"].as_array().unwrap().len(), 2);
}

#[test]
fn times_below_the_last_step_are_the_time_of_the_page() {
    let page = "Izin Gudang\nNo. SK : 1/2024\n1. KTP\n2. Denah\n1. Pemohon mendaftar\n2. Petugas menerbitkan izin\n\
        a. Gudang kecil : 14 hari kerja\nb. Gudang besar : 28 hari kerja\nRp. 100.000\nIzin Gudang\nTelp. (0251) 111222\n";
    let draft = of_page(page);
    let steps = each(&draft, "procedure", "text");
    assert_eq!(steps, ["Pemohon mendaftar", "Petugas menerbitkan izin"]);
    let time = &draft.service["time"];
    let most: Vec<&Value> = time["cases"]
        .as_array()
        .unwrap()
        .iter()
        .map(|case| &case["max"])
        .collect();
    assert_eq!(most, [14, 28], "{time}");
    // Times of what a step does stay in it, where it opens them or the page says a time of its own.
    for page in [
        page.replace("menerbitkan izin\n", "menerbitkan izin:\n"),
        page.replace("hari kerja\nRp", "hari kerja\n\n30 hari kerja\n\nRp"),
    ] {
        let steps = each(&of_page(&page), "procedure", "text")[1].to_string();
        assert!(steps.contains("28 hari kerja"), "{steps}");
    }
}

#[test]
fn a_group_for_one_case_is_not_asked_of_everyone_unseen() {
    let list = "1. Fotokopi KTP\n2. Izin baru :\n   a. Ijazah\n   b. Surat sehat\n3. Perpanjangan :\n   a. Izin lama\n   b. Sertifikat";
    let draft = of_part("Persyaratan", list);
    assert_eq!(
        doubted(&draft, "requirements"),
        ["requirements[1]", "requirements[2]"]
    );
    let suggested = |field: &str| {
        draft
            .suggestions
            .iter()
            .any(|one| one.field == field && one.lines.get("when").is_some())
    };
    assert!(
        suggested("requirements[1]") && suggested("requirements[2]"),
        "{:?}",
        draft.suggestions
    );
    let general = "1. Persyaratan umum:\n   a. KTP\n   b. KK\n2. Surat pernyataan dari:\n   a. Lurah\n   b. Camat";
    assert_eq!(
        doubted(&of_part("Persyaratan", general), "requirements"),
        [""; 0]
    );
}

#[test]
fn the_opposite_of_what_is_not_so_is_that_it_is() {
    let list = "1. Surat pernyataan, apabila tidak memiliki surat kelahiran\n2. KTP";
    let draft = of_part("Persyaratan", list);
    let questions = draft
        .suggestions
        .iter()
        .find(|one| one.field == "questions")
        .unwrap();
    assert_eq!(
        questions.lines[0]["phrase"],
        "tidak memiliki surat kelahiran"
    );
    assert_eq!(questions.lines[0]["phrase_not"], "memiliki surat kelahiran");
}
