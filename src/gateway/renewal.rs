//! Certificates are renewed while the server runs: it looks at their files again now and then, as connections come.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant, SystemTime};

use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;

use super::tls::{TlsFault, certified};

/// How seldom the files are looked at.
const LOOK_EVERY: Duration = Duration::from_secs(60);

/// A certificate and its key, as their files have them.
#[derive(Debug)]
pub struct Renewable {
    cert: PathBuf,
    key: PathBuf,
    held: RwLock<Held>,
}

#[derive(Debug)]
struct Held {
    certified: Arc<CertifiedKey>,
    changed: Changed,
    looked: Instant,
}

/// When the files were last changed, as far as the system tells.
type Changed = [Option<SystemTime>; 2];

impl Renewable {
    /// Reads both files.
    ///
    /// # Errors
    /// The [`TlsFault`] that says what to do.
    pub fn read(cert: PathBuf, key: PathBuf) -> Result<Self, TlsFault> {
        let changed = [&cert, &key].map(changed);
        let held = Held { certified: Arc::new(certified(&cert, &key)?), changed, looked: Instant::now() };
        Ok(Self { cert, key, held: RwLock::new(held) })
    }

    /// The certificate of a connection that comes now. While the files cannot be used, as between the writing of
    /// the one and of the other, the last that could stays.
    fn at(&self, now: Instant) -> Arc<CertifiedKey> {
        let (held, looked) = {
            let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
            (Arc::clone(&held.certified), held.looked)
        };
        if now.saturating_duration_since(looked) < LOOK_EVERY {
            return held;
        }
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        held.looked = now;
        let changed = [&self.cert, &self.key].map(changed);
        if changed != held.changed {
            match certified(&self.cert, &self.key) {
                Ok(renewed) => {
                    (held.certified, held.changed) = (Arc::new(renewed), changed);
                    tracing::info!("the renewed certificate is in use");
                }
                Err(fault) => {
                    tracing::error!(%fault, "the certificate's files have changed and cannot be used")
                }
            }
        }
        Arc::clone(&held.certified)
    }
}

impl ResolvesServerCert for Renewable {
    fn resolve(&self, _hello: ClientHello) -> Option<Arc<CertifiedKey>> {
        Some(self.at(Instant::now()))
    }
}

fn changed(file: &PathBuf) -> Option<SystemTime> {
    fs::metadata(file).and_then(|file| file.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renewed_certificate_is_taken_up_once_both_files_fit() {
        let folder = tempfile::tempdir().unwrap();
        let (cert, key) = (folder.path().join("cert.pem"), folder.path().join("key.pem"));
        let [first, second] =
            [(), ()].map(|()| rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap());
        let began = SystemTime::UNIX_EPOCH;
        let write = |file: &PathBuf, text: String, seconds: u64| {
            fs::write(file, text).unwrap();
            let file = fs::File::options().write(true).open(file).unwrap();
            file.set_modified(began + Duration::from_secs(seconds)).unwrap();
        };
        write(&cert, first.cert.pem(), 1);
        write(&key, first.signing_key.serialize_pem(), 1);
        let renewable = Renewable::read(cert.clone(), key.clone()).unwrap();
        let looked = Instant::now();
        let shown = |minutes: u32| renewable.at(looked + LOOK_EVERY * minutes).cert[0].to_vec();
        let [first_der, second_der] = [&first, &second].map(|made| made.cert.der().to_vec());
        assert_eq!(shown(1), first_der);

        write(&cert, second.cert.pem(), 2);
        assert_eq!(shown(2), first_der, "the key does not fit yet");
        write(&key, second.signing_key.serialize_pem(), 2);
        let soon = renewable.at(looked + LOOK_EVERY * 2 + Duration::from_secs(1));
        assert_eq!(soon.cert[0].to_vec(), first_der, "it is not looked at each connection");
        assert_eq!(shown(3), second_der);

        fs::remove_file(&key).unwrap();
        assert_eq!(shown(4), second_der, "what is held stays");
    }
}
