//! Files of pre-recorded statements: what nothing refers to leaves none, whatever became of it.

use std::path::{Path, PathBuf};

use bytes::Bytes;
use plenary::log::{Log as _, Sqlite};
use plenary::terms::clip::named_by;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use crate::client::Client;
use crate::entering::Pass;
use crate::http::{Answer, PATIENCE, call, get};
use crate::prerecorded::{path, statement_of, waits_in};
use crate::process::{Hall, Server};

/// Files of blobs, whole or being taken in, below a data folder.
pub fn files(hall: &Hall) -> Vec<PathBuf> {
    below(&hall.data().join("blobs"))
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in folder.read_dir().into_iter().flatten() {
        let path = entry.unwrap().path();
        found.extend(if path.is_dir() { below(&path) } else { vec![path] });
    }
    found
}

/// Waits until there are so many files.
pub async fn until_files(hall: &Hall, server: &Server, number: usize) {
    let waited = async {
        while files(hall).len() != number {
            assert_eq!(get(server.address, "/health", &[]).await.status, 200);
        }
    };
    let all = tokio::time::timeout(PATIENCE, waited).await;
    assert!(all.is_ok(), "{number} files were waited for: {:?}", files(hall));
}

/// Puts a file that nothing refers to: once it is swept, all others have been looked at.
fn put_nobodys(hall: &Hall) {
    let folder = hall.data().join("blobs/ab");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("ab".repeat(32)), "nobody's").unwrap();
}

async fn hand_in(server: &Server, pass: &Pass, session: &str, request: &str, ogg: &[u8]) -> Answer {
    let path = path(pass, request).replace("/opening/", &format!("/{session}/"));
    call(server.address, "PUT", &path, &[("cookie", &pass.cookie)], ogg).await
}

/// Cedar waits in the opening session, and nothing is handed in yet.
struct Scene {
    hall: Hall,
    server: Server,
    chair: Client,
    cedar: Pass,
    request: String,
}

impl Scene {
    async fn new() -> Self {
        let hall = Hall::new();
        let server = hall.open();
        let (chair, request) = waits_in(&hall, &server, "opening").await;
        let cedar = hall.pass(&server, "cedar-1").await;
        Self { hall, server, chair, cedar, request }
    }

    async fn hands_in(&self, ogg: &[u8]) -> u16 {
        hand_in(&self.server, &self.cedar, "opening", &self.request, ogg).await.status
    }

    async fn until_files(&self, number: usize) {
        until_files(&self.hall, &self.server, number).await;
    }
}

#[tokio::test]
async fn what_is_refused_replaced_or_taken_back_leaves_no_file() {
    let scene = Scene::new().await;
    // Too short; no sound; damaged; nobody's.
    let whole = statement_of(100, 0);
    for (ogg, status) in [(statement_of(20, 0), 409), (b"RIFF".to_vec(), 422), (whole[..900].to_vec(), 422)] {
        assert_eq!(scene.hands_in(&ogg).await, status);
        assert_eq!(files(&scene.hall), Vec::<PathBuf>::new(), "it is gone before the answer");
    }
    let olive = scene.hall.pass(&scene.server, "olive-1").await;
    let refused = hand_in(&scene.server, &olive, "opening", &scene.request, &whole).await;
    assert_eq!((refused.status, files(&scene.hall).len()), (409, 0));

    assert_eq!(scene.hands_in(&whole).await, 200);
    let [first] = &files(&scene.hall)[..] else { panic!("one file: {:?}", files(&scene.hall)) };
    assert_eq!(std::fs::read(first).unwrap(), whole);
    // The same again is no change.
    assert_eq!(scene.hands_in(&whole).await, 200);
    assert_eq!(&files(&scene.hall)[..], std::slice::from_ref(first));
    // Another in its place.
    let other = statement_of(150, 0);
    assert_eq!(scene.hands_in(&other).await, 200);
    scene.until_files(1).await;
    assert_eq!(std::fs::read(&files(&scene.hall)[0]).unwrap(), other);
    let cedar = scene.hall.pass(&scene.server, "cedar-1").await;
    let mut delegate = Client::joined(scene.server.address, &cedar, None).await;
    delegate.done(&json!({"type": "take_back_prerecorded", "request": scene.request})).await;
    scene.until_files(0).await;
}

#[tokio::test]
async fn what_was_heard_is_kept_and_what_an_undone_act_may_bring_back() {
    let mut scene = Scene::new().await;
    assert_eq!(scene.hands_in(&statement_of(100, 0)).await, 200);
    let decline = json!({"type": "decline_request", "request": scene.request, "reason": "late"});
    let act = scene.chair.done(&decline).await;
    assert_eq!(files(&scene.hall).len(), 1, "the act may be undone");
    scene.chair.done(&json!({"type": "undo_act", "act": act["seq"]})).await;
    let play = json!({"type": "play_prerecorded", "request": scene.request, "ending": null});
    scene.chair.done(&play).await;
    scene.chair.until_held(|store| !store.get("floor/floor")["turn"].is_null()).await;
    scene.chair.until_held(|store| store.get("floor/floor")["turn"].is_null()).await;
    scene.server.kill();
    let heard = files(&scene.hall);
    put_nobodys(&scene.hall);
    let server = scene.hall.open();
    until_files(&scene.hall, &server, 1).await;
    assert_eq!(files(&scene.hall), heard, "what was heard is kept");
}

