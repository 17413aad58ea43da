//! Booths: a channel is heard by those who chose it, the original beside it by those who want it, and a booth mate by
//! the booth.

use crate::client::{listener, words};
use crate::hall::{
    Hall, INTERPRETATION, MONITOR, TURN, hearing, hearing_beside, person, plan, session, within,
};
use crate::path::Over;

#[tokio::test]
async fn a_booth_is_heard_on_its_channel_only() {
    within(async {
        let hall = Hall::open().await;
        hall.plan(plan(Some("iraq"), &[], &[("en", "amal"), ("fr", "luc")]));
        let _speakers = [hall.speaker("iraq").await, hall.speaker("amal").await, hall.speaker("luc").await];
        let mut english = hall.listener("unicef", "en").await;
        let mut french = hall.listener("france", "fr").await;
        let mut floor = hall.listener("egypt", "floor").await;
        english.hears(INTERPRETATION, "amal").await;
        french.hears(INTERPRETATION, "luc").await;
        floor.hears(TURN, "iraq").await;
        let (english, french, floor) = (english.take(40).await, french.take(40).await, floor.take(40).await);
        assert!(english.iter().all(|one| (one.slot, one.word.as_str()) == (INTERPRETATION, "amal")));
        assert!(french.iter().all(|one| (one.slot, one.word.as_str()) == (INTERPRETATION, "luc")));
        assert!(floor.iter().all(|one| (one.slot, one.word.as_str()) == (TURN, "iraq")));
    })
    .await;
}

#[tokio::test]
async fn the_original_is_heard_beside_by_those_who_want_it() {
    within(async {
        let hall = Hall::open().await;
        hall.plan(plan(Some("iraq"), &[], &[("en", "amal")]));
        let _speakers = [hall.speaker("iraq").await, hall.speaker("amal").await];
        let seat = hall.seat("egypt");
        let mut egypt = listener(&hall.media, Over::Udp, &seat, 4, hearing("en")).await;
        let mut jordan = hall.listener("jordan", "en").await;
        egypt.hears(INTERPRETATION, "amal").await;
        assert!(egypt.take(20).await.iter().all(|one| one.slot == INTERPRETATION));
        hall.media.original(seat.connection, true);
        egypt.hears(TURN, "iraq").await;
        let heard = egypt.take(40).await;
        assert_eq!((words(&heard, INTERPRETATION), words(&heard, TURN)), (vec!["amal"], vec!["iraq"]));

        // The wish outlives a new path of the same page.
        let mut egypt = listener(&hall.media, Over::Udp, &seat, 4, hearing("en")).await;
        egypt.hears(TURN, "iraq").await;
        hall.media.original(seat.connection, false);
        while egypt.take(10).await.iter().any(|one| one.slot == TURN) {}
        assert!(jordan.so_far().iter().all(|one| one.slot == INTERPRETATION), "it is each listener's own");
    })
    .await;
}

#[tokio::test]
async fn the_monitor_is_for_booth_mates() {
    within(async {
        let hall = Hall::open().await;
        hall.plan(plan(Some("iraq"), &[], &[("en", "amal")]));
        let _speakers = [hall.speaker("iraq").await, hall.speaker("amal").await];
        let mate = hall.seat("omar");
        let mut omar = listener(&hall.media, Over::Udp, &mate, 5, hearing_beside("floor", "amal")).await;
        let on_air = hall.seat("amal");
        let mut amal = listener(&hall.media, Over::Udp, &on_air, 5, hearing("floor")).await;
        let stranger = hall.seat("egypt");
        let mut egypt = listener(&hall.media, Over::Udp, &stranger, 5, hearing("floor")).await;
        omar.hears(MONITOR, "amal").await;
        let heard = omar.take(40).await;
        assert_eq!((words(&heard, TURN), words(&heard, MONITOR)), (vec!["iraq"], vec!["amal"]));
        assert!(heard.iter().all(|one| one.slot == TURN || one.slot == MONITOR));
        for other in [&mut amal, &mut egypt] {
            other.hears(TURN, "iraq").await;
            assert!(other.take(30).await.iter().all(|one| one.word == "iraq"));
        }
        // Off air means unheard in the booth too.
        hall.plan(plan(Some("iraq"), &[], &[("en", "floor")]));
        while omar.take(10).await.iter().any(|one| one.slot == MONITOR) {}
        // Even if they ask for themselves.
        hall.plan(plan(Some("iraq"), &[], &[("en", "amal")]));
        hall.media.hearing(&session(), &person("amal"), hearing_beside("en", "amal"));
        omar.hears(MONITOR, "amal").await;
        amal.so_far();
        hall.frames(60).await;
        assert!(amal.so_far().iter().all(|one| one.word != "amal"));
    })
    .await;
}
