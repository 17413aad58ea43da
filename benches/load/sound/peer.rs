//! A headless WebRTC client: what a browser would do, with a UDP socket of its own, over str0m.

use std::io::IoSliceMut;
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4, UdpSocket};
use std::os::fd::{AsFd, AsRawFd as _, BorrowedFd};
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context as _, bail};
use nix::errno::Errno;
use nix::sys::socket::sockopt::ReceiveTimestampns;
use nix::sys::socket::{ControlMessageOwned, MsgFlags, SockaddrIn, recvmsg, setsockopt};
use nix::sys::time::TimeSpec;
use str0m::change::{SdpAnswer, SdpPendingOffer};
use str0m::media::{Direction, MediaKind, Mid};
use str0m::net::{Protocol, Receive};
use str0m::rtp::{ExtensionValues, RtpWrite};
use str0m::{Candidate, Event, IceConnectionState, Input, Output, Rtc, RtcConfig};

use super::packet;

/// Longest datagram, in bytes; WebRTC sends up to about 1,250.
const DATAGRAM_BYTES_MAX: usize = 2_048;

/// How loud the microphone says it is, in dBov: speech.
const LEVEL_DBOV: i8 = -20;

/// Makes clients. All share one certificate: making thousands would say nothing of the server.
pub struct Maker {
    config: RtcConfig,
}

impl Maker {
    /// With a new certificate.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn new() -> anyhow::Result<Self> {
        let crypto = Arc::new(str0m::crypto::from_feature_flags());
        let certificate =
            crypto.dtls_provider.generate_certificate().context("no certificate can be made")?;
        let config = Rtc::builder().set_crypto_provider(crypto).set_dtls_cert(certificate);
        Ok(Self { config: config.set_rtp_mode(true).clear_codecs().enable_opus(true, false) })
    }

    /// A client and its offer, with so many sections of sound.
    ///
    /// # Errors
    /// If it has no socket.
    pub fn make(&self, direction: Direction, sections: usize) -> anyhow::Result<(Peer, String)> {
        let socket = socket()?;
        let local = socket.local_addr()?;
        let now = Instant::now();
        let mut rtc = self.config.clone().build(now);
        rtc.add_local_candidate(Candidate::host(local, "udp")?);
        let mut api = rtc.sdp_api();
        let mids: Vec<Mid> =
            (0..sections).map(|_| api.add_media(MediaKind::Audio, direction, None, None, None)).collect();
        let (offer, pending) = api.apply().context("there is nothing to offer")?;
        let mid = *mids.first().context("there is nothing to offer")?;
        let peer = Peer { rtc, socket, local, mid, pending: Some(pending), due: now, connected: false };
        Ok((peer, offer.to_sdp_string()))
    }
}

/// A client.
pub struct Peer {
    rtc: Rtc,
    socket: UdpSocket,
    local: SocketAddr,
    mid: Mid,
    pending: Option<SdpPendingOffer>,
    due: Instant,
    connected: bool,
}

/// Room for a datagram with the kernel's stamp.
pub struct Intake {
    bytes: Vec<u8>,
    stamp: Vec<u8>,
}

impl Intake {
    /// Empty room.
    pub fn new() -> Self {
        Self { bytes: vec![0; DATAGRAM_BYTES_MAX], stamp: nix::cmsg_space!(TimeSpec) }
    }

    /// Reads a datagram, if one has come.
    ///
    /// # Errors
    /// If the socket has failed.
    pub fn receive(&mut self, socket: &UdpSocket) -> anyhow::Result<Option<Datagram<'_>>> {
        let Self { bytes, stamp } = self;
        let (from, at_ns, length) = {
            let mut slices = [IoSliceMut::new(bytes)];
            let flags = MsgFlags::MSG_DONTWAIT;
            let message = match recvmsg::<SockaddrIn>(socket.as_raw_fd(), &mut slices, Some(stamp), flags) {
                Ok(message) => message,
                Err(Errno::EAGAIN | Errno::EINTR) => return Ok(None),
                Err(error) => return Err(error).context("a client's socket has failed"),
            };
            let stamps = message.cmsgs()?.filter_map(|control| {
                let ControlMessageOwned::ScmTimestampns(time) = control else { return None };
                Some(packet::nanos(time))
            });
            let at_ns = stamps.last().context("the kernel does not stamp what comes")?;
            (message.address.map(SocketAddrV4::from), at_ns, message.bytes)
        };
        let from = from.context("a datagram came from nowhere")?.into();
        Ok(Some(Datagram { from, bytes: bytes.get(..length).unwrap_or_default(), at_ns }))
    }
}

