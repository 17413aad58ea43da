//! The machine's floor of sound over UDP: packets as long, encrypted for each with a key of its own, to as many
//! sockets, as seldom, by a bare loop in a process of its own. Encrypted by AES-256-GCM, as the server's packets are: it and
//! browsers prefer it of what both know (RFC 7714).

use std::io::IoSlice;
use std::net::{Ipv4Addr, SocketAddrV4, UdpSocket};
use std::os::fd::AsRawFd as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, anyhow};
use nix::errno::Errno;
use nix::sys::socket::{MsgFlags, MultiHeaders, SockaddrIn, sendmmsg};
use str0m::crypto::{AeadAes256Gcm, AeadAes256GcmCipher};

use super::super::floor::Floor;
use super::super::part::Running;
use super::super::process::Usage;
use super::packet::{self, PER_SECOND};
use super::peer::{self, Intake};
use super::poll::{Poll, Token};

/// Datagrams sent with one call.
const BATCH: usize = 256;
/// Bytes before the payload (RFC 3550 section 5.1).
const HEAD_BYTES: usize = 12;
/// How long the process may take beside the seconds it was asked for.
const WITHIN: Duration = Duration::from_secs(60);
/// How often the reader looks whether the process has ended.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// What the process is asked; it reads the ports to send to from standard input.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct DatagramsArgs {
    /// How long, in seconds.
    #[arg(long)]
    seconds: u32,
}

/// One who is sent to.
struct Listener {
    to: Option<SockaddrIn>,
    key: Box<dyn AeadAes256GcmCipher>,
    packet: Vec<u8>,
    sequence: u16,
}

impl Listener {
    fn new(number: u32, port: u16) -> Self {
        let mut key = [1; AeadAes256Gcm::KEY_LEN];
        key.iter_mut().zip(number.to_be_bytes()).for_each(|(key, number)| *key = number);
        let ciphers = str0m::crypto::from_feature_flags().srtp_provider.aead_aes_256_gcm();
        Self {
            to: Some(SocketAddrV4::new(Ipv4Addr::LOCALHOST, port).into()),
            key: ciphers.create_cipher(key, true),
            packet: vec![0; HEAD_BYTES + packet::BYTES + AeadAes256Gcm::TAG_LEN],
            sequence: 0,
        }
    }

    /// Writes the packet that is sent next.
    fn seal(&mut self, payload: &[u8]) -> anyhow::Result<()> {
        self.sequence = self.sequence.wrapping_add(1);
        let (head, body) =
            self.packet.split_first_chunk_mut::<HEAD_BYTES>().context("a packet has a head")?;
        let [s1, s2] = self.sequence.to_be_bytes();
        // Version 2, payload type 111, sequence; time and source are as good as zero here.
        *head = [0x80, 111, s1, s2, 0, 0, 0, 0, 0, 0, 0, 0];
        let nonce = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, s1, s2];
        self.key
            .encrypt(&nonce, head, payload, body)
            .map_err(|error| anyhow!("a packet is not encrypted: {error}"))
    }
}

/// The process: sends at the pace of speech, and tells what it used.
///
/// # Errors
/// If a socket failed.
pub fn send(args: &DatagramsArgs) -> anyhow::Result<()> {
    let ports: Vec<u16> = serde_json::from_reader(std::io::stdin().lock()).context("no ports were told")?;
    let mut listeners: Vec<_> = (0..).zip(ports).map(|(number, port)| Listener::new(number, port)).collect();
    let to: Vec<_> = listeners.iter().map(|listener| listener.to).collect();
    let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0))?;
    let mut headers = MultiHeaders::preallocate(BATCH, None);
    let rounds = args.seconds * PER_SECOND;
    // Nothing ever comes by this channel: waiting for it is how this thread keeps the pace.
    let (_silent, pace) = std::sync::mpsc::channel::<()>();
    let (before, began) = (Usage::of(std::process::id())?, Instant::now());
    for round in 1..=rounds {
        let payload = packet::sent_at(packet::now_ns()?);
        for (batch, to) in listeners.chunks_mut(BATCH).zip(to.chunks(BATCH)) {
            batch.iter_mut().try_for_each(|listener| listener.seal(&payload))?;
            send_batch(&socket, &mut headers, batch, to)?;
        }
        let due = began + Duration::from_secs(1) / PER_SECOND * round;
        // The end of the wait is what was waited for.
        let _: Result<(), std::sync::mpsc::RecvTimeoutError> =
            pace.recv_timeout(due.saturating_duration_since(Instant::now()));
    }
    let cpu_us = Usage::of(std::process::id())?.cpu_us - before.cpu_us;
    let writes = u64::from(rounds) * listeners.len() as u64;
    println!("{}", serde_json::to_string(&Floor { writes, bytes: packet::BYTES, cpu_us })?);
    Ok(())
}

