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
use super::attending::answer;
use super::audience::snapshot;
use super::client::{Carries, Client};
use super::conference::CarriedOut;
use super::connection::{NotTaken, Purpose};
use super::fanout::{Ask, Fanout, welcome};
use super::noticeboard::Noticeboard;
use super::outlet::Outlet;
use super::problem::{Refused, problem};
use super::shown::Shown;
use super::upgrade::Upgrade;
use super::{ASKS_MAX, Gateway};
use crate::alarm::Pulse;
use crate::conference::view;
use crate::meters::meters;
use crate::room::{Answer, Clock, Publication, Registry};
use crate::wire::client::ClientMessage;
use crate::wire::command::Command;
use crate::wire::http::{Lobby, ProblemCode};
use crate::wire::server::{Reason, WireRefusal};

/// The ways to what one task carries: the lobby, or the draft of the outcome document.
pub(super) struct Concourse {
    /// The task that carries its changes.
    pub(super) fanout: mpsc::Sender<Ask>,
    /// Shows that it lives.
    pub(super) pulse: Pulse,
}

impl Concourse {
    /// Begins with what is carried as it stands; what is published of it comes by `published`. `ended` is told when the task
    /// ends.
    pub(super) fn open<A: Shown>(
        clock: Clock,
        carried: A,
        published: mpsc::Receiver<Publication<A>>,
        noticeboard: Arc<Noticeboard>,
        ended: mpsc::UnboundedSender<()>,
    ) -> Self {
        let (fanout, asked) = mpsc::channel(ASKS_MAX);
        let carrier = Fanout::<A, Outlet, ()>::new(clock, carried, (), noticeboard);
        let pulse = carrier.pulse();
        tokio::spawn(async move {
            carrier.run(published, asked).await;
            // Nobody listens once the server has stopped.
            let _: Result<(), _> = ended.send(());
        });
        Self { fanout, pulse }
    }
}

/// A connection to the lobby: what concerns the whole conference may be asked there.
struct Looking {
    /// The rooms, the conference's among them.
    rooms: Registry,
    /// Whoever carries out what the conference decides.
    conference: CarriedOut,
    /// Shows that the task lives that carries the lobby's changes.
    pulse: Pulse,
}

impl Purpose for Looking {
    async fn joined(&self, _client: &Client) {}

    async fn attend(&mut self, client: &Client, message: ClientMessage) -> Result<(), NotTaken> {
        let ClientMessage::Command { key, command: Command::Conference(command) } = message else {
            let detail = "the lobby takes `join`, `ping` and commands of the conference; send anything else to a session";
            return Err((message.key(), Reason::Wire(WireRefusal::Malformed { detail: detail.to_owned() })));
        };
        let (kind, person, id) = (command.tag(), client.person.clone(), key.id());
        let decided = async {
            let answer = self.rooms.command(person, id, command).await;
            if let Answer::Done(seq) = answer
                && !self.conference.caught_up(seq).await
            {
                return Answer::NotStored;
            }
            answer
        };
        answer(client, key, (kind, &self.pulse), decided).await
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
        let looking = Looking {
            rooms: gateway.rooms.clone(),
            conference: gateway.conference.clone(),
            pulse: gateway.concourse.pulse.clone(),
        };
        drop(gateway);
        let _counted = meters().socket("lobby");
        connection.run(looking, read).await;
    };
    tokio::spawn(serving.in_current_span());
    Ok(response)
}
