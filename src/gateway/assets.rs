//! The browser client, built into the binary.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

/// A file of the client.
struct Asset {
    /// Path below `/`.
    path: &'static str,
    mime: &'static str,
    bytes: &'static [u8],
    /// The same, compressed with brotli; empty where that gains nothing.
    brotli: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// Pages may load and speak to their own server only.
/// Recordings of one's own microphone are played from blobs; worklets of sound come from here.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; connect-src 'self'; img-src 'self' data:; \
     media-src 'self' blob:; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

/// Pages may ask for the microphone, and for nothing else that browsers guard.
const PERMISSIONS_POLICY: &str = "microphone=(self), camera=(), geolocation=(), display-capture=()";

/// The file at a path; the page itself where a page of the client may be meant.
pub async fn serve(uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    let file = ASSETS.iter().find(|asset| asset.path == path);
    let page = || ASSETS.iter().find(|asset| asset.path == "index.html");
    let is_page = file.is_none() && !path.contains('.') && !path.starts_with("api/");
    match file.or_else(|| is_page.then(page).flatten()) {
        Some(asset) => answer(asset, &headers),
        None => (StatusCode::NOT_FOUND, "not found\n").into_response(),
    }
}

fn answer(asset: &Asset, headers: &HeaderMap) -> Response {
    let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    let brotli = !asset.brotli.is_empty() && accepts.split(',').any(|one| one.trim().starts_with("br"));
    // A file below assets/ has its hash in its name, so it never changes.
    let hashed = asset.path.starts_with("assets/");
    let mut response = Response::new(Body::from(if brotli { asset.brotli } else { asset.bytes }));
    let set = [
        (header::CONTENT_TYPE, Some(asset.mime)),
        (
            header::CACHE_CONTROL,
            Some(if hashed { "public, max-age=31536000, immutable" } else { "no-cache" }),
        ),
        (header::VARY, Some("accept-encoding")),
        (header::CONTENT_ENCODING, brotli.then_some("br")),
        (header::CONTENT_SECURITY_POLICY, Some(CONTENT_SECURITY_POLICY)),
        (HeaderName::from_static("permissions-policy"), Some(PERMISSIONS_POLICY)),
        (header::X_CONTENT_TYPE_OPTIONS, Some("nosniff")),
        (header::REFERRER_POLICY, Some("no-referrer")),
    ];
    for (name, value) in set {
        if let Some(value) = value {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
    }
    response
}
