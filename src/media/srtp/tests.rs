//! What is sealed is what RFC 3711, RFC 7714 and other libraries make of the same keys, and is opened by str0m.

use std::fmt::Write as _;

use super::super::keys::cryptography;
use super::*;

mod opened;

/// Every way of encryption that a handshake can end with.
const WAYS: [(SrtpProfile, usize); 3] = [
    (SrtpProfile::AEAD_AES_128_GCM, GCM_TAG_BYTES),
    (SrtpProfile::AEAD_AES_256_GCM, GCM_TAG_BYTES),
    (SrtpProfile::AES128_CM_SHA1_80, SHA1_TAG_BYTES),
];

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

/// A sender for the server's half of the material 00 01 02 and so on.
fn sender(profile: SrtpProfile) -> Sender {
    Sender::new(&keys(profile, false), &cryptography()).unwrap()
}

fn keys(profile: SrtpProfile, as_client: bool) -> Keys {
    let material = (0..profile.keying_material_len()).map(|n| n as u8).collect::<Vec<_>>().into();
    Keys { profile, material, as_client }
}

/// The packet of its own.
fn sealed(sender: &mut Sender, head: Head, payload: &[u8]) -> Result<Vec<u8>, SealFault> {
    let mut packet = Vec::new();
    sender.seal(head, payload, &mut packet).map(|()| packet)
}

fn head(ssrc: u32, payload_type: u8, sequence: u64, timestamp: u32) -> Head {
    Head { payload_type, place: Place::for_test(ssrc, sequence, timestamp, false) }
}

#[test]
fn keys_are_derived_as_rfc_3711_b_3_shows() {
    let (key, salt) = (bytes("e1f97a0d3e018be0d64fa32c06de4139"), bytes("0ec675ad498afeebb6960b3aabe6"));
    let master = Master { key: &key, salt: &salt, srtp: cryptography().srtp_provider };
    assert_eq!(hex(&*master.derive::<16>(FOR_ENCRYPTION)), "c61e7a93744f39ee10734afe3ff7a087");
    assert_eq!(hex(&*master.derive::<14>(FOR_SALT)), "30cbbc08863d8c85d49db34a9ae1");
    assert_eq!(hex(&*master.derive::<20>(FOR_AUTHENTICATION)), "cebe321f6ff7716b6fd4ab49af256a156d38baa4");
}

#[test]
fn packets_are_encrypted_as_rfc_7714_16_1_1_and_16_2_1_show() {
    let salt: [u8; NONCE_LEN] = bytes("517569642070726f2071756f").try_into().unwrap();
    let key: [u8; 32] = std::array::from_fn(|n| n as u8);
    let sealed_by = |algorithm, key| {
        let cipher = Cipher::gcm(algorithm, key, salt.into()).unwrap();
        let head = head(0x5501_a0b2, 0x40, 0xf17b, 0x8041_f8d3);
        let mut sender = Sender { cipher, used: Used::default() };
        hex(&sealed(&mut sender, head, b"Gallia est omnis divisa in partes tres").unwrap())
    };
    assert_eq!(
        sealed_by(&AES_128_GCM, &key[..16]),
        "8040f17b8041f8d35501a0b2f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf\
         8833899d7f27beb16a9152cf765ee4390cce"
    );
    assert_eq!(
        sealed_by(&AES_256_GCM, &key),
        "8040f17b8041f8d35501a0b232b1de78a822fe12ef9f78fa332e33aab18012389a58e2f3b50b2a0276ffae0f1ba63799\
         b87b7aa3db36dfffd6b0f9bb7878d7a76c13"
    );
}

