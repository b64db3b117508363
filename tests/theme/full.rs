//! An English page that fills every field of the view once, each with words of its own.

use maklumat::render::view::*;

use super::parts::*;
use super::seed;

fn paper(name: &str) -> Paper {
    Paper {
        name: say_in("id", &format!("{name} name")),
        issued_by: Some(link("issuer.html", &format!("{name} issuer"))),
        validity: Some(say(&format!("{name} validity"))),
        image: Some(Picture {
            src: format!("../static/{}.png", name.replace(' ', "-")),
            alt: say_in("id", &format!("{name} picture")),
        }),
    }
}

/// A requirement with everything but parts, as number `path` of its list.
fn rich_item(list: &str, number: usize) -> Item {
    let own = |what: &str| format!("{list} {number} {what}");
    Item {
        states: None,
        of_some: false,
        tick: false,
        unconfirmed: None,
        path: format!("{list}.{number}"),
        number,
        anchor: format!("{list}-{number}").replace('.', "-"),
        label: say(&own("label")),
        text: Some(say_in("id", &own("legal sentence"))),
        kind: Some(own("kind")),
        condition: Some(say(&own("condition"))),
        only_if: None,
        must: Some(say(&own("must"))),
        demand: None,
        otherwise: Some(link("first.html", &own("otherwise"))),
        otherwise_kind: Some("do_first"),
        document: Some(paper(&own("paper"))),
        form: Some(own("form")),
        acknowledged_by: Some(say(&own("acknowledged"))),
        obtain_from: Some(say(&own("obtained"))),
        any_of: vec![paper(&own("either")), paper(&own("or"))],
        all_of: vec![paper(&own("both")), paper(&own("and"))],
        items: Vec::new(),
        help: Some(format!("<p>{}</p>", own("help"))),
        note: Some(say(&own("note"))),
        legal_basis: vec![
            link("https://law.example/1", &own("law")),
            here(&own("bylaw")),
        ],
        interpretation: Some(say(&own("inference"))),
        source_number: Some(own("in the source")),
    }
}

fn durations() -> Vec<Duration> {
    let one = |kind: &'static str, path: Option<&str>| Duration {
        states: None,
        kind,
        path: path.map(str::to_owned),
        label: Some(say(&format!("{kind} duration label"))),
        text: say(&format!("{kind} duration text")),
        from: Some(format!("{kind} duration from")),
        condition: Some(say(&format!("{kind} duration condition"))),
        only_if: None,
        note: Some(say(&format!("{kind} duration note"))),
        due: Some(Due {
            days: 4,
            working: true,
            before: format!("{kind} due before "),
            today: format!("{kind} due today"),
            between: format!(" {kind} due between "),
            after: format!(" {kind} due after"),
        }),
    };
    vec![
        one("whole", None),
        one("case", Some("time.1")),
        one("phase", None),
    ]
}

fn cost_row(number: usize) -> CostRow {
    let own = |what: &str| format!("cost {number} {what}");
    CostRow {
        states: None,
        path: format!("cost.{number}"),
        number,
        label: Some(say(&own("label"))),
        amount: Some(own("amount")),
        text: Some(say_in("id", &own("text"))),
        condition: Some(say(&own("condition"))),
        only_if: None,
        exempt: Some(say(&own("exempt"))),
        legal_basis: vec![here(&own("law"))],
        note: Some(say(&own("note"))),
    }
}

fn hours(what: &str) -> Vec<Hours> {
    vec![Hours {
        days: format!("{what} days"),
        times: format!("{what} times"),
        note: Some(say(&format!("{what} remark"))),
    }]
}

/// A frame with everything.
pub fn frame_of(title: &str) -> Frame {
    let language = |lang: &str, name: &str, current: bool| Alternate {
        lang: lang.to_owned(),
        name: name.to_owned(),
        href: format!("../{lang}/page.html"),
        url: format!("https://layanan.example/{lang}/page.html"),
        current,
    };
    let mut frame = frame(title);
    frame.lang = "en".to_owned();
    frame.alternates = vec![
        language("id", "Bahasa Indonesia", false),
        language("en", "English", true),
    ];
    frame.logo = Some("../static/logo.svg".to_owned());
    frame.pages = vec![link("../about.html", "About free page")];
    frame.colours = "--brand:#0b5c8a;--on-brand:#ffffff".to_owned();
    frame.help.hours = hours("help");
    frame.help.ladder.push(channel(
        "web",
        "137",
        "Ombudsman RI",
        Some("https://ombudsman.example"),
    ));
    frame
}

