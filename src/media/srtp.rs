//! Makes the packets of a listener's sound: SRTP by RFC 3711 and RFC 7714.
//!
//! A whole peer looks through all it has for each packet that it sends, and that costs more than encrypting and sending
//! together. A listener needs a head, its own key and nothing else: no resending, no pacing, no reports.

use str0m::crypto::dtls::SrtpProfile;
use str0m::crypto::{
    AeadAes128Gcm, AeadAes128GcmCipher, AeadAes256GcmCipher, Aes128CmSha1_80, Aes128CmSha1_80Cipher,
    CryptoError, CryptoProvider, Sha1HmacProvider, SrtpProvider,
};

use super::keys::Keys;
use super::mapping::Place;

/// Bytes before the payload (RFC 3550 section 5.1).
const HEAD_BYTES: usize = 12;
/// Bytes that authenticate a packet: of GCM, with either length of key, and of SHA-1.
const GCM_TAG_BYTES: usize = AeadAes128Gcm::TAG_LEN;
const SHA1_TAG_BYTES: usize = Aes128CmSha1_80::HMAC_TAG_LEN;
/// What session keys are derived for (RFC 3711 section 4.3.1).
const FOR_ENCRYPTION: u8 = 0;
const FOR_AUTHENTICATION: u8 = 1;
const FOR_SALT: u8 = 2;

/// What stands in the head of a packet.
#[derive(Debug, Clone, Copy)]
pub struct Head {
    /// The stream.
    pub ssrc: u32,
    /// The codec, as both sides have agreed on.
    pub payload_type: u8,
    /// The packet's place in the stream.
    pub place: Place,
}

/// Encrypts for one listener.
pub struct Sender(Cipher);

enum Cipher {
    Gcm128 {
        cipher: Box<dyn AeadAes128GcmCipher>,
        salt: [u8; 12],
    },
    Gcm256 {
        cipher: Box<dyn AeadAes256GcmCipher>,
        salt: [u8; 12],
    },
    Counter {
        cipher: Box<dyn Aes128CmSha1_80Cipher>,
        salt: [u8; 14],
        authentication: [u8; 20],
        hmac: &'static dyn Sha1HmacProvider,
    },
}

impl Sender {
    /// From what a handshake has ended with; nothing if that is none of the three ways of encryption there are.
    pub fn new(keys: &Keys, crypto: &CryptoProvider) -> Option<Self> {
        let ours = |key_bytes: usize, salt_bytes: usize| {
            let (master_keys, salts) = keys.material.split_at_checked(2 * key_bytes)?;
            let side = usize::from(!keys.as_client);
            let key = master_keys.chunks_exact(key_bytes).nth(side)?;
            Some(Master { key, salt: salts.chunks_exact(salt_bytes).nth(side)?, srtp: crypto.srtp_provider })
        };
        let srtp = crypto.srtp_provider;
        let cipher = match keys.profile {
            SrtpProfile::AEAD_AES_128_GCM => {
                let master = ours(16, 12)?;
                let cipher = srtp.aead_aes_128_gcm().create_cipher(master.derive(FOR_ENCRYPTION), true);
                Cipher::Gcm128 { cipher, salt: master.derive(FOR_SALT) }
            }
            SrtpProfile::AEAD_AES_256_GCM => {
                let master = ours(32, 12)?;
                let cipher = srtp.aead_aes_256_gcm().create_cipher(master.derive(FOR_ENCRYPTION), true);
                Cipher::Gcm256 { cipher, salt: master.derive(FOR_SALT) }
            }
            SrtpProfile::AES128_CM_SHA1_80 => {
                let master = ours(16, 14)?;
                Cipher::Counter {
                    cipher: srtp.aes_128_cm_sha1_80().create_cipher(master.derive(FOR_ENCRYPTION), true),
                    salt: master.derive(FOR_SALT),
                    authentication: master.derive(FOR_AUTHENTICATION),
                    hmac: crypto.sha1_hmac_provider,
                }
            }
            _unknown => return None,
        };
        Some(Self(cipher))
    }

    /// The packet, encrypted. Each place of a stream must be used once only.
    ///
    /// # Errors
    /// If the cryptography refuses.
    pub fn seal(&mut self, head: &Head, payload: &[u8]) -> Result<Vec<u8>, CryptoError> {
        let Head { ssrc, place, .. } = *head;
        let (rollovers, sequence) = ((place.sequence >> 16) as u32, place.sequence as u16);
        let head = head.bytes();
        let tag_bytes = match &self.0 {
            Cipher::Gcm128 { .. } | Cipher::Gcm256 { .. } => GCM_TAG_BYTES,
            Cipher::Counter { .. } => SHA1_TAG_BYTES,
        };
        let mut packet = vec![0; HEAD_BYTES + payload.len() + tag_bytes];
        let Some((front, body)) = packet.split_first_chunk_mut() else { return Ok(packet) };
        *front = head;
        // The same for either length of key.
        let gcm_iv = |salt| AeadAes128Gcm::rtp_iv(salt, ssrc, rollovers, sequence);
        match &mut self.0 {
            Cipher::Gcm128 { cipher, salt } => cipher.encrypt(&gcm_iv(*salt), &head, payload, body)?,
            Cipher::Gcm256 { cipher, salt } => cipher.encrypt(&gcm_iv(*salt), &head, payload, body)?,
            Cipher::Counter { cipher, salt, authentication, hmac } => {
                cipher.encrypt(&Aes128CmSha1_80::rtp_iv(*salt, ssrc, place.sequence), payload, body)?;
                let sha1 = |key: &[u8], parts: &[&[u8]]| hmac.sha1_hmac(key, parts);
                let end = HEAD_BYTES + payload.len();
                Aes128CmSha1_80::rtp_hmac(sha1, authentication, &mut packet, place.sequence, end);
            }
        }
        Ok(packet)
    }
}