/// A socket on loopback, where the kernel stamps what comes.
///
/// # Errors
/// If the system gives none.
pub fn socket() -> anyhow::Result<UdpSocket> {
    let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).context("there is no UDP socket")?;
    socket.set_nonblocking(true)?;
    setsockopt(&socket, ReceiveTimestampns, &true)?;
    Ok(socket)
}

/// A datagram as it came.
pub struct Datagram<'a> {
    /// From where.
    from: SocketAddr,
    /// What.
    bytes: &'a [u8],
    /// When it was there to be read, by the kernel, in nanoseconds of [`packet::now_ns`].
    pub at_ns: u64,
}

impl Datagram<'_> {
    /// Whether it is a packet of sound, told apart from reports, checks and handshakes as RFC 7983 and RFC 5761
    /// section 4 say.
    pub fn is_sound(&self) -> bool {
        matches!(self.bytes, [128..=191, kind, ..] if !(192..=223).contains(kind))
    }
}

impl Peer {
    /// Whether the handshake is done.
    pub fn is_connected(&self) -> bool {
        self.connected
    }

    /// When it has to be stepped without input.
    pub fn due(&self) -> Instant {
        self.due
    }

    /// Takes the server's answer.
    ///
    /// # Errors
    /// If it is none to the offer.
    pub fn answered(&mut self, sdp: &str) -> anyhow::Result<()> {
        let pending = self.pending.take().context("an answer that nobody waits for")?;
        let answer = SdpAnswer::from_sdp_string(sdp).context("the server's answer is not understood")?;
        self.rtc.sdp_api().accept_answer(pending, answer).context("the server's answer does not fit")?;
        self.tick(Instant::now())
    }

    /// Reads a datagram, if one has come.
    ///
    /// # Errors
    /// If the socket has failed.
    pub fn read<'a>(&self, intake: &'a mut Intake) -> anyhow::Result<Option<Datagram<'a>>> {
        intake.receive(&self.socket)
    }

    /// Takes a datagram in, and hands over the packet of sound in it.
    ///
    /// # Errors
    /// If the connection has ended.
    pub fn take(&mut self, datagram: &Datagram, heard: &mut dyn FnMut(&[u8])) -> anyhow::Result<()> {
        let contents = datagram.bytes.try_into().context("the server sent what is not WebRTC")?;
        let (source, destination) = (datagram.from, self.local);
        let received = Receive { proto: Protocol::Udp, source, destination, contents };
        self.step(Input::Receive(Instant::now(), received), heard)
    }

    /// Does what is due.
    ///
    /// # Errors
    /// If the connection has ended.
    pub fn tick(&mut self, now: Instant) -> anyhow::Result<()> {
        self.step(Input::Timeout(now), &mut |_packet| {})
    }

    /// Sends a packet of sound.
    ///
    /// # Errors
    /// If there is no way for it.
    pub fn speak(&mut self, number: u64, time: u32, payload: Arc<[u8]>) -> anyhow::Result<()> {
        let now = Instant::now();
        let opus = self.rtc.codec_config().params().first().context("the server takes no Opus")?.pt();
        let mut direct = self.rtc.direct_api();
        let stream = direct.stream_tx_by_mid(self.mid, None).context("the server takes no sound")?;
        let loud = ExtensionValues { audio_level: Some(LEVEL_DBOV), ..ExtensionValues::default() };
        stream
            .write_rtp(RtpWrite::new(opus, number.into(), time, now, payload).ext_vals(loud).nackable(false));
        self.tick(now)
    }

    fn step(&mut self, input: Input, heard: &mut dyn FnMut(&[u8])) -> anyhow::Result<()> {
        self.rtc.handle_input(input).context("a client's WebRTC has failed")?;
        loop {
            match self.rtc.poll_output().context("a client's WebRTC has failed")? {
                Output::Timeout(due) => {
                    self.due = due;
                    return Ok(());
                }
                Output::Transmit(sent) => self.send(&sent.contents, sent.destination)?,
                Output::Event(Event::Connected) => self.connected = true,
                Output::Event(Event::RtpPacket(packet)) => heard(&packet.payload),
                Output::Event(
                    Event::Closed | Event::IceConnectionStateChange(IceConnectionState::Disconnected),
                ) => bail!("the server has ended a WebRTC connection"),
                Output::Event(_of_no_concern) => {}
            }
        }
    }

    fn send(&self, bytes: &[u8], to: SocketAddr) -> anyhow::Result<()> {
        match self.socket.send_to(bytes, to) {
            Ok(_sent) => Ok(()),
            Err(error) => Err(error).with_context(|| format!("a client cannot send to {to}")),
        }
    }
}

