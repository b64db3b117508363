//! The preview server, asked over a bare connection.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use maklumat::diagnostic::Lang;
use maklumat::serve::{Builder, Built, ServeOptions, Server};

use crate::site::Folder;

/// Guards against a test that hangs; no result depends on it.
const DEADLINE: Duration = Duration::from_secs(60);

/// Makes a site of the words in `site.yaml`; the word `salah` is an error.
struct Words {
    site: PathBuf,
}

impl Builder for Words {
    fn build(&self) -> Built {
        let read = |path: &str| fs::read_to_string(self.site.join(path)).unwrap_or_default();
        let words = read("site.yaml") + &read("content/a.yaml");
        if words.contains("salah") {
            let finding = "site.yaml:1:1: `salah` < tidak dikenal".to_owned();
            return Built {
                findings: vec![finding],
                ..Built::default()
            };
        }
        let pages = [
            ("index.html", format!("<body><p>{words}</p></body>")),
            ("dinas/index.html", "dinas".to_owned()),
            ("404.html", "tidak ada".to_owned()),
            ("logo.svg", "<svg/>".to_owned()),
        ];
        let files = pages
            .map(|(path, text)| (path.to_owned(), text.into_bytes()))
            .into();
        Built {
            files,
            findings: Vec::new(),
            ok: true,
        }
    }
}

struct Preview {
    site: Folder,
    server: Server,
}

impl Preview {
    fn start(words: &str) -> Self {
        let site = Folder::empty().with("site.yaml", words);
        let server = start(site.root(), 0);
        Self { site, server }
    }

    fn write(&self, path: &str, text: &str) {
        // As editors save: no build ever sees half a file.
        let new = format!("{path}~");
        self.site.write(&new, text);
        fs::rename(self.site.path(&new), self.site.path(path)).unwrap();
    }

    fn host(&self) -> String {
        format!("localhost:{}", self.server.address().port())
    }

    fn ask(&self, method: &str, path: &str, host: &str) -> String {
        let mut answer = String::new();
        self.send(method, path, host)
            .read_to_string(&mut answer)
            .unwrap();
        answer
    }

    fn get(&self, path: &str) -> String {
        self.ask("GET", path, &self.host())
    }

    fn send(&self, method: &str, path: &str, host: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.server.address()).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        stream
    }

    fn events(&self) -> Events {
        let stream = self.send("GET", "/__maklumat/events", &self.host());
        Events {
            lines: BufReader::new(stream),
        }
    }
}

struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    /// The generation that the next event tells.
    fn next(&mut self) -> String {
        let asked = Instant::now();
        loop {
            // The stream's signs of life keep the connection from timing out by itself.
            assert!(asked.elapsed() < DEADLINE, "no event came");
            let mut line = String::new();
            assert_ne!(
                self.lines.read_line(&mut line).unwrap(),
                0,
                "the stream ended"
            );
            if let Some(data) = line.strip_prefix("data: ") {
                return data.trim().to_owned();
            }
        }
    }
}

fn start(site: &Path, port: u16) -> Server {
    start_at(site, port, None)
}

fn start_at(site: &Path, port: u16, lan: Option<Ipv4Addr>) -> Server {
    let options = ServeOptions {
        site: site.to_owned(),
        port,
        lan,
        open: false,
        lang: Lang::Id,
        tell: Arc::new(|_| {}),
    };
    Server::start(
        &options,
        Arc::new(Words {
            site: site.to_owned(),
        }),
    )
    .unwrap()
}

#[track_caller]
fn status(answer: &str, status: &str) {
    assert!(
        answer.starts_with(&format!("HTTP/1.1 {status} ")),
        "{answer}"
    );
}

#[test]
fn pages_folders_and_files_are_found() {
    let preview = Preview::start("halo");
    let home = preview.get("/");
    status(&home, "200");
    assert!(home.contains("<p>halo</p>") && home.contains("cache-control: no-store"));
    assert!(home.contains("content-type: text/html; charset=utf-8"));
    status(&preview.get("/dinas/"), "200");
    let redirect = preview.get("/dinas?a=1");
    status(&redirect, "307");
    assert!(redirect.contains("location: /dinas/?a=1\r\n"));
    let logo = preview.get("/logo.svg");
    assert!(
        logo.contains("content-type: image/svg+xml") && logo.ends_with("\r\n\r\n<svg/>"),
        "{logo}"
    );
}

#[test]
fn an_unknown_page_is_404_and_says_so() {
    let preview = Preview::start("halo");
    let missing = preview.get("/none.html");
    status(&missing, "404");
    assert!(missing.contains("tidak ada"));
}

#[test]
fn only_names_of_this_computer_are_answered() {
    let preview = Preview::start("halo");
    let port = preview.server.address().port();
    assert!(preview.server.address().ip().is_loopback());
    for name in ["localhost", "LocalHost", "127.0.0.1", "[::1]"] {
        status(&preview.ask("GET", "/", &format!("{name}:{port}")), "200");
    }
    let next = port.wrapping_add(1);
    let foreign = ["evil.example", "localhost", "", "localhost.evil.example"];
    let foreign = foreign.iter().map(|name| (*name).to_owned());
    for host in foreign.chain([format!("evil.example:{port}"), format!("localhost:{next}")]) {
        status(&preview.ask("GET", "/", &host), "403");
        status(&preview.ask("GET", "/__maklumat/events", &host), "403");
    }
    status(
        &preview.ask(
            "GET",
            "/",
            &format!("localhost:{port}\r\nHost: localhost:{port}"),
        ),
        "403",
    );
}