fn send_batch(
    socket: &UdpSocket,
    headers: &mut MultiHeaders<SockaddrIn>,
    batch: &[Listener],
    to: &[Option<SockaddrIn>],
) -> anyhow::Result<()> {
    let slices: Vec<_> = batch.iter().map(|listener| [IoSlice::new(&listener.packet)]).collect();
    let mut sent = 0;
    while let (Some(slices), Some(to)) = (slices.get(sent..), to.get(sent..))
        && !to.is_empty()
    {
        match sendmmsg(socket.as_raw_fd(), headers, slices, to, [], MsgFlags::empty()) {
            Ok(results) => sent += results.count(),
            Err(Errno::EINTR) => {}
            Err(error) => return Err(error).context("the floor cannot send"),
        }
    }
    Ok(())
}

/// Starts the process, and reads what it sends as the listeners of the server do.
///
/// # Errors
/// If it could not be measured.
pub async fn measure(listeners: u32, seconds: u32) -> anyhow::Result<Floor> {
    let (mut sockets, mut ports) = (Vec::new(), Vec::new());
    let mut poll = Poll::new()?;
    for number in 0..listeners {
        let socket = peer::socket()?;
        poll.add(&socket, Token::Ear(number))?;
        ports.push(socket.local_addr()?.port());
        sockets.push(socket);
    }
    let done = Done::default();
    let is_done = done.0.clone();
    let reading = std::thread::spawn(move || read(&mut poll, &sockets, &is_done));
    let seconds_text = seconds.to_string();
    let mut part = Running::start(&["datagrams", "--seconds", &seconds_text], &serde_json::to_vec(&ports)?)?;
    let line = part.result(WITHIN + Duration::from_secs(u64::from(seconds))).await?;
    drop(done);
    reading.join().map_err(|_panic| anyhow!("the floor's reader has failed"))??;
    serde_json::from_str(&line).context("the floor's answer is not understood")
}

/// Tells the reader to end, also when the run has given up.
#[derive(Default)]
struct Done(Arc<AtomicBool>);

impl Drop for Done {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

fn read(poll: &mut Poll, sockets: &[UdpSocket], done: &AtomicBool) -> anyhow::Result<()> {
    let mut intake = Intake::new();
    while !done.load(Ordering::Relaxed) {
        for token in poll.wait(LOOK_EVERY)? {
            let Token::Ear(number) = token else { continue };
            let Some(socket) = sockets.get(number as usize) else { continue };
            // What it is does not matter, only that it is read.
            intake.receive(socket)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listener_gets_another_packet_of_the_same_sound() {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        let receiver = UdpSocket::bind("127.0.0.1:0").unwrap();
        let port = receiver.local_addr().unwrap().port();
        let mut batch: Vec<_> = (0..2).map(|number| Listener::new(number, port)).collect();
        let payload = packet::sent_at(7);
        batch.iter_mut().for_each(|listener| listener.seal(&payload).unwrap());
        let to: Vec<_> = batch.iter().map(|listener| listener.to).collect();
        send_batch(&socket, &mut MultiHeaders::preallocate(BATCH, None), &batch, &to).unwrap();
        let mut received = [[0; 256]; 2];
        for bytes in &mut received {
            assert_eq!(receiver.recv(bytes).unwrap(), HEAD_BYTES + packet::BYTES + AeadAes256Gcm::TAG_LEN);
        }
        assert_eq!(received[0][..HEAD_BYTES], received[1][..HEAD_BYTES]);
        assert_ne!(received[0][HEAD_BYTES..], received[1][HEAD_BYTES..]);
        assert_ne!(received[0][HEAD_BYTES..][..packet::BYTES], payload[..]);
    }
}
