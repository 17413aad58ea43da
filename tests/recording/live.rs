//! Streams over HTTP: real time, a burst to begin with, silence that keeps them alive.

use std::time::Duration;

use plenary::media::opus::FRAME_SAMPLES;
use plenary::media::{Frame, Live, OggStream};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep, timeout};

use crate::files::Stream;
use crate::microphone::{FRAME, Microphone};

/// Seconds of silence before a channel on which nobody has spoken yet: 32 KiB of the shortest packets.
const BURST_SECONDS: f64 = 5.7;

/// Reads a stream for as long as it may take, and tells what was read.
async fn read_for<S: plenary::media::FrameSource>(stream: &mut OggStream<S>, long: Duration) -> Vec<u8> {
    let (until, mut bytes) = (Instant::now() + long, Vec::new());
    while let Ok(Some(pages)) = tokio::time::timeout_at(until, stream.next()).await {
        bytes.extend(pages);
    }
    bytes
}

#[tokio::test(start_paused = true)]
async fn a_silent_channel_is_kept_alive_in_real_time() {
    let (_keeps_open, source) = mpsc::channel(1);
    let mut stream = OggStream::new(source, 7, "floor", []);
    let read = Stream::of(&read_for(&mut stream, Duration::from_secs(10)).await);
    assert!(read.heard().iter().all(Option::is_none));
    assert!((15.1..=15.9).contains(&read.seconds()), "{} s in ten, after the burst", read.seconds());
    let pages: Vec<u64> = read.packets.iter().filter_map(|packet| packet.page_end).collect();
    assert!(
        pages.iter().enumerate().all(|(at, end)| *end == (at as u64 + 1) * 5 * FRAME_SAMPLES),
        "five a page"
    );
}

#[tokio::test(start_paused = true)]
async fn a_player_that_reads_in_blocks_of_32_kib_is_never_kept_waiting_by_silence() {
    let (_keeps_open, source) = mpsc::channel(1);
    let mut stream = OggStream::new(source, 7, "floor", []);
    let burst = timeout(Duration::ZERO, stream.next()).await.expect("at once").unwrap();
    assert!(burst.len() >= 32 * 1_024, "{} bytes", burst.len());
    let more = read_for(&mut stream, Duration::from_millis(5_600)).await;
    assert!(more.len() >= 32 * 1_024, "{} bytes in a burst's time", more.len());
}

#[tokio::test(start_paused = true)]
async fn sound_comes_through_whole_and_between_it_is_silence() {
    let (speak, source) = mpsc::channel(500);
    let mut stream = OggStream::new(source, 7, "floor", []);
    let speaking = tokio::spawn(async move {
        for stretch in 1..=2 {
            sleep(Duration::from_secs(2)).await;
            let microphone = Microphone::new(stretch, 1_000, Instant::now().into_std());
            for number in 0..100 {
                sleep(FRAME).await;
                speak.send(microphone.frame(number)).await.unwrap();
            }
        }
        sleep(Duration::from_secs(1)).await;
    });
    let mut bytes = Vec::new();
    while let Some(pages) = stream.next().await {
        bytes.extend(pages);
    }
    speaking.await.unwrap();
    let read = Stream::of(&bytes);
    assert!(read.ended, "the channel has ended, and the stream with it");
    let heard = read.heard();
    let of = |source: u8| heard.iter().filter(|heard| **heard == Some(source)).count();
    assert_eq!((of(1), of(2)), (100, 100));
    let second = heard.iter().position(|heard| *heard == Some(2)).unwrap();
    let first = heard.iter().position(|heard| *heard == Some(1)).unwrap();
    assert!((198..=202).contains(&(second - first)), "four seconds after the first: {first}, {second}");
    assert!((14.2..=15.0).contains(&read.seconds()), "{} s in nine, after the burst", read.seconds());
}

