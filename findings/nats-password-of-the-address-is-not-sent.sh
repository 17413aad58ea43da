#!/usr/bin/env bash
# async-nats 0.51.0 reads user and password from an address such as nats://user:password@host:4222, and does not send them
# (nats-server 2.15.3, Go's module proxy).
#
# Guess: as with the clients in other languages, and with databases, what stands before the @ is what one enters with;
# `ServerAddr::username` and `ServerAddr::password` give it back.
# Seen: the server answers "authorization violation"; the same given by `ConnectOptions::user_and_password` is let in.
#
# For a conference: a cluster whose servers ask for a password, as they should, could not be used by the address that its
# operator was given. Plenary takes them from the first address that names any, and sends them (src/log/nats; tests/log/nats).
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
unset CARGO_TARGET_DIR RUSTC_WORKSPACE_WRAPPER
GOTOOLCHAIN=auto GOBIN="$folder" go install github.com/nats-io/nats-server/v2@v2.15.3
cat >nats.conf <<'CONF'
listen: "127.0.0.1:-1"
ports_file_dir: "."
authorization { user: plenary, password: secret }
CONF
./nats-server --config nats.conf 2>server.log &
server=$!
for _ in $(seq 100); do
    address=$(grep -o '127.0.0.1:[0-9]*' server.log | tail -1) && grep -q 'Server is ready' server.log && break
    sleep 0.1
done
cargo init --quiet --vcs none --name enters
cargo add --quiet async-nats@=0.51.0 --no-default-features --features aws-lc-rs
cargo add --quiet tokio@1 --features rt,macros
cat >src/main.rs <<'RS'
use async_nats::{ConnectOptions, ServerAddr};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let address = std::env::args().nth(1).expect("an address");
    let named: ServerAddr = format!("nats://plenary:secret@{address}").parse().expect("an address");
    assert_eq!((named.username(), named.password()), (Some("plenary"), Some("secret")));
    let by_address = ConnectOptions::new().connect(named.clone()).await.map(drop).map_err(|fault| fault.to_string());
    let by_options = ConnectOptions::new().user_and_password("plenary".into(), "secret".into());
    let by_options = by_options.connect(named).await.map(drop).map_err(|fault| fault.to_string());
    println!("by the address: {by_address:?}\nby the options: {by_options:?}");
    assert!(by_address.is_err_and(|fault| fault.contains("authorization violation")), "this has changed");
    assert!(by_options.is_ok(), "this has changed");
}
RS
cargo run --quiet -- "$address"
