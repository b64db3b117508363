//! Addresses of other sites, against a small server of the test: what comes of each, and how politely it is asked.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use maklumat::external::attempt::{self, Answer, Manners};

use crate::site::{Folder, SERVICE};

/// What was asked: method and path, and the highest number of requests at once.
#[derive(Default)]
struct Log {
    asked: Mutex<Vec<String>>,
    agents: Mutex<Vec<String>>,
    times: Mutex<Vec<Instant>>,
    now: AtomicUsize,
    most: AtomicUsize,
}

/// Starts a server; its port, and what it is asked.
fn server() -> (u16, Arc<Log>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let log = Arc::new(Log::default());
    let shared = Arc::clone(&log);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let log = Arc::clone(&shared);
            std::thread::spawn(move || {
                answer(stream, port, &log);
            });
        }
    });
    (port, log)
}

fn answer(mut stream: TcpStream, port: u16, log: &Log) {
    let mut lines = BufReader::new(stream.try_clone().expect("a stream")).lines();
    let Some(Ok(first)) = lines.next() else {
        return;
    };
    let mut agent = String::new();
    for line in lines.by_ref() {
        let line = line.unwrap_or_default();
        if let Some(value) = line.to_lowercase().strip_prefix("user-agent: ") {
            agent = value.to_owned();
        }
        if line.is_empty() {
            break;
        }
    }
    let now = log.now.fetch_add(1, Ordering::SeqCst) + 1;
    log.most.fetch_max(now, Ordering::SeqCst);
    let mut words = first.split(' ');
    let (method, path) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    log.asked
        .lock()
        .expect("a log")
        .push(format!("{method} {path}"));
    log.agents.lock().expect("a log").push(agent);
    log.times.lock().expect("a log").push(Instant::now());
    let to = |status: &str, place: &str| format!("HTTP/1.1 {status}\r\nLocation: {place}\r\n");
    let head = match path {
        "/ada" => "HTTP/1.1 200 OK\r\n".to_owned(),
        "/tanpa-head" if method == "GET" => "HTTP/1.1 200 OK\r\n".to_owned(),
        "/tanpa-head" => "HTTP/1.1 405 Method Not Allowed\r\n".to_owned(),
        "/hilang" => "HTTP/1.1 404 Not Found\r\n".to_owned(),
        "/dihapus" => "HTTP/1.1 410 Gone\r\n".to_owned(),
        "/tertutup" => "HTTP/1.1 403 Forbidden\r\n".to_owned(),
        "/rusak" => "HTTP/1.1 500 Internal Server Error\r\n".to_owned(),
        "/pindah" => to("301 Moved Permanently", "/ada"),
        "/sementara" => to("302 Found", "ada"),
        "/pindah-lalu-hilang" => to("301 Moved Permanently", "/hilang"),
        "/lingkaran" => to("302 Found", "/lingkaran"),
        "/ke-dalam" => to("302 Found", &format!("http://localhost:{port}/rahasia")),
        // Long enough for any test.
        _ => {
            std::thread::sleep(Duration::from_secs(20));
            return;
        }
    };
    log.now.fetch_sub(1, Ordering::SeqCst);
    let _ = write!(
        stream,
        "{head}Content-Length: 0\r\nConnection: close\r\n\r\n"
    );
}

fn manners(own: Option<&str>) -> Manners {
    Manners {
        time: Duration::from_millis(700),
        pause: Duration::ZERO,
        at_once: 8,
        own_host: own.map(str::to_owned),
    }
}

