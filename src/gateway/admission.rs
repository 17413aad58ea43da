//! Who may come in: the personal link, the cookie, the origin of the page.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use url::{Host, Origin, Url};

use super::Gateway;
use super::places::Place;
use super::problem::{Refused, no_session, problem};
use super::rate::Callers;
use crate::identity::{COOKIE_NAME, COOKIE_SECONDS, Identity, LinkId};
use crate::meeting::Meeting;
use crate::room::Room;
use crate::terms::ids::{Moment, PersonId, SessionId};
use crate::wire::http::ProblemCode;

/// Whoever sends the cookie of a link.
///
/// # Errors
/// `not_entered` without a valid cookie for this link.
pub fn recognise(
    identity: &Identity,
    headers: &HeaderMap,
    link: &str,
    now_ms: Moment,
) -> Result<(LinkId, PersonId), Refused> {
    let refused = || {
        let remedy =
            "open your personal link again; if it no longer works, ask the secretariat for a new one";
        problem(StatusCode::UNAUTHORIZED, ProblemCode::NotEntered, remedy)
    };
    let link = LinkId::given(link).ok_or_else(refused)?;
    let values = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut cookies =
        values.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let person = cookies.find_map(|(name, value)| {
        (name == COOKIE_NAME).then(|| identity.recognise(&link, value, now_ms)).flatten()
    });
    person.map(|person| (link, person)).ok_or_else(refused)
}

/// Notes whose the connection of a call is, where the call shows it.
pub async fn known_by_cookie(State(gateway): State<Arc<Gateway>>, call: Request, next: Next) -> Response {
    let home = call.uri().path().strip_prefix("/as/").and_then(|path| path.split_once('/'));
    let link = home.and_then(|(link, _)| LinkId::given(link));
    if let (Some(link), Some(place)) = (link, call.extensions().get::<Arc<Place>>())
        && !place.is_of(&link)
        && recognise(&gateway.identity, call.headers(), link.as_str(), gateway.clock.now_ms()).is_ok()
    {
        place.show(&link);
    }
    next.run(call).await
}

/// As [`recognise`], for what costs more than a look: no faster than anybody may.
///
/// # Errors
/// Those of [`recognise`]; `too_fast`.
pub fn recognise_in_time(gateway: &Gateway, headers: &HeaderMap, link: &str) -> Result<PersonId, Refused> {
    recognise_within(gateway, &gateway.readers, headers, link)
}

/// As [`recognise_in_time`], by an allowance of its own.
///
/// # Errors
/// As there.
pub fn recognise_within(
    gateway: &Gateway,
    callers: &Callers,
    headers: &HeaderMap,
    link: &str,
) -> Result<PersonId, Refused> {
    let now_ms = gateway.clock.now_ms();
    let (_, person) = recognise(&gateway.identity, headers, link, now_ms)?;
    if callers.admit(&person, now_ms) {
        return Ok(person);
    }
    let remedy = "too many calls; wait a moment";
    Err(problem(StatusCode::TOO_MANY_REQUESTS, ProblemCode::TooFast, remedy))
}

/// The room of a session that a call names.
///
/// # Errors
/// `session_unknown` if there is none.
pub fn room_of(gateway: &Gateway, session: &str) -> Result<Room, Refused> {
    let session: Option<SessionId> = session.parse().ok();
    session.and_then(|session| gateway.rooms.room(&session)).ok_or_else(no_session)
}

/// A session as it stands.
///
/// # Errors
/// `unavailable` once its room has ended.
pub async fn meeting_of(room: &Room) -> Result<Meeting, Refused> {
    room.look().await.ok_or_else(|| {
        let remedy = "the server stops; try again later";
        problem(StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Unavailable, remedy)
    })
}

/// Refuses what another site's page sends. Browsers name the origin; programs that are no browser send none.
///
/// # Errors
/// `wrong_origin` if the origin is neither the host that was called nor the server's public address.
pub fn same_origin(gateway: &Gateway, headers: &HeaderMap) -> Result<(), Refused> {
    let mut origins = headers.get_all(header::ORIGIN).iter();
    let Some(origin) = origins.next() else { return Ok(()) };
    let (origin, host) = (origin.to_str().unwrap_or_default(), text(headers, &header::HOST));
    if origins.next().is_none() && is_own(origin, host, gateway.public.as_ref()) {
        return Ok(());
    }
    gateway.operator.wrong_origin(origin, host);
    let remedy = "open the page from the server's own address";
    Err(problem(StatusCode::FORBIDDEN, ProblemCode::WrongOrigin, remedy))
}

