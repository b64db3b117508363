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
