//! What the server answers to: entering, the lobby, the past of the chat and the proceedings, the sockets of the lobby, of a
//! session and of its sound, what the public reads and hears, the client's files, health.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::{MatchedPath, Path, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post, put};
use axum::{Json, Router};
use tower_http::compression::CompressionLayer;
use tracing::{Instrument as _, field};

use super::admission::{came_by_http, cookie, known_by_cookie, same_origin, text};
use super::answers::in_form;
use super::attending::Attending;
use super::bodies::said;
use super::client::Carries;
use super::connection::websocket;
use super::drafting::draft_socket;
use super::links::{issue_link, issue_sheet, revoke_links, show_links};
use super::lobby::{lobby_socket, show_lobby};
use super::moving::Going;
use super::past::{show_over, show_past, show_proceedings};
use super::places::Place;
use super::prerecorded::{hand_in, listen_ahead};
use super::problem::{Refused, no_session, nothing_here, problem};
use super::search::{search, search_all};
use super::sound::{Offers, SoundSocket, listen};
use super::upgrade::Upgrade;
use super::{Gateway, Session, assets, documents, exports, noticeboard, outcome, recordings, texts, written};
use crate::meters::meters;
use crate::terms::ids::{PersonId, SessionId};
use crate::traces::TRACED;
use crate::wire::SOUND_MESSAGE_BYTES_MAX;
use crate::wire::http::{Enter, Entered, ProblemCode};

/// All routes.
pub fn router(gateway: Arc<Gateway>) -> Router {
    // What one person reads is compressed as it goes out. What tells secrets is not: how long it is told tells nothing of them.
    let read = Router::new()
        .route("/as/{link}/api/lobby", get(show_lobby))
        .route("/as/{link}/api/chat/{session}/{room}", get(show_past))
        .route("/as/{link}/api/proceedings/{session}", get(show_proceedings))
        .route("/as/{link}/api/past/{session}/{kind}", get(show_over))
        .route("/as/{link}/api/search", get(search_all))
        .route("/as/{link}/api/search/{session}", get(search))
        .route("/as/{link}/api/outcome/versions/{version}", get(outcome::show))
        .route("/as/{link}/api/texts/{session}/{request}/{language}/text", get(texts::read_text))
        .route("/as/{link}/api/documents/{document}/{language}/text", get(documents::read_text))
        .layer(CompressionLayer::new());
    Router::new()
        .merge(read)
        .route("/api/enter", post(enter))
        .route("/as/{link}/api/links/{session}", get(show_links).post(issue_link))
        .route("/as/{link}/api/links/{session}/sheet", post(issue_sheet))
        .route("/as/{link}/api/links/{session}/revoke", post(revoke_links))
        .route("/as/{link}/api/prerecorded/{session}/{request}", put(hand_in).get(listen_ahead))
        .route("/as/{link}/api/texts/{session}/{request}/{language}", put(texts::give).get(texts::read))
        .route("/as/{link}/api/documents/{document}/{language}", put(documents::give).get(documents::read))
        .route("/as/{link}/api/recordings/{session}", get(recordings::list))
        .route("/as/{link}/api/recordings/{session}/{recording}/{file}", get(recordings::sound))
        .route("/as/{link}/api/outcome/versions", post(outcome::keep))
        .route("/as/{link}/api/export/{session}", get(exports::list))
        .route("/as/{link}/api/export/{session}/{file}", get(exports::document))
        .route("/as/{link}/ws", get(lobby_socket))
        .route("/as/{link}/draft/ws", get(draft_socket))
        .route("/as/{link}/ws/{session}", get(socket))
        .route("/as/{link}/sound/{session}", get(sound))
        .route("/listen/{session}/{file}", get(listen))
        .route("/api/public", get(noticeboard::programme).fallback(noticeboard::read_only))
        // The rest whole, slashes and all: whatever is asked for below has the same clear answer.
        .route("/api/captions/{*session}", get(noticeboard::captions).fallback(noticeboard::read_only))
        .route("/api/public/{*session}", get(noticeboard::session).fallback(noticeboard::read_only))
        .route("/", get(written::landing))
        .route("/public", get(written::programme))
        .route("/public/", get(written::programme))
        .route("/outcome", get(written::outcome))
        .route("/public/{session}", get(written::session))
        .route("/public/{session}/now", get(written::now))
        .route("/public/{session}/texts/{paragraph}", get(texts::read_public))
        .route("/public/{session}/sound/{recording}/{file}", get(recordings::public_sound))
        .route("/public/documents/{document}/{language}", get(documents::read_public))
        .route("/health", get(|| async { "alive\n" }))
        .route("/ready", get(ready))
        // How the server goes is read elsewhere (`metrics`); here it is not even the page.
        .route("/metrics", any(|| async { nothing_here() }))
        .fallback(get(assets::serve))
        .layer(from_fn_with_state(gateway.clone(), known_by_cookie))
        .layer(from_fn(in_form))
        .layer(from_fn(numbered))
        .with_state(gateway)
}

/// What a call logs bears its number.
async fn numbered(call: Request, next: Next) -> Response {
    static CALLS: AtomicU64 = AtomicU64::new(1);
    let span = tracing::info_span!("request", request = CALLS.fetch_add(1, Ordering::Relaxed));
    traced(call, next).instrument(span).await
}

