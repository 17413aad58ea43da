//! What was measured of sound, for people and for comparison, beside what is aimed at.

use serde_json::{Value, json};

use super::super::floor::Floor;
use super::job::{By, Findings, Window};
use super::lateness::Spread;
use super::{Row, Sound, packet};

/// What a row is to reach.
struct Aim {
    /// Processor time of the server for a packet, in microseconds.
    cpu_us: f64,
    /// Memory of a listener, in bytes.
    bytes: u64,
}

impl By {
    fn aim(self) -> Aim {
        match self {
            Self::WebRtc => Aim { cpu_us: 6.6, bytes: 63_000 },
            Self::WebSocket => Aim { cpu_us: 6.0, bytes: 16_000 },
        }
    }
}

/// The least, the middle and the greatest of some figures.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Range {
    min: f64,
    median: f64,
    max: f64,
}

impl Range {
    fn of(figures: impl Iterator<Item = f64>) -> Self {
        let mut figures: Vec<f64> = figures.collect();
        figures.sort_unstable_by(f64::total_cmp);
        let at = |place: usize| figures.get(place).copied().unwrap_or(0.0);
        let last = figures.len().saturating_sub(1);
        Self { min: at(0), median: at(last / 2), max: at(last) }
    }

    fn text(self, decimals: usize) -> String {
        let Self { min, median, max } = self;
        format!("{min:.decimals$} / {median:.decimals$} / {max:.decimals$}")
    }
}

impl Findings {
    fn cpu_us_each(&self) -> Range {
        Range::of(self.windows.iter().map(Window::cpu_us_each))
    }

    fn packets_a_second(&self) -> Range {
        Range::of(self.windows.iter().map(|window| window.packets as f64 / window.seconds.max(1e-9)))
    }

    fn packets(&self) -> u64 {
        self.windows.iter().map(|window| window.packets).sum()
    }

    fn lost(&self) -> u64 {
        self.windows.iter().map(|window| window.lost).sum()
    }
}

/// The rows of the table: name and value.
pub fn rows(sound: &Sound) -> Vec<(String, String)> {
    let Sound { web_rtc, datagrams, web_socket, writes, one_core } = sound;
    let mut rows = row(web_rtc, "", Some(datagrams));
    rows.push(bare("floor: AES-GCM and sendmmsg()", datagrams));
    rows.extend(row(web_socket, "", Some(writes)));
    rows.push(bare("floor: a bare write()", writes));
    match one_core {
        Some(one_core) => {
            rows.extend(row(one_core, ", the server on one core", None));
            let missing = one_core.findings.storm.window.lost;
            let lost = format!("{missing} lost (aim: none)");
            rows.push(("  while people join".to_owned(), lost));
        }
        None => rows.push(("sound, the server on one core".to_owned(), "needs two cores".to_owned())),
    }
    rows
}

fn bare(name: &str, floor: &Floor) -> (String, String) {
    (format!("  {name}"), format!("{:.2} µs of {} bytes", floor.cpu_us_each(), floor.bytes))
}

fn row(row: &Row, how: &str, floor: Option<&Floor>) -> Vec<(String, String)> {
    let Row { by, listeners, findings } = row;
    let (aim, storm) = (by.aim(), &findings.storm);
    let cpu_us = findings.cpu_us_each();
    let times =
        floor.map(|floor| format!("; {:.2} × the floor", cpu_us.median / floor.cpu_us_each().max(1e-9)));
    let better = if *by == By::WebRtc { ", better 4" } else { "" };
    let line = |name: &str, value: String| (format!("  {name}"), value);
    vec![
        (format!("sound over {by}{how}"), format!("{listeners} listeners, 50 packets of 120 bytes a second")),
        line(
            "join, all at once",
            format!("{} in {:.2} s until the last one heard", storm.joined, storm.seconds),
        ),
        line(
            "meanwhile for those before",
            format!(
                "{}; {} of {} lost",
                late(&storm.lateness),
                storm.window.lost,
                storm.window.lost + storm.window.packets
            ),
        ),
        line(
            "memory of a listener",
            format!("{:.1} kB (aim ≤ {:.0})", findings.bytes_each as f64 / 1e3, aim.bytes as f64 / 1e3),
        ),
        line("packets a second", format!("{} (min / median / max)", findings.packets_a_second().text(0))),
        line(
            "lateness",
            format!(
                "{}; {} of {} lost",
                late(&findings.lateness),
                findings.lost(),
                findings.packets() + findings.lost()
            ),
        ),
        line(
            "server CPU",
            format!(
                "{} µs a packet (aim ≤ {}{better}){}",
                cpu_us.text(2),
                aim.cpu_us,
                times.unwrap_or_default()
            ),
        ),
    ]
}

