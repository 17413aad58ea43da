//! Dates and times of the host, as the client writes them: by one table of months and days for the three languages.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::Locale;
use crate::terms::ids::Moment;

/// Months, January first. Arabic dates bear both names, that of the Arab East first.
const MONTHS: [[&str; 3]; 12] = [
    ["January", "janvier", "كانون الثاني/يناير"],
    ["February", "février", "شباط/فبراير"],
    ["March", "mars", "آذار/مارس"],
    ["April", "avril", "نيسان/أبريل"],
    ["May", "mai", "أيار/مايو"],
    ["June", "juin", "حزيران/يونيو"],
    ["July", "juillet", "تموز/يوليو"],
    ["August", "août", "آب/أغسطس"],
    ["September", "septembre", "أيلول/سبتمبر"],
    ["October", "octobre", "تشرين الأول/أكتوبر"],
    ["November", "novembre", "تشرين الثاني/نوفمبر"],
    ["December", "décembre", "كانون الأول/ديسمبر"],
];

/// Days of the week, Monday first.
const WEEKDAYS: [[&str; 3]; 7] = [
    ["Monday", "lundi", "الاثنين"],
    ["Tuesday", "mardi", "الثلاثاء"],
    ["Wednesday", "mercredi", "الأربعاء"],
    ["Thursday", "jeudi", "الخميس"],
    ["Friday", "vendredi", "الجمعة"],
    ["Saturday", "samedi", "السبت"],
    ["Sunday", "dimanche", "الأحد"],
];

