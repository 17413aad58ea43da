//! A service that turns speech into text, asked over HTTP/1.1 as such services are asked alike.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use std::{fmt, fs, io};

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::client::conn::http1;
use hyper::{Request, StatusCode, header};
use hyper_util::rt::TokioIo;
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use serde::Deserialize;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use url::Url;
use zeroize::Zeroizing;

use crate::terms::ids::Language;

/// The path of what is asked, where an address names none.
const PATH: &str = "/v1/audio/transcriptions";
/// Longest answer that is read, in bytes: a piece holds some twenty words.
const ANSWER_BYTES_MAX: usize = 64 << 10;
/// Longest key, in bytes.
const KEY_BYTES_MAX: u64 = 4 << 10;

/// What tells the service who asks. Shown nowhere.
pub struct Key(Zeroizing<String>);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Key {
    /// Reads the one line of a file.
    ///
    /// # Errors
    /// [`ServiceFault::Key`] where it cannot be read or holds what no head of HTTP can.
    pub fn read(file: &Path) -> Result<Self, ServiceFault> {
        let fault = |reason: String| ServiceFault::Key { file: file.display().to_string(), reason };
        let length = fs::metadata(file).map_err(|error| fault(error.to_string()))?.len();
        if length > KEY_BYTES_MAX {
            return Err(fault(format!("it is longer than {KEY_BYTES_MAX} bytes")));
        }
        let text = Zeroizing::new(fs::read_to_string(file).map_err(|error| fault(error.to_string()))?);
        let key = text.trim();
        if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(fault("it is not one line of letters, digits and signs".to_owned()));
        }
        Ok(Self(Zeroizing::new(key.to_owned())))
    }
}

/// Where a service is, and what it is told with each piece.
#[derive(Debug)]
pub struct Target {
    /// Its address; where it has no path, that which all have is taken.
    pub url: Url,
    /// What tells it who asks, if it wants to know.
    pub key: Option<Key>,
    /// The name of the model.
    pub model: String,
}

/// Why there is no service, or nothing came of a piece.
#[derive(Debug, thiserror::Error)]
pub enum ServiceFault {
    /// The key cannot be read.
    #[error(
        "the key of the captions service cannot be read from {file}: {reason}; name another (--captions-key)"
    )]
    Key {
        /// The file.
        file: String,
        /// What is wrong.
        reason: String,
    },
    /// The address is none of such a service.
    #[error(
        "{0} is no address of a captions service: write it as https://speech.example.org (--captions-from)"
    )]
    Address(String),
    /// The system has no certificates by which a service could be known.
    #[error(
        "this system has no root certificates, by which the captions service could be known: install them"
    )]
    NoRoots,
    /// It was not reached, or broke off.
    #[error("the captions service was not reached: {0}")]
    Unreached(String),
    /// It took too long.
    #[error("the captions service did not answer within {} seconds", .0.as_secs())]
    Late(Duration),
    /// It refused.
    #[error("the captions service answered {0}; see its own log")]
    Refused(StatusCode),
    /// What it answered is not what such services answer.
    #[error("the captions service answered what is no transcription: {0}")]
    Garbled(String),
}

impl From<hyper::Error> for ServiceFault {
    fn from(error: hyper::Error) -> Self {
        Self::Unreached(error.to_string())
    }
}

impl From<io::Error> for ServiceFault {
    fn from(error: io::Error) -> Self {
        Self::Unreached(error.to_string())
    }
}

/// A service.
pub struct Service {
    target: Target,
    host: String,
    port: u16,
    tls: Option<(TlsConnector, ServerName<'static>)>,
}

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Service").field("host", &self.host).field("port", &self.port).finish_non_exhaustive()
    }
}

#[derive(Deserialize)]
struct Transcript {
    text: String,
}

impl Service {
    /// A service at this place. Nothing is sent yet.
    ///
    /// # Errors
    /// The [`ServiceFault`] that says what is wrong with the address, or what the system lacks.
    pub fn at(mut target: Target) -> Result<Self, ServiceFault> {
        let wrong = |url: &Url| ServiceFault::Address(url.to_string());
        let host = target.url.host_str().ok_or_else(|| wrong(&target.url))?.to_owned();
        // An address of IPv6 stands in brackets there.
        let host = host.trim_matches(['[', ']']).to_owned();
        let port = target.url.port_or_known_default().ok_or_else(|| wrong(&target.url))?;
        let tls = match target.url.scheme() {
            "http" => None,
            "https" => {
                let name = ServerName::try_from(host.clone()).map_err(|_| wrong(&target.url))?;
                Some((connector()?, name))
            }
            _other => return Err(wrong(&target.url)),
        };
        if matches!(target.url.path(), "" | "/") {
            target.url.set_path(PATH);
        }
        Ok(Self { target, host, port, tls })
    }

