//! What was measured, as a table for people and as a line for comparison over time.

use serde_json::json;

use super::args::Args;
use super::measures::{Changes, Measures};
use super::sound;

/// The table.
pub fn table(args: &Args, measures: &Measures) -> String {
    let Measures { join, single, burst, floor, back, sound } = measures;
    let clients = f64::from(args.clients);
    let floor_us = floor.cpu_us_each();
    let ratio = |us: f64| if floor_us > 0.0 { us / floor_us } else { 0.0 };
    let latency = |changes: &Changes| {
        format!("p50 {:.1} ms, p99 {:.1} ms, max {:.1} ms", changes.p50_ms, changes.p99_ms, changes.max_ms)
    };
    let cost = |changes: &Changes| {
        format!(
            "{:.2} µs a change, {:.2} µs a frame ({:.2} × the floor), {} frames to each",
            changes.cpu_us_each(),
            changes.cpu_us_each_frame(),
            ratio(changes.cpu_us_each_frame()),
            changes.frames / u64::from(args.clients.max(1)),
        )
    };
    let mut rows = vec![
        ("clients in one session".to_owned(), args.clients.to_string()),
        ("enter by link".to_owned(), format!("{:.0} a second", clients / join.enter_s.max(1e-9))),
        (
            "join, all at once".to_owned(),
            format!(
                "{:.2} s, {:.0} a second, {:.0} µs of server CPU each",
                join.seconds,
                clients / join.seconds.max(1e-9),
                join.cpu_us / clients
            ),
        ),
        (
            "memory of an idle connection".to_owned(),
            format!("{:.1} KiB", join.bytes_per_client as f64 / 1_024.0),
        ),
        (format!("{} changes a second, one by one", args.rate), latency(single)),
        ("  server CPU".to_owned(), cost(single)),
        (format!("{} changes a second, {} at once", args.rate, args.burst), latency(burst)),
        ("  server CPU".to_owned(), cost(burst)),
        ("floor: a bare write()".to_owned(), format!("{floor_us:.2} µs of {} bytes", floor.bytes)),
        (
            "all return after a kill".to_owned(),
            format!(
                "{:.2} s after the server was ready (which took {:.2} s), {} of them continued",
                back.seconds, back.start_s, back.resumed
            ),
        ),
    ];
    rows.extend(sound.iter().flat_map(sound::rows));
    let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    rows.iter().map(|(name, value)| format!("{name:width$}  {value}\n")).collect()
}

/// The line: one JSON object.
pub fn json(args: &Args, measures: &Measures) -> String {
    let Measures { join, single, burst, floor, back, sound } = measures;
    let changes = |changes: &Changes| {
        json!({
            "burst": changes.burst, "changes": changes.changes, "seconds": changes.seconds,
            "deliveries": changes.deliveries, "frames": changes.frames, "cpu_us": changes.cpu_us,
            "cpu_us_per_delivery": changes.cpu_us_each(), "cpu_us_per_frame": changes.cpu_us_each_frame(),
            "p50_ms": changes.p50_ms, "p99_ms": changes.p99_ms, "max_ms": changes.max_ms,
        })
    };
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "clients": args.clients, "rate": args.rate, "seconds": args.seconds,
        "enter_s": join.enter_s, "join_s": join.seconds, "join_cpu_us": join.cpu_us,
        "bytes_per_client": join.bytes_per_client,
        "single": changes(single), "burst": changes(burst),
        "floor": { "writes": floor.writes, "bytes": floor.bytes, "cpu_us_per_write": floor.cpu_us_each() },
        "return": { "seconds": back.seconds, "start_s": back.start_s, "resumed": back.resumed },
        "sound": sound.as_ref().map(sound::json),
    })
    .to_string()
}
