//! Documents over real sockets: given, held, released, under embargo, withdrawn; who reads them; what is not taken.

use std::io::{Cursor, Write as _};
use std::path::Path;
use std::time::UNIX_EPOCH;

use plenary::papers::FILE_BYTES_MAX;
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::client::Client;
use crate::entering::Pass;
use crate::http::{Answer, call, get};
use crate::process::{Hall, Server};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n";

fn path(pass: &Pass, language: &str) -> String {
    format!("{}api/documents/agenda/{language}", pass.home)
}

async fn give(server: &Server, pass: &Pass, name: &str, bytes: &[u8]) -> Answer {
    let path = format!("{}?name={name}", path(pass, "en"));
    call(server.address, "PUT", &path, &[("cookie", &pass.cookie)], bytes).await
}

async fn read(server: &Server, pass: &Pass) -> Answer {
    get(server.address, &path(pass, "en"), &[("cookie", &pass.cookie)]).await
}

/// The secretariat, in whose session the document is entered.
async fn desk(hall: &Hall, server: &Server) -> (Client, Pass) {
    let pass = hall.pass(server, "secretariat").await;
    let mut desk = Client::joined_in(server.address, &pass, "opening").await;
    let add = json!({"type": "add_document", "document": "agenda", "of": {"of": "conference"},
                     "title": {"en": "Agenda"}, "symbol": ""});
    desk.done(&add).await;
    (desk, pass)
}

fn release(release: Value) -> Value {
    json!({"type": "release_document", "document": "agenda", "release": release})
}

/// Who reads the document now, of these.
async fn readers<'a>(hall: &Hall, server: &Server, people: &[&'a str]) -> Vec<&'a str> {
    let mut readers = Vec::new();
    for who in people {
        let answer = read(server, &hall.pass(server, who).await).await;
        match answer.status {
            200 => readers.push(*who),
            _ => assert_eq!(answer.code(), "document_unknown", "{who}"),
        }
    }
    readers
}

const PEOPLE: [&str; 7] =
    ["chair", "secretariat", "interpreter-1", "cedar-1", "palm-1", "observer-1", "observer-2"];

#[tokio::test]
async fn a_document_is_the_staffs_until_it_is_released_and_survives_a_restart() {
    let hall = Hall::new();
    let server = hall.open();
    let (mut desk, pass) = desk(&hall, &server).await;
    let given = give(&server, &pass, "agenda%20final.pdf", PDF).await;
    assert_eq!((given.status, given.json()), (200, json!({"kind": "pdf", "words": null})));
    assert_eq!(readers(&hall, &server, &PEOPLE).await, ["chair", "secretariat", "interpreter-1"]);
    desk.done(&release(json!({"release": "released"}))).await;
    assert_eq!(readers(&hall, &server, &PEOPLE).await, PEOPLE);
    // Replaced by a text; then the server starts again and looks through its blobs.
    let text = "شكراً سيدي الرئيس".as_bytes();
    assert_eq!(give(&server, &pass, "a.txt", text).await.json(), json!({"kind": "text", "words": 3}));
    drop(desk);
    drop(server);
    let server = hall.open();
    // What was replaced is kept, and is the staff's.
    for (who, query, status) in [
        ("secretariat", "version=1", 200),
        ("interpreter-1", "version=2", 200),
        ("secretariat", "version=0", 404),
        ("secretariat", "version=3", 404),
        ("secretariat", "version=x", 404),
        ("secretariat", "other=1", 404),
        ("olive-1", "version=1", 404),
    ] {
        let pass = hall.pass(&server, who).await;
        let path = format!("{}?{query}", path(&pass, "en"));
        let answer = get(server.address, &path, &[("cookie", &pass.cookie)]).await;
        assert_eq!(answer.status, status, "{who} {query}");
        if query == "version=1" && status == 200 {
            assert_eq!(answer.bytes, PDF);
        }
    }
    let olive = hall.pass(&server, "olive-1").await;
    let answer = read(&server, &olive).await;
    assert_eq!((answer.status, answer.body.as_bytes()), (200, text));
    let nobody = get(server.address, &path(&olive, "en"), &[]).await;
    assert_eq!((nobody.status, nobody.code().as_str()), (401, "not_entered"));
    let missing = get(server.address, &path(&olive, "ar"), &[("cookie", &olive.cookie)]).await;
    assert_eq!(missing.code(), "document_unknown");
    let mut desk =
        Client::joined_in(server.address, &hall.pass(&server, "secretariat").await, "opening").await;
    desk.done(&json!({"type": "withdraw_document", "document": "agenda"})).await;
    assert_eq!(readers(&hall, &server, &PEOPLE).await, Vec::<&str>::new());
}

#[tokio::test]
async fn what_is_read_is_kept_as_a_file_and_never_opened_as_a_page() {
    let hall = Hall::new();
    let server = hall.open();
    let (_desk, pass) = desk(&hall, &server).await;
    assert_eq!(give(&server, &pass, "..%2Fetc%2F%D8%AC%D8%AF%D9%88%D9%84.pdf", PDF).await.status, 200);
    let answer = read(&server, &pass).await;
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename*=UTF-8''%D8%AC%D8%AF%D9%88%D9%84.pdf"
    );
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(
        (answer.header("content-type"), answer.header("cache-control")),
        ("application/pdf", "no-store")
    );
    let part = [("cookie", pass.cookie.as_str()), ("range", "bytes=0-3")];
    let part = get(server.address, &path(&pass, "en"), &part).await;
    assert_eq!((part.status, part.body.as_str()), (206, "%PDF"));
}

