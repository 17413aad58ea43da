//! What the public follows: the programme, a session, and the part of it that renews itself.

use maud::{Markup, html};

use super::languages;
use super::page::{Document, Script, bar, given};

use crate::meeting::procedure::points_of_order::Ruling;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::view::{CarriesView, PublicNow, PublicRuling, PublicTurn};
use crate::terms::ids::Moment;
use crate::words::{Host, Locale};

/// For how long a ruling is shown, in milliseconds: longer than the part takes to renew itself.
const RULING_SHOWN_MS: Moment = 40_000;

/// The programme of all days.
pub fn programme(locale: Locale, sessions: &[PublicNow], now_ms: Moment) -> String {
    let Some(first) = sessions.first() else { return String::new() };
    let host = Host::of(&first.time_zone);
    let title = locale.worded(&first.conference_name).1;
    let mut days: Vec<Vec<&PublicNow>> = Vec::new();
    for now in sessions {
        let of_day = |day: &&mut Vec<&PublicNow>| {
            day.first().is_some_and(|one| host.one_day(one.session.starts_at_ms, now.session.starts_at_ms))
        };
        match days.last_mut().filter(of_day) {
            Some(day) => day.push(now),
            None => days.push(vec![now]),
        }
    }
    let body = html! {
        (bar(locale, &languages(sessions), false, &html! { h1 { (given(locale, &first.conference_name)) } }))
        main class="public" {
            div {
                h2 { (locale.t("public-title")) }
                p { (locale.t("public-lead")) }
                p class="note" { (given(locale, &first.notice)) }
            }
            @for day in &days {
                (day_of(locale, &host, day, None, now_ms))
            }
        }
    };
    Document { locale, title, class: "", script: Script::Client, body }.write()
}

/// A session: who speaks, the sound of each channel, the programme of its day.
pub fn session(locale: Locale, now: &PublicNow, sessions: &[PublicNow], now_ms: Moment) -> String {
    let host = Host::of(&now.time_zone);
    let title = locale.worded(&now.session.title).1;
    let id = &now.session.id;
    let same_day = |other: &&PublicNow| host.one_day(other.session.starts_at_ms, now.session.starts_at_ms);
    let day: Vec<&PublicNow> = sessions.iter().filter(same_day).collect();
    let head = html! {
        h1 { (given(locale, &now.session.title)) }
        p { (given(locale, &now.conference_name)) }
    };
    let body = html! {
        (bar(locale, &languages(sessions), true, &head))
        main class="public" {
            // A page of its own, so that it is renewed while the sound goes on.
            iframe class="now" title=(locale.t("written-who"))
                src={ "/public/" (id) "/now?lang=" (locale.tag()) } {}
            section class="box" {
                h2 { (locale.t("public-sound")) }
                (sound(locale, now, &host))
            }
            (day_of(locale, &host, &day, Some(now), now_ms))
            p class="note" { (given(locale, &now.notice)) }
            p class="note" { (locale.t("written-works")) }
        }
    };
    Document { locale, title, class: "", script: Script::Client, body }.write()
}

fn sound(locale: Locale, now: &PublicNow, host: &Host) -> Markup {
    match now.session.phase {
        Phase::Scheduled if is_cancelled(now) => html! { p { (locale.t("public-cancelled")) } },
        Phase::Scheduled => {
            let starts_ms = now.session.starts_at_ms;
            let (day, time) = (host.day(locale, starts_ms), host.time(starts_ms));
            html! { p { (locale.with("written-begins", &[("day", day.into()), ("time", time.into())])) } }
        }
        Phase::Closed => {
            let key = if now.session.adjourned { "public-adjourned" } else { "public-over" };
            html! { p { (locale.t(key)) } }
        }
        Phase::Open | Phase::Suspended => html! {
            p class="note" { (locale.t("written-how")) }
            @for channel in &now.channels {
                @let path = format!("/listen/{}/{}.ogg", now.session.id, channel.id);
                div class="channel" {
                    p {
                        b { (given(locale, &channel.name)) }
                        span class="note" {
                            (locale.with("public-carries", &[("carries", carries(&channel.carries).into())]))
                        }
                    }
                    audio controls preload="none" src=(path) aria-label=(locale.worded(&channel.name).1) {}
                    a href=(path) aria-label={ (locale.worded(&channel.name).1) ": " (locale.t("written-player")) }
                        { (locale.t("written-player")) }
                }
            }
        },
    }
}

fn carries(view: &CarriesView) -> &'static str {
    match view {
        CarriesView::Floor => "floor",
        CarriesView::Interpretation => "interpretation",
        CarriesView::Silence => "silence",
    }
}

