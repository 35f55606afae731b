//! The massages of a day as reminders for a calendar, by RFC 5545. Their times are floating: they ring at that time of the
//! clock on the wall wherever the person is, also after it was set forward or back. Nobody needs to send anything.
use super::day::Day;

/// For how many days they repeat: as long as one should wait for it to get better.
pub const DAYS: u16 = 14;

/// The longest line, in bytes.
const LINE: usize = 75;

/// What the reminders say.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// In the calendar's list.
    pub title: &'a str,
    /// Under it.
    pub text: &'a str,
}

/// A text as a value: what ends a value or a line is written in another way.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A line, folded where it is too long, never inside a letter.
fn line(out: &mut String, name: &str, value: &str) {
    let mut length = 0;
    for letter in name.chars().chain(":".chars()).chain(value.chars()) {
        if length + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out.push_str("\r\n");
}

fn two(number: i64) -> String {
    [if number < 10 { "0" } else { "" }, &number.to_string()].concat()
}

fn moment(day: &Day, minute: i64) -> String {
    let day: String = day.as_str().split('-').collect();
    [&day, "T", &two(minute / 60), &two(minute % 60), "00"].concat()
}

/// Reminders at these minutes of each day, from this day on, made at `stamp` (milliseconds since 1970).
pub fn write(times: &[i64], from: &Day, stamp: i64, words: Words<'_>) -> String {
    let mut out = String::new();
    let made = [&moment(&Day::of(stamp.div_euclid(86_400_000)), stamp.rem_euclid(86_400_000) / 60_000), "Z"].concat();
    line(&mut out, "BEGIN", "VCALENDAR");
    line(&mut out, "VERSION", "2.0");
    line(&mut out, "PRODID", "-//referred-pain-explorer//EN");
    for minute in times {
        line(&mut out, "BEGIN", "VEVENT");
        line(&mut out, "UID", &[&stamp.to_string(), "-", &minute.to_string(), "@referred-pain-explorer"].concat());
        line(&mut out, "DTSTAMP", &made);
        line(&mut out, "DTSTART", &moment(from, *minute));
        line(&mut out, "DURATION", "PT10M");
        line(&mut out, "RRULE", &["FREQ=DAILY;COUNT=", &DAYS.to_string()].concat());
        line(&mut out, "SUMMARY", &escape(words.title));
        line(&mut out, "DESCRIPTION", &escape(words.text));
        line(&mut out, "TRANSP", "TRANSPARENT");
        line(&mut out, "BEGIN", "VALARM");
        line(&mut out, "ACTION", "DISPLAY");
        line(&mut out, "DESCRIPTION", &escape(words.title));
        line(&mut out, "TRIGGER", "PT0S");
        line(&mut out, "END", "VALARM");
        line(&mut out, "END", "VEVENT");
    }
    line(&mut out, "END", "VCALENDAR");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_time_of_the_day_is_a_reminder_of_two_weeks() {
        let long = "Ü".repeat(60);
        let words = Words { title: "Massage; heel, calf", text: &long };
        let text = write(&[8 * 60 + 5, 20 * 60], &Day::new(2026, 11, 23), 1_795_449_600_000, words);
        assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 2);
        assert!(text.contains("DTSTART:20261123T080500\r\n") && text.contains("DTSTART:20261123T200000\r\n"));
        assert!(text.contains("SUMMARY:Massage\\; heel\\, calf\r\n") && text.contains("COUNT=14\r\n"));
        assert!(text.split("\r\n").all(|line| line.len() <= LINE), "{text}");
        assert!(text.replace("\r\n ", "").contains(&long), "folded lines lose nothing");
        assert!(text.contains("DTSTAMP:20261123T160000Z\r\n"), "{text}");
    }
}
