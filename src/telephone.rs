//! Telephone numbers as people write them: which one is meant, by the plan of Indonesia, and how it is dialled.

mod plan;

use plan::{AREAS_OF_TWO, NATIONAL, SHORT};

/// What a number belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A mobile, which may be somebody's own.
    Mobile,
    /// A fixed line with its area code.
    Landline,
    /// `0800 …`, free for the caller.
    TollFree,
    /// `0804 …`, `0807 …`, `0809 …`: one number for the whole country.
    Nationwide,
    /// `110`, `1500 …`: dialled as it is.
    Short,
    /// A number of another country.
    Abroad,
}

/// One number, however it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// What it belongs to.
    pub kind: Kind,
    /// Its digits: of Indonesia without the 0 in front, of another country with the country's.
    digits: String,
}

/// Why no number can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// It is not one number: words, or several numbers.
    NotOne,
    /// A number and an extension, `0254 200083 pesawat 12`: both parts as written.
    Extension(String, String),
    /// A number and the ends of the lines after it, `0299-7654321-3`: the number as written.
    Lines(String),
    /// The area code is missing.
    NoArea,
    /// No number of Indonesia starts so or has so many digits.
    NotInPlan,
}

/// Words before an extension.
const EXTENSION: [&str; 8] = [
    "pesawat",
    "psw",
    "ekstensi",
    "extension",
    "ekst",
    "ext",
    "eks",
    "pes",
];

/// How far one may be from the next digit of the same number.
const BETWEEN: [char; 8] = [' ', '\u{a0}', '-', '‑', '–', '.', '(', ')'];

/// The country code of Indonesia.
const COUNTRY: &str = "62";

/// What is dialled before a country code: everywhere, and with the older carriers of Indonesia.
const ABROAD: [&str; 4] = ["001", "007", "008", "00"];

/// Reads one number.
pub fn read(text: &str) -> Result<Number, Unclear> {
    let text = text.trim();
    if let Some((number, extension)) = split_extension(text) {
        return Err(match read(number) {
            Ok(_) => Unclear::Extension(number.to_owned(), extension.to_owned()),
            Err(why) => why,
        });
    }
    let plus = text.trim_start_matches(['(', ' ']).starts_with('+');
    let signs = text.strip_prefix(['(']).unwrap_or(text);
    let signs = signs.strip_prefix('+').unwrap_or(signs);
    let sound = |c: char| c.is_ascii_digit() || BETWEEN.contains(&c);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if !signs.chars().all(sound) || digits.len() < 3 {
        return Err(Unclear::NotOne);
    }
    if let Some(first) = first_of_lines(text) {
        return Err(Unclear::Lines(first.to_owned()));
    }
    from_digits(&digits, plus)
}

/// The number of `0299-7654321-3` or `0254 200083-84`, whose end stands for the lines that follow it.
fn first_of_lines(text: &str) -> Option<&str> {
    let digits = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
    let (first, end) = text.rsplit_once(['-', '‑', '–'])?;
    let (first, end) = (first.trim_end(), end.trim());
    let group = first.rsplit(BETWEEN).next().map_or(0, str::len);
    let short = digits(end) == end.len() && (1..=2).contains(&end.len());
    let lines = short && (end.len() == 1 || group > 4);
    (lines && read(first).is_ok()).then_some(first)
}

fn from_digits(digits: &str, plus: bool) -> Result<Number, Unclear> {
    let international = if plus {
        Some(digits).filter(|digits| !digits.starts_with('0'))
    } else {
        let mut rests = ABROAD.iter().filter_map(|code| digits.strip_prefix(code));
        let known = |rest: &&str| rest.starts_with(COUNTRY) && national(without_zero(rest)).is_ok();
        rests.clone().find(known).or_else(|| rests.next_back())
    };
    if let Some(whole) = international {
        return match whole.strip_prefix(COUNTRY) {
            Some(_) => national(without_zero(whole)),
            None => abroad(whole),
        };
    }
    if let Some(rest) = digits.strip_prefix('0') {
        return national(rest);
    }
    if digits.starts_with(COUNTRY)
        && let Ok(number) = national(without_zero(digits))
    {
        return Ok(number);
    }
    if SHORT.fits(digits) {
        let digits = digits.to_owned();
        return Ok(Number {
            kind: Kind::Short,
            digits,
        });
    }
    // Without the 0 in front: no number inside an area is as long as one with its area code.
    match national(digits) {
        Ok(number) if digits.len() > plan::LONGEST_LOCAL && !number.is_doubtful() => Ok(number),
        Ok(_) if digits.len() > plan::LONGEST_LOCAL => Err(Unclear::NotInPlan),
        _ if digits.len() <= plan::LONGEST_LOCAL => Err(Unclear::NoArea),
        other => other,
    }
}

