//! Settings of the server: where it listens, where it keeps its data, which conference it holds.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use url::Url;

use crate::papers::Scanner;
use crate::terms::ids::ChannelId;
use crate::terms::network::Network;

/// Settings, each with a default, from the command line (before the act or after it) or from the environment.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct Settings {
    /// Address and port to listen on for the browser.
    #[arg(
        long,
        global = true,
        env = "PLENARY_LISTEN",
        value_name = "ADDRESS:PORT",
        default_value = "127.0.0.1:8400"
    )]
    pub listen: SocketAddr,
    /// Directory that keeps the log, the documents and the recordings; made if it is not there.
    #[arg(long, global = true, env = "PLENARY_DATA", value_name = "DIRECTORY", default_value = "./data")]
    pub data: PathBuf,
    /// Servers of NATS that keep the log, with JetStream, instead of the directory: several servers with the same ones serve
    /// one conference. All of a cluster are named, separated by commas; tls:// for TLS, user:password@ before the host.
    #[arg(
        long,
        global = true,
        env = "PLENARY_NATS",
        value_name = "URL",
        value_delimiter = ',',
        hide_env_values = true
    )]
    pub nats: Vec<String>,
    /// How many servers of NATS keep each entry [default: 3 where several are named, else 1].
    #[arg(long, global = true, env = "PLENARY_NATS_REPLICAS", value_name = "1|3", value_parser = replicas)]
    pub nats_replicas: Option<usize>,
    /// File with the root certificates that vouch for the servers of NATS, in PEM, where their addresses begin with tls://
    /// [default: those of the system].
    #[arg(long, global = true, env = "PLENARY_NATS_CA", value_name = "FILE")]
    pub nats_ca: Option<PathBuf>,
    /// Seconds that a server with --nats takes, when it is told to stop, to send its people to the others; 0: it sends all away at
    /// once. It begins five seconds after it was told, when balancers have seen that it is not ready.
    #[arg(
        long,
        global = true,
        env = "PLENARY_MOVE_WITHIN",
        value_name = "SECONDS",
        default_value_t = 15,
        value_parser = clap::value_parser!(u64).range(0..=600)
    )]
    pub move_within: u64,
    /// Directory of the recordings that servers with the same --nats have in common, so that each lists all of them; without it
    /// each lists what it has recorded itself, in the directory of its data.
    #[arg(long, global = true, env = "PLENARY_RECORDINGS", value_name = "DIRECTORY", requires = "nats")]
    pub recordings: Option<PathBuf>,
    /// File with the server's certificate and those between it and its root, in PEM; with it pages come by HTTPS.
    #[arg(long, global = true, env = "PLENARY_TLS_CERT", value_name = "FILE")]
    pub tls_cert: Option<PathBuf>,
    /// File with the private key of the certificate, in PEM.
    #[arg(long, global = true, env = "PLENARY_TLS_KEY", value_name = "FILE")]
    pub tls_key: Option<PathBuf>,
    /// Address under which browsers reach this server for sound, with or without a port; several are several times
    /// given, or separated by commas [default: that of --listen, or those of all interfaces].
    #[arg(
        long,
        global = true,
        env = "PLENARY_ADVERTISE",
        value_name = "ADDRESS",
        value_parser = advertised,
        value_delimiter = ','
    )]
    pub advertise: Vec<SocketAddr>,
    /// Address that participants' links begin with, as their browsers reach it [default: http:// or https://, and --listen].
    #[arg(long, global = true, env = "PLENARY_PUBLIC_URL", value_name = "URL", value_parser = public_url)]
    pub public_url: Option<Url>,
    /// The conference file.
    #[arg(
        long,
        global = true,
        env = "PLENARY_CONFERENCE",
        value_name = "FILE",
        default_value = "conference.toml"
    )]
    pub conference: PathBuf,
    /// Where the conference file and the secretariat have changed the same field: takes what the file says. Without it the
    /// secretariat's value stays, and the start says so field by field.
    #[arg(long, global = true, env = "PLENARY_TAKE_FILE")]
    pub take_file: bool,
    /// Address of a service that turns speech into text, which writes captions where no captioner does; it is asked as
    /// POST …/v1/audio/transcriptions, and gets the sound of the channels in pieces. Of several servers of a conference, one is
    /// given it [default: none].
    #[arg(long, global = true, env = "PLENARY_CAPTIONS_FROM", value_name = "URL", value_parser = service)]
    pub captions_from: Option<Url>,
    /// File with the key that the service wants, on one line [default: none].
    #[arg(
        long,
        global = true,
        env = "PLENARY_CAPTIONS_KEY",
        value_name = "FILE",
        requires = "captions_from"
    )]
    pub captions_key: Option<PathBuf>,
    /// Name of the model that the service is to use.
    #[arg(
        long,
        global = true,
        env = "PLENARY_CAPTIONS_MODEL",
        value_name = "NAME",
        default_value = "whisper-1",
        value_parser = model
    )]
    pub captions_model: String,
    /// Channels whose sound the service gets, by their ids, separated by commas [default: all that have a language].
    #[arg(
        long,
        global = true,
        env = "PLENARY_CAPTIONS_CHANNELS",
        value_name = "CHANNEL",
        value_delimiter = ',',
        requires = "captions_from"
    )]
    pub captions_channels: Vec<ChannelId>,
    /// Scanner for viruses that every file is shown to before it is kept: clamd's host:3310, or its socket as
    /// unix:/run/clamav/clamd.ctl. While it does not answer no file is taken [default: none].
    #[arg(long, global = true, env = "PLENARY_SCAN_WITH", value_name = "ADDRESS")]
    pub scan_with: Option<Scanner>,
    /// What to log: a level (error, warn, info, debug, trace), or one per module as in "info,plenary::room=debug".
    #[arg(long, global = true, env = "PLENARY_LOG", value_name = "FILTER", default_value = "info")]
    pub log: String,
    /// How log lines are written.
    #[arg(long, global = true, env = "PLENARY_LOG_FORMAT", value_enum, default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,
    /// Address or network of a proxy whose `X-Forwarded-For` is believed: what those may hold who have shown no link is then
    /// counted by the address that they come from; several are several times given, or separated by commas [default: none].
    #[arg(
        long,
        global = true,
        env = "PLENARY_TRUSTED_PROXY",
        value_name = "ADDRESS[/BITS]",
        value_delimiter = ','
    )]
    pub trusted_proxy: Vec<Network>,
    /// Port, or address and port, at which whoever watches the server reads `/metrics`; a port alone is one of this machine
    /// [default: none].
    #[arg(long, global = true, env = "PLENARY_METRICS", value_name = "[ADDRESS:]PORT", value_parser = watched)]
    pub metrics: Option<SocketAddr>,
}

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum LogFormat {
    /// For eyes.
    #[default]
    Text,
    /// For programs: an object a line.
    Json,
}

