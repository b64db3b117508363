//! Times as lists and the summary say them, and as the page explains them.

use scraper::{Html, Selector};

use crate::site::{PAGE, SERVICE, Site};

/// What the summary of a service says of its time, in few words, and what the page says under its heading.
fn said(time: &str) -> (String, String) {
    let service = format!("judul: Contoh Layanan KTP\nwaktu:\n{time}");
    let built = Site::new().with(SERVICE, service).build();
    let html = Html::parse_document(built.page(PAGE));
    let text = |selector: &str| {
        let selector = Selector::parse(selector).expect("a selector");
        let parts = html.select(&selector).flat_map(|element| element.text());
        let text = parts.collect::<Vec<&str>>().join(" ");
        text.split_whitespace().collect::<Vec<&str>>().join(" ")
    };
    (text(".summary .time dd"), text("#time"))
}

#[test]
fn minutes_that_make_whole_hours_are_hours_in_short_places() {
    for (time, short) in [
        (
            "  paling_lambat: 120\n  satuan: menit\n  bunyi: 120 Menit\n",
            "2 jam",
        ),
        (
            "  paling_lambat: 120\n  satuan: menit\n",
            "Paling lama 2 jam",
        ),
        (
            "  paling_cepat: 60\n  paling_lambat: 120\n  satuan: menit\n",
            "1 sampai 2 jam",
        ),
        (
            "  paling_lambat: 90\n  satuan: menit\n  bunyi: 90 Menit\n",
            "90 Menit",
        ),
        (
            "  paling_lambat: 45\n  satuan: menit\n",
            "Paling lama 45 menit",
        ),
        (
            "  paling_lambat: 48\n  satuan: jam\n  bunyi: 2 × 24 jam\n",
            "2 × 24 jam",
        ),
    ] {
        let (summary, explained) = said(time);
        assert_eq!(summary, short, "{time}");
        if let Some((_, sentence)) = time.split_once("bunyi: ") {
            assert!(explained.contains(sentence.trim()), "{explained}");
        }
    }
}
