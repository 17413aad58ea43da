//! A wire between a log and its server that loses or delays what goes over it.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// What the wire does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// All goes through.
    Passing,
    /// What the server says is lost.
    AnswersLost,
    /// What either says is lost.
    AllLost,
    /// What the log says waits until the mode is another one, also where the connection has ended; what the server says is
    /// lost.
    Held,
}

/// A wire to a server. It is cut when this is dropped.
pub struct Wire {
    pub port: u16,
    state: Arc<watch::Sender<State>>,
    /// What the log has said since the mode was last set.
    said: Arc<Mutex<Vec<u8>>>,
    heard: watch::Sender<usize>,
}

#[derive(Clone, Copy)]
struct State {
    mode: Mode,
    /// How often the wire was cut.
    cuts: u64,
}

impl Wire {
    pub async fn to(server: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::new(watch::Sender::new(State { mode: Mode::Passing, cuts: 0 }));
        let wire = Self { port, state: state.clone(), said: Arc::default(), heard: watch::Sender::new(0) };
        let (said, heard) = (wire.said.clone(), wire.heard.clone());
        tokio::spawn(async move {
            while let Ok((log, _)) = listener.accept().await {
                let Ok(server) = TcpStream::connect(("127.0.0.1", server)).await else { continue };
                let ((from_log, to_log), (from_server, to_server)) = (log.into_split(), server.into_split());
                tokio::spawn(questions(from_log, to_server, state.subscribe(), said.clone(), heard.clone()));
                tokio::spawn(answers(from_server, to_log, state.subscribe()));
            }
        });
        wire
    }

    pub fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }

    pub fn set(&self, mode: Mode) {
        self.said.lock().unwrap().clear();
        self.state.send_modify(|state| state.mode = mode);
    }

    /// Cuts what is connected now, and lets all through that connects from now on.
    pub fn cut(&self) {
        self.state.send_modify(|state| *state = State { mode: Mode::Passing, cuts: state.cuts + 1 });
    }

    /// Waits until the log has said something.
    pub async fn has_said(&self, text: &str) {
        let mut heard = self.heard.subscribe();
        let said = || self.said.lock().unwrap().windows(text.len()).any(|window| window == text.as_bytes());
        while !said() {
            heard.changed().await.unwrap();
        }
    }
}

async fn questions(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    mut state: watch::Receiver<State>,
    said: Arc<Mutex<Vec<u8>>>,
    heard: watch::Sender<usize>,
) {
    let cuts = state.borrow().cuts;
    let (mut held, mut piece) = (Vec::new(), vec![0; 64 << 10]);
    loop {
        tokio::select! {
            changed = state.changed() => {
                let now = *state.borrow_and_update();
                if changed.is_err() || (now.cuts != cuts && held.is_empty()) {
                    return;
                }
                if now.mode != Mode::Held && !held.is_empty() {
                    drop(to.write_all(&std::mem::take(&mut held)).await);
                }
            }
            length = from.read(&mut piece) => {
                let length = length.unwrap_or(0);
                if length == 0 {
                    // What waits goes to the server nevertheless.
                    drop(state.wait_for(|state| state.mode != Mode::Held).await);
                    drop(to.write_all(&held).await);
                    return;
                }
                let mode = state.borrow().mode;
                said.lock().unwrap().extend_from_slice(&piece[..length]);
                heard.send_modify(|times| *times += 1);
                match mode {
                    Mode::Passing | Mode::AnswersLost => drop(to.write_all(&piece[..length]).await),
                    Mode::AllLost => {}
                    Mode::Held => held.extend_from_slice(&piece[..length]),
                }
            }
        }
    }
}

async fn answers(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut state: watch::Receiver<State>) {
    let cuts = state.borrow().cuts;
    let mut piece = vec![0; 64 << 10];
    loop {
        tokio::select! {
            changed = state.changed() => {
                if changed.is_err() || state.borrow_and_update().cuts != cuts {
                    return;
                }
            }
            length = from.read(&mut piece) => {
                let length = length.unwrap_or(0);
                if length == 0 {
                    return;
                }
                if state.borrow().mode == Mode::Passing && to.write_all(&piece[..length]).await.is_err() {
                    return;
                }
            }
        }
    }
}
