//! Answers requests: the files of the last good site, and the events that reload a page.

use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, HeaderName, HeaderValue, LOCATION,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::content_type::content_type;
use super::inject::{EVENTS, first_errors, inject};
use super::preview::Preview;
use super::request_path::{Target, find};
use crate::diagnostic::Lang;

const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// What every answer may look at.
#[derive(Debug)]
pub(super) struct Shared {
    /// The port the server listens on, part of every name it answers to.
    pub(super) port: u16,
    /// The address at which others in the network may ask too.
    pub(super) lan: Option<Ipv4Addr>,
    /// The language of what the server itself shows.
    pub(super) lang: Lang,
    /// The present state; a change of it is the event that reloads pages.
    pub(super) current: watch::Sender<Arc<Preview>>,
}

impl Shared {
    /// What is served at the moment.
    pub(super) fn preview(&self) -> Arc<Preview> {
        Arc::clone(&self.current.borrow())
    }
}

/// Answers until the runtime ends.
pub(super) async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let router = Router::new().fallback(answer).with_state(shared);
    // It ends with the runtime; a failed connection is the concern of the browser that made it.
    let _ = axum::serve(listener, router).await;
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let mut response = answer_to(&shared, &request);
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    );
    response
}

fn answer_to(shared: &Shared, request: &Request) -> Response {
    if !is_this_computer(request.headers(), shared) {
        return plain(StatusCode::FORBIDDEN, "403 host");
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        let allow = [(ALLOW, "GET, HEAD")];
        return (allow, plain(StatusCode::METHOD_NOT_ALLOWED, "405")).into_response();
    }
    if request.uri().path() == EVENTS {
        return events(shared);
    }
    let preview = shared.preview();
    let Some(files) = &preview.files else {
        let page = inject(&first_errors(shared.lang), &preview, shared.lang);
        return with_type(StatusCode::INTERNAL_SERVER_ERROR, HTML, page);
    };
    match find(files, request.uri().path()) {
        Target::File(path) => file(StatusCode::OK, &path, &preview, shared.lang),
        Target::Folder => redirect(request.uri()),
        Target::Missing => file(StatusCode::NOT_FOUND, "404.html", &preview, shared.lang),
        Target::Refused => plain(StatusCode::BAD_REQUEST, "400"),
    }
}

/// Whether a request means this computer by name. A foreign name that leads here would let the page of another site
/// read the preview.
fn is_this_computer(headers: &HeaderMap, shared: &Shared) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return false;
    };
    let port = shared.port;
    let lan = shared.lan.map(|address| address.to_string());
    let own = ["localhost", "127.0.0.1", "[::1]"].map(str::to_owned);
    own.into_iter().chain(lan).any(|name| {
        let full = format!("{name}:{port}");
        host.as_bytes().eq_ignore_ascii_case(full.as_bytes())
            // Browsers leave the usual port out.
            || (port == 80 && host.as_bytes().eq_ignore_ascii_case(name.as_bytes()))
    })
}

fn file(status: StatusCode, path: &str, preview: &Preview, lang: Lang) -> Response {
    let Some(bytes) = preview.files.as_ref().and_then(|files| files.get(path)) else {
        return plain(status, "404");
    };
    let kind = content_type(path);
    match str::from_utf8(bytes) {
        Ok(html) if kind == HTML => with_type(status, kind, inject(html, preview, lang)),
        _ => with_type(status, kind, bytes.clone()),
    }
}

fn events(shared: &Shared) -> Response {
    let stream = WatchStream::new(shared.current.subscribe()).map(|preview| {
        let event = Event::default()
            .event("generation")
            .data(preview.generation());
        Ok::<_, Infallible>(event)
    });
    Sse::new(stream)
        .keep_alive(KeepAlive::default())
        .into_response()
}

/// To the same address with a slash at its end. The path was looked up, so it begins with exactly one slash and
/// leads to no other site.
fn redirect(uri: &Uri) -> Response {
    let query = uri
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    let location = format!("{}/{query}", uri.path());
    (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, location)]).into_response()
}

fn plain(status: StatusCode, text: &'static str) -> Response {
    with_type(status, TEXT, text)
}

fn with_type(status: StatusCode, kind: &'static str, body: impl Into<Body>) -> Response {
    (status, [(CONTENT_TYPE, kind)], body.into()).into_response()
}