fn late(spread: &Spread) -> String {
    format!("p50 {:.2} ms, p99 {:.2} ms, max {:.2} ms", spread.p50_ms, spread.p99_ms, spread.max_ms)
}

/// The object for comparison.
pub fn json(sound: &Sound) -> Value {
    let Sound { web_rtc, datagrams, web_socket, writes, one_core } = sound;
    let floor = |floor: &Floor| json!({ "bytes": floor.bytes, "cpu_us_per_write": floor.cpu_us_each() });
    let range = |range: Range| json!({ "min": range.min, "median": range.median, "max": range.max });
    let row = |row: &Row| {
        let findings = &row.findings;
        json!({
            "listeners": row.listeners, "bytes_per_listener": findings.bytes_each,
            "cpu_us_per_packet": range(findings.cpu_us_each()),
            "packets_per_second": range(findings.packets_a_second()),
            "packets": findings.packets(), "lost": findings.lost(), "lateness": findings.lateness,
            "storm": findings.storm,
            "aim": { "cpu_us_per_packet": row.by.aim().cpu_us, "bytes_per_listener": row.by.aim().bytes },
        })
    };
    json!({
        "bytes": packet::BYTES, "per_second": packet::PER_SECOND,
        "web_rtc": row(web_rtc), "datagrams": floor(datagrams),
        "web_socket": row(web_socket), "writes": floor(writes),
        "one_core": one_core.as_ref().map(row),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_told_by_its_ends_and_its_middle() {
        let range = Range::of([3.0, 1.0, 2.0].into_iter());
        assert_eq!(range, Range { min: 1.0, median: 2.0, max: 3.0 });
        assert_eq!(range.text(1), "1.0 / 2.0 / 3.0");
        assert_eq!(Range::of([].into_iter()).max, 0.0);
    }

    #[test]
    fn what_is_lost_and_what_a_packet_cost_is_taken_from_all_stretches() {
        let window = |packets, lost, cpu_us| Window { listeners: 10, packets, lost, cpu_us, seconds: 2.0 };
        let findings = Findings {
            bytes_each: 50_000,
            storm: super::super::job::Storm {
                joined: 9,
                seconds: 0.5,
                window: window(10, 1, 0.0),
                lateness: Spread::default(),
            },
            windows: vec![window(1_000, 0, 5_000.0), window(998, 2, 3_992.0), window(1_000, 0, 6_000.0)],
            lateness: Spread::default(),
        };
        assert_eq!((findings.packets(), findings.lost()), (2_998, 2));
        assert_eq!(findings.cpu_us_each(), Range { min: 4.0, median: 5.0, max: 6.0 });
        let row = Row { by: By::WebRtc, listeners: 10, findings };
        let floor = Floor { writes: 1_000, bytes: 120, cpu_us: 2_000.0 };
        let text: String =
            super::row(&row, "", Some(&floor)).into_iter().map(|(_, value)| value + "\n").collect();
        assert!(
            text.contains("4.00 / 5.00 / 6.00 µs a packet (aim ≤ 6.6, better 4); 2.50 × the floor"),
            "{text}"
        );
        assert!(text.contains("2 of 3000 lost") && text.contains("1 of 11 lost"), "{text}");
        assert!(text.contains("50.0 kB (aim ≤ 63)"), "{text}");
    }
}