#[test]
fn what_comes_of_an_address_is_told_apart() {
    let (port, log) = server();
    let expected = BTreeMap::from([
        ("/ada", Answer::Found),
        ("/ada#bagian", Answer::Found),
        ("/tanpa-head", Answer::Found),
        ("/hilang", Answer::Gone(404)),
        ("/dihapus", Answer::Gone(410)),
        ("/tertutup", Answer::Refused(403)),
        ("/rusak", Answer::Failing(500)),
        (
            "/pindah",
            Answer::Moved(format!("http://127.0.0.1:{port}/ada")),
        ),
        ("/sementara", Answer::Found),
        ("/pindah-lalu-hilang", Answer::Gone(404)),
        ("/lingkaran", Answer::Circle),
        ("/ke-dalam", Answer::NotTried),
        ("/lambat", Answer::TimedOut),
        ("/cek/3604000000000001", Answer::NotTried),
    ]);
    let address = |path: &str| format!("http://127.0.0.1:{port}{path}");
    let addresses: Vec<String> = expected.keys().map(|path| address(path)).collect();
    let answers = attempt::all(
        addresses.iter().map(String::as_str),
        &manners(Some("127.0.0.1")),
    );
    for (path, expected) in &expected {
        assert_eq!(answers.get(&address(path)), Some(expected), "{path}");
    }
    let asked = log.asked.lock().expect("a log").clone();
    let times = |what: &str| asked.iter().filter(|one| *one == what).count();
    assert_eq!(
        (times("HEAD /tanpa-head"), times("GET /tanpa-head")),
        (1, 1)
    );
    assert_eq!((times("HEAD /ada"), times("GET /ada")), (4, 0));
    assert!(
        !asked
            .iter()
            .any(|one| one.contains("3604") || one.contains("rahasia")),
        "{asked:?}"
    );
    let agents = log.agents.lock().expect("a log").clone();
    assert!(
        agents.iter().all(|agent| agent.starts_with("maklumat/")),
        "{agents:?}"
    );
    // One request at a time; the slow one was given up and still runs beside those after it.
    let most = log.most.load(Ordering::SeqCst);
    assert!(most <= 2, "{most} at once: {asked:?}");
}

#[test]
fn an_address_that_leads_on_is_asked_for_with_the_same_pause() {
    let (port, log) = server();
    let pause = Duration::from_millis(150);
    let address = |path: &str| format!("http://127.0.0.1:{port}{path}");
    let addresses = [address("/pindah#syarat"), address("/tanpa-head")];
    let answers = attempt::all(
        addresses.iter().map(String::as_str),
        &Manners {
            pause,
            ..manners(Some("127.0.0.1"))
        },
    );
    // A place on the page is the same place where it moved.
    assert_eq!(
        answers[&addresses[0]],
        Answer::Moved(address("/ada#syarat"))
    );
    let times = log.times.lock().expect("a log").clone();
    assert_eq!(times.len(), 4);
    for pair in times.windows(2) {
        assert!(pair[1] - pair[0] >= pause, "{times:?}");
    }
}

#[test]
fn no_address_in_a_private_network_is_asked_for() {
    let (port, log) = server();
    let address = format!("http://127.0.0.1:{port}/ada");
    let answers = attempt::all([address.as_str()], &manners(None));
    assert_eq!(answers[&address], Answer::NotTried);
    assert!(log.asked.lock().expect("a log").is_empty());
}

#[test]
fn a_port_where_nobody_listens_is_no_dead_link() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let address = format!("http://127.0.0.1:{port}/");
    let answers = attempt::all([address.as_str()], &manners(Some("127.0.0.1")));
    assert!(
        matches!(answers[&address], Answer::NoConnection(_)),
        "{answers:?}"
    );
}

#[test]
fn the_command_tries_each_address_once_and_only_on_request() {
    let (port, log) = server();
    let site = format!("http://127.0.0.1:{port}");
    let case = Folder::site();
    let config = format!("judul: Contoh\ncontoh: ya\nalamat_situs: {site}/\nkeluaran: [html]\n");
    case.write("site.yaml", config);
    case.write(
        SERVICE,
        format!(
            "judul: KTP  # {site}/komentar\nsumber:\n  url: {site}/hilang\npanduan: |\n  Lihat [ini]({site}/hilang), [itu]({site}/pindah).\npersyaratan:\n  - KK\n"
        ),
    );
    case.run("check --format short").exits(0);
    assert!(log.asked.lock().expect("a log").is_empty());
    let run = case
        .run("check --external --format short --lang en")
        .exits(0);
    let gone = format!(
        "content/dinas-contoh/ktp.yaml:3:8: warning[K0411]: `{site}/hilang` is gone (status 404)"
    );
    let moved = format!("hint[K0413]: `{site}/pindah` has moved to `{site}/ada`");
    assert!(
        run.out.contains(&gone) && run.out.contains(&moved),
        "{}",
        run.out
    );
    assert!(
        run.err.contains("2 addresses of other sites, of which 0"),
        "{}",
        run.err
    );
    let asked = log.asked.lock().expect("a log").clone();
    assert_eq!(
        asked,
        ["HEAD /hilang", "GET /hilang", "HEAD /pindah", "HEAD /ada"]
    );
    case.run("check --external --deny warnings").exits(1);
}
