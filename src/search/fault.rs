//! What can go wrong with an index.

/// Why nothing can be looked for.
#[derive(Debug, thiserror::Error)]
pub enum SearchFault {
    /// SQLite refuses, most likely for want of memory. The index is made anew when it is asked again.
    #[error("the index of a search failed: {0}")]
    Index(#[from] rusqlite::Error),
}
