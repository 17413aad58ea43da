//! The outcome document over real sockets: written by several, stored before it is acknowledged, kept in versions, shown.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use plenary::draft::reading::read;
use serde_json::{Value, json};
use yrs::updates::decoder::Decode as _;
use yrs::{
    Doc, OffsetKind, Options, ReadTxn as _, StateVector, Text as _, Transact as _, Xml as _,
    XmlElementPrelim, XmlFragment as _, XmlOut, XmlTextPrelim,
};

use crate::client::Client;
use crate::entering::Pass;
use crate::http::{Answer, call, get};
use crate::process::{Hall, Server, conference};

/// A page that writes.
struct Page {
    client: Client,
    doc: Doc,
    stored: StateVector,
    /// Who wrote what came last.
    author: Value,
}

impl Page {
    async fn open(hall: &Hall, server: &Server, person: &str) -> Self {
        let pass = hall.pass(server, person).await;
        let client = Client::joined_in_draft(server.address, &pass, None).await.expect("the person writes");
        let doc = Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::default() });
        let mut page = Self { client, doc, stored: StateVector::default(), author: Value::Null };
        let held = page.client.store.held.get("draft").expect("the draft is held").values();
        let snapshot: Vec<Value> = held.cloned().collect();
        snapshot.iter().for_each(|entity| page.take(entity));
        page.stored = page.doc.transact().state_vector();
        page
    }

    fn take(&mut self, entity: &Value) {
        assert_eq!(entity["type"], "draft_text");
        let mut writing = self.doc.transact_mut();
        for update in entity["updates"].as_array().unwrap() {
            self.author = update["by"].clone();
            let update = STANDARD.decode(update["update"].as_str().unwrap()).unwrap();
            writing.apply_update(yrs::Update::decode_v1(&update).unwrap()).unwrap();
        }
    }

    /// Begins a paragraph of English text.
    fn begin(&self, id: &str, text: &str) {
        let fragment = self.doc.get_or_insert_xml_fragment("en");
        let mut writing = self.doc.transact_mut();
        let paragraph = fragment.push_back(&mut writing, XmlElementPrelim::empty("paragraph"));
        paragraph.insert_attribute(&mut writing, "id", id.to_owned());
        paragraph.insert_attribute(&mut writing, "kind", "numbered");
        paragraph.push_back(&mut writing, XmlTextPrelim::new(text));
    }

    fn append(&self, text: &str) {
        let fragment = self.doc.get_or_insert_xml_fragment("en");
        let mut writing = self.doc.transact_mut();
        let Some(XmlOut::Element(paragraph)) = fragment.get(&writing, 0) else { panic!("a paragraph") };
        let Some(XmlOut::Text(words)) = paragraph.get(&writing, 0) else { panic!("a text") };
        words.push(&mut writing, text);
    }

    fn unsent(&self) -> Value {
        let update = self.doc.transact().encode_state_as_update_v1(&self.stored);
        json!({"type": "write_draft", "update": STANDARD.encode(update)})
    }

    /// Sends what it has written, and waits until it is acknowledged.
    async fn write(&mut self) {
        let command = self.unsent();
        self.client.done(&command).await;
        self.stored = self.doc.transact().state_vector();
    }

    /// Takes in what others write until the text says this.
    async fn until(&mut self, text: &str) {
        while self.says() != text {
            let message = self.client.until(&["changes", "snapshot"]).await;
            let entities = message["set"].as_array().or(message["entities"].as_array()).unwrap().clone();
            entities.iter().for_each(|entity| self.take(entity));
        }
    }

    fn says(&self) -> String {
        let update = self.doc.transact().encode_state_as_update_v1(&StateVector::default());
        let columns = read([update.as_slice()].into_iter(), &["en".parse().unwrap()]).unwrap();
        columns[0].paragraphs.iter().map(|paragraph| paragraph.text()).collect::<Vec<_>>().join("|")
    }
}

/// The conference with a rapporteur of both sessions.
fn hall() -> Hall {
    let text = std::fs::read_to_string(conference()).unwrap();
    Hall::of(
        &(text
            + "\n[[people]]\nid = \"rapporteur\"\nname = { en = \"R\", ar = \"م\" }\nlanguage = \"en\"\nroles = { \"*\" = [\"rapporteur\"] }\n"),
    )
}

async fn keep(server: &Server, pass: &Pass, name: &str) -> Answer {
    let path = format!("{}api/outcome/versions", pass.home);
    let headers = [("cookie", pass.cookie.as_str()), ("content-type", "application/json")];
    call(server.address, "POST", &path, &headers, json!({"name": name}).to_string().as_bytes()).await
}

async fn version(server: &Server, pass: &Pass, which: &str) -> Answer {
    let path = format!("{}api/outcome/versions/{which}", pass.home);
    get(server.address, &path, &[("cookie", &pass.cookie)]).await
}

