//! What carries the beats of the nodes, in bad weather: they are lost, come late and come twice; a node is cut off for a
//! while, so that nobody hears it, or it hears nobody.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use plenary::log::beats::{Beats, InProcess};
use plenary::terms::ids::NodeId;

use super::witness::Seen;
use crate::chance::Chance;

/// Longest that a beat is under way.
const LATE_MS_MAX: usize = 5_000;

/// How often each fault came.
#[derive(Debug, Default, Clone, Copy)]
pub struct Blown {
    pub lost: usize,
    pub late: usize,
    pub twice: usize,
    /// Beats that nobody heard, or one node did not, because it was cut off.
    pub cut_off: usize,
}

impl std::ops::AddAssign for Blown {
    fn add_assign(&mut self, other: Self) {
        self.lost += other.lost;
        self.late += other.late;
        self.twice += other.twice;
        self.cut_off += other.cut_off;
    }
}

/// The air between the nodes.
pub struct Air {
    carrier: Arc<InProcess>,
    weather: Mutex<Weather>,
    calm: AtomicBool,
}

struct Weather {
    chance: Chance,
    /// Beats of each node that were lost one after the other.
    in_a_row: BTreeMap<NodeId, usize>,
    blown: Blown,
}

enum Way {
    Straight,
    Lost,
    Twice,
    Late(Duration),
}

/// What one node speaks and hears by.
pub struct Antenna {
    air: Arc<Air>,
    pub mute: AtomicBool,
    pub deaf: Arc<AtomicBool>,
    seen: Arc<Seen>,
}

impl Air {
    pub fn new(seed: u64) -> Arc<Self> {
        let (chance, in_a_row, blown) = (Chance::new(!seed), BTreeMap::new(), Blown::default());
        let weather = Mutex::new(Weather { chance, in_a_row, blown });
        Arc::new(Self { carrier: Arc::default(), weather, calm: AtomicBool::new(false) })
    }

    /// Nothing is lost or late from now on.
    pub fn calm(&self) {
        self.calm.store(true, Ordering::SeqCst);
    }

    pub fn blown(&self) -> Blown {
        self.weather.lock().unwrap().blown
    }

    /// That of a node, which is seen with all that it hears.
    pub fn antenna(self: &Arc<Self>, seen: Arc<Seen>) -> Arc<Antenna> {
        Arc::new(Antenna { air: self.clone(), mute: AtomicBool::new(false), deaf: Arc::default(), seen })
    }
}

impl Weather {
    /// Two of a node are lost in a row at most: with another late, it is silent for less than the lease.
    fn way(&mut self, node: &NodeId) -> Way {
        let in_a_row = self.in_a_row.entry(node.clone()).or_default();
        let way = match self.chance.below(8) {
            0..=2 if *in_a_row < 2 => Way::Lost,
            3 => Way::Twice,
            4 | 5 => Way::Late(Duration::from_millis(self.chance.below(LATE_MS_MAX) as u64)),
            _rest => Way::Straight,
        };
        *in_a_row = if matches!(way, Way::Lost) { *in_a_row + 1 } else { 0 };
        match way {
            Way::Lost => self.blown.lost += 1,
            Way::Twice => self.blown.twice += 1,
            Way::Late(_) => self.blown.late += 1,
            Way::Straight => {}
        }
        way
    }
}

impl Antenna {
    /// It can neither be heard nor hear, or one of the two.
    pub fn cut(&self, mute: bool, deaf: bool) {
        self.mute.store(mute, Ordering::SeqCst);
        self.deaf.store(deaf, Ordering::SeqCst);
    }
}

impl Beats for Antenna {
    fn beat(&self, node: &NodeId) {
        let air = &self.air;
        if self.mute.load(Ordering::SeqCst) {
            return air.weather.lock().unwrap().blown.cut_off += 1;
        }
        let calm = air.calm.load(Ordering::SeqCst);
        let way = if calm { Way::Straight } else { air.weather.lock().unwrap().way(node) };
        match way {
            Way::Lost => {}
            Way::Straight => air.carrier.beat(node),
            Way::Twice => {
                air.carrier.beat(node);
                air.carrier.beat(node);
            }
            Way::Late(late) => {
                let (carrier, node) = (air.carrier.clone(), node.clone());
                tokio::spawn(async move {
                    tokio::time::sleep(late).await;
                    carrier.beat(&node);
                });
            }
        }
    }

    fn heard(&self) -> BoxStream<'static, NodeId> {
        let (deaf, air, seen) = (self.deaf.clone(), self.air.clone(), self.seen.clone());
        let hears = move |node: NodeId| {
            let is_deaf = deaf.load(Ordering::SeqCst);
            air.weather.lock().unwrap().blown.cut_off += usize::from(is_deaf);
            if !is_deaf {
                seen.hears(&node);
            }
            std::future::ready((!is_deaf).then_some(node))
        };
        self.air.carrier.heard().filter_map(hears).boxed()
    }
}
