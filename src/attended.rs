//! Whose seats are taken by somebody real, and whose are played by the simulated people of a demonstration.
//!
//! A real person always has the better claim. The order of things makes it exact: the gateway says that somebody
//! enters, waits until the seat is vacated, and only then lets their first command through. So a simulated person
//! never undoes what the real one has done.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tokio::sync::watch;

use crate::terms::ids::{PersonId, SessionId};

/// A seat: a person in one session.
type Seat = (SessionId, PersonId);

/// The seats of all sessions. Clones share them.
#[derive(Debug, Clone)]
pub struct Attended(Arc<watch::Sender<Seats>>);

#[derive(Debug, Default)]
struct Seats {
    /// Connections of real people.
    real: BTreeMap<Seat, u32>,
    /// Seats that are played.
    played: BTreeSet<Seat>,
}

impl Default for Attended {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(Seats::default())))
    }
}

impl Attended {
    /// A real person connects. Each must be followed by one [`Attended::leave`].
    pub fn enter(&self, session: &SessionId, person: &PersonId) {
        let seat = (session.clone(), person.clone());
        self.0.send_modify(|seats| *seats.real.entry(seat).or_default() += 1);
    }

    /// A connection of a real person has ended.
    pub fn leave(&self, session: &SessionId, person: &PersonId) {
        let seat = (session.clone(), person.clone());
        self.0.send_modify(|seats| {
            if let Some(connections) = seats.real.get_mut(&seat) {
                *connections -= 1;
                if *connections == 0 {
                    seats.real.remove(&seat);
                }
            }
        });
    }

    /// Whether a real person is in the seat.
    pub fn has(&self, session: &SessionId, person: &PersonId) -> bool {
        self.0.borrow().real.contains_key(&(session.clone(), person.clone()))
    }

    /// Waits until nobody plays the seat; to be called after [`Attended::enter`], before the person's first act.
    pub async fn vacated(&self, session: &SessionId, person: &PersonId) {
        let seat = (session.clone(), person.clone());
        // The sender lives as long as this.
        drop(self.0.subscribe().wait_for(|seats| !seats.played.contains(&seat)).await);
    }

    /// Takes a seat to play it; false if a real person is in it.
    pub fn play(&self, session: &SessionId, person: &PersonId) -> bool {
        let seat = (session.clone(), person.clone());
        let mut free = false;
        self.0.send_modify(|seats| {
            free = !seats.real.contains_key(&seat);
            if free {
                seats.played.insert(seat);
            }
        });
        free
    }

    /// Gives a played seat up.
    pub fn vacate(&self, session: &SessionId, person: &PersonId) {
        self.0.send_modify(|seats| {
            seats.played.remove(&(session.clone(), person.clone()));
        });
    }

    /// Tells when somebody enters or leaves.
    pub fn changes(&self) -> Changes {
        Changes(self.0.subscribe())
    }
}

/// Follows who enters and leaves.
#[derive(Debug)]
pub struct Changes(watch::Receiver<Seats>);

impl Changes {
    /// Ready once somebody has entered or left since the last time; never once nobody can any more.
    pub async fn next(&mut self) {
        if self.0.changed().await.is_err() {
            std::future::pending().await
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seat() -> (SessionId, PersonId) {
        ("opening".parse().unwrap(), "chair".parse().unwrap())
    }

    #[test]
    fn a_seat_is_attended_as_long_as_one_connection_lasts() {
        let (attended, (session, person)) = (Attended::default(), seat());
        attended.enter(&session, &person);
        attended.enter(&session, &person);
        attended.leave(&session, &person);
        assert!(attended.has(&session, &person));
        assert!(!attended.play(&session, &person), "a real person is in it");
        attended.leave(&session, &person);
        attended.leave(&session, &person);
        assert!(!attended.has(&session, &person));
        assert!(attended.play(&session, &person));
        assert!(!attended.has(&session, &person), "who plays is not real");
    }

    #[tokio::test]
    async fn whoever_enters_waits_until_the_seat_is_vacated() {
        let (attended, (session, person)) = (Attended::default(), seat());
        attended.vacated(&session, &person).await;
        assert!(attended.play(&session, &person));
        let mut changes = attended.changes();
        attended.enter(&session, &person);
        changes.next().await;
        let waiting = tokio::spawn({
            let (attended, session, person) = (attended.clone(), session.clone(), person.clone());
            async move { attended.vacated(&session, &person).await }
        });
        tokio::task::yield_now().await;
        assert!(!waiting.is_finished());
        attended.vacate(&session, &person);
        waiting.await.unwrap();
    }
}
