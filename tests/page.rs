//! What a page says of a service at first sight.

use std::collections::BTreeSet;

use scraper::{Html, Selector};

use crate::site::{PAGE, SERVICE, Site, text_of};

/// Criteria of which two hold for some people only.
const GROUPS: &str = "judul: Contoh Layanan
pertanyaan:
  - id: asing
    tanya: Apakah Anda warga negara asing?
    ya_tidak: ya
  - id: usia
    tanya: Berapa usia Anda?
    angka:
      min: 0
      maks: 120
  - id: kitap
    tanya: Apakah Anda punya KITAP?
    ya_tidak: ya
persyaratan:
  - bunyi: Berusia 17 tahun
    harus: usia >= 17
  - bunyi: Bagi warga negara asing
    jika: asing
    rincian:
      - bunyi: Punya KITAP
        harus: kitap
      - Paspor
  - bunyi: Dokumen bagi semua
    rincian:
      - bunyi: Berusia paling tinggi 100 tahun
        harus: usia <= 100
      - Kartu Keluarga
";

#[test]
fn whom_it_is_for_names_no_criterion_of_some_people_only() {
    let built = Site::new().with(SERVICE, GROUPS).build();
    let html = Html::parse_document(built.page(PAGE));
    let glance = Selector::parse(".summary").expect("a selector");
    let said: String = html
        .select(&glance)
        .flat_map(|place| place.text())
        .collect();
    assert!(
        said.contains("Berusia 17 tahun; Berusia paling tinggi 100 tahun"),
        "{said}"
    );
    assert!(!said.contains("Punya KITAP"), "{said}");
}

