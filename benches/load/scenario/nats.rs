//! A server of NATS of its own, on loopback, ended with the run.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};

/// How long a start may take.
const WITHIN: Duration = Duration::from_secs(30);

/// A server that runs. It is killed when this is dropped.
pub struct NatsServer {
    child: Child,
    port: u16,
    _folder: tempfile::TempDir,
}

impl NatsServer {
    /// Starts the program that is named, with a store in a temporary folder, and waits until it takes connections.
    ///
    /// # Errors
    /// If it does not start.
    pub fn start(program: &Path) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir().context("no temporary folder can be made")?;
        // Free for whoever asks for it next.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let config = folder.path().join("nats.conf");
        let store = folder.path().join("store");
        let text = format!(
            "listen: 127.0.0.1:{port}\nmax_payload: 1MB\njetstream {{ store_dir: {:?}, sync_interval: always }}\n",
            store.display().to_string()
        );
        std::fs::write(&config, text).context("the configuration of NATS cannot be written")?;
        let child = Command::new(program)
            .arg("--config")
            .arg(&config)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} cannot be started", program.display()))?;
        let mut server = Self { child, port, _folder: folder };
        let began = Instant::now();
        let place = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        while TcpStream::connect_timeout(&place, WITHIN).is_err() {
            if server.child.try_wait()?.is_some() || began.elapsed() > WITHIN {
                bail!("the server of NATS does not take connections at port {port}");
            }
            std::thread::yield_now();
        }
        Ok(server)
    }

    /// Its address for clients.
    pub fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }
}

impl Drop for NatsServer {
    fn drop(&mut self) {
        // One that has ended already is as good as killed.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