#[tokio::test(start_paused = true)]
async fn a_stall_of_the_speaker_costs_the_public_nothing_of_what_follows() {
    let (speak, source) = mpsc::channel(500);
    let mut stream = OggStream::new(source, 7, "floor", []);
    let speaking = tokio::spawn(async move {
        let (microphone, stall) =
            (Microphone::new(1, 1_000, Instant::now().into_std()), Duration::from_millis(600));
        for number in 0..1_000 {
            sleep(FRAME).await;
            let late = if number < 200 { Duration::ZERO } else { stall };
            if number == 200 {
                sleep(stall).await;
            }
            speak.send(microphone.late_frame(number, late)).await.unwrap();
        }
    });
    let mut bytes = Vec::new();
    while let Some(pages) = stream.next().await {
        bytes.extend(pages);
    }
    speaking.await.unwrap();
    let heard = Stream::of(&bytes).heard();
    let spoken: Vec<_> = heard.iter().skip_while(|heard| heard.is_none()).collect();
    assert_eq!(spoken.iter().filter(|heard| heard.is_some()).count(), 1_000);
    let silent = spoken.iter().filter(|heard| heard.is_none()).count();
    assert!(
        (20..=50).contains(&silent),
        "{silent} frames of silence for a stall of 30, and the frame that ends it"
    );
}

#[tokio::test(start_paused = true)]
async fn whoever_begins_to_listen_gets_what_was_heard_last() {
    let live = Live::default();
    let microphone = Microphone::new(3, 0, Instant::now().into_std());
    for number in 0..1_000 {
        sleep(FRAME).await;
        live.push(Frame { payload: vec![0xf8; 160].into(), ..microphone.frame(number) });
    }
    // 64 kbit/s: 32 KiB are four seconds.
    let mut stream = live.listen(7, "floor");
    let burst = timeout(Duration::ZERO, stream.next()).await.expect("at once").unwrap();
    assert!((32 * 1_024..36 * 1_024).contains(&burst.len()), "{} bytes", burst.len());
    let read = Stream::of(&burst);
    assert!((3.9..4.2).contains(&read.seconds()), "{} s", read.seconds());
    // Then in real time.
    let more = read_for(&mut stream, Duration::from_secs(5)).await;
    let all = Stream::of(&[&burst[..], &more[..]].concat());
    assert!((8.6..9.2).contains(&all.seconds()), "{} s", all.seconds());
}

#[tokio::test(start_paused = true)]
async fn a_burst_is_as_long_however_little_a_frame_holds() {
    let live = Live::default();
    let microphone = Microphone::new(3, 0, Instant::now().into_std());
    for number in 0..1_000 {
        sleep(FRAME).await;
        live.push(microphone.frame(number));
    }
    let burst = live.listen(7, "floor").next().await.unwrap();
    assert!((32 * 1_024..36 * 1_024).contains(&burst.len()), "{} bytes", burst.len());
    let heard = Stream::of(&burst).heard();
    assert!(
        heard.len() >= 200 && heard.iter().all(|heard| *heard == Some(3)),
        "four seconds, all of them said"
    );
    sleep(Duration::from_secs(30)).await;
    let mut stream = live.listen(7, "floor");
    let read = Stream::of(&read_for(&mut stream, Duration::from_secs(2)).await);
    assert!(read.heard().iter().all(Option::is_none), "what is long past is not played again");
    assert!((7.1..=7.8).contains(&read.seconds()), "{} s in two, after the burst", read.seconds());
}

#[tokio::test(start_paused = true)]
async fn a_listener_who_is_behind_costs_the_others_nothing_and_stays_in_real_time() {
    let live = Live::default();
    let (mut slow, mut quick) = (live.listen(7, "floor"), live.listen(8, "floor"));
    let microphone = Microphone::new(3, 0, Instant::now().into_std());
    let began = Instant::now();
    let mut read = Vec::new();
    for number in 0..1_000 {
        sleep(FRAME).await;
        live.push(microphone.frame(number));
        while let Ok(Some(pages)) = timeout(Duration::ZERO, quick.next()).await {
            read.extend(pages);
        }
    }
    let heard = Stream::of(&read).heard();
    let spoken = heard.iter().skip_while(|heard| heard.is_none());
    let lost = spoken.clone().filter(|heard| heard.is_none()).count();
    assert_eq!((lost, spoken.count() >= 990), (0, true), "nothing is lost to the quick");
    let behind = Stream::of(&read_for(&mut slow, Duration::from_secs(1)).await);
    let passed = began.elapsed().as_secs_f64() + BURST_SECONDS;
    assert!((passed - 0.6..=passed).contains(&behind.seconds()), "{} of {passed} s", behind.seconds());
}
