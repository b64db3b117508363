//! Where and how one goes about it, where that depends on the answers: channels and further offices.

use maklumat::diagnostic::{Code, Severity};
use scraper::{ElementRef, Html, Selector};

use crate::site::{PAGE, SERVICE, Site};

/// A service whose channels and offices are others for those from outside the city.
const WAYS: &str = "judul: Contoh Pindah Alamat
pertanyaan:
  - id: luar_kota
    tanya: Apakah Anda pindah dari luar kota?
    ya_tidak: ya
persyaratan:
  - Fotokopi KK
saluran:
  - jenis: loket
    tempat: Loket A
  - jenis: daring
    jika: tidak luar_kota
tersedia_di:
  - kantor-contoh
  - instansi: cabang-contoh
    jika: luar_kota
";

fn site(service: &str) -> Site {
    Site::with_service()
        .with("content/kantor-contoh/agency.yaml", "nama: Kantor Contoh\n")
        .with("content/cabang-contoh/agency.yaml", "nama: Cabang Contoh\n")
        .with(SERVICE, service)
}

/// The words of each item that the answers decide.
fn decided(page: &Html, list: &str) -> Vec<(String, String)> {
    let items = Selector::parse(&format!("[data-item^=\"{list}.\"]")).expect("a selector");
    let states = Selector::parse("[data-state]").expect("a selector");
    let words = |one: ElementRef<'_>| one.text().collect::<String>();
    let items = page.select(&items).filter_map(|item| {
        item.select(&states).next()?;
        let path = item.attr("data-item").unwrap_or_default();
        Some((path.to_owned(), words(item)))
    });
    items.collect()
}

#[test]
fn the_page_says_which_channel_and_office_the_answers_lead_to() {
    let built = site(WAYS).build();
    let text = built.page(PAGE);
    let page = Html::parse_document(text);
    // An office stands on the first screen too.
    for (list, item, label, places) in [
        ("channels", "channels.2", "Daring", 1),
        ("offered_at", "offered_at.2", "Cabang Contoh", 2),
    ] {
        let found = decided(&page, list);
        assert_eq!(found.len(), places, "{found:?}");
        for (path, words) in found {
            assert_eq!(path, item);
            let says = |part| words.contains(part);
            assert!(says(label) && says("jika") && says("luar kota"), "{words}");
        }
        let rule = format!("[data-item=\"{item}\"]{{--y:initial;--m:none}}");
        assert!(text.contains(&rule), "{rule}");
    }
    // Whatever the answers are, the first screen names the agency and the office for all.
    let selector =
        Selector::parse(".summary .where p:not(:has([data-state]))").expect("a selector");
    let everybody: Vec<String> = page
        .select(&selector)
        .map(|one| one.text().collect())
        .collect();
    assert_eq!(everybody[..2], ["Dinas Contoh", "Kantor Contoh"]);
    // The service stands on the pages of both offices.
    for office in ["kantor-contoh", "cabang-contoh"] {
        let page = built.page(&format!("{office}/index.html"));
        assert!(page.contains("Contoh Pindah Alamat"), "{office}");
    }
}

/// An office of this name, open from eight until `close`.
fn office(name: &str, close: &str) -> String {
    format!(
        "nama: {name}\nalamat:\n  jalan: Jalan {name}\njam_layanan:\n  - hari: [senin]\n    buka: \"08:00\"\n    tutup: \"{close}\"\n"
    )
}

/// The lines of a row of the first screen: what they say, and when they show.
fn lines(page: &Html, row: &str) -> Vec<(String, String)> {
    let selector = Selector::parse(&format!(".summary .{row} dd > *")).expect("a selector");
    let when = |line: ElementRef<'_>| {
        let range = line.attr("data-range").map(|range| format!("else {range}"));
        let item = line.attr("data-item").map(str::to_owned);
        range.or(item).unwrap_or_default()
    };
    let lines = page.select(&selector);
    let said = lines.map(|line| {
        (
            line.text().collect::<String>().trim().to_owned(),
            when(line),
        )
    });
    said.collect()
}

/// The first screen's row of a service that asks whether something is lost.
fn first_screen(row: &str, rest: &str) -> Vec<(String, String)> {
    let service = format!(
        "judul: Contoh Kartu\npertanyaan:\n  - id: hilang\n    tanya: Hilang?\n    ya_tidak: ya\n    frasa: kartu hilang\n    frasa_bukan: kartu ada\npersyaratan:\n  - Fotokopi KK\n{rest}"
    );
    let built = site(&service)
        .with(
            "content/dinas-contoh/agency.yaml",
            office("Dinas Contoh", "15:00"),
        )
        .with(
            "content/cabang-contoh/agency.yaml",
            office("Cabang Contoh", "12:00"),
        )
        .build();
    let page = Html::parse_document(built.page(PAGE));
    lines(&page, row)
}