/// The parts of a page that a selector finds, each as one line.
fn said(text: &str, selector: &str) -> Vec<String> {
    let built = Site::new().with(SERVICE, text).build();
    assert!(!built.report.has_errors(), "{:?}", built.report.findings);
    let html = Html::parse_document(built.page(PAGE));
    let selector = Selector::parse(selector).expect("a selector");
    let found = html.select(&selector);
    found
        .map(|part| part.text().collect::<Vec<_>>().join(" "))
        .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

#[test]
fn requirements_that_are_none_are_no_gap() {
    let none = "Tidak ada persyaratan. Anda tidak perlu membawa dokumen.";
    for (written, sentence, missing) in [
        ("persyaratan: tidak ada\n", none, 0),
        ("persyaratan: Tidak ada\n", none, 0),
        ("requirements: none\n", none, 0),
        ("persyaratan: []\n", "Bagian ini belum ditulis.", 1),
        (
            "persyaratan: null\n",
            "Instansi ini belum mencantumkannya.",
            1,
        ),
        ("", "Bagian ini belum ditulis.", 1),
    ] {
        let text = format!("judul: Contoh Layanan\n{written}");
        assert_eq!(said(&text, "#requirements > p"), [sentence], "{written}");
        let gaps = said(&text, "#standard > div > p:not(.quiet)");
        let gaps = gaps.iter().filter(|line| line.contains("A.1 Persyaratan"));
        assert_eq!(gaps.count(), missing, "{written}");
        assert!(said(&text, "[data-item^=requirements]").is_empty());
        // Where nothing is written, nothing is said of whom it is for.
        let who = said(&text, ".summary .who dd");
        let free = ["Tidak ada syarat"].repeat(1 - missing);
        assert_eq!(who, free, "{written}");
    }
}

#[test]
fn nobody_is_told_to_bring_nothing() {
    let asked = "judul: Contoh Layanan
pertanyaan:
  - id: dewasa
    tanya: Apakah Anda dewasa?
    ya_tidak: ya
syarat_tersirat:
  - harus: dewasa
    jika_tidak: Layanan ini untuk orang dewasa.
";
    let nothing = "Anda bisa mengurus ini";
    let papers = "Anda bisa mengurus ini Bawa:";
    let unknown = "Anda bisa mengurus ini Dokumen yang perlu dibawa belum ditulis. Tanyakan dulu.";
    for (requirements, verdict) in [
        ("persyaratan: tidak ada\n", nothing),
        (
            "persyaratan:\n  - bunyi: Datang sendiri\n    jenis: hadir\n",
            nothing,
        ),
        ("persyaratan: [KK]\n", papers),
        ("persyaratan: null\n", unknown),
        ("persyaratan:\n", unknown),
        ("persyaratan: []\n", unknown),
        ("", unknown),
    ] {
        let text = format!("{asked}{requirements}");
        assert_eq!(
            said(&text, "[data-verdict=eligible]"),
            [verdict],
            "{requirements}"
        );
        // That nothing is brought is said once, by the list.
        let told = said(&text, "#result").concat().to_lowercase();
        let told =
            told.matches("tidak ada dokumen").count() + told.matches("tidak perlu membawa").count();
        assert_eq!(told, usize::from(verdict == nothing), "{requirements}");
    }
}

#[test]
fn a_page_that_turns_people_away_does_not_say_that_nothing_is_required() {
    let asked = "judul: Contoh Layanan\npertanyaan:\n  - id: dewasa\n    tanya: Apakah Anda dewasa?\n    ya_tidak: ya\npersyaratan: tidak ada\n";
    let paper = "  - harus: dewasa\n    jika_tidak: Layanan ini untuk orang dewasa.\n";
    let named = "  - bunyi: Anda sudah dewasa\n    harus: dewasa\n";
    for (criteria, who, listed) in [
        (String::new(), "Tidak ada syarat", 0),
        (
            format!("syarat_tersirat:\n{paper}"),
            "Lihat syaratnya di bawah",
            1,
        ),
        (format!("syarat_tersirat:\n{named}"), "Anda sudah dewasa", 1),
    ] {
        let text = format!("{asked}{criteria}");
        assert_eq!(said(&text, ".summary .who dd"), [who]);
        assert_eq!(said(&text, "#who li").len(), listed, "{who}");
    }
}

#[test]
fn the_help_names_what_stands_above_the_agency_as_the_other_pages_do() {
    let above = |config: &str, agency: &str| {
        let config =
            format!("judul: Contoh\ncontoh: ya\nalamat_situs: https://contoh.example/\n{config}");
        let agency = format!(
            "nama: Dinas Contoh\nsk:\n  nomor: 000/Contoh\nsaluran:\n  - kotak_saran: Loket 1\n{agency}"
        );
        let site = Site::with_service().with("site.yaml", config);
        let built = site
            .with("content/dinas-contoh/agency.yaml", agency)
            .build();
        [
            ("index.html", "#agencies .topics p + p"),
            ("index.html", "#help > h2 + p"),
            ("dinas-contoh/index.html", ".title .quiet"),
            ("dinas-contoh/index.html", "#help > h2 + p"),
            (PAGE, "#help > h2 + p"),
        ]
        .map(|(page, selector)| {
            let in_help = selector.starts_with("#help");
            let html = Html::parse_document(built.page(page));
            let selector = Selector::parse(selector).expect("a selector");
            let found = html.select(&selector).next();
            let text = found?.text().collect::<String>();
            // A block of help names the agency first.
            let above = match in_help {
                true => text.split_once(", ")?.1,
                false => &text,
            };
            Some(above.trim().to_owned())
        })
    };
    let owner = "instansi:\n  nama: Pemerintah Kota Contoh\n";
    let city = || Some("Pemerintah Kota Contoh".to_owned());
    let own = || Some("Kecamatan Contoh".to_owned());
    // The home page is the owner's: it does not name it again.
    assert_eq!(above(owner, ""), [None, city(), city(), city(), city()]);
    assert_eq!(
        above(owner, "induk: Kecamatan Contoh\n"),
        [own(), own(), own(), own(), own()]
    );
    for config in ["", "instansi:\n  nama: Dinas Contoh\n"] {
        assert_eq!(
            above(config, ""),
            [None, None, None, None, None],
            "{config}"
        );
    }
}

/// Groups within groups, each with all its texts; `KIND` is what is said of each line that is no group.
const THREE: &str = "judul: Contoh Layanan
pertanyaan:
  - id: badan
    tanya: Apakah Anda mewakili badan?
    ya_tidak: ya
    frasa: Anda mewakili badan
    frasa_bukan: Anda tidak mewakili badan
  - id: asing
    tanya: Apakah badannya asing?
    ya_tidak: ya
    frasa: badannya asing
    frasa_bukan: badannya tidak asing
  - id: baru
    tanya: Apakah badannya baru?
    ya_tidak: ya
    frasa: badannya baru
    frasa_bukan: badannya lama
persyaratan:
  - label: label1
    bunyi: bunyi1
    catatan: catatan1
    bantuan: bantuan1
    jika: badan
    rincian:
      - {bunyi: awal, KIND}
      - label: label2
        bunyi: bunyi2
        catatan: catatan2
        bantuan: bantuan2
        jika: asing
        rincian:
          - label: label3
            bunyi: bunyi3
            catatan: catatan3
            bantuan: bantuan3
            rincian:
              - {bunyi: dalam, jika: baru, KIND}
              - {bunyi: dua, KIND}
      - {bunyi: akhir, KIND}
";

#[test]
fn no_text_of_a_group_is_lost_however_deep_it_stands() {
    for kind in ["jenis: dokumen", "jenis: hadir", "jenis: tindakan_awal"] {
        let written = THREE.replace("KIND", kind);
        let (place, other) = match kind {
            "jenis: dokumen" => ("#requirements", "#who"),
            _ => ("#who", "#requirements"),
        };
        let said_in = |place| said(&written, place).concat();
        let (told, rest, standard) = (said_in(place), said_in(other), said_in("#standard"));
        for level in ["1", "2", "3"] {
            for text in ["catatan", "bantuan"] {
                let text = format!("{text}{level}");
                assert_eq!(told.matches(&text).count(), 1, "{kind} {text}: {told}");
            }
            let label = format!("label{level}");
            assert!(
                told.contains(&label) && !rest.contains(&label),
                "{told} {rest}"
            );
            assert!(standard.contains(&format!("bunyi{level}")), "{standard}");
        }
    }
}

#[test]
fn a_paper_says_the_conditions_that_no_line_above_it_has_said() {
    let written = THREE.replace("KIND", "jenis: dokumen");
    let inner = "#requirements [data-item=\"requirements.1\"]";
    let own = |item: &str| {
        let item =
            format!("{inner} [data-item=\"requirements.1{item}\"] > :is(p, label) [data-why]");
        said(&written, &item)
    };
    assert_eq!(
        said(&written, &format!("{inner} > h3 [data-why]")),
        ["Anda mewakili badan"]
    );
    assert_eq!(own(".2"), ["badannya asing"]);
    assert_eq!(own(".2.1.1"), ["badannya baru"]);
    for silent in [".1", ".2.1", ".2.1.2", ".3"] {
        assert_eq!(own(silent), Vec::<String>::new(), "{silent}");
    }
    // What follows a group stands beside it, not below.
    let all = |list| said(&written, &format!("{inner} > ol > li{list}")).len();
    assert_eq!(
        (all(""), all(" > ol > li"), all(" > ol > li > ol > li")),
        (3, 1, 2)
    );
    let ticks = said(&written, &format!("{inner} label")).len();
    assert_eq!(ticks, 4);
}

#[test]
fn answers_that_leave_nothing_to_bring_take_the_announcement_away() {
    let asked = "judul: Contoh Layanan
pertanyaan:
  - id: badan
    tanya: Apakah Anda mewakili badan?
    ya_tidak: ya
  - id: hilang
    tanya: Apakah KTP Anda hilang?
    ya_tidak: ya
persyaratan:
  - {bunyi: Akta, jika: badan}
  - {bunyi: Surat hilang, jika: hilang, diperoleh_dari: Kepolisian}
";
    let rule = ":root:has([name=badan][value=tidak]:checked):has([name=hilang][value=tidak]:checked){--bn:block;--bp:none}";
    let always = format!("{asked}  - Kartu Keluarga\n");
    for (written, spared) in [(asked, true), (always.as_str(), false)] {
        let style = said(written, "style").concat();
        assert_eq!(style.contains(rule), spared, "{style}");
        assert_eq!(style.contains("--bn"), spared, "{style}");
        let nothing = said(written, "#requirements > [data-bring=nothing]");
        let sentence = "Tidak ada dokumen yang perlu dibawa.";
        assert_eq!(nothing, [sentence].repeat(usize::from(spared)));
        let announced = said(written, "[data-bring=papers]");
        assert_eq!(announced, ["Bawa:", "Sesudah itu, bawa:"]);
    }
}

#[test]
fn what_one_may_need_instead_is_neither_before_nor_after() {
    let related = "related:
  requires: [dinas-contoh/sebelum]
  next: [dinas-contoh/sesudah]
";
    let links = |see_also: &str, selector: &str| -> Vec<String> {
        let service = format!("{GROUPS}{related}{see_also}");
        let others = ["sebelum", "sesudah", "lain"];
        let other = |name| {
            (
                format!("content/dinas-contoh/{name}.yaml"),
                format!("judul: {name}\n"),
            )
        };
        let site = Site::new().with_all(others.map(other));
        let built = site.with(SERVICE, service).build();
        let html = Html::parse_document(built.page(PAGE));
        let selector = Selector::parse(selector).expect("a selector");
        html.select(&selector)
            .map(|link| link.text().collect())
            .collect()
    };
    let see_also = "  see_also: [dinas-contoh/lain]\n";
    assert_eq!(
        links(see_also, "#related a"),
        ["sebelum", "sesudah", "lain"]
    );
    assert_eq!(links(see_also, "#result .else a"), ["lain"]);
    assert_eq!(links("", "#result .else"), [""; 0]);
}

/// The names of a kind in the contract: what follows `mark` between backticks.
fn named<'a>(contract: &'a str, mark: &str) -> BTreeSet<&'a str> {
    let code = contract.split('`').skip(1).step_by(2);
    code.flat_map(|code| code.split(mark).skip(1))
        .filter_map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            rest.get(..end.unwrap_or(rest.len()))
        })
        .filter(|name| !name.is_empty())
        .collect()
}

