//! The media plane as the rest of the server sees it. Nothing here waits for sound.

use std::net::{SocketAddr, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fmt, thread};

use bytes::Bytes;
use tokio::net::TcpStream;
use tokio::sync::{broadcast, mpsc, oneshot};

use super::fault::{MediaFault, OfferFault};
use super::frame::Frame;
use super::gauges::{Reading, Way};
use super::limits::{TAP_FRAMES, TCP_MAX};
use super::listeners::{self, Listeners, Outlet, ToListeners};
use super::net::{Datagram, Inbox, Mailbox, Outgoing, Waiter, bind, carry, mailbox, user_fragment};
use super::offer::{Answerer, Offer, Purpose};
use super::peer::{Microphone, Owner, Peer};
use super::permits::{Permit, Permits};
use super::report::{Report, Reporter};
use super::settings::Settings;
use super::sound::{self, SocketFrame, Sound, ToSound, fragment_prefix, thread_of};
use super::table::Table;
use super::tally::Tally;
use super::tap::Tap;
use super::trunk::{self, End};
use crate::alarm::Alarm;
use crate::meeting::sound::plan::{Hearing, Plan};
use crate::terms::ids::{ChannelId, PersonId, SessionId};

/// Reports that may wait for whoever hears them; more are kept in the media plane.
const REPORTS: usize = 1_024;

/// A way of sound to a WebSocket.
pub trait SoundOutlet: Send + Sync {
    /// Sends a ready WebSocket frame. Never blocks; drops what a slow client does not take.
    fn send(&self, message: &Bytes);
}

/// The media plane. Copies are the same one; with the last, it ends.
#[derive(Clone)]
pub struct Media(Arc<Inner>);

struct Inner {
    sound: Mailbox<ToSound>,
    listeners: Vec<Mailbox<ToListeners>>,
    answerer: Answerer,
    permits: Arc<Permits>,
    tcp: AtomicUsize,
    address: SocketAddr,
}

impl fmt::Debug for Media {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Media").field("address", &self.0.address).finish_non_exhaustive()
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.sound.post(ToSound::Stop);
    }
}

/// Starts the media plane. Its threads run until [`Media::stop`], or until the last [`Media`] is dropped.
///
/// # Errors
/// If the socket, the certificate, the addresses or the threads cannot be had; the fault names the remedy.
pub fn start(settings: Settings) -> Result<(Media, mpsc::Receiver<Report>), MediaFault> {
    let address = settings.listen;
    let socket_fault = |fault| MediaFault::Socket { address, fault };
    let socket = Arc::new(bind(address).map_err(socket_fault)?);
    let address = socket.local_addr().map_err(socket_fault)?;
    let candidates = settings.candidates(address)?;
    let answerer = Answerer::new(&candidates)?;
    let (reports, heard) = mpsc::channel(REPORTS);
    let (sound, inbox) = mailbox().map_err(MediaFault::Thread)?;
    let mut mailboxes = Vec::new();
    let permits = Arc::new(Permits::default());
    let shared = Shared { socket, candidates, reports, permits: Arc::clone(&permits) };
    for number in 1..=settings.threads() {
        let number = u8::try_from(number).unwrap_or(u8::MAX);
        match shared.start_listeners(number, sound.clone()) {
            Ok(mailbox) => mailboxes.push(mailbox),
            Err(error) => return Err(given_up(&mailboxes, error)),
        }
    }
    // Once it runs, the sound thread ends the listeners' threads with itself.
    shared.start_sound(inbox, mailboxes.clone()).map_err(|error| given_up(&mailboxes, error))?;
    let inner = Inner { sound, listeners: mailboxes, answerer, permits, tcp: AtomicUsize::new(0), address };
    Ok((Media(Arc::new(inner)), heard))
}

/// A thread could not start: those that did are ended.
fn given_up(started: &[Mailbox<ToListeners>], error: std::io::Error) -> MediaFault {
    for listeners in started {
        listeners.post(ToListeners::Stop);
    }
    MediaFault::Thread(error)
}

/// What all threads share when they start.
struct Shared {
    socket: Arc<UdpSocket>,
    candidates: Vec<SocketAddr>,
    reports: mpsc::Sender<Report>,
    permits: Arc<Permits>,
}

impl Shared {
    fn start_listeners(
        &self,
        number: u8,
        sound: Mailbox<ToSound>,
    ) -> Result<Mailbox<ToListeners>, std::io::Error> {
        let (mailbox, inbox) = mailbox()?;
        let waiter = Waiter::new()?;
        waiter.add(inbox.bell())?;
        let (socket, candidates) = (Arc::clone(&self.socket), self.candidates.clone());
        let reporter = Reporter::new(self.reports.clone());
        thread::Builder::new().name(format!("listeners-{number}")).spawn(move || {
            let _alarm = Alarm("listeners");
            let (table, out) = (Table::new(candidates), Outgoing::new(socket));
            Listeners::new(listeners::Parts { inbox, sound, number, table, out, reporter, waiter }).run();
        })?;
        Ok(mailbox)
    }

