//! Hears the keys that a handshake ends with.
//!
//! str0m makes its handshakes with whatever cryptography it is given, and keeps the keys to itself. What is given here
//! is the usual one, with an ear at the place where the keys come out.

use std::cell::Cell;
use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use str0m::crypto::dtls::{
    DtlsCert, DtlsImplError, DtlsInstance, DtlsOutput, DtlsProvider, DtlsVersion, ProtocolVersion,
    SrtpProfile,
};
use str0m::crypto::{CryptoError, CryptoProvider, from_feature_flags};

/// What a handshake has agreed on (RFC 5764 section 4.2).
pub struct Keys {
    /// How packets are encrypted.
    pub profile: SrtpProfile,
    /// The client's key, the server's, the client's salt, the server's.
    pub material: Vec<u8>,
    /// Whether we were the client.
    pub as_client: bool,
}

/// The keys of one handshake, once it is done.
pub type Promised = Arc<OnceLock<Keys>>;

thread_local! {
    /// Of the handshake that this thread has made last.
    static NEWEST: Cell<Option<Promised>> = const { Cell::new(None) };
}

/// The usual cryptography, which tells what keys its handshakes end with.
pub fn cryptography() -> CryptoProvider {
    CryptoProvider { dtls_provider: &Overheard, ..from_feature_flags() }
}

/// The keys of the peer that this thread has just built, to come.
pub fn of_newest() -> Option<Promised> {
    NEWEST.take()
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
        let keys = Promised::default();
        NEWEST.set(Some(Arc::clone(&keys)));
        Ok(Box::new(Handshake { usual, keys }))
    }
}

struct Handshake {
    usual: Box<dyn DtlsInstance>,
    keys: Promised,
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
        if let DtlsOutput::KeyingMaterial(material, profile) = &output {
            let (profile, material) = (*profile, material.to_vec());
            // They come once.
            self.keys.get_or_init(|| Keys { profile, material, as_client: self.usual.is_active() });
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
