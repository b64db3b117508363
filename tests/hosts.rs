//! What hosts are told to send along, and that no page asks another host for anything.

use std::collections::BTreeMap;

use scraper::{ElementRef, Html, Selector};

use crate::site::{PAGE, Site, text_of};

/// The sites with pages of every kind.
const SITES: [&str; 3] = [".", "tests/data/reference", "tests/sites/kota-contoh"];

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).collect()
}

/// The headers of `_headers`, by what they are sent with.
fn headers(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut all = BTreeMap::<String, BTreeMap<String, String>>::new();
    let mut place = String::new();
    for line in text.lines() {
        match line.strip_prefix("  ") {
            None => line.clone_into(&mut place),
            Some(header) => {
                let (name, value) = header.split_once(": ").expect("a header");
                let own = all.entry(place.clone()).or_default();
                assert_eq!(own.insert(name.to_owned(), value.to_owned()), None);
            }
        }
    }
    all
}

#[test]
fn a_host_is_told_what_to_send_and_the_guide_says_the_same_for_nginx() {
    let built = Site::with_service().build();
    let headers = headers(built.page("_headers"));
    let all = &headers["/*"];
    let guide = text_of("docs/penerbitan.md");
    let (_, block) = guide.split_once("```nginx\n").expect("a block for nginx");
    let (block, _) = block.split_once("```").expect("its end");
    let added = block.lines().filter_map(|line| {
        let rest = line.trim().strip_prefix("add_header ")?;
        let (name, value) = rest.split_once(' ')?;
        let value = value.strip_suffix(" always;")?;
        Some((name.to_owned(), value.trim_matches('"').to_owned()))
    });
    let mut added: BTreeMap<String, String> = added.collect();
    assert_eq!(added.remove("Cache-Control").as_deref(), Some("$cache"));
    assert_eq!(&added, all);
    for path in ["/sw.js", "/offline.json"] {
        assert_eq!(headers[path]["Cache-Control"], "no-cache", "{path}");
        let (name, _) = path[1..].split_once('.').expect("a name");
        let ruled = block
            .lines()
            .any(|line| line.contains(name) && line.contains("no-cache"));
        assert!(ruled, "{path}: {block}");
    }
}

/// A header stands beside the policy of each page: what it forbids, no page may need.
#[test]
fn the_policy_that_a_host_sends_forbids_nothing_that_pages_need() {
    let built = Site::with_service().build();
    let headers = headers(built.page("_headers"));
    let sent = &headers["/*"]["Content-Security-Policy"];
    let directives: Vec<&str> = sent.split("; ").collect();
    assert_eq!(
        directives,
        [
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'"
        ]
    );
}

#[test]
fn a_sites_own_headers_stand_in_place_of_the_programs() {
    let own = "/*\n  X-Frame-Options: DENY\n";
    let built = Site::with_service().with("static/_headers", own).build();
    assert_eq!(built.page("_headers"), own);
}

/// What a browser asks for by itself, in every element that can ask.
const LOADING: [(&str, &str); 15] = [
    (
        "audio, embed, iframe, img, input, script, source, track, video",
        "src",
    ),
    ("img, source", "srcset"),
    ("video", "poster"),
    ("object", "data"),
    (
        "link:not([rel=canonical], [rel=alternate], [rel=license])",
        "href",
    ),
    ("image, use", "href"),
    ("form", "action"),
    ("button, input", "formaction"),
    ("a, area", "ping"),
    ("body, table, td", "background"),
    ("html", "manifest"),
    ("base", "href"),
    ("frame", "src"),
    ("iframe", "srcdoc"),
    ("link", "imagesrcset"),
];

/// Whether an address leads to another host.
fn leaves(address: &str) -> bool {
    let address = address.trim();
    let scheme = address.split_once(':').map(|(scheme, _)| scheme);
    let named = scheme.is_some_and(|scheme| scheme.chars().all(|c| c.is_ascii_alphanumeric()));
    address.starts_with("//") || (named && !address.starts_with("data:"))
}

