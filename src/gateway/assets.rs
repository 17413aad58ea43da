//! The browser client, built into the binary.

use std::sync::LazyLock;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::encoding::Encoding;
use super::noticeboard::holds;
use super::problem::{Refused, nothing_here};

/// A file of the client.
struct Asset {
    /// Path below `/`.
    path: &'static str,
    mime: &'static str,
    /// Differs where the bytes do.
    tag: &'static str,
    plain: &'static [u8],
    /// The same, compressed; empty where that gains nothing.
    gzip: &'static [u8],
    /// The same, compressed with brotli; empty where that gains nothing.
    brotli: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The page of the client.
const PAGE: &str = "index.html";

/// What programs call, at the root or below a link's home.
const CALLED: [&str; 6] = ["api", "ws", "sound", "listen", "health", "ready"];

/// Pages may load and speak to their own server only, and run and wear of what stands within them what the build put there.
/// Recordings of one's own microphone are played from blobs; worklets of sound come from here.
static CONTENT_SECURITY_POLICY: LazyLock<String> = LazyLock::new(|| {
    let page = page();
    format!(
        "default-src 'self'; style-src 'self'{}; script-src 'self'{}; connect-src 'self'; img-src 'self' data:; \
         media-src 'self' blob:; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         object-src 'none'",
        hashes_within(page, "style"),
        hashes_within(page, "script"),
    )
});

/// Pages may ask for the microphone, and for nothing else that browsers guard.
pub const PERMISSIONS_POLICY: &str = "microphone=(self), camera=(), geolocation=(), display-capture=()";

/// The client's own page as it was built.
pub fn page() -> &'static str {
    let page = ASSETS.iter().find(|asset| asset.path == PAGE);
    page.and_then(|page| std::str::from_utf8(page.plain).ok()).unwrap_or_default()
}

/// What stands within a page between tags of this name without attributes, as sources of a content security policy.
pub fn hashes_within(page: &str, tag: &str) -> String {
    let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
    let within = page.split(&open).skip(1).filter_map(|rest| rest.split_once(&close));
    within.map(|(text, _)| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text)))).collect()
}

/// The file at a path; the page itself where a page of the client may be meant.
pub async fn serve(uri: Uri, asked: HeaderMap) -> Result<Response, Refused> {
    let path = uri.path().trim_start_matches('/');
    let file = ASSETS.iter().find(|asset| asset.path == path);
    let page = || ASSETS.iter().find(|asset| asset.path == PAGE);
    let asset = file.or_else(|| may_be_page(path).then(page).flatten());
    asset.map(|asset| asset.answer(&asked)).ok_or_else(nothing_here)
}

/// Whether a page of the client may be meant: not where programs call, whose mistyped addresses are to be told them.
fn may_be_page(path: &str) -> bool {
    let home = path.strip_prefix("as/").and_then(|rest| rest.split_once('/'));
    let below = home.map_or(path, |(_link, below)| below);
    let first = below.trim_start_matches('/').split('/').next().unwrap_or_default();
    !path.contains('.') && !CALLED.iter().any(|called| called.eq_ignore_ascii_case(first))
}

impl Asset {
    /// The bytes in an encoding; empty where they are not kept in it.
    fn bytes(&self, encoding: Encoding) -> &'static [u8] {
        match encoding {
            Encoding::Brotli => self.brotli,
            Encoding::Gzip => self.gzip,
            Encoding::Identity => self.plain,
        }
    }

    fn answer(&self, asked: &HeaderMap) -> Response {
        let encoding = Encoding::best(asked, |encoding| !self.bytes(encoding).is_empty());
        let tag = format!("\"{}-{}\"", self.tag, encoding.name().unwrap_or("plain"));
        // A file below assets/ has its hash in its name, so it never changes; any other is asked about each time, and need
        // not come again.
        let is_lasting = self.path.starts_with("assets/");
        let mut head = vec![
            (header::VARY, "accept-encoding"),
            (
                header::CACHE_CONTROL,
                if is_lasting { "public, max-age=31536000, immutable" } else { "no-cache" },
            ),
        ];
        if !is_lasting {
            head.push((header::ETAG, &tag));
        }
        let is_held = !is_lasting && holds(asked, &tag);
        if !is_held {
            head.push((header::CONTENT_TYPE, self.mime));
            head.push((header::X_CONTENT_TYPE_OPTIONS, "nosniff"));
            head.extend(encoding.name().map(|name| (header::CONTENT_ENCODING, name)));
            // Policies of documents are sent with documents alone: with every file they are a second of a slow line.
            if self.mime.starts_with("text/html") {
                head.push((header::CONTENT_SECURITY_POLICY, &CONTENT_SECURITY_POLICY));
                head.push((HeaderName::from_static("permissions-policy"), PERMISSIONS_POLICY));
                head.push((header::REFERRER_POLICY, "no-referrer"));
            }
        }
        let mut response =
            Response::new(if is_held { Body::empty() } else { Body::from(self.bytes(encoding)) });
        if is_held {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        }
        for (name, value) in head {
            if let Ok(value) = HeaderValue::from_str(value) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_told_from_what_programs_call() {
        for page in
            ["", "join", "as/x", "as/x/", "as/x/session/api", "as/x/session/y/chair", "public/", "public/ws"]
        {
            assert!(may_be_page(page), "{page}");
        }
        for called in ["api", "api/enterr", "API/enter", "as/x/api/lobby/", "as/x/api", "as/x//api/lobby"] {
            assert!(!may_be_page(called), "{called}");
        }
        for called in ["as/x/ws/a/b", "as/x/sound", "listen/a", "health/", "ready/x", "favicon.ico"] {
            assert!(!may_be_page(called), "{called}");
        }
    }
}
