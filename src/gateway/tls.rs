//! TLS: the server's certificate, and where calls without it are sent.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware::from_fn;
use axum::response::{IntoResponse as _, Response};
use rustls::ServerConfig;
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::CertifiedKey;
use tokio_rustls::TlsAcceptor;

use super::answers::in_form;
use super::problem::{Refused, problem};
use super::renewal::Renewable;
use crate::wire::http::ProblemCode;

/// Largest file of certificates or of a key, in bytes: a wrong path is told, not read.
const PEM_BYTES_MAX: u64 = 1 << 20;

/// Why the server cannot offer TLS.
#[derive(Debug, thiserror::Error)]
pub enum TlsFault {
    /// Only one of the two files was named.
    #[error("{given} is given without {missing}: name both files, or neither to serve plain HTTP.")]
    Half {
        /// The option that was given.
        given: &'static str,
        /// The option that belongs to it.
        missing: &'static str,
    },
    /// A file cannot be read.
    #[error("{} cannot be read ({reason}): name a readable file with {option}.", file.display())]
    Unreadable {
        /// The option that named it.
        option: &'static str,
        /// The file.
        file: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// A file holds something else.
    #[error("{} holds no {wanted} in PEM: name the file that begins with -----BEGIN … with {option}.", file.display())]
    NotPem {
        /// The option that named it.
        option: &'static str,
        /// The file.
        file: PathBuf,
        /// What was looked for.
        wanted: &'static str,
    },
    /// The key is another certificate's.
    #[error(
        "the key in {} does not belong to the certificate in {}: name the key that it was issued for with --tls-key.",
        key.display(), cert.display()
    )]
    KeyDoesNotMatch {
        /// The certificate's file.
        cert: PathBuf,
        /// The key's file.
        key: PathBuf,
    },
    /// Certificate or key is of a kind that cannot be used.
    #[error("the certificate in {} and its key cannot be used ({reason}): have them issued anew.", cert.display())]
    Unusable {
        /// The certificate's file.
        cert: PathBuf,
        /// What the TLS library said.
        reason: rustls::Error,
    },
}

/// The server's side of TLS: certificate, key, and the keys of tickets by which clients come back faster.
#[derive(Clone)]
pub struct Tls(Arc<ServerConfig>);

impl Tls {
    /// Reads certificate chain and key, as `--tls-cert` and `--tls-key` name them; none if neither is given.
    ///
    /// # Errors
    /// The [`TlsFault`] that says what to do.
    pub fn read(cert: Option<&Path>, key: Option<&Path>) -> Result<Option<Self>, TlsFault> {
        let (cert, key) = match (cert, key) {
            (None, None) => return Ok(None),
            (Some(_), None) => return Err(TlsFault::Half { given: "--tls-cert", missing: "--tls-key" }),
            (None, Some(_)) => return Err(TlsFault::Half { given: "--tls-key", missing: "--tls-cert" }),
            (Some(cert), Some(key)) => (cert, key),
        };
        let renewable = Renewable::read(cert.to_owned(), key.to_owned())?;
        let unusable = |reason| TlsFault::Unusable { cert: cert.to_owned(), reason };
        Self::of(renewable).map(Some).map_err(unusable)
    }

    fn of(renewable: Renewable) -> Result<Self, rustls::Error> {
        let mut config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(renewable));
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        // Thousands come back at once after a broken network: a ticket spares each of them the signature.
        config.ticketer = aws_lc_rs::Ticketer::new()?;
        Ok(Self(Arc::new(config)))
    }

    /// What shakes hands with each connection.
    pub(super) fn acceptor(&self) -> TlsAcceptor {
        TlsAcceptor::from(self.0.clone())
    }
}

/// The certificate chain and its key in these files.
///
/// # Errors
/// The [`TlsFault`] that says what to do.
pub(super) fn certified(cert: &Path, key: &Path) -> Result<CertifiedKey, TlsFault> {
    let (chain, private) = (certificates(cert)?, private_key(key)?);
    CertifiedKey::from_der(chain, private, &aws_lc_rs::default_provider()).map_err(|reason| {
        if matches!(reason, rustls::Error::InconsistentKeys(_)) {
            TlsFault::KeyDoesNotMatch { cert: cert.to_owned(), key: key.to_owned() }
        } else {
            TlsFault::Unusable { cert: cert.to_owned(), reason }
        }
    })
}

fn certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>, TlsFault> {
    let option = "--tls-cert";
    let text = read(file, option)?;
    let chain: Result<Vec<_>, pem::Error> = CertificateDer::pem_slice_iter(&text).collect();
    let not_pem = || TlsFault::NotPem { option, file: file.to_owned(), wanted: "certificate" };
    chain.ok().filter(|chain| !chain.is_empty()).ok_or_else(not_pem)
}

fn private_key(file: &Path) -> Result<PrivateKeyDer<'static>, TlsFault> {
    let option = "--tls-key";
    let text = read(file, option)?;
    let not_pem = |_| TlsFault::NotPem { option, file: file.to_owned(), wanted: "private key" };
    PrivateKeyDer::from_pem_slice(&text).map_err(not_pem)
}

fn read(file: &Path, option: &'static str) -> Result<Vec<u8>, TlsFault> {
    let unreadable = |reason| TlsFault::Unreadable { option, file: file.to_owned(), reason };
    let mut text = Vec::new();
    let opened = File::open(file).map_err(unreadable)?;
    opened.take(PEM_BYTES_MAX + 1).read_to_end(&mut text).map_err(unreadable)?;
    if text.len() as u64 > PEM_BYTES_MAX {
        return Err(unreadable(io::ErrorKind::FileTooLarge.into()));
    }
    Ok(text)
}

/// Answers calls that come without TLS where there is TLS: the same address by HTTPS.
pub(super) fn redirects() -> Router {
    Router::new().fallback(to_https).layer(from_fn(in_form))
}

async fn to_https(uri: Uri, headers: HeaderMap) -> Result<Response, Refused> {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let host = host.and_then(|host| host.parse::<Authority>().ok());
    let path = uri.path_and_query().map(|path| path.as_str()).filter(|path| path.starts_with('/'));
    let there =
        host.and_then(|host| HeaderValue::try_from(format!("https://{host}{}", path.unwrap_or("/"))).ok());
    let there = there.ok_or_else(|| {
        let remedy = "call the server by https://";
        problem(StatusCode::BAD_REQUEST, ProblemCode::Malformed, remedy)
    })?;
    Ok((StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, there)]).into_response())
}
