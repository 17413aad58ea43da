//! What the server answers to: entering, the lobby, the past of the chat and the proceedings, the sockets of a session and
//! of its sound, what the public reads and hears, the client's files, health.

use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use axum::{Json, Router};

use super::admission::{cookie, recognise, same_origin};
use super::client::Carries;
use super::connection::{Connection, websocket};
use super::past::{show_past, show_proceedings};
use super::prerecorded::{hand_in, listen_ahead};
use super::problem::{Refused, problem};
use super::seats::{issue_link, revoke_links};
use super::sound::{SoundSocket, listen};
use super::upgrade::Upgrade;
use super::{Gateway, Session, assets, noticeboard};
use crate::wire::http::{Enter, Entered, Lobby, ProblemCode};
use crate::wire::{CLIENT_MESSAGE_BYTES_MAX, SOUND_MESSAGE_BYTES_MAX, SOUND_SUBPROTOCOL, SUBPROTOCOL};

/// Largest body of a call, in bytes.
const BODY_BYTES_MAX: usize = 4_096;

/// All routes.
pub fn router(gateway: Arc<Gateway>) -> Router {
    Router::new()
        .route("/api/enter", post(enter))
        .route("/as/{link}/api/lobby", get(show_lobby))
        .route("/as/{link}/api/chat/{session}/{room}", get(show_past))
        .route("/as/{link}/api/proceedings/{session}", get(show_proceedings))
        .route("/as/{link}/api/links/{session}", post(issue_link))
        .route("/as/{link}/api/links/{session}/revoke", post(revoke_links))
        .route("/as/{link}/api/prerecorded/{session}/{request}", put(hand_in).get(listen_ahead))
        .route("/as/{link}/ws/{session}", get(socket))
        .route("/as/{link}/sound/{session}", get(sound))
        .route("/listen/{session}/{file}", get(listen))
        .route("/api/public", get(noticeboard::programme).fallback(noticeboard::read_only))
        // The rest whole, slashes and all: whatever is asked for below has the same clear answer.
        .route("/api/public/{*session}", get(noticeboard::session).fallback(noticeboard::read_only))
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
    let upgrade = Upgrade::admit(&gateway, &link, &session, SUBPROTOCOL, &mut request)?;
    let response = upgrade.response();
    tokio::spawn(async move {
        let Some((client, session, read)) = upgrade.done(&gateway, Carries::Session).await else { return };
        let Session { room, fanout, stage } = session;
        let connection = Connection {
            room,
            fanout,
            stage,
            pages: gateway.pages.clone(),
            attended: gateway.attended.clone(),
            rooms: gateway.rooms.clone(),
            timetable: gateway.timetable.clone(),
            identity: gateway.identity.clone(),
            clock: gateway.clock.clone(),
            stopping: gateway.stopping.clone(),
            client,
        };
        drop(gateway);
        let socket = websocket(connection.client.outlet.clone(), read, CLIENT_MESSAGE_BYTES_MAX).await;
        connection.run(socket).await;
    });
    Ok(response)
}

async fn sound(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session)): Path<(String, String)>,
    mut request: Request,
) -> Result<Response, Refused> {
    let upgrade = Upgrade::admit(&gateway, &link, &session, SOUND_SUBPROTOCOL, &mut request)?;
    let response = upgrade.response();
    tokio::spawn(async move {
        let Some((client, session, read)) = upgrade.done(&gateway, Carries::Sound).await else { return };
        let Session { fanout, stage, .. } = session;
        let (identity, clock) = (gateway.identity.clone(), gateway.clock.clone());
        let stopping = gateway.stopping.clone();
        drop(gateway);
        let socket = websocket(client.outlet.clone(), read, SOUND_MESSAGE_BYTES_MAX).await;
        SoundSocket { client, stage, fanout, identity, clock, stopping }.run(socket).await;
    });
    Ok(response)
}
