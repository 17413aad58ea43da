//! The cookie a link is exchanged for: `<moment it ends>.<signature>`, signed over the link and that moment.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::link::LinkId;
use crate::terms::ids::Moment;

/// Name of the cookie. Its path is the home of the link, so one browser holds several people's.
pub const COOKIE_NAME: &str = "plenary";
/// How long a cookie is good for: a conference and the days around it. The link makes a new one.
pub const COOKIE_SECONDS: i64 = 14 * 24 * 3_600;

fn signature(key: &[u8], link: &LinkId, ends_ms: Moment) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    mac.update(format!("plenary cookie 1\n{link}\n{ends_ms}").as_bytes());
    Some(mac)
}

pub(super) fn sign(key: &[u8], link: &LinkId, now_ms: Moment) -> String {
    let ends_ms = now_ms + COOKIE_SECONDS * 1_000;
    let signed = signature(key, link, ends_ms).map(|mac| URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()));
    format!("{ends_ms}.{}", signed.unwrap_or_default())
}

pub(super) fn verify(key: &[u8], link: &LinkId, cookie: &str, now_ms: Moment) -> bool {
    let Some((ends_ms, signed)) = cookie.split_once('.') else { return false };
    let (Ok(ends_ms), Ok(signed)) = (ends_ms.parse::<Moment>(), URL_SAFE_NO_PAD.decode(signed)) else {
        return false;
    };
    let good = signature(key, link, ends_ms).is_some_and(|mac| mac.verify_slice(&signed).is_ok());
    good && now_ms < ends_ms
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &[u8] = &[7; 32];

    fn link(id: &str) -> LinkId {
        LinkId::given(id).expect("an id")
    }

    #[test]
    fn a_cookie_is_good_for_its_link_until_it_ends() {
        let cookie = sign(KEY, &link("a"), 1_000);
        let end = 1_000 + COOKIE_SECONDS * 1_000;
        assert!(verify(KEY, &link("a"), &cookie, end - 1));
        assert!(!verify(KEY, &link("a"), &cookie, end), "too old");
        assert!(!verify(KEY, &link("b"), &cookie, 1_000), "another link's");
        assert!(!verify(&[8; 32], &link("a"), &cookie, 1_000), "another server's");
    }

    #[test]
    fn a_cookie_whose_end_was_put_off_is_refused() {
        let cookie = sign(KEY, &link("a"), 1_000);
        let (end, signed) = cookie.split_once('.').expect("two parts");
        let later = end.parse::<i64>().expect("a number") + 1;
        assert!(!verify(KEY, &link("a"), &format!("{later}.{signed}"), 1_000));
        for broken in ["", ".", "1.", "x.y", &cookie[1..], &cookie[..cookie.len() - 1]] {
            assert!(!verify(KEY, &link("a"), broken, 1_000), "{broken}");
        }
    }
}