/// All that a page does behind its reader's back.
fn faults(page: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    let mut faults = Vec::new();
    for (elements, name) in LOADING {
        for element in select(&html, elements) {
            let address = element.attr(name).unwrap_or_default();
            let each = address.split(',').filter(|_| name.ends_with("srcset"));
            if leaves(address) || each.into_iter().any(leaves) {
                faults.push(format!("asks another host: {address}"));
            }
        }
    }
    for element in select(&html, "*") {
        let attributes = element.value().attrs();
        let events = attributes.filter(|(name, _)| name.starts_with("on") || *name == "style");
        faults.extend(events.map(|(name, _)| format!("has the attribute {name}")));
    }
    for style in select(&html, "style") {
        let text: String = style.text().collect();
        let loads = text.contains("@import") || text.contains("//");
        faults.extend(loads.then(|| "a style that loads".to_owned()));
    }
    for script in select(&html, "script:not([type*=json])") {
        let text: String = script.text().collect();
        for word in [
            "cookie",
            "sendBeacon",
            "XMLHttpRequest",
            "WebSocket",
            "EventSource",
            "http:",
        ] {
            faults.extend(text.contains(word).then(|| format!("a script with {word}")));
        }
    }
    let policy = select(&html, "meta[http-equiv=Content-Security-Policy]");
    let policy = policy.first().and_then(|meta| meta.attr("content"));
    let strict = policy.is_some_and(|policy| {
        policy.starts_with("default-src 'none'; ")
            && !policy.contains("unsafe")
            && !policy.contains("http")
            && !policy.contains('*')
            && !policy.contains("connect-src")
    });
    faults.extend((!strict).then(|| format!("its policy: {policy:?}")));
    faults
}

#[test]
fn no_page_asks_another_host_sets_a_cookie_or_follows_its_reader() {
    for folder in SITES {
        let built = Site::read(folder).build();
        let own = |path: &&String| path.ends_with(".html");
        let mut pages = 0;
        for path in built.files.keys().filter(own) {
            pages += 1;
            let none = Vec::<String>::new();
            assert_eq!(faults(built.page(path)), none, "{folder}: {path}");
        }
        assert!(pages >= 5, "{folder}");
        for (path, bytes) in &built.files {
            if path.ends_with(".js") {
                let script = String::from_utf8_lossy(bytes);
                assert!(
                    !script.contains("cookie") && !script.contains("://"),
                    "{path}"
                );
            }
        }
    }
}

#[test]
fn what_a_page_must_not_do_is_found() {
    let built = Site::with_service().build();
    let page = built.page(PAGE);
    assert_eq!(faults(page), Vec::<String>::new());
    for planted in [
        "<img src=https://lain.example/a.png>",
        "<img srcset='a.png 1x, //lain.example/a.png 2x'>",
        "<link rel=stylesheet href=//lain.example/a.css>",
        "<form action=https://lain.example/></form>",
        "<a href=# ping=https://lain.example/>a</a>",
        "<p onclick=a()>a</p>",
        "<p style=color:red>a</p>",
        "<style>@import 'a.css'</style>",
        "<style>p{background:url(//lain.example/a.png)}</style>",
        "<script>document.cookie='a'</script>",
        "<script>navigator.sendBeacon('a')</script>",
    ] {
        let broken = page.replace("</main>", &format!("{planted}</main>"));
        assert_eq!(faults(&broken).len(), 1, "{planted}: {:?}", faults(&broken));
    }
    let loose = page.replace("default-src 'none'", "default-src 'self'");
    assert_eq!(faults(&loose).len(), 1);
    // Links that a reader follows are no requests.
    let link = page.replace("</main>", "<a href=https://lain.example/>a</a></main>");
    assert_eq!(faults(&link), Vec::<String>::new());
}