/// Whether a page of this origin is the server's own: of the host that it calls, or of the public address. A port that
/// is the scheme's own may be named or not, as proxies like it, and capitals do not count (RFC 6454 section 4).
fn is_own(origin: &str, host: &str, public: Option<&Origin>) -> bool {
    let Ok(page) = Url::parse(origin) else { return false };
    if !matches!(page.scheme(), "http" | "https") {
        return false;
    }
    let called = Url::parse(&format!("{}://{host}", page.scheme()));
    let page = page.origin();
    public == Some(&page) || called.is_ok_and(|called| called.origin() == page)
}

/// Whether a page came by plain HTTP from an address where browsers keep no cookie that is marked for HTTPS only.
pub fn came_by_http(headers: &HeaderMap) -> bool {
    let page = Url::parse(text(headers, &header::ORIGIN));
    page.is_ok_and(|page| page.scheme() == "http" && !is_this_machine(page.host()))
}

/// Browsers trust their own machine without TLS.
fn is_this_machine(host: Option<Host<&str>>) -> bool {
    match host {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// The value of a header that comes once.
pub fn only<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let first = values.next().filter(|_| values.next().is_none());
    first.and_then(|value| value.to_str().ok())
}

/// The value of a header; empty if it is not there, or no text.
pub fn text<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The cookie for a link's home. `secure` where the page came by HTTPS.
pub fn cookie(link: &LinkId, value: &str, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!(
        "{COOKIE_NAME}={value}; Path=/as/{link}/; Max-Age={COOKIE_SECONDS}; HttpOnly; SameSite=Strict{secure}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Origin, host, public address, and whether the page is the server's own.
    const PAGES: [(&str, &str, &str, bool); 22] = [
        ("https://conf.example", "conf.example", "", true),
        ("https://conf.example", "conf.example:443", "", true),
        ("http://conf.example", "conf.example:80", "", true),
        ("https://conf.example:443", "conf.example", "", true),
        ("https://CONF.EXAMPLE", "conf.example", "", true),
        ("https://conf.example", "CONF.EXAMPLE", "", true),
        ("https://conf.example", "127.0.0.1:8400", "https://conf.example", true),
        ("https://conf.example:8443", "conf.example", "https://conf.example:8443/", true),
        ("https://[2001:DB8::1]:8400", "[2001:db8:0::1]:8400", "", true),
        ("http://127.0.0.1:8400", "127.0.0.1:8400", "https://conf.example", true),
        ("https://elsewhere.example", "conf.example", "https://conf.example", false),
        ("null", "conf.example", "https://conf.example", false),
        ("https://conf.example.elsewhere.example", "conf.example", "https://conf.example", false),
        ("https://conf.example:8443", "conf.example:9443", "", false),
        ("https://conf.example:8443", "conf.example", "https://conf.example", false),
        ("http://conf.example", "conf.example:443", "", false),
        ("http://conf.example", "127.0.0.1:8400", "https://conf.example", false),
        ("", "conf.example", "", false),
        ("conf.example", "conf.example", "", false),
        ("blob:https://conf.example/x", "conf.example", "", false),
        ("file://conf.example", "conf.example", "", false),
        ("https://conf.example", "", "", false),
    ];

    #[test]
    fn a_page_of_the_servers_own_address_is_known_however_a_proxy_writes_it() {
        for (origin, host, public, own) in PAGES {
            let public = Url::parse(public).ok().map(|url| url.origin());
            assert_eq!(is_own(origin, host, public.as_ref()), own, "{origin:?} calls {host:?}, {public:?}");
        }
    }

    #[test]
    fn a_page_by_plain_http_is_told_from_one_of_this_machine() {
        let by_http = [
            ("http://192.168.1.20:8400", true),
            ("http://conf.example", true),
            ("https://conf.example", false),
            ("http://localhost:8400", false),
            ("http://127.0.0.1:8400", false),
            ("http://[::1]:8400", false),
            ("null", false),
        ];
        for (origin, by_http) in by_http {
            let mut headers = HeaderMap::new();
            headers.insert(header::ORIGIN, origin.parse().expect("a value"));
            assert_eq!(came_by_http(&headers), by_http, "{origin}");
        }
        assert!(!came_by_http(&HeaderMap::new()));
    }
}