/// What stands after the country code, without the 0 of `+62 (0)254`.
fn without_zero(international: &str) -> &str {
    let rest = international.strip_prefix(COUNTRY);
    let rest = rest.unwrap_or(international);
    rest.strip_prefix('0').unwrap_or(rest)
}

fn national(digits: &str) -> Result<Number, Unclear> {
    let entry = NATIONAL.iter().find(|entry| entry.fits(digits));
    let mut short_areas = AREAS_OF_TWO.iter();
    let too_long = digits.len() > 10 && short_areas.any(|area| digits.starts_with(area));
    let kind = entry.filter(|_| !too_long).map(|entry| entry.kind);
    let digits = digits.to_owned();
    kind.map(|kind| Number { kind, digits })
        .ok_or(Unclear::NotInPlan)
}

fn abroad(digits: &str) -> Result<Number, Unclear> {
    let fits = (8..=15).contains(&digits.len()) && !digits.starts_with('0');
    fits.then(|| Number {
        kind: Kind::Abroad,
        digits: digits.to_owned(),
    })
    .ok_or(Unclear::NotInPlan)
}

/// `0254 200083 pesawat 12`: the number and the extension.
fn split_extension(text: &str) -> Option<(&str, &str)> {
    let from = text.find(char::is_alphabetic)?;
    let lower = text[from..].to_lowercase();
    let word = EXTENSION.iter().find(|word| lower.starts_with(*word))?;
    let rest = text.get(from + word.len()..)?;
    let extension = rest
        .trim_start_matches(['.', ':', ' '])
        .trim_end_matches([')', ' ']);
    let number = text[..from].trim_end_matches(['(', ',', ' ', '-']);
    is_extension(extension).then_some((number, extension))
}

/// Whether a text is an extension: a few digits.
pub fn is_extension(text: &str) -> bool {
    (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a mobile's number stands somewhere in a text, with its 0 or its country code: `https://wa.me/62812…`.
pub fn names_a_mobile(text: &str) -> bool {
    let part = |c: char| c.is_ascii_digit() || c == '+' || BETWEEN.contains(&c);
    text.split(|c: char| !part(c)).any(|run| {
        let run = run.trim_matches(|c: char| BETWEEN.contains(&c));
        let whole = run.starts_with(['0', '+']) || run.starts_with(COUNTRY);
        whole && read(run).is_ok_and(|number| number.kind == Kind::Mobile)
    })
}

impl Number {
    /// Whether it is a fixed line of more digits than offices have, so a digit in front may be wrong.
    fn is_doubtful(&self) -> bool {
        self.kind == Kind::Landline && self.digits.len() > plan::USUAL_LANDLINE
    }

    /// As a telephone dials it: with the country code where that reaches it from everywhere.
    pub fn dialled(&self) -> String {
        let digits = &self.digits;
        match self.kind {
            Kind::Mobile | Kind::Landline => format!("+{COUNTRY}{digits}"),
            Kind::TollFree | Kind::Nationwide => format!("0{digits}"),
            Kind::Short => digits.clone(),
            Kind::Abroad => format!("+{digits}"),
        }
    }

    /// As the address of a WhatsApp account has it; `None` for a number that can have none.
    pub fn on_whatsapp(&self) -> Option<String> {
        match self.kind {
            Kind::Mobile | Kind::Landline | Kind::Abroad => {
                Some(self.dialled().trim_start_matches('+').to_owned())
            }
            Kind::TollFree | Kind::Nationwide => Some(format!("{COUNTRY}{}", self.digits)),
            Kind::Short => None,
        }
    }

    /// Whether it may be somebody's own: a mobile, or one of another country, of which nobody here knows.
    pub fn may_be_personal(&self) -> bool {
        matches!(self.kind, Kind::Mobile | Kind::Abroad)
    }
}
