//! Where a call comes from, where proxies that the operator trusts stand between: they say it in `X-Forwarded-For`.
//!
//! Whoever is no such proxy may write there what they like, and is not believed. Of a chain of proxies the last address
//! that is none of theirs is the caller's.

use std::net::IpAddr;

use axum::http::HeaderMap;

use crate::terms::network::Network;

/// Proxies whose word on where a call comes from is taken.
#[derive(Debug, Default)]
pub struct Proxies(Vec<Network>);

impl Proxies {
    /// These, and no others.
    pub fn of(trusted: Vec<Network>) -> Self {
        Self(trusted)
    }

    /// Where a call comes from that came over a connection from `peer`.
    pub fn caller(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let peer = peer.to_canonical();
        if !self.trust(peer) {
            return peer;
        }
        let told = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
        let told: Vec<&str> = told.flat_map(|value| value.split(',')).map(str::trim).collect();
        let mut caller = peer;
        for address in told.iter().rev() {
            // What is no address, nobody knows behind whom it stands: the last that was believed counts.
            let Ok(address) = address.parse::<IpAddr>() else { break };
            caller = address.to_canonical();
            if !self.trust(caller) {
                break;
            }
        }
        caller
    }

    fn trust(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.has(address))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trusted_proxy_is_believed_and_nobody_else() {
        let trusted = ["10.0.0.0/8", "2001:db8::1"].map(|text| text.parse().expect("a network"));
        let proxies = Proxies::of(trusted.to_vec());
        let caller = |peer: &str, told: &[&str]| {
            let mut headers = HeaderMap::new();
            for value in told {
                headers.append("x-forwarded-for", value.parse().expect("a value"));
            }
            proxies.caller(peer.parse().expect("an address"), &headers).to_string()
        };
        for (peer, told, from) in [
            ("192.0.2.1", &["198.51.100.7"][..], "192.0.2.1"),
            ("10.0.0.1", &["198.51.100.7"], "198.51.100.7"),
            ("::ffff:10.0.0.1", &["198.51.100.7"], "198.51.100.7"),
            ("2001:db8::1", &["2001:db8:5::9"], "2001:db8:5::9"),
            ("2001:db8::2", &["2001:db8:5::9"], "2001:db8::2"),
            // What a client wrote itself stands before what the proxy has added.
            ("10.0.0.1", &["203.0.113.9, 198.51.100.7"], "198.51.100.7"),
            ("10.0.0.1", &["203.0.113.9", "198.51.100.7, 10.0.0.2"], "198.51.100.7"),
            ("10.0.0.1", &["10.0.0.3"], "10.0.0.3"),
            ("10.0.0.1", &["198.51.100.7, nobody"], "10.0.0.1"),
            ("10.0.0.1", &[], "10.0.0.1"),
        ] {
            assert_eq!(caller(peer, told), from, "{peer} tells {told:?}");
        }
    }
}
