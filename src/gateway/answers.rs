//! What all calls and their answers have in common, whichever route takes them: a call names one host, and a refusal
//! says why and what to do, to its caller alone.

use axum::extract::Request;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Version, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::problem::{Refused, nothing_here, problem};
use crate::identity::COOKIE_SECONDS;
use crate::wire::http::ProblemCode;

/// Passes on a call that names one host, and words the refusals that nobody has worded.
pub async fn in_form(call: Request, next: Next) -> Response {
    let answer = match one_host(call.headers(), call.version()) {
        Ok(()) => next.run(call).await,
        Err(refused) => refused.into_response(),
    };
    let is_refusal = answer.status().is_client_error() || answer.status().is_server_error();
    let json = HeaderValue::from_static("application/json");
    if is_refusal && answer.headers().get(header::CONTENT_TYPE) != Some(&json) {
        worded(&answer)
    } else {
        answer
    }
}

/// Two hosts may be one to a proxy and another here (RFC 9112 section 3.2). Calls of HTTP/1.0 need none: so some load
/// balancers ask whether the server is well.
fn one_host(headers: &HeaderMap, version: Version) -> Result<(), Refused> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let named = match hosts.next() {
        None => version == Version::HTTP_10,
        Some(host) => {
            host.to_str().is_ok_and(|host| !host.contains('@') && host.parse::<Authority>().is_ok())
        }
    };
    if named && hosts.next().is_none() {
        return Ok(());
    }
    let remedy = "name one host, as in Host: conference.example.org";
    Err(problem(StatusCode::BAD_REQUEST, ProblemCode::Malformed, remedy))
}

/// The same refusal with a code and a remedy.
fn worded(answer: &Response) -> Response {
    let status = answer.status();
    if status == StatusCode::NOT_FOUND {
        return nothing_here().into_response();
    }
    let (code, remedy) = if status == StatusCode::METHOD_NOT_ALLOWED {
        (ProblemCode::Malformed, "this address takes another method; the header Allow names it")
    } else if status.is_server_error() {
        (ProblemCode::Unavailable, "the server could not answer; try again")
    } else {
        (
            ProblemCode::Malformed,
            "the call is not understood; look at how its address and headers are written",
        )
    };
    let refused = problem(status, code, remedy);
    match answer.headers().get(header::ALLOW) {
        Some(allow) => refused.with(header::ALLOW, allow.clone()).into_response(),
        None => refused.into_response(),
    }
}

/// Has browsers come by HTTPS alone, as long as the cookie is good that they have got by it. Of use only over TLS.
pub async fn by_https(mut answer: Response) -> Response {
    if let Ok(value) = HeaderValue::try_from(format!("max-age={COOKIE_SECONDS}")) {
        answer.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, value);
    }
    answer
}