/// What is traced of a call: its route as it stands above, for the address itself may let somebody in.
async fn traced(call: Request, next: Next) -> Response {
    let span = tracing::debug_span!(
        target: TRACED,
        "call",
        otel.kind = "server",
        http.request.method = %call.method(),
        http.route = call.extensions().get::<MatchedPath>().map(|path| field::display(path.as_str())),
        http.response.status_code = field::Empty
    );
    let answer = next.run(call).instrument(span.clone()).await;
    span.record("http.response.status_code", answer.status().as_u16());
    answer
}

async fn ready(State(gateway): State<Arc<Gateway>>) -> Result<&'static str, Refused> {
    let not_ready = |why: &str| Err(problem(StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Unavailable, why));
    if gateway.is_stopping() {
        return not_ready("the server is stopping");
    }
    if gateway.going() != Going::Stays {
        return not_ready("the server goes away, and its people move to other nodes");
    }
    if !gateway.rooms.assembly().lives() {
        return not_ready("the conference does not answer");
    }
    if !gateway.concourse.pulse.lives() {
        return not_ready("the lobby does not answer");
    }
    if !(gateway.rooms.draft().lives() && gateway.drafting.pulse.lives()) {
        return not_ready("the draft of the outcome document does not answer");
    }
    if let Some(session) = gateway.sessions.silent() {
        return not_ready(&format!("the session {session} does not answer"));
    }
    match gateway.rooms.storing().look().await {
        Ok(()) => Ok("ready\n"),
        Err(not_storing) => not_ready(&not_storing.to_string()),
    }
}

async fn enter(State(gateway): State<Arc<Gateway>>, call: Request) -> Result<Response, Refused> {
    let (headers, place) = (call.headers().clone(), call.extensions().get::<Arc<Place>>().cloned());
    same_origin(&gateway, &headers)?;
    let remedy = "send {\"secret\": \"…\"} as JSON, with what stands behind # in the link";
    let Enter { secret } = said(call, remedy).await?;
    let Some((link, value)) = gateway.identity.enter(&secret, gateway.clock.now_ms()) else {
        let remedy = "this link is not known or was revoked; ask the secretariat for a new one";
        return Err(problem(StatusCode::FORBIDDEN, ProblemCode::LinkUnknown, remedy));
    };
    if let Some(place) = place {
        place.show(&link);
    }
    if gateway.secure && came_by_http(&headers) {
        gateway.operator.cookie_by_http(text(&headers, &header::ORIGIN));
    }
    let mut response = Json(Entered { home: format!("/as/{link}/") }).into_response();
    if let Ok(value) = HeaderValue::from_str(&cookie(&link, &value, gateway.secure)) {
        response.headers_mut().insert(header::SET_COOKIE, value);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// A session that a person has a role in.
///
/// # Errors
/// `session_unknown` if they have none, or there is no such session.
pub(super) fn session_of(gateway: &Gateway, session: &str, person: &PersonId) -> Result<Session, Refused> {
    let session: SessionId = session.parse().map_err(|_| no_session())?;
    let has_role = |session: &Session| session.room.roster().person(person).is_some();
    gateway.sessions.session(&session).filter(has_role).ok_or_else(no_session)
}

async fn socket(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session)): Path<(String, String)>,
    mut request: Request,
) -> Result<Response, Refused> {
    let find = |person: &PersonId| session_of(&gateway, &session, person);
    let upgrade = Upgrade::admit(&gateway, &link, Carries::View, &mut request, find)?;
    let response = upgrade.response();
    let serving = async move {
        let Some((client, session, read)) = upgrade.done(&gateway).await else { return };
        let Session { room, fanout, pulse, sound, .. } = session;
        let pace = gateway.paces.of(Some(room.session()), &client.person, gateway.clock.now_ms());
        let attending = Attending {
            room,
            pulse,
            offers: Offers::new(sound, gateway.pages.clone(), client.clone(), pace.clone()),
            attended: gateway.attended.clone(),
            rooms: gateway.rooms.clone(),
            conference: gateway.conference.clone(),
            identity: gateway.identity.clone(),
            clock: gateway.clock.clone(),
        };
        let connection = gateway.connection(client, fanout, pace);
        drop(gateway);
        let _counted = meters().socket("session");
        connection.run(attending, read).await;
    };
    tokio::spawn(serving.in_current_span());
    Ok(response)
}

async fn sound(
    State(gateway): State<Arc<Gateway>>,
    Path((link, session)): Path<(String, String)>,
    mut request: Request,
) -> Result<Response, Refused> {
    let find = |person: &PersonId| session_of(&gateway, &session, person);
    let upgrade = Upgrade::admit(&gateway, &link, Carries::Sound, &mut request, find)?;
    let response = upgrade.response();
    let serving = async move {
        let Some((client, session, read)) = upgrade.done(&gateway).await else { return };
        let Session { room, fanout, sound, .. } = session;
        let pace = gateway.paces.of(Some(room.session()), &client.person, gateway.clock.now_ms());
        let (identity, clock) = (gateway.identity.clone(), gateway.clock.clone());
        let stopping = gateway.stopping.clone();
        drop(gateway);
        let socket = websocket(client.outlet.clone(), read, SOUND_MESSAGE_BYTES_MAX).await;
        let _counted = meters().socket("sound");
        SoundSocket { client, sound, fanout, identity, pace, clock, stopping }.run(socket).await;
    };
    tokio::spawn(serving.in_current_span());
    Ok(response)
}
