//! Where each paper is got: the list of what one brings, by place.

use maklumat::resolve::names::Names;

use crate::oracle::places::places;
use crate::site::{SERVICE, Site};

const DOCUMENTS: &str = "
- {id: kk, nama: Kartu Keluarga, diterbitkan_oleh: dinas-contoh/kartu-keluarga}
- {id: ktp, nama: KTP, diterbitkan_oleh: dinas-contoh/ktp}
- {id: akta, nama: Akta, diterbitkan_oleh: dinas-contoh/akta}
- {id: pengantar, nama: Surat pengantar, diterbitkan_oleh: Kelurahan}
- {id: paspor, nama: Paspor}
";

/// The places of a service that requires this, as a judge counts them.
fn found(requirements: &str) -> Vec<(String, Vec<String>)> {
    let site = Site::with_service()
        .with("content/documents.yaml", DOCUMENTS)
        .with(
            "content/dinas-contoh/kartu-keluarga.yaml",
            "judul: Contoh Kartu Keluarga\n",
        )
        .with(
            SERVICE,
            format!("judul: Contoh KTP\npersyaratan:\n{requirements}"),
        );
    let (report, sound) = site.check();
    let sound = sound.unwrap_or_else(|| panic!("{:?}", report.findings));
    let resolved = sound.site();
    let names = Names::new(&resolved.layout, &resolved.registries);
    let entry = resolved.service("dinas-contoh/ktp").expect("the service");
    let read = sound.read(entry, &site).expect("an unchanged service");
    places(read.resolve(&names).service())
}

/// Places with the numbers of their papers.
fn by_number(requirements: &str) -> Vec<(String, String)> {
    let places = found(requirements).into_iter();
    let numbers = |papers: Vec<String>| papers.join(" ").replace("requirements.", "");
    places
        .map(|(place, papers)| (place, numbers(papers)))
        .collect()
}

fn expected(list: &[(&str, &str)]) -> Vec<(String, String)> {
    let list = list.iter();
    list.map(|(place, numbers)| ((*place).to_owned(), (*numbers).to_owned()))
        .collect()
}

#[test]
fn papers_are_grouped_by_place_in_the_order_of_the_file() {
    let list = "
  - bunyi: Surat pengantar
    dokumen: pengantar
  - bunyi: Formulir
    jenis: formulir
  - bunyi: Surat hilang
    diperoleh_dari: Kepolisian
  - bunyi: Kelompok
    rincian:
      - bunyi: Surat lain
        diperoleh_dari: KELURAHAN
      - bunyi: Datang sendiri
        jenis: hadir
  - bunyi: Foto
";
    // What the standard groups stays together.
    let places = [
        ("kelurahan", "1"),
        ("kepolisian", "3"),
        ("requirements.4", "4.1"),
        ("", "2 5"),
    ];
    assert_eq!(by_number(list), expected(&places));
}

#[test]
fn what_a_service_of_the_site_makes_comes_from_its_agency() {
    let list = "
  - {bunyi: KK asli, dokumen: kk, bentuk: asli}
  - {bunyi: Akta, dokumen: akta}
";
    // No service makes the second, so its words stand as they are written.
    let places = [("dinas-contoh/", "1"), ("dinas-contoh/akta", "2")];
    assert_eq!(by_number(list), expected(&places));
}

#[test]
fn what_one_has_is_told_from_what_nobody_says_where_to_get() {
    let list = "
  - {bunyi: Fotokopi KK, dokumen: kk, bentuk: fotokopi}
  - {bunyi: KK dilegalisir, dokumen: kk, bentuk: legalisir}
  - {bunyi: KK ditunjukkan, dokumen: kk, bentuk: tunjukkan}
  - {bunyi: KTP lama, dokumen: ktp}
  - {bunyi: Paspor, dokumen: paspor}
  - {bunyi: Salah satu, salah_satu: [kk, pengantar]}
  - {bunyi: Fotokopi dari sekolah, dokumen: kk, bentuk: fotokopi, diperoleh_dari: Sekolah}
";
    let places = [("own", "1 2 3 4"), ("sekolah", "7"), ("", "5 6")];
    assert_eq!(by_number(list), expected(&places));
}

#[test]
fn papers_of_one_place_are_got_there_together() {
    let list = "
  - {bunyi: Keduanya, semua: [pengantar, Surat pengantar]}
";
    assert_eq!(by_number(list), expected(&[("kelurahan", "1")]));
}

#[test]
fn nobody_is_told_to_have_what_nobody_says_where_to_get() {
    let headings = |requirements: &str| {
        let text = format!("judul: Contoh KTP\npersyaratan:\n{requirements}");
        let built = Site::new().with(SERVICE, text).build();
        let html = scraper::Html::parse_document(built.page(crate::site::PAGE));
        let heading = scraper::Selector::parse("#requirements h3").expect("a selector");
        let found = html.select(&heading);
        found
            .map(|one| one.text().collect())
            .collect::<Vec<String>>()
    };
    let unknown = "  - Surat keterangan sehat\n";
    let kept = "  - {bunyi: Kartu Keluarga, bentuk: fotokopi}\n";
    let named = "  - {bunyi: Surat hilang, diperoleh_dari: Kepolisian}\n";
    for alone in [unknown, kept] {
        assert_eq!(headings(alone), Vec::<String>::new());
    }
    let all = headings(&format!("{unknown}{kept}{named}"));
    assert_eq!(all, ["Siapkan sendiri", "Dari Kepolisian", "Lainnya"]);
}
