//! The log's promises, kept by every engine; then those of the engine on disk, and of the one that fails on
//! purpose.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod appending;
mod blobs;
mod content;
mod disk_full;
mod engine;
mod erasing;
mod following;
mod group_commit;
mod kill;
mod model;
mod nats;
mod opening;
mod reopening;
mod transfer;
mod weather;

use engine::{Engine, within};

/// Runs each story over each engine.
macro_rules! over_every_engine {
    ($($engine:ident),+ => $stories:tt) => {
        $(over_every_engine!(@one $engine $stories);)+
    };
    (@one $engine:ident { $($file:ident::$story:ident),+ $(,)? }) => {
        mod $engine {
            use super::{Engine, within};
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $story() {
                    within(crate::$file::$story(Engine::$engine())).await;
                }
            )+
        }
    };
}

over_every_engine!(memory, sqlite, jetstream, faulty_but_calm => {
    appending::entries_are_numbered_from_one_and_read_in_order,
    appending::streams_are_apart,
    appending::a_reader_gets_no_more_than_it_asked_for,
    appending::a_wrong_expectation_stores_nothing_and_tells_the_truth,
    appending::of_many_racing_writers_exactly_one_wins,
    appending::an_append_without_entries_only_compares,
    appending::too_much_is_refused_and_the_log_goes_on,
    appending::a_closed_log_says_so,
    blobs::a_blob_is_what_was_put_last,
    blobs::of_many_makers_of_one_blob_the_first_wins,
    blobs::a_bad_name_or_size_is_refused,
    blobs::names_are_told_by_how_they_begin_and_what_is_removed_is_gone,
    content::what_comes_in_in_pieces_goes_out_whole_or_in_parts,
    content::the_same_bytes_are_kept_once_and_what_is_removed_is_gone,
    content::what_is_not_kept_leaves_nothing_and_a_sweep_leaves_it_alone,
    content::of_a_closed_log_no_blob_is_had,
    erasing::parts_come_with_their_entries_until_they_are_erased,
    erasing::parts_count_as_their_entry_does,
    following::a_follower_sees_each_entry_once_while_others_append,
    following::a_long_past_is_read_to_its_end,
    following::followers_begin_where_they_ask,
    following::a_follower_comes_to_the_end_when_the_log_closes,
    following::a_follower_does_not_keep_a_forgotten_log_alive,
});