#[tokio::test]
async fn what_two_sessions_refer_to_stays_until_the_last_lets_it_go() {
    let scene = Scene::new().await;
    let (_other_chair, other) = waits_in(&scene.hall, &scene.server, "closing").await;
    let ogg = statement_of(100, 0);
    assert_eq!(scene.hands_in(&ogg).await, 200);
    assert_eq!(hand_in(&scene.server, &scene.cedar, "closing", &other, &ogg).await.status, 200);
    assert_eq!(files(&scene.hall).len(), 1, "the same sound is kept once");
    let mut delegates = Vec::new();
    for session in ["opening", "closing"] {
        delegates.push(Client::joined_in(scene.server.address, &scene.cedar, session).await);
    }
    let [here, there] = &mut delegates[..] else { panic!("two sessions") };
    here.done(&json!({"type": "take_back_prerecorded", "request": scene.request})).await;
    // Another statement that is replaced shows that what the first let go has been looked at.
    assert_eq!(scene.hands_in(&statement_of(150, 0)).await, 200);
    assert_eq!(scene.hands_in(&statement_of(160, 0)).await, 200);
    scene.until_files(2).await;
    let listened = path(&scene.cedar, &other).replace("/opening/", "/closing/");
    let heard = get(scene.server.address, &listened, &[("cookie", &scene.cedar.cookie)]).await;
    assert_eq!((heard.status, heard.bytes), (200, ogg));
    there.done(&json!({"type": "take_back_prerecorded", "request": other})).await;
    scene.until_files(1).await;
}

#[tokio::test]
async fn a_kill_in_the_middle_of_an_upload_leaves_nothing_after_the_next_start() {
    let scene = Scene::new().await;
    let mut upload = TcpStream::connect(scene.server.address).await.unwrap();
    let head = format!(
        "PUT {} HTTP/1.1\r\nhost: a\r\ncookie: {}\r\ncontent-length: 5000000\r\n\r\n",
        path(&scene.cedar, &scene.request),
        scene.cedar.cookie
    );
    upload.write_all(head.as_bytes()).await.unwrap();
    upload.write_all(&statement_of(3_000, 60)).await.unwrap();
    scene.until_files(1).await;
    scene.server.kill();
    assert_eq!(files(&scene.hall).len(), 1);
    // Kept, but killed before the meeting took it.
    let log = Sqlite::open(scene.hall.data()).unwrap();
    let mut incoming = log.blobs().begin().await.unwrap();
    incoming.write(Bytes::from_static(b"nobody's")).await.unwrap();
    incoming.keep().await.unwrap();
    log.close().await;
    let server = scene.hall.open();
    until_files(&scene.hall, &server, 0).await;
    // One that is broken off while the server runs leaves nothing either.
    let mut upload = TcpStream::connect(server.address).await.unwrap();
    upload.write_all(head.as_bytes()).await.unwrap();
    until_files(&scene.hall, &server, 1).await;
    drop(upload);
    until_files(&scene.hall, &server, 0).await;
}

#[tokio::test]
async fn a_folder_of_an_earlier_version_plays_its_clips_and_has_them_as_files_later() {
    let scene = Scene::new().await;
    let ogg = statement_of(100, 0);
    assert_eq!(scene.hands_in(&ogg).await, 200);
    let Scene { hall, server, request, .. } = scene;
    server.stop();
    // As it was kept before: in the database, by its name; and another that nobody refers to.
    let [file] = &files(&hall)[..] else { panic!("one file") };
    let name = format!("clip/{}", file.file_name().unwrap().to_str().unwrap());
    std::fs::remove_dir_all(hall.data().join("blobs")).unwrap();
    let unknown = format!("clip/{}", named_by(&Sha256::digest(b"nobody's").into()));
    let log = Sqlite::open(hall.data()).unwrap();
    log.put_blob(&name, ogg.clone().into()).await.unwrap();
    log.put_blob(&unknown, Bytes::from_static(b"nobody's")).await.unwrap();
    log.close().await;

    let server = hall.open();
    let cedar = hall.pass(&server, "cedar-1").await;
    let heard = get(server.address, &path(&cedar, &request), &[("cookie", &cedar.cookie)]).await;
    assert_eq!((heard.status, heard.bytes), (200, ogg.clone()));
    let read_only = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let database = rusqlite::Connection::open_with_flags(hall.data().join("plenary.db"), read_only).unwrap();
    let clips = || {
        let count = "SELECT count(*) FROM blob WHERE name LIKE 'clip/%'";
        database.query_row(count, [], |row| row.get::<_, i64>(0)).unwrap()
    };
    let moved = async {
        while clips() > 0 {
            assert_eq!(get(server.address, "/health", &[]).await.status, 200);
        }
    };
    tokio::time::timeout(PATIENCE, moved).await.expect("the database has none left");
    until_files(&hall, &server, 1).await;
    assert_eq!(std::fs::read(file).unwrap(), ogg);
}

#[tokio::test]
async fn what_a_session_refers_to_that_the_conference_file_leaves_out_is_kept() {
    let text = std::fs::read_to_string(crate::process::conference()).unwrap();
    let hall = Hall::of(&text);
    let server = hall.open();
    let (_chair, request) = waits_in(&hall, &server, "closing").await;
    let cedar = hall.pass(&server, "cedar-1").await;
    assert_eq!(hand_in(&server, &cedar, "closing", &request, &statement_of(100, 0)).await.status, 200);
    server.stop();
    put_nobodys(&hall);
    let renamed = text.replace("id = \"closing\"", "id = \"afterwards\"");
    hall.revise(&renamed);
    let server = hall.open();
    until_files(&hall, &server, 1).await;
    let (_chair, request) = waits_in(&hall, &server, "opening").await;
    let cedar = hall.pass(&server, "cedar-1").await;
    for frames in [110, 120] {
        let taken = hand_in(&server, &cedar, "opening", &request, &statement_of(frames, 0)).await;
        assert_eq!(taken.status, 200);
    }
    until_files(&hall, &server, 2).await;
}
