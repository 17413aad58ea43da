//! The socket of those who write the outcome document: what each writes is stored, then told to the others.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use tracing::Instrument as _;

use super::Gateway;
use super::attending::answer;
use super::client::{Carries, Client};
use super::connection::{NotTaken, Purpose};
use super::problem::{Refused, problem};
use super::upgrade::Upgrade;
use crate::alarm::Pulse;
use crate::conference::access;
use crate::meters::meters;
use crate::room::Registry;
use crate::wire::client::ClientMessage;
use crate::wire::command::Command;
use crate::wire::http::ProblemCode;
use crate::wire::server::{Reason, WireRefusal};

/// A connection that writes.
struct Drafting {
    /// The rooms, the draft's among them.
    rooms: Registry,
    /// Shows that the task lives that carries what is written to the others.
    pulse: Pulse,
}

impl Purpose for Drafting {
    async fn joined(&self, _client: &Client) {}

    async fn attend(&mut self, client: &Client, message: ClientMessage) -> Result<(), NotTaken> {
        let ClientMessage::Command { key, command: Command::Draft(command) } = message else {
            let detail = "here `join`, `ping` and `write_draft` are taken; send anything else to the lobby or a session";
            return Err((message.key(), Reason::Wire(WireRefusal::Malformed { detail: detail.to_owned() })));
        };
        let kind = command.tag();
        let decided = self.rooms.write_draft(client.person.clone(), key.id(), command);
        answer(client, key, (kind, &self.pulse), decided).await
    }

    fn ends(&mut self) {}

    async fn left(&self, _client: &Client) {}
}

/// Answers `GET /as/<link>/draft/ws`: the WebSocket of the draft, for those who keep the record of any session.
pub async fn draft_socket(
    State(gateway): State<Arc<Gateway>>,
    Path(link): Path<String>,
    mut request: Request,
) -> Result<Response, Refused> {
    let upgrade = Upgrade::admit(&gateway, &link, Carries::View, &mut request, |person| {
        let may = access::keeps_any_record(&gateway.conference.conference(), person);
        may.then_some(()).ok_or_else(not_yours)
    })?;
    let response = upgrade.response();
    let serving = async move {
        let Some((client, (), read)) = upgrade.done(&gateway).await else { return };
        let pace = gateway.paces.of(None, &client.person, gateway.clock.now_ms());
        let connection = gateway.connection(client, gateway.drafting.fanout.clone(), pace);
        let drafting = Drafting { rooms: gateway.rooms.clone(), pulse: gateway.drafting.pulse.clone() };
        drop(gateway);
        let _counted = meters().socket("draft");
        connection.run(drafting, read).await;
    };
    tokio::spawn(serving.in_current_span());
    Ok(response)
}

fn not_yours() -> Refused {
    let remedy = "the outcome document is written by rapporteurs and secretariat; ask the secretariat";
    problem(StatusCode::FORBIDDEN, ProblemCode::NotAllowed, remedy)
}
