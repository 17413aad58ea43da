//! Where sound listens, and under which addresses clients find it.

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
    /// The addresses that clients are told, for UDP and for TCP alike. When empty: the listening address, or if that
    /// is unspecified, loopback and the addresses of the machine's interfaces. A port of 0 means the listening one.
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
            interfaces(bound.is_ipv6())?
        } else {
            vec![bound]
        };
        for address in &mut found {
            if address.port() == 0 {
                address.set_port(bound.port());
            }
        }
        found.retain(|address| !address.ip().is_unspecified());
        found.dedup();
        found.truncate(ADVERTISED_MAX);
        if found.is_empty() { Err(MediaFault::NoAddress) } else { Ok(found) }
    }
}

/// Addresses of the interfaces that are up, loopback first, without a port.
fn interfaces(with_v6: bool) -> Result<Vec<SocketAddr>, MediaFault> {
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
    found.sort_by_key(|address| !address.is_loopback());
    Ok(found.into_iter().map(|address| SocketAddr::new(address, 0)).collect())
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
        assert_eq!(found[0], "127.0.0.1:7443".parse().unwrap());
        assert!(found.iter().all(|one| one.is_ipv4() && !one.ip().is_unspecified()));
        assert!(matches!(candidates("127.0.0.1:0", &["0.0.0.0:0"]), Err(MediaFault::NoAddress)));
    }
}