    /// What is said in a piece of Ogg Opus, in a language.
    ///
    /// # Errors
    /// The [`ServiceFault`] for which there is nothing.
    pub async fn transcribe(&self, sound: &[u8], language: &Language) -> Result<String, ServiceFault> {
        let request = self.request(sound, language)?;
        let tcp = TcpStream::connect((self.host.as_str(), self.port)).await?;
        match &self.tls {
            None => asked(tcp, request).await,
            Some((connector, name)) => asked(connector.connect(name.clone(), tcp).await?, request).await,
        }
    }

    fn request(&self, sound: &[u8], language: &Language) -> Result<Request<Full<Bytes>>, ServiceFault> {
        let url = &self.target.url;
        let boundary = boundary()?;
        let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
        let default = url.port().is_none();
        let host = url.host_str().unwrap_or_default();
        let authority = if default { host.to_owned() } else { format!("{host}:{}", self.port) };
        let mut request = Request::post(format!("{}{query}", url.path()))
            .header(header::HOST, authority)
            .header(header::ACCEPT, "application/json")
            .header(header::USER_AGENT, concat!("plenary/", env!("CARGO_PKG_VERSION")))
            .header(header::CONNECTION, "close")
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={boundary}"));
        if let Some(Key(key)) = &self.target.key {
            let bearer = Zeroizing::new(format!("Bearer {}", key.as_str()));
            let mut value = header::HeaderValue::from_str(&bearer)
                .map_err(|_| ServiceFault::Address("the key".to_owned()))?;
            value.set_sensitive(true);
            request = request.header(header::AUTHORIZATION, value);
        }
        let body = form(&boundary, &self.target.model, language, sound);
        request.body(Full::new(Bytes::from(body))).map_err(|error| ServiceFault::Address(error.to_string()))
    }
}

/// What parts the fields of a form: by chance, so that it stands in none of them.
fn boundary() -> Result<String, ServiceFault> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| ServiceFault::Unreached(error.to_string()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The form of RFC 7578.
fn form(boundary: &str, model: &str, language: &Language, sound: &[u8]) -> Vec<u8> {
    let mut body = Vec::with_capacity(sound.len() + 1_024);
    for (name, value) in [("model", model), ("language", language.as_str()), ("response_format", "json")] {
        let field =
            format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(field.as_bytes());
    }
    let head = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"piece.ogg\"\r\nContent-Type: \
         audio/ogg\r\n\r\n"
    );
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(sound);
    body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    body
}

/// Asks over a connection, which is for this alone.
async fn asked(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    request: Request<Full<Bytes>>,
) -> Result<String, ServiceFault> {
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    // It ends with the answer, or when whoever waits for it has given up.
    let carried = tokio::spawn(connection);
    let answered = async {
        let answer = sender.send_request(request).await?;
        let status = answer.status();
        if !status.is_success() {
            return Err(ServiceFault::Refused(status));
        }
        let body = Limited::new(answer.into_body(), ANSWER_BYTES_MAX).collect().await.map_err(|error| {
            if error.is::<LengthLimitError>() {
                ServiceFault::Garbled(format!("it is longer than {ANSWER_BYTES_MAX} bytes"))
            } else {
                ServiceFault::Unreached(error.to_string())
            }
        })?;
        // What it says is somebody's words: the fault tells no more than where they cannot be read.
        let Transcript { text } = serde_json::from_slice(&body.to_bytes()).map_err(|error| {
            ServiceFault::Garbled(format!("line {}, column {}", error.line(), error.column()))
        })?;
        Ok(text)
    };
    let answered = answered.await;
    carried.abort();
    answered
}

/// Knows services by the certificates of the system.
fn connector() -> Result<TlsConnector, ServiceFault> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        return Err(ServiceFault::NoRoots);
    }
    let config = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| ServiceFault::Unreached(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}
