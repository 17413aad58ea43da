//! The conference that the tests make documents of, held once; and what is true of it by the core's own account.

use std::sync::{Arc, LazyLock};

use plenary::conference::ConferencePlan;
use plenary::log::{Log, Memory};
use plenary::meeting::Meeting;
use plenary::meeting::event::Event;
use plenary::meeting::hall::chat::Room;
use plenary::record::{Document, Format, KeyMessage, Kind, Listed, Notes, OutcomePart, Sitting, Source};
use plenary::room;
use plenary::terms::ids::{SessionId, Wording};
use plenary::words::Locale;

use crate::two_days::{self, Watch};

pub struct Held {
    pub plan: ConferencePlan,
    pub sittings: Vec<Sitting>,
    /// The meetings as replayed by the core alone, with how many people ever came to each.
    pub meetings: Vec<(SessionId, Meeting, usize)>,
    pub notes: Notes,
}

static HELD: LazyLock<Held> = LazyLock::new(|| {
    // A thread of its own: tests hold runtimes themselves.
    let held = std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(hold())
    });
    held.join().unwrap()
});

pub fn held() -> &'static Held {
    &HELD
}

fn words(ar: &str, en: &str, fr: &str) -> Wording {
    let words = [("ar", ar), ("en", en), ("fr", fr)];
    Wording(words.into_iter().map(|(tag, words)| (tag.parse().unwrap(), words.to_owned())).collect())
}

/// What people would have written, with what is hard to write in each format.
pub fn notes(plan: &ConferencePlan) -> Notes {
    let text = words(
        "تعزيز مسارات الهجرة النظامية (الهدف 5) وفق Global Compact",
        "Enhance regular pathways <& \"fair\" recruitment>",
        "Renforcer les voies régulières",
    );
    Notes {
        recommendations: vec![text.clone()],
        messages: vec![
            KeyMessage {
                text: text.clone(),
                of_member_states: true,
                session: None,
                delegations: plan.delegations.iter().take(2).map(|seat| seat.id.clone()).collect(),
                objectives: vec![5, 6],
            },
            KeyMessage {
                text: words("=خطر", "=cmd|' /C calc'!A0", "+33 1"),
                of_member_states: false,
                session: None,
                delegations: Vec::new(),
                objectives: Vec::new(),
            },
        ],
        outcome: vec![
            OutcomePart::Title(words("الوثيقة الختامية", "Outcome of the review", "Document final")),
            OutcomePart::Line(words("اجتمعت الدول.", "States met.", "Les États se sont réunis.")),
            OutcomePart::Heading(words("ديباجة", "Preamble", "Préambule")),
            OutcomePart::Paragraph(text.clone()),
            OutcomePart::Subparagraph(1, text.clone()),
            OutcomePart::Subparagraph(2, text.clone()),
            OutcomePart::Paragraph(text.clone()),
        ],
        documents: vec![Listed { symbol: "E/ESCWA/2021/1".to_owned(), title: text }],
    }
}

async fn hold() -> Held {
    let plan = two_days::plan();
    let log: Arc<dyn Log> = Arc::new(Memory::new());
    two_days::hold_on((&log, &plan, Watch::Meetings), 1).await.assert_whole();
    let (mut sittings, mut meetings) = (Vec::new(), Vec::new());
    for session in plan.programme().map(|session| session.id.clone()) {
        let (mut sitting, mut meeting) = (Sitting::default(), Meeting::default());
        let mut came = std::collections::BTreeSet::new();
        room::read_session(&log, &session, |recorded| {
            sitting.take(recorded);
            meeting.evolve(recorded);
            if matches!(recorded.event, Event::Presence(_)) {
                came.extend(meeting.presence.present.keys().cloned());
            }
        })
        .await
        .unwrap();
        sittings.push(sitting);
        meetings.push((session, meeting, came.len()));
    }
    let notes = notes(&plan);
    Held { plan, sittings, meetings, notes }
}

impl Held {
    pub fn source(&self) -> Source<'_> {
        Source { plan: &self.plan, sittings: &self.sittings, notes: &self.notes }
    }

    pub fn document(&self, kind: Kind, session: Option<&SessionId>, locale: Locale) -> Document {
        self.source().document(kind, session, locale).unwrap_or_else(|| panic!("there is no {kind:?}"))
    }

    /// Every document there is, in a language.
    pub fn documents(&self, locale: Locale) -> Vec<Document> {
        use strum::VariantArray as _;
        let of_conference = Kind::VARIANTS.iter().filter(|kind| !kind.is_of_session());
        let mut documents: Vec<Document> =
            of_conference.map(|kind| self.document(*kind, None, locale)).collect();
        for (session, _, _) in &self.meetings {
            let of_session = Kind::VARIANTS.iter().filter(|kind| kind.is_of_session());
            documents.extend(of_session.map(|kind| self.document(*kind, Some(session), locale)));
        }
        documents
    }

    /// How many statements, replies and questions were made in a session, by the core's own count of turns.
    pub fn turns(&self, session: &SessionId) -> usize {
        usize::try_from(self.meeting(session).floor.turns).unwrap()
    }

    /// How many messages all of a session read.
    pub fn messages(&self, session: &SessionId) -> usize {
        self.meeting(session).chat.room(&Room::Main).map_or(0, |room| usize::try_from(room.written).unwrap())
    }

    pub fn paragraphs(&self, session: &SessionId) -> usize {
        usize::try_from(self.meeting(session).proceedings.len()).unwrap()
    }

    pub fn attended(&self, session: &SessionId) -> usize {
        self.meetings.iter().find(|(id, _, _)| id == session).unwrap().2
    }

    fn meeting(&self, session: &SessionId) -> &Meeting {
        &self.meetings.iter().find(|(id, _, _)| id == session).unwrap().1
    }
}

pub fn text(document: &Document, format: Format) -> String {
    String::from_utf8(document.write(format).unwrap()).unwrap()
}
