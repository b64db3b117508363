//! Values are read as they were written: no number, date, time or yes/no is made of a text.

use maklumat::diagnostic::Sink;
use maklumat::parse::Reader;
use maklumat::parse::layout::Layout;
use maklumat::source::Sources;

use crate::site::{PAGE, SERVICE, Site};

/// What other programs make a number, a date, a time, a yes or a no of.
const TYPED: [&str; 18] = [
    "0254200083",
    "no",
    "yes",
    "on",
    "True",
    "1.10",
    "08:30",
    "2026-11-22",
    "0x1F",
    "1e3",
    ".5",
    "+62 254",
    "1_000",
    "12:30:45",
    "NaN",
    ".inf",
    "007",
    "Nullable",
];

fn site_with(value: &str) -> Site {
    let text = format!(
        "judul: Contoh\nringkasan: {value}\npersyaratan:\n  - {value}\n  - bunyi: {value}\n"
    );
    Site::new().with(SERVICE, text)
}

#[test]
fn unquoted_values_reach_text_fields_as_written() {
    for value in TYPED {
        let site = site_with(value);
        let mut sink = Sink::default();
        let layout = Layout::new(site.entries().expect("entries"), &mut sink);
        let reader = Reader::new(&site, &layout);
        let files = &layout.agencies["dinas-contoh"].services["ktp"];
        let service = reader
            .service(files, &mut sink)
            .expect("a service")
            .document;
        let summary = service.summary.get().expect("a summary");
        let requirements = service.requirements.listed().iter();
        let mut texts: Vec<&str> = requirements
            .map(|requirement| requirement.text.get().expect("a text").value.as_str())
            .collect();
        texts.push(&summary.value);
        assert_eq!(texts, [value; 3]);
        assert!(sink.is_empty(), "{value}: {:?}", sink.into_findings());
    }
}

#[test]
fn values_stand_on_the_page_as_written() {
    for value in TYPED {
        let built = site_with(value).build();
        let page = built.page(PAGE);
        assert!(page.contains(value), "`{value}` is not on the page");
    }
}

#[test]
fn null_is_no_text_and_quoted_null_is() {
    let text = "judul: Contoh\npersyaratan:\n  - \"null\"\njaminan_pelayanan: null\nstatus_note:\n";
    let built = Site::new().with(SERVICE, text).build();
    let page = built.page(PAGE);
    assert!(
        page.contains(">null<") || page.contains("null</"),
        "the text `null` is lost"
    );
    let missing = "<h3>Instansi ini belum mencantumkan</h3>\n<p>B.6 Jaminan pelayanan.</p>";
    assert!(page.contains(missing), "{page}");
}
