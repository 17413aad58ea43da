//! Hears the keys that a handshake ends with.
//!
//! str0m makes its handshakes with whatever cryptography it is given, and keeps the keys to itself. What is given here
//! is the usual one, with an ear at the place where the keys come out. Only a handshake that is made within
//! [`overheard`] has that ear, so that the keys of one peer are never taken for those of another; they are given out
//! once, and wiped wherever they were.

use std::cell::RefCell;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use str0m::crypto::dtls::{
    DtlsCert, DtlsImplError, DtlsInstance, DtlsOutput, DtlsProvider, DtlsVersion, ProtocolVersion,
    SrtpProfile,
};
use str0m::crypto::{CryptoError, CryptoProvider, from_feature_flags};
use zeroize::Zeroizing;

/// What a handshake has agreed on (RFC 5764 section 4.2).
pub struct Keys {
    /// How packets are encrypted.
    pub profile: SrtpProfile,
    /// The client's key, the server's, the client's salt, the server's.
    pub material: Zeroizing<Vec<u8>>,
    /// Whether we were the client.
    pub as_client: bool,
}

/// The keys of one handshake, to come.
#[derive(Clone, Default)]
pub struct Promised(Arc<Mutex<Option<Keys>>>);

impl Promised {
    /// The keys, once the handshake is done. They are given out once.
    pub fn take(&self) -> Option<Keys> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn keep(&self, keys: Keys) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(keys);
    }
}

thread_local! {
    /// Of the handshakes that this thread has made within [`overheard`]; none outside of it.
    static MADE: RefCell<Option<Vec<Promised>>> = const { RefCell::new(None) };
}

/// The usual cryptography, which tells what keys its handshakes end with.
pub fn cryptography() -> CryptoProvider {
    CryptoProvider { dtls_provider: &Overheard, ..from_feature_flags() }
}

/// Builds a peer, and gives it with the keys that its handshake will end with; nothing if building it made another
/// number of handshakes than one, for then it is not known whose keys would come.
pub fn overheard<T>(build: impl FnOnce() -> T) -> Option<(T, Promised)> {
    MADE.set(Some(Vec::new()));
    let built = build();
    let [promised] = <[Promised; 1]>::try_from(MADE.take()?).ok()?;
    Some((built, promised))
}

#[derive(Debug)]
struct Overheard;

impl DtlsProvider for Overheard {
    fn generate_certificate(&self) -> Option<DtlsCert> {
        from_feature_flags().dtls_provider.generate_certificate()
    }

    fn new_dtls(
        &self,
        certificate: &DtlsCert,
        now: Instant,
        version: DtlsVersion,
        mtu: Option<usize>,
    ) -> Result<Box<dyn DtlsInstance>, CryptoError> {
        let usual = from_feature_flags().dtls_provider.new_dtls(certificate, now, version, mtu)?;
        MADE.with_borrow_mut(|made| {
            let Some(made) = made else { return Ok(usual) };
            let keys = Promised::default();
            made.push(keys.clone());
            Ok(Box::new(Handshake { usual, keys: Some(keys) }) as Box<dyn DtlsInstance>)
        })
    }
}

struct Handshake {
    usual: Box<dyn DtlsInstance>,
    /// None once the keys were heard: they come once.
    keys: Option<Promised>,
}

impl fmt::Debug for Handshake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Keys are nobody's business.
        f.debug_struct("Handshake").finish_non_exhaustive()
    }
}

impl DtlsInstance for Handshake {
    fn poll_output<'a>(&mut self, buffer: &'a mut [u8]) -> DtlsOutput<'a> {
        let output = self.usual.poll_output(buffer);
        if let DtlsOutput::KeyingMaterial(material, profile) = &output
            && let Some(promised) = self.keys.take()
        {
            let (profile, material) = (*profile, Zeroizing::new(material.to_vec()));
            promised.keep(Keys { profile, material, as_client: self.usual.is_active() });
        }
        output
    }

    fn set_active(&mut self, active: bool) {
        self.usual.set_active(active);
    }

    fn handle_packet(&mut self, packet: &[u8]) -> Result<(), DtlsImplError> {
        self.usual.handle_packet(packet)
    }

    fn handle_timeout(&mut self, now: Instant) -> Result<(), DtlsImplError> {
        self.usual.handle_timeout(now)
    }

    fn send_application_data(&mut self, data: &[u8]) -> Result<usize, DtlsImplError> {
        self.usual.send_application_data(data)
    }

    fn is_active(&self) -> bool {
        self.usual.is_active()
    }

    fn protocol_version(&self) -> Option<ProtocolVersion> {
        self.usual.protocol_version()
    }

    fn is_closing(&self) -> bool {
        self.usual.is_closing()
    }

    fn is_closed(&self) -> bool {
        self.usual.is_closed()
    }

    fn close(&mut self) -> Result<(), DtlsImplError> {
        self.usual.close()
    }
}