impl AsFd for Peer {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.socket.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use plenary::media::{self, Media, Offer, Purpose};
    use plenary::meeting::sound::plan::{Carries, Hearing, Plan};
    use plenary::terms::ids::PersonId;

    use super::*;

    #[test]
    fn sound_is_told_apart_from_reports_checks_and_handshakes() {
        let is_sound = |bytes: &[u8]| {
            Datagram { from: SocketAddr::from((Ipv4Addr::LOCALHOST, 9)), bytes, at_ns: 0 }.is_sound()
        };
        assert!(is_sound(&[0x80, 111, 0, 1]) && is_sound(&[0x90, 0x80 | 111, 0, 1]));
        assert!(!is_sound(&[0x81, 200, 0, 1]), "a sender's report");
        assert!(!is_sound(&[0, 1, 0, 1]) && !is_sound(&[22, 254, 253]) && !is_sound(&[0x80]));
    }

    #[test]
    fn a_datagram_comes_with_the_kernels_time() {
        let (peer, sdp) = Maker::new().unwrap().make(Direction::RecvOnly, 4).unwrap();
        assert_eq!(sdp.matches("m=audio").count(), 4);
        let sender = UdpSocket::bind("127.0.0.1:0").unwrap();
        let before_ns = packet::now_ns().unwrap();
        sender.send_to(&[0x80, 111, 0, 1], peer.local).unwrap();
        let mut intake = Intake::new();
        // On loopback what is sent has arrived.
        let datagram = peer.read(&mut intake).unwrap().unwrap();
        assert!(datagram.is_sound());
        assert!((before_ns..=packet::now_ns().unwrap()).contains(&datagram.at_ns));
        assert!(peer.read(&mut intake).unwrap().is_none());
    }

    /// A media plane with one session, in which Iraq has the floor.
    fn media() -> Media {
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let settings = media::Settings { listen, advertised: Vec::new(), listener_threads: 1 };
        let (media, _reports) = media::start(settings).unwrap();
        let (iraq, floor) = ("iraq".parse::<PersonId>().unwrap(), "floor".parse().unwrap());
        let plan = Plan {
            turn: Some(iraq.clone()),
            floor: vec![iraq],
            channels: [(floor, Carries::Floor)].into(),
            ..Plan::default()
        };
        media.plan(&"plenary".parse().unwrap(), Arc::new(plan));
        media
    }

    /// A client whose offer was answered.
    async fn connected(media: &Media, connection: u64, purpose: Purpose) -> Peer {
        let (direction, sections, person) = match purpose {
            Purpose::Publish => (Direction::SendOnly, 1, "iraq"),
            Purpose::Listen => (Direction::RecvOnly, 4, "lebanon"),
        };
        let (mut peer, sdp) = Maker::new().unwrap().make(direction, sections).unwrap();
        let hearing = Hearing { channel: "floor".parse().unwrap(), monitor: None };
        let (session, person) = ("plenary".parse().unwrap(), person.parse().unwrap());
        let offer = Offer { connection, session, person, purpose, sdp, hearing };
        peer.answered(&media.offer(offer).await.unwrap()).unwrap();
        peer
    }

    #[tokio::test]
    async fn what_one_says_the_other_hears_with_its_sending_time() {
        let media = media();
        let mut speaks = connected(&media, 1, Purpose::Publish).await;
        let mut listens = connected(&media, 2, Purpose::Listen).await;
        let (mut intake, mut said, mut heard) = (Intake::new(), 0, Vec::new());
        let began = Instant::now();
        while heard.len() < 3 {
            assert!(began.elapsed().as_secs() < 20, "{} of {said} were heard", heard.len());
            if speaks.is_connected() && listens.is_connected() {
                said += 1;
                speaks.speak(said, 960 * said as u32, packet::sent_at(packet::now_ns().unwrap())).unwrap();
            }
            for peer in [&mut speaks, &mut listens] {
                peer.tick(Instant::now()).unwrap();
                while let Some(datagram) = peer.read(&mut intake).unwrap() {
                    let at_ns = datagram.at_ns;
                    let mut hear = |packet: &[u8]| heard.push((packet::sending_time(packet).unwrap(), at_ns));
                    peer.take(&datagram, &mut hear).unwrap();
                }
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        for (sent_ns, came_ns) in heard {
            assert!((sent_ns..sent_ns + 5_000_000_000).contains(&came_ns), "{sent_ns} {came_ns}");
        }
        media.stop();
    }
}
