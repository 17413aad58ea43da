//! Who holds the server's connections. Nobody fills what belongs to all: where one address, or one link, has as many
//! connections as it may, its newest takes the place of its oldest, and everybody else's stay.
//!
//! | connections | most | why |
//! |---|---|---|
//! | that have shown no link, in all | half of the open files that the system allows, and no more than 16,384 | the other half is kept for those who hold a cookie |
//! | of these, from one address, or one /64 of IPv6 | half of that | a whole hall may come at once from one address, and one address cannot keep the others out |
//! | that listen in public, from one address | a quarter of the 2,000 in all (`visits`) | as above |
//! | for calls, of one link | 64 | a browser has six, a person several tabs and devices. The sockets of a session and of the lobby have a bound of their own, and those who listen in public too |
//!
//! A connection is its address's until it brings a cookie, or the secret of a link; then it is that link's, which no
//! crowd at the same address touches. So a hall behind one address is in nobody's way, nor are those behind a proxy, which
//! all have its address: what they send through it shows their link with the first call. A connection that a proxy uses
//! for several people is the one's who called last.

use std::collections::{BTreeSet, HashMap};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::task::AbortHandle;

use super::operator::Operator;
use crate::identity::LinkId;

/// Most connections that have shown no link, however many files may be open. Each costs about 10 KiB.
pub const STRANGERS_MAX: usize = 16_384;
/// Most connections for calls of one link.
pub const OF_LINK_MAX: usize = 64;

/// How many connections may be held.
#[derive(Debug, Clone, Copy)]
struct Most {
    strangers: usize,
    of_address: usize,
    of_link: usize,
}

/// Whose a connection is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Holder {
    /// An address that has shown no link: that of IPv4, or the network of IPv6 that one subscriber has.
    Address(IpAddr),
    /// Whoever has shown this link.
    Link(LinkId),
}

/// All connections that are held.
pub struct Places {
    most: Most,
    held: Mutex<Held>,
    operator: Arc<Operator>,
}

#[derive(Default)]
struct Held {
    /// Number of the next place; the oldest has the lowest.
    next: u64,
    places: HashMap<u64, (Holder, Option<AbortHandle>)>,
    by_holder: HashMap<Holder, BTreeSet<u64>>,
    strangers: BTreeSet<u64>,
}

/// The place of one connection, given back when it is dropped.
pub struct Place {
    number: u64,
    address: IpAddr,
    places: Arc<Places>,
}

impl Places {
    /// None held yet, where the system allows so many open files.
    pub fn new(open_files: u64, operator: Arc<Operator>) -> Arc<Self> {
        let half = usize::try_from(open_files / 2).unwrap_or(usize::MAX);
        let strangers = half.min(STRANGERS_MAX);
        let most = Most { strangers, of_address: strangers / 2, of_link: OF_LINK_MAX };
        Arc::new(Self { most, held: Mutex::default(), operator })
    }

    /// A place for a connection that comes from an address.
    pub fn take(self: &Arc<Self>, address: IpAddr) -> Arc<Place> {
        let holder = Holder::Address(network(address));
        let (number, gone) = {
            let mut held = self.lock();
            let number = held.next;
            held.next += 1;
            held.put(number, holder.clone(), None);
            let gone = if held.count(&holder) > self.most.of_address {
                self.operator.crowded_address(address, self.most.of_address);
                held.oldest_of(&holder, None)
            } else if held.strangers.len() > self.most.strangers {
                self.operator.many_strangers(self.most.strangers);
                held.strangers.first().copied()
            } else {
                None
            };
            (number, gone.and_then(|oldest| held.remove(oldest)))
        };
        end(gone);
        Arc::new(Place { number, address, places: self.clone() })
    }

    /// Ends the oldest connection that has shown no link, so that there is a file for another.
    pub fn make_room(&self) {
        let gone = {
            let mut held = self.lock();
            held.strangers.first().copied().and_then(|oldest| held.remove(oldest))
        };
        end(gone);
    }

    /// How many connections are held, and how many of them have shown no link.
    pub fn count_all(&self) -> (usize, usize) {
        let held = self.lock();
        (held.places.len(), held.strangers.len())
    }

    fn lock(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn put(&mut self, number: u64, holder: Holder, ends: Option<AbortHandle>) {
        if matches!(holder, Holder::Address(_)) {
            self.strangers.insert(number);
        }
        self.by_holder.entry(holder.clone()).or_default().insert(number);
        self.places.insert(number, (holder, ends));
    }

    /// What ends the connection, if its place was still held.
    fn remove(&mut self, number: u64) -> Option<AbortHandle> {
        let (holder, ends) = self.places.remove(&number)?;
        self.strangers.remove(&number);
        if let Some(numbers) = self.by_holder.get_mut(&holder) {
            numbers.remove(&number);
            if numbers.is_empty() {
                self.by_holder.remove(&holder);
            }
        }
        ends
    }

    fn count(&self, holder: &Holder) -> usize {
        self.by_holder.get(holder).map_or(0, BTreeSet::len)
    }

    /// The oldest connection of a holder, but for one.
    fn oldest_of(&self, holder: &Holder, but: Option<u64>) -> Option<u64> {
        let numbers = self.by_holder.get(holder)?;
        numbers.iter().copied().find(|number| Some(*number) != but)
    }
}

impl Place {
    /// Its number: no other connection has the same while the server runs.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Where it comes from.
    pub fn address(&self) -> IpAddr {
        self.address
    }

