//! Makes `web/src/ui/folding.gen.ts`, by which the browser folds as the server does.

use std::fmt::Write as _;
use std::path::Path;

use super::{DROPPED, LETTERS};

fn escaped(letter: char) -> String {
    format!("\\u{:04x}", u32::from(letter))
}

#[test]
fn contract_the_browser_folds_by_the_same_table() {
    let mut made = "// Made from `src/terms/folding.rs` by `UPDATE_PROTO=1 cargo test contract`. Not to be edited by hand.\n\n".to_owned();
    let dropped: String = DROPPED
        .iter()
        .map(|(first, last)| match first == last {
            true => escaped(*first),
            false => format!("{}-{}", escaped(*first), escaped(*last)),
        })
        .collect();
    made += &format!("/** What is folded away. */\nexport const DROPPED = /[{dropped}]/g;\n\n");
    made += "/** Small letters that are told by others. */\nexport const LETTERS: Readonly<Record<string, string>> = {\n";
    for (from, to) in LETTERS {
        let to: String =
            to.chars().map(|to| if to.is_ascii() { to.to_string() } else { escaped(to) }).collect();
        writeln!(made, "  '{}': '{to}',", escaped(*from)).expect("a line");
    }
    made += "};\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("web/src/ui/folding.gen.ts");
    if std::env::var_os("UPDATE_PROTO").is_some() {
        std::fs::write(&path, &made).expect("web/ can be written");
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == made,
        "web/src/ui/folding.gen.ts differs from the code; run `UPDATE_PROTO=1 cargo test contract`"
    );
}
