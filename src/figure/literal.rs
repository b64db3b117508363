//! Digits with their points and commas: which number they are, and whether they can be another.

use super::exact::Exact;

/// How digits were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `6000`, `1,5`, `1.500.000,00`: one number only.
    Clear,
    /// `1.500`: one number, but before *juta* it may be one and a half.
    Grouped,
    /// `1.5`: a point where Indonesian has a comma.
    Point,
    /// `300,000`: thousands in English, decimals in Indonesian.
    Unclear,
}

/// Reads digits; `None` for what is a code: `0254`, `1.02.3`.
pub(super) fn read(text: &str) -> Option<(Exact, Style)> {
    let points: Vec<&str> = text.split('.').collect();
    let commas: Vec<&str> = text.split(',').collect();
    match (points.len(), commas.len()) {
        (1, 1) => Some((Exact::with_decimals(plain(text)?, "")?, Style::Clear)),
        (_, 1) => only_points(&points),
        (1, _) => only_commas(&commas),
        (_, 2) if text.rfind(',') > text.rfind('.') => {
            let whole = grouped(&commas[0].split('.').collect::<Vec<_>>())?;
            decimals(&whole, commas[1])
        }
        (2, _) if text.rfind('.') > text.rfind(',') => {
            let whole = grouped(&points[0].split(',').collect::<Vec<_>>())?;
            decimals(&whole, points[1])
        }
        _ => None,
    }
}

/// Digits without a zero in front.
fn plain(text: &str) -> Option<&str> {
    (text == "0" || !text.starts_with('0')).then_some(text)
}

/// Groups of three, the first shorter, joined.
fn grouped(groups: &[&str]) -> Option<String> {
    let (first, rest) = groups.split_first()?;
    let sound = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && rest.iter().all(|group| group.len() == 3);
    sound.then(|| groups.concat())
}

fn decimals(whole: &str, part: &str) -> Option<(Exact, Style)> {
    let style = match part.len() {
        1 | 2 => Style::Clear,
        _ => Style::Unclear,
    };
    Some((Exact::with_decimals(whole, part)?, style))
}

fn only_points(groups: &[&str]) -> Option<(Exact, Style)> {
    if let Some(whole) = grouped(groups) {
        let style = if groups.len() == 2 {
            Style::Grouped
        } else {
            Style::Clear
        };
        return Some((Exact::with_decimals(&whole, "")?, style));
    }
    match groups {
        [whole, part] if part.len() <= 2 || *whole == "0" => {
            Some((Exact::with_decimals(plain(whole)?, part)?, Style::Point))
        }
        _ => None,
    }
}

fn only_commas(groups: &[&str]) -> Option<(Exact, Style)> {
    match groups {
        [whole, part] => {
            let (number, style) = decimals(plain(whole)?, part)?;
            let style = if *whole == "0" { Style::Clear } else { style };
            Some((number, style))
        }
        // Only English groups twice with commas.
        _ => Some((Exact::with_decimals(&grouped(groups)?, "")?, Style::Clear)),
    }
}