    fn start_sound(
        self,
        inbox: Inbox<ToSound>,
        listeners: Vec<Mailbox<ToListeners>>,
    ) -> Result<(), std::io::Error> {
        let waiter = Waiter::new()?;
        waiter.add(inbox.bell())?;
        waiter.add(&*self.socket)?;
        thread::Builder::new().name("sound".into()).spawn(move || {
            let _alarm = Alarm("sound");
            let Shared { socket, candidates, reports, permits } = self;
            let (table, out) = (Table::new(candidates), Outgoing::new(Arc::clone(&socket)));
            let reporter = Reporter::new(reports);
            Sound::new(sound::Parts { inbox, listeners, socket, table, out, reporter, waiter, permits })
                .run();
        })?;
        Ok(())
    }
}

impl Media {
    /// The address of the UDP socket.
    pub fn address(&self) -> SocketAddr {
        self.0.address
    }

    /// There may be other nodes from now on, to be heard and to hear by this trunk. Must be called within the asynchronous
    /// runtime, and once.
    pub fn join(&self, end: End) {
        self.0.sound.post(ToSound::Join(end.clone()));
        let take = |inner: &Inner, arrived| {
            // What waits behind too much else would only come late.
            inner.sound.offer(ToSound::Arrived(Box::new(arrived)));
        };
        tokio::spawn(trunk::listen(end, Arc::clone(&self.0.permits), Arc::downgrade(&self.0), take));
    }

    /// Replaces a session's plan, for all frames that come later.
    pub fn plan(&self, session: &SessionId, plan: Arc<Plan>) {
        self.0.sound.post(ToSound::Plan(session.clone(), plan));
    }

    /// What a person hears from now on, on all their connections.
    pub fn hearing(&self, session: &SessionId, person: &PersonId, hearing: Hearing) {
        for listeners in &self.0.listeners {
            listeners.post(ToListeners::Hearing(session.clone(), person.clone(), hearing.clone()));
        }
    }

    /// Takes up a client's path over WebRTC and gives the SDP answer.
    ///
    /// # Errors
    /// If the offer is not what its purpose asks for, or the server is full or stopping.
    pub async fn offer(&self, offer: Offer) -> Result<String, OfferFault> {
        let permit = Permit::take(&self.0.permits).ok_or(OfferFault::Crowded)?;
        let (number, mailbox) = self.listeners_of(offer.connection).ok_or(OfferFault::Stopped)?;
        let thread = match offer.purpose {
            Purpose::Publish => 0,
            Purpose::Listen => number,
        };
        let (rtc, ufrag, answer) = self.0.answerer.answer(&offer, fragment_prefix(thread))?;
        let Offer { connection, session, person, purpose, hearing, sdp } = offer;
        let owner = Owner { connection, session, person };
        let taken = match purpose {
            Purpose::Publish => {
                let part = Microphone::new(self.0.permits.next_path(), self.0.permits.next_source());
                let peer = Peer::new(owner, part, rtc, ufrag, permit);
                self.0.sound.post(ToSound::Peer(Box::new(peer)))
            }
            Purpose::Listen => {
                // What has read the offer is larger than what serves a listener.
                drop(rtc);
                let (rtc, slots) = self.0.answerer.listener(&sdp, &answer)?;
                let peer = Peer::new(owner, slots, rtc, ufrag, permit);
                mailbox.post(ToListeners::Peer(Box::new(peer), hearing))
            }
        };
        if taken { Ok(answer) } else { Err(OfferFault::Stopped) }
    }

    /// Ends a connection's path, or both when the page is gone.
    pub fn end(&self, connection: u64, purpose: Option<Purpose>) {
        if purpose != Some(Purpose::Listen) {
            self.0.sound.post(ToSound::End(connection));
        }
        if purpose != Some(Purpose::Publish)
            && let Some((_, listeners)) = self.listeners_of(connection)
        {
            listeners.post(ToListeners::End(connection, purpose.is_none()));
        }
    }

    /// Whether a connection wants the floor's lanes beside the interpretation. Remembered until the page is gone.
    pub fn original(&self, connection: u64, wanted: bool) {
        if let Some((_, listeners)) = self.listeners_of(connection) {
            listeners.post(ToListeners::Original(connection, wanted));
        }
    }

    /// A WebSocket listens from now on; false if the server has as many paths as it can keep.
    pub fn listen(
        &self,
        connection: u64,
        session: &SessionId,
        person: &PersonId,
        hearing: Hearing,
        outlet: Arc<dyn SoundOutlet>,
    ) -> bool {
        let Some((permit, (_, listeners))) = Permit::take(&self.0.permits).zip(self.listeners_of(connection))
        else {
            return false;
        };
        let (session, person) = (session.clone(), person.clone());
        let outlet = Outlet { connection, session, person, hearing, outlet, permit };
        listeners.post(ToListeners::Outlet(Box::new(outlet)))
    }

