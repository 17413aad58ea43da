//! From a call to a WebSocket: who asks, whether it is a handshake, and the socket behind it.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio_rustls::server::TlsStream;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

use super::admission::{only, recognise, same_origin};
use super::client::{Carries, Client};
use super::explains::Explains;
use super::moving::Going;
use super::outlet::Outlet;
use super::problem::{Refused, problem};
use super::seal::Seal;
use super::{Gateway, deflate};
use crate::identity::LinkId;
use crate::room::Clock;
use crate::terms::ids::PersonId;
use crate::wire::http::ProblemCode;

/// A call that may become a WebSocket, and what it is to lead to.
pub struct Upgrade<T> {
    link: LinkId,
    person: PersonId,
    leads_to: T,
    carries: Carries,
    accept: HeaderValue,
    /// Whether messages pass compressed.
    deflates: bool,
    upgrade: OnUpgrade,
}

impl<T> Upgrade<T> {
    /// Checks a call for a WebSocket. `find` finds what it is to lead to, if the person may go there.
    ///
    /// # Errors
    /// If it is another site's, without a cookie, no handshake of the subprotocol, or for what `find` refuses.
    pub fn admit(
        gateway: &Gateway,
        link: &str,
        carries: Carries,
        request: &mut Request,
        find: impl FnOnce(&PersonId) -> Result<T, Refused>,
    ) -> Result<Self, Refused> {
        let headers = request.headers();
        same_origin(gateway, headers)?;
        if gateway.going() == Going::Moves {
            let remedy = "this server goes away; connect again, and another takes you in";
            return Err(problem(StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Unavailable, remedy));
        }
        let (link, person) = recognise(&gateway.identity, headers, link, gateway.clock.now_ms())?;
        let accept = handshake(gateway, headers, carries.subprotocol())?;
        let deflates = carries == Carries::View && deflate::is_offered(headers);
        let leads_to = find(&person)?;
        let Some(upgrade) = request.extensions_mut().remove::<OnUpgrade>() else {
            let remedy = "ask for a WebSocket over HTTP/1.1";
            return Err(problem(StatusCode::BAD_REQUEST, ProblemCode::Malformed, remedy));
        };
        Ok(Self { link, person, leads_to, carries, accept, deflates, upgrade })
    }

    /// The answer that lets the client go on.
    pub fn response(&self) -> Response {
        let mut head = vec![
            (header::CONNECTION, HeaderValue::from_static("upgrade")),
            (header::UPGRADE, HeaderValue::from_static("websocket")),
            (header::SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(self.carries.subprotocol())),
            (header::SEC_WEBSOCKET_ACCEPT, self.accept.clone()),
        ];
        if self.deflates {
            head.push((header::SEC_WEBSOCKET_EXTENSIONS, HeaderValue::from_static(deflate::TAKEN)));
        }
        (StatusCode::SWITCHING_PROTOCOLS, AppendHeaders(head)).into_response()
    }

    /// Waits until the answer is sent; then who has come, by which way out, where to, and what was read from it already.
    /// None if the client is gone.
    pub async fn done(self, gateway: &Gateway) -> Option<(Client, T, Vec<u8>)> {
        let upgraded = self.upgrade.await.inspect_err(|error| tracing::debug!(%error, "an upgrade failed"));
        let (outlet, read) = raw(upgraded.ok()?, self.deflates, &gateway.clock)?;
        let id = gateway.connections.fetch_add(1, Ordering::Relaxed);
        let client = Client { id, person: self.person, link: self.link, outlet, carries: self.carries };
        Some((client, self.leads_to, read))
    }
}

/// The bare socket of an upgraded connection with its TLS, if it has any, and what was read from it already.
fn raw(upgraded: Upgraded, deflates: bool, clock: &Clock) -> Option<(Arc<Outlet>, Vec<u8>)> {
    let (tcp, seal, read) = match upgraded.downcast::<TokioIo<Explains<TcpStream>>>() {
        Ok(parts) => (parts.io.into_inner().into_inner(), None, parts.read_buf),
        Err(upgraded) => {
            let parts = upgraded.downcast::<TokioIo<Explains<TlsStream<TcpStream>>>>().ok()?;
            let (tcp, connection) = parts.io.into_inner().into_inner().into_inner();
            (tcp, Some(Seal::new(connection)), parts.read_buf)
        }
    };
    Some((Arc::new(Outlet::new(tcp, seal, deflates, clock.clone())), read.to_vec()))
}

/// Checks the handshake as RFC 6455 section 4.2.1 asks, and answers its key.
fn handshake(gateway: &Gateway, headers: &HeaderMap, subprotocol: &str) -> Result<HeaderValue, Refused> {
    let has = |name: header::HeaderName, word: &str| {
        let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
        values.flat_map(|value| value.split(',')).any(|one| one.trim().eq_ignore_ascii_case(word))
    };
    let (key, version) =
        (only(headers, &header::SEC_WEBSOCKET_KEY), only(headers, &header::SEC_WEBSOCKET_VERSION));
    if version.is_some_and(|version| version != "13") {
        let remedy = "ask for a WebSocket of version 13";
        let refused = problem(StatusCode::UPGRADE_REQUIRED, ProblemCode::Malformed, remedy);
        return Err(refused.with(header::SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13")));
    }
    let upgrades = has(header::UPGRADE, "websocket") && has(header::CONNECTION, "upgrade");
    if key.is_some() && !upgrades {
        gateway.operator.no_upgrade();
    }
    let asked = upgrades && version.is_some() && has(header::SEC_WEBSOCKET_PROTOCOL, subprotocol);
    let key = key.filter(|key| asked && is_key(key));
    let accept = key.and_then(|key| HeaderValue::from_str(&derive_accept_key(key.as_bytes())).ok());
    accept.ok_or_else(|| {
        let remedy = format!(
            "ask for a WebSocket of version 13 with a key of 16 bytes in base64 and the subprotocol {subprotocol}"
        );
        problem(StatusCode::BAD_REQUEST, ProblemCode::Malformed, &remedy)
    })
}

/// Whether a key is made as every client must make it: 16 bytes in base64.
fn is_key(key: &str) -> bool {
    STANDARD.decode(key).is_ok_and(|bytes| bytes.len() == 16)
}