    /// Says how the connection is ended if another takes its place.
    pub fn ends_by(&self, task: AbortHandle) {
        if let Some((_, ends)) = self.places.lock().places.get_mut(&self.number) {
            *ends = Some(task);
        }
    }

    /// Whether the connection is this link's already.
    pub fn is_of(&self, link: &LinkId) -> bool {
        let held = self.places.lock();
        matches!(held.places.get(&self.number), Some((Holder::Link(of), _)) if of == link)
    }

    /// The connection has shown a link: it is its holder's.
    pub fn show(&self, link: &LinkId) {
        let gone = {
            let mut held = self.places.lock();
            if !held.places.contains_key(&self.number) {
                return;
            }
            let ends = held.remove(self.number);
            let holder = Holder::Link(link.clone());
            held.put(self.number, holder.clone(), ends);
            let over = held.count(&holder) > self.places.most.of_link;
            // The connection that calls is the one that its holder wants.
            let oldest = held.oldest_of(&holder, Some(self.number)).filter(|_| over);
            oldest.and_then(|oldest| held.remove(oldest))
        };
        end(gone);
    }

    /// The connection is counted elsewhere from now on.
    pub fn give_back(&self) {
        self.places.lock().remove(self.number);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.give_back();
    }
}

fn end(connection: Option<AbortHandle>) {
    if let Some(connection) = connection {
        connection.abort();
    }
}

/// What of an address is one subscriber's: all of IPv4, the first half of IPv6.
pub fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
    }
}

#[cfg(test)]
mod tests {
    use tokio::task::JoinHandle;

    use super::*;

    /// A connection that never ends by itself.
    struct Connection {
        place: Arc<Place>,
        task: JoinHandle<()>,
    }

    impl Connection {
        fn from(places: &Arc<Places>, address: &str) -> Self {
            let place = places.take(address.parse().expect("an address"));
            let task = tokio::spawn(std::future::pending());
            place.ends_by(task.abort_handle());
            Self { place, task }
        }

        async fn is_ended(&mut self) -> bool {
            tokio::task::yield_now().await;
            self.task.is_finished()
        }
    }

    async fn ended(connections: &mut [Connection]) -> Vec<bool> {
        let mut ended = Vec::new();
        for connection in connections {
            ended.push(connection.is_ended().await);
        }
        ended
    }

    fn places(strangers: usize, of_address: usize, of_link: usize) -> Arc<Places> {
        let most = Most { strangers, of_address, of_link };
        Arc::new(Places { most, held: Mutex::default(), operator: Arc::default() })
    }

    fn link(id: &str) -> LinkId {
        LinkId::given(id).expect("an id")
    }

    #[tokio::test]
    async fn the_newest_of_an_address_takes_the_place_of_its_oldest() {
        let places = places(100, 2, 100);
        let mut other = Connection::from(&places, "192.0.2.2");
        let mut crowd: Vec<_> = (0..4).map(|_| Connection::from(&places, "192.0.2.1")).collect();
        assert_eq!(ended(&mut crowd).await, [true, true, false, false]);
        assert!(!other.is_ended().await);
    }

    #[tokio::test]
    async fn a_connection_that_has_shown_a_link_stays_whoever_crowds_in_from_its_address() {
        let places = places(3, 2, 100);
        let mut known = Connection::from(&places, "192.0.2.1");
        known.place.show(&link("a"));
        let mut crowd: Vec<_> = (0..4).map(|_| Connection::from(&places, "192.0.2.1")).collect();
        crowd.extend((2..9).map(|host| Connection::from(&places, &format!("192.0.2.{host}"))));
        let gone = ended(&mut crowd).await.into_iter().filter(|gone| *gone).count();
        assert_eq!(gone, crowd.len() - 3);
        assert!(!known.is_ended().await);
    }

    #[tokio::test]
    async fn of_a_link_the_oldest_gives_way_and_never_the_one_that_calls() {
        let places = places(100, 100, 2);
        let mut crowd: Vec<_> = (0..4).map(|_| Connection::from(&places, "192.0.2.1")).collect();
        crowd.iter().for_each(|connection| connection.place.show(&link("a")));
        assert_eq!(ended(&mut crowd).await, [true, true, false, false]);
        let mut crowd: Vec<_> = (0..4).map(|_| Connection::from(&places, "192.0.2.1")).collect();
        crowd.iter().rev().for_each(|connection| connection.place.show(&link("b")));
        assert_eq!(ended(&mut crowd).await, [false, true, true, false], "the oldest calls last");
    }

    #[tokio::test]
    async fn places_are_given_back() {
        let places = places(2, 2, 2);
        for _ in 0..10 {
            drop(Connection::from(&places, "192.0.2.1"));
        }
        let mut listener = Connection::from(&places, "192.0.2.1");
        listener.place.give_back();
        let _crowd: Vec<_> = (0..10).map(|_| Connection::from(&places, "192.0.2.1")).collect();
        assert!(!listener.is_ended().await);
        drop((listener, _crowd));
        let held = places.lock();
        assert!(held.places.is_empty() && held.by_holder.is_empty() && held.strangers.is_empty());
    }

    #[test]
    fn a_subscriber_has_one_address_of_ipv4_and_a_network_of_ipv6() {
        let of = |address: &str| network(address.parse().expect("an address"));
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2::1"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
    }
}
