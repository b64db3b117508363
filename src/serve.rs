//! The preview server: builds, watches, reloads the open page, and shows errors over the last good one.
//!
//! 1. [`Server::start`] watches the sources, binds to this computer alone and builds once.
//! 2. A change of the sources builds again. The last site that was built without error stays the one that is served.
//! 3. Every page carries a small script, which is not in the published site, and waits for the number of the build to
//!    change; then it loads the page anew. Errors come with the page, so they show without script as well.
//!
//! Nothing is written to the disk. Pages of other sites cannot read the preview: it answers only to the names of this
//! computer, whatever a foreign name server says; and to its address in a network, if it is shown there.

mod content_type;
mod http;
mod inject;
mod lan;
mod preview;
mod request_path;
mod watch;

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, ErrorKind, IsTerminal};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use tokio::runtime::{Builder as RuntimeBuilder, Runtime};

use crate::diagnostic::{Failure, Lang, Message, say};
pub use lan::own_address;
use preview::Preview;
use watch::{Signal, Watcher};

/// How many ports above its own the server tries when that one is taken.
const MORE_PORTS: u16 = 20;

/// Builds the site for the preview, again after every change.
pub trait Builder: Send + Sync {
    /// Builds the site from what stands on the disk now.
    fn build(&self) -> Built;
}

/// What one build gave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Built {
    /// The files, by path from the site's root; not looked at when there were errors.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What was found, each as text for people; shown over the page when there were errors.
    pub findings: Vec<String>,
    /// Whether the site could be built.
    pub ok: bool,
}

/// How the preview is served.
#[derive(Clone)]
pub struct ServeOptions {
    /// The folder of the site, whose sources are watched.
    pub site: PathBuf,
    /// The port; 0 lets the system choose.
    pub port: u16,
    /// The address of this computer in its network, if the preview is shown there too.
    pub lan: Option<Ipv4Addr>,
    /// Whether a browser is opened.
    pub open: bool,
    /// The language of what the server itself shows.
    pub lang: Lang,
    /// Told what people should know while the server runs, the address first of all.
    pub tell: Arc<dyn Fn(&Message) + Send + Sync>,
}

impl fmt::Debug for ServeOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServeOptions")
            .field("site", &self.site)
            .field("port", &self.port)
            .field("lan", &self.lan)
            .field("open", &self.open)
            .field("lang", &self.lang)
            .finish_non_exhaustive()
    }
}

/// Serves the preview until Ctrl-C.
///
/// # Errors
/// When the sources cannot be watched or no port is free.
pub fn run(options: &ServeOptions, builder: Arc<dyn Builder>) -> Result<(), Failure> {
    let server = Server::start(options, builder)?;
    let address = server.url();
    (options.tell)(&say!(
        "pratinjau di {address} (hentikan dengan Ctrl-C)",
        "preview at {address} (stop with Ctrl-C)",
    ));
    if let Some(address) = options.lan {
        tell_network(&server, address, options);
    }
    if options.open && open::that_detached(&address).is_err() {
        (options.tell)(&say!(
            "browser tidak dapat dibuka; buka sendiri {address}",
            "cannot open a browser; open {address} yourself",
        ));
    }
    server.wait_for_stop()
}

/// Says where a phone finds the preview, and who else does.
fn tell_network(server: &Server, own: Ipv4Addr, options: &ServeOptions) {
    let address = format!("http://{own}:{}/", server.address.port());
    (options.tell)(&say!(
        "di HP yang memakai jaringan yang sama: {address}",
        "on a phone in the same network: {address}",
    ));
    if let Some(code) = lan::code(&address).filter(|_| io::stderr().is_terminal()) {
        (options.tell)(&Message {
            id: code.clone(),
            en: code,
        });
    }
    (options.tell)(&match lan::is_of_a_network(own) {
        true => say!(
            "peringatan: semua orang di jaringan ini dapat membuka pratinjau, rancangan juga; hentikan jika sudah selesai",
            "warning: everyone in this network can open the preview, drafts too; stop it when you are done",
        ),
        false => say!(
            "peringatan: {own} mungkin alamat internet; siapa pun dapat membuka pratinjau, rancangan juga; hentikan jika sudah selesai",
            "warning: {own} may be an address on the internet; anybody can open the preview, drafts too; stop it when you are done",
        ),
    });
}

/// Calls `each` now and after every change of the site's sources, until Ctrl-C. Changes during a call make one more.
///
/// # Errors
/// When the sources cannot be watched.
pub fn on_change(site: &Path, each: &mut dyn FnMut()) -> Result<(), Failure> {
    let (signals, received) = channel();
    let mut watcher = Watcher::start(site, signals.clone())?;
    let runtime = RuntimeBuilder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| cannot_serve(&error))?;
    std::thread::spawn(move || {
        let _ = runtime.block_on(stop_signal());
        // Nobody listens any more: the program is ending.
        let _ = signals.send(Signal::Stop);
    });
    each();
    while let Ok(first) = received.recv() {
        for signal in std::iter::once(first).chain(received.try_iter()) {
            match signal {
                Signal::Stop => return Ok(()),
                Signal::FoldersChanged => watcher.watch_folders()?,
                Signal::Changed => {}
            }
        }
        each();
    }
    Ok(())
}

