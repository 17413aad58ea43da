//! Many messages of a stream at once, by a reader on the servers.

use std::time::Duration;

use async_nats::{Message, Subscriber};
use futures_util::StreamExt as _;
use serde_json::json;

use super::api::{Api, ApiFault, Stored};

/// Most messages of one request, and most bytes: what arrives waits in memory until it is taken.
const MESSAGES_MAX: u64 = 1_000;
const BYTES_MAX: u64 = 8 << 20;
/// How long the next message may take.
const NEXT_MAX: Duration = Duration::from_secs(2);

/// What is read of a stream, from one message on.
pub(super) struct Pulled<'a> {
    api: &'a Api,
    stream: String,
    reader: String,
    inbox: String,
    arriving: Subscriber,
    /// How many messages were asked for and have not come.
    asked: u64,
}

impl Api {
    /// Begins to read a stream from a message on.
    pub(super) async fn pulled(&self, stream: &str, from: u64) -> Result<Pulled<'_>, ApiFault> {
        let reader = self.reader(stream, from).await?;
        let inbox = self.client.new_inbox();
        let arriving = self.client.subscribe(inbox.clone()).await;
        let arriving = arriving.map_err(|fault| ApiFault::Unanswered(fault.to_string()))?;
        Ok(Pulled { api: self, stream: stream.to_owned(), reader, inbox, arriving, asked: 0 })
    }
}

impl Pulled<'_> {
    /// The next message, of about so many that are wanted.
    pub(super) async fn next(&mut self, wanted: u64) -> Result<Stored, ApiFault> {
        loop {
            if self.asked == 0 {
                self.ask(wanted.clamp(1, MESSAGES_MAX)).await?;
            }
            let message = tokio::time::timeout(NEXT_MAX, self.arriving.next()).await;
            let message = message.ok().flatten();
            let message = message.ok_or_else(|| unanswered("a stream is not read on"))?;
            if message.status.is_some() {
                // All that was there has come, or as much as was to come at one time; or the reader has gone.
                if message.status == Some(async_nats::StatusCode::NO_RESPONDERS) {
                    return Err(unanswered("its reader has gone"));
                }
                self.asked = 0;
                continue;
            }
            self.asked -= 1;
            let number = numbered(&message).ok_or_else(|| unanswered("a message has no number"))?;
            return Ok(Stored {
                message: number,
                headers: message.headers.as_ref().map(Into::into).unwrap_or_default(),
                body: message.payload,
                time: String::new(),
            });
        }
    }

    async fn ask(&mut self, count: u64) -> Result<(), ApiFault> {
        // It waits for what a replica does not have yet, and then says that there was no more.
        let which = json!({ "batch": count, "max_bytes": BYTES_MAX, "expires": 1_000_000_000_u64 });
        let subject = format!("$JS.API.CONSUMER.MSG.NEXT.{}.{}", self.stream, self.reader);
        let asked =
            self.api.client.publish_with_reply(subject, self.inbox.clone(), which.to_string().into()).await;
        asked.map_err(|fault| ApiFault::Unanswered(fault.to_string()))?;
        self.asked = count;
        Ok(())
    }

    /// Lets the reader go at once. One that is not let go of goes by itself.
    pub(super) async fn end(self) {
        let subject = format!("$JS.API.CONSUMER.DELETE.{}.{}", self.stream, self.reader);
        let nobody = self.api.client.new_inbox();
        drop(self.api.client.publish_with_reply(subject, nobody, "".into()).await);
    }
}

fn unanswered(what: &str) -> ApiFault {
    ApiFault::Unanswered(what.to_owned())
}

/// A message's number in its stream, as it stands in the subject by which it would be acknowledged.
fn numbered(message: &Message) -> Option<u64> {
    let reply: Vec<&str> = message.reply.as_ref()?.split('.').collect();
    // $JS.ACK.<stream>.<consumer>.<delivered>.<number>.…, or with a domain and an account before the stream.
    let place = if reply.len() >= 11 { 7 } else { 5 };
    reply.get(place)?.parse().ok()
}