#[tokio::test]
async fn what_one_writes_the_others_have_and_a_killed_server_has_all_that_it_acknowledged() {
    let hall = hall();
    let server = hall.open();
    let mut rapporteur = Page::open(&hall, &server, "rapporteur").await;
    let mut desk = Page::open(&hall, &server, "secretariat").await;
    rapporteur.begin("p1", "Data are shared.");
    rapporteur.write().await;
    desk.until("Data are shared.").await;
    assert_eq!(desk.author, "rapporteur");
    desk.append(" Each year.");
    desk.write().await;
    rapporteur.until("Data are shared. Each year.").await;
    assert_eq!(rapporteur.author, "secretariat");
    // Key by key, the server killed after the last is acknowledged.
    for letter in "abcdefghij".chars() {
        rapporteur.append(&letter.to_string());
        rapporteur.write().await;
    }
    server.kill();
    let server = hall.open();
    let again = Page::open(&hall, &server, "secretariat").await;
    assert_eq!(again.says(), "Data are shared. Each year.abcdefghij");
}

#[tokio::test]
async fn nobody_writes_but_those_who_keep_the_record_and_what_is_issued_nobody_writes() {
    let hall = hall();
    let server = hall.open();
    let mut rapporteur = Page::open(&hall, &server, "rapporteur").await;
    rapporteur.begin("p1", "Data are shared.");
    rapporteur.write().await;
    for who in ["chair", "cedar-1", "palm-1", "interpreter-1", "observer-1"] {
        let pass = hall.pass(&server, who).await;
        assert!(Client::joined_in_draft(server.address, &pass, None).await.is_none(), "{who}");
        assert_eq!(keep(&server, &pass, "Mine").await.code(), "not_allowed", "{who}");
        // Nor over a socket that they have.
        let mut lobby = Client::joined_in_lobby(server.address, &pass, None).await;
        assert_eq!(lobby.refused(&rapporteur.unsent()).await["code"], "malformed", "{who}");
    }
    let secretariat = hall.pass(&server, "secretariat").await;
    assert_eq!(keep(&server, &secretariat, "For the public").await.json(), json!({"number": 1}));
    let mut lobby = Client::joined_in_lobby(server.address, &secretariat, None).await;
    lobby.done(&json!({"type": "issue_outcome", "version": 1, "standing": "issued"})).await;
    rapporteur.append(" Too late.");
    let unsent = rapporteur.unsent();
    assert_eq!(rapporteur.client.refused(&unsent).await["code"], "outcome_issued");
    lobby.done(&json!({"type": "take_back_outcome"})).await;
    rapporteur.write().await;
}

#[tokio::test]
async fn versions_are_kept_read_by_those_who_may_and_compared() {
    let hall = hall();
    let server = hall.open();
    let mut page = Page::open(&hall, &server, "rapporteur").await;
    let rapporteur = hall.pass(&server, "rapporteur").await;
    page.begin("p1", "Data are shared.");
    page.write().await;
    assert_eq!(keep(&server, &rapporteur, "First").await.json(), json!({"number": 1}));
    page.append(" Each year.");
    page.write().await;
    assert_eq!(keep(&server, &rapporteur, "Second").await.json(), json!({"number": 2}));
    assert_eq!(keep(&server, &rapporteur, " ").await.code(), "not_taken");
    let second = version(&server, &rapporteur, "2?against=1").await.json();
    assert_eq!((&second["name"], &second["rows"][0]["number"]), (&json!("Second"), &json!(1)));
    let english = |text: &Value| {
        let cells = text["rows"][0]["cells"].as_array().unwrap();
        cells.iter().find(|cell| cell["language"] == "en").unwrap().clone()
    };
    let parts =
        json!([{"text": "Data are shared.", "change": "none"}, {"text": " Each year.", "change": "added"}]);
    assert_eq!(english(&second)["parts"], parts);
    let first = version(&server, &rapporteur, "1").await.json();
    assert_eq!(english(&first)["parts"], json!([{"text": "Data are shared.", "change": "none"}]));
    let cedar = hall.pass(&server, "cedar-1").await;
    for which in ["1", "2", "3", "x", "2?against=1"] {
        assert_eq!(version(&server, &cedar, which).await.code(), "document_unknown", "{which}");
    }
    let mut lobby =
        Client::joined_in_lobby(server.address, &hall.pass(&server, "secretariat").await, None).await;
    let open = json!({"type": "open_corrections", "version": 2, "until_ms": 4_000_000_000_000_i64});
    lobby.done(&open).await;
    assert_eq!(version(&server, &cedar, "2").await.status, 200);
    // What it was before is not theirs to see.
    assert_eq!(version(&server, &cedar, "2?against=1").await.code(), "document_unknown");
    let nobody = get(server.address, &format!("{}api/outcome/versions/2", cedar.home), &[]).await;
    assert_eq!(nobody.code(), "not_entered");
    // A delegation asks from the lobby, and is answered there.
    let mut delegate = Client::joined_in_lobby(server.address, &cedar, None).await;
    let ask = json!({"type": "ask_for_correction", "paragraph": "p1", "language": "en", "text": "Read: every year."});
    delegate.done(&ask).await;
    drop(server);
    let server = hall.open();
    assert_eq!(version(&server, &rapporteur, "2?against=1").await.json(), second);
}
