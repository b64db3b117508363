//! A colour of the site: how well text is read in it, and the nearest colour in which it is.
//!
//! Nearness is that of the eye: a colour is made lighter or darker in OKLCH, where its hue stays what it is.

use super::context::{Context, Decode};
use super::encode::{Encode, Encoder};
use super::shape::Shape;
use crate::diagnostic::{Code, Diagnostic, say};
use crate::span::Span;
use crate::yaml::Node;

/// The contrast below which no text may be published (WCAG 2.2, level AA).
pub const LEAST_CONTRAST: f64 = 4.5;

/// The contrast that text should have (WCAG 2.2, level AAA).
pub const GOOD_CONTRAST: f64 = 7.0;

/// How far apart, of 1, the shades lie among which the nearest is sought.
const STEP: f64 = 1.0 / 1024.0;

/// The lightest shade of a link on a light page.
const LINK_ON_LIGHT: f64 = 0.4;

/// The darkest shade of a link on a dark page, and its most vivid.
const LINK_ON_DARK: (f64, f64) = (0.83, 0.08);

/// A colour as `#rrggbb`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Colour {
    /// Red, green and blue, 0 to 255.
    pub rgb: [u8; 3],
    /// Where it stands.
    pub span: Span,
}

impl Colour {
    /// The colour as CSS.
    pub fn css(&self) -> String {
        let [red, green, blue] = self.rgb;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The contrast ratio with another colour, 1 to 21, as WCAG 2.2 defines it.
    pub fn contrast(&self, other: &Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The nearest shade of this colour, lighter or darker, that has at least this contrast with another; `None` where
    /// not even black and white have it.
    pub fn nearest(&self, other: &Self, contrast: f64) -> Option<Self> {
        let own = Shade::of(self.rgb);
        let passes = |lightness: f64| {
            let shade = Shade { lightness, ..own };
            let colour = self.with(shade.rgb());
            (colour.contrast(other) >= contrast).then_some(colour)
        };
        if self.contrast(other) >= contrast {
            return Some(self.clone());
        }
        let mut away = STEP;
        while away < 1.0 + STEP {
            let (darker, lighter) = (own.lightness - away, own.lightness + away);
            let darker = passes(darker.max(0.0));
            if let Some(colour) = darker.or_else(|| passes(lighter.min(1.0))) {
                return Some(colour);
            }
            away += STEP;
        }
        None
    }

    /// Black or white, whichever is read better on this colour.
    pub fn text_on(&self) -> Self {
        let (black, white) = (self.with([0; 3]), self.with([255; 3]));
        if self.contrast(&white) >= self.contrast(&black) {
            white
        } else {
            black
        }
    }

    /// The shade of this colour in which links stand on a light page.
    pub fn link_on_light(&self) -> Self {
        let own = Shade::of(self.rgb);
        let lightness = own.lightness.min(LINK_ON_LIGHT);
        self.with(Shade { lightness, ..own }.rgb())
    }

    /// The shade of this colour in which links stand on a dark page.
    pub fn link_on_dark(&self) -> Self {
        let own = Shade::of(self.rgb);
        let shade = Shade {
            lightness: own.lightness.max(LINK_ON_DARK.0),
            chroma: own.chroma.min(LINK_ON_DARK.1),
            ..own
        };
        self.with(shade.rgb())
    }

    fn with(&self, rgb: [u8; 3]) -> Self {
        let span = self.span;
        Self { rgb, span }
    }

    /// Relative luminance, WCAG 2.2.
    fn luminance(&self) -> f64 {
        let [red, green, blue] = linear(self.rgb);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// A colour in OKLCH.
#[derive(Debug, Clone, Copy)]
struct Shade {
    /// From black, 0, to white, 1.
    lightness: f64,
    /// How vivid it is; grey is 0.
    chroma: f64,
    /// The hue as an angle.
    hue: f64,
}

impl Shade {
    fn of(rgb: [u8; 3]) -> Self {
        let [red, green, blue] = linear(rgb);
        let long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue).cbrt();
        let middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue).cbrt();
        let short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue).cbrt();
        let a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short;
        let b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short;
        Self {
            lightness: 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
            chroma: a.hypot(b),
            hue: b.atan2(a),
        }
    }

    /// The colour on a screen; less vivid where a screen has none so vivid.
    fn rgb(self) -> [u8; 3] {
        let (mut dull, mut vivid) = (0.0, self.chroma);
        if let Some(rgb) = self.on_screen(vivid) {
            return rgb;
        }
        let mut found = self.on_screen(dull).unwrap_or_default();
        for _ in 0..16 {
            let chroma = f64::midpoint(dull, vivid);
            match self.on_screen(chroma) {
                Some(rgb) => (found, dull) = (rgb, chroma),
                None => vivid = chroma,
            }
        }
        found
    }

    fn on_screen(self, chroma: f64) -> Option<[u8; 3]> {
        let (a, b) = (chroma * self.hue.cos(), chroma * self.hue.sin());
        let long = (self.lightness + 0.3963377774 * a + 0.2158037573 * b).powi(3);
        let middle = (self.lightness - 0.1055613458 * a - 0.0638541728 * b).powi(3);
        let short = (self.lightness - 0.0894841775 * a - 1.2914855480 * b).powi(3);
        let parts = [
            4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
        ];
        let fits = |part: &f64| (-0.0005..=1.0005).contains(part);
        parts.iter().all(fits).then(|| parts.map(encoded))
    }
}

/// The parts of a colour as light.
fn linear(rgb: [u8; 3]) -> [f64; 3] {
    rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    })
}

/// Light as a part of a colour.
fn encoded(light: f64) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let part = if light <= 0.0031308 {
        12.92 * light
    } else {
        1.055 * light.powf(1.0 / 2.4) - 0.055
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 255"
    )]
    let byte = (part * 255.0).round() as u8;
    byte
}

impl Encode for Colour {
    fn encode(&self, _: &mut Encoder<'_>) -> Option<serde_json::Value> {
        Some(self.css().into())
    }
}

impl Decode for Colour {
    fn shape() -> Shape {
        Shape::Text
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let text = cx.scalar(node, ("warna", "a colour"))?;
        let part = |at: usize| {
            text.get(at..at + 2)
                .and_then(|hex| u8::from_str_radix(hex, 16).ok())
        };
        let long = text.len() == 7 && text.starts_with('#');
        if let (true, Some(red), Some(green), Some(blue)) = (long, part(1), part(3), part(5)) {
            return Some(Self {
                rgb: [red, green, blue],
                span: node.span,
            });
        }
        let key = &cx.key;
        cx.sink.push(
            Diagnostic::new(
                Code::K0217,
                node.span,
                say!("`{text}` bukan warna", "`{text}` is not a colour"),
            )
            .help(say!(
                "tulis tanda pagar dan enam angka heksadesimal di dalam tanda kutip: {key}: \"#0b5c8a\"",
                "write # and six hexadecimal digits, in quotes: {key}: \"#0b5c8a\""
            )),
        );
        None
    }
}
