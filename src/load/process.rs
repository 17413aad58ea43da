//! What a process has used, as the kernel tells it in `/proc`.

use anyhow::Context as _;

/// Length of the kernel's clock tick in `/proc`, in microseconds: Linux shows all programs 100 ticks a second.
const TICK_US: f64 = 10_000.0;

/// What a process has used until now.
#[derive(Debug, Clone, Copy)]
pub struct Usage {
    /// Processor time, its own and the kernel's for it, in microseconds; exact to 10 ms.
    pub cpu_us: f64,
    /// Memory it holds, in bytes.
    pub rss_bytes: u64,
}

impl Usage {
    /// Of a process.
    ///
    /// # Errors
    /// If there is no such process, or no `/proc`.
    pub fn of(pid: u32) -> anyhow::Result<Self> {
        let read = |file: &str| {
            let path = format!("/proc/{pid}/{file}");
            std::fs::read_to_string(&path).with_context(|| format!("{path} cannot be read"))
        };
        let cpu_us = cpu_us(&read("stat")?).with_context(|| format!("/proc/{pid}/stat is not understood"))?;
        let status = read("status")?;
        let rss_bytes =
            rss_bytes(&status).with_context(|| format!("/proc/{pid}/status is not understood"))?;
        Ok(Self { cpu_us, rss_bytes })
    }
}

/// Fields 14 and 15, counted behind the name in parentheses, which may hold blanks.
fn cpu_us(stat: &str) -> Option<f64> {
    let (_, behind_name) = stat.rsplit_once(')')?;
    let mut fields = behind_name.split_whitespace().skip(11);
    let ticks = fields.next()?.parse::<f64>().ok()? + fields.next()?.parse::<f64>().ok()?;
    Some(ticks * TICK_US)
}

fn rss_bytes(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? * 1_024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usage_is_read_behind_a_name_with_blanks() {
        let stat = "7 (a b) c) S 1 7 7 0 -1 4194304 100 0 0 0 250 50 0 0 20 0 1 0 5 0 0";
        assert_eq!(cpu_us(stat), Some(3_000_000.0));
        assert_eq!(rss_bytes("Name:\tx\nVmRSS:\t    12 kB\n"), Some(12 * 1_024));
        assert_eq!(cpu_us("7 (a)"), None);
    }
}
