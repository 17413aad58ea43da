//! The way in: what this is, where the invited go, where everybody else does.

use maud::{Markup, html};

use super::followed::{beginning, programme_state, state_words};
use super::languages;
use super::page::{Document, Script, bar, given};

use crate::meeting::procedure::programme::Phase;
use crate::meeting::view::PublicNow;
use crate::terms::ids::Moment;
use crate::words::{Host, Locale};

/// How many sessions to come are named.
const LATER_MAX: usize = 3;

/// The page. Where nothing is public it tells nothing of the conference, not even its name.
pub fn landing(locale: Locale, sessions: &[PublicNow], now_ms: Moment) -> String {
    let t = |key| locale.t(key);
    let first = sessions.first();
    let title = first.map_or("Plenary", |now| locale.worded(&now.conference_name).1);
    let body = html! {
        (bar(locale, &languages(sessions), false, &html! { p { "Plenary" } }))
        main {
            section class="scene hero" {
                div class="plate" {
                    @match first {
                        Some(first) => {
                            h1 { (given(locale, &first.conference_name)) }
                            (days(locale, sessions, &Host::of(&first.time_zone)))
                        }
                        None => { h1 { "Plenary" } p { (t("landing-what")) } }
                    }
                }
            }
            div class="ways" {
                section class="way first" {
                    h2 { (t("landing-invited")) }
                    p { (t("landing-invited-words")) }
                    form {
                        label for="link" { (t("landing-paste")) }
                        div class="row" {
                            input id="link" dir="ltr" autocomplete="off" autocapitalize="none" spellcheck="false"
                                placeholder="https://…/#…" aria-describedby="wrong";
                            button { (t("landing-open")) }
                        }
                        p id="wrong" class="wrong" role="alert" hidden { (t("landing-not-a-link")) }
                    }
                    noscript { p class="help" { (t("landing-no-script")) } }
                    p class="help" { (t("landing-no-link")) }
                }
                section class="way" {
                    h2 { (t("landing-follow")) }
                    @match first {
                        Some(first) => {
                            p { (t("landing-follow-words")) }
                            (now_and_later(locale, sessions, &Host::of(&first.time_zone), now_ms))
                            a class="whole" href={ "/public/?lang=" (locale.tag()) } { (t("landing-whole")) }
                        }
                        None => { p { (t("landing-not-public")) } }
                    }
                }
            }
        }
    };
    Document { locale, title, class: "way-in", script: Script::Landing, body }.write()
}

fn days(locale: Locale, sessions: &[PublicNow], host: &Host) -> Markup {
    let starts = sessions.iter().map(|now| now.session.starts_at_ms);
    let (Some(first_ms), Some(last_ms)) = (starts.clone().min(), starts.max()) else { return html! {} };
    let (first, last) = (host.day(locale, first_ms), host.day(locale, last_ms));
    let days = if host.one_day(first_ms, last_ms) {
        first
    } else {
        locale.with("landing-days", &[("first", first.into()), ("last", last.into())])
    };
    html! {
        p { (days) }
        p { (locale.with("landing-online", &[("city", host.city().into())])) }
    }
}

fn now_and_later(locale: Locale, sessions: &[PublicNow], host: &Host, now_ms: Moment) -> Markup {
    let live: Vec<&PublicNow> =
        sessions.iter().filter(|now| matches!(now.session.phase, Phase::Open | Phase::Suspended)).collect();
    let later: Vec<&PublicNow> =
        sessions.iter().filter(|now| now.session.phase == Phase::Scheduled).take(LATER_MAX).collect();
    html! {
        @for now in &live {
            div class="live" {
                h3 { (given(locale, &now.session.title)) }
                p class="note" { (state_words(locale, now, host, now_ms)) }
                a class="listen b" href={ "/public/" (now.session.id) "?lang=" (locale.tag()) }
                    aria-label=(locale.with("public-listen-name", &[("session", locale.worded(&now.session.title).1.into())]))
                    { (locale.t("public-listen")) }
            }
        }
        @if live.is_empty() && later.is_empty() { p class="note" { (locale.t("landing-over")) } }
        ul class="later" {
            @for now in &later {
                li {
                    span class="num" { (beginning(now, host)) }
                    span {
                        (given(locale, &now.session.title))
                        @if !host.one_day(now.session.starts_at_ms, now_ms) {
                            " " span class="note" { (host.day(locale, now.session.starts_at_ms)) }
                        }
                        @if let Some(words) = programme_state(locale, now, host) { " " span class="note" { (words) } }
                    }
                }
            }
        }
    }
}
