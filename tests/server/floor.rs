//! The floor, as most tests need it: asked for by a delegate and given by the chair.

use serde_json::{Value, json};

use crate::client::Client;

/// The chair opens the session and its list; the delegate, who agrees that their microphone opens, asks for the floor, to
/// speak Arabic. Tells the request. Both may be at different servers.
pub async fn asked(chair: &mut Client, delegate: &mut Client) -> Value {
    chair.done(&json!({"type": "open_session"})).await;
    if chair.store.get("list/statements")["open"] == false {
        chair.done(&json!({"type": "open_list", "list": "statements"})).await;
    }
    delegate.until_held(|store| store.get("list/statements")["open"] == true).await;
    delegate.done(&json!({"type": "agree_to_microphone", "agrees": true})).await;
    let ask = json!({"type": "request_floor", "list": "statements", "language": "ar", "on_behalf_of": ""});
    delegate.done(&ask).await;
    chair.until_held(|store| store.get("list/statements")["queue"][0].is_string()).await;
    chair.store.get("list/statements")["queue"][0].clone()
}

/// The chair gives the floor to a request.
pub async fn given(chair: &mut Client, request: &Value) {
    chair.done(&json!({"type": "give_floor", "request": request, "ending": null})).await;
}
