//! Searching over real sockets: everybody finds what they see, as it was written, and nobody anything else.

use serde_json::{Value, json};
use url::form_urlencoded;

use crate::entering::Pass;
use crate::http::{Answer, call, get};
use crate::process::{Hall, Server};

const EVERYBODY: [&str; 10] = [
    "chair",
    "secretariat",
    "cedar-1",
    "olive-1",
    "palm-1",
    "observer-1",
    "interpreter-1",
    "interpreter-2",
    "interpreter-3",
    "screen",
];

async fn search(server: &Server, pass: &Pass, asked: &[(&str, &str)]) -> Answer {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(asked).finish();
    let path = format!("{}api/search/opening?{query}", pass.home);
    get(server.address, &path, &[("cookie", &pass.cookie)]).await
}

/// What somebody finds.
async fn found(server: &Server, pass: &Pass, words: &str) -> Vec<Value> {
    let answer = search(server, pass, &[("q", words)]).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()["found"].as_array().unwrap().clone()
}

/// Everybody who finds the words.
async fn finders(hall: &Hall, server: &Server, words: &str) -> Vec<&'static str> {
    let mut finders = Vec::new();
    for person in EVERYBODY {
        let pass = hall.pass(server, person).await;
        let answer = search(server, &pass, &[("q", words)]).await;
        assert_eq!(answer.status, 200, "{person}: {answer:?}");
        if answer.json()["found"] == json!([]) {
            // Not even that there is something.
            assert_eq!(answer.json(), json!({"found": [], "more": false}));
        } else {
            finders.push(person);
        }
    }
    finders
}

#[tokio::test]
async fn a_statement_is_found_by_the_booths_and_the_desk_ahead_and_by_all_once_it_was_delivered() {
    let hall = Hall::new();
    let server = hall.open();
    let mut chair = hall.join(&server, "chair").await;
    let mut cedar = hall.join(&server, "cedar-1").await;
    chair.done(&json!({"type": "open_session"})).await;
    chair.done(&json!({"type": "open_list", "list": "statements"})).await;
    cedar
        .done(&json!({"type": "request_floor", "list": "statements", "language": "ar", "on_behalf_of": ""}))
        .await;
    chair.until_held(|store| !store.get("list/statements")["queue"].as_array().unwrap().is_empty()).await;
    let request = chair.store.get("list/statements")["queue"][0].clone();
    let text = "سيدتي الرئيسة، نُرَحِّبُ بهذا المُؤْتَمَرِ وبالهجرة الآمنة.";
    let given = json!({"type": "give_text", "request": request, "language": "ar", "text": text, "mark": "check_against_delivery", "official": true});
    cedar.done(&given).await;
    let ahead = ["chair", "secretariat", "interpreter-1", "interpreter-2", "interpreter-3"];
    assert_eq!(finders(&hall, &server, "مؤتمر").await, ahead);
    chair.done(&json!({"type": "send_to_written", "request": request})).await;
    assert_eq!(finders(&hall, &server, "مؤتمر").await, EVERYBODY);

    let pass = hall.pass(&server, "observer-2").await;
    let finding = &found(&server, &pass, "للهجرة مؤتمر").await[0];
    assert_eq!(
        (&finding["place"]["kind"], &finding["place"]["delegation"]),
        (&json!("text"), &json!("cedar"))
    );
    assert_eq!(finding["excerpt"], text);
    let units: Vec<u16> = text.encode_utf16().collect();
    let marked: Vec<String> = finding["marks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|mark| {
            let place = |end: &str| usize::try_from(mark[end].as_u64().unwrap()).unwrap();
            String::from_utf16(&units[place("from")..place("to")]).unwrap()
        })
        .collect();
    assert_eq!(marked, ["المُؤْتَمَرِ", "وبالهجرة"]);
}

#[tokio::test]
async fn messages_are_found_by_whom_their_room_admits_and_paragraphs_by_all() {
    let hall = Hall::new();
    let server = hall.open();
    let mut cedar = hall.join(&server, "cedar-1").await;
    let mut chair = hall.join(&server, "chair").await;
    for (room, text) in [
        ("delegation-cedar", "juniper among us"),
        ("secretariat-cedar", "larch, if you please"),
        ("main", "A maple."),
    ] {
        cedar.done(&json!({"type": "send_message", "room": room, "text": text, "language": null})).await;
    }
    chair.done(&json!({"type": "open_session"})).await;
    chair.done(&json!({"type": "suspend_session", "reason": "a birch has fallen"})).await;
    assert_eq!(finders(&hall, &server, "juniper").await, ["cedar-1"]);
    assert_eq!(finders(&hall, &server, "larch").await, ["chair", "secretariat", "cedar-1"]);
    assert_eq!(finders(&hall, &server, "MAPLE").await, EVERYBODY);
    assert_eq!(finders(&hall, &server, "birch").await, EVERYBODY);
    let pass = hall.pass(&server, "observer-2").await;
    let paragraph = &found(&server, &pass, "birch").await[0]["place"]["paragraph"];
    assert_eq!(paragraph["fact"]["what"], "meeting_suspended");
    for (room, status) in [("main", 200), ("delegation-cedar", 404), ("corridor", 404)] {
        let answer = search(&server, &pass, &[("q", "maple"), ("room", room)]).await;
        assert_eq!(answer.status, status, "{room}: {answer:?}");
    }
}

