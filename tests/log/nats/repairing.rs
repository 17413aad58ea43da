//! A log that got shorter is given back what it lost by the nodes that hold it, once somebody says so.

use futures_util::StreamExt as _;
use plenary::log::{AppendError, Log, LogFault, Lost, Nats, NatsSettings, NewEntry, Part};

use super::failing::{copied, put_back_after};
use super::server::Server;
use crate::engine::{entry, stream, texts, within};

/// Another node of the same conference.
async fn node(server: &Server, of: &Nats) -> Nats {
    let settings = NatsSettings::of(vec![server.url()], of.conference().clone());
    Nats::open(settings).await.unwrap()
}

/// What an operator's own connection hears of the nodes.
async fn lost(operator: &Nats) -> Vec<Lost> {
    within(operator.lost()).await.unwrap()
}

fn personal(text: &str, subject: &str) -> NewEntry {
    let part = Part { subject: subject.to_owned(), body: text.to_owned().into() };
    NewEntry { parts: vec![part], ..entry("said") }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_nodes_hold_is_put_back_and_all_go_on_from_where_they_were() {
    let mut server = Server::start();
    let writer = Nats::open(server.settings()).await.unwrap();
    let reader = node(&server, &writer).await;
    writer.serve_repairs().await.unwrap();
    reader.serve_repairs().await.unwrap();
    writer.append(&stream("a"), 0, vec![entry("kept"), entry("kept")]).await.unwrap();
    let copy = server.folder.path().join("copy");
    server.signal("TERM");
    server.kill();
    copied(&server.store(), &copy);
    server.start_again();
    let large = NewEntry { body: vec![b'x'; 600_000].into(), ..entry("") };
    within(writer.append(&stream("a"), 2, vec![personal("hers", "her"), personal("his", "him")]))
        .await
        .unwrap();
    within(writer.append(&stream("a"), 4, vec![large])).await.unwrap();
    within(writer.erase(&stream("a"), vec!["him".to_owned()])).await.unwrap();
    within(writer.append(&stream("new"), 0, vec![entry("of a stream that goes altogether")])).await.unwrap();
    let before = within(reader.read(&stream("a"), 0, 10)).await.unwrap();
    assert_eq!(before.len(), 5);
    let mut tail = writer.tail(&stream("a")).unwrap();
    put_back_after(&mut server, &copy);
    within(tail.beyond(5)).await;

    let shortened = LogFault::Shortened { stream: stream("a") };
    assert_eq!(within(writer.read(&stream("a"), 0, 10)).await, Err(shortened.clone()));
    assert_eq!(
        within(reader.append(&stream("a"), 5, vec![entry("x")])).await,
        Err(AppendError::Fault(shortened))
    );
    let operator = node(&server, &writer).await;
    let told = lost(&operator).await;
    let of = |name: &str| told.iter().filter(|one| one.stream == name).collect::<Vec<_>>();
    assert_eq!(of("a").len(), 2, "both nodes say so: {told:#?}");
    assert!(of("a").iter().all(|one| (one.ends_at, one.seen_to, &one.why_not) == (2, 5, &None)), "{told:#?}");
    assert_eq!(of("new").len(), 1, "who has never seen it misses nothing: {told:#?}");
    assert_eq!(operator.last(&stream("a")).await, Ok(2), "asking changes nothing");

    // The reader only read, and holds all of it nevertheless.
    let follower = writer.follow(&stream("a"), 5).await;
    assert!(follower.is_err(), "nobody goes on yet");
    for one in [of("a")[0], of("new")[0]] {
        assert_eq!(within(operator.put_back(one)).await, Ok(one.seen_to - one.ends_at));
    }
    for log in [&writer, &reader, &operator] {
        assert_eq!(within(log.read(&stream("a"), 0, 10)).await.as_ref(), Ok(&before));
    }
    assert_eq!(before[3].parts, [], "what was erased stays erased");
    assert_eq!(texts(&operator, &stream("new")).await, ["of a stream that goes altogether"]);
    assert_eq!(within(reader.append(&stream("a"), 5, vec![entry("goes on")])).await, Ok(6));
    // Who waits was woken to learn that it cannot be read, and waits again now that it can.
    assert_eq!(within(writer.read(&stream("a"), 6, 10)).await, Ok(Vec::new()));
    let mut waits = std::pin::pin!(tail.beyond(6));
    assert!(futures_util::poll!(waits.as_mut()).is_pending(), "it does not run hot");
    let mut follower = writer.follow(&stream("a"), 5).await.unwrap();
    assert_eq!(within(follower.next()).await.unwrap().unwrap().seq, 6);
    assert_eq!(lost(&operator).await, [], "nobody misses anything any more");
    // Doing it twice does nothing.
    assert_eq!(within(operator.put_back(of("a")[1])).await, Ok(0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_log_that_went_on_otherwise_is_left_as_it_is_and_so_is_one_that_nobody_holds_all_of() {
    let mut server = Server::start();
    let log = Nats::open(server.settings()).await.unwrap();
    log.serve_repairs().await.unwrap();
    for name in ["a", "b"] {
        log.append(&stream(name), 0, vec![entry("kept")]).await.unwrap();
    }
    let copy = server.folder.path().join("copy");
    server.signal("TERM");
    server.kill();
    copied(&server.store(), &copy);
    server.start_again();
    within(log.append(&stream("a"), 1, vec![entry("lost")])).await.unwrap();
    // More than is kept: the first of it has made room.
    let large = NewEntry { body: vec![b'x'; 1_000_000].into(), ..entry("") };
    for n in 0..6 {
        within(log.append(&stream("b"), 1 + n, vec![large.clone()])).await.unwrap();
    }
    put_back_after(&mut server, &copy);
    // A node that was started only now knows nothing of what is lost.
    let operator = node(&server, &log).await;
    within(operator.append(&stream("a"), 1, vec![entry("otherwise")])).await.unwrap();
    // It answers once it is connected again, which it is when it has found out.
    assert!(within(log.read(&stream("b"), 0, 1)).await.is_err());
    let mut told = lost(&operator).await;
    told.sort_by(|one, other| one.stream.cmp(&other.stream));
    let why = |n: usize| told[n].why_not.clone().unwrap();
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(why(0).contains("went on otherwise since") && why(1).contains("does not hold all"), "{told:#?}");
    for one in &told {
        assert_eq!(within(operator.put_back(one)).await, Err(one.why_not.clone().unwrap()));
    }
    assert_eq!(texts(&operator, &stream("a")).await, ["kept", "otherwise"]);
    assert_eq!(operator.last(&stream("b")).await, Ok(1));
    let shortened = LogFault::Shortened { stream: stream("a") };
    assert_eq!(
        log.read(&stream("a"), 0, 10).await,
        Err(shortened),
        "and nobody who saw more goes on with it"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_question_gets_no_answer() {
    let server = Server::start();
    let log = Nats::open(server.settings()).await.unwrap();
    log.serve_repairs().await.unwrap();
    let client = async_nats::connect(server.url()).await.unwrap();
    let subject = format!("plenary.{}.repairs", log.conference());
    let inbox = client.new_inbox();
    let mut said = client.subscribe(inbox.clone()).await.unwrap();
    for question in ["", "?", "{\"put_back\":{\"node\":\"another\",\"stream\":\"a\"}}", "\"look\""] {
        client.publish_with_reply(subject.clone(), inbox.clone(), question.into()).await.unwrap();
    }
    let first = within(said.next()).await.unwrap();
    assert_eq!(first.payload, "[]", "the first that is one");
    // They are answered in their order, so another answer would have come before.
    client.publish_with_reply(subject, inbox, "\"look\"".into()).await.unwrap();
    assert_eq!(within(said.next()).await.unwrap().payload, "[]");
}