impl Settings {
    /// Address that participants' links begin with, without a slash at the end.
    pub fn public_base(&self) -> String {
        match &self.public_url {
            Some(url) => url.as_str().trim_end_matches('/').to_owned(),
            None if self.tls_cert.is_some() => format!("https://{}", self.listen),
            None => format!("http://{}", self.listen),
        }
    }
}

fn replicas(text: &str) -> Result<usize, String> {
    match text {
        "1" => Ok(1),
        "3" => Ok(3),
        _other => Err("it is 1, or 3 in a cluster of three servers or more".to_owned()),
    }
}

/// An address to be found by; port 0 stands for the one that is listened on.
fn advertised(text: &str) -> Result<SocketAddr, String> {
    let text = text.trim();
    let address = text.parse::<IpAddr>().map(|ip| SocketAddr::new(ip, 0)).or_else(|_| text.parse());
    let address = address.map_err(|_| {
        "write it as 192.0.2.10 or 192.0.2.10:8400; a name does not do, for browsers are given numbers"
            .to_owned()
    })?;
    if address.ip().is_unspecified() {
        return Err("it stands for every address; name one that browsers reach".to_owned());
    }
    Ok(address)
}

/// An address to be watched at. It has no password, so a port alone is for this machine alone.
fn watched(text: &str) -> Result<SocketAddr, String> {
    let text = text.trim();
    let of_this_machine = text.parse().map(|port| SocketAddr::new(Ipv4Addr::LOCALHOST.into(), port));
    of_this_machine.or_else(|_| text.parse()).map_err(|_| {
        "write it as 9464, or as 192.0.2.10:9464 where others than this machine are to read it".to_owned()
    })
}

/// The address of a service. Its key has a file of its own, so that no list of processes shows it.
fn service(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| format!("{error}; write it as https://speech.example.org"))?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return Err("it begins with http:// or https:// and a host".to_owned());
    }
    if url.fragment().is_some() || !url.username().is_empty() || url.password().is_some() {
        return Err("it has no # and no user name; a key stands in a file (--captions-key)".to_owned());
    }
    Ok(url)
}

/// The name of a model, which stands in a form.
fn model(text: &str) -> Result<String, String> {
    let fits = (1..=200).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
    if fits { Ok(text.to_owned()) } else { Err("it has 1 to 200 letters, digits and signs".to_owned()) }
}

fn public_url(text: &str) -> Result<Url, String> {
    let url =
        Url::parse(text).map_err(|error| format!("{error}; write it as https://conference.example.org"))?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return Err("it begins with http:// or https:// and a host".to_owned());
    }
    if url.query().is_some()
        || url.fragment().is_some()
        || !url.username().is_empty()
        || url.password().is_some()
    {
        return Err(
            "it has no ?, no # and no user name; write it as https://conference.example.org".to_owned()
        );
    }
    Ok(url)
}