    /// A frame of a microphone over WebSocket. Its sequence and timestamp may be the lower 32 bits, its source a number that
    /// means something to the client alone.
    pub fn publish(&self, connection: u64, session: &SessionId, person: &PersonId, frame: Frame) {
        self.publish_by(Way::WebSocket, connection, (session, person), frame);
    }

    /// A frame that the server itself says for somebody: of a statement recorded ahead, or of a simulated person. Otherwise as
    /// [`Self::publish`].
    pub fn say(&self, connection: u64, session: &SessionId, person: &PersonId, frame: Frame) {
        self.publish_by(Way::Server, connection, (session, person), frame);
    }

    fn publish_by(&self, way: Way, connection: u64, whose: (&SessionId, &PersonId), frame: Frame) {
        let (session, person) = (whose.0.clone(), whose.1.clone());
        // A full queue drops the frame: it would only come late.
        self.0.sound.offer(ToSound::Frame(Box::new(SocketFrame { connection, session, person, way, frame })));
    }

    /// How the microphones of a session come in that send; none once the media plane has stopped.
    pub async fn readings(&self, session: &SessionId) -> Option<Vec<Reading>> {
        let (reply, answer) = oneshot::channel();
        self.0.sound.post(ToSound::Read(session.clone(), reply));
        answer.await.ok()
    }

    /// Takes over a TCP connection that speaks frames of RFC 4571, with what was read from it already. Must be called
    /// within the asynchronous runtime.
    pub fn accept_tcp(&self, tcp: TcpStream, read: Vec<u8>) {
        if self.0.tcp.fetch_add(1, Ordering::Relaxed) >= TCP_MAX {
            self.0.tcp.fetch_sub(1, Ordering::Relaxed);
            tracing::warn!("more than {TCP_MAX} TCP connections of sound: one was refused");
            return;
        }
        let media = Arc::downgrade(&self.0);
        tokio::spawn(async move {
            let thread = std::sync::OnceLock::new();
            carry(tcp, read, |datagram| {
                media.upgrade().is_some_and(|inner| inner.deliver(&thread, datagram))
            })
            .await;
            if let Some(inner) = media.upgrade() {
                inner.tcp.fetch_sub(1, Ordering::Relaxed);
            }
        });
    }

    /// One Opus stream of a channel, from now on.
    pub fn tap(&self, session: &SessionId, channel: &ChannelId) -> Tap {
        let (frames, tap) = broadcast::channel(TAP_FRAMES);
        self.0.sound.post(ToSound::Tap(session.clone(), channel.clone(), frames));
        Tap::new(tap)
    }

    /// TCP connections that carry sound.
    pub fn tcp_connections(&self) -> usize {
        self.0.tcp.load(Ordering::Relaxed)
    }

    /// How much is held now; nothing once the media plane has stopped.
    pub async fn tally(&self) -> Option<Tally> {
        let (reply, answer) = oneshot::channel();
        self.0.sound.post(ToSound::Tally(reply));
        let mut sum = answer.await.ok()?;
        for listeners in &self.0.listeners {
            let (reply, answer) = oneshot::channel();
            listeners.post(ToListeners::Tally(reply));
            sum = sum + answer.await.ok()?;
        }
        Some(sum)
    }

    /// Ends all paths with a good-bye and lets the threads end.
    pub fn stop(&self) {
        self.0.sound.post(ToSound::Stop);
    }

    /// The thread that serves a connection's listening.
    fn listeners_of(&self, connection: u64) -> Option<(u8, &Mailbox<ToListeners>)> {
        let threads = u64::try_from(self.0.listeners.len()).ok()?;
        let index = usize::try_from(connection.checked_rem(threads)?).ok()?;
        Some((u8::try_from(index + 1).ok()?, self.0.listeners.get(index)?))
    }
}

impl Inner {
    /// Gives a datagram from TCP to the thread that the connection's first one named. False if it named none.
    fn deliver(&self, thread: &std::sync::OnceLock<u8>, datagram: Datagram) -> bool {
        let named = || user_fragment(&datagram.bytes).and_then(thread_of);
        let Some(number) = thread.get().copied().or_else(named) else { return false };
        let number = *thread.get_or_init(|| number);
        if number == 0 {
            // A full queue drops, as a network would.
            self.sound.offer(ToSound::Datagram(datagram));
            return true;
        }
        let Some(listeners) = self.listeners.get(usize::from(number) - 1) else { return false };
        listeners.offer(ToListeners::Datagram(datagram));
        true
    }
}
