//! What the pages weigh on the wire: each file asked for as a browser does, beside the budgets for a slow line.

use std::collections::BTreeSet;
use std::io::Read as _;

use flate2::read::GzDecoder;

use crate::http::{Answer, get};
use crate::process::{Hall, Server};
use crate::public_sound::public_hall;
use crate::tls::Sealed;

/// What browsers take by HTTPS, and by plain HTTP.
const BY_HTTPS: &str = "gzip, deflate, br, zstd";
const BY_HTTP: &str = "gzip, deflate";

/// Most that a page may weigh in kB of 1,000 with its heads, by HTTPS and, where brotli is not to be had, by HTTP.
struct Budget {
    what: &'static str,
    by_https: usize,
    by_http: usize,
}
/// The page, its script and its style, without words and fonts.
const FIRST: Budget = Budget { what: "the first page", by_https: 40, by_http: 45 };
const ROOM_SCRIPTS: Budget = Budget { what: "the session room's scripts", by_https: 81, by_http: 91 };
const ROOM_STYLES: Budget = Budget { what: "the session room's styles", by_https: 13, by_http: 14 };

/// Files that a text names in one of these ways.
fn named(text: &str, before: &str, ending: &str) -> BTreeSet<String> {
    let names = text.split(before).skip(1).filter_map(|rest| rest.split(['"', '`', '\'']).next());
    names.filter(|name| name.ends_with(ending)).map(|name| format!("/assets/{name}")).collect()
}

/// Files and all that they import at once.
async fn closure(server: &Server, mut wanted: BTreeSet<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    while let Some(path) = wanted.pop_first() {
        if found.insert(path.clone()) {
            let text = get(server.address, &path, &[]).await.body;
            for import in ["from\"./", "import\"./"] {
                wanted.extend(named(&text, import, ".js"));
            }
        }
    }
    found
}

/// Bytes of an answer as it came, and that its head is true.
fn weight(answer: &Answer, path: &str, encoding: &str) -> usize {
    assert_eq!(answer.status, 200, "{path}");
    assert_eq!(answer.header("content-length"), answer.bytes.len().to_string(), "{path}");
    assert_eq!(answer.header("vary"), "accept-encoding", "{path}");
    assert_eq!(answer.header("content-encoding"), encoding, "{path}");
    let head: usize = answer.headers.iter().map(|(name, value)| name.len() + value.len() + 4).sum();
    head + answer.bytes.len() + "HTTP/1.1 200 OK\r\n\r\n".len()
}

impl Budget {
    /// Asks for all of these as browsers do, and holds the sum against the budget.
    async fn hold(&self, open: &Server, sealed: &Sealed, paths: &BTreeSet<String>) {
        assert!(!paths.is_empty(), "{} is somewhere", self.what);
        let (mut by_https, mut by_http) = (0, 0);
        for path in paths {
            let plain = get(open.address, path, &[]).await;
            let encoded = |encoding| if plain.bytes.len() < 200 { "" } else { encoding };
            let answer = sealed.call("GET", path, &[("accept-encoding", BY_HTTPS)], "").await;
            by_https += weight(&answer, path, encoded("br"));
            let answer = get(open.address, path, &[("accept-encoding", BY_HTTP)]).await;
            by_http += weight(&answer, path, encoded("gzip"));
            assert!(answer.bytes.len() <= plain.bytes.len(), "{path} gains by it");
        }
        let told = format!("{}: {by_https} bytes by HTTPS, {by_http} by HTTP, in {paths:?}", self.what);
        println!("{told}");
        assert!(by_https <= self.by_https * 1_000 && by_http <= self.by_http * 1_000, "{told}");
    }
}

#[tokio::test]
async fn pages_come_within_their_budgets_as_browsers_ask_for_them() {
    let hall = Hall::new();
    let (open, sealed) = (hall.open(), Sealed::open());
    let page = get(open.address, "/join", &[]).await.body;
    let scripts = closure(&open, named(&page, "src=\"/assets/", ".js")).await;
    let styles = named(&page, "href=\"/assets/", ".css");
    let mut first: BTreeSet<_> = scripts.union(&styles).cloned().collect();
    first.insert("/join".to_owned());
    FIRST.hold(&open, &sealed, &first).await;

    let mut entered = String::new();
    for path in &scripts {
        entered += &get(open.address, path, &[]).await.body;
    }
    let room: BTreeSet<_> =
        named(&entered, "\"./", ".js").into_iter().chain(named(&entered, "`./", ".js")).collect();
    let room = room.into_iter().filter(|path| path.starts_with("/assets/Session-")).collect();
    let room = closure(&open, room).await;
    let scripts: BTreeSet<_> = scripts.union(&room).cloned().collect();
    ROOM_SCRIPTS.hold(&open, &sealed, &scripts).await;
    // Each chunk has its style beside it under its own name; which those are, the first page's script knows.
    let chunks: BTreeSet<_> = room.iter().filter_map(|path| path.split('-').next()).collect();
    let known = named(&entered, "\"assets/", ".css").into_iter().chain(named(&entered, "`assets/", ".css"));
    let own = known.filter(|path| path.split('-').next().is_some_and(|chunk| chunks.contains(chunk)));
    let styles: BTreeSet<_> = styles.into_iter().chain(own).collect();
    assert!(styles.len() > 1, "the room has a style of its own: {styles:?}");
    ROOM_STYLES.hold(&open, &sealed, &styles).await;
}

