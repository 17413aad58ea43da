//! Faults of starting, as whoever starts the server sees them: one sentence that says what to do.

use std::fs;
use std::net::{TcpListener, UdpSocket};
use std::os::unix::fs::{FileExt as _, PermissionsExt as _};
use std::path::Path;
use std::process::{Command, Output};

use crate::process::{Hall, conference, plenary};
use crate::tls::Certificate;

/// What a program that had to fail said on stderr.
fn said(output: &Output) -> String {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.starts_with("plenary: "), "{said}");
    assert!(!said.contains("panicked") && !said.contains("RUST_BACKTRACE"), "{said}");
    assert!(output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stdout));
    said
}

/// The one sentence in which a program said why it does not start, with these words in it.
fn sentence(output: &Output, words: &[&str]) {
    let said = said(output);
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    for word in words {
        assert_eq!(said.matches(word).count(), 1, "{word:?} stands once in: {said}");
    }
}

fn serve(data: &Path) -> Command {
    plenary("serve", data)
}

/// Starts on a conference file.
fn serve_file(file: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    let folder = file.parent().unwrap().join("data");
    command.args(["serve", "--listen", "127.0.0.1:0", "--conference"]).arg(file).arg("--data").arg(folder);
    command
}

#[test]
fn a_missing_conference_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("none.toml");
    let output = serve_file(&file).output().unwrap();
    let said = said(&output);
    assert!(said.contains("none.toml: cannot be read") && said.contains("remedy: "), "{said}");
    assert!(!folder.path().join("data").exists(), "nothing was made");
}

#[test]
fn all_faults_of_a_conference_file_are_told_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bad.toml");
    let text = fs::read_to_string(conference()).unwrap();
    let text = text.replace("category = \"igo\"", "category = \"ngo2\"").replacen(
        "booth = \"en-booth\"",
        "booth = \"no-booth\"",
        1,
    );
    fs::write(&file, text).unwrap();
    for verb in ["serve", "check"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
        let output =
            if verb == "serve" { serve_file(&file).output() } else { command.arg(verb).arg(&file).output() };
        let said = said(&output.unwrap());
        assert!(said.contains("delegations[2].category") && said.contains("people[7].booth"), "{said}");
        assert!(said.contains("2 faults in "), "{said}");
        assert_eq!(said.matches("remedy: ").count(), 2, "{said}");
    }
}

#[test]
fn a_port_in_use_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.arg("serve").arg("--conference").arg(conference()).arg("--data").arg(folder.path());
    let output = command.args(["--listen", &address]).output().unwrap();
    sentence(&output, &[&address, "is in use by another program", "--listen"]);
}

#[test]
fn a_port_in_use_for_sound_is_named() {
    // A port that is free for TCP, held for UDP.
    let pages = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = pages.local_addr().unwrap();
    let _sound = UdpSocket::bind(address).unwrap();
    drop(pages);
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.arg("serve").arg("--conference").arg(conference()).arg("--data").arg(folder.path());
    let output = command.args(["--listen", &address.to_string()]).output().unwrap();
    sentence(&output, &["sound cannot use UDP", &address.to_string(), "in use"]);
}

#[test]
fn an_address_that_is_not_ours_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.arg("serve").arg("--conference").arg(conference()).arg("--data").arg(folder.path());
    // A block for documentation (RFC 5737): no machine has it.
    let output = command.args(["--listen", "192.0.2.1:8400"]).output().unwrap();
    sentence(&output, &["192.0.2.1:8400 cannot be listened on", "(os error 99)", "--listen"]);
}

/// What a server says that is given these options of TLS.
fn tls(options: &[(&str, &Path)]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let mut command = serve(&data);
    for (option, file) in options {
        command.arg(option).arg(file);
    }
    let output = command.output().unwrap();
    assert!(!data.exists(), "nothing was made");
    output
}

#[test]
fn tls_files_that_cannot_be_used_are_named() {
    let (one, other) = (Certificate::new(), Certificate::new());
    let (cert, key) = ("--tls-cert", "--tls-key");
    let none = Path::new("/nowhere/cert.pem");
    let named = |file: &Path| file.display().to_string();
    sentence(&tls(&[(cert, &one.cert)]), &["--tls-cert is given without --tls-key"]);
    sentence(&tls(&[(key, &one.key)]), &["--tls-key is given without --tls-cert"]);
    sentence(
        &tls(&[(cert, none), (key, &one.key)]),
        &["/nowhere/cert.pem cannot be read", "with --tls-cert"],
    );
    sentence(
        &tls(&[(cert, &one.cert), (key, none)]),
        &["/nowhere/cert.pem cannot be read", "with --tls-key"],
    );
    let folder = one.cert.parent().unwrap();
    sentence(&tls(&[(cert, folder), (key, &one.key)]), &["cannot be read", "with --tls-cert"]);
    let no_pem = conference();
    sentence(&tls(&[(cert, &no_pem), (key, &one.key)]), &["small.toml holds no certificate in PEM"]);
    sentence(&tls(&[(cert, &one.key), (key, &one.key)]), &["holds no certificate in PEM", &named(&one.key)]);
    sentence(
        &tls(&[(cert, &one.cert), (key, &one.cert)]),
        &["holds no private key in PEM", &named(&one.cert)],
    );
    let words = ["does not belong to the certificate", &named(&one.cert), &named(&other.key)];
    sentence(&tls(&[(cert, &one.cert), (key, &other.key)]), &words);
    let empty = folder.join("empty.pem");
    fs::write(&empty, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n").unwrap();
    sentence(&tls(&[(cert, &empty), (key, &one.key)]), &["cannot be used", "empty.pem"]);
    let endless = Path::new("/dev/zero");
    sentence(&tls(&[(cert, endless), (key, &one.key)]), &["/dev/zero cannot be read", "with --tls-cert"]);
}

#[test]
fn an_advertised_address_that_is_none_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for (wrong, why) in [
        ("conference.example.org", "write it as 192.0.2.10"),
        ("192.0.2.10:99999", "write it as 192.0.2.10"),
        ("192.0.2.10,", "write it as 192.0.2.10"),
        ("0.0.0.0", "it stands for every address"),
    ] {
        let output = serve(folder.path()).args(["--advertise", wrong]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("--advertise") && said.contains(why), "{wrong}: {said}");
        assert_eq!(output.status.code(), Some(2), "{said}");
    }
}