impl Head {
    /// As RFC 3550 section 5.1 lays it out: version 2, no padding, no extension, no contributors.
    fn bytes(&self) -> [u8; HEAD_BYTES] {
        let Place { sequence, timestamp, marker } = self.place;
        let [s1, s2] = (sequence as u16).to_be_bytes();
        let [t1, t2, t3, t4] = timestamp.to_be_bytes();
        let [c1, c2, c3, c4] = self.ssrc.to_be_bytes();
        [0x80, u8::from(marker) << 7 | self.payload_type, s1, s2, t1, t2, t3, t4, c1, c2, c3, c4]
    }
}

/// The master key and salt of one side.
struct Master<'a> {
    key: &'a [u8],
    salt: &'a [u8],
    srtp: &'static dyn SrtpProvider,
}

impl Master<'_> {
    /// A session key, by the function of RFC 3711 section 4.3.3, once for all packets (a derivation rate of zero).
    fn derive<const BYTES: usize>(&self, purpose: u8) -> [u8; BYTES] {
        let mut derived = [0; BYTES];
        for (round, part) in (0_u16..).zip(derived.chunks_mut(16)) {
            let mut input = [0; 16];
            input.iter_mut().zip(self.salt).for_each(|(input, salt)| *input = *salt);
            input[7] ^= purpose;
            [input[14], input[15]] = round.to_be_bytes();
            // The second half is padding.
            let mut output = [0; 32];
            if self.key.len() == 32 {
                self.srtp.srtp_aes_256_ecb_round(self.key, &input, &mut output);
            } else {
                self.srtp.srtp_aes_128_ecb_round(self.key, &input, &mut output);
            }
            part.iter_mut().zip(output).for_each(|(part, output)| *part = output);
        }
        derived
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::super::keys::cryptography;
    use super::*;

    fn bytes(hex: &str) -> Vec<u8> {
        let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
        let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
        digits.chunks(2).map(byte).collect()
    }

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").unwrap();
            text
        })
    }

    #[test]
    fn keys_are_derived_as_rfc_3711_b_3_shows() {
        let (key, salt) = (bytes("e1f97a0d3e018be0d64fa32c06de4139"), bytes("0ec675ad498afeebb6960b3aabe6"));
        let master = Master { key: &key, salt: &salt, srtp: cryptography().srtp_provider };
        assert_eq!(hex(&master.derive::<16>(FOR_ENCRYPTION)), "c61e7a93744f39ee10734afe3ff7a087");
        assert_eq!(hex(&master.derive::<14>(FOR_SALT)), "30cbbc08863d8c85d49db34a9ae1");
        assert_eq!(hex(&master.derive::<20>(FOR_AUTHENTICATION)), "cebe321f6ff7716b6fd4ab49af256a156d38baa4");
    }

    #[test]
    fn a_packet_is_encrypted_as_rfc_7714_16_1_1_shows() {
        let key: [u8; 16] = std::array::from_fn(|n| n as u8);
        let cipher = cryptography().srtp_provider.aead_aes_128_gcm().create_cipher(key, true);
        let salt = bytes("517569642070726f2071756f").try_into().unwrap();
        let place = Place { sequence: 0xf17b, timestamp: 0x8041_f8d3, marker: false };
        let head = Head { ssrc: 0x5501_a0b2, payload_type: 0x40, place };
        let payload = b"Gallia est omnis divisa in partes tres";
        let packet = Sender(Cipher::Gcm128 { cipher, salt }).seal(&head, payload).unwrap();
        let sealed = "8040f17b8041f8d35501a0b2f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf\
                      8833899d7f27beb16a9152cf765ee4390cce";
        assert_eq!(hex(&packet), sealed);
    }

    #[test]
    fn each_side_uses_its_own_half_and_each_way_of_encryption_has_its_length() {
        for (profile, tag_bytes) in [
            (SrtpProfile::AEAD_AES_128_GCM, 16),
            (SrtpProfile::AEAD_AES_256_GCM, 16),
            (SrtpProfile::AES128_CM_SHA1_80, 10),
        ] {
            let material: Vec<u8> = (0..profile.keying_material_len()).map(|n| n as u8).collect();
            let place = Place { sequence: 70_000, timestamp: 7, marker: true };
            let head = Head { ssrc: 9, payload_type: 111, place };
            let [server, client] = [false, true].map(|as_client| {
                let keys = Keys { profile, material: material.clone(), as_client };
                Sender::new(&keys, &cryptography()).unwrap().seal(&head, b"sound").unwrap()
            });
            assert_eq!(server.len(), HEAD_BYTES + 5 + tag_bytes, "{profile}");
            assert_eq!(server[..4], [0x80, 0x80 | 111, 0x11, 0x70], "a marker, and the sequence wrapped");
            assert_ne!(server[HEAD_BYTES..], client[HEAD_BYTES..], "{profile}");
            let short = Keys { profile, material: vec![0; 40], as_client: false };
            assert!(Sender::new(&short, &cryptography()).is_none());
        }
    }
}
