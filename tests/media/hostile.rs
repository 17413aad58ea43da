//! What strangers send: the media plane neither falls nor grows, and those who listen notice nothing.
fn _todo() {}