/// What of the contract no page of the samples has.
fn unkept(contract: &str, pages: &[Html]) -> Vec<String> {
    let ids = named(contract, "#").into_iter().map(|id| format!("#{id}"));
    let data = named(contract, "data-");
    let data = data.into_iter().map(|name| format!("[data-{name}]"));
    ids.chain(data)
        .filter(|selector| {
            let one = Selector::parse(selector).expect("a selector");
            pages.iter().all(|page| page.select(&one).next().is_none())
        })
        .collect()
}

#[test]
fn what_the_contract_of_the_checklist_names_is_on_pages() {
    let built = ["tests/sites/kota-contoh", "tests/data/reference"]
        .map(|folder| Site::read(folder).build());
    let pages: Vec<Html> = built
        .iter()
        .flat_map(|built| built.files.keys().map(move |path| (built, path)))
        .filter(|(_, path)| path.ends_with(".html"))
        .map(|(built, path)| Html::parse_document(built.page(path)))
        .collect();
    let contract = text_of("docs/checklist.md");
    let found = (named(&contract, "#").len(), named(&contract, "data-").len());
    assert!(found.0 > 10 && found.1 > 10, "{found:?}");
    assert_eq!(unkept(&contract, &pages), [""; 0]);
    assert_eq!(
        unkept("`#where`, `[data-gone=N]`", &pages),
        ["#where", "[data-gone]"]
    );
}