/// The part that renews itself: how the session stands, and who has the floor.
pub fn now(locale: Locale, now: &PublicNow, now_ms: Moment) -> String {
    let host = Host::of(&now.time_zone);
    let as_of = [("time", host.time(now_ms).into()), ("city", host.city().into())];
    let phase = now.session.phase;
    let lit = phase == Phase::Open && now.turn.as_ref().is_some_and(|turn| !turn.halted);
    let body = html! {
        main {
            p class="status" {
                b class=(phase_tag(now)) { (phase_words(locale, now, &host, now_ms)) }
                span class="note" { (locale.with("written-as-of", &as_of)) }
                a href="" { (locale.t("written-update")) }
            }
            section class="scene" aria-label=(locale.t("stage-label")) {
                p class={ "lamp" @if lit { " lit" } } { i {} span { (lamp(locale, now)) } }
                @if let Some(ruled) = now.ruled.as_ref().filter(|ruled| now_ms < ruled.at_ms + RULING_SHOWN_MS) {
                    p class="ruled" { (ruling(locale, ruled)) }
                }
                (plate(locale, now, &host, now_ms))
            }
        }
    };
    let title = locale.t("written-who");
    Document { locale, title: &title, class: "part", script: Script::None, body }.write()
}

/// How the chair ruled on whose point of order.
fn ruling(locale: Locale, ruled: &PublicRuling) -> String {
    let (_, name) = locale.worded(&ruled.plate);
    let how = match ruled.ruling {
        Ruling::Upheld => "upheld",
        Ruling::Rejected => "rejected",
        Ruling::Noted => "noted",
    };
    locale.with("stage-ruling", &[("name", name.into()), ("ruling", how.into())])
}

/// Who has the floor; while the meeting is suspended, until when and why.
fn plate(locale: Locale, now: &PublicNow, host: &Host, now_ms: Moment) -> Markup {
    if now.session.phase == Phase::Suspended {
        return html! {
            div class="plate" {
                h1 { (locale.t("stage-suspended")) }
                @if let Some(until_ms) = now.session.until_ms {
                    p class="until" { (locale.with("stage-until", &[("time", host.moment(locale, until_ms, now_ms).into())])) }
                }
                @if !now.session.reason.is_empty() { p { bdi { (now.session.reason) } } }
            }
        };
    }
    let Some(turn) = &now.turn else {
        return html! {
            div class="plate" {
                h1 { (given(locale, &now.session.title)) }
                @match programme_state(locale, now, host) {
                    Some(words) => { p { (words) } }
                    None => { p { (given(locale, &now.conference_name)) } }
                }
            }
        };
    };
    html! {
        div class="plate name" {
            h1 { (given(locale, &turn.plate)) }
            @for line in [&turn.name, &turn.function] {
                @if !line.0.is_empty() { p { (given(locale, line)) } }
            }
            @let till = till(locale, now, turn, host);
            @if !till.is_empty() { p class="till" { (till) } }
        }
    }
}

/// Until about when the turn goes on, and who is next, where either is known.
fn till(locale: Locale, now: &PublicNow, turn: &PublicTurn, host: &Host) -> String {
    let until = turn.until_ms.map(|at_ms| locale.with("public-until", &[("time", host.time(at_ms).into())]));
    let next = now.next.as_ref().map(|next| {
        let (_, name) = locale.worded(next);
        locale.with("public-next", &[("name", name.into())])
    });
    [until, next].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn lamp(locale: Locale, now: &PublicNow) -> String {
    match (now.session.phase, &now.turn) {
        (Phase::Scheduled, _) if is_cancelled(now) => locale.t("stage-cancelled"),
        (Phase::Scheduled, _) => locale.t("stage-scheduled"),
        (Phase::Suspended, _) => locale.t("stage-suspended"),
        (Phase::Closed, _) if now.session.adjourned => locale.t("stage-adjourned"),
        (Phase::Closed, _) => locale.t("stage-closed"),
        (Phase::Open, None) => locale.t("stage-floor-free"),
        (Phase::Open, Some(turn)) if turn.point_of_order => locale.t("stage-point-of-order"),
        (Phase::Open, Some(turn)) if turn.halted => locale.t("stage-halted"),
        (Phase::Open, Some(turn)) => {
            let Some(language) = &turn.language else { return locale.t("stage-halted") };
            let language = locale.with("in-language", &[("language", language.as_str().into())]);
            let key = if turn.prerecorded { "stage-prerecorded" } else { "stage-has-floor" };
            locale.with(key, &[("language", language.into())])
        }
    }
}

/// Whether it does not take place.
fn is_cancelled(now: &PublicNow) -> bool {
    let cancelled = now.session.rescheduled.as_ref().is_some_and(|changed| changed.cancelled);
    now.session.phase == Phase::Scheduled && cancelled
}

/// When it begins: struck through where it does not, or where the time is to be announced.
pub fn beginning(now: &PublicNow, host: &Host) -> Markup {
    let time = host.time(now.session.starts_at_ms);
    let delayed = now.session.rescheduled.as_ref().is_some_and(|changed| changed.delayed);
    if is_cancelled(now) || now.session.phase == Phase::Scheduled && delayed {
        return html! { s { (time) } };
    }
    html! { (time) }
}

/// The phase, as classes and messages name it.
pub fn phase_tag(now: &PublicNow) -> &'static str {
    match now.session.phase {
        Phase::Scheduled if is_cancelled(now) => "cancelled",
        Phase::Scheduled => "scheduled",
        Phase::Open => "open",
        Phase::Suspended => "suspended",
        Phase::Closed => "closed",
    }
}

