//! What ends with a sitting.

use crate::meeting::hall::{captions, polls};
use crate::meeting::procedure::{floor, motions, points_of_order, programme, speakers};
use crate::meeting::sound::recording;
use crate::meeting::{Meeting, event};
use crate::terms::ids::{ListId, RequestId};

impl Meeting {
    /// The session is closed for good: the lists of agenda items are laid down for another sitting of theirs. On its own lists
    /// whoever waits lapses, and they close.
    pub(in crate::meeting) fn close(&self) -> Vec<event::Event> {
        let goes_on: Vec<&ListId> = self.speakers.item_lists_here().collect();
        let stays = |id: &ListId| !goes_on.contains(&id);
        let own = |request: &RequestId| {
            self.speakers.request(request).is_some_and(|entry| stays(&entry.request.list))
        };
        // From the last to the first, so that no place moves.
        let lapsed = self.speakers.waiting().rev().filter(own);
        let lapsed = lapsed.map(|request| speakers::Event::RequestLapsed { request });
        let open: Vec<ListId> = self.speakers.open_lists().filter(stays).collect();
        let lists = open.clone().into_iter().map(|list| speakers::Event::ListClosed { list });
        let laid_down = goes_on.iter().map(|list| speakers::Event::ListLaidDown { list: (*list).clone() });
        let lists = lapsed.chain(lists).chain(laid_down).map(event::Event::Speakers).collect();
        self.ending(lists, programme::Event::SessionClosed { lists: open })
    }

    /// The sitting is over, and the item is not: whoever waits keeps their place. Those who wait to speak on a motion lapse
    /// with it.
    pub(in crate::meeting) fn adjourn(&self) -> Vec<event::Event> {
        let on_motions = self.motions.waiting().into_iter().rev();
        let lapsed = on_motions.flat_map(|entry| motions::decide::unheard(self, &entry.motion.id)).collect();
        self.ending(lapsed, programme::Event::SessionAdjourned {})
    }

    /// What is of the moment ends: the turn in progress, points of order, motions, the poll, the captions, the recording.
    fn ending(&self, lists: Vec<event::Event>, event: programme::Event) -> Vec<event::Event> {
        let ended = self
            .floor
            .turn()
            .map(|turn| floor::Event::TurnEnded { turn, ending: floor::Ending::SessionClosed });
        let ended = ended.map(event::Event::Floor).into_iter();
        let recorded = self.recording.since_ms.map(|_| recording::Event::RecordingStopped {});
        let recorded = recorded.map(event::Event::Recording);
        let points = self.points.waiting().map(|point| points_of_order::Event::PointLapsed { point });
        let points = points.map(event::Event::PointsOfOrder);
        let poll = polls::decide::close_with_session(self);
        ended
            .chain(points)
            .chain(motions::decide::lapsed(self))
            .chain(poll)
            .chain(lists)
            .chain(captions::ended_with_session(self))
            .chain(recorded)
            .chain([event::Event::Programme(event)])
            .collect()
    }
}
