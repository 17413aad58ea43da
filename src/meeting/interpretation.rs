//! Interpretation: the channels of the session and what each person chose to hear.

use serde::{Deserialize, Serialize};

use super::ids::{BoothId, ChannelId, Language, Wording};

/// A channel that listeners choose. Channel 0 is the floor, the only authentic sound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ChannelPlan {
    /// Which channel.
    pub id: ChannelId,
    /// Number on the selector; 0 is the floor, languages from 1.
    pub number: u8,
    /// Language of the channel; none for the floor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Name on the selector. A language's channel bears the language's own name.
    pub name: Wording,
}

/// A booth: desks that feed channels. Its outputs A and B each name a channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct BoothPlan {
    /// Which booth.
    pub id: BoothId,
    /// Its name in each language.
    pub name: Wording,
    /// The booth's own language.
    pub language: Language,
    /// Channels fed by output A and, where there is one, output B.
    pub outputs: Vec<ChannelId>,
}
