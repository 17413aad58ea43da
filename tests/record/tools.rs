//! Documents before the eyes of others: openxml-audit for DOCX, and the OASIS schema for Akoma Ntoso, both in Python.
//! `scripts/record-tools.sh` installs them once, in exact versions.

use std::path::{Path, PathBuf};
use std::process::Command;

use plenary::record::Format;
use plenary::words::Locale;

use crate::held::held;

/// Python with both, as the script prints it.
fn python() -> PathBuf {
    if let Some(named) = std::env::var_os("RECORD_PYTHON") {
        return named.into();
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/record-tools.sh");
    let output = Command::new(&script).output().unwrap();
    assert!(output.status.success(), "{}: {}", script.display(), String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().into()
}

/// Writes documents of a format into a folder and has them checked.
fn checked(format: Format) {
    let folder = tempfile::tempdir().unwrap();
    let mut files = 0;
    let conference = held().plan.id.as_str();
    let sessions =
        [conference.to_owned(), format!("{conference}/opening"), format!("{conference}/round-table-1")];
    let sessions = sessions.each_ref().map(String::as_str);
    for locale in Locale::ALL {
        let of_all = held().documents(locale);
        // One session of each kind of document will do: it takes the one a second for each.
        let looked_at = of_all
            .iter()
            .filter(|document| format == Format::Akn || sessions.contains(&document.of.as_str()));
        for document in looked_at.filter(|document| format.writes(document.kind)) {
            let name = format!("{}-{}", document.of.replace('/', "-"), document.file_name(format));
            std::fs::write(folder.path().join(name), document.write(format).unwrap()).unwrap();
            files += 1;
        }
    }
    let check = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/record/check.py");
    let output = Command::new(python()).arg(check).arg(format.name()).arg(folder.path()).output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    assert!(files > 20);
    assert_eq!(told.trim(), format!("{files} files are sound"));
}

#[test]
fn docx_passes_openxml_audit() {
    checked(Format::Docx);
}

#[test]
fn every_akoma_ntoso_is_valid_by_the_schema() {
    checked(Format::Akn);
}