#[test]
fn a_path_that_climbs_is_refused() {
    let preview = Preview::start("halo");
    for path in [
        "/../site.yaml",
        "/%2e%2e/site.yaml",
        "/dinas%2f..%2fsite.yaml",
        "/index.html%00",
        "//evil.example",
    ] {
        status(&preview.get(path), "400");
    }
}

#[test]
fn nothing_but_get_and_head_is_answered() {
    let preview = Preview::start("halo");
    let head = preview.ask("HEAD", "/", &preview.host());
    status(&head, "200");
    assert!(head.ends_with("\r\n\r\n"), "{head}");
    let post = preview.ask("POST", "/", &preview.host());
    status(&post, "405");
    assert!(post.contains("allow: GET, HEAD"));
}

#[test]
fn a_change_reloads_the_page() {
    let preview = Preview::start("satu");
    let mut events = preview.events();
    let first = events.next();
    assert!(
        preview
            .get("/")
            .contains(&format!("data-generation=\"{first}\""))
    );
    preview.write("site.yaml", "dua");
    let second = events.next();
    assert_ne!(first, second);
    let page = preview.get("/");
    assert!(page.contains("<p>dua</p>") && page.contains(&format!("data-generation=\"{second}\"")));
}

#[test]
fn a_folder_that_comes_later_is_watched() {
    let preview = Preview::start("satu");
    let mut events = preview.events();
    events.next();
    preview.write("content/a.yaml", " dua");
    events.next();
    assert!(preview.get("/").contains("<p>satu dua</p>"));
    preview.write("content/a.yaml", " tiga");
    events.next();
    assert!(preview.get("/").contains("<p>satu tiga</p>"));
    fs::remove_dir_all(preview.site.path("content")).unwrap();
    events.next();
    preview.write("content/a.yaml", " lagi");
    events.next();
    assert!(preview.get("/").contains("<p>satu lagi</p>"));
}

#[test]
fn errors_stand_over_the_last_good_page() {
    let preview = Preview::start("satu");
    let mut events = preview.events();
    events.next();
    preview.write("site.yaml", "salah");
    events.next();
    let page = preview.get("/");
    status(&page, "200");
    assert!(page.contains("<p>satu</p>") && page.contains("<section role=alert"));
    assert!(page.contains("site.yaml:1:1: `salah` &lt; tidak dikenal"));
    preview.write("site.yaml", "dua");
    events.next();
    let page = preview.get("/");
    assert!(page.contains("<p>dua</p>") && !page.contains("<section role=alert"));
}

#[test]
fn a_site_that_was_never_good_shows_its_errors_on_every_page() {
    let preview = Preview::start("salah");
    let page = preview.get("/dinas/ktp.html");
    status(&page, "500");
    assert!(page.contains("`salah` &lt; tidak dikenal") && page.contains("Perbaiki"));
    let mut events = preview.events();
    events.next();
    preview.write("site.yaml", "baik");
    events.next();
    status(&preview.get("/"), "200");
}

#[test]
fn a_port_that_is_taken_leaves_the_next() {
    let site = Folder::empty();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let server = start(site.root(), port);
    assert_ne!(server.address().port(), port);
}

#[test]
fn a_server_that_is_dropped_frees_its_port() {
    let preview = Preview::start("halo");
    let address = preview.server.address();
    let mut events = preview.events();
    events.next();
    drop(preview);
    let mut rest = String::new();
    // The open page is let go: its stream ends, with or without an error.
    let _ = events.lines.read_to_string(&mut rest);
    let asked = Instant::now();
    while TcpStream::connect(address).is_ok() {
        assert!(asked.elapsed() < DEADLINE, "the port is still open");
        std::thread::yield_now();
    }
}

/// On Linux every address of 127.0.0.0/8 is this computer's own, so one of them can stand for that in a network.
#[cfg(target_os = "linux")]
#[test]
fn in_a_network_it_answers_to_its_address_there_and_to_no_other() {
    const LAN: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);
    let site = Folder::empty().with("site.yaml", "halo");
    let server = start_at(site.root(), 0, Some(LAN));
    let port = server.address().port();
    let ask = |at: Ipv4Addr, host: &str| {
        let mut stream = TcpStream::connect((at, port)).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        write!(
            stream,
            "GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    for at in [LAN, Ipv4Addr::LOCALHOST] {
        for host in ["127.0.0.2", "localhost", "127.0.0.1"] {
            let answer = ask(at, &format!("{host}:{port}"));
            status(&answer, "200");
            assert!(answer.contains("halo"), "{answer}");
        }
        for host in [
            "127.0.0.3",
            "jahat.example",
            "127.0.0.2.jahat.example",
            "0.0.0.0",
        ] {
            status(&ask(at, &format!("{host}:{port}")), "403");
        }
        status(&ask(at, "127.0.0.2"), "403");
    }
    // Without being asked to, it is nobody else's business.
    let alone = start(site.root(), 0);
    let port = alone.address().port();
    assert!(TcpStream::connect((LAN, port)).is_err());
    drop(server);
}
