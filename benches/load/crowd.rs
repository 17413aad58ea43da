//! All clients: they come in a storm, write now and then, and vanish.

use std::cell::RefCell;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use tokio::task::JoinHandle;

use super::entering::Account;
use super::line::{Held, Line, Shared};
use super::tally::Tally;

/// Everybody who entered, with their connections.
pub struct Crowd {
    people: Vec<(Account, Rc<Held>)>,
    shared: Rc<Shared>,
    lines: Rc<RefCell<Vec<Rc<Line>>>>,
    reading: Vec<JoinHandle<()>>,
    failed: Rc<RefCell<Option<anyhow::Error>>>,
}

impl Crowd {
    /// Nobody has joined yet.
    pub fn new(accounts: Vec<Account>, tally: Rc<Tally>) -> Self {
        Self {
            people: accounts.into_iter().map(|account| (account, Rc::default())).collect(),
            shared: Rc::new(Shared::new(tally)),
            lines: Rc::default(),
            reading: Vec::new(),
            failed: Rc::default(),
        }
    }

    /// How many.
    pub fn size(&self) -> u32 {
        u32::try_from(self.people.len()).unwrap_or(u32::MAX)
    }

    /// What has come to them.
    pub fn tally(&self) -> &Tally {
        &self.shared.tally
    }

    /// All connect at once, and join with what they hold. Tells how long it took until the last one stood where the
    /// session stands.
    ///
    /// # Errors
    /// If one could not, or it took too long.
    pub async fn storm(&mut self, address: SocketAddr, within: Duration) -> anyhow::Result<Duration> {
        self.shared.tally.begin_storm();
        let began = Instant::now();
        for (account, held) in &self.people {
            let (account, held, shared) = (account.clone(), held.clone(), self.shared.clone());
            let (lines, failed) = (self.lines.clone(), self.failed.clone());
            self.reading.push(tokio::task::spawn_local(async move {
                match Line::open(address, &account, held, shared.clone()).await {
                    Ok(line) => {
                        let line = Rc::new(line);
                        lines.borrow_mut().push(line.clone());
                        line.read().await;
                    }
                    Err(error) => {
                        failed.borrow_mut().get_or_insert(error);
                        shared.tally.lost();
                    }
                }
            }));
        }
        match tokio::time::timeout(within, self.tally().until_joined(self.size())).await {
            Ok(Ok(())) => Ok(began.elapsed()),
            Ok(Err(lost)) => {
                let why = self.failed.borrow_mut().take();
                let why = why.unwrap_or_else(|| anyhow::anyhow!("the server ended connections"));
                Err(why).with_context(|| format!("{lost} clients or more could not join"))
            }
            Err(_late) => bail!("not all had joined within {} s", within.as_secs()),
        }
    }

    /// Has one of them send a text. Numbers beyond the last begin again with the first.
    ///
    /// # Errors
    /// If the connection has ended.
    pub fn send(&self, number: usize, text: &str) -> anyhow::Result<()> {
        let lines = self.lines.borrow();
        let line = lines.get(number % lines.len().max(1)).context("nobody has joined")?;
        line.send(text)
    }

    /// All drop their connections and keep what they hold.
    pub fn disperse(&mut self) {
        self.reading.drain(..).for_each(|reading| reading.abort());
        self.lines.borrow_mut().clear();
    }
}
