//! A scanner for viruses that files are shown to before they are kept: clamd, or whatever speaks its protocol. It is asked by
//! `INSTREAM` (clamd(8)), over TCP or a socket of this machine.

use std::fs::File;
use std::io::{Seek as _, SeekFrom};
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use clamav_client::tokio::{Socket, Tcp, scan_stream};
use tokio_util::io::ReaderStream;

/// How long it may take to look through a file; clamd itself gives up after two minutes (`MaxScanTime`).
const WITHIN: Duration = Duration::from_secs(120);
/// Bytes of one part of what it is sent.
const PART: usize = 64 << 10;

/// Where a scanner is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scanner {
    /// Host and port.
    Tcp(String),
    /// A socket in the file system.
    Socket(PathBuf),
}

/// Why a file is not kept.
#[derive(Debug, thiserror::Error)]
pub enum NotClean {
    /// The scanner found something in it, which it calls this.
    #[error("{0}")]
    Found(String),
    /// The scanner could not be asked, or did not look through it.
    #[error("the scanner did not look through a file: {0}")]
    Unlooked(String),
}

impl FromStr for Scanner {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(path) = text.strip_prefix("unix:").filter(|path| path.starts_with('/')) {
            return Ok(Self::Socket(path.into()));
        }
        match text.rsplit_once(':') {
            Some((host, port)) if !host.is_empty() && port.parse::<u16>().is_ok() => {
                Ok(Self::Tcp(text.to_owned()))
            }
            _other => Err("write it as host:3310, or unix:/run/clamav/clamd.ctl".to_owned()),
        }
    }
}

impl Scanner {
    /// Shows it a file from its beginning.
    ///
    /// # Errors
    /// Why the file is not to be kept: also where nobody has looked.
    pub async fn look(&self, mut file: File) -> Result<(), NotClean> {
        let unlooked = |fault: &dyn std::fmt::Display| NotClean::Unlooked(fault.to_string());
        file.seek(SeekFrom::Start(0)).map_err(|fault| unlooked(&fault))?;
        let parts = ReaderStream::with_capacity(tokio::fs::File::from_std(file), PART);
        let asked = async {
            match self {
                Self::Tcp(address) => {
                    scan_stream(parts, Tcp { host_address: address.as_str() }, Some(PART)).await
                }
                Self::Socket(path) => scan_stream(parts, Socket { socket_path: path }, Some(PART)).await,
            }
        };
        let answer = tokio::time::timeout(WITHIN, asked).await;
        let answer = answer.map_err(|_| unlooked(&format!("no answer within {} s", WITHIN.as_secs())))?;
        told(&answer.map_err(|fault| unlooked(&fault))?)
    }
}

/// What an answer says. Whatever is not plainly "OK" is no consent.
fn told(answer: &[u8]) -> Result<(), NotClean> {
    let answer = String::from_utf8_lossy(answer);
    let answer = answer.trim_end_matches(['\0', '\n']);
    match answer.strip_prefix("stream: ") {
        Some("OK") => Ok(()),
        Some(found) if found.ends_with(" FOUND") => {
            let name = found.trim_end_matches(" FOUND");
            Err(NotClean::Found(name.chars().filter(|c| !c.is_control()).take(100).collect()))
        }
        _other => Err(NotClean::Unlooked(answer.chars().take(200).collect())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_address_is_a_host_with_a_port_or_a_socket() {
        let read = |text: &str| text.parse::<Scanner>().ok();
        assert_eq!(read("127.0.0.1:3310"), Some(Scanner::Tcp("127.0.0.1:3310".to_owned())));
        assert_eq!(read("clamd:3310"), Some(Scanner::Tcp("clamd:3310".to_owned())));
        assert_eq!(read("[::1]:3310"), Some(Scanner::Tcp("[::1]:3310".to_owned())));
        assert_eq!(read("unix:/run/clamd.ctl"), Some(Scanner::Socket("/run/clamd.ctl".into())));
        for wrong in ["", "clamd", ":3310", "clamd:port", "clamd:99999", "unix:clamd.ctl", "unix:"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_what_is_plainly_clean_is_taken() {
        assert!(told(b"stream: OK\0").is_ok());
        assert!(
            matches!(told(b"stream: Eicar-Test-Signature FOUND\0"), Err(NotClean::Found(name)) if name == "Eicar-Test-Signature")
        );
        let others: [&[u8]; 6] = [
            b"",
            b"OK",
            b"stream: ",
            b"stream: not OK",
            b"INSTREAM size limit exceeded. ERROR\0",
            b"stream: OK\0stream: Other FOUND\0",
        ];
        for other in others {
            let unclean = told(other);
            assert!(unclean.is_err(), "{other:?}");
            assert!(!matches!(unclean, Err(NotClean::Found(name)) if name.is_empty()));
        }
    }
}
