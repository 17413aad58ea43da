//! Where sound listens, and under which addresses clients find it.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};

use nix::ifaddrs::getifaddrs;
use nix::net::if_::InterfaceFlags;

use super::fault::MediaFault;
use super::limits::LISTENER_THREADS_MAX;

/// Most addresses that are told to clients: each one is checked by every client.
const ADVERTISED_MAX: usize = 8;

/// Settings of the media plane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The address of the UDP socket. Port 0 takes a free one.
    pub listen: SocketAddr,
    /// The addresses that clients are told, for UDP and for TCP alike, in the order in which clients try them. When
    /// empty: the listening address, or if that is unspecified, the addresses of the machine's interfaces, loopback
    /// last. A port of 0 means the listening one.
    pub advertised: Vec<SocketAddr>,
    /// Threads that serve listeners, from 1 to 25; what is out of range is brought into it.
    pub listener_threads: usize,
}

impl Settings {
    /// The number of threads that serve listeners.
    pub(super) fn threads(&self) -> usize {
        self.listener_threads.clamp(1, LISTENER_THREADS_MAX)
    }

    /// The addresses for clients, where the socket has got this one.
    pub(super) fn candidates(&self, bound: SocketAddr) -> Result<Vec<SocketAddr>, MediaFault> {
        let mut found = if !self.advertised.is_empty() {
            self.advertised.clone()
        } else if bound.ip().is_unspecified() {
            others_first(interfaces(bound.is_ipv6())?)
        } else {
            vec![bound]
        };
        for address in &mut found {
            if address.port() == 0 {
                address.set_port(bound.port());
            }
        }
        found.retain(|address| !address.ip().is_unspecified());
        found.truncate(ADVERTISED_MAX);
        if found.is_empty() {
            return Err(MediaFault::NoAddress);
        }
        if bound.ip().is_unspecified() && only_here(&found) {
            tracing::warn!(
                "browsers elsewhere cannot reach sound: this machine has no address but loopback; name the one under \
                 which it is reached with --advertise"
            );
        }
        Ok(found)
    }
}

/// Whether nobody on another machine can use these addresses.
fn only_here(addresses: &[SocketAddr]) -> bool {
    addresses.iter().all(|address| address.ip().is_loopback())
}

/// Each address once, with those first that lead here from elsewhere: clients try them in this order, and for most of
/// them loopback is their own machine.
fn others_first(mut addresses: Vec<IpAddr>) -> Vec<SocketAddr> {
    addresses.sort_by_key(IpAddr::is_loopback);
    let mut told = BTreeSet::new();
    addresses.retain(|address| told.insert(*address));
    addresses.into_iter().map(|address| SocketAddr::new(address, 0)).collect()
}

/// Addresses of the interfaces that are up.
fn interfaces(with_v6: bool) -> Result<Vec<IpAddr>, MediaFault> {
    let all = getifaddrs().map_err(|error| MediaFault::Addresses(error.into()))?;
    let mut found: Vec<IpAddr> = Vec::new();
    for interface in all.filter(|one| one.flags.contains(InterfaceFlags::IFF_UP)) {
        let Some(address) = interface.address else { continue };
        let v4 = address.as_sockaddr_in().map(|v4| IpAddr::V4(v4.ip()));
        let v6 = address.as_sockaddr_in6().map(|v6| v6.ip());
        // Link-local addresses mean nothing without an interface.
        let v6 = v6.filter(|v6| with_v6 && !v6.is_unicast_link_local()).map(IpAddr::V6);
        found.extend(v4.or(v6));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidates(listen: &str, advertised: &[&str]) -> Result<Vec<SocketAddr>, MediaFault> {
        let advertised = advertised.iter().map(|one| one.parse().unwrap()).collect();
        let settings = Settings { listen: listen.parse().unwrap(), advertised, listener_threads: 0 };
        assert_eq!(settings.threads(), 1);
        settings.candidates(SocketAddr::new(settings.listen.ip(), 7_443))
    }

    #[test]
    fn what_is_named_is_advertised_and_else_what_there_is() {
        let named = candidates("0.0.0.0:0", &["192.0.2.7:0", "192.0.2.8:443"]).unwrap();
        assert_eq!(named, ["192.0.2.7:7443", "192.0.2.8:443"].map(|one| one.parse().unwrap()));
        assert_eq!(candidates("127.0.0.1:0", &[]).unwrap(), ["127.0.0.1:7443".parse().unwrap()]);
        let found = candidates("0.0.0.0:0", &[]).unwrap();
        assert!(
            found.contains(&"127.0.0.1:7443".parse().unwrap()),
            "pages of this machine use it: {found:?}"
        );
        assert!(found.is_sorted_by_key(|address| address.ip().is_loopback()), "loopback last: {found:?}");
        assert!(found.iter().all(|one| one.is_ipv4() && !one.ip().is_unspecified()));
        assert!(matches!(candidates("127.0.0.1:0", &["0.0.0.0:0"]), Err(MediaFault::NoAddress)));
    }

    #[test]
    fn clients_are_told_first_what_leads_here_from_elsewhere() {
        let machine = ["127.0.0.1", "::1", "192.0.2.7", "2001:db8::7", "192.0.2.7", "10.0.0.7"];
        let told = others_first(machine.map(|address| address.parse().unwrap()).to_vec());
        let told: Vec<String> = told.iter().map(|address| address.ip().to_string()).collect();
        assert_eq!(told, ["192.0.2.7", "2001:db8::7", "10.0.0.7", "127.0.0.1", "::1"]);
        assert!(!only_here(&["127.0.0.1:1".parse().unwrap(), "192.0.2.7:1".parse().unwrap()]));
        assert!(only_here(&["127.0.0.1:1".parse().unwrap(), "[::1]:1".parse().unwrap()]));
    }
}
