//! What is told to all who listen in this process, and waits for nobody.

use std::pin::pin;
use std::sync::{Arc, Weak};

use futures_util::stream::{self, BoxStream, Stream, StreamExt as _};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{Receiver, Sender};

/// Tells all who listen. What waits for whoever listens too slowly is bounded, and the oldest is lost to them.
#[derive(Debug)]
pub struct Broadcast<T>(Sender<T>);

impl<T: Clone + Send + 'static> Broadcast<T> {
    /// Nobody listens yet; so much may wait for each who does.
    pub fn new(waiting_max: usize) -> Self {
        Self(Sender::new(waiting_max))
    }

    /// Tells one thing.
    pub fn tell(&self, one: T) {
        // It fails where nobody listens.
        drop(self.0.send(one));
    }

    /// What is told from now on. It ends when this is dropped.
    pub fn heard(&self) -> BoxStream<'static, T> {
        let next = |mut told: Receiver<T>| async {
            loop {
                match told.recv().await {
                    Ok(one) => return Some((one, told)),
                    Err(RecvError::Lagged(_)) => {}
                    Err(RecvError::Closed) => return None,
                }
            }
        };
        stream::unfold(self.0.subscribe(), next).boxed()
    }
}

/// What comes from elsewhere, told to all who listen here until it ends.
#[derive(Debug)]
pub struct PassedOn<T>(Weak<Broadcast<T>>);

impl<T: Clone + Send + 'static> PassedOn<T> {
    /// Passes on what comes from now on. Must be called within the asynchronous runtime.
    pub fn from(coming: impl Stream<Item = T> + Send + 'static, waiting_max: usize) -> Self {
        let told = Arc::new(Broadcast::new(waiting_max));
        let here = Self(Arc::downgrade(&told));
        tokio::spawn(async move {
            let mut coming = pin!(coming);
            while let Some(one) = coming.next().await {
                told.tell(one);
            }
        });
        here
    }

    /// What is told from now on; nothing once it has ended.
    pub fn heard(&self) -> BoxStream<'static, T> {
        self.0.upgrade().map_or_else(|| stream::empty().boxed(), |told| told.heard())
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;
    use tokio::sync::mpsc;

    use super::*;

    #[tokio::test]
    async fn whoever_is_slow_loses_the_oldest_and_whoever_comes_late_what_was_before() {
        let told = Broadcast::new(2);
        let mut slow = told.heard();
        (1..=3).for_each(|number| told.tell(number));
        let mut late = told.heard();
        told.tell(4);
        assert_eq!((slow.next().await, slow.next().await), (Some(3), Some(4)));
        assert_eq!((late.next().await, late.next().now_or_never()), (Some(4), None));
        drop(told);
        assert_eq!((slow.next().await, late.next().await), (None, None));
    }

    #[tokio::test]
    async fn what_is_passed_on_ends_with_what_it_comes_from() {
        let (sender, coming) = mpsc::unbounded_channel();
        let coming = stream::unfold(coming, |mut coming| async { Some((coming.recv().await?, coming)) });
        let passed_on = PassedOn::from(coming, 8);
        let mut heard = passed_on.heard();
        sender.send(7).expect("it is taken");
        assert_eq!(heard.next().await, Some(7));
        drop(sender);
        assert_eq!((heard.next().await, passed_on.heard().next().await), (None, None));
    }
}