#[tokio::test]
async fn what_a_file_says_is_read_as_text_by_those_who_may_read_the_file() {
    let hall = Hall::new();
    let server = hall.open();
    let (mut desk, pass) = desk(&hall, &server).await;
    let said = async |pass: &Pass| {
        let path = format!("{}/text", path(pass, "en"));
        get(server.address, &path, &[("cookie", &pass.cookie)]).await
    };
    assert_eq!(said(&pass).await.code(), "document_unknown");
    let word = r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
        <w:p><w:r><w:t>مشروع جدول الأعمال</w:t></w:r></w:p><w:p><w:r><w:t>Draft agenda</w:t></w:r></w:p>
        </w:body></w:document>"#;
    assert_eq!(
        give(&server, &pass, "a.docx", &zipped("word/document.xml", word.as_bytes())).await.status,
        200
    );
    for who in PEOPLE {
        let answer = said(&hall.pass(&server, who).await).await;
        if ["chair", "secretariat", "interpreter-1"].contains(&who) {
            let lines = "مشروع جدول الأعمال\nDraft agenda";
            assert_eq!((answer.status, answer.body.as_str()), (200, lines), "{who}");
        } else {
            assert_eq!((answer.status, answer.code().as_str()), (404, "document_unknown"), "{who}");
        }
    }
    desk.done(&release(json!({"release": "released"}))).await;
    for who in PEOPLE {
        let answer = said(&hall.pass(&server, who).await).await;
        assert_eq!(answer.status, 200, "{who}");
    }
    let nobody = get(server.address, &format!("{}/text", path(&pass, "en")), &[]).await;
    assert_eq!((nobody.status, nobody.code().as_str()), (401, "not_entered"));

    // A PDF in the order in which it is read; what it is called is not taken for what it is.
    let arabic = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/pdf/chromium-dejavu.pdf");
    assert_eq!(give(&server, &pass, "a.html", &std::fs::read(arabic).unwrap()).await.status, 200);
    let answer = said(&pass).await;
    assert!(answer.body.contains("إعلان المؤتمر الإقليمي لاستعراض الاتفاق"), "{}", answer.body);
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("content-security-policy"), "default-src 'none'; sandbox");
    // Of pictures of pages there is none, and it is said so.
    assert_eq!(give(&server, &pass, "a.pdf", PDF).await.status, 200);
    let answer = said(&pass).await;
    assert_eq!((answer.status, answer.code().as_str()), (404, "text_unknown"));
    assert!(answer.body.contains("its pages may be pictures"), "{}", answer.body);
}

#[tokio::test]
async fn an_embargo_ends_by_itself() {
    let hall = Hall::new();
    let server = hall.open();
    let (mut desk, pass) = desk(&hall, &server).await;
    assert_eq!(give(&server, &pass, "agenda.pdf", PDF).await.status, 200);
    let olive = hall.pass(&server, "olive-1").await;
    let now_ms = i64::try_from(UNIX_EPOCH.elapsed().unwrap().as_millis()).unwrap();
    desk.done(&release(json!({"release": "embargo", "until_ms": now_ms + 3_600_000}))).await;
    assert_eq!(read(&server, &olive).await.code(), "document_unknown");
    desk.done(&release(json!({"release": "embargo", "until_ms": now_ms + 1}))).await;
    // It is over: the lobby is told, and the file is there.
    let mut lobby = Client::joined_in_lobby(server.address, &olive, None).await;
    lobby.until_held(|store| store.any("document/agenda").is_some()).await;
    assert_eq!(read(&server, &olive).await.status, 200);
}

#[tokio::test]
async fn what_is_no_document_is_refused_with_the_reason_and_leaves_nothing() {
    let hall = Hall::new();
    let server = hall.open();
    let (mut desk, pass) = desk(&hall, &server).await;
    let large = [&b"<a>"[..], &vec![b' '; 17 << 20]].concat();
    for (bytes, remedy) in [
        (b"\x7fELF\x02\x01\x01\x00".to_vec(), "neither PDF nor DOCX nor plain text"),
        (zipped("xl/workbook.xml", b"<a/>"), "neither PDF nor DOCX nor plain text"),
        (zipped("word/document.xml", b"<a"), "is damaged"),
        (zipped("word/document.xml", &large), "unpacks to more than 16 MiB"),
    ] {
        let refused = give(&server, &pass, "a.pdf", &bytes).await;
        assert_eq!((refused.status, refused.code().as_str()), (422, "not_paper"));
        assert!(refused.body.contains(remedy), "{}", refused.body);
    }
    let refused = give(&server, &pass, "a.pdf", &[PDF, &vec![b' '; FILE_BYTES_MAX]].concat()).await;
    assert_eq!((refused.status, refused.code().as_str()), (413, "not_paper"));
    for name in ["", "%0A", &"x".repeat(201)] {
        assert_eq!(give(&server, &pass, name, PDF).await.code(), "malformed", "{name}");
    }
    for who in ["chair", "cedar-1", "observer-1"] {
        let refused = give(&server, &hall.pass(&server, who).await, "a.pdf", PDF).await;
        assert_eq!((refused.status, refused.code().as_str()), (404, "document_unknown"), "{who}");
    }
    let refused = desk.refused(&release(json!({"release": "released"}))).await;
    assert_eq!(refused["code"], "no_file");
    assert_eq!(files(&hall.data().join("blobs")), 0, "nothing of what was refused is kept");
}

/// A package with one part.
fn zipped(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [("[Content_Types].xml", &b"<Types/>"[..]), (name, bytes)] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// How many files lie below a folder.
fn files(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { files(&path) } else { 1 }).sum()
}
