//! Answers that are not a success.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::wire::http::{Problem, ProblemCode};

/// A refused call.
#[derive(Debug)]
pub struct Refused(Box<(StatusCode, Problem)>);

/// A refused call, with the remedy.
pub fn problem(status: StatusCode, code: ProblemCode, remedy: &str) -> Refused {
    Refused(Box::new((status, Problem { code, message: remedy.to_owned() })))
}

/// The session is unknown, or the person has no role in it: which of the two is not told.
pub fn no_session() -> Refused {
    let remedy = "you have no role in this session; ask the secretariat";
    problem(StatusCode::FORBIDDEN, ProblemCode::SessionUnknown, remedy)
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let (status, problem) = *self.0;
        (status, Json(problem)).into_response()
    }
}
