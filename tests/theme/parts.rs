//! Small pieces of views, made by hand.

use maklumat::render::view::*;

/// A text in the page's language.
pub fn say(text: &str) -> Words {
    Words {
        text: text.to_owned(),
        lang: None,
        dir: None,
    }
}

/// A text in another language.
pub fn say_in(lang: &str, text: &str) -> Words {
    Words {
        text: text.to_owned(),
        lang: Some(lang.to_owned()),
        dir: None,
    }
}

pub fn link(href: &str, label: &str) -> Link {
    Link {
        href: Some(href.to_owned()),
        label: say(label),
    }
}

pub fn here(label: &str) -> Link {
    Link {
        href: None,
        label: say(label),
    }
}

pub fn fact(term: &str, value: &str) -> Fact {
    Fact {
        term: term.to_owned(),
        value: say(value),
        href: None,
    }
}

pub fn channel(kind: &'static str, label: &str, value: &str, href: Option<&str>) -> Channel {
    Channel {
        kind,
        kind_label: label.to_owned(),
        value: say(value),
        note: None,
        href: href.map(str::to_owned),
    }
}

pub fn glance(key: &'static str, term: &str, value: &str) -> Glance {
    let part = if key == "who" { "requirements" } else { key };
    Glance {
        key,
        term: term.to_owned(),
        slot: Slot {
            state: "given",
            words: say(value),
        },
        sums: Vec::new(),
        href: format!("#{}", if key == "product" { "products" } else { part }),
    }
}

pub fn part<T>(title: &str, legal: Option<&str>, items: Vec<T>) -> Part<T> {
    Part {
        title: title.to_owned(),
        legal_title: legal.map(str::to_owned),
        state: "given",
        missing: None,
        items,
    }
}

/// A component that the agency has not stated.
pub fn missing<T>(title: &str) -> Part<T> {
    Part {
        title: title.to_owned(),
        legal_title: None,
        state: "missing",
        missing: Some("Dinas belum mencantumkan ini.".to_owned()),
        items: Vec::new(),
    }
}

/// Requirement number `number`, in the citizen's words and the standard's.
pub fn item(number: usize, label: &str, text: &str) -> Item {
    Item {
        path: format!("requirements.{number}"),
        number,
        anchor: format!("requirement-{number}"),
        label: say(label),
        text: (text != label).then(|| say(text)),
        ..Item::default()
    }
}

pub fn step(number: usize, actor: &'static str, actor_label: &str, text: &str) -> Step {
    Step {
        states: None,
        path: format!("procedure.{number}"),
        number,
        anchor: format!("step-{number}"),
        label: say(text),
        text: None,
        actor: Some(actor),
        actor_label: Some(actor_label.to_owned()),
        condition: None,
        only_if: None,
        facts: Vec::new(),
        note: None,
    }
}

/// The frame of a page of the seed's site.
pub fn frame(title: &str) -> Frame {
    Frame {
        lang: "id".to_owned(),
        dir: "ltr",
        head_title: format!("{title} – Standar Pelayanan"),
        description: "Standar pelayanan".to_owned(),
        canonical: Some("https://layanan.example/dinas/ktp.html".to_owned()),
        alternates: Vec::new(),
        root: "../".to_owned(),
        site_title: say("Standar Pelayanan Kota Serang"),
        home: "../index.html".to_owned(),
        menu: Vec::new(),
        logo: None,
        breadcrumb: vec![
            link("../index.html", "Beranda"),
            link("index.html", "Dinas Kependudukan dan Pencatatan Sipil"),
            here(title),
        ],
        pages: Vec::new(),
        example: Some("Contoh, bukan situs resmi Kota Serang. Sumber: SIPPN".to_owned()),
        colours: String::new(),
        help: Help {
            name: say("Dinas Kependudukan dan Pencatatan Sipil"),
            href: Some("index.html".to_owned()),
            channels: vec![channel(
                "phone",
                "Telepon",
                "0254200083",
                Some("tel:0254200083"),
            )],
            parent: Some(say("Pemerintah Kota Serang")),
            website: Some(link(
                "http://disdukcapil.serangkota.go.id",
                "disdukcapil.serangkota.go.id",
            )),
            hours: Vec::new(),
            address: Some(say("Jl. Jendral sudirman no 5 42118")),
            ladder: vec![channel(
                "web",
                "",
                "SP4N-LAPOR!",
                Some("https://www.lapor.go.id"),
            )],
        },
    }
}