fn expect(found: &[(String, String)], wanted: &[(&str, &str)]) {
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    assert_eq!(found, wanted);
}

#[test]
fn a_place_for_some_never_hides_that_of_all_others() {
    // The other step has no place of its own: the agency is everybody's, also where a place bears its name.
    let found = first_screen(
        "where",
        "prosedur:\n  - {bunyi: Lapor, oleh: pemohon, tempat: Loket hilang Dinas Contoh, jika: hilang}\n  - {bunyi: Ambil, oleh: pemohon}\n",
    );
    let agency = "Dinas Contoh (Senin 08.00–15.00)";
    let lost = "Loket hilang Dinas Contoh jika kartu hilang";
    expect(&found, &[(lost, "procedure.1"), (agency, "")]);
    // Every step of the reader leads elsewhere, for some: the agency is for the others.
    let found = first_screen(
        "where",
        "prosedur:\n  - {bunyi: Lapor, oleh: pemohon, tempat: Kantor polisi, jika: hilang}\n  - {bunyi: Catat, oleh: petugas}\n",
    );
    let police = "Kantor polisi jika kartu hilang";
    expect(&found, &[(police, "procedure.1"), (agency, "else place")]);
    // A place to which everybody goes is named beside those for some.
    let found = first_screen(
        "where",
        "prosedur:\n  - {bunyi: Lapor, oleh: pemohon, tempat: Kantor polisi, jika: hilang}\n  - {bunyi: Bayar, oleh: pemohon, tempat: Bank}\n",
    );
    expect(
        &found,
        &[(police, "procedure.1"), ("Bank", ""), (agency, "")],
    );
}

#[test]
fn each_place_has_its_own_hours() {
    let found = first_screen(
        "where",
        "tersedia_di:\n  - instansi: cabang-contoh\n    jika: hilang\n",
    );
    let branch = "Cabang Contoh (Senin 08.00–12.00) jika kartu hilang";
    let agency = "Dinas Contoh (Senin 08.00–15.00)";
    expect(&found, &[(agency, ""), (branch, "offered_at.1")]);
    // Where there is but one, they stand beside its street.
    let found = first_screen("where", "");
    expect(
        &found,
        &[("Jalan Dinas Contoh", ""), ("Senin 08.00–15.00", "")],
    );
}

#[test]
fn the_whole_time_stands_until_a_case_holds() {
    let found = first_screen(
        "time",
        "waktu:\n  paling_lambat: 5\n  satuan: hari_kerja\n  kasus:\n    - {label: Hilang, jika: hilang, paling_lambat: 1, satuan: hari_kerja}\n",
    );
    let [whole, case] = ["Paling lama 5 hari kerja", "Paling lama 1 hari kerja"];
    expect(&found, &[(whole, "else time"), (case, "time.1")]);
}

/// The codes of the errors, with the line in the service's file.
fn found(service: &str) -> Vec<(Code, usize)> {
    let findings = site(service).check().0.findings;
    let errors = findings.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error);
    errors.map(|one| (one.code, one.place.line)).collect()
}

#[test]
fn their_conditions_are_checked_as_those_of_requirements() {
    let planted = |right: &str, wrong: &str| {
        let text = WAYS.replace(right, wrong);
        assert_ne!(text, WAYS);
        found(&text)
    };
    assert_eq!(found(WAYS), []);
    let never = planted(
        "jika: tidak luar_kota",
        "jika: luar_kota dan tidak luar_kota",
    );
    assert_eq!(never, [(Code::K0326, 12)]);
    let always = planted(
        "    jika: luar_kota",
        "    jika: luar_kota atau tidak luar_kota",
    );
    assert_eq!(always, [(Code::K0327, 16)]);
    let unknown = planted("jika: tidak luar_kota", "jika: tidak luar_kotaa");
    assert_eq!(unknown, [(Code::K0311, 12)]);
    assert_eq!(
        planted("cabang-contoh", "cabang-conto"),
        [(Code::K0401, 15)]
    );
    assert_eq!(
        planted("- kantor-contoh", "- kantor-conto"),
        [(Code::K0401, 14)]
    );
}
