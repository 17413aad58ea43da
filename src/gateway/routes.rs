//! What the server answers to: entering, the lobby, the session's socket, the client's files, health.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio_rustls::server::TlsStream;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

use super::admission::{cookie, recognise, same_origin};
use super::connection::{self, Connection};
use super::fanout::Client;
use super::outlet::Outlet;
use super::problem::{Refused, problem};
use super::seal::Seal;
use super::{Gateway, assets};
use crate::meeting::ids::SessionId;
use crate::room::Clock;
use crate::wire::SUBPROTOCOL;
use crate::wire::http::{Enter, Entered, Lobby, ProblemCode};

/// Largest body of a call, in bytes.
const BODY_BYTES_MAX: usize = 4_096;

/// All routes.
pub fn router(gateway: Arc<Gateway>) -> Router {
    Router::new()
        .route("/api/enter", post(enter))
        .route("/as/{link}/api/lobby", get(show_lobby))
        .route("/as/{link}/ws/{session}", get(socket))
        .route("/health", get(|| async { "alive\n" }))
        .route("/ready", get(ready))
        .fallback(get(assets::serve))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .with_state(gateway)
}

async fn ready(State(gateway): State<Arc<Gateway>>) -> Response {
    if gateway.is_stopping() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n").into_response();
    }
    "ready\n".into_response()
}

async fn enter(
    State(gateway): State<Arc<Gateway>>,
    headers: HeaderMap,
    body: Result<Json<Enter>, axum::extract::rejection::JsonRejection>,
) -> Result<Response, Refused> {
    same_origin(&headers)?;
    let malformed = |_| {
        let remedy = "send {\"secret\": \"…\"} as JSON, with what stands behind # in the link";
        problem(StatusCode::BAD_REQUEST, ProblemCode::Malformed, remedy)
    };
    let Json(Enter { secret }) = body.map_err(malformed)?;
    let Some((link, value)) = gateway.identity.enter(&secret, gateway.clock.now_ms()) else {
        let remedy = "this link is not known or was revoked; ask the secretariat for a new one";
        return Err(problem(StatusCode::FORBIDDEN, ProblemCode::LinkUnknown, remedy));
    };
    let mut response = Json(Entered { home: format!("/as/{link}/") }).into_response();
    if let Ok(value) = HeaderValue::from_str(&cookie(&link, &value, gateway.secure)) {
        response.headers_mut().insert(header::SET_COOKIE, value);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

async fn show_lobby(
    State(gateway): State<Arc<Gateway>>,
    Path(link): Path<String>,
    headers: HeaderMap,
) -> Result<Json<Lobby>, Refused> {
    let (_, person) = recognise(&gateway.identity, &headers, &link, gateway.clock.now_ms())?;
    let lobby = gateway.programme.lobby(&gateway.rooms, &person, gateway.clock.now_ms());
    let remedy = "you are not in this conference any more; ask the secretariat";
    lobby.map(Json).ok_or_else(|| problem(StatusCode::FORBIDDEN, ProblemCode::LinkUnknown, remedy))
}

async fn socket(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session)): Path<(String, String)>,
    mut request: Request,
) -> Result<Response, Refused> {
    let headers = request.headers();
    same_origin(headers)?;
    let (link, person) = recognise(&gateway.identity, headers, &link, gateway.clock.now_ms())?;
    let accept = handshake(headers)?;
    let no_session = || {
        let remedy = "you have no role in this session; ask the secretariat";
        problem(StatusCode::FORBIDDEN, ProblemCode::SessionUnknown, remedy)
    };
    let session: SessionId = session.parse().map_err(|_| no_session())?;
    let has_role = gateway.programme.in_session(&session, &person).is_some();
    let (room, fanout) = gateway.session(&session).filter(|_| has_role).ok_or_else(no_session)?;
    let Some(upgrade) = request.extensions_mut().remove::<OnUpgrade>() else {
        let remedy = "ask for a WebSocket over HTTP/1.1";
        return Err(problem(StatusCode::UPGRADE_REQUIRED, ProblemCode::Malformed, remedy));
    };
    tokio::spawn(async move {
        match upgrade.await {
            Ok(upgraded) => {
                let Some((outlet, read)) = raw(upgraded, &gateway.clock) else { return };
                let id = gateway.connections.fetch_add(1, Ordering::Relaxed);
                let client = Client { id, person, link, outlet: outlet.clone() };
                let (identity, clock) = (gateway.identity.clone(), gateway.clock.clone());
                let stopping = gateway.stopping.clone();
                let connection = Connection { client, room, fanout, identity, clock, stopping };
                drop(gateway);
                connection.run(connection::websocket(outlet, read).await).await;
            }
            Err(error) => tracing::debug!(%error, "an upgrade failed"),
        }
    });
    let head = [
        (header::CONNECTION, HeaderValue::from_static("upgrade")),
        (header::UPGRADE, HeaderValue::from_static("websocket")),
        (header::SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(SUBPROTOCOL)),
        (header::SEC_WEBSOCKET_ACCEPT, accept),
    ];
    Ok((StatusCode::SWITCHING_PROTOCOLS, axum::response::AppendHeaders(head)).into_response())
}

/// The bare socket of an upgraded connection with its TLS, if it has any, and what was read from it already.
fn raw(upgraded: Upgraded, clock: &Clock) -> Option<(Arc<Outlet>, Vec<u8>)> {
    let (tcp, seal, read) = match upgraded.downcast::<TokioIo<TcpStream>>() {
        Ok(parts) => (parts.io.into_inner(), None, parts.read_buf),
        Err(upgraded) => {
            let parts = upgraded.downcast::<TokioIo<TlsStream<TcpStream>>>().ok()?;
            let (tcp, connection) = parts.io.into_inner().into_inner();
            (tcp, Some(Seal::new(connection)), parts.read_buf)
        }
    };
    Some((Arc::new(Outlet::new(tcp, seal, clock.clone())), read.to_vec()))
}

/// Checks the handshake as RFC 6455 section 4.2.1 asks, and answers its key.
fn handshake(headers: &HeaderMap) -> Result<HeaderValue, Refused> {
    let has = |name: header::HeaderName, word: &str| {
        let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
        values.flat_map(|value| value.split(',')).any(|one| one.trim().eq_ignore_ascii_case(word))
    };
    let asked = has(header::UPGRADE, "websocket")
        && has(header::CONNECTION, "upgrade")
        && has(header::SEC_WEBSOCKET_VERSION, "13")
        && has(header::SEC_WEBSOCKET_PROTOCOL, SUBPROTOCOL);
    let key = headers.get(header::SEC_WEBSOCKET_KEY).filter(|_| asked);
    let accept = key.and_then(|key| HeaderValue::from_str(&derive_accept_key(key.as_bytes())).ok());
    accept.ok_or_else(|| {
        let remedy = "ask for a WebSocket of version 13 with the subprotocol plenary.v1";
        problem(StatusCode::BAD_REQUEST, ProblemCode::Malformed, remedy)
    })
}
