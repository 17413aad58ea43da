//! How the service answers, channel by channel: for those who look after the sound.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::About;
use crate::terms::ids::{ChannelId, Millis, Moment, SessionId};

/// The service is too slow for a channel while a piece of its sound was left out within this time, in milliseconds.
const SLOW_FOR_MS: Millis = 30_000;

/// How the service answers for a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// It was not asked yet: nobody has spoken there.
    NotAsked,
    /// As it should.
    Well,
    /// So slowly that some of what is said is left out.
    Slowly,
    /// Not at all, or with an error, since this moment.
    Badly(Moment),
}

/// How the service has answered of late.
#[derive(Debug, Clone, Default)]
pub struct Answers(Arc<Mutex<BTreeMap<About, Of>>>);

/// Of one channel.
#[derive(Debug, Clone, Copy, Default)]
struct Of {
    asked: bool,
    fails_since_ms: Option<Moment>,
    left_out_ms: Option<Moment>,
}

impl Answers {
    /// A channel's sound goes to the service from now on.
    pub(super) fn wait(&self, about: &About) {
        self.lock().insert(about.clone(), Of::default());
    }

    /// The service has answered, well or not. True where that is news; a first answer that is well is none.
    pub(super) fn answer(&self, about: &About, well: bool, now_ms: Moment) -> bool {
        let mut all = self.lock();
        let of = all.entry(about.clone()).or_default();
        of.asked = true;
        let failed = of.fails_since_ms.is_some();
        of.fails_since_ms = (!well).then(|| of.fails_since_ms.unwrap_or(now_ms));
        failed == well
    }

    /// A piece of a channel's sound was left out.
    pub(super) fn leave_out(&self, about: &About, now_ms: Moment) {
        self.lock().entry(about.clone()).or_default().left_out_ms = Some(now_ms);
    }

    /// How it answers for the channels of a session.
    pub fn of(&self, session: &SessionId, now_ms: Moment) -> Vec<(ChannelId, Answered)> {
        let all = self.lock();
        let own = all.iter().filter(|((of, _), _)| of == session);
        own.map(|((_, channel), of)| (channel.clone(), of.told(now_ms))).collect()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<About, Of>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Of {
    fn told(self, now_ms: Moment) -> Answered {
        let slow = self.left_out_ms.is_some_and(|left_out_ms| now_ms - left_out_ms < SLOW_FOR_MS);
        match (self.fails_since_ms, slow, self.asked) {
            (Some(since_ms), ..) => Answered::Badly(since_ms),
            (None, true, _) => Answered::Slowly,
            (None, false, true) => Answered::Well,
            (None, false, false) => Answered::NotAsked,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_wrong_is_told_until_it_goes_well_again() {
        let answers = Answers::default();
        let (opening, floor): (SessionId, ChannelId) = ("opening".parse().unwrap(), "floor".parse().unwrap());
        let about = (opening.clone(), floor.clone());
        let told = |now_ms| answers.of(&opening, now_ms);
        assert_eq!(told(0), []);
        answers.wait(&about);
        assert_eq!(told(0), [(floor.clone(), Answered::NotAsked)]);
        assert!(!answers.answer(&about, true, 1_000), "nothing was wrong");
        assert_eq!(told(1_000), [(floor.clone(), Answered::Well)]);
        assert!(answers.answer(&about, false, 2_000));
        assert!(!answers.answer(&about, false, 3_000), "it is known");
        assert_eq!(told(4_000), [(floor.clone(), Answered::Badly(2_000))]);
        answers.leave_out(&about, 5_000);
        assert_eq!(told(6_000), [(floor.clone(), Answered::Badly(2_000))], "the worst is told");
        assert!(answers.answer(&about, true, 7_000));
        assert_eq!(told(34_999), [(floor.clone(), Answered::Slowly)]);
        assert_eq!(told(35_000), [(floor, Answered::Well)]);
        assert_eq!(answers.of(&"closing".parse().unwrap(), 0), []);
    }
}
