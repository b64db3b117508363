//! The look, as far as numbers tell: contrast of the colours, and room left in the first flight.

use std::collections::BTreeMap;

use maklumat::theme::Theme;

/// The custom properties that hold a colour, in the part of the style sheet after `start`.
pub(super) fn colours(start: &str) -> BTreeMap<String, String> {
    let css = Theme::default_file("style.css").unwrap();
    let from = css.find(start).unwrap();
    let rules = css[from..].split_once('{').unwrap().1;
    let end = rules.find("@media").unwrap();
    rules[..end]
        .split([';', '{', '}'])
        .filter_map(|line| line.trim().split_once(": #"))
        .map(|(name, colour)| (name.to_owned(), colour.to_owned()))
        .collect()
}

/// Relative luminance of `rgb` or `rrggbb`.
fn luminance(hex: &str) -> f64 {
    let long: String = match hex.len() {
        3 => hex.chars().flat_map(|digit| [digit, digit]).collect(),
        _ => hex.to_owned(),
    };
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&long[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

/// The contrast of two colours, `rgb` or `rrggbb`.
pub(super) fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn text_has_the_contrast_of_level_aaa() {
    let light = colours(":root");
    let mut dark = light.clone();
    dark.extend(colours("@media (prefers-color-scheme: dark)"));
    for (scheme, mut colours) in [("light", light), ("dark", dark)] {
        let link = colours["--brand"].clone();
        colours.entry("--link".to_owned()).or_insert(link);
        for text in ["--ink", "--soft", "--mark", "--link"] {
            for ground in ["--paper", "--card", "--tint"] {
                let found = contrast(&colours[text], &colours[ground]);
                assert!(found >= 7.0, "{scheme}: {text} on {ground}: {found:.2}");
            }
        }
        assert!(
            contrast(&colours["--on-brand"], &colours["--brand"]) >= 7.0,
            "{scheme}"
        );
    }
}