/// A running preview server; it stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    signals: Sender<Signal>,
    /// `None` only while the server is dropped.
    runtime: Option<Runtime>,
}

impl Server {
    /// Builds the site once and starts to serve and watch it.
    ///
    /// # Errors
    /// When the sources cannot be watched or no port is free.
    pub fn start(options: &ServeOptions, builder: Arc<dyn Builder>) -> Result<Self, Failure> {
        let (signals, received) = channel();
        // First the watch, then the build: a change in between is built again.
        let watcher = Watcher::start(&options.site, signals.clone())?;
        let listeners = bind(options.port, options.lan)?;
        let address = listeners
            .first()
            .map_or_else(
                || Err(ErrorKind::NotConnected.into()),
                TcpListener::local_addr,
            )
            .map_err(|error| cannot_serve(&error))?;
        let runtime = RuntimeBuilder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .map_err(|error| cannot_serve(&error))?;
        let preview = Preview::new(builder.build());
        let (current, _) = tokio::sync::watch::channel(Arc::new(preview));
        let shared = Arc::new(http::Shared {
            port: address.port(),
            lan: options.lan,
            lang: options.lang,
            current,
        });
        for listener in listeners {
            let _inside = runtime.enter();
            let listener = listener
                .set_nonblocking(true)
                .and_then(|()| tokio::net::TcpListener::from_std(listener))
                .map_err(|error| cannot_serve(&error))?;
            runtime.spawn(http::serve(listener, Arc::clone(&shared)));
        }
        let tell = Arc::clone(&options.tell);
        thread::spawn(move || rebuild(&*builder, watcher, &received, &shared, &*tell));
        Ok(Self {
            address,
            signals,
            runtime: Some(runtime),
        })
    }

    /// Where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address for a browser.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    fn wait_for_stop(&self) -> Result<(), Failure> {
        let Some(runtime) = &self.runtime else {
            return Ok(());
        };
        runtime
            .block_on(stop_signal())
            .map_err(|error| cannot_serve(&error))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The other side is gone only if its thread is, and then there is nobody to stop.
        let _ = self.signals.send(Signal::Stop);
        if let Some(runtime) = self.runtime.take() {
            // Open pages hold a connection that never ends by itself.
            runtime.shutdown_background();
        }
    }
}

/// Builds again after every change until told to stop. Changes during a build make one more.
fn rebuild(
    builder: &dyn Builder,
    mut watcher: Watcher,
    signals: &Receiver<Signal>,
    shared: &http::Shared,
    tell: &dyn Fn(&Message),
) {
    while let Ok(first) = signals.recv() {
        let mut folders_changed = false;
        for signal in std::iter::once(first).chain(signals.try_iter()) {
            match signal {
                Signal::Stop => return,
                Signal::Changed => {}
                Signal::FoldersChanged => folders_changed = true,
            }
        }
        if folders_changed && let Err(failure) = watcher.watch_folders() {
            tell(&failure.message);
        }
        let old = shared.preview();
        if let Some(preview) = old.after(builder.build()) {
            shared.current.send_replace(Arc::new(preview));
        }
    }
}

/// Binds to this computer only, unless the preview is meant for others: to one port at each of its addresses.
fn bind(port: u16, lan: Option<Ipv4Addr>) -> Result<Vec<TcpListener>, Failure> {
    let bind_at = |port: u16| -> io::Result<Vec<TcpListener>> {
        let own = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let port = own.local_addr()?.port();
        let others = lan.map(|address| TcpListener::bind((address, port)));
        Ok(std::iter::once(own).chain(others.transpose()?).collect())
    };
    let mut last: io::Error = ErrorKind::AddrInUse.into();
    for port in port..=port.saturating_add(MORE_PORTS) {
        match bind_at(port) {
            Ok(listeners) => return Ok(listeners),
            Err(error) if error.kind() == ErrorKind::AddrInUse => last = error,
            Err(error) => return Err(cannot_bind(port, &error)),
        }
    }
    Err(cannot_bind(port, &last))
}

fn cannot_bind(port: u16, error: &io::Error) -> Failure {
    Failure::new(say!(
        "port {port} tidak dapat dipakai ({error}); pilih port lain dengan `--port`",
        "cannot use port {port} ({error}); choose another one with `--port`",
    ))
}

fn cannot_serve(error: &io::Error) -> Failure {
    Failure::new(say!(
        "server pratinjau tidak dapat berjalan ({error}); tutup program lain, lalu ulangi",
        "cannot run the preview server ({error}); close other programs and run again",
    ))
}

#[cfg(unix)]
async fn stop_signal() -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        stopped = tokio::signal::ctrl_c() => stopped,
        _ = terminate.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn stop_signal() -> io::Result<()> {
    tokio::signal::ctrl_c().await
}
