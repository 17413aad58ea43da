//! What any browser may fetch: the pages of the client, and the server's health.

use crate::http::{call, get};
use crate::process::Hall;

#[tokio::test]
async fn the_server_says_that_it_lives_and_is_ready() {
    let hall = Hall::new();
    let server = hall.open();
    for path in ["/health", "/ready"] {
        assert_eq!(get(server.address, path, &[]).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn the_page_is_served_wherever_a_page_of_the_client_may_be() {
    let hall = Hall::new();
    let server = hall.open();
    for path in
        ["/", "/index.html", "/join", "/as/somebody/", "/as/somebody/opening", "/public/", "/public/opening"]
    {
        let page = get(server.address, path, &[]).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(page.header("content-type").starts_with("text/html"), "{path}: {page:?}");
        let policy = page.header("content-security-policy");
        assert!(
            policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"),
            "{policy}"
        );
        for sound in ["media-src 'self' blob:", "worker-src 'self'"] {
            assert!(policy.contains(sound), "{policy}");
        }
        assert!(page.header("permissions-policy").contains("microphone=(self)"), "{page:?}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("referrer-policy"), "no-referrer");
        assert_eq!(page.header("cache-control"), "no-cache", "a new version is seen at once");
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let hall = Hall::new();
    let server = hall.open();
    for path in ["/favicon.ico", "/assets/none.js", "/../plenary.db", "/api/none", "/plenary.db"] {
        assert_eq!(get(server.address, path, &[]).await.status, 404, "{path}");
    }
    assert_eq!(call(server.address, "DELETE", "/", &[], "").await.status, 405);
}