/// The phase, and since when.
pub fn phase_words(locale: Locale, now: &PublicNow, host: &Host, now_ms: Moment) -> String {
    let at_ms = match now.session.phase {
        Phase::Scheduled => now.session.starts_at_ms,
        // In session since it was opened, whatever suspensions there were.
        Phase::Open => now.session.opened_at_ms.unwrap_or(now.session.since_ms),
        Phase::Suspended | Phase::Closed => now.session.since_ms,
    };
    let phase = if now.session.adjourned { "adjourned" } else { phase_tag(now) };
    locale
        .with("public-phase", &[("phase", phase.into()), ("time", host.moment(locale, at_ms, now_ms).into())])
}

/// How a session stands, in a row of the programme.
pub fn state_words(locale: Locale, now: &PublicNow, host: &Host, now_ms: Moment) -> String {
    match (now.session.phase, &now.turn) {
        (Phase::Open, Some(turn)) => {
            let (_, name) = locale.worded(&turn.plate);
            locale.with("written-speaks", &[("name", name.into())])
        }
        (Phase::Scheduled | Phase::Open, _) => locale.with("phase-name", &[("phase", phase_tag(now).into())]),
        (Phase::Suspended | Phase::Closed, _) => phase_words(locale, now, host, now_ms),
    }
}

/// What is not as planned of a session's time, while that matters.
pub fn programme_state(locale: Locale, now: &PublicNow, host: &Host) -> Option<String> {
    let session = &now.session;
    let changed = session.rescheduled.as_ref().filter(|_| session.phase == Phase::Scheduled)?;
    let time = host.time(session.starts_at_ms);
    if changed.cancelled {
        return Some(reasoned(
            locale,
            locale.with("schedule-cancelled", &[("time", time.into())]),
            &changed.reason,
        ));
    }
    if changed.delayed {
        return Some(reasoned(
            locale,
            locale.with("schedule-delayed", &[("time", time.into())]),
            &changed.reason,
        ));
    }
    if changed.was_starts_at_ms == session.starts_at_ms {
        return None;
    }
    let was = host.time(changed.was_starts_at_ms);
    let words = locale.with("schedule-begins", &[("time", time.into()), ("was", was.into())]);
    Some(reasoned(locale, words, &changed.reason))
}

/// With the reason, where one was given.
fn reasoned(locale: Locale, words: String, reason: &str) -> String {
    if reason.is_empty() {
        return words;
    }
    words + " " + &locale.with("schedule-reason", &[("reason", reason.into())])
}

/// A day of the programme. Only what can be heard has a way to it, and what is over to what was said.
pub fn day_of(
    locale: Locale,
    host: &Host,
    sessions: &[&PublicNow],
    here: Option<&PublicNow>,
    now_ms: Moment,
) -> Markup {
    let Some(first) = sessions.first() else { return html! {} };
    let day = host.day(locale, first.session.starts_at_ms);
    let is_today = host.one_day(first.session.starts_at_ms, now_ms);
    let (heading, note) = if here.is_some() && is_today {
        let told = [("day", day.into()), ("city", host.city().into())];
        (locale.t("public-day"), locale.with("written-day-of", &told))
    } else {
        (day, locale.with("public-zone", &[("zone", host.city().into())]))
    };
    html! {
        section class="programme" {
            h2 { (heading) }
            p class="note" { (note) }
            table {
                @for now in sessions {
                    @let live = matches!(now.session.phase, Phase::Open | Phase::Suspended);
                    @let followed = here.is_some_and(|here| here.session.id == now.session.id);
                    tr class=[live.then_some("on")] {
                        th scope="row" {
                            span class="num" { (beginning(now, host)) }
                        }
                        td {
                            (given(locale, &now.session.title))
                            @if let Some(words) = programme_state(locale, now, host) { " " span class="note" { (words) } }
                        }
                        td {
                            (state_words(locale, now, host, now_ms)) " "
                            @if live && !followed {
                                a class="listen" href={ "/public/" (now.session.id) "?lang=" (locale.tag()) }
                                    aria-label=(locale.with("public-listen-name", &[("session", locale.worded(&now.session.title).1.into())]))
                                    { (locale.t("public-listen")) }
                            }
                            @if now.session.phase == Phase::Closed && !followed {
                                a class="listen" href={ "/public/" (now.session.id) "?lang=" (locale.tag()) }
                                    aria-label=(locale.with("public-read-name", &[("session", locale.worded(&now.session.title).1.into())]))
                                    { (locale.t("public-read")) }
                            }
                        }
                    }
                }
            }
        }
    }
}
