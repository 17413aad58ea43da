#!/usr/bin/env bash
# opentelemetry-otlp 0.33.1 (crates.io, 2026): a program that builds an HTTP exporter without naming a protocol, and sets no variable
# of OpenTelemetry, sends `application/x-protobuf` or `application/json` by the features that anything in its build has switched on.
#
# The specification's default is `http/protobuf` (OTLP exporter configuration, "Specify Protocol": a default SHOULD be
# http/protobuf), and features of Cargo add up over the whole build: a guess is that `http-json` makes JSON possible. Seen: with both
# features JSON is what is sent, so that another crate's feature, or one's own for the tests, changes the bytes on the wire.
# A variable (OTEL_EXPORTER_OTLP_PROTOCOL) or `with_protocol` decides it for good.
#
# For a conference: its collector may take one of the two alone. Plenary (src/traces.rs) names the protocol unless a variable does; tests/server/traces.rs holds both.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat >src/main.rs <<'RUST'
use std::io::{Read as _, Write as _};
use std::net::TcpListener;

use opentelemetry::trace::{Tracer as _, TracerProvider as _};
use opentelemetry_sdk::trace::SdkTracerProvider;

fn main() {
    let collector = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", collector.local_addr().unwrap());
    // SAFETY: there is one thread yet.
    unsafe { std::env::set_var("OTEL_EXPORTER_OTLP_ENDPOINT", url) };
    let heard = std::thread::spawn(move || {
        let (mut call, _) = collector.accept().unwrap();
        let (mut said, mut piece) = (Vec::new(), [0; 4096]);
        while !said.windows(4).any(|four| four == b"\r\n\r\n") {
            let length = call.read(&mut piece).unwrap();
            said.extend_from_slice(&piece[..length]);
        }
        call.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").unwrap();
        String::from_utf8_lossy(&said).to_lowercase()
    });
    let exporter = opentelemetry_otlp::SpanExporter::builder().with_http().build().unwrap();
    let provider = SdkTracerProvider::builder().with_simple_exporter(exporter).build();
    provider.tracer("finding").in_span("one", |_| {});
    let heard = heard.join().unwrap();
    println!("{}", heard.lines().find_map(|line| line.strip_prefix("content-type: ")).unwrap());
}
RUST
cat >Cargo.toml <<'TOML'
[package]
name = "finding"
version = "0.0.0"
edition = "2024"

[features]
json = ["opentelemetry-otlp/http-json"]

[dependencies]
opentelemetry = { version = "=0.33.1", default-features = false, features = ["trace"] }
opentelemetry_sdk = { version = "=0.33.1", default-features = false, features = ["trace"] }
opentelemetry-otlp = { version = "=0.33.1", default-features = false, features = ["http-proto", "reqwest-blocking-client", "trace"] }
TOML
sent() {
    env -u OTEL_EXPORTER_OTLP_PROTOCOL -u OTEL_EXPORTER_OTLP_TRACES_PROTOCOL \
        CARGO_TARGET_DIR="$folder/target" cargo run --quiet "$@"
}
without=$(sent)
with=$(sent --features json)
told=$(OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf CARGO_TARGET_DIR="$folder/target" cargo run --quiet --features json)
echo "with http-proto alone: $without"
echo "with http-json as well: $with"
echo "the same, OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf: $told"
[ "$without" = application/x-protobuf ] && [ "$with" = application/json ] && [ "$told" = application/x-protobuf ]
