//! How much of something those may hold at once who have shown no link: so many in all, and of these so many from one
//! address, or one /64 of IPv6. A whole hall may come from one address, and one address cannot take what belongs to all.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::places::network;

/// Why there is no place for one more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Full {
    /// The address holds as many as one may.
    OfAddress,
    /// All are taken.
    InAll,
}

/// What is held.
#[derive(Debug)]
pub struct Visits {
    most: usize,
    most_of_address: usize,
    held: Mutex<Held>,
}

#[derive(Debug, Default)]
struct Held {
    all: usize,
    by_address: HashMap<IpAddr, usize>,
}

/// One that is held, given back when it is dropped.
#[derive(Debug)]
pub struct Visit {
    address: IpAddr,
    visits: Arc<Visits>,
}

impl Visits {
    /// None held yet, of so many in all and from one address.
    pub fn new(most: usize, most_of_address: usize) -> Arc<Self> {
        Arc::new(Self { most, most_of_address, held: Mutex::default() })
    }

    /// One more, from an address.
    ///
    /// # Errors
    /// Why there is none.
    pub fn take(self: &Arc<Self>, address: IpAddr) -> Result<Visit, Full> {
        let address = network(address);
        let mut held = self.lock();
        if held.all >= self.most {
            return Err(Full::InAll);
        }
        let of_address = held.by_address.get(&address).copied().unwrap_or(0);
        if of_address >= self.most_of_address {
            return Err(Full::OfAddress);
        }
        held.by_address.insert(address, of_address + 1);
        held.all += 1;
        Ok(Visit { address, visits: self.clone() })
    }

    /// How many are held.
    pub fn count(&self) -> usize {
        self.lock().all
    }

    fn lock(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        let mut held = self.visits.lock();
        held.all = held.all.saturating_sub(1);
        if let Some(of_address) = held.by_address.get_mut(&self.address) {
            *of_address = of_address.saturating_sub(1);
            if *of_address == 0 {
                held.by_address.remove(&self.address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(visits: &Arc<Visits>, address: &str) -> Result<Visit, Full> {
        visits.take(address.parse().expect("an address"))
    }

    #[test]
    fn one_address_takes_no_more_than_its_share_and_gives_back_what_ends() {
        let visits = Visits::new(4, 2);
        let first = from(&visits, "2001:db8:1:2::1").expect("a place");
        let _second = from(&visits, "2001:db8:1:2::9").expect("a place");
        assert_eq!(from(&visits, "2001:db8:1:2:3::").err(), Some(Full::OfAddress), "one subscriber");
        let _other = from(&visits, "192.0.2.1").expect("a place");
        let _third = from(&visits, "192.0.2.2").expect("a place");
        assert_eq!(from(&visits, "192.0.2.3").err(), Some(Full::InAll));
        drop(first);
        assert_eq!(visits.count(), 3);
        let _again = from(&visits, "2001:db8:1:2::7").expect("what was given back");
        assert_eq!(visits.lock().by_address.len(), 3);
    }

    #[test]
    fn nothing_is_kept_of_whoever_has_gone() {
        let visits = Visits::new(10, 10);
        drop((from(&visits, "192.0.2.1"), from(&visits, "192.0.2.1"), from(&visits, "192.0.2.2")));
        assert!(visits.count() == 0 && visits.lock().by_address.is_empty());
    }
}
