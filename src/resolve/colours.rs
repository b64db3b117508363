//! Whether the colours of a site can be read, and the nearest that can.

use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::model::colour::{GOOD_CONTRAST, LEAST_CONTRAST};
use crate::model::site::{Colour, Colours, SiteDocument};

/// Reports text on the site's colour that cannot be read, or could be read better. Links need no look: their shades are
/// made from it so that they can be read.
pub fn check(site: &SiteDocument, sink: &mut Sink) {
    let Some(colours) = site.colours.get() else {
        return;
    };
    let Some(brand) = colours.brand.get() else {
        return;
    };
    let chosen = brand.text_on();
    let text = colours.on_brand.get().unwrap_or(&chosen);
    let ratio = rounded(brand.contrast(text));
    let (code, least) = match brand.contrast(text) {
        ratio if ratio < LEAST_CONTRAST => (Code::K0218, LEAST_CONTRAST),
        ratio if ratio < GOOD_CONTRAST => (Code::K0233, GOOD_CONTRAST),
        _ => return,
    };
    let message = match code {
        Code::K0218 => say!(
            "tulisan di atas warna utama sukar dibaca: kontrasnya {ratio:.1}, paling sedikit {least}",
            "text on the brand colour is hard to read: the contrast is {ratio:.1}, but at least {least} is needed"
        ),
        _ => say!(
            "tulisan di atas warna utama dapat lebih mudah dibaca: kontrasnya {ratio:.1}, sebaiknya {least}",
            "text on the brand colour could be easier to read: the contrast is {ratio:.1}, better {least}"
        ),
    };
    let finding =
        Diagnostic::new(code, text.span, message).help(advice(colours, brand, text, least));
    sink.push(match text.span == brand.span {
        true => finding,
        false => finding.also(brand.span, say!("warna utama", "the brand colour")),
    });
}

/// A ratio, cut behind its first decimal so that one that is too low never looks as if it passed.
fn rounded(ratio: f64) -> f64 {
    (ratio * 10.0).floor() / 10.0
}

/// The nearest shades that pass: of the brand colour, or of the text where it was written.
fn advice(colours: &Colours, brand: &Colour, text: &Colour, least: f64) -> Message {
    let typed = |colour: Colour| colour.css();
    let ground = brand.nearest(text, least).map(typed);
    let written = colours.on_brand.get();
    let letters = written
        .and_then(|text| text.nearest(brand, least))
        .map(typed);
    match (ground, letters) {
        (Some(ground), Some(letters)) => say!(
            "warna terdekat yang cukup: ketik utama: \"{ground}\", atau di_atas_utama: \"{letters}\"",
            "the nearest that passes: type brand: \"{ground}\", or on_brand: \"{letters}\""
        ),
        (Some(ground), None) => say!(
            "warna terdekat yang cukup: ketik utama: \"{ground}\"",
            "the nearest that passes: type brand: \"{ground}\""
        ),
        (None, Some(letters)) => say!(
            "warna terdekat yang cukup: ketik di_atas_utama: \"{letters}\"",
            "the nearest that passes: type on_brand: \"{letters}\""
        ),
        // Letters of a middling grey stand on nothing: not even on black or white.
        (None, None) => {
            let letters = brand.text_on();
            let ground = brand.nearest(&letters, least);
            let ground = ground.map_or_else(String::new, typed);
            let letters = letters.css();
            say!(
                "warna terdekat yang cukup: ketik utama: \"{ground}\" dan di_atas_utama: \"{letters}\"",
                "the nearest that passes: type brand: \"{ground}\" and on_brand: \"{letters}\""
            )
        }
    }
}
