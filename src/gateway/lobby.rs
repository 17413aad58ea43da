//! The lobby: who one is, and the programme with the sessions as they stand. A task like that of a session carries the
//! conference's changes to the connections of all lobbies.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use tokio::sync::mpsc;
use tracing::Instrument as _;

use super::admission::recognise;
use super::audience::snapshot;
use super::client::{Carries, Client};
use super::connection::{NotTaken, Purpose};
use super::fanout::{Ask, Fanout, welcome};
use super::noticeboard::Noticeboard;
use super::outlet::Outlet;
use super::problem::{Refused, problem};
use super::upgrade::Upgrade;
use super::{ASKS_MAX, Gateway};
use crate::alarm::Pulse;
use crate::conference::{Conference, view};
use crate::meters::meters;
use crate::room::{Clock, Publication};
use crate::wire::client::ClientMessage;
use crate::wire::http::{Lobby, ProblemCode};
use crate::wire::server::{Reason, WireRefusal};

/// Publications of the conference that may wait for the task that carries them.
const PUBLICATIONS_MAX: usize = 256;

/// The ways to the lobby.
pub(super) struct Concourse {
    /// The task that carries the conference's changes.
    pub(super) fanout: mpsc::Sender<Ask>,
    /// Shows that it lives.
    pub(super) pulse: Pulse,
}

impl Concourse {
    /// Begins with the conference as it stands; what is published of it is to be sent to the second of the two. `ended` is
    /// told when the task ends.
    pub(super) fn open(
        clock: Clock,
        conference: Conference,
        noticeboard: Arc<Noticeboard>,
        ended: mpsc::UnboundedSender<()>,
    ) -> (Self, mpsc::Sender<Publication<Conference>>) {
        let (publications, published) = mpsc::channel(PUBLICATIONS_MAX);
        let (fanout, asked) = mpsc::channel(ASKS_MAX);
        let carrier = Fanout::<Conference, Outlet, ()>::new(clock, conference, (), noticeboard);
        let pulse = carrier.pulse();
        tokio::spawn(async move {
            carrier.run(published, asked).await;
            // Nobody listens once the server has stopped.
            let _: Result<(), _> = ended.send(());
        });
        (Self { fanout, pulse }, publications)
    }
}

/// A connection that looks at the lobby: nothing is asked for there.
struct Looking;

impl Purpose for Looking {
    async fn joined(&self, _client: &Client) {}

    async fn attend(&mut self, _client: &Client, message: ClientMessage) -> Result<(), NotTaken> {
        let detail = "the lobby takes `join` and `ping` alone; send anything else to a session".to_owned();
        Err((message.key(), Reason::Wire(WireRefusal::Malformed { detail })))
    }

    fn ends(&mut self) {}

    async fn left(&self, _client: &Client) {}
}

fn not_of_the_conference() -> Refused {
    let remedy = "you are not in this conference any more; ask the secretariat";
    problem(StatusCode::FORBIDDEN, ProblemCode::LinkUnknown, remedy)
}

/// Answers `GET /as/<link>/api/lobby`: what the socket would say to a first `join`. A page draws it before its socket is
/// open, and learns by it why it was refused one.
pub async fn show_lobby(
    State(gateway): State<Arc<Gateway>>,
    Path(link): Path<String>,
    headers: HeaderMap,
) -> Result<Json<Lobby>, Refused> {
    let now_ms = gateway.clock.now_ms();
    let (_, person) = recognise(&gateway.identity, &headers, &link, now_ms)?;
    let conference = gateway.conference.conference();
    let scopes = view::scopes(&conference, &person).ok_or_else(not_of_the_conference)?;
    let snapshots = scopes.iter().map(|scope| snapshot(&conference, scope));
    let welcome = welcome(&person, now_ms, false, gateway.noticeboard.host_clock());
    Ok(Json(Lobby { messages: std::iter::once(welcome).chain(snapshots).collect() }))
}

/// Answers `GET /as/<link>/ws`: the WebSocket of the lobby.
pub async fn lobby_socket(
    State(gateway): State<Arc<Gateway>>,
    Path(link): Path<String>,
    mut request: Request,
) -> Result<Response, Refused> {
    let upgrade = Upgrade::admit(&gateway, &link, Carries::View, &mut request, |person| {
        let conference = gateway.conference.conference();
        conference.knows(person).then_some(()).ok_or_else(not_of_the_conference)
    })?;
    let response = upgrade.response();
    let serving = async move {
        let Some((client, (), read)) = upgrade.done(&gateway).await else { return };
        let pace = gateway.paces.of(None, &client.person, gateway.clock.now_ms());
        let connection = gateway.connection(client, gateway.concourse.fanout.clone(), pace);
        drop(gateway);
        let _counted = meters().socket("lobby");
        connection.run(Looking, read).await;
    };
    tokio::spawn(serving.in_current_span());
    Ok(response)
}