/// The page.
pub fn page() -> ServicePage {
    let mut group = rich_item("requirements", 2);
    group.items = vec![
        rich_item("requirements.2", 1),
        rich_item("requirements.2", 2),
    ];
    let mut own_step = step(1, "officer", "step actor", "step label");
    own_step.text = Some(say_in("id", "step legal sentence"));
    own_step.condition = Some(say("step condition"));
    own_step.facts = vec![fact("step fact term", "step fact value")];
    own_step.note = Some(say("step note"));
    let mut time = part("time title", Some("time legal"), durations());
    time.missing = None;
    ServicePage {
        calendar: Some("{}".to_owned()),
        checklist: None,
        frame: frame_of("A complete service"),
        title: say("A complete service"),
        title_verbatim: Some(say_in("id", "LAYANAN LENGKAP")),
        summary: Some(say("the summary")),
        agency: link("index.html", "the agency"),
        in_force: Some("in force until".to_owned()),
        status: Some(StatusNotice {
            status: "suspended",
            label: Some("status label".to_owned()),
            note: Some(say("status note")),
        }),
        requirements: part(
            "requirements title",
            Some("requirements legal"),
            vec![rich_item("requirements", 1), group],
        ),
        eligibility: vec![rich_item("eligibility", 1)],
        unsettled: vec![Unsettled {
            number: 1,
            condition: say("unsettled condition"),
            only_if: None,
            say: say("unsettled notice"),
        }],
        procedure: part("procedure title", Some("procedure legal"), vec![own_step]),
        channels: vec![ServiceChannel {
            path: "channels.1".to_owned(),
            number: 1,
            condition: Some(say("channel condition")),
            only_if: None,
            states: Some("item"),
            kind_label: "channel kind".to_owned(),
            location: Some(say("channel place")),
            href: Some("https://apply.example/form".to_owned()),
            facts: vec![fact("channel fact term", "channel fact value")],
        }],
        time,
        cost: part(
            "cost title",
            Some("cost legal"),
            vec![cost_row(1), cost_row(2)],
        ),
        payment_methods: Some(say("cash, QRIS")),
        accounts: vec![say("account")],
        products: part(
            "products title",
            Some("products legal"),
            vec![Product {
                label: say("product label"),
                text: Some(say_in("id", "product legal sentence")),
                document: Some(paper("product paper")),
                facts: vec![fact("product fact term", "product fact value")],
            }],
        ),
        complaints: Complaints {
            channels: missing("complaints title"),
            steps: vec![say("complaint step")],
            facts: vec![fact("complaint fact term", "complaint fact value")],
        },
        management: vec![Component {
            key: "facilities",
            title: "facilities title".to_owned(),
            state: "given",
            lines: vec![
                here("waiting room"),
                link("https://law.example/2", "wheelchair lane"),
            ],
        }],
        guidance: Some("<h3>Guidance heading</h3><p>guidance text</p>".to_owned()),
        guidance_lang: Some("id".to_owned()),
        guidance_dir: None,
        offices: vec![Office {
            path: "offered_at.1".to_owned(),
            number: 1,
            condition: Some(say("office condition")),
            only_if: None,
            states: Some("item"),
            agency: link("../office/index.html", "office name"),
            address: Some(say("office address")),
            hours: hours("office"),
            channels: vec![channel("phone", "office phone", "021 1", Some("tel:0211"))],
        }],
        faq: vec![Question {
            question: say("faq question"),
            answer: "<p>faq answer</p>".to_owned(),
            lang: Some("id".to_owned()),
            dir: None,
        }],
        attachments: vec![link("../static/form.pdf", "attached form")],
        related: vec![Related {
            term: "related term".to_owned(),
            links: vec![link("other.html", "related service")],
        }],
        binding: Binding {
            sentence: "binding sentence".to_owned(),
            if_asked_for_more: Some("if asked for more".to_owned()),
            state: "given",
            facts: vec![fact("decree term", "decree value")],
            date: Some("2026-01-05".to_owned()),
            date_words: Some("Updated 5 January 2026".to_owned()),
        },
        changes: vec![Change {
            date: "2026-01-04".to_owned(),
            date_words: "4 January 2026".to_owned(),
            note: say("change note"),
        }],
        ..seed::page()
    }
}

fn card() -> ServiceCard {
    ServiceCard {
        link: link("dinas/ktp.html", "card title"),
        summary: Some(say_in("id", "card summary")),
        aliases: "e-KTP, KTP hilang".to_owned(),
        status: "suspended",
        status_label: Some("card status".to_owned()),
        facts: vec!["card time".to_owned(), "card cost".to_owned()],
    }
}

/// A home page with everything.
pub fn home() -> Home {
    let topic = |id: &str| Topic {
        id: id.to_owned(),
        title: say(&format!("{id} title")),
        summary: Some(say(&format!("{id} summary"))),
        services: vec![card()],
    };
    let group = |name: &str, services: Vec<ServiceCard>| AgencyGroup {
        agency: link("dinas/index.html", name),
        parent: Some(say("agency parent")),
        services,
    };
    Home {
        frame: Frame {
            breadcrumb: Vec::new(),
            ..frame_of("Home")
        },
        title: say("home title"),
        owner: Some(link("https://owner.example", "owner name")),
        agencies: vec![
            group("agency one", vec![card()]),
            group("agency two", Vec::new()),
        ],
        life_events: vec![topic("moving")],
        categories: vec![topic("identity")],
    }
}

/// An agency's page with everything.
pub fn agency() -> AgencyPage {
    AgencyPage {
        frame: frame_of("Agency"),
        title: say("agency title"),
        parent: Some(say("agency parent")),
        address: vec![say("address line one"), say("address line two")],
        map: Some("https://map.example/?q=1".to_owned()),
        website: Some("https://agency.example".to_owned()),
        hours: hours("agency"),
        holidays: vec![Holidays {
            title: "holiday year".to_owned(),
            basis: Some(say("holiday basis")),
            days: vec![fact("holiday date", "holiday name")],
        }],
        channels: vec![channel(
            "web",
            "agency web",
            "agency channel",
            Some("https://a.example"),
        )],
        services: vec![card()],
        pledge: Some(Pledge {
            paragraphs: vec![say("pledge one"), say("pledge two")],
            place_and_date: "pledge place".to_owned(),
            role: Some(say("pledge role")),
            signed_by: Some(say("pledge name")),
        }),
        facts: vec![fact("survey term", "survey value")],
    }
}
