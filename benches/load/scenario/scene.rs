//! Where a scenario plays: a folder, a conference, its links, and one server or several on one server of NATS.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::rc::Rc;

use anyhow::Context as _;
use plenary::log::{Log as _, Nats, NatsSettings, Sqlite};

use super::super::entering::{self, Account};
use super::super::process::Usage;
use super::super::server::{Program, Server};
use super::house;
use super::journal::{self, Kept};
use super::nats::NatsServer;
use super::world::World;

/// The conference's id in its file.
const CONFERENCE: &str = "load";

/// A conference that runs.
pub struct Scene {
    // Servers end before what they stand on.
    servers: Vec<Option<Server>>,
    program: Program,
    nats: Option<NatsServer>,
    folder: tempfile::TempDir,
    secrets: Vec<String>,
}

impl Scene {
    /// One server with a log of its own.
    ///
    /// # Errors
    /// If it does not start.
    pub async fn alone(program: &Program, people: u32) -> anyhow::Result<Self> {
        Self::set(program, people, 1, None).await
    }

    /// So many servers on one server of NATS, whose program is named.
    ///
    /// # Errors
    /// If they do not start.
    pub async fn on_nats(
        program: &Program,
        people: u32,
        nodes: usize,
        nats: &std::path::Path,
    ) -> anyhow::Result<Self> {
        Self::set(program, people, nodes, Some(NatsServer::start(nats)?)).await
    }

    async fn set(
        program: &Program,
        people: u32,
        nodes: usize,
        nats: Option<NatsServer>,
    ) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir().context("no temporary folder can be made")?;
        let mut scene =
            Self { servers: Vec::new(), program: program.clone(), nats, folder, secrets: Vec::new() };
        std::fs::write(scene.file(), house::text(people)).context("the conference cannot be written")?;
        scene.secrets = entering::issue(&scene.program, &scene.file(), &scene.data(0), &scene.more())?;
        for node in 0..nodes {
            scene.servers.push(None);
            scene.start(node).await?;
        }
        Ok(scene)
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("conference.toml")
    }

    fn data(&self, node: usize) -> PathBuf {
        self.folder.path().join(format!("data-{node}"))
    }

    fn more(&self) -> Vec<String> {
        let nats = self.nats.as_ref().map(|nats| ["--nats".to_owned(), nats.url()]);
        nats.into_iter().flatten().collect()
    }

    /// Starts a node, which may have been killed.
    ///
    /// # Errors
    /// If it does not start.
    pub async fn start(&mut self, node: usize) -> anyhow::Result<()> {
        let (file, data) = (self.file(), self.data(node));
        let mut more = self.more();
        more.extend(["--metrics".to_owned(), "127.0.0.1:0".to_owned()]);
        let server = Server::start_with(&self.program, &file, &data, None, &more).await?;
        let place = self.servers.get_mut(node).context("there is no such node")?;
        *place = Some(server);
        Ok(())
    }

    /// Kills a node, as a power cut would.
    pub fn kill(&mut self, node: usize) {
        if let Some(mut server) = self.servers.get_mut(node).and_then(Option::take) {
            server.kill();
        }
    }

    /// A node that runs.
    ///
    /// # Errors
    /// If it does not.
    pub fn server(&self, node: usize) -> anyhow::Result<&Server> {
        self.servers.get(node).and_then(Option::as_ref).context("there is no such node")
    }

    /// Where the nodes listen that run.
    pub fn places(&self) -> Vec<SocketAddr> {
        self.servers.iter().flatten().map(Server::address).collect()
    }

    /// What a node has used until now.
    ///
    /// # Errors
    /// If it has ended.
    pub fn usage(&self, node: usize) -> anyhow::Result<Usage> {
        Usage::of(self.server(node)?.pid())
    }

    /// Secrets of the links of all, by their numbers.
    pub fn secrets(&self) -> &[String] {
        &self.secrets
    }

    /// Everybody enters by their link at the first node; those of all nodes are good at each.
    ///
    /// # Errors
    /// If one cannot.
    pub async fn enter(&self) -> anyhow::Result<Vec<Account>> {
        entering::enter(self.server(0)?.address(), self.secrets.clone()).await
    }

    /// Kills all nodes, and reads in the log whether what was acknowledged is there.
    ///
    /// # Errors
    /// If the log cannot be read.
    pub async fn kept(mut self, session: &str, world: &Rc<World>) -> anyhow::Result<Kept> {
        self.servers.clear();
        let acknowledged = world.acknowledged();
        if let Some(nats) = &self.nats {
            let conference = CONFERENCE.parse().context("the conference has an id")?;
            let settings = NatsSettings { replicas: 1, ..NatsSettings::of(vec![nats.url()], conference) };
            let log = Nats::open(settings).await.context("the log at NATS cannot be opened")?;
            let kept = journal::kept(&log, session, &acknowledged).await;
            log.close().await;
            return kept;
        }
        let log = Sqlite::open(&self.data(0)).context("the log cannot be opened")?;
        let kept = journal::kept(&log, session, &acknowledged).await;
        log.close().await;
        kept
    }
}