#[tokio::test]
async fn what_is_deleted_is_found_no_more_and_all_else_is_found_after_a_restart() {
    let hall = Hall::new();
    let server = hall.open();
    let mut cedar = hall.join(&server, "cedar-1").await;
    cedar.say("a slip of the pen").await;
    cedar.say("a pen for your thoughts").await;
    let pass = hall.pass(&server, "observer-1").await;
    let slip = found(&server, &pass, "slip").await[0]["place"]["message"].clone();
    cedar.done(&json!({"type": "delete_message", "message": slip, "reason": ""})).await;
    assert_eq!(found(&server, &pass, "slip").await, Vec::<Value>::new());
    server.stop();
    let server = hall.open();
    let pass = hall.pass(&server, "observer-1").await;
    assert_eq!(found(&server, &pass, "slip").await, Vec::<Value>::new());
    assert_eq!(found(&server, &pass, "pen").await.len(), 1);
}

#[tokio::test]
async fn a_search_that_is_not_understood_says_so_and_nobody_searches_where_they_have_no_part() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "observer-1").await;
    let long = "a".repeat(201);
    for asked in
        [("q", ""), ("q", "*\"'"), ("q", &long), ("kind", "ballot"), ("surprise", "1"), ("room", "NO ROOM")]
    {
        let answer = search(&server, &pass, &[asked]).await;
        assert_eq!((answer.status, answer.code().as_str()), (400, "malformed"), "{asked:?}");
    }
    // Whatever is typed, nothing of it is an operator.
    let pass = hall.pass(&server, "observer-2").await;
    for words in ["a OR", "NEAR(a b)", "\"a", "words:a*", "a AND NOT", "-a ^b {c}"] {
        let answer = search(&server, &pass, &[("q", words)]).await;
        assert_eq!(answer.status, 200, "{words}: {answer:?}");
    }
    let stranger = Pass { cookie: "plenary=nobody".to_owned(), ..pass.clone() };
    assert_eq!(search(&server, &stranger, &[("q", "pen")]).await.status, 401);
    // In the closing this observer has no role.
    for session in ["nowhere", "closing"] {
        let path = format!("{}api/search/{session}?q=pen", pass.home);
        assert_eq!(get(server.address, &path, &[("cookie", &pass.cookie)]).await.code(), "session_unknown");
    }
}

/// Calls that are answered until what was read in the meantime is found, or found no more.
async fn until(server: &Server, pass: &Pass, words: &str, wanted: impl Fn(&Value) -> bool) -> Value {
    loop {
        let answer = search_all(server, pass, words).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        if wanted(&answer.json()) {
            return answer.json();
        }
    }
}

/// Searches all of the conference; whoever has asked too fast asks until they may.
async fn search_all(server: &Server, pass: &Pass, words: &str) -> Answer {
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", words).finish();
    let path = format!("{}api/search?{query}", pass.home);
    loop {
        let answer = get(server.address, &path, &[("cookie", &pass.cookie)]).await;
        if answer.status != 429 {
            return answer;
        }
    }
}

/// Everybody who finds the words beside the sessions.
async fn finders_in_papers(hall: &Hall, server: &Server, words: &str) -> Vec<&'static str> {
    let mut finders = Vec::new();
    for person in EVERYBODY {
        let pass = hall.pass(server, person).await;
        let answer = search_all(server, &pass, words).await;
        assert_eq!(answer.status, 200, "{person}: {answer:?}");
        if answer.json()["found"] == json!([]) {
            assert_eq!(answer.json(), json!({"found": [], "more": false, "sessions": []}), "{person}");
        } else {
            finders.push(person);
        }
    }
    finders
}

const PREPARING: [&str; 5] = ["chair", "secretariat", "interpreter-1", "interpreter-2", "interpreter-3"];