/// The name of a month or a day by its number, from 1.
fn named(table: &[[&'static str; 3]], number: i8, locale: Locale) -> &'static str {
    let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let [english, french, arabic] = at.and_then(|at| table.get(at)).copied().unwrap_or_default();
    match locale {
        Locale::En => english,
        Locale::Fr => french,
        Locale::Ar => arabic,
    }
}

/// A date in words: "24 February 2021", "1er février 2021", "24 شباط/فبراير 2021".
pub fn date(locale: Locale, date: Date) -> String {
    let first = if locale == Locale::Fr && date.day() == 1 { "er" } else { "" };
    format!("{}{first} {} {}", date.day(), named(&MONTHS, date.month(), locale), date.year())
}

/// The host's clock.
#[derive(Debug, Clone)]
pub struct Host {
    zone: TimeZone,
    name: String,
}

impl Host {
    /// By the IANA name of its zone.
    pub fn of(name: &str) -> Self {
        // The conference file was read by the same name.
        Self { zone: TimeZone::get(name).unwrap_or(TimeZone::UTC), name: name.to_owned() }
    }

    /// The host's date and time at a moment.
    fn local(&self, at_ms: Moment) -> DateTime {
        self.zone.to_datetime(Timestamp::from_millisecond(at_ms).unwrap_or(Timestamp::UNIX_EPOCH))
    }

    /// A moment's time of day, "10:45".
    pub fn time(&self, at_ms: Moment) -> String {
        let local = self.local(at_ms);
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// A moment's time of day as summary records write it: "10.05 a.m.", "1 p.m.", "noon"; "13 heures", "10 h 5"; "10/05".
    pub fn time_in_record(&self, locale: Locale, at_ms: Moment) -> String {
        let local = self.local(at_ms);
        let (hour, minute) = (local.hour(), local.minute());
        match (locale, minute) {
            (Locale::Ar, 0) => format!("{hour}"),
            (Locale::Ar, _) => format!("{hour}/{minute:02}"),
            (Locale::Fr, 0) if hour > 1 => format!("{hour}\u{a0}heures"),
            (Locale::Fr, 0) => format!("{hour}\u{a0}heure"),
            (Locale::Fr, _) => format!("{hour}\u{a0}h\u{a0}{minute}"),
            (Locale::En, 0) if hour == 0 => "midnight".to_owned(),
            (Locale::En, 0) if hour == 12 => "noon".to_owned(),
            (Locale::En, _) => {
                let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
                let minutes = if minute == 0 { String::new() } else { format!(".{minute:02}") };
                format!("{twelve}{minutes}\u{a0}{}", if hour < 12 { "a.m." } else { "p.m." })
            }
        }
    }

    /// When something is to end, as told at a moment: its time of day, with the day where that is another.
    pub fn until(&self, locale: Locale, ends_at_ms: Moment, told_ms: Moment) -> String {
        let time = self.time(ends_at_ms);
        if self.one_day(ends_at_ms, told_ms) {
            return time;
        }
        let comma = if locale == Locale::Ar { '،' } else { ',' };
        format!("{time}{comma} {}", self.day(locale, ends_at_ms))
    }

    /// A moment's time of day, with the day where that is not the one there is now.
    pub fn moment(&self, locale: Locale, at_ms: Moment, now_ms: Moment) -> String {
        let time = self.time(at_ms);
        if self.one_day(at_ms, now_ms) {
            return time;
        }
        let told = [("day", self.day(locale, at_ms).into()), ("time", time.into())];
        locale.with("schedule-on", &told)
    }

    /// A moment's day in words, "Wednesday 24 February 2021".
    pub fn day(&self, locale: Locale, at_ms: Moment) -> String {
        let day = self.local(at_ms).date();
        let weekday = named(&WEEKDAYS, day.weekday().to_monday_one_offset(), locale);
        format!("{weekday} {}", date(locale, day))
    }

    /// A moment's date, "24 February 2021".
    pub fn date(&self, locale: Locale, at_ms: Moment) -> String {
        date(locale, self.local(at_ms).date())
    }

    /// A moment's date for programs, "2021-02-24".
    pub fn date_in_data(&self, at_ms: Moment) -> String {
        self.local(at_ms).date().to_string()
    }

    /// A moment for programs, with how far the host is from UTC: "2021-02-24T10:45:03+02:00".
    pub fn in_data(&self, at_ms: Moment) -> String {
        let at = Timestamp::from_second(at_ms.div_euclid(1_000)).unwrap_or(Timestamp::UNIX_EPOCH);
        at.display_with_offset(self.zone.to_offset(at)).to_string()
    }

    /// Whether two moments are of one day.
    pub fn one_day(&self, one_ms: Moment, other_ms: Moment) -> bool {
        self.local(one_ms).date() == self.local(other_ms).date()
    }

    /// The city of the zone, "Beirut".
    pub fn city(&self) -> String {
        self.name.rsplit('/').next().unwrap_or(&self.name).replace('_', " ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 1 January 2021, midnight in UTC; the tests are at the host's noon.
    const YEAR_MS: Moment = 1_609_459_200_000;

    fn day_of(month: i8, day: i8) -> Date {
        Date::new(2021, month, day).unwrap()
    }

    #[test]
    fn every_month_is_written_in_every_language() {
        let all =
            |locale| (1..=12).map(|month| date(locale, day_of(month, 24))).collect::<Vec<_>>().join("|");
        assert_eq!(
            all(Locale::En),
            "24 January 2021|24 February 2021|24 March 2021|24 April 2021|24 May 2021|24 June 2021|24 July 2021|\
             24 August 2021|24 September 2021|24 October 2021|24 November 2021|24 December 2021"
        );
        assert_eq!(
            all(Locale::Fr),
            "24 janvier 2021|24 février 2021|24 mars 2021|24 avril 2021|24 mai 2021|24 juin 2021|24 juillet 2021|\
             24 août 2021|24 septembre 2021|24 octobre 2021|24 novembre 2021|24 décembre 2021"
        );
        assert_eq!(
            all(Locale::Ar),
            "24 كانون الثاني/يناير 2021|24 شباط/فبراير 2021|24 آذار/مارس 2021|24 نيسان/أبريل 2021|\
             24 أيار/مايو 2021|24 حزيران/يونيو 2021|24 تموز/يوليو 2021|24 آب/أغسطس 2021|\
             24 أيلول/سبتمبر 2021|24 تشرين الأول/أكتوبر 2021|24 تشرين الثاني/نوفمبر 2021|\
             24 كانون الأول/ديسمبر 2021"
        );
    }

    #[test]
    fn the_first_of_a_month_is_an_ordinal_in_french_alone() {
        assert_eq!(date(Locale::Fr, day_of(2, 1)), "1er février 2021");
        assert_eq!(date(Locale::Fr, day_of(2, 2)), "2 février 2021");
        assert_eq!(date(Locale::En, day_of(2, 1)), "1 February 2021");
        assert_eq!(date(Locale::Ar, day_of(2, 1)), "1 شباط/فبراير 2021");
    }

    #[test]
    fn days_bear_their_names() {
        let host = Host::of("Asia/Beirut");
        let at_ms = YEAR_MS + 54 * 86_400_000 + 36_000_000;
        assert_eq!(host.day(Locale::En, at_ms), "Wednesday 24 February 2021");
        assert_eq!(host.day(Locale::Fr, at_ms), "mercredi 24 février 2021");
        assert_eq!(host.day(Locale::Ar, at_ms), "الأربعاء 24 شباط/فبراير 2021");
        assert_eq!(host.in_data(at_ms), "2021-02-24T12:00:00+02:00");
        assert_eq!(host.until(Locale::Ar, at_ms, YEAR_MS), "12:00، الأربعاء 24 شباط/فبراير 2021");
    }

    #[test]
    fn hours_are_written_as_records_do() {
        let host = Host::of("UTC");
        let all = |locale| {
            let minutes = [0, 5, 60, 605, 720, 725, 780, 1_439];
            minutes
                .map(|minute| host.time_in_record(locale, YEAR_MS + minute * 60_000))
                .join("|")
                .replace('\u{a0}', " ")
        };
        let english = "midnight|12.05 a.m.|1 a.m.|10.05 a.m.|noon|12.05 p.m.|1 p.m.|11.59 p.m.";
        assert_eq!(all(Locale::En), english);
        assert_eq!(all(Locale::Fr), "0 heure|0 h 5|1 heure|10 h 5|12 heures|12 h 5|13 heures|23 h 59");
        assert_eq!(all(Locale::Ar), "0|0/05|1|10/05|12|12/05|13|23/59");
    }
}