#[tokio::test]
async fn what_a_browser_holds_of_the_page_does_not_come_again() {
    let hall = Hall::new();
    let server = hall.open();
    for (accept, encoding) in [(BY_HTTPS, "br"), (BY_HTTP, "gzip"), ("identity", "")] {
        let page = get(server.address, "/join", &[("accept-encoding", accept)]).await;
        assert_eq!((page.status, page.header("content-encoding")), (200, encoding));
        let tag = page.header("etag").to_owned();
        let asked = [("accept-encoding", accept), ("if-none-match", &*tag)];
        let again = get(server.address, "/join", &asked).await;
        assert_eq!((again.status, again.bytes.len(), again.header("etag")), (304, 0, &*tag), "the same page");
        // Bytes of another encoding are other bytes.
        let asked = [("accept-encoding", "gzip;q=0, br;q=0"), ("if-none-match", &*tag)];
        let other = get(server.address, "/join", &asked).await;
        assert_eq!(other.status == 304, encoding.is_empty(), "{other:?}");
    }
}

#[tokio::test]
async fn a_file_with_its_hash_in_its_name_is_kept_for_good() {
    let hall = Hall::new();
    let server = hall.open();
    let page = get(server.address, "/join", &[]).await.body;
    let mut kinds = 0;
    for path in named(&page, "=\"/assets/", "") {
        let file = get(server.address, &path, &[]).await;
        assert_eq!(file.header("cache-control"), "public, max-age=31536000, immutable", "{path}");
        assert_eq!(file.header("x-content-type-options"), "nosniff", "{path}");
        kinds += 1;
    }
    assert!(kinds >= 3, "script, style and sign: {page}");
}

/// What a call to this path says, asked for as browsers by HTTP do and as it is: the first is the second, and smaller.
async fn compressed(server: &Server, path: &str, more: &[(&str, &str)]) -> Answer {
    let asked = [&[("accept-encoding", BY_HTTP)], more].concat();
    let answer = get(server.address, path, &asked).await;
    assert_eq!((answer.status, answer.header("content-encoding")), (200, "gzip"), "{path}: {answer:?}");
    assert!(answer.header("vary").starts_with("accept-encoding"), "{path}: {answer:?}");
    let mut said = String::new();
    GzDecoder::new(&*answer.bytes).read_to_string(&mut said).unwrap();
    let plain = get(server.address, path, &[&[("accept-encoding", "identity")], more].concat()).await;
    assert_eq!(plain.header("content-encoding"), "", "{path}");
    assert_eq!(said.len(), plain.body.len(), "{path}");
    assert!(answer.bytes.len() * 2 < said.len(), "{path}: {} of {}", answer.bytes.len(), said.len());
    answer
}

#[tokio::test]
async fn what_is_written_as_it_is_asked_for_comes_compressed_and_secrets_do_not() {
    let (hall, server) = public_hall();
    let pass = hall.pass(&server, "secretariat").await;
    let cookie = [("cookie", &*pass.cookie)];
    compressed(&server, &format!("{}api/lobby", pass.home), &cookie).await;
    for path in ["/api/public", "/api/public/opening", "/public/", "/public/opening"] {
        let answer = compressed(&server, path, &[]).await;
        // It is kept under a tag of its own.
        let tag = answer.header("etag");
        let again = get(server.address, path, &[("accept-encoding", BY_HTTP), ("if-none-match", tag)]).await;
        assert_eq!((again.status, again.header("etag")), (304, tag), "{path}");
        let plain = get(server.address, path, &[("if-none-match", tag)]).await;
        assert_eq!(plain.status, 200, "{path}: bytes of another encoding are other bytes");
    }
    let links = format!("{}api/links/opening", pass.home);
    let links = get(server.address, &links, &[("accept-encoding", BY_HTTPS), cookie[0]]).await;
    assert_eq!((links.status, links.header("content-encoding")), (200, ""));
}