#[tokio::test]
async fn a_document_is_found_by_its_text_by_those_who_read_it_and_by_what_it_says_now() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "secretariat").await;
    let mut desk = hall.join(&server, "secretariat").await;
    let title = json!({"en": "Note on the programme", "ar": "مذكرة"});
    desk.done(&json!({"type": "add_document", "document": "note", "of": {"of": "conference"},
                      "title": title, "symbol": "E/ESCWA/2021/7"}))
        .await;
    let give = async |server: &Server, text: &str| {
        let path = format!("{}api/documents/note/ar?name=note.txt", pass.home);
        let given = call(server.address, "PUT", &path, &[("cookie", &pass.cookie)], text.as_bytes()).await;
        assert_eq!(given.status, 200, "{given:?}");
    };
    give(&server, &format!("{}\nيُرَحِّبُ المُؤْتَمَرُ بالهجرة الآمنة.", "كلام كثير قبل ذلك. ".repeat(100))).await;
    let is_found = |page: &Value| page["found"] != json!([]);
    let page = until(&server, &pass, "للهجرة مؤتمر", is_found).await;
    let finding = &page["found"][0];
    assert_eq!(finding["place"]["kind"], "document");
    assert_eq!(
        (&finding["place"]["document"], &finding["place"]["language"]),
        (&json!("note"), &json!("ar"))
    );
    assert_eq!(finding["place"]["title"], title);
    assert!(finding["excerpt"].as_str().unwrap().contains("يُرَحِّبُ المُؤْتَمَرُ"), "{finding}");
    assert_eq!(page["found"].as_array().unwrap().len(), 1, "{page}");
    // Title and symbol, of what has no file in that language too.
    assert_eq!(finders_in_papers(&hall, &server, "ESCWA 2021 programme").await, PREPARING);
    assert_eq!(finders_in_papers(&hall, &server, "للهجرة مؤتمر").await, PREPARING);

    desk.done(&json!({"type": "release_document", "document": "note", "release": {"release": "released"}}))
        .await;
    assert_eq!(finders_in_papers(&hall, &server, "للهجرة مؤتمر").await, EVERYBODY);
    let stranger = get(server.address, "/as/0123456789abcdef01/api/search?q=note", &[]).await;
    assert_eq!(stranger.code(), "not_entered");

    // The file that is replaced is found no more, the new one is; and so it is after a restart.
    give(&server, "نص آخر عن التعليم").await;
    until(&server, &pass, "التعليم", is_found).await;
    until(&server, &pass, "للهجرة", |page| !is_found(page)).await;
    server.stop();
    let server = hall.open();
    until(&server, &pass, "التعليم", is_found).await;
    let mut desk = hall.join(&server, "secretariat").await;
    desk.done(&json!({"type": "withdraw_document", "document": "note"})).await;
    assert_eq!(finders_in_papers(&hall, &server, "التعليم").await, [""; 0]);
}

#[tokio::test]
async fn key_messages_are_found_by_who_keeps_the_record_and_by_all_once_they_are_issued_beside_what_is_in_sessions()
 {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "secretariat").await;
    let mut desk = hall.join(&server, "secretariat").await;
    desk.done(&json!({"type": "gather_key_message", "content": {"voice": "stakeholders", "delegation": null,
        "origin": "a consultation", "source": null, "passage": "", "text": {"en": "Un recrutement équitable"},
        "objectives": [], "principles": []}}))
        .await;
    assert_eq!(finders_in_papers(&hall, &server, "recrutement equitable").await, ["secretariat"]);
    desk.done(&json!({"type": "issue_key_messages", "standing": "issued"})).await;
    assert_eq!(finders_in_papers(&hall, &server, "recrutement equitable").await, EVERYBODY);

    desk.say("recrutement, dit dans la salle").await;
    let page = search_all(&server, &pass, "recrutement").await.json();
    assert_eq!(page["found"][0]["place"]["kind"], "key_message", "{page}");
    let sessions = page["sessions"].as_array().unwrap();
    assert_eq!(sessions.len(), 1, "{page}");
    assert_eq!(sessions[0]["session"], "opening");
    assert_eq!(sessions[0]["found"][0]["place"]["kind"], "message");
    let unread =
        get(server.address, &format!("{}api/search?q=", pass.home), &[("cookie", &pass.cookie)]).await;
    assert_eq!(unread.code(), "malformed");
}

#[tokio::test]
async fn an_arabic_pdf_is_found_by_what_it_says_and_its_words_are_counted() {
    let hall = Hall::new();
    let server = hall.open();
    let pass = hall.pass(&server, "secretariat").await;
    let mut desk = hall.join(&server, "secretariat").await;
    desk.done(&json!({"type": "add_document", "document": "pdf", "of": {"of": "conference"},
                      "title": {"ar": "مذكرة"}, "symbol": ""}))
        .await;
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/pdf/chromium-dejavu.pdf");
    let path = format!("{}api/documents/pdf/ar?name=note.pdf", pass.home);
    let file = std::fs::read(file).unwrap();
    let given = call(server.address, "PUT", &path, &[("cookie", &pass.cookie)], &file).await;
    let told = given.json();
    assert_eq!((given.status, &told["kind"]), (200, &json!("pdf")), "{told}");
    assert!(told["words"].as_u64().is_some_and(|words| (60..90).contains(&words)), "{told}");
    // Its letters are forms of letters there, painted from left to right, with signs and ligatures of their own.
    let page = until(&server, &pass, "إعلان مؤتمر", |page| page["found"] != json!([])).await;
    assert_eq!(page["found"][0]["place"]["document"], "pdf");
    let excerpt = page["found"][0]["excerpt"].as_str().unwrap();
    assert!(excerpt.contains("إعلان المؤتمر الإقليمي لاستعراض الاتفاق"), "{excerpt}");
}
