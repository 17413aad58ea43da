//! Everybody of a scenario: they come, stay, go, and are held against a view that is fresh.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::task::JoinHandle;

use super::super::entering::Account;
use super::client::Client;
use super::view::Held;
use super::world::World;

/// Differences that are told by name.
const NAMED_MAX: usize = 10;
/// How often what is held is compared until all agree.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// Everybody, by their numbers.
pub struct People {
    /// What they share.
    pub world: Rc<World>,
    clients: BTreeMap<u32, (Rc<Client>, Account)>,
    lives: RefCell<BTreeMap<u32, JoinHandle<()>>>,
    session: &'static str,
}

/// Whether all hold what a fresh view holds.
#[derive(Debug, Default)]
pub struct Agreement {
    /// Clients that were compared.
    pub compared: u32,
    /// Those whose view is not that of somebody who has just joined.
    pub differ: u32,
    /// Some of what they differ in.
    pub named: Vec<String>,
}

impl People {
    /// People who are not connected yet, by their numbers, of a session.
    pub fn new(
        accounts: impl IntoIterator<Item = (u32, Account)>,
        session: &'static str,
        world: Rc<World>,
    ) -> Self {
        let client = |(number, account): (u32, Account)| {
            (number, (Client::new(number, account.clone(), session, world.clone()), account))
        };
        let clients = accounts.into_iter().map(client).collect();
        Self { world, clients, lives: RefCell::default(), session }
    }

    /// How many.
    pub fn size(&self) -> u32 {
        u32::try_from(self.clients.len()).unwrap_or(u32::MAX)
    }

    /// All of them, by their numbers.
    pub fn all(&self) -> impl Iterator<Item = &Rc<Client>> {
        self.clients.values().map(|(client, _)| client)
    }

    /// Those with numbers within a range.
    pub fn within(&self, numbers: Range<u32>) -> Vec<Rc<Client>> {
        self.clients.range(numbers).map(|(_, (client, _))| client.clone()).collect()
    }

    /// The one of a number.
    pub fn one(&self, number: u32) -> Option<Rc<Client>> {
        self.clients.get(&number).map(|(client, _)| client.clone())
    }

    /// One comes, and stays.
    pub fn comes(&self, number: u32) {
        if let Some((client, _)) = self.clients.get(&number) {
            let life = tokio::task::spawn_local(client.clone().live());
            if let Some(before) = self.lives.borrow_mut().insert(number, life) {
                before.abort();
            }
        }
    }

    /// Somebody comes for the first time.
    pub fn join(&mut self, number: u32, account: Account) {
        let client = Client::new(number, account.clone(), self.session, self.world.clone());
        self.clients.insert(number, (client, account));
        self.comes(number);
    }

    /// One goes, and keeps what it holds.
    pub fn goes(&self, number: u32) {
        let life = self.lives.borrow_mut().remove(&number);
        if let Some(life) = life {
            life.abort();
        }
        if let Some((client, _)) = self.clients.get(&number) {
            client.leave();
        }
    }

    /// All come at once, and it is waited until all views are whole.
    ///
    /// # Errors
    /// If that takes too long.
    pub async fn all_come(&self, within: Duration) -> anyhow::Result<Duration> {
        let began = Instant::now();
        let numbers: Vec<u32> = self.clients.keys().copied().collect();
        numbers.into_iter().for_each(|number| self.comes(number));
        self.all_in(within).await?;
        Ok(began.elapsed())
    }

    /// Waits until the views of all are whole.
    ///
    /// # Errors
    /// If that takes too long.
    pub async fn all_in(&self, within: Duration) -> anyhow::Result<()> {
        let there = u32::try_from(self.lives.borrow().len()).unwrap_or(u32::MAX);
        self.world.until("all are in", within, || self.world.whole() >= there).await
    }

    /// Waits until every command was answered, and tells how many were not in time.
    pub async fn all_answered(&self, within: Duration) -> usize {
        let unanswered = || self.all().map(|client| client.unanswered()).sum::<usize>();
        // How many are left is told: that is no failure to measure.
        drop(self.world.until("all is answered", within, || unanswered() == 0).await);
        unanswered()
    }

    /// Holds what each has against what it would be given if it joined now, until all agree or it has taken too long.
    ///
    /// # Errors
    /// If somebody cannot join.
    pub async fn agree(&self, within: Duration) -> anyhow::Result<Agreement> {
        let world = self.world.beside();
        let lives: Vec<u32> = self.lives.borrow().keys().copied().collect();
        let there = || self.clients.iter().filter(|(number, _)| lives.binary_search(number).is_ok());
        let accounts = there().map(|(number, (_, account))| (*number, account.clone()));
        let fresh = Self::new(accounts, self.session, world);
        fresh.all_come(within).await?;
        let began = Instant::now();
        loop {
            let mut agreement = Agreement::default();
            for ((_, (here, _)), now) in there().zip(fresh.all()) {
                agreement.compared += 1;
                let differences = differences(&here.held(), &now.held());
                if here.seq() != now.seq() || !differences.is_empty() {
                    agreement.differ += 1;
                    let left = NAMED_MAX - agreement.named.len().min(NAMED_MAX);
                    let who = format!("{} at {} for {}", here.number, here.seq(), now.seq());
                    agreement
                        .named
                        .extend(differences.into_iter().map(|name| format!("{who}: {name}")).take(left));
                }
            }
            if agreement.differ == 0 || began.elapsed() > within {
                return Ok(agreement);
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }
}

impl Drop for People {
    fn drop(&mut self) {
        self.lives.borrow().values().for_each(JoinHandle::abort);
        self.all().for_each(|client| client.leave());
    }
}

/// Scopes and entities in which two differ.
fn differences(here: &Held, now: &Held) -> Vec<String> {
    let mut found = Vec::new();
    for (name, scope) in here {
        match now.get(name) {
            Some(other) if Rc::ptr_eq(scope, other) => {}
            Some(other) => {
                found.extend(scope.differences(other).into_iter().map(|entity| format!("{name} {entity}")));
            }
            None => found.push(name.to_string()),
        }
    }
    found.extend(now.keys().filter(|name| !here.contains_key(*name)).map(ToString::to_string));
    found
}