#[test]
fn the_key_stream_of_counter_mode_is_that_of_rfc_3711_b_2() {
    let crypto = cryptography();
    let key = bytes("2b7e151628aed2a6abf7158809cf4f3c").try_into().unwrap();
    let salt: [u8; 14] = bytes("f0f1f2f3f4f5f6f7f8f9fafbfcfd").try_into().unwrap();
    let cipher = crypto.srtp_provider.aes_128_cm_sha1_80().create_cipher(key, true);
    let hmac = crypto.sha1_hmac_provider;
    let cipher = Cipher::Counter { cipher, salt: salt.into(), authentication: [0; 20].into(), hmac };
    let mut sender = Sender { cipher, used: Used::default() };
    let packet = sealed(&mut sender, head(0, 0, 0, 0), &[0; 48]).unwrap();
    let stream =
        "e03ead0935c95e80e166b16dd92b4eb4d23513162b02d0f72a43a2fe4a5f97ab41e95b3bb0a2e8dd477901e4fca894c0";
    assert_eq!(hex(&packet[HEAD_BYTES..HEAD_BYTES + 48]), stream);
}

#[test]
fn a_packet_of_counter_mode_with_sha_1_is_that_of_libsrtps_own_vector() {
    let profile = SrtpProfile::AES128_CM_SHA1_80;
    let (key, salt) = ("e1f97a0d3e018be0d64fa32c06de4139", "0ec675ad498afeebb6960b3aabe6");
    let material = bytes(&[key, key, salt, salt].concat()).into();
    let keys = Keys { profile, material, as_client: true };
    let mut sender = Sender::new(&keys, &cryptography()).unwrap();
    let packet = sealed(&mut sender, head(0xcafe_babe, 15, 0x1234, 0xdeca_fbad), &[0xab; 16]);
    assert_eq!(
        hex(&packet.unwrap()),
        "800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb"
    );
}

#[test]
fn what_libsrtp_seals_across_two_rollovers_is_sealed_alike() {
    let lines = include_str!("libsrtp.txt").lines().filter(|line| !line.starts_with('#'));
    let mut senders = WAYS.map(|(profile, _)| (profile, sender(profile)));
    let mut compared = 0;
    for line in lines {
        let [profile, number, timestamp, marker, payload, packet] =
            line.split(' ').collect::<Vec<_>>().try_into().unwrap();
        let (_, sender) =
            senders.iter_mut().find(|(known, _)| format!("{known:?}").contains(profile)).unwrap();
        let place =
            Place::for_test(0xcafe_babe, number.parse().unwrap(), timestamp.parse().unwrap(), marker == "1");
        let here = sealed(sender, Head { payload_type: 111, place }, &bytes(payload)).unwrap();
        assert_eq!(hex(&here), packet, "{profile} {number}");
        compared += 1;
    }
    assert_eq!(compared, 30);
}

#[test]
fn each_side_uses_its_own_half_and_each_way_of_encryption_has_its_length() {
    for (profile, tag_bytes) in WAYS {
        let [server, client] = [false, true].map(|as_client| {
            let mut sender = Sender::new(&keys(profile, as_client), &cryptography()).unwrap();
            let place = Place::for_test(9, 70_000, 7, true);
            sealed(&mut sender, Head { payload_type: 111, place }, b"sound").unwrap()
        });
        assert_eq!(server.len(), HEAD_BYTES + 5 + tag_bytes, "{profile}");
        assert_eq!(server[..4], [0x80, 0x80 | 111, 0x11, 0x70], "a marker, and the sequence wrapped");
        assert_ne!(server[HEAD_BYTES..], client[HEAD_BYTES..], "{profile}");
        let short = Keys { profile, material: vec![0; 40].into(), as_client: false };
        assert!(Sender::new(&short, &cryptography()).is_none());
    }
}

#[test]
fn a_place_that_was_used_is_refused_in_every_build() {
    for (profile, _) in WAYS {
        let mut sender = sender(profile);
        let mut is_sealed = |ssrc, number| sealed(&mut sender, head(ssrc, 111, number, 0), b"sound").is_ok();
        assert!(is_sealed(1, 10) && is_sealed(1, 12) && is_sealed(1, 11) && is_sealed(2, 10));
        for number in [10, 11, 12] {
            assert!(!is_sealed(1, number), "{number}");
        }
        assert!(is_sealed(1, 1 << 40) && !is_sealed(1, 13), "long ago");
        assert!(!is_sealed(1, 1 << 48), "a key has no more numbers");
        // Whoever maps a slot anew begins at the first number again.
        assert!(!is_sealed(2, 10));
    }
}
