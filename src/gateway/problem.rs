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

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let (status, problem) = *self.0;
        (status, Json(problem)).into_response()
    }
}
