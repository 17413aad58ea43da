//! Which processors there are, and keeping to one of them.

use std::io;
use std::process::{Child, Command};

use anyhow::Context as _;
use nix::sched::{CpuSet, sched_getaffinity, sched_setaffinity};
use nix::unistd::Pid;

/// The calling thread.
const HERE: Pid = Pid::from_raw(0);

/// The processors that this process may use.
///
/// # Errors
/// If the system does not tell.
pub fn usable() -> anyhow::Result<Vec<usize>> {
    let set = sched_getaffinity(HERE).context("the machine's processors cannot be told")?;
    Ok((0..CpuSet::count()).filter(|core| set.is_set(*core).unwrap_or(false)).collect())
}

/// Has the calling thread, and all that it starts from now on, keep to one processor.
///
/// # Errors
/// If there is no such processor.
pub fn keep_to(core: usize) -> anyhow::Result<()> {
    let mut set = CpuSet::new();
    set.set(core).and_then(|()| sched_setaffinity(HERE, &set)).with_context(|| format!("no processor {core}"))
}

/// Starts a process that keeps to one processor, if one is named.
///
/// # Errors
/// If it cannot be started.
pub fn spawn(command: &mut Command, core: Option<usize>) -> io::Result<Child> {
    let Some(core) = core else { return command.spawn() };
    // A process begins with the processors of the thread that starts it; this one has none other to do.
    std::thread::scope(|scope| {
        let started = scope.spawn(|| {
            keep_to(core).map_err(io::Error::other)?;
            command.spawn()
        });
        started.join().unwrap_or_else(|_panic| Err(io::Error::other("the thread that starts it has failed")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_keeps_to_its_processor_and_this_one_does_not() {
        let all = usable().unwrap();
        let last = *all.last().unwrap();
        let mut print = Command::new("cat");
        print.arg("/proc/self/status").stdout(std::process::Stdio::piped());
        let output = spawn(&mut print, Some(last)).unwrap().wait_with_output().unwrap();
        let status = String::from_utf8(output.stdout).unwrap();
        let list = status.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:")).unwrap();
        assert_eq!(list.trim(), last.to_string());
        assert_eq!(usable().unwrap(), all);
        assert!(keep_to(CpuSet::count()).is_err());
    }
}
