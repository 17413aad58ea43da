//! What a process has used, as the kernel tells it.

use anyhow::Context as _;
use nix::time::ClockId;
use nix::unistd::Pid;

/// What a process has used until now.
#[derive(Debug, Clone, Copy)]
pub struct Usage {
    /// Processor time, its own and the kernel's for it, in microseconds.
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
        let path = format!("/proc/{pid}/status");
        let status = std::fs::read_to_string(&path).with_context(|| format!("{path} cannot be read"))?;
        let rss_bytes = rss_bytes(&status).with_context(|| format!("{path} is not understood"))?;
        let process = Pid::from_raw(pid.try_into().context("this is no process")?);
        let spent = ClockId::pid_cpu_clock_id(process).and_then(ClockId::now);
        let spent = spent.with_context(|| format!("the clock of process {pid} cannot be read"))?;
        let cpu_us = spent.tv_sec() as f64 * 1e6 + spent.tv_nsec() as f64 / 1e3;
        Ok(Self { cpu_us, rss_bytes })
    }
}

fn rss_bytes(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? * 1_024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_in_bytes() {
        assert_eq!(rss_bytes("Name:\tx\nVmRSS:\t    12 kB\n"), Some(12 * 1_024));
        assert_eq!(rss_bytes("Name:\tx\n"), None);
    }

    #[test]
    fn a_process_that_works_uses_time_and_memory() {
        let before = Usage::of(std::process::id()).unwrap();
        assert!(before.rss_bytes > 100_000);
        let used = || Usage::of(std::process::id()).unwrap().cpu_us - before.cpu_us;
        let began = std::time::Instant::now();
        while used() < 1_000.0 {
            assert!(began.elapsed().as_secs() < 30, "looking itself takes time");
        }
        assert!(Usage::of(u32::MAX).is_err());
    }
}
