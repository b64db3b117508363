//! What phones keep of a site: the list of its files, the worker, and who gets neither.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::site::{Built, SERVICE, Site};

/// The files of `offline.json`, with their hashes, after its version.
fn list(built: &Built) -> (String, BTreeMap<String, String>) {
    let json: serde_json::Value = serde_json::from_str(built.page("offline.json")).unwrap();
    let files = serde_json::from_value(json["files"].clone()).unwrap();
    (json["version"].as_str().unwrap().to_owned(), files)
}

fn built(site: &Site) -> Built {
    site.build()
}

/// Bytes that cannot be made smaller.
fn noise(length: usize) -> Vec<u8> {
    let blocks = (0..length / 32 + 1).map(|number| Sha256::digest(number.to_le_bytes()));
    blocks.flatten().take(length).collect()
}

#[test]
fn a_small_site_is_kept_whole_each_file_with_its_hash() {
    let site = Site::with_service().with(
        "static/peta loket.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
    );
    let built = built(&site);
    let (_, files) = list(&built);
    for (address, bytes) in &built.files {
        let apart = ["-poster.html", "-lampiran.html", "404.html"];
        let is_page = address.ends_with(".html") && !apart.iter().any(|end| address.ends_with(end));
        let kept = is_page || address.ends_with(".svg") || address.starts_with("cari/");
        let hash = files.get(&address.replace(' ', "%20"));
        assert_eq!(hash.is_some(), kept, "{address}");
        let digest: String = Sha256::digest(bytes)[..8]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert!(hash.is_none_or(|hash| *hash == digest), "{address}");
    }
    assert!(files.len() > 4, "{files:?}");
}

#[test]
fn what_only_a_host_reads_is_not_asked_of_it() {
    let site = Site::with_service()
        .with("static/_headers", "/*\n  X-Contoh: 1\n")
        .with("static/.well-known/contoh.txt", "contoh")
        .with("static/formulir.txt", "contoh");
    let (_, files) = list(&built(&site));
    assert!(files.contains_key("formulir.txt"), "{files:?}");
    let hidden = files.keys().find(|path| path.starts_with(['_', '.']));
    assert_eq!(hidden, None);
}

#[test]
fn the_version_is_another_where_a_file_is_another_and_only_there() {
    let site = Site::with_service();
    let (version, _) = list(&built(&site));
    assert_eq!(list(&built(&site)).0, version);
    let changed = site.with(
        SERVICE,
        "judul: Contoh Layanan KTP\npersyaratan:\n  - Fotokopi akta\n",
    );
    assert_ne!(list(&built(&changed)).0, version);
}

#[test]
fn what_is_too_much_for_a_phone_is_left_out_level_by_level() {
    let picture = |length| Site::with_service().with("static/besar.png", noise(length));
    let (_, fits) = list(&built(&picture(900_000)));
    assert!(fits.contains_key("besar.png"), "{fits:?}");
    let (_, files) = list(&built(&picture(1_100_000)));
    assert!(!files.contains_key("besar.png"), "{files:?}");
    assert!(
        files.contains_key("index.html") && files.contains_key("dinas-contoh/ktp.html"),
        "{files:?}"
    );
}

#[test]
fn the_worker_says_it_in_every_language_of_the_site() {
    let site = Site::with_service().with("site.yaml", "judul: Kota Contoh\nbahasa: [id, en]\n");
    let built = built(&site);
    let worker = built.page("sw.js");
    assert!(worker.contains("Ini salinan tanggal {date}"), "{worker}");
    assert!(worker.contains("This is a copy from {date}"), "{worker}");
    assert!(
        worker.contains("unregister"),
        "a site that is gone takes its worker along"
    );
}

#[test]
fn a_site_that_asks_for_none_gets_a_worker_that_leaves() {
    let site = Site::with_service().with("site.yaml", "judul: Kota Contoh\nkeluaran: [html]\n");
    let built = built(&site);
    assert!(!built.files.contains_key("offline.json"));
    let worker = built.page("sw.js");
    assert!(
        worker.contains("unregister") && !worker.contains("respondWith"),
        "{worker}"
    );
    assert!(!built.page("index.html").contains("serviceWorker"));
}

#[test]
fn a_page_that_registers_the_worker_may_and_through_a_trusted_policy() {
    let built = built(&Site::with_service());
    let home = built.page("index.html");
    assert!(home.contains("serviceWorker"), "{home}");
    let policy = "worker-src 'self'; require-trusted-types-for 'script'; trusted-types maklumat maklumat-search;";
    assert!(home.contains(policy), "{home}");
    let service = built.page("dinas-contoh/ktp.html");
    assert!(service.contains("serviceWorker"), "{service}");
    let policy = "worker-src 'self'; require-trusted-types-for 'script'; trusted-types maklumat;";
    assert!(service.contains(policy), "{service}");
}
