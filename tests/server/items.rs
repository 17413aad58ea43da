//! An agenda item over two sittings, over real sockets and on disk: its list goes on, whenever the server dies.

use serde_json::{Value, json};

use crate::client::Client;
use crate::lobby;
use crate::process::{Hall, Server, conference};

/// The small conference, whose statements are one list over both sessions.
fn debated() -> Hall {
    let small = std::fs::read_to_string(conference()).unwrap();
    let item = "\n[[agenda_items]]\nid = \"debate\"\ntitle = { en = \"General debate\", ar = \"المناقشة العامة\" }\n\
                lists = [\"statements\"]\n";
    Hall::of(&(small + item))
}

async fn joined(hall: &Hall, server: &Server, person: &str, session: &str) -> Client {
    Client::joined_in(server.address, &hall.pass(server, person).await, session).await
}

fn list(client: &Client) -> &Value {
    client.store.get("list/statements")
}

/// The opening under way; Cedar, with a text, and Olive wait there.
async fn under_way(hall: &Hall, server: &Server) -> Client {
    let mut chair = joined(hall, server, "chair", "opening").await;
    chair.done(&json!({"type": "open_session"})).await;
    chair.done(&json!({"type": "open_list", "list": "statements"})).await;
    let ask = json!({"type": "request_floor", "list": "statements", "language": "en", "on_behalf_of": ""});
    let mut cedar = joined(hall, server, "cedar-1", "opening").await;
    cedar.done(&ask).await;
    cedar.until_held(|store| !store.get("list/statements")["queue"].as_array().unwrap().is_empty()).await;
    let request = list(&cedar)["queue"][0].clone();
    let text = json!({"type": "give_text", "request": request, "language": "en", "text": "We, the cedars, …",
                      "mark": "read_out_verbatim", "official": true});
    cedar.done(&text).await;
    joined(hall, server, "olive-1", "opening").await.done(&ask).await;
    chair
}

/// Who waits in a session, as soon as it is so many.
async fn waiting(hall: &Hall, server: &Server, session: &str, count: usize) -> Vec<String> {
    let mut client = joined(hall, server, "observer-1", session).await;
    client.until_held(|store| store.get("list/statements")["queue"].as_array().unwrap().len() == count).await;
    let queue = list(&client)["queue"].as_array().unwrap();
    let seat = |request: &Value| {
        let request = client.store.get(&format!("request/{}", request.as_str().unwrap()));
        request["delegation"].as_str().unwrap().to_owned()
    };
    queue.iter().map(seat).collect()
}

#[tokio::test]
async fn whoever_was_not_heard_waits_in_the_next_sitting_with_their_text() {
    let hall = debated();
    let server = hall.open();
    let mut chair = under_way(&hall, &server).await;
    chair.done(&json!({"type": "close_session"})).await;
    assert_eq!(waiting(&hall, &server, "closing", 2).await, ["cedar", "olive"]);
    chair.until_held(|store| store.get("list/statements")["whereabouts"]["at"] == "sitting").await;
    assert_eq!(list(&chair)["whereabouts"], json!({"at": "sitting", "session": "closing"}));
    // The booths read the text there.
    let mut booth = joined(&hall, &server, "interpreter-1", "closing").await;
    booth
        .until_held(|store| store.held["booths"].values().any(|one| one["text"] == "We, the cedars, …"))
        .await;
    // The lobby says where the list is.
    let programme = lobby::read(&server, &hall.pass(&server, "observer-1").await).await;
    let item = &programme.held["conference"]["agenda_item/debate"];
    assert_eq!((&item["lists"][0]["at"], &item["closed"]), (&json!("closing"), &json!(false)));
}

#[tokio::test]
async fn a_server_that_dies_while_a_list_is_on_its_way_goes_on_with_it() {
    let hall = debated();
    let mut server = hall.open();
    let mut chair = under_way(&hall, &server).await;
    chair.done(&json!({"type": "close_session"})).await;
    // Whatever had been stored by now: at each start the rest is done.
    server.kill();
    server = hall.open();
    assert_eq!(waiting(&hall, &server, "closing", 2).await, ["cedar", "olive"]);
    let mut desk = joined(&hall, &server, "secretariat", "closing").await;
    let cancel = json!({"type": "cancel_session", "session": "closing", "reason": "", "version": null});
    desk.done(&cancel).await;
    server.kill();
    server = hall.open();
    // No sitting can have it: whoever waits does so with the one that has it, until there is another.
    let at = 1_614_153_600_000_i64 + 7_200_000;
    let add = json!({"type": "add_session", "session": "third", "like": "closing", "title": {"en": "Third"},
                     "starts_at_ms": at, "ends_at_ms": at + 2_700_000});
    let mut desk = joined(&hall, &server, "secretariat", "closing").await;
    desk.done(&add).await;
    assert_eq!(waiting(&hall, &server, "third", 2).await, ["cedar", "olive"]);
    let close = json!({"type": "close_agenda_item", "item": "debate"});
    desk.done(&close).await;
    server.kill();
    server = hall.open();
    let mut cedar = joined(&hall, &server, "cedar-1", "third").await;
    let ask = json!({"type": "request_floor", "list": "statements", "language": "en", "on_behalf_of": ""});
    assert_eq!(cedar.refused(&ask).await["code"], "agenda_item_closed");
    assert!(waiting(&hall, &server, "third", 0).await.is_empty());
}
