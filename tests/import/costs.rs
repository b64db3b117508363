//! Prices as offices write them: rows, units, groups that pay nothing, and sums that are no price.

use maklumat::import::{Draft, Papers, sheet_of_text, understand};
use serde_json::{Value, json};

fn draft(cost: &str) -> Draft {
    let page = format!(
        "# Layanan Contoh\n\n## Persyaratan\n\n1. KTP\n2. KK\n\n## Prosedur\n\n1. Pemohon datang\n2. Petugas memeriksa\n\n\
         ## Waktu\n\n1 hari\n\n## Biaya\n\n{cost}\n\n## Produk\n\nSurat\n\n## Pengaduan\n\nEmail : a@b.example\n"
    );
    understand(&sheet_of_text(&page), &Papers::default())
}

/// The values of a key, of all rows that have it.
fn all(draft: &Draft, key: &str) -> Vec<Value> {
    let rows = draft.service.get("cost").and_then(Value::as_array);
    let rows = rows.into_iter().flatten();
    rows.filter_map(|row| row.get(key).cloned()).collect()
}

fn doubts(draft: &Draft, key: &str) -> Vec<String> {
    let own = draft
        .doubts
        .iter()
        .filter(|doubt| doubt.field.starts_with(key));
    own.map(|doubt| doubt.reason.id.clone()).collect()
}

#[test]
fn what_bounds_or_adds_to_a_price_is_no_price_of_its_own() {
    for (cost, amounts) in [
        ("Rp 2.500 per m2, paling sedikit Rp 100.000", vec![2_500]),
        (
            "Rp 50.000 per orang, paling banyak Rp 200.000",
            vec![50_000],
        ),
        (
            "Rp 220.000;- (dua ratus dua puluh ribu rupiah) ditambah PPN",
            vec![220_000],
        ),
        (
            "Pendaftaran : Rp. 50.000,00\nBiaya pemeriksaan dihitung dengan rumus pada PP Nomor 128 Tahun 2015",
            vec![50_000],
        ),
    ] {
        let draft = draft(cost);
        assert_eq!(all(&draft, "amount"), amounts, "{cost}");
        assert!(!doubts(&draft, "cost").is_empty(), "{cost}");
    }
    let fine = draft("Rp 20.000,- berlaku 5 tahun, denda Rp 2.000 per hari");
    assert_eq!(all(&fine, "amount"), [20_000]);
    assert_eq!(
        all(&fine, "text"),
        ["Rp 20.000,- berlaku 5 tahun, denda Rp 2.000 per hari"]
    );
    let two = draft("Rp 5.000 untuk motor, Rp 10.000 untuk mobil");
    assert_eq!(all(&two, "label"), ["motor", "mobil"]);
    let used = draft("Rp 1.500,-/m2 untuk usaha; Rp 500,-/m2 untuk sosial");
    assert_eq!(all(&used, "label"), ["usaha", "sosial"]);
}

#[test]
fn what_begins_behind_a_unit_makes_it_doubtful() {
    let draft = draft("1Alat BesarRp. 160.000/JamTipe A\n2Alat KecilRp. 90.000/Jam");
    assert_eq!(all(&draft, "amount"), [160_000, 90_000]);
    assert_eq!(all(&draft, "unit"), ["Jam", "Jam"]);
    assert!(
        doubts(&draft, "cost[0]")[0].contains("Jam Tipe"),
        "{:?}",
        draft.doubts
    );
}

#[test]
fn a_unit_may_begin_with_a_number() {
    let draft = draft(
        "- Kios Rp100.000,00 per 3 tahun\n- Lapak Rp 40.000 / 3 bulan\n- Jaga Rp. 50.000/24 jam",
    );
    assert_eq!(all(&draft, "amount"), [100_000, 40_000, 50_000]);
    assert_eq!(all(&draft, "unit"), ["3 tahun", "3 bulan", "24 jam"]);
}

#[test]
fn a_sum_without_its_sign_is_read_in_doubt() {
    for (cost, amounts) in [
        ("Kelas I : 50.000\nKelas II : 40.000", vec![50_000, 40_000]),
        (
            "A.Kartu Aper lembar80.000,00\nB.Kartu Bper lembar75.000,00",
            vec![80_000, 75_000],
        ),
        ("Kios Rp 5.000/hari\nLapak 3.000/hari", vec![5_000, 3_000]),
    ] {
        let draft = draft(cost);
        assert_eq!(all(&draft, "amount"), amounts, "{cost}");
        let said = doubts(&draft, "cost[1]");
        assert!(
            said.iter().any(|why| why.contains("tanpa Rp")),
            "{cost}: {said:?}"
        );
    }
    assert_eq!(all(&draft("Rp. 10 000,-"), "amount"), [10_000]);
    assert!(all(&draft("Luas 1.200 m2 menurut Perda Nomor 7.500"), "amount").is_empty());
}

#[test]
fn a_group_that_pays_nothing_beside_others_is_exempt() {
    for (cost, who) in [
        (
            "Baru Rp 10.000\nKegiatan sosial : tidak dipungut",
            vec!["Kegiatan sosial"],
        ),
        ("Ruko = Rp 15.000/m2\nSosial = gratis", vec!["Sosial"]),
        (
            "Warga binaan : gratis. Surat bebas Rp290.000,00",
            vec!["Warga binaan"],
        ),
        (
            "Rp. 5.000,- untuk umum, gratis bagi peserta BPJS dan warga ber-KTP Kota Contoh",
            vec!["peserta BPJS", "warga ber-KTP Kota Contoh"],
        ),
    ] {
        let found = all(&draft(cost), "exempt");
        let found: Vec<Value> = found
            .iter()
            .flat_map(|list| list.as_array().unwrap().clone())
            .collect();
        assert_eq!(found, who, "{cost}");
    }
    let steps = draft("Pendaftaran : gratis\nPemeriksaan Rp 10.000");
    assert!(all(&steps, "exempt").is_empty());
    assert!(
        doubts(&steps, "cost")
            .iter()
            .any(|why| why.contains("bagi siapa"))
    );
}

#[test]
fn a_part_of_a_formula_is_no_price() {
    for cost in [
        "Retribusi = luas x indeks x tarif dasar Rp 15.000",
        "Rp2.500 x luas bangunan",
    ] {
        let draft = draft(cost);
        assert!(all(&draft, "amount").is_empty(), "{cost}");
        assert!(!doubts(&draft, "cost[0]").is_empty(), "{cost}");
    }
    // What stands behind a price is a note, in doubt where it speaks of money.
    let draft = draft("Lantai I Rp 150.000/bulan, Lantai II Rp 120.000/bulan, jaminan 3 x sewa");
    assert_eq!(all(&draft, "amount"), [150_000, 120_000]);
    assert_eq!(all(&draft, "note"), ["jaminan 3 x sewa"]);
    assert!(doubts(&draft, "cost[1]")[0].contains("jaminan 3 x sewa"));
}

#[test]
fn stamp_duty_beside_a_free_service_is_no_price_and_an_empty_sum_says_nothing() {
    let free = draft("Gratis sesuai Perda Nomor 1 Tahun 2024 (di luar meterai Rp10.000)");
    assert_eq!(
        (all(&free, "amount"), doubts(&free, "cost")),
        (vec![json!(0)], vec![])
    );
    let empty = draft("Rp. -");
    assert!(empty.service.get("cost").is_none());
    assert_eq!(doubts(&empty, "cost").len(), 1);
}
