//! Answers that are not a success.

use axum::Json;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::meeting::refusal::Refusal;
use crate::wire::http::{Problem, ProblemCode};

/// A refused call.
#[derive(Debug)]
pub struct Refused(Box<(StatusCode, HeaderMap, Problem)>);

/// A refused call, with the remedy. Nobody keeps it: whoever asks again is answered anew.
pub fn problem(status: StatusCode, code: ProblemCode, remedy: &str) -> Refused {
    debug_assert!(
        code.statuses().contains(&status.as_u16()),
        "{code:?} is told with {status}, which no table names"
    );
    let headers = HeaderMap::from_iter([(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))]);
    Refused(Box::new((status, headers, Problem { code, message: remedy.to_owned() })))
}

/// There is nothing at the address.
pub fn nothing_here() -> Refused {
    let remedy = "there is nothing at this address; look at how it is written";
    problem(StatusCode::NOT_FOUND, ProblemCode::NotFound, remedy)
}

/// The session is unknown, or the person has no role in it: which of the two is not told.
pub fn no_session() -> Refused {
    let remedy = "you have no role in this session; ask the secretariat";
    problem(StatusCode::FORBIDDEN, ProblemCode::SessionUnknown, remedy)
}

/// The meeting does not take what was handed in.
pub fn not_taken(refusal: &Refusal) -> Refused {
    if *refusal == (Refusal::NotInSession {}) {
        return no_session();
    }
    problem(StatusCode::CONFLICT, ProblemCode::NotTaken, &refusal.to_string())
}

/// What is handed in or asked for cannot be stored or read now.
pub fn unavailable() -> Refused {
    let remedy = "the server could not store or find this; try again";
    problem(StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Unavailable, remedy)
}

/// The chat room is unknown, or the person does not read it: which of the two is not told.
pub fn no_room() -> Refused {
    let remedy = "you read no chat room of this name in this session";
    problem(StatusCode::NOT_FOUND, ProblemCode::RoomUnknown, remedy)
}

impl Refused {
    /// With a header that tells more.
    #[must_use]
    pub fn with(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.0.1.insert(name, value);
        self
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let (status, headers, problem) = *self.0;
        (status, headers, Json(problem)).into_response()
    }
}