#[test]
fn a_data_folder_that_is_a_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    fs::write(&file, "not a folder").unwrap();
    sentence(&serve(&file).output().unwrap(), &["cannot be made", "name a folder that this user may create"]);
    sentence(&serve(&file.join("below")).output().unwrap(), &["cannot be made"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), "not a folder");
}

#[test]
fn a_data_folder_that_may_not_be_written_is_refused() {
    // The administrator may write everywhere but in what the system makes up.
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    let writable = fs::write(folder.path().join("probe"), "").is_ok();
    let refused = if writable { Path::new("/proc/plenary") } else { folder.path() };
    sentence(&serve(refused).output().unwrap(), &["name "]);
}

#[test]
fn a_second_server_on_the_folder_is_told_of_the_first() {
    let hall = Hall::new();
    let first = hall.open();
    let holder = format!("process {}", first.process());
    sentence(&serve(hall.data()).output().unwrap(), &["is in use by", &holder]);
    sentence(&plenary("links", hall.data()).arg("list").output().unwrap(), &["is in use by", &holder]);
    first.stop();
}

#[test]
fn a_database_that_is_none_or_damaged_is_refused_and_left_alone() {
    let hall = Hall::new();
    let database = hall.data().join("plenary.db");
    let sound = fs::read(&database).unwrap();

    fs::write(
        &database,
        "a text that somebody put here by mistake, longer than the head of a database".repeat(20),
    )
    .unwrap();
    sentence(&serve(hall.data()).output().unwrap(), &["plenary.db is not a database"]);

    fs::write(&database, &sound[..sound.len() / 2]).unwrap();
    sentence(&serve(hall.data()).output().unwrap(), &["plenary.db is damaged", "last backup"]);

    fs::write(&database, &sound).unwrap();
    let file = fs::OpenOptions::new().write(true).open(&database).unwrap();
    file.write_all_at(&[0xA5; 3_000], 4_096 + 8).unwrap();
    let garbled = fs::read(&database).unwrap();
    sentence(&serve(hall.data()).output().unwrap(), &["plenary.db is damaged", "last backup"]);
    assert_eq!(fs::read(&database).unwrap(), garbled);
}

/// Changes the database by hand, as another version would have written it.
fn by_hand(hall: &Hall, sql: &str) {
    let database = rusqlite::Connection::open(hall.data().join("plenary.db")).unwrap();
    database.execute_batch(sql).unwrap();
}

#[test]
fn a_log_of_a_newer_version_is_refused() {
    let hall = Hall::new();
    hall.open().stop();
    by_hand(&hall, "PRAGMA user_version = 99");
    sentence(&serve(hall.data()).output().unwrap(), &["was written by a newer version", "99"]);

    let hall = Hall::new();
    hall.open().stop();
    by_hand(&hall, r#"UPDATE entry SET body = CAST('{"v":7}' AS BLOB) WHERE stream = 'session/opening'"#);
    sentence(
        &serve(hall.data()).output().unwrap(),
        &["is of version 7", "use the version of Plenary that wrote it"],
    );
}

#[test]
fn entries_that_are_not_understood_are_named() {
    let hall = Hall::new();
    hall.open().stop();
    by_hand(&hall, "UPDATE entry SET body = CAST('{\"v\":1}' AS BLOB) WHERE stream = 'session/closing'");
    sentence(&serve(hall.data()).output().unwrap(), &["entry 1 (session_convened)", "missing field"]);

    let hall = Hall::new();
    by_hand(&hall, "UPDATE entry SET body = CAST('{}' AS BLOB) WHERE stream = 'links' AND seq = 3");
    sentence(&serve(hall.data()).output().unwrap(), &["a stored link cannot be read", "missing field"]);
}

#[test]
fn a_link_for_nobody_is_refused() {
    let hall = Hall::new();
    sentence(
        &plenary("links", hall.data()).args(["issue", "nobody"]).output().unwrap(),
        &["nobody has the id nobody"],
    );
    sentence(
        &plenary("links", hall.data()).args(["revoke", "none"]).output().unwrap(),
        &["no link in force has the id none"],
    );
}

#[test]
fn a_log_filter_that_is_none_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    sentence(
        &serve(folder.path()).args(["--log", "info,plenary=loud"]).output().unwrap(),
        &["--log is not a filter"],
    );
}
