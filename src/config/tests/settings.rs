//! Settings on the command line.

use clap::Parser;

use crate::config::Settings;

#[derive(Debug, Parser)]
struct CommandLine {
    #[command(flatten)]
    settings: Settings,
}

fn settings(arguments: &[&str]) -> Result<Settings, String> {
    let line = std::iter::once("plenary").chain(arguments.iter().copied());
    CommandLine::try_parse_from(line).map(|line| line.settings).map_err(|error| error.to_string())
}

#[test]
fn every_setting_has_a_default() {
    let settings = settings(&[]).expect("defaults");
    assert_eq!(settings.listen.to_string(), "127.0.0.1:8400");
    assert_eq!(settings.data.to_str(), Some("./data"));
    assert_eq!(settings.conference.to_str(), Some("conference.toml"));
    assert_eq!(settings.public_base(), "http://127.0.0.1:8400");
}

#[test]
fn links_begin_with_the_public_address_without_a_slash_at_the_end() {
    let settings = settings(&["--public-url", "https://conference.example.org/"]).expect("a URL");
    assert_eq!(settings.public_base(), "https://conference.example.org");
}

#[test]
fn a_wrong_setting_is_refused_with_its_name_and_a_remedy() {
    for (arguments, said) in [
        (["--public-url", "conference.example.org"], "https://conference.example.org"),
        (["--public-url", "ftp://example.org"], "http:// or https://"),
        (["--public-url", "https://example.org/?a=b"], "no ?"),
        (["--listen", "8400"], "ADDRESS:PORT"),
        (["--trusted-proxy", "proxy.example.org"], "10.0.0.0/8"),
        (["--trusted-proxy", "10.0.0.0/40"], "1 to 32"),
    ] {
        let error = settings(&arguments).expect_err("refused");
        assert!(error.contains(arguments[0]) && error.contains(said), "{error}");
    }
}
